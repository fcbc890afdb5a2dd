use super::super::lexicon::hear;
use super::*;

#[test]
fn columns_names_are_known_by_their_ends_or_their_dot() {
    for text in ["科技史话", "记者手记", "今日谈", "城市记忆·我家的故事", "大运河沿线行①"]
    {
        assert!(name(text, hear(text)), "{text}");
    }
    for text in ["抢收要快", "《河的传记》札记"] {
        assert!(!name(text, hear(text)), "{text}");
    }
}

#[test]
fn a_title_may_open_with_its_column() {
    let opens = |text| opens(text, hear(text));
    assert_eq!(opens("新闻链接：北斗的“三步走”"), Some(true));
    assert_eq!(opens("來論／把樹蔭還給行人"), Some(true));
    assert_eq!(opens("一分鐘看懂／米糠也能變寶"), Some(false));
    assert_eq!(opens("【社説】港の灯を消さない"), Some(false));
    assert_eq!(opens("白鹤梁：江水之下的水文站"), None);
    assert_eq!(opens("記者甲乙／台北報導"), None);
}

#[test]
fn heads_inside_a_body_are_numbered_or_labelled() {
    for text in ["一、种子", "（二）土地", "3. 水", "储：低温“睡”得香", "三"] {
        assert!(labelled(text, lexicon::hear(text)), "{text}");
    }
    for text in ["三峡水库", "访谈录：黑土", "2月"] {
        assert!(!labelled(text, lexicon::hear(text)), "{text}");
    }
}
