#!/usr/bin/env python3
"""bench-month.py YUEBAO NATION SCRATCH DATA: whole runs of the national month, as Markdown.

A run into an empty history, after one corrected file and with nothing new, with all outputs and with Markdown and CSV
alone, in turn with the best peer's roll-up of DATA's `counties`; the same month two, four and eight times as large; and
one corrected file with twelve months in the history. BENCH_ROUNDS rounds in turn; a later run replaces the reports of the
one before, as it does every night. What is made in SCRATCH is removed. docs/performance.md says what is measured.
"""
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "peers")]
from commands import installed  # noqa: E402
from measuring import (  # noqa: E402
    machine, made, median, progress, ratio, rounds, shown, stages, table, take_memory, timed)
from shapes import SHAPES  # noqa: E402

MONTH = "2016-06"
DATA_GATE = 65  # the month is written, and a gate of the campaign is missed


class Campaign:
    """A campaign's folder, and runs of its month into its own reports."""

    def __init__(self, yuebao, folder):
        self.folder, self.corrected, self.kept = folder, 0, 0
        self.command = [yuebao, "run", "-q", "-C", str(folder), "-m", MONTH]

    def run(self):
        return timed(self.command, (0, DATA_GATE))

    def forget(self):
        """Leaves no history and no reports. The reports are put aside: ext4 gives out no inode that was let go of in the
        last minutes, and to look for another takes the longer the more there are."""
        for path in self.folder.glob("history.sqlite*"):
            path.unlink()
        if (self.folder / "reports").exists():
            self.kept += 1
            (self.folder / "reports").rename(self.folder / f"kept-{self.kept}")

    def first(self):
        self.forget()
        return self.run()

    def correct(self):
        """Corrects one cell of the last row of one file, another each time."""
        files = sorted((self.folder / "inbox" / MONTH).glob("*/*.csv"))
        for _ in files:
            self.corrected += 97
            path = files[self.corrected % len(files)]
            *lines, last = path.read_bytes().rstrip(b"\r\n").split(b"\n")
            if b",1," in last:
                path.write_bytes(b"\n".join([*lines, last.replace(b",1,", b",2,", 1)]) + b"\n")
                return
        sys.exit("no file that can be corrected")

    def after_correction(self):
        self.correct()
        return self.run()

    def stages(self):
        return stages([*self.command, "-v", "--lang", "en"])


def best_roll_up(data, scratch):
    """(its name, what times it) of the peer that adds up the files of `counties` in the least time; None without one."""
    peers, shape = installed(os.environ.get("BENCH_PYTHON", "python3"))[0], SHAPES["counties"]

    def run(name):
        out = scratch / "rolled-up.csv"
        used = timed(peers[name](shape, data / shape.name, str(out)))
        out.unlink()
        return used

    once = {}
    for name in peers:
        progress(f"{shape.name}: {name}")
        once[name] = min(run(name), run(name)).wall
    best = min(once, key=once.get, default=None)
    return best and (best, lambda: run(best))


def month(campaigns, peer):
    """The month once, again after one corrected file, and with nothing new."""
    kinds = {(outputs, name): run for outputs, campaign in campaigns.items() for name, run in [
        ("into an empty history", campaign.first), ("one file corrected", campaign.after_correction),
        ("nothing new", campaign.run)]}
    if peer:
        kinds["", "the roll-up alone, by " + peer[0]] = peer[1]
    found = {kind: [] for kind in kinds}
    for number in range(rounds() + 1):
        progress(f"the month: round {number} of {rounds()}")
        for kind, run in kinds.items():
            used = run()
            if number:  # the round before the first warms up
                found[kind].append(used)
    rows = []
    for (outputs, name), runs in found.items():
        first = found.get((outputs, "into an empty history"))
        beside = [first, found[list(kinds)[-1]]] if outputs and peer else [first]
        shares = [f"{ratio(runs, others, 0):.2f}" if others else "" for others in beside]
        rows.append([outputs, name, *shown(median(runs)), *shares, *[""] * (2 - len(shares))])
    print("\n### The national month")
    table(["outputs", "run", "wall", "processor", "peak", "wall, of the first", "of the roll-up's"], rows, 2)
    month_stages(campaigns)


def month_stages(campaigns):
    parts = {}
    for outputs, campaign in campaigns.items():
        campaign.forget()
        parts[outputs, "into an empty history"] = campaign.stages()
        campaign.correct()
        parts[outputs, "one file corrected"] = campaign.stages()
    print("\n### The stages of `yuebao run -v`")
    heads = [head for head in next(iter(parts.values())) if head]
    table(["outputs", "run", "whole", *heads], [
        [*kind, f"{part[''][0]} s", *(f"{part[head][0]} s ({part[head][1]} %)" for head in heads)]
        for kind, part in parts.items()], 2)


def growth(yuebao, nation, scratch):
    """The month at four sizes, in turn."""
    sizes = [1, 2, 4, 8]
    campaigns = {}
    for size in sizes:
        progress(f"making the month {size} times as large")
        folder = scratch / f"times-{size}"
        subprocess.run([sys.executable, HERE / "nation.py", nation, folder, str(size)], check=True)
        campaigns[size] = Campaign(yuebao, folder)
    found = {size: [] for size in sizes}
    for number in range(rounds()):
        for size, campaign in campaigns.items():
            progress(f"{size} times: round {number + 1} of {rounds()}")
            found[size].append(campaign.first())
    rows, before = [], None
    for size in sizes:
        used = median(found[size])
        files = sum(1 for _ in (campaigns[size].folder / "inbox" / MONTH).glob("*/*"))
        grown = [f"{math.log2(used[k] / before[k]):.2f}" if before else "" for k in range(3)]
        rows.append([f"{size} ×", f"{files:,}", *shown(used), *grown])
        before = used
        shutil.rmtree(campaigns[size].folder)
    print("\n### Growth")
    table(["month", "files", "wall", "processor", "peak", "exponent: wall", "processor", "memory"], rows)


def year(yuebao, nation, scratch):
    """One corrected file, with twelve months in the history."""
    folder = scratch / "year"
    progress("twelve months")
    subprocess.run([sys.executable, HERE / "year.py", nation, folder, "12"], check=True)
    taken = timed([yuebao, "ingest", "-q", "-C", str(folder)])
    size = os.path.getsize(folder / "history.sqlite") / 12e6
    campaign = Campaign(yuebao, folder)
    runs = []
    for number in range(rounds()):
        progress(f"a year: round {number + 1} of {rounds()}")
        runs.append(campaign.after_correction())
    print(f"\n### Twelve months in the history ({size:.1f} MB a month)")
    table(["", "wall", "processor", "peak"], [
        ["twelve months taken in, once", *shown(taken)], ["one file corrected", *shown(median(runs))]])


def main():
    yuebao, nation = str(Path(sys.argv[1]).absolute()), Path(sys.argv[2])
    take_memory()
    print(f"\n{machine()}; medians of {rounds()} rounds", flush=True)
    Path(sys.argv[3]).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=sys.argv[3]) as work:
        scratch = Path(work)
        campaigns = {}
        for outputs in ["all", "Markdown and CSV"]:
            folder = scratch / f"month-{len(campaigns)}"
            subprocess.run([sys.executable, HERE / "nation.py", nation, folder, "1"], check=True)
            campaigns[outputs] = Campaign(yuebao, folder)
        with open(folder / "campaign.yaml", "a", encoding="utf-8") as file:
            file.write("\nrun: {outputs: []}\n")
        month(campaigns, best_roll_up(made(Path(sys.argv[4])), scratch))
        growth(yuebao, nation, scratch)
        year(yuebao, nation, scratch)


if __name__ == "__main__":
    main()
