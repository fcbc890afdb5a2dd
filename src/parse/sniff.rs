//! What a file is, by its first bytes: only so much that a file which is no text can be named.

use super::{Complaint, Instead};
use Instead::{Export, Save, SaveText, Text, Unpack};

/// Signatures: where they stand, their bytes, and what has them. The first that fits counts.
const MAGIC: &[(usize, &[u8], &str, Instead)] = &[
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", Text),
    (0, b"\xFF\xD8\xFF", "a JPEG image", Text),
    (0, b"GIF8", "a GIF image", Text),
    (8, b"WEBP", "a WebP image", Text),
    (4, b"ftypavif", "an AVIF image", Text),
    (4, b"ftypheic", "a HEIC image", Text),
    (0, b"II*\0", "a TIFF image", Text),
    (0, b"MM\0*", "a TIFF image", Text),
    (0, b"%PDF-", "a PDF document", Export),
    (30, b"mimetypeapplication/epub+zip", "an EPUB book", Export),
    (0, b"PK\x03\x04", "a ZIP archive (or a document in one)", Unpack),
    (0, b"PK\x05\x06", "an empty ZIP archive", Unpack),
    (0, b"\x1F\x8B", "a gzip archive", Unpack),
    (0, b"BZh", "a bzip2 archive", Unpack),
    (0, b"\xFD7zXZ\0", "an xz archive", Unpack),
    (0, b"\x28\xB5\x2F\xFD", "a zstd archive", Unpack),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7z archive", Unpack),
    (0, b"Rar!\x1A\x07", "a RAR archive", Unpack),
    (257, b"ustar", "a tar archive", Unpack),
    (0, b"\x7FELF", "a program (ELF)", Text),
    (0, b"MZ\x90\0", "a program (Windows)", Text),
    (0, b"\xCF\xFA\xED\xFE", "a program (macOS)", Text),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document", Export),
    (0, b"{\\rtf", "an RTF document", Export),
    (0, b"SQLite format 3\0", "an SQLite database", Text),
    (0, b"OggS", "an Ogg sound file", Text),
    (0, b"ID3", "an MP3 sound file", Text),
    (4, b"ftyp", "a video", Text),
];

/// Names `bytes` if they are of a kind that newsprint does not read.
pub(super) fn foreign(bytes: &[u8]) -> Option<Complaint> {
    let by_magic =
        MAGIC.iter().find(|(at, magic, ..)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic)));
    if let Some(&(_, _, is, instead)) = by_magic {
        return Some(Complaint::Foreign { is, instead });
    }
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let opens = |tag: &[u8]| head.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    if opens(b"<!doctype html") || opens(b"<html") {
        return Some(Complaint::Foreign { is: "an HTML page", instead: Save });
    }
    opens(b"<?xml").then_some(Complaint::Foreign { is: "an XML file", instead: SaveText })
}

/// Whether `text` is meant to be JSON: an object or a list stands first.
pub(super) fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    let Some(rest) = text.strip_prefix(['{', '[']) else { return false };
    let next = rest.trim_start().chars().next();
    // `{` and then anything else than a key, as in a text that begins with a brace, is no JSON object.
    if text.starts_with('{') {
        matches!(next, None | Some('"' | '}'))
    } else {
        matches!(next, Some('{' | ']'))
    }
}

/// Every kind that can be named.
#[cfg(test)]
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    MAGIC.iter().map(|(_, _, is, _)| *is).chain(["an HTML page", "an XML file"])
}
