use super::*;

/// Every word looked for at every place.
fn plainly(text: &str) -> u64 {
    let start = text
        .chars()
        .next()
        .filter(|&c| matches!(c, '（' | '(' | '【' | '〔' | '［'))
        .map_or(0, char::len_utf8);
    let mut heard = 0;
    for (list, at, words) in LISTS {
        for word in words.split(' ') {
            for (n, (from, _)) in text.char_indices().enumerate() {
                let rest = text.get(from..).unwrap_or_default();
                let Some(after) = rest.strip_prefix(word) else { continue };
                let fits = match at {
                    At::Any => true,
                    At::Start => from == 0 || from == start,
                    At::Near => (2..=12).contains(&n),
                    At::End => after.chars().all(trails),
                };
                heard |= u64::from(fits) << *list as u8;
            }
        }
    }
    heard
}

#[test]
fn what_is_heard_in_one_pass_is_what_every_word_at_every_place_says() {
    let all: Vec<&str> = LISTS.iter().flat_map(|(_, _, words)| words.split(' ')).collect();
    for (n, word) in all.iter().enumerate() {
        let other = all[(n * 7 + 3) % all.len()];
        for text in [
            word.to_string(),
            format!("{word}{other}"),
            format!("（{word}）"),
            format!("（{word}山河{other}。”"),
            format!("山河{word}水"),
            format!("山河水{word}：—— "),
            format!("山水风月春夏秋冬山水风月春夏{word}{other}"),
            other.chars().take(1).chain(word.chars()).collect(),
        ] {
            assert_eq!(hear(&text).lists, plainly(&text), "{text}");
            assert_eq!(hear_end(&text).lists & plainly(&text), hear_end(&text).lists, "{text}");
        }
    }
}

#[test]
fn no_word_for_a_lines_end_ends_with_what_may_follow_it() {
    for (_, at, words) in LISTS {
        for word in words.split(' ').filter(|_| *at == At::End) {
            assert!(!word.ends_with(trails), "{word}");
        }
    }
}

#[test]
fn the_last_words_end_is_found() {
    assert_eq!(last_end("本报记者王小明", Says::Role), Some("本报记者".len()));
    assert_eq!(last_end("王小明", Says::Role), None);
}
