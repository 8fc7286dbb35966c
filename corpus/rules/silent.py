"""Clauses that look as if they say who acts, but that no rule was read from."""

import re
from collections.abc import Collection

from corpus.models import Clause, Document, Kind
from corpus.passages import chinese
from corpus.rules.actors import looks_like
from corpus.rules.verbs import CHINESE, act_of

_HEADS = frozenset(("part", "chapter", "section", "heading", "table"))
# what stands on either side of an actor's name
_AROUND = re.compile(rf"[，。；：、（）,;:()|\s]|由|经|报|向|的|应当|可以|不得|须|{CHINESE}")
_VERB = re.compile(CHINESE)


def silent(document: Document) -> list[Clause]:
    """Return the clauses without a rule in which a verb of rules stands beside somebody who may act."""
    if document.facts.kind is Kind.FAQ:
        return []
    ruled = {rule.clause for rule in document.rules}
    actors = {rule.actor.lower() for rule in document.rules if len(rule.actor) > 1}
    return [
        clause
        for clause in document.clauses
        if clause.level not in _HEADS
        and document.link(clause) not in ruled
        and _speaks(document.text[clause.start : clause.end], actors)
    ]


def _speaks(text: str, actors: Collection[str]) -> bool:
    """Tell whether a text may say who acts; `actors` are those of its document, in small letters."""
    if chinese(text):
        return _VERB.search(text) is not None and any(map(looks_like, filter(None, _AROUND.split(text))))
    named = any(re.search(rf"\b{re.escape(actor)}\b", text.lower()) for actor in actors)
    return named and any(map(act_of, re.findall(r"[A-Za-z]+", text)))
