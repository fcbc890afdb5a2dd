//! Between which words a headline may be broken.
//!
//! Chinese: the cheapest way through a small lexicon compiled into the program (`chinese`). Japanese: the phrase model
//! of `BudouX` (`japanese`). Languages that write spaces need neither.
//!
//! **Figures.** Fifty headlines (`words/headlines.txt`), their borders marked before anything was measured, but in
//! sight while the lexicon's size and the weights were chosen; and 26 more in Chinese (`words/unseen.txt`), marked when
//! all was done and measured once. In thousandths: F1 of the borders found / line ends inside a word, of all that are
//! not at a space or a mark, at even widths from 10 to 40 cells.
//!
//! | divided by | Simplified, 30 | Traditional, 10 | Japanese, 10 | unseen Simplified, 20 | unseen Traditional, 6 |
//! |---|---|---|---|---|---|
//! | nothing | 568 / 579 | 555 / 482 | 389 / 786 | 578 / 533 | 602 / 965 |
//! | `icu_segmenter`'s dictionary | 802 / 212 | 860 / 211 | 607 / 492 | 845 / 270 | 915 / 131 |
//! | `jieba` | 924 / 69 | 827 / 256 | 452 / 739 | 988 / 41 | 766 / 333 |
//! | `jieba`, simplified, digits held | 966 / 12 | 911 / 97 | 473 / 739 | 988 / 41 | 912 / 47 |
//! | `BudouX`, its model for each | 748 / 138 | 853 / 154 | 986 / 67 | 710 / 213 | 793 / 206 |
//! | a phrase ends where hiragana ends | – | – | 916 / 99 | – | – |
//! | **this** | 975 / 11 | 941 / 56 | 986 / 67 | 959 / 61 | 900 / 161 |
//!
//! | | program | before the first word | memory |
//! |---|---|---|---|
//! | `icu_segmenter`'s dictionary | 3.1 MB | 0 | 2 MB |
//! | `jieba` (as a Rust library) | 3.1 MB | 198 ms | 33 MB |
//! | `BudouX` (as a Rust library) | 0.2 MB | 0.1 ms | 0 |
//! | **this** | 0.45 MB | 0 | 0.2 to 0.7 MB |
//!
//! On headlines that nothing was chosen by, `jieba` with help divides Chinese somewhat better. It is not here since it
//! takes the program over its 6 MB, and 33 MB and a thread to load it, for one line end of fifty in Simplified and one
//! of nine in Traditional. The row of this is as first measured; `小数点` in the unseen ones showed a bug, mended since.
//!
//! **Cost.** Nothing is loaded: the tables are 425 kB of read-only data, which the system maps in when the first headline
//! wider than its line asks for them. To set such a headline takes about 9 µs, the search for its words included.
//!
//! **Limits.** A new word whose characters are all frequent words falls apart (`首|飞`); its borders are
//! [`Border::Loose`]. Names that news seldom tells of do too, above all those of Taiwan (`烏|山頭`, `太|魯閣`), and there
//! the borders may be firm. A long compound may be held as one word (`故宫博物院`). Sources and licences are in
//! `THIRD-PARTY.md`; `tools/words.py` makes the tables.

mod chinese;
mod japanese;
mod lexicon;
mod names;
mod numbers;

use super::language::Language;

/// How well a line ends between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Border {
    /// Two words.
    Firm,
    /// Two words of one character each, which may well be one that the lexicon lacks, or the parts of a date.
    Loose,
}

/// The bytes of `text` where one word ends and the next begins, ascending, its ends left out; `None` if `language`
/// parts its words by spaces.
///
/// Marks and spaces are words of their own. That a line may end there is for [`breaks`](super::breaks) to say.
pub(super) fn borders(text: &str, language: Language) -> Option<Vec<(usize, Border)>> {
    match language {
        Language::Chinese(_) => Some(chinese::borders(text)),
        Language::Japanese => Some(japanese::borders(text)),
        Language::Korean | Language::Latin => None,
    }
}

#[cfg(test)]
mod tests;
