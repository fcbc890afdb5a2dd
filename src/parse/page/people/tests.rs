use super::*;

fn names(text: &str) -> Vec<String> {
    let found = read(text, true);
    let mut names: Vec<String> = found
        .authors
        .iter()
        .map(|(role, name)| format!("{}:{name}", role.as_deref().unwrap_or("-")))
        .collect();
    if found.other {
        names.push("?".to_owned());
    }
    names
}

#[test]
fn roles_hold_until_the_next_one() {
    for (text, found) in [
        ("■本报记者 文史组 见习记者 科技组", &["本报记者:文史组", "见习记者:科技组"][..]),
        ("□ 湖北日报评论员", &[]),
        ("■ 张衡 祖冲之 一行", &["-:张衡", "-:祖冲之", "-:一行"]),
        ("记者科技组、通讯员地理组", &["记者:科技组", "通讯员:地理组"]),
        ("新华社记者 天文组 地理组", &["新华社记者:天文组", "新华社记者:地理组"]),
        // Two characters set apart are one name.
        ("本报记者 张　衡　郭守敬", &["本报记者:张衡", "本报记者:郭守敬"]),
        ("文/本报记者 文史组 图/摄影组", &["本报记者:文史组", "图:摄影组"]),
        ("記者文史組／台北報導", &["記者:文史組"]),
        ("本报记者 科技组 发自敦煌", &["本报记者:科技组"]),
        ("By Edmond Halley", &["By:Edmond", "By:Halley"]),
        ("本报记者 爱德蒙·哈雷", &["本报记者:爱德蒙·哈雷"]),
        // No bylines.
        ("编辑部主持", &["?"]),
        ("铅字的来历与去向", &["?"]),
        ("记者从天文台获悉展览开放", &["?"]),
    ] {
        assert_eq!(names(text), found, "{text}");
    }
}

#[test]
fn family_names_tell_names_from_titles() {
    for (name, has) in [
        ("张衡", true),
        ("祖冲之", false),
        ("沈括", true),
        ("欧阳修", true),
        ("经纬", false),
        ("诸葛孔明", true),
    ] {
        assert_eq!(has_surname(name), has, "{name}");
    }
}

#[test]
fn japanese_and_taiwanese_bylines_are_read() {
    let names = |text| read(text, true).authors.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(names("文・甲乙　写真・丙丁"), ["甲乙", "丙丁"]);
    assert_eq!(names("文・写真 丙丁"), ["丙丁"]);
    assert_eq!(names("【記者丙丁／台中專題報導】"), ["丙丁"]);
    assert!(read("◎李明 文", false).role);
}

#[test]
fn a_name_between_title_and_text_may_say_what_he_is() {
    for text in ["甲乙", "丙丁（大學圖書館員）", "[美]甲乙", "湖南衡阳 甲乙", "甲乙 译"]
    {
        assert!(like_name(text), "{text}");
    }
    for text in ["六分仪 再出海", "当代价值", "冬至（3）", "种子认地"] {
        assert!(!like_name(text), "{text}");
    }
}

#[test]
fn names_of_other_languages_are_told_by_their_characters() {
    for text in ["儒勒·凡尔纳", "爱德蒙·哈雷", "查尔斯·罗伯特·达尔文"] {
        assert!(foreign(text), "{text}");
    }
    for text in ["国际博物馆日·特别报道", "江边见闻·走读运河", "活字·排版", "凡尔纳"]
    {
        assert!(!foreign(text), "{text}");
    }
}
