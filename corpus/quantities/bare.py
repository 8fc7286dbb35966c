"""Sums of money without a currency, where a document says once for all what they are in: over 2,500 up to 10,000."""

from decimal import Decimal

from corpus.quantities.units import Measure
from corpus.quantities.values import Range
from corpus.quantities.wording import ranges

_LEAST = Decimal(500)  # a smaller number without a unit counts something as often


def bare_sums(text: str) -> list[Range]:
    """Return the ranges of numbers without a unit that are large enough to be money."""
    return [r for r in ranges(text, money=True) if r.measure is Measure.MONEY and not r.unit and _large(r)]


def _large(one: Range) -> bool:
    return any(end is not None and end >= _LEAST for end in (one.low, one.high))
