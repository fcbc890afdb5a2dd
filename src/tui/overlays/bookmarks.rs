//! The bookmarks by issue: the headline and how long ago, the words there, note and tags.

use jiff::Timestamp;
use ratatui::layout::Rect;

use crate::bookmarks::Bookmark;
use crate::tui::app::{App, Card, words_of};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::width::{self, Columns};
use crate::typeset::{self, Guise, Language};

pub(crate) fn draw(app: &App, theme: &Theme, area: Rect, canvas: &mut Canvas) {
    let tongue = app.look.tongue;
    let (all, cards) = (app.bookmarks.len(), app.cards.all());
    let below = super::open(app, theme, &words::BOOKMARKS, area, canvas);
    if app.cards.query.is_some() {
        let count = format!("{}/{all}", cards.len());
        canvas.text_to_end(area.x + 12, area.y, area.right().saturating_sub(13), &count, theme.status);
    }
    if cards.is_empty() {
        let text = if all == 0 {
            tongue.no_bookmarks(app.keymap.first_key("toggle-bookmark").as_deref())
        } else {
            tongue.say(&words::NO_BOOKMARK_MATCHES).to_owned()
        };
        canvas.note(below, &text, theme.meta);
        return;
    }
    let picker = app.cards.picker();
    let mut y = below.y;
    for (n, card) in cards.iter().enumerate().skip(picker.first()) {
        if y >= below.bottom() {
            break;
        }
        // Whoever scrolls sees in any case which issue the first card is of.
        if card.begins_group() || n == picker.first() {
            heading(app, theme, *card, Rect { y, ..below }, canvas);
            y += 1;
        }
        let Some(bookmark) = app.bookmarks.get(card.bookmark) else { continue };
        let rows = Rect { y, height: below.bottom().saturating_sub(y), ..below };
        y += draw_card(app, theme, (*card, bookmark), n == picker.selected(), rows, canvas);
    }
}

fn heading(app: &App, theme: &Theme, card: Card, row: Rect, canvas: &mut Canvas) {
    let Some(newest) = app.bookmarks.get(card.group) else { return };
    let page = card.one_page.then_some(newest.article.page.as_str());
    let text = app.look.tongue.issue(&newest.issue, page);
    let room = Columns(row.width.saturating_sub(2).into());
    canvas.text(row.x + 1, row.y, row.right(), &width::fit(&text, room, canvas.widths()), theme.heading);
}

/// Draws a card into `area` and returns how many rows it has.
fn draw_card(
    app: &App,
    theme: &Theme,
    (card, bookmark): (Card, &Bookmark),
    selected: bool,
    area: Rect,
    canvas: &mut Canvas,
) -> u16 {
    let lines = lines(app, card, bookmark);
    let styles = [if selected { theme.chosen_entry } else { theme.entry }, theme.text, theme.caption];
    let mut rows = 0;
    for ((text, style), y) in lines.iter().zip(styles).zip(area.y..) {
        rows += 1;
        if y >= area.bottom() {
            continue;
        }
        if selected {
            canvas.text(area.x, y, area.right(), app.signs().chosen, theme.chosen);
        }
        let end = area.right().saturating_sub(1);
        // How long ago goes first where there is room for both.
        let end = if y == area.y {
            let ago = app.look.tongue.ago(minutes(bookmark.made, app.cards.now));
            canvas.text_to_end(area.x + 20, y, end, &ago, theme.meta).saturating_sub(1)
        } else {
            end
        };
        let room = Columns(end.saturating_sub(area.x + 3).into());
        canvas.text(area.x + 3, y, end, &width::fit(text, room, canvas.widths()), style);
    }
    rows
}

/// A card's lines: the headline, with the page if it is not in the heading; the words; note and tags.
fn lines(app: &App, card: Card, bookmark: &Bookmark) -> Vec<String> {
    let tongue = app.look.tongue;
    let headline = bookmark.article.headline.replace('\n', " ");
    let headline = if card.one_page || bookmark.article.page.is_empty() {
        headline
    } else {
        format!("{}  {headline}", tongue.page(&bookmark.article.page, None))
    };
    // As much of the words as there is room for: they go on after the quote.
    let words = words_of(bookmark);
    // Its issue is another one, perhaps: the words themselves tell the language.
    let script = app.look.setting.script.of(Language::of(None, &words));
    let guise = Guise { marks: app.look.setting.punctuation, script };
    let shown = |text: &str| typeset::shown(text, guise).into_owned();
    let mut lines = vec![shown(&headline), shown(&words)];
    let tags = bookmark.tags.iter().map(|tag| format!("#{tag}"));
    let more: Vec<String> = tags.chain(bookmark.note.clone()).collect();
    if !more.is_empty() {
        lines.push(more.join(" "));
    }
    lines
}

/// The minutes from one time to another; none if the clock went back.
fn minutes(from: Timestamp, to: Timestamp) -> u64 {
    u64::try_from((to.as_second() - from.as_second()) / 60).unwrap_or(0)
}
