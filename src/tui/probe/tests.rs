use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseEventKind};
use proptest::prelude::*;

use super::keyboard::Keyboard;
use super::listen::Ear;
use super::split::{Piece, Splitter};
use super::*;
use crate::tui::backend::emulator::Emulator;
use crate::typeset::width::Widths;

const ALL: Question = Question { widths: true, big: true, ground: true };

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn ch(c: char) -> KeyEvent {
    key(KeyCode::Char(c))
}

fn ctrl(c: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)
}

/// What is understood of `bytes` that come in pieces of `size`: what was typed and clicked, and answers.
fn hear_all(question: Question, bytes: &[u8], size: usize) -> (Vec<Event>, Answers) {
    let mut ear = Ear::new(question);
    let mut events: Vec<Event> = bytes.chunks(size).flat_map(|piece| ear.hear(piece)).collect();
    events.extend(ear.give_up());
    (events, ear.answers())
}

/// The keys of it.
fn hear(question: Question, bytes: &[u8], size: usize) -> (Vec<KeyEvent>, Answers) {
    let (events, answers) = hear_all(question, bytes, size);
    (events.iter().filter_map(Event::as_key_event).collect(), answers)
}

#[test]
fn the_mouse_is_heard_while_the_terminal_answers() {
    let answers = ask(ALL, Ambiguous::Wide);
    let (start, end) = answers.split_at(answers.iter().position(|byte| *byte == b'R').unwrap() + 1);
    let mouse =
        b"\x1b[<0;31;10M\x1b[<32;41;10M\x1b[<0;41;10m\x1b[<65;1;1M\x1b[<2;3;4M\x1b[<0;0;4M\x1b[<65;9M";
    for size in 1..40 {
        let (events, answers) = hear_all(ALL, &[start, mouse, end].concat(), size);
        let seen: Vec<_> = events.iter().filter_map(Event::as_mouse_event).collect();
        let places: Vec<_> = seen.iter().map(|event| (event.column, event.row)).collect();
        assert_eq!((events.len(), places), (4, vec![(30, 9), (40, 9), (40, 9), (0, 0)]));
        assert_eq!(seen.last().map(|event| event.kind), Some(MouseEventKind::ScrollDown));
        assert_eq!(answers.ambiguous, Some(Ambiguous::Wide));
    }
}

/// What the terminal of our tests answers to `question`.
fn ask(question: Question, ambiguous: Ambiguous) -> Vec<u8> {
    let mut emulator = Emulator::new(40, 10, Widths::new(ambiguous));
    emulator.feed(question.text().as_bytes());
    assert!(emulator.cells.iter().flatten().all(|cell| cell.as_deref() == Some(" ")), "something is left");
    std::mem::take(&mut emulator.said)
}

#[test]
fn a_terminal_is_understood_whatever_it_draws_wide() {
    for bits in 0..16 {
        let ambiguous = Ambiguous::by_class(|class| bits & (1 << class as u8) != 0);
        let answers = Answers { ambiguous: Some(ambiguous), ..Answers::default() };
        let question = Question { widths: true, ..Question::default() };
        assert_eq!(hear(question, &ask(question, ambiguous), 7), (vec![], answers));
    }
}

/// The two steps, asked of a terminal that has the protocol.
#[test]
fn a_terminal_with_text_sizing_is_found() {
    let mut emulator = Emulator::new(40, 10, Widths::new(Ambiguous::Narrow));
    emulator.sizes = true;
    emulator.feed(ALL.text().as_bytes());
    assert!(emulator.cells.iter().flatten().all(|cell| cell.as_deref() == Some(" ")), "something is left");
    let answers = Answers { ambiguous: Some(Ambiguous::Narrow), big: Some(true), ground: None };
    assert_eq!(hear(ALL, &emulator.said, 3), (vec![], answers));
}

#[test]
fn what_is_not_asked_is_not_answered() {
    let question = Question { big: true, ..Question::default() };
    let (_, answers) = hear(question, &ask(question, Ambiguous::Wide), 64);
    assert_eq!(answers.ambiguous, None);
    assert_eq!(Question::default().text(), "");
}

#[test]
fn the_ground_is_told_whatever_else_is_not() {
    let mut emulator = Emulator::new(40, 10, Widths::new(Ambiguous::Narrow));
    emulator.ground = Some("rgb:fafa/f0f0/e6e6");
    emulator.feed(ALL.text().as_bytes());
    let (keys, answers) = hear(ALL, &emulator.said, 3);
    assert_eq!((keys, answers.ground), (vec![], Some(Ground::Light)));
    assert_eq!(answers.ambiguous, Some(Ambiguous::Narrow));
    let ground = |said: &str| hear(Question { ground: true, ..Question::default() }, said.as_bytes(), 4);
    let dark = Answers { ground: Some(Ground::Dark), ..Answers::default() };
    assert_eq!(ground("\x1b]11;rgb:0000/2b2b/3636\x07\x1b[?6c"), (vec![], dark));
    // Another answer may begin in the midst of one; half an answer, or no colour, is none.
    assert_eq!(ground("\x1b]11;rgb:00\x1b]11;rgb:0000/2b2b/3636\x1b\\\x1b[?6c").1, dark);
    assert_eq!(ground("\x1b]11;pink\x07\x1b[?6c"), (vec![], Answers::default()));
    assert_eq!(ground("\x1b]11;rgb:0000/2b2b").1, Answers::default());
}

#[test]
fn small_and_dumb_terminals_are_not_asked() {
    let size = |width, height| Size { width, height };
    assert_eq!(ALL.for_terminal(size(80, 24), Some("xterm")), ALL);
    for (size, term) in [
        (size(80, 24), None),
        (size(80, 24), Some("")),
        (size(80, 24), Some("dumb")),
        (size(5, 24), Some("xterm")),
        (size(80, 3), Some("xterm")),
    ] {
        assert!(ALL.for_terminal(size, term).is_empty(), "{size:?} {term:?}");
    }
}

#[test]
fn only_both_steps_of_the_text_sizing_make_it_big() {
    let big =
        |answers: &str| hear(Question { big: true, ..Question::default() }, answers.as_bytes(), 64).1.big;
    assert_eq!(big("\x1b[3;3R\x1b[3;5R\x1b[?62c"), Some(true));
    // foot knows widths but not scales; others move by nothing.
    assert_eq!(big("\x1b[3;3R\x1b[3;4R\x1b[?62c"), Some(false));
    assert_eq!(big("\x1b[3;1R\x1b[3;1R\x1b[?62c"), Some(false));
    // Half an answer is none.
    assert_eq!(big("\x1b[3;3R\x1b[?62c"), None);
    assert_eq!(big("\x1b[3;3R\x1b[3;5R"), None);
}

#[test]
fn in_doubt_a_terminal_is_what_it_was_taken_for() {
    let widths = Question { widths: true, ..Question::default() };
    let many = |count: usize, answer: &str| format!("{}\x1b[?6c", answer.repeat(count));
    for answers in [
        String::new(),
        "\x1b[?6c".to_owned(),
        // Too few, too many, and no widths at all.
        many(3, "\x1b[3;3R"),
        many(90, "\x1b[3;3R"),
        many(SIGNS.len(), "\x1b[3;77R"),
        many(SIGNS.len(), "\x1b[3;0R"),
        // Another row is not ours: `CSI 1;2R` is a key.
        many(SIGNS.len(), "\x1b[1;3R"),
    ] {
        assert_eq!(hear(widths, answers.as_bytes(), 5).1, Answers::default(), "{answers:?}");
    }
    // Over a slow line the first answers are worth something.
    let (_, answers) = hear(widths, b"\x1b[3;3R\x1b[3;3R", 5);
    assert_eq!(answers.ambiguous, Some(Ambiguous::by_class(|class| class == Class::Marks)));
}

#[test]
fn what_was_typed_between_the_answers_is_kept() {
    let answers = String::from_utf8(ask(ALL, Ambiguous::Wide)).unwrap();
    let (start, end) = answers.split_at(answers.find("R\x1b").unwrap() + 1);
    let typed = "J3\r\x1b[B\u{4F60}\x06\x1bOP\x1b[5~\x1b[1;2R\tq";
    let keys = [
        KeyEvent::new(KeyCode::Char('J'), KeyModifiers::SHIFT),
        ch('3'),
        key(KeyCode::Enter),
        key(KeyCode::Down),
        ch('你'),
        ctrl('f'),
        key(KeyCode::F(1)),
        key(KeyCode::PageUp),
        KeyEvent::new(KeyCode::F(3), KeyModifiers::SHIFT),
        key(KeyCode::Tab),
        ch('q'),
    ];
    for size in 1..40 {
        let (heard, answers) = hear(ALL, [start, typed, end].concat().as_bytes(), size);
        assert_eq!(heard, keys, "in pieces of {size}");
        assert_eq!(answers.ambiguous, Some(Ambiguous::Wide));
    }
}

#[test]
fn keys_are_those_that_crossterm_makes() {
    let cases: &[(&[u8], &[KeyEvent])] = &[
        (b"\x1b", &[key(KeyCode::Esc)]),
        (b"\x1b\x1b", &[key(KeyCode::Esc), key(KeyCode::Esc)]),
        (b"\x1bj", &[key(KeyCode::Esc), ch('j')]),
        (b"\x1b[A\x1b[H\x1b[F", &[key(KeyCode::Up), key(KeyCode::Home), key(KeyCode::End)]),
        (
            b"\x1b[1~\x1b[4~\x1b[6~\x1b[3~",
            &[key(KeyCode::Home), key(KeyCode::End), key(KeyCode::PageDown), key(KeyCode::Delete)],
        ),
        (b"\x1b[11~\x1b[[A\x1bOP\x1b[P", &[key(KeyCode::F(1)); 4]),
        (b"\x1b[15~\x1b[17~\x1b[24~", &[key(KeyCode::F(5)), key(KeyCode::F(6)), key(KeyCode::F(12))]),
        (b"\x1b[1;5C", &[KeyEvent::new(KeyCode::Right, KeyModifiers::CONTROL)]),
        (b"\x1b[Z", &[key(KeyCode::BackTab)]),
        (b"\x03\x1a\x7f ", &[ctrl('c'), ctrl('z'), key(KeyCode::Backspace), ch(' ')]),
        // Not known, not valid, not finished: no key, and what comes after is one.
        (b"\x1b[<0;3;4M\x1b[?1u\x1b[201~a", &[ch('a')]),
        (b"\x1b[<64;30;9M\x1b[<0;3;4m\x1b[M `!a", &[ch('a')]),
        (b"\xff\xe4\xbda", &[ch('a')]),
        (b"a\x1b[5", &[ch('a')]),
        (b"a\xe4\xbd", &[ch('a')]),
        ("\u{9b}a".as_bytes(), &[ch('a')]),
    ];
    for (bytes, keys) in cases {
        for size in 1..8 {
            assert_eq!(hear(Question::default(), bytes, size).0, *keys, "{bytes:?} in pieces of {size}");
        }
    }
}

/// Nothing in a paste is a key or an answer's end, and what comes after it is a key.
#[test]
fn a_paste_is_one_piece_of_text() {
    for size in 1..20 {
        let (events, _) = hear_all(ALL, "j\x1b[200~铅\rq\x1b[B\x1b[201~k\x1b[200~half".as_bytes(), size);
        let expected = [Event::Key(ch('j')), Event::Paste("铅\rq\x1b[B".to_owned()), Event::Key(ch('k'))];
        assert_eq!(events, expected, "in pieces of {size}");
    }
}

#[test]
fn esc_is_a_key_once_nothing_follows() {
    let mut ear = Ear::new(ALL);
    assert_eq!(ear.hear(b"\x1b"), []);
    assert_eq!(ear.pause(), Some(Event::Key(key(KeyCode::Esc))));
    // But half an answer is none, however long it takes.
    assert_eq!(ear.hear(b"\x1b[3;"), []);
    assert_eq!(ear.pause(), None);
    assert_eq!(ear.hear(b"2R"), []);
    assert_eq!(ear.give_up(), []);
}

/// Bytes with much in them that looks like answers.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\x1b[3;2R",
            "\x1b[3;",
            "\x1b[?62;1;4c",
            "\x1b]11;rgb:ff/0/0\x07",
            "\x1b]11;rgb:ff/0/0\x1b\\",
            "\x1b]11;",
            "\x1b]",
            "\x1b[?",
            "\x1b[",
            "\x1b",
            "\x1b[1;2R",
            "R",
            "c",
            "3;2R",
            "头",
            "\x1b[A",
            "j",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// The bytes that `piece` stands for; the answers' as they are written as a rule.
fn written(piece: &Piece) -> Option<&[u8]> {
    match piece {
        Piece::Other(bytes) => Some(bytes),
        Piece::Column(_) | Piece::Ground(_) | Piece::Attributes => None,
    }
}

proptest! {
    /// Whatever comes and however it is cut: what is no answer is kept in order, and what is one is an answer.
    #[test]
    fn every_byte_is_part_of_an_answer_or_kept(bytes in bytes(), size in 1_usize..20) {
        let mut splitter = Splitter::default();
        let mut pieces: Vec<Piece> = bytes.chunks(size).flat_map(|piece| splitter.push(piece)).collect();
        pieces.push(Piece::Other(splitter.give_up()));
        let mut rest = bytes.as_slice();
        for piece in &pieces {
            let Some(kept) = written(piece) else {
                let ends = |byte: &u8| match piece {
                    Piece::Attributes => *byte == b'c',
                    Piece::Ground(_) => matches!(byte, b'\\' | 0x07),
                    _ => *byte == b'R',
                };
                let end = rest.iter().position(ends).unwrap() + 1;
                let (answer, after) = rest.split_at(end);
                if answer.starts_with(b"\x1b]11;") {
                    rest = after;
                    continue;
                }
                prop_assert!(answer.starts_with(b"\x1b[3;") || answer.starts_with(b"\x1b[?"), "{answer:?}");
                prop_assert!(answer[3..end - 1].iter().all(|byte| byte.is_ascii_digit() || *byte == b';'));
                rest = after;
                continue;
            };
            prop_assert!(rest.starts_with(kept), "{kept:?} is not the start of {rest:?}");
            rest = &rest[kept.len()..];
        }
        prop_assert_eq!(rest, b"");
    }

    /// No bytes make us panic, and how they are cut changes nothing.
    #[test]
    fn pieces_of_any_size_mean_the_same(bytes in bytes(), size in 1_usize..20) {
        prop_assert_eq!(hear(ALL, &bytes, size), hear(ALL, &bytes, usize::MAX));
    }

    /// Text that was typed comes back as it was.
    #[test]
    fn characters_are_keys(text in "[ -~一-龥é가-힣]{0,20}", size in 1_usize..7) {
        let mut keyboard = Keyboard::default();
        let events: Vec<Event> = text.as_bytes().chunks(size).flat_map(|piece| keyboard.push(piece)).collect();
        let keys = events.iter().filter_map(Event::as_key_event);
        let typed: String = keys.filter_map(|key| key.code.as_char()).collect();
        prop_assert_eq!(typed, text);
        prop_assert!(!keyboard.is_amid());
    }
}
