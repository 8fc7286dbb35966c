"""Who is the subject of an English infinitive: for the Governors to determine; the Bursar to approve."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, Known, at
from corpus.rules.english.grammar.parts import Phrase, back, start_of
from corpus.rules.english.grammar.verbs import ACTS, NOUN_ACTS
from corpus.rules.english.grammar.words import BE, word_set


def said_before(ph: Sequence[Phrase], verb: int, known: Known | None) -> list[Actor]:
    """Return the subject of an earlier infinitive, looked up if it is known."""
    known = {} if known is None else known
    if verb not in known:
        known[verb] = infinitive_subject(ph, verb, known)
    return known[verb]


_PARTS = word_set("part purpose duty job task role responsibility function business right prerogative turn privilege")


def _free_standing(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name and an infinitive stand by themselves: Head to recommend; …, the Board to be told."""
    return not ph[n].det or (at(ph, n - 1).kind == "comma" and ph[n].det == "the")


_CALLED = word_set("appoint designate nominate commission engage instruct depute")


def _moved(base: str, does: str) -> bool:
    """Tell whether a verb moves somebody to act: appoints a deputy to perform; requires the Dean to approve."""
    act = ACTS.get(does)
    called = base in _CALLED and act not in (None, Act.DECIDE) and does != "exercise"  # a power handed down
    return called or base == "require" and act is Act.DECIDE


def infinitive_subject(ph: Sequence[Phrase], verb: int, known: Known | None = None) -> list[Actor]:
    """Return who is to do what an infinitive says: for the Governors to determine; the duty of the Clerk to keep."""
    n = back(ph, verb - 1, "adv", "comma")
    if at(ph, n).kind == "conj" or (at(ph, n).kind == "verb" and at(ph, n).infinitive):
        earlier = next((k for k in range(n, -1, -1) if ph[k].kind == "verb" and ph[k].infinitive), -1)
        return said_before(ph, earlier, known) if earlier >= 0 else []
    n = _before_aside(ph, verb, n)
    for first in range(max(0, n - 8), n + 1):
        found = actors(ph, first)
        if not found or found[-1].last != n:
            continue
        before, verb_before = at(ph, first - 1), at(ph, first - 2)
        if before.kind in ("stop", "colon", "dash", "comma") and found[0].sure == SURE and _free_standing(ph, first):
            return found if found[0].noun.low not in NOUN_ACTS else []
        if before.low == "for" and (
            verb_before.base == "be"
            or _awaited(ph, first, verb)
            or verb_before.low in ("matter", "alone", "solely", "and", "only")
        ):
            return found
        if before.low == "of" and verb_before.low in _PARTS:
            return found
        if (verb_before.low, before.low) in (("open", "to"), ("up", "to"), ("incumbent", "on"), ("incumbent", "upon")):
            return found
        if before.kind == "verb" and found[0].sure == SURE and _moved(before.base, ph[verb].base):
            return found
        if before.kind == "verb" and before.base in ("get", "ask") and before.modal in ("do", "may"):
            return found
    return []


def _before_aside(ph: Sequence[Phrase], verb: int, n: int) -> int:
    """Return where the subject of "to" ends before an aside: it is for the Fellows alone|, by a two-thirds vote, to …"""
    opens = next((k for k in range(verb - 2, -1, -1) if ph[k].kind in ("comma", "stop", "colon")), -1)
    aside = at(ph, verb - 1).kind == "comma" and opens > 0 and ph[opens].kind == "comma"
    before = back(ph, opens - 1, "adv") if aside and at(ph, opens + 1).low in ("by", "on", "after", "with") else -1
    return before if before >= 0 and at(ph, before).kind == "name" else n


def _awaited(ph: Sequence[Phrase], first: int, verb: int) -> bool:
    """Tell whether a thing is put forward for somebody to decide: is proposed by the Clerk | for the Court to approve."""
    before = next((p for p in reversed(ph[:first]) if p.kind in ("verb", "stop")), None)
    put = before is not None and (ACTS.get(before.base) is Act.PROPOSE or before.base in ("make", "send", "go"))
    return put and ACTS.get(ph[verb].base) is Act.DECIDE


def whose_part(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return whose part it is to do what the verb behind a place says: the role of the Panel | is to advise; its role."""
    verb = at(ph, n + 1)
    if not (verb.modal == "must" and verb.words[0].low in BE):
        return []
    since = start_of(ph, n, "stop", "colon", "comma")
    if n > since and ph[n - 1].owner and ph[n].low in _PARTS:
        own = [*ph[: n - 1], ph[n - 1]._replace(owner=False)]
        return [actor for actor in actors(own, since) if actor.last == n - 1]
    named = actors(ph, since + 2) if at(ph, since).low in _PARTS and at(ph, since + 1).low == "of" else []
    return named if named and named[-1].last == n else []
