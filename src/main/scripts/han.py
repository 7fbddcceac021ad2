#!/usr/bin/env python3
"""Makes src/main/resources/org/yongtong/catalogue/find/han.txt, what the search knows of Chinese characters, from
the Unicode Han Database (Unicode License). On Debian the package unicode-data brings it. From the repository root:

    python3 src/main/scripts/han.py /usr/share/unicode

Lines of the result: "= traditional simplified traditional simplified …", then one line for each syllable without
tone (ü is v): "syllable characters"; a character with several readings stands in several lines, and in the line of
its first reading before the bar.
"""
import bz2, collections, re, sys, unicodedata

folder = sys.argv[1]
target = "src/main/resources/org/yongtong/catalogue/find/han.txt"
FIRST, LAST = 0x4E00, 0x9FFF


def fields(name):
    with bz2.open(f"{folder}/{name}.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, key, value = line.rstrip("\n").split("\t")
                number = int(code[2:], 16)
                if FIRST <= number <= LAST:
                    yield chr(number), key, value


def plain(syllable):
    text = unicodedata.normalize("NFD", syllable)
    text = "".join(c for c in text if c == "\u0308" or not unicodedata.combining(c))
    text = text.replace("u\u0308", "v").replace("e\u0302", "e").replace("\u0308", "")
    return text if re.fullmatch("[a-z]+", text) else None


readings = collections.defaultdict(list)
sources = collections.defaultdict(dict)
for character, key, value in fields("Unihan_Readings.txt"):
    if key in ("kMandarin", "kTGHZ2013", "kHanyuPinlu"):
        sources[character][key] = value
for character, said in sources.items():
    found = said.get("kMandarin", "").split()[:1]
    found += [s for part in said.get("kTGHZ2013", "").split() for s in part.split(":")[1].split(",")]
    found += [part.split("(")[0] for part in said.get("kHanyuPinlu", "").split()]
    for syllable in map(plain, found):
        if syllable and syllable not in readings[character]:
            readings[character].append(syllable)

# Characters that are written in simplified text too: 乾 of 乾坤, 著 of 著作, 藉 of 狼藉, 瞭 of 瞭望.
KEPT = set("乾著藉瞭徵於")
simplified = {}
for character, key, value in fields("Unihan_Variants.txt"):
    if key == "kSimplifiedVariant" and character not in KEPT:
        others = [chr(int(v[2:], 16)) for v in value.split()]
        if character not in others and FIRST <= ord(others[0]) <= LAST:
            simplified[character] = others[0]
# Variants in daily use in Hong Kong and Taiwan that the database does not list as traditional.
simplified |= dict(zip("裏裡佔僱週唸羣峯牀麪綫衞菸産遊爲",
                       "里里占雇周念群峰床面线卫烟产游为"))
simplified = {a: b for a, b in simplified.items() if a != b}

first, other = collections.defaultdict(list), collections.defaultdict(list)
for character in sorted(readings):
    for i, syllable in enumerate(readings[character]):
        (other if i else first)[syllable].append(character)
with open(target, "w", encoding="utf-8") as out:
    out.write("= " + "".join(a + b for a, b in sorted(simplified.items())) + "\n")
    for syllable in sorted(set(first) | set(other)):
        out.write(f"{syllable} {''.join(first[syllable])}|{''.join(other[syllable])}\n")
print(f"{len(simplified)} traditional characters, {len(readings)} with a reading, "
      f"{sum(len(r) > 1 for r in readings.values())} with several, {len(set(first) | set(other))} syllables")
