"""The shapes that scripts/bench-data.py makes: what yuebao and its peers are asked of each."""
from typing import NamedTuple


class Shape(NamedTuple):
    name: str  # the folder of its files
    campaign: str  # the campaign of fixtures/bench
    month: str  # the month of all rows; empty where rows say theirs
    texts: tuple  # the columns before the numbers
    count: int  # how many numbers: the first three are flags, the last is money
    encoding: str = "utf-8"
    joined: bool = False  # so many small files that DuckDB reads them faster as one stream

    @property
    def keys(self):
        """What tells rows of one unit apart."""
        return () if self.month else ("month",)

    @property
    def values(self):
        return [f"v{number}" for number in range(1, self.count + 1)]

    def columns(self, text, whole, money):
        """The columns of its files, each with its type."""
        types = [text] * len(self.texts) + [whole] * (self.count - 1) + [money]
        return dict(zip([*self.texts, *self.values], types))


MONTH = ("month", "2025-06", ("code", "name", "month"), 24)
SHAPES = {
    shape.name: shape
    for shape in [
        Shape("counties", *MONTH, joined=True),
        Shape("provinces", *MONTH),
        Shape("year", "year", "", ("code", "month"), 6),
        Shape("gb18030", *MONTH, encoding="gb18030", joined=True),
    ]
}
WIDTHS = (9, 6, 4, 2, 0)  # how much of a code names the unit, from townships to the nation
RATES = ("v1", "v2", "v3")  # each divided by the units that reported
