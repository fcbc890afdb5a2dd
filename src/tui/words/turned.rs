//! What printed pages say where a story turns to another page: in the issue's own language.

use crate::typeset::Language;

use super::Tongue;

/// Points to the page where a story goes on.
pub(crate) fn turns_to(language: Language, page: &str, title: &str) -> String {
    match language {
        Language::Japanese => format!("{}に続く：{title}", japanese(page)),
        Language::Korean => format!("{}에 계속: {title}", korean(page)),
        Language::Chinese(_) => Tongue::Chinese.continues(page, title, None),
        Language::Latin => Tongue::English.continues(page, title, None),
    }
}

/// Points to the page that a story comes from.
pub(crate) fn turns_from(language: Language, page: &str, title: &str) -> String {
    match language {
        Language::Japanese => format!("{}から続く：{title}", japanese(page)),
        Language::Korean => format!("{}에서 계속: {title}", korean(page)),
        Language::Chinese(_) => Tongue::Chinese.continued_from(page, title, None),
        Language::Latin => Tongue::English.continued_from(page, title, None),
    }
}

fn japanese(page: &str) -> String {
    numbered(page, "面")
}

fn korean(page: &str) -> String {
    numbered(page, "면")
}

/// A page that calls itself 一面 needs no second counter.
fn numbered(page: &str, counter: &str) -> String {
    let is_number = page.chars().all(|c| c.is_ascii_alphanumeric());
    if is_number { format!("{page}{counter}") } else { page.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_as_the_papers_of_its_language_do() {
        assert_eq!(turns_to(Language::Japanese, "3", "活字の朝"), "3面に続く：活字の朝");
        assert_eq!(turns_from(Language::Japanese, "一面", "活字の朝"), "一面から続く：活字の朝");
        assert_eq!(turns_to(Language::Korean, "A5", "활자"), "A5면에 계속: 활자");
        assert_eq!(turns_from(Language::Latin, "1", "Type"), "Continued from Page 1: Type");
    }
}
