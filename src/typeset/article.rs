//! A whole article: which parts there are, how each is set, and what stands between them.

mod window;

use super::breaks::Customs;
use super::fill;
use super::headline;
use super::language::Language;
use super::line::{Role, SetArticle};
use super::paragraph::{self, Cut, Room};
use super::sanitize;
use super::script::Guise;
use super::setting::{Frame, Scale, Setting};
use super::source::{Shown, shown};
use super::unit::{Kind, REPLACEMENT, Unit};
use super::units::{Scratch, Units};
use super::width::{self, Columns, Widths};
use crate::issue::{Article, BlockKind, Part, Position};

use window::{Enough, beginning};
pub use window::{Extent, Window};

/// Sets `article` in type.
///
/// Kicker, headline, deck, byline and subheads are centred, each printed line a line of its own as long as it fits;
/// running text is set to the measure, or to that of a column. See [`Setting`] for what can be chosen and [`SetArticle`]
/// for what holds of the result at every width from one cell up.
#[must_use]
pub fn set(article: &Article, setting: &Setting) -> SetArticle {
    set_between(article, &Pointers::default(), setting)
}

/// The same between two lines that are no text of the article.
#[must_use]
pub fn set_between(article: &Article, pointers: &Pointers, setting: &Setting) -> SetArticle {
    // Spaces put in and marks made wide take a little more.
    let bytes: usize = article.parts().map(|(_, text)| text.len()).sum();
    set_some(article, pointers, setting, Stretch::default(), bytes + bytes / 16)
}

/// Lines of the program's own, each cut to the measure: [`Role::Pointer`]. The first has the position where the article
/// begins, the last the one where it ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pointers {
    /// Above the heads.
    pub before: Option<String>,
    /// Below the body.
    pub after: Option<String>,
}

/// Sets the lines of `article` that `window` wants, and says how far they reach.
///
/// They are lines that [`set_between`] makes too. Time grows with them and not with the article, as long as its heads are
/// heads. Of a block of more than a megabyte only the beginning is looked at: the window's place may not be reached, and
/// ASCII marks that are in a pair with one further on are shown as printed. A place that is deeper in its block than any
/// window reaches is not looked for: lines from where the window begins are all there is.
#[must_use]
pub fn set_window(
    article: &Article,
    pointers: &Pointers,
    setting: &Setting,
    window: Window,
) -> (SetArticle, Extent) {
    let enough = Enough::of(window, article);
    let to_start =
        window.from.is_none_or(|from| article.parts().next().is_some_and(|(first, _)| first == from));
    let from = window.from.filter(|_| !to_start);
    let bytes = enough.bytes(setting.width);
    let set = set_some(article, pointers, setting, Stretch { from, enough: Some(enough) }, bytes);
    // One that ends just there may be whole all the same; nothing is lost if it is set once more.
    let to_end = !enough.has(&set);
    (set, Extent { to_start, to_end })
}

/// Which part is the first, and when the rest may be left.
#[derive(Debug, Clone, Copy, Default)]
struct Stretch {
    from: Option<Part>,
    enough: Option<Enough>,
}

fn set_some(
    article: &Article,
    pointers: &Pointers,
    setting: &Setting,
    stretch: Stretch,
    bytes: usize,
) -> SetArticle {
    let mut scale = setting.headline_scale();
    let mut most = stretch.enough.map(|_| Enough::source_bytes(setting.width));
    loop {
        let setter = Setter { enough: stretch.enough, most, ..Setter::new(setting, scale, bytes) };
        match set_with(article, pointers, stretch.from, setter) {
            Ok(set) => return set,
            Err(Again::Smaller) => scale = Scale::Single,
            Err(Again::Whole) => most = None,
        }
    }
}

/// What must be otherwise the next time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Again {
    /// A headline has a word that is longer than its line at double scale.
    Smaller,
    /// The beginning of a very long block is not enough of it.
    Whole,
}

/// Whether there is anything of `text` to be seen: its first characters tell, nearly always.
fn shows(text: &str, guise: Guise) -> bool {
    let first: String = text.chars().take(64).collect();
    [first.as_str(), text].iter().any(|text| !shown(text, guise).trim().is_empty())
}

fn set_with(
    article: &Article,
    pointers: &Pointers,
    from: Option<Part>,
    mut setter: Setter<'_>,
) -> Result<SetArticle, Again> {
    if let (Some(text), None) = (&pointers.before, from) {
        setter.pointer(text, Position::START);
    }
    // What stands before it decides how the first one is set.
    let mut left_out = article.parts().rev().skip_while(|(part, _)| from.is_none_or(|from| *part >= from));
    let before = left_out.find(|(_, text)| shows(text, setter.guise));
    setter.above = before.map(|(part, _)| role(article, part)).or(setter.above);
    for (part, text) in article.parts().skip_while(|(part, _)| from.is_some_and(|from| *part < from)) {
        setter.part(part, role(article, part), text);
        if let Some(again) = setter.again {
            return Err(again);
        }
        if setter.is_enough() {
            break;
        }
    }
    if let (Some(text), false) = (&pointers.after, setter.is_enough()) {
        setter.out.push_blank(setter.end);
        setter.pointer(text, setter.end);
    }
    setter.out.finish();
    Ok(setter.out)
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
    /// Where that ends.
    end: Position,
    /// In what the text is shown otherwise than it is printed.
    guise: Guise,
    /// How large headlines are.
    headlines: Scale,
    /// Why all of it is for nothing.
    again: Option<Again>,
    /// No more bytes of a block are looked at.
    most: Option<usize>,
    /// After these lines the rest is left.
    enough: Option<Enough>,
    /// Scratch: where spaces go.
    places: Vec<usize>,
    scratch: Scratch,
}

impl<'a> Setter<'a> {
    fn new(setting: &'a Setting, headlines: Scale, bytes: usize) -> Self {
        let widths = Widths::new(setting.ambiguous);
        Self {
            setting,
            frame: setting.frame(),
            widths,
            out: SetArticle::new(widths, bytes),
            above: None,
            end: Position::START,
            guise: setting.guise(),
            headlines,
            again: None,
            most: None,
            enough: None,
            places: Vec::new(),
            scratch: Scratch::default(),
        }
    }

    /// Whether the rest may be left.
    fn is_enough(&self) -> bool {
        self.enough.is_some_and(|enough| enough.has(&self.out))
    }

    fn part(&mut self, part: Part, role: Role, source: &str) {
        self.frame = match part {
            Part::Block(_) => self.setting.body_frame(),
            _ => self.setting.frame(),
        };
        let running = matches!(role, Role::Paragraph | Role::Caption | Role::Image);
        let text = self.most.filter(|_| running).map_or(source, |most| beginning(source, most));
        let shown = Shown::new(text, self.guise);
        let scale = if role == Role::Headline { self.headlines } else { Scale::Single };
        let mut pen = Pen {
            part,
            role,
            scale,
            units: Units::new(
                &shown,
                Customs::new(self.setting.language, self.setting.strictness),
                self.widths,
                scale.room(self.frame.measure),
                std::mem::take(&mut self.scratch),
            ),
            next: 0,
            at: 0,
            offset: 0,
        };
        pen.at = pen.units.start();
        if !pen.is_done() {
            self.set_part(&mut pen);
        }
        self.scratch = pen.units.into_scratch();
        if text.len() < source.len() && !self.is_enough() {
            self.again = Some(Again::Whole);
        }
    }

    fn set_part(&mut self, pen: &mut Pen<'_>) {
        let (part, role) = (pen.part, pen.role);
        if self.above.is_some_and(|above| is_set_apart(above, role)) {
            self.out.push_blank(Position::new(part, 0));
        }
        match role {
            Role::Paragraph => self.paragraph(pen),
            Role::Caption | Role::Image => self.block(pen),
            Role::Credit => self.head(pen, Side::Right),
            _ => self.head(pen, Side::Middle),
        }
        self.above = Some(role);
        self.end = Position::new(part, pen.offset);
    }

    /// A line of the program's own, at the left.
    fn pointer(&mut self, text: &str, at: Position) {
        let Frame { left, measure, .. } = self.frame;
        let text = sanitize::printable(text);
        let text = width::fit(&text, measure, self.widths);
        let from = self.out.text_len();
        self.out.push_text(&text);
        self.out.push_line(Role::Pointer, Scale::Single, (left, self.widths.text(&text)), at, from);
        self.above = Some(Role::Pointer);
    }

    fn paragraph(&mut self, pen: &mut Pen<'_>) {
        let under_head = self.above != Some(Role::Paragraph);
        let Frame { left, measure, gutter } = self.frame;
        let company = self.setting.language.is_even();
        let mut indent = self.setting.first_indent(measure, under_head);
        while !pen.is_done() && !self.is_enough() {
            if pen.rest().first().is_some_and(|unit| unit.columns() > measure - indent) {
                indent = Columns::ZERO;
            }
            let line = measure - indent;
            let Some(cut) = pen.cut(Room { line, measure, gutter, company }) else { break };
            self.fill(pen, cut, line);
            self.line(pen, cut, left + indent);
            indent = Columns::ZERO;
        }
    }

    /// A caption or a picture's description: indented on both sides where there is room, not filled.
    fn block(&mut self, pen: &mut Pen<'_>) {
        let Frame { left, measure, .. } = self.frame;
        let margin = if measure >= Columns(24) { Columns(4) } else { Columns::ZERO };
        let line = measure - margin - margin;
        // A cluster that is wider than this goes where it has room.
        while !pen.is_done() && !self.is_enough() {
            let wide = pen.rest().first().is_some_and(|unit| unit.columns() > line);
            let (line, margin) = if wide { (measure, Columns::ZERO) } else { (line, margin) };
            let Some(cut) = pen.cut(Room { line, measure: line, gutter: Columns::ZERO, company: true })
            else {
                break;
            };
            self.places.clear();
            self.line(pen, cut, left + margin);
        }
    }

    fn head(&mut self, pen: &mut Pen<'_>, side: Side) {
        let Frame { left, measure, .. } = self.frame;
        let line = pen.scale.room(measure);
        let cuts = pen.balance(self.setting.language, line);
        if cuts.is_none() && pen.scale == Scale::Double {
            self.again = Some(Again::Smaller);
            return;
        }
        let mut cuts = cuts.unwrap_or_default().into_iter();
        let room = Room { line, measure: line, gutter: Columns::ZERO, company: true };
        while !pen.is_done() {
            let Some(cut) = cuts.next().or_else(|| pen.cut(room)) else { break };
            let free = measure - pen.scale.columns(cut.width);
            let shift = match side {
                // Even, so that Han stand in the columns of the text below.
                Side::Middle => free.half().even(),
                Side::Right => free.even(),
            };
            self.places.clear();
            self.line(pen, cut, left + shift);
            if pen.scale == Scale::Double {
                self.out.push_blank(Position::new(pen.part, pen.offset));
            }
        }
    }

    /// Finds where spaces go to make the line even.
    fn fill(&mut self, pen: &Pen<'_>, cut: Cut, line: Columns) {
        self.places.clear();
        if cut.last {
            return;
        }
        // A hung mark is outside of the measure.
        let inside = cut.shown - usize::from(cut.hung > Columns::ZERO);
        let Some(units) = pen.rest().get(..inside) else { return };
        let short = line - cut.width;
        if self.setting.justify_words && !self.setting.language.is_even() {
            fill::words(units, short, &mut self.places);
        } else if self.setting.justify && self.setting.language != Language::Latin {
            fill::east_asian(units, short, &mut self.places);
        }
    }

    /// Writes the line out, with a space before each unit in `places`, and moves the pen past it.
    fn line(&mut self, pen: &mut Pen<'_>, cut: Cut, left: Columns) {
        let from = self.out.text_len();
        let start = Position::new(pen.part, pen.offset);
        let width = cut.width + cut.hung + Columns(self.places.len());
        let units = pen.rest().get(..cut.end).unwrap_or_default();
        let (shown, rest) = units.split_at_checked(cut.shown).unwrap_or((units, &[]));
        let is_plain = |unit: &Unit| unit.clusters == 1 && !matches!(unit.kind, Kind::Replaced | Kind::Group);
        let length = |units: &[Unit]| units.iter().map(|unit| unit.len as usize).sum::<usize>();
        let mut at = pen.at;
        let mut offset = pen.offset;
        if shown.iter().fold(true, |all, unit| all & is_plain(unit)) {
            let mut done = 0;
            for &place in &self.places {
                let end = at + length(shown.get(done..place).unwrap_or_default());
                self.out.push_text(pen.units.text(&(at..end)));
                self.out.push_odd(" ", 0);
                (at, done) = (end, place);
            }
            let end = at + length(shown.get(done..).unwrap_or_default());
            self.out.push_text(pen.units.text(&(at..end)));
            (at, offset) = (end, offset + shown.len());
        } else {
            let mut replacement = [0; 4];
            let replacement = &*REPLACEMENT.encode_utf8(&mut replacement);
            let mut places = self.places.iter().copied().peekable();
            for (n, unit) in shown.iter().enumerate() {
                while places.next_if_eq(&n).is_some() {
                    self.out.push_odd(" ", 0);
                }
                let end = at + unit.len as usize;
                let text = pen.units.text(&(at..end));
                match unit.kind {
                    _ if is_plain(unit) => self.out.push_text(text),
                    Kind::Replaced => self.out.push_odd(replacement, unit.clusters),
                    _ => self.out.push_odd(text, unit.clusters),
                }
                at = end;
                offset += unit.clusters as usize;
            }
        }
        at += length(rest);
        offset += rest.iter().map(|unit| unit.clusters as usize).sum::<usize>();
        pen.next += cut.end;
        (pen.at, pen.offset) = (at, offset);
        self.out.push_line(pen.role, pen.scale, (left, pen.scale.columns(width)), start, from);
    }
}

/// Where in a part the setter is.
struct Pen<'a> {
    part: Part,
    role: Role,
    scale: Scale,
    units: Units<'a>,
    /// How many of the ready units are set.
    next: usize,
    /// The byte of shown text that comes next.
    at: usize,
    /// The source clusters before it.
    offset: usize,
}

impl Pen<'_> {
    /// The units that are ready and not set.
    fn rest(&self) -> &[Unit] {
        self.units.ready().get(self.next..).unwrap_or_default()
    }

    /// Whether all is set. Sees to it that there is something ready if not.
    fn is_done(&mut self) -> bool {
        while self.rest().is_empty() && !self.units.is_complete() {
            self.more();
        }
        self.rest().is_empty()
    }

    fn more(&mut self) {
        self.units.take(self.next);
        self.next = 0;
        self.units.more();
    }

    /// The next line.
    fn cut(&mut self, room: Room) -> Option<Cut> {
        loop {
            match paragraph::cut(self.rest(), room, self.units.is_complete()) {
                None if !self.units.is_complete() => self.more(),
                cut => return cut,
            }
        }
    }

    /// The lines of a headline.
    fn balance(&mut self, language: Language, measure: Columns) -> Option<Vec<Cut>> {
        self.units.all();
        let units = self.units.ready();
        let len: usize = units.iter().map(|unit| unit.len as usize).sum();
        headline::balance(units, self.units.text(&(self.at..self.at + len)), language, measure)
    }
}

#[cfg(test)]
mod pictures;
#[cfg(test)]
mod tests;
