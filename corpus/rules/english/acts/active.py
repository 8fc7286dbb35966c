"""Which act an English verb stands for where it stands: its object, its mood and its subject decide with it."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.acts.absent import stands_in_for
from corpus.rules.english.acts.asking import asked_views, measured
from corpus.rules.english.acts.company import by_company
from corpus.rules.english.acts.light import GRANTED, LIGHT, founds, of_object, powered
from corpus.rules.english.acts.rounds import comes_round
from corpus.rules.english.grammar.heads import acts, head, ordinary
from corpus.rules.english.grammar.names import SURE, Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act, object_of
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, CONSENTS, FORMS, IDLE, LICENSED
from corpus.rules.english.grammar.words import word_set

# verbs that border phrases and still say that somebody does something
BUSY = word_set("obtain secure bring employ visit act assure help equip")
# verbs whose act their object or what follows them tells
_BY_COMPANY = word_set(
    "receive move hear set remove lift engage vote pass order satisfy confirm say apply discharge see"
)
# who writes a recommendation recommends
_MAKING = word_set("write compile fill complete prepare produce file draw")
# what somebody asks for who has still to decide
_EVIDENCE = word_set("information evidence document explanation detail reference copy paper clarification")
# what is only written down
_NOTED = word_set("time date hour name number dose reading mileage temperature particular detail")
# what is declared by whoever has it
_OWNED_UP = word_set("interest conflict gift hospitality")
# what is let to whoever does the work
LET = word_set("contract tender work")
# what somebody gets by whose choice it is filled
SEATS = word_set("vacancy post seat position place office")
_SELVES = word_set("itself themselves himself herself")
CONSULTED = word_set("consult speak talk confer liaise")
POWERS_OF_CARRYING_OUT = word_set(
    "instruct call order buy sell purchase send pay place disclose destroy transfer open enter mark offer exercise fill forward draw reimburse refund"
)


def active(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what a subject does who does what a verb says; None where that is no act of a rule."""
    phrase = ph[verb]
    base = phrase.base
    if phrase.negated:
        kept = base == "delegate" and phrase.modal and powered(who)
        return Act.DECIDE if base == "object" or kept else None
    if at(ph, verb + 1).low in ("nothing", "nobody"):
        return None  # they decide nothing
    if object_of(ph, verb).det.split(" ")[0] == "no" and head_of(object_of(ph, verb)) != "objection" and base != "have":
        return None if "than" not in object_of(ph, verb).det else _positive(ph, verb, who)
    return _positive(ph, verb, who)


def _positive(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what a subject does of whose verb nothing is denied."""
    phrase = ph[verb]
    base = phrase.base
    alone = nobody_else(ph, who.first) or (phrase.modal == "may" and only(ph, verb, who))
    if phrase.modal != "may" and stands_in_for(ph, verb):
        return Act.CARRY_OUT if powered(who) else None
    if base in ("speak", "talk") and alone:
        return Act.DECIDE
    if base == "delegate" and any(p.low in ("nobody", "no one", "none") for p in ph[verb + 1 : verb + 3]):
        return powered(who)
    if base in ("delegate", "depute") or (base in CONSULTED and (base != "confer" or at(ph, verb + 1).low == "with")):
        return None
    if base in ("keep", "reserve", "retain") and at(ph, verb + 1).kind == "prep" and at(ph, verb + 2).low in _SELVES:
        return Act.DECIDE
    if base in ("keep", "retain", "hold") and head_of(object_of(ph, verb)) in ("power", "right", "authority"):
        return powered(who) if any(p.infinitive for p in ph[verb + 2 : verb + 4]) else None
    if base in ("keep", "retain") and _what_is_left(ph, verb):
        return powered(who)
    if base in LIGHT:
        light = of_object(ph, verb)
        if light is None and phrase.modal == "may" and (base in ("give", "make") or (base == "put" and alone)):
            return powered(who)
        return None if phrase.modal == "may" and light is Act.CARRY_OUT and ordinary(who.noun) else light
    if phrase.form == "n" and ACTS.get(base) is Act.CARRY_OUT:
        return None
    if base in _BY_COMPANY:
        return by_company(ph, verb)
    told = _by_behind(ph, verb, who) or _by_object(ph, verb, who)
    return told[0] if told else _by_verb(ph, verb, who)


def _what_is_left(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether what a verb governs is all that nobody else was given: retains | all others, keeps | the rest."""
    return any(p.low in ("others", "rest", "remainder") for p in ph[verb + 1 : verb + 3])


Told = tuple[Act | None] | None  # an act, or that it is none; None where nothing tells


def _by_behind(ph: Sequence[Phrase], verb: int, who: Actor) -> Told:
    """Read verbs whose act the word behind them tells: acts as, acts on, refuses to, considers that."""
    phrase, behind = ph[verb], at(ph, verb + 1)
    base, may = phrase.base, phrase.modal == "may"
    if base == "require" and may and any(p.infinitive for p in ph[verb + 2 : verb + 5]):
        return (powered(who),)
    if base == "act" and (behind.low in ("on", "upon") or (behind.low == "for" and at(ph, verb + 2).kind == "name")):
        return (powered(who),)
    if base == "use" and may and head_of(object_of(ph, verb)) in ("card", "cash", "float", "budget", "fund"):
        return (powered(who),)
    if may and (base == "proceed" or (base == "go" and behind.low == "ahead")):
        return (powered(who),)
    if base == "clear" and any(p.low == "with" for p in ph[verb + 1 : verb + 4]):
        return (Act.PROPOSE,)
    if base in ("act", "serve") and behind.low == "as":
        return (Act.CARRY_OUT if powered(who) and not may else None,)
    if base in ("decline", "refuse", "fail") and behind.infinitive:
        return (powered(who) if may else None,)
    if base in ("send", "refer") and at(ph, verb - 1).low == "or" and at(ph, verb + 2).low == "back":
        return (powered(who),)
    if base == "consider" and (behind.low in ("that", "it") or behind.kind == "rel"):
        return (None,)
    if base == "declare" and (
        ordinary(who.noun)
        or any(p.low == "to" for p in ph[verb + 1 : verb + 4])
        or any(head_of(p) in _OWNED_UP for p in ph)
    ):
        return (Act.CARRY_OUT,)
    if base == "write" and ordinary(who.noun) and behind.low == "to":
        return (Act.PROPOSE,)
    onward = any(p.low in ("to", "up") for p in ph[verb + 1 : verb + 6])
    return (Act.PROPOSE,) if base in ("escalate", "refer") and onward else None


def _by_object(ph: Sequence[Phrase], verb: int, who: Actor) -> Told:
    """Read verbs whose act their object tells: breaks a tie, hires staff, seeks advice, writes a recommendation."""
    phrase, what = ph[verb], object_of(ph, verb)
    base = phrase.base
    if base == "let" and head_of(what) in LET:
        return (powered(who),)
    if base == "note" and head_of(what) in _NOTED:
        return (powered(who) and Act.CARRY_OUT,)
    if base == "entertain" and noun_act(what) is not Act.PROPOSE:
        return (None,)
    if base == "count" and (what.kind != "name" or not powered(who)):
        return (None,)
    if base == "fill" and head_of(what) in SEATS:
        return (powered(who),)
    if base == "commission" and phrase.modal != "may" and acts(head(what.words or (who.noun,))):
        return (Act.CARRY_OUT,)  # commissions an investigator
    if base == "break" and head_of(what) in ("tie", "deadlock"):
        return (Act.DECIDE,)
    if (base == "hand-out" and head_of(what) in GRANTED) or (founds(base, what) and powered(who)):
        return (powered(who),)
    if (
        base in ("hire", "engage", "sack", "fire")
        and (phrase.form == "s" or phrase.modal == "must")
        and acts(head(what.words or (who.noun,)))
    ):
        return (powered(who),)
    if asked_views(ph, verb) or (base == "cost" and (at(ph, verb + 1).kind == "prep" or measured(at(ph, verb + 1)))):
        return (None,)
    if base in ("ask", "ask-for", "request", "seek") and head_of(what) in _EVIDENCE:
        return (Act.CARRY_OUT if powered(who) else None,)
    if base == "seek" and noun_act(what) is Act.REVIEW:
        return (None,)
    if base in _MAKING and (written := noun_act(what)) in (Act.PROPOSE, Act.REVIEW):
        return (written,)
    if _for_approval(ph, verb) and ACTS.get(base) is not Act.DECIDE:
        return (Act.PROPOSE,)
    return (Act.CARRY_OUT,) if base == "withdraw" and phrase.modal != "may" and what.kind != "name" else None


def _by_verb(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what a verb says by itself, its modal and its subject."""
    phrase = ph[verb]
    base, may, act = phrase.base, phrase.modal == "may", ACTS.get(phrase.base)
    if base in LICENSED:
        allowed = powered(who) or (Act.DECIDE if only(ph, verb, who) else None)
        return allowed if may else act if phrase.modal or act is not Act.DECIDE else None
    single = ph[who.first].det in ("a", "an", "any", "each", "every") and not who.noun.low.endswith("s")
    if act is Act.DECIDE and may and ordinary(who.noun) and single and not only(ph, verb, who):
        return None
    if act in (Act.CARRY_OUT, Act.REVIEW) and may and only(ph, verb, who):
        return Act.DECIDE
    if act is Act.CARRY_OUT and may:
        return Act.DECIDE if base in POWERS_OF_CARRYING_OUT and powered(who) else None if ordinary(who.noun) else act
    if act is Act.REVIEW and (_still(ph, verb) or comes_round(ph, verb)):
        return Act.SUPERVISE  # checks whether it still helps, or every month
    if act is None and base not in IDLE:
        return _unknown(phrase, who)
    if base in BUSY and powered(who) and (phrase.modal == "must" or phrase.form == "s"):
        return Act.CARRY_OUT
    return powered(who) if base == "reserve" or (base in ("invite", "employ", "engage") and may) else act


def _for_approval(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a thing is put to somebody to be decided: presents the accounts to the members for approval."""
    for n in () if ph[verb].base in LICENSED else range(verb + 1, min(verb + 12, len(ph))):
        if ph[n].kind in ("verb", "stop", "comma", "sub"):
            return False
        what = at(ph, n + 1)
        if ph[n].low == "for" and noun_act(what) is Act.DECIDE and (len(what.words) == 1 or head_of(what) in CONSENTS):
            return any(p.low in ("to", "before") for p in ph[verb + 1 : n])
    return False


def _still(ph: Sequence[Phrase], verb: int) -> bool:
    return any("still" in (p.low, *(word.low for word in p.words)) for p in ph[verb + 1 :])


def gerund(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Return what a verb in -ing behind "before" says of who consults: before altering, before making an order."""
    act = of_object(ph, verb) if ph[verb].base in LIGHT else ACTS.get(ph[verb].base)
    return act if act is Act.DECIDE else None


def only(ph: Sequence[Phrase], verb: int, who: Actor) -> bool:
    """Tell whether nobody else may do a thing, so that doing it is a power."""
    near = (
        at(ph, who.first - 1),
        at(ph, who.last + 1),
        at(ph, verb + 1),
        at(ph, start_of(ph, who.first, "stop", "comma")),
    )
    others = at(ph, who.last + 1).low == "and" and at(ph, who.last + 2).low in ("nobody", "no one")
    return (
        others or nobody_else(ph, who.first) or any(p.low in ("only", "alone", "solely", "exclusively") for p in near)
    )


def nobody_else(ph: Sequence[Phrase], first: int) -> bool:
    """Tell whether all others are denied before a name: by none but, by nobody other than | the Dean."""
    denied = any(p.low in ("none", "nobody", "no one") for p in ph[max(first - 3, 0) : max(first - 1, 0)])
    return denied and at(ph, first - 1).low in ("but", "than", "except", "save")


def _unknown(phrase: Phrase, who: Actor) -> Act | None:
    """Return what a verb that no list knows says: who may do a thing decides, who shall do it carries it out."""
    if phrase.base in FORMS and FORMS[phrase.base].base in IDLE:
        return None
    if not powered(who) or (who.sure < SURE and not who.noun.title):
        return None
    if phrase.modal == "may":
        return Act.DECIDE
    return Act.CARRY_OUT if phrase.modal == "must" or phrase.form == "s" else None
