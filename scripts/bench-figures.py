#!/usr/bin/env python3
"""bench-figures.py YUEBAO FIXTURES DATA [SHAPE…]: `yuebao figures` beside its peers, as Markdown.

DATA is made by bench-data.py where it is not there. Each peer is timed once, those near the best twice; the fastest
and yuebao then run in turn, BENCH_ROUNDS pairs. Fails where the sums or rates are not the same. Peers of BENCH_PYTHON
(python3 without it) and the shells that are there; yuebao alone where there are none. docs/performance.md says what is
measured.
"""
import csv
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "peers")]
from commands import installed  # noqa: E402
from measuring import (  # noqa: E402
    apart, machine, made, median, progress, ratio, rounds, shown, stages, table, take_memory, timed)
from shapes import RATES, SHAPES  # noqa: E402


def peers_sums(path, shape):
    """{(code, month): units, sums and rates} of a peer's output."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        keys = 1 + len(shape.keys)
        next(rows)
        return {(row[0], row[1] if shape.keys else shape.month): [float(x or 0) for x in row[keys:]] for row in rows}


def own_sums(path, shape):
    """The same of yuebao's output, where a rate has its numerator and denominator for each level, before all sums."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        heads = next(rows)
        above = [place for place, head in enumerate(heads) if head.endswith("·分子")]
        below = [place for place, head in enumerate(heads) if head.endswith("·分母")]
        sums = [place for place in range(6, len(heads)) if place > below[-1] + 1]
        units = [heads.index("组织")] if "组织" in heads else [4]
        each = len(above) // len(RATES)
        found = {}
        for row in rows:
            number = [float(x or 0) if place >= 4 else 0 for place, x in enumerate(row)]
            flags, of = ([sum(number[k] for k in places[i:i + each]) for i in range(0, len(above), each)]
                         for places in (above, below))
            if number[units[0]]:
                rates = [round(flag / base, 4) for flag, base in zip(flags, of)]
                found[row[1], row[0]] = [number[units[0]], *flags, *(number[k] for k in sums), *rates]
        return found


def same(shape, own, others):
    """Whether all peers have what yuebao has: counts exactly, money to the cent, rates to their last place."""
    ours, content = own_sums(own, shape), True
    for name, path in others.items():
        theirs = peers_sums(path, shape)
        wrong = [key for key in ours.keys() | theirs.keys() if not alike(ours.get(key), theirs.get(key))]
        content = content and not wrong
        if wrong:
            print(f"\n{shape.name}: {name} differs in {len(wrong)} of {len(ours)}, such as {sorted(wrong)[0]}: "
                  f"{ours.get(sorted(wrong)[0])} and {theirs.get(sorted(wrong)[0])}")
    if content and others:
        print(f"\n{shape.name}: {len(ours):,} units and months; the same sums and rates by {', '.join(others)}")
    return content


def alike(ours, theirs):
    if ours is None or theirs is None or len(ours) != len(theirs):
        return False
    sums = len(ours) - len(RATES) - 1
    return (ours[:sums] == theirs[:sums] and abs(ours[sums] - theirs[sums]) < 0.006
            and all(abs(a - b) < 0.00011 for a, b in zip(ours[sums + 1:], theirs[sums + 1:])))


class Bench:
    """One shape of the data."""

    def __init__(self, yuebao, fixtures, data, shape, peers, work):
        self.shape, self.data, self.work, self.number = shape, data / shape.name, work, 0
        month = ["--month", shape.month] if shape.month else []
        self.own = [yuebao, "figures", "-q", "-C", str(fixtures / shape.campaign), *month, str(self.data)]
        self.peers = {name: peer for name, peer in peers.items() if peer(shape, self.data, work / "out.csv")}

    def run(self, name):
        """Times yuebao ("") or a peer; the output is a new file."""
        self.number += 1
        out = str(self.work / f"{self.shape.name}-{self.number}.csv")
        command = self.peers[name](self.shape, self.data, out) if name else [*self.own, "-o", out]
        return timed(command), out

    def measured(self, name):
        used, out = self.run(name)
        os.unlink(out)
        return used

    def all(self):
        """(the rows of the table, whether all sums are the same)."""
        _, first = self.run("")
        once, outputs = {}, {}
        for name in self.peers:
            progress(f"{self.shape.name}: {name}")
            once[name], outputs[name] = self.run(name)
        content = apart(same, self.shape, first, outputs)
        for name in once:  # what else the machine does must not choose the best
            if once[name].wall < 2 * min(used.wall for used in once.values()):
                once[name] = min(once[name], self.measured(name))
        best = min(once, key=lambda name: once[name].wall, default=None)
        pairs = []
        for number in range(rounds()):
            progress(f"{self.shape.name}: pair {number + 1}")
            pairs.append((self.measured(""), self.measured(best) if best else None))
        ours, theirs = [one for one, _ in pairs], [other for _, other in pairs if other]
        rows = [[self.shape.name, "**yuebao**", *shown(median(ours)), "", ""]]
        if best:
            ratios = [f"**{ratio(ours, theirs, place):.2f}**" for place in (0, 1)]
            rows.append(["", best, *shown(median(theirs)), *ratios])
        for name in sorted(once.keys() - {best}, key=lambda name: once[name].wall):
            beside = [f"{median(ours)[place] / once[name][place]:.2f}" for place in (0, 1)]
            rows.append(["", name + ", alone", *shown(once[name]), *beside])
        return rows, content


def main():
    yuebao, fixtures, data = sys.argv[1], Path(sys.argv[2]), made(Path(sys.argv[3]))
    peers, missing = installed(os.environ.get("BENCH_PYTHON", "python3"))
    if missing:
        progress(f"not installed and passed over: {', '.join(missing)} (make bench-peers)")
    take_memory()
    print(f"\n### The roll-up beside its peers\n\n{machine()}; medians of {rounds()} pairs")
    rows, parts, content = [], [], True
    with tempfile.TemporaryDirectory(dir=data.parent) as work:
        for name in sys.argv[4:] or SHAPES:
            bench = Bench(yuebao, fixtures, data, SHAPES[name], peers, Path(work))
            found, isSame = bench.all()
            rows, content = rows + found, content and isSame
            parts.append((name, stages([*bench.own, "-v", "--lang", "en"])))
    table(["shape", "program", "wall", "processor", "peak", "yuebao's share of its wall", "of its processor"], rows, 2)
    print("\n### The stages of `yuebao figures -v`")
    heads = list(parts[0][1])[1:]
    table(["shape", "whole", *heads], [
        [name, found[""][0] + " s", *(f"{found[head][1]} %" for head in heads)] for name, found in parts])
    sys.exit(0 if content else 1)


if __name__ == "__main__":
    main()
