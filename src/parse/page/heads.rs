//! What tells the lines of one head: kicker, headline and deck.
//!
//! The desk sets a head's lines by form. A couplet is one headline; so is a line that breaks off and the one that ends
//! it. A line of two halves is the headline of its head. Of three parts the first is the kicker and the last the deck. Of
//! two parts a very short one, one with a long clause of its own or one on who did it is no part of the headline; nor is a second
//! one that begins with figures or says what kind of text it is. Where form says nothing, two
//! lines that would make one headline's length are one; of longer ones over a byline or a dateline the first is the kicker,
//! and in Japan, Taiwan and Hong Kong the second the deck.

mod form;
mod names;

use super::chars::is_kana;
use super::cue::{Cue, Cues};
use super::language::is_traditional;
use super::lexicon::{Heard, Says};
use super::line::Line;
use super::rubric::letters;
use form::{Bond, MORE, Part, SMALL, THEME, is_theme, names_japanese, stands_under};

/// Most lines of a head.
const LINES: usize = 6;
/// Most characters of a headline that takes two lines.
const HEADLINE: u32 = 24;
/// The same, where headlines break at a space.
const LITTLE: u32 = 15;
/// So many headlines with a space where a printed line ends say that this text has no headline in two lines.
const SPACED: usize = 2;

/// So many title lines with a blank line before them, and so many without, say that it means something.
const FIELDS: usize = 2;

/// So many title lines say in which script they are.
const SCRIPT: usize = 64;

/// Least letters of a second line with a clause of its own that is no headline.
const CLAUSE: usize = 18;

/// How a text's desk sets its heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Usage {
    Unknown,
    /// A headline's two printed lines stand in one line with a space between: two lines are two parts.
    Spaced,
    /// The headline comes first, as in Japan, Taiwan and Hong Kong.
    First,
}

impl Usage {
    /// What the title lines of a text say.
    fn of<'a>(titles: impl Iterator<Item = &'a Line<'a>>) -> Self {
        let (mut all, mut spaced, mut other, mut parts) = (0, 0, 0, 0);
        for line in titles {
            all += 1;
            spaced += usize::from(line.cues.has(Cue::Halves));
            parts += usize::from(line.cues.any(&[Cue::EndsDash, Cue::OpensDash, Cue::Says, Cue::Chairs]));
            if all <= SCRIPT {
                other += usize::from(line.text.contains(|c| is_kana(c) || is_traditional(c)));
            }
        }
        match () {
            () if other * 3 > all.min(SCRIPT) => Self::First,
            () if spaced >= SPACED && parts > 0 => Self::Spaced,
            () => Self::Unknown,
        }
    }
}

/// Sets the cues of every run of title lines. `title` says what a title line is, `body`
/// what a body's text is.
pub(super) fn shape(lines: &mut [Line<'_>], title: impl Fn(Cues) -> bool, body: impl Fn(Cues) -> bool) {
    let usage = Usage::of(lines.iter().filter(|line| title(line.cues)));
    let fields = sets_fields_apart(lines, &title);
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get_mut(at..).unwrap_or_default();
        // The name of a column begins a head, if the line before it does not lead up to it.
        let led = |n: usize| {
            let before = n.checked_sub(1).and_then(|n| rest.get(n));
            before.is_some_and(|line| line.cues.any(&[Cue::EndsComma, Cue::EndsDash]))
        };
        let column = |n: usize, line: &Line<'_>| {
            let name =
                line.cues.has(Cue::Rubric) || line.cues.has(Cue::NoticeHead) && letters(line.text) <= THEME;
            at > 0 && n > 0 && name && !led(n)
        };
        let whole = rest.iter().take_while(|line| title(line.cues)).count();
        let more = rest.iter().take(whole).enumerate().skip(1);
        let mut run =
            whole.min(more.filter(|(n, line)| column(*n, line)).map(|(n, _)| n).next().unwrap_or(whole));
        let next = rest.get(run).map_or(Cues::default(), |line| line.cues);
        let mut named = next.any(&[Cue::BareNames, Cue::MarkedNames]);
        let told = next.any(&[Cue::Byline, Cue::MarkedNames, Cue::Dateline, Cue::Reporter]);
        if let Some(at) = names::at_end(rest.get(..run).unwrap_or_default(), next, body(next)) {
            (run, named) = (at, true);
            if let Some(line) = rest.get_mut(at) {
                line.cues.set(Cue::NameAfter);
            }
        }
        // What the line before leads up to is no head of its own.
        for n in 1..run {
            let leads = rest.get(n - 1).is_some_and(|line| line.cues.any(&[Cue::EndsComma, Cue::EndsDash]));
            if let Some(line) = rest.get_mut(n).filter(|_| leads) {
                line.cues.clear_if(true, Cue::NoticeHead);
            }
        }
        // It is the first line of a head that begins a text.
        for line in rest.iter_mut().take(run).skip(1) {
            line.cues.clear_if(true, Cue::KanaHalves);
        }
        if (2..=LINES).contains(&run)
            && let Some(head) = rest.get_mut(..run)
        {
            one(head, named, told, usage, fields);
        }
        at += run.max(1);
    }
}

/// Whether a text has blank lines between the parts of its heads and none between the lines of one part.
fn sets_fields_apart(lines: &[Line<'_>], title: impl Fn(Cues) -> bool) -> bool {
    let (mut adjacent, mut apart) = (0, 0);
    for pair in lines.windows(2) {
        let [a, b] = pair else { continue };
        if title(a.cues) && title(b.cues) {
            *if b.gap == 0 { &mut adjacent } else { &mut apart } += 1;
        }
    }
    adjacent >= FIELDS
        && apart >= FIELDS
        && lines.iter().filter(|line| line.gap > 0).count() * 3 > lines.len() * 2
}

/// Which of the words that tell a head's lines a line has: a bit for each of [`HeadWords::LISTS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct HeadWords(u8);

impl HeadWords {
    const LISTS: [Says; 7] =
        [Says::Question, Says::Whose, Says::DeckLast, Says::Occasion, Says::Detail, Says::Deed, Says::Does];

    /// Those of `heard`, and whether there is white space in a line that is not long.
    pub(super) fn of(heard: Heard, spaced: bool) -> Self {
        Self(Self::LISTS.iter().fold(u8::from(spaced), |bits, &list| bits << 1 | u8::from(heard.any(list))))
    }

    /// Whether a line that is not long has white space in it.
    pub(super) const fn spaced(self) -> bool {
        self.0 >> Self::LISTS.len() & 1 == 1
    }

    fn has(self, list: Says) -> bool {
        let bits = Self::LISTS.iter().rev();
        bits.zip(0..).any(|(&other, bit)| other == list && self.0 >> bit & 1 == 1)
    }
}

/// What is known of a head.
struct Head {
    parts: [Part; LINES],
    /// How many parts it has.
    count: usize,
    /// The last line.
    last: usize,
    /// The first line that is a deck by its words, or else how many lines there are.
    deck: usize,
    /// How many parts stand before that.
    upper: usize,
    /// Which line is the headline because it has two halves.
    whole: Option<usize>,
    /// What a head's first two lines are to each other.
    pair: Pair,
    /// A name and no role stands after it, as under an essay.
    signed: bool,
    /// A byline or a dateline stands after it.
    told: bool,
    usage: Usage,
    /// What makes two of its lines one part.
    bond: Bond,
}

/// What the first two lines of a head are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    Unknown,
    /// A couplet or figures in two halves lead up to the one sentence after them.
    LeadsUp,
    /// The second gives the details of the first.
    Details,
}

impl Head {
    fn new(head: &[Line<'_>], signed: bool, told: bool, usage: Usage, fields: bool) -> Self {
        let last = head.len() - 1;
        let titled = headline_with_column(head);
        let bond = match () {
            () if titled.is_some() => Bond::None,
            () if fields => Bond::Adjacent,
            () if usage == Usage::Spaced && last == 1 => Bond::Words,
            () => Bond::Form,
        };
        let (parts, count) = form::parts(head, bond);
        let pair = match head {
            [a, b]
                if form::leads_up(a.text)
                    && !b.cues.any(&[Cue::Halves, Cue::OpensDash, Cue::Chairs])
                    && !(b.cues.has(Cue::Commas) && form::has_figures(b.text)) =>
            {
                Pair::LeadsUp
            }
            [a, b] if told && count == 2 && usage != Usage::First && form::gives_details(a, b) => {
                Pair::Details
            }
            [a, b, ..]
                if told && (2..=3).contains(&count) && usage != Usage::First && form::goes_into(a, b) =>
            {
                Pair::Details
            }
            _ => Pair::Unknown,
        };
        let below = head.iter().skip(1).position(|line| line.cues.any(&[Cue::Chairs, Cue::OpensDash]));
        let deck = below.map_or(head.len(), |n| n + 1);
        // Who was there may also lead up to a headline of two halves.
        let rest = head.get(deck..).unwrap_or_default();
        let leads = rest.iter().any(|line| line.cues.has(Cue::Halves) && !line.cues.has(Cue::Chairs));
        let deck = if leads { head.len() } else { deck };
        let upper = parts.get(deck - 1).map_or(count, |part| part.at);
        let whole = titled
            .or_else(|| whole(head, &parts, count, usage).filter(|&n| pair != Pair::LeadsUp && n < deck));
        Self { parts, count, last, deck, upper, whole, pair, signed, told, usage, bond }
    }

    fn part(&self, n: usize) -> Part {
        self.parts.get(n).copied().unwrap_or_default()
    }

    /// Whether line `n` and the next could be one headline: of near the same length, and not too long together.
    fn fits(&self, a: Part, b: Part) -> bool {
        if matches!(self.bond, Bond::Adjacent | Bond::None) {
            return false;
        }
        let most = if self.usage == Usage::Spaced { LITTLE } else { HEADLINE };
        let even = !self.told || self.last > 1 || a.letters <= b.letters + MORE;
        let plain =
            self.pair != Pair::Details && !b.words.has(Says::Detail) && !b.apart && !a.cues.has(Cue::Halves);
        even && plain && a.chars + b.chars <= most && !b.cues.any(&[Cue::Halves, Cue::Asks, Cue::Commas])
    }

    /// The number of the part that is the headline by its form: by its lines, where those of a part stand together, or by its
    /// halves.
    fn headline(&self) -> Option<usize> {
        let longest = if self.bond == Bond::Adjacent { self.longest() } else { None };
        longest.or(self.whole.map(|n| self.part(n).at))
    }

    /// The part that has more lines than one, where that says that it is the headline: it comes first, or second of three.
    fn longest(&self) -> Option<usize> {
        let first = self.part(0).bound;
        let second = self.parts.iter().any(|part| part.at == 2 && part.bound);
        match () {
            () if first && !second => Some(1),
            () if second && !first && (self.count > 2 || self.whole != Some(0)) => Some(2),
            () => None,
        }
    }

    /// What is said in somebody's or a new word's quotes is the headline, whatever it begins with.
    fn vivid(&self, text: &str) -> bool {
        self.count == 2 && self.told && text.contains(['“', '‘'])
    }
}

/// Sets the cues of one head. `signed` and `told` as in [`Head`]; `fields` as [`sets_fields_apart`] says.
fn one(lines: &mut [Line<'_>], signed: bool, told: bool, usage: Usage, fields: bool) {
    let head = Head::new(lines, signed, told, usage, fields);
    places(lines, &head);
    if heads_japanese(lines, usage) {
        japanese(lines, names_japanese(lines, head.part(0)));
        return;
    }
    said(lines, &head);
    said_by_words(lines, &head);
}

/// Sets the cues that say where in its head a line stands, and whether it makes one headline with the line beside it.
fn places(lines: &mut [Line<'_>], head: &Head) {
    let details = head.pair == Pair::Details;
    let headline = head.headline();
    for (n, line) in lines.iter_mut().enumerate() {
        let here = head.part(n);
        let cues = &mut line.cues;
        cues.set_if(here.joined || here.bound && !form::wants_more(line.text), Cue::OnePart);
        cues.clear_if(head.bond != Bond::Form && !here.joined, Cue::SameShort);
        cues.set_if(head.count >= 3 && here.at == 1 && head.upper > 1 && !details, Cue::FirstOfThree);
        let last = (here.at == head.count && head.whole != Some(n)) || n >= head.deck;
        cues.set_if(head.count >= 3 && last, Cue::LastOfThree);
        let uneven = n > 0 && here.letters.abs_diff(head.part(n - 1).letters) > MORE;
        cues.clear_if(head.count >= 3 && here.at == head.count && !here.joined && uneven, Cue::SameShort);
        cues.set_if(headline.is_some_and(|headline| here.at < headline), Cue::WholeNext);
        cues.set_if(headline.is_some_and(|headline| here.at > headline), Cue::WholeBefore);
        let next = n < head.last && (here.bound || head.fits(here, head.part(n + 1)));
        cues.set_if(next, Cue::OneHeadNext);
        let alone = Part { chars: line.chars.0, ..here };
        let before = n > 0 && (here.joined || head.fits(head.part(n - 1), alone));
        cues.set_if(before, Cue::OneHead);
    }
}

/// Sets the cues of a Japanese head. `named` says that its first line is a column's or a series' name.
fn japanese(lines: &mut [Line<'_>], named: bool) {
    for (n, line) in lines.iter_mut().enumerate() {
        let cues = &mut line.cues;
        let item = n > 0 && line.text.starts_with(['◇', '☆', '▽', '◆', '★', '▼']);
        cues.set_if(item, Cue::Figures);
        cues.set_if(n > usize::from(named) && cues.has(Cue::Short) && !item, Cue::KanaDeck);
        cues.set_if(named && n == 0 && !cues.has(Cue::NoticeHead), Cue::SmallFirst);
        for cue in [Cue::OneHead, Cue::OneHeadNext, Cue::WholeNext, Cue::FirstOfThree] {
            cues.clear_if(true, cue);
        }
    }
}

/// Sets the cues of the two lines after one that says who said it, and those of a couplet that is a deck.
fn said(lines: &mut [Line<'_>], head: &Head) {
    let said = head.last == 2 && head.part(0).cues.has(Cue::Says);
    for (n, line) in lines.iter_mut().enumerate() {
        let here = head.part(n);
        let plain = !line.cues.any(&[Cue::Chairs, Cue::OpensDash, Cue::Halves]) && !stands_under(line);
        let cues = &mut line.cues;
        // Who said it has said it before: what follows is the headline.
        cues.set_if(said && n == 1, Cue::OneHeadNext);
        if said && n > 0 && plain {
            cues.set(Cue::OneHead);
            cues.clear_if(true, Cue::LastOfThree);
            cues.clear_if(true, Cue::LongerBefore);
        }
        // A couplet under a headline of one line is its deck.
        let couplet = here.bound || here.joined;
        let under_one = head.count == 3 && here.at == 3 && head.last == 3 && couplet;
        cues.clear_if(under_one, Cue::OneHead);
        cues.clear_if(under_one, Cue::SameShort);
    }
}

/// Sets the cues of what a line's words say of its place in the head.
fn said_by_words(lines: &mut [Line<'_>], head: &Head) {
    let under = head.pair == Pair::Details
        || lines.get(1).is_some_and(|line| stands_under(line) && !head.vivid(line.text));
    let (mut question, mut theme_first) = (false, false);
    for (n, line) in lines.iter_mut().enumerate() {
        let here = head.part(n);
        if head.count < 2 || here.bound || here.joined {
            continue;
        }
        if here.at == 1 {
            theme_first = first(line, here, (n < head.last).then(|| head.part(n + 1)), head, under);
        } else if n > 0 && !(theme_first && n == 1) {
            later(line, n, head, question);
        }
        question = line.text.ends_with(['？', '?']);
    }
}

/// Sets the cues of a head's first part, and says whether it is a theme before a line with a clause.
fn first(line: &mut Line<'_>, here: Part, next: Option<Part>, head: &Head, under: bool) -> bool {
    let cues = &mut line.cues;
    let theme = head.told && !line.words.has(Says::Question) && next.is_some_and(|next| is_theme(here, next));
    // `酷暑中的坚守` / `凌晨两点，他们在给高铁“量体温”`.
    let clause = theme && next.is_some_and(|next| next.cues.has(Cue::Commas));
    let small = (here.letters <= SMALL || theme || form::is_place(line.text))
        && !cues.any(&[Cue::Asks, Cue::NoticeHead])
        && (clause && head.usage != Usage::First || !line.text.contains('的'))
        && next.is_some_and(|next| {
            next.letters >= here.letters + if head.signed { 0 } else { MORE }
                || (head.signed && next.letters != here.letters)
        });
    cues.set_if(small, Cue::SmallFirst);
    cues.set_if(head.pair == Pair::LeadsUp, Cue::LeadsUp);
    let alone = head.count == 2 && head.whole.is_none() && !cues.has(Cue::Asks);
    let apart = head.usage == Usage::Spaced || (head.told && head.usage == Usage::Unknown);
    cues.set_if(apart && alone && !under && !cues.has(Cue::OneHeadNext), Cue::OwnLine);
    cues.set_if(line.words.has(Says::Occasion), Cue::Occasion);
    small && clause
}

/// Sets the cues of a head's part that is not its first. `question` says that the line before asks.
fn later(line: &mut Line<'_>, n: usize, head: &Head, question: bool) {
    let (here, before) = (head.part(n), head.part(n - 1));
    // What follows a very short line, or stands in the middle of three, is the headline.
    let details = head.pair == Pair::Details;
    let middle = head.count == 3 && here.at != head.count && !details;
    if (!before.joined && before.letters <= SMALL) || middle || head.pair == Pair::LeadsUp {
        return;
    }
    let cues = &mut line.cues;
    let named = before.cues.any(&[Cue::Rubric, Cue::Column]);
    let quoted = head.vivid(line.text);
    let figures = form::ends_with_figures(line.text) || form::opens_with_figures(line.text);
    cues.set_if(!named && figures && !quoted, Cue::FiguresAfter);
    let whose = line.words.has(Says::Whose) && !before.words.has(Says::Occasion) || form::says_who(line.text);
    cues.set_if(whose && !quoted, Cue::WhoseAfter);
    cues.set_if(line.words.has(Says::DeckLast), Cue::KindAfter);
    cues.clear_if(details, Cue::SameShort);
    let details = details || line.words.has(Says::Detail) || form::says_who(line.text);
    cues.set_if(details, Cue::DetailAfter);
    // Nobody signs the heads inside a body.
    let answers = question && (head.told || head.signed || !before.cues.has(Cue::BodyBefore));
    cues.set_if(answers && !cues.has(Cue::Asks) && head.whole != Some(n), Cue::AnswerAfter);
    let clause = here.letters >= CLAUSE || head.usage == Usage::First;
    cues.set_if(clause && cues.has(Cue::Commas) && !before.cues.has(Cue::Commas), Cue::ClauseAfter);
}

/// The one line of a head that ends with its column's name in brackets: it is the headline, and all of it.
fn headline_with_column(head: &[Line<'_>]) -> Option<usize> {
    let mut columns = head.iter().enumerate().filter(|(_, line)| line.cues.has(Cue::EndsColumn));
    let (n, _) = columns.next()?;
    columns.next().is_none().then_some(n)
}

/// Which line of a head is the headline because it has two halves.
fn whole(head: &[Line<'_>], parts: &[Part; LINES], count: usize, usage: Usage) -> Option<usize> {
    let last = head.len() - 1;
    let get = |n: usize| parts.get(n).copied().unwrap_or_default();
    let whole = match (parts.first_chunk(), count) {
        // Of three parts the one in the middle.
        (Some([a, _, _]), 3) if a.cues.has(Cue::Halves) => Some(1),
        (Some([a, b, _]), 4..) if a.cues.has(Cue::Halves) && b.at == 2 => Some(1),
        _ => {
            let quotes = ['“', '‘'];
            let first = head.first().map(|line| line.text).unwrap_or_default();
            let news = form::tells_whole(first);
            head.iter().enumerate().position(|(n, line)| {
                let under = form::figures_under(first, line);
                let vivid = first.contains(quotes) && !line.text.contains(quotes);
                line.cues.has(Cue::Halves)
                    && !line.cues.has(Cue::Chairs)
                    && !(n > 0 && under && (news || vivid))
            })
        }
    };
    // A third line of two halves, longer than the one before, is a deck.
    let under = |n: usize| {
        let before = get(n - 1);
        n == last && get(n).letters > before.letters + MORE && !before.cues.has(Cue::Chairs)
    };
    let whole = whole.filter(|&n| n < 2 || !under(n));
    // Where the headline comes first, only a short name stands before it.
    let first = get(0);
    let named = first.letters <= THEME || first.cues.any(&[Cue::Rubric, Cue::Column]);
    whole.filter(|&n| n == 0 || named || !heads_japanese(head, usage))
}

/// Whether a head is Japanese: its headline comes first, or after a name, and all that follows is its deck.
fn heads_japanese(head: &[Line<'_>], usage: Usage) -> bool {
    usage == Usage::First
        && head.iter().any(|line| line.text.contains(is_kana))
        && !head
            .first()
            .is_some_and(|line| line.cues.has(Cue::Marked) || line.text.starts_with(['▽', '◇', '▼', '◆']))
}

#[cfg(test)]
mod tests;
