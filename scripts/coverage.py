#!/usr/bin/env python3
"""Prints which share of the lines of each module the tests run: coverage.py CODECOV.json [--files LEAST]

With --files, also each file of which less than LEAST percent is run.
"""
import json
import sys


def share(covered, count):
    return f"{100 * covered / count:5.1f} %" if count else "    – "


def main(path, least=None):
    with open(path, encoding="utf-8") as file:
        files = json.load(file)["data"][0]["files"]
    modules, poor = {}, []
    for file in files:
        if "/Sources/" not in file["filename"] or "/checkouts/" in file["filename"]:
            continue
        name = file["filename"].split("/Sources/", 1)[1]
        lines = file["summary"]["lines"]
        total = modules.setdefault(name.split("/", 1)[0], [0, 0])
        total[0] += lines["covered"]
        total[1] += lines["count"]
        if least is not None and lines["count"] and 100 * lines["covered"] < least * lines["count"]:
            poor.append((name, lines["covered"], lines["count"]))
    print(f"{'module':<12}{'lines':>8}{'run':>8}{'share':>10}")
    for module, (covered, count) in sorted(modules.items()):
        print(f"{module:<12}{count:>8}{covered:>8}{share(covered, count):>10}")
    covered, count = (sum(total[place] for total in modules.values()) for place in (0, 1))
    print(f"{'all':<12}{count:>8}{covered:>8}{share(covered, count):>10}")
    for name, covered, count in sorted(poor):
        print(f"  {name}: {covered} of {count}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(arguments[0], float(arguments[2]) if "--files" in arguments else None)
