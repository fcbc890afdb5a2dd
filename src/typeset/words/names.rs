//! Names: a family name with one or two characters, and names of other languages by sound.

use super::chinese::is_han;
use super::lexicon::{Character, Cost};

/// Besides what its characters cost.
const SHORT: Cost = 70;
const LONG: Cost = 50;
/// A family name of two characters.
const DOUBLE: Cost = 30;
/// A name by sound.
const FOREIGN: Cost = 100;
const EACH_SOUND: Cost = 40;
/// Characters of a name by sound.
const LONGEST: usize = 12;

const DOUBLE_NAMES: [[char; 2]; 14] = [
    ['欧', '阳'],
    ['司', '马'],
    ['司', '徒'],
    ['诸', '葛'],
    ['上', '官'],
    ['夏', '侯'],
    ['皇', '甫'],
    ['尉', '迟'],
    ['公', '孙'],
    ['慕', '容'],
    ['令', '狐'],
    ['长', '孙'],
    ['宇', '文'],
    ['端', '木'],
];

/// Characters that names are written in by sound, the most frequent first.
const SOUNDS: &str = "尔斯拉克特里夫德阿卡布巴维格哈尼瓦科罗塔多奥亚普纳洛利伊诺基马托达弗西萨雷姆莱米勒蒂帕埃贝莫曼茨迪库塞兰";

/// Tells `found` the characters and the cost of each name that may begin `rest`.
pub(super) fn find(rest: &[Character], mut found: impl FnMut(usize, Cost)) {
    let [one, others @ ..] = rest else { return };
    let han = |n: usize| others.get(n).filter(|character| is_han(character.c));
    if let (Some(family), Some(two)) = (one.family, han(0)) {
        found(2, SHORT + family + two.given);
        if let Some(three) = han(1) {
            found(3, LONG + family + two.given + three.given);
        }
    }
    if han(0).is_some_and(|two| DOUBLE_NAMES.contains(&[one.c, two.c])) {
        let mut cost = LONG + DOUBLE;
        for (len, name) in (3..).zip((1..3).map_while(han)) {
            cost += name.given;
            found(len, cost);
        }
    }
    let sounds = rest.iter().take(LONGEST).take_while(|character| SOUNDS.contains(character.c)).count();
    for (len, cost) in (3..=sounds).zip((FOREIGN + 3 * EACH_SOUND..).step_by(EACH_SOUND as usize)) {
        found(len, cost);
    }
}
