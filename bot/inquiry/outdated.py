"""What no longer reads, or does not read yet, as it is printed: by amendments and by first days of single clauses."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from corpus.models import Amended, Change, Document, Passage, Record
from index import Index

Spans = tuple[tuple[int, int], ...]


class Outdated(Record):
    """The words that do not hold on a day, whoever asks.

    `clauses` are the links of the clauses whose printed words don't, `spans` those words by the path of their
    document; among them the new words of an amendment that a later one has put aside. `swapped` are, by path, the
    changes that put single words in place of others, each with the link of its clause; `ended` are those of the
    spans in whose place nothing came.
    """

    clauses: frozenset[str] = frozenset()
    spans: Mapping[str, Spans] = {}
    swapped: Mapping[str, tuple[tuple[str, Amended], ...]] = {}
    ended: Mapping[str, Spans] = {}

    def touches(self, path: str, start: int, end: int) -> bool:
        """Tell whether a stretch of a document has words in it that don't hold."""
        return any(start < until and at < end for at, until in self.spans.get(path, ()))

    def holds(self, passage: Passage) -> bool:
        """Tell whether all of a passage holds."""
        link = passage.id.partition("@")[0]
        touched = self.touches(passage.document, passage.start, passage.end)
        return not touched and not any(link == one or link.startswith(f"{one}.") for one in self.clauses)

    def has_ended(self, passage: Passage) -> bool:
        """Tell whether a passage lies in words that went and in whose place nothing came."""
        spans = self.ended.get(passage.document, ())
        return any(at <= passage.start and passage.end <= until for at, until in spans)

    def living(self, passage: Passage) -> list[Passage]:
        """Return what holds of a passage: all of it, the stretches of it that are left, or nothing."""
        if self.holds(passage):
            return [passage]
        link = passage.id.partition("@")[0]
        if any(link == one or link.startswith(f"{one}.") for one in self.clauses):
            return []
        left, at = [], passage.start
        for start, end in [*sorted(self.spans.get(passage.document, ())), (passage.end, passage.end)]:
            left += [_cut(passage, at, min(start, passage.end))] if at < min(start, passage.end) else []
            at = max(at, end)
        return [one for one in left if re.search(r"[^\W_]{2}", one.text)]


def _cut(passage: Passage, start: int, end: int) -> Passage:
    """Return a stretch of a passage, without the blanks at its ends."""
    text = passage.text[start - passage.start : end - passage.start]
    start += len(text) - len(text.lstrip())
    return passage.model_copy(update={"start": start, "end": start + len(text.strip()), "text": text.strip()})


NOTHING = Outdated()


def outdated(index: Index, day: date) -> Outdated:
    """Return what doesn't hold on a day of all that the index has."""
    ids = {entry.path: entry.id for entry in index.documents()}
    paths = {id: path for path, id in ids.items()}
    clauses, spans, swapped = set(), defaultdict(list), dict[str, tuple[tuple[str, Amended], ...]]()
    ended: dict[str, Spans] = {}
    for path, changes in index.amended().items():
        gone = [one for one in changes if _gone(one, day)]
        swapped[path] = tuple((f"{ids[path]}#{one.clause}", one) for one in changes if one.was and _reached(one, day))
        for one in gone:
            clauses |= set() if one.inside else {f"{ids[path]}#{one.clause}"}
            spans[path].append((one.at, one.until))
        ended |= {path: over} if (over := _ended(gone)) else {}
        for one in _put_aside(gone):
            spans[paths.get(one.by.partition("#")[0], "")].append((one.start, one.end))
    held = {path: tuple(each) for path, each in spans.items()}
    return Outdated(clauses=frozenset(clauses), spans=held, swapped=swapped, ended=ended)


def as_of(document: Document, day: date, gone: Outdated = NOTHING) -> Document:
    """Return a document with the changes alone that hold on a day, without the rules of words that don't."""
    held = tuple(one for one in document.amended if _reached(one, day))
    rules = document.rules
    if document.path in gone.spans:
        rules = tuple(rule for rule in rules if not gone.touches(rule.document, rule.start, rule.end))
    same = held == document.amended and rules == document.rules
    return document if same else document.model_copy(update={"amended": held, "rules": rules})


def _gone(one: Amended, day: date) -> bool:
    return (one.whole or one.inside) and (one.change is Change.BEGUN) is not _reached(one, day)


def _ended(gone: Sequence[Amended]) -> Spans:
    return tuple((one.at, one.until) for one in gone if one.change is Change.DELETED)


def _put_aside(gone: Sequence[Amended]) -> Iterator[Amended]:
    """Yield the changes whose new words a later one of the same words, or of a clause around them, has put aside."""
    for n, one in enumerate(gone):
        if any(_covers(other, one) for other in gone[n + 1 :] if other.day != one.day):
            yield one


def _covers(later: Amended, one: Amended) -> bool:
    if later.inside:
        return one.inside and one.clause == later.clause and later.at <= one.at and one.until <= later.until
    return one.clause == later.clause or one.clause.startswith(f"{later.clause}.")


def _reached(one: Amended, day: date) -> bool:
    return (one.day is None or one.day <= day) and (one.over is None or day < one.over)
