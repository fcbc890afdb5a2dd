//! The terminal's mouse: taken, given back, and its events as the reader has them.
//!
//! Asked for are presses, releases, the wheel, and motion while a button is down (mode 1002), in the form that has no
//! limit of columns (mode 1006). crossterm's own capture asks for every motion (1003) too, which would wake the program
//! for each cell that the pointer crosses.

use std::fmt;

use crossterm::Command;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::tui::action::{Mouse, MouseAction};

/// Whose the mouse is while the reader runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MouseOwner {
    /// The reader's: it scrolls and selects. The terminal's own selection takes Shift with it.
    Reader,
    /// The terminal's.
    #[default]
    Terminal,
}

/// Takes the mouse.
pub(super) struct Capture;

/// Gives the mouse back.
pub(super) struct Release;

impl Command for Capture {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1002h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

impl Command for Release {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1006l\x1b[?1002l")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        crossterm::event::DisableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// What `event` is to the reader, who has one button and one wheel.
pub(super) fn of(event: MouseEvent) -> Option<Mouse> {
    let what = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAction::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseAction::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseAction::Release,
        MouseEventKind::ScrollDown => MouseAction::Wheel(1),
        MouseEventKind::ScrollUp => MouseAction::Wheel(-1),
        _ => return None,
    };
    Some(Mouse { x: event.column, y: event.row, what })
}
