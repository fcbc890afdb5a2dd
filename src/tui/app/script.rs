//! The characters that a Chinese text is shown in.

use crate::tui::words;
use crate::typeset::Script;

use super::App;

impl App {
    /// Shows traditional texts in simplified characters, or as they are printed again. The reader's place stays.
    pub(super) fn toggle_script(&mut self) {
        let script = match self.look.setting.script {
            Script::AsPrinted => Script::Simplified,
            Script::Simplified => Script::AsPrinted,
        };
        self.look.setting.script = script;
        self.reading.set_script(script);
        self.contents.forget();
        let applies = Script::Simplified.of(self.reading.language()) == Script::Simplified;
        self.say(match script {
            Script::AsPrinted => &words::AS_PRINTED,
            Script::Simplified if applies => &words::IN_SIMPLIFIED,
            Script::Simplified => &words::NOT_TRADITIONAL,
        });
    }
}
