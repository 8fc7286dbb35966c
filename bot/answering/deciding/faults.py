"""Faults of the rules themselves, for an admin: ladders with gaps and overlaps, clauses that contradict each other."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise

from bot.answering.deciding.conflict import tells
from bot.answering.deciding.contradiction import matter
from bot.answering.deciding.names import same
from bot.answering.levels.conditions import DIVISIONS
from bot.answering.levels.edges import marked
from bot.answering.levels.level import Level, denied, front, within
from bot.answering.levels.outlined import rungs
from bot.answering.levels.reading import levels, takes_in
from corpus.models import Act, Clause, Document, Record
from corpus.quantities import Measure, Range
from corpus.validity import binding, in_force

_DECIDING = (Act.DECIDE,)
_WHOLE = 1  # between 1000元 and 1001元 lies nothing that anybody asks for
_SHOWN = 40
_MOST = 40  # lines
_GAP, _OVERLAP = "leave a gap between", "overlap at"
_ASKS = {_GAP: "say who decides there", _OVERLAP: "say which of them holds there"}
_ARTICLES = ("article", "dotted", "section", "document")
Rung = tuple[Level, Range]


class Claim(Record):
    """A clause that lets somebody decide: its link and place, who, and `matter`, which is one for the same matter."""

    link: str
    place: str
    bodies: tuple[str, ...]
    matter: str


class Deciding(Record):
    """Who decides what in one document, as far as faults are told by it: its own, and what others may contradict."""

    ladders: tuple[str, ...]
    claims: tuple[Claim, ...]


def faults(
    documents: Sequence[Document], day: date, found: "Callable[[Document], Deciding] | None" = None
) -> list[str]:
    """Return a line for each fault in the rules that hold on a day; of very many the first.

    `found` gives what `deciding` gives, from memory where it can.
    """
    holding = [
        one for one in documents if binding(one.facts) and in_force(one.facts, day) and not one.stated.amendments
    ]
    told = [(found or deciding)(one) for one in holding]
    ladders = [line for one in told for line in one.ladders]
    lines = list(dict.fromkeys([*ladders, *_contradictions([claim for one in told for claim in one.claims])]))
    return (
        lines if len(lines) <= _MOST else [*lines[:_MOST], f"{len(lines) - _MOST} more faults of ladders and clauses"]
    )


def deciding(document: Document) -> Deciding:
    """Return who decides what in a document."""
    found = _deciding(document)
    places = {document.link(c): f"{document.path} {c.label}".strip() for c in document.clauses} if found else {}
    claims = (_claim(level, places.get(level.link, document.path)) for level in found)
    return Deciding(ladders=tuple(_ladders(document, found, places)), claims=tuple(claim for claim in claims if claim))


def _claim(level: Level, place: str) -> Claim | None:
    """Return what a level claims, None where it can't be set against another."""
    if not tells(level):
        return None
    bounds = sorted((r.measure, str(r.low or 0), r.low_in, str(r.high or 0), r.high_in) for r in level.bounds)
    words = repr((sorted(matter(level)), bounds, denied(level.words)))
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return Claim(link=level.link, place=place, bodies=level.bodies(_DECIDING), matter=digest)


def _deciding(document: Document) -> list[Level]:
    """Return each level at which somebody decides, of the clauses that no amendment touches."""
    changed = {f"{document.id}#{one.clause}" for one in document.amended}
    links = dict.fromkeys(rule.clause for rule in document.rules if rule.act is Act.DECIDE)
    found = (one for link in links if link not in changed for one in levels(document, link, _DECIDING))
    kept = {(one.link, one.start, one.condition): one for one in found if one.link not in changed}
    return [level for level in kept.values() if level.bodies(_DECIDING)]


def _ladders(document: Document, found: Sequence[Level], places: Mapping[str, str]) -> Iterator[str]:
    """Yield the gaps and overlaps of one document's ladders."""
    ladders: dict[object, list[Rung]] = defaultdict(list)
    items = {document.link(clause) for clause in document.clauses if _item(document, clause)}
    first = {document.link(document.clauses[at]): _first(document, at) for at in range(len(document.clauses))}
    for level in found:
        bounds = [r for r in level.bounds if r.low != r.high]
        if len(bounds) == 1 and not level.further:
            one = bounds[0]
            home = within(level) if level.link in items else first.get(level.link, level.link)
            counted = one.unit if one.measure is Measure.COUNT else ""
            ladders[(home, one.measure, counted, front(level), denied(level.condition))].append((level, one))
    for ladder in ladders.values():
        ordered = sorted(ladder, key=lambda rung: (rung[1].low is not None, rung[1].low or 0))
        wrong: dict[str, list[tuple[Level, Level]]] = defaultdict(list)
        for lower, upper in pairwise(ordered):
            fault = _between(lower, upper)
            if fault and not (fault == _GAP and _read_elsewhere(document, lower, upper)):
                wrong[fault].append((lower[0], upper[0]))
        yield from (_told(fault, pairs, places) for fault, pairs in wrong.items())


def _first(document: Document, at: int) -> str:
    """Return the link of a clause, or where it is one of several that are the rungs of one thing, of the first."""
    return document.link(document.clauses[next(iter(rungs(document, at)), at)])


def _told(fault: str, pairs: Sequence[tuple[Level, Level]], places: Mapping[str, str]) -> str:
    """Return the line of one fault of a ladder, all the pairs of rungs that have it in it."""
    said = "; ".join(f"“{_short(_bound(a))}” and “{_short(_bound(b))}”" for a, b in pairs)
    first, last = pairs[0][0], pairs[-1][1]
    where = _both(first, last, places, " to " if len(pairs) > 1 else " and ")
    return f"{where} {fault} {said}: {_ASKS[fault]}"


def _item(document: Document, clause: Clause) -> bool:
    """Tell whether a clause is one of a list, not an article with a matter of its own."""
    over = None if clause.parent is None else document.clauses[clause.parent]
    return clause.level not in _ARTICLES and over is not None and over.level not in DIVISIONS


def _read_elsewhere(document: Document, lower: Rung, upper: Rung) -> bool:
    """Tell whether the clauses of a ladder name an amount between two of its rungs, whoever acts there."""
    (a, one), (b, other) = lower, upper
    between = one.model_copy(update={"low": one.high, "low_in": False, "high": other.low, "high_in": False})
    return any(takes_in(document, level.link, [between]) for level in (a, b))


def _between(lower: Rung, upper: Rung) -> str:
    """Return which fault there is between two neighbouring rungs, "" for none."""
    (a, one), (b, other) = lower, upper
    if one.high is None or other.low is None or a.bodies(_DECIDING) == b.bodies(_DECIDING):
        return ""
    apart = other.low - one.high
    neither = not (one.high_in or other.low_in) if apart == 0 else not (one.high_in and other.low_in)
    if apart > _WHOLE or (apart >= 0 and neither):
        return _GAP
    inside = other.high is not None and other.high <= one.high
    said = marked(a, one.high) or marked(b, one.high)
    meet = apart == 0 and one.high_in and other.low_in and not said
    if not inside and (apart < 0 or meet):
        return _OVERLAP
    return ""


def _bound(level: Level) -> str:
    """Return the words that bound a level: a row may name its amount in what it is about."""
    return level.condition or next((rule.matter for rule in level.rules if rule.matter), level.words.strip())


def _contradictions(found: Sequence[Claim]) -> Iterator[str]:
    """Yield the clauses that in the very same words let different actors decide."""
    together: dict[str, list[Claim]] = defaultdict(list)
    for claim in found:
        together[claim.matter].append(claim)
    for some in together.values():
        for a, b in combinations(some, 2):
            if a.link != b.link and not _agree(a, b):
                who = f"“{'、'.join(a.bodies)}” and “{'、'.join(b.bodies)}”"
                both = a.place if a.place == b.place else f"{a.place} and {b.place}"
                yield f"{both} let {who} decide one matter: say which holds, or give them ranks"


def _agree(a: Claim, b: Claim) -> bool:
    return any(same(x.casefold(), y.casefold()) for x in a.bodies for y in b.bodies)


def _both(a: Level, b: Level, places: Mapping[str, str], joint: str = " and ") -> str:
    first, second = places.get(a.link, a.document), places.get(b.link, b.document)
    return first if first == second else f"{first}{joint}{second}"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
