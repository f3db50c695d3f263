#!/usr/bin/env python3
"""bench-figures.py YUEBAO FIXTURES DATA [ROUNDS]: the roll-up of `yuebao figures` beside polars', in turn.

DATA is made by bench-data.py where it is not there. Prints medians of wall and processor time and peak memory, and the
median of the ratios of the pairs; fails where the sums are not the same. Without polars it times yuebao alone; Python of
PEER_PYTHON runs it (python3 without it).
"""
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PREFIXES = (2, 4, 6, 9)
# Shape, campaign, further options, the peer's key columns, the columns that are added.
SHAPES = [
    ("counties", "month", ["--month", "2025-06"], 3, 24),
    ("provinces", "month", ["--month", "2025-06"], 3, 24),
    ("gb18030", "month", ["--month", "2025-06"], 3, 24),
    ("year", "year", [], 2, 6),
]
PEER = '''
import sys, glob
import polars as pl
data, out, keys, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
names = ["code", "name", "month"] if keys == 3 else ["code", "month"]
values = [f"v{i}" for i in range(1, count + 1)]
schema = {**{n: pl.String for n in names}, **{v: pl.Int64 for v in values[:-1]}, values[-1]: pl.Float64}
files = sorted(glob.glob(data + "/*.csv"))
if len(files) == 1:
    raw = pl.scan_csv(files, has_header=False, skip_rows=1, schema=schema)
else:
    joined = b"".join(open(f, "rb").read().split(b"\\n", 1)[1] for f in files)
    if data.endswith("gb18030"):
        joined = joined.decode("gb18030").encode()
    raw = pl.read_csv(joined, has_header=False, schema=schema).lazy()
level = raw.group_by([pl.col("code").str.slice(0, 9).alias("code"), "month"]).agg(
    pl.len().alias("units"), pl.col(values).sum()).collect(engine="streaming")
levels = [level.filter(pl.col("code").str.len_bytes() == 9)]
for width in (6, 4, 2, 0):
    code = pl.col("code").str.slice(0, width) if width else pl.lit("0")
    level = level.group_by([code.alias("code"), "month"]).agg(pl.col(["units", *values]).sum())
    levels.append(level)
pl.concat(levels).with_columns(pl.col(values[-1]).round(2)).write_csv(out)
'''


def timed(command):
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def rows(path, shape):
    """The sums by unit and month: {(code, month): numbers}, yuebao's and polars' alike."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        head = next(reader)
        if head[0] == "code":
            return {(r[0], r[1]): [float(x or 0) for x in r[2:]] for r in reader}
        # Of a rate or a share the numerator is the sum; a row without reports is none.
        if shape == "year":
            wanted = [head.index("组织")] + [i for i, h in enumerate(head) if h.endswith("·分子")] + [
                i for i, h in enumerate(head) if h in ("团员", "联系青年", "工作经费(元)")]
            return {(r[1], r[0]): [float(r[i] or 0) for i in wanted] for r in reader if r[4] != "0"}
        flags = [i for i, h in enumerate(head) if h.endswith("·分子")]
        found = {}
        for r in reader:
            if r[4] != "0":
                pairs = [sum(float(r[i] or 0) for i in flags[k:k + 2]) for k in range(0, len(flags), 2)]
                found[r[1], r[0]] = [float(r[4])] + pairs + [float(x or 0) for x in r[flags[-1] + 3:]]
        return found


def compare(ours, theirs, shape):
    """Says whether the sums are the same. In a child: a command's peak begins with that of the process it came from."""
    child = os.fork()
    if child == 0:
        a, b = rows(ours, shape), rows(theirs, shape)
        same = a.keys() == b.keys() and all(
            len(a[k]) == len(b[k]) and all(abs(x - y) < 0.006 for x, y in zip(a[k], b[k])) for k in a)
        print(f"{shape}: {len(a)} units and months, sums {'the same' if same else 'DIFFER'}", flush=True)
        os._exit(not same)
    return os.waitpid(child, 0)[1] == 0


def main():
    yuebao, fixtures, data = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    python = os.environ.get("PEER_PYTHON", "python3")
    if not data.exists():
        subprocess.run([sys.executable, Path(__file__).with_name("bench-data.py"), data], check=True)
    has_peer = subprocess.run([python, "-c", "import polars"], stderr=subprocess.DEVNULL).returncode == 0
    wrong = 0
    with tempfile.TemporaryDirectory() as work:
        peer = Path(work, "peer.py")
        peer.write_text(PEER)
        for shape, campaign, options, keys, count in SHAPES:
            if not (data / shape).exists():
                continue
            found = {"yuebao": [], "polars": []}
            for number in range(rounds + 1):
                ours, theirs = Path(work, f"a{number}"), Path(work, f"b{number}")
                one = timed([yuebao, "figures", "-C", str(fixtures / campaign), "--prefixes", "2,4,6,9", *options,
                             "-q", "-o", str(ours), str(data / shape)])
                other = timed([python, str(peer), str(data / shape), str(theirs), str(keys), str(count)]) if has_peer else None
                if number == 0 and has_peer:
                    wrong += not compare(ours, theirs, shape)
                if number:
                    found["yuebao"].append(one)
                    found["polars"].append(other)
                for path in (ours, theirs):
                    path.unlink(missing_ok=True)
            for name, runs in found.items():
                if None not in runs:
                    wall, cpu, peak = (statistics.median(r[i] for r in runs) for i in range(3))
                    print(f"{shape:10} {name:7} wall {wall:.2f} s  cpu {cpu:.2f} s  peak {peak:.0f} MiB", flush=True)
            if has_peer:
                ratio = statistics.median(a[0] / b[0] for a, b in zip(found["yuebao"], found["polars"]))
                print(f"{shape:10} yuebao's wall time is {ratio:.2f} of polars'", flush=True)
    sys.exit(1 if wrong else 0)


main()
