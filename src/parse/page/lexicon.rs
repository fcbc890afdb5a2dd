//! The vocabulary: the words by which a newspaper says what a line is, in the scripts it may be set in.
//!
//! All words are looked for in one pass over a line, so a longer list costs next to nothing: those that count at a line's
//! end are found by their last character, the others by their first.

mod built;

use super::chars::{is_closing, is_stop};
use super::kinds::{Kind, Kinds};

/// Where in a line a word must stand to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// At its start; an opening bracket may stand before.
    Start,
    /// Near its start: after a name of at most a dozen characters.
    Near,
    /// At its end; closing marks, colons and dashes may follow.
    End,
    /// Anywhere.
    Any,
}

macro_rules! vocabulary {
    ($($(#[doc = $doc:literal])* $name:ident, $at:ident: $words:literal;)*) => {
        /// A list of words that say the same of a line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Says {
            $($(#[doc = $doc])* $name,)*
        }

        const LISTS: &[(Says, At, &str)] = &[$((Says::$name, At::$at, $words),)*];
    };
}

vocabulary! {
    /// Somebody said: a kicker's end.
    SaidLast, End: "向社会公布 发布公告 发布通知 联合发文 印发通知 强调 強調 指出 要求 表示 提出 寄语 勉励 批示 指示 嘱托 宣布 呼吁 讲话时 会谈时 会见时";
    /// Somebody said, right after the name.
    SaidNear, Near: "强调 強調 指出 要求";
    /// Somebody was there: a deck's end.
    DidLast, End: "主持 主持会议 出席 讲话 講話 参加 致辞 致辭 宣读 列席 作报告 陪同 作总结 见证 主持召开会议 作批示";
    DidNear, Near: "主持会议 出席并 主持并 出席会议";
    /// First paragraphs open so.
    Opening, Start: "近日 日前 昨日 昨天 昨晚 今天 今日 连日来 連日來 近期 最近 近年来 近年來 本周 上周 今晨 前不久 不久前 清晨 初夏 盛夏 深秋 隆冬 （上接 (上接 （紧接 （接上";
    /// Closing notes open so, after their bracket.
    Note, Start: "作者 撰文 执笔 文字 来源 據 据 转自 摘自 摘编 原载 原載 完） 完) 记者 記者 编译 本文 参与 整理 译者 策划 统筹 图片";
    NoteAny, Any: "参与采写 采访整理 亦有贡献 阶段性研究成果 参与报道 參與報導 均据 均據 以上据 本报综合";
    /// Photo credits end so.
    CreditLast, End: "摄 攝 供图 供圖 供稿 摄影 攝影 摄影报道 攝影報導 制图 绘图 资料图 资料图片 資料圖片 撮影 摄（新华社发 新华社发 影像中国";
    CreditFirst, Start: "资料来源 資料來源 数据来源 ●資料來源 ●资料来源 文/ 图/ 文／ 图／ 圖／ 圖/ 摄影/ 制图/ 图片来源 图片由 撰文/ 文字整理 策划/ 统筹/ 文字： 文字/ 摄影： 制图： 绘图： 绘制： 写真＝ 写真/ Photo PHOTO";
    /// Captions open so.
    Picture, Start: "图为 圖為 图① 图② 图③ 上图 下图 左图 右图 题图 图片： 图片说明 图1 图2 图一 圖： 图： 图: ▲ △ ◀ ▼ 写真は 写真：";
    /// Boxed service texts have these.
    Notice, Any: "热线 熱線 公告 启事 啟事 通告 招聘 遗失 遺失 讣告 訃告 声明作废 咨询电话 联系电话 服务信息 お知らせ 订阅 投稿邮箱 招标 挂失 공고 알림";
    /// Weather and corrections, where a notice's head stands before.
    Forecast, Any: "℃ 多云 阵雨 晴间 转晴 东风 南风 西风 北风 空气质量 紫外线 湿度 》一文 应为";
    NoticeLast, End: "公开招聘 招聘简章 招生简章 公开招租 公开招标 公告 启事 啟事 通告 讣告 訃告 声明 声明書";
    /// Service texts are headed so.
    NoticeHead, End: "公告 公示 启事 啟事 通告 布告 预告 預告 预报 預報 敬告 敬告读者 敬告讀者 致读者 致讀者 更正与说明 更正说明 更正与致歉 更正及致歉 更正 勘误 勘誤 声明 聲明 指南 须知 須知 招租 招聘 招生 招募 招标 讣告 訃告 停水 停电 停電 停气 \
     今日天氣 天氣 昨日賽果 電視直播 环球市况 環球市況 今日活動 文訊 艺讯 藝訊 停水信息 停电信息 停气信息 停水通知 停电通知 停電通知 停气通知 检修通知 施工通知 放假通知 限行通知 征稿 徵稿 徵文 征文 寻人 寻物 講座 讲座 訊息 讯息 便民信息 便民提示 温馨提示 出行提示 生活提示 健康提示 气象服务 气象信息 读者服务 便民服务 服务信息 讲座信息 招聘信息 供求信息 路况信息 比赛结果 赛程 赛程表 开奖 开奖结果 服务台 服務台 一览表 时刻表 時刻表 日程表 节目表 节目单 天气 訃報 おくやみ 死去 告別式 人事 社長交代 空模様 あすの天気 天気と潮 ガイド 投稿規定 きょうの紙面 お断り おことわり 訂正 お知らせ お詫び 催し 天気";
    /// Columns of small things are headed so.
    Column, End: "社區動態 社区动态 速寫 短讯 短訊 短波 简明新闻 一句话新闻 资讯 資訊 简讯 簡訊 快讯 快訊 速览 速覽 速递 书讯 書訊 要闻 要聞 集锦 一束 图片新闻 圖片新聞 图片故事 圖片故事 图片 圖片 图说 圖說 漫画 漫畫 \
     メモ ナビ 記録室 当番医 知事の日程 きょうのスポーツ 天声人語 編集手帳 余録 産経抄 筆洗 卓上四季 正平調 大弦小弦 金口木舌 斜面 凡語 滴一滴 天風録 越山若水 水や空 有明抄 小社会 地軸 明窓 日報抄 三山春秋 雷鳴抄 時鐘 河北春秋 中日春秋 雑記帳 国際ミニ 首相の一日 首相動静 番記者 \
     とは ミニ情報 まちかど ワンショット 伝言板 掲示板 人の動き おくやみ お悔やみ 告知板 短信 火災 編集後記 编读往来 读者来信 来信照登 讀者投書 链接 鏈接 连结 連結 延伸阅读 延伸閱讀 战报 戰報 赛果 賽果 积分榜 積分榜 短信 拾零";
    /// The names of columns end so.
    Rubric, End: "札记 札記 手记 手記 笔记 筆記 史话 史話 见闻 見聞 深度 深度报道 深度報導 特别报道 特別報導 專題 专题 特稿 特写 特寫 专访 專訪 访谈 訪談 对话 對話 观察 觀察 \
     视点 視點 聚焦 论坛 論壇 今日谈 今日談 时评 時評 杂谈 雜談 随笔 隨筆 漫谈 漫談 锐评 銳評 快评 快評 短评 短評 微评 微評 社论 社論 社説 コラム 来论 來論 投書 一线 一線 纪事 紀事 往事 讲堂 講堂 课堂 \
     科普 小知识 知识窗 名词解释 小词典 小贴士 资料卡 背景 追踪 追蹤 解读 解讀 问答 問答 副刊 专栏 專欄 特刊 连载 連載 关键词 關鍵字 之窗 广角 廣角 纵横 縱橫 走笔 书架 书评 書評 影评 话题 話題 百科 大家谈 大家談 \
     有话说 微小說 观察家 新鲜事 系列报道 漫笔 微语 絮语 茶座 夜话 视线 视角 拾遗 掌故 直通车 面对面 进行时 直击 会客厅 大讲堂 放大镜 瞭望 短论 微言 小议 体验 體驗 调查 調查 点评 點評 评析 評析 时论 新论 摘编 观点 绝活 旧事 回音 回声 追问 话你知 話你知 行情 传真 说法 普法 小小说 微小说 散文 杂文 蹲点 走基层 看基层 基层行 问与答 我答 深读 悦读 有话 帮办 口述 连线 热议 声音 \
     余録 余滴 編集手帳 天声人語 春秋 筆洗 卓上四季 正平調 歌壇 俳壇 柳壇 論点 私の視点 オピニオン 書評 論壇 ルポ 特集 インタビュー 解説";
    /// The names of columns begin so.
    RubricFirst, Start: "走近 走进 探访 探秘 图说 圖說 一分钟 一分鐘 我家的 我与";
    /// A line of a head that says who did it or where opens so.
    Whose, Start: "我市 我省 我国 我县 我区 全市 全省 全国 全县 本市 本省 各地 各级 各社区 各部门 城区 专家 專家 法官 律师 警方 医生 民警 官方 网友 市民 記者 记者 有关部门 从 從 全程 国内 國內 首批 截至 此前 预计 預計 将于 将在";
    /// A deck says what kind of text it heads.
    DeckLast, End: "纪实 紀實 侧记 側記 综述 綜述 扫描 掠影 小记 诞生记 一览 回访 回望 探访 巡礼 启示 背后 活动 启动 啟動 举行 舉行 召开 提醒 上线 完成 开放 公布";
    /// A line of a head that says when or on what occasion ends so.
    Occasion, End: "轮 联合发起 联合印发 联合主办 之际 之際 前夕 来临 來臨 到来 临近 臨近 首日 期间 之后 大赛 联赛 锦标赛 公开赛 邀请赛 挑战赛 预选赛 球赛 世界杯 亚洲杯 全运会 奥运会 亚运会 博览会 交易会 展览会 答记者问 市民问 读者问 网友问 发布会 座谈会 推进会 动员会 调度会 启动会 工作会议 常务会议 常委会会议 现场会 会上 会议要求 以来 部署 会召开 会议召开 会举行 会议举行 活动举行 进展 成果";
    /// A line of a head that gives the details of the one before opens so.
    Detail, Start: "包括 包含 涵盖 重点 最多 最低 创 創 同比 环比 提前 惠及 覆盖 涉及 总投资 总金额 总额 总数 总量 总产 最高 最快 最大 最长 其中 平均 市民可 力争 位居 占 免 一位 一名 一张";
    /// A line of a head that says what the line before it did opens so.
    Deed, Start: "才是 才能 就是 就能 也是 也能 更是 正是 不是 不再 却是 还是 列入 入选 入選 获评 荣获 获得 亮相 走进 走出 在汉 在京 在我 在全 在省 在市 在各 正式 圆满 举行 舉行 召开 开幕 闭幕 落幕 圆满 顺利 成功";
    /// The same, after a short name.
    Does, Start: "装着 覆盖 实施 实为 月底 明晚 今晚 明日 明起 今起 今日 昨日 昨晚 推出 打造 锻造 构建 建设 推进 推动 助力 迎来 跑出 交出 成为 实现 完成 开展 启用 发出 发布 签署 通过 落地 揭牌 揭晓 举办 迈出 迈上 闯出 蹚出 激活 释放 点亮 擦亮 见证 守护 让 为 向 把";
    /// A title that asks without a mark.
    Question, Any: "为何 为什么 怎么 怎样 如何 何以 什么 多少 哪些 哪里";
    /// A letter to the paper opens so.
    Salute, Start: "编辑同志 編輯同志 编辑先生 編輯先生 编辑部： 编辑部: 编辑老师 記者先生 尊敬的编辑";
    ContactFirst, Start: "公司地址 办公地址 办公地点 现场办公地点 单位地址 报名电话 服务电话 电话 電話 联系 聯絡 地址 邮箱 邮编 传真 网址 热线 咨询 时间： 地点： 报名时间 报名地点 报名方式 展示时间 展示地点 监督电话 工商监督 咨询电话 户名 开户 账号： 帐号： 時間： 地點： Tel TEL";
    ContactLast, End: "协办 特约刊登 冠名 主办 承办";
    ContactAny, Any: "电话： 电话: 電話： 热线： 热线: @ www. http 邮编： 联系人";
    /// Another text on the matter stands elsewhere.
    SeeAlso, Any: "関連記事 相关评论 全文见 全文另见 报道见 报道详见 相关报道 更多报道 另见 全文刊";
    /// Somebody asks or answers.
    Speaker, Start: "问： 答： 问: 答: 记者： 記者： 记者: Q: A: Q： A： 主持人： 主持人:";
    /// Editor's notes are headed so.
    EditorsNote, Start: "核心阅读 核心提示 阅读提示 内容提要 内容摘要 编者按 編者按 编者的话 开栏的话 编者话 編者的話 开栏语";
    /// Who made the page.
    PageWork, Any: "责编 責編 责任编辑 責任編輯 校对 校對 版式 版面设计 美编 美編 检校 组版 审读 值班编辑 值班主任 本版编辑 报社地址 本报地址 社址 版采写 版撰文 版摄影 版文字 执行主编 编审 视觉 图编 值班总编 本版数据来源";
    /// Newspapers' names end so.
    Paper, End: "日报 晚报 早报 时报 日報 晚報 早報 時報 新报 商报 晨报 快报 周报 周刊 新聞 青年报 青年報 都市报 导报 法治报 신문 일보";
    Week, Any: "星期 曜日 周一 周二 周三 周四 周五 周六 周日 週一 （月） （火） （水） （木） （金） （土） （日） Monday Tuesday Wednesday Thursday Friday Saturday Sunday 요일";
    Lunar, Any: "农历 農曆 夏历 旧历 舊曆";
    /// Years by their two signs.
    LunarYear, Start: "壬辰年 癸巳年 甲午年 乙未年 丙申年 丁酉年 戊戌年 己亥年 庚子年 辛丑年 壬寅年 癸卯年 甲辰年 乙巳年 丙午年 丁未年";
    Issue, Any: "统一刊号 統一刊號 邮发代号 国内统一连续出版物号 今日零售价 主管主办 ISSN CN";
    Numbered, Any: "第 总第 總第 No. Nº";
    PagesToday, Start: "今日 本期 今天";
    /// The story goes on elsewhere, or comes from there.
    TurnsTo, Any: "下转 下轉 转第 轉第 面に続く 面へ続く 面につづく";
    TurnsFrom, Any: "上接 紧接第 接第 承接 面から続く 面からつづく 面の続き 面より続く";
    /// What a role ends with.
    Role, Any: "课题组 调研组 报道组 采访组 写作组 记者 記者 通讯员 通訊員 评论员 評論員 实习生 實習生 撰稿人 撰稿 主笔 主筆 编辑 編輯 摄影 攝影 特派员 特派員 编译 編譯 观察员 作者 撰文 整理 采写 供图 供圖 编导 研究员 論説委員 評論人 绘图 制图 執筆 执笔 기자 특파원 By BY";
    /// Reporters in brackets at a text's start.
    Reporter, Any: "记者 記者 通讯员 通訊員 实习生 實習生 评论员 評論員 特约";
    /// What a dateline ends with.
    Wire, Any: "电 電 讯 訊";
    /// Signs that a closer look asks for: without them there is nothing to look for.
    Figure, Any: "0 1 2 3 4 5 6 7 8 9 ０ １ ２ ３ ４ ５ ６ ７ ８ ９ 〇 零 一 二 三 四 五 六 七 八 九 十 廿 卅 百 千 ○";
    Year, Any: "年";
    Colon, Any: "： : ／ ｜ | 丨";
    Dot, Any: "· ・";
    /// What stands between the figures of a time of day or a score.
    Between, Any: ": ： ∶ - －";
}

/// The lists that had a word in a line, one bit each, and the kinds of characters that it has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Heard {
    lists: u64,
    kinds: Kinds,
}

impl Heard {
    /// Whether there is white space in the line.
    pub(super) const fn spaced(self) -> bool {
        self.has(&[Kind::Space])
    }

    /// Whether `list` had a word.
    pub(super) const fn any(self, list: Says) -> bool {
        self.lists >> list as u8 & 1 == 1
    }

    /// Whether the line has a character of one of `kinds`.
    pub(super) const fn has(self, kinds: &[Kind]) -> bool {
        self.kinds.any(kinds)
    }

    /// Whether the line has no character that is of none of `kinds`. A character of one of them and another besides counts
    /// as another.
    pub(super) const fn only(self, kinds: &[Kind]) -> bool {
        self.kinds.only(kinds)
    }

    /// The same words in a line of other characters.
    pub(super) const fn among(self, characters: Self) -> Self {
        Self { kinds: characters.kinds, ..self }
    }
}

/// A word of a list.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// Its first eight bytes: one comparison rules out most words.
    head: u64,
    /// Where it begins among the words of its list. (A pointer to it would have to be set right at every start.)
    from: u16,
    /// Its bytes.
    length: u8,
    list: Says,
    at: At,
}

impl Word {
    /// What fills a table before there are words in it.
    const NONE: Self = Self { head: 0, from: 0, length: 0, list: Says::SaidLast, at: At::Any };

    /// The word itself.
    #[inline]
    fn text(&self) -> &'static str {
        let from = usize::from(self.from);
        let words =
            LISTS.get(self.list as usize).and_then(|&(_, _, words)| words.get(from..from + self.len()));
        words.unwrap_or_default()
    }

    /// Its bytes.
    #[inline]
    fn len(&self) -> usize {
        usize::from(self.length)
    }

    /// Whether it stands at the start of `rest`, whose first bytes are `head`.
    #[inline]
    fn opens(&self, rest: &str, head: u64) -> bool {
        let beyond = 8_usize.saturating_sub(self.len()) * 8;
        (head ^ self.head) << beyond == 0 && (beyond > 0 || rest.starts_with(self.text()))
    }

    /// The bit of its list.
    const fn bit(&self) -> u64 {
        1 << self.list as u8
    }
}

/// The first eight bytes of `text` as a number; zeros where it has none.
#[inline]
fn head(text: &str) -> u64 {
    let bytes = text.as_bytes();
    bytes.first_chunk::<8>().map_or_else(
        || bytes.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte)),
        |first| u64::from_le_bytes(*first),
    )
}

/// What is known of the words that are found by one character.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The character; '\0' if there is none.
    c: char,
    /// Where they stand among all words: from, to.
    words: (u16, u16),
    /// The lists in which the character is a word, wherever it stands.
    alone: u64,
}

impl Slot {
    const EMPTY: Self = Self { c: '\0', words: (0, 0), alone: 0 };
}

/// How many slots an index has: a power of two, more than it has characters.
const SLOTS: usize = 1 << 10;

/// Words, found by a character.
#[derive(Debug)]
struct Index {
    words: &'static [Word],
    slots: &'static [Slot; SLOTS],
}

impl Index {
    /// The lists in which `c` alone is a word, and the other words found by it.
    #[inline]
    fn by(&self, c: char) -> (u64, &[Word]) {
        let mut place = built::place(c);
        loop {
            let slot = self.slots.get(place).copied().unwrap_or(Slot::EMPTY);
            if slot.c == c || slot.c == '\0' {
                let (from, to) = slot.words;
                let words = self.words.get(usize::from(from)..usize::from(to)).unwrap_or_default();
                return (slot.alone, words);
            }
            place = (place + 1) % SLOTS;
        }
    }
}

/// The words, arranged by where they must stand.
#[derive(Debug)]
struct Lexicon {
    /// Those that count at a line's start, by their first character.
    start: Index,
    /// Those that count at its end, by their last one.
    end: Index,
    /// Those that count elsewhere, by their first one.
    inside: Index,
    /// One bit for each character by which `inside` is asked: most others are ruled out by it.
    firsts: &'static [u64; FIRSTS],
}

/// Characters beyond these share the bits of others.
const FIRSTS: usize = 0x1_0000 / 64;

/// The compiler arranges it: at every start of the program it would take as long as a page is parsed in.
static LEXICON: Lexicon = Lexicon {
    start: Index { words: &built::START.words, slots: &built::START.slots },
    end: Index { words: &built::END.words, slots: &built::END.slots },
    inside: Index { words: &built::INSIDE.words, slots: &built::INSIDE.slots },
    firsts: &built::FIRST_BITS,
};

impl Lexicon {
    /// The lists that have a word at the very start of `text`.
    #[inline]
    fn opening(&self, text: &str) -> u64 {
        let Some(c) = text.chars().next() else { return 0 };
        let (_, words) = self.start.by(c);
        if words.is_empty() {
            return 0;
        }
        let head = head(text);
        let standing = words.iter().filter(|word| word.opens(text, head));
        standing.fold(0, |lists, word| lists | word.bit())
    }

    /// The lists that have a word at the end of `text`.
    #[inline]
    fn ending(&self, text: &str) -> u64 {
        let text = text.trim_end_matches(trails);
        let Some(c) = text.chars().next_back() else { return 0 };
        let (_, words) = self.end.by(c);
        let standing = words.iter().filter(|word| text.as_bytes().ends_with(word.text().as_bytes()));
        standing.fold(0, |lists, word| lists | word.bit())
    }

    /// Whether a word that counts inside a line may begin with `c`.
    #[inline]
    fn begins(&self, c: char) -> bool {
        let bits = self.firsts.get(c as usize / 64 % FIRSTS).copied().unwrap_or(0);
        bits >> (c as usize % 64) & 1 == 1
    }

    /// The lists that have a word at the start of `rest`, which begins with `c`, the `n`th character of its line.
    #[inline]
    fn inside(&self, c: char, rest: &str, n: usize) -> u64 {
        let (alone, words) = self.inside.by(c);
        if words.is_empty() {
            return alone;
        }
        let head = head(rest);
        let standing = words.iter().filter(|word| word.opens(rest, head));
        let counting = standing.filter(|word| word.at == At::Any || (2..=12).contains(&n));
        counting.fold(alone, |lists, word| lists | word.bit())
    }
}

/// Looks for every word of every list in `text`.
pub(super) fn hear(text: &str) -> Heard {
    let lexicon = &LEXICON;
    let mut lists = lexicon.opening(text) | lexicon.ending(text);
    if let Some(rest) = text.strip_prefix(['（', '(', '【', '〔', '［']) {
        lists |= lexicon.opening(rest);
    }
    let mut kinds = Kinds::default();
    for (n, (at, c)) in text.char_indices().enumerate() {
        kinds = kinds.with(Kinds::of(c));
        if lexicon.begins(c) {
            lists |= lexicon.inside(c, text.get(at..).unwrap_or_default(), n);
        }
    }
    Heard { lists, kinds }
}

/// Looks only at the start of `text`, for lines whose length says what they are.
pub(super) fn hear_start(text: &str) -> Heard {
    Heard { lists: LEXICON.opening(text), kinds: Kinds::default() }
}

/// Looks only at the end of `text`.
pub(super) fn hear_end(text: &str) -> Heard {
    Heard { lists: LEXICON.ending(text), kinds: Kinds::default() }
}

/// A line that breaks off in the middle of a clause: `一粒米的`, `六十年，`.
pub(super) fn breaks_off(text: &str) -> bool {
    text.ends_with([
        '的', '让', '讓', '把', '与', '與', '和', '在', '为', '從', '从', '之', 'の', 'が', 'は', 'を', 'に',
        'で', 'と', '，', ',', '：', ':',
    ])
}

/// Where in `text` the last word of `list` ends, whose words count anywhere.
pub(super) fn last_end(text: &str, list: Says) -> Option<usize> {
    let lexicon = &LEXICON;
    let begins = text.char_indices().filter(|&(_, c)| lexicon.begins(c));
    let ends = begins.filter_map(|(at, c)| {
        let rest = text.get(at..).unwrap_or_default();
        let (alone, words) = lexicon.inside.by(c);
        let alone = (alone >> list as u8 & 1 == 1).then(|| c.len_utf8());
        let listed = words.iter().filter(|word| word.list == list && rest.starts_with(word.text()));
        listed.map(Word::len).chain(alone).max().map(|length| at + length)
    });
    ends.max()
}

/// What may follow the last word of a line.
const fn trails(c: char) -> bool {
    is_closing(c) || is_stop(c) || matches!(c, '—' | '：' | ':' | '–' | '―' | ' ')
}

#[cfg(test)]
mod tests;
