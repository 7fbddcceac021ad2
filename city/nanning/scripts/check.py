"""Checks the whole pack: counts, check digits, references between the files, nothing twice.

Run from the repository root; prints one line and exits 0, or stops at the first fault:

    python3 city/nanning/scripts/check.py
"""
import re
from collections import Counter
from datetime import date, timedelta

from divisions import COUNTS
from organisation import DEPARTMENTS, MORE_STAFF
from pack import PACK, read_csv, read_yaml, right_credit_code, right_identity

ROLES = {"window", "reviewer", "decider", "head", "supervisor", "editor", "approver", "system_admin",
         "security_admin", "audit_admin", "checker", "legal"}
PARENT_LEVEL = {"village": "town", "town": "county", "county": "city", "city": "region"}


def no_doubles(values, what):
    twice = [v for v, n in Counter(values).items() if n > 1]
    assert not twice, f"{what} twice: {twice[:5]}"


def same(found, expected, what):
    assert found == expected, f"{what}: {found}, expected {expected}"


def check_algorithms():
    """Against published codes: two citizen numbers of GB 11643, four public bodies."""
    assert right_identity("11010519491231002X") and right_identity("440524188001010014")
    for code in ("11450721MB15580811", "11450721348531435D", "12441500196720244T", "11370800MB28559184"):
        assert right_credit_code(code), code
    assert not right_identity("110105194912310021") and not right_credit_code("11450721MB15580812")


def check_divisions():
    rows = read_csv("divisions.csv")
    no_doubles((r["code"] for r in rows), "division")
    by_code = {r["code"]: r for r in rows}
    present = [r for r in rows if not r["valid_to"]]
    same(Counter(r["level"] for r in present),
         {"region": 1, "city": 1, "county": 12, "town": 138, "village": 1856}, "divisions")
    for unit, expected in COUNTS.items():
        same((sum(r["level"] == "town" and r["code"].startswith(unit) for r in present),
              sum(r["level"] == "village" and r["code"].startswith(unit) for r in present)), expected, unit)
    for r in rows:
        assert re.fullmatch(r"\d{12}", r["code"]) and r["name"], r
        if r["level"] != "region":
            same(by_code[r["parent"]]["level"], PARENT_LEVEL[r["level"]], f"level above {r['code']}")
        for key in ("valid_from", "valid_to"):
            if r[key]:
                date.fromisoformat(r[key])
        assert bool(r["valid_to"]) == bool(r["replaced_by"]), r
        if r["replaced_by"]:
            assert not by_code[r["replaced_by"]]["valid_to"], r
    for old, new in (("450127", "450181"), ("450122", "450110"), ("452122", "450181"), ("452125", "450110")):
        same(by_code[old + "000000"]["replaced_by"], new + "000000", old)
    return by_code


def check_areas(divisions):
    rows = read_csv("areas.csv")
    no_doubles((r["key"] for r in rows), "area")
    for r in rows:
        assert r["parent"] in divisions and (not r["gb_code"] or r["gb_code"] in divisions), r
        if r["gb_code"]:
            same(divisions[r["gb_code"]]["parent"], r["parent"], r["key"])


def check_hours(hours):
    assert hours["text"] and hours["weekdays"]
    for half in hours["weekdays"] + hours["saturday"]:
        assert re.fullmatch(r"\d\d:\d\d", half["from"]) and half["from"] < half["to"], half


def check_departments(divisions):
    entries = read_yaml("departments.yaml")["departments"]
    no_doubles((d["key"] for d in entries), "department")
    no_doubles((d["name"] for d in entries), "department name")
    no_doubles((d["credit_code"] for d in entries), "credit code")
    low = ("approval-", "town-", "village-")
    same({d["key"] for d in entries if not d["key"].startswith(low)},
         {d[0] for d in DEPARTMENTS} | {"organisation_office"}, "departments")
    same(sum(d["key"].startswith("town-") for d in entries), 138, "bodies of towns")
    same({d["key"] for d in entries if d["key"].startswith("approval-")}, {"approval-" + u for u in COUNTS}, "bureaus")
    for d in entries:
        assert d["division"] in divisions and right_credit_code(d["credit_code"]), d["key"]
        assert d["credit_code"][:2] in ("11", "12", "54") and d["credit_code"][2:8] == d["division"][:6], d["key"]
        assert re.fullmatch(r"\d\d", d["item_digits"]) and d["dept_type"] in (1, 2, 3, 9), d["key"]
        assert "示例" in d["address"] and re.fullmatch(r"12345|0771-00000\d\d", d["phone"]), d["key"]
        for p in d["predecessors"]:
            assert p["name"] and date.fromisoformat(p["valid_to"]) < date.fromisoformat(d["valid_from"] or "9999-01-01")
        check_hours(d["hours"])
    city = [d["item_digits"] for d in entries if d["division"] == "450100000000"]
    no_doubles(city, "item digits")
    return {d["key"]: d for d in entries}


def check_places(divisions, departments):
    entries = read_yaml("places.yaml")["places"]
    no_doubles((p["key"] for p in entries), "place")
    keys = {p["key"] for p in entries}
    assert {"civic-centre"} | {"district-" + u for u in COUNTS} <= keys
    windows = {}
    for p in entries:
        assert p["division"] in divisions and p["address"] and p["name"] and p["traffic"], p["key"]
        assert re.fullmatch(r"12345|0771-00000\d\d", p["phone"]), p["key"]
        check_hours(p["hours"])
        no_doubles((w["number"] for w in p["windows"]), f"window of {p['key']}")
        for w in p["windows"]:
            assert w["departments"] and set(w["departments"]) <= set(departments), w
            no_doubles(w["departments"], "department at a window")
            windows[f"{p['key']}/{w['number']}"] = set(w["departments"])
    for d in departments:
        assert d == "organisation_office" or any(d in served for served in windows.values()), f"no window for {d}"
    return keys, windows


def check_staff(divisions, departments, windows):
    entries = read_yaml("staff.yaml")["staff"]
    no_doubles((s["login"] for s in entries), "login")
    no_doubles((s["name"] for s in entries), "staff name")
    for s in entries:
        assert s["division"] in divisions and s["department"] in departments and s["post"], s["login"]
        assert s["roles"] and set(s["roles"]) <= ROLES, s["login"]
        assert bool(s["windows"]) == ("window" in s["roles"]) and set(s["windows"]) <= set(windows), s["login"]
    for key, d in departments.items():
        desks = [s for s in entries if s["department"] == key and s["login"].endswith("." + key)]
        roles = Counter(r for s in desks for r in s["roles"])
        more = key in MORE_STAFF
        keepers = {"editor": 1, "checker": 1, "legal": 1}
        if key == "organisation_office":
            expected = {"approver": 1}
        elif key.startswith("village-"):
            expected = {"window": 1, "reviewer": 1, "decider": 1}
        elif key.startswith("town-"):
            expected = {"window": 1, "reviewer": 1, "decider": 1, "editor": 1}
        elif key.startswith("approval-"):
            expected = {"window": 1, "reviewer": 1, "decider": 1} | keepers
        else:
            expected = {"window": 1 + more, "reviewer": 2 + more, "decider": 1 + more, "head": 1 + more} | keepers
            if key == "approval":
                expected["approver"] = 1
        same(roles, expected, f"staff of {key}")
        for s in desks:
            assert all(key in windows[w] for w in s["windows"]), s["login"]
    roles = Counter(r for s in entries for r in s["roles"])
    for role, number in (("supervisor", 2), ("approver", 3), ("system_admin", 1),
                         ("security_admin", 1), ("audit_admin", 1)):
        same(roles[role], number, role)
    city = {k for k, d in departments.items() if d["division"] == "450100000000"} - {"organisation_office"}
    for n in (1, 2, 3):
        clerk = next(s for s in entries if s["login"] == f"clerk.hall{n}")
        assert city <= set().union(*(windows[w] for w in clerk["windows"]))
    return {s["login"] for s in entries}


def check_people(divisions):
    rows = read_csv("people.csv")
    same(len(rows), 2000, "persons")
    no_doubles((p["id_number"] for p in rows), "citizen number")
    no_doubles((p["phone"] for p in rows if p["phone"]), "phone")
    heads = Counter(p["household"] for p in rows if p["relation"] == "户主")
    assert set(heads) == {p["household"] for p in rows} and set(heads.values()) == {1}, "a household has one head"
    for p in rows:
        number, village = p["id_number"], divisions[p["division"]]
        assert right_identity(number), number
        assert number[:6] + "000000" in divisions, number
        same(f"{number[6:10]}-{number[10:12]}-{number[12:14]}", p["birth"], "birth")
        same(p["sex"], "男" if int(number[16]) % 2 else "女", "sex")
        assert 900 <= int(number[14:17]) < 990, number
        assert date(1930, 1, 1) <= date.fromisoformat(p["birth"]) <= date(2018, 12, 31), number
        assert village["level"] == "village" and divisions[village["parent"]]["name"] in p["address"], number
        assert p["status"] in ("alive", "dead") and p["name"] and p["nation"] and p["relation"], number
        assert not p["phone"] or re.fullmatch(r"1990000\d{4}", p["phone"]), number
    used = {p["id_number"][:6] for p in rows}
    assert {"450127", "450122", "452122"} <= used
    assert 0.45 < sum(p["nation"] == "壮族" for p in rows) / len(rows) < 0.6
    assert 0 < sum(p["status"] == "dead" for p in rows) < 60
    return {p["id_number"]: p for p in rows}


def check_companies(divisions, people):
    rows = read_csv("companies.csv")
    same(len(rows), 500, "companies")
    no_doubles((c["credit_code"] for c in rows), "credit code")
    no_doubles((c["name"] for c in rows), "company name")
    for c in rows:
        assert right_credit_code(c["credit_code"]) and c["credit_code"][2:8] + "000000" in divisions, c
        assert "示例" in c["name"] and divisions[c["division"]]["level"] == "village", c
        owner = people[c["representative_id"]]
        assert owner["status"] == "alive", c
        born, begun = date.fromisoformat(owner["birth"]), date.fromisoformat(c["established"])
        assert (begun.year - born.year, begun.month) >= (18, born.month), c
        assert int(c["capital"]) > 0 and c["scope"] and c["kind"], c
        assert c["status"] in ("active", "deregistered", "revoked"), c
        assert re.fullmatch(r"1990000\d{4}", c["phone"]), c
    taken = {p["phone"] for p in people.values()} & {c["phone"] for c in rows}
    assert not taken, f"phones of persons and companies: {taken}"
    return [c["credit_code"] for c in rows]


def check_accounts(people, companies, staff):
    entries = read_yaml("accounts.yaml")["accounts"]
    no_doubles([a["login"] for a in entries] + list(staff), "login")
    same([a["id_number"] for a in entries if a["kind"] == "person"], list(people)[:8], "persons shown")
    same([a["credit_code"] for a in entries if a["kind"] == "legal"], companies[:4], "companies shown")


def days(ranges):
    found = []
    for r in ranges:
        day, last = date.fromisoformat(r["from"]), date.fromisoformat(r["to"])
        assert day <= last and r["name"], r
        while day <= last:
            found.append(day)
            day += timedelta(1)
    no_doubles(found, "day")
    return set(found)


def check_calendar():
    calendar = read_yaml("calendar.yaml")
    years, off, work = calendar["years"], set(), set()
    same(sorted(years), [2024, 2025, 2026, 2027], "years")
    for year, entry in years.items():
        this_off, this_work = days(entry["off"]), days(entry["work"])
        assert all(d.year == year for d in this_off | this_work) and not this_off & this_work, year
        assert all(d.weekday() > 4 for d in this_work), year
        assert entry["source"] and (entry["notice"] or entry["provisional"]), year
        off |= this_off
        work |= this_work
    same([y for y, e in years.items() if e["provisional"]], [2027], "provisional years")
    same(len(days(years[2027]["off"])), 13, "days of the regulation")  # article 2 of 2024-11-10

    regional = set()
    for year, entry in calendar["regions"]["45"].items():
        found = days(entry["off"])
        assert all(d.year == year for d in found) and len(found) == 2 and not found & off, year
        assert entry["unconfirmed"] in (True, False) and entry["source"], year
        regional |= found

    def workday(day, more_off=frozenset()):
        return day in work or (day.weekday() < 5 and day not in off and day not in more_off)

    def after(start, count, more_off=frozenset()):
        day = date.fromisoformat(start)
        while count:
            day += timedelta(1)
            assert day.year in years
            count -= workday(day, more_off)
        return day.isoformat()

    for year, number in ((2024, 251), (2025, 248), (2026, 248)):
        first = date(year, 1, 1)
        same(sum(workday(d) for d in (first + timedelta(n) for n in range(366)) if d.year == year), number, f"{year}")
    for start, count, end in (
            ("2024-02-08", 5, "2024-02-21"), ("2024-09-26", 20, "2024-10-29"), ("2025-01-24", 20, "2025-02-27"),
            ("2025-09-26", 5, "2025-10-10"), ("2026-01-30", 20, "2026-03-05"), ("2026-02-12", 5, "2026-02-26"),
            ("2026-04-30", 1, "2026-05-06"), ("2026-09-18", 20, "2026-10-22"), ("2024-04-09", 5, "2024-04-16")):
        same(after(start, count), end, f"{start}+{count}")
    same(after("2024-04-09", 5, regional), "2024-04-18", "Guangxi 2024-04-09+5")


def check_items(departments, places):
    """Only what the items say of departments and places; the loader checks the rest."""
    items = sorted((PACK / "items").glob("*.yaml"))
    for item in items:
        text = item.read_text(encoding="utf-8")
        for key in re.findall(r"^department: *(\S+)", text, re.M):
            assert key in departments, f"{item.name}: no department {key}"
        for line in re.findall(r"^windows: *\[(.*)\]", text, re.M):
            for key in filter(None, (k.strip() for k in line.split(","))):
                assert key in places, f"{item.name}: no place {key}"
    return len(items)


def main():
    check_algorithms()
    divisions = check_divisions()
    check_areas(divisions)
    departments = check_departments(divisions)
    places, windows = check_places(divisions, departments)
    staff = check_staff(divisions, departments, windows)
    people = check_people(divisions)
    companies = check_companies(divisions, people)
    check_accounts(people, companies, staff)
    check_calendar()
    items = check_items(departments, places)
    print(f"The pack is sound: {len(divisions)} divisions, {len(departments)} departments, {len(places)} places, "
          f"{len(staff)} staff, {len(people)} persons, {len(companies)} companies, {items} items looked at")


if __name__ == "__main__":
    main()
