"""English lead-ins that break off: what their items go on from, and with which words between."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.rules.english.grammar.groups import LICENCES
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, at, read
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.verbs import form_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.owners import owner
from corpus.rules.english.shapes.subjects import subject

_TASKS = word_set("job function duty task responsibility role remit")
_POWERS = word_set("power authority")
_LINKS = word_set("by of from to with")


class Opening(NamedTuple):
    """The words of a lead-in that an item goes on from, and what to put between them."""

    start: int
    end: int
    between: str = " "
    rest: str = ""


def opening(lead: Sequence[Phrase], lead_in: str) -> Opening | None:
    """Return where a lead-in's own words end and what to put before an item that goes on with it."""
    lead = lead[:-1] if lead and lead[-1].low in ("both", "either") else lead
    lead = lead[:-2] if [p.low for p in lead[-2:]] == [":", "to"] else lead
    own = [n for n, p in enumerate(lead) if p.kind not in ("colon", "dash", "comma", "stop", "adv")]
    if not own or lead[-1].kind not in ("colon", "dash", "comma", "verb", "name", "prep"):
        return None
    first, last = own[0], own[-1]
    end = lead[last].end
    for n in own:
        told = at(lead, n + 1).kind == "verb" and at(lead, n + 1).finite
        if lead[n].low == "following" and lead[n].det == "the" and (at(lead, n - 1).kind == "verb" or told):
            before = lead[n - 1].end if n else 0
            return Opening(0, before, rest=lead_in[lead[n].end :].rstrip(" :–—"))
    who = _holder(lead, own)
    if who is not None:
        may = any(head_of(lead[n]) in _POWERS or lead[n].low in LICENCES for n in own)
        return Opening(who.start, who.end, " may " if may else " shall ")
    if breaks_off(lead) or _tells(lead) or _charges(lead) or lead[last].low in _LINKS and lead[last].kind == "prep":
        return Opening(0, end, " " if not _aside_last(lead) else ", ")
    if (late := _named_late(lead, last)) is not None:
        return Opening(late.start, late.end)
    named = actors(lead, first)
    whole = bool(named) and named[-1].last == last
    bare = lead[-1].kind == "name" and bool(lead[first].det) and named[0].sure == SURE if whole else False
    return Opening(0, end) if whole and (bare or lead[-1].kind in ("colon", "dash")) else None


def charged(opened: Opening, item: str, at: int) -> tuple[Opening, str]:
    """Return what an item in -ing goes on from: Jobs of the cook: | Opening the kitchen, ordering supplies."""
    form = form_of(item[at:].split(" ")[0].lower())
    if opened.between != " shall " or form is None or form.kind != "g":
        return opened, item
    low = item[:at] + item[at : at + 1].lower() + item[at + 1 :]
    return opened._replace(between=" is responsible for "), low


def _named_late(lead: Sequence[Phrase], last: int) -> Actor | None:
    """Return who is named last in a lead-in behind what only says when: As part of the round the Warden:"""
    opens = lead[0].kind in ("prep", "sub") and lead[-1].kind == "colon"
    for n in range(max(last - 3, 1), last + 1) if opens else ():
        who = read(lead, n) if lead[n].kind == "name" and lead[n].det == "the" else None
        free = lead[n - 1].kind in ("name", "comma") and not lead[n - 1].owner
        if who and free and who.sure == SURE and who.last == last:
            return who
    return None


def _holder(lead: Sequence[Phrase], own: Sequence[int]) -> Actor | None:
    """Return whose duties or powers a lead-in opens a list of: Duties of the Clerk; the Board has power."""
    for n in own:
        if lead[n].kind == "name" and lead[n].low in LICENCES and at(lead, n - 1).base == "be" and n == own[-1]:
            return next(iter(subject(lead, n - 1)), None)
        if head_of(lead[n]) not in _TASKS | _POWERS:
            continue
        if lead[n].det.startswith("no"):
            return None
        if at(lead, n - 1).owner and at(lead, n + 1).base in ("be", "include") and (whose := owner(lead, n - 1)):
            return whose
        if n == own[0] and at(lead, n + 1).kind == "rel" and at(lead, n + 3).kind == "verb":
            return next(iter(subject(lead, n + 3)), None)
        if at(lead, n + 1).low == "of" and n == own[0] and (actor := read(lead, n + 2)) and actor.sure:
            return actor
        if at(lead, n - 1).base == "have" and n == own[-1] and (who := subject(lead, n - 1)):
            return who[0]
    return None


def breaks_off(ph: Sequence[Phrase]) -> bool:
    """Tell whether a sentence has a modal and no main verb after it."""
    last = next((p for p in reversed(ph) if p.kind == "verb" and (p.finite or not p.base) and p.modal), None)
    return (
        last is not None
        and not last.base
        and not any(p.kind == "verb" and p.finite and p.base for p in ph[list(ph).index(last) + 1 :])
    )


def _aside_last(lead: Sequence[Phrase]) -> bool:
    return next((p for p in reversed(lead) if p.kind not in ("colon", "dash")), lead[-1]).kind not in ("verb", "prep")


def _tells(ph: Sequence[Phrase]) -> bool:
    """Tell whether a lead-in ends with a verb whose object its items bring: the Warden informs"""
    last = next((p for p in reversed(ph) if p.kind not in ("colon", "dash")), ph[-1])
    return (
        last.kind == "verb"
        and last.finite
        and not last.passive
        and last.base in ("consult", "inform", "notify", "tell")
    )


def _charges(ph: Sequence[Phrase]) -> bool:
    """Tell whether a lead-in ends with a charge that its items name: the Committee is responsible for"""
    own = [p for p in ph if p.kind not in ("colon", "dash")][-3:]
    if [p.low for p in own[-2:]] == ["responsible", "for"] and own[0].base == "be":
        return True
    charged = own[0].base == "have" and own[-1].low == "of" and head_of(own[-2]) == "charge" if len(own) > 2 else False
    return charged or (
        len(own) > 1 and own[-1].low == "with" and own[-2].passive and own[-2].base in ("charge", "task")
    )


def left_open(ph: Sequence[Phrase]) -> bool:
    """Tell whether a lead-in breaks off before its verb or its object, which the items under it bring."""
    if not ph or ph[-1].kind not in ("colon", "dash", "verb"):
        return bool(ph) and ph[-1].kind == "prep" and _charges(ph)
    if breaks_off(ph):
        return not any(p.low in ("alone", "only") for p in ph)
    if _tells(ph) or _charges(ph):
        return True
    return any(
        p.kind == "verb" and p.base in ("consult", "inform", "notify") and at(ph, n + 1).low == "following"
        for n, p in enumerate(ph)
    )
