"""Who does what as English rules say it with verb and preposition: rests with, goes to … for decision, agreed with."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.heads import ordinary
from corpus.rules.english.names import Actor, at
from corpus.rules.english.objects import head_of, noun_act, subject_noun
from corpus.rules.english.parts import Phrase
from corpus.rules.english.shapes import WATCH, Said, listed
from corpus.rules.english.subjects import start_of
from corpus.rules.english.words import word_set

_CARRYING = word_set(
    "responsibility duty task administration management running conduct custody implementation maintenance upkeep "
    "operation execution organisation preparation accountability"
)
_RESTING = word_set("rest lie sit remain stay reside vest belong fall")
_TO_DECIDE = word_set("delegate reserve escalate refer belong fall remit leave")
_TO_DO = word_set("entrust assign allot allocate")
_MOVED = word_set("submit send go put pass forward present take bring come lay refer escalate make return report route")
_TOLD = word_set("report notify copy disclose return")
_PAPERS = word_set("form note letter certificate receipt invoice slip card")
_ADVISERS = word_set("adviser advisor consultant")
_REPORTED = word_set("report return list copy account minute summary notice statement record")


def _verb_before(ph: Sequence[Phrase], n: int) -> int:
    return next((k for k in range(n - 1, -1, -1) if ph[k].kind in ("verb", "stop", "colon")), -1)


def placed(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "rests with the Bursar", "is reserved to the Board", "goes to the Head for decision"."""
    for n, phrase in enumerate(ph):
        if phrase.kind not in ("prep", "sub") or at(ph, n + 1).kind != "name":
            continue
        verb = _verb_before(ph, n)
        found = listed(ph, n + 1, phrase.low)
        if not found:
            continue
        act = (
            _of_place(ph, n, verb, found[-1])
            if verb >= 0 and ph[verb].kind == "verb" and not ph[verb].negated
            else None
        )
        act = act or _of_noun_place(ph, n)
        if act is Act.DECIDE and ph[verb].base == "refer" and found[0].noun.low in _ADVISERS:
            act = Act.REVIEW
        if act is Act.SUPERVISE:
            found = [actor for actor in found if not ordinary(actor.noun) or actor.noun.low.endswith("s")]
        if act:
            yield from (Said(actor, act, max(verb, 0), actor.last) for actor in found)


def _purpose(ph: Sequence[Phrase], n: int) -> Act | None:
    """Read what something goes to somebody for: for decision, for its comments."""
    for_at = (
        n + 1
        if at(ph, n + 1).low == "for"
        else n + 2
        if at(ph, n + 2).low == "for" and at(ph, n + 1).kind == "adv"
        else -1
    )
    what = at(ph, for_at + 1)
    return noun_act(what) if for_at > 0 and what.kind == "name" and not (what.owner) else None


def _of_noun_place(ph: Sequence[Phrase], n: int) -> Act | None:
    """Read a copy to, an appeal to, a matter for, without a verb."""
    noun, link = head_of(at(ph, n - 1)), ph[n].low
    if link == "to" and noun in ("copy", "appeal"):
        return Act.SUPERVISE if noun == "copy" else Act.DECIDE
    if link == "for" and noun in ("matter", "question", "decision") and at(ph, n - 2).base == "be":
        return Act.DECIDE
    return None


def _of_place(ph: Sequence[Phrase], n: int, verb: int, last: Actor) -> Act | None:
    """Return what the one does to whom or with whom a verb puts a matter."""
    base, link, thing = ph[verb].base, ph[n].low, subject_noun(ph, verb)
    if link in ("with", "in") and (base in _RESTING or base == "vest") and (link == "with" or base == "vest"):
        return _resting(thing)
    if link in ("in", "from", "with") and base in ("come", "originate", "arise", "emanate", "begin", "start"):
        return Act.PROPOSE if noun_act(thing) is Act.PROPOSE or base == "originate" else None
    if link in ("on", "upon") and base in ("fall", "devolve"):
        return _resting(thing)
    if link == "with" or (link == "through" and base == "clear"):
        return _with(ph, verb)
    if link not in ("to", "before"):
        return None
    purpose = _purpose(ph, last.last)
    moved = base in _MOVED or base in _TO_DECIDE or base in _TOLD
    if purpose and moved:
        return purpose
    if link == "before":
        return None
    return _to(ph, n, verb, thing)


def _resting(thing: Phrase) -> Act:
    noun = head_of(thing)
    return Act.CARRY_OUT if noun in _CARRYING else Act.SUPERVISE if noun in WATCH else Act.DECIDE


def _with(ph: Sequence[Phrase], verb: int) -> Act | None:
    phrase = ph[verb]
    told = phrase.passive or phrase.modal == "do"
    if phrase.base in ("agree", "clear", "settle", "sign-off", "approve") and told:
        return Act.DECIDE
    if phrase.base in ("file", "lodge", "deposit", "register") and told:
        return Act.SUPERVISE
    return Act.REVIEW if phrase.base in ("discuss", "talk-over") and (told or phrase.modal) else None


def _a_paper(ph: Sequence[Phrase], verb: int, thing: Phrase) -> bool:
    """Tell whether what goes to somebody is only a paper for him to have: a note is needed and goes to the office."""
    since = start_of(ph, verb, "stop")
    names = [thing] if thing.kind == "name" else [p for p in ph[since:verb] if p.kind == "name"]
    return any(head_of(p) in _PAPERS for p in names)


def _to(ph: Sequence[Phrase], n: int, verb: int, thing: Phrase) -> Act | None:
    """Return what the one does to whom a thing is put: escalated to, entrusted to, reported to."""
    base, noun = ph[verb].base, head_of(thing)
    if base in _TO_DECIDE and not (ph[verb].infinitive and at(ph, verb - 1).low == "whether"):
        return _resting(thing) if base in ("fall", "belong", "leave", "delegate") else Act.DECIDE
    if base in _TO_DO:
        return Act.CARRY_OUT if noun not in ("power", "authority", "decision", "right") else Act.DECIDE
    if noun == "appeal" or head_of(at(ph, n - 1)) == "appeal" or (base == "appeal" and not ph[verb].passive):
        return Act.DECIDE
    if base == "vest":
        return Act.DECIDE
    nouns = {head_of(p) for p in ph[start_of(ph, verb, "stop", "sub", "comma", "conj") : n] if p.kind == "name"}
    if base in ("report", "copy", "declare", "disclose") or (base == "notify" and ph[verb].passive):
        return Act.SUPERVISE
    if (
        base in ("send", "give", "make", "submit", "circulate", "forward", "provide", "deliver", "go", "return")
        and nouns & _REPORTED
    ):
        return Act.SUPERVISE
    return (
        Act.DECIDE
        if base == "go"
        and at(ph, n - 1).low not in ("first", "then")
        and at(ph, n - 1).kind != "name"
        and head_of(at(ph, n + 1)) != "meeting"
        and not _a_paper(ph, verb, thing)
        else None
    )
