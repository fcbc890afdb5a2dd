//! Why the bookmarks could not be read or written, as a sentence.

use std::io;

use crate::bookmarks::{FORMAT, StoreError};
use crate::config::cause;

use super::Tongue;

/// The sentence in this tongue.
pub(super) fn says(tongue: Tongue, error: &StoreError) -> String {
    match tongue {
        Tongue::Chinese => chinese(error),
        Tongue::English => error.to_string(),
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

fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "请腾出磁盘空间再试",
        io::ErrorKind::Unsupported => "所在文件系统不能加锁，请把 XDG_CONFIG_HOME 设为别处的目录",
        _ => "请让所在目录可写，或把 XDG_CONFIG_HOME 设为可写的目录",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_said_in_the_tongue_of_the_screen() {
        let source = io::Error::from(io::ErrorKind::StorageFull);
        let error = StoreError::Write { path: "/home/reader/bookmarks.json".into(), source };
        let said = says(Tongue::Chinese, &error);
        assert_eq!(said, "书签写不进 /home/reader/bookmarks.json（磁盘已满）：请腾出磁盘空间再试");
        assert!(says(Tongue::English, &error).contains("make room on the disk"));
    }
}
