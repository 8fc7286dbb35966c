"""What search returns."""

from typing import NamedTuple

from corpus.models import Passage


class Scored(NamedTuple):
    """The number of a passage with what orders it among the others, each as a Hit has it."""

    number: int
    score: float
    cosine: float
    words: float
    touched: float
    missed: float


class Hit(NamedTuple):
    """A passage that search returned.

    `cosine` is exact for every hit, `standout` how many standard deviations it lies above the mean of this index;
    `words` is 0 where BM25 had none. `touched` is how near the passage comes to each token of the question on average,
    `missed` how near to the third that it comes least near to: cosines, 0 where the model has no vectors of tokens.
    `beside` is the mean cosine of what else stands under its heading, the usual one where nothing does. `match` is how
    surely it answers, as log-odds (index.matcher), 0 where there is nothing to tell from.
    """

    number: int
    passage: Passage
    score: float
    cosine: float
    words: float
    standout: float
    touched: float = 0.0
    missed: float = 0.0
    beside: float = 0.0
    match: float = 0.0
