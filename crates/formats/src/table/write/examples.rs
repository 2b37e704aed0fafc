//! A question of each kind that a table holds, for the template.

use sixinto_core::bank::kind::NumberKey;
use sixinto_core::bank::{Difficulty, Kind, QuestionFields};
use sixinto_core::source::Source;

use crate::builders::{blank, choices, pairs, plain, question, steps};

/// Where an example belongs, and why its answer is right.
#[derive(Clone, Copy)]
struct About<'a> {
    id: &'a str,
    theme: &'a str,
    topic: &'a str,
    difficulty: Difficulty,
    explanation: &'a str,
}

/// The examples, in the language asked for.
pub(crate) fn examples(lang: &str) -> Vec<QuestionFields> {
    let say = |zh: &'static str, en: &'static str| if lang.starts_with("en") { en } else { zh };
    vec![single(&say), multiple(&say), judge(&say), fill_in(&say), number(&say), order(&say), matching(&say)]
}

type Say<'a> = &'a dyn Fn(&'static str, &'static str) -> &'static str;

fn single(say: Say<'_>) -> QuestionFields {
    let stem = say(
        "半夜闻到厨房有很浓的燃气味，第一步做什么？",
        "At night you smell gas in the kitchen. What is the first thing to do?",
    );
    let mut asked = question(Kind::Single, stem);
    let mut offered = choices([
        (say("打开电灯看看", "Switch on the light to look"), false),
        (say("关上阀门，打开门窗", "Shut the valve and open the windows"), true),
        (say("打开抽油烟机", "Turn on the cooker hood"), false),
        (say("在厨房里打电话", "Make a phone call in the kitchen"), false),
    ]);
    offered[0].why = Some(plain(say("开关会打火花，可能引爆燃气。", "A switch can spark and set off the gas.")));
    asked.choices = Some(offered);
    asked.action =
        Some(plain(say("关阀门，开门窗，到屋外再打电话。", "Shut the valve, open the windows, phone from outside.")));
    asked.source = Some(Source {
        title: Some(plain(say("家庭燃气安全常识", "Basics of gas safety at home"))),
        as_of: "2026-11-23".parse().expect("a date"),
        ..Source::default()
    });
    let explanation = say("漏出来的燃气遇到一点火星就可能爆炸。", "A spark can set off gas that has leaked.");
    about(asked, About { id: "example-single", theme: "home", topic: "gas", difficulty: Difficulty::Easy, explanation })
}

fn multiple(say: Say<'_>) -> QuestionFields {
    let stem = say(
        "教学楼着火，楼道里有烟，应该怎样逃生？",
        "The school is on fire and there is smoke in the corridor. How do you get out?",
    );
    let mut asked = question(Kind::Multiple, stem);
    asked.choices = Some(choices([
        (say("弯腰低身走", "Keep low"), true),
        (say("捂住口鼻", "Cover nose and mouth"), true),
        (say("坐电梯下楼", "Take the lift"), false),
        (say("走安全出口", "Use the emergency exit"), true),
    ]));
    let explanation = say(
        "烟往上走，低处的空气好一些；电梯可能停电。",
        "Smoke rises, so the air is better low down; lifts can lose power.",
    );
    about(
        asked,
        About { id: "example-multiple", theme: "school", topic: "fire", difficulty: Difficulty::Middling, explanation },
    )
}

fn judge(say: Say<'_>) -> QuestionFields {
    let mut asked =
        question(Kind::Judge, say("炒菜时油锅着火，可以用水浇灭。", "A pan of burning oil can be put out with water."));
    asked.answer = Some(false);
    let explanation = say(
        "水会让着火的油溅开。应该盖上锅盖，关火。",
        "Water makes burning oil splash. Put the lid on and turn off the heat.",
    );
    about(asked, About { id: "example-judge", theme: "home", topic: "fire", difficulty: Difficulty::Easy, explanation })
}

fn fill_in(say: Say<'_>) -> QuestionFields {
    let stem = say(
        "发现火灾，拨打____；有人受重伤，拨打____。",
        "In China, for a fire call ____; for somebody badly hurt call ____.",
    );
    let mut asked = question(Kind::Blank, stem);
    asked.blanks = Some(vec![blank(["119"]), blank(["120"])]);
    let explanation = say("119 是火警，120 是急救。", "119 is the fire service, 120 the ambulance.");
    about(
        asked,
        About { id: "example-blank", theme: "public", topic: "fire", difficulty: Difficulty::Easy, explanation },
    )
}

fn number(say: Say<'_>) -> QuestionFields {
    let stem = say("给成人做胸外按压，每分钟按多少次？", "How many chest compressions a minute does an adult need?");
    let mut asked = question(Kind::Number, stem);
    let whole = |text: &str| text.parse().expect("a number");
    asked.number =
        Some(NumberKey { value: whole("110"), tolerance: whole("10"), unit: Some(plain(say("次", "compressions"))) });
    let explanation = say("每分钟 100 到 120 次。", "100 to 120 a minute.");
    about(
        asked,
        About { id: "example-number", theme: "public", topic: "aid", difficulty: Difficulty::Hard, explanation },
    )
}

fn order(say: Say<'_>) -> QuestionFields {
    let mut asked =
        question(Kind::Order, say("用干粉灭火器灭火，先后怎么做？", "In which order is a powder extinguisher used?"));
    asked.steps = Some(steps([
        say("提起灭火器", "Lift the extinguisher"),
        say("拔掉保险销", "Pull the pin"),
        say("喷嘴对准火焰根部", "Aim at the base of the fire"),
        say("压下手柄", "Squeeze the handle"),
    ]));
    let explanation = say("不拔保险销，手柄压不下去。", "The handle does not move until the pin is out.");
    about(
        asked,
        About {
            id: "example-order",
            theme: "community",
            topic: "fire-gear",
            difficulty: Difficulty::Middling,
            explanation,
        },
    )
}

fn matching(say: Say<'_>) -> QuestionFields {
    let mut asked =
        question(Kind::Match, say("这些电话各是做什么的？", "What is each of these numbers for, in China?"));
    asked.pairs =
        Some(pairs([("119", say("火警", "fire")), ("120", say("急救", "ambulance")), ("110", say("报警", "police"))]));
    let explanation = say("三个号码都不收费，手机没有话费也能打。", "All three are free of charge.");
    about(
        asked,
        About { id: "example-match", theme: "public", topic: "aid", difficulty: Difficulty::Easy, explanation },
    )
}

fn about(mut asked: QuestionFields, about: About<'_>) -> QuestionFields {
    let id = |name: &str| name.parse().expect("the names of examples are ids");
    asked.id = id(about.id);
    asked.themes.insert(id(about.theme));
    asked.topic = id(about.topic);
    asked.difficulty = about.difficulty;
    asked.explanation = Some(plain(about.explanation));
    asked
}
