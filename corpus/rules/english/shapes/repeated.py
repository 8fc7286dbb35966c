"""English sentences that say a preposition again for the next actor: is for the Head if …, and for the Board otherwise."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.names import SURE, at
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.verbs import ACTS, CONSENTS
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.counsel import ADVICE, PROPOSALS
from corpus.rules.english.shapes.doers import goes_on
from corpus.rules.english.shapes.ladders import bound_end, bounding
from corpus.rules.english.shapes.nominal import Said, listed

_LINKS = ("for", "to", "with")
_FIGURES = "0123456789£$€¥"
# and a longer stay for the Dean
LARGER = word_set("larger longer higher greater bigger heavier dearer costlier more")


def of_repeated(ph: Sequence[Phrase], said: Sequence[Said]) -> Iterator[Said]:
    """Read "lies with the Head up to £9 and with the Board above that", "is for the Head where …, and for the Dean otherwise"."""
    taken = {one.actor.start for one in said}
    for one in said:
        link = at(ph, one.actor.first - 1)
        named = one.act is Act.DECIDE and head_of(ph[one.first]) in CONSENTS and link.low in ("of", "from", "by")
        if not named and (ph[one.first].kind != "verb" or link.low not in _LINKS):
            continue
        reached = one.last
        for n in range(one.last + 1, len(ph)):
            bound = _bound(ph, n) if ph[n].low == link.low else None
            joined = at(ph, n - 1).kind == "conj" or at(ph, n - 1).low == ";" or bound or _another(ph, n)
            if ph[n].low != link.low or not joined or not goes_on(ph, one.actor.last, n):
                continue
            for actor in [] if n <= reached else listed(ph, n + 1, link.low):
                reached = max(reached, actor.last)
                if actor.sure == SURE and actor.start not in taken and at(ph, actor.last + 1).low != "for":
                    yield Said(actor, one.act, one.first, actor.last, bound)


def _bound(ph: Sequence[Phrase], n: int) -> tuple[int, int] | None:
    """Return the bound between a comma and a preposition that is said again: is for the Head, up to £9 | for the Dean."""
    opens = next((k for k in range(n - 1, -1, -1) if not bounding(ph, k)), -1)
    opens += at(ph, opens).kind == "comma" and at(ph, opens + 1).kind == "conj"
    if at(ph, opens).kind not in ("comma", "conj", "stop") or bound_end(ph, opens + 1) not in (n, n + 1):
        return None
    return (opens + 1, n) if any(p.words and p.words[0].text[0] in _FIGURES for p in ph[opens + 1 : n]) else None


def _another(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a preposition goes on of another of the same: goes to the Chair, one about a fellow | to the Dean."""
    opens = next((k for k in range(n - 1, -1, -1) if ph[k].kind in ("comma", "stop", "verb", "conj")), -1)
    if at(ph, opens).kind not in ("comma", "conj"):
        return False
    larger = at(ph, n - 1).kind == "name" and opens == n - 2 and any(w.low in LARGER for w in ph[n - 1].words)
    return larger or at(ph, opens + 1).low in ("one", "ones", "those", "anything")


def upon_proposals(ph: Sequence[Phrase], said: Sequence[Said]) -> list[Said]:
    """Take who acts on another's recommendation for the one who decides: is created by the Board, on the Dean's proposal.

    Those by whose vote a body asks for something only ask for it too.
    """
    told = [
        one for one in said if one.act is Act.PROPOSE and ph[one.first].kind == "verb" and not ph[one.first].passive
    ]
    said = [one._replace(act=Act.PROPOSE) if told and _voted(ph, one.first) else one for one in said]
    asked = [
        one for one in said if one.act is Act.PROPOSE and head_of(ph[one.first]) in PROPOSALS and _on(ph, one.first)
    ]
    if not asked or any(one.act is Act.DECIDE for one in said):
        return list(said)
    return [
        one._replace(act=Act.DECIDE)
        if one.act is Act.CARRY_OUT and one.first < asked[0].first and ph[one.first].passive
        else one
        for one in said
    ]


def _voted(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun says by whose vote a body does a thing: by the vote of five members the Board may petition."""
    return head_of(ph[n]) == "vote" and at(ph, n - 1).low == "by"


def _on(ph: Sequence[Phrase], n: int) -> bool:
    return any(p.low in ("on", "upon") for p in ph[max(n - 3, 0) : n]) and head_of(ph[n]) != "request"


def upon_advice(ph: Sequence[Phrase], said: Sequence[Said]) -> list[Said]:
    """Take who changes a thing on somebody's advice for the one who decides: is changed by the Dean, following advice of X."""
    heard = [one for one in said if one.act is Act.REVIEW and head_of(ph[one.first]) in ADVICE]
    if not heard or any(one.act is Act.DECIDE for one in said):
        return list(said)
    return [
        one._replace(act=Act.DECIDE)
        if one.act is Act.CARRY_OUT and ph[one.first].passive and ph[one.first].base not in ACTS
        else one
        for one in said
    ]
