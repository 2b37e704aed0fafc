//! A topic without a label is shown by its id, which no resident knows.

use std::collections::BTreeSet;

use crate::Id;
use crate::check::nearest::nearest;
use crate::check::{Notes, Subject, Words, counted};
use crate::topic::TopicFile;

/// One case for each bank and topic: a label that is missing is missing once, however many questions want it.
pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let Some(topics) = &subject.context.topics else { return };
    let known: BTreeSet<&Id> = topics.value.topics.iter().map(|topic| &topic.id).collect();
    let mut told: BTreeSet<(&Id, &Id)> = BTreeSet::new();
    for question_ref in subject.questions().filter(|question_ref| !known.contains(&question_ref.question.topic)) {
        let topic = &question_ref.question.topic;
        if !told.insert((&question_ref.bank.id, topic)) {
            continue;
        }
        let questions = question_ref.bank.questions.iter().filter(|question| question.topic == *topic).count();
        let message = Words::new(
            format!("话题“{topic}”不在话题表 topics.json 里，{questions} 道题用了它；页面上只能显示这个编号"),
            format!(
                "the topic `{topic}` of {} is not in topics.json, so the page can only show this id",
                counted(questions, "question", "questions")
            ),
        );
        notes.at(question_ref, "/topic", message, help(topic, &topics.value));
    }
}

fn help(topic: &Id, topics: &TopicFile) -> Words {
    match nearest(topic.as_str(), topics.topics.iter().map(|topic| topic.id.as_str())) {
        Some(near) => Words::new(
            format!("是不是想写“{near}”？要是新话题，在 topics.json 里给它起个名字"),
            format!("did you mean `{near}`? If it is a new topic, give it a label in topics.json"),
        ),
        None => Words::new("在 topics.json 里给它起个名字", "give it a label in topics.json"),
    }
}
