"""English verbs that say nothing without their object: give consent, make a decision, keep watch, put into practice."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.groups import EFFECTS
from corpus.rules.english.grammar.heads import ordinary
from corpus.rules.english.grammar.names import LIKELY, Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act, object_of, subject_noun
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.verbs import ACTS, CONSENTS
from corpus.rules.english.grammar.words import word_set

LIGHT = word_set(
    "give make take issue express tender offer reach exercise state lodge put do provide have hold bear withhold "
    "raise indicate signify show deliver keep render"
)
# what is given by whoever grants it
GRANTED = word_set(
    "loan advance credit bursary scholarship discount rebate concession extension leave day week hour time detention "
    "medal prize"
)
_PLACES = word_set("place seat post tenancy berth")
_CARE = word_set("charge custody care conduct")
_HELD = word_set(
    "word responsibility charge custody oversight supervision care conduct discretion say decision veto control management authority limit"
)
ENACTED = word_set("rule regulation by-law bylaw byelaw order scheme ordinance statute arrangement") - {"arrangement"}
_COLLECTED = word_set("fund money tax levy fee loan standard awareness capital")
# what is raised by whoever fixes it
_RATES = word_set("rate fee charge price rent limit contribution subscription tariff threshold ceiling salary")
# those that still say that something is done
_DOING = word_set("keep hold issue provide deliver do exercise")
MOTIONS = word_set("motion resolution amendment question concern issue objection matter proposal request point")
# what somebody brings before another who decides
_BROUGHT = word_set("case matter dispute complaint grievance appeal claim")
_CALLS = word_set("call choice pick")
_KEPT_POWERS = word_set("power right veto decision say")
# as they stand behind an actor, and as participles that no list knows
_FOUNDING = word_set("create creat form establish constitute constitut set-up")
_FOUNDED = word_set(
    "post position job role office committee sub-committee subcommittee panel group section branch fund reserve division "
    "department unit faculty subsidiary prize scholarship chapter forum"
)
_WATCHED = word_set("observation review scrutiny watch surveillance")


def _watches(ph: Sequence[Phrase], verb: int, noun: str) -> bool:
    """Tell whether what is kept is an eye on a thing, or the thing under observation."""
    under = any(p.low in _WATCHED and at(ph, n - 1).low == "under" for n, p in enumerate(ph) if n > verb)
    return under or noun in ("eye", "watch", "tab")


def _into_effect(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a thing is put into practice, or together."""
    behind = [p.low for p in ph[verb + 1 : verb + 6]]
    pairs = set(zip(behind, behind[1:], strict=False))
    return "together" in behind or any((link, noun) in pairs for link in ("into", "in", "to") for noun in EFFECTS)


def _had(ph: Sequence[Phrase], verb: int, noun: str, act: Act | None) -> Act | None:
    """Read what somebody has: a casting vote, the right of veto, the disposal of a sum, charge of the archives."""
    what = object_of(ph, verb)
    own = {w.low for p in ph[verb + 1 : verb + 9] if not p.det.startswith("no") for w in p.words}
    if noun == "right" and head_of(at(ph, verb + 3)) == "appeal":
        return Act.PROPOSE
    second = noun == "vote" and "second" in own  # of the chair, where votes are equal
    if own & {"casting", "deciding"} or second or (noun == "right" and noun_act(at(ph, verb + 3)) is Act.DECIDE):
        return Act.DECIDE
    governs = what.det == "the" and noun not in CONSENTS and any(p.low == "of" for p in ph[verb + 2 : verb + 4])
    if governs and noun in ("management", "administration", "supervision"):
        return Act.SUPERVISE if noun == "supervision" else Act.CARRY_OUT
    if governs and (act is Act.DECIDE or noun.endswith(("sal", "ment", "tion", "gift"))):
        return Act.DECIDE
    if noun == "power" and at(ph, verb + 2).low == "of" and what.det != "no":
        return Act.DECIDE
    if noun in _CARE and what.det != "no":
        return Act.CARRY_OUT
    if noun == "sight" and at(ph, verb + 2).low == "of":
        return Act.REVIEW  # once the auditors have had sight of the papers
    return act or Act.DECIDE if noun in _HELD and what.det != "no" else None


def _put(ph: Sequence[Phrase], verb: int, noun: str, act: Act | None) -> Act | None:
    """Read what somebody puts: a motion, a case to the Board; to the vote."""
    to = [n for n in range(verb + 1, len(ph)) if ph[n].low == "to"]
    if any(head_of(at(ph, n + 1)) in ("vote", "test") for n in to):
        return Act.CARRY_OUT
    onward = any(p.low in ("to", "before") for p in ph[verb + 1 : verb + 9])
    put = act is Act.PROPOSE or noun in MOTIONS or (onward and at(ph, verb + 2).low != "in")
    return Act.PROPOSE if put else None


def _brings(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether somebody takes what is in dispute to another: may take the case | to the Appeals Board."""
    taken = ph[verb].base in ("take", "bring") and head_of(at(ph, verb + 1)) in _BROUGHT
    return taken and at(ph, verb + 2).low == "to" and at(ph, verb + 3).det != "no" and bool(ph[verb + 3].words)


def _taken(phrase: Phrase, noun: str, act: Act | None) -> Act | None:
    """Read what somebody takes: a decision, action, the roll."""
    if noun == "decision" or (noun in ("action", "step", "measure") and phrase.modal == "may"):
        return Act.DECIDE
    done = act is Act.CARRY_OUT or noun in ("roll", "register", "attendance", "charge")
    return Act.CARRY_OUT if done else None


def of_object(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Return the act of a verb that says nothing without its object."""
    phrase, what = ph[verb], object_of(ph, verb)
    if phrase.base in ("put", "bring", "take") and any(p.low == "forward" for p in ph[verb + 1 : verb + 6]):
        return Act.PROPOSE
    if phrase.modal == "may" and _brings(ph, verb):
        return Act.PROPOSE
    if phrase.base == "make" and at(ph, verb + 1).low == "sure":
        return Act.CARRY_OUT
    if phrase.base in ("put", "bring", "give") and _into_effect(ph, verb):
        return Act.CARRY_OUT
    if what.kind != "name":
        return None
    noun, act = head_of(what), noun_act(what)
    if phrase.base == "have":
        return _had(ph, verb, noun, act)
    if phrase.base == "keep" and _watches(ph, verb, noun):
        return Act.SUPERVISE
    if noun == "objection":
        return Act.DECIDE if what.det == "no" else Act.REVIEW
    if phrase.base == "raise":
        raised = Act.DECIDE if noun in _RATES and phrase.modal == "may" else None
        return raised or (None if noun in _COLLECTED | _RATES else Act.PROPOSE)
    if phrase.base == "put":
        return _put(ph, verb, noun, act)
    if phrase.base == "take":
        return _taken(phrase, noun, act)
    if phrase.base == "exercise" and noun in ("power", "authority", "function", "discretion"):
        return Act.DECIDE
    if phrase.base in ("give", "issue") and noun in ("order", "instruction", "direction"):
        return Act.DECIDE
    if phrase.base == "make" and (noun in ENACTED or noun in _CALLS):
        return Act.DECIDE
    if phrase.base == "give" and noun in CONSENTS:
        return Act.DECIDE
    if phrase.base == "keep" and noun not in _KEPT_POWERS:
        return Act.CARRY_OUT  # keeps the assents for ten years
    return act or (ACTS[phrase.base] if phrase.base in _DOING else None)


def founds(base: str, what: Phrase) -> bool:
    """Tell whether what is created is a post, a body or a fund, so that creating it is deciding on it."""
    return base in _FOUNDING and head_of(what) in _FOUNDED


def powered(who: Actor) -> Act | None:
    """Return what somebody does who may do a thing: who only has a right decides nothing."""
    return None if ordinary(who.noun) or who.sure < LIKELY else Act.DECIDE


def made(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what the doer of a verb does that says nothing without its subject: appointments are made by."""
    base = ph[verb].base
    if base in ("put", "bring", "give") and _into_effect(ph, verb):
        return Act.CARRY_OUT
    thing = subject_noun(ph, verb)
    if base == "keep" and _watches(ph, verb, head_of(thing)):
        return Act.SUPERVISE
    if base == "keep" and head_of(thing) not in _KEPT_POWERS:
        return Act.CARRY_OUT
    if base == "withhold":
        return powered(who)
    if base == "make" and at(ph, verb + 1).low == "good":
        return powered(who) and Act.CARRY_OUT
    if (base == "give" and head_of(thing) in GRANTED) or (base == "offer" and head_of(thing) in _PLACES):
        return powered(who) or (Act.DECIDE if ph[verb].modal == "may" else None)
    act = noun_act(thing) if base != "raise" else Act.PROPOSE
    if act or base == "make":
        looked = ACTS.get(head_of(thing))  # tests are made by the Mechanic
        return act or (looked if looked in (Act.REVIEW, Act.SUPERVISE) else Act.DECIDE)
    if base in ("take", "keep", "hold", "issue", "provide", "do", "deliver", "put"):
        return Act.CARRY_OUT
    if base == "exercise" or ph[verb].modal == "may":
        return powered(who)
    return Act.CARRY_OUT if base in ("show", "give", "offer", "render") and powered(who) else None
