//! An article that the cited text does not have: a slip of the pen, or another version.

use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    let Some(source) = &question_ref.question.source else { return };
    let Some(article) = &source.article else { return };
    let Some(entry) = context.register.value.find(source) else { return };
    if entry.has_article(article) {
        return;
    }
    let (zh, en) = (entry.title.get("zh-CN"), entry.title.get("en"));
    let version = &entry.version;
    let help = if entry.articles.is_some() {
        Words::new(format!("对照 {version} 版改正条号"), format!("correct the number by the version of {version}"))
    } else {
        Words::new(
            "去掉条号，或者在 sources.json 里这个来源下写明 articles",
            "leave the article out, or list the `articles` of this source in sources.json",
        )
    };
    notes.at(
        question_ref,
        "/source/article",
        Words::new(format!("《{zh}》没有第 {article} 条"), format!("{en} has no article {article}")),
        help,
    );
}
