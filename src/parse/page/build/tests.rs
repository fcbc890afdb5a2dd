use super::*;

#[test]
fn cut_paragraphs_join_as_their_script_does() {
    for (first, rest, whole) in [
        ("涌现了一批好典", "型。", "涌现了一批好典型。"),
        ("the first", "line", "the first line"),
        ("news-", "paper", "news-paper"),
        ("大小为3", "米", "大小为3米"),
        ("한글을", "만들었다", "한글을 만들었다"),
        ("活字，", "木活字", "活字，木活字"),
        ("DN400", "管", "DN400管"),
        ("约 3", "000", "约 3 000"),
    ] {
        let mut text = first.to_owned();
        join(&mut text, rest);
        assert_eq!(text, whole);
    }
}

#[test]
fn a_headlines_line_breaks_may_be_spaces() {
    for (text, lines) in [
        ("确保今年完成 全部补种", &["确保今年完成", "全部补种"][..]),
        ("31日起, 局部停水", &["31日起,", "局部停水"]),
        ("活版印刷の歩み　文字を組む職人", &["活版印刷の歩み", "文字を組む職人"]),
        ("LNG 罐箱转运", &["LNG 罐箱转运"]),
        ("The Weight of the Earth", &["The Weight of the Earth"]),
        ("한글의 탄생", &["한글의 탄생"]),
        ("三 个 字", &["三", "个", "字"]),
        ("", &[""]),
    ] {
        assert_eq!(halves(text).collect::<Vec<_>>(), lines, "{text}");
    }
}

#[test]
fn certainty_grows_with_the_margin() {
    let at = |margin| format!("{:.2}", confidence(margin));
    assert_eq!([0, 10, 20, 40, 1_000_000].map(at), ["0.50", "0.75", "0.90", "0.99", "1.00"]);
}
