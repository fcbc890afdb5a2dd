//! A traditional text, shown in simplified characters.
//!
//! One character is shown as one, so that every place in the text is where it was: search, copy and bookmarks have the
//! text as printed. Only a Chinese text in traditional characters is shown otherwise: a Japanese one has characters of its
//! own, and a simplified one may name a person with a traditional character.
//!
//! A simplified text is never shown in traditional characters: 发 is 發 or 髮, and only a reader knows which.

use super::language::{Form, Language};
use super::punctuation::Punctuation;

/// Which characters a Chinese text is shown in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Script {
    /// Those that it is printed in.
    #[default]
    AsPrinted,
    /// Simplified ones.
    Simplified,
}

impl Script {
    /// The script that a text of this language is shown in where this one is wished.
    #[must_use]
    pub const fn of(self, language: Language) -> Self {
        match language {
            Language::Chinese(Form::Traditional) => self,
            _ => Self::AsPrinted,
        }
    }
}

/// In what a text is shown otherwise than it is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Guise {
    /// How ASCII marks between Han are shown.
    pub marks: Punctuation,
    /// Which characters are.
    pub script: Script,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::{Article, Block};
    use crate::typeset::width::Columns;
    use crate::typeset::{Setting, set};

    fn shown(text: &str, language: Language, script: Script) -> String {
        let article =
            Article { body: vec![Block { text: text.to_owned(), ..Block::default() }], ..Article::default() };
        let set = set(&article, &Setting { script, ..Setting::new(Columns(60), language) });
        set.lines().iter().map(|line| set.text(line).trim().to_owned()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn only_a_traditional_text_is_shown_in_other_characters() {
        let text = "國會將於後天討論計畫,氣候乾燥\u{200B}。";
        let of = |language| shown(text, language, Script::Simplified);
        assert_eq!(of(Language::Chinese(Form::Traditional)), "国会将于后天讨论计划，气候干燥。");
        assert_eq!(of(Language::Chinese(Form::Simplified)), "國會將於後天討論計畫，氣候乾燥。");
        assert_eq!(of(Language::Japanese), "國會將於後天討論計畫，氣候乾燥。");
        let printed = shown(text, Language::Chinese(Form::Traditional), Script::AsPrinted);
        assert_eq!(printed, "國會將於後天討論計畫，氣候乾燥。");
    }

    /// The map from the screen to the text is the same in both scripts, character for character.
    #[test]
    fn every_place_is_where_it_was() {
        let text = "計畫\u{E0100}裡,有「乾隆」的\t後人...髮\u{301}型 10:30 100萬元--瞭\u{200B}解。".repeat(9);
        let article = Article {
            headline: vec![text.chars().take(30).collect()],
            body: vec![Block { text, ..Block::default() }],
            ..Article::default()
        };
        for width in [10, 31, 60, 100] {
            let traditional = Setting::new(Columns(width), Language::Chinese(Form::Traditional));
            let places = |script: Script| {
                let set = set(&article, &Setting { script, ..traditional });
                let lines =
                    set.lines().iter().filter(|line| matches!(line.start.part, crate::issue::Part::Block(_)));
                let glyphs = lines.flat_map(|line| {
                    let of = |glyph: crate::typeset::Glyph<'_>| (glyph.column, glyph.offset);
                    set.glyphs(line).map(of).collect::<Vec<_>>()
                });
                glyphs.collect::<Vec<_>>()
            };
            assert_eq!(places(Script::AsPrinted), places(Script::Simplified), "{width}");
        }
    }
}
