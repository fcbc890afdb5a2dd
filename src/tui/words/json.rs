//! What the JSON parser says, in Chinese. It has words and no codes: what is not known here stays as it was said.

/// Sentences without a name or a value in them.
const FIXED: [(&str, &str); 16] = [
    ("EOF while parsing a list", "断在一个列表里"),
    ("EOF while parsing an object", "断在一个对象里"),
    ("EOF while parsing a string", "断在一段文字里"),
    ("EOF while parsing a value", "断在该有值的地方"),
    ("expected `:`", "此处该是 `:`"),
    ("expected `,` or `]`", "此处该是 `,` 或 `]`"),
    ("expected `,` or `}`", "此处该是 `,` 或 `}`"),
    ("expected ident", "此处该是 true、false 或 null"),
    ("expected value", "此处该有一个值"),
    ("key must be a string", "名称要写在引号里"),
    ("trailing comma", "末项之后多了一个逗号"),
    ("trailing characters", "结束之后还有多余的字"),
    ("invalid escape", "没有这样的转义"),
    ("invalid number", "数写得不对"),
    ("control character (\\u0000-\\u001F) found while parsing a string", "文字里有控制字符，换行要写作 \\n"),
    ("recursion limit exceeded", "套得太深"),
];

/// Kinds of values, as what was found and as what was wanted.
const KINDS: [(&str, &str); 11] = [
    ("null", "null"),
    ("sequence", "列表"),
    ("map", "对象"),
    ("a string", "文字"),
    ("a borrowed string", "文字"),
    ("a sequence", "列表"),
    ("a map", "对象"),
    ("boolean", "真假值"),
    ("integer", "整数"),
    ("floating point", "小数"),
    ("string", "文字"),
];

/// `said` in Chinese, if it is known.
pub(super) fn chinese(said: &str) -> Option<String> {
    let fixed = FIXED.iter().find(|(en, _)| *en == said).map(|(_, zh)| (*zh).to_owned());
    fixed
        .or_else(|| Some(format!("缺 {}", said.strip_prefix("missing field ")?)))
        .or_else(|| Some(format!("{} 写了两次", said.strip_prefix("duplicate field ")?)))
        .or_else(|| wrong_type(said.strip_prefix("invalid type: ")?))
        .or_else(|| {
            let (is, known) = said.strip_prefix("unknown variant ")?.split_once(", expected ")?;
            let known = known.strip_prefix("one of ").unwrap_or(known);
            Some(format!("没有 {is} 这一种，只有 {}", known.replace(" or ", "、").replace(", ", "、")))
        })
}

/// A value of another kind: `integer `7`, expected a string`.
fn wrong_type(said: &str) -> Option<String> {
    let (is, wanted) = said.rsplit_once(", expected ")?;
    let wanted = if wanted.starts_with("struct ") { "对象" } else { kind(wanted)? };
    let found = kind(is).map(str::to_owned).or_else(|| {
        // The value stands after its kind.
        let at = is.find(['`', '"'])?;
        let (of, value) = is.split_at_checked(at)?;
        Some(format!("{} {value}", kind(of.trim_end())?))
    });
    Some(format!("该是{wanted}，却是{}", found?))
}

fn kind(en: &str) -> Option<&'static str> {
    KINDS.iter().find(|(known, _)| *known == en).map(|(_, zh)| *zh)
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;
    use crate::shelf::ShelfError;
    use crate::tui::words::Tongue;

    fn says(text: &str) -> String {
        let error = parse(text.as_bytes(), "a.json").unwrap_err();
        let error = ShelfError::NotAnIssue { path: "a.json".to_owned(), error };
        Tongue::Chinese.shelf_error(&error)
    }

    /// What the parser really says: other words in another version of it fail here.
    #[test]
    fn what_is_wrong_with_an_issue_file_is_said_in_chinese() {
        for (rest, zh) in [
            ("", "文件没有写完，断在该有值的地方"),
            (" \"number\": \"1\"", "文件没有写完，断在一个对象里"),
            (" \"pages\": [", "文件没有写完，断在一个列表里"),
            (" \"pages", "文件没有写完，断在一段文字里"),
            (" \"pages\":", "文件没有写完，断在该有值的地方"),
            (" \"pages\" 1 }", "不合JSON的写法，此处该是 `:`"),
            (" \"pages\": [1 2] }", "不合JSON的写法，此处该是 `,` 或 `]`"),
            (" \"pages\": [] \"x\" }", "不合JSON的写法，此处该是 `,` 或 `}`"),
            (" \"pages\": nix }", "不合JSON的写法，此处该是 true、false 或 null"),
            (" \"pages\": ] }", "不合JSON的写法，此处该有一个值"),
            (" pages: [] }", "不合JSON的写法，名称要写在引号里"),
            (" \"pages\": [], }", "不合JSON的写法，末项之后多了一个逗号"),
            (" \"pages\": [] } x", "不合JSON的写法，结束之后还有多余的字"),
            (" \"pages\": \"\\x\" }", "不合JSON的写法，没有这样的转义"),
            (" \"pages\": 01 }", "不合JSON的写法，数写得不对"),
            (" \"pages\": \"\n\" }", "不合JSON的写法，文字里有控制字符，换行要写作 \\n"),
            (" \"number\": \"1\" }", "缺 `pages`"),
            (" \"pages\": 7 }", "pages：该是列表，却是整数 `7`"),
            (" \"pages\": [{ \"id\": null }] }", "pages[0].id：该是文字，却是null"),
            (" \"pages\": [{ \"id\": [] }] }", "pages[0].id：该是文字，却是列表"),
            (" \"pages\": [{ \"id\": true }] }", "pages[0].id：该是文字，却是真假值 `true`"),
            (" \"pages\": [\"、, expected\"] }", "pages[0]：该是对象，却是文字 \"、, expected\""),
        ] {
            let all = says(&format!("{{ \"format\": \"newsprint-issue/1\",\n{rest}"));
            let (place, what) = all.split_once('：').unwrap();
            assert_eq!(what, zh, "{rest}");
            assert!(place.starts_with("a.json:2:") || place.starts_with("a.json:3:"), "{place}");
        }
        let (open, close) = ("[".repeat(500), "]".repeat(500));
        let deep = format!("{{ \"format\": \"newsprint-issue/1\", \"x\": {open}{close}, \"pages\": [] }}");
        assert!(says(&deep).contains("不合JSON的写法，套得太深"), "{}", says(&deep));
        let kind =
            "{ \"format\": \"newsprint-issue/1\", \"pages\": [{ \"articles\": [{ \"kind\": \"x\" }] }] }";
        assert!(says(kind).contains("没有 `x` 这一种，只有 `story`、`notice`、"), "{}", says(kind));
    }

    #[test]
    fn what_is_not_known_stays_in_the_parsers_words() {
        let text = "{ \"format\": \"newsprint-issue/1\", \"date\": \"2026-13-45\", \"pages\": [] }";
        let zh = says(text);
        assert!(zh.contains("值不对（") && zh.ends_with('）'), "{zh}");
    }
}
