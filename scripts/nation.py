#!/usr/bin/env python3
"""nation.py WORKSPACE OUT TIMES: a campaign so many times as large, the same bytes each time.

The registry and the inbox are copied TIMES times under one nation: in the second and further copies every code begins
with the copy's number, and provinces bear it in their names, as two children of a unit may not be called the same.
Rows are found by the heading 单位代码 or 代码. For measuring how time and memory grow.
"""
import csv
import re
import shutil
import sys
from pathlib import Path

HEADING = re.compile(r"^\ufeff?((?:[^,\n]*,)?)(?:单位)?代码,.*\n", re.MULTILINE)
MONTH = "inbox/2016-06"


def decoded(data):
    """(text, encoding) of a file; None for what is no text."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            pass
    return None


def copied(data, number, provinces):
    """The bytes of a file of copy `number`: other codes, other names of provinces, else the same."""
    found = decoded(data)
    heading = found and HEADING.search(found[0])
    if not heading:
        return data
    text, encoding = found
    body = heading.end()
    cell = re.compile(r"^((?:[^,\n]*,){%d}\"?)(\d+)(\"?,)([^,\n]*)" % heading[1].count(","), re.MULTILINE)

    def row(match):
        name = match[4] + str(number) if match[2] in provinces else match[4]
        return f"{match[1]}{number}{match[2]}{match[3]}{name}"

    return (text[:body] + cell.sub(row, text[body:])).encode(encoding)


def registry(path, times):
    """The rows of the larger registry, its heading first, and the codes of the provinces."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        head, nation, *units = csv.reader(file)
    at = {name: head.index(name) for name in ("code", "name", "level", "parent", "successor", "short")}
    provinces = {unit[at["code"]] for unit in units if unit[at["level"]] == "province"}
    rows = [head, nation, *units]
    for number in range(1, times):
        for unit in units:
            unit = list(unit)
            is_province = unit[at["code"]] in provinces
            for column in ("code", "successor") if is_province else ("code", "parent", "successor"):
                if unit[at[column]]:
                    unit[at[column]] = f"{number}{unit[at[column]]}"
            for column in ("name", "short") if is_province else ():
                if unit[at[column]]:
                    unit[at[column]] += str(number)
            rows.append(unit)
    return rows, provinces


def main():
    source, out, times = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    out.mkdir(parents=True)
    shutil.copy(source / "campaign.yaml", out)
    shutil.copytree(source / "forms", out / "forms")
    rows, provinces = registry(source / "registry.csv", times)
    with open(out / "registry.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    shutil.copytree(source / MONTH, out / MONTH)
    with open(source / MONTH / "received.csv", encoding="utf-8", newline="") as file:
        head, *received = csv.reader(file)
    more = []
    for number in range(1, times):
        for name, time, sender in received:
            folder, file = name.split("/")
            more.append([f"{number}{folder}/{number}{file}", time, sender and f"{number}{sender}"])
        for path in sorted((source / MONTH).glob("*/*")):
            folder = out / MONTH / f"{number}{path.parent.name}"
            folder.mkdir(exist_ok=True)
            (folder / f"{number}{path.name}").write_bytes(copied(path.read_bytes(), number, provinces))
    with open(out / MONTH / "received.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *received, *more])


main()
