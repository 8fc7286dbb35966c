"""Money, durations, counts and the bounds that words make of them; for rules and questions alike."""

from corpus.quantities.bare import bare_sums
from corpus.quantities.bounds import defined
from corpus.quantities.figures import figures
from corpus.quantities.units import Measure
from corpus.quantities.values import Amount, Range, comparable, compatible, in_money
from corpus.quantities.wording import amounts, ranges

__all__ = [
    "Amount",
    "Measure",
    "Range",
    "amounts",
    "bare_sums",
    "comparable",
    "compatible",
    "defined",
    "figures",
    "in_money",
    "ranges",
]
