"""Money, durations, counts and the bounds that words make of them; for rules and questions alike."""

from corpus.quantities.bounds import defined
from corpus.quantities.units import Measure
from corpus.quantities.values import Amount, Range, comparable, compatible
from corpus.quantities.wording import amounts, ranges

__all__ = ["Amount", "Measure", "Range", "amounts", "comparable", "compatible", "defined", "ranges"]
