"""Which document ends which, as the register and the documents say, and which names lead nowhere."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.effects import Repeal
from corpus.models import Document, Record
from corpus.validity.naming import called, family, of_version, several, version
from corpus.validity.settled.force import begin, binding

_WHICH = "write which under supersedes in the register"


class Succession(Record):
    """A document that ends another: their positions, the day the older one ends on, whether it takes its place."""

    newer: int
    older: int
    day: date | None
    instead: bool = False


def successions(documents: Sequence[Document]) -> tuple[list[Succession], list[str], list[str]]:
    """Return which document says that it ends which, what an admin must put right, and the names of what is not there."""
    found: dict[tuple[int, int], Succession] = {}
    remarks: list[str] = []
    astray: list[str] = []
    for n, one in enumerate(documents):
        if not binding(one.facts):
            continue
        for name in one.facts.supersedes:
            meant = _superseded(n, name, documents)
            remarks += [] if meant else [_unregistered(one, name, documents)]
            found |= {(n, m): Succession(newer=n, older=m, day=begin(one.facts), instead=True) for m in meant}
        for repeal in one.stated.repeals:
            meant = _repealed_by(n, repeal, documents)
            for m in meant:
                instead = family(documents[m].facts.title) == family(one.facts.title)
                ends = Succession(newer=n, older=m, day=repeal.day or begin(one.facts), instead=instead)
                found.setdefault((n, m), ends)
            if not meant:
                paths = several(repeal.title, documents, one.facts.title) if repeal.title else ""
                remarks += [f"{one.path} ends “{repeal.title}”, which may be {paths}: {_WHICH}"] if paths else []
                astray += [] if paths else _nowhere(n, repeal, documents)
    return list(found.values()), list(dict.fromkeys(remarks)), astray


def _unregistered(one: Document, name: str, documents: Sequence[Document]) -> str:
    if paths := several(name, documents, one.facts.title):
        return f"{one.path} supersedes “{name}”, which may be {paths}: {_WHICH}"
    return f"{one.path} supersedes “{name}”, and no document is called so: correct the register"


def _nowhere(n: int, repeal: Repeal, documents: Sequence[Document]) -> Iterator[str]:
    """Yield what becomes of a named document that a statement ends and that is not there, or not as it is named."""
    one, named = documents[n], " ".join(repeal.title.split())
    if not named or family(named) == family(one.facts.title) or not _titled(named):
        return  # an older version of one's own is seldom kept
    others = [m for m in called(repeal.title, documents, one.facts.title) if m != n]
    if not others:
        yield f"{one.path} ends “{named}”, and no document is called so"
        return
    of = [m for m in others if not repeal.version or of_version(repeal.version, documents[m])]
    for m in others:
        why = f"begins no earlier, on {begin(documents[m].facts)}" if m in of else f"is not that of {repeal.version}"
        yield f"{one.path} ends “{named}”: {documents[m].path} is called so, and {why}"


def _titled(words: str) -> bool:
    """Tell whether words can be a title: Chinese ones, or at least two English ones with capitals."""
    return not words.isascii() or len(re.findall(r"\b[A-Z]", words)) > 1


def _superseded(n: int, name: str, documents: Sequence[Document]) -> list[int]:
    """Return the documents that a `supersedes` means; a title alone means all others that bear it."""
    meant = called(name, documents, documents[n].facts.title)
    named = version(name)
    exact = [m for m in meant if name in (documents[m].path, documents[m].id)]
    if exact or len(meant) == 1:
        return exact or meant
    others = [m for m in meant if m != n]
    return [m for m in others if of_version(named, documents[m])] if named else _earlier(n, others, documents)


def _repealed_by(n: int, repeal: Repeal, documents: Sequence[Document]) -> list[int]:
    """Return the documents that a statement ends: other ones, begun no later, of the version it names."""
    title = documents[n].facts.title
    meant = [m for m in called(repeal.title or title, documents, title) if m != n]
    if repeal.number:
        numbered = [m for m in meant if _bare(repeal.number) in _bare(documents[m].text)]
        meant = numbered or meant
    if repeal.version:
        meant = [m for m in meant if of_version(repeal.version, documents[m])]
    return _earlier(n, meant, documents)


def _bare(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


def _earlier(n: int, others: Sequence[int], documents: Sequence[Document]) -> list[int]:
    """Return those that began before the document, or name no day."""
    first = begin(documents[n].facts)
    return [m for m in others if first is None or (begin(documents[m].facts) or date.min) < first]
