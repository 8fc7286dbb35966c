"""Who decides on what another recommends to him: the Panel recommends to the Senate that …; recommends a purchase to the Board."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.light import powered
from corpus.rules.english.grammar.heads import ordinary
from corpus.rules.english.grammar.names import SURE, at
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.shapes.nominal import Said, listed

_SENDING = ("make", "put", "submit", "forward", "present", "address")
_FAR = 14  # phrases from the verb to whom it is said


def of_advised(ph: Sequence[Phrase], said: Sequence[Said]) -> Iterator[Said]:
    """Read whom a recommendation is put to as deciding, where the sentence says of nobody else that he decides."""
    if any(one.act is Act.DECIDE for one in said):
        return
    for one in said:
        verb = _recommending(ph, one)
        to = _addressee(ph, verb) if verb >= 0 else -1
        if to < 0 or ph[verb].negated:
            continue
        for actor in listed(ph, to + 1, "to"):
            if actor.sure == SURE and not ordinary(actor.noun) and powered(actor):
                yield Said(actor, Act.DECIDE, verb, actor.last)


def _recommending(ph: Sequence[Phrase], one: Said) -> int:
    """Return the verb by which somebody recommends, or puts a recommendation to another; or -1."""
    phrase = ph[one.first]
    if one.act is not Act.PROPOSE or phrase.kind != "verb" or phrase.infinitive and not phrase.base:
        return -1
    if phrase.base in ("recommend", "nominate"):
        return one.first
    told: Iterable[Phrase] = ph[max(one.first - _FAR, 0) : one.first + 4]
    return one.first if phrase.base in _SENDING and any(head_of(p) == "recommendation" for p in told) else -1


def _addressee(ph: Sequence[Phrase], verb: int) -> int:
    """Return the "to" behind a verb and its object in one clause, that leads to whoever is addressed; or -1."""
    for n in range(verb + 1, min(verb + _FAR, len(ph))):
        if ph[n].kind in ("stop", "colon", "sub", "rel", "comma") or (ph[n].kind == "verb" and ph[n].finite):
            return -1
        if ph[n].low == "to" and at(ph, n + 1).kind == "name" and not _belongs(ph, n):
            return n
    return -1


def _belongs(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether "to" goes on with the object and not with the verb: changes to the rules; appointments to the Board."""
    thing = head_of(at(ph, n - 1)) if at(ph, n - 1).kind == "name" else ""
    return thing in _WITH_TO


_WITH_TO = (
    "appointment", "election", "admission", "change", "amendment", "addition", "adviser", "access", "promotion",
    "alternative", "answer", "response", "nomination", "report", "repair", "reply",
)  # fmt: skip
