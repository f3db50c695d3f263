#!/usr/bin/env python3
"""year.py WORKSPACE OUT [MONTHS]     a copy of a campaign whose month 2016-06 is repeated for the months before it

Standard library only; the same input gives the same bytes. Of each month other files are left out, so that
months differ. For measuring: what a year of months costs.
"""
import random
import re
import shutil
import sys
from pathlib import Path


def before(year, month, back):
    index = year * 12 + month - 1 - back
    return index // 12, index % 12 + 1


def shifted(data, back):
    """The bytes of a file or list with all its months moved back."""
    def month(match):
        year, number = before(int(match[1]), int(match[2]), back)
        return b"%04d-%02d" % (year, number) + (b"-%02d" % min(int(match[4]), 28) if match[3] else b"")

    data = re.sub(rb"(20\d\d)-(\d\d)(-(\d\d))?", month, data)
    name = "%d年%d月" % before(2016, 6, back)
    for encoding in ("utf-8", "gb18030"):
        data = data.replace("2016年6月".encode(encoding), name.encode(encoding))
    return data


def main():
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    months = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    out.mkdir(parents=True)
    shutil.copy(source / "campaign.yaml", out)
    shutil.copytree(source / "forms", out / "forms")
    registry = (source / "registry.csv").read_bytes()
    (out / "registry.csv").write_bytes(registry.replace(b"2016-01", b"2015-01"))
    for back in range(months):
        chance = random.Random(back)
        name = "%04d-%02d" % before(2016, 6, back)
        for path in sorted((source / "inbox/2016-06").rglob("*")):
            if not path.is_file() or (back and path.name != "received.csv" and chance.random() < 0.01):
                continue
            target = out / "inbox" / name / path.relative_to(source / "inbox/2016-06")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(shifted(path.read_bytes(), back))


main()
