//! One of several values, each in words: what a list on the page offers.

/// Values to choose from, in groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What is chosen, for whoever does not see the place: "Row 2, then".
    pub label: String,
    /// What there is.
    pub entries: Vec<Entry<T>>,
    /// Which of them holds now.
    pub chosen: usize,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T> {
    /// The name of its group; none: it stands for itself.
    pub group: Option<&'static str>,
    /// The value in words.
    pub words: String,
    /// The value.
    pub value: T,
}

impl<T: PartialEq + Copy> Choice<T> {
    /// A choice among offered values; the one that holds now comes first if it is not among them.
    pub fn of(
        (label, now): (String, T),
        offered: impl IntoIterator<Item = (Option<&'static str>, T)>,
        words: impl Fn(T) -> String,
    ) -> Self {
        let mut entries: Vec<Entry<T>> = offered
            .into_iter()
            .map(|(group, value)| Entry { group, words: words(value), value })
            .collect();
        let found = entries.iter().position(|entry| entry.value == now);
        if found.is_none() {
            entries.insert(0, Entry { group: None, words: words(now), value: now });
        }
        Self { label, entries, chosen: found.unwrap_or(0) }
    }
}

impl<T> Choice<T> {
    /// The same with other values behind the words.
    pub fn map<U>(self, value: impl Fn(T) -> U) -> Choice<U> {
        let entry =
            |it: Entry<T>| Entry { group: it.group, words: it.words, value: value(it.value) };
        Choice {
            label: self.label,
            entries: self.entries.into_iter().map(entry).collect(),
            chosen: self.chosen,
        }
    }

    /// What holds now, in words.
    pub fn words(&self) -> &str {
        self.entries.get(self.chosen).map_or("", |entry| entry.words.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_now_is_always_offered() {
        let offered = || [1, 2, 3].map(|n| (Some("few"), n));
        let known = Choice::of((String::new(), 2), offered(), |n| n.to_string());
        assert_eq!((known.chosen, known.words(), known.entries.len()), (1, "2", 3));
        let other = Choice::of((String::new(), 9), offered(), |n| n.to_string());
        assert_eq!((other.chosen, other.words(), other.entries.len()), (0, "9", 4));
        assert_eq!(other.map(|n| 2 * n).entries[0].value, 18);
    }
}
