//! Checked reading of a spanned table: a fault is noted, the default takes its place, and reading goes on.
//! Knows TOML and quantities, no field of a study.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use super::fault::FaultKind;
use super::nearest::nearest;
use super::value::Whole;
use super::value::choose;
use super::value::number;
use super::value::text;
use super::value::wrong;
use crate::unit::Mix;
use crate::unit::OutOfRange;
use crate::unit::Probability;

/// A value and where it stands.
pub(super) type Item<'a> = &'a Spanned<DeValue<'a>>;

/// A fault and the byte it begins at.
#[derive(Debug)]
pub(super) struct Found {
    pub at: usize,
    pub path: String,
    pub kind: FaultKind,
}

/// Where the readers note their faults.
#[derive(Debug, Default)]
pub(super) struct Log(RefCell<Vec<Found>>);

impl Log {
    /// Notes a fault.
    pub fn note(&self, at: usize, path: String, kind: FaultKind) {
        self.0.borrow_mut().push(Found { at, path, kind });
    }

    /// Whether the field, or something within it, has a fault.
    pub fn has(&self, path: &str) -> bool {
        self.0.borrow().iter().any(|found| within(&found.path, path))
    }

    /// All that was noted.
    pub fn into_found(self) -> Vec<Found> {
        self.0.into_inner()
    }
}

fn within(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// A table of the file, or the place where one could be.
#[derive(Debug)]
pub(super) struct Section<'a> {
    log: &'a Log,
    table: Option<&'a DeTable<'a>>,
    path: String,
    at: usize,
    known: Vec<&'static str>,
}

impl<'a> Section<'a> {
    /// The file itself.
    pub fn root(log: &'a Log, table: &'a DeTable<'a>) -> Self {
        Self::new(log, Some(table), String::new(), 0)
    }

    fn new(log: &'a Log, table: Option<&'a DeTable<'a>>, path: String, at: usize) -> Self {
        let known = Vec::new();
        Self { log, table, path, at, known }
    }

    /// The path of a field of this section.
    pub fn path(&self, key: &str) -> String {
        match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    /// Whether the field has a fault.
    pub fn faulted(&self, key: &str) -> bool {
        self.log.has(&self.path(key))
    }

    /// Whether the file has this field.
    pub fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| table.contains_key(key))
    }

    /// Whether an unknown field was most likely meant to be this one.
    pub fn misspelt(&self, key: &'static str) -> bool {
        self.table.is_some_and(|table| {
            table
                .keys()
                .any(|name| name.get_ref() != key && nearest(name.get_ref(), &[key]).is_some())
        })
    }

    /// Notes that a field is missing.
    pub fn missing(&self, key: &str) {
        self.log.note(self.at, self.path(key), FaultKind::Missing);
    }

    /// Refuses a field that means something elsewhere only.
    pub fn foreign(&self, name: &'static str, owner: &'static str, here: &str) {
        let entry = self.table.and_then(|table| table.get_key_value(name));
        if let Some((key, _)) = entry {
            let here = here.to_owned();
            let kind = FaultKind::Foreign { name, owner, here };
            self.log.note(key.span().start, self.path(name), kind);
        }
    }

    /// The value of a field, as it stands. What the reader of TOML could not make out counts as absent.
    pub fn item(&mut self, key: &'static str) -> Option<Item<'a>> {
        self.known.push(key);
        let item = self.table?.get(key)?;
        (!item.span().is_empty()).then_some(item)
    }

    /// A field read by `read`; the default if it is absent or faulty.
    pub fn get<T>(
        &mut self,
        key: &'static str,
        default: T,
        read: impl FnOnce(&'a DeValue<'a>) -> Result<T, FaultKind>,
    ) -> T {
        let Some(item) = self.item(key) else {
            return default;
        };
        read(item.get_ref()).unwrap_or_else(|kind| {
            self.log.note(item.span().start, self.path(key), kind);
            default
        })
    }

    /// A quantity.
    pub fn number<T>(
        &mut self,
        key: &'static str,
        default: T,
        new: fn(f64) -> Result<T, OutOfRange>,
    ) -> T {
        self.get(key, default, |value| Ok(new(number(value)?)?))
    }

    /// A whole number.
    pub fn whole<T: TryFrom<u16>>(&mut self, key: &'static str, default: T, range: &Whole) -> T {
        self.get(key, default, |value| range.read(value))
    }

    /// One of some words.
    pub fn choice<T: Clone>(
        &mut self,
        key: &'static str,
        default: T,
        choices: &[(&'static str, T)],
    ) -> T {
        self.get(key, default, |value| choose(text(value)?, choices))
    }

    /// A text; empty if it is absent.
    pub fn text(&mut self, key: &'static str) -> String {
        self.get(key, String::new(), |value| Ok(text(value)?.trim().to_owned()))
    }

    /// A text that must be there and say something.
    pub fn name(&mut self, key: &'static str) -> String {
        if !self.has(key) {
            self.known.push(key);
            self.missing(key);
            return String::new();
        }
        self.get(key, String::new(), |value| match text(value)?.trim() {
            "" => Err(FaultKind::Blank),
            words => Ok(words.to_owned()),
        })
    }

    /// A list of any length; items that are faulty are left out.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&'a DeValue<'a>) -> Result<T, FaultKind>,
    ) -> Option<Vec<T>> {
        let list: &'a _ = self.get(key, None, |value| match value {
            DeValue::Array(list) => Ok(Some(list)),
            other => Err(wrong("a list of numbers", other)),
        })?;
        let mut values = Vec::new();
        for (i, item) in list.iter().enumerate() {
            match read(item.get_ref()) {
                Ok(value) => values.push(value),
                Err(kind) => {
                    let path = format!("{}[{}]", self.path(key), i + 1);
                    self.log.note(item.span().start, path, kind);
                }
            }
        }
        Some(values)
    }

    /// A list of as many quantities as the default has.
    pub fn numbers<T, const N: usize>(
        &mut self,
        key: &'static str,
        default: [T; N],
        new: fn(f64) -> Result<T, OutOfRange>,
    ) -> [T; N] {
        let Some(values) = self.list(key, |value| Ok(new(number(value)?)?)) else {
            return default;
        };
        if self.faulted(key) {
            return default;
        }
        values.try_into().unwrap_or_else(|values: Vec<T>| {
            let got = values.len();
            self.note(key, FaultKind::Count { want: N, got });
            default
        })
    }

    /// Shares by name, all of them or none.
    pub fn mix(&mut self, key: &'static str, names: [&'static str; 3], default: Mix<3>) -> Mix<3> {
        if !self.has(key) {
            self.known.push(key);
            return default;
        }
        let shares = self.table(key, |shares| shares.shares(names));
        if self.faulted(key) {
            return default;
        }
        Mix::new(shares).unwrap_or_else(|fault| {
            self.note(key, fault.into());
            default
        })
    }

    /// The shares of a table that is nothing but shares.
    fn shares(&mut self, names: [&'static str; 3]) -> [f64; 3] {
        names.map(|name| {
            if self.table.is_some() && !self.has(name) {
                self.missing(name);
            }
            self.number(name, 0.0, |x| Probability::new(x).map(f64::from))
        })
    }

    /// A table within this one; unknown fields of it are refused when `read` has asked for all it knows.
    pub fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Self) -> T) -> T {
        let table = self.get(key, None, |value| match value {
            DeValue::Table(table) => Ok(Some(table)),
            other => Err(wrong("a table of fields", other)),
        });
        let at = self.spot(key);
        let mut inner = Self::new(self.log, table, self.path(key), at);
        let value = read(&mut inner);
        inner.finish();
        value
    }

    /// The tables of a list of tables; `want` says what is needed here.
    pub fn tables(&mut self, key: &'static str, want: &'static str) -> Vec<Self> {
        let Some(item) = self.item(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = item.get_ref() else {
            self.note(key, wrong(want, item.get_ref()));
            return Vec::new();
        };
        let mut sections = Vec::new();
        for (i, item) in list.iter().enumerate() {
            let path = format!("{}[{}]", self.path(key), i + 1);
            let at = item.span().start;
            if let DeValue::Table(table) = item.get_ref() {
                sections.push(Self::new(self.log, Some(table), path, at));
            } else {
                self.log.note(at, path, wrong(want, item.get_ref()));
            }
        }
        sections
    }

    /// Refuses the fields that nobody asked for.
    pub fn finish(self) {
        let Some(table) = self.table else { return };
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !self.known.contains(&name) {
                let kind = FaultKind::UnknownField {
                    name: name.to_owned(),
                    nearest: nearest(name, &self.known),
                    known: self.known.clone(),
                };
                self.log.note(key.span().start, self.path.clone(), kind);
            }
        }
    }

    /// Notes a fault of a field at its value.
    pub fn note(&self, key: &str, kind: FaultKind) {
        self.log.note(self.spot(key), self.path(key), kind);
    }

    fn spot(&self, key: &str) -> usize {
        let item = self.table.and_then(|table| table.get(key));
        item.map_or(self.at, |item| item.span().start)
    }
}
