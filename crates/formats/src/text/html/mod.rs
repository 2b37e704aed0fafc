//! HTML to plain text: tags away, entities decoded, paragraphs to line breaks.
//!
//! What is a tag, a comment, an entity or a script is told by a tokenizer that keeps to the standard of browsers. Ours
//! is what becomes of them ([`page`]), and that a sign which begins nothing of the kind is itself ([`literal`]): of
//! `压力<p0，关阀</p>` a browser shows `压力` alone, and a question must not lose what it asks.

mod literal;
mod page;
mod tokens;

use std::borrow::Cow;

use memchr::memchr2;

use crate::text::html::literal::Tags;
use crate::text::html::page::{Page, WhiteSpace};

/// A text without markup, and what of it could be seen before and is gone.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PlainText<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) lost: Option<LostMarkup>,
}

/// What a text without markup cannot show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LostMarkup {
    /// A picture, a film or a formula.
    Picture,
    /// Something else than digits was raised or lowered.
    Script,
}

/// What a browser would show of HTML, as lines of text.
pub(crate) fn to_text(html: &str) -> PlainText<'static> {
    convert(html, Tags::All, WhiteSpace::Folded)
}

/// A text in which tags may be, but need not: `<` before anything else than the name of a tag that editors write is
/// itself, and line breaks are line breaks.
pub(crate) fn mixed_to_text(text: &str) -> PlainText<'_> {
    if memchr2(b'<', b'&', text.as_bytes()).is_none() {
        return PlainText { text: Cow::Borrowed(text), lost: None };
    }
    convert(text, Tags::OfEditors, WhiteSpace::Kept)
}

fn convert(html: &str, tags: Tags, white_space: WhiteSpace) -> PlainText<'static> {
    let mut page = Page::new(white_space);
    tokens::read(&literal::escaped(html, tags), &mut page);
    page.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_shown(cases: &[(&str, &str)]) {
        for (html, text) in cases {
            assert_eq!(to_text(html).text, *text, "{html}");
            assert_eq!(mixed_to_text(html).text, *text, "{html}, where tags need not be");
        }
    }

    #[test]
    fn paragraphs_are_lines_and_white_space_is_one_space() {
        let html = "<p>先关<b>阀门</b>，</p>\n<p>再&nbsp;开窗。<br/>不要 \n 开灯</p>";
        assert_eq!(to_text(html), PlainText { text: "先关阀门，\n再 开窗。\n不要 开灯".into(), lost: None });
    }

    #[test]
    fn raised_digits_stay_raised() {
        assert_eq!(to_text("10<sup>3</sup> m<sup>2</sup>, CO<sub>2</sub>").text, "10³ m², CO₂");
        assert_eq!(to_text("x<sup>n</sup>").lost, Some(LostMarkup::Script));
    }

    #[test]
    fn a_sign_that_begins_no_tag_is_itself() {
        for text in ["温度<50℃", "a < b", "<", "&", "AT&T;", "&#0;", "<é>", "<bank>"] {
            assert_eq!(mixed_to_text(text).text, text);
        }
        assert_eq!(mixed_to_text("a<b>c</b>\nd &lt;i&gt; &#65;&#x42;").text, "ac\nd <i> AB");
        for text in ["压力<p0，关阀", "<http://a.cn/b>", "a </ b > c", "&#xD800;&#x110000;&#99999999999;", "<?php ?>"]
        {
            assert_eq!((to_text(text).text, mixed_to_text(text).text), (text.into(), text.into()));
        }
    }

    #[test]
    fn pictures_are_missed_and_scripts_are_not() {
        let seen = PlainText { text: "看图".into(), lost: Some(LostMarkup::Picture) };
        assert_eq!(to_text("看图<img src=\"a.png\">"), seen);
        assert_eq!(to_text("a<script>alert(1)</script><!-- x -->b").text, "ab");
        assert_eq!(to_text("<p").text, "<p");
    }

    #[test]
    fn a_tag_ends_where_its_attributes_do() {
        assert_shown(&[
            ("<p title=\"a > b\">Which?</p>", "Which?"),
            ("<img alt='a>b'>x", "x"),
            ("<p title='\"a\" > \"b\"'>x</p>", "x"),
            ("<a href=a.html?b=1&lt=2 title>x</a>", "x"),
            ("<P CLASS=\"a\nb\">x<BR/>y</P >", "x\ny"),
            ("a<b\n>c</b\t>", "ac"),
        ]);
    }

    #[test]
    fn what_word_and_old_browsers_put_around_a_text_goes() {
        assert_shown(&[
            ("<o:p></o:p>a<O:P>&nbsp;</O:P>", "a"),
            ("<st1:place w:st=\"on\">London</st1:place>", "London"),
            ("<?xml:namespace prefix = o ns = \"urn:x\" />a", "a"),
            ("<![if !supportLists]>1. <![endif]>a", "1. a"),
            ("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->a", "a"),
            ("<!DOCTYPE html>a<!-- > -->b<!---->c", "abc"),
        ]);
    }

    #[test]
    fn every_entity_is_decoded_with_its_semicolon_or_without_where_html_allows() {
        assert_shown(&[
            ("&asymp;&alpha;&eacute;&rArr;&infin;&mu;", "≈αé⇒∞μ"),
            ("a&thinsp;b&emsp;c&ensp;d", "a b c d"),
            ("5 &lt 6 &gt 4 &copy 2026, &amp;lt;", "5 < 6 > 4 © 2026, &lt;"),
            ("&#8217;&#x2019&#150;", "’’–"),
            ("&NotEqualTilde;&nosuch;&alpha", "≂̸&nosuch;&alpha"),
        ]);
    }

    #[test]
    fn what_is_in_a_script_is_no_markup_and_what_is_in_a_field_is_text() {
        assert_shown(&[
            ("a<script>document.write('</b>')</script>b", "ab"),
            ("a<SCRIPT type=\"x\">if (1 < 2) { /* <!-- */ }</Script >b", "ab"),
            ("a<style>p > b { content: '</p>' }</style>b", "ab"),
            ("a<script>b", "a"),
            ("a<script src=\"b.js\"/>c", "ac"),
        ]);
        assert_eq!(to_text("<title>x</title>a<textarea>1 &lt; 2 <b></textarea>").text, "a1 < 2 <b>");
        assert_eq!(to_text("a<noscript><p>b</p></noscript><iframe>c</iframe>d").text, "ad");
        assert_eq!(to_text("a<![CDATA[1 > <b> & 2]]>b").text, "a1 > <b> & 2b");
    }

    #[test]
    fn what_never_ends_is_text() {
        assert_shown(&[
            ("a<b class=\"c>d</b> &amp; e", "a<b class=\"c>d</b> & e"),
            ("a<!-- b &lt; c", "a<!-- b < c"),
            ("a<b", "a<b"),
            ("a>b<?xml c", "a>b<?xml c"),
            ("a<script>b</script", "a"),
        ]);
        assert_eq!(to_text("\r\n一<b>二</b>\r\n三<b 四='五 &lt;").text, "一二 三<b 四='五 <");
    }

    #[test]
    fn many_signs_that_begin_nothing_take_no_longer_each_than_one() {
        for sign in
            ["<", "<b ", "<b \"", "<b a='\" ", "<!--", "<![CDATA[", "&", "&#", "</", "<o:", "<?xml", "<b>", "<b \">\" "]
        {
            let text = sign.repeat(100_000);
            assert_eq!(mixed_to_text(&text).text.is_empty(), sign.ends_with('>'), "{sign}");
        }
    }
}
