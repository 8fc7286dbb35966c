"""What of the rulebook can be leafed through: the documents in force, the procedures, clauses to quote."""

from collections.abc import Callable, Iterable
from datetime import date

from bot.answering.models import Answer
from bot.inquiry.outdated import outdated
from bot.legible import legible
from bot.people.audience import MACHINE, Reader
from bot.people.readable import Readable
from corpus.models import Facts, Kind, Record
from corpus.validity import in_force
from index import Index

# Of what search finds, so much is looked at for clauses to quote: some are too long or of one clause.
LOOKED_AT = 40
# A clause without a word of what is sought is offered where it means nearly that; words that mean nothing in any
# rulebook come to 0.2 and synonyms to 0.45 with the model of ours, and with most others every clause does.
NEAR = 0.35


class Shown(Record):
    """A procedure to open: the title of its document, its own heading ("" where it has none), its link."""

    document: str
    heading: str
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


class Shelf:
    """The rulebook as it stands: `index` gives the generation of the moment, `readable` what of it a reader may see."""

    def __init__(self, index: Callable[[], Index], readable: Callable[[Index, Reader], Readable]) -> None:
        self._index = index
        self._readable = readable

    def documents(self, day: date | None = None, reader: Reader = MACHINE) -> tuple[Listed, ...]:
        """The rules in force on a day, today without one, by title."""
        index = self._index()
        return documents(index, self._readable(index, reader), day or date.today())

    def procedures(self, day: date | None = None, reader: Reader = MACHINE) -> tuple[Shown, ...]:
        """The procedures of those rules."""
        index = self._index()
        return procedures(index, self._readable(index, reader), day or date.today())

    def quotable(
        self, text: str, day: date | None = None, reader: Reader = MACHINE, most: int = 10
    ) -> tuple[Quotable, ...]:
        """The clauses of those rules that come nearest to some words."""
        index = self._index()
        return quotable(index, self._readable(index, reader), legible(text), day or date.today(), most)

    def owner(self, answer: Answer) -> str:
        """The office that owns what an answer rests on, or comes nearest to it; "" where none does."""
        paths = [*(one.document for one in answer.citations), *(one.document for one in answer.nearest)]
        owners = {one.path: one.facts.owner for one in self._index().documents() if one.path in paths}
        return next((owners[path] for path in paths if owners.get(path)), "")

    def owners(self, reader: Reader = MACHINE) -> tuple[str, ...]:
        """The offices that own a document, by name."""
        index = self._index()
        paths = self._readable(index, reader).paths
        return tuple(sorted({one.facts.owner for one in index.documents() if one.facts.owner and one.path in paths}))


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
                heading = "" if run.title == one.facts.title else run.title.removeprefix(f"{one.facts.title} · ")
                found.append(Shown(document=one.facts.title, heading=heading, link=run.id))
    return tuple(found)


def quotable(index: Index, read: Readable, text: str, day: date, most: int) -> tuple[Quotable, ...]:
    """The clauses in force on a day that come nearest to some words, best first, each once; as they are printed."""
    facts = {one.path: one.facts for one in index.documents()}
    paths = frozenset(path for path in read.paths if _holds(facts[path], day))
    gone = outdated(index, day)
    hits = index.search(text, k=LOOKED_AT, documents=paths, section=read.section)
    found = (
        Quotable(
            title=facts[hit.passage.document].title,
            clause=hit.passage.label,
            text=hit.passage.text.strip(),
            link=hit.passage.id.partition("@")[0],
        )
        for hit in hits
        if gone.holds(hit.passage) and (hit.words > 0 or hit.cosine >= NEAR)
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
