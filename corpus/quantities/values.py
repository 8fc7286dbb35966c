"""What an amount is, which values a range allows, and whether two ranges can be meant together."""

from collections.abc import Iterable
from decimal import Decimal

from corpus.models import Record
from corpus.quantities.units import Measure


class Amount(Record):
    """One number with its unit: a currency code, "day", "%" or the counted noun; durations are in days."""

    measure: Measure
    unit: str
    value: Decimal
    start: int
    end: int


class Range(Record):
    """The values a condition allows: None is no bound, `low_in` and `high_in` whether the bound itself counts."""

    measure: Measure
    unit: str
    low: Decimal | None
    low_in: bool
    high: Decimal | None
    high_in: bool
    start: int
    end: int

    def holds(self, other: "Range") -> bool:
        """Tell whether some value lies in both ranges."""
        if self.measure is not other.measure or (self.unit and other.unit and self.unit != other.unit):
            return False
        return _below(self.low, self.low_in, other.high, other.high_in) and _below(
            other.low, other.low_in, self.high, self.high_in
        )


def _below(low: Decimal | None, low_in: bool, high: Decimal | None, high_in: bool) -> bool:
    if low is None or high is None:
        return True
    return low < high or (low == high and low_in and high_in)


def in_money(some: Iterable[Range]) -> bool:
    """Tell whether any of some ranges is one of money."""
    return any(one.measure is Measure.MONEY for one in some)


def _article(said: Range) -> bool:
    return said.measure is Measure.COUNT and said.low == said.high == 1


def compatible(condition: Iterable[Range], asked: Iterable[Range]) -> bool:
    """Tell whether what a question says fits a condition: no measure both speak of excludes the other.

    Counts of different things are not compared: three people say nothing of five votes. Nor is a bare count of
    one, which is mostly an article: 一位老师, one pupil.
    """
    verdicts: dict[tuple[Measure, str], bool] = {}
    wanted = [other for other in asked if not _article(other)]
    for one in condition:
        if _article(one):
            continue
        for other in wanted:
            if comparable(one, other):
                key = (one.measure, one.unit if one.measure is Measure.COUNT else "")
                verdicts[key] = verdicts.get(key, False) or one.holds(other)
    return all(verdicts.values())


def comparable(one: Range, other: Range) -> bool:
    """Tell whether two ranges bound the same: counts only of the same things."""
    return one.measure is other.measure and (one.measure is not Measure.COUNT or one.unit == other.unit)
