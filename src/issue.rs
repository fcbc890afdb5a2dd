//! The model: an [`Issue`] is pages of articles, an [`Article`] is its heads and a body of blocks.
//!
//! It knows no file and no screen. Its serde form is the issue file (`newsprint-issue/1`); field names follow
//! schema.org's `PublicationIssue` and `NewsArticle` where those have one. Reading an issue file with good error
//! messages is [`crate::parse::json`]'s work.
//!
//! **Invariants.** Text stands as printed: nothing here is cut, folded or cleaned. Fields this version does not know
//! are kept in `extra` and written back.

mod extra;
mod few;
pub(crate) mod fold;
pub(crate) mod han;
mod position;
mod turns;

use serde::{Deserialize, Deserializer, Serialize};

pub use extra::Extra;
pub use few::Few;
pub use position::{Clusters, Part, Position};
pub use turns::turns;

/// The value of `format` in the files that this version writes.
pub const FORMAT: &str = "newsprint-issue/1";

/// One day's (or one number's) newspaper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// [`FORMAT`].
    pub format: String,
    /// The newspaper's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    /// The day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<jiff::civil::Date>,
    /// The issue number, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// A BCP 47 tag: `zh-Hans`, `zh-Hant`, `ja`, `ko`, `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where the text came from, in words or as an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The printed pages, in their order.
    pub pages: Vec<Page>,
    /// See [`Extra`].
    #[serde(flatten)]
    pub extra: Extra,
}

/// A printed page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The page's number as printed: `1`, `01`, `A5`.
    pub id: String,
    /// The page's name: `要闻`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What stands on the page, in reading order.
    #[serde(default, deserialize_with = "null_is_empty")]
    pub articles: Vec<Article>,
    /// See [`Extra`].
    #[serde(flatten)]
    pub extra: Extra,
}

/// A story, notice, advertisement, teaser or credits block: what the list pane lists.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// What it is.
    #[serde(default)]
    pub kind: Kind,
    /// 引题: the printed lines above the headline.
    #[serde(default, deserialize_with = "null_is_empty", skip_serializing_if = "is_empty")]
    pub kicker: Few<String>,
    /// 主题: the printed lines of the headline.
    #[serde(default, deserialize_with = "null_is_empty", skip_serializing_if = "Vec::is_empty")]
    pub headline: Vec<String>,
    /// 副题: the printed lines below the headline.
    #[serde(default, deserialize_with = "null_is_empty", skip_serializing_if = "is_empty")]
    pub deck: Few<String>,
    /// Who wrote it, as printed: `■本报记者 陈润 见习记者 徐志强`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<Box<str>>,
    /// The persons in the byline.
    #[serde(default, deserialize_with = "null_is_empty", skip_serializing_if = "is_empty")]
    pub authors: Few<Author>,
    /// How the body opens: `本报讯`. The body's text still has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Box<str>>,
    /// The text.
    #[serde(default, deserialize_with = "null_is_empty")]
    pub body: Vec<Block>,
    /// The page on which the story's first half stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continued_from: Option<Box<str>>,
    /// The page on which the story goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continued_to: Option<Box<str>>,
    /// See [`Extra`].
    #[serde(flatten)]
    pub extra: Extra,
}

/// One person of a byline.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Author {
    /// `本报记者`, `通讯员`, `Staff reporter`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The name, without the spaces that a two-character name is set with.
    pub name: String,
    /// See [`Extra`].
    #[serde(flatten)]
    pub extra: Extra,
}

/// What an [`Article`] is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A news story, a feature, a commentary.
    #[default]
    Story,
    /// 启事: a boxed service text, such as a hotline or an announcement.
    Notice,
    /// Somebody paid for it.
    Advertisement,
    /// 导读: a line that points to a story on another page.
    Teaser,
    /// Who made the page: 责编, 版式, 校对.
    Credits,
}

/// A piece of body.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: BlockKind,
    /// The text; for an image its description or address.
    #[serde(default, deserialize_with = "null_is_empty")]
    pub text: String,
    /// See [`Extra`].
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a [`Block`] is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// Running text.
    #[default]
    Paragraph,
    /// A head inside the body.
    Subhead,
    /// The words under a picture.
    Caption,
    /// Who wrote, took or edited it, at the end or beside a picture.
    Credit,
    /// A picture.
    Image,
}

/// Where an article stands in its issue: an index over all pages in reading order, from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleNo(pub usize);

impl Issue {
    /// An issue with no page.
    #[must_use]
    pub fn new() -> Self {
        Self {
            format: FORMAT.to_owned(),
            publication: None,
            date: None,
            number: None,
            language: None,
            source: None,
            pages: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Every article with the page it stands on, in reading order: the nth one is [`ArticleNo`]`(n)`.
    #[must_use]
    pub fn articles(&self) -> impl DoubleEndedIterator<Item = (&Page, &Article)> {
        self.pages.iter().flat_map(|page| page.articles.iter().map(move |article| (page, article)))
    }

    /// How many articles there are on all pages.
    #[must_use]
    pub fn article_count(&self) -> usize {
        self.pages.iter().map(|page| page.articles.len()).sum()
    }

    /// The article at `number` and its page.
    #[must_use]
    pub fn article(&self, number: ArticleNo) -> Option<(&Page, &Article)> {
        let mut left = number.0;
        for page in &self.pages {
            match page.articles.get(left) {
                Some(article) => return Some((page, article)),
                None => left -= page.articles.len(),
            }
        }
        None
    }
}

impl Default for Issue {
    fn default() -> Self {
        Self::new()
    }
}

impl Article {
    /// The parts that hold text, with that text, in reading order: heads first, then the body's blocks.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = (Part, &str)> {
        fn lines(lines: &[String], part: fn(usize) -> Part) -> impl DoubleEndedIterator<Item = (Part, &str)> {
            lines.iter().enumerate().map(move |(n, line)| (part(n), line.as_str()))
        }
        lines(&self.kicker, Part::Kicker)
            .chain(lines(&self.headline, Part::Headline))
            .chain(lines(&self.deck, Part::Deck))
            .chain(self.byline.iter().map(|byline| (Part::Byline, &**byline)))
            .chain(self.body.iter().enumerate().map(|(n, block)| (Part::Block(n), block.text.as_str())))
    }

    /// The text of `part`, as printed, if the article has that part.
    #[must_use]
    pub fn text(&self, part: Part) -> Option<&str> {
        match part {
            Part::Kicker(n) => self.kicker.get(n).map(String::as_str),
            Part::Headline(n) => self.headline.get(n).map(String::as_str),
            Part::Deck(n) => self.deck.get(n).map(String::as_str),
            Part::Byline => self.byline.as_deref(),
            Part::Block(n) => self.body.get(n).map(|block| block.text.as_str()),
        }
    }

    /// What stands for the article in a list: the headline's lines, else the kicker's or deck's, else the first
    /// block's text. Empty for an article without text.
    #[must_use]
    pub fn title(&self) -> Vec<&str> {
        let heads: [&[String]; 3] = [&self.headline, &self.kicker, &self.deck];
        if let Some(lines) = heads.into_iter().find(|lines| lines.iter().any(|line| !line.trim().is_empty()))
        {
            return lines.iter().map(String::as_str).collect();
        }
        let first = self.body.iter().map(|block| block.text.trim()).find(|text| !text.is_empty());
        first.into_iter().collect()
    }

    /// How many characters the body has, white space not counted: what a Chinese desk calls 字数.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.body.iter().flat_map(|block| block.text.chars()).filter(|c| !c.is_whitespace()).count()
    }

    /// How many words the body has, as white space divides them.
    #[must_use]
    pub fn words(&self) -> usize {
        self.body.iter().map(|block| block.text.split_whitespace().count()).sum()
    }
}

/// `null` where a list or a text is expected means that there is none.
fn null_is_empty<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    Option::<T>::deserialize(from).map(Option::unwrap_or_default)
}

fn is_empty<T>(list: &Few<T>) -> bool {
    list.is_empty()
}
