//! Japanese phrases, as `BudouX`'s model finds them: `富士山の|初冠雪は|平年`.
//!
//! The model is 2,850 weights of one, two or three characters in a place near the border; a phrase ends where the
//! weights found make more than half of all. `tools/words.py` tells the table's layout.

use super::Border;

static WEIGHTS: &[u8] = include_bytes!("japanese.bin");

/// See [`super::borders`].
pub(super) fn borders(text: &str) -> Vec<(usize, Border)> {
    let all: i32 = WEIGHTS.as_chunks::<9>().0.iter().map(weight).sum();
    // Nothing stands three places before the start and after the end.
    let units = text.chars().map(|c| u16::try_from(u32::from(c)).unwrap_or(0));
    let padded: Vec<u16> = [0; 3].into_iter().chain(units).chain([0; 3]).collect();
    let mut borders = Vec::new();
    for ((at, _), window) in text.char_indices().zip(padded.windows(6)).skip(1) {
        // In the order of the table's kinds.
        let pairs = window.windows(2).skip(1).take(3);
        let parts = window.windows(1).chain(pairs).chain(window.windows(3));
        let found: i32 = parts.zip(0..).filter_map(|(part, kind)| find(kind, part)).sum();
        if found * 2 > all {
            borders.push((at, Border::Firm));
        }
    }
    borders
}

/// The weight of one to three characters in the place that `kind` stands for.
fn find(kind: u8, part: &[u16]) -> Option<i32> {
    let (rows, _) = WEIGHTS.as_chunks::<9>();
    let found = rows.binary_search_by(|[row, units @ .., _, _]| {
        let (units, _) = units.as_chunks::<2>();
        let units = units.iter().map(|unit| u16::from_le_bytes(*unit));
        row.cmp(&kind).then_with(|| units.cmp(part.iter().copied().chain([0; 2]).take(3)))
    });
    rows.get(found.ok()?).map(weight)
}

fn weight(row: &[u8; 9]) -> i32 {
    let [.., low, high] = *row;
    i16::from_le_bytes([low, high]).into()
}
