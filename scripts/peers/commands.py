"""The commands of the peers that are installed."""
import glob
import shutil
import subprocess
from functools import partial
from pathlib import Path

import rollup

HERE = Path(__file__).parent
MODULES = {"polars": "polars", "pandas": "pandas", "DuckDB (Python)": "duckdb"}


def rows_of(shape, data):
    """A shell's command that prints the rows of all files in UTF-8, without headings."""
    convert = "" if shape.encoding == "utf-8" else f" | iconv -f {shape.encoding.upper()} -t UTF-8"
    return f"tail -q -n +2 '{data}'/*.csv{convert}"


def duckdb_shell(program, shape, data, out):
    """DuckDB reads one stream faster than many small files, and no GB18030."""
    if not shape.joined:
        return [program, "-batch", "-c", rollup.duckdb(shape, f"{data}/*.csv", out)]
    statement = rollup.duckdb(shape, "/dev/stdin", out)
    return ["sh", "-c", rows_of(shape, data) + ' | "$0" -batch -c "$1"', program, statement]


def sqlite_shell(program, shape, data, out):
    script = Path(out).with_suffix(".sql")
    script.write_text(rollup.sqlite(shape, rows_of(shape, data), out))
    return [program, ":memory:", f".read {script}"]


def module(python, name, shape, data, out):
    if name == "duckdb" and shape.encoding != "utf-8":
        return None
    return [python, str(HERE / f"with_{name}.py"), shape.name, str(data), str(out)]


def installed(python):
    """({name: (shape, data, out) -> command, None where the peer cannot}, the names of those that are not there)."""
    python = shutil.which(python) or shutil.which("python3")
    beside = Path(python).parent.parent if python else HERE
    shells = glob.glob(str(beside / "lib/python3*/site-packages/duckdb_cli/duckdb"))
    duckdb, sqlite = shells[0] if shells else shutil.which("duckdb"), shutil.which("sqlite3")
    peers = {"DuckDB (shell)": duckdb and partial(duckdb_shell, duckdb),
             "SQLite (shell)": sqlite and partial(sqlite_shell, sqlite)}
    for name, library in MODULES.items():
        imported = python and subprocess.run([python, "-c", f"import {library}"], stderr=subprocess.DEVNULL)
        is_there = imported and imported.returncode == 0
        peers[name] = partial(module, python, library) if is_there else None
    found = {name: peer for name, peer in peers.items() if peer}
    return found, sorted(peers.keys() - found.keys())
