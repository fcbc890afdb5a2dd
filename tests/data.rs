//! Text is data: whatever a field of an issue holds, nothing of it steers the terminal. The whole program prints all of
//! Unicode, and what is dangerous of it from every field, in each format that it reads.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its program must fail")]

use assert_cmd::cargo::cargo_bin_cmd;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use serde_json::{Value, json};

/// Controls, line separators, and what is not seen: zero width, bidi controls, tags. Ideographic variation selectors take
/// no cell on any terminal and may stay.
fn is_dangerous(c: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    let separates =
        [GeneralCategory::Control, GeneralCategory::LineSeparator, GeneralCategory::ParagraphSeparator];
    let is_unseen = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c);
    separates.contains(&category) || is_unseen && !matches!(c, '\u{E0100}'..='\u{E01EF}')
}

/// What `print` writes of a file of this name.
#[track_caller]
fn printed(name: &str, content: &[u8], args: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(name);
    std::fs::write(&path, content).unwrap();
    let mut command = cargo_bin_cmd!("newsprint");
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"] {
        command.env(name, home.path().join(name));
    }
    let output = command.arg("print").arg(&path).args(args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn assert_harmless(printed: &str) {
    let found: Vec<char> = printed.chars().filter(|c| *c != '\n' && is_dangerous(*c)).take(9).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// An issue with `text` in every field that is shown.
fn issue(text: &str, articles: Vec<Value>) -> Vec<u8> {
    let block = |kind: &str| json!({ "type": kind, "text": format!("月{text}球") });
    let one = json!({
        "kind": "story", "kicker": [text], "headline": [text, "月"], "deck": [text], "byline": text,
        "authors": [{ "role": text, "name": text }], "dateline": text, "continued_from": text, "continued_to": text,
        "body": [block("paragraph"), block("subhead"), block("caption"), block("credit"), block("image")],
    });
    let mut all = vec![one];
    all.extend(articles);
    let page = json!({ "id": text, "name": text, "articles": all });
    let issue = json!({
        "format": "newsprint-issue/1", "publication": text, "number": text, "language": "zh-Hans", "source": text,
        "pages": [page],
    });
    issue.to_string().into_bytes()
}

fn dangerous() -> String {
    ('\0'..=char::MAX).filter(|c| is_dangerous(*c)).collect()
}

#[test]
fn nothing_dangerous_comes_through_any_field_of_an_issue_file() {
    for width in ["1", "7", "40", "130"] {
        for ambiguous in ["narrow", "wide"] {
            let said = printed(
                "a.json",
                &issue(&dangerous(), vec![]),
                &["--width", width, "--ambiguous", ambiguous],
            );
            assert_harmless(&said);
            assert!(said.contains('月') || width == "1", "{said:?}");
        }
    }
}

/// Halves of surrogate pairs are no characters: a file with one is refused or shows something else.
#[test]
fn a_lone_surrogate_is_no_character() {
    let text = issue("S", vec![]);
    let text = String::from_utf8(text).unwrap().replace("月S球", "月\\uD83D球\\uDE00");
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.json");
    std::fs::write(&path, text).unwrap();
    let output = cargo_bin_cmd!("newsprint").arg("print").arg(&path).output().unwrap();
    assert_harmless(&String::from_utf8(output.stdout).unwrap());
    assert_harmless(&String::from_utf8(output.stderr).unwrap());
}

#[test]
fn nothing_dangerous_comes_through_the_text_of_a_page() {
    // With a NUL or many controls in it a file is binary.
    let dangerous: Vec<char> = dangerous().chars().filter(|c| !matches!(c, '\0' | '\n' | '\r')).collect();
    for some in dangerous.chunks(32) {
        let text: String = some.iter().collect();
        let more = "　　活字印刷把一页文字拆成可以反复使用的单字。\n".repeat(40);
        let page = format!(
            "2026年10月18日 星期日{text} 第1版\n\n{text}今晚有{text}月食\n■本报记者 {text}\n\n　　本报讯 今晚{text}有月食。\n{more}"
        );
        let said = printed("2026-10-18-p1.txt", page.as_bytes(), &["--width", "40"]);
        assert_harmless(&said);
        assert!(said.contains("活字印刷"), "{said}");
    }
}

#[test]
fn all_of_unicode_can_be_printed() {
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    let articles = characters.chunks(600).enumerate().map(|(n, chunk)| {
        let text: String = chunk.iter().collect();
        match n % 4 {
            0 => json!({ "headline": [text], "body": [] }),
            1 => json!({ "byline": text, "body": [] }),
            _ => json!({ "body": [{ "type": "paragraph", "text": text }] }),
        }
    });
    assert_harmless(&printed("a.json", &issue("月", articles.collect()), &["--width", "60"]));
}
