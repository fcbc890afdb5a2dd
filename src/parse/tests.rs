use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn message(bytes: &[u8]) -> String {
    parse(bytes, "x.txt").unwrap_err().to_string()
}

#[test]
fn what_is_no_text_is_named() {
    for (bytes, says) in [
        (&b""[..], "the file is empty: there is nothing to read"),
        (b" \n\t\xE3\x80\x80\n", "the file holds nothing but white space: there is nothing to read"),
        (b"\xEF\xBB\xBF\n", "the file holds nothing but white space: there is nothing to read"),
        (
            b"\x89PNG\r\n\x1a\n\0\0",
            "this is a PNG image, not a newspaper text: newsprint reads page text and issue files (JSON)",
        ),
        (b"%PDF-1.7\n", "this is a PDF document, not a newspaper text: export it as plain text first"),
        (
            b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0mimetypeapplication/epub+zip",
            "this is an EPUB book, not a newspaper text: export it as plain text first",
        ),
        (b"\x1F\x8B\x08", "this is a gzip archive, not a newspaper text: unpack it and open the text inside"),
        (b"\n<!DOCTYPE html><p>", "this is an HTML page, not a newspaper text: save it as plain text first"),
        (
            b"abc\0\x01\x02def",
            "this is a binary file, not a newspaper text: newsprint reads page text and issue files (JSON)",
        ),
    ] {
        assert_eq!(message(bytes), says);
    }
    for (bytes, kind) in [
        (&b"\xFF\xD8\xFF\xE0"[..], "a JPEG image"),
        (b"GIF89a", "a GIF image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
        (b"PK\x03\x04", "a ZIP archive (or a document in one)"),
        (b"\x7FELF\x02", "a program (ELF)"),
        (b"{\\rtf1", "an RTF document"),
    ] {
        assert!(message(bytes).starts_with(&format!("this is {kind}, ")), "{}", message(bytes));
    }
}

#[test]
fn json_is_told_from_page_text() {
    let issue = br#" { "format": "newsprint-issue/1", "pages": [] }"#;
    assert_eq!(parse(issue, "x").unwrap().format, Format::IssueJson);
    let wide: Vec<u8> = String::from_utf8_lossy(issue).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(parse(&wide, "x").unwrap().encoding, "UTF-16LE");
    assert!(message(b"{").starts_with("the file ends too soon"));
    assert!(message(b"{ \"a\": 1 }").starts_with("no `format` field"));
    assert!(message(b"[{\"title\": 1}]").contains("format"));
    for text in ["{活字} 是怎样排的\n\n一段正文，说明它怎样排。\n", "[本报讯] 一段正文，说明它怎样排。\n"]
    {
        assert_eq!(parse(text.as_bytes(), "x").unwrap().format, Format::PageText, "{text}");
    }
}

#[test]
fn a_files_name_says_the_day_and_the_page() {
    let day = Some(date(2019, 5, 29));
    for (name, date, page) in [
        ("hengyang-2019-05-29-p1.txt", day, Some("1")),
        ("20190529-p02.txt", day, Some("02")),
        ("2019_05_29_pA5", day, Some("A5")),
        ("rb 2019.05.29 第04版.txt", day, Some("04")),
        ("page12-20190529.txt", day, Some("12")),
        ("press-archive.txt", None, None),
        ("20191329.txt", None, None),
        ("2019-5-29.txt", day, None),
        ("pp2.txt", None, None),
        ("", None, None),
    ] {
        let hints = Hints::from_name(name);
        assert_eq!((hints.date, hints.page.as_deref()), (date, page), "{name}");
    }
}

#[test]
fn notes_say_what_was_done() {
    let text = "活字的来历\n\n本报讯 胶泥活字排成一版要先在铁板上敷松脂、蜡和纸灰，烤热后压平，冷却后即可刷\n\n印。\n";
    let (gb, ..) = encoding_rs::GB18030.encode(text);
    let notes: Vec<String> = parse(&gb, "x").unwrap().notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        ["read as GBK: a guess, the file does not say", "line 5 was joined to the paragraph before it"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), name in "\\PC{0,20}") {
        match parse(&bytes, &name) {
            Ok(parsed) => prop_assert!(parsed.format == Format::IssueJson
                || parsed.starts.len() == parsed.issue.article_count()),
            Err(error) => {
                let message = error.to_string();
                prop_assert!(!message.contains('\n') && !message.is_empty());
            }
        }
    }
}
