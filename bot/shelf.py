"""What of the rulebook can be leafed through: the documents in force, the procedures, clauses to quote."""

from collections.abc import Iterable
from datetime import date

from bot.readable import Readable
from corpus.models import Facts, Kind, Record
from corpus.validity import in_force
from index import Index

# Of what search finds, so much is looked at for clauses to quote: some are too long or of one clause.
LOOKED_AT = 40


class Shown(Record):
    """A place to open: what it is called and its link."""

    title: str
    link: str


class Listed(Record):
    """A document in force, and since and until when."""

    title: str
    link: str
    effective: date | None
    repealed: date | None


class Quotable(Record):
    """A clause to quote: its document's title, its label, its very words, its link."""

    title: str
    clause: str
    text: str
    link: str


def documents(index: Index, read: Readable, day: date) -> tuple[Listed, ...]:
    """The rules in force on a day, by title."""
    kept = [(one, one.facts) for one in index.documents() if one.path in read.paths and _holds(one.facts, day)]
    listed = (
        Listed(
            title=facts.title or one.path,
            link=one.id,
            effective=facts.effective or facts.issued,
            repealed=facts.repealed,
        )
        for one, facts in kept
    )
    return tuple(sorted(listed, key=lambda one: one.title))


def procedures(index: Index, read: Readable, day: date) -> tuple[Shown, ...]:
    """The procedures of the rules in force on a day, by their documents' titles."""
    found: list[Shown] = []
    for one in sorted(index.documents(), key=lambda each: each.facts.title):
        if one.path not in read.paths or not _holds(one.facts, day):
            continue
        for run in index.procedures(one.path):
            if all(read.shows(one.path, step.start, step.end) for step in run.steps):
                title = run.title if one.facts.title in run.title else f"{one.facts.title} · {run.title}"
                found.append(Shown(title=title, link=run.id))
    return tuple(found)


def quotable(index: Index, read: Readable, text: str, day: date, most: int) -> tuple[Quotable, ...]:
    """The clauses in force on a day that come nearest to some words, best first, each once."""
    facts = {one.path: one.facts for one in index.documents()}
    paths = frozenset(path for path in read.paths if _holds(facts[path], day))
    hits = index.search(text, k=LOOKED_AT, documents=paths, section=read.section)
    found = (
        Quotable(
            title=facts[hit.passage.document].title,
            clause=hit.passage.label,
            text=hit.passage.text.strip(),
            link=hit.passage.id.partition("@")[0],
        )
        for hit in hits
    )
    return tuple(_once(found))[:most]


def _once(found: Iterable[Quotable]) -> Iterable[Quotable]:
    seen: set[str] = set()
    for one in found:
        if one.link not in seen and one.text:
            seen.add(one.link)
            yield one


def _holds(facts: Facts, day: date) -> bool:
    return facts.kind is Kind.RULE and in_force(facts, day)
