"""What a question bounds, counted as the levels count that it is asked of."""

from collections.abc import Sequence

from bot.answering.asked.counted import counted
from bot.answering.asked.heads import AGE, ages, by_heads, called, heads
from corpus.quantities import Measure, Range, in_money, ranges

_HOUR = "hour"  # of overtime: counted, and no time that something lasts


def bounded(text: str, bounds: Sequence[Range]) -> list[Range]:
    """Return what a question bounds, a number without a unit as a sum where the `bounds` of levels are sums.

    Where those are bare numbers, whatever the question counts is held against them: 600 people, from 201 to 1,000.
    """
    said = called(ranges(text), bounds)
    if in_money(bounds) and not in_money(said):
        sums = ranges(text, money=True)
        return sums if in_money(sums) or any(r.unit for r in bounds) else [_as_sum(r) for r in sums]
    if any(r.measure is Measure.DAYS for r in bounds) and any(r.unit == _HOUR for r in said):
        said = [_as_time(r) if r.unit == _HOUR else r for r in said]
    if by_heads(bounds) and not by_heads(said):
        return heads(text)
    said = counted(text, said, bounds)
    return [*said, *ages(text)] if _by_age(bounds) and not _by_age(said) else said


def _as_sum(counted: Range) -> Range:
    """Return how many there are as a bare number is read; an article counts nothing."""
    one = counted.measure is not Measure.COUNT or counted.low == counted.high == 1
    return counted if one else counted.model_copy(update={"measure": Measure.MONEY, "unit": ""})


def _as_time(hours: Range) -> Range:
    low, high = (None if end is None else end / 24 for end in (hours.low, hours.high))
    return hours.model_copy(update={"measure": Measure.DAYS, "unit": "day", "low": low, "high": high})


def _by_age(bounds: Sequence[Range]) -> bool:
    return any(r.unit == AGE for r in bounds)
