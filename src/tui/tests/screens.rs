//! Screens as pictures.

use super::*;

#[track_caller]
pub(super) fn assert_picture(bench: &Bench, expected: &str) {
    let trimmed = |text: &str| text.trim_matches('\n').to_owned();
    let (actual, expected) = (trimmed(&bench.picture()), trimmed(expected));
    assert!(actual == expected, "the screen is\n{actual}\nand should be\n{expected}");
}

#[test]
fn list_and_body_stand_side_by_side_from_80_columns() {
    let mut bench = Bench::new(issue(), 80, 14);
    bench.press("l");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第1版 要闻                              1/4
 第1版 要闻               │                 一张报纸的早晨——
▌1 铅字醒来               │
▌  “第一版”付印           │                     铅字醒来
▌  ■本报印史组 · 627字    │                   “第一版”付印
 2 木星在黄昏升起         │
   ■本报天文组 · 24字     │                   ■本报印史组
 第2版 副刊               │
 3 纸的一千九百年         │     第 1段。铅字排进版框，一行接着一行，排字工人用
   17字                   │ 手指就能读出反字；印张落下来，油墨还没有干，城市已
 4 启事：本版图片征集中。 │ 经醒了。
   11字                   │     第 2段。铅字排进版框，一行接着一行，排字工人用
                          │ 手指就能读出反字；印张落下来，油墨还没有干，城市已
                           27% 余2分  全期24%    ? 帮助  / 搜索  m 书签  q 退出
",
    );
}

#[test]
fn a_narrow_terminal_begins_with_the_list() {
    let mut bench = Bench::new(issue(), 44, 12);
    bench.press("");
    assert_picture(
        &bench,
        "
 2026年10月18日 星期日   第1版 要闻     1/4
 第1版 要闻
▌1 铅字醒来
▌  “第一版”付印
▌  ■本报印史组 · 627字
 2 木星在黄昏升起
   ■本报天文组 · 24字
 第2版 副刊
 3 纸的一千九百年
   17字
 4 启事：本版图片征集中。
             ? 帮助  / 搜索  m 书签  q 退出
",
    );
}

#[test]
fn and_shows_the_article_that_was_opened() {
    let mut bench = Bench::new(issue(), 44, 12);
    bench.press("<Enter>");
    assert_picture(
        &bench,
        "
 2026年10月18日 星期日   第1版 要闻     1/4
              一张报纸的早晨——

                  铅字醒来
                “第一版”付印

                ■本报印史组

      第 1段。铅字排进版框，一行接着一行，
  排字工人用手指就能读出反字；印张落下来，
  油墨还没有干，城市已经醒了。
      23%    ? 帮助  / 搜索  m 书签  q 退出
",
    );
}

#[test]
fn wide_ambiguous_characters_break_nothing_and_the_signs_are_ascii() {
    let mut bench = Bench::with(issue(), 80, 10, look(Tongue::English, Ambiguous::Wide));
    bench.press("m");
    assert_picture(
        &bench,
        "
 活字日报   Sunday, 18 October 2026   Page 1, 要闻                          1/4
 Page 1, 要闻             |*                一张报纸的早晨——
>1 铅字醒来              *|
>  “第一版”付印         |                     铅字醒来
>  ■本报… · 627 chars  |                   “第一版”付印
 2 木星在黄昏升起         |
   ■本报天… · 24 chars |                   ■本报印史组
 Page 2, 副刊             |
 3 纸的一千九百年         |     第 1段。铅字排进版框，一行接着一行，排字工人用
 bookmark kept
",
    );
}

#[test]
fn the_bookmarks_show_where_and_what() {
    let mut bench = Bench::new(issue(), 80, 10);
    bench.press("lddmJmB");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第1版 要闻                              2/4
 书签                                                                  Esc 关闭
 活字日报  2026年10月18日 星期日  第1版
▌  木星在黄昏升起                                                          刚才
▌  木星在黄昏升起 ■本报天文组 本报讯 今晚八点，木星升上东方，亮度超过所有恒星。
   铅字醒来 “第一版”付印                                                   刚才
   手指就能读出反字；印张落下来，油墨还没有干，城市已经醒了。 第2段。铅字排进…


                                 e 批注  t 标签  o 全文  / 筛选  ? 帮助  q 退出
",
    );
}

#[test]
fn help_is_the_key_table() {
    let mut bench = Bench::new(issue(), 80, 10);
    bench.press("?");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第1版 要闻                              1/4
 按键                                                                  Esc 关闭
 阅读
   Space          往下读，篇末转下篇
   b              往回读
   J ]            下一篇
   K [            上一篇
   Tab            列表／正文
   h ←            到列表
                                                     Space 更多  ? 帮助  q 退出
",
    );
}

#[test]
fn a_very_small_terminal() {
    let mut bench = Bench::new(issue(), 20, 5);
    bench.press("<Enter>");
    assert_picture(
        &bench,
        "
 第1版 要闻     1/4
一张报纸的早晨——

    铅字醒来
 3%  ? 帮助  q 退出
",
    );
}

#[test]
fn three_rows() {
    let mut bench = Bench::new(issue(), 6, 3);
    bench.press("<Enter>");
    assert_picture(
        &bench,
        "
一张
报纸的
 0%
",
    );
}

#[test]
fn the_body_alone_is_centred() {
    let mut bench = Bench::new(issue(), 120, 8);
    bench.press("2<Enter>z");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第1版 要闻                                                                      2/4
                                                    木星在黄昏升起

                                                      ■本报天文组

                        本报讯 今晚八点，木星升上东方，亮度超过所有恒星。

                                                                        100%  全期95%    ? 帮助  / 搜索  m 书签  q 退出
",
    );
}

#[test]
fn one_cell_draws_something_or_nothing_but_never_breaks() {
    assert_picture(&Bench::new(issue(), 1, 1), "▌");
}

/// Bookmarks on both pages, one with a note and tags.
fn desk(width: u16, height: u16) -> Bench {
    let mut bench = Bench::new(issue(), width, height);
    bench.press("M铅与火<Enter>2<Enter>m3<Enter>mBGt印刷 史<Enter>g");
    bench
}

#[test]
fn the_bookmarks_on_a_small_screen() {
    let mut bench = desk(40, 12);
    bench.press("/印刷");
    assert_picture(
        &bench,
        "
 2026年10月18日 星期日   第2版 副刊 3/4
 书签                   1/3
 活字日报  2026年10月18日 星期日  第1版
▌  铅字醒来 “第一版”付印           刚才
▌  一张报纸的早晨—— 铅字醒来 “第一版”…
▌  #印刷 #史 铅与火





 筛选：印刷_                          1
",
    );
}

#[test]
fn a_heading_stands_above_the_first_card_wherever_the_list_is_scrolled() {
    let mut bench = desk(40, 8);
    bench.press("G");
    assert_picture(
        &bench,
        "
 2026年10月18日 星期日   第2版 副刊 3/4
 书签                          Esc 关闭
 活字日报  2026年10月18日 星期日
▌  第1版  铅字醒来 “第一版”付印    刚才
▌  一张报纸的早晨—— 铅字醒来 “第一版”…
▌  #印刷 #史 铅与火

         o 全文  / 筛选  ? 帮助  q 退出
",
    );
}

#[test]
fn all_of_a_bookmark() {
    let mut bench = desk(80, 24);
    let made = &mut bench.desk.kept_at(2).made;
    *made = jiff::Timestamp::UNIX_EPOCH;
    bench.press("BBGo");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第2版 副刊                              3/4
 书签全文                                                              Esc 关闭
                    活字日报  2026年10月18日 星期日  第1版

                                  铅字醒来
                                “第一版”付印

      一张报纸的早晨—— 铅字醒来 “第一版”付印 ■本报印史组 第1段。铅字排进版框，
  一行接着一行，排字工人用手指就能读出反…
      批注：铅与火
      标签：#印刷 #史
      加于 1970-01-01 00:00 UTC，原刊 first











                                 e 批注  t 标签  o 全文  / 筛选  ? 帮助  q 退出
",
    );
}

#[test]
fn the_bookmarks_on_a_large_screen() {
    let mut bench = desk(120, 40);
    bench.press("Ge");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第2版 副刊                                                                      3/4
 书签
 活字日报  2026年10月18日 星期日
   第2版  纸的一千九百年                                                                                           刚才
   纸的一千九百年 蔡伦改进造纸术，是在公元105年。
   第1版  木星在黄昏升起                                                                                           刚才
   木星在黄昏升起 ■本报天文组 本报讯 今晚八点，木星升上东方，亮度超过所有恒星。
▌  第1版  铅字醒来 “第一版”付印                                                                                    刚才
▌  一张报纸的早晨—— 铅字醒来 “第一版”付印 ■本报印史组 第1段。铅字排进版框，一行接着一行，排字工人用手指就能读出反…
▌  #印刷 #史 铅与火





























 批注：铅与火_                                                                                       Enter 存  Esc 不存
",
    );
}

#[test]
fn the_question_at_the_end() {
    let mut bench = desk(80, 24);
    bench.desk.failing = Some("cannot write the bookmarks to /home/reader/.config/newsprint/bookmarks.json (No space left on device): free some space".to_owned());
    bench.press("qq");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第2版 副刊                              3/4
 书签
                                  书签未能存盘

  cannot write the bookmarks to /home/reader/.config/newsprint/bookmarks.json
  (No space left on device): free some space
    按 Enter 把全部书签另存到下面的文件，以后可用 newsprint bookmarks import
  读回；按 Esc 退出，未存的书签会打印出来。















 另存为：/home/reader/newsprint-bookmarks.json_
",
    );
}

#[test]
fn the_question_at_the_end_can_be_read_on_a_small_screen() {
    let mut bench = Bench::new(issue(), 20, 5);
    bench.desk.failing = Some("cannot write the bookmarks: free some space".to_owned());
    bench.press("mqq");
    let mut read = String::new();
    for _ in 0..20 {
        read.push_str(&bench.picture());
        bench.press("<Down>");
    }
    assert!(read.contains("Esc 退出"), "{read}");
    assert!(bench.picture().contains("另存为"), "the line is still typed");
}

#[test]
fn a_terminal_made_smaller_and_larger_again_at_once_is_drawn_anew() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("j");
    let shown = |bench: &Bench| picture(bench.terminal.backend().buffer());
    let before = shown(&bench);
    // Both are over before we hear of the first.
    bench.terminal.backend_mut().resize(40, 10);
    bench.terminal.backend_mut().resize(100, 20);
    assert_ne!(shown(&bench), before);
    bench.run([Input::Resized(Size { width: 100, height: 20 })]);
    assert_eq!(shown(&bench), before);
}
