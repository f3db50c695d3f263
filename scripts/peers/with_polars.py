"""with_polars.py SHAPE DATA OUT: the roll-up by polars. Many files are joined first: it reads these faster."""
import glob
import sys

import polars as pl
from shapes import RATES, SHAPES, WIDTHS

name, data, out = sys.argv[1:]
shape = SHAPES[name]
schema = shape.columns(pl.String, pl.Int64, pl.Float64)
files = sorted(glob.glob(data + "/*.csv"))
if len(files) == 1:
    rows = pl.scan_csv(files[0], has_header=False, skip_rows=1, schema=schema)
else:
    joined = b"".join(open(file, "rb").read().split(b"\n", 1)[1] for file in files)
    if shape.encoding != "utf-8":
        joined = joined.decode(shape.encoding).encode()
    rows = pl.read_csv(joined, has_header=False, schema=schema).lazy()

level = rows.group_by([pl.col("code").str.slice(0, 9), *shape.keys]).agg(
    pl.len().cast(pl.Int64).alias("units"), pl.col(shape.values).sum()).collect(engine="streaming")
levels = [level.filter(pl.col("code").str.len_bytes() == 9)]
for width in WIDTHS[1:]:
    unit = pl.col("code").str.slice(0, width) if width else pl.lit("0")
    level = level.group_by([unit.alias("code"), *shape.keys]).agg(pl.col(["units", *shape.values]).sum())
    levels.append(level)
rates = [(pl.col(v) / pl.col("units")).round(4).alias("r" + v[1:]) for v in RATES]
pl.concat(levels).with_columns(pl.col(shape.values[-1]).round(2), *rates).write_csv(out)
