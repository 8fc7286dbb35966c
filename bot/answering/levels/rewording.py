"""Clauses in which an amendment has put other words: their levels as they read now, and where that is said."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.answering.levels.level import Level
from corpus.models import Amended, Change, Document, Rule
from corpus.quantities import defined, ranges


def reworded(document: Document, found: Sequence[Level]) -> list[Level]:
    """Return the levels of a document with the amounts that its amendments have put in their clauses."""
    changes = [one for one in document.amended if one.was]
    return [_now(document, level, _of(document, level.link, changes)) for level in found] if changes else list(found)


def rewordings(
    links: Sequence[str], documents: Mapping[str, Document], quote: str = ""
) -> Iterator[tuple[str, int, int]]:
    """Yield the path and the span of what changes some of the words of clauses, as far as its document is at hand.

    With a `quote` it is about words in that alone.
    """
    paths = {document.id: path for path, document in documents.items()}
    for document in documents.values():
        changes = [one for one in document.amended if one.part and not one.gives_way]
        changes = [one for one in changes if not quote or not one.was or one.was in quote]
        for one in dict.fromkeys(one for link in links for one in _of(document, link, changes)):
            if path := paths.get(one.by.partition("#")[0]):
                yield path, one.start, one.end


def replaced(document: Document, documents: Mapping[str, Document]) -> Iterator[tuple[Amended, Document]]:
    """Yield each change that puts new words in the place of a clause of a document, with the document they are in."""
    changes = [one for one in document.amended if one.gives_way and one.change is Change.REPLACED]
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
        if change.gives_way and change.change is Change.REPLACED and change.by == link
    }
    return (
        next(((one, place) for place, one in found.items()), (document, link)) if len(found) == 1 else (document, link)
    )


def set_beside(path: str, start: int, end: int, documents: Mapping[str, Document]) -> tuple[int, int] | None:
    """Return the span of the new words in a stretch of a table that sets them beside the old ones, None for several."""
    rows = [c for c in documents[path].clauses if c.level == "row" and c.start < end and start < c.until]
    links = {documents[path].link(row) for row in rows}
    spans = {
        (one.start, one.end)
        for document in documents.values()
        for one in document.amended
        if one.by in links and one.change is Change.REPLACED and start <= one.start and one.end <= end
    }
    return next(iter(spans)) if len(spans) == 1 else None


def _of(document: Document, link: str, changes: Sequence[Amended]) -> list[Amended]:
    """Return the changes of the clause of a link, or of one that it stands in."""
    places = [(one, f"{document.id}#{one.clause}") for one in changes]
    return [one for one, place in places if _within(link, place)]


def _now(document: Document, level: Level, changes: Sequence[Amended]) -> Level:
    condition, words = level.condition, level.words
    for one in changes:
        condition, words = _put(condition, one), _put(words, one)
    rules = tuple(new for rule in level.rules for new in _acted(rule, changes)) or level.rules
    if (condition, words) == (level.condition, level.words):
        return level if rules == level.rules else level.model_copy(update={"rules": rules})
    bounds = tuple(r for r in ranges(condition, *defined(document.text)) if r.low != r.high)
    return level.model_copy(
        update={"condition": condition, "words": words, "rules": rules, "bounds": bounds if condition else level.bounds}
    )


def renamed(rules: Sequence[Rule], changes: Sequence[tuple[str, Amended]]) -> tuple[Rule, ...]:
    """Return rules with the actors that amendments name in their clauses, each change with the link of its clause."""
    of = {rule: [c for link, c in changes if _within(rule.clause, link)] for rule in rules} if changes else {}
    return tuple(new for rule in rules for new in _acted(rule, of.get(rule, ())))


def _within(link: str, place: str) -> bool:
    return link == place or link.startswith(f"{place}.")


def _acted(rule: Rule, changes: Sequence[Amended]) -> Iterator[Rule]:
    """Yield a rule with the actor that amendments name in place of its own; not one whose actor they strike out."""
    actor = rule.actor
    for one in changes:
        actor = _put(actor, one)
    if actor.strip():
        yield rule if actor == rule.actor else rule.model_copy(update={"actor": actor, "body": ""})


def _put(words: str, change: Amended) -> str:
    """Return words with what an amendment puts in place of others; £500 is no part of £500,000."""
    return re.sub(rf"(?<![\d.,]){re.escape(change.was)}(?!\d|[.,]\d)", lambda _: change.now, words)
