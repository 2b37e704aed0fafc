//! Hotspots: areas of a picture.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::bank::kind::Area;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;

use crate::builders::plain;
use crate::diagnostics::Finding;
use crate::qti::choice::right_ones;
use crate::qti::context::{Context, names};
use crate::qti::dom::{attribute, children, name, own};
use crate::qti::scoring::{Declaration, Scoring};

pub(super) fn fill<'x, 'a>(
    context: &mut Context<'x, 'a>,
    question: &mut QuestionFields,
    at: Node<'x, 'a>,
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Result<(), Box<Finding>> {
    if scoring == Scoring::Map {
        return Err(context.unscorable(at));
    }
    let nodes: Vec<Node<'x, 'a>> = children(at, "hotspot-choice").collect();
    let picture = at.descendants().find(|node| node.is_element() && matches!(name(*node).as_ref(), "img" | "object"));
    let size = picture.and_then(|picture| Some((picture, pixels(picture, "width")?, pixels(picture, "height")?)));
    let Some((picture, width, height)) = size else { return Err(no_size(context, picture.unwrap_or(at))) };
    let right = right_ones(context, at, &nodes, declaration, scoring)?;
    let mut areas = Vec::new();
    for ((node, id), hazard) in nodes.iter().zip(names(&nodes)).zip(right) {
        let [x, y, right, bottom] = frame(context, *node, width, height)?;
        let label = attribute(*node, "hotspot-label").unwrap_or_default();
        let why = own(*node, "why").map(plain);
        areas.push(Area { id, x, y, width: right - x, height: bottom - y, label: plain(label), hazard, why });
    }
    question.kind = Kind::Spot;
    question.areas = Some(areas);
    question.media = context.media(picture);
    Ok(())
}

fn pixels(picture: Node<'_, '_>, side: &str) -> Option<f64> {
    let text = attribute(picture, side)?.trim().trim_end_matches("px");
    text.parse().ok().filter(|pixels| (1.0..=1e6).contains(pixels))
}

/// The rectangle around an area, in thousandths of the picture: left, upper, right and lower edge.
fn frame<'x, 'a>(
    context: &mut Context<'x, 'a>,
    node: Node<'x, 'a>,
    width: f64,
    height: f64,
) -> Result<[u16; 4], Box<Finding>> {
    let numbers = attribute(node, "coords").unwrap_or_default().split(',').map(|text| text.trim().parse::<f64>());
    let numbers = numbers.collect::<Result<Vec<f64>, _>>().unwrap_or_default();
    let shape = attribute(node, "shape").unwrap_or_default();
    let edges = match (shape, numbers.as_slice()) {
        ("rect", [left, top, right, bottom]) => [*left, *top, *right, *bottom],
        ("circle", [x, y, radius]) => [x - radius, y - radius, x + radius, y + radius],
        ("ellipse", [x, y, wide, high]) => [x - wide, y - high, x + wide, y + high],
        ("poly", [_, _, _, _, ..]) => around(&numbers),
        _ => return Err(bad_area(context, node)),
    };
    if shape != "rect" {
        let message =
            Words::new("这块区域不是长方形，用了外面的方框", "the area is no rectangle: the one around it was taken");
        let help = Words::new("看看方框有没有盖住别的东西", "see whether it covers anything else");
        context.warn(Code::QtiShape, node, message, help);
    }
    let [left, top, right, bottom] = edges;
    let scaled = [left / width, top / height, right / width, bottom / height].map(thousandths);
    let is_area = scaled[0] < scaled[2] && scaled[1] < scaled[3];
    if is_area { Ok(scaled) } else { Err(bad_area(context, node)) }
}

fn around(points: &[f64]) -> [f64; 4] {
    let side = |from: usize| points.iter().copied().skip(from).step_by(2);
    let (least, most) = (f64::INFINITY, f64::NEG_INFINITY);
    [
        side(0).fold(least, f64::min),
        side(1).fold(least, f64::min),
        side(0).fold(most, f64::max),
        side(1).fold(most, f64::max),
    ]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is between 0 and 1000")]
fn thousandths(share: f64) -> u16 {
    (share * 1000.0).round().clamp(0.0, 1000.0) as u16
}

fn bad_area<'x, 'a>(context: &Context<'x, 'a>, at: Node<'x, 'a>) -> Box<Finding> {
    let found = attribute(at, "coords").unwrap_or_default();
    let message = Words::new("这块区域的坐标看不懂", "the coordinates of this area cannot be read");
    let help = Words::new(
        "长方形写 shape=\"rect\" coords=\"左,上,右,下\"，单位是像素",
        "write shape=\"rect\" coords=\"left,top,right,bottom\" in pixels",
    );
    let finding = context.error(Code::QtiArea, at, message, help);
    Box::new(finding.instead(found, Words::new("左,上,右,下", "left,top,right,bottom")))
}

fn no_size<'x, 'a>(context: &Context<'x, 'a>, at: Node<'x, 'a>) -> Box<Finding> {
    context.error(
        Code::QtiNoSize,
        at,
        Words::new(
            "没有写图片的宽和高，区域的位置算不出来",
            "the picture has no width and height, so areas cannot be placed",
        ),
        Words::new("给图片加 width 和 height，单位是像素", "add width and height in pixels to the picture"),
    )
}
