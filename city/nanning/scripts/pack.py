"""What the pack's scripts share: check digits, names, and the small part of YAML the pack is written in.

Not run by itself. Only the standard library, so that the pack can be made anywhere.
"""
import csv
from pathlib import Path

PACK = Path(__file__).resolve().parent.parent
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

SURNAMES = ("黄", 14, "韦", 11, "李", 9, "覃", 8, "陆", 7, "农", 6, "梁", 6, "陈", 6, "蒙", 4, "潘", 4, "林", 3,
            "刘", 3, "周", 3, "卢", 3, "莫", 3, "谢", 3, "杨", 3, "张", 3, "王", 3, "苏", 2, "邓", 2, "罗", 2,
            "何", 2, "蓝", 2, "滕", 2, "雷", 2, "石", 1, "闭", 1, "零", 1, "玉", 1, "甘", 1, "施", 1)
MALE = "伟强勇军杰涛明超志建国文光荣海宁春生德福永贵家兴立新振华东平忠信少锋俊宇浩然子轩承恩启航"
FEMALE = "芳娜敏静丽艳秀英兰凤梅燕玲桂花慧巧美红霞雪莲金小婷婉思雨欣怡佳彩月青春素珍琼玉洁梓涵"


def identity_check(seventeen):
    """Check character of a citizen number, GB 11643."""
    total = sum(int(d) * pow(2, 17 - i, 11) for i, d in enumerate(seventeen))
    return "10X98765432"[total % 11]


def organisation_check(eight):
    """Check character of an organisation code, GB 11714."""
    total = sum(int(c, 36) * w for c, w in zip(eight, (3, 7, 9, 10, 5, 8, 4, 2)))
    return "0123456789X0"[11 - total % 11]


def credit_check(seventeen):
    """Check character of a unified social credit code, GB 32100."""
    total = sum(CREDIT_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(seventeen))
    return CREDIT_ALPHABET[-total % 31]


def credit_code(kind_and_region, body):
    """Credit code from its first eight characters and the eight of the organisation code."""
    code = kind_and_region + body + organisation_check(body)
    return code + credit_check(code)


def right_identity(number):
    return len(number) == 18 and number[:17].isdigit() and identity_check(number[:17]) == number[17]


def right_credit_code(code):
    return (len(code) == 18 and all(c in CREDIT_ALPHABET for c in code)
            and organisation_check(code[8:16]) == code[16] and credit_check(code[:17]) == code[17])


def surname(random):
    return random.choices(SURNAMES[::2], weights=SURNAMES[1::2])[0]


def given_name(random, sex):
    letters = MALE if sex == "男" else FEMALE
    if random.random() < 0.1:
        return random.choice(letters)
    first, second = random.sample(letters, 2)
    return first + second


def read_csv(name):
    with open(PACK / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(name, header, rows):
    with open(PACK / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


# ---- YAML: block mappings and sequences, flow sequences and mappings, plain and double-quoted scalars

PLAIN_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"}


def _plain(text):
    if not text or text != text.strip() or text.lower() in PLAIN_WORDS:
        return False
    if text[0].isdigit() or text[0] in "-+.?,[]{}#&*!|>'\"%@`":
        return False
    return not any(part in text for part in ':#{}[],"\n')


def scalar(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return value if _plain(value) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(value):
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {flow(v)}" for k, v in value.items()) + "}"
    return scalar(value)


def block(entries):
    """A list of mappings, one key a line; lists of mappings below get one line each."""
    lines = []
    for entry in entries:
        mark = "  - "
        for key, value in entry.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                lines.append(f"{mark}{key}:")
                lines += ["      - " + flow(v) for v in value]
            else:
                lines.append(f"{mark}{key}: {flow(value)}")
            mark = "    "
    return "\n".join(lines) + "\n"


def write_yaml(name, comment, key, entries):
    head = "".join(f"# {line}\n" for line in comment) + f"schema: 1\nsample: true\n{key}:\n"
    (PACK / name).write_text(head + block(entries), encoding="utf-8")


class _Flow:
    """Reads one value written in flow style."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def value(self, inside=""):
        self._space()
        c = self.text[self.at]
        if c == "[":
            return self._sequence()
        if c == "{":
            return self._mapping()
        return self._scalar(inside)

    def _space(self):
        while self.at < len(self.text) and self.text[self.at] == " ":
            self.at += 1

    def _sequence(self):
        self.at += 1
        items = []
        while True:
            self._space()
            if self.text[self.at] == "]":
                self.at += 1
                return items
            items.append(self.value(",]"))
            self._space()
            if self.text[self.at] == ",":
                self.at += 1

    def _mapping(self):
        self.at += 1
        items = {}
        while True:
            self._space()
            if self.text[self.at] == "}":
                self.at += 1
                return items
            key = self.value(":")
            self._space()
            assert self.text[self.at] == ":", self.text
            self.at += 1
            assert key not in items, f"{key} twice: {self.text}"
            items[key] = self.value(",}")
            self._space()
            if self.text[self.at] == ",":
                self.at += 1

    def _scalar(self, stops):
        if self.text[self.at] == '"':
            self.at += 1
            out = ""
            while self.text[self.at] != '"':
                if self.text[self.at] == "\\":
                    self.at += 1
                out += self.text[self.at]
                self.at += 1
            self.at += 1
            return out
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in stops:
            self.at += 1
        word = self.text[start:self.at].strip()
        if word in ("true", "false"):
            return word == "true"
        if word == "null":
            return None
        return int(word) if word.isdigit() and (word == "0" or word[0] != "0") else word


def read_yaml(name):
    lines = []
    for line in (PACK / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            lines.append((len(line) - len(line.lstrip()), line.strip()))
    value, end = _block(lines, 0)
    assert end == len(lines), f"{name}: not understood from: {lines[end][1]}"
    return value


def _key(text):
    reader = _Flow(text)
    if text[0] in '[{':
        return None, None
    key = reader.value(":")
    if reader.at >= len(text) or text[reader.at] != ":":
        return None, None
    return key, text[reader.at + 1:].strip()


def _block(lines, at):
    indent = lines[at][0]
    if lines[at][1].startswith("- "):
        items = []
        while at < len(lines) and lines[at][0] == indent and lines[at][1].startswith("- "):
            rest = lines[at][1][2:]
            if _key(rest)[0] is None:
                items.append(_Flow(rest).value())
                at += 1
            else:
                lines[at] = (indent + 2, rest)
                item, at = _block(lines, at)
                items.append(item)
        return items, at
    items = {}
    while at < len(lines) and lines[at][0] == indent and not lines[at][1].startswith("- "):
        key, rest = _key(lines[at][1])
        assert key is not None, f"not a key: {lines[at][1]}"
        assert key not in items, f"{key} twice"
        at += 1
        if rest:
            items[key] = _Flow(rest).value()
        else:
            items[key], at = _block(lines, at)
    return items, at
