"""with_pandas.py SHAPE DATA OUT: the roll-up by pandas. Many files are joined first and parsed at once."""
import glob
import io
import sys

import pandas as pd
from shapes import RATES, SHAPES, WIDTHS

name, data, out = sys.argv[1:]
shape = SHAPES[name]
types = shape.columns("str", "float64", "float64")
files = sorted(glob.glob(data + "/*.csv"))
if len(files) == 1:
    source, heading = files[0], 1
else:
    source, heading = io.BytesIO(b"".join(open(file, "rb").read().split(b"\n", 1)[1] for file in files)), 0
rows = pd.read_csv(
    source, names=list(types), usecols=["code", *shape.keys, *shape.values], skiprows=heading, dtype=types,
    encoding=shape.encoding, engine="c")

level, levels = rows.assign(units=1), []
for width in WIDTHS:
    unit = level["code"].str.slice(0, width) if width else "0"
    level = level.assign(code=unit).groupby(["code", *shape.keys], sort=False)[["units", *shape.values]].sum()
    level = level.reset_index()
    levels.append(level[level["code"].str.len() == 9] if width == 9 else level)
whole = pd.concat(levels)
counts, money = shape.values[:-1], shape.values[-1]
whole[counts] = whole[counts].astype("int64")
whole[money] = whole[money].round(2)
for v in RATES:
    whole["r" + v[1:]] = (whole[v] / whole["units"]).round(4)
whole.to_csv(out, index=False)
