#!/usr/bin/env python3
"""Gives every section of a Word document the footer of the last one: finish-docx.py IN OUT

pandoc knows one section alone; word.lua begins others for wide tables. The same input gives the same bytes.
"""
import re
import sys
import zipfile

DAY = (1980, 1, 1, 0, 0, 0)


def footed(text):
    footer = re.findall(r"<w:footerReference [^>]*/>", text)
    if not footer:
        return text
    return re.sub(r"<w:sectPr>(?!<w:footerReference)", lambda found: found.group() + footer[-1], text)


def main(source, target):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = footed(data.decode("utf-8")).encode("utf-8")
            new.writestr(zipfile.ZipInfo(name, DAY), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
