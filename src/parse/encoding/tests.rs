use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, SHIFT_JIS, UTF_16BE, UTF_16LE};
use proptest::prelude::*;

use super::*;

const CHINESE: &str =
    "本报讯 北宋庆历年间，毕昇用胶泥刻字，一字一印。《梦溪笔谈》记下了整个过程。\n雕版一版可刷数百张。\n";
const TRADITIONAL: &str =
    "【本報訊】祖沖之推算圓周率，這個結果在此後近千年裡是世界上最精確的。他的著作已經失傳。\n";
const JAPANESE: &str = "活版印刷では、一本一本の活字を文選工が棚から拾い、植字工が組み上げた。\n";
const KOREAN: &str = "고려 시대에 금속활자로 책을 찍었다는 기록이 남아 있다. 직지는 하권만 전한다.\n";

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn each_encoding_is_told_by_its_bytes() {
    let encode = |encoding: &'static Encoding, text: &str| encoding.encode(text).0.into_owned();
    for (bytes, label, text) in [
        (CHINESE.as_bytes().to_vec(), "UTF-8", CHINESE),
        (encode(GB18030, CHINESE), "GBK", CHINESE),
        (encode(BIG5, TRADITIONAL), "Big5", TRADITIONAL),
        (encode(SHIFT_JIS, JAPANESE), "Shift_JIS", JAPANESE),
        (encode(EUC_JP, JAPANESE), "EUC-JP", JAPANESE),
        (encode(EUC_KR, KOREAN), "EUC-KR", KOREAN),
        (utf16(CHINESE, u16::to_le_bytes), UTF_16LE.name(), CHINESE),
        (utf16(CHINESE, u16::to_be_bytes), UTF_16BE.name(), CHINESE),
        (utf16("Plain English.\n", u16::to_le_bytes), UTF_16LE.name(), "Plain English.\n"),
    ] {
        let found = decode(&bytes).unwrap();
        assert_eq!((found.label, found.text.as_ref()), (label, text));
        assert_eq!(found.guessed, label != "UTF-8", "{label}");
    }
}

#[test]
fn a_mark_says_it_and_is_no_text() {
    for (mark, bytes, label) in [
        (&b"\xEF\xBB\xBF"[..], CHINESE.as_bytes().to_vec(), "UTF-8"),
        (b"\xFF\xFE", utf16(CHINESE, u16::to_le_bytes), "UTF-16LE"),
        (b"\xFE\xFF", utf16(CHINESE, u16::to_be_bytes), "UTF-16BE"),
    ] {
        let bytes = [mark, &bytes].concat();
        let found = decode(&bytes).unwrap();
        assert_eq!((found.label, found.text.as_ref(), found.guessed), (label, CHINESE, false));
    }
}

#[test]
fn what_fails_is_refused_with_its_place() {
    let broken = [CHINESE.as_bytes(), "再一行".as_bytes(), b"\xFF\xFE ", CHINESE.as_bytes()].concat();
    let error = decode(&broken).unwrap_err();
    let offset = CHINESE.len() + 9;
    assert_eq!(
        error.to_string(),
        format!(
            "byte {offset} is not valid UTF-8: the file is damaged there, get it again or save it as UTF-8"
        )
    );
    assert_eq!(error.place, Some(Place { line: 3, column: 10 }));

    let cut = CHINESE.trim_end().as_bytes();
    let error = decode(cut.get(..cut.len() - 1).unwrap()).unwrap_err();
    assert!(error.to_string().contains("is not valid UTF-8"), "{error}");
    assert_eq!(error.place.map(|place| place.line), Some(2));

    let odd = [&b"\xFF\xFE"[..], &utf16("一行\n二行", u16::to_le_bytes), b"\x00\xD8"].concat();
    let error = decode(&odd).unwrap_err();
    assert_eq!(error.place, Some(Place { line: 2, column: 5 }), "{error}");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for bytes in [&b"abc\0def\x01\x02\x03"[..], &b"\0\0\0\0\0\0"[..], &b"\xFF\xFE\0\0a\0\0\0"[..]] {
        assert!(decode(bytes).is_err(), "{bytes:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_decoded_without_an_error_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(found) = decode(&bytes) {
            let encoding = Encoding::for_label(found.label.as_bytes()).unwrap();
            let (text, _, errors) = encoding.decode(&bytes);
            prop_assert!(!errors && text == found.text);
        }
    }

    #[test]
    fn utf8_comes_back_as_it_is(text in "\\PC{1,200}") {
        prop_assume!(!text.starts_with('\u{FEFF}'));
        let found = decode(text.as_bytes()).unwrap();
        prop_assert_eq!((found.text.as_ref(), found.label), (text.as_str(), "UTF-8"));
    }
}
