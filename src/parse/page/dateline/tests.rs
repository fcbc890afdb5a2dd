use super::*;

#[test]
fn datelines_open_a_text() {
    for (text, found) in [
        ("本报讯 5月28日上午，展览开放。", Some("本报讯")),
        ("本报讯（记者科技组）近日，", Some("本报讯")),
        ("本报讯昨日，天文台开放。", Some("本报讯")),
        ("湖北日报讯 （记者江组）39天", Some("湖北日报讯")),
        ("本报海口7月7日讯（记者地理组）", Some("本报海口7月7日讯")),
        ("新华社北京5月28日电 （记者天文组）1705年，", Some("新华社北京5月28日电")),
        ("新华社北京5月28日电1705年，", Some("新华社北京5月28日电")),
        ("据新华社柏林9月23日电 当夜", Some("据新华社柏林9月23日电")),
        ("新华社电 当夜", Some("新华社电")),
        ("中新社布拉格8月24日电 表决", Some("中新社布拉格8月24日电")),
        ("【新华社延安十日电】一九四一年", Some("【新华社延安十日电】")),
        ("【本報訊】日環食", Some("【本報訊】")),
        ("【台北訊】日出", Some("【台北訊】")),
        ("【東京共同】活字", Some("【東京共同】")),
        ("(서울=연합뉴스) 고려", Some("(서울=연합뉴스)")),
        ("NEW YORK (AP) — In 1774", Some("NEW YORK (AP) —")),
        ("LONDON, May 3 (Reuters) - The", Some("LONDON, May 3 (Reuters) -")),
        // Words that only look like one.
        ("本报电子版今天上线，", None),
        ("本报通讯员队伍逐年壮大。", None),
        ("通讯卫星的轨道高度约三万六千公里。", None),
        ("水电站的机组全部投产，全年发电", None),
        ("【天文台】开放日安排如下", None),
        ("In 1774 — a long time ago —", None),
        ("一种新的观测方法近日问世。", None),
        ("", None),
    ] {
        assert_eq!(opening(text), found, "{text}");
    }
}

#[test]
fn datelines_close_a_text() {
    for (text, closes) in [
        ("（新华社北京7月7日电）", true),
        ("（新华社北京7月7日电 记者 地理组）", true),
        ("（本报海口7月7日讯）", true),
        ("(本报讯)", true),
        ("（据新华社电）。", true),
        ("（作者单位：资料馆）", false),
        ("（下转第3版）", false),
        ("新华社北京7月7日电", false),
        ("（水电）", false),
    ] {
        assert_eq!(closing(text), closes, "{text}");
    }
}

#[test]
fn reporters_stand_in_brackets() {
    for (text, found) in [
        ("（记者 科技组、通讯员 地理组）潮汐", Some("记者 科技组、通讯员 地理组")),
        (" (记者科技组)潮汐", Some("记者科技组")),
        ("（图片由资料馆提供）", None),
        ("潮汐（记者科技组）", None),
    ] {
        assert_eq!(reporters(text), found, "{text}");
    }
}
