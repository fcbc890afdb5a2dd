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

/// CLREQ's levels: a solidus at a line's end, then a dash and an ellipsis at its start.
#[test]
fn each_level_of_strictness_forbids_more() {
    let text = "甲/乙／丙/ 丁，他说——不……好";
    for (strictness, expected) in [
        (Strictness::Basic, "甲/|乙／|丙/ |丁，|他|说|——|不|……|好"),
        (Strictness::Gb, "甲/乙／丙/ 丁，|他|说|——|不|……|好"),
        (Strictness::Strict, "甲/乙／丙/ 丁，|他|说——|不……|好"),
    ] {
        for language in [ZH, Language::Japanese] {
            let mut marked = text.to_owned();
            for at in by(text, Customs::new(language, strictness)).into_iter().rev() {
                marked.insert(at, '|');
            }
            assert_eq!(marked, expected, "{strictness:?} {language:?}");
        }
        assert_eq!(
            by("high/low —see", Customs::new(Language::Latin, strictness)),
            by("high/low —see", Customs::new(Language::Latin, Strictness::Basic))
        );
    }
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
            "这|……|那",
            "中|国·|北|京，|甲/|乙，|他|说|——|不|……|好",
        ],
    );
    check(Language::Chinese(Form::Traditional), &["他|說|「月|亮」|很|圓，|《星|圖》|（初|版）。"]);
}

#[test]
fn numbers_dates_addresses_and_words_stay_whole() {
    check(
        ZH,
        &[
            "月|全|食|6月5日—7日|可|见，|2018|年|6月5日—7日|也|可|见",
            "时|间|10:00—12:00，|共|1,000|人，|涨|3.5%，|管|径|DN400，|约|35℃，|￥100",
            "2019—2020年，|1～2|个，|12-15|岁，|第|3～5版",
            "见|https://example.org/a/b?c=d|页，|时|速|100km/h，|学|C++好",
            "5|月|28|日|上|午",
        ],
    );
}

#[test]
fn a_straight_quote_opens_or_closes() {
    check(ZH, &["它|叫|\"玉|兔\"|吗？|叫|\"NASA\"|的|don't"]);
}

#[test]
fn japanese() {
    check(
        Language::Japanese,
        &[
            "コ|ン|ピュー|ター|と|月|面、|ＮＡＳＡ|の|２０２６|年、|３．５％",
            "東|京〜|大|阪、|A・|B、|「月」|で|す。|ちょっ|と",
        ],
    );
}

#[test]
fn korean_breaks_at_spaces() {
    check(Language::Korean, &["달은 |지구에서 |“점점” |멀어진다. |NASA의 |계획"]);
}

#[test]
fn english() {
    check(
        Language::Latin,
        &[
            "The |well-|known |moon |(its |far |side) |is |at |https://example.org/a-b/c.",
            "Type |is |high, |and/or |low|—|see |10:00 |or |1,000.",
        ],
    );
}

#[test]
fn neither_end_of_a_text_is_a_break() {
    for text in ["", "月", "月球", " ", "\n"] {
        let found = opportunities(text, ZH);
        assert!(found.iter().all(|at| (1..text.len()).contains(at)), "{text:?} {found:?}");
    }
}
