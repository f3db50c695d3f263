"""Recalculates FOLDER/bulletin.xlsx with LibreOffice, and compares.

    check.py FOLDER WORK

The stored results of all formulas are taken out first, so that what comes back is LibreOffice's own. It must be what
was stored, cell by cell, and what figures.csv says; the wording of a formula must be one of the program's few.
"""

import csv
import glob
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FUNCTIONS = {"IF", "ROUND", "SUM"}


def column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def sheets(path):
    """The sheets in order: name, cells by (row, column) as (text or number, formula or None)."""
    with zipfile.ZipFile(path) as archive:
        names = [s.get("name") for s in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        strings = [
            "".join(t.text or "" for t in item.iter(MAIN + "t"))
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml")).iter(MAIN + "si")
        ]
        for index, name in enumerate(names):
            cells = {}
            for cell in ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{index + 1}.xml")).iter(MAIN + "c"):
                letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
                value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
                if value is None:
                    continue
                text = strings[int(value.text)] if cell.get("t") == "s" else value.text or ""
                known = text if cell.get("t") in ("s", "str") else float(text)
                cells[int(row), column(letters)] = (known, None if formula is None else formula.text)
            yield name, cells


def without_results(source, target):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
                assert not re.search(rb"</f><v>", data)
            new.writestr(part, data)


def recalculated(folder, work):
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    bare = os.path.join(work, "bare.xlsx")
    without_results(os.path.join(folder, "bulletin.xlsx"), bare)
    # All sheets, numbers as they are and not as shown.
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", options,
         "--outdir", work, bare],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    result = {}
    for path in glob.glob(os.path.join(glob.escape(work), "bare-*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            result[os.path.basename(path)[len("bare-"):-len(".csv")]] = list(csv.reader(file))
    return result


def number(text):
    """A number as LibreOffice writes it in full; of percentages the share. None for texts."""
    if not re.fullmatch(r"-?[\d.]+(E[+-]?\d+)?%?", text):
        return None
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def same(known, text):
    if isinstance(known, str):
        return known == text
    found = number(text)
    return found is not None and abs(known - found) <= 1e-12 * max(1, abs(known))


def compare_formulas(folder, work):
    computed = recalculated(folder, work)
    count, faults = 0, []
    for name, cells in sheets(os.path.join(folder, "bulletin.xlsx")):
        rows = computed.get(name)
        if rows is None:
            sys.exit(f"{folder}: LibreOffice gave no sheet '{name}', only {sorted(computed)}")
        for (row, col), (known, formula) in sorted(cells.items()):
            if formula is None:
                continue
            count += 1
            text = rows[row - 1][col - 1]
            if not set(re.findall(r"[A-Z]+(?=\()", formula)) <= FUNCTIONS or "!" in formula:
                faults.append(f"{name} R{row}C{col}: ={formula} is none of the program's formulas")
            if not same(known, text):
                faults.append(f"{name} R{row}C{col}: ={formula} is {text}, stored is {known}")
    return count, faults, computed


def compare_figures(folder, computed):
    with open(os.path.join(folder, "figures.csv"), encoding="utf-8-sig", newline="") as file:
        figures = list(csv.reader(file))[1:]
    table = next(rows for name, rows in computed.items() if name.endswith(("全部数据", "figures")))[5:]
    faults = [] if len(table) == len(figures) else [f"{len(table)} rows, and {len(figures)} in figures.csv"]
    for row, figure in zip(table, figures):
        scale = 100 if figure[9] == "%" else 1
        pairs = [(row[7], figure[8], scale), (row[8], figure[10], 1), (row[9], figure[11], 1), (row[10], figure[12], 1),
                 (row[11], figure[13], 1), (row[12], figure[14], scale), (row[13], figure[15], scale)]
        if row[0] != figure[1].lstrip("'") or row[3] != figure[4]:
            faults.append(f"{row[:4]} stands where {figure[1:5]} should")
        for mine, theirs, scale in pairs:
            value = number(mine)
            if (value is None) != (theirs == "") or (theirs and abs(value * scale - float(theirs)) > 1e-9):
                faults.append(f"{row[0]} {row[3]}: {mine}, and in figures.csv {theirs}")
    return len(figures), faults


folder, work = sys.argv[1:3]
formulas, faults, computed = compare_formulas(folder, os.path.abspath(work))
figures, others = compare_figures(folder, computed)
for fault in (faults + others)[:20]:
    print(fault)
if faults or others or not formulas or not figures:
    sys.exit(f"workbook-check: {folder}: {len(faults) + len(others)} faults in {formulas} formulas, {figures} figures")
print(f"workbook-check: {os.path.basename(folder)}: {formulas} formulas recalculated, {figures} figures as in figures.csv")
