"""Which act an English verb stands for where it stands: its object, its mood and its subject decide with it."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.heads import acts, head, ordinary
from corpus.rules.english.light import ENACTED, LIGHT, MOTIONS, made, of_object, powered
from corpus.rules.english.names import SURE, Actor, at
from corpus.rules.english.objects import head_of, noun_act, object_of, subject_noun
from corpus.rules.english.parts import Phrase
from corpus.rules.english.subjects import start_of
from corpus.rules.english.verbs import ACTS, FORMS, IDLE, LICENSED
from corpus.rules.english.words import word_set

_REPORTS = word_set(
    "report return account summary minute copy notice notification information update statement list record figures"
)
_SETTINGS = word_set(
    "fee price rate limit date level standard policy target term budget salary pay condition criterion requirement "
    "amount quorum time deadline tariff objective strategy priority rule threshold scale allowance charge due toll syllabus grade "
    "curriculum"
)
_USING = word_set(
    "use attend join visit bear see wear own enjoy share watch view read know drive need want affect bind cover follow"
)
# verbs whose act their object or what follows them tells
_BY_COMPANY = word_set("receive move hear set remove lift engage vote pass order satisfy confirm say apply")
# who writes a recommendation recommends
_MAKING = word_set("write compile fill complete prepare produce file draw")
# what is confirmed by whoever has the last word; anything else is only checked
_OUTCOMES = word_set(
    "result outcome grade grading place membership post role title rank volunteer name employee member you"
)
# the nouns of verbs: suspension, closure
_OF_A_VERB = re.compile(r"(?:tion|sion|ure|al)$")
CONSULTED = word_set("consult speak talk confer liaise")
_GIVING = word_set("issue supply lend release offer")
_POWERS_OF_CARRYING_OUT = word_set(
    "call order buy sell purchase send pay place disclose destroy transfer open enter mark offer exercise fill forward"
)


def active(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what a subject does who does what a verb says; None where that is no act of a rule."""
    phrase = ph[verb]
    base = phrase.base
    if phrase.negated:
        return Act.DECIDE if base == "object" else None
    if base == "delegate" or (base in CONSULTED and (base != "confer" or at(ph, verb + 1).low == "with")):
        return None
    if base in LIGHT:
        light = of_object(ph, verb)
        return None if phrase.modal == "may" and light is Act.CARRY_OUT and ordinary(who.noun) else light
    if phrase.form == "n" and ACTS.get(base) is Act.CARRY_OUT:
        return None
    if base in _BY_COMPANY:
        return _special(ph, verb)
    if base in _MAKING and (written := noun_act(object_of(ph, verb))) in (Act.PROPOSE, Act.REVIEW):
        return written
    may = phrase.modal == "may"
    if base in LICENSED:
        act = ACTS.get(base)
        return powered(who) if may else act if phrase.modal or act is not Act.DECIDE else None
    act = ACTS.get(base)
    if act in (Act.CARRY_OUT, Act.REVIEW) and may and _only(ph, verb, who):
        return Act.DECIDE
    if act is Act.CARRY_OUT and may:
        return Act.DECIDE if base in _POWERS_OF_CARRYING_OUT and powered(who) else None if ordinary(who.noun) else act
    if act is Act.REVIEW and _still(ph, verb):
        return Act.SUPERVISE  # checks whether it still helps
    if act is not None or base in IDLE:
        return powered(who) if base == "reserve" else act
    return _unknown(phrase, who)


def _still(ph: Sequence[Phrase], verb: int) -> bool:
    return any("still" in (p.low, *(word.low for word in p.words)) for p in ph[verb + 1 :])


def gerund(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Return what a verb in -ing behind "before" says of who consults: before altering, before making an order."""
    act = of_object(ph, verb) if ph[verb].base in LIGHT else ACTS.get(ph[verb].base)
    return act if act is Act.DECIDE else None


def _only(ph: Sequence[Phrase], verb: int, who: Actor) -> bool:
    """Tell whether nobody else may do a thing, so that doing it is a power."""
    near = (at(ph, who.first - 1), at(ph, who.last + 1), at(ph, verb + 1))
    return any(p.low in ("only", "alone", "solely", "exclusively") for p in near)


def _unknown(phrase: Phrase, who: Actor) -> Act | None:
    """Return what a verb that no list knows says: who may do a thing decides, who shall do it carries it out."""
    if phrase.base in FORMS and FORMS[phrase.base].base in IDLE:
        return None
    if not powered(who) or (who.sure < SURE and not who.noun.title):
        return None
    if phrase.modal == "may":
        return Act.DECIDE
    return Act.CARRY_OUT if phrase.modal == "must" or phrase.form == "s" else None


def _special(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Read verbs whose act their company tells: receives a report, confirms, says yes or no."""
    phrase, what = ph[verb], object_of(ph, verb)
    noun = head_of(what)
    if phrase.base == "receive":
        return Act.SUPERVISE if noun in _REPORTS else Act.CARRY_OUT if noun else None
    if phrase.base == "move":
        return Act.PROPOSE if noun in MOTIONS or not noun else Act.DECIDE if phrase.modal == "may" else Act.CARRY_OUT
    if phrase.base == "hear":
        return (
            Act.DECIDE if noun_act(what) is Act.PROPOSE or noun in ("case", "dispute", "matter", "evidence") else None
        )
    if phrase.base == "set":
        told = {head_of(p) for p in ph[:verb]} if what.kind == "pron" else {noun}
        return Act.DECIDE if told & _SETTINGS or phrase.modal else Act.CARRY_OUT
    if phrase.base == "vote":
        return Act.DECIDE if at(ph, verb + 1).low in ("for", "on", "to") else None
    if phrase.base == "pass":
        made = noun in ENACTED or noun in MOTIONS or noun in ("law", "act", "budget", "bill")
        return Act.DECIDE if made else None if phrase.modal == "may" else Act.CARRY_OUT
    return _by_surroundings(ph, verb, what)


def _by_surroundings(ph: Sequence[Phrase], verb: int, what: Phrase) -> Act | None:
    """Read verbs whose act their object does not tell alone: confirms, says yes or no, orders that."""
    phrase = ph[verb]
    if phrase.base == "say" and at(ph, verb + 1).low == "what":
        return Act.REVIEW if any(p.base in ("think", "feel") for p in ph[verb + 2 : verb + 5]) else Act.DECIDE
    if phrase.base == "say":
        return Act.DECIDE if head_of(what) in ("yes", "no") or phrase.infinitive else None
    if phrase.base == "confirm":
        conditional = any(
            p.kind == "sub" and p.low in ("unless", "until", "once", "if", "only if", "before")
            for p in ph[max(start_of(ph, verb, "stop"), verb - 5) : verb]
        )
        final = noun_act(what) is Act.DECIDE or head_of(what) in _OUTCOMES or what.low == "you"
        return Act.DECIDE if conditional or final else Act.REVIEW
    if phrase.base in ("remove", "lift", "engage"):
        return Act.DECIDE if phrase.modal or (what.kind == "name" and acts(head(what.words))) else Act.CARRY_OUT
    if phrase.base == "satisfy":
        return Act.REVIEW if what.kind == "pron" else None
    if phrase.base == "apply":
        return Act.CARRY_OUT if what is at(ph, verb + 1) and what.kind == "name" else Act.PROPOSE
    if phrase.base == "order":
        return Act.DECIDE if at(ph, verb + 1).low == "that" or phrase.modal == "may" else Act.CARRY_OUT
    return None


def passive(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what somebody does by whom a thing is done: approved by the Board."""
    act = _done_by(ph, verb, who)
    return Act.DECIDE if act is Act.CARRY_OUT and ph[verb].modal == "may" and _only(ph, verb, who) else act


def _done_by(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return the act that a passive verb names, whoever else might do it."""
    phrase = ph[verb]
    base = phrase.base
    if _for_recommending(ph, verb):
        return Act.PROPOSE
    if base == "consult":
        return None
    if base == "carry":
        return Act.DECIDE if head_of(subject_noun(ph, verb)) in MOTIONS else None
    if base in _GIVING and _asked_for(ph, verb):
        return Act.DECIDE
    if base in LIGHT:
        return made(ph, verb, who)
    if base in ("move", "put-up", "lay") and head_of(subject_noun(ph, verb)) not in MOTIONS:
        return powered(who) if phrase.modal == "may" else Act.CARRY_OUT
    if base == "confirm" or (base == "order" and _a_decision(head_of(subject_noun(ph, verb)))):
        return Act.DECIDE
    if base in LICENSED and phrase.modal == "may":
        return powered(who)
    if base in ACTS:
        freely = phrase.modal == "may" and base in _POWERS_OF_CARRYING_OUT
        return powered(who) or ACTS[base] if freely else ACTS[base]
    if base in _USING or (base in IDLE and phrase.modal != "may") or not powered(who):
        return None
    return Act.DECIDE if phrase.modal == "may" else Act.CARRY_OUT


def _a_decision(noun: str) -> bool:
    """Tell whether a noun says what somebody with power does, so that ordering it is deciding: a suspension."""
    verbs = (base for base, act in ACTS.items() if act is Act.DECIDE or base == "investigate")
    return bool(_OF_A_VERB.search(noun)) and any(base.startswith(noun[:4]) for base in (*verbs, *LICENSED))


def _asked_for(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a thing is given at somebody's request, so that giving it is granting it."""
    return any(
        head_of(p) in ("request", "application") and ph[n - 1].low in ("at", "on")
        for n, p in enumerate(ph)
        if n > verb + 1
    )


def _for_recommending(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a thing is done only to be put forward: prioritised by X for recommendation to Y."""
    for n in range(verb + 1, len(ph)):
        if ph[n].kind in ("verb", "stop", "comma"):
            return False
        if ph[n].low == "for" and head_of(at(ph, n + 1)) in ("recommendation", "submission"):
            return True
    return False
