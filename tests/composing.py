"""Answers composed from a document of a few lines, without an index."""

from bot.answering.answer import compose
from bot.answering.evidence import Found, weigh
from bot.answering.models import Answer
from bot.answering.question import understand
from bot.answering.select import choose
from corpus.document import document
from corpus.models import Document, Facts, Line


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
    return compose(asked, choose(weighed), {made.path: made}, lambda term: 1.0, lambda one, other: 0.5)
