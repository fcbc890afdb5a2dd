//! What a colour says that the terminal answers with: `rgb:RRRR/GGGG/BBBB`, as X11 writes it.

use super::Ground;

/// Whether a ground of this colour is light or dark; none if it is no colour.
pub(super) fn ground(colour: &str) -> Option<Ground> {
    let (kind, values) = colour.split_once(':')?;
    let mut values = values.split('/').map(share);
    let (red, green, blue) = (values.next()??, values.next()??, values.next()??);
    // `rgba:` says after the colour how solid it is.
    let more = values.count();
    if !matches!((kind, more), ("rgb", 0) | ("rgba", 1)) {
        return None;
    }
    // How bright the eye finds it (ITU-R BT.601).
    let light = 299 * red + 587 * green + 114 * blue;
    Some(if light * 2 > 1000 * FULL { Ground::Light } else { Ground::Dark })
}

/// The full value of a colour's part.
const FULL: u32 = 0xFFFF;

/// A part of a colour, of one to four hexadecimal digits, as a share of [`FULL`].
fn share(digits: &str) -> Option<u32> {
    let most = match digits.len() {
        length @ 1..=4 if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            16_u32.pow(u32::try_from(length).ok()?) - 1
        }
        _ => return None,
    };
    Some(u32::from_str_radix(digits, 16).ok()? * FULL / most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eye_decides_what_is_light() {
        for (colour, expected) in [
            ("rgb:ffff/ffff/ffff", Some(Ground::Light)),
            ("rgb:0000/0000/0000", Some(Ground::Dark)),
            ("rgb:fdfd/f6f6/e3e3", Some(Ground::Light)),
            ("rgb:00/2b/36", Some(Ground::Dark)),
            // Green is lighter than blue.
            ("rgb:0/f/0", Some(Ground::Light)),
            ("rgb:0/0/f", Some(Ground::Dark)),
            ("rgba:ffff/ffff/ffff/8000", Some(Ground::Light)),
            ("rgba:ffff/ffff/ffff", None),
            ("rgb:ffff/ffff", None),
            ("rgb:ffff/ffff/ffff/ffff", None),
            ("rgb:fffff/0/0", None),
            ("rgb:+f/0/0", None),
            ("rgb://", None),
            ("#ffffff", None),
            ("", None),
        ] {
            assert_eq!(ground(colour), expected, "{colour}");
        }
    }
}
