//! Which relation that was read stands for which annotated one.

use super::compare::{anchored, likeness};
use super::gold::GoldRelation;
use crate::types::Relation;

/// Pairs annotated relations with those read so that the total likeness is greatest, and keeps the pairs that share
/// what makes an event. All are of one type. Pairs are indices into `golds` and `relations`, ordered by the second.
///
/// Cubic in the larger number of the two (Hungarian method).
pub(super) fn align(golds: &[&GoldRelation], relations: &[&Relation]) -> Vec<(usize, usize)> {
    let likeness = golds.iter().map(|gold| relations.iter().map(|relation| likeness(gold, relation)).collect());
    let likeness: Vec<Vec<i64>> = likeness.collect();
    let pairs = assign(&likeness, relations.len());
    let same_event = |&(i, j): &(usize, usize)| match (golds.get(i), relations.get(j)) {
        (Some(gold), Some(relation)) => anchored(gold, relation),
        _ => false,
    };
    pairs.into_iter().filter(same_event).collect()
}

/// One column of the matrix, with what the search knows of it. Rows and columns count from 1; column 0 and row 0
/// stand for "none yet".
#[derive(Clone, Default)]
struct Column {
    row: usize,
    potential: i64,
    reached_from: usize,
    slack: i64,
    visited: bool,
}

/// The assignment of rows to columns with the greatest sum, over a matrix padded with zeros to a square. Pairs that
/// lie in the padding are left out.
fn assign(likeness: &[Vec<i64>], width: usize) -> Vec<(usize, usize)> {
    if likeness.is_empty() || width == 0 {
        return Vec::new();
    }
    let size = likeness.len().max(width);
    let mut rows = vec![0i64; size + 1];
    let mut columns = vec![Column::default(); size + 1];
    for row in 1..=size {
        let free = search(likeness, row, &mut rows, &mut columns);
        flip(&mut columns, free);
    }
    let pairs = columns.iter().enumerate().skip(1).filter_map(|(j, column)| Some((column.row.checked_sub(1)?, j - 1)));
    pairs.filter(|&(i, j)| i < likeness.len() && j < width).collect()
}

fn cost(likeness: &[Vec<i64>], row: usize, column: usize) -> i64 {
    let cell = likeness.get(row.wrapping_sub(1)).and_then(|cells| cells.get(column.wrapping_sub(1)));
    -cell.copied().unwrap_or(0)
}

/// Finds the cheapest way from `row` to a column that no row holds yet; returns that column.
fn search(likeness: &[Vec<i64>], row: usize, rows: &mut [i64], columns: &mut [Column]) -> usize {
    for column in columns.iter_mut() {
        column.slack = i64::MAX / 2;
        column.visited = false;
    }
    let mut at = 0;
    let mut held_by = row;
    if let Some(none) = columns.first_mut() {
        none.row = row;
    }
    while held_by != 0 {
        if let Some(column) = columns.get_mut(at) {
            column.visited = true;
        }
        let (next, delta) = relax(likeness, held_by, at, rows, columns);
        shift(rows, columns, delta);
        at = next;
        held_by = columns.get(at).map_or(0, |column| column.row);
    }
    at
}

/// Updates what it costs to reach each open column through `row`; returns the nearest one and its distance.
fn relax(likeness: &[Vec<i64>], row: usize, from: usize, rows: &[i64], columns: &mut [Column]) -> (usize, i64) {
    let potential = rows.get(row).copied().unwrap_or(0);
    let (mut nearest, mut delta) = (0, i64::MAX / 2);
    for (j, column) in columns.iter_mut().enumerate().skip(1).filter(|(_, column)| !column.visited) {
        let reduced = cost(likeness, row, j) - potential - column.potential;
        if reduced < column.slack {
            (column.slack, column.reached_from) = (reduced, from);
        }
        if column.slack < delta {
            (nearest, delta) = (j, column.slack);
        }
    }
    (nearest, delta)
}

fn shift(rows: &mut [i64], columns: &mut [Column], delta: i64) {
    for column in columns {
        if column.visited {
            if let Some(potential) = rows.get_mut(column.row) {
                *potential += delta;
            }
            column.potential -= delta;
        } else {
            column.slack -= delta;
        }
    }
}

/// Hands each column on the way to `free` the row of the column before it.
fn flip(columns: &mut [Column], free: usize) {
    let mut at = free;
    while at != 0 {
        let before = columns.get(at).map_or(0, |column| column.reached_from);
        let row = columns.get(before).map_or(0, |column| column.row);
        if let Some(column) = columns.get_mut(at) {
            column.row = row;
        }
        at = before;
    }
}

#[cfg(test)]
mod tests {
    use super::assign;

    fn total(likeness: &[Vec<i64>], pairs: &[(usize, usize)]) -> i64 {
        pairs.iter().map(|&(i, j)| likeness[i][j]).sum()
    }

    /// The greatest sum, by trying everything.
    fn best(likeness: &[Vec<i64>], row: usize, taken: &mut Vec<bool>) -> i64 {
        let Some(cells) = likeness.get(row) else { return 0 };
        let mut most = best(likeness, row + 1, taken);
        for (j, &cell) in cells.iter().enumerate() {
            if !taken[j] {
                taken[j] = true;
                most = most.max(cell + best(likeness, row + 1, taken));
                taken[j] = false;
            }
        }
        most
    }

    #[test]
    fn the_greedy_choice_is_not_the_best_one() {
        let likeness = vec![vec![10, 9], vec![9, 1]];
        let mut pairs = assign(&likeness, 2);
        pairs.sort_unstable();
        assert_eq!(pairs, [(0, 1), (1, 0)]);
    }

    #[test]
    fn wide_tall_and_empty_matrices() {
        assert_eq!(assign(&[vec![1, 5, 2]], 3), [(0, 1)]);
        assert_eq!(assign(&[vec![1], vec![5], vec![2]], 1), [(1, 0)]);
        assert_eq!(assign(&[], 3), []);
        assert_eq!(assign(&[vec![], vec![]], 0), []);
    }

    #[test]
    fn as_good_as_trying_everything() {
        let mut seed = 7u64;
        let mut draw = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for _ in 0..300 {
            let (height, width) = (1 + draw(5) as usize, 1 + draw(5) as usize);
            let likeness: Vec<Vec<i64>> = (0..height).map(|_| (0..width).map(|_| draw(120) as i64).collect()).collect();
            let pairs = assign(&likeness, width);
            assert_eq!(pairs.len(), height.min(width));
            assert_eq!(total(&likeness, &pairs), best(&likeness, 0, &mut vec![false; width]), "{likeness:?}");
        }
    }
}
