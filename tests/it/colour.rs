//! The arms are told apart in every theme by whoever sees: with the three kinds of colour blindness, and in grey. Colour,
//! dash and marker count together; none is left to carry it alone.
//!
//! Colours are read from the style sheet. What a colour-blind person sees of them is computed with the matrices for full
//! severity of Machado, Oliveira and Fernandes (2009, IEEE TVCG 15, 1291-1298); distances are those of CIE L\*a\*b\* (1976), in
//! which 2.3 is just noticeable (Mahy, Van Eycken and Oosterlinck 1994).

use titrarium::chart::slot::Slot;
use titrarium::math;

const SLOTS: [Slot; 5] = [Slot::R, Slot::A, Slot::B, Slot::C, Slot::D];

/// Linear light: red, green, blue.
type Light = [f64; 3];

const VIEWS: [(&str, [Light; 3]); 5] = [
    ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
    ("grey", [[0.2126, 0.7152, 0.0722]; 3]),
];

/// Distance of two colours that are told apart without looking twice.
const COLOUR: f64 = 10.0;

/// What another dash and another marker add, in the same measure, and what it takes together.
const SHAPE: f64 = 20.0;
const TOGETHER: f64 = 40.0;

fn light(hex: &str) -> Light {
    let part = |at: usize| {
        f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits")) / 255.0
    };
    [1, 3, 5].map(|at| {
        let c = part(at);
        if c <= 0.040_45 { c / 12.92 } else { math::pow((c + 0.055) / 1.055, 2.4) }
    })
}

fn dot(a: Light, b: Light) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// L\*, a\* and b\* under daylight.
fn lab(light: Light) -> [f64; 3] {
    let white = [0.9505, 1.0, 1.089];
    let rows = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
    let f = |t: f64| if t > 0.008_856 { math::pow(t, 1.0 / 3.0) } else { 7.787 * t + 16.0 / 116.0 };
    let [x, y, z] = [0, 1, 2].map(|i| f(dot(rows[i], light) / white[i]));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(a: Light, b: Light, view: &[Light; 3]) -> f64 {
    let seen = |light: Light| lab(view.map(|row| dot(row, light).clamp(0.0, 1.0)));
    let (a, b) = (seen(a), seen(b));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// The colour of an arm's marks in a theme.
fn colour(style: &str, theme: &str, slot: Slot) -> Light {
    let class = slot.class();
    let rule = match theme {
        "projector" => format!("[data-theme=\"projector\"] .{class} {{ --m: "),
        _ => format!("\n.{class} {{ --m: light-dark("),
    };
    let at = style.find(&rule).unwrap_or_else(|| panic!("no {rule}")) + rule.len();
    let at = if theme == "dark" { at + "#000000, ".len() } else { at };
    light(&style[at..at + 7])
}

/// A marker without its colour.
fn shape(slot: Slot) -> String {
    slot.marker(6.0).replace(slot.class(), "")
}

#[test]
fn arms_are_told_apart_by_colour_dash_and_marker_together() {
    let style = include_str!("../../www/style.css");
    for theme in ["light", "dark", "projector"] {
        for (i, a) in SLOTS.into_iter().enumerate() {
            for b in SLOTS.into_iter().skip(i + 1) {
                let shapes = [a.dash() != b.dash(), shape(a) != shape(b)];
                let shapes = SHAPE * f64::from(shapes.map(u8::from).iter().sum::<u8>());
                for (view, matrix) in &VIEWS {
                    let colours =
                        distance(colour(style, theme, a), colour(style, theme, b), matrix);
                    let what = format!("{theme}, {view}: {a:?} and {b:?}, {colours:.1}");
                    assert!(*view == "grey" || colours >= COLOUR, "{what}");
                    assert!(colours + shapes >= TOGETHER, "{what}");
                }
            }
        }
    }
}
