//! Bytes that are looked for in a whole file.
//!
//! What is fastest for a large file first asks the processor what it can do, and inside a virtual machine that answer takes
//! as long as a newspaper page takes to be looked through: a short file does without.

/// Up to so many bytes a file is short.
pub(super) const SHORT: usize = 1 << 15;

/// Whether `bytes` has one of these two.
pub(super) fn has_either(one: u8, other: u8, bytes: &[u8]) -> bool {
    if bytes.len() > SHORT {
        return memchr::memchr2(one, other, bytes).is_some();
    }
    // Without a way out in the middle the compiler takes a register full of them at once.
    bytes.chunks(64).any(|some| some.iter().filter(|&&byte| byte == one || byte == other).count() > 0)
}

/// Where `byte` stands in `bytes`.
pub(super) fn places(byte: u8, bytes: &[u8]) -> impl Iterator<Item = usize> {
    let (short, long) = if bytes.len() > SHORT { (&[][..], bytes) } else { (bytes, &[][..]) };
    let short = short.iter().enumerate().filter_map(move |(at, &found)| (found == byte).then_some(at));
    short.chain((!long.is_empty()).then(|| memchr::memchr_iter(byte, long)).into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_files_are_looked_through_alike() {
        for length in [0, 1, 63, 64, 65, 130, SHORT, SHORT + 1] {
            let mut bytes = vec![b'x'; length];
            assert!(!has_either(b'a', b'b', &bytes) && places(b'a', &bytes).count() == 0, "{length}");
            for at in [0, length / 2, length.saturating_sub(1)].into_iter().filter(|&at| at < length) {
                bytes[at] = b'a';
                assert!(has_either(b'a', b'b', &bytes) && has_either(b'b', b'a', &bytes), "{at} of {length}");
                assert!(!has_either(b'b', b'c', &bytes), "{at} of {length}");
                let expected: Vec<usize> = (0..length).filter(|&at| bytes[at] == b'a').collect();
                assert_eq!(places(b'a', &bytes).collect::<Vec<_>>(), expected);
            }
        }
    }
}
