"""Who is the subject of an English verb: the name before it, across asides, relatives and shared subjects."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import Actor, Known, at, read
from corpus.rules.english.grammar.parts import Phrase, back, start_of
from corpus.rules.english.grammar.verbs import ACTS
from corpus.rules.english.grammar.words import MODALS
from corpus.rules.english.shapes.antecedents import antecedent, bidden_first, listed_before, meant
from corpus.rules.english.shapes.infinitives import infinitive_subject, whose_part

_ENDS = ("stop", "colon")
_ASIDES = ("rel", "prep", "sub", "conj", "verb", "whose", "adv")
# no subject stands farther from its verb than so many phrases
_FAR = 24
_LONGEST_LIST = 16
_ASIDES_TRIED = 3
_NOBODY = ("no one", "nobody", "none", "nothing")


def _excepted(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name is the one that a denial leaves out: no one but the Treasurer."""
    denied = at(ph, n - 3) if at(ph, n - 2).low == "other" else at(ph, n - 2)
    return at(ph, n - 1).low in ("but", "than", "except", "save") and (
        denied.low in _NOBODY or denied.det.startswith("no")
    )


def _free(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name is no object and hangs on no preposition."""
    before = at(ph, back(ph, n - 1, "adv", "other"))
    if before.kind == "prep":
        return _excepted(ph, n) or (before.low == "up" and at(ph, n - 3).low == "from")  # from £9 up | the Dean decides
    if before.kind == "verb":
        return _opens_main(ph, n) or (
            before.passive or before.base in ("have", "get", "let", "be") or (before.infinitive and before.base == "be")
        )
    return before.kind != "name" or not before.owner


def _opens_main(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name opens what a condition without a comma leads to: If they cannot agree | the Dean decides."""
    actor = read(ph, n)
    if actor is None or at(ph, start_of(ph, n, *_ENDS, "comma")).kind != "sub":
        return False
    told, verb = at(ph, back(ph, n - 1, "adv")), ph[min(_behind(ph, actor.last), len(ph) - 1)]
    return told.finite and verb.kind == "verb" and verb.finite


def _behind(ph: Sequence[Phrase], n: int) -> int:
    """Return the next place behind a phrase that holds no adverb."""
    return next((k for k in range(n + 1, len(ph)) if ph[k].kind != "adv"), len(ph))


def denied(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name is denied what its verb says: no member, neither A nor B."""
    before = at(ph, n - 1)
    if _excepted(ph, n):
        return False
    return ph[n].det.split(" ")[0] in ("no", "neither") and "than" not in ph[n].det or before.low == "nor"


def ending_at(ph: Sequence[Phrase], n: int, since: int) -> list[Actor]:
    """Return the list of actors that ends at a phrase and hangs on nothing before it; the longest."""
    for first in range(max(since, n - _LONGEST_LIST), n + 1):
        if ph[first].kind == "name" and _free(ph, first):
            found = actors(ph, first)
            if found and found[-1].last == n:
                return [] if denied(ph, first) else found
    return []


def subject(ph: Sequence[Phrase], verb: int, known: Known | None = None) -> list[Actor]:
    """Return the actors who are the subject of the verb at a place; `known` keeps those of other verbs."""
    known = {} if known is None else known
    if verb not in known:
        known[verb] = []
        known[verb] = _subject(ph, verb, known)
    return known[verb]


def _subject(ph: Sequence[Phrase], verb: int, known: Known) -> list[Actor]:
    n = back(ph, verb - 1, "adv")
    left = next((k for k in range(n, -1, -1) if ph[k].kind in _ENDS or (ph[k].kind == "verb" and ph[k].modal)), -1)
    resumed = not (ph[verb].words and ph[verb].words[0].low in MODALS)
    waits = left >= 0 and ph[left].kind == "verb" and not ph[left].base
    if waits and resumed and at(ph, verb).modal == ph[left].modal:
        return subject(ph, left, known)
    here = at(ph, n)
    if here.kind == "name" or (here.kind == "verb" and here.infinitive):
        return _named(ph, n)
    if here.kind == "verb" and here.finite and here.base:
        return _described(ph, n) or _shared(ph, verb, known)
    if here.low == "whom" and at(ph, n - 1).low == "of" and at(ph, n - 2).low in ("either", "each", "both"):
        return listed_before(ph, n - 4)  # told to the Dean or the Matron, either of whom | grants it
    if here.kind == "rel":
        return antecedent(ph, n - 1)
    if here.low in ("he", "she") or (
        here.low == "it" and not ph[verb].passive and ACTS.get(ph[verb].base) is Act.DECIDE
    ):
        return meant(ph, n)
    if here.low == "they":
        return bidden_first(ph, n)
    if here.kind == "close":
        return _named(ph, _opened(ph, n) - 1)
    if here.kind in ("comma", "dash"):
        return _across(ph, n) or _shared(ph, verb, known)
    return _shared(ph, verb, known) if here.kind in ("conj", "verb") else []


def _opened(ph: Sequence[Phrase], n: int) -> int:
    return next((k for k in range(n, -1, -1) if ph[k].kind == "open"), 0)


def _named(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return the subject whose last words are the name at a place."""
    since = start_of(ph, n, *_ENDS)
    return ending_at(ph, n, since) or _described(ph, n) or whose_part(ph, n)


def _described(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Read a subject with words behind its name: any member aggrieved by the decision may appeal."""
    since = max(start_of(ph, n, *_ENDS, "sub", "comma", "conj"), n - _FAR)
    for first in range(since, n + 1):
        if ph[first].kind == "verb" and ph[first].finite:
            return []
        if ph[first].kind == "name" and at(ph, n + 1) and _free(ph, first) and (related := _related(ph, first, n)):
            return related
        if ph[first].kind == "name" and _free(ph, first) and not at(ph, first - 1).owner:
            between = ph[first + 1 : n + 1]
            found = read(ph, first)
            plain = all(
                p.kind in ("prep", "name", "adv", "verb") and not (p.kind == "verb" and p.finite) for p in between
            )
            split = any(a.kind == b.kind == "name" and not a.owner for a, b in zip(between, between[1:], strict=False))
            if found and plain and not split and at(ph, first + 1).kind != "name":
                told_apart = at(ph, found.last + 1).kind == "verb" and at(ph, found.last + 1).passive
                whole = found._replace(end=ph[n].end, last=n) if told_apart else found
                return [whole] if found.sure and not denied(ph, first) else []
            if at(ph, first + 1).kind != "name":
                return []
    return []


def _related(ph: Sequence[Phrase], first: int, n: int) -> list[Actor]:
    """Read a subject that a relative clause tells apart: a trustee who stands to gain | leaves the room."""
    actor = read(ph, first)
    if actor is None or not actor.sure or at(ph, actor.last + 1).kind not in ("rel", "whose") or denied(ph, first):
        return []
    between = ph[actor.last + 2 : n + 1]
    own = any(p.kind == "verb" and p.finite for p in between)
    return [actor] if own and not any(p.kind in ("comma", "sub") for p in between) else []


def _across(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return the subject before an aside: the Principal, having consulted the Council, fixes."""
    kind, tried = ph[n].kind, 0
    for opened in range(n - 1, max(n - _FAR, 0), -1):
        if ph[opened].kind in _ENDS or tried == _ASIDES_TRIED:
            break
        if ph[opened].kind == kind and at(ph, opened - 1).kind == "rel" and at(ph, opened + 1).kind in _ASIDES:
            return antecedent(ph, opened - 2)  # the Warden, who, with the advice of the Matron, | decides
        if ph[opened].kind != kind or at(ph, opened - 1).kind not in ("name", "close", "adv"):
            continue
        first, told = at(ph, opened + 1), at(ph, opened + 2).kind == "rel"  # the Panel, three fellows who …, hears
        if first.kind in _ASIDES or (first.kind == "name" and told) or first.low == "subject" or kind == "dash":
            tried += 1
            found = _named(ph, back(ph, opened - 1, "adv"))
            if found:
                return found + _stand_ins(ph, opened)
    return []


def _stand_ins(ph: Sequence[Phrase], opened: int) -> list[Actor]:
    """Read the actor inside an aside who may do as much: the Warden, or in her absence the Deputy, may."""
    if at(ph, opened + 1).low != "or":
        return []
    first = opened + 2
    if at(ph, first).kind == "sub":  # or if the Warden is away | the Deputy
        first = next((k + 1 for k in range(first, len(ph)) if ph[k].kind == "verb" and ph[k].finite), first)
    for n in range(first, min(first + 6, len(ph))):
        if ph[n].kind == "comma" and n > opened + 2:
            return []
        actor = read(ph, n)
        if actor and actor.sure and at(ph, actor.last + 1).kind == "verb":
            return []
        if actor and actor.sure and at(ph, actor.last + 1).kind == "comma":
            return [actor]
    return []


def _described_by(ph: Sequence[Phrase], n: int, verb: int) -> bool:
    """Tell whether a verb stands in a clause that a comma closes before "and": says which firm it is, and | appoints."""
    closed = at(ph, verb - 1).kind == "conj" and at(ph, verb - 2).kind == "comma"
    since = start_of(ph, n, *_ENDS, "comma")
    earlier = any(p.kind == "verb" and p.form == ph[verb].form and p.finite for p in ph[since:n])
    return closed and earlier and ph[n].kind == "verb" and any(p.low == "which" for p in ph[since:n])


def _beside(ph: Sequence[Phrase], n: int, verb: int) -> bool:
    """Tell whether a verb stands in a condition between commas: appoint and, should it be so | decided, remove."""
    opens = start_of(ph, n, *_ENDS, "comma")
    closed = any(p.kind == "comma" for p in ph[n:verb])
    return at(ph, opens).kind == "sub" and at(ph, opens - 1).kind == "comma" and closed


def _shared(ph: Sequence[Phrase], verb: int, known: Known) -> list[Actor]:
    """Return the subject of the verb before, which this one shares: approves the plan and informs the staff."""
    for n in range(verb - 1, max(verb - _FAR, -1), -1):
        if ph[n].kind in _ENDS:
            return []
        if (
            ph[n].kind == "verb"
            and ph[n].form == "s"
            and ph[verb].form == "b"
            and not ph[verb].modal
            and not ph[n].modal
            and len(ph[n].words) == 1
        ):
            return []
        if _described_by(ph, n, verb) or _beside(ph, n, verb):
            continue
        if ph[n].kind == "verb" and (ph[n].finite or ph[verb].infinitive) and ph[n].form != "g":
            return subject(ph, n, known) if not ph[n].infinitive else infinitive_subject(ph, n, known)
    return []
