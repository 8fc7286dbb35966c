"""Which of two rungs has the amount at which they meet: the one that says so, and neither for who asks for a range."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answering.levels.level import Level
from corpus.quantities import Range, amounts, comparable

# 5万元（含）至20万元, and 5万元及以上, says that its end is its own, where 5万元以下 goes by the custom alone
_BEHIND = re.compile(
    r"\s?(?:[及或]者?以[上下内]|(?:以[上下内])?\s?[（(]?\s?(?:包[含括]|含(?!税)|inclu(?:sive|ding)))", re.IGNORECASE
)
_BEFORE = re.compile(r"(?:(?<!不)[含括]|\bincluding)\s?$", re.IGNORECASE)


def marked(level: Level, value: Decimal) -> bool:
    """Tell whether a level says of an amount at its end that it takes it in."""
    said = level.condition
    ends = (one for one in amounts(said) if one.value == value)
    return any(_BEHIND.match(said, one.end) or _BEFORE.search(said[: one.start]) for one in ends)


def at_their_edges(some: Sequence[Level], asked: Sequence[Range]) -> list[Level]:
    """Return the levels but those that take in only the end of what a question names, where others take in more.

    Of two that meet at the very amount it names, the one that says that it takes in its end has it.
    """
    kept = [level for level in some if not any(_touches(level, one) for one in asked)] or list(some)
    for value in (one.low for one in asked if one.low is not None and one.low == one.high):
        ends = [level for level in kept if any(value in (r.low, r.high) for r in level.bounds)]
        saying = [level for level in ends if marked(level, value)]
        kept = [level for level in kept if not saying or level in saying or level not in ends]
    return kept


def _touches(level: Level, asked: Range) -> bool:
    """Tell whether a level and a range that is asked for have but one value in common."""
    if asked.low == asked.high:
        return False
    return any(
        comparable(bound, asked)
        and (bound.low is not None and bound.low == asked.high or bound.high is not None and bound.high == asked.low)
        for bound in level.bounds
    )
