//! A QR code that is drawn says what it was asked to, to somebody else's reader.

use proptest::prelude::*;
use rqrr::PreparedImage;
use sixinto_core::qr::{Drawing, draw, in_letters};

/// The side of a module, in pixels.
const SCALE: usize = 4;

/// Where a row of dark modules starts, and how long it is: `M12 4h7v1h-7z`.
fn row(step: &str) -> (usize, usize, usize) {
    let numbers: Vec<usize> =
        step.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    (numbers[0], numbers[1], numbers[2])
}

fn reading(Drawing { size, path }: &Drawing) -> String {
    let size = usize::try_from(*size).expect("a size");
    let mut dark = vec![false; size * size];
    for (x, y, width) in path.split('z').filter(|step| !step.is_empty()).map(row) {
        dark[y * size + x..][..width].fill(true);
    }
    read_off(size, |x, y| dark[y * size + x])
}

/// What a reader makes of a square of modules.
fn read_off(size: usize, is_dark: impl Fn(usize, usize) -> bool) -> String {
    let pixel = |x: usize, y: usize| if is_dark(x / SCALE, y / SCALE) { 0 } else { 255 };
    let mut image = PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, pixel);
    let grids = image.detect_grids();
    let [grid] = grids.as_slice() else { panic!("{} codes", grids.len()) };
    grid.decode().expect("a code that can be read").1
}

#[test]
fn a_reader_finds_the_link() {
    for link in [
        "https://example.org/#/quiz/home?preset=practice&seed=4294967295",
        "https://安全.example.org/六进/#/quiz?preset=daily&seed=20261126",
    ] {
        assert_eq!(reading(&draw(link).expect("a short text")), link);
    }
}

#[test]
fn a_reader_finds_the_address_in_a_terminal() {
    let address = "http://192.168.1.5:8000/";
    let letters = in_letters(address).expect("a short text");
    let rows: Vec<Vec<char>> = letters.lines().map(|line| line.chars().collect()).collect();
    let width = rows[0].len();
    assert!(rows.iter().all(|row| row.len() == width) && rows.len() == width.div_ceil(2));
    let is_light = |x: usize, y: usize| match rows[y / 2][x] {
        '█' => true,
        '▀' => y.is_multiple_of(2),
        '▄' => y % 2 == 1,
        _ => false,
    };
    assert_eq!(read_off(width, |x, y| !is_light(x, y)), address);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_reader_finds_any_text(text in "[ -~\u{4e00}-\u{9fa5}]{1,200}") {
        prop_assert_eq!(reading(&draw(&text).expect("a short text")), text);
    }
}
