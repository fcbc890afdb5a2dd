use super::*;

#[test]
fn square_brackets_and_offices_are_signatures() {
    for text in ["【甲乙、丙丁】", "【編譯組／綜合外電報導】", "【本報訊】", "【ワシントン共同】"]
    {
        assert!(bracketed(text), "{text}");
    }
    for text in ["【社説】", "【一图读懂】这座桥", "（甲乙、丙丁）"] {
        assert!(!bracketed(text), "{text}");
    }
    assert!(with_office("青石镇龙潭村驻村第一书记 未申"));
    assert!(!with_office("秋收之后 田里还有谁在忙"));
}

#[test]
fn names_in_round_brackets_sign_a_text() {
    for text in ["（社会部　甲乙丙丁、経済部　戊己庚辛）", "（甲乙丙丁、戊己庚辛）", "（金沢支局 甲乙丙）"]
    {
        assert!(signs_in_brackets(text), "{text}");
    }
    for text in ["（甲乙、丙丁）", "（次回は八日に掲載します）", "（下转第三版）", "甲乙丙丁、戊己庚辛"]
    {
        assert!(!signs_in_brackets(text), "{text}");
    }
}

#[test]
fn a_stroke_parts_the_name_from_the_place_or_the_kind_of_report() {
    for text in [
        "王大同／台北報導",
        "特稿／王大同",
        "綜合外電報導",
        "王大同、李小同／台中報導",
        "文／王大同",
        "王大同／某區住戶",
    ] {
        assert!(with_stroke(text), "{text}");
    }
    for text in ["來論／把樹蔭還給行人", "春雨／秋水", "甲乙／", "海上接力／四十海里"]
    {
        assert!(!with_stroke(text), "{text}");
    }
}

#[test]
fn japanese_papers_name_the_desk_the_office_or_the_place() {
    for text in [
        "運動部　甲乙丙",
        "ジャカルタ支局　甲乙丙丁",
        "甲乙丙（大学教授）",
        "甲乙丙（メディア研究者）",
        "パリ＝甲乙",
    ] {
        assert!(with_desk(text), "{text}");
    }
    for text in ["部　甲乙", "東京＝大阪", "初氷（みずうみの話）", "学部　新設へ動き出す大学"]
    {
        assert!(!with_desk(text), "{text}");
    }
}

#[test]
fn a_reader_signs_with_his_place() {
    assert!(with_place("河南平舆　王　丁"));
    for text in ["海上接力　四十八海里", "河南平舆　王丁", "河南平舆　火　车"] {
        assert!(!with_place(text), "{text}");
    }
}

#[test]
fn essays_are_signed_with_office_and_name_or_by_a_body() {
    for text in [
        "全国政协委员、某某图书馆古籍馆馆长  李丙丁",
        "某某协会副会长李丙丁",
        "中共某某局党组",
        "中共某某县委员会",
        "某某大学铅字研究中心",
        "讲述人：某村第一任村级河长  李丙丁",
    ] {
        assert!(essayist(text), "{text}");
    }
    for text in ["秋收之后 田里还有谁在忙", "馆长把铅字送回家", "铅字为什么不会过时", "书记"]
    {
        assert!(!essayist(text), "{text}");
    }
}
