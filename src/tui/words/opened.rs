//! Why an issue could not be opened, or not as its reader wants it, as a sentence.

use crate::config::cause;
use crate::parse::{Complaint, Instead, Misfit, Note, ParseError};
use crate::shelf::{ShelfError, Unfixed, Warning};

use super::{Tongue, json};

/// The sentence in this tongue.
pub(super) fn says(tongue: Tongue, error: &ShelfError) -> String {
    match tongue {
        Tongue::Chinese => chinese(error),
        Tongue::English => error.to_string(),
    }
}

/// What the reader of an issue must be told, in this tongue.
pub(super) fn warns(tongue: Tongue, warning: Warning<'_>) -> String {
    match (tongue, warning) {
        (Tongue::English, warning) => warning.to_string(),
        (Tongue::Chinese, Warning::Unfixed(Unfixed::Unreadable { path, error })) => {
            format!("读不了更正文件 {}（{}），未作更正", path.display(), cause(error))
        }
        (Tongue::Chinese, Warning::Unfixed(Unfixed::Wrong { path, error })) => {
            format!("更正文件有误，未作更正：{}", located(&path.display().to_string(), error))
        }
        (Tongue::Chinese, Warning::Misfit(Note::Misfit { words, why })) => {
            let why = match why {
                Misfit::Gone => "已没有这样的一行",
                Misfit::Unclear => "这样的行不止一行",
                Misfit::Impossible => "照它排不成版",
            };
            format!("一条更正用不上，{why}：“{words}”")
        }
        (Tongue::Chinese, Warning::Misfit(note)) => note.to_string(),
    }
}

fn chinese(error: &ShelfError) -> String {
    match error {
        ShelfError::Missing(path) => format!("没有文件或目录 {path}"),
        ShelfError::NoSuchSample(name) => format!("本程序没有样张 {name}"),
        ShelfError::Unreadable { path, error } => format!("读不了 {path}（{}）", cause(error)),
        ShelfError::Folder(path) => format!("{path} 是目录：请给出其中的文件"),
        ShelfError::TooLarge { path } => format!("{path} 太大，不像一期报纸（上限1GiB）"),
        ShelfError::NotAnIssue { path, error } => located(path, error),
        ShelfError::EmptyShelf(path) => {
            format!("目录 {path} 里没有报纸：只认 .txt、.text、.json 结尾的文件")
        }
        ShelfError::AllBroken { path, count, first } => {
            format!("目录 {path} 里的{count}期都读不了；第一期：{}", chinese(first))
        }
        ShelfError::NotCorrectable { path, why } => format!("更正不了 {path}：{why}"),
        ShelfError::InputGone => "标准输入已读完，不能再打开：请先存成文件".to_owned(),
    }
}

fn located(path: &str, error: &ParseError) -> String {
    let place = error.place.map(|place| format!(":{place}")).unwrap_or_default();
    format!("{path}{place}：{}", wrong(&error.what))
}

fn wrong(what: &Complaint) -> String {
    match what {
        Complaint::Empty => "文件是空的".to_owned(),
        Complaint::Blank => "文件里只有空白".to_owned(),
        Complaint::Foreign { is, instead } => {
            format!("这是{}，不是报纸文字：{}", kind(is), instead_of(*instead))
        }
        Complaint::Utf32 => "这是UTF-32文字，本程序不读：请存为UTF-8".to_owned(),
        Complaint::Binary => format!("这不是文字文件：{}", instead_of(Instead::Text)),
        Complaint::Damaged { byte, encoding } => {
            format!("第{byte}字节不合{encoding}：文件在此损坏，请重新取得，或存为UTF-8")
        }
        Complaint::Unknown { byte } => format!("第{byte}字节不是UTF-8，也认不准是什么编码：请存为UTF-8"),
        Complaint::CutOff(said) => said_of("文件没有写完", said),
        Complaint::NotJson(said) => said_of("不合JSON的写法", said),
        Complaint::WrongValue(said) => json::chinese(said).unwrap_or_else(|| format!("值不对（{said}）")),
        Complaint::In(path, what) => format!("{path}：{}", wrong(what)),
        Complaint::NoFormat => {
            format!(
                "缺 `format`：报纸文件以 {{ \"format\": \"{}\", \"pages\": [ … ] }} 开头",
                crate::issue::FORMAT
            )
        }
        Complaint::FormatNoText => format!("`format` 应是文字 \"{}\"", crate::issue::FORMAT),
        Complaint::Newer(format) => {
            format!("格式是 {format}，本程序只认得 {}：请用新版的newsprint", crate::issue::FORMAT)
        }
        Complaint::OtherFormat(format) => {
            format!("`format` 是 {format:?}，本程序只认得 {:?}", crate::issue::FORMAT)
        }
        Complaint::OtherFixFormat(format) => {
            format!("`format` 是 {format:?}，更正文件应是 {:?}", crate::parse::page::FIX_FORMAT)
        }
    }
}

/// What is wrong, and what the JSON parser said of it.
fn said_of(what: &str, said: &str) -> String {
    json::chinese(said).map_or_else(|| format!("{what}（{said}）"), |zh| format!("{what}，{zh}"))
}

const fn instead_of(instead: Instead) -> &'static str {
    match instead {
        Instead::Text => "只能读版面文字和报纸文件（JSON）",
        Instead::Unpack => "请先解压，再打开里面的文字",
        Instead::Export => "请先导出为纯文字",
        Instead::Save => "请先存为纯文字",
        Instead::SaveText => "请先把其中文字存为纯文字",
    }
}

/// Kinds of files by their English names.
const KINDS: [(&str, &str); 29] = [
    ("a PNG image", "PNG图片"),
    ("a JPEG image", "JPEG图片"),
    ("a GIF image", "GIF图片"),
    ("a WebP image", "WebP图片"),
    ("an AVIF image", "AVIF图片"),
    ("a HEIC image", "HEIC图片"),
    ("a TIFF image", "TIFF图片"),
    ("a PDF document", "PDF文档"),
    ("an EPUB book", "EPUB电子书"),
    ("a ZIP archive (or a document in one)", "ZIP压缩包（或压在其中的文档）"),
    ("an empty ZIP archive", "空的ZIP压缩包"),
    ("a gzip archive", "gzip压缩包"),
    ("a bzip2 archive", "bzip2压缩包"),
    ("an xz archive", "xz压缩包"),
    ("a zstd archive", "zstd压缩包"),
    ("a 7z archive", "7z压缩包"),
    ("a RAR archive", "RAR压缩包"),
    ("a tar archive", "tar包"),
    ("a program (ELF)", "程序（ELF）"),
    ("a program (Windows)", "程序（Windows）"),
    ("a program (macOS)", "程序（macOS）"),
    ("an old Office document", "旧版Office文档"),
    ("an RTF document", "RTF文档"),
    ("an SQLite database", "SQLite数据库"),
    ("an Ogg sound file", "Ogg声音文件"),
    ("an MP3 sound file", "MP3声音文件"),
    ("a video", "视频"),
    ("an HTML page", "HTML网页"),
    ("an XML file", "XML文件"),
];

fn kind(is: &'static str) -> &'static str {
    KINDS.iter().find(|(en, _)| *en == is).map_or(is, |(_, zh)| zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{kinds, parse};

    #[test]
    fn every_kind_of_file_has_a_name_in_both_tongues() {
        let all: Vec<&str> = kinds().collect();
        assert!(all.len() > 20);
        for is in all {
            assert_ne!(kind(is), is, "a kind that has no Chinese name");
        }
    }

    #[test]
    fn a_file_that_is_no_issue_is_said_in_the_tongue_of_the_screen() {
        let error = |bytes: &[u8]| {
            let path = "/papers/a.txt".to_owned();
            ShelfError::NotAnIssue { path, error: parse(bytes, "a.txt").unwrap_err() }
        };
        for (bytes, zh) in [
            (&b""[..], "/papers/a.txt：文件是空的"),
            (b"%PDF-1.7", "/papers/a.txt：这是PDF文档，不是报纸文字：请先导出为纯文字"),
            (
                b"{ \"format\": \"newsprint-issue/9\" }",
                "/papers/a.txt：格式是 newsprint-issue/9，本程序只认得 newsprint-issue/1：请用新版的newsprint",
            ),
            (b"{\n \"format\":", "/papers/a.txt:2:10：文件没有写完，断在该有值的地方"),
        ] {
            assert_eq!(says(Tongue::Chinese, &error(bytes)), zh);
            assert_eq!(says(Tongue::English, &error(bytes)), error(bytes).to_string());
        }
    }

    #[test]
    fn a_correction_that_fits_no_more_is_said_in_the_tongue_of_the_screen() {
        let note = Note::Misfit { words: "铅字".to_owned(), why: Misfit::Gone };
        assert_eq!(
            warns(Tongue::Chinese, Warning::Misfit(&note)),
            "一条更正用不上，已没有这样的一行：“铅字”"
        );
        assert_eq!(warns(Tongue::English, Warning::Misfit(&note)), note.to_string());
    }
}
