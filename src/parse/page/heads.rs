//! What tells the lines of one head: kicker, headline and deck.
//!
//! The desk sets a head's lines by form. A couplet is one headline; so is a line that breaks off and the one that ends
//! it. A line of two halves is the headline of its head. Of three parts the first is the kicker and the last the deck. Of
//! two parts a very short one, one with a long clause of its own or one on who did it is no part of the headline; nor is a second
//! one that begins with figures or says what kind of text it is. Where form says nothing, two
//! lines that would make one headline's length are one; of longer ones over a byline or a dateline the first is the kicker,
//! and in Japan, Taiwan and Hong Kong the second the deck.

use super::chars::{is_comma, is_digit, is_han, is_kana};
use super::cue::{Cue, Cues};
use super::language::is_traditional;
use super::lexicon::{self, Heard, Says};
use super::line::Line;
use super::rubric::letters;
use super::signed;

/// Most lines of a head.
const LINES: usize = 6;
/// Most characters of a headline that takes two lines.
const HEADLINE: u32 = 24;
/// The same, where headlines break at a space.
const LITTLE: u32 = 15;
/// A first part of so few letters is a kicker when the second is longer by [`MORE`].
const SMALL: usize = 5;
const MORE: usize = 3;

/// So many headlines with a space where a printed line ends say that this text has no headline in two lines.
const SPACED: usize = 2;

/// So many title lines say in which script they are.
const SCRIPT: usize = 64;

/// Least letters of a second line with a clause of its own that is no headline.
const CLAUSE: usize = 18;

/// Most letters of who does what the next line says.
const DOER: usize = 8;
/// What the names of documents end with.
const DOCUMENTS: &[&str] =
    &["通知", "意见", "意見", "决定", "決定", "决议", "決議", "公告", "通告", "报告", "報告", "办法", "建议"];
/// What is counted after a figure in Han characters.
const COUNTED: &str = "个個名家次大年月日万萬亿億千百成条條项項地部省市方天种種位所座场場县縣村口人岁歲届屆";
/// Most letters of a theme.
const THEME: usize = 8;

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
        if run >= 2
            && signs(
                rest.get(run - 2..run).unwrap_or_default(),
                next.has(Cue::Salute),
                body(next) || next.has(Cue::Verse),
            )
        {
            run -= 1;
            named = true;
            if let Some(line) = rest.get_mut(run) {
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
            one(head, named, told, usage);
        }
        at += run.max(1);
    }
}

/// Whether the last line before a text says who wrote it: a name, or anybody above a letter.
fn signs(lines: &[Line<'_>], letter: bool, body: bool) -> bool {
    let [title, name] = lines else { return false };
    !title.cues.any(&[Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::EndsDash, Cue::Says])
        && ((body
            && name.cues.has(Cue::LikeName)
            && !name.cues.any(&[Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::EditorsNote])
            && (signed::with_office(name.text) || !lexicon::breaks_off(title.text)))
            || (letter && letters(name.text) <= 10))
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

/// What is known of one line of a head.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    cues: Cues,
    /// Letters of the line.
    letters: usize,
    /// Characters of the line and of those that are one part with it.
    chars: u32,
    /// It says when or on what occasion.
    occasion: bool,
    /// It opens with details.
    detail: bool,
    /// It is one part with the next line.
    bound: bool,
}

/// `signed` says that a name and no role stands after the head, as under an essay; `told` that a byline or a dateline does.
fn one(head: &mut [Line<'_>], signed: bool, told: bool, usage: Usage) {
    let mut parts = [Part::default(); LINES];
    for (part, line) in parts.iter_mut().zip(head.iter()) {
        let detail = line.words.has(Says::Detail) || ends_with_figures(line.text);
        let occasion = line.words.has(Says::Occasion);
        let (letters, chars) = (letters(line.text), line.chars.0);
        *part = Part { cues: line.cues, letters, chars, occasion, detail, bound: false };
    }
    let in_two = head.len() == 2;
    let mut count = 1;
    for (n, pair) in head.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let Some([left, right]) = parts.get_mut(n..).and_then(|rest| rest.first_chunk_mut()) else {
            continue;
        };
        // Inside a head a comma says that the line goes on.
        let inner = n > 0 && a.cues.has(Cue::EndsComma) && !b.cues.has(Cue::OpensDash);
        left.bound = inner || binds(a, left.letters, b, right.letters, usage == Usage::Spaced && in_two);
        if left.bound {
            right.chars += left.chars;
        } else {
            count += 1;
        }
    }
    let most = if usage == Usage::Spaced { LITTLE } else { HEADLINE };
    let last = head.len() - 1;
    let get = |n: usize| parts.get(n).copied().unwrap_or_default();
    // A couplet or figures in two halves lead up to the one sentence after them.
    let leads_up = match head {
        [a, b] => leads_up(a.text) && !b.cues.any(&[Cue::Halves, Cue::OpensDash, Cue::Chairs]),
        _ => false,
    };
    let whole = whole(head, &parts, count, usage).filter(|_| !leads_up);
    // What is said in somebody's or a new word's quotes is the headline, whatever it begins with.
    let vivid = |text: &str| count == 2 && told && text.contains(['“', '‘']);
    let under = head.get(1).is_some_and(|line| stands_under(line) && !vivid(line.text));
    let japanese = heads_japanese(head, usage);
    let named = japanese && names_japanese(head, get(0));
    let (mut at, mut question, mut theme_first) = (1, false, false);
    for (n, line) in head.iter_mut().enumerate() {
        let here = get(n);
        let before = (n > 0).then(|| get(n - 1));
        let joined_before = n > 1 && get(n - 2).bound;
        let joined = before.is_some_and(|before| before.bound);
        at += usize::from(n > 0 && !joined);
        let cues = &mut line.cues;
        cues.set_if(here.bound || joined, Cue::OnePart);
        cues.clear_if(usage == Usage::Spaced && last == 1 && !joined, Cue::SameShort);
        // Who said it has said it before: what follows is the headline.
        let said = n > 0 && last == 2 && get(0).cues.has(Cue::Says);
        cues.set_if(count >= 3 && at == 1, Cue::FirstOfThree);
        cues.set_if(count >= 3 && at == count, Cue::LastOfThree);
        cues.set_if(whole.is_some_and(|whole| n < whole), Cue::WholeNext);
        cues.set_if(whole.is_some_and(|whole| n > whole), Cue::WholeBefore);
        let next = (n < last).then(|| get(n + 1));
        let fits = |a: Part, b: Part| {
            // Two lines of one headline are of near the same length.
            let even = !told || last > 1 || a.letters <= b.letters + MORE;
            let plain = !b.detail && !a.cues.has(Cue::Halves);
            even && plain && a.chars + b.chars <= most && !b.cues.any(&[Cue::Halves, Cue::Asks, Cue::Commas])
        };
        cues.set_if(next.is_some_and(|next| here.bound || fits(here, next)), Cue::OneHeadNext);
        cues.set_if(
            before.is_some_and(|before| joined || fits(before, Part { chars: line.chars.0, ..here })),
            Cue::OneHead,
        );
        if japanese {
            cues.set_if(n > usize::from(named), Cue::KanaDeck);
            cues.set_if(named && n == 0 && !cues.has(Cue::NoticeHead), Cue::SmallFirst);
            for cue in [Cue::OneHead, Cue::OneHeadNext, Cue::WholeNext, Cue::FirstOfThree] {
                cues.clear_if(true, cue);
            }
            continue;
        }
        let plain = !cues.any(&[Cue::Chairs, Cue::OpensDash, Cue::Halves]) && !stands_under(line);
        let cues = &mut line.cues;
        cues.set_if(said && n == 1, Cue::OneHeadNext);
        if said && plain {
            cues.set(Cue::OneHead);
            cues.clear_if(true, Cue::LastOfThree);
            cues.clear_if(true, Cue::LongerBefore);
        }
        // A couplet under a headline of one line is its deck.
        let under_one = count == 3 && at == 3 && last == 3 && (here.bound || joined);
        cues.clear_if(under_one, Cue::OneHead);
        cues.clear_if(under_one, Cue::SameShort);
        if count < 2 || here.bound || joined {
            continue;
        }
        if at == 1 {
            let theme =
                told && !line.words.has(Says::Question) && next.is_some_and(|next| is_theme(here, next));
            // `酷暑中的坚守` / `凌晨两点，他们在给高铁“量体温”`.
            let clause = theme && next.is_some_and(|next| next.cues.has(Cue::Commas));
            let small = (here.letters <= SMALL || theme)
                && !cues.any(&[Cue::Asks, Cue::NoticeHead])
                && (clause && usage != Usage::First || !line.text.contains('的'))
                && next.is_some_and(|next| {
                    next.letters >= here.letters + if signed { 0 } else { MORE }
                        || (signed && next.letters != here.letters)
                });
            cues.set_if(small, Cue::SmallFirst);
            theme_first = small && clause;
            cues.set_if(leads_up, Cue::LeadsUp);
            let alone = count == 2 && whole.is_none() && !cues.has(Cue::Asks);
            let apart = usage == Usage::Spaced || (told && usage == Usage::Unknown);
            cues.set_if(apart && alone && !under && !cues.has(Cue::OneHeadNext), Cue::OwnLine);
            cues.set_if(line.words.has(Says::Occasion), Cue::Occasion);
        } else if let Some(before) = before.filter(|before| {
            // What follows a very short line, or stands in the middle of three, is the headline.
            (joined_before || before.letters > SMALL)
                && (count != 3 || at == count)
                && !(theme_first && n == 1)
        }) {
            let named = before.cues.any(&[Cue::Rubric, Cue::Column]);
            let quoted = vivid(line.text);
            let figures = opens_with_figures(line.text) || ends_with_figures(line.text);
            cues.set_if(!named && figures && !quoted, Cue::FiguresAfter);
            cues.set_if(line.words.has(Says::Whose) && !before.occasion && !quoted, Cue::WhoseAfter);
            cues.set_if(line.words.has(Says::DeckLast), Cue::KindAfter);
            cues.set_if(line.words.has(Says::Detail), Cue::DetailAfter);
            cues.set_if(question && !cues.has(Cue::Asks) && whole != Some(n), Cue::AnswerAfter);
            let clause = here.letters >= CLAUSE || usage == Usage::First;
            cues.set_if(clause && cues.has(Cue::Commas) && !before.cues.has(Cue::Commas), Cue::ClauseAfter);
        }
        question = line.text.ends_with(['？', '?']);
    }
}

/// Which line of a head is the headline because it has two halves.
fn whole(head: &[Line<'_>], parts: &[Part; LINES], count: usize, usage: Usage) -> Option<usize> {
    let last = head.len() - 1;
    let get = |n: usize| parts.get(n).copied().unwrap_or_default();
    let whole = match (parts.first_chunk(), count) {
        // Of three parts the one in the middle.
        (Some([a, _, _]), 3) if a.cues.has(Cue::Halves) && last == 2 => Some(1),
        _ => head.iter().position(|line| line.cues.has(Cue::Halves)),
    };
    // A third line of two halves, longer than the one before, is a deck.
    let whole = whole.filter(|&n| !(n >= 2 && n == last && get(n).letters > get(n - 1).letters + MORE));
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

/// Whether the first line of a Japanese head is the name of a column or a series. A name has no particle but の.
fn names_japanese(head: &[Line<'_>], first: Part) -> bool {
    let particle = |a: char, b: char| {
        matches!(b, 'に' | 'へ' | 'を' | 'が' | 'は' | 'で' | 'と') && (is_han(a) || matches!(a, 'ァ'..='ー'))
    };
    let [name, title, rest @ ..] = head else { return false };
    let mut pairs = name.text.chars().zip(name.text.chars().skip(1));
    let label = first.letters <= THEME
        && !first.cues.any(&[Cue::Halves, Cue::Commas, Cue::Asks])
        && (title.cues.has(Cue::Halves) || !rest.is_empty())
        && !pairs.any(|(a, b)| particle(a, b))
        && !name.text.contains(['「', 'を']);
    first.letters <= SMALL || first.cues.any(&[Cue::Rubric, Cue::Column, Cue::NoticeHead]) || label
}

/// Whether a line's few words say what the longer line after it is about.
fn is_theme(here: Part, next: Part) -> bool {
    let more = if next.cues.has(Cue::Commas) { 1 } else { MORE };
    here.letters <= THEME && !here.cues.any(&[Cue::Commas, Cue::Halves]) && next.letters > here.letters + more
}

/// Whether a line says that it stands under its headline: by its words, by figures, by a dash or the name of a work.
fn stands_under(line: &Line<'_>) -> bool {
    [Says::Detail, Says::Whose, Says::DeckLast].iter().any(|&list| line.words.has(list))
        || opens_with_figures(line.text)
        || ends_with_figures(line.text)
        || line.cues.any(&[Cue::OpensDash, Cue::Chairs])
        || line.text.starts_with('《')
}

/// Whether two lines are one part of a head: a couplet, or a line that breaks off and the one that ends it.
fn binds(a: &Line<'_>, left: usize, b: &Line<'_>, right: usize, apart: bool) -> bool {
    let alone = a.cues.any(&[Cue::Halves, Cue::EndsDash, Cue::Rubric, Cue::Column, Cue::Says])
        || b.cues.any(&[Cue::Halves, Cue::OpensDash, Cue::Asks, Cue::Chairs]);
    // `某区：` is whose news it is.
    let place = left <= 3 && a.text.ends_with(['：', ':']);
    let broken = left <= SMALL + 1 && !place && (a.cues.has(Cue::EndsComma) || lexicon::breaks_off(a.text));
    // Whose the deed is and the deed: `“泉州”` / `列入《世界遗产名录》`.
    let deed = (b.words.has(Says::Deed) || (left <= DOER && b.words.has(Says::Does)))
        && !a.words.has(Says::Occasion)
        && !a.cues.has(Cue::Commas);
    let even = left == right && a.chars.0.abs_diff(b.chars.0) <= 1;
    let couplet = !apart && even && a.cues.has(Cue::Commas) == b.cues.has(Cue::Commas);
    // `某某委员会关于在全市` / `进一步做好某事的通知`.
    let document = ["关于", "關於"].iter().any(|word| a.text.contains(word))
        && DOCUMENTS.iter().any(|word| b.text.ends_with(word));
    !alone && (couplet || broken || deed || document)
}

/// Whether the two halves of `text` are a couplet of five letters each or more, or begin with figures.
fn leads_up(text: &str) -> bool {
    let apart = |c: char| c.is_whitespace() || is_comma(c);
    let Some((left, right)) = text.split_once(apart) else { return false };
    let (left, right) = (letters(left), letters(right));
    (left == right && left >= 5) || (opens_with_figures(text) && text.contains(char::is_whitespace))
}

/// `…机收率达98.5%`, `…最高达17.6万台`.
fn ends_with_figures(text: &str) -> bool {
    let tail = text.rsplit('达').next().filter(|tail| tail.len() < text.len());
    let reach = tail.is_some_and(|tail| tail.starts_with(is_digit) && tail.chars().nth(8).is_none());
    reach || text.ends_with(['%', '％'])
}

/// `6月14日…`, `第四次…`, `近万人…`; or the number of a document. `一条河…` counts nothing.
fn opens_with_figures(text: &str) -> bool {
    // `衡公资土告〔2018〕47号`
    if text.ends_with('号') && text.contains(['〔', '［', '[']) {
        return true;
    }
    // `四川` counts nothing, and neither does `一条河`.
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let counted = |c: char| is_digit(c) || COUNTED.contains(c);
    let counts = !first.is_some_and(|c| is_han(c) && is_digit(c))
        || (first != Some('一') && second.is_some_and(counted))
        || second.is_some_and(is_digit);
    counts && text.starts_with(|c: char| is_digit(c) || matches!(c, '第' | '近' | '约' | '約' | '逾' | '超'))
}
