//! JSON (RFC 8259) as a tree.
//!
//! This is our own reader, where `serde_json` would do, because every resident pays for it: it is 5 kB smaller after
//! compression, a tenth of the whole module. The suites hold it against `serde_json` on generated texts.

use std::borrow::Cow;

/// A JSON value. Strings without escapes are slices of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// Any number of at most 15 significant digits, which JavaScript's numbers keep exactly.
    Number(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object, in the text's order.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// Where a text stops being JSON, and what ought to stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Byte offset.
    pub at: usize,
    /// What was expected.
    pub expected: Expected,
}

/// What can be missing from a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value.
    Value,
    /// A comma, or the end of the list or object.
    CommaOrEnd,
    /// The name of a member, in double quotes.
    Name,
    /// The colon after a name.
    Colon,
    /// The double quote that ends a string.
    Quote,
    /// A letter that may follow a backslash.
    Escape,
    /// A number that can be kept exactly.
    Number,
    /// Nothing more.
    End,
    /// Less depth.
    LessDepth,
}

impl<'a> Node<'a> {
    /// Reads a whole text.
    ///
    /// # Errors
    /// The first place where it is not JSON.
    pub fn parse(text: &'a str) -> Result<Self, SyntaxError> {
        let mut parser = Parser { text, at: 0, depth: 0 };
        let node = parser.value()?;
        parser.skip_space();
        if parser.at == text.len() { Ok(node) } else { parser.fail(Expected::End) }
    }

    /// The member of that name, if this is an object that has one.
    pub fn member(&self, name: &str) -> Option<&Node<'a>> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn fail<T>(&self, expected: Expected) -> Result<T, SyntaxError> {
        Err(SyntaxError { at: self.at, expected })
    }

    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Steps over a byte if it is the next one that is not white space.
    fn eat(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self) -> Result<Node<'a>, SyntaxError> {
        self.skip_space();
        match self.peek() {
            b'"' => self.string().map(Node::Text),
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::list),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true", Node::Flag(true)),
            b'f' => self.word("false", Node::Flag(false)),
            b'n' => self.word("null", Node::Null),
            _ => self.fail(Expected::Value),
        }
    }

    fn word(&mut self, word: &str, node: Node<'a>) -> Result<Node<'a>, SyntaxError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return self.fail(Expected::Value);
        }
        self.at += word.len();
        Ok(node)
    }

    fn nested(&mut self, inner: fn(&mut Self) -> Result<Node<'a>, SyntaxError>) -> Result<Node<'a>, SyntaxError> {
        if self.depth == super::MAX_DEPTH {
            return self.fail(Expected::LessDepth);
        }
        self.at += 1;
        self.depth += 1;
        let node = inner(self);
        self.depth -= 1;
        node
    }

    fn list(&mut self) -> Result<Node<'a>, SyntaxError> {
        let mut list = Vec::new();
        if self.eat(b']') {
            return Ok(Node::List(list));
        }
        loop {
            list.push(self.value()?);
            if self.eat(b']') {
                return Ok(Node::List(list));
            }
            if !self.eat(b',') {
                return self.fail(Expected::CommaOrEnd);
            }
        }
    }

    fn object(&mut self) -> Result<Node<'a>, SyntaxError> {
        let mut entries = Vec::new();
        if self.eat(b'}') {
            return Ok(Node::Object(entries));
        }
        loop {
            self.skip_space();
            if self.peek() != b'"' {
                return self.fail(Expected::Name);
            }
            let name = self.string()?;
            if !self.eat(b':') {
                return self.fail(Expected::Colon);
            }
            entries.push((name, self.value()?));
            if self.eat(b'}') {
                return Ok(Node::Object(entries));
            }
            if !self.eat(b',') {
                return self.fail(Expected::CommaOrEnd);
            }
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        self.at += 1;
        let mut built = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | 0..=0x1f) {
                self.at += 1;
            }
            let plain = self.text.get(start..self.at).unwrap_or_default();
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    if built.is_empty() {
                        return Ok(Cow::Borrowed(plain));
                    }
                    built.push_str(plain);
                    return Ok(Cow::Owned(built));
                }
                b'\\' => {
                    built.push_str(plain);
                    self.at += 1;
                    built.push(self.escape()?);
                }
                _ => return self.fail(Expected::Quote),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let letter = match self.peek() {
            letter @ (b'"' | b'\\' | b'/') => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return self.fail(Expected::Escape),
        };
        self.at += 1;
        Ok(letter)
    }

    /// `\u` and four digits, or two of them for a character outside the basic plane (a surrogate pair).
    fn unicode(&mut self) -> Result<char, SyntaxError> {
        let start = self.at;
        let unit = self.four_digits()?;
        let code = if (0xd800..0xdc00).contains(&unit) && self.peek() == b'\\' {
            self.at += 1;
            let low = if self.peek() == b'u' { self.four_digits()? } else { 0 };
            if (0xdc00..0xe000).contains(&low) { 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00) } else { unit }
        } else {
            unit
        };
        char::from_u32(code).ok_or(SyntaxError { at: start, expected: Expected::Escape })
    }

    fn four_digits(&mut self) -> Result<u32, SyntaxError> {
        let digits = self.text.get(self.at + 1..self.at + 5).unwrap_or_default();
        let is_hex = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_hex {
            return self.fail(Expected::Escape);
        }
        self.at += 5;
        Ok(u32::from_str_radix(digits, 16).unwrap_or(0))
    }

    /// Digits are gathered into one whole number and divided or multiplied by a power of ten once. Both are exact in
    /// binary up to 15 digits and 10^22, so the result is the nearest number, as JavaScript's is.
    #[expect(clippy::cast_precision_loss, reason = "at most 15 digits")]
    fn number(&mut self) -> Result<Node<'a>, SyntaxError> {
        let start = self.at;
        let negative = self.peek() == b'-';
        self.at += usize::from(negative);
        let mut digits = 0_u64;
        let whole = self.digits(&mut digits);
        let has_leading_zero = whole > 1 && self.text.as_bytes().get(start + usize::from(negative)) == Some(&b'0');
        let mut scale = 0;
        let mut fits = whole > 0 && !has_leading_zero;
        if self.peek() == b'.' {
            self.at += 1;
            let decimals = self.digits(&mut digits);
            fits &= decimals > 0;
            scale -= decimals;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            let is_small = self.peek() == b'-';
            self.at += usize::from(matches!(self.peek(), b'-' | b'+'));
            let mut exponent = 0;
            fits &= self.digits(&mut exponent) > 0;
            let exponent = i32::try_from(exponent).unwrap_or(i32::MAX / 2);
            scale += if is_small { -exponent } else { exponent };
        }
        if !fits || digits > 999_999_999_999_999 || scale.abs() > 22 {
            self.at = start;
            return self.fail(Expected::Number);
        }
        let power = (0..scale.unsigned_abs()).fold(1.0, |power: f64, _| power * 10.0);
        let value = if scale < 0 { digits as f64 / power } else { digits as f64 * power };
        Ok(Node::Number(if negative { -value } else { value }))
    }

    /// Reads a run of digits and says how many there are. Too many make the number larger than any that is kept.
    fn digits(&mut self, number: &mut u64) -> i32 {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            *number = number.saturating_mul(10).saturating_add(u64::from(self.peek() - b'0'));
            self.at += 1;
        }
        i32::try_from(self.at - start).unwrap_or(i32::MAX / 2)
    }
}
