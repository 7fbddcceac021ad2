"""Writes people.csv (2,000 persons), companies.csv (500 bodies) and accounts.yaml. All invented.

Deterministic (fixed seed); reads divisions.csv. Run from the repository root:

    python3 city/nanning/scripts/people.py

To keep clear of living people, the sequence part of every citizen number is 900 to 989, which is
hardly ever given out, phones are 1990000xxxx, and organisation codes begin XY.
"""
from collections import defaultdict
from datetime import date, timedelta
from random import Random

from pack import credit_code, given_name, identity_check, read_csv, surname, write_csv, write_yaml

PERSONS, COMPANIES = 2000, 500
AS_OF = date(2026, 1, 1)
FIRST_BIRTH, LAST_BIRTH = date(1930, 1, 1), date(2018, 12, 31)
random = Random(20260101)

# Region part of a citizen number: the code in force where the birth was registered. Before a date
# another code was used; the oldest numbers were given out from 1984 with the codes of that time.
EARLIER_CODES = {
    "450107": ("2004-09-15", "450104"), "450108": ("2004-09-15", "450121"), "450109": ("2004-09-15", "450121"),
    "450110": ("2015-02-16", "450122"), "450123": ("2003-01-28", "452126"), "450124": ("2003-01-28", "452127"),
    "450125": ("2003-01-28", "452124"), "450126": ("2003-01-28", "452123"),
}

PERSON_HEADER = ["id_number", "name", "sex", "birth", "nation", "division", "address", "phone", "status",
                 "household", "relation"]
COMPANY_HEADER = ["credit_code", "name", "kind", "representative_id", "address", "division", "capital",
                  "established", "scope", "phone", "status"]


def region_code(unit, born):
    if unit == "450181":
        return "452122" if born < date(2003, 1, 28) else "450127" if born < date(2021, 2, 3) else "450181"
    if unit in EARLIER_CODES:
        until, earlier = EARLIER_CODES[unit]
        return earlier if born < date.fromisoformat(until) else unit
    return unit


divisions = {d["code"]: d for d in read_csv("divisions.csv")}
villages = [d for d in divisions.values() if d["level"] == "village" and "虚拟" not in d["name"]]
numbers, phones, persons = set(), iter(range(1, 10000)), []


def village_of(unit, town, name=""):
    for v in villages:
        if v["code"].startswith(unit) and divisions[v["parent"]]["name"] == town and v["name"].startswith(name):
            return v
    raise LookupError(f"{unit} {town} {name}")


def short_village(name):
    for ending in ("社区居委会", "居委会", "村民委员会", "村委会"):
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            tail = "社区" if ending.endswith("居委会") else "村"
            return stem if stem.endswith(tail) else stem + tail
    return name


def address_in(village, business=False):
    town = divisions[village["parent"]]
    county = divisions[town["parent"]]
    city = "" if county["name"].endswith("市") else "南宁市"
    place = short_village(village["name"])
    if place.endswith("村"):
        door = f"{random.randint(1, 18)}队{random.randint(1, 120)}号"
    elif not town["name"].endswith("街道"):
        door = f"{random.randint(1, 260)}号"
    elif business:
        door = f"{random.randint(1, 36)}栋{random.randint(1, 12)}号铺面"
    else:
        door = f"{random.randint(1, 36)}栋{random.randint(1, 4)}单元{random.randint(1, 18)}0{random.randint(1, 4)}号"
    return f"广西{city}{county['name']}{town['name']}{place}{door}"


def identity_number(village, born, sex):
    while True:
        sequence = random.randrange(900, 990)
        if sequence % 2 != (sex == "男"):
            continue
        first = f"{region_code(village['code'][:6], born)}{born:%Y%m%d}{sequence}"
        number = first + identity_check(first)
        if number not in numbers:
            numbers.add(number)
            return number


def age(born):
    return AS_OF.year - born.year - ((AS_OF.month, AS_OF.day) < (born.month, born.day))


def day_between(first, last):
    first, last = max(first, FIRST_BIRTH), min(last, LAST_BIRTH)
    return first + timedelta(random.randint(0, max(0, (last - first).days)))


def years_before(day, most, least):
    return day_between(date(day.year - most, 1, 1), date(day.year - least, 12, 31))


def person(name, sex, born, nation, village, address, household, relation, chance_of_death=0.0):
    dead = random.random() < chance_of_death
    row = {"id_number": identity_number(village, born, sex), "name": name, "sex": sex, "birth": born.isoformat(),
           "nation": nation, "division": village["code"], "address": address,
           "phone": f"1990000{next(phones):04}" if age(born) >= 12 and not dead else "",
           "status": "dead" if dead else "alive", "household": f"H{household:05}", "relation": relation}
    persons.append(row)
    return row


def some_nation():
    return random.choices(["壮族", "汉族", "瑶族", "苗族", "仫佬族", "侗族", "毛南族"], weights=[53, 39, 4, 1, 1, 1, 1])[0]


def death_chance(born):
    years = age(born)
    return 0.12 if years > 85 else 0.04 if years > 70 else 0.003


def make_household(number):
    village = random.choice(villages)
    address = address_in(village)
    family, nation = surname(random), some_nation()
    shape = random.choices(["one", "couple", "family", "three"], weights=[12, 18, 48, 22])[0]

    def member(sex, born, relation, family_name=None, its_nation=nation):
        person((family_name or surname(random)) + given_name(random, sex), sex, born, its_nation, village, address,
               number, relation, death_chance(born) if relation != "户主" else 0.0)

    if shape == "one":
        member(random.choice("男女"), day_between(date(1932, 1, 1), date(2004, 12, 31)), "户主", family)
        return
    head_sex = "男" if random.random() < 0.75 else "女"
    oldest, youngest = {"couple": (1935, 1998), "family": (1960, 1994), "three": (1962, 1992)}[shape]
    head_born = day_between(date(oldest, 1, 1), date(youngest, 12, 31))
    member(head_sex, head_born, "户主", family)
    spouse_born = day_between(head_born - timedelta(1500), head_born + timedelta(1500))
    member("女" if head_sex == "男" else "男", spouse_born, "配偶",
           its_nation=nation if random.random() < 0.6 else some_nation())
    if shape == "couple":
        return
    mother_born = spouse_born if head_sex == "男" else head_born
    child_born = day_between(date(mother_born.year + 21, 1, 1), date(mother_born.year + 30, 12, 31))
    for _ in range(random.choices([1, 2, 3], weights=[45, 45, 10])[0]):
        if child_born > LAST_BIRTH or child_born.year > mother_born.year + 42:
            break
        sex = random.choice("男女")
        member(sex, child_born, "子" if sex == "男" else "女", family)
        child_born += timedelta(random.randint(400, 2000))
    if shape == "three":
        for sex, relation in (("男", "父"), ("女", "母")):
            if random.random() < 0.75:
                born = years_before(head_born, 34, 22)
                if born.year <= head_born.year - 20:
                    member(sex, born, relation, family if sex == "男" else None)


def demonstration_persons():
    """The persons and companies shown in demonstrations, in the order of accounts.yaml."""
    def at(unit, town, name=""):
        village = village_of(unit, town, name)
        return village, address_in(village)

    homes = [at("450110", "城厢镇", "灵水"), at("450103", "新竹街道"), at("450107", "北湖街道"),
             at("450181", "校椅镇", "青桐"), at("450103", "南湖街道"), at("450108", "大沙田街道"),
             at("450105", "江南街道"), at("450124", "古零镇")]
    heads = [("韦秀兰", "女", "1944-03-18", "壮族"), ("黄志明", "男", "1994-07-06", "壮族"),
             ("李晓婷", "女", "1990-11-23", "汉族"), ("覃建国", "男", "1978-02-14", "壮族"),
             ("农文静", "女", "2004-09-09", "壮族"), ("梁大伟", "男", "1971-05-30", "汉族"),
             ("陆海燕", "女", "1985-12-01", "壮族"), ("蒙光荣", "男", "1962-08-01", "瑶族")]
    for n, ((village, address), (name, sex, born, nation)) in enumerate(zip(homes, heads), 1):
        person(name, sex, date.fromisoformat(born), nation, village, address, n, "户主")
    family = [(1, "陆志强", "男", "1968-10-12", "壮族", "子"), (2, "陈雪梅", "女", "1995-01-19", "汉族", "配偶"),
              (2, "黄子轩", "男", "2017-04-25", "壮族", "子"), (3, "周立新", "男", "1988-06-17", "汉族", "配偶"),
              (3, "周欣怡", "女", "2018-03-08", "汉族", "女"), (4, "黄桂花", "女", "1980-09-02", "壮族", "配偶")]
    for n, name, sex, born, nation, relation in family:
        person(name, sex, date.fromisoformat(born), nation, *homes[n - 1], n, relation)


LIMITED, INDIVIDUAL, COOPERATIVE = "有限责任公司", "个体工商户", "农民专业合作社"
INSTITUTION, ASSOCIATION, NON_PROFIT = "事业单位", "社会团体", "民办非企业单位"
FIRST_TWO = {LIMITED: "91", INDIVIDUAL: "92", COOPERATIVE: "93", INSTITUTION: "12", ASSOCIATION: "51",
             NON_PROFIT: "52"}
BUSINESS = {
    LIMITED: [("餐饮", "餐饮服务；食品销售"), ("食品", "食品生产；食品销售"), ("建筑工程", "房屋建筑工程施工；市政公用工程施工"),
              ("商贸", "日用百货销售；五金产品零售"), ("物流", "道路货物运输；仓储服务"), ("科技", "软件开发；信息技术咨询服务"),
              ("文化传播", "组织文化艺术交流活动；广告制作"), ("医疗器械", "第二类医疗器械销售；第三类医疗器械经营"),
              ("药房", "药品零售；保健食品销售"), ("教育咨询", "教育咨询服务；文具用品零售"), ("物业服务", "物业管理；家政服务"),
              ("农业发展", "农产品的生产、销售、加工、运输、贮藏"), ("旅行社", "旅游业务；票务代理服务"),
              ("汽车维修", "机动车修理和维护；汽车零配件零售"), ("人力资源", "人力资源服务；职业中介活动"),
              ("劳务", "劳务派遣服务；建筑劳务分包"), ("装饰", "住宅室内装饰装修；建筑材料销售"),
              ("环保", "环境保护监测；固体废物治理"), ("酒店管理", "住宿服务；餐饮管理"), ("燃气", "燃气经营；燃气燃烧器具安装、维修")],
    INDIVIDUAL: [("米粉店", "餐饮服务（小餐饮）"), ("便利店", "食品销售；日用百货销售；烟草制品零售"), ("理发店", "理发服务"),
                 ("五金店", "五金产品零售"), ("水果店", "新鲜水果零售"), ("修车店", "电动自行车维修"),
                 ("奶茶店", "餐饮服务（饮品店）"), ("服装店", "服装服饰零售"), ("早餐店", "餐饮服务（小餐饮）")],
    COOPERATIVE: [("种养", "组织成员种植、养殖；销售成员的产品"), ("茉莉花", "组织成员种植、收购、销售茉莉花"),
                  ("沃柑", "组织成员种植、收购、销售沃柑"), ("甘蔗", "组织成员种植甘蔗；农业机械服务")],
    INSTITUTION: [("幼儿园", "学前教育"), ("卫生院", "基本医疗；预防保健"), ("文化馆", "群众文化活动的组织与辅导"),
                  ("图书馆", "文献收藏；公共阅览"), ("小学", "小学教育")],
    ASSOCIATION: [("餐饮行业协会", "行业自律；交流培训"), ("志愿者协会", "组织志愿服务"), ("羽毛球协会", "组织比赛与训练"),
                  ("茉莉花产业协会", "产业交流；品牌推广")],
    NON_PROFIT: [("养老服务中心", "养老服务"), ("职业培训学校", "职业技能培训"), ("社会工作服务中心", "社会工作服务"),
                 ("民办幼儿园", "学前教育")],
}


def company_name(kind, unit_name, n, trade):
    if kind == LIMITED:
        return f"南宁邕通示例第{n}{trade}有限公司"
    if kind == COOPERATIVE:
        return f"{unit_name}邕通示例第{n}{trade}专业合作社"
    if kind == INDIVIDUAL:
        return f"{unit_name}邕通示例第{n}{trade}"
    return f"南宁市{unit_name}邕通示例第{n}{trade}" if unit_name[-1] != "市" else f"{unit_name}邕通示例第{n}{trade}"


def make_companies():
    adults = [p for p in persons if p["status"] == "alive" and 20 <= age(date.fromisoformat(p["birth"])) <= 70]
    free = adults[8:]
    random.shuffle(free)
    rows = []
    for n in range(1, COMPANIES + 1):
        if n <= 4:
            kind, trade, owner = [(LIMITED, "餐饮", 1), (LIMITED, "建筑工程", 5), (INDIVIDUAL, "米粉店", 6),
                                  (COOPERATIVE, "种养", 7)][n - 1]
            representative, status = persons[owner], "active"
            scope = dict(BUSINESS[kind])[trade]
        else:
            kind = random.choices(list(BUSINESS), weights=[58, 28, 6, 3, 2, 3])[0]
            trade, scope = random.choice(BUSINESS[kind])
            representative = free[n % len(free)]
            status = random.choices(["active", "deregistered", "revoked"], weights=[94, 4, 2])[0]
        village = divisions[representative["division"]]
        unit = village["code"][:6]
        unit_name = divisions[unit + "000000"]["name"]
        grown = date.fromisoformat(representative["birth"]).replace(day=1)
        first = max(date(2005, 1, 1), grown.replace(year=grown.year + 18))
        established = first + timedelta(random.randint(0, (date(2025, 12, 31) - first).days))
        capital = {LIMITED: random.choice([100000, 500000, 1000000, 2000000, 5000000, 10000000]),
                   INDIVIDUAL: random.choice([10000, 30000, 50000, 100000]),
                   COOPERATIVE: random.choice([300000, 1000000, 2000000]), INSTITUTION: 500000,
                   ASSOCIATION: 30000, NON_PROFIT: 100000}[kind]
        if n == 2:
            capital = 40000000
        # half the limited companies are registered with the city, all the rest with their unit
        registered = "450100" if n <= 2 or (kind == LIMITED and random.random() < 0.5) else unit
        rows.append({
            "credit_code": credit_code(FIRST_TWO[kind] + registered, f"XY{n:06}"),
            "name": company_name(kind, unit_name, n, trade), "kind": kind,
            "representative_id": representative["id_number"], "address": address_in(village, business=True),
            "division": village["code"], "capital": capital, "established": established.isoformat(),
            "scope": scope, "phone": f"1990000{8000 + n}", "status": status})
    return rows


def accounts(companies):
    persons_shown = [("elder", "八十二岁的老人，家住武鸣区，可办高龄津贴"), ("shopkeeper", "第1家公司（餐饮）的法定代表人"),
                     ("nurse", "护士，有一个孩子"), ("village-agent", "村级代办员，替村民办事"),
                     ("graduate", "应届毕业生，求职、落户"), ("builder", "第2家公司（建筑）的法定代表人"),
                     ("noodle-shop-owner", "第3家（个体工商户米粉店）的经营者"), ("veteran", "退役军人，第4家（农民专业合作社）的法定代表人")]
    companies_shown = [("restaurant-company", "餐饮公司"), ("building-company", "建筑公司"),
                       ("noodle-shop", "个体工商户"), ("cooperative", "农民专业合作社")]
    entries = [{"login": login, "kind": "person", "id_number": p["id_number"], "note": note}
               for (login, note), p in zip(persons_shown, persons)]
    entries += [{"login": login, "kind": "legal", "credit_code": c["credit_code"], "note": note}
                for (login, note), c in zip(companies_shown, companies)]
    write_yaml("accounts.yaml", [
        "示例数据：人员、单位均为虚构",
        "Written by scripts/people.py. Sign-ins of the first persons and companies; those of staff are in staff.yaml.",
        "Passwords are not kept here: the loader gives every sample sign-in one sample password.",
    ], "accounts", entries)


def main():
    demonstration_persons()
    household = 8
    while len(persons) < PERSONS:
        household += 1
        make_household(household)
    del persons[PERSONS:]  # a household's head comes first, so what is cut are later members
    companies = make_companies()
    write_csv("people.csv", PERSON_HEADER, ([p[k] for k in PERSON_HEADER] for p in persons))
    write_csv("companies.csv", COMPANY_HEADER, ([c[k] for k in COMPANY_HEADER] for c in companies))
    accounts(companies)
    by_nation = defaultdict(int)
    for p in persons:
        by_nation[p["nation"]] += 1
    print(f"{len(persons)} persons in {household} households, {len(companies)} companies; {dict(by_nation)}")


if __name__ == "__main__":
    main()
