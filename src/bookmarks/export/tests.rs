use jiff::Timestamp;
use jiff::civil::date;

use super::*;
use crate::bookmarks::{ArticleKey, IssueKey, Quote};
use crate::issue::{Part, Position};

fn bookmark() -> Bookmark {
    Bookmark {
        id: "0123456789abcdef".to_owned(),
        issue: IssueKey {
            publication: Some("印刷史话".to_owned()),
            date: Some(date(2026, 3, 1)),
            sources: vec!["/a/b.txt".to_owned()],
            ..IssueKey::default()
        },
        article: ArticleKey {
            number: 0,
            page: "01".to_owned(),
            headline: "活字印刷\n的来历".to_owned(),
            ..ArticleKey::default()
        },
        position: Position::new(Part::Block(0), 2),
        quote: Quote {
            exact: "北宋庆历年间，\n　　毕昇*用*胶泥".to_owned(), ..Quote::default()
        },
        note: Some("比较 [谷登堡]".to_owned()),
        tags: vec!["印刷".to_owned()],
        made: Timestamp::UNIX_EPOCH,
        extra: crate::issue::Extra::new(),
    }
}

#[test]
fn a_line_says_where_and_what() {
    assert_eq!(line(&bookmark()), "印刷史话 2026-03-01 · 01 · 活字印刷 的来历 · 北宋庆历年间， 毕昇*用*胶泥");
    let bare = Bookmark { issue: IssueKey::default(), article: ArticleKey::default(), ..bookmark() };
    assert_eq!(line(&bare), "北宋庆历年间， 毕昇*用*胶泥");
}

#[test]
fn a_card_says_all() {
    let quote =
        Quote {
            before: "活字印刷\n的来历\n　　".to_owned(), after: "刻字。".to_owned(), ..bookmark().quote
        };
    let bookmark = Bookmark { quote, note: Some("一行\n\u{1b}两行".to_owned()), ..bookmark() };
    let expected = "\
印刷史话 2026-03-01 · 01
活字印刷 的来历
[活字印刷 的来历]北宋庆历年间， 毕昇*用*胶泥[刻字。]
一行
两行
#印刷
0123456789abcdef · 1970-01-01 00:00 UTC · /a/b.txt
";
    assert_eq!(card(&bookmark), expected);
}

#[test]
fn a_page_of_clippings_has_issues_by_date() {
    let older = Bookmark {
        issue: IssueKey { date: Some(date(2026, 2, 28)), ..bookmark().issue },
        note: None,
        tags: Vec::new(),
        ..bookmark()
    };
    let expected = "\
# 印刷史话 2026-03-01

## 活字印刷 的来历

> 北宋庆历年间， 毕昇\\*用\\*胶泥

比较 \\[谷登堡\\]

— 印刷史话 2026-03-01 · 01 · 1970-01-01 · \\#印刷

# 印刷史话 2026-02-28

## 活字印刷 的来历

> 北宋庆历年间， 毕昇\\*用\\*胶泥

— 印刷史话 2026-02-28 · 01 · 1970-01-01
";
    assert_eq!(markdown(&[older, bookmark()]), expected);
    assert_eq!(markdown(&[]), "");
}

#[test]
fn json_comes_back() {
    let mut all = vec![bookmark(), bookmark()];
    all[1].id = "1".to_owned();
    all[1].quote.exact = "a\u{9b}31m\u{202e}b\u{1b}[0m\u{e0041}\n".to_owned();
    let text = json(&all);
    assert_eq!(read(text.as_bytes()).unwrap(), Imported { bookmarks: all, left_out: 0 });
    assert!(!text.chars().any(|c| hidden(c) && c != '\n'), "{text}");
}

#[test]
fn nothing_that_acts_on_a_terminal_gets_out() {
    let mut evil = bookmark();
    for text in [&mut evil.article.headline, &mut evil.quote.exact, evil.issue.publication.as_mut().unwrap()]
    {
        *text = "a\u{1b}]52;c;AA\u{7}\u{9d}\u{202e}\u{200b}\r\nb".to_owned();
    }
    evil.tags = vec!["\u{1b}[31m".to_owned()];
    evil.id = "\u{1b}[31m".to_owned();
    let texts = [
        line(&evil),
        entry(&evil),
        card(&evil),
        markdown(&[evil.clone()]),
        w3c(&[evil.clone()]),
        json(&[evil]),
    ];
    for text in texts {
        assert!(!text.chars().any(|c| hidden(c) && c != '\n'), "{text:?}");
    }
}

#[test]
fn what_is_no_bookmarks_file_is_said() {
    let cases = [
        ("", "the file is empty"),
        ("{", "not a bookmarks file (EOF while parsing an object at line 1 column 1)"),
        ("{}", "not a bookmarks file (it has no `format` field)"),
        (
            r#"{"format": "newsprint-bookmarks/9"}"#,
            "a newsprint-bookmarks/9 file, which needs a newer newsprint",
        ),
    ];
    for (text, said) in cases {
        assert_eq!(read(text.as_bytes()).unwrap_err().to_string(), said);
    }
}

#[test]
fn import_takes_what_is_new() {
    let elsewhere = Bookmark { position: Position::new(Part::Block(0), 3), id: "3".to_owned(), ..bookmark() };
    let same_place = Bookmark { id: "2".to_owned(), note: None, ..bookmark() };
    let from = [bookmark(), same_place, elsewhere.clone()];
    assert_eq!(new_ones(&[bookmark()], &from), [&elsewhere]);
    assert_eq!(new_ones(&[], &from), [&bookmark(), &elsewhere]);
}
