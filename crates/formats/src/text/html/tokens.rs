//! The tokens of HTML, put onto a page as they come.

use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, Error, ForwardingEmitter, Span, State, Tokenizer};

use crate::text::html::page::Page;

/// Puts a text onto a page. A tag or comment that never ends is text, and so is all that follows it: a browser would
/// drop it.
pub(super) fn read(html: &str, page: &mut Page) {
    if let Some(rest) = tokenize(html, State::Data, page).and_then(|at| html.get(at..)) {
        // In this state entities are decoded, and nothing is a tag.
        tokenize(rest, State::RcData, page);
    }
}

/// Tells where a tag or comment begins that does not end.
fn tokenize(html: &str, state: State, page: &mut Page) -> Option<usize> {
    let mut unended = None;
    let mut inner = CallbackEmitter::new(Writer { page, tag: String::new(), is_empty: false });
    inner.naively_switch_states(true);
    let mut tokenizer = Tokenizer::new_with_emitter(html, Reader { inner, at: 0, tag: 0, unended: &mut unended });
    tokenizer.set_state(state);
    let Ok(()) = tokenizer.finish();
    unended
}

/// Hears of tokens.
struct Writer<'p> {
    page: &'p mut Page,
    tag: String,
    /// Whether the tag ends in `/>`.
    is_empty: bool,
}

impl Callback<Infallible, ()> for Writer<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = String::from_utf8_lossy(name).into_owned(),
            CallbackEvent::CloseStartTag { self_closing } => {
                self.is_empty = self_closing;
                self.page.open(&self.tag);
                if self_closing {
                    self.page.reveal();
                }
            }
            CallbackEvent::EndTag { name } => self.page.close(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => self.page.show(&String::from_utf8_lossy(value)),
            _ => {}
        }
        None
    }
}

/// Keeps account of where the tokenizer is.
struct Reader<'p, 'e> {
    inner: CallbackEmitter<Writer<'p>>,
    /// How many bytes were read.
    at: usize,
    /// Where the last `<` is that may begin a tag or comment.
    tag: usize,
    unended: &'e mut Option<usize>,
}

impl ForwardingEmitter for Reader<'_, '_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.inner
    }

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn start_open_tag(&mut self) {
        self.tag = self.at.saturating_sub(1);
    }

    fn emit_error(&mut self, error: Error) {
        if matches!(error, Error::EofInTag | Error::EofInComment) {
            *self.unended = Some(self.tag);
        }
    }

    /// A script that ends in its own tag has nothing in it, as in XHTML; for a browser it would go on to the end.
    fn emit_current_tag(&mut self) -> Option<State> {
        let next = self.inner.emit_current_tag();
        if std::mem::take(&mut self.inner.callback_mut().is_empty) { None } else { next }
    }

    /// Lets `<![CDATA[` be what it is in XML: what stands in it is text. A browser takes it for a comment.
    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        true
    }
}
