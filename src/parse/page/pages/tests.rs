use super::*;

#[test]
fn headings_have_an_id_and_perhaps_a_name() {
    for (text, id, name) in [
        ("第01版：要闻", "01", "要闻"),
        ("第1版　　要闻", "1", "要闻"),
        ("A05", "A05", ""),
        ("A05：国际", "A05", "国际"),
        ("第二版", "2", ""),
        ("第十二版 经济", "12", "经济"),
        ("04版：文化·副刊", "04", "文化·副刊"),
        ("A01 头版", "A01", "头版"),
        ("A06 美食·副刊", "A06", "美食·副刊"),
        ("2 综合 2018年11月8日 星期四 责编 甲乙 版式 丙丁", "2", "综合"),
        ("(3)　　2023年(令和5年)7月20日　木曜日　　東都新聞", "3", ""),
        ("2023年(令和5年)7月20日　木曜日　　東都新聞　　(1)", "1", ""),
    ] {
        assert_eq!(page_heading(text), Some((id.to_owned(), name.to_owned())), "{text}");
    }
    for text in ["第三次南极考察启程", "A4纸的尺寸从哪里来", "12", "2019年", "三版工人", "8848.86米", ""]
    {
        assert_eq!(page_heading(text), None, "{text}");
    }
}

#[test]
fn numbers_point_to_pages() {
    for (text, id) in [
        ("A03", Some("A03")),
        ("（A04）", Some("A04")),
        ("详见3版", Some("3")),
        ("→第5版", Some("5")),
        ("见第十二版", Some("12")),
        ("3", None),
        ("2019", None),
        ("见山是山", None),
    ] {
        assert_eq!(page_ref(text).as_deref(), id, "{text}");
    }
    assert_eq!(ends_page_ref("深海的光从哪里来？（A06）").as_deref(), Some("A06"));
    assert_eq!(ends_page_ref("地震波里的地球（详见A07版）").as_deref(), Some("A07"));
    assert_eq!(ends_page_ref("一块砖的尺寸（今日谈）"), None);
    assert_eq!(ends_page_ref("全市集中供热15日启动 2版").as_deref(), Some("2"));
    assert_eq!(ends_page_ref("这锅羊肉汤,熬了三十年 A06").as_deref(), Some("A06"));
    assert_eq!(ends_page_ref("12面　将棋・囲碁の欄").as_deref(), Some("12"));
    assert_eq!(ends_page_ref("重读一本书的 再版"), None);
    assert_eq!(turns_to("＝3面に続く").as_deref(), Some("3"));
    assert_eq!(turns_from("1面から続く").as_deref(), Some("1"));
}

#[test]
fn stories_turn_to_pages() {
    assert_eq!(turns_to("（下转第3版）").as_deref(), Some("3"));
    assert_eq!(turns_to("下轉 A2 版").as_deref(), Some("A2"));
    assert_eq!(turns_from("（上接第一版）").as_deref(), Some("1"));
    assert_eq!(turns_from("上接A01版").as_deref(), Some("A01"));
    assert_eq!(turns_to("下转弯处"), None);
    assert_eq!(turn_at_end("正文到此为止。（下转第03版）").as_deref(), Some("03"));
    assert_eq!(turn_at_end("正文（下转第03版）还有很长很长的一段话没有说完。"), None);
    assert_eq!(turn_at_start("(上接第1版)字盘一转，半页就排好了。").as_deref(), Some("1"));
    assert_eq!(turn_at_start("（见图）字盘一转，上接第1版的字模"), None);
}
