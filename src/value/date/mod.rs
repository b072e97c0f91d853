//! stub
use super::Values;
use super::lexicon::Lexicon;
use super::money::Item;
use super::view::View;
use crate::token::Tokens;
use crate::types::Date;
pub(super) struct Reader<'f> {
    future: Option<&'f dyn Fn(usize) -> bool>,
}
impl<'f> Reader<'f> {
    pub fn new(future: Option<&'f dyn Fn(usize) -> bool>) -> Self {
        Self { future }
    }
    pub fn read(&mut self, _view: &View, _paragraph: usize, _items: &mut [Item]) {
        let _ = self.future.is_some();
    }
    pub fn resolve(self, _t: &Tokens, _l: &Lexicon, published: Option<Date>, values: &mut Values) {
        values.published = published;
    }
}
