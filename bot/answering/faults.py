"""Faults of the rules themselves, for an admin: ladders with gaps and overlaps, clauses that contradict each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise

from bot.answering.conflict import matter, said_alike
from bot.answering.level import Level, denied, front, within
from bot.answering.levels import levels, takes_in
from bot.answering.names import same
from corpus.models import Act, Clause, Document
from corpus.quantities import Measure, Range
from corpus.validity import binding, in_force

_DECIDING = (Act.DECIDE,)
_WHOLE = 1  # between 1000元 and 1001元 lies nothing that anybody asks for
_SHOWN = 40
_MOST = 40  # lines
_GAP = "leave a gap between"
_ARTICLES = ("article", "dotted", "section", "document")
_DIVISIONS = ("part", "chapter", "section", "heading")
# a rung that says it takes in its end leaves none of it to the next: 1000元（含）以下, 1000元至5000元
_MARKED = re.compile(r"含|inclu", re.IGNORECASE)
Rung = tuple[Level, Range]


def faults(documents: Sequence[Document], day: date) -> list[str]:
    """Return a line for each fault in the rules that hold on a day; of very many the first."""
    holding = [
        one for one in documents if binding(one.facts) and in_force(one.facts, day) and not one.stated.amendments
    ]
    found = {one.path: _deciding(one) for one in holding}
    places = {f"{one.id}#{c.key}": f"{one.path} {c.label}".strip() for one in holding for c in one.clauses}
    ladders = [line for one in holding for line in _ladders(one, found[one.path], places)]
    lines = [*ladders, *_contradictions([level for each in found.values() for level in each], places)]
    lines = list(dict.fromkeys(lines))
    return (
        lines if len(lines) <= _MOST else [*lines[:_MOST], f"{len(lines) - _MOST} more faults of ladders and clauses"]
    )


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
    items = {f"{document.id}#{clause.key}" for clause in document.clauses if _item(document, clause)}
    for level in found:
        bounds = [r for r in level.bounds if r.low != r.high]
        if len(bounds) == 1 and not level.further:
            one = bounds[0]
            home = within(level) if level.link in items else level.link
            counted = one.unit if one.measure is Measure.COUNT else ""
            ladders[(home, one.measure, counted, front(level), denied(level.condition))].append((level, one))
    for rungs in ladders.values():
        ordered = sorted(rungs, key=lambda rung: (rung[1].low is not None, rung[1].low or 0))
        for lower, upper in pairwise(ordered):
            fault = _between(lower, upper)
            if fault and not (_GAP in fault and _read_elsewhere(document, lower, upper)):
                yield f"{_both(lower[0], upper[0], places)} {fault}"


def _item(document: Document, clause: Clause) -> bool:
    """Tell whether a clause is one of a list, not an article with a matter of its own."""
    over = None if clause.parent is None else document.clauses[clause.parent]
    return clause.level not in _ARTICLES and over is not None and over.level not in _DIVISIONS


def _read_elsewhere(document: Document, lower: Rung, upper: Rung) -> bool:
    """Tell whether the clauses of a ladder name an amount between two of its rungs, whoever acts there."""
    (a, one), (b, other) = lower, upper
    between = one.model_copy(update={"low": one.high, "low_in": False, "high": other.low, "high_in": False})
    return any(takes_in(document, level.link, [between]) for level in (a, b))


def _between(lower: Rung, upper: Rung) -> str:
    """Return what is wrong between two neighbouring rungs, "" where nothing is."""
    (a, one), (b, other) = lower, upper
    if one.high is None or other.low is None or a.bodies(_DECIDING) == b.bodies(_DECIDING):
        return ""
    said = f"“{_short(_bound(a))}” and “{_short(_bound(b))}”"
    apart = other.low - one.high
    neither = not (one.high_in or other.low_in) if apart == 0 else not (one.high_in and other.low_in)
    if apart > _WHOLE or (apart >= 0 and neither):
        return f"{_GAP} {said}: say who decides there"
    inside = other.high is not None and other.high <= one.high
    meet = apart == 0 and one.high_in and other.low_in and not _MARKED.search(a.condition)
    if not inside and (apart < 0 or meet):
        return f"overlap at {said}: say which of them holds there"
    return ""


def _bound(level: Level) -> str:
    """Return the words that bound a level: a row may name its amount in what it is about."""
    return level.condition or next((rule.matter for rule in level.rules if rule.matter), level.words.strip())


def _contradictions(found: Sequence[Level], places: Mapping[str, str]) -> Iterator[str]:
    """Yield the clauses that in the very same words let different actors decide."""
    together: dict[object, list[Level]] = defaultdict(list)
    for level in found:
        bounds = tuple(sorted((r.measure, r.low or 0, r.low_in, r.high or 0, r.high_in) for r in level.bounds))
        together[(matter(level), bounds)].append(level)
    for some in together.values():
        for a, b in combinations(some, 2):
            if said_alike(a, b) and not _agree(a, b):
                who = f"“{'、'.join(a.bodies(_DECIDING))}” and “{'、'.join(b.bodies(_DECIDING))}”"
                yield f"{_both(a, b, places)} let {who} decide one matter: say which holds, or give them ranks"


def _agree(a: Level, b: Level) -> bool:
    return any(same(x.casefold(), y.casefold()) for x in a.bodies(_DECIDING) for y in b.bodies(_DECIDING))


def _both(a: Level, b: Level, places: Mapping[str, str]) -> str:
    first, second = places.get(a.link, a.document), places.get(b.link, b.document)
    return first if first == second else f"{first} and {second}"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
