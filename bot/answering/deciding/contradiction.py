"""Whether two clauses of different documents settle one matter: a sum of signs that can be explained one by one.

What tells most is whether each is, of all that other documents say, the likest to the other: of any clause there is a
likest one somewhere, but seldom one to which it is the likest too.
"""

from bot.answering.deciding.decide import Verdict
from bot.answering.levels.level import Level, own_words, told
from bot.answering.weighing.near import Near
from bot.answering.weighing.weights import CONTRADICTION, CONTRADICTION_BIAS, Contrast
from corpus.outline.marks import mark

_FARTHEST = 8.0  # by how much two clauses' weights are told apart at most


def of_one_matter(one: Verdict, bearer: Verdict, near: Near) -> bool:
    """Tell whether a clause settles the matter that the bearer of a decision settles, in another document."""
    said = signs(one, bearer, near)
    return CONTRADICTION_BIAS + sum(CONTRADICTION[name] * value for name, value in said.items()) > 0


def signs(one: Verdict, bearer: Verdict, near: Near) -> dict[Contrast, float]:
    """Return what tells a clause that settles the bearer's matter from one that only sounds like it."""
    lead, back = near.lead(bearer.evidence, one.evidence), near.lead(one.evidence, bearer.evidence)
    return {
        Contrast.LIKE: near.like(one.evidence, bearer.evidence),
        Contrast.LEAD: lead,
        Contrast.BACK: back,
        Contrast.MUTUAL: float(min(lead, back) > 0),
        Contrast.WORDS: _shared(matter(_of_clause(one)), matter(_of_clause(bearer))),
        Contrast.APART: min(_FARTHEST, abs(one.evidence.score - bearer.evidence.score)),
        Contrast.COSINE: one.evidence.found.cosine,
    }


def matter(level: Level) -> frozenset[str]:
    """Return what a level speaks of, without the number of its clause."""
    words = own_words(level)
    opened = mark(words)
    return told(words[opened.length :] if opened else words)


def _of_clause(verdict: Verdict) -> Level:
    """Return a verdict's level with the words of its whole clause."""
    return verdict.levels[0].model_copy(update={"words": verdict.evidence.passage.text, "topic": ""})


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
