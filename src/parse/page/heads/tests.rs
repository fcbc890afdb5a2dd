use super::super::label::Label;
use super::super::labels;

const BODY: &str = "本报讯 印刷所的消息，这台旧机器修了三个月，今天又转起来，工人说它还能再用二十年。";

/// The labels of a head's lines, a letter each: `K`icker, `H`eadline, `D`eck, `?` for anything else.
fn read(page: &str, head: &[&str]) -> String {
    let labelled = labels(page, None);
    let letter = |line: &&str| {
        let label = labelled.iter().find(|labelled| labelled.text == line.trim()).map(|line| line.label);
        match label {
            Some(Label::Kicker) => 'K',
            Some(Label::Headline) => 'H',
            Some(Label::Deck) => 'D',
            _ => '?',
        }
    };
    head.iter().map(letter).collect()
}

/// A page on which each line of the head is a block of its own.
fn check(head: &[&str], expected: &str) {
    let page = format!("{}\n\n{BODY}\n", head.join("\n\n"));
    assert_eq!(read(&page, head), expected, "{head:?}");
}

#[test]
fn what_is_a_deck_for_sure_leaves_the_headline_to_the_lines_before() {
    check(&["某市第八次印刷工人代表大会开幕", "甲乙主持 丙丁作工作报告", "听取铸字、排版两项报告"], "HDD");
    check(
        &[
            "某协会第三次全体会议召开",
            "奋力写好“铅与火”的新篇章",
            "会议由理事会主持 会长甲乙讲话",
            "审议通过《关于保存活字的意见》",
        ],
        "KHDD",
    );
}

#[test]
fn who_was_there_may_lead_up_to_a_headline_of_two_halves() {
    check(&["全省古籍保护工作推进会召开", "甲乙作出批示 丙丁讲话", "守住家底强信心 攻坚克难促修复"], "KKH");
}

#[test]
fn figures_go_into_the_news_before_them() {
    check(&["前两个月全省图书出口同比增长9.8%", "期刊出口连续14个月两位数增长"], "HD");
    check(&["前三季度全省图书出口同比增长7.6%", "对周边国家出口占比达65.1%", "期刊出口增长11.3%"], "HDD");
    check(&["《活字保存技术规范》印发", "到2028年修订标准60项以上", "推动保存与展示同步"], "HDD");
    // What has no figures goes into nothing.
    check(&["前三季度全省图书出口同比增长7.6%", "老手艺走出新路", "出版社组团出海"], "KHH");
}

#[test]
fn details_in_two_halves_are_no_headline_where_the_news_was_told() {
    check(&["我省启动古籍修复服务月活动", "首批征集岗位1360个 涵盖修复扫描编目等领域"], "HD");
    check(&["话剧《排字工》下周六上演", "82岁名家领衔 三代同台"], "HD");
    check(&["雪山上的“观天者”队伍迎来第1000名年轻同伴", "4500米雪山脚下 年轻观测员轮流值守"], "HD");
    check(&["城南活字馆扩建工程昨日开通", "单程168公里 每年可省纸78吨"], "HD");
    check(&["首届国际活字博览会进入第三天", "我市交易团现场签下 12笔采购意向"], "KH");
}

#[test]
fn the_second_of_three_is_the_headline_whatever_halves_the_first_has() {
    check(
        &[
            "三家印刷所联合开放旧车间 提出16项办法",
            "让老机器连上新读者",
            "力争三年内修复铸字机30台",
            "支持学校与街道“一点多用、一馆多能”",
        ],
        "KHDD",
    );
}

#[test]
fn blank_lines_tell_the_parts_of_a_head_where_they_tell_any() {
    let page = format!(
        "字模厂三天赶出新字\n铸字间：明年先铸小号\n\n读者：字小了看不清\n\n{BODY}\n\n\
         印刷学会联合研制\n\n新油墨干得快一倍\n成本只要三分之一\n\n{BODY}\n\n\
         活字博物馆开门迎客\n\n今起三天不收门票\n\n{BODY}\n"
    );
    assert_eq!(read(&page, &["字模厂三天赶出新字", "铸字间：明年先铸小号", "读者：字小了看不清"]), "HHD");
    assert_eq!(read(&page, &["印刷学会联合研制", "新油墨干得快一倍", "成本只要三分之一"]), "KHH");
    // Where all lines stand apart, that says nothing.
    let apart = page.replace("新字\n铸", "新字\n\n铸").replace("一倍\n成", "一倍\n\n成");
    assert_eq!(read(&apart, &["印刷学会联合研制", "新油墨干得快一倍", "成本只要三分之一"]), "HHH");
}

#[test]
fn readers_sign_with_their_place() {
    let page = format!(
        "读者来信\n\n村口的字该换了\n\n编辑同志：\n{BODY}\n\n某镇后湾村 李乙丙\n\n铅字回家记\n\n{BODY}\n"
    );
    let label = |text: &str| {
        labels(&page, None).into_iter().find(|line| line.text == text).map(|line| (line.label, line.starts))
    };
    assert_eq!(label("某镇后湾村 李乙丙"), Some((Label::Credit, false)));
    let page = page.replace("某镇后湾村", "读者");
    let label = |text: &str| {
        labels(&page, None).into_iter().find(|line| line.text == text).map(|line| (line.label, line.starts))
    };
    assert_eq!(label("读者 李乙丙"), Some((Label::Credit, false)));
}

#[test]
fn a_verb_that_wants_more_and_what_it_takes_are_one_headline() {
    check(&["三省印刷学会联手打造", "活字体验线", "三地十馆签署合作协议，推出八条线路"], "HHD");
}

#[test]
fn whose_news_it_is_begins_a_headline() {
    check(&["全民读书热起来", "东山：村里的书会开讲了"], "KH");
}

#[test]
fn a_long_second_line_with_figures_goes_into_a_couplet() {
    check(&["铅字铸得“慢半拍” 师傅来当“老娘舅”", "某区探索“协商工作台”，两年调处邻里纠纷186宗"], "HD");
}

#[test]
fn a_japanese_series_is_named_with_its_number() {
    let head = ["海辺の暮らし　人なき町で：２", "最後の活版所、灯を消した日"];
    let body = "町に一つだけ残っていた活版所が三月末で仕事を終えた。棚の活字は市の資料館が引き取り、来年から展示する予定だという。";
    let page = format!("{}\n\n{body}\n\n活字館、来春開館へ\n\n市が設計を公表\n\n{body}\n", head.join("\n\n"));
    assert_eq!(read(&page, &head), "KH");
    let page = page.replace(head[0], "きょうのことば");
    assert_eq!(read(&page, &["きょうのことば", head[1]]), "KH");
}

#[test]
fn a_columns_name_in_brackets_ends_the_headline_and_all_of_it() {
    check(&["沿江三座码头改作书场", "老码头办起新书场（江边见闻·走读①）"], "KH");
    check(&["铅字不老（字里字外）", "——访三代排字人"], "HD");
    check(&["字库三年间添了六千字", "看，铅字会“跳舞”了（解码·字库）"], "KH");
}

#[test]
fn three_even_parts_lead_up() {
    check(&["拣字排字一步到位 修字补字一处办成 印书借书一卡通行", "全力办好码头边的书场"], "KH");
}

#[test]
fn what_a_subhead_asks_is_not_answered_by_a_deck() {
    let text = "字架有七十二格，常用的字放在手边，少用的字放在脚下，找一个生僻字要蹲下去半天，蹲久了起来眼前发黑，师傅说那是字在认人。";
    let page = format!(
        "十九岁学会拣字（时空对话）\n\n本报记者 文史组\n\n{text}\n\n为何改行学拣字？\n\n“字比米轻，可也压人”\n\n{text}\n\n学徒每天做什么？\n\n“先擦三个月铅字”\n\n{text}\n"
    );
    assert_eq!(labels(&page, None).iter().filter(|line| line.starts).count(), 1);
}

#[test]
fn who_was_in_the_chair_stands_under_the_headline_whatever_others_did() {
    check(&["某某奖励大会隆重举行", "甲某主持 乙某丙某出席 丁某宣读奖励决定"], "HD");
}

#[test]
fn figures_lead_up_to_what_was_held() {
    check(&["62个重点项目签约 总金额达1125亿元", "全省文旅招商大会举行"], "KH");
}

#[test]
fn a_columns_name_with_its_number_is_no_masthead() {
    check(&["字里特稿第1354期", "渡口的排字人"], "KH");
}
