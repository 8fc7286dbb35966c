"""Which clauses read otherwise on a day than they are printed: what amendments have changed, ended or not yet begun."""

from datetime import date

from corpus.models import Amended, Change, Document
from index import Index


def outdated(index: Index, day: date) -> frozenset[str]:
    """Return the links of the clauses whose printed words do not hold on a day, whoever asks."""
    ids = {entry.path: entry.id for entry in index.documents()}
    return frozenset(
        f"{ids[path]}#{one.clause}"
        for path, changes in index.amended().items()
        for one in changes
        if one.change is not Change.ADDED and not one.part and (one.change is Change.BEGUN) is not _reached(one, day)
    )


def as_of(document: Document, day: date) -> Document:
    """Return a document with the amendments alone that hold on a day."""
    held = tuple(one for one in document.amended if _reached(one, day))
    return document if held == document.amended else document.model_copy(update={"amended": held})


def within(link: str, clauses: frozenset[str]) -> bool:
    """Tell whether a clause is one of some clauses, or an item of one."""
    return any(link == one or link.startswith(f"{one}.") for one in clauses)


def _reached(one: Amended, day: date) -> bool:
    return one.day is None or one.day <= day
