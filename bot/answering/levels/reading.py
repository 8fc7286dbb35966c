"""The levels of a rule: who acts below five thousand, who above, read from a clause and its neighbours."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from bot.answering.levels.conditions import grouped
from bot.answering.levels.level import Level, before_amount, core, measures, mostly_shared, touch
from bot.answering.levels.outlined import listed, outlined, under
from bot.answering.levels.rewording import replaced, reworded
from bot.answering.levels.rungs import graded
from bot.answering.levels.sums import summed
from corpus.models import Act, Document
from corpus.quantities import Range, ranges

Documents = Mapping[str, Document]


def levels(
    document: Document,
    link: str,
    acts: Sequence[Act],
    near: Collection[str] = (),
    documents: Documents = MappingProxyType({}),
) -> list[Level]:
    """Return the levels that stand with a clause: in itself and its items, else among its siblings.

    A sibling counts when it bounds the same thing, or when it is one of the clauses `near`, which were found with
    it. Only levels with an actor of one of `acts` count, unless there is none. They are as amended: other amounts
    are put in, and where a clause has been replaced stand the levels of its new words, if what says them is among
    `documents` (by path).
    """
    return reworded(document, _as_replaced(document, link, acts, near, documents))


def _as_replaced(
    document: Document, link: str, acts: Sequence[Act], near: Collection[str], documents: Documents
) -> Sequence[Level]:
    outline = outlined(document)
    at = outline.places.get(link)
    if at is None:
        return []
    siblings = frozenset(document.link(document.clauses[n]) for n in listed(document, at))
    known = (at, tuple(acts), siblings.intersection(near))
    if document.amended:  # what stands there depends on which documents are at hand
        return _standing(document, at, siblings, acts, near, documents)
    if known not in outline.stood:
        outline.stood[known] = tuple(_standing(document, at, siblings, acts, near, documents))
    return outline.stood[known]


def _standing(
    document: Document,
    at: int,
    siblings: Collection[str],
    acts: Sequence[Act],
    near: Collection[str],
    documents: Documents,
) -> list[Level]:
    """Return the levels that stand with a clause, among those of the list of its siblings."""
    inside = _levels_under(document, at, acts, documents)
    if not siblings or not inside:
        return inside
    parent = document.clauses[at].parent
    over = listed(document, at) if parent is None else [parent]
    around = [level for n in over for level in _all_under(document, n, documents)]
    around = [one for one in around if any(one.place == link or one.place.startswith(f"{link}.") for link in siblings)]
    if any(level.tells(acts) for level in inside):
        around = [level for level in around if level.tells(acts)]
    return _grown(inside, [level for level in around if level.link in near], around)


def takes_in(
    document: Document,
    link: str,
    asked: Sequence[Range],
    documents: Documents = MappingProxyType({}),
    fronts: Collection[frozenset[str]] = (frozenset(),),
) -> bool:
    """Tell whether a clause, or the list it is in, names an amount that takes in what is asked, whoever acts there.

    Of the others in its list only those count that say before their amount what one of some levels does (`front`).
    """
    at = outlined(document).places.get(link)
    if at is None:
        return False
    new = {one.clause: by.text[one.start : one.end] for one, by in replaced(document, documents) if one.whole}
    inside = [by.text[one.start : one.end] for one, by in replaced(document, documents) if one.inside]
    own, *others = (
        new.get(clause.key, document.text[clause.start : clause.until])
        for clause in (document.clauses[n] for n in (at, *(n for n in listed(document, at) if n != at)))
    )
    lines = [line for text in (own, *inside) for line in text.splitlines()]
    lines += [line for text in others if _goes_on(text.partition("\n")[0], fronts) for line in text.splitlines()]
    return any(_bounds_it(ranges(line), asked) for line in lines)


def _goes_on(line: str, fronts: Collection[frozenset[str]]) -> bool:
    """Tell whether a line bounds what one of some levels bounds, by the words before the amount; bare, it may."""
    if all(r.low == r.high for r in ranges(line)):
        return False
    own = before_amount(line)
    return any(not own or not front or len(own & front) * 2 >= min(len(own), len(front)) for front in fronts)


def _bounds_it(found: Sequence[Range], asked: Sequence[Range]) -> bool:
    return any(r.low != r.high and r.holds(other) for r in found for other in asked)


def _grown(inside: Sequence[Level], near: Sequence[Level], around: Sequence[Level]) -> list[Level]:
    """Return the levels around that are near, or like one already taken: a ladder is followed rung by rung."""
    taken = [*inside, *near]
    while new := [level for level in around if level not in taken and _alike(level, taken)]:
        taken += new
    return [level for level in around if level in taken]


def _levels_under(document: Document, at: int, acts: Sequence[Act], documents: Documents) -> list[Level]:
    found = _all_under(document, at, documents)
    return [level for level in found if level.tells(acts)] or found


def _all_under(document: Document, at: int, documents: Documents) -> list[Level]:
    known = outlined(document).levels
    if at not in known:
        links = under(document, at)
        rules = [rule for rule in document.rules if rule.clause in links]
        known[at] = tuple(summed([*grouped(document, rules)]))
    found = [*known[at], *_put_in(document, at, documents)]
    places = outlined(document).places
    found.sort(key=lambda level: document.clauses[places[level.place]].start)
    return found


def _put_in(document: Document, at: int, documents: Documents) -> Iterator[Level]:
    """Yield the levels of what other documents put in the place of a clause, or of one under it."""
    for one, by in replaced(document, documents):
        home = f"{document.id}#{one.clause}"
        if home in under(document, at):
            new = [rule for rule in by.rules if rule.start < one.end and one.start < rule.end]
            yield from (level.model_copy(update={"home": home}) for level in grouped(by, new))


def _alike(level: Level, inside: Sequence[Level]) -> bool:
    """Tell whether a level bounds the same thing as the level inside a clause does."""
    return any(
        level == one
        or (measures(level) & measures(one) and _one_matter(level, one))
        or (graded(level) and graded(one) and _over(level) == _over(one))
        for one in inside
    )


def _over(level: Level) -> str:
    """Return the place of what a level is an item or a row of."""
    return re.sub("[./]?[^./]*$", "", level.place)


def _one_matter(a: Level, b: Level) -> bool:
    """Tell whether two levels differ in their amounts more than in their words, or one begins where the other ends."""
    one, other = core(a), core(b)
    if not one | other:  # bare amounts
        return _over(a) == _over(b) or touch(a, b)
    return mostly_shared(one, other) or touch(a, b)
