#!/usr/bin/env python3
"""Makes the tables of src/typeset/words/ from the sources that THIRD-PARTY.md names.

    pip install jieba==0.42.1 budoux==0.10.1
    python3 tools/words.py src/typeset/words

No network, no date and no chance is in it: the same sources make the same bytes. All numbers are little-endian; a
character is its UTF-16 unit (there are none above U+FFFF); a cost is minus the natural logarithm of a probability, in
tenths.

lexicon.bin      3 bytes a node, the words as a tree, depth first, grouped by first character:
                 depth (1 = second character) << 5 | cost, character. Cost: (tenths - 40) / 4, 31 = not a word.
characters.bin   10 bytes a character, ascending: character, its first node (3 bytes), then five costs: as a word of its
                 own (255 = never seen as one), first and last of a word of two, in a given name, as a surname (0 = none).
japanese.bin     9 bytes a feature, ascending: kind, three characters (0 where there are fewer), weight.
"""

import collections
import importlib.util
import json
import math
import pathlib
import struct
import sys

WORDS = 90_000
LONGEST = 6  # characters of a word; what is longer falls into words

# Family names of one character, the most frequent first. What else the dictionary has as a name is too often none.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊"
    "秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤屠鲁柳华俞施祝齐毕康伍倪殷樊兰翁庄颜柴章池梅盛葛岳骆牛耿关申聂焦左解柏祁米习竺阎佟詹裴"
    "霍翟耿凌"
)

# The kinds of japanese.bin, in the order that japanese.rs knows them by.
FEATURES = ["UW1", "UW2", "UW3", "UW4", "UW5", "UW6", "BW1", "BW2", "BW3", "TW1", "TW2", "TW3", "TW4"]


def package(name):
    """The folder of an installed package, without running it."""
    return pathlib.Path(importlib.util.find_spec(name).origin).parent


def is_han(word):
    return all("\u4e00" <= c <= "\u9fff" or c == "〇" for c in word)


def dictionary():
    """(word, times seen, part of speech) of every word that is all Han."""
    for line in (package("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, times, tag = line.split(" ")
        if is_han(word):
            yield word, int(times), tag


def tenths(nats, most=254):
    return max(1, min(most, round(nats * 10)))


def model(counts):
    """Cost of a character by how often it is seen in a place; one is added to each, for those never seen there."""
    total = sum(counts.values()) + 6000
    return lambda c: tenths(-math.log((counts.get(c, 0) + 1) / total))


def node_cost(nats):
    return max(0, min(30, round((nats - 4) / 0.4)))


def unit(c):
    return struct.pack("<H", ord(c))


def chinese(out):
    words = list(dictionary())
    all_times = math.log(sum(times for _, times, _ in words))
    nats = lambda times: all_times - math.log(max(times, 1))
    alone = {word: times for word, times, _ in words if len(word) == 1}
    ranked = sorted(((times, word) for word, times, _ in words if 2 <= len(word) <= LONGEST), reverse=True)
    lexicon = {word: times for times, word in ranked[:WORDS]}

    first, last, given, family = (collections.Counter() for _ in range(4))
    for word, _, tag in words:
        if len(word) == 2:
            first[word[0]] += 1
            last[word[1]] += 1
        if tag == "nr" and word[0] in SURNAMES and len(word) in (2, 3):
            family[word[0]] += 1
            given.update(word[1:])
    as_first, as_last, in_name = model(first), model(last), model(given)
    names = sum(family.values())
    as_surname = lambda c: tenths(-math.log((family[c] + 1) / names)) if c in SURNAMES else 0

    trees = collections.defaultdict(set)
    for word in lexicon:
        trees[word[0]].update(word[:end] for end in range(2, len(word) + 1))
    characters = {c for word in lexicon for c in word}
    nodes, records = bytearray(), bytearray()
    for c in sorted(characters):
        records += unit(c) + struct.pack("<I", len(nodes) // 3)[:3]
        own = tenths(nats(alone[c])) if c in alone else 255
        records += bytes([own, as_first(c), as_last(c), in_name(c), as_surname(c)])
        # A prefix sorts before the words it begins: this is the tree, depth first.
        for prefix in sorted(trees[c]):
            cost = node_cost(nats(lexicon[prefix])) if prefix in lexicon else 31
            nodes += bytes([(len(prefix) - 1) << 5 | cost]) + unit(prefix[-1])
    (out / "lexicon.bin").write_bytes(nodes)
    (out / "characters.bin").write_bytes(records)


def japanese(out):
    weights = json.loads((package("budoux") / "models" / "ja.json").read_text("utf-8"))
    rows = []
    for kind, name in enumerate(FEATURES):
        for text, weight in weights[name].items():
            row = (kind, *(ord(c) for c in text.ljust(3, "\0")))
            rows.append((row, struct.pack("<BHHHh", *row, weight)))
    (out / "japanese.bin").write_bytes(b"".join(packed for _, packed in sorted(rows)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    chinese(folder)
    japanese(folder)
    for path in sorted(folder.glob("*.bin")):
        print(f"{path.name:16} {path.stat().st_size:7} bytes")
