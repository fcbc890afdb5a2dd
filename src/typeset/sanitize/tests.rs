use super::*;

#[test]
fn nothing_that_steers_a_terminal_is_left() {
    let cases = [
        ("今晚月食", "今晚月食"),
        ("a\tb", "a b"),
        ("a\r\nb\nc\rd\u{85}e\u{2028}f\u{2029}g\u{B}h\u{C}i", "a b c d e f g h i"),
        ("\u{1B}[31m红\u{1B}[0m", "[31m红[0m"),
        ("\u{9B}31m", "31m"),
        ("a\0b\u{7F}c\u{90}d", "abcd"),
        ("\u{202E}月\u{2066}球\u{2069}\u{200F}\u{61C}", "月球"),
        ("\u{FEFF}月\u{200B}\u{2060}球\u{AD}", "月球"),
        ("☀\u{FE0F}1\u{FE0F}\u{20E3}", "☀1\u{20E3}"),
        ("👍\u{1F3FD}\u{1F3FD}", "👍"),
        ("👨\u{200D}👩\u{200D}👧", "👨👩👧"),
        ("\u{301}月e\u{301}", "月e\u{301}"),
        ("葛\u{E0100}城", "葛\u{E0100}城"),
        ("\u{1160}\u{1161}", ""),
        ("ᄒ\u{1161}\u{11AB}", "ᄒ\u{1161}\u{11AB}"),
        ("\u{3164}\u{FFA0}", ""),
    ];
    for (text, shown) in cases {
        assert_eq!(printable(text), shown, "{text:?}");
    }
}

#[test]
fn a_clean_text_is_not_copied() {
    assert!(matches!(printable("月球 e\u{301}"), Cow::Borrowed(_)));
}
