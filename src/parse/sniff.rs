//! What a file is, by its first bytes: only so much that a file which is no text can be named.

/// A kind of file that newsprint knows and does not read: what it is, and what to do.
pub(super) struct Foreign {
    /// With its article: `a PNG image`.
    pub(super) is: &'static str,
    /// An imperative.
    pub(super) instead: &'static str,
}

const TEXT: &str = "newsprint reads page text and issue files (JSON)";
const UNPACK: &str = "unpack it and open the text inside";
const EXPORT: &str = "export it as plain text first";

/// Signatures: where they stand, their bytes, and what has them. The first that fits counts.
const MAGIC: &[(usize, &[u8], &str, &str)] = &[
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", TEXT),
    (0, b"\xFF\xD8\xFF", "a JPEG image", TEXT),
    (0, b"GIF8", "a GIF image", TEXT),
    (8, b"WEBP", "a WebP image", TEXT),
    (4, b"ftypavif", "an AVIF image", TEXT),
    (4, b"ftypheic", "a HEIC image", TEXT),
    (0, b"II*\0", "a TIFF image", TEXT),
    (0, b"MM\0*", "a TIFF image", TEXT),
    (0, b"%PDF-", "a PDF document", EXPORT),
    (30, b"mimetypeapplication/epub+zip", "an EPUB book", EXPORT),
    (0, b"PK\x03\x04", "a ZIP archive (or a document in one)", UNPACK),
    (0, b"PK\x05\x06", "an empty ZIP archive", UNPACK),
    (0, b"\x1F\x8B", "a gzip archive", UNPACK),
    (0, b"BZh", "a bzip2 archive", UNPACK),
    (0, b"\xFD7zXZ\0", "an xz archive", UNPACK),
    (0, b"\x28\xB5\x2F\xFD", "a zstd archive", UNPACK),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7z archive", UNPACK),
    (0, b"Rar!\x1A\x07", "a RAR archive", UNPACK),
    (257, b"ustar", "a tar archive", UNPACK),
    (0, b"\x7FELF", "a program (ELF)", TEXT),
    (0, b"MZ\x90\0", "a program (Windows)", TEXT),
    (0, b"\xCF\xFA\xED\xFE", "a program (macOS)", TEXT),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document", EXPORT),
    (0, b"{\\rtf", "an RTF document", EXPORT),
    (0, b"SQLite format 3\0", "an SQLite database", TEXT),
    (0, b"OggS", "an Ogg sound file", TEXT),
    (0, b"ID3", "an MP3 sound file", TEXT),
    (4, b"ftyp", "a video", TEXT),
];

/// Names `bytes` if they are of a kind that newsprint does not read.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let by_magic =
        MAGIC.iter().find(|(at, magic, ..)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic)));
    if let Some(&(_, _, is, instead)) = by_magic {
        return Some(Foreign { is, instead });
    }
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let opens = |tag: &[u8]| head.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    if opens(b"<!doctype html") || opens(b"<html") {
        return Some(Foreign { is: "an HTML page", instead: "save it as plain text first" });
    }
    opens(b"<?xml").then_some(Foreign { is: "an XML file", instead: "save its text as plain text first" })
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
