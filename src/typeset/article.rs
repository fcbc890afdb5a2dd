//! A whole article: which parts there are, how each is set, and what stands between them.

use super::fill;
use super::headline;
use super::line::{Role, SetArticle};
use super::paragraph::{self, Cut, Room};
use super::setting::{Frame, Setting};
use super::source::Shown;
use super::units::{Kind, REPLACEMENT, Unit, Units};
use super::width::{Columns, Widths};
use crate::issue::{Article, BlockKind, Part, Position};

/// Sets `article` in type.
///
/// Kicker, headline, deck, byline and subheads are centred, each printed line a line of its own as long as it fits;
/// running text is set to the measure. See [`Setting`] for what can be chosen and [`SetArticle`] for what holds of the
/// result at every width from one cell up.
#[must_use]
pub fn set(article: &Article, setting: &Setting) -> SetArticle {
    let mut setter = Setter::new(setting);
    for (part, text) in article.parts() {
        setter.part(part, role(article, part), text);
    }
    setter.out.finish();
    setter.out
}

fn role(article: &Article, part: Part) -> Role {
    match part {
        Part::Kicker(_) => Role::Kicker,
        Part::Headline(_) => Role::Headline,
        Part::Deck(_) => Role::Deck,
        Part::Byline => Role::Byline,
        Part::Block(n) => match article.body.get(n).map(|block| block.kind).unwrap_or_default() {
            BlockKind::Paragraph => Role::Paragraph,
            BlockKind::Subhead => Role::Subhead,
            BlockKind::Caption => Role::Caption,
            BlockKind::Credit => Role::Credit,
            BlockKind::Image => Role::Image,
        },
    }
}

/// Whether an empty line stands between parts of these roles.
fn is_set_apart(above: Role, below: Role) -> bool {
    use Role::{Byline, Caption, Credit, Deck, Headline, Image, Kicker, Paragraph, Subhead};
    match (above, below) {
        (Headline, Deck) | (Subhead | Paragraph, Paragraph) | (Image, Caption) | (_, Credit) => false,
        (Kicker | Headline | Deck | Byline, _) => above != below,
        (_, Subhead) => true,
        _ => above != below,
    }
}

/// Where a line stands between the margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Middle,
    Right,
}

struct Setter<'a> {
    setting: &'a Setting,
    frame: Frame,
    widths: Widths,
    out: SetArticle,
    /// What was set last.
    above: Option<Role>,
    places: Vec<usize>,
}

impl<'a> Setter<'a> {
    fn new(setting: &'a Setting) -> Self {
        let widths = Widths::new(setting.ambiguous);
        Self {
            setting,
            frame: setting.frame(),
            widths,
            out: SetArticle::new(widths),
            above: None,
            places: Vec::new(),
        }
    }

    fn part(&mut self, part: Part, role: Role, source: &str) {
        let shown = Shown::new(source, self.setting.shows_full_width());
        let mut units = Units::new(&shown, self.setting.language, self.widths, self.frame.measure);
        units.more();
        if units.ready().is_empty() {
            return;
        }
        if self.above.is_some_and(|above| is_set_apart(above, role)) {
            let at = self.out.text_len();
            self.out.push_line(Role::Blank, Columns::ZERO, Columns::ZERO, Position::new(part, 0), at);
        }
        match role {
            Role::Paragraph => self.paragraph(part, &units),
            Role::Caption | Role::Image => self.block(part, role, &units),
            Role::Credit => self.head(part, role, &units, Side::Right),
            _ => self.head(part, role, &units, Side::Middle),
        }
        self.above = Some(role);
    }

    fn paragraph(&mut self, part: Part, units: &Units<'_>) {
        let under_head = self.above != Some(Role::Paragraph);
        let Frame { measure, gutter, .. } = self.frame;
        let company = self.setting.language.is_even();
        let mut indent = self.setting.first_indent(measure, under_head);
        let mut pen = Pen::new(part, Role::Paragraph, units);
        while !pen.rest.is_empty() {
            if pen.rest.first().is_some_and(|unit| unit.columns() > measure - indent) {
                indent = Columns::ZERO;
            }
            let line = measure - indent;
            let room = Room { line, measure, gutter, company };
            let Some(cut) = paragraph::cut(pen.rest, room, true) else { break };
            self.fill(&pen, cut, line);
            self.line(&mut pen, cut, self.frame.left + indent);
            indent = Columns::ZERO;
        }
    }

    /// A caption or a picture's description: indented on both sides where there is room, not filled.
    fn block(&mut self, part: Part, role: Role, units: &Units<'_>) {
        let Frame { left, measure, .. } = self.frame;
        let widest = units.ready().iter().map(|unit| unit.columns()).max().unwrap_or_default();
        let margin =
            if measure >= Columns(24) && widest + Columns(8) <= measure { Columns(4) } else { Columns::ZERO };
        let line = measure - margin - margin;
        let room = Room { line, measure: line, gutter: Columns::ZERO, company: true };
        let mut pen = Pen::new(part, role, units);
        while !pen.rest.is_empty() {
            let Some(cut) = paragraph::cut(pen.rest, room, true) else { break };
            self.places.clear();
            self.line(&mut pen, cut, left + margin);
        }
    }

    fn head(&mut self, part: Part, role: Role, units: &Units<'_>, side: Side) {
        let Frame { left, measure, .. } = self.frame;
        let mut at = units.start();
        let texts = units.ready().iter().map(|unit| {
            let text = units.text(at, unit.len as usize);
            at += unit.len as usize;
            text
        });
        let mut cuts = headline::balance(units.ready(), texts, measure).unwrap_or_default().into_iter();
        let mut pen = Pen::new(part, role, units);
        let room = Room { line: measure, measure, gutter: Columns::ZERO, company: true };
        while !pen.rest.is_empty() {
            let Some(cut) = cuts.next().or_else(|| paragraph::cut(pen.rest, room, true)) else { break };
            let free = measure - cut.width;
            let shift = match side {
                // Even, so that Han stand in the columns of the text below.
                Side::Middle => free.half().even(),
                Side::Right => free.even(),
            };
            self.places.clear();
            self.line(&mut pen, cut, left + shift);
        }
    }

    /// Finds where spaces go to make the line even.
    fn fill(&mut self, pen: &Pen<'_, '_>, cut: Cut, line: Columns) {
        self.places.clear();
        if cut.last {
            return;
        }
        // A hung mark is outside of the measure.
        let inside = cut.shown - usize::from(cut.hung > Columns::ZERO);
        let Some(units) = pen.rest.get(..inside) else { return };
        let short = line - cut.width;
        if self.setting.justify_words && !self.setting.language.is_even() {
            fill::words(units, short, &mut self.places);
        } else if self.setting.justify && self.setting.language != super::Language::Latin {
            fill::east_asian(units, short, &mut self.places);
        }
    }

    /// Writes the line out, with a space before each unit in `places`, and moves the pen past it.
    fn line(&mut self, pen: &mut Pen<'_, '_>, cut: Cut, left: Columns) {
        let from = self.out.text_len();
        let width = cut.width + cut.hung + Columns(self.places.len());
        let start = Position::new(pen.part, pen.offset);
        let mut places = self.places.iter().copied().peekable();
        // Bytes of plain text not yet written.
        let mut plain = 0;
        for (n, unit) in pen.rest.iter().enumerate().take(cut.end) {
            if n < cut.shown {
                while places.next_if_eq(&n).is_some() {
                    self.out.push_text(pen.text(plain));
                    pen.at += plain;
                    plain = 0;
                    self.out.push_odd(" ", 0);
                }
                if unit.clusters == 1 && !matches!(unit.kind, Kind::Replaced | Kind::Group) {
                    plain += unit.len as usize;
                } else {
                    self.out.push_text(pen.text(plain));
                    pen.at += plain;
                    plain = 0;
                    let mut replacement = [0; 4];
                    let text = match unit.kind {
                        Kind::Replaced => &*REPLACEMENT.encode_utf8(&mut replacement),
                        _ => pen.text(unit.len as usize),
                    };
                    self.out.push_odd(text, unit.clusters);
                    pen.at += unit.len as usize;
                }
            } else {
                self.out.push_text(pen.text(plain));
                pen.at += plain + unit.len as usize;
                plain = 0;
            }
            pen.offset += unit.clusters as usize;
        }
        self.out.push_text(pen.text(plain));
        pen.at += plain;
        pen.rest = pen.rest.get(cut.end..).unwrap_or_default();
        self.out.push_line(pen.role, left, width, start, from);
    }
}

/// Where in a part the setter is.
struct Pen<'a, 'b> {
    part: Part,
    role: Role,
    units: &'a Units<'b>,
    rest: &'a [Unit],
    /// The byte of shown text where `rest` starts.
    at: usize,
    /// The source clusters before it.
    offset: usize,
}

impl<'a, 'b> Pen<'a, 'b> {
    fn new(part: Part, role: Role, units: &'a Units<'b>) -> Self {
        Self { part, role, units, rest: units.ready(), at: units.start(), offset: 0 }
    }

    /// The next `len` bytes of shown text.
    fn text(&self, len: usize) -> &'b str {
        self.units.text(self.at, len)
    }
}

#[cfg(test)]
mod tests;
