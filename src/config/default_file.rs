//! The commented file that `newsprint config --init` writes.

use std::fmt::Write;

use super::options::Config;
use super::registry::Registry;

const HEAD: &str = "\
# newsprint: the settings. A line with a # right before a name shows a default: take the # away and change it.
# `newsprint config` says what is in force and where it comes from.
";

const STYLES: &str = "\
# Your own styles, over the theme's; shown are those of \"auto\". A style is a line of words: bold, dim,
# italic, underline, reverse; a colour; and `on` with the colour of the ground, as in
# \"bold red on #202020\". Colours: black, red, green, yellow, blue, magenta, cyan, white, the same with
# bright- before it, gray, or #rrggbb. \"\" is no style.
";

const KEYS: &str = "\
# The keys of each action. A list here replaces the action's keys; [] takes them all away. A key is the
# character that it types (\"J\", \"?\"), or Space, Enter, Esc, Tab, Backspace, Delete, Insert, Up, Down,
# Left, Right, Home, End, PgUp, PgDn, F1 to F12; or Ctrl-f and the like. One key cannot do two things in
# one place. Digits choose an article.
";

/// What stands before a default.
pub(super) const MARK: &str = "#";

/// The file, with every option and its default.
#[must_use]
pub fn default_file(registry: &Registry) -> String {
    let mut out = HEAD.to_owned();
    let mut table = "";
    for option in Config::default().options() {
        heading(&mut out, &mut table, option.table);
        out.push('\n');
        for line in option.about.lines() {
            let _ = writeln!(out, "# {line}");
        }
        let _ = writeln!(out, "{MARK}{} = {}", option.name, option.slot.write());
    }
    for (of, about, entries) in [("theme", STYLES, &registry.styles), ("keys", KEYS, &registry.actions)] {
        heading(&mut out, &mut table, of);
        let _ = write!(out, "\n{about}");
        for entry in entries {
            let _ = writeln!(out, "{MARK}{} = {}  # {}", entry.name, entry.default, entry.about);
        }
    }
    out
}

/// A table's heading is no comment: it changes nothing, and what is put in force below it belongs to it.
fn heading<'a>(out: &mut String, table: &mut &'a str, of: &'a str) {
    if *table != of {
        *table = of;
        let _ = write!(out, "\n[{of}]\n");
    }
}
