"""What no longer reads, or does not read yet, as it is printed: by amendments and by first days of single clauses."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from corpus.models import Amended, Change, Document, Passage, Record
from index import Index

Spans = tuple[tuple[int, int], ...]


class Outdated(Record):
    """The words that do not hold on a day, whoever asks.

    `clauses` are the links of the clauses whose printed words don't, `spans` those words by the path of their
    document; among them the new words of an amendment that a later one has put aside.
    """

    clauses: frozenset[str] = frozenset()
    spans: Mapping[str, Spans] = {}

    def touches(self, path: str, start: int, end: int) -> bool:
        """Tell whether a stretch of a document has words in it that don't hold."""
        return any(start < until and at < end for at, until in self.spans.get(path, ()))

    def holds(self, passage: Passage) -> bool:
        """Tell whether all of a passage holds."""
        link = passage.id.partition("@")[0]
        touched = self.touches(passage.document, passage.start, passage.end)
        return not touched and not any(link == one or link.startswith(f"{one}.") for one in self.clauses)


NOTHING = Outdated()


def outdated(index: Index, day: date) -> Outdated:
    """Return what doesn't hold on a day of all that the index has."""
    ids = {entry.path: entry.id for entry in index.documents()}
    paths = {id: path for path, id in ids.items()}
    clauses, spans = set(), defaultdict(list)
    for path, changes in index.amended().items():
        gone = [one for one in changes if _gone(one, day)]
        for one in gone:
            clauses.add(f"{ids[path]}#{one.clause}")
            spans[path].append((one.at, one.until))
        for one in _put_aside(gone):
            spans[paths.get(one.by.partition("#")[0], "")].append((one.start, one.end))
    return Outdated(clauses=frozenset(clauses), spans={path: tuple(each) for path, each in spans.items()})


def as_of(document: Document, day: date, gone: Outdated = NOTHING) -> Document:
    """Return a document with the changes alone that hold on a day, without the rules of words that don't."""
    held = tuple(one for one in document.amended if _reached(one, day))
    rules = document.rules
    if document.path in gone.spans:
        rules = tuple(rule for rule in rules if not gone.touches(rule.document, rule.start, rule.end))
    same = held == document.amended and rules == document.rules
    return document if same else document.model_copy(update={"amended": held, "rules": rules})


def _gone(one: Amended, day: date) -> bool:
    return one.whole and (one.change is Change.BEGUN) is not _reached(one, day)


def _put_aside(gone: Sequence[Amended]) -> Iterator[Amended]:
    """Yield the changes whose new words a later one of the same clause, or of one around it, has put aside."""
    for n, one in enumerate(gone):
        later = (other.clause for other in gone[n + 1 :] if other.day != one.day)
        if any(one.clause == clause or one.clause.startswith(f"{clause}.") for clause in later):
            yield one


def _reached(one: Amended, day: date) -> bool:
    return one.day is None or one.day <= day
