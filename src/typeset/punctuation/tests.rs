use super::*;

fn shown(text: &str) -> String {
    full_width(text, &[]).map_or_else(|| text.to_owned(), |(text, _)| text)
}

#[test]
fn marks_between_han_are_full_width() {
    let cases = [
        ("月出东方,光照海面;潮水上涨.", "月出东方，光照海面；潮水上涨。"),
        ("真的吗?!当然!", "真的吗？！当然！"),
        ("时间:10:00,地点:天文馆", "时间：10:00，地点：天文馆"),
        ("县(市)区", "县（市）区"),
        ("管径DN400(老管)", "管径DN400（老管）"),
        ("完成(2/3)工程", "完成（2/3）工程"),
        ("它叫\"玉兔\",不叫\"嫦娥\".", "它叫“玉兔”，不叫“嫦娥”。"),
        ("改用\"GPS\"定位", "改用“GPS”定位"),
        ("增长3.5%,略高", "增长3.5%，略高"),
        ("约占3.5%.", "约占3.5%。"),
        ("气温升到35℃.", "气温升到35℃。"),
        ("“晴”,“雨”", "“晴”，“雨”"),
        ("《星图》,第二版", "《星图》，第二版"),
        ("远去...看不见了", "远去……看不见了"),
        ("日出--日落", "日出——日落"),
        ("月球, 地球", "月球，地球"),
        ("直播网址是https://example.org/a?b=c,欢迎", "直播网址是https://example.org/a?b=c，欢迎"),
        ("用上5G!全城", "用上5G！全城"),
        ("(图为望远镜)", "（图为望远镜）"),
        ("月食开始.大家抬头.", "月食开始。大家抬头。"),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn the_rest_stays() {
    let cases = [
        "距离384,400公里",
        "时间10:00—12:00开始",
        "版本1.2.3发布",
        "一.总则",
        "1.总则",
        "屏幕55\"大小",
        "写信到sky@example.org吧",
        "见example.org/a,b吧",
        "第1,2,3版",
        "km/h单位",
        "The Moon (月) is far, very far; it is small: so small! Is it? Yes.",
        "月:\u{FF9E}星",
        "只有一个\"引号",
        "三个\"引\"号\"里",
        "他说 \"It is 4.\" there and so on 了",
        "",
        "月",
    ];
    for text in cases {
        let shown = shown(text);
        assert_eq!(shown, text);
    }
}

#[test]
fn the_map_knows_what_changed_its_length() {
    let odd = |at, len, clusters| Odd { at, len, clusters, bond: Bond::None };
    let cases: [(&str, &[Odd], &str, &[Odd]); 6] = [
        ("月,星", &[], "月，星", &[]),
        ("月, 星", &[], "月，星", &[odd(3, 3, 2)]),
        ("去...了", &[], "去……了", &[odd(3, 6, 3)]),
        ("去......了", &[], "去……了", &[odd(3, 6, 6)]),
        // Something was dropped before the mark and after the last character.
        ("月,星,天", &[odd(3, 0, 2), odd(11, 0, 1)], "月，星，天", &[odd(3, 0, 2), odd(15, 0, 1)]),
        // Something was dropped inside the dots.
        ("去...了", &[odd(4, 0, 1)], "去……了", &[odd(3, 6, 4)]),
    ];
    for (text, odds, expected, map) in cases {
        let (shown, carried) = full_width(text, odds).unwrap();
        assert_eq!(shown, expected);
        assert_eq!(carried, map, "{text}");
    }
}

#[test]
fn what_is_odd_already_stays() {
    // The comma is part of a stretch that stands for something else.
    let odds = [Odd { at: 3, len: 1, clusters: 2, bond: Bond::None }];
    assert_eq!(full_width("月,星", &odds), None);
}
