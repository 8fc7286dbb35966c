"""Which act an English verb stands for where it stands: its object, its mood and its subject decide with it."""

from collections.abc import Sequence

from corpus.english.groups import Phrase
from corpus.english.heads import acts, head, ordinary, singular
from corpus.english.names import LIKELY, SURE, Actor, at
from corpus.english.subjects import start_of
from corpus.english.verbs import ACTS, FORMS, IDLE, LICENSED, NOUN_ACTS
from corpus.english.words import word_set
from corpus.models import Act

# verbs that say nothing without their object: give consent, make a decision, take minutes
_LIGHT = word_set(
    "give make take issue express tender offer reach exercise state lodge put do provide have hold bear withhold "
    "raise indicate signify show deliver keep"
)
_HELD = word_set(
    "responsibility charge custody oversight supervision care conduct discretion say decision veto control management"
)
_REPORTS = word_set(
    "report return account summary minute copy notice notification information update statement list record figures"
)
_ENACTED = word_set("rule regulation by-law bylaw byelaw order scheme ordinance statute arrangement") - {"arrangement"}
# light verbs that still say that something is done
_DOING = word_set("keep hold issue provide deliver do exercise")
_SETTINGS = word_set(
    "fee price rate limit date level standard policy target term budget salary pay condition criterion requirement "
    "amount quorum time deadline tariff objective strategy priority rule threshold scale allowance charge syllabus "
    "curriculum"
)
_MOTIONS = word_set("motion resolution amendment question concern issue objection matter proposal request point")
_USING = word_set(
    "use attend join visit bear see wear own enjoy share watch view read know drive need want affect bind cover follow"
)
# verbs whose act their object or what follows them tells
_BY_COMPANY = word_set("receive move hear set remove lift engage vote pass order satisfy confirm say apply")
CONSULTED = word_set("consult speak talk confer liaise")
_WATCHED = word_set("observation review scrutiny watch surveillance")
_POWERS_OF_CARRYING_OUT = word_set(
    "call order buy sell purchase send pay place disclose destroy transfer open enter mark offer exercise fill forward"
)


def noun_act(words: Phrase) -> Act | None:
    """Return the act that the head of a name stands for: written consent, a recommendation."""
    if not words.words:
        return None
    noun = head(words.words).low
    return NOUN_ACTS.get(noun) or NOUN_ACTS.get(singular(noun))


def head_of(phrase: Phrase) -> str:
    """Return the singular of a name's head; of anything else, nothing."""
    return singular(head(phrase.words).low) if phrase.kind == "name" and phrase.words else ""


def object_of(ph: Sequence[Phrase], verb: int) -> Phrase:
    """Return the name a verb governs: gives | or withholds | approval."""
    n = verb + 1
    while at(ph, n).kind in ("adv", "conj", "verb") and n < verb + 4:
        n += 1
    return at(ph, n)


def subject_noun(ph: Sequence[Phrase], verb: int) -> Phrase:
    """Return the name that the part of a sentence before a verb opens with: Oversight of the scheme is …"""
    since = start_of(ph, verb, "stop", "colon", "sub")
    names = [n for n in range(since, verb) if ph[n].kind == "name"]
    finite = [n for n in range(since, verb) if ph[n].kind == "verb" and ph[n].finite and ph[n].base]
    behind = [n for n in names if not any(n < f for f in finite)] or names
    free = [n for n in behind if at(ph, n - 1).kind != "prep"]
    return ph[(free or behind)[0]] if behind else at(ph, -1)


def _of_object(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Return the act of a verb that says nothing without its object."""
    phrase, what = ph[verb], object_of(ph, verb)
    if what.kind != "name":
        return None
    noun, act = head_of(what), noun_act(what)
    if phrase.base == "have":
        return act or Act.DECIDE if noun in _HELD and what.det != "no" else None
    if phrase.base == "keep" and any(
        p.low in _WATCHED and at(ph, n - 1).low == "under" for n, p in enumerate(ph) if n > verb
    ):
        return Act.SUPERVISE
    if noun == "objection":
        return Act.DECIDE if what.det == "no" else Act.REVIEW
    if phrase.base == "raise":
        return Act.PROPOSE
    if phrase.base == "put":
        onward = any(p.low in ("to", "before") for p in ph[verb + 1 : verb + 9])
        return (
            Act.PROPOSE if act is Act.PROPOSE or noun in _MOTIONS or (onward and at(ph, verb + 2).low != "in") else None
        )
    if phrase.base == "take":
        return Act.DECIDE if noun == "decision" else Act.CARRY_OUT if act is Act.CARRY_OUT or noun == "charge" else None
    if phrase.base == "exercise" and noun in ("power", "authority", "function", "discretion"):
        return Act.DECIDE
    if phrase.base in ("give", "issue") and noun in ("order", "instruction", "direction"):
        return Act.DECIDE
    if phrase.base == "make" and noun in _ENACTED:
        return Act.DECIDE
    return act or (ACTS[phrase.base] if phrase.base in _DOING else None)


def active(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what a subject does who does what a verb says; None where that is no act of a rule."""
    phrase = ph[verb]
    base = phrase.base
    if phrase.negated:
        return Act.DECIDE if base == "object" else None
    if base == "delegate" or (base in CONSULTED and (base != "confer" or at(ph, verb + 1).low == "with")):
        return None
    if base in _LIGHT:
        light = _of_object(ph, verb)
        return None if phrase.modal == "may" and light is Act.CARRY_OUT and ordinary(who.noun) else light
    if phrase.form == "n" and ACTS.get(base) is Act.CARRY_OUT:
        return None
    if base in _BY_COMPANY:
        return _special(ph, verb)
    may = phrase.modal == "may"
    if base in LICENSED:
        act = ACTS.get(base)
        return _may(who) if may else act if phrase.modal or act is not Act.DECIDE else None
    act = ACTS.get(base)
    if act in (Act.CARRY_OUT, Act.REVIEW) and may and _only(ph, verb, who):
        return Act.DECIDE
    if act is Act.CARRY_OUT and may:
        return Act.DECIDE if base in _POWERS_OF_CARRYING_OUT and _may(who) else None if ordinary(who.noun) else act
    if act is not None or base in IDLE:
        return act
    return _unknown(phrase, who)


def gerund(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Return what a verb in -ing behind "before" says of who consults: before altering, before making an order."""
    act = _of_object(ph, verb) if ph[verb].base in _LIGHT else ACTS.get(ph[verb].base)
    return act if act is Act.DECIDE else None


def _only(ph: Sequence[Phrase], verb: int, who: Actor) -> bool:
    """Tell whether nobody else may do a thing, so that doing it is a power."""
    near = (at(ph, who.first - 1), at(ph, who.last + 1), at(ph, verb + 1))
    return any(p.low in ("only", "alone", "solely", "exclusively") for p in near)


def _may(who: Actor) -> Act | None:
    return None if ordinary(who.noun) or who.sure < LIKELY else Act.DECIDE


def _unknown(phrase: Phrase, who: Actor) -> Act | None:
    """Return what a verb that no list knows says: who may do a thing decides, who shall do it carries it out."""
    if phrase.base in FORMS and FORMS[phrase.base].base in IDLE:
        return None
    if not _may(who) or (who.sure < SURE and not who.noun.title):
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
        return Act.PROPOSE if noun in _MOTIONS or not noun else Act.DECIDE if phrase.modal == "may" else Act.CARRY_OUT
    if phrase.base == "hear":
        return (
            Act.DECIDE if noun_act(what) is Act.PROPOSE or noun in ("case", "dispute", "matter", "evidence") else None
        )
    if phrase.base == "set":
        return Act.DECIDE if noun in _SETTINGS or phrase.modal else Act.CARRY_OUT
    if phrase.base == "vote":
        return Act.DECIDE if at(ph, verb + 1).low in ("for", "on", "to") else None
    if phrase.base == "pass":
        made = noun in _ENACTED or noun in _MOTIONS or noun in ("law", "act", "budget", "bill")
        return Act.DECIDE if made else None if phrase.modal == "may" else Act.CARRY_OUT
    return _by_surroundings(ph, verb, what)


def _by_surroundings(ph: Sequence[Phrase], verb: int, what: Phrase) -> Act | None:
    """Read verbs whose act their object does not tell alone: confirms, says yes or no, orders that."""
    phrase = ph[verb]
    if phrase.base == "say":
        return Act.DECIDE if head_of(what) in ("yes", "no") or phrase.infinitive else None
    if phrase.base == "confirm":
        conditional = any(
            p.kind == "sub" and p.low in ("unless", "until", "once", "if", "only if", "before")
            for p in ph[max(start_of(ph, verb, "stop"), verb - 5) : verb]
        )
        return Act.DECIDE if conditional else Act.REVIEW
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
        return Act.DECIDE if head_of(subject_noun(ph, verb)) in _MOTIONS else None
    if base in _LIGHT:
        return _made(ph, verb, who)
    if base in ("move", "put-up", "lay") and head_of(subject_noun(ph, verb)) not in _MOTIONS:
        return _may(who) if phrase.modal == "may" else Act.CARRY_OUT
    if base == "confirm":
        return Act.DECIDE
    if base in LICENSED and phrase.modal == "may":
        return _may(who)
    if base in ACTS:
        freely = phrase.modal == "may" and base in _POWERS_OF_CARRYING_OUT
        return _may(who) or ACTS[base] if freely else ACTS[base]
    if base in _USING or (base in IDLE and phrase.modal != "may") or not _may(who):
        return None
    return Act.DECIDE if phrase.modal == "may" else Act.CARRY_OUT


def _made(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what the doer of a verb does that says nothing without its subject: appointments are made by."""
    base = ph[verb].base
    thing = subject_noun(ph, verb)
    act = noun_act(thing) if base != "raise" else Act.PROPOSE
    if act or base == "make":
        return act or Act.DECIDE
    if base in ("take", "keep", "hold", "issue", "provide", "do", "deliver", "put"):
        return Act.CARRY_OUT
    if base == "exercise" or ph[verb].modal == "may":
        return _may(who)
    return None


def _for_recommending(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a thing is done only to be put forward: prioritised by X for recommendation to Y."""
    for n in range(verb + 1, len(ph)):
        if ph[n].kind in ("verb", "stop", "comma"):
            return False
        if ph[n].low == "for" and head_of(at(ph, n + 1)) in ("recommendation", "submission"):
            return True
    return False
