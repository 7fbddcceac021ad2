"""Writes departments.yaml, places.yaml and staff.yaml. Deterministic; reads divisions.csv.

Run from the repository root:

    python3 city/nanning/scripts/organisation.py
"""
from random import Random

from pack import credit_code, given_name, read_csv, surname, write_yaml

CITY = "450100000000"

# key, name, short name, department digits of item codes
DEPARTMENTS = [
    ("approval", "南宁市行政审批局", "市行政审批局", "98"),
    ("development_reform", "南宁市发展和改革委员会", "市发展改革委", "04"),
    ("education", "南宁市教育局", "市教育局", "05"),
    ("science_technology", "南宁市科学技术局", "市科技局", "06"),
    ("industry_information", "南宁市工业和信息化局", "市工信局", "07"),
    ("ethnic_religious", "南宁市民族宗教事务委员会", "市民宗委", "41"),
    ("public_security", "南宁市公安局", "市公安局", "09"),
    ("civil_affairs", "南宁市民政局", "市民政局", "11"),
    ("justice", "南宁市司法局", "市司法局", "12"),
    ("finance", "南宁市财政局", "市财政局", "13"),
    ("human_resources", "南宁市人力资源和社会保障局", "市人社局", "14"),
    ("natural_resources", "南宁市自然资源局", "市自然资源局", "15"),
    ("ecology_environment", "南宁市生态环境局", "市生态环境局", "16"),
    ("housing_construction", "南宁市住房和城乡建设局", "市住建局", "17"),
    ("transport", "南宁市交通运输局", "市交通运输局", "18"),
    ("water", "南宁市水利局", "市水利局", "19"),
    ("agriculture", "南宁市农业农村局", "市农业农村局", "20"),
    ("commerce", "南宁市商务局", "市商务局", "21"),
    ("culture_tourism", "南宁市文化广电和旅游局", "市文广旅局", "22"),
    ("health", "南宁市卫生健康委员会", "市卫健委", "23"),
    ("veterans", "南宁市退役军人事务局", "市退役军人局", "24"),
    ("emergency", "南宁市应急管理局", "市应急局", "25"),
    ("audit", "南宁市审计局", "市审计局", "26"),
    ("market_regulation", "南宁市市场监督管理局", "市市场监管局", "31"),
    ("state_assets", "南宁市国有资产监督管理委员会", "市国资委", "28"),
    ("sports", "南宁市体育局", "市体育局", "33"),
    ("statistics", "南宁市统计局", "市统计局", "34"),
    ("medical_security", "南宁市医疗保障局", "市医保局", "36"),
    ("urban_management", "南宁市城市管理综合行政执法局", "市城管执法局", "37"),
    ("parks", "南宁市市政和园林管理局", "市市政园林局", "38"),
    ("forestry", "南宁市林业局", "市林业局", "64"),
    ("tax", "国家税务总局南宁市税务局", "市税务局", "30"),
    ("housing_fund", "南宁住房公积金管理中心", "市公积金中心", "96"),
    ("data", "南宁市数据局", "市数据局", "95"),
    ("disabled_federation", "南宁市残疾人联合会", "市残联", "72"),
    ("press_publication", "南宁市新闻出版局", "市新闻出版局", "27"),
    ("foreign_affairs", "南宁市外事办公室", "市外办", "02"),
    ("fire", "南宁市消防救援支队", "市消防救援支队", "62"),
]

# Bodies authorised by law that are not organs of government: credit code beginning 12, dept_type 2.
INSTITUTIONS = {"housing_fund", "disabled_federation"}

# Which bodies became which in the reform of 2018 and 2019, and the last day of each. Only the year
# is known: the last day of 2018 stands for it. The tax offices were joined on 2018-07-05.
REFORM = "2018-12-31"
PREDECESSORS = {
    "market_regulation": [("南宁市工商行政管理局", REFORM), ("南宁市质量技术监督局", REFORM),
                          ("南宁市食品药品监督管理局", REFORM)],
    "tax": [("南宁市国家税务局", "2018-07-04"), ("南宁市地方税务局", "2018-07-04")],
    "natural_resources": [("南宁市国土资源局", REFORM), ("南宁市规划管理局", REFORM)],
    "ecology_environment": [("南宁市环境保护局", REFORM)],
    "health": [("南宁市卫生和计划生育委员会", REFORM)],
    "justice": [("南宁市法制办公室", REFORM)],
    "industry_information": [("南宁市工业和信息化委员会", REFORM)],
    "housing_construction": [("南宁市城乡建设委员会", REFORM), ("南宁市住房保障和房产管理局", REFORM)],
    "data": [("南宁市大数据发展局", "2023-12-31")],
}
VALID_FROM = {key: "2019-01-01" for key in PREDECESSORS} | {
    "tax": "2018-07-05", "data": "2024-01-01",
    "medical_security": "2019-01-01", "emergency": "2019-01-01", "veterans": "2019-01-01",
}
VALID_FROM.pop("justice")  # kept its name, took over another body's work

UNITS = [("450102", "兴宁区"), ("450103", "青秀区"), ("450105", "江南区"), ("450107", "西乡塘区"),
         ("450108", "良庆区"), ("450109", "邕宁区"), ("450110", "武鸣区"), ("450123", "隆安县"),
         ("450124", "马山县"), ("450125", "上林县"), ("450126", "宾阳县"), ("450181", "横州市")]

# Towns whose villages and communities have posts too, so that the last level can be tried.
VILLAGES_OF = ("450103001000", "450110102000")

ROADS = ["青秀区民族大道", "青秀区金浦路", "青秀区锦春路", "良庆区玉洞大道", "良庆区五象大道", "青秀区东葛路",
         "江南区星光大道", "西乡塘区大学路", "兴宁区朝阳路", "青秀区竹溪大道"]
MORNING, AFTERNOON = {"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "17:00"}
HOURS = {"text": "工作日 9:00—12:00，13:00—17:00", "weekdays": [MORNING, AFTERNOON], "saturday": []}
HALL_HOURS = {"text": "工作日 9:00—12:00，13:00—17:00；星期六 9:00—12:00（法定节假日除外）",
              "weekdays": [MORNING, AFTERNOON], "saturday": [MORNING]}

ALL = [d[0] for d in DEPARTMENTS]
HALL_WINDOWS = [
    *((f"A{n:02}", "综合窗口", ALL) for n in range(1, 7)),
    ("B01", "企业开办与注销", ["market_regulation", "tax", "human_resources", "housing_fund"]),
    ("B02", "工程建设项目", ["development_reform", "housing_construction", "natural_resources",
                       "ecology_environment", "water", "parks", "fire", "forestry", "transport"]),
    ("B03", "社会保险与就业", ["human_resources"]),
    ("B04", "医疗保障", ["medical_security"]),
    ("B05", "住房公积金", ["housing_fund"]),
    ("B06", "不动产登记", ["natural_resources", "tax", "housing_construction"]),
    ("B07", "户政与出入境", ["public_security"]),
    ("B08", "办税服务", ["tax"]),
    ("B09", "民政与社会服务", ["civil_affairs", "veterans", "disabled_federation", "ethnic_religious"]),
    ("B10", "卫生健康与教育", ["health", "education"]),
    ("B11", "市场监管许可", ["market_regulation", "emergency", "commerce"]),
    ("B12", "交通运输", ["transport"]),
    ("B13", "文化、体育、新闻出版", ["culture_tourism", "sports", "press_publication"]),
    ("B14", "农业、林业、水利", ["agriculture", "forestry", "water"]),
    ("B15", "城市管理与园林", ["urban_management", "parks"]),
    ("B16", "司法与公证", ["justice"]),
    ("B17", "其他部门事项", ["approval", "science_technology", "industry_information", "finance", "state_assets",
                       "statistics", "audit", "foreign_affairs", "data", "ecology_environment", "fire"]),
]

CENTRE_PHONE = len(DEPARTMENTS) + len(UNITS) + 1  # the civic centre's line; the units' centres follow

MORE_STAFF = {"market_regulation", "civil_affairs", "health", "housing_construction", "human_resources"}


def phone(number):
    """Obviously invented: no line of Nanning begins with five noughts."""
    return f"0771-00000{number:02}"


def departments():
    entries = []
    for n, (key, name, short, digits) in enumerate(DEPARTMENTS, 1):
        institution = key in INSTITUTIONS
        address = ("南宁市良庆区玉洞大道33号（示例）" if key in ("approval", "data")
                   else f"南宁市{ROADS[n % len(ROADS)]}{n}号（示例）")
        entries.append({
            "key": key, "name": name, "short_name": short, "division": CITY,
            "credit_code": credit_code("12450100" if institution else "11450100", f"XX0000{n:02}"),
            "item_digits": digits, "dept_type": 2 if institution else 1, "valid_from": VALID_FROM.get(key),
            "predecessors": [{"name": p, "valid_to": d} for p, d in PREDECESSORS.get(key, [])],
            "address": address, "phone": phone(n), "hours": HOURS,
        })
    for n, (unit, name) in enumerate(UNITS, len(DEPARTMENTS) + 1):
        entries.append({
            "key": f"approval-{unit}", "name": f"南宁市{name}行政审批局" if name.endswith("区") else f"{name}行政审批局",
            "short_name": f"{name}行政审批局", "division": unit + "000000",
            "credit_code": credit_code("11" + unit, f"XX0000{n:02}"),
            "item_digits": "98", "dept_type": 1, "valid_from": None, "predecessors": [],
            "address": unit_address(unit, name), "phone": phone(n), "hours": HOURS,
        })
    entries += [organisation_office(len(entries) + 1)] + town_bodies()
    write_yaml("departments.yaml", [
        "示例数据：机构名称按公开资料整理；统一社会信用代码、地址、电话均为虚构，非南宁市官方信息",
        "Written by scripts/organisation.py. dept_type: 1 法定机关 2 授权组织 3 受委托组织 9 其他.",
        "valid_from, valid_to: of the reform of 2018 and 2019 only the year is known, so the turn of the year",
        "stands for the day (tax: 2018-07-05); null = not known.",
    ], "departments", entries)
    return entries


def organisation_office(number):
    """Keeps the lists of powers and bodies; decides on the catalogue, handles no applications."""
    return {
        "key": "organisation_office", "name": "中共南宁市委机构编制委员会办公室", "short_name": "市委编办", "division": CITY,
        "credit_code": credit_code("11450100", f"XX0000{number:02}"), "item_digits": "97", "dept_type": 1,
        "valid_from": None, "predecessors": [], "address": f"南宁市{ROADS[0]}{number}号（示例）",
        "phone": phone(number), "hours": HOURS,
    }


def town_name(division):
    """The body of a town, street or zone; of a village or community its committee."""
    name = division["name"]
    if division["level"] == "village":
        return name.replace("居委会", "居民委员会").replace("村委会", "村民委员会")
    if name.endswith("街道"):
        return name + "办事处"
    if name.endswith(("镇", "乡")):
        return name + "人民政府"
    return name if name.endswith(("农场", "局")) else name + "管理委员会"


def town_bodies():
    """All towns, and the villages of VILLAGES_OF; numbers of three and more digits after XX00."""
    rows = [d for d in read_csv("divisions.csv") if not d["valid_to"]]
    by_code = {d["code"]: d for d in rows}
    units = dict(UNITS)
    entries = []
    for d in rows:
        village = d["level"] == "village" and d["parent"] in VILLAGES_OF
        if d["level"] != "town" and not village:
            continue
        unit = units[d["code"][:6]]
        town = by_code[d["parent"]]["name"] if village else ""
        city = "南宁市" if unit.endswith("区") else ""
        entries.append({
            "key": f"village-{d['code']}" if village else f"town-{d['code'][:9]}",
            "name": f"{city}{unit}{town}{town_name(d)}", "short_name": f"{town}{town_name(d)}" if village else f"{unit}{d['name']}",
            "division": d["code"],
            "credit_code": credit_code(("54" if village else "11") + d["code"][:6], f"XX00{len(entries) + 101:04}"),
            "item_digits": "98", "dept_type": 2 if village else 1, "valid_from": None, "predecessors": [],
            "address": f"{city}{unit}{town}{d['name']}便民服务{'站' if village else '中心'}（示例）",
            "phone": "12345", "hours": HOURS,
        })
    return entries


def unit_address(unit, name):
    seats = {"450110": "城厢镇", "450123": "城厢镇", "450124": "白山镇", "450125": "大丰镇", "450126": "宾州镇",
             "450181": "横州镇", "450109": "蒲庙镇"}
    city = "" if unit == "450181" else "南宁市"
    return f"{city}{name}{seats.get(unit, '')}示范路{int(unit[4:])}号（示例）"


def places(entries):
    result = [{
        "key": "civic-centre", "name": "南宁市市民中心", "division": CITY, "address": "南宁市良庆区玉洞大道33号",
        "hours": HALL_HOURS, "phone": phone(CENTRE_PHONE),
        "traffic": "乘公交车到市民中心站下车；自驾车停地下停车场（示例）",
        "windows": [{"number": n, "name": w, "departments": d} for n, w, d in HALL_WINDOWS],
    }]
    for n, (unit, name) in enumerate(UNITS, CENTRE_PHONE + 1):
        bureau = f"approval-{unit}"
        result.append({
            "key": f"district-{unit}",
            "name": f"南宁市{name}政务服务中心" if name.endswith("区") else f"{name}政务服务中心",
            "division": unit + "000000", "address": unit_address(unit, name), "hours": HOURS, "phone": phone(n),
            "traffic": f"乘公交车到{name}政务服务中心站下车（示例）",
            "windows": [
                {"number": "1", "name": "综合窗口", "departments": [bureau] + ALL},
                {"number": "2", "name": "综合窗口", "departments": [bureau] + ALL},
                {"number": "3", "name": "企业开办与办税", "departments": [bureau, "market_regulation", "tax"]},
                {"number": "4", "name": "社会保障与民生", "departments": [
                    bureau, "human_resources", "medical_security", "civil_affairs", "veterans", "disabled_federation"]},
            ],
        })
    for d in entries:
        if d["key"].startswith(("town-", "village-")):
            kind = "便民服务站" if d["key"].startswith("village-") else "便民服务中心"
            result.append({
                "key": d["key"], "name": d["short_name"] + kind, "division": d["division"], "address": d["address"],
                "hours": HOURS, "phone": d["phone"], "traffic": "请提前电话咨询到达方式（示例）",
                "windows": [{"number": "1", "name": "便民窗口", "departments": [d["key"]]}],
            })
        elif d["division"] == CITY and d["key"] != "organisation_office":
            result.append({
                "key": f"dept-{d['key']}", "name": d["name"] + "办事窗口", "division": CITY, "address": d["address"],
                "hours": HOURS, "phone": d["phone"], "traffic": "请提前电话咨询到达方式（示例）",
                "windows": [{"number": "1", "name": "办事窗口", "departments": [d["key"]]}],
            })
    write_yaml("places.yaml", [
        "示例数据：市民中心地址为公开信息，其余地点、窗口、电话、时间均为虚构，非南宁市官方信息",
        "Written by scripts/organisation.py. hours: text for people; weekdays and saturday for machines.",
    ], "places", result)


def chief_titles(name):
    """Titles of the deputy who decides and of the head."""
    if name.endswith("支队"):
        return "分管副支队长", "支队长"
    if name.endswith("联合会"):
        return "分管副理事长", "理事长"
    if name.endswith(("委员会", "中心", "办公室")):
        return "分管副主任", "主任"
    return "分管副局长", "局长"


def staff(entries):
    random = Random(450100)
    people, names = [], set()

    def add(login, department, post, role, division=CITY, windows=()):
        while True:
            name = surname(random) + given_name(random, random.choice("男女"))
            if name not in names:
                break
        names.add(name)
        people.append({"login": login, "name": name, "department": department, "post": post, "roles": [role],
                       "division": division, "windows": list(windows)})

    bodies = [d for d in entries if not d["key"].startswith(("town-", "village-", "organisation_office"))]
    for d in bodies:
        key, deputy, head = d["key"], *chief_titles(d["name"])
        if d["division"] != CITY:
            unit = key.removeprefix("approval-")
            place = f"district-{unit}"
            add(f"clerk.{key}", key, "综合窗口受理人员", "window", d["division"], [f"{place}/{n}" for n in "1234"])
            add(f"review1.{key}", key, "审批股审查人员", "reviewer", d["division"])
            add(f"decide.{key}", key, deputy, "decider", d["division"])
            continue
        hall = [f"civic-centre/{n}" for n, _, served in HALL_WINDOWS if n.startswith("B") and key in served]
        windows = hall + [f"dept-{key}/1"]
        add(f"clerk.{key}", key, "窗口受理人员", "window", windows=windows)
        add(f"review1.{key}", key, "行政审批科审查人员", "reviewer")
        add(f"review2.{key}", key, "业务科审查人员", "reviewer")
        add(f"decide.{key}", key, deputy, "decider")
        add(f"head.{key}", key, head, "head")
        if key in MORE_STAFF:
            add(f"clerk2.{key}", key, "窗口受理人员", "window", windows=windows)
            add(f"review3.{key}", key, "业务科审查人员", "reviewer")
            add(f"decide2.{key}", key, deputy, "decider")
            add(f"head2.{key}", key, "常务" + deputy.removeprefix("分管"), "head")
    for n in (1, 2, 3):
        add(f"clerk.hall{n}", "approval", "市民中心综合窗口受理人员", "window", windows=[f"civic-centre/A{n:02}"])
    add("supervise1", "approval", "政务服务监督科监察人员", "supervisor")
    add("supervise2", "approval", "政务服务监督科监察人员", "supervisor")
    add("edit1", "approval", "事项目录编辑", "editor")
    add("approve1", "approval", "事项目录审核", "approver")
    add("admin.system", "data", "系统管理员", "system_admin")
    add("admin.security", "data", "安全管理员", "security_admin")
    add("admin.audit", "data", "审计管理员", "audit_admin")
    # who keeps the catalogue of each body: writes, checks for the department, checks for the law
    for d in bodies:
        add(f"editor.{d['key']}", d["key"], "事项目录编辑", "editor", d["division"])
        add(f"checker.{d['key']}", d["key"], "办公室负责人（事项审核）", "checker", d["division"])
        add(f"legal.{d['key']}", d["key"], "法制审核人员", "legal", d["division"])
    add("approve.organisation_office", "organisation_office", "权力清单审批人员", "approver")
    add("approve.approval", "approval", "事项目录审批人员", "approver")
    for d in entries:
        if d["key"].startswith("town-"):
            add(f"clerk.{d['key']}", d["key"], "便民服务中心受理人员", "window", d["division"], [f"{d['key']}/1"])
            add(f"review1.{d['key']}", d["key"], "便民服务中心审查人员", "reviewer", d["division"])
            add(f"decide.{d['key']}", d["key"], "分管负责人", "decider", d["division"])
            add(f"editor.{d['key']}", d["key"], "事项目录编辑", "editor", d["division"])
        elif d["key"].startswith("village-"):
            add(f"clerk.{d['key']}", d["key"], "代办员", "window", d["division"], [f"{d['key']}/1"])
            add(f"review1.{d['key']}", d["key"], "副主任", "reviewer", d["division"])
            add(f"decide.{d['key']}", d["key"], "主任", "decider", d["division"])
    write_yaml("staff.yaml", [
        "示例数据：姓名、岗位均为虚构",
        "Written by scripts/organisation.py. windows: place/number; a window serves the departments listed in",
        "places.yaml. The clerks clerk.hall1 to clerk.hall3 sit at windows that serve every department.",
        "Passwords are not kept here: the loader gives every sample sign-in one sample password.",
    ], "staff", people)
    return people


def main():
    present = {d["code"][:6] for d in read_csv("divisions.csv") if d["level"] == "county" and not d["valid_to"]}
    assert present == {unit for unit, _ in UNITS}
    entries = departments()
    places(entries)
    people = staff(entries)
    print(f"{len(entries)} departments, {len(people)} staff written")


if __name__ == "__main__":
    main()
