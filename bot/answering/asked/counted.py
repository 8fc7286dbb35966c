"""What a question counts by another name than the levels do, or a share it names in words: five parts, 500本, 对折."""

import re
from collections.abc import Sequence
from decimal import Decimal

from corpus.quantities import Measure, Range, figures

# measured rather than counted: a bare number may be in any multiple of these
_MEASURED = {"克", "米", "毫升", "千瓦", "千伏", "瓦时", "平方米", "亩", "acre", "foot", "square foot"}
_LEAST, _YEARS = 2, range(1900, 2101)  # one of something is mostly an article
_HALF = re.compile(
    r"(?:打|减|砍|对|便宜)?(?:对折|半价|一半)|减半|\b(?:half (?:as much|off|price|the|of)|by half)\b", re.IGNORECASE
)
_SHARE = Decimal(50)


def counted(text: str, said: Sequence[Range], bounds: Sequence[Range]) -> list[Range]:
    """Return what a question bounds, its one number taken for what some bounds count where it counts nothing they do.

    Where they go by shares, 对折 and "half as much" are one.
    """
    units = {r.unit for r in bounds if r.measure is Measure.COUNT and r.unit} - _MEASURED
    if {r.measure for r in bounds} == {Measure.SHARE} and not any(r.measure is Measure.SHARE for r in said):
        found = _HALF.search(text)
        return [*said, _of(Measure.SHARE, "%", _SHARE, *found.span())] if found else list(said)
    if len(units) != 1 or any(r.measure is Measure.MONEY for r in bounds) or any(r.unit in units for r in said):
        return list(said)
    unit = units.pop()
    known = [r for r in said if r.measure is not Measure.COUNT]
    free = [f for f in figures(text) if not any(r.start <= f.start < r.end for r in known)]
    free = [f for f in free if f.value >= _LEAST and not f.before and (f.unit or f.value not in _YEARS)]
    if len(free) != 1 or free[0].until is not None:
        return list(said)
    return [*known, _of(Measure.COUNT, unit, free[0].value, free[0].start, free[0].end)]


def _of(measure: Measure, unit: str, value: Decimal, start: int, end: int) -> Range:
    return Range(measure=measure, unit=unit, low=value, low_in=True, high=value, high_in=True, start=start, end=end)
