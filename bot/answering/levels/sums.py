"""The rungs of a ladder of sums that leave out the currency: up to 1,000 pounds A, more than 5,000 B."""

from collections.abc import Iterator, Sequence

from bot.answering.levels.level import Level, within
from corpus.quantities import Measure, Range, ranges


def summed(levels: Sequence[Level]) -> Iterator[Level]:
    """Yield levels, those with the sums they bound that name none in a list of which another goes by sums."""
    by_sums = {within(level) for level in levels if _by_sums(level.bounds)}
    for level in levels:
        bounds = () if level.bounds or within(level) not in by_sums else _sums(level.condition)
        yield level.model_copy(update={"bounds": bounds}) if bounds else level


def _by_sums(bounds: Sequence[Range]) -> bool:
    return any(r.measure is Measure.MONEY for r in bounds)


def _sums(words: str) -> tuple[Range, ...]:
    return tuple(r for r in ranges(words, money=True) if r.low != r.high and r.measure is Measure.MONEY)
