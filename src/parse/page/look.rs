//! Lines → cues: first what is to be seen in each line alone, then what stands around it.
//!
//! A long line is looked at only at its two ends: it is body text whatever stands in its middle.

use super::chars::{self, Ending, ending, is_cjk, is_closing, is_comma, is_opening, is_stop, is_wide_mark};
use super::cue::{Cue, Cues};
use super::line::Line;
use super::{dateline, echo, people, words};

/// Longest title line, in ems (a Han character, or two Latin letters).
const TITLE: usize = 30;
/// Most characters of a headline that takes two lines.
const HEADLINE: u32 = 24;
/// Longest line of a head inside a body, but for rare ones.
const SUBHEAD: usize = 22;
/// From here on a line is as long as a paragraph.
const PARAGRAPH: usize = 50;
/// Lines longer than this are looked at only at their ends.
const WHOLE: usize = 64;

/// Sets the cues of every line.
pub(super) fn look(lines: &mut [Line<'_>]) {
    for line in lines.iter_mut() {
        line.cues = alone(line);
    }
    around(lines);
}

/// What is to be seen in the line itself.
fn alone(line: &Line<'_>) -> Cues {
    let text = line.text;
    let mut cues = Cues::default();
    cues.set(Cue::Always);
    let ems = line.cells().div_ceil(2);
    let last = ending(text);
    cues.set_if(last == Ending::Stop, Cue::EndsStop);
    cues.set_if(text.ends_with(['。', '．', '｡']), Cue::EndsPeriod);
    cues.set_if(last == Ending::Lead, Cue::EndsLead);
    cues.set_if(last == Ending::Comma, Cue::EndsComma);
    cues.set_if(last == Ending::Letter, Cue::EndsLetter);
    cues.set_if(ems > PARAGRAPH, Cue::Long);
    cues.set_if(line.indent >= 2 || text.len() != text.trim_start_matches('\u{3000}').len(), Cue::Indented);
    if let Some(first) = text.chars().next() {
        let closes = is_closing(first) || is_stop(first) || is_comma(first) || matches!(first, '、' | '：');
        cues.set_if(closes && first != '"' && first != '…', Cue::OpensClosing);
        cues.set_if(matches!(first, '—' | '―' | '–'), Cue::OpensDash);
        cues.set_if(first.is_lowercase(), Cue::LowerCase);
    }
    if let Some(found) = dateline::opening(text)
        && found.len() < text.len()
    {
        cues.set(Cue::Dateline);
    }
    cues.set_if(dateline::reporters(text).is_some() && ems > TITLE, Cue::Reporter);
    cues.set_if(words::opening(text), Cue::Opening);
    if matches!(text.chars().next(), Some('（' | '(' | '【' | '［')) && ems < 160 {
        cues.set_if(dateline::closing(text), Cue::TailDateline);
        cues.set_if(words::tail_note(text), Cue::TailNote);
    }
    cues.set_if(words::picture(text), Cue::Picture);
    if ems <= WHOLE {
        whole(text, ems, line, &mut cues);
    } else {
        cues.set(Cue::Stops);
        cues.set(Cue::Commas);
    }
    cues
}

/// What only short lines can be, and what takes a look at every character.
fn whole(text: &str, ems: usize, line: &Line<'_>, cues: &mut Cues) {
    cues.set_if(ems <= 7, Cue::Tiny);
    cues.set_if(ems <= TITLE, Cue::Short);
    cues.set_if(ems > SUBHEAD && ems <= TITLE, Cue::Longish);
    cues.set_if(ems > TITLE && ems <= PARAGRAPH, Cue::Middle);
    inside(text, cues);
    let latin = line.cells() < line.chars.0 as usize + line.chars.0 as usize / 4;
    cues.set_if(latin, Cue::Latin);
    cues.set_if(
        latin && text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase),
        Cue::Capitals,
    );
    cues.set_if(cues.has(Cue::EndsLead) && text.ends_with(['—', '―', '–']), Cue::EndsDash);
    cues.set_if(text.ends_with(['？', '?']), Cue::Asks);
    cues.set_if(words::numbered(text), Cue::Numbered);
    let single = !(cues.has(Cue::Stops) && cues.has(Cue::EndsStop));
    if single {
        cues.set_if(words::says(text), Cue::Says);
        cues.set_if(words::ours(text), Cue::Ours);
        cues.set_if(words::chairs(text), Cue::Chairs);
        let found = people::read(text);
        let named = !found.authors.is_empty();
        let clean = !found.other && !cues.has(Cue::Stops);
        cues.set_if(clean && found.role, Cue::Byline);
        cues.set_if(clean && !found.role && found.mark && named, Cue::MarkedNames);
        cues.set_if(clean && !found.role && !found.mark && named && ems <= 14 && !latin, Cue::BareNames);
    }
    cues.set_if(words::credit(text), Cue::Credit);
    cues.set_if(words::page_ref(text).is_some(), Cue::PageRef);
    cues.set_if(words::page_heading(text).is_some(), Cue::PageHeading);
    cues.set_if(words::turns_to(text).is_some() && ems <= 16, Cue::TurnsTo);
    cues.set_if(words::turns_from(text).is_some() && ems <= 16, Cue::TurnsFrom);
    cues.set_if(words::calendar(text), Cue::Calendar);
    cues.set_if(words::page_credits(text), Cue::PageCredits);
    cues.set_if(words::contact(text), Cue::Contact);
    cues.set_if(words::phone(text), Cue::Phone);
    if ems <= TITLE {
        cues.set_if(words::ends_page_ref(text).is_some(), Cue::EndsPageRef);
        cues.set_if(words::notice(text), Cue::NoticeWord);
        cues.set_if(words::teaser_head(text), Cue::TeaserWord);
        cues.set_if(words::editors_note(text), Cue::EditorsNote);
        cues.set_if(words::paper_name(text), Cue::PaperName);
        cues.set_if(words::issue_number(text), Cue::IssueNumber);
        cues.set_if(matches!(text, "广告" | "廣告" | "· 广告 ·" | "公益广告" | "Advertisement"), Cue::AdWord);
    }
}

/// Stops, commas, halves and pairs. A mark at the very end is not inside.
fn inside(text: &str, cues: &mut Cues) {
    let (mut depth, mut before, mut gap) = (0_i32, None::<char>, false);
    let body = text.trim_end_matches(|c: char| is_closing(c) || is_stop(c));
    let end = body.len();
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        depth += i32::from(is_opening(c)) - i32::from(is_closing(c) && c != '"');
        cues.set_if(at < end && is_stop(c) && c != '…', Cue::Stops);
        cues.set_if(at < end && is_comma(c), Cue::Commas);
        if gap {
            let wide = |c: char| (is_cjk(c) && !chars::is_hangul(c)) || is_wide_mark(c) || c.is_ascii_digit();
            let left = before.is_some_and(|b| wide(b) || is_comma(b) || matches!(b, '!' | '?' | ':'));
            cues.set_if(left && wide(c), Cue::Halves);
            gap = false;
        }
        before = Some(c);
    }
    cues.set_if(depth != 0, Cue::Unpaired);
}

/// What a line is taken for when another line looks at it.
fn bodyish(cues: Cues) -> bool {
    (cues.has(Cue::Long) && !cues.any(&[Cue::TailNote, Cue::TailDateline]))
        || cues.any(&[Cue::Dateline, Cue::Reporter, Cue::EndsPeriod])
        || (cues.has(Cue::EndsStop) && cues.has(Cue::Commas))
        || (cues.has(Cue::EndsStop) && cues.has(Cue::Stops))
        || (cues.has(Cue::EndsStop) && cues.has(Cue::Middle))
}

/// What could be a line of a headline.
fn titlish(cues: Cues) -> bool {
    cues.any(&[Cue::Short, Cue::Middle])
        && !bodyish(cues)
        && !cues.any(&[
            Cue::PageRef,
            Cue::Byline,
            Cue::MarkedNames,
            Cue::TailDateline,
            Cue::TailNote,
            Cue::Credit,
            Cue::OpensClosing,
            Cue::EndsPeriod,
        ])
}

/// Sets the cues that speak of neighbours.
fn around(lines: &mut [Line<'_>]) {
    let usual = usual_gap(lines);
    let full = full_width(lines);
    let mut before: Option<(Cues, usize, Chars3)> = None;
    for line in lines.iter_mut() {
        let mut cues = line.cues;
        cues.set_if(before.is_none(), Cue::First);
        let heading = before.is_some_and(|(b, ..)| b.has(Cue::PageHeading));
        cues.set_if(line.page_break || before.is_none() || heading, Cue::NewPage);
        cues.set_if(before.is_some() && line.gap > usual, Cue::Gap);
        cues.set_if(before.is_some() && line.gap == 0 && usual > 0, Cue::NoGap);
        if let Some((b, cells, length)) = before {
            after(&mut cues, b, cells, length, line, full);
        }
        before = Some((cues, line.cells(), Chars3 { chars: line.chars.0, indent: line.indent }));
        line.cues = cues;
    }
    ahead(lines);
    echo::listen(lines, titlish);
}

/// What the line before leaves behind.
#[derive(Clone, Copy)]
struct Chars3 {
    chars: u32,
    indent: u8,
}

fn after(cues: &mut Cues, b: Cues, cells: usize, before: Chars3, line: &Line<'_>, full: Option<usize>) {
    cues.set_if(bodyish(b), Cue::BodyBefore);
    let open = b.any(&[Cue::EndsLetter, Cue::EndsComma])
        && !b.any(&[Cue::TailDateline, Cue::TailNote, Cue::Byline, Cue::Credit]);
    let sure = open
        && (b.has(Cue::Long)
            || (b.has(Cue::Stops) && before.chars > 12)
            || b.has(Cue::Dateline)
            || (before.chars >= 24 && b.any(&[Cue::Commas, Cue::Unpaired, Cue::EndsComma])));
    cues.set_if(sure, Cue::AfterOpen);
    let maybe = open && !sure && (b.any(&[Cue::Commas, Cue::EndsComma, Cue::Unpaired]) || before.chars > 30);
    cues.set_if(maybe, Cue::AfterMaybeOpen);
    if let Some(full) = full {
        let was_full = cells + 4 >= full || (b.has(Cue::AfterFull) && cells + full / 8 >= full);
        cues.set_if(line.gap == 0 && was_full && line.indent <= before.indent, Cue::AfterFull);
    }
    let same = before.chars.abs_diff(line.chars.0) <= 2 && titlish(b) && titlish(*cues);
    cues.set_if(same, Cue::SameShort);
    let both = titlish(b) && titlish(*cues);
    cues.set_if(both && line.chars.0 > before.chars + 2, Cue::LongerBefore);
    cues.set_if(both && line.chars.0 + before.chars <= HEADLINE, Cue::OneHead);
}

/// Looks from the end: what follows each line before any body text does.
fn ahead(lines: &mut [Line<'_>]) {
    let (mut byline, mut dateline, mut page) = (u8::MAX, u8::MAX, u8::MAX);
    let mut next: Option<(Cues, u32)> = None;
    for line in lines.iter_mut().rev() {
        let cues = &mut line.cues;
        let title = titlish(*cues);
        cues.set_if(title && byline <= 4, Cue::BylineAhead);
        cues.set_if(title && dateline <= 4, Cue::DatelineAhead);
        cues.set_if(title && page <= 3, Cue::RefAhead);
        page = if cues.has(Cue::PageRef) {
            1
        } else if title {
            page.saturating_add(1)
        } else {
            u8::MAX
        };
        if let Some((next, chars)) = next {
            let both = title && titlish(next);
            cues.set_if(both && line.chars.0 + chars <= HEADLINE, Cue::OneHeadNext);
            cues.set_if(both && line.chars.0 > chars + 2, Cue::ShorterNext);
            cues.set_if(both && line.chars.0 + 2 < chars, Cue::LongerNext);
            cues.set_if(bodyish(next), Cue::BodyNext);
            cues.set_if(next.has(Cue::Opening) && bodyish(next), Cue::OpeningNext);
            cues.set_if(titlish(next), Cue::ShortNext);
        }
        if cues.any(&[Cue::Byline, Cue::MarkedNames]) {
            byline = 1;
        } else if titlish(*cues) {
            byline = byline.saturating_add(1);
        } else {
            byline = u8::MAX;
        }
        if cues.any(&[Cue::Dateline, Cue::Reporter]) {
            dateline = 1;
        } else if titlish(*cues) || cues.any(&[Cue::Byline, Cue::MarkedNames]) {
            dateline = dateline.saturating_add(1);
        } else {
            dateline = u8::MAX;
        }
        next = Some((*cues, line.chars.0));
    }
}

/// The gap that most lines have before them: 0 in a dump without blank lines.
fn usual_gap(lines: &[Line<'_>]) -> u8 {
    let mut counts = [0_u32; 4];
    for line in lines.iter().skip(1) {
        if let Some(count) = counts.get_mut(usize::from(line.gap.min(3))) {
            *count += 1;
        }
    }
    let most = counts.iter().enumerate().max_by_key(|&(n, &count)| (count, 4 - n));
    u8::try_from(most.map_or(0, |(n, _)| n)).unwrap_or(0)
}

/// The width in cells at which the text was wrapped, if it was: a third of the lines reach it, few go over it.
fn full_width(lines: &[Line<'_>]) -> Option<usize> {
    const WIDEST: usize = 200;
    let mut counts = [0_u32; WIDEST];
    let (mut all, mut over) = (0_u32, 0_u32);
    for line in lines {
        let cells = line.cells();
        all += u32::from(cells >= 16);
        match counts.get_mut(cells) {
            Some(count) => *count += 1,
            None => over += 1,
        }
    }
    if all < 8 || over * 20 > all {
        return None;
    }
    // The widest width such that at most one line in twenty is wider, then how many lines come near it.
    let mut wider = over;
    let mut top = WIDEST - 1;
    for (cells, &count) in counts.iter().enumerate().rev() {
        if (wider + count) * 50 > all {
            top = cells;
            break;
        }
        wider += count;
    }
    let near: u32 = counts.iter().take(top + 1).skip(top.saturating_sub(if top > 50 { 9 } else { 4 })).sum();
    let close = |n: u32| n * 10 >= all * 4;
    (top >= 16 && close(near)).then_some(top.saturating_sub(if top > 50 { 6 } else { 2 }))
}
