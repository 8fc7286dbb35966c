"""What the one does to whom a thing is put: escalated to, entrusted to, reported to; the tenant may turn to the Dean."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.objects import head_of, noun_act
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, form_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.charges import DISPUTED, REPORTED, goes, last_word, somebody
from corpus.rules.english.shapes.nominal import CARRYING, WATCH

TO_DECIDE = word_set("delegate depute reserve escalate refer belong fall remit leave")
TO_DO = word_set("entrust assign allot allocate")
# what is asked of whoever decides it, and how it gets to him; what is complained of is sent to him too
_ASKED, _COMPLAINED = word_set("request application"), word_set("grievance complaint objection challenge")
_MADE, _SENT = word_set("make address direct"), word_set("send submit bring raise put")
_PAPERS = word_set(
    "form note letter certificate receipt invoice slip card proof evidence money proceeds cash surplus search book "
    "model design parcel fine fee income profit file valuable valuables original key copy logbook"
)
_TELLS = word_set("report flag copy declare disclose account answer")
_HANDS_OVER = word_set("send give make render submit present circulate forward provide deliver go return")


def resting(thing: Phrase) -> Act:
    """Return what one does with whom a thing rests: decide on it, or carry it out where it is a charge."""
    noun = head_of(thing)
    return Act.CARRY_OUT if noun in CARRYING else Act.SUPERVISE if noun in WATCH else Act.DECIDE


def _doing(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Return the act of a verb in -ing that falls to somebody: recovering them | falls to Payroll."""
    opens = ph[start_of(ph, verb, "stop", "colon", "sub", "comma")]
    form = form_of(opens.words[0].low) if opens.words and opens.kind in ("verb", "name") else None
    act = ACTS.get(form.base) if form and form.kind == "g" else None
    return act if act in (Act.CARRY_OUT, Act.SUPERVISE) else None


def _a_paper(ph: Sequence[Phrase], verb: int, thing: Phrase) -> bool:
    """Tell whether what goes to somebody is only a paper for him to have: a note is needed and goes to the office."""
    since = start_of(ph, verb, "stop")
    names = [thing] if thing.kind == "name" else [p for p in ph[since:verb] if p.kind == "name"]
    return any(head_of(p) in _PAPERS for p in names)


def to(ph: Sequence[Phrase], n: int, verb: int, thing: Phrase) -> Act | None:
    """Return what the one does to whom a thing is put: escalated to, entrusted to, reported to."""
    base, noun = ph[verb].base, head_of(thing)
    if base in TO_DECIDE and not (ph[verb].infinitive and at(ph, verb - 1).low == "whether"):
        after = at(ph, verb + 1) if n - verb > 1 and at(ph, verb + 1).kind == "name" else at(ph, n + 2)
        given = thing if ph[verb].passive or base in ("fall", "belong") else after
        if base in ("fall", "belong", "leave") and (doing := _doing(ph, verb)):
            return doing
        return resting(given) if base in ("fall", "belong", "leave", "delegate") else Act.DECIDE
    if base in ("allot", "allocate") and noun not in CARRYING and not noun_act(thing):
        return None  # rooms are allotted to Schools
    if base == "assign" and somebody(ph, thing):
        return None  # a mentor is assigned to each keeper
    if base == "put" and ph[verb].passive and last_word(ph, n):
        return Act.DECIDE
    if base in TO_DO:
        return Act.CARRY_OUT if noun not in ("power", "authority", "decision", "right") else Act.DECIDE
    if noun == "appeal" or head_of(at(ph, n - 1)) == "appeal" or base == "appeal":
        return Act.DECIDE
    if base == "vest" or (base == "give" and ph[verb].passive and noun in ("authority", "power", "discretion")):
        return Act.DECIDE
    if base in ("take", "bring", "carry") and ph[verb].passive and noun in DISPUTED:
        return Act.DECIDE
    if ph[verb].modal == "may" and _turns(ph, n, verb):
        return Act.DECIDE
    if _addressed(ph, verb):
        return Act.DECIDE
    if _only_told(ph, n, verb):
        return Act.SUPERVISE
    return (
        Act.DECIDE
        if (goes(ph, n, verb) or (base == "come" and ph[verb].words[0].low in ("must", "shall")))
        and at(ph, n - 1).low not in ("first", "then")
        and at(ph, n - 1).kind != "name"
        and head_of(at(ph, n + 1)) != "meeting"
        and not _a_paper(ph, verb, thing)
        else None
    )


def _turns(ph: Sequence[Phrase], n: int, verb: int) -> bool:
    """Tell whether somebody may turn to somebody: a refused member may turn | to the Chair; you can take it | to the Dean."""
    taken = at(ph, verb + 1)
    disputed = taken.low in ("it", "this", "that", "the matter") or head_of(taken) in DISPUTED
    takes = ph[verb].base in ("take", "bring", "carry", "refer") and n == verb + 2 and disputed
    return not ph[verb].passive and (takes or (ph[verb].base == "turn" and n == verb + 1))


def _addressed(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether something is asked of somebody and nobody else is said to decide it: requests are made to the Dean."""
    own = ph[start_of(ph, verb, "stop", "colon", "sub", "comma") : verb]
    noun = next((head_of(p) for p in own if p.kind == "name"), "")  # requests | for leave
    asks = (noun in _ASKED and ph[verb].base in _MADE) or (noun in _COMPLAINED and ph[verb].base in _MADE | _SENT)
    if not asks or not ph[verb].passive or any(w.low == "first" for p in ph[verb : verb + 3] for w in p.words):
        return False
    others = (p for k, p in enumerate(ph) if k != verb and p.kind == "verb")
    return not any(ACTS.get(p.base) in (Act.DECIDE, Act.REVIEW, Act.CARRY_OUT) for p in others) and not any(
        noun_act(p) is Act.DECIDE for p in ph[verb:] if p.kind == "name"
    )


def _only_told(ph: Sequence[Phrase], n: int, verb: int) -> bool:
    """Tell whether the one to whom a thing is put is told of it: reported to, accounts presented to."""
    base = ph[verb].base
    if base in _TELLS or base == "notify" and ph[verb].passive:
        return True
    start = start_of(ph, verb, "stop", "sub", "comma", "conj")
    return base in _HANDS_OVER and any(p.kind == "name" and head_of(p) in REPORTED for p in ph[start:n])
