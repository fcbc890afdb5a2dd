//! The sample issues, compiled into the program so that an installed `newsprint` has something to show.

/// Name and bytes of each. The names are those of the files in `issues/`.
const SAMPLES: [(&str, &[u8]); 3] = [
    ("huozi-2026-10-18-p1.txt", include_bytes!("../../issues/huozi-2026-10-18-p1.txt")),
    ("kappan-2026-10-18.json", include_bytes!("../../issues/kappan-2026-10-18.json")),
    ("galley-2026-10-18.json", include_bytes!("../../issues/galley-2026-10-18.json")),
];

/// The samples' names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SAMPLES.iter().map(|(name, _)| *name)
}

/// The bytes of the sample called `name`.
pub(super) fn find(name: &str) -> Option<&'static [u8]> {
    SAMPLES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}
