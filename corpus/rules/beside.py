"""An English item that goes on from the one before it: (a) tears up to £9 are mended by the Mate; (b) above that by the Cook."""

from collections.abc import Sequence

from corpus.models import Clause, Rule
from corpus.passages import chinese
from corpus.rules.english import wording as wording_en
from corpus.rules.made import made
from corpus.rules.sentences import Place, deeds, unmarked

_FARTHEST = 4  # items back that the verb may stand in


def gone_on(place: Place, clauses: Sequence[Clause], n: int) -> list[Rule]:
    """Read an item without a verb by the nearest before it in its list that has one."""
    document, link, text = place
    clause = clauses[n]
    span = (clause.start, clause.end)
    if clause.level in ("row", "paragraph", "heading", "table") or chinese(text[slice(*span)]):
        return []
    item = unmarked(text, span).strip()
    earlier = [one for one in clauses[:n] if one.parent == clause.parent and one.level == clause.level]
    for one in reversed(earlier[-_FARTHEST:]):
        before = unmarked(text, (one.start, one.end)).strip()
        if not before.endswith(";"):
            return []
        if deeds(before):
            return made(document, link, item, span, wording_en.going_on(item, before))
    return []
