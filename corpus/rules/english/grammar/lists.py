"""Lists of actors: the Dean, the Bursar or, in her absence, the Clerk."""

from collections.abc import Sequence

from corpus.rules.english.grammar.names import LIKELY, SURE, Actor, at, read
from corpus.rules.english.grammar.parts import Phrase

_JOINTS = (
    "and",
    "or",
    "and/or",
    "as well as",
    "together with",
    "jointly with",
    "along with",
    "in conjunction with",
    "acting with",
    "acting jointly with",
    "acting together with",
    "in cooperation with",
    "in co-operation with",
    "in collaboration with",
    "in partnership with",
    "in concert with",
    "with",
    "nor",
)


def _joint(ph: Sequence[Phrase], n: int, marker: str) -> int:
    """Return the phrase after the joint of a list of actors that may stand at a place, or 0."""
    here, after = at(ph, n), at(ph, n + 1)
    if here.kind == "comma" and after.kind in ("conj", "prep") and after.low in _JOINTS[:-2]:
        return _past_aside(ph, n + 2, marker)
    if here.kind == "comma" and after.kind == "name":
        return n + 1 if _list_goes_on(ph, n + 1) else 0
    joined = read(ph, n + 1) if here.low == "with" else None
    if here.low == "with" and (joined is None or joined.sure < SURE or after.owner):
        return 0
    if here.low == "with" and after.det != "the" and not (after.words and after.words[0].title):
        return 0
    if here.kind in ("conj", "prep") and here.low in _JOINTS:
        return _past_aside(ph, n + 1, marker)
    return 0


def _list_goes_on(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether names behind a comma end in a joint, as a list does."""
    while (actor := read(ph, n)) is not None and actor.sure:
        n = actor.last + 1
        if at(ph, n).low in ("and", "or") or (at(ph, n).kind == "comma" and at(ph, n + 1).low in ("and", "or")):
            return at(ph, n + 1).kind in ("name", "conj")
        if at(ph, n).kind != "comma":
            return False
        n += 1
    return False


def _past_aside(ph: Sequence[Phrase], n: int, marker: str) -> int:
    """Skip what stands between a joint and the next actor: or, in her absence, by the Deputy."""
    here = at(ph, n)
    if here.kind == "adv":
        here, n = at(ph, n + 1), n + 1
    if here.kind == "comma" or (here.kind in ("prep", "sub") and here.low != marker) or here.base == "fail":
        comma = here.kind == "comma"
        for end in range(n + 1, min(n + 9, len(ph))):
            if ph[end].kind == "stop":
                return 0
            closed = ph[end].kind == "comma" if comma or not _adjacent(ph, end) else True
            if closed:
                n = end + (ph[end].kind == "comma")
                break
        else:
            return 0
    return n + 1 if at(ph, n).low == marker and marker else n


def _adjacent(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name follows another with nothing between: in her absence | the Deputy."""
    return ph[n].kind == "name" and bool(ph[n].det) and at(ph, n - 1).kind == "name" and not at(ph, n - 1).owner


def actors(ph: Sequence[Phrase], n: int, least: int = LIKELY, marker: str = "") -> list[Actor]:
    """Read a list of actors that opens at a phrase; `marker` is the preposition that may be said again in it."""
    found: list[Actor] = []
    while True:
        actor = read(ph, n)
        if actor is None or actor.sure < (least if not found else _needed(ph, actor)):
            return found
        if found and marker and actor.sure < SURE and at(ph, actor.last + 1).low == marker:
            return found  # by the Bursar, and any larger bill | by the Dean
        found.append(actor)
        n = _joint(ph, actor.last + 1, marker)
        if not n or len(found) > 8:
            return found


def _needed(ph: Sequence[Phrase], actor: Actor) -> int:
    """Return how sure a further actor of a list must be: without a capital or a determiner, quite."""
    return LIKELY if ph[actor.first].det or actor.noun.title else SURE
