//! Why bookmarks and places could not be read or written, as a sentence.

use std::io;

use crate::bookmarks::{FORMAT, StoreError, Warning};
use crate::config::cause;
use crate::places::PlacesError;

use super::Tongue;

/// The sentence in this tongue.
pub(super) fn says(tongue: Tongue, error: &StoreError) -> String {
    match tongue {
        Tongue::Chinese => chinese(error),
        Tongue::English => error.to_string(),
    }
}

/// Why the places could not be kept, in this tongue.
pub(super) fn says_of_places(tongue: Tongue, error: &PlacesError) -> String {
    match (tongue, error) {
        (Tongue::English, error) => error.to_string(),
        (Tongue::Chinese, PlacesError::Disk { path, source }) => format!(
            "阅读位置存不进 {}（{}）：{}",
            path.display(),
            cause(source),
            advice_for(source, "XDG_STATE_HOME")
        ),
        (Tongue::Chinese, PlacesError::Busy { path, waited }) => format!(
            "另一个newsprint占用阅读位置文件 {} 已{}秒：请再试，或关掉它",
            path.display(),
            waited.as_secs()
        ),
        (Tongue::Chinese, PlacesError::Newer { path, found }) => {
            format!("阅读位置文件 {} 的格式是 {found}，本程序不认得：请用新版的newsprint", path.display())
        }
    }
}

/// What must be told of the bookmarks' file, in this tongue.
pub(super) fn warns(tongue: Tongue, warning: &Warning) -> String {
    match (tongue, warning) {
        (Tongue::English, warning) => warning.to_string(),
        (Tongue::Chinese, Warning::SetAside { path, kept_as, restored, .. }) => format!(
            "书签文件 {} 已损坏，原样存为 {}；现有上次完好时的{restored}个书签",
            path.display(),
            kept_as.display()
        ),
        (Tongue::Chinese, Warning::BroughtUp { path, kept_as }) => {
            format!("书签文件 {} 已改为格式 {FORMAT}，原样存为 {}", path.display(), kept_as.display())
        }
        (Tongue::Chinese, Warning::NotUnderstood { count }) => {
            format!("有{count}个书签本程序读不懂，原样留在文件里")
        }
    }
}

fn chinese(error: &StoreError) -> String {
    match error {
        StoreError::Read { path, source } => {
            format!("读不了书签文件 {}（{}）：请看有无读取权限", path.display(), cause(source))
        }
        StoreError::Newer { path, found } => format!(
            "书签文件 {} 的格式是 {found}，本程序只认得 {FORMAT}：请用新版的newsprint",
            path.display()
        ),
        StoreError::Damaged { path, source, .. } => format!(
            "书签文件 {} 已损坏，又移不开（{}），故未改动：请移走此文件，或让它所在的目录可写",
            path.display(),
            cause(source)
        ),
        StoreError::Older { path, name, source } => format!(
            "旧版书签文件 {} 未能另存为 {}（{}），故未改动：{}",
            path.display(),
            name.display(),
            cause(source),
            advice(source)
        ),
        StoreError::Folder { path, source } => {
            format!("建不了书签的目录 {}（{}）：{}", path.display(), cause(source), advice(source))
        }
        StoreError::Busy { path, waited } => format!(
            "另一个newsprint占用书签文件 {} 已{}秒：请再试，或关掉它",
            path.display(),
            waited.as_secs()
        ),
        StoreError::Lock { path, source } => {
            format!("锁不住书签文件 {}（{}）：{}", path.display(), cause(source), advice(source))
        }
        StoreError::Taken { path } => format!("已有 {}，未改动：请换个名字", path.display()),
        StoreError::Write { path, source } => {
            format!("书签写不进 {}（{}）：{}", path.display(), cause(source), advice(source))
        }
    }
}

fn advice(error: &io::Error) -> String {
    advice_for(error, "XDG_CONFIG_HOME")
}

/// What helps; `variable` says where the folder is.
fn advice_for(error: &io::Error, variable: &str) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "请腾出磁盘空间再试".to_owned(),
        io::ErrorKind::Unsupported => format!("所在文件系统不能加锁，请把 {variable} 设为别处的目录"),
        _ => format!("请让所在目录可写，或把 {variable} 设为可写的目录"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_amiss_with_either_file_is_said_in_the_tongue_of_the_screen() {
        let source = io::Error::from(io::ErrorKind::ReadOnlyFilesystem);
        let error = PlacesError::Disk { path: "/home/reader/a.json".into(), source };
        let said = says_of_places(Tongue::Chinese, &error);
        assert_eq!(
            said,
            "阅读位置存不进 /home/reader/a.json（文件系统只读）：请让所在目录可写，或把 XDG_STATE_HOME 设为可写的目录"
        );
        assert_eq!(says_of_places(Tongue::English, &error), error.to_string());
        let warning = Warning::NotUnderstood { count: 2 };
        assert_eq!(warns(Tongue::Chinese, &warning), "有2个书签本程序读不懂，原样留在文件里");
        assert_eq!(warns(Tongue::English, &warning), warning.to_string());
    }

    #[test]
    fn a_full_disk_is_said_in_the_tongue_of_the_screen() {
        let source = io::Error::from(io::ErrorKind::StorageFull);
        let error = StoreError::Write { path: "/home/reader/bookmarks.json".into(), source };
        let said = says(Tongue::Chinese, &error);
        assert_eq!(said, "书签写不进 /home/reader/bookmarks.json（磁盘已满）：请腾出磁盘空间再试");
        assert!(says(Tongue::English, &error).contains("make room on the disk"));
    }
}
