//! Pages for printing and for passing on: one file each, without scripts. Text is never markup here: what goes through
//! [`Html::text`] or an attribute is escaped, and nothing else comes from outside.

use crate::lang::Lang;

/// A piece of a page that is being written.
#[derive(Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    /// An element with what is inside it.
    pub(crate) fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.0 += "</";
        self.0 += name;
        self.0 += ">";
    }

    /// An element that has nothing inside it and no end.
    pub(crate) fn void(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.open(name, attributes);
    }

    /// An element with a text in it.
    pub(crate) fn say(&mut self, name: &'static str, class: &'static str, text: &str) {
        let attributes: &[_] = if class.is_empty() { &[] } else { &[("class", class)] };
        self.element(name, attributes, |html| html.text(text));
    }

    /// A text; its line breaks are kept by the style.
    pub(crate) fn text(&mut self, text: &str) {
        escape(&mut self.0, text);
    }

    /// A line break between elements, for those who read the source.
    pub(crate) fn line(&mut self) {
        self.0.push('\n');
    }

    fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0 += name;
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0 += attribute;
            self.0 += "=\"";
            escape(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push('>');
    }
}

/// A whole page. The style is one of ours: it is not escaped.
pub(crate) fn page(title: &str, style: &'static str, lang: Lang, body: impl FnOnce(&mut Html)) -> String {
    const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    let mut html = Html("<!doctype html>\n".to_owned());
    html.element("html", &[("lang", lang.tag())], |html| {
        html.element("head", &[], |html| {
            html.void("meta", &[("charset", "utf-8")]);
            html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            html.say("title", "", title);
            html.element("style", &[], |html| html.0 += style);
        });
        html.line();
        html.element("body", &[], body);
    });
    html.line();
    html.0
}

fn escape(page: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => *page += "&amp;",
            '<' => *page += "&lt;",
            '>' => *page += "&gt;",
            '"' => *page += "&quot;",
            // Control characters are no text of a page.
            _ if letter.is_control() && letter != '\n' && letter != '\t' => page.push('\u{fffd}'),
            _ => page.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let page = page("a & b", "", Lang::En, |html| {
            html.element("p", &[("title", "\"><script>")], |html| html.text("<img src=x onerror=alert(1)>\0"));
        });
        assert!(page.contains("<title>a &amp; b</title>"), "{page}");
        let escaped = "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;img src=x onerror=alert(1)&gt;\u{fffd}</p>";
        assert!(page.contains(escaped), "{page}");
    }
}
