"""Which of the weighed clauses an answer rests on: few, the most telling first."""

from collections.abc import Sequence

from bot.answering.weighing.evidence import Evidence
from bot.answering.weighing.weights import Feature
from corpus.models import Kind

# A further clause is cited when it is nearly as good as the first: on the rulebooks the weights were fitted on, more
# distant ones cost actors.
_NEARLY = 2.3
_MOST = 3
# A clause is preferred to the whole it stands in when it is about as good.
_WITHIN = 1.5
# A rule that answers by itself goes before a handbook or a draft that says it in words nearer to the question's.
_RULED = 3.0
_BEST = 12  # clauses among which such a rule is looked for


def rules_first(weighed: Sequence[Evidence]) -> list[Evidence]:
    """Return the clauses with a rule in front where something that can't decide was found a little before it."""
    first = next(iter(weighed), None)
    if first is None or first.found.facts.kind not in (Kind.REFERENCE, Kind.DRAFT):
        return list(weighed)
    rule = next((one for one in weighed[:_BEST] if _rules(one, first)), None)
    return [rule, *(one for one in weighed if one is not rule)] if rule else list(weighed)


def _rules(one: Evidence, first: Evidence) -> bool:
    near = one.score >= first.score - _RULED and one.right_kind >= first.right_kind
    return near and one.found.facts.kind is Kind.RULE and one.found.match > 0 and not _shut_out(one, first)


def _inside(inner: Evidence, outer: Evidence) -> bool:
    """Tell whether one passage stands inside another."""
    a, b = inner.passage, outer.passage
    return a.document == b.document and b.start <= a.start and a.end <= b.end and (a.start, a.end) != (b.start, b.end)


def _narrowed(best: Evidence, weighed: Sequence[Evidence]) -> Evidence:
    """Return the item of a clause that answers about as well as the whole clause does."""
    inner = [
        e for e in weighed if _inside(e, best) and e.score >= best.score - _WITHIN and e.right_kind >= best.right_kind
    ]
    return _narrowed(inner[0], weighed) if inner else best


def choose(weighed: Sequence[Evidence]) -> list[Evidence]:
    """Return the clauses to cite, the one that carries the decision first; `weighed` is best first.

    Of a long clause that is found in several pieces, the best is taken.
    """
    first = _narrowed(weighed[0], weighed)
    chosen = [first]
    for other in weighed:
        if len(chosen) == _MOST or other.score < weighed[0].score - _NEARLY:
            break
        if _shut_out(other, first):
            continue
        if not any(other.link == known.link or _overlap(other, known) for known in chosen):
            chosen.append(_narrowed(other, weighed))
    return chosen


def _shut_out(other: Evidence, first: Evidence) -> bool:
    """Tell whether a clause bounds away the amount that the first one takes in."""
    return other.features[Feature.LEVEL] < 0 < first.features[Feature.LEVEL]


def _overlap(a: Evidence, b: Evidence) -> bool:
    return (
        a.passage.document == b.passage.document and a.passage.start < b.passage.end and b.passage.start < a.passage.end
    )
