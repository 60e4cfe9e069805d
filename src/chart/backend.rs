//! Where plotters draws: SVG paths that carry classes where other backends carry colours. Knows no chart and no letters.
//!
//! plotters hands a backend nothing but a colour and a width, so a [`Pen`] travels as the colour: red is what is drawn,
//! green whose it is, blue is unused. Nobody ever sees that colour; it is looked up again here and written as a class,
//! which the style sheet colours. Dashes are written as an attribute, and strokes do not scale, because the box that
//! holds the marks is stretched.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::style::Color;
use plotters_backend::BackendColor;
use plotters_backend::BackendCoord;
use plotters_backend::BackendStyle;
use plotters_backend::BackendTextStyle;
use plotters_backend::DrawingBackend;
use plotters_backend::DrawingErrorKind;

use super::slot::Slot;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A line of the grid.
    Grid,
    /// The line at zero.
    Base,
    /// A line of data.
    Line,
    /// A line of data that stands back.
    ThinLine,
    /// One of many lines.
    Hair,
    /// The inner band.
    Band,
    /// The outer band.
    WideBand,
}

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nobody's: the paper's own.
    Plain,
    /// All arms': ink.
    Ink,
    /// All arms', in dashes: a second series.
    InkDashed,
    /// An arm's.
    Arm(Slot),
}

/// What is drawn and whose it is; to plotters, a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen(pub Role, pub Tone);

const ROLES: [Role; 7] =
    [Role::Grid, Role::Base, Role::Line, Role::ThinLine, Role::Hair, Role::Band, Role::WideBand];

const TONES: [Tone; 8] = [
    Tone::Plain,
    Tone::Ink,
    Tone::InkDashed,
    Tone::Arm(Slot::R),
    Tone::Arm(Slot::A),
    Tone::Arm(Slot::B),
    Tone::Arm(Slot::C),
    Tone::Arm(Slot::D),
];

impl Pen {
    fn of((role, tone, _): (u8, u8, u8)) -> Self {
        let role = ROLES.get(usize::from(role)).copied().unwrap_or(Role::Grid);
        let tone = TONES.get(usize::from(tone)).copied().unwrap_or(Tone::Plain);
        Self(role, tone)
    }

    /// Its classes.
    pub fn class(self) -> String {
        let role = match self.0 {
            Role::Grid => "grid",
            Role::Base => "base",
            Role::Line => "line",
            Role::ThinLine => "line thin",
            Role::Hair => "line hair",
            Role::Band => "band",
            Role::WideBand => "band wide",
        };
        match self.1 {
            Tone::Plain => role.to_owned(),
            Tone::Ink => format!("{role} ink"),
            Tone::InkDashed => format!("{role} ink dashed"),
            Tone::Arm(slot) => format!("{role} {}", slot.class()),
        }
    }

    fn dashes(self) -> String {
        let lengths: &[u32] = match self {
            Self(Role::Line | Role::ThinLine, Tone::Arm(slot)) => slot.dash(),
            Self(_, Tone::InkDashed) => &[6, 4],
            _ => &[],
        };
        let lengths: Vec<String> = lengths.iter().map(ToString::to_string).collect();
        match lengths.as_slice() {
            [] => String::new(),
            some => format!(r#" stroke-dasharray="{}""#, some.join(" ")),
        }
    }
}

impl Color for Pen {
    fn to_backend_color(&self) -> BackendColor {
        let place = |i: Option<usize>| u8::try_from(i.unwrap_or(0)).unwrap_or(0);
        let role = place(ROLES.iter().position(|role| *role == self.0));
        let tone = place(TONES.iter().position(|tone| *tone == self.1));
        BackendColor { alpha: 1.0, rgb: (role, tone, 0) }
    }
}

/// A drawing backend that adds paths to a text.
#[derive(Debug)]
pub struct Marks<'a> {
    /// Width and height of the box.
    pub size: (u32, u32),
    /// The inside of an `svg` element.
    pub out: &'a mut String,
}

/// Adding to a text cannot fail.
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Marks<'_> {
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, pen: Pen, end: &str) {
        let mut d = String::new();
        for (x, y) in points {
            let _ = write!(d, "{}{x} {y}", if d.is_empty() { 'M' } else { 'L' });
        }
        if d.is_empty() {
            return;
        }
        let class = pen.class();
        let stroke = match pen.0 {
            Role::Band | Role::WideBand => String::new(),
            _ => format!(r#" fill="none" vector-effect="non-scaling-stroke"{}"#, pen.dashes()),
        };
        let _ = write!(self.out, r#"<path class="{class}" d="{d}{end}"{stroke}/>"#);
    }
}

impl DrawingBackend for Marks<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// A single point is drawn as a stroke of no length.
    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.path([point], Pen::of(color.rgb), "h0");
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(path, Pen::of(style.color().rgb), "");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.path(vert, Pen::of(style.color().rgb), "Z");
        Ok(())
    }

    /// Letters are laid over the marks by the chart, so that they are never stretched.
    fn draw_text<T: BackendTextStyle>(&mut self, _: &str, _: &T, _: BackendCoord) -> Drawn {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pen_comes_back_from_its_colour() {
        for role in ROLES {
            for tone in TONES {
                assert_eq!(Pen::of(Pen(role, tone).to_backend_color().rgb), Pen(role, tone));
            }
        }
    }

    #[test]
    fn a_path_is_one_element_with_class_and_dashes() {
        let mut out = String::new();
        let mut marks = Marks { size: (10, 10), out: &mut out };
        let pen = Pen(Role::Line, Tone::Arm(Slot::B)).to_backend_color();
        marks.draw_path([(0, 1), (2, 3), (4, 5)], &pen).expect("drawn");
        assert_eq!(
            out,
            r#"<path class="line arm-b" d="M0 1L2 3L4 5" fill="none" vector-effect="non-scaling-stroke" stroke-dasharray="8 3"/>"#
        );
    }
}
