"""What every question about a document needs of its clauses, told once while that very document is at hand."""

import re
import weakref
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.answering.levels.conditions import DIVISIONS
from bot.answering.levels.level import Level
from corpus.models import Act, Document
from corpus.outline.marks import mark
from corpus.quantities import ranges

_FRONT = 120  # characters within which an article's amount stands, where articles are rungs
_LEADING = 30  # characters within which a paragraph's amount stands, where it is one of a list
# what leads over to an amount
_LINKS = re.compile(
    r"^(?:an?|the|any|each|every)\s+|(?:\s+(?:of|for|at|in|with|from|to|by|is|are|that|which|costing|worth|valued|lasting|amounting))+$"
    r"|(?:[，,]|金额|数额|总额|在|为|达到?)+$",
    re.IGNORECASE,
)
MOST = 256  # documents: a build reads thousands, each once


class Outlined(NamedTuple):
    """The positions of a document's clauses by their links, and of those that stand in one, by its position.

    What else is told of it is kept with it: `lists` are those its clauses are in, `levels` what stands in a clause and
    under it, by its position, and `stood` what stands with it, for the acts and the clauses that were asked for.
    """

    places: Mapping[str, int]
    inside: Mapping[int | None, Sequence[int]]
    lists: dict[int, tuple[int, ...]]
    levels: dict[int, tuple[Level, ...]]
    stood: dict[tuple[int, tuple[Act, ...], frozenset[str]], tuple[Level, ...]]


# by identity: to compare whole documents would take longer than to read them again
_known: dict[int, Outlined] = {}


def outlined(document: Document) -> Outlined:
    """Return the outline of a document; the same one as long as it is asked for the same object."""
    found = _known.get(id(document))
    if found is None:
        found = _known[id(document)] = _outlined(document)
        weakref.finalize(document, _forget, id(document))
        for old in list(_known)[: max(0, len(_known) - MOST)]:
            _forget(old)
    return found


def _forget(name: int) -> None:
    _known.pop(name, None)


def _outlined(document: Document) -> Outlined:
    places: dict[str, int] = {}
    inside: defaultdict[int | None, list[int]] = defaultdict(list)
    for at, clause in enumerate(document.clauses):
        places.setdefault(document.link(clause), at)
        inside[clause.parent].append(at)
    return Outlined(places, dict(inside), {}, {}, {})


def under(document: Document, at: int) -> frozenset[str]:
    """Return the links of a clause and of all that stand under it."""
    top = document.clauses[at]
    some = (c for c in document.clauses if top.start <= c.start and c.end <= top.until)
    return frozenset(document.link(clause) for clause in some)


def listed(document: Document, at: int) -> tuple[int, ...]:
    """Return the list a clause is in.

    A table's rows, an article's items, paragraphs that begin with amounts, or articles one behind the other that differ
    in the amount of one thing: 第一条 维修五万元以下的…, 第二条 维修五万元以上的….
    """
    lists = outlined(document).lists
    if at not in lists:
        lists[at] = tuple(_listed(document, at))
    return lists[at]


def _listed(document: Document, at: int) -> list[int]:
    clause = document.clauses[at]
    beside = list(outlined(document).inside.get(clause.parent, ()))
    if clause.parent is not None and (clause.level == "row" or document.clauses[clause.parent].level not in DIVISIONS):
        return beside
    beginning = [n for n in beside if _begins_with_amount(document, n)]
    return beginning if at in beginning else rungs(document, at)


def rungs(document: Document, at: int) -> list[int]:
    """Return the clauses next to one, it among them, that begin with its very words up to their amounts."""
    front, beside = _front(document, at), outlined(document).inside.get(document.clauses[at].parent, ())
    if not front:
        return []
    place = beside.index(at)
    first = last = place
    while first > 0 and _front(document, beside[first - 1]) == front:
        first -= 1
    while last + 1 < len(beside) and _front(document, beside[last + 1]) == front:
        last += 1
    return list(beside[first : last + 1]) if first < last else []


def _front(document: Document, at: int) -> str:
    """Return what a clause says before the amount that it bounds first, without its number; "" where it bounds none.

    "Boats under 30 feet" and "Boats of 30 feet or more" begin alike, as do 维修五万元以下的 and 维修金额在五万元以上的.
    """
    clause = document.clauses[at]
    own = document.text[clause.start : clause.end]
    opened = mark(own)
    words = own[opened.length if opened else 0 :]
    bound = next((r for r in ranges(words[:_FRONT]) if r.low != r.high), None)
    return _LINKS.sub("", words[: bound.start].strip()).casefold() if bound else ""


def _begins_with_amount(document: Document, at: int) -> bool:
    clause = document.clauses[at]
    own = document.text[clause.start : clause.start + _LEADING]
    return clause.level == "paragraph" and any(r.start == 0 and r.low != r.high for r in ranges(own))
