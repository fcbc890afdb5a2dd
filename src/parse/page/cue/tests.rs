use super::super::label::Label;
use super::super::{labels, line, looked};
use super::*;

/// Whether the line that opens with `text` has `cue`, and what it is.
fn told(page: &str, text: &str, cue: Cue) -> (bool, Label) {
    let lines = looked(line::lines(page));
    let at = lines.iter().position(|line| line.text.starts_with(text)).expect("the line is there");
    (lines[at].cues.has(cue), labels(page, None)[at].label)
}

/// Checks that `cue` is seen in the line that opens with `text`, and what that line is.
fn check(cue: Cue, page: &str, text: &str, label: Label) {
    assert_eq!(told(page, text, cue), (true, label), "{cue:?}: {text}");
}

const BODY: &str =
    "铅与锡、锑熔在一起，浇进铜模，冷却以后就是一枚铅字，工人把它排进字盘，一版排完再上机印刷。";

#[test]
fn tables_and_lists_are_text() {
    let table = "某镇粮食价格\n本报讯 粮站今天公布了几种粮食的价格，多数比上周高，也有比上周低的。\n\
                 品种　单位　本周　上周\n小麦　公斤　2.70　2.66\n玉米　公斤　2.45　2.51\n大豆　公斤　5.20　5.18\n";
    check(Cue::Figures, table, "品种", Label::Paragraph);
    check(Cue::Figures, table, "大豆", Label::Paragraph);
    let names = "本报讯 天文馆公布了今年的先进集体，名单如下。\n先进集体\n观测组\n维修组\n讲解组\n编目组\n档案组\n外联组\n后勤组\n摄影组\n";
    check(Cue::Figures, names, "讲解组", Label::Paragraph);
    let figures =
        "本报讯 印刷所的设备改造完成，四项指标都有变化。\n铅耗下降　18%\n停机时间下降　32%\n合格率提高　5%\n";
    check(Cue::Figures, figures, "停机", Label::Paragraph);
}

#[test]
fn a_notice_goes_on_to_its_last_line() {
    let notice = format!(
        "本报讯 {BODY}\n某市国有建设用地使用权挂牌出让公告\n经批准，现以挂牌方式出让一块土地，有关事项如下。\n\
         申请人请于9月25日前报名，逾期不候。\n联系电话：0000—000000\n某市土地储备中心　2019年9月1日\n"
    );
    check(Cue::NoticeHead, &notice, "某市国有", Label::Headline);
    for line in ["申请人", "联系电话"] {
        assert!(told(&notice, line, Cue::InNotice).0, "{line}");
    }
    check(Cue::DateNext, &notice, "某市土地", Label::Credit);
    let starts = labels(&notice, None).iter().filter(|line| line.starts).count();
    assert_eq!(starts, 2);
}

#[test]
fn weather_and_corrections_are_no_heads() {
    let weather = format!(
        "本报讯 {BODY}\n今日天气\n白天：晴间多云，南风二三级\n夜间：多云，偏南风一二级\n空气质量：良\n"
    );
    for line in ["白天", "夜间", "空气质量"] {
        check(Cue::Forecast, &weather, line, Label::Paragraph);
    }
    // The same words in a headline are no forecast.
    assert!(!told("明天多云转晴\n本报讯 气象台说明天天气转好。\n", "明天多云", Cue::Forecast).0);
}

#[test]
fn a_letter_and_its_reader_are_named() {
    let letter = format!("致天文爱好者\n各位爱好者：\n{BODY}\n{BODY}\n");
    check(Cue::Addressee, &letter, "各位爱好者", Label::Paragraph);
    let signed = format!(
        "活字的来历\n□ 本报记者 甲乙\n{BODY}\n丙丁\n读书札记\n一枚铅字的重量\n□ 本报记者 甲乙\n{BODY}\n"
    );
    check(Cue::Signature, &signed, "丙丁", Label::Credit);
    let said =
        format!("老厂的今天\n□ 本报记者 甲乙\n{BODY}\n老厂的今天让人感慨。\n——武汉印刷工人　丙丁\n{BODY}\n");
    check(Cue::Signature, &said, "——武汉", Label::Credit);
}

#[test]
fn what_stands_after_a_page_number_is_another_teaser() {
    let contents = "省图书馆新馆开放\nA03\n观测站供电改造完成\nA04\n";
    assert!(told(contents, "观测站", Cue::AfterRef).0);
    assert_eq!(labels(contents, None).iter().filter(|line| line.starts).count(), 2);
}

#[test]
fn of_two_plain_title_lines_under_a_byline_the_first_leads_up() {
    for (first, second) in [
        ("加快推进活字印刷数字化", "以古老技艺带动一座县城产业升级"),
        // Figures lead a deck, but not one with a word in quotes.
        ("县图书馆推行铅字认养办法", "300枚老铅字有了“新主人”"),
        ("走进“铅字”博物馆", "县城老街：排字房里的“活字先生”"),
    ] {
        let page = format!("{first}\n{second}\n□ 本报记者 甲乙\n{BODY}\n");
        check(Cue::OwnLine, &page, first, Label::Kicker);
    }
    // A second line that gives details stands under its headline, and in Taiwan the headline comes first.
    let details = format!("霜降前后疫苗开打\n各社区卫生服务中心可预约\n□ 本报记者 甲乙\n{BODY}\n");
    assert!(!told(&details, "霜降", Cue::OwnLine).0);
    let taiwan =
        "百年糖廠小火車\n沿線甘蔗開花遊人最愛\n【記者甲乙／台北報導】百年糖廠的小火車今天開了，遊客很多。\n";
    assert!(!told(taiwan, "百年", Cue::OwnLine).0);
}

#[test]
fn a_theme_stands_before_a_headline_with_a_clause() {
    let page = format!("酷暑中的坚守\n凌晨两点，他们在给铁轨“量体温”\n□ 本报记者 甲乙\n{BODY}\n");
    check(Cue::SmallFirst, &page, "酷暑", Label::Kicker);
    let figures = format!("高温天里的坚守\n40℃，他们把清凉送到“最后一米”\n□ 本报记者 甲乙\n{BODY}\n");
    check(Cue::SmallFirst, &figures, "高温", Label::Kicker);
    // A title that asks is no theme, with its mark or without.
    let asks = format!("新闻纸为何会发黄\n木质素是“主谋”,阳光是“帮凶”\n■本报科普部\n{BODY}\n");
    assert_eq!(told(&asks, "新闻纸", Cue::SmallFirst), (false, Label::Headline));
    let contest = format!("苏州杯排字技能大赛\n北京队以5比0轻松夺冠\n据新华社苏州9月7日电 {BODY}\n");
    check(Cue::Occasion, &contest, "苏州杯", Label::Kicker);
}

#[test]
fn a_couplet_or_figures_lead_up_and_details_follow() {
    let couplet =
        format!("老厂房焕新生机 旧铅字重放光彩\n县城印刷博物馆昨日开门迎客\n□ 本报记者 甲乙\n{BODY}\n");
    check(Cue::LeadsUp, &couplet, "老厂房", Label::Kicker);
    let details = format!("铁路暑运发送旅客八亿人次\n创历史同期新高\n□ 本报记者 甲乙\n{BODY}\n");
    check(Cue::DetailAfter, &details, "创历史", Label::Deck);
}

#[test]
fn where_headlines_have_datelines_a_line_without_is_a_head_inside() {
    let told_page = |n: u32| {
        let text = "铅字第一次到了县城，印刷工人围着它看了很久。";
        format!("印刷所添置第{n}台机器\n本报讯 {text}\n")
    };
    let mut page: String = (1..=4).map(told_page).collect();
    page.push_str("数字背后的变化\n");
    page.push_str(BODY);
    check(Cue::Untold, &page, "数字背后", Label::Subhead);
    let other = format!("一枚铅字\n{BODY}\n数字背后的变化\n{BODY}\n");
    assert!(!told(&other, "数字背后", Cue::Untold).0);
}

#[test]
fn a_photo_with_its_credit_is_a_text() {
    let page = format!(
        "印刷所添置机器\n本报讯 {BODY}\n江滩雪景\n1月21日，武汉江滩，市民在雪中赏梅，红梅映着白雪，分外好看。\n甲乙　摄\n"
    );
    check(Cue::CreditNext, &page, "江滩雪景", Label::Headline);
    assert!(told(&page, "1月21日", Cue::CreditNext).0);
}

#[test]
fn a_remark_in_brackets_begins_no_text() {
    let page = format!("印刷所添置机器\n本报讯 {BODY}\n（下一回讲装订的故事）\n一枚铅字\n本报讯 {BODY}\n");
    check(Cue::Aside, &page, "（下一回", Label::Credit);
    assert!(!told("印刷所添置机器\n（A04）\n", "（A04）", Cue::Aside).0);
}

#[test]
fn a_day_with_its_weather_heads_an_entry_of_a_diary() {
    let page = format!(
        "守着印刷机的人\n本报记者 甲乙\n{BODY}\n2013年6月2日　阴\n{BODY}\n2013年6月30日 暴雨\n{BODY}\n"
    );
    check(Cue::Diary, &page, "2013年6月2日", Label::Subhead);
    check(Cue::Diary, &page, "2013年6月30日", Label::Subhead);
    assert!(!told("2013年6月2日 星期日\n", "2013年6月2日", Cue::Diary).0);
}

#[test]
fn a_japanese_headline_has_two_halves() {
    let text = "湖の北の町で、活字を拾う仕事が続いている。小さな工場には、明治からの字母が残る。";
    let page = format!("活字の工場　町に残る\n{text}\n{text}\n古い字母　静かに並ぶ\n{text}\n{text}\n");
    check(Cue::KanaHalves, &page, "古い字母", Label::Headline);
    assert!(!told(&page, "湖の北", Cue::KanaHalves).0);
}

/// The label of the line of `page` that begins with `start`.
fn label(page: &str, start: &str) -> Label {
    told(page, start, Cue::Always).1
}

#[test]
fn a_text_s_end_code_ends_its_sentence() {
    let page = format!(
        "印刷所添置机器\n本报记者 甲乙\n{BODY}③6\n前三季度印刷业增长三成\n铅字与机器之间\n本报记者 丙丁\n{BODY}\n"
    );
    assert!(!told(&page, "前三季度", Cue::AfterOpen).0);
    assert_eq!(label(&page, "前三季度"), Label::Kicker);
}

#[test]
fn whose_photo_it_is_may_stand_behind_the_name() {
    for credit in ["甲乙丙摄（人民视觉）", "新华社/欧新"] {
        let page = format!("印刷所添置机器\n本报讯 {BODY}\n{credit}\n一枚铅字的旅行\n本报讯 {BODY}\n");
        check(Cue::Credit, &page, credit, Label::Credit);
    }
}

#[test]
fn a_japanese_caption_ends_with_the_day_and_the_place() {
    let text = "【松江】湖の北の町で、活字を拾う仕事が続いている。小さな工場には、明治からの字母が残る。";
    let page =
        format!("活字の工場、町に残る\n{text}\n活字を拾う職人たち＝六日、松江市\n古い字母が並ぶ\n{text}\n");
    check(Cue::Picture, &page, "活字を拾う", Label::Caption);
    assert_eq!(label(&page, "古い字母"), Label::Headline);
}

#[test]
fn a_score_may_be_glued_to_the_names() {
    assert!(told("東高校１０－０西高校\n", "東高校", Cue::Clock).0);
    assert!(!told("売上高は７－９月に増加\n", "売上高", Cue::Clock).0);
}

#[test]
fn two_offices_sign_a_notice() {
    let page = format!(
        "转让公告\n{BODY}\n某某资产管理有限公司\n某某商贸有限公司\n2022年8月26日\n一枚铅字\n本报讯 {BODY}\n"
    );
    check(Cue::DateNext, &page, "某某资产", Label::Credit);
    check(Cue::DateNext, &page, "某某商贸", Label::Credit);
}

#[test]
fn a_table_of_contents_is_one_text_up_to_its_last_page_number() {
    let page = format!(
        "导读\n印刷所添置机器\nA03\n一枚铅字的旅行\nA05\n江滩雪景（A06）\n字盘里的秋天\n本报记者 甲乙\n{BODY}\n"
    );
    check(Cue::InTeaser, &page, "一枚铅字", Label::Teaser);
    check(Cue::InTeaser, &page, "A05", Label::Teaser);
    assert!(!told(&page, "字盘里", Cue::InTeaser).0);
    let starts: Vec<_> =
        labels(&page, None).iter().filter(|line| line.starts).map(|line| line.text).collect();
    assert_eq!(starts, ["导读", "字盘里的秋天"]);
}

#[test]
fn what_speaks_for_a_start_is_told_of_a_title_s_first_line() {
    let page =
        format!("本报讯 {BODY}\n江滩雪景\n红梅映雪迎客来\n江滩雪后，红梅映着白雪，迎来许多看雪景的人。\n");
    assert!(told(&page, "江滩雪景", Cue::EchoNext).0);
    assert!(!told(&page, "红梅映雪", Cue::EchoNext).0);
}

#[test]
fn the_second_line_of_a_japanese_head_is_the_deck() {
    let text = "湖の北の町で、活字を拾う仕事が続いている。小さな工場には、明治からの字母が残る。";
    let page = format!("活字の工場が町に残る\n字母を守る三人の年老いた職人たち\n【松江】{text}\n{text}\n");
    check(Cue::KanaDeck, &page, "字母を守る", Label::Deck);
    assert_eq!(label(&page, "活字の工場"), Label::Headline);
}

#[test]
fn a_couplet_under_a_headline_of_one_line_is_its_deck() {
    let page = format!(
        "全省最后一台手摇铸字机昨日在江畔停产\n江畔铸字厂百年历史落幕\n从铅与火走到光与电\n由手工业成为博物馆\n新华社武汉6月23日电 {BODY}\n"
    );
    assert_eq!(label(&page, "江畔铸字厂"), Label::Headline);
    assert_eq!(label(&page, "从铅与火"), Label::Deck);
    assert_eq!(label(&page, "由手工业"), Label::Deck);
}

#[test]
fn where_nothing_leads_up_two_lines_are_one_headline() {
    let told = |n: u32| format!("江畔第{n}座观测站 今日开放\n本报讯 {BODY}\n");
    let two = format!("压实每一版的责任\n守住每一字的准确\n本报讯 {BODY}\n");
    let spaced =
        [told(1), told(2), format!("压实每一版校对责任\n守牢每个字准确底线吧\n本报讯 {BODY}\n")].concat();
    assert_eq!(label(&spaced, "压实"), Label::Headline);
    // With a kicker on the page, two lines are two parts.
    let led = [spaced, format!("因供电线路改造——\n观测站夜间暂停开放\n本报讯 {BODY}\n")].concat();
    assert_eq!(label(&led, "压实"), Label::Kicker);
    assert_eq!(label(&two, "守住"), Label::Headline);
}

#[test]
fn what_a_line_leads_up_to_is_no_notice() {
    let page = format!("因机房电路改造——\n31日起,\n观测站区域停电\n28日,观测站说,{BODY}\n");
    assert!(!told(&page, "观测站区域", Cue::NoticeHead).0);
    assert_eq!(label(&page, "31日起"), Label::Headline);
    assert_eq!(labels(&page, None).iter().filter(|line| line.starts).count(), 1);
}

#[test]
fn the_names_of_documents_and_deeds_bind_two_lines() {
    for (first, second) in [
        ("江畔印刷协会关于在全行业", "进一步保护铅字字模的通知"),
        ("“按时校对”", "才是硬道理"),
        ("印刷所，", "添了两台机器"),
    ] {
        let page = format!("{first}\n{second}\n本报讯 {BODY}\n");
        assert_eq!(label(&page, first), Label::Headline, "{first}");
        assert_eq!(label(&page, second), Label::Headline, "{second}");
    }
    // Whose news it is stands before it.
    let place = format!("北仓：\n共享字盘进了工业园的食堂\n本报讯 {BODY}\n");
    assert_eq!(label(&place, "北仓"), Label::Kicker);
}

#[test]
fn who_said_it_has_said_it_in_one_line() {
    let page =
        format!("全省校对工作会议强调\n抓紧抓实每一版\n全力以赴夺取全年出报无差错的好收成\n本报讯 {BODY}\n");
    for (line, is) in [("全省", Label::Kicker), ("抓紧", Label::Headline), ("全力", Label::Headline)] {
        assert_eq!(label(&page, line), is, "{line}");
    }
}

#[test]
fn a_province_counts_nothing() {
    let page = format!("江畔联赛第十四轮\n四川队主场逆转取胜\n本报讯 {BODY}\n");
    assert!(!told(&page, "四川", Cue::FiguresAfter).0);
    check(Cue::Occasion, &page, "江畔联赛", Label::Kicker);
    let figures = format!("全省今年“第一卷”新闻纸下线\n合格率预计达98.5%\n本报讯 {BODY}\n");
    check(Cue::FiguresAfter, &figures, "合格率", Label::Deck);
}

#[test]
fn heads_inside_a_body_that_are_twins_begin_no_text() {
    let part = |label: &str, line: &str| format!("{label}\n{line}\n{BODY}\n");
    let page = [
        format!("活字为什么能的密码\n■ 甲乙丙\n{BODY}\n"),
        part("铅字基石", "矢志追求准确,始终把准字盘方向"),
        part("字模立场", "铅字深深扎根,始终守着字架根基"),
        part("排版担当", "铅与锡锑相熔,始终握住浇字主动"),
    ]
    .concat();
    for line in ["铅字基石", "字模立场", "排版担当", "铅与锡锑相熔"] {
        assert_eq!(label(&page, line), Label::Subhead, "{line}");
    }
}

#[test]
fn a_photo_that_shares_no_words_with_the_text_before_is_a_text() {
    let photo = "6月2日，江滩芦苇荡，候鸟成群飞过水面，三千只白鹭在这里过冬，引来许多游客观看。";
    let page = format!("印刷所添置机器\n本报讯 {BODY}\n{photo}\n本报记者 甲乙 摄\n");
    assert!(labels(&page, None)[2].starts);
    let own = "6月2日，印刷工人把铅字排进字盘，铅与锡、锑熔在一起浇进铜模，冷却以后就是一枚铅字。";
    let page = format!("印刷所添置机器\n本报讯 {BODY}\n{own}\n本报记者 甲乙 摄\n");
    assert!(!labels(&page, None)[2].starts);
}

#[test]
fn a_long_clause_that_begins_a_head_was_not_cut() {
    let page = format!(
        "印刷所添置机器\n本报讯 {BODY}\n江畔“最年轻”的铸字团队，每天和铅与火打交道\n他们的字盘里永远留着两枚空位\n本报记者 甲乙\n{BODY}\n"
    );
    assert!(!told(&page, "江畔“最年轻”", Cue::Fragment).0);
    assert_eq!(label(&page, "江畔“最年轻”"), Label::Kicker);
}

#[test]
fn a_picture_hides_no_dateline() {
    let text = "【松江】湖の北の町で、活字を拾う仕事が続いている。小さな工場には、明治からの字母が残る。";
    let page = format!(
        "活字の工場　町に残る\n三人の職人　字母を守る\n活字を拾う職人（右）と見学する人たち＝松江市で\n{text}\n小さな工場には、明治からの字母が残る。字母は百年の間に、二万を超えた。\n"
    );
    assert_eq!(label(&page, "活字を拾う職人"), Label::Caption);
    assert!(told(&page, "三人の職人", Cue::DatelineAhead).0);
    assert_eq!(labels(&page, None).iter().filter(|line| line.starts).count(), 1);
}

#[test]
fn the_names_of_japanese_columns_and_series_stand_before_the_headline() {
    let text = "湖の北の町で、活字を拾う仕事が続いている。小さな工場には、明治からの字母が残る。";
    for (name, title) in [
        ("きょうのことば", "字母　活字を鋳る型"),
        ("活字の町で　第2部　字母を守る（3）", "三人の職人の当番"),
        ("＜社説＞", "活字の日に考える"),
    ] {
        let page = format!("{name}\n{title}\n{text}\n{text}\n");
        assert_eq!(label(&page, name), Label::Kicker, "{name}");
        assert_eq!(label(&page, title), Label::Headline, "{title}");
    }
    let letter = format!("字母を見に行く\n会社員　甲乙丙　45（島根県松江市）\n{text}\n{text}\n");
    assert_eq!(label(&letter, "会社員"), Label::Byline);
}

#[test]
fn where_to_call_is_no_headline() {
    let page = format!("印刷所添置机器\n本报讯 {BODY}\n读者服务热线：(02)0000-0000\n");
    let parsed = super::super::parse_with(&page, &crate::parse::Hints::default(), None);
    let last = parsed.issue.articles().last().map(|(_, article)| article.headline.len());
    assert_eq!(last, Some(0));
}

#[test]
fn a_japanese_caption_may_end_with_the_place_in_brackets() {
    let text = "【松江】湖の北の町で、活字を拾う仕事が続いている。小さな工場には、明治からの字母が残る。";
    for caption in [
        "字母を手にする職人と見学の子どもら（松江市某町）",
        "活字を棚に戻す作業が続く工場（松江市で）",
        "【北高―南高】後半39分、主将（中央）が頭で合わせ先制＝松江陸上競技場",
    ] {
        let page = format!("活字の工場、町に残る\n{text}\n{caption}\n古い字母が並ぶ\n{text}\n");
        check(Cue::Picture, &page, caption, Label::Caption);
        assert_eq!(label(&page, "古い字母"), Label::Headline);
    }
    assert!(!told("町の工場（上）\n", "町の工場", Cue::Picture).0);
}

#[test]
fn what_a_japanese_head_has_under_it_with_a_mark_is_a_list() {
    let page =
        "町の催し\n◇活字の展示　松江市の図書館で\n◇字母の見学　出雲市の工場で\n◇紙すき　大田市の公民館で\n";
    check(Cue::Figures, page, "◇字母", Label::Paragraph);
}

#[test]
fn who_says_it_and_where_are_told_by_their_form() {
    let says = format!("立冬将至，江畔排字房晒出老铅字\n博物馆专家：选字模要看清编号\n本报讯 {BODY}\n");
    check(Cue::WhoseAfter, &says, "博物馆专家", Label::Deck);
    let place = format!("江畔区北仓镇\n把议事桌搬到字架下面\n本报讯 {BODY}\n");
    check(Cue::SmallFirst, &place, "江畔区", Label::Kicker);
    let signed = format!("字架上的光\n文、图：甲乙丙\n{BODY}\n");
    check(Cue::Byline, &signed, "文、图", Label::Byline);
}

#[test]
fn who_wrote_it_is_no_row_of_a_table() {
    let page = format!(
        "古城旁的夜校每晚亮灯\n12节课 400元 年轻人学得上瘾\n□江畔日报记者 甲乙 实习生 丙丁戊\n本报讯 {BODY}\n"
    );
    assert!(!told(&page, "12节课", Cue::Figures).0);
}

#[test]
fn the_second_of_two_lines_may_give_the_details_of_the_news() {
    for (news, details) in [
        ("全省首批铅字保护试点名单公布", "老街一带的字模库房排在最前"),
        ("江畔排字房办起青年铸字夜校", "三门课有210人报名"),
    ] {
        let page = format!("{news}\n{details}\n本报讯 {BODY}\n");
        check(Cue::DetailAfter, &page, details, Label::Deck);
        assert_eq!(label(&page, news), Label::Headline, "{news}");
    }
    // What the desk makes of it is the headline, and so is what somebody's words are in.
    for (news, headline) in [
        ("全省第六届排字技能大赛举行", "以一枚铅字汇聚行业向上的力量"),
        ("江畔排字房办起青年铸字夜校", "210个年轻人迷上“老手艺”"),
    ] {
        let page = format!("{news}\n{headline}\n本报讯 {BODY}\n");
        assert!(!told(&page, headline, Cue::DetailAfter).0, "{headline}");
    }
}

#[test]
fn a_list_of_times_is_a_text() {
    let page = format!(
        "纸厂开机\n\n本报讯 {BODY}\n\n今晚电视\n\n19:30 一台 《铅字》\n\n20:15 二台 《纸的路》\n\n21:00 三台 《夜读》\n"
    );
    check(Cue::TimesNext, &page, "今晚电视", Label::Headline);
    assert!(labels(&page, None).iter().any(|line| line.text == "今晚电视" && line.starts));
    // Another title over times is of the text before it.
    assert!(!told(&page.replace("今晚电视", "三个号码"), "三个号码", Cue::TimesNext).0);
}

#[test]
fn a_caption_that_says_what_it_shows_has_a_headline_of_its_own() {
    let page = format!(
        "纸厂开机\n\n本报讯 {BODY}\n\n绿了荒山 富了乡亲\n\n图为3月22日航拍的苍头河。近年来，当地植树护林，河两岸成了公园，游人一年比一年多，生意也好了。\n\n甲乙丙摄（某图片社）\n"
    );
    check(Cue::CreditNext, &page, "绿了荒山", Label::Headline);
    assert!(labels(&page, None).iter().any(|line| line.text.starts_with("绿了荒山") && line.starts));
}

#[test]
fn a_notice_ends_with_its_day_and_not_with_a_page_s_head() {
    let page = format!(
        "纸厂开机\n\n本报讯 {BODY}\n\n停电公告\n\n因设备检修，以下线路停电，请相关用户做好准备。\n\n联系电话：0000—000000\n\n某供电局\n\n2020年8月24日\n\n责任编辑：甲乙 电话：0000000 版式：丙丁\n"
    );
    assert_eq!(label(&page, "2020年"), Label::Credit);
    let starts: Vec<_> =
        labels(&page, None).into_iter().filter(|line| line.starts).map(|line| line.text).collect();
    assert_eq!(starts, ["纸厂开机", "停电公告", "责任编辑：甲乙 电话：0000000 版式：丙丁"]);
}

#[test]
fn a_pointer_in_angles_begins_no_text() {
    let page = "活字館、来春開館へ\n\n市が設計を公表\n\n　町に一つだけ残っていた活版所が三月末で仕事を終えた。棚の活字は市の資料館が引き取る。\n\n〈関連記事3面、地域面に〉\n\n活版所、灯を消す\n\n　三月末で仕事を終えた活版所には、活字の棚が二十並んでいた。来年から資料館に並ぶという。\n";
    check(Cue::SeeAlso, page, "〈関連記事", Label::Credit);
}

#[test]
fn what_an_office_and_the_day_close_is_a_text_of_its_own() {
    let page = format!(
        "纸厂开机\n\n本报讯 {BODY}\n\n水库今日开闸预泄\n\n根据气象预报，本周将有一次强降雨过程，水库定于今日十时起开闸，请沿河居民注意安全，不要到河道内停留。\n\n某县防汛抗旱指挥部\n\n2025年5月15日\n"
    );
    check(Cue::CreditNext, &page, "水库今日", Label::Headline);
    assert!(labels(&page, None).iter().any(|line| line.text == "水库今日开闸预泄" && line.starts));
}

#[test]
fn a_notice_goes_on_after_its_times() {
    let page = format!(
        "纸厂开机\n\n本报讯 {BODY}\n\n停电预告\n\n5月18日8:00-17:00 城南线 线路检修\n\n5月19日7:30-12:30 城东线 更换设备\n\n咨询电话：95598\n\n某供电公司\n"
    );
    assert!(told(&page, "咨询电话", Cue::InNotice).0);
    let starts = labels(&page, None).iter().filter(|line| line.starts).count();
    assert_eq!(starts, 2);
}
