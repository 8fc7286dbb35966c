"""The rungs of a ladder that leave out the currency or what they count: up to 1,000 pounds A, more than 5,000 B."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.answering.levels.level import Level, within
from corpus.quantities import Measure, Range, bare_sums, in_money, ranges

_RUNGS = 2  # of a ladder, at least, where no sum has a currency


def summed(levels: Sequence[Level]) -> Iterator[Level]:
    """Yield levels, those with the sums they bound that name none in a list of which another goes by sums.

    Where no other does, several of the list must bound what is large enough to be a sum. In a list that counts
    something bare numbers count the same: up to 200 people A, from 201 to 1,000 B. A row says its bounds where it says
    what it is about: Purchase, above 2,500 to 20,000.
    """
    by_sums = {within(level) for level in levels if in_money(level.bounds)}
    counts = {within(level): one for level in levels for one in level.bounds if one.measure is Measure.COUNT}
    bare = Counter(within(level) for level in levels if not level.bounds and _bounding(bare_sums(_said(level))))
    by_sums |= {place for place, times in bare.items() if times >= _RUNGS and place not in counts}
    for level in levels:
        place = within(level)
        bounds = () if level.bounds or place not in {*by_sums, *counts} else _sums(_said(level))
        if place not in by_sums and place in counts:
            alike = {"measure": Measure.COUNT, "unit": counts[place].unit}
            bounds = tuple(one.model_copy(update=alike) for one in bounds if not one.unit)
        yield level.model_copy(update={"bounds": bounds}) if bounds else level


def _said(level: Level) -> str:
    """Return the words that bound a level: its condition, of a row without one the cells in which nobody acts."""
    cells = level.words.split(" | ")
    actors = [rule.actor for rule in level.rules]
    about = [cell for cell in cells if not any(actor in cell for actor in actors)] if len(cells) > 1 else []
    return level.condition or " | ".join(about)


def _bounding(some: Sequence[Range]) -> bool:
    return any(r.low != r.high for r in some)


def _sums(words: str) -> tuple[Range, ...]:
    return tuple(r for r in ranges(words, money=True) if r.low != r.high and r.measure is Measure.MONEY)
