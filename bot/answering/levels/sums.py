"""The rungs of a ladder of sums that leave out the currency: up to 1,000 pounds A, more than 5,000 B."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.answering.levels.level import Level, within
from corpus.quantities import Measure, Range, bare_sums, in_money, ranges

_RUNGS = 2  # of a ladder, at least, where no sum has a currency


def summed(levels: Sequence[Level]) -> Iterator[Level]:
    """Yield levels, those with the sums they bound that name none in a list of which another goes by sums.

    Where no other does, several of the list must bound what is large enough to be a sum.
    """
    by_sums = {within(level) for level in levels if in_money(level.bounds)}
    bare = Counter(within(level) for level in levels if not level.bounds and _bounding(bare_sums(level.condition)))
    by_sums |= {place for place, times in bare.items() if times >= _RUNGS}
    for level in levels:
        bounds = () if level.bounds or within(level) not in by_sums else _sums(level.condition)
        yield level.model_copy(update={"bounds": bounds}) if bounds else level


def _bounding(some: Sequence[Range]) -> bool:
    return any(r.low != r.high for r in some)


def _sums(words: str) -> tuple[Range, ...]:
    return tuple(r for r in ranges(words, money=True) if r.low != r.high and r.measure is Measure.MONEY)
