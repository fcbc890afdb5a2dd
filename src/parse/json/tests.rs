use proptest::prelude::*;

use super::*;
use crate::issue::{Article, Author, Block, BlockKind, Extra, Kind, Page};

fn error(text: &str) -> (String, Option<(usize, usize)>) {
    let error = read(text).unwrap_err();
    (error.to_string(), error.place.map(|place| (place.line, place.column)))
}

#[test]
fn only_format_and_pages_are_required() {
    let issue =
        read(r#"{ "format": "newsprint-issue/1", "pages": [ { "id": "1", "articles": [ {} ] } ] }"#).unwrap();
    assert_eq!(issue.article_count(), 1);
    let with_null =
        r#"{ "format": "newsprint-issue/1", "date": null, "pages": [ { "id": "1", "articles": null } ] }"#;
    assert_eq!(read(with_null).unwrap().article_count(), 0);
}

#[test]
fn every_error_says_what_and_where() {
    for (text, message, place) in [
        ("", "the file ends too soon (EOF while parsing a value)", Some((1, 1))),
        ("{\"format\":\n", "the file ends too soon (EOF while parsing a value)", Some((2, 1))),
        ("{\n  format: 1 }", "not valid JSON: key must be a string", Some((2, 3))),
        (
            "{ \"pages\": [] }",
            "no `format` field: an issue file begins with { \"format\": \"newsprint-issue/1\", \"pages\": [ … ] }",
            None,
        ),
        ("{ \"format\": 3 }", "`format` must be the text \"newsprint-issue/1\"", None),
        (
            "{ \"format\": \"newsprint-issue/2\" }",
            "this is a newsprint-issue/2 file and this newsprint reads newsprint-issue/1: open it with a newer newsprint",
            None,
        ),
        ("{ \"format\": \"atom\" }", "`format` is \"atom\"; newsprint reads \"newsprint-issue/1\"", None),
    ] {
        assert_eq!(error(text), (message.to_owned(), place), "{text}");
    }
    let (message, place) = error("{ \"format\": \"newsprint-issue/1\", \"pages\": [\n { \"id\": 7 } ] }");
    assert!(message.starts_with("invalid type") && message.ends_with("in pages[0].id"), "{message}");
    assert_eq!(place.map(|(line, _)| line), Some(2));
    let (message, _) =
        error("{ \"format\": \"newsprint-issue/1\", \"pages\": \"words at line 3 of a page\" }");
    assert!(message.contains("of a page"), "what stands in the file is no place: {message}");
    let (message, _) = error("{ \"format\": \"newsprint-issue/1\", \"pages\": [] } x");
    assert!(message.contains("trailing"), "{message}");
}

#[test]
fn unknown_fields_come_back_in_their_order() {
    let text = r#"{
  "format": "newsprint-issue/1",
  "pages": [
    {
      "id": "1",
      "articles": [
        {
          "kind": "story",
          "body": [
            {
              "type": "paragraph",
              "text": "活字",
              "z": 1,
              "a": 2
            }
          ],
          "mood": "calm"
        }
      ],
      "weather": {
        "sky": "clear"
      }
    }
  ],
  "price": 0.5
}
"#;
    assert_eq!(write(&read(text).unwrap()).unwrap(), text);
}

fn text() -> impl Strategy<Value = String> {
    "\\PC{0,12}"
}

fn article() -> impl Strategy<Value = Article> {
    let kind = prop::sample::select(vec![
        Kind::Story,
        Kind::Notice,
        Kind::Advertisement,
        Kind::Teaser,
        Kind::Credits,
    ]);
    let block = prop::sample::select(vec![
        BlockKind::Paragraph,
        BlockKind::Subhead,
        BlockKind::Caption,
        BlockKind::Credit,
        BlockKind::Image,
    ]);
    let body = prop::collection::vec(
        (block, text()).prop_map(|(kind, text)| Block { kind, text, extra: Extra::new() }),
        0..4,
    );
    let lines = || prop::collection::vec(text(), 0..3);
    let author = (prop::option::of(text()), text()).prop_map(|(role, name)| Author {
        role,
        name,
        extra: Extra::new(),
    });
    let heads = (lines(), lines(), lines(), prop::option::of(text()), prop::collection::vec(author, 0..3));
    let turns = (prop::option::of(text()), prop::option::of(text()), prop::option::of(text()));
    (kind, heads, body, turns).prop_map(|(kind, (kicker, headline, deck, byline, authors), body, turns)| {
        Article {
            kind,
            kicker: kicker.into(),
            headline,
            deck: deck.into(),
            byline: byline.map(Into::into),
            authors: authors.into(),
            dateline: turns.0.map(Into::into),
            body,
            continued_from: turns.1.map(Into::into),
            continued_to: turns.2.map(Into::into),
            extra: Extra::new(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(
        articles in prop::collection::vec(article(), 0..4), id in text(), name in prop::option::of(text()), number in prop::option::of(text())
    ) {
        let mut issue = Issue { number, ..Issue::new() };
        issue.pages.push(Page { id, name, articles, extra: Extra::new() });
        let text = write(&issue).unwrap();
        prop_assert_eq!(read(&text).unwrap(), issue);
    }

    #[test]
    fn no_beginning_of_a_file_is_a_file(cut in 0_usize..140) {
        let text = r#"{ "format": "newsprint-issue/1", "pages": [ { "id": "1", "articles": [ { "headline": ["a"], "body": [] } ] } ] }"#;
        if let Some(text) = text.get(..cut.min(text.len() - 1)) {
            let error = read(text).unwrap_err();
            prop_assert!(error.to_string().starts_with("the file ends too soon"), "{}", error);
            prop_assert!(error.place.is_some());
        }
    }
}
