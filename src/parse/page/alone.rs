//! What is to be seen in a line alone.
//!
//! A long line is looked at only at its two ends: it is body text whatever stands in its middle.

use super::chars::{self, Ending, ending, is_cjk, is_closing, is_comma, is_stop, is_wide_mark};
use super::cue::{Cue, Cues};
use super::heads::HeadWords;
use super::kinds::{Kind, Kinds};
use super::lexicon::{self, Heard, Says};
use super::line::{Line, Printed};
use super::{dateline, pages, people, rubric, signed, words};

/// Longest line of a head inside a body, in ems (a Han character, or two Latin letters), but for rare ones.
const SUBHEAD: usize = 22;
/// Longest name of a notice or a column.
const NAME: usize = 16;
/// Longest line of nothing but names.
const NAMES: usize = 26;
/// Longest title line.
const TITLE: usize = 30;
/// From here on a line is as long as a paragraph.
const PARAGRAPH: usize = 50;
/// Lines longer than this are looked at only at their ends.
const WHOLE: usize = 64;
/// Longest line that one pair of brackets may hold.
const BRACKETED: usize = 160;

/// What is to be seen in `line`.
pub(super) fn alone(line: &Printed<'_>) -> Cues {
    let mut line = Line::from(line.clone());
    look(&mut line);
    line.cues
}

/// Whether `line` has a comma or a sentence's end inside, or opens with its reporter: so much of [`alone`] as tells a text
/// from a title.
pub(super) fn has_clauses(line: &Printed<'_>) -> bool {
    let ems = line.cells().div_ceil(2);
    if ems > WHOLE {
        return true;
    }
    let mut cues = Cues::default();
    inside(line.text, &mut cues, may_ask(line.text, ems));
    cues.any(&[Cue::Commas, Cue::Stops]) || ems > TITLE && dateline::reporters(line.text).is_some()
}

/// Looks at `line`.
pub(super) fn look(line: &mut Line<'_>) {
    let text = line.text;
    let mut cues = Cues::default();
    cues.set(Cue::Always);
    let ems = length(line);
    let ended = chars::without_end_mark(text);
    let last = ending(ended);
    cues.set_if(last == Ending::Stop, Cue::EndsStop);
    // 。” ends a sentence as 。 does.
    cues.set_if(ended.trim_end_matches(is_closing).ends_with(['。', '．', '｡']), Cue::Period);
    cues.set_if(last == Ending::Lead, Cue::EndsLead);
    cues.set_if(last == Ending::Comma, Cue::EndsComma);
    // A caption may end with its credit.
    cues.set_if(last == Ending::Letter && !(ems > TITLE && text.ends_with(['摄', '攝'])), Cue::EndsLetter);
    cues.set_if(ems > PARAGRAPH, Cue::Long);
    cues.set_if(line.indent >= 2, Cue::Indented);
    let first = text.chars().next().unwrap_or(' ');
    let closes = is_closing(first) || is_stop(first) || is_comma(first) || matches!(first, '、' | '：');
    cues.set_if(closes && first != '"' && first != '…', Cue::OpensClosing);
    cues.set_if(matches!(first, '—' | '―' | '–'), Cue::OpensDash);
    cues.set_if(first.is_lowercase(), Cue::LowerCase);
    let heard = if ems <= WHOLE { lexicon::hear(text) } else { lexicon::hear_start(text) };
    let white = heard.spaced();
    let spaced = if ems <= NAME && white { words::letter_spaced(text) } else { None };
    let (printed, text) = (text, spaced.as_deref().unwrap_or(text));
    let heard = if spaced.is_some() { lexicon::hear(text).among(heard) } else { heard };
    // A dateline that begins with a Han character has one of these words.
    let wire = ems > WHOLE || heard.any(Says::Wire) || !chars::is_han(first);
    let dated = wire && dateline::opening(printed).is_some_and(|found| found.len() < printed.len());
    cues.set_if(dated, Cue::Dateline);
    cues.set_if(ems > TITLE && dateline::reporters(printed).is_some(), Cue::Reporter);
    cues.set_if(heard.any(Says::Opening) || words::opens_with_day(text), Cue::Opening);
    cues.set_if(heard.any(Says::Picture), Cue::Picture);
    if matches!(first, '（' | '(' | '【' | '［' | '〔') && ems < BRACKETED {
        cues.set_if(dateline::closing(text), Cue::TailDateline);
        let all = if ems <= WHOLE { heard } else { lexicon::hear(text) };
        let note = words::tail_note(text, all) || signed::signs_in_brackets(text);
        cues.set_if(note, Cue::TailNote);
        cues.set_if(ems <= TITLE && words::aside(text), Cue::Aside);
    }
    if matches!(first, '（' | '(' | '【' | '［' | '〔' | '〈' | '＜' | '<') && ems <= TITLE {
        cues.set_if(heard.any(Says::SeeAlso), Cue::SeeAlso);
    }
    // A title may leave its sentence open: `准考证忘带、走错考场……`.
    let open = ems <= TITLE && text.ends_with('…') && !text.contains(['。', '，', ',', '“', '—']);
    cues.clear_if(open, Cue::EndsStop);
    if ems <= WHOLE {
        whole(line, ems, heard, &mut cues);
    } else {
        cues.set(Cue::Stops);
        cues.set(Cue::Commas);
    }
    line.cues = cues;
    line.words = HeadWords::of(heard, white);
}

/// How long a line is as a title, in ems: a column's name in brackets at its end does not count where there is much of it.
fn length(line: &Line<'_>) -> usize {
    let ems = line.cells().div_ceil(2);
    let title = || rubric::without_column(line.text).filter(|title| !title.contains('。'));
    match (TITLE..BRACKETED).contains(&ems).then(title).flatten() {
        Some(title) => ems * title.chars().count() / line.chars.0.max(1) as usize,
        None => ems,
    }
}

/// What only short lines can be, and what takes a look at every character.
fn whole(line: &Line<'_>, ems: usize, heard: Heard, cues: &mut Cues) {
    let text = line.text;
    cues.set_if(ems <= 7, Cue::Tiny);
    cues.set_if(ems <= TITLE, Cue::Short);
    cues.set_if(ems > SUBHEAD && ems <= TITLE, Cue::Longish);
    cues.set_if(ems > TITLE && ems <= PARAGRAPH, Cue::Middle);
    let asks = heard.has(MARKS) && inside(text, cues, may_ask(text, ems));
    let fragment = cues.any(&[Cue::Longish, Cue::Middle]) && cues.has(Cue::Commas) && !cues.has(Cue::Halves);
    let open = cues.any(&[Cue::EndsLetter, Cue::EndsComma]) || text.ends_with(['；', ';']);
    // No title of Japan is so long.
    let long = cues.has(Cue::Middle) && cues.has(Cue::EndsLetter) && text.contains(chars::is_kana);
    cues.set_if(fragment && open || long, Cue::Fragment);
    let chars = line.chars.0 as usize;
    let latin = line.cells() < chars + chars / 4;
    cues.set_if(latin, Cue::Latin);
    cues.set_if(cues.has(Cue::EndsLead) && text.ends_with(['—', '―', '–']), Cue::EndsDash);
    cues.set_if(text.ends_with(['？', '?']) || (asks && !cues.has(Cue::Stops)), Cue::Asks);
    if !(cues.has(Cue::Stops) && cues.has(Cue::EndsStop)) {
        cues.set_if(words::says(heard), Cue::Says);
        cues.set_if(words::chairs(heard) || heard.spaced() && words::chairs_first(text), Cue::Chairs);
        persons(line, ems, heard, cues);
    }
    cues.set_if(words::credit(heard) || ems <= TITLE && words::credit_of_agency(text), Cue::Credit);
    cues.set_if(text.starts_with(['▼', '▽', '→']) && text.contains("面＝"), Cue::SeeAlso);
    cues.set_if(heard.any(Says::Speaker), Cue::Dialogue);
    let figure = heard.any(Says::Figure);
    cues.set_if(figure && pages::page_ref(text).is_some(), Cue::PageRef);
    let heading = || {
        pages::plain_heading(text).is_some()
            || heard.spaced()
                && (pages::named_heading(text).is_some() || pages::dated_heading(text).is_some())
    };
    cues.set_if(figure && heading(), Cue::PageHeading);
    cues.set_if(ems <= 16 && heard.any(Says::TurnsTo) && pages::turns_to(text).is_some(), Cue::TurnsTo);
    cues.set_if(ems <= 16 && heard.any(Says::TurnsFrom) && pages::turns_from(text).is_some(), Cue::TurnsFrom);
    cues.set_if(words::calendar(text, heard), Cue::Calendar);
    cues.set_if(cues.has(Cue::Calendar) && words::date_alone(text), Cue::DateAlone);
    cues.set_if(words::page_credits(text, heard), Cue::PageCredits);
    cues.set_if(figure && words::clock(text, heard), Cue::Clock);
    cues.set_if(words::contact(heard), Cue::Contact);
    // A day is no telephone number and opens no text.
    let day = cues.has(Cue::Calendar);
    cues.set_if(figure && !day && words::phone(text), Cue::Phone);
    cues.clear_if(day, Cue::Opening);
    cues.set_if(ems <= TITLE && figure && words::diary(text), Cue::Diary);
    let kana = heard.has(&[Kind::Kana]);
    cues.set_if(kana && words::taken(text), Cue::Picture);
    cues.set_if(kana && cues.has(Cue::Halves), Cue::KanaHalves);
    cues.clear_if(cues.any(&[Cue::PageRef, Cue::TurnsTo, Cue::TurnsFrom]), Cue::Aside);
    let title = !cues.any(&[Cue::Stops, Cue::Period, Cue::Credit]);
    cues.set_if(title && rubric::ends_with_column(text), Cue::EndsColumn);
    if ems <= TITLE {
        cues.set_if(figure && pages::ends_page_ref(text).is_some(), Cue::EndsPageRef);
        cues.set_if(heard.any(Says::Notice), Cue::NoticeWord);
        cues.set_if(heard.any(Says::Forecast), Cue::Forecast);
        named(text, ems, heard, cues);
        cues.set_if(ems <= 8 && words::teaser_head(text), Cue::TeaserWord);
        cues.set_if(words::editors_note(text, heard), Cue::EditorsNote);
        cues.set_if(ems <= 20 && words::paper_name(text), Cue::PaperName);
        cues.set_if(words::issue_number(text, heard), Cue::IssueNumber);
        cues.set_if(
            ems <= 8 && matches!(text, "广告" | "廣告" | "公益广告" | "Advertisement" | "ADVERTISEMENT"),
            Cue::AdWord,
        );
    }
}

/// The names of notices, columns and heads inside a body; the manners of letters.
fn named(text: &str, ems: usize, heard: Heard, cues: &mut Cues) {
    let plain = !cues.any(&[Cue::Stops, Cue::Commas, Cue::EndsStop, Cue::OpensDash]);
    let name = plain && ems <= NAME;
    cues.set_if(name && heard.any(Says::NoticeHead), Cue::NoticeHead);
    // `某市国有建设用地使用权挂牌出让公告`
    cues.set_if(plain && heard.any(Says::NoticeLast), Cue::NoticeHead);
    let name = name && !cues.has(Cue::NoticeHead);
    cues.set_if(
        name && rubric::name(text, heard)
            || plain && ems <= TITLE && text.contains(chars::is_kana) && rubric::numbered(text),
        Cue::Rubric,
    );
    let marked = text.starts_with(chars::is_mark);
    cues.set_if(name && ems <= 8 && !marked && heard.any(Says::Column), Cue::Column);
    cues.set_if(heard.any(Says::Salute) || words::polite_end(text), Cue::Salute);
    if cues.any(&[Cue::EndsStop, Cue::Dialogue]) {
        return;
    }
    let column = rubric::opens(text, heard);
    cues.set_if(column.is_some(), Cue::OpensColumn);
    cues.set_if(column == Some(true), Cue::KnownColumn);
    let label = cues.has(Cue::EndsLead) && cues.has(Cue::Tiny) && !cues.has(Cue::EndsDash);
    cues.set_if(column.is_none() && (label || rubric::labelled(text, heard)), Cue::Labelled);
}

/// Whether it is a line of persons: a byline, with or without a role.
fn persons(line: &Line<'_>, ems: usize, heard: Heard, cues: &mut Cues) {
    let text = line.text;
    // `——访某舞剧编导 某某` is a deck.
    if cues.has(Cue::OpensDash) {
        return;
    }
    // 记者手记 and 记者体验 are columns.
    let role = heard.any(Says::Role) && !(ems <= 7 && heard.any(Says::Rubric));
    let mark = text.starts_with(chars::is_mark);
    cues.set_if(mark, Cue::Marked);
    // A name alone is told by its length, and has no other signs.
    let han = heard.only(&[Kind::Han]);
    let like_name = || match line.chars.0 {
        _ if !han => people::like_name(text),
        2 | 3 => true,
        4 => people::has_surname(text),
        _ => false,
    };
    cues.set_if(ems <= NAME + 4 && like_name(), Cue::LikeName);
    let desk = heard.has(&[Kind::Space, Kind::Closing, Kind::Kana]);
    let parted = || heard.has(&[Kind::Stroke]) || text.ends_with("報導");
    let stroke =
        || ems <= NAME + 8 && (parted() && signed::with_stroke(text) || desk && signed::with_desk(text));
    if signed::bracketed(text) || stroke() || signed::reader(text) || signed::with_work(text) {
        cues.set(Cue::Byline);
        return;
    }
    if heard.has(&[Kind::Joint]) && people::foreign(text) {
        cues.set(Cue::MarkedNames);
        return;
    }
    // Who drew a chart did not write the text.
    if role && words::draws(text) {
        cues.set(Cue::Credit);
        return;
    }
    let in_name = heard.only(&[Kind::Han, Kind::Space, Kind::Joint]);
    // Five Han characters in a row are no name, but may be a desk's: 本报评论部.
    let word = || ems > 4 && han && !text.starts_with('本');
    let bare = || ems <= NAMES && in_name && !word();
    if cues.has(Cue::Stops) || !(role || mark || bare()) {
        return;
    }
    let found = people::read(text, role);
    let named = !found.authors.is_empty();
    if found.other {
        return;
    }
    cues.set_if(found.role, Cue::Byline);
    // Four characters after a mark are more often a head's than a name's.
    let short = |name: &str| name.chars().nth(3).is_none() || name.contains('·') || people::has_surname(name);
    let all_short = || found.authors.iter().all(|(_, name)| short(name));
    let family = || found.authors.iter().all(|(_, name)| people::has_surname(name));
    let apart = !mark && found.apart && family();
    cues.set_if(!found.role && named && (apart || (mark && all_short())), Cue::MarkedNames);
    let few = ems <= 14 || found.authors.len() > 2;
    let bare = !found.role && !mark && !apart && named && few && !cues.has(Cue::Latin);
    cues.set_if(bare && family(), Cue::BareNames);
}

/// Whether a line is a title's length and no quotation.
fn may_ask(text: &str, ems: usize) -> bool {
    ems <= TITLE && !text.starts_with(['“', '「', '"', '‘'])
}

/// What is looked for inside a line: without it nothing is found there.
const MARKS: &[Kind] = &[Kind::Space, Kind::Stop, Kind::Comma, Kind::Opening, Kind::Closing];

/// Stops, commas, halves and pairs. A mark at the very end is not inside.
///
/// A title may ask or call out in its middle: `…满了吗？专家：…`. `title` says that it is short enough to be one; then
/// only a full stop counts, and the answer says whether it asks or calls out.
fn inside(text: &str, cues: &mut Cues, title: bool) -> bool {
    let (mut asks, mut stops, mut period, mut commas, mut halves, mut closes) =
        (false, false, false, false, false, false);
    let (mut depth, mut before, mut gap, mut full) = (0_i32, None::<char>, false, false);
    let end = text.trim_end_matches(|c: char| is_closing(c) || is_stop(c)).len();
    let wide = |c: char| (is_cjk(c) && !chars::is_hangul(c)) || is_wide_mark(c) || c.is_ascii_digit();
    for (at, c) in text.char_indices() {
        let kinds = Kinds::of(c);
        if kinds.any(MARKS) {
            if kinds.any(&[Kind::Space]) {
                full = c == '\u{3000}';
                gap = true;
                continue;
            }
            let closing = kinds.any(&[Kind::Closing]) && c != '"';
            depth += i32::from(kinds.any(&[Kind::Opening])) - i32::from(closing);
            closes |= depth < 0;
            let loud = title && matches!(c, '？' | '?' | '！' | '!');
            asks |= loud;
            stops |= at < end && kinds.any(&[Kind::Stop]) && c != '…' && !loud;
            period |= c == '。';
            commas |= at < end && kinds.any(&[Kind::Comma]);
        }
        if gap {
            let left = before.is_some_and(|b| wide(b) || is_comma(b) || matches!(b, '!' | '?' | ':'));
            // A full-width space is a printed one, whatever stands beside it.
            halves |= if full { left || wide(c) } else { left && wide(c) };
            gap = false;
        }
        before = Some(c);
    }
    let unpaired = depth != 0;
    for (on, cue) in [
        (stops, Cue::Stops),
        (period, Cue::Period),
        (commas, Cue::Commas),
        (halves, Cue::Halves),
        (closes, Cue::Closes),
        (unpaired, Cue::Unpaired),
    ] {
        cues.set_if(on, cue);
    }
    asks && !cues.has(Cue::Period)
}
