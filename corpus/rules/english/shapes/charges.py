"""What rests with somebody or is put before him: responsibility for monitoring lies with A; accounts are laid before B."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.heads import a_body
from corpus.rules.english.grammar.names import SURE, at, read
from corpus.rules.english.grammar.objects import charged_with, head_of, noun_act, subject_noun
from corpus.rules.english.grammar.parts import Phrase, back, start_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.subjects import subject

# papers that somebody gets to know how things stand
REPORTED = word_set("report return list log register copy account minute summary notice statement record")
DISPUTED = word_set(
    "claim refusal decision ruling grievance complaint dispute matter question case disagreement issue request application"
)
# what passes to whoever stands in
_HANDED_ON = word_set("authority power right discretion")
_CHARGE = word_set("responsibility duty task")


def _place(ph: Sequence[Phrase], thing: Phrase) -> int:
    return next((n for n, phrase in enumerate(ph) if phrase is thing), -1)


def somebody(ph: Sequence[Phrase], thing: Phrase) -> bool:
    """Tell whether a thing that sits with somebody is a body that meets: the Panel sits with three members."""
    place = _place(ph, thing)
    actor = read(ph, place) if place >= 0 else None
    return actor is not None and actor.sure == SURE


def charge(ph: Sequence[Phrase], thing: Phrase) -> Act | None:
    """Return the act that a charge names, or None: responsibility | for monitoring attendance."""
    place = _place(ph, thing)
    return charged_with(ph[: place + 3], place) if place >= 0 and head_of(thing) in _CHARGE else None


def _kept_before(ph: Sequence[Phrase], verb: int) -> list[str]:
    """Return what a participle behind "and" is said of as well: a log is kept by the Clerk and | laid before the Court."""
    shared = not ph[verb].finite and at(ph, verb - 1).kind == "conj"
    return [head_of(ph[start_of(ph, verb, "stop", "sub", "comma")])] if shared else []


def put_before(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Read what comes before somebody, or is put or brought before him: he decides, unless it is only put there first."""
    if ph[verb].passive and ph[verb].base in ("hear", "try", "determine"):
        return Act.DECIDE
    if (
        ph[verb].base in ("lay", "place", "present")
        and ph[verb].passive
        and {head_of(subject_noun(ph, verb)), *_kept_before(ph, verb)} & REPORTED
    ):
        return Act.SUPERVISE
    if ph[verb].passive and ph[verb].base in ("contest", "challenge", "dispute", "appeal"):
        return Act.DECIDE
    if ph[verb].base not in ("come", "go", "put", "bring", "take"):
        return None
    first = any(word.low == "first" for word in ph[verb].words) or at(ph, verb + 1).low == "first"
    return Act.REVIEW if first else Act.DECIDE


def spared(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a preposition only says to whom nothing needs to be put: without further reference | to the Board."""
    without = at(ph, back(ph, n - 2, "adv")).low == "without"
    return without and head_of(at(ph, n - 1)) in ("reference", "recourse")


def how_long(words: Phrase) -> bool:
    """Tell whether a name only says how long before something a thing is done: ten days | before a meeting."""
    return head_of(words) in ("hour", "day", "week", "fortnight", "month")


def passes(ph: Sequence[Phrase], n: int, verb: int) -> bool:
    """Tell whether something disputed goes on to somebody by itself: a complaint passes | to the Dean."""
    told = at(ph, verb - 1).kind == "pron" or head_of(subject_noun(ph, verb)) in DISPUTED | _HANDED_ON
    told = told or _power_to(ph, verb)
    return ph[verb].base == "pass" and n == verb + 1 and told


def _power_to(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether "which" goes on about a power to do something: other than the power to exclude, | which passes to …"""
    rel = at(ph, verb - 1).kind == "rel"
    own = ph[start_of(ph, verb, "stop", "colon", "sub") : verb]
    return rel and any(head_of(p) in _HANDED_ON for p in own[-5:])


def last_word(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a body to whom a thing must be put has to decide on it: shall be put to the Court where it is large."""
    who = at(ph, n + 1)
    told = noun_act(at(ph, n + 3)) if at(ph, n + 2).low == "for" else None
    return bool(who.words) and a_body(who.words[-1]) and who.words[-1].title and told in (None, Act.DECIDE)


def by_itself(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether it is somebody who goes somewhere: the Clerk answers questions and goes to the forum."""
    return any(one.sure == SURE for one in subject(ph, verb))


def goes(ph: Sequence[Phrase], n: int, verb: int) -> bool:
    """Tell whether a thing itself goes or passes to whoever is named behind a place."""
    return (ph[verb].base == "go" and not by_itself(ph, verb)) or passes(ph, n, verb)
