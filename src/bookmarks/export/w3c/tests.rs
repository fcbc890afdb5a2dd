use jiff::civil::date;
use proptest::prelude::*;

use super::super::{read, w3c};
use super::*;
use crate::bookmarks::Found;
use crate::issue::{Article, ArticleNo, Block, Issue, Page, Part};

fn issue() -> Issue {
    let texts = [
        "北宋庆历年间，布衣毕昇用胶泥刻字，一字一印，用火烧硬，是为活字，这是印刷史上的一件大事。",
        "沈括把制字、排版、印刷的法子记在《梦溪笔谈》里，这是关于活字印刷最早的文字，后人多引。",
    ];
    let article = |text: &str| Article {
        headline: vec![text.chars().take(4).collect()],
        body: vec![Block { text: text.to_owned(), ..Block::default() }],
        ..Article::default()
    };
    let page = Page { id: "01".to_owned(), articles: texts.map(article).into(), ..Page::default() };
    Issue {
        publication: Some("印刷史话".to_owned()),
        date: Some(date(2026, 3, 1)),
        pages: vec![page],
        ..Issue::new()
    }
}

fn bookmark() -> Bookmark {
    let now = Timestamp::from_second(1_700_000_000).unwrap();
    let position = Position::new(Part::Block(0), 7);
    let mut bookmark = Bookmark::at(&issue(), "/报 纸/a%20.txt", ArticleNo(1), position, now).unwrap();
    bookmark.note = Some("比较".to_owned());
    bookmark.tags = vec!["印刷".to_owned(), "史".to_owned()];
    bookmark
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn an_annotation_is_what_the_standard_asks_for() {
    let page = value(&w3c(&[bookmark(), Bookmark { note: None, tags: Vec::new(), ..bookmark() }]));
    assert_eq!(page["@context"][0], CONTEXT);
    assert_eq!(page["type"], "AnnotationPage");
    let first = &page["items"][0];
    assert_eq!(first["id"], format!("urn:newsprint:bookmark:{}", bookmark().id));
    assert_eq!(first["created"], "2023-11-14T22:13:20Z");
    let body = |value: &str, purpose: &str| json!({ "type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose });
    let bodies = [body("比较", "commenting"), body("印刷", "tagging"), body("史", "tagging")];
    assert_eq!(first["body"], json!(bodies));
    assert_eq!(first["target"]["source"], "file:///%E6%8A%A5%20%E7%BA%B8/a%2520.txt");
    let selector = &first["target"]["selector"];
    assert_eq!(selector["type"], "TextQuoteSelector");
    assert_eq!(selector["exact"], bookmark().quote.exact);
    assert_eq!(selector["prefix"], bookmark().quote.before);
    assert_eq!(first[OURS]["position"], json!({ "part": "block", "index": 0, "offset": 7 }));
    assert!(first[OURS]["quote"]["exact"].is_null(), "said once");
    assert!(page["items"][1]["body"].is_null());
}

#[test]
fn annotations_come_back_as_the_bookmarks_they_were() {
    let mut known = bookmark();
    known.extra.insert("later".to_owned(), json!([1]));
    known.issue.extra.insert("edition".to_owned(), json!("早"));
    known.quote.extra.insert("x".to_owned(), json!(null));
    let all = vec![known, Bookmark { id: "17".to_owned(), note: None, ..bookmark() }];
    assert_eq!(read(w3c(&all).as_bytes()).unwrap(), Imported { bookmarks: all, left_out: 0 });
    assert_eq!(read(w3c(&[]).as_bytes()).unwrap(), Imported::default());
}

#[test]
fn what_another_program_changed_counts() {
    let mut page = value(&w3c(&[bookmark()]));
    let item = &mut page["items"][0];
    item["body"] =
        json!([{ "type": "TextualBody", "value": "改过", "purpose": "commenting" }, { "type": "Image" }]);
    item["target"]["selector"] = json!([{ "type": "CssSelector", "value": "p" }, item["target"]["selector"]]);
    let read = read(page.to_string().as_bytes()).unwrap().bookmarks;
    assert_eq!(read, [Bookmark { note: Some("改过".to_owned()), tags: Vec::new(), ..bookmark() }]);
}

#[test]
fn annotations_of_other_programs_are_found_by_their_words() {
    let quote = json!({ "type": "TextQuoteSelector", "exact": "记在《梦溪笔谈》里", "prefix": "、排版、印刷的法子", "suffix": "，这是关于活字印刷最早的文字" });
    let refined = json!({ "type": "FragmentSelector", "value": "p2", "refinedBy": quote });
    let annotation = |selector: &Value| {
        json!({
            "@context": CONTEXT, "id": "http://example.org/anno/1", "type": "Annotation", "bodyValue": "好",
            "created": "2024-01-02T03:04:05Z",
            "target": { "source": { "id": "file:///a%20b.txt", "type": "Text" }, "selector": selector },
        })
    };
    let forms = [
        annotation(&quote),
        annotation(&refined),
        json!([annotation(&json!([quote]))]),
        json!({ "type": ["AnnotationPage"], "items": [annotation(&quote)] }),
        json!({ "type": "AnnotationCollection", "first": { "type": "AnnotationPage", "items": [annotation(&quote)] } }),
    ];
    for form in forms {
        let read = read(form.to_string().as_bytes()).unwrap();
        let [bookmark] = read.bookmarks.as_slice() else { panic!("{form}") };
        assert_eq!(bookmark.issue.source(), "/a b.txt");
        assert_eq!(bookmark.note.as_deref(), Some("好"));
        assert_eq!(bookmark.made.to_string(), "2024-01-02T03:04:05Z");
        assert_eq!((bookmark.id.len(), read.left_out), (16, 0));
        let Found::Moved { article: ArticleNo(1), position } = bookmark.find(&issue()) else {
            panic!("{form}")
        };
        assert_eq!(position, Position::new(Part::Block(0), 14));
    }
}

#[test]
fn what_has_no_words_is_left_out() {
    let good = annotation(&bookmark());
    let mut items = vec![good.clone(); 6];
    items[1]["target"] = json!("http://example.org/page");
    items[2]["target"]["selector"] = json!({ "type": "TextPositionSelector", "start": 1, "end": 9 });
    items[3]["target"]["selector"]["exact"] = json!(" \n");
    items[4] = json!(7);
    // An id that is none of ours is never taken as it is: it goes to terminals and command lines.
    items[5]["id"] = json!("urn:newsprint:bookmark:\u{1b}[31m");
    let page = json!({ "type": "AnnotationPage", "items": items });
    let read = read(page.to_string().as_bytes()).unwrap();
    assert_eq!((read.bookmarks.len(), read.left_out), (2, 4));
    assert!(read.bookmarks[1].id.bytes().all(|c| c.is_ascii_hexdigit()));
}

#[test]
fn other_json_is_no_annotation() {
    for text in ["{}", "[7]", "null", r#"{"type": "Note"}"#, r#"{"type": "AnnotationPage"}"#, "", "\u{FEFF}"]
    {
        assert_eq!(super::read(text.as_bytes()), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn addresses_lead_back(path in "/([^\\pC\\\\]([^\\pC\\\\:][^\\pC\\\\]{0,18})?)?") {
        prop_assert_eq!(source_of(&address(&path)), path);
    }

    #[test]
    fn any_bookmark_comes_back(exact in "[^ \n]\\PC{0,20}", before in "\\PC{0,10}", note in "[^ ]?", tags in prop::collection::vec("[a-z版]{1,3}", 0..3), second in 0..2_000_000_000_i64) {
        prop_assume!(!exact.trim().is_empty());
        let quote = Quote { before, exact, ..bookmark().quote };
        let made = Timestamp::from_second(second).unwrap();
        let note = Some(note).filter(|note| !note.trim().is_empty());
        let all = vec![Bookmark { quote, note, tags, made, ..bookmark() }];
        prop_assert_eq!(read(w3c(&all).as_bytes()).unwrap().bookmarks, all);
    }
}

#[test]
fn drives_and_samples_have_addresses_too() {
    let cases = [
        ("C:\\报\\a.txt", "file:///C:/%E6%8A%A5/a.txt", "C:/报/a.txt"),
        ("sample:huozi", "sample:huozi", "sample:huozi"),
        ("", "", ""),
    ];
    for (source, iri, back) in cases {
        assert_eq!(address(source), iri);
        assert_eq!(source_of(iri), back);
    }
    assert_eq!(source_of("file:///a%zz%2"), "/a%zz%2");
}
