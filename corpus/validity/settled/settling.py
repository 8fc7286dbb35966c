"""From when until when each document holds, once all have been heard.

A document's day is what was given for it, else what it says itself, else what a newer document says of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, groupby
from typing import NamedTuple

from corpus.effects import Effect
from corpus.models import Document, Facts
from corpus.validity.naming import family
from corpus.validity.said.precedence import with_precedence
from corpus.validity.settled.effected import effects
from corpus.validity.settled.ending import Succession, successions
from corpus.validity.settled.force import begin, binding
from corpus.validity.settled.placing import rested, resumed, with_amendments

# the last day of a rule whose successor names no first one, or that is over and nobody says since when
ALWAYS = date.min


class Heard(NamedTuple):
    """Documents once all have been heard, and what an admin must see.

    `effects` are what documents do to others, `astray` what they would do to documents that are not there.
    """

    documents: list[Document]
    remarks: list[str]
    effects: tuple[Effect, ...] = ()
    astray: tuple[str, ...] = ()


def settled(documents: Sequence[Document]) -> tuple[list[Document], list[str]]:
    """Return the documents with the days and amendments that hold once all have been heard, and what an admin must see.

    It begins from what was given for each, so that settling what is settled changes nothing; a given validity never
    becomes longer.
    """
    found = heard(documents)
    return found.documents, found.remarks


def heard(documents: Sequence[Document]) -> Heard:
    """Return what `settled` does, and what the documents do to each other."""
    own = [_by_itself(one) for one in documents]
    named, remarks, astray = successions(own)
    again = resumed(own)
    straight, circles = _straight(named, own)
    over = [s for s in straight if _comes_back(s, own, again)]
    straight = [s for s in straight if s not in over]
    ended = [_ended(one, [s for s in straight if s.older == n]) for n, one in enumerate(own)]
    changed, unplaced = with_amendments(with_precedence(ended))
    for s in over:
        rest = rested(changed[s.older], changed[s.newer], _since(s, own), again[s.older])
        changed[s.older] = changed[s.older].model_copy(update={"amended": (*changed[s.older].amended, *rest)})
    told = [*_undated(own, straight), *_stamped(changed), *_twins(changed, named)]
    seen = [*_unclear(own), *remarks, *circles, *told, *unplaced]
    return Heard(changed, seen, effects(changed, straight), tuple(dict.fromkeys(astray)))


def _since(one: Succession, documents: Sequence[Document]) -> date:
    """Return the day on which a document ends another."""
    return one.day or begin(documents[one.newer].facts) or ALWAYS


def _comes_back(one: Succession, documents: Sequence[Document], again: Mapping[int, date]) -> bool:
    """Tell whether a document that another ended without taking its place is said to hold again later."""
    return not one.instead and one.older in again and _since(one, documents) < again[one.older]


def _by_itself(one: Document) -> Document:
    """Return a document by what was given for it and, where that is silent, by its own words."""
    given, stated = one.given or one.facts, one.stated
    # who backdates a rule does not put it in force before it was issued
    dated_back = given.issued and stated.effective and stated.effective < given.issued
    effective = given.effective or (None if dated_back else stated.effective)
    issued = given.issued or (None if effective else stated.issued)
    first = effective or issued
    if given.repealed and first and given.repealed <= first:
        effective, issued, first = given.effective, given.issued, begin(given)
    over = stated.repealed if stated.repealed and (first is None or first < stated.repealed) else None
    days = {"issued": issued, "effective": effective, "repealed": given.repealed or over}
    return one.model_copy(update={"given": given, "facts": given.model_copy(update=days), "amended": ()})


def _straight(named: Sequence[Succession], documents: Sequence[Document]) -> tuple[list[Succession], list[str]]:
    """Return the successions that are in no circle, and a remark on each circle."""
    found, remarks = {(s.newer, s.older): s for s in named}, []
    cycles = _cycles(found)
    inside = {n: group for group in cycles for n in group}
    for group in cycles:
        names = ", ".join(sorted(documents[n].path for n in group))
        remarks.append(f"these supersede each other in a circle, so none of them is repealed by it: {names}")
    kept = [s for (a, b), s in found.items() if a not in inside or inside[a] is not inside.get(b)]
    return kept, remarks


def _cycles(found: Mapping[tuple[int, int], Succession]) -> list[frozenset[int]]:
    """Return the groups of documents each of which, step by step, supersedes itself."""
    after: dict[int, set[int]] = {}
    for newer, older in found:
        after.setdefault(newer, set()).add(older)
    reach = {n: _reached(n, after) for n in after}
    circular = {n for n in reach if n in reach[n]}
    groups = {frozenset(m for m in circular if m in reach[n] and n in reach[m]) for n in circular}
    return sorted(groups, key=min)


def _reached(start: int, after: Mapping[int, set[int]]) -> set[int]:
    seen: set[int] = set()
    waiting = list(after.get(start, ()))
    while waiting:
        n = waiting.pop()
        if n not in seen:
            seen.add(n)
            waiting += after.get(n, ())
    return seen


def _ended(one: Document, successions: Sequence[Succession]) -> Document:
    """Return a document with the earliest of its last days: its own, and those that newer ones set it."""
    days = [s.day or begin(one.facts) or ALWAYS for s in successions]
    days += [one.facts.repealed] if one.facts.repealed else []
    days += [ALWAYS] if one.stated.over and not days else []
    return one.model_copy(update={"facts": one.facts.model_copy(update={"repealed": min(days, default=None)})})


def _unclear(documents: Sequence[Document]) -> list[str]:
    return [
        f"{one.path} dates itself with “{'”, “'.join(one.stated.unclear)}”, which may be either of two days: write "
        "effective in the register"
        for one in documents
        if one.stated.unclear and begin(one.given or one.facts) is None
    ]


def _undated(documents: Sequence[Document], successions: Sequence[Succession]) -> list[str]:
    return [
        f"{documents[s.newer].path} supersedes {documents[s.older].path}, and names no day it takes effect: "
        "write effective in the register"
        for s in successions
        if s.day is None
    ]


def _stamped(documents: Sequence[Document]) -> list[str]:
    """Return a remark for each rule that is over by its stamp alone, so that nobody knows since when."""
    return [
        f"{one.path} bears a stamp that it holds no more, and no day is named, so it answers nothing: write repealed "
        "in the register"
        for one in documents
        if one.stated.over and binding(one.facts) and one.facts.repealed == ALWAYS
    ]


def _twins(documents: Sequence[Document], successions: Sequence[Succession]) -> Iterator[str]:
    """Yield a remark for two rules of one title that hold at the same time, when nobody says which replaces which."""
    rules = [
        (family(one.facts.title), n)
        for n, one in enumerate(documents)
        if binding(one.facts) and not one.stated.amends and not one.stated.amendments and one.facts.repealed != ALWAYS
    ]
    said = {frozenset((s.newer, s.older)) for s in successions}
    for title, group in groupby(sorted(rules), key=lambda pair: pair[0]):
        alike = sorted((n for _, n in group), key=lambda n: (begin(documents[n].facts) or ALWAYS, documents[n].path))
        for a, b in combinations(alike, 2):
            if title and frozenset((a, b)) not in said and _meet(documents[a].facts, documents[b].facts):
                yield _confirm(documents[a], documents[b])


def _meet(one: Facts, other: Facts) -> bool:
    """Tell whether two documents hold on a common day."""
    first = max(begin(one) or date.min, begin(other) or date.min)
    return all(facts.repealed is None or first < facts.repealed for facts in (one, other))


def _confirm(older: Document, newer: Document) -> str:
    since = begin(newer.facts)
    when = f"from {since}" if since else "at the same time"
    return (
        f"{older.path} and {newer.path} bear one title and both hold {when}: if the second replaces the first, write "
        f"{older.path} under supersedes of {newer.path} in the register, else a title of its own for one of them"
    )
