use super::super::label::Label;
use super::super::{labels, parse_with};
use crate::parse::Hints;

const STORY: &str = "印刷所添置机器\n本报讯 印刷所昨日添置一台旧机器，工人把它擦得很亮，明天就可以印报。\n";

/// How many of the first lines of a page with `head` above a story are labelled as its head, and how many articles there are.
fn above(head: &str) -> (usize, usize) {
    let page = format!("{head}\n{STORY}");
    let lines = labels(&page, None);
    let count =
        lines.iter().take_while(|line| matches!(line.label, Label::Furniture | Label::Masthead)).count();
    (count, lines.iter().filter(|line| line.starts).count())
}

#[test]
fn what_stands_above_a_page_is_one() {
    for head in [
        "江畔日报 JIANGPAN DAILY\n2 要闻\n2024年1月12日 星期五\n责任编辑 甲乙 丙丁\n电话:(000)000000 Email:a@example.cn",
        "江畔日报\nJIANGPAN DAILY\n2024年3月19日 星期二 甲辰年二月初十\n中共某省委主管主办 江畔日报社出版\n国内统一连续出版物号 CN00-0000 第26876号 今日12版",
        "江畔科技报\nSCIENCE ON THE RIVER\nwww.example.cn\n2023年5月30日 星期二\n农历癸卯年四月十二\n总第1000期 今日8版",
        "江畔日报\n产经\n2024年8月6日 星期二",
        "A06\n民生\n2023年4月18日 星期二\n责编/甲乙 美编/丙丁 校对/戊己",
        "2019年9月4日 星期三\n责编:甲乙 版式:丙丁 校对:戊己\n社会·民生\n03",
        "2020年9月17日 星期四\n编辑:甲乙 校对:丙丁\n县域·故事\n5",
        "A8 江畔·社会\n2021年10月22日/星期五/要闻部主编/责编 甲乙丙/美编 丁戊己/校对 庚辛",
        "江畔日報\nB2 紐約‧國際\n2025年12月3日 星期三\n主編／甲乙丙 編輯／丁戊己",
        "江畔日报\n2021年10月21日　星期四\n3　要闻·国际",
        "2\n要闻",
        "要闻 02",
    ] {
        assert_eq!(above(head), (head.lines().count(), 2), "{head}");
    }
}

#[test]
fn a_japanese_page_has_its_edition_and_its_places() {
    let text = "【松江】湖の北の町で、活字を拾う仕事が続いている。小さな工場には、明治からの字母が残る。";
    for head in [
        "２０２５年（令和７年）\n６月１２日　木曜日\n湖北新聞\n１４版\n東京都中央区某町５−３−２",
        "2026年(令和8年)1月27日(火曜日)\n湖北新聞\n松江・出雲　17\n松江市、出雲市、大田市、安来市ほか",
        "湖北新聞\n令和８年（２０２６年）９月１６日　水曜日\n国際　（８）　１５版",
    ] {
        let page = format!("{head}\n活字の工場　町に残る\n{text}\n{text}\n");
        let lines = labels(&page, None);
        let head =
            lines.iter().take_while(|line| matches!(line.label, Label::Furniture | Label::Masthead)).count();
        assert_eq!(head, page.lines().count() - 3, "{page}");
    }
}

#[test]
fn nothing_sure_above_is_no_head() {
    // A name alone could be a headline, and a day in a text's first line is its own.
    for first in ["产经", "江畔来信", "2024年的第一场雪"] {
        let page = format!("{first}\n本报讯 印刷所昨日添置一台旧机器，工人把它擦得很亮，明天就可以印报。\n");
        assert_eq!(labels(&page, None)[0].label, Label::Headline, "{first}");
    }
    // What stands under the day may be a headline.
    for first in
        ["清明假期天气总体晴好", "加快建设全国统一大市场", "最高40℃ 排字房备好凉茶", "新书出版座谈会召开"]
    {
        let page = format!(
            "江畔日报\n2024年4月1日 星期一\n{first}\n本报讯 印刷所昨日添置一台旧机器，工人把它擦得很亮。\n"
        );
        assert_eq!(labels(&page, None)[2].label, Label::Headline, "{first}");
    }
    // A plain heading begins a page of its own.
    assert_eq!(above("江畔日报\n2019年5月29日 星期三\nA01版：要闻").1, 3);
}

#[test]
fn the_page_s_number_is_read_wherever_it_stands() {
    for (head, id, name) in [
        ("江畔日报\n2 要闻\n2024年1月12日 星期五", "2", Some("要闻")),
        ("2026年(令和8年)1月27日(火曜日)\n湖北新聞\n松江・出雲　17", "17", Some("松江・出雲")),
        ("湖北新聞\n2026年9月16日　水曜日\n国際　（８）　１５版", "8", Some("国際")),
        ("江畔日报 2022年11月8日 星期二\nA03 经济", "A03", Some("经济")),
    ] {
        let parsed = parse_with(&format!("{head}\n{STORY}"), &Hints::default(), None);
        let page = &parsed.issue.pages[0];
        assert_eq!((page.id.as_str(), page.name.as_deref()), (id, name), "{head}");
        assert!(parsed.issue.publication.is_some() && parsed.issue.date.is_some(), "{head}");
    }
}

#[test]
fn another_page_s_head_may_stand_anywhere() {
    for head in [
        "江畔日报\n3 经济\n2021年5月6日 星期四\n责任编辑 甲乙 校对 丙丁",
        "03\n经济\n2021年5月6日 星期四",
        "2021年5月6日 星期四\n经济 03\n责编：甲乙 版式：丙丁",
    ] {
        let page = format!("{STORY}\n{head}\n\n{STORY}");
        let parsed = parse_with(&page, &Hints::default(), None);
        let counts: Vec<usize> = parsed.issue.pages.iter().map(|page| page.articles.len()).collect();
        assert_eq!(counts, [1, 2], "{head}");
    }
    // A day on a line of its own is not enough: it may sign a notice.
    let page = format!("{STORY}\n2021年5月6日\n\n{STORY}");
    assert_eq!(parse_with(&page, &Hints::default(), None).issue.pages.len(), 1);
}
