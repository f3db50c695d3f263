#!/usr/bin/env python3
"""workbooks.py WORKSPACE OUT     a copy of a campaign in which every third file of the inbox is an .xlsx workbook

Standard library only; the same input gives the same bytes. For measuring: what a month costs when a third of
it comes as workbooks.
"""
import csv
import io
import re
import shutil
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,9})?")
PARTS = {
    "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def text_of(data):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return None


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def workbook(text):
    strings, rows = {}, []
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
        out = []
        for column, cell in enumerate(cells, 1):
            place = f"{letters(column)}{number}"
            # Codes and numbers as people's programs keep them: numbers, where nothing is lost.
            if NUMBER.fullmatch(cell):
                out.append(f'<c r="{place}"><v>{cell}</v></c>')
            elif cell:
                index = strings.setdefault(cell, len(strings))
                out.append(f'<c r="{place}" t="s"><v>{index}</v></c>')
        rows.append(f'<row r="{number}">{"".join(out)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = dict(PARTS)
    parts["xl/sharedStrings.xml"] = f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{main}">' + "".join(
        f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings) + "</sst>"
    parts["xl/worksheets/sheet1.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData></worksheet>')
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2016, 7, 1, 0, 0, 0)), body, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def main(source, out):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(source, out)
    turned = 0
    for month in sorted((out / "inbox").iterdir()):
        names = {}
        files = sorted(p for p in month.rglob("*.csv") if p.name != "received.csv")
        for path in files[::3]:
            data = path.read_bytes()
            text = text_of(data)
            # What is no sheet at all stays as it is.
            if not text or "\0" in text or text.count('"') % 2:
                continue
            new = path.with_suffix(".xlsx")
            new.write_bytes(workbook(text))
            path.unlink()
            names[str(path.relative_to(month))] = str(new.relative_to(month))
        turned += len(names)
        received = month / "received.csv"
        if received.exists():
            rows = list(csv.reader(received.open(encoding="utf-8-sig", newline="")))
            with received.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([[names.get(row[0], row[0]), *row[1:]] for row in rows if row])
    print(f"{turned} files are workbooks now")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
