"""Whether two clauses of different documents settle one matter: a sum of signs that can be explained one by one.

What tells most is whether each is, of all that other documents say, the likest to the other: of any clause there is a
likest one somewhere, but seldom one to which it is the likest too.
"""

from typing import NamedTuple

from bot.answering.deciding.decide import Verdict
from bot.answering.levels.level import Level, own_words, told, unbounded
from bot.answering.weighing.evidence import Evidence
from bot.answering.weighing.near import Near
from bot.answering.weighing.weights import CONTRADICTION, CONTRADICTION_BIAS, Contrast
from corpus.outline.marks import mark

_FARTHEST = 8.0  # by how much two clauses' weights are told apart at most


class Side(NamedTuple):
    """A clause that settles something, and what it speaks of: pairs of characters, or words; `counts` for a number."""

    evidence: Evidence
    matter: frozenset[str]
    counts: bool = False


def deciding(verdict: Verdict) -> Side:
    """Return the clause of a verdict with what its level is about, by the words of the whole clause."""
    words = {"words": verdict.evidence.passage.text, "topic": ""}
    return Side(verdict.evidence, matter(verdict.levels[0].model_copy(update=words)))


def counting(evidence: Evidence) -> Side:
    """Return a clause that names a number with what it is about beside its numbers."""
    return Side(evidence, told(_unmarked(unbounded(evidence.passage.text))), counts=True)


def of_one_matter(one: Side, bearer: Side, near: Near) -> bool:
    """Tell whether a clause settles the matter that the bearer of an answer settles, in another document."""
    said = signs(one, bearer, near)
    return CONTRADICTION_BIAS + sum(CONTRADICTION[name] * value for name, value in said.items()) > 0


def signs(one: Side, bearer: Side, near: Near) -> dict[Contrast, float]:
    """Return what tells a clause that settles the bearer's matter from one that only sounds like it."""
    lead, back = near.lead(bearer.evidence, one.evidence), near.lead(one.evidence, bearer.evidence)
    return {
        Contrast.LIKE: near.like(one.evidence, bearer.evidence),
        Contrast.LEAD: lead,
        Contrast.BACK: back,
        Contrast.MUTUAL: float(min(lead, back) > 0),
        Contrast.WORDS: _shared(one.matter, bearer.matter),
        Contrast.APART: min(_FARTHEST, abs(one.evidence.score - bearer.evidence.score)),
        Contrast.COSINE: one.evidence.found.cosine,
        Contrast.NUMBER: float(one.counts),
    }


def matter(level: Level) -> frozenset[str]:
    """Return what a level speaks of, without the number of its clause."""
    return told(_unmarked(own_words(level)))


def _unmarked(words: str) -> str:
    opened = mark(words)
    return words[opened.length :] if opened else words


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
