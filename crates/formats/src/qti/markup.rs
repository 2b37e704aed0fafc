//! Writing XML as text.

/// XML that is being written. White space in it is only what is put there.
#[derive(Debug, Default)]
pub(super) struct Markup {
    pub(super) text: String,
    /// Whether a letter was left out that no XML can hold.
    pub(super) is_cut: bool,
}

impl Markup {
    /// Puts in what is XML already.
    pub(super) fn raw(&mut self, xml: &str) -> &mut Self {
        self.text.push_str(xml);
        self
    }

    /// An attribute, after a start tag that is still open.
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        for letter in value.chars() {
            match letter {
                // Others would be read back as spaces.
                '\n' => self.text.push_str("&#10;"),
                '\t' => self.text.push_str("&#9;"),
                '"' => self.text.push_str("&quot;"),
                _ => self.letter(letter),
            }
        }
        self.text.push('"');
        self
    }

    /// What a person reads; the ends of lines become `br`.
    pub(super) fn words(&mut self, words: &str) -> &mut Self {
        for letter in words.chars() {
            if letter == '\n' { self.text.push_str("<br/>") } else { self.letter(letter) }
        }
        self
    }

    /// A value, in which every letter counts.
    pub(super) fn value(&mut self, value: &str) -> &mut Self {
        value.chars().for_each(|letter| self.letter(letter));
        self
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '<' => self.text.push_str("&lt;"),
            '>' => self.text.push_str("&gt;"),
            '&' => self.text.push_str("&amp;"),
            '\r' => self.text.push_str("&#13;"),
            // The letters of XML 1.0, section 2.2.
            '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => self.text.push(letter),
            _ => self.is_cut = true,
        }
    }
}
