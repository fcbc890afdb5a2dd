use super::*;
use crate::typeset::language::Form;

const ZH: Language = Language::Chinese(Form::Simplified);

/// `text` with `|` where lines may end.
fn marked(text: &str, language: Language) -> String {
    let mut marked = text.to_owned();
    for at in opportunities(text, language).into_iter().rev() {
        marked.insert(at, '|');
    }
    marked
}

fn check(language: Language, cases: &[&str]) {
    for case in cases {
        let text = case.replace('|', "");
        assert_eq!(marked(&text, language), *case);
    }
}

#[test]
fn chinese() {
    check(
        ZH,
        &[
            "看|见|“月|亮”|了",
            "它|叫|“M31”，|很|亮",
            "上|午，|全|城",
            "（图|一）|《星|图》",
            "这|——|那",
            "这……|那",
        ],
    );
}
