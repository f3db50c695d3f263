"""The roll-up as SQL: each level is added up from the one below it."""
from shapes import RATES, WIDTHS


def select(shape, source):
    """One statement that DuckDB and SQLite understand; `source` gives the rows of the files."""
    keys = "".join(f", {key}" for key in shape.keys)
    money = shape.values[-1]
    first = ", ".join(f"coalesce(sum({v}), 0) AS {v}" for v in shape.values)
    again = ", ".join(f"sum({v}) AS {v}" for v in shape.values)
    steps = [f"w9 AS MATERIALIZED (SELECT substr(code, 1, 9) AS unit{keys}, count(*) AS units, {first} "
             f"FROM {source} GROUP BY 1{keys})"]
    for below, width in zip(WIDTHS, WIDTHS[1:]):
        code = f"substr(unit, 1, {width})" if width else "'0'"
        steps.append(f"w{width} AS MATERIALIZED (SELECT {code} AS unit{keys}, sum(units) AS units, {again} "
                     f"FROM w{below} GROUP BY 1{keys})")
    # The county's own row stands among the townships, and in its county's sum.
    levels = ["SELECT * FROM w9 WHERE length(unit) = 9"] + [f"SELECT * FROM w{width}" for width in WIDTHS[1:]]
    shown = ", ".join(f"round({v}, 2) AS {v}" if v == money else v for v in shape.values)
    rates = ", ".join(f"round(1.0 * {v} / units, 4) AS r{v[1:]}" for v in RATES)
    return (f"WITH {', '.join(steps)} SELECT unit AS code{keys}, units, {shown}, {rates} "
            f"FROM ({' UNION ALL '.join(levels)}) AS levels")


def duckdb(shape, files, out):
    """DuckDB's statement; `files` is a pattern, or /dev/stdin for rows without a heading."""
    header = "false" if files == "/dev/stdin" else "true"
    source = (f"read_csv('{files}', columns={shape.columns('VARCHAR', 'INTEGER', 'DOUBLE')}, auto_detect=false, "
              f"header={header}, delim=',', quote='\"', escape='\"')")
    return f"SET preserve_insertion_order=false; COPY ({select(shape, source)}) TO '{out}' (HEADER)"


def sqlite(shape, rows, out):
    """The script of SQLite's shell; `rows` is a command that prints the rows without headings."""
    columns = ", ".join(f"{name} {kind}" for name, kind in shape.columns("TEXT", "INT", "REAL").items())
    return (f"PRAGMA journal_mode=OFF;\nPRAGMA synchronous=OFF;\nPRAGMA temp_store=MEMORY;\n"
            f"CREATE TABLE raw({columns});\n.import --csv \"|{rows}\" raw\n"
            f".headers on\n.mode csv\n.once {out}\n{select(shape, 'raw')};\n")
