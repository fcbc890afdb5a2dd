use super::super::{Label, labels};

/// The label of the line of `page` that is `text`, and whether it begins an article.
fn label(page: &str, text: &str) -> Option<(Label, bool)> {
    labels(page, None).into_iter().find(|line| line.text == text).map(|line| (line.label, line.starts))
}

const TEXT: &str = "活字排版是把一个个字拣出来，再一行行站好。拣错一个就要从头数起，所以排字的人读稿总比别人慢，也总比别人先看出毛病来，\
     这本领要学三年。";

#[test]
fn what_a_text_says_in_a_clause_is_no_cut_paragraph() {
    let page = |clause: &str, text: &str| {
        format!("铅字为什么不会过时（字里字外）\n\n李乙\n\n{clause}\n\n{text}\n\n{TEXT}\n")
    };
    let clause = "慢下来的一行字，让人看清一句话是怎样站起来的，也让人看清它为什么站得住";
    assert_eq!(label(&page(clause, TEXT), TEXT), Some((Label::Paragraph, false)));
    // The end of a sentence goes on.
    let rest = "脚。字架上的字也是这样，一个挨一个才站得稳，少了哪一个都要倒下一片，排字的人最怕的就是这一声响，听见了就得从头再来。";
    assert_eq!(label(&page(clause, rest), rest), Some((Label::Continuation, false)));
    // A line without a name before it was cut as any other.
    let page = page(clause, TEXT).replace("李乙", TEXT);
    let lines = labels(&page, None);
    let after = lines.iter().skip_while(|line| line.text != clause).nth(1).map(|line| line.label);
    assert_eq!(after, Some(Label::Continuation));
}

#[test]
fn a_subhead_may_have_a_second_line_and_a_long_one_where_others_have() {
    let page = |second: &str| {
        format!("书场开门\n\n本报讯 {TEXT}\n\n看水\n\n{second}\n\n{TEXT}\n\n听书\n\n{second}\n\n{TEXT}\n")
    };
    let second = "曲线画在屏幕上，什么时候开闸、什么时候关闸，值班的人看曲线的弯就全知道了";
    let goes_on =
        |page: &str| labels(page, None).iter().filter(|line| line.label == Label::Continuation).count();
    assert_eq!(goes_on(&page(second)), 0);
    // One alone was cut.
    let one = page(second).replacen(&format!("{second}\n\n"), "", 1);
    assert_eq!(goes_on(&one), 1);
}

#[test]
fn pictures_stand_between_a_head_and_its_text() {
    let page = format!(
        "老码头，新书声\n\n本报记者  文史组\n\n码头的仓库改成书场以后，门窗仍是旧样。\n\n文史组摄\n\n书架沿着轨道排开，推起来会响。\n\n航运博物馆提供\n\n\
         版式设计：美术组\n\n门前\n\n{TEXT}\n\n{TEXT}\n"
    );
    for (text, found) in [
        ("码头的仓库改成书场以后，门窗仍是旧样。", Label::Caption),
        ("文史组摄", Label::Credit),
        ("书架沿着轨道排开，推起来会响。", Label::Caption),
        ("航运博物馆提供", Label::Credit),
        ("版式设计：美术组", Label::Credit),
        ("门前", Label::Subhead),
    ] {
        assert_eq!(label(&page, text), Some((found, false)), "{text}");
    }
    // Where nobody signs, each picture may be a text of its own.
    let stories = "沙丘上的纹理\n\n风把沙粒一粒粒推过沙丘的背风坡。\n\n地理组摄\n\n冰裂缝\n\n冰川表面的裂缝深达几十米。\n\n地理组摄\n";
    assert_eq!(label(stories, "冰裂缝"), Some((Label::Headline, true)));
}

#[test]
fn points_stand_before_the_dateline() {
    let points = "■书场要办得起来，也要办得下去，修屋顶的钱要从茶水里一分一分省出来，街道出一半，印社出另一半，谁也不多谁也不少，年底贴在门上";
    let page =
        format!("在书场调研时强调\n\n把书场办到码头上\n\n{points}\n\n{points}\n\n本报武汉5月8日电 {TEXT}\n");
    let starts = labels(&page, None).iter().filter(|line| line.starts).count();
    assert_eq!(starts, 1);
    assert_eq!(label(&page, points), Some((Label::Paragraph, false)));
}

#[test]
fn a_box_and_where_to_write_to_belong_to_the_text_before() {
    let page = format!(
        "老码头，新书声（江边见闻）\n\n本报记者  文史组\n\n{TEXT}\n\n链接\n\n{TEXT}\n\n（作者为航运博物馆馆员）\n\n来信邮箱：shu@example.com\n"
    );
    assert_eq!(label(&page, "链接"), Some((Label::Subhead, false)));
    assert_eq!(label(&page, "来信邮箱：shu@example.com"), Some((Label::Credit, false)));
    // With its title too, if nobody signs it.
    let titled = page.replace("链接\n", "记者手记\n\n字比船票长寿\n");
    for text in ["记者手记", "字比船票长寿"] {
        assert_eq!(label(&titled, text), Some((Label::Subhead, false)), "{text}");
    }
    let signed = titled.replace("字比船票长寿\n", "字比船票长寿\n\n本报记者  地理组\n");
    assert_eq!(label(&signed, "记者手记"), Some((Label::Kicker, true)));
}

#[test]
fn two_sentences_lead_up_to_a_headline_with_its_column() {
    let led = "值班的人彻夜守着水位。记者在闸口看到——";
    let page = |column: &str| {
        format!("书场开门\n\n本报讯 {TEXT}\n\n{led}\n\n闸口的一夜{column}\n\n本报记者  文史组\n\n{TEXT}\n")
    };
    assert_eq!(label(&page("（江边见闻）"), led), Some((Label::Kicker, true)));
}
