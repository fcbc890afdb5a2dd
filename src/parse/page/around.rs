//! What stands around a line: the cues that speak of its neighbours.

use super::chars::is_mark;
use super::cue::{Cue, Cues};
use super::echo;
use super::heads;
use super::line::Line;
use super::{lists, signed, top, under, words};

/// What a line is taken for when another line looks at it.
pub(super) fn bodyish(cues: Cues) -> bool {
    (cues.has(Cue::Long) && !cues.any(&[Cue::TailNote, Cue::TailDateline]))
        || cues.any(&[Cue::Dateline, Cue::Reporter, Cue::Period, Cue::Dialogue])
        || (cues.has(Cue::EndsStop)
            && cues.has(Cue::Commas)
            && !(cues.has(Cue::Asks) && cues.has(Cue::Short)))
        || (cues.has(Cue::EndsStop) && cues.has(Cue::Stops))
        || (cues.has(Cue::EndsStop) && cues.has(Cue::Middle))
}

/// What could be a line of a headline.
pub(super) fn titlish(cues: Cues) -> bool {
    cues.any(&[Cue::Short, Cue::Middle])
        && !bodyish(cues)
        && !cues.any(&[
            Cue::PageRef,
            Cue::Byline,
            Cue::MarkedNames,
            Cue::NameAfter,
            Cue::Signature,
            Cue::TailDateline,
            Cue::TailNote,
            Cue::Credit,
            Cue::OpensClosing,
            Cue::Period,
            Cue::Fragment,
            Cue::Clock,
            Cue::Salute,
            Cue::Figures,
            Cue::Addressee,
            Cue::Verse,
            Cue::Calendar,
            Cue::IssueNumber,
            Cue::PageHeading,
            Cue::PageCredits,
            Cue::UnderHeading,
            Cue::Dialogue,
            Cue::Contact,
            Cue::Phone,
            Cue::Picture,
            Cue::Aside,
        ])
}

/// Most characters of a paragraph of a notice.
const NOTICE: u32 = 300;

/// Sets the cues that speak of neighbours.
pub(super) fn around(lines: &mut [Line<'_>]) {
    let usual = usual_gap(lines);
    let mut before: Option<(Cues, u32)> = None;
    let (mut headed, mut notice, mut made) = (false, false, false);
    let mut above = 0;
    for n in 0..lines.len() {
        let top = headed || before.is_none() || lines.get(n).is_some_and(|line| line.page_break);
        let mut inside = false;
        if before.is_none() || lines.get(n).is_some_and(|line| line.page_break) {
            above = n + top::head(lines.get(n..).unwrap_or_default());
        } else if n >= above && before.is_some_and(|(b, _)| !b.any(&[Cue::TeaserWord, Cue::InTeaser])) {
            // Another page's head may begin anywhere, but a notice ends with its day.
            let rest = lines.get(n..).unwrap_or_default();
            let signs = notice && rest.first().is_some_and(|line| line.cues.has(Cue::DateAlone));
            let count = if signs { 0 } else { top::next_head(rest) };
            inside = count > 0;
            above = above.max(n + count);
        }
        let heading = n < above && !inside || top && top::spread(lines.get(n..).unwrap_or_default(), headed);
        let Some(line) = lines.get_mut(n) else { break };
        let mut cues = line.cues;
        cues.set_if(before.is_none(), Cue::First);
        // The day and the makers stand under a page's heading.
        let more = heading
            || headed && cues.any(&[Cue::Calendar, Cue::PageCredits, Cue::PaperName])
            || made && cues.any(&[Cue::Contact, Cue::Phone]);
        cues.set_if(line.page_break || before.is_none() || (headed && !more), Cue::NewPage);
        cues.set_if(more, Cue::UnderHeading);
        cues.set_if(inside, Cue::PageHeading);
        let serves = cues.any(&[Cue::Contact, Cue::Phone]);
        cues.set_if(notice && words::ends_with_day(line.text), Cue::DateNext);
        let says = bodyish(cues) && !cues.has(Cue::Dateline) && line.chars.0 <= NOTICE;
        let listed = notice && before.is_some_and(|(b, _)| b.has(Cue::EndsLead));
        let told = (says
            || listed
            || cues.any(&[Cue::NoticeWord, Cue::Forecast, Cue::DateNext, Cue::DateAlone, Cue::Clock]))
            && !cues.has(Cue::NoticeHead);
        cues.clear_if(!notice, Cue::Forecast);
        notice &= !cues.has(Cue::PageCredits);
        cues.set_if(notice && (serves || told), Cue::InNotice);
        let more_notice =
            serves || told || bodyish(cues) || cues.any(&[Cue::EndsLead, Cue::Labelled, Cue::Clock]);
        let close = || line.gap == 0 && usual > 0 || words::office(line.text);
        notice = cues.has(Cue::NoticeHead) || notice && (more_notice || close());
        cues.set_if(before.is_some() && line.gap > usual, Cue::Gap);
        cues.set_if(before.is_some() && line.gap == 0 && usual > 0, Cue::NoGap);
        if let Some((b, length)) = before {
            after(&mut cues, b, length, line);
        }
        made = cues.has(Cue::PageCredits) || made && more;
        headed = more || (cues.has(Cue::PageHeading) && !cues.has(Cue::InTeaser));
        before = Some((cues, line.chars.0));
        line.cues = cues;
    }
    verse(lines, usual);
    lists::figures(lines);
    lists::lists(lines);
    addressees(lines);
    whole_clauses(lines);
    signatures(lines);
    heads::shape(lines, titlish, bodyish);
    under::look(lines);
    ahead(lines);
    after_contents(lines);
    echo::listen(lines, titlish);
}

fn after(cues: &mut Cues, b: Cues, before: u32, line: &Line<'_>) {
    cues.set_if(bodyish(b), Cue::BodyBefore);
    cues.set_if(b.has(Cue::EndsLead), Cue::AfterLead);
    cues.set_if(b.has(Cue::PageRef), Cue::AfterRef);
    let item = titlish(*cues) || cues.any(&[Cue::EndsPageRef, Cue::PageRef]);
    cues.set_if(item && b.any(&[Cue::TeaserWord, Cue::InTeaser]), Cue::InTeaser);
    let open = b.any(&[Cue::EndsLetter, Cue::EndsComma])
        && !b.any(&[
            Cue::TailDateline,
            Cue::TailNote,
            Cue::Byline,
            Cue::Credit,
            Cue::Phone,
            Cue::Verse,
            Cue::NoticeHead,
        ])
        // What has a dateline or a list's mark begins here.
        && !cues.has(Cue::Dateline)
        && !line.text.starts_with(is_mark);
    // A short clause before a whole paragraph was not cut.
    let fresh = before <= 25 && cues.has(Cue::Long) && !under::goes_on(line.text);
    let sure = open
        && (b.has(Cue::Long)
            || (b.has(Cue::Stops) && before > 12)
            || b.has(Cue::Dateline)
            || (before >= 24 && b.any(&[Cue::Unpaired, Cue::EndsComma]))
            || (before >= 24 && b.has(Cue::Commas) && !fresh));
    cues.set_if(sure, Cue::AfterOpen);
    let clause = before >= 20 && (b.has(Cue::Unpaired) || b.has(Cue::Commas) && !fresh);
    let maybe = open && !sure && (clause || b.has(Cue::EndsComma) || before >= 28);
    // One time of day after the other is a list.
    cues.set_if(maybe && !(b.has(Cue::Clock) && cues.has(Cue::Clock)), Cue::AfterMaybeOpen);
    cues.set_if(b.has(Cue::Unpaired) && !b.has(Cue::Closes) && cues.has(Cue::Closes), Cue::ClosesBefore);
    let same = before.abs_diff(line.chars.0) <= 2 && titlish(b) && titlish(*cues);
    cues.set_if(same, Cue::SameShort);
    let both = titlish(b) && titlish(*cues);
    cues.set_if(both && line.chars.0 > before + 2, Cue::LongerBefore);
}

/// A name between a text and a column's name signed the text before.
fn signatures(lines: &mut [Line<'_>]) {
    for n in 1..lines.len() {
        let column = lines.get(n + 1).is_none_or(|next| {
            next.cues.any(&[Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::PageHeading, Cue::PageCredits])
        });
        // No head of a text stands before another.
        let title = lines.get(n + 1).is_none_or(|next| titlish(next.cues));
        let Some(line) = lines.get_mut(n) else { break };
        let other = [Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::Byline, Cue::SeeAlso];
        if !line.cues.has(Cue::BodyBefore) || line.cues.any(&other) {
            continue;
        }
        let placed = title && (signed::with_office(line.text) || signed::with_place(line.text));
        let name = placed || column && line.cues.has(Cue::LikeName) || signed::in_brackets(line.text);
        // `——武汉读者　某某` under what he said.
        let who = line.text.trim_start_matches('—');
        let said = line.cues.has(Cue::OpensDash) && (signed::with_office(who) || signed::essayist(who));
        // `——编者` under an editor's note.
        let editor = line.cues.has(Cue::OpensDash) && words::is_editor(line.text);
        line.cues.set_if(name || said || editor, Cue::Signature);
    }
}

/// Marks whom a letter or a notice is for: a line that ends with a colon between its title and its text.
fn addressees(lines: &mut [Line<'_>]) {
    let mut titled = false;
    for n in 0..lines.len() {
        let text = lines.get(n + 1).is_some_and(|next| bodyish(next.cues));
        let Some(line) = lines.get_mut(n) else { break };
        let calls = line.cues.has(Cue::EndsLead) && !line.cues.has(Cue::EndsDash) && titlish(line.cues);
        line.cues.set_if(titled && text && calls, Cue::Addressee);
        titled = titlish(line.cues);
    }
}

/// Most lines of a head after a long clause.
const HEAD: usize = 4;

/// A long clause without an end, between a title line and the byline or the dateline, was not cut: it is a line of the
/// head. Nor was one that title lines and then a byline or a dateline follow.
fn whole_clauses(lines: &mut [Line<'_>]) {
    let tells =
        |line: &Line<'_>| line.cues.any(&[Cue::Byline, Cue::MarkedNames, Cue::Dateline, Cue::Reporter]);
    let mut titled = false;
    for n in 0..lines.len() {
        let rest = lines.get(n + 1..).unwrap_or_default();
        // What ends a sentence ends what was cut.
        let heads = |line: &&Line<'_>| {
            titlish(line.cues) && (!line.cues.has(Cue::EndsStop) || line.text.ends_with(['？', '?']))
        };
        let heads = rest.iter().take(HEAD).take_while(heads).count();
        let told = rest.get(heads).is_some_and(tells);
        let Some(line) = lines.get_mut(n) else { break };
        // A line with a dateline or a sentence's end inside was cut.
        let cut = line.cues.any(&[Cue::Stops, Cue::Dateline, Cue::Reporter])
            || line.text.contains(['！', '!', '？', '?', '。']);
        let whole = line.cues.has(Cue::Fragment) && told && (titled || heads > 0 && !cut);
        line.cues.clear_if(whole, Cue::Fragment);
        titled = titlish(line.cues);
        if whole && let Some(next) = lines.get_mut(n + 1) {
            next.cues.clear_if(true, Cue::AfterOpen);
            next.cues.clear_if(true, Cue::AfterMaybeOpen);
        }
    }
}

/// Least lines of a poem's verse, or of a list that is set like one.
const VERSE: usize = 4;

/// Marks the blocks of short lines that stand close together where other lines do not: verse, lists, tables.
fn verse(lines: &mut [Line<'_>], usual: u8) {
    if usual == 0 {
        return;
    }
    let short = |line: &Line<'_>| {
        line.cues.has(Cue::Short)
            && !line.cues.any(&[
                Cue::Contact,
                Cue::Phone,
                Cue::Calendar,
                Cue::IssueNumber,
                Cue::PaperName,
                Cue::Byline,
                Cue::MarkedNames,
            ])
    };
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get_mut(at..).unwrap_or_default();
        let more = rest.iter().skip(1).take_while(|line| line.gap == 0 && short(line)).count();
        let count = 1 + more;
        if count >= VERSE && rest.first().is_some_and(short) {
            rest.iter_mut().take(count).for_each(|line| line.cues.set(Cue::Verse));
        }
        at += count;
    }
}

/// A table of contents is over where a head that a byline or a dateline tells stands after its last page number.
fn after_contents(lines: &mut [Line<'_>]) {
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get_mut(at..).unwrap_or_default();
        let items = rest.iter().take_while(|line| line.cues.has(Cue::InTeaser)).count();
        let numbered = |line: &Line<'_>| line.cues.any(&[Cue::EndsPageRef, Cue::PageRef]);
        let listed = rest.iter().take(items).rposition(numbered).map_or(0, |last| last + 1);
        let mut over = false;
        for (n, line) in rest.iter_mut().take(items).enumerate() {
            over |= n >= listed && line.cues.any(&[Cue::BylineAhead, Cue::DatelineAhead]);
            line.cues.clear_if(over, Cue::InTeaser);
            line.cues.clear_if(!over, Cue::AfterRef);
        }
        at += items.max(1);
    }
}

/// Looks from the end: what follows each line before any body text does.
fn ahead(lines: &mut [Line<'_>]) {
    let (mut byline, mut dateline, mut page) = (u8::MAX, u8::MAX, u8::MAX);
    let mut next: Option<(Cues, u32)> = None;
    let (mut times, mut closed) = (0, false);
    for line in lines.iter_mut().rev() {
        let cues = &mut line.cues;
        let title = titlish(*cues);
        cues.set_if(title && times >= 2 && words::timetable(line.text), Cue::TimesNext);
        times = if cues.has(Cue::Clock) { times + 1 } else { 0 };
        // Nobody signs a notice, and none has a dateline.
        cues.clear_if(title && (byline <= 2 || dateline <= 2), Cue::NoticeHead);
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
            let photo = next.has(Cue::Credit) && !next.has(Cue::Long);
            let opens = photo && bodyish(*cues) && (cues.has(Cue::Opening) || shows(line.text));
            cues.set_if(opens || title && (closed || next.has(Cue::CreditNext)), Cue::CreditNext);
            // One paragraph that an office and the day close.
            closed = bodyish(*cues) && next.has(Cue::DateNext);
            let both = title && titlish(next);
            cues.set_if(both && line.chars.0 > chars + 2, Cue::ShorterNext);
            cues.set_if(title && !titlish(next) && next.has(Cue::ClosesBefore), Cue::ClosedNext);
            let opens = next.has(Cue::Opening) && bodyish(next);
            cues.set_if(opens || (both && next.has(Cue::OpeningNext)), Cue::OpeningNext);
            let signed = next.has(Cue::DateAlone) || next.has(Cue::DateNext) && words::office(line.text);
            cues.set_if(title && signed, Cue::DateNext);
            cues.set_if(title && !bodyish(next) && next.any(&[Cue::Contact, Cue::Phone]), Cue::NoticeAhead);
        }
        // An editor's note stands where a byline does.
        let made = cues.has(Cue::PageCredits);
        // A picture may stand between a head and its text.
        let between = titlish(*cues) || cues.any(&[Cue::Picture, Cue::Credit]) && !bodyish(*cues);
        if !made && cues.any(&[Cue::Byline, Cue::MarkedNames, Cue::NameAfter, Cue::EditorsNote]) {
            byline = 1;
        } else if between {
            byline = byline.saturating_add(1);
        } else {
            byline = u8::MAX;
        }
        if cues.any(&[Cue::Dateline, Cue::Reporter]) {
            dateline = 1;
        } else if between || cues.any(&[Cue::Byline, Cue::MarkedNames]) {
            dateline = dateline.saturating_add(1);
        } else {
            dateline = u8::MAX;
        }
        next = Some((*cues, line.chars.0));
    }
}

/// Whether a caption says what its picture shows.
pub(super) fn shows(text: &str) -> bool {
    ["图为", "圖為"].iter().any(|word| text.starts_with(word))
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
