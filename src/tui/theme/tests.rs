use super::*;
use crate::config::{Choice, Registry};

fn config(text: &str) -> Config {
    let registry = Registry { styles: registry(ThemeName::Auto), ..Registry::default() };
    config::parse(text, &registry).unwrap()
}

fn theme(text: &str) -> Theme {
    *Themes::of(&config(text), Colours::Sixteen).on(None)
}

#[test]
fn without_settings_the_theme_is_the_old_one() {
    assert_eq!(theme(""), Theme::new(Colours::Sixteen));
    assert_eq!(theme("theme.name = \"plain\""), Theme::new(Colours::None));
}

#[test]
fn a_style_of_ones_own_goes_over_the_theme() {
    let own =
        theme("[theme]\nname = \"dark\"\nheadline = \"bold italic #20a0ff on bright-black\"\nmeta = \"\"");
    let expected = Style::new().bold().italic().fg(Color::Rgb(0x20, 0xA0, 0xFF)).bg(Color::DarkGray);
    assert_eq!(own.headline, expected);
    assert_eq!(own.meta, Style::new());
    assert_eq!(own.status, theme("theme.name = \"dark\"").status);
}

#[test]
fn without_colours_no_theme_has_any_and_attributes_stay() {
    for (_, name, _) in ThemeName::ALL {
        let text = format!("[theme]\nname = \"{name}\"\nkey = \"underline blue on #ffffff\"");
        for ground in [None, Some(Ground::Light), Some(Ground::Dark)] {
            let mut theme = *Themes::of(&config(&text), Colours::None).on(ground);
            assert_eq!(theme.key, Style::new().underlined());
            assert!(theme.fields().iter().all(|(_, field, _)| field.fg.is_none() && field.bg.is_none()));
        }
    }
}

#[test]
fn high_contrast_has_nothing_dim() {
    let mut theme = theme("theme.name = \"high-contrast\"");
    assert!(theme.fields().iter().all(|(_, field, _)| !field.add_modifier.contains(Modifier::DIM)));
}

/// What the registry says of a theme's styles makes that theme again.
#[test]
fn the_registry_tells_the_styles_of_a_theme() {
    for (name, word, _) in ThemeName::ALL {
        let entries = registry(*name);
        let lines: Vec<String> =
            entries.iter().map(|entry| format!("{} = {}\n", entry.name, entry.default)).collect();
        let told = theme(&format!("[theme]\n{}", lines.concat()));
        assert_eq!(told, theme(&format!("theme.name = \"{word}\"")));
    }
}

#[test]
fn only_auto_follows_the_ground() {
    for (_, name, _) in ThemeName::ALL {
        let of =
            |colours| Themes::of(&config(&format!("[theme]\nname = \"{name}\"\nmeta = \"blue\"")), colours);
        assert_eq!(of(Colours::Sixteen).differ(), *name == "auto", "{name}");
    }
    let auto = Themes::of(&config(""), Colours::Sixteen);
    for (ground, name) in [(Ground::Light, "light"), (Ground::Dark, "dark")] {
        assert_eq!(*auto.on(Some(ground)), theme(&format!("theme.name = \"{name}\"")));
    }
    assert!(Themes::of(&config(""), Colours::None).on(Some(Ground::Dark)).bookmark.fg.is_none());
}
