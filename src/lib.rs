//! depeche
