//! Styles as they are written: `bold red on #202020`.

use std::fmt;
use std::str::FromStr;

use super::problem::meant;
use super::said::{self, Said};

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// One of the terminal's sixteen, by its number: black, red, green, yellow, blue, magenta, cyan, white, and the
    /// same bright.
    Named(u8),
    /// Red, green, blue. Terminals that cannot show it show something near it, or nothing.
    Rgb(u8, u8, u8),
}

const COLOURS: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// What a style can have beside colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribute {
    /// Heavy.
    Bold,
    /// Faint.
    Dim,
    /// Slanted.
    Italic,
    /// Underlined.
    Underline,
    /// Text and ground swapped.
    Reverse,
}

const ATTRIBUTES: [(Attribute, &str); 5] = [
    (Attribute::Bold, "bold"),
    (Attribute::Dim, "dim"),
    (Attribute::Italic, "italic"),
    (Attribute::Underline, "underline"),
    (Attribute::Reverse, "reverse"),
];

/// How something looks. Written, it is a line of words; no words are the terminal's own style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    /// Each at most once, in their order.
    pub attributes: Vec<Attribute>,
    /// The colour of the text.
    pub text: Option<Colour>,
    /// The colour of the ground.
    pub ground: Option<Colour>,
}

impl FromStr for Style {
    type Err = Said;

    fn from_str(text: &str) -> Result<Self, Said> {
        let mut style = Self::default();
        let mut on_ground = false;
        for word in text.split_whitespace() {
            if let Some((attribute, _)) = ATTRIBUTES.iter().find(|(_, name)| *name == word) {
                style.attributes.push(*attribute);
                continue;
            }
            if word == "on" && !on_ground {
                on_ground = true;
                continue;
            }
            let place = if on_ground { &mut style.ground } else { &mut style.text };
            let Some(colour) = colour(word) else {
                let names = ATTRIBUTES.iter().map(|(_, name)| *name).chain(COLOURS);
                return Err(said::no_word_of_style(word, &meant(word, names)));
            };
            if place.replace(colour).is_some() {
                return Err(said::second_colour(word));
            }
        }
        if on_ground && style.ground.is_none() {
            return Err(said::no_ground());
        }
        style.attributes.sort_unstable();
        style.attributes.dedup();
        Ok(style)
    }
}

fn colour(word: &str) -> Option<Colour> {
    if let Some(number) = COLOURS.iter().position(|name| *name == word) {
        return u8::try_from(number).ok().map(Colour::Named);
    }
    if matches!(word, "gray" | "grey") {
        return Some(Colour::Named(8));
    }
    let digits = word.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some(Colour::Rgb(red, green, blue))
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(number) => f.write_str(COLOURS.get(usize::from(*number)).unwrap_or(&"white")),
            Self::Rgb(red, green, blue) => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name =
            |attribute: &Attribute| ATTRIBUTES.iter().find(|(of, _)| of == attribute).map(|(_, name)| *name);
        let mut words: Vec<String> = self.attributes.iter().filter_map(name).map(ToOwned::to_owned).collect();
        words.extend(self.text.map(|colour| colour.to_string()));
        words.extend(self.ground.map(|colour| format!("on {colour}")));
        f.write_str(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_read_and_written() {
        for (text, written) in [
            ("", ""),
            ("bold", "bold"),
            ("red  bold", "bold red"),
            ("bold red on #20A0ff underline", "bold underline red on #20a0ff"),
            ("on bright-black", "on bright-black"),
            ("grey reverse dim italic dim", "dim italic reverse bright-black"),
        ] {
            let style: Style = text.parse().unwrap();
            assert_eq!(style.to_string(), written);
            assert_eq!(written.parse(), Ok(style));
        }
    }

    #[test]
    fn a_wrong_style_says_which_word() {
        for (text, expected) in [
            ("blod red", "`blod` is neither a colour nor an attribute; did you mean `bold`?"),
            ("bright-rde", "`bright-rde` is neither a colour nor an attribute; did you mean `bright-red`?"),
            ("#12345", "`#12345` is neither a colour nor an attribute"),
            ("#中文", "`#中文` is neither a colour nor an attribute"),
            ("#+12345", "`#+12345` is neither a colour nor an attribute"),
            ("red blue", "`blue` is a second colour; a ground is written `red on blue`"),
            ("red on", "after `on` the colour of the ground is missing"),
            ("on on red", "`on` is neither a colour nor an attribute"),
        ] {
            assert_eq!(text.parse::<Style>().map_err(|said| said.en), Err(expected.to_owned()));
        }
    }
}
