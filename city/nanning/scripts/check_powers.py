"""Checks powers/: ids, codes, references, and the graph of steps each flow chart is drawn from.

Run from the repository root; prints one line and exits 0, or stops at the first fault:

    python3 city/nanning/scripts/check_powers.py
"""
import re
from collections import Counter
from datetime import date

from pack import PACK, read_yaml

KINDS = {"penalty": "02", "coercion": "03", "levy": "04", "inspection": "06"}
SECTION = {"penalty": "punishment", "levy": "levy", "inspection": "check"}
ENDING = {"penalty": "的处罚", "coercion": "的行政强制", "levy": "征收", "inspection": "检查"}
MUST = ["id", "name", "kind", "base_code", "objects", "bases", "exercise", "levels", "steps", "responsibility",
        "accountability", "complain", "rights"]
MAY = ["division_of_powers", "limits", "discretion", "punishment", "levy", "check"]
CATCH_ALL = ("其他材料", "其它材料", "其他资料", "其他证明", "其他文件", "有关材料", "有关证明", "有关资料", "相关材料",
             "相关证明", "相关资料", "相关文件", "等材料", "等证明", "等资料", "等文件")
WAYS = ("双随机抽查", "日常检查", "专项检查")
WHAT = ("cancelled", "delegated", "taken_over")


def no_doubles(values, what):
    twice = [v for v, n in Counter(values).items() if n > 1]
    assert not twice, f"{what} twice: {twice[:5]}"


def words(value):
    """Every text in a value, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from words(part)
    elif isinstance(value, str):
        yield value


def check_steps(where, steps):
    ids = [s["id"] for s in steps]
    no_doubles(ids, f"{where}: step")
    assert 5 <= len(steps) <= 9, f"{where}: {len(steps)} steps"
    follows = {s["id"]: s["next"] for s in steps}
    for s in steps:
        assert re.fullmatch(r"[a-z][a-z_]*", s["id"]), f"{where}: step {s['id']}"
        assert s["name"] and s["body"] and s["basis"] and 0 < len(s["duty"]) <= 200, f"{where}: step {s['id']}"
        assert ("days" in s) == ("unit" in s), f"{where}: step {s['id']} has days or a unit alone"
        assert s.get("unit", "working") in ("working", "calendar") and s.get("days", 1) > 0, f"{where}: {s['id']}"
        no_doubles(s["next"], f"{where}: after {s['id']}")
        for after in s["next"]:
            assert after in follows, f"{where}: no step {after}"
    starts = set(ids) - {after for nexts in follows.values() for after in nexts}
    assert starts == {ids[0]}, f"{where}: one start, and it stands first: {sorted(starts)}"
    seen, open_ends = set(), [ids[0]]
    while open_ends:
        step = open_ends.pop()
        if step not in seen:
            seen.add(step)
            open_ends += follows[step]
    assert seen == set(ids), f"{where}: never reached: {sorted(set(ids) - seen)}"
    ends = {step for step in ids if not follows[step]}
    assert ends, f"{where}: no step ends"
    finishing = set(ends)
    while True:
        more = {step for step in ids if finishing & set(follows[step])} - finishing
        if not more:
            break
        finishing |= more
    assert finishing == set(ids), f"{where}: goes round for ever: {sorted(set(ids) - finishing)}"


def check_discretion(where, discretion):
    assert "示例裁量阶次" in discretion["note"], f"{where}: the note says that the grades are samples"
    assert [g["grade"] for g in discretion["grades"]] == ["从轻", "一般", "从重"], f"{where}: grades"
    for g in discretion["grades"]:
        assert g["situation"] and g["measure"], f"{where}: {g['grade']}"


def check_power(power, department):
    where = power.get("id", "power without id")
    missing = [k for k in MUST if k not in power]
    unknown = [k for k in power if k not in MUST + MAY]
    assert not missing and not unknown, f"{where}: missing {missing}, unknown {unknown}"
    kind = power["kind"]
    assert kind in KINDS and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", where), where
    assert len(power["name"]) <= 60 and power["name"].endswith(ENDING[kind]), f"{where}: {power['name']}"
    assert kind == "levy" or power["name"].startswith("对"), f"{where}: {power['name']}"
    code = power["base_code"]
    assert re.fullmatch(r"(00|45)\d{10}", code) and code[2:4] == KINDS[kind], f"{where}: code {code}"
    assert code[4:6] == department["item_digits"] and 720 <= int(code[6:9]) <= 799, f"{where}: code {code}"
    assert code[9:] == "000", f"{where}: code {code}"
    assert power["objects"] and set(power["objects"]) <= {"person", "legal"}, f"{where}: objects"
    assert power["levels"] and set(power["levels"]) <= {"city", "county", "town"}, f"{where}: levels"
    assert ("division_of_powers" in power) == (len(power["levels"]) > 1), f"{where}: division of powers"
    assert len(power["exercise"]) <= 300 and len(power.get("division_of_powers", "")) <= 300, f"{where}: too long"
    assert power["bases"], f"{where}: no basis"
    for b in power["bases"]:
        assert set(b) == {"law", "number", "article", "text"} and len(b["text"]) <= 260, f"{where}: {b['article']}"
        assert re.match(r"第[一二三四五六七八九十百零]+条", b["article"]), f"{where}: {b['article']}"
    if "limits" in power:
        limits = power["limits"]
        assert limits["days"] > 0 and limits["unit"] in ("working", "calendar") and limits["basis"], f"{where}: limits"
    check_steps(where, power["steps"])
    assert 4 <= len(power["responsibility"]) <= 7 and 2 <= len(power["accountability"]) <= 4, f"{where}: duties"
    for entry in power["responsibility"] + power["accountability"]:
        assert set(entry) == {"text", "basis"} and entry["text"] and entry["basis"], f"{where}: {entry}"
    for key in SECTION.values():
        assert (key in power) == (SECTION.get(kind) == key), f"{where}: {key} and {kind} do not go together"
    if "discretion" in power:
        assert kind == "penalty", f"{where}: grades belong to penalties"
        check_discretion(where, power["discretion"])
    if kind == "inspection":
        assert power["check"]["way"] in WAYS and power["check"]["frequency"] and power["check"]["items"], where
    if kind == "levy":
        assert power["levy"]["item"] and power["levy"]["standard"] and power["levy"]["reduction"], where
    if kind == "penalty":
        assert power["punishment"]["act"] and power["punishment"]["kinds"] and power["punishment"]["range"], where
    assert re.fullmatch(r"12345|0771-00000\d\d", power["complain"]["phone"]), f"{where}: phone"
    rights = power["rights"]
    assert rights["review"]["body"] and rights["review"]["days"] == 60 and rights["review"]["basis"], where
    assert rights["litigation"]["court"] and rights["litigation"]["months"] == 6, where
    for text in words(power):
        caught = [phrase for phrase in CATCH_ALL if phrase in text]
        assert not caught, f"{where}: catch-all wording {caught}: {text[:40]}"


def check_changes(departments):
    entries = read_yaml("powers/changes.yaml")["changes"]
    no_doubles((c["name"] for c in entries), "change")
    for c in entries:
        assert c["department"] in departments and c["what"] in WHAT, c["name"]
        assert c["reason"] and c["basis"] and date.fromisoformat(c["date"]), c["name"]
        assert ("to" in c) == (c["what"] != "cancelled"), f"{c['name']}: who holds it now"
    return len(entries)


def main():
    departments = {d["key"]: d for d in read_yaml("departments.yaml")["departments"]}
    powers = []
    for path in sorted((PACK / "powers").glob("*.yaml")):
        if path.name == "changes.yaml":
            continue
        file = read_yaml(f"powers/{path.name}")
        assert file["schema"] == 1 and file["sample"] is True, path.name
        assert file["department"] == path.stem and path.stem in departments, path.name
        for power in file["powers"]:
            check_power(power, departments[path.stem])
            powers.append((path.stem, power))
    no_doubles((p["id"] for _, p in powers), "id")
    no_doubles((p["name"] for _, p in powers), "name")
    no_doubles((p["base_code"] for _, p in powers), "base code")
    for item in (PACK / "items").glob("*.yaml"):
        taken = re.search(r'^base_code: *"(\d{12})"', item.read_text(encoding="utf-8"), re.M)
        assert not taken or taken[1] not in {p["base_code"] for _, p in powers}, f"{item.name}: code used by a power"
    kinds = Counter(p["kind"] for _, p in powers)
    changes = check_changes(departments)
    counted = ", ".join(f"{kinds[kind]} of kind {kind}" for kind in KINDS)
    print(f"The powers are sound: {len(powers)} over {len({d for d, _ in powers})} departments ({counted}), "
          f"{changes} changes")


if __name__ == "__main__":
    main()
