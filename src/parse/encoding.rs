//! Bytes → text, never lossy in silence.
//!
//! The order: a byte order mark; strict UTF-8 over the whole file; UTF-16 without a mark where it plainly is that; then
//! chardetng over the file, or the first part of a long one, whose guess must decode without a single error. What fails is
//! refused with the line and the byte where it fails.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{Complaint, ParseError, Place, bytes as find};

/// So many bytes of a longer file tell its encoding, if then all of it decodes.
const SAMPLE: usize = 1 << 18;

/// A count of bytes from the start of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ByteOffset(usize);

/// Decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark. Borrowed if the file is UTF-8.
    pub text: Cow<'a, str>,
    /// The encoding's name, as the WHATWG Encoding Standard has it: `UTF-8`, `gb18030`, `Big5`.
    pub label: &'static str,
    /// Nothing in the file says so: it was guessed.
    pub guessed: bool,
}

/// Decodes a text file.
///
/// # Errors
/// When the bytes are no text in the encoding that they are in, as far as that can be told.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ParseError> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err(ParseError::new(Complaint::Utf32));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict(bytes, encoding, mark, false);
    }
    let nul = find::has_either(0, 0, bytes);
    // It tells faster than the standard library whether all is well, but not where it is not.
    let decoded = if bytes.len() > find::SHORT {
        UTF_8.decode_without_bom_handling_and_without_replacement(bytes)
    } else {
        std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
    };
    let failed = match decoded {
        Some(text) if !nul => return Ok(Decoded { text, label: UTF_8.name(), guessed: false }),
        Some(_) => None,
        None => std::str::from_utf8(bytes).err().map(|error| ByteOffset(error.valid_up_to())),
    };
    if let Some(encoding) = utf16(bytes) {
        return strict(bytes, encoding, 0, true);
    }
    if nul {
        return Err(ParseError::new(Complaint::Binary));
    }
    if let Some(offset) = failed.filter(|&offset| is_utf8_until(bytes, offset)) {
        return Err(broken(bytes, UTF_8, offset));
    }
    if let Some(sample) = bytes.get(..SAMPLE) {
        let encoding = guess(sample, false);
        if !encoding.is_single_byte()
            && let Ok(decoded) = strict(bytes, encoding, 0, true)
        {
            return Ok(decoded);
        }
    }
    let encoding = guess(bytes, true);
    if encoding.is_single_byte() && !mostly_ascii(bytes) {
        // A page of a CJK paper with one bad byte would come out as Latin letters with marks on them.
        if let Some(offset) = failed {
            return Err(unknown(bytes, offset));
        }
    }
    strict(bytes, encoding, 0, true)
}

/// The encoding that `bytes` are most likely in. `all` says that nothing follows them.
fn guess(bytes: &[u8], all: bool) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, all);
    detector.guess(None, Utf8Detection::Deny)
}

/// Decodes all of `bytes` after `mark` bytes of mark, or says where they fail.
fn strict<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    mark: usize,
    guessed: bool,
) -> Result<Decoded<'a>, ParseError> {
    let rest = bytes.get(mark..).unwrap_or_default();
    match encoding.decode_without_bom_handling_and_without_replacement(rest) {
        Some(text) if text.contains('\0') => Err(ParseError::new(Complaint::Binary)),
        Some(text) => Ok(Decoded { text, label: encoding.name(), guessed }),
        None => {
            let ByteOffset(offset) = first_error(rest, encoding);
            Err(broken(bytes, encoding, ByteOffset(mark + offset)))
        }
    }
}

/// Where `bytes` stop being text in `encoding`.
fn first_error(bytes: &[u8], encoding: &'static Encoding) -> ByteOffset {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = [0_u8; 4096];
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(rest, &mut out, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => return ByteOffset(at),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(bad, after) => {
                return ByteOffset(at.saturating_sub(usize::from(bad) + usize::from(after)));
            }
        }
    }
}

/// UTF-16 without a mark: line ends and marks of ASCII or CJK in every second byte, and no letter of an odd script.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    [UTF_16LE, UTF_16BE].into_iter().find(|&encoding| {
        let sample = bytes.get(..bytes.len().min(8192)).unwrap_or(bytes);
        let units = sample.chunks_exact(2).filter_map(|pair| match *pair {
            [a, b] if encoding == UTF_16LE => Some(u16::from_le_bytes([a, b])),
            [a, b] => Some(u16::from_be_bytes([a, b])),
            _ => None,
        });
        let (mut all, mut known, mut space) = (0_usize, 0_usize, 0_usize);
        for unit in units {
            all += 1;
            known += usize::from(matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x2010..=0x2027 | 0x3000..=0x30FF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xFF01..=0xFF5E));
            space += usize::from(matches!(unit, 0x0A | 0x20 | 0x3000..=0x3002 | 0xFF0C));
        }
        known * 100 >= all * 97 && space * 200 >= all
    })
}

/// Whether the bytes before `offset` are so plainly UTF-8 that the one there is a fault and no other encoding.
fn is_utf8_until(bytes: &[u8], offset: ByteOffset) -> bool {
    let before = bytes.get(..offset.0).unwrap_or_default();
    before.iter().filter(|&&byte| byte >= 0xC0).take(8).count() == 8
}

/// Fewer than one byte in five is beyond ASCII.
fn mostly_ascii(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| !byte.is_ascii()).count() * 5 < bytes.len()
}

fn broken(bytes: &[u8], encoding: &'static Encoding, offset: ByteOffset) -> ParseError {
    ParseError {
        what: Complaint::Damaged { byte: offset.0, encoding: encoding.name() },
        place: place(bytes, encoding, offset),
    }
}

fn unknown(bytes: &[u8], offset: ByteOffset) -> ParseError {
    ParseError { what: Complaint::Unknown { byte: offset.0 }, place: place(bytes, UTF_8, offset) }
}

/// Line and column of `offset`; the column counts bytes.
fn place(bytes: &[u8], encoding: &'static Encoding, offset: ByteOffset) -> Option<Place> {
    let before = bytes.get(..offset.0)?;
    if encoding == UTF_16LE || encoding == UTF_16BE {
        let end: [u8; 2] = if encoding == UTF_16LE { [b'\n', 0] } else { [0, b'\n'] };
        let line = 1 + before.chunks_exact(2).filter(|pair| *pair == end).count();
        let since = before.chunks_exact(2).rev().take_while(|pair| *pair != end).count();
        return Place::at(line, since * 2 + 1);
    }
    let line = before.split(|&byte| byte == b'\n').count();
    let since = before.iter().rev().take_while(|&&byte| byte != b'\n').count();
    Place::at(line, since + 1)
}

#[cfg(test)]
mod tests;
