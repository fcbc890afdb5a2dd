use super::*;
use jiff::civil::date as day;

#[test]
fn dates_are_read_as_printed() {
    for (text, found) in [
        ("2019年5月29日 星期三", Some(day(2019, 5, 29))),
        ("二〇一九年五月二十九日", Some(day(2019, 5, 29))),
        ("二○一九年十二月三十一日", Some(day(2019, 12, 31))),
        ("中華民國六十年一月一日", Some(day(1971, 1, 1))),
        ("令和元年", None),
        ("令和2年3月4日 水曜日", Some(day(2020, 3, 4))),
        ("2019-05-29", Some(day(2019, 5, 29))),
        ("20190529", Some(day(2019, 5, 29))),
        ("Wednesday, May 29, 2019", Some(day(2019, 5, 29))),
        ("29 May 2019", Some(day(2019, 5, 29))),
        ("2019年13月29日", None),
        ("2019年2月30日", None),
        ("5月29日", None),
        ("1234-56-78", None),
        ("", None),
    ] {
        assert_eq!(date(text), found, "{text}");
    }
}

#[test]
fn numbers_stand_as_printed() {
    for (text, found) in [
        ("第12345期 今日8版", Some("12345")),
        ("总第 8 号", Some("8")),
        ("總第九百期", Some("九百")),
        ("No. 77", Some("77")),
        ("第三次", None),
    ] {
        assert_eq!(number(text).as_deref(), found, "{text}");
    }
}

#[test]
fn what_is_counted_after_a_number_is_no_issue() {
    assert_eq!(number("第12345期今日8版").as_deref(), Some("12345"));
    assert_eq!(number("第3期").as_deref(), Some("3"));
    assert_eq!(number("滨江路改造第3期工程开工"), None);
    assert_eq!(number("県立高再編 第3期方針案"), None);
}
