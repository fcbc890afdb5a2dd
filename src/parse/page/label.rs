//! Labels: what a line is. And states: a label with what the path must remember of the article so far.

use serde::{Deserialize, Serialize};

/// What a line of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    /// 引题: a line above the headline.
    Kicker,
    /// 主题: a line of the headline.
    Headline,
    /// 副题: a line below the headline.
    Deck,
    /// 署名: who wrote it.
    Byline,
    /// A paragraph, or its first line.
    Paragraph,
    /// The rest of a paragraph that a column or a line's end cut.
    Continuation,
    /// A head inside the body.
    Subhead,
    /// The words under a picture.
    Caption,
    /// Who wrote, took or edited it, in the body; a closing dateline too.
    Credit,
    /// A line of a boxed service text.
    Notice,
    /// A line that points to another page.
    Teaser,
    /// What belongs to the page and not to a text: its heading, its makers.
    Furniture,
    /// The newspaper's name, the day, the number.
    Masthead,
}

impl Label {
    /// Its name in English, as `check` and a fix file write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kicker => "kicker",
            Self::Headline => "headline",
            Self::Deck => "deck",
            Self::Byline => "byline",
            Self::Paragraph => "paragraph",
            Self::Continuation => "continuation",
            Self::Subhead => "subhead",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Notice => "notice",
            Self::Teaser => "teaser",
            Self::Furniture => "furniture",
            Self::Masthead => "masthead",
        }
    }

    /// What the second piece of a wrapped line is, when the first is this.
    pub(super) const fn going_on(self) -> Self {
        match self {
            Self::Paragraph => Self::Continuation,
            other => other,
        }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// A state of the path.
///
/// A name that ends in `First` begins an article. `Dated` texts opened with a dateline, so none can close them: a text
/// has one dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum State {
    MastheadFirst,
    Masthead,
    FurnitureFirst,
    Furniture,
    KickerFirst,
    Kicker,
    HeadFirst,
    Head,
    Deck,
    Byline,
    /// A text without a headline.
    BareFirst,
    /// The same, with a dateline.
    BareDatedFirst,
    /// The first paragraph of a text that opens with its dateline.
    LeadDated,
    Lead,
    Para,
    ParaDated,
    Cont,
    ContDated,
    Sub,
    SubDated,
    Caption,
    CaptionDated,
    Credit,
    CreditDated,
    /// A closing dateline or note: the text is over.
    Tail,
    NoticeFirst,
    Notice,
    TeaserFirst,
    Teaser,
}

impl State {
    /// How many there are.
    pub(super) const COUNT: usize = 29;

    /// All of them, in their order.
    pub(super) const ALL: [Self; Self::COUNT] = [
        Self::MastheadFirst,
        Self::Masthead,
        Self::FurnitureFirst,
        Self::Furniture,
        Self::KickerFirst,
        Self::Kicker,
        Self::HeadFirst,
        Self::Head,
        Self::Deck,
        Self::Byline,
        Self::BareFirst,
        Self::BareDatedFirst,
        Self::LeadDated,
        Self::Lead,
        Self::Para,
        Self::ParaDated,
        Self::Cont,
        Self::ContDated,
        Self::Sub,
        Self::SubDated,
        Self::Caption,
        Self::CaptionDated,
        Self::Credit,
        Self::CreditDated,
        Self::Tail,
        Self::NoticeFirst,
        Self::Notice,
        Self::TeaserFirst,
        Self::Teaser,
    ];

    /// The label that a reader sees.
    pub(super) const fn label(self) -> Label {
        match self {
            Self::MastheadFirst | Self::Masthead => Label::Masthead,
            Self::FurnitureFirst | Self::Furniture => Label::Furniture,
            Self::KickerFirst | Self::Kicker => Label::Kicker,
            Self::HeadFirst | Self::Head => Label::Headline,
            Self::Deck => Label::Deck,
            Self::Byline => Label::Byline,
            Self::BareFirst
            | Self::BareDatedFirst
            | Self::LeadDated
            | Self::Lead
            | Self::Para
            | Self::ParaDated => Label::Paragraph,
            Self::Cont | Self::ContDated => Label::Continuation,
            Self::Sub | Self::SubDated => Label::Subhead,
            Self::Caption | Self::CaptionDated => Label::Caption,
            Self::Credit | Self::CreditDated | Self::Tail => Label::Credit,
            Self::NoticeFirst | Self::Notice => Label::Notice,
            Self::TeaserFirst | Self::Teaser => Label::Teaser,
        }
    }

    /// Whether a line in this state begins an article.
    pub(super) const fn starts(self) -> bool {
        matches!(
            self,
            Self::MastheadFirst
                | Self::FurnitureFirst
                | Self::KickerFirst
                | Self::HeadFirst
                | Self::BareFirst
                | Self::BareDatedFirst
                | Self::NoticeFirst
                | Self::TeaserFirst
        )
    }
}
