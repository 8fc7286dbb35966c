"""Clauses in which an amendment has put other words: their levels as they read now, and where that is said."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.answering.level import Level
from corpus.models import Amended, Change, Document
from corpus.quantities import defined, ranges


def reworded(document: Document, found: Sequence[Level]) -> list[Level]:
    """Return the levels of a document with the amounts that its amendments have put in their clauses."""
    changes = [one for one in document.amended if one.now]
    return [_now(document, level, _of(document, level.link, changes)) for level in found] if changes else list(found)


def rewordings(links: Sequence[str], documents: Mapping[str, Document]) -> Iterator[tuple[str, int, int]]:
    """Yield the path and the span of what put other words in some clauses, as far as its document is at hand."""
    paths = {document.id: path for path, document in documents.items()}
    for document in documents.values():
        changes = [one for one in document.amended if one.now]
        for one in dict.fromkeys(one for link in links for one in _of(document, link, changes)):
            if path := paths.get(one.by.partition("#")[0]):
                yield path, one.start, one.end


def replaced(document: Document, documents: Mapping[str, Document]) -> Iterator[tuple[Amended, Document]]:
    """Yield each change that puts new words in the place of a clause of a document, with the document they are in."""
    changes = [one for one in document.amended if one.whole and one.change is Change.REPLACED]
    at_hand = {one.id: one for one in documents.values()} if changes else {}
    for one in changes:
        if by := at_hand.get(one.by.partition("#")[0]):
            yield one, by


def home(link: str, document: Document, documents: Mapping[str, Document]) -> tuple[Document, str]:
    """Return the document and the link of the one clause that a clause replaces, its own where it replaces none."""
    found = {
        f"{one.id}#{change.clause}": one
        for one in documents.values()
        for change in one.amended
        if change.whole and change.change is Change.REPLACED and change.by == link
    }
    return (
        next(((one, place) for place, one in found.items()), (document, link)) if len(found) == 1 else (document, link)
    )


def _of(document: Document, link: str, changes: Sequence[Amended]) -> list[Amended]:
    """Return the changes of the clause of a link, or of one that it stands in."""
    places = [(one, f"{document.id}#{one.clause}") for one in changes]
    return [one for one, place in places if link == place or link.startswith(f"{place}.")]


def _now(document: Document, level: Level, changes: Sequence[Amended]) -> Level:
    condition, words = level.condition, level.words
    for one in changes:
        condition, words = _put(condition, one), _put(words, one)
    if (condition, words) == (level.condition, level.words):
        return level
    bounds = tuple(r for r in ranges(condition, *defined(document.text)) if r.low != r.high)
    return level.model_copy(
        update={"condition": condition, "words": words, "bounds": bounds if condition else level.bounds}
    )


def _put(words: str, change: Amended) -> str:
    """Return words with what an amendment puts in place of others; £500 is no part of £500,000."""
    return re.sub(rf"(?<![\d.,]){re.escape(change.was)}(?!\d|[.,]\d)", lambda _: change.now, words)
