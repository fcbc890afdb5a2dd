//! Labelled lines → articles. No character is lost and none moves: the fields in their order, kicker to body, are the
//! lines in their order.

use super::chars::{is_cjk, is_comma, is_hangul, is_wide_mark};
use super::cue::Cue;
use super::label::{Label, State};
use super::lexicon::{self, Says};
use super::line::Line;
use super::path::{Choice, Points, Why};
use super::{dateline, masthead, pages, people, top, words};
use crate::issue::{Article, Block, BlockKind, Issue, Kind, Page};
use crate::parse::{Hints, Start};

/// How many lines are let go at once when they are built in.
const LET_GO: usize = 1 << 14;

/// Builds the issue's pages out of `lines` and what the path chose for them. They are let go on the way, so that a long
/// text's lines and its issue are not both there at once.
pub(super) fn build(
    mut lines: Vec<Line<'_>>,
    mut choices: Vec<Choice>,
    hints: &Hints,
) -> (Issue, Vec<Start>) {
    let starts = choices.iter().filter(|choice| choice.state.starts()).count();
    let mut parts = Vec::new();
    while lines.len() > LET_GO {
        let near = lines.len() - LET_GO;
        // A part begins with an article.
        let at = choices.iter().take(near).rposition(|choice| choice.state.starts()).unwrap_or(0);
        parts.push((lines.split_off(at), choices.split_off(at)));
        lines.shrink_to_fit();
        choices.shrink_to_fit();
    }
    parts.push((lines, choices));
    let mut building = Building::new(hints, starts);
    while let Some((lines, choices)) = parts.pop() {
        let (mut lines, mut choices) = (lines.as_slice(), choices.as_slice());
        while !lines.is_empty() {
            let more = choices.iter().skip(1).take_while(|choice| !choice.state.starts()).count();
            let (article, rest) = lines.split_at(more + 1);
            let (chosen, left) = choices.split_at(more + 1);
            building.add(article, chosen);
            (lines, choices) = (rest, left);
        }
    }
    building.finish()
}

struct Building {
    issue: Issue,
    page: Page,
    starts: Vec<Start>,
    /// The page's id came from a heading.
    headed: bool,
}

impl Building {
    fn new(hints: &Hints, starts: usize) -> Self {
        let mut issue = Issue::new();
        issue.date = hints.date;
        let page = Page { id: hints.page.clone().unwrap_or_else(|| "1".to_owned()), ..Page::default() };
        Self { issue, page, starts: Vec::with_capacity(starts), headed: false }
    }

    /// Adds the article that `lines` are.
    fn add(&mut self, lines: &[Line<'_>], choices: &[Choice]) {
        if let (Some(line), Some(choice)) = (lines.first(), choices.first()) {
            self.turn_page(line, choice.state, lines);
            self.starts.push(start(line, *choice));
        }
        let mut article = room(choices);
        for (n, (line, choice)) in lines.iter().zip(choices).enumerate() {
            // The lines that will be joined to it.
            let joins = |choice: &&Choice| choice.state.label() == Label::Continuation;
            let cut = if joins(&choice) { 0 } else { choices.iter().skip(n + 1).take_while(joins).count() };
            let rest = lines.iter().skip(n + 1).take(cut).map(|line| line.text.len() + 1).sum();
            place(&mut article, line, choice.state, rest);
            match choice.state {
                State::MastheadFirst | State::Masthead => read_masthead(&mut self.issue, line),
                State::FurnitureFirst | State::Furniture
                    if line.cues.any(&[Cue::PaperName, Cue::Calendar, Cue::IssueNumber]) =>
                {
                    read_masthead(&mut self.issue, line);
                }
                _ => {}
            }
        }
        finish(&mut article);
        self.page.articles.push(article);
    }

    /// A page heading or a form feed begins a page, unless nothing but furniture stands on the one before.
    fn turn_page(&mut self, line: &Line<'_>, state: State, head: &[Line<'_>]) {
        let heading = match state {
            // The page's number may stand under the paper's name.
            State::FurnitureFirst | State::MastheadFirst if head.len() > 1 => top::page(head),
            State::FurnitureFirst => pages::page_heading(line.text),
            _ => None,
        };
        if heading.is_none() && !line.page_break {
            return;
        }
        let empty = self.page.articles.iter().all(|article| article.kind == Kind::Credits);
        if empty && (heading.is_none() || !self.headed) {
            if let Some((id, name)) = heading {
                self.name_page(id, name);
            }
            return;
        }
        self.page.articles.shrink_to_fit();
        let next = Page { id: (self.issue.pages.len() + 2).to_string(), ..Page::default() };
        self.issue.pages.push(std::mem::replace(&mut self.page, next));
        self.headed = false;
        if let Some((id, name)) = heading {
            self.name_page(id, name);
        }
    }

    fn name_page(&mut self, id: String, name: String) {
        self.page.id = id;
        self.page.name = (!name.is_empty()).then_some(name);
        self.headed = true;
    }

    fn finish(mut self) -> (Issue, Vec<Start>) {
        self.page.articles.shrink_to_fit();
        self.issue.pages.push(self.page);
        (self.issue, self.starts)
    }
}

/// An empty article with room for what `choices` will put into it.
fn room(choices: &[Choice]) -> Article {
    let count = |label: Label| choices.iter().filter(|choice| choice.state.label() == label).count();
    let headline = count(Label::Headline);
    let others = [Label::Kicker, Label::Deck, Label::Byline, Label::Continuation].map(count);
    let body = choices.len() - headline - others.iter().sum::<usize>();
    Article { headline: Vec::with_capacity(headline), body: Vec::with_capacity(body), ..Article::default() }
}

/// Puts the line's text where it belongs. `rest` bytes will be joined to it.
fn place(article: &mut Article, line: &Line<'_>, state: State, rest: usize) {
    let text = line.text;
    let push = |article: &mut Article, kind: BlockKind, text: &str| {
        let mut all = String::with_capacity(text.len() + rest);
        all.push_str(text);
        article.body.push(Block { kind, text: all, ..Block::default() });
    };
    match state {
        State::KickerFirst | State::Kicker => article.kicker.push(text.to_owned()),
        State::HeadFirst | State::Head => article.headline.extend(halves(text).map(str::to_owned)),
        State::Deck => article.deck.push(text.to_owned()),
        State::Byline => match &mut article.byline {
            Some(byline) => *byline = [byline, " ", text].concat().into(),
            None => article.byline = Some(text.into()),
        },
        State::Cont | State::ContDated => match article.body.last_mut() {
            Some(block) => join(&mut block.text, text),
            None => push(article, BlockKind::Paragraph, text),
        },
        State::Sub | State::SubDated => push(article, BlockKind::Subhead, text),
        State::Caption | State::CaptionDated => push(article, BlockKind::Caption, text),
        State::Credit | State::CreditDated | State::Tail => {
            article.continued_to =
                article.continued_to.take().or_else(|| pages::turns_to(text).map(Into::into));
            push(article, BlockKind::Credit, text);
        }
        State::NoticeFirst => {
            article.kind = if line.cues.has(Cue::AdWord) { Kind::Advertisement } else { Kind::Notice };
            let (head, rest) = notice_head(text);
            // Where to call is no headline.
            if rest.is_empty() && line.cues.any(&[Cue::Phone, Cue::Contact]) {
                push(article, BlockKind::Paragraph, text);
                return;
            }
            article.headline.push(head.to_owned());
            if !rest.is_empty() {
                push(article, BlockKind::Paragraph, rest);
            }
        }
        State::TeaserFirst => {
            article.kind = Kind::Teaser;
            article.continued_to = pages::ends_page_ref(text).map(Into::into);
            article.headline.push(text.to_owned());
        }
        State::Teaser => {
            article.kind = Kind::Teaser;
            if article.continued_to.is_none() {
                article.continued_to = pages::page_ref(text).map(Into::into);
            }
            push(article, BlockKind::Paragraph, text);
        }
        State::MastheadFirst | State::Masthead | State::FurnitureFirst | State::Furniture => {
            article.kind = Kind::Credits;
            push(article, BlockKind::Paragraph, text);
        }
        State::Notice => push(article, BlockKind::Paragraph, text),
        State::BareFirst
        | State::BareDatedFirst
        | State::LeadDated
        | State::Lead
        | State::Para
        | State::ParaDated => {
            push(article, BlockKind::Paragraph, text);
        }
    }
}

/// Fills what follows from the article's own text.
fn finish(article: &mut Article) {
    if matches!(article.kind, Kind::Credits | Kind::Teaser) {
        return;
    }
    let first = article.body.iter().find(|block| block.kind == BlockKind::Paragraph);
    let opening = first.and_then(|block| dateline::opening(&block.text)).map(Box::from);
    if let Some(byline) = &article.byline {
        article.authors = people::read(byline, true).into_authors().into();
    }
    if article.authors.is_empty()
        && let Some(first) = first
    {
        let rest = first.text.strip_prefix(opening.as_deref().unwrap_or_default()).unwrap_or(&first.text);
        if let Some(names) = dateline::reporters(rest) {
            article.authors = people::read(names, true).into_authors().into();
        }
    }
    article.dateline = opening;
    let heads = article.kicker.iter().chain(&article.headline);
    let lines = heads.chain(article.body.first().map(|block| &block.text));
    let title = lines.filter(|line| line.chars().nth(24).is_none()).find_map(|line| pages::turns_from(line));
    let opening = || article.body.first().and_then(|block| pages::turn_at_start(&block.text));
    article.continued_from = title.or_else(opening).map(Into::into);
    if article.continued_to.is_none() {
        article.continued_to =
            article.body.last().and_then(|block| pages::turn_at_end(&block.text)).map(Into::into);
    }
    let title = article.headline.last().map(String::as_str).unwrap_or_default();
    if article.kind == Kind::Story && lexicon::hear_end(title).any(Says::NoticeLast) {
        article.kind = Kind::Notice;
    }
}

fn read_masthead(issue: &mut Issue, line: &Line<'_>) {
    if issue.publication.is_none() {
        // Its letters may be set apart; or the day stands beside it.
        issue.publication = if line.cues.has(Cue::PaperName) {
            Some(line.text.chars().filter(|c| !c.is_whitespace()).collect())
        } else {
            line.text.split_whitespace().find(|word| words::paper_name(word)).map(str::to_owned)
        };
    }
    if let Some(date) = masthead::date(line.text) {
        issue.date = Some(date);
    }
    if issue.number.is_none() {
        issue.number = masthead::number(line.text);
    }
}

fn start(line: &Line<'_>, choice: Choice) -> Start {
    Start {
        line: line.number as usize,
        confidence: confidence(choice.start_margin.into()),
        why: Why::new(line.cues, choice.state),
    }
}

/// A margin as a share of certainty: none is one half, 20 points are nine tenths.
pub(super) fn confidence(margin: Points) -> f32 {
    // A whole power, unlike `exp`, needs no library of mathematics, which the system would load at every start.
    const POINT: f32 = 0.895_931;
    1.0 / (1.0 + POINT.powi(margin.clamp(0, 1000)))
}

/// The printed lines of a headline whose line breaks have become spaces. A space beside a Latin letter is a space.
pub(super) fn halves(text: &str) -> impl Iterator<Item = &str> {
    let wide = |c: char| (is_cjk(c) && !is_hangul(c)) || is_wide_mark(c);
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let mut before = None::<char>;
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                let after = text.get(at..).unwrap_or_default().trim_start();
                let left = before
                    .is_some_and(|b| wide(b) || is_comma(b) || b == '!' || b == '?' || b.is_ascii_digit());
                let right = after.chars().next().is_some_and(|c| wide(c) || c.is_ascii_digit());
                let both = before.is_some_and(wide) || after.chars().next().is_some_and(wide);
                if left && right && both {
                    rest = Some(after);
                    return Some(text.get(..at).unwrap_or(text));
                }
            } else {
                before = Some(c);
            }
        }
        Some(text)
    })
}

/// `供水信息 咨询热线:` is a title and its first line.
fn notice_head(text: &str) -> (&str, &str) {
    let Some(at) = text.find(char::is_whitespace) else { return (text, "") };
    let (head, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let rest = rest.trim_start();
    if rest.ends_with([':', '：']) || words::contact(lexicon::hear(rest)) || words::phone(rest) {
        (head, rest)
    } else {
        (text, "")
    }
}

/// Joins the rest of a cut paragraph to its beginning.
fn join(text: &mut String, rest: &str) {
    text.push_str(joint(text, rest));
    text.push_str(rest);
}

/// What stands between the two parts of a cut paragraph: a space between words of a script that has spaces, else nothing.
pub(super) fn joint(text: &str, rest: &str) -> &'static str {
    let left = text.chars().next_back();
    let right = rest.chars().next();
    let spaced = |c: char| is_hangul(c) || !(is_cjk(c) || is_wide_mark(c));
    let hyphen = left == Some('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    if let (Some(left), Some(right)) = (left, right) {
        // A hyphen at a line's end stays: whether it belongs to the word is not for the parser to say.
        if spaced(left) && spaced(right) && !hyphen {
            return " ";
        }
    }
    ""
}

#[cfg(test)]
mod tests;
