"""Which act an English passive says of its doer: approved by the Dean, issued at the request of a Fellow."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.acts.active import BUSY, LET, POWERS_OF_CARRYING_OUT, SEATS, nobody_else, only
from corpus.rules.english.acts.asking import measured
from corpus.rules.english.acts.light import GRANTED, LIGHT, MOTIONS, founds, made, powered
from corpus.rules.english.acts.rounds import comes_round
from corpus.rules.english.grammar.names import Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act, subject_noun
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, IDLE, LICENSED, form_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.settled import put_or_taken

_ISSUED = word_set("sign issue give make grant")


_USING = word_set(
    "use accompany accompani attend join visit bear see wear own enjoy share watch view read know drive need want affect bind cover follow"
)


# the nouns of verbs: suspension, closure
_OF_A_VERB = re.compile(r"(?:tion|sion|ure|al|ment)$")


# what is decided on although its noun doesn't sound so: the sale of the security is ordered
_MEASURES = word_set(
    "sale auction audit enquiry inquiry search review halt stop survey recall hold release arrest repair shooting overtime leave detention rest test stoppage lowering drawdown"
)
# where people come, so that closing it is a decision
_OPEN_TO_PEOPLE = word_set(
    "road street path bridge library pool hall gallery ward laboratory lab site school building branch centre center "
    "court park beach market theatre theater museum workshop kitchen track course pitch harbour port river lake playground "
    "studio gym"
)
# what is met by whoever pays, and with a bound by whoever may let it be paid
_COSTS = word_set("cost fee expense fare charge bill")
_URGENT = word_set("special extraordinary emergency urgent")
# what a body keeps to itself
_MATTERS = word_set("matter power decision business")


# things with such a name
_NO_DEEDS = word_set("equipment furniture medication material instrument document refreshment prescription publication")


# who looks at one of these again has the last word
_REFUSALS = word_set("refusal rejection")
# those by whose votes a thing is carried
_VOTERS = word_set("majority half third thirds quarter quarters fifths meeting conference members those")
_GIVING = word_set("issue supply lend release offer")


def passive(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return what somebody does by whom a thing is done: approved by the Board."""
    act = _done_by(ph, verb, who)
    if (act is Act.REVIEW or ph[verb].base == "count") and comes_round(ph, verb):
        return Act.SUPERVISE
    if act is not Act.CARRY_OUT:
        return act
    if not ph[verb].modal:
        power = ACTS.get(ph[verb].base) is not act or ph[verb].base in POWERS_OF_CARRYING_OUT
        return powered(who) or act if power and only(ph, verb, who) and not nobody_else(ph, who.first) else act
    kept = only(ph, verb, who) if ph[verb].modal == "may" else nobody_else(ph, who.first)
    return Act.DECIDE if kept else act


def _done_by(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return the act that a passive verb names, whoever else might do it."""
    phrase = ph[verb]
    base = phrase.base
    if _for_recommending(ph, verb):
        return Act.PROPOSE
    if base == "consult":
        return None
    again = any(p.low in ("again", "afresh", "anew") for p in ph[verb + 1 : verb + 3])
    turned_down = head_of(subject_noun(ph, verb)) in _REFUSALS and base in ("review", "reconsider", "hear", "consider")
    if (
        turned_down
        or head_of(subject_noun(ph, verb)) == "appeal"
        or (again and base in ("look-at", "review", "consider", "examine"))
    ):
        return Act.DECIDE if base in ACTS and ACTS[base] is not Act.PROPOSE else None
    if base == "try" or (base == "fill" and head_of(subject_noun(ph, verb)) in SEATS and powered(who)):
        return Act.DECIDE
    if base in ("refer", "escalate"):
        return Act.PROPOSE
    if base == "read" and any(p.kind == "sub" and p.low in ("before", "until") for p in ph[verb + 1 :]):
        return Act.REVIEW
    if _with_power(ph, verb):
        return powered(who)
    if base == "ask" and any(p.infinitive for p in ph[verb + 1 : verb + 6]):
        return powered(who) if phrase.modal == "may" else Act.CARRY_OUT
    return _done_to(ph, verb, who)


def _done_to(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return the act of a passive verb that hangs on what it is done to: a motion is carried, a contract let."""
    phrase, thing = ph[verb], subject_noun(ph, verb)
    base, done_to = phrase.base, head_of(thing)
    if base == "bring" and (noun_act(thing) is Act.PROPOSE or done_to in (*MOTIONS, "charge")):
        return Act.PROPOSE
    if base == "carry":
        moved = done_to in (*MOTIONS, "change", "amendment", "alteration")
        return Act.DECIDE if moved or who.noun.low in _VOTERS else None
    if base in _GIVING and _asked_for(ph, verb):
        return Act.DECIDE
    if base in _ISSUED and not phrase.finite and noun_act(at(ph, verb - 1)) is Act.DECIDE:
        return Act.DECIDE
    if founds(base, thing):
        return powered(who) or _of_the_verb(phrase, who)
    if (handed := put_or_taken(ph, verb, who)) is not None:
        return handed
    if base in LIGHT:
        return made(ph, verb, who)
    if base == "deem":
        return powered(who)
    if base == "let" and done_to in LET:
        return powered(who)
    if base == "lay" and at(ph, verb + 1).low == "before":
        return Act.PROPOSE
    if base == "put-up" and done_to in ("candidate", "nominee", "name", "member"):
        return Act.PROPOSE
    if base in ("move", "put-up", "lay") and done_to not in MOTIONS:
        return powered(who) if phrase.modal == "may" else Act.CARRY_OUT
    if base == "meet" and done_to in _COSTS and powered(who):
        return Act.DECIDE if at(ph, verb + 1).low in ("up", "over", "above", "below", "under") else Act.CARRY_OUT
    if base == "confirm" or (base == "order" and (_a_decision(done_to) or _doing_it(ph, verb))):
        return Act.DECIDE
    return _of_the_verb(phrase, who)


def _with_power(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether what is done is done with power: a gallery is closed, a prize handed out, an urgent meeting called."""
    base, thing = ph[verb].base, subject_noun(ph, verb)
    if base in ("keep", "retain"):
        return head_of(thing) in _MATTERS
    if base == "call":
        return head_of(thing) == "meeting" and any(word.low in _URGENT for word in thing.words)
    if base == "hand-out":
        return head_of(thing) in GRANTED
    return base in ("close", "reopen") and head_of(thing) in _OPEN_TO_PEOPLE


def _of_the_verb(phrase: Phrase, who: Actor) -> Act | None:
    """Return the act of a passive verb that nothing round it changes."""
    base = phrase.base
    if base in LICENSED and phrase.modal == "may":
        return powered(who)
    if base in ACTS:
        freely = phrase.modal == "may" and base in POWERS_OF_CARRYING_OUT
        return powered(who) or ACTS[base] if freely else ACTS[base]
    if base in BUSY and phrase.modal == "must":
        return powered(who) and Act.CARRY_OUT
    if base in _USING or (base in IDLE and phrase.modal != "may") or not powered(who):
        return None
    return Act.DECIDE if phrase.modal == "may" else Act.CARRY_OUT


def _doing_it(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether what is ordered is something to be done, or so much of it: shooting a bear, up to £9."""
    opens = ph[start_of(ph, verb, "stop", "colon", "comma")]
    doing = bool(opens.words) and opens.words[0].low.endswith("ing") and form_of(opens.words[0].low) is not None
    return doing or measured(subject_noun(ph, verb))


def _a_decision(noun: str) -> bool:
    """Tell whether a noun says what somebody with power does, so that ordering it is deciding: a suspension."""
    return noun in _MEASURES or (bool(_OF_A_VERB.search(noun)) and noun not in _NO_DEEDS)


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
