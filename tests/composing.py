"""Answers composed from a document of a few lines, without an index."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.asked.question import understand
from bot.answering.models import Answer
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Evidence, Found, weigh
from bot.answering.weighing.select import choose
from corpus.document import document
from corpus.models import Document, Facts, Line


class Standing(NamedTuple):
    """All passages as near to each other, and each by so much liker to any than what else other documents say."""

    cosine: float
    before: float = 0.2

    def like(self, one: Evidence, other: Evidence) -> float:
        """The cosine of two passages."""
        return self.cosine

    def lead(self, one: Evidence, other: Evidence) -> float:
        """By how much another leads."""
        return self.before

    def close(self, one: Evidence, other: Evidence) -> bool:
        """Whether another is near."""
        return True

    def alike(self, words: Sequence[str]) -> list[float]:
        """How like the question words are: all as much."""
        return [self.cosine] * len(words)


def rules(title: str, *lines: str) -> Document:
    """Return the document that some lines make."""
    return document("rules.md", "rules", Facts(title=title), "0" * 64, [Line(text=line) for line in lines])


def answered(question: str, made: Document) -> Answer:
    """Return what one document answers, all its passages found and equally near."""
    asked = understand(question)
    found = [
        Found(passage=p, facts=made.facts, cosine=0.8, rules=tuple(r for r in made.rules if r.clause == p.id))
        for p in made.passages
    ]
    weighed = weigh(asked, found, lambda term: 1.0)
    return compose(asked, choose(weighed), {made.path: made}, lambda term: 1.0, Standing(0.5))
