//! bookmarks
