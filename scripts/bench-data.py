#!/usr/bin/env python3
"""bench-data.py OUT: data for the roll-up of `make bench`, the same bytes each time.

  counties/   one CSV a county (2,850), the county's own row and its townships', 24 items
  provinces/  the same rows in 32 files
  gb18030/    counties/ in GB18030
  year/       year.csv, 12 months of 700,000 organisations
"""
import random
import sys
from pathlib import Path

FLAGS = "动员会 述评会 换届选举 专题学习会 公开承诺 结对共建".split()
COUNTS = "新建直属团组织数 直属团组织总数 微信群数 联系青年人数 团员数 新发展团员数 活动场次 参与青年人次".split()
COMMITTEE = "委员机关 委员事业单位 委员国企 委员非公企业 委员社会组织 委员农村 委员社区 委员学校".split()
MONTH = ["单位代码", "单位名称", "月份", *FLAGS, *COUNTS, "委员人数", *COMMITTEE, "工作经费元"]
YEAR = "组织代码 月份 动员会 述评会 换届选举 团员数 联系青年人数 工作经费元".split()


def parts(rng, total, count, least):
    """total as that many random numbers, none below least."""
    cuts = sorted(rng.sample(range(1, total - least * count + count), count - 1))
    edges = [0, *cuts, total - least * count + count]
    return [b - a - 1 + least for a, b in zip(edges, edges[1:])]


def tree(rng):
    """The counties, each with its townships, in the order of their codes."""
    cities = [f"{p}{c:02}" for p, n in zip(range(11, 43), parts(rng, 338, 32, 3)) for c in range(1, n + 1)]
    codes = [f"{city}{k:02}" for city, n in zip(cities, parts(rng, 2850, 338, 2)) for k in range(1, n + 1)]
    return [(c, [f"{c}{t:03}" for t in range(1, n + 1)]) for c, n in zip(codes, parts(rng, 41000, 2850, 4))]


def row(rng, code):
    committee = [rng.randrange(4) for _ in COMMITTEE]
    cells = [rng.randrange(2) for _ in FLAGS] + [rng.randrange(10 ** rng.randint(1, 3)) for _ in COUNTS]
    cells += [sum(committee), *committee, f"{rng.randrange(80000)}.{rng.randrange(100):02}"]
    name = "".join(rng.choices("安平长春东德丰福高光广和红华吉嘉江金", k=2)) + ("县" if len(code) == 6 else "镇")
    name = f'"{name},含开发区"' if rng.random() < 0.005 else name
    return ",".join([code, name, "2025-06", *("" if rng.random() < 0.03 else str(c) for c in cells)]) + "\n"


def month(out):
    rng = random.Random(1)
    provinces = {}
    for folder in ("counties", "gb18030", "provinces"):
        (out / folder).mkdir(parents=True)
    for county, townships in tree(rng):
        text = "".join(row(rng, code) for code in [county, *townships])
        provinces[county[:2]] = provinces.get(county[:2], "") + text
        text = ",".join(MONTH) + "\n" + text
        (out / "counties" / f"{county}.csv").write_bytes(text.encode())
        (out / "gb18030" / f"{county}.csv").write_bytes(text.encode("gb18030"))
    for code, text in provinces.items():
        (out / "provinces" / f"{code}.csv").write_bytes((",".join(MONTH) + "\n" + text).encode())


def year(out):
    rng = random.Random(2)
    townships = [code for _, codes in tree(rng) for code in codes]
    counts = parts(rng, 700_000, len(townships), 3)
    (out / "year").mkdir(parents=True)
    with open(out / "year" / "year.csv", "w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(YEAR) + "\n")
        for number in range(1, 13):
            lines = []
            for code, count in zip(townships, counts):
                for k in range(1, count + 1):
                    b = rng.getrandbits(60)
                    cells = [b & 1, b >> 1 & 1, b >> 2 & 1, 10 + (b >> 3 & 1023), 1000 + (b >> 13 & 16383)]
                    cells.append(f"{10000 + (b >> 27 & 1048575)}.{(b >> 47) % 100:02}")
                    if b >> 54 & 63 < 6:
                        cells[b >> 54 & 63] = ""
                    lines.append(f"{code}{k:09},2025-{number:02},{','.join(map(str, cells))}\n")
                if len(lines) > 50_000:
                    file.write("".join(lines))
                    lines = []
            file.write("".join(lines))


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    target = Path(sys.argv[1])
    month(target)
    year(target)
