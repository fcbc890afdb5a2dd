//! How fast an article is set: `cargo bench --bench typeset`. The throughput is in bytes of the article's text.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use newsprint::issue::{Article, Block};
use newsprint::parse;
use newsprint::typeset::{Columns, Language, Setting, breaks, set};

fn main() {
    divan::main();
}

/// About a megabyte in paragraphs.
const SIZE: usize = 1 << 20;

const PRINTED: &str = "　　活字印刷把一页文字拆成可以反复使用的单字，排版时按稿拣字，印完后拆版归架。\
1041年至1048年间，毕昇用胶泥刻字，火烧令坚；一百多年后，木活字也用于印书。今天的报纸早已不用铅字，\
可“版心”“天头”“地脚”这些词还在：一版分几栏、一行排多少字，仍旧是编辑每晚要回答的问题。\
铅字的大小叫“号”，五号字约合3.7毫米，一个铅字架上常备的汉字超过7,000个——拣字工人全凭记忆去找……";

const ASCII: &str = "    月球绕地球一周约27.3天,自转一周的时间与此相同,所以我们总是看到它的同一面;\
满月时太阳、地球、月球几乎在一条直线上,若恰好成一线,就会发生月全食(全食阶段最长约107分钟).\
月面温度白天可达127℃,夜间降到零下173℃.它叫\"月海\",其实没有一滴水.";

const LATIN: &str = "Movable type takes a page apart into letters that can be used again and again. A compositor \
sets them line by line, reads the proof, corrects it, and after printing puts every letter back in its case; the \
upper case holds the capitals. A daily paper of 12 pages took some 300,000 pieces of metal a night.";

fn article(paragraph: &str) -> (Article, usize) {
    let block = Block { text: paragraph.to_owned(), ..Block::default() };
    let count = SIZE / paragraph.len();
    (Article { body: vec![block; count], ..Article::default() }, count * paragraph.len())
}

/// One paragraph of the whole size.
fn unbroken(paragraph: &str) -> (Article, usize) {
    let text = paragraph.trim_start().repeat(SIZE / paragraph.len());
    let size = text.len();
    (Article { body: vec![Block { text, ..Block::default() }], ..Article::default() }, size)
}

fn bench(bencher: Bencher<'_, '_>, (article, size): (Article, usize), width: usize) {
    let language = Language::of(None, article.body.first().map_or("", |block| &block.text));
    let setting = Setting::new(Columns(width), language);
    bencher.counter(BytesCount::new(size)).bench(|| set(divan::black_box(&article), &setting));
}

#[divan::bench(args = [24, 40, 82])]
fn chinese(bencher: Bencher<'_, '_>, width: usize) {
    bench(bencher, article(PRINTED), width);
}

#[divan::bench(args = [82])]
fn chinese_in_one_paragraph(bencher: Bencher<'_, '_>, width: usize) {
    bench(bencher, unbroken(PRINTED), width);
}

#[divan::bench(args = [40, 82])]
fn chinese_with_ascii_marks(bencher: Bencher<'_, '_>, width: usize) {
    bench(bencher, article(ASCII), width);
}

/// The articles that are found in the pages in `tests/heldout`: every language and kind of mark a page has, many heads.
#[divan::bench(args = [40, 82])]
fn pages(bencher: Bencher<'_, '_>, width: usize) {
    let mut paths: Vec<_> = std::fs::read_dir("tests/heldout").into_iter().flatten().flatten().collect();
    paths.sort_unstable_by_key(std::fs::DirEntry::path);
    let mut articles: Vec<(Article, Setting)> = Vec::new();
    for path in paths.iter().map(std::fs::DirEntry::path) {
        let name = path.to_string_lossy();
        let Some(page) = std::fs::read(&path).ok().filter(|_| name.ends_with(".txt")) else { continue };
        let Ok(parsed) = parse::parse(&page, &name) else { continue };
        let language = Language::of(None, &String::from_utf8_lossy(&page));
        for page in parsed.issue.pages {
            let setting = Setting::new(Columns(width), language);
            articles.extend(page.articles.into_iter().map(|article| (article, setting)));
        }
    }
    let text = |(article, _): &(Article, Setting)| article.parts().map(|(_, text)| text.len()).sum::<usize>();
    bencher.counter(BytesCount::new(articles.iter().map(text).sum::<usize>())).bench(|| {
        for (article, setting) in &articles {
            divan::black_box(set(divan::black_box(article), setting));
        }
    });
}

#[divan::bench(args = [82])]
fn english(bencher: Bencher<'_, '_>, width: usize) {
    bench(bencher, article(LATIN), width);
}

#[divan::bench]
fn breaks_alone(bencher: Bencher<'_, '_>) {
    let text = PRINTED.repeat(SIZE / PRINTED.len());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| breaks::opportunities(divan::black_box(&text), Language::default()));
}

/// Fifty headlines, each too long for its line. The count is of headlines.
#[divan::bench(args = [10, 20])]
fn headlines(bencher: Bencher<'_, '_>, width: usize) {
    let marked = include_str!("../src/typeset/words/headlines.txt");
    let headlines: Vec<(Language, Article)> = marked
        .lines()
        .filter_map(|line| {
            let (tag, marked) = line.split_once('\t')?;
            let headline = vec![marked.replace(['|', '/'], "")];
            Some((Language::of(Some(tag), ""), Article { headline, ..Article::default() }))
        })
        .collect();
    bencher.counter(ItemsCount::new(headlines.len())).bench(|| {
        for (language, article) in &headlines {
            divan::black_box(set(divan::black_box(article), &Setting::new(Columns(width), *language)));
        }
    });
}
