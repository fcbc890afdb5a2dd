//! Whose customs a text is set by.

/// Whose customs a text is set by: indent, breaks, hanging marks, spacing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Chinese: two em of indent, even lines, breaks between characters.
    Chinese(Form),
    /// Japanese: one em of indent, even lines, breaks between characters but for small kana.
    Japanese,
    /// Korean: one em of indent, breaks at spaces.
    Korean,
    /// English and whatever else is written with spaces: ragged right.
    Latin,
}

/// Which characters Chinese is written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// Simplified: marks stand at the foot of their cell and may hang.
    #[default]
    Simplified,
    /// Traditional: marks stand in the middle of their cell and never hang.
    Traditional,
}

impl Default for Language {
    fn default() -> Self {
        Self::Chinese(Form::Simplified)
    }
}

/// Characters that only one form has and that every longer text uses.
const SIMPLIFIED: &str = "这们国会来时说对后学发经现过样还没无与为个从问间门开关东车长见让认议记设证该谈请读谁调谢贝财质购资赛转轮软较边达运进远连选邮鉴针钟铁银错键闻队阳阴际陆难双叶电号产业两严丧丰临丽举义乐习书买乱争亏云亚亲仅仓仪价众优伙伟传伤伦体余";
const TRADITIONAL: &str = "這們國會來時說對後學發經現過樣還沒無與為個從問間門開關東車長見讓認議記設證該談請讀誰調謝貝財質購資賽轉輪軟較邊達運進遠連選郵鑑針鐘鐵銀錯鍵聞隊陽陰際陸難雙葉電號產業兩嚴喪豐臨麗舉義樂習書買亂爭虧雲亞親僅倉儀價眾優夥偉傳傷倫體餘";

impl Language {
    /// The language that a BCP 47 tag names, else the one that `sample` seems to be written in.
    ///
    /// A bare `zh` leaves the form open: the sample decides. Of a sample its first 4000 characters are read.
    #[must_use]
    pub fn of(tag: Option<&str>, sample: &str) -> Self {
        let tag = tag.unwrap_or_default().to_ascii_lowercase();
        let mut subtags = tag.split(['-', '_']);
        match subtags.next() {
            Some("zh" | "cmn" | "yue" | "zho" | "chi") => {
                Self::Chinese(subtags.find_map(form_of_subtag).unwrap_or_else(|| form_of(sample)))
            }
            Some("ja" | "jpn") => Self::Japanese,
            Some("ko" | "kor") => Self::Korean,
            None | Some("" | "und" | "mul") => Self::guess(sample),
            Some(_) => Self::Latin,
        }
    }

    /// Whether lines break between characters, so that text can be set to an even measure.
    #[must_use]
    pub(super) const fn is_even(self) -> bool {
        matches!(self, Self::Chinese(_) | Self::Japanese)
    }

    /// Whether marks may hang into the gutter (CLREQ: not where they stand in the middle of their cell).
    #[must_use]
    pub(super) const fn hangs(self) -> bool {
        matches!(self, Self::Chinese(Form::Simplified) | Self::Japanese)
    }

    fn guess(sample: &str) -> Self {
        let (mut han, mut kana, mut hangul, mut letters) = (0_usize, 0_usize, 0_usize, 0_usize);
        for c in sample.chars().take(SAMPLE) {
            match c {
                '\u{3041}'..='\u{30FF}' if c != '・' => kana += 1,
                '\u{AC00}'..='\u{D7A3}' => hangul += 1,
                '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => han += 1,
                _ if c.is_alphabetic() => letters += 1,
                _ => {}
            }
        }
        // A character of Han or kana says what a word of some four letters says.
        let weight = letters / 4;
        if hangul > han + kana && hangul > weight {
            Self::Korean
        } else if han + kana <= weight || han + kana == 0 {
            Self::Latin
        } else if kana * 10 > han + kana {
            Self::Japanese
        } else {
            Self::Chinese(form_of(sample))
        }
    }
}

const SAMPLE: usize = 4000;

fn form_of_subtag(subtag: &str) -> Option<Form> {
    match subtag {
        "hans" | "cn" | "sg" | "my" => Some(Form::Simplified),
        "hant" | "tw" | "hk" | "mo" => Some(Form::Traditional),
        _ => None,
    }
}

fn form_of(sample: &str) -> Form {
    let mut traditional = 0_i32;
    for c in sample.chars().take(SAMPLE) {
        traditional += i32::from(TRADITIONAL.contains(c)) - i32::from(SIMPLIFIED.contains(c));
    }
    if traditional > 0 { Form::Traditional } else { Form::Simplified }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_the_language() {
        let cases = [
            ("zh-Hans", Language::Chinese(Form::Simplified)),
            ("zh-Hant", Language::Chinese(Form::Traditional)),
            ("zh-TW", Language::Chinese(Form::Traditional)),
            ("zh_CN", Language::Chinese(Form::Simplified)),
            ("zh-cmn-Hans-CN", Language::Chinese(Form::Simplified)),
            ("ja", Language::Japanese),
            ("ko-KR", Language::Korean),
            ("en", Language::Latin),
            ("fr-CA", Language::Latin),
        ];
        for (tag, language) in cases {
            assert_eq!(Language::of(Some(tag), ""), language, "{tag}");
        }
    }

    #[test]
    fn a_text_without_a_tag_is_looked_at() {
        let cases = [
            ("月球每年远离地球约三点八厘米，这个数字来自激光测距。", Language::Chinese(Form::Simplified)),
            ("月球每年遠離地球約三點八釐米，這個數字來自雷射測距。", Language::Chinese(Form::Traditional)),
            ("月は毎年およそ三・八センチずつ地球から遠ざかっている。", Language::Japanese),
            ("달은 해마다 지구에서 약 3.8센티미터씩 멀어진다.", Language::Korean),
            ("The Moon recedes from the Earth by some 3.8 centimetres a year.", Language::Latin),
            ("The word 月 means moon.", Language::Latin),
            ("", Language::Latin),
        ];
        for (text, language) in cases {
            assert_eq!(Language::of(None, text), language, "{text}");
        }
    }

    #[test]
    fn a_bare_zh_leaves_the_form_to_the_text() {
        assert_eq!(Language::of(Some("zh"), "這是對後來的說明"), Language::Chinese(Form::Traditional));
        assert_eq!(Language::of(Some("zh"), "这是对后来的说明"), Language::Chinese(Form::Simplified));
        assert_eq!(Language::of(Some("zh"), ""), Language::Chinese(Form::Simplified));
    }
}
