"""Money, durations, counts and the bounds that words make of them; for rules and questions alike."""

from corpus.quantities.wording import Measure, Range, amounts, comparable, compatible, defined, ranges

__all__ = ["Measure", "Range", "amounts", "comparable", "compatible", "defined", "ranges"]
