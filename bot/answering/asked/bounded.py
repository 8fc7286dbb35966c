"""What a question bounds, counted as the levels count that it is asked of."""

from collections.abc import Sequence

from bot.answering.asked.heads import AGE, ages, by_heads, heads
from corpus.quantities import Range, in_money, ranges


def bounded(text: str, bounds: Sequence[Range]) -> list[Range]:
    """Return what a question bounds; where the `bounds` of levels are sums, a number without a unit is one."""
    said = ranges(text)
    if in_money(bounds) and not in_money(said):
        return ranges(text, money=True)
    if by_heads(bounds) and not by_heads(said):
        return heads(text)
    return [*said, *ages(text)] if _by_age(bounds) and not _by_age(said) else said


def _by_age(bounds: Sequence[Range]) -> bool:
    return any(r.unit == AGE for r in bounds)
