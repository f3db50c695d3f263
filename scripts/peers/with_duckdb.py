"""with_duckdb.py SHAPE DATA OUT: the roll-up by DuckDB's library."""
import sys

import duckdb
import rollup
from shapes import SHAPES

name, data, out = sys.argv[1:]
duckdb.connect().execute(rollup.duckdb(SHAPES[name], data + "/*.csv", out))
