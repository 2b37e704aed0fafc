//! Answers in words.

use sixinto_core::paper::Prompt;
use sixinto_core::{Answer, Id};

use crate::lang::Lang;
use crate::prompt_text::letter;

/// An answer in words, a string for each of its parts.
pub(crate) fn parts(prompt: &Prompt<'_>, answer: &Answer, lang: Lang) -> Vec<String> {
    match answer {
        Answer::Single(id) => chosen(prompt, |item| item == id),
        Answer::Multiple(ids) | Answer::Spot(ids) => chosen(prompt, |item| ids.contains(item)),
        Answer::Judge(true) => vec![lang.say("对", "True").to_owned()],
        Answer::Judge(false) => vec![lang.say("不对", "False").to_owned()],
        Answer::Blank(typed) => typed.iter().map(|text| or_nothing(text, lang)).collect(),
        Answer::Number(typed) => {
            vec![format!("{} {}", typed.trim(), prompt.unit.unwrap_or_default()).trim_end().to_owned()]
        }
        Answer::Order(ids) => ids.iter().filter_map(|id| item(prompt, id)).collect(),
        Answer::Match(pairs) => {
            let sides =
                |(left, right): (&Id, &Id)| Some(format!("{} → {}", item(prompt, left)?, target(prompt, right)?));
            // The paper's order, not that of the ids.
            let in_order = prompt.items.iter().filter_map(|left| Some((left.id, pairs.get(left.id)?)));
            in_order.filter_map(sides).collect()
        }
    }
}

fn chosen(prompt: &Prompt<'_>, is_chosen: impl Fn(&Id) -> bool) -> Vec<String> {
    prompt.items.iter().filter(|part| is_chosen(part.id)).filter_map(|part| item(prompt, part.id)).collect()
}

fn item(prompt: &Prompt<'_>, id: &Id) -> Option<String> {
    let at = prompt.items.iter().position(|part| part.id == id)?;
    Some(format!("{}. {}", letter(at), prompt.items[at].text))
}

fn target(prompt: &Prompt<'_>, id: &Id) -> Option<String> {
    let at = prompt.targets.iter().position(|part| part.id == id)?;
    Some(format!("{}. {}", at + 1, prompt.targets[at].text))
}

fn or_nothing(text: &str, lang: Lang) -> String {
    if text.trim().is_empty() { lang.say("（空着）", "(left empty)").to_owned() } else { text.to_owned() }
}
