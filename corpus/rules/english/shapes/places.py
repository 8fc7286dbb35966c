"""Who does what as English rules say it with verb and preposition: rests with, goes to … for decision, agreed with."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.heads import ordinary, singular
from corpus.rules.english.grammar.names import SURE, Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act, subject_noun
from corpus.rules.english.grammar.parts import Phrase, start_of, suspended
from corpus.rules.english.grammar.verbs import ACTS, CONSENTS, form_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.charges import (
    charge,
    how_long,
    put_before,
    somebody,
    spared,
)
from corpus.rules.english.shapes.handed import TO_DECIDE, TO_DO, resting, to
from corpus.rules.english.shapes.meetings import verb_before
from corpus.rules.english.shapes.nominal import Said, followed_by_verb, listed

_RESTING = word_set("reside rest lie sit remain stay reside vest belong fall")
_MOVED = word_set(
    "accompany place submit send go put pass forward present take bring come lay refer escalate make return route"
)
_SOUGHT = word_set("seek obtain get request need require want")
_TOLD = word_set("flag report notify copy disclose return")
_ACCOUNTABLE = word_set("answerable accountable responsible")
_ADVISERS = word_set("adviser advisor consultant counsel solicitor lawyer actuary expert")


def of_inverted(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "To the Conference alone belongs the power to alter the creed"."""
    for n, phrase in enumerate(ph):
        if phrase.low not in ("to", "with", "upon", "on", "in") or at(ph, n - 1).kind not in ("stop", "comma", "colon"):
            continue
        who = listed(ph, n + 1)
        verb = who[-1].last + 1 if who else n
        verb = verb + 1 if at(ph, verb).kind == "adv" else verb
        if who and at(ph, verb).base in _RESTING and at(ph, verb).form == "s" and at(ph, verb + 1).kind == "name":
            yield from (Said(actor, resting(ph[verb + 1]), verb, verb) for actor in who)


def _governor(ph: Sequence[Phrase], n: int) -> int:
    """Return the verb that a preposition hangs on, or -1: report | the action taken | to the Chair."""
    verb = verb_before(ph, n)
    attribute = at(ph, verb).kind == "verb" and not ph[verb].finite and ph[verb].form == "n" and verb == n - 1
    over = verb_before(ph, verb)
    reports = attribute and at(ph, over).kind == "verb" and ph[over].base in _TOLD and not ph[over].passive
    return over if reports else verb


def placed(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "rests with the Bursar", "is reserved to the Board", "goes to the Head for decision"."""
    for n, phrase in enumerate(ph):
        first = max(suspended(ph, n), n + 1)
        if phrase.kind not in ("prep", "sub") or at(ph, first).kind != "name":
            continue
        verb = _governor(ph, n)
        found = listed(ph, first, phrase.low)
        if not found or (phrase.low == "before" and followed_by_verb(ph, found[-1].last + 1)):
            continue
        if (phrase.low == "before" and how_long(at(ph, n - 1))) or spared(ph, n):
            continue
        act = (
            _of_place(ph, n, verb, found[-1])
            if verb >= 0 and ph[verb].kind == "verb" and not ph[verb].negated and not _kept(ph, verb)
            else None
        )
        act = act or _of_noun_place(ph, n)
        if act is Act.DECIDE and ph[verb].base in ("refer", "go", "send") and singular(found[0].noun.low) in _ADVISERS:
            act = Act.REVIEW
        gets = act is Act.SUPERVISE or (act is Act.DECIDE and ph[verb].base == "go")
        if gets or (act is Act.CARRY_OUT and phrase.low == "to"):
            found = [actor for actor in found if not ordinary(actor.noun) or actor.noun.low.endswith("s")]
        if act:
            yield from (Said(actor, act, max(verb, 0), actor.last) for actor in found)


def _kept(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether nothing is put to anybody: none of these may be delegated to a committee; whether they go to the shop is …"""
    opens = start_of(ph, verb, "stop", "colon", "comma", "sub") - 1
    if at(ph, verb - 1).kind == "rel" and at(ph, verb - 2).low == "of" and at(ph, verb - 3).kind != "name":
        return True  # neither of whom belongs to
    whole = any(p.low == "to" or p.kind == "verb" and (p.finite or p.infinitive) for p in ph[opens + 1 : verb])
    if at(ph, opens).low == "whether" and not whole:
        return True
    return ph[verb].base in TO_DECIDE and any(
        p.low in ("none", "nothing") for p in ph[start_of(ph, verb, "stop") : verb]
    )


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
    if for_at <= 0 or what.kind != "name" or what.owner:
        return None
    form = form_of(what.low)
    looked = ACTS.get(form.base) if form and form.kind == "g" and len(what.words) == 1 else None  # for checking
    return Act.REVIEW if head_of(what) == "challenge" or looked is Act.REVIEW else noun_act(what)


def _of_noun_place(ph: Sequence[Phrase], n: int) -> Act | None:
    """Read a copy to, an appeal to, a matter for, without a verb."""
    noun, link = head_of(at(ph, n - 1)), ph[n].low
    if link in ("on", "upon") and noun in ("incumbent", "binding") and at(ph, n - 2).base == "be":
        return resting(subject_noun(ph, n)) if noun == "incumbent" else None
    if link == "to" and noun in _ACCOUNTABLE:
        return Act.SUPERVISE
    if link == "to" and noun in ("copy", "appeal", "notification"):
        return Act.DECIDE if noun == "appeal" else Act.SUPERVISE
    if (
        link == "for"
        and at(ph, n - 2).low == "of"
        and head_of(at(ph, n - 3)) == "matter"
        and at(ph, n - 4).base == "be"
    ):
        return Act.DECIDE
    if (
        link == "for"
        and noun in ("matter", "question", "decision", "point", "issue", "call", "judgment", "judgement", "one")
        and at(ph, n - 2).base == "be"
    ):
        return Act.DECIDE
    return None


def _of_place(ph: Sequence[Phrase], n: int, verb: int, last: Actor) -> Act | None:
    """Return what the one does to whom or with whom a verb puts a matter."""
    base, link, thing = ph[verb].base, ph[n].low, subject_noun(ph, verb)
    owned = base == "vest" and head_of(thing) in ("property", "land", "asset", "title", "fund")
    if ph[verb].form == "g" or owned or base in ("sit", "stay", "remain") and somebody(ph, thing):
        return None
    if base in _RESTING and (charged := charge(ph, thing)):
        return charged
    if (
        link in ("with", "in")
        and (base in _RESTING or base == "vest")
        and (link == "with" or base in ("vest", "reside"))
    ):
        return resting(thing)
    if link == "from" and base == "come" and noun_act(thing) is Act.DECIDE and last.sure == SURE:
        return Act.DECIDE  # the waiver comes from the Court
    if link in ("in", "from", "with") and base in ("come", "originate", "arise", "emanate", "begin", "start"):
        return Act.PROPOSE if noun_act(thing) is Act.PROPOSE or base == "originate" else None
    if link in ("on", "upon") and base in ("fall", "devolve"):
        return resting(thing)
    if link == "from" and ph[verb].passive and base in _SOUGHT:
        return Act.DECIDE if head_of(thing) in CONSENTS else Act.REVIEW if noun_act(thing) is Act.REVIEW else None
    if link == "between" and base in ("agree", "settle", "arrange") and ph[verb].form == "n":
        return Act.DECIDE
    if (link == "with" and last.sure == SURE) or (link == "through" and base == "clear"):
        # approved by the Head after consultation | with the Dean
        return None if noun_act(at(ph, n - 1)) is Act.REVIEW else _with(ph, verb)
    if link == "for" and base == "reserve" and ph[verb].passive:
        return Act.DECIDE if last.sure == SURE else None
    if link == "through" and base in ("go", "pass", "route", "run", "send"):
        return _purpose(ph, last.last) if _purpose(ph, last.last) is Act.REVIEW else None
    return _goes_to(ph, n, verb, last) if link in ("to", "before") else None


def _goes_to(ph: Sequence[Phrase], n: int, verb: int, last: Actor) -> Act | None:
    """Return what the one does to whom or before whom a matter goes."""
    base, link, thing = ph[verb].base, ph[n].low, subject_noun(ph, verb)
    before = noun_act(at(ph, n - 1)) if at(ph, n - 2).low == "for" and n - 3 == verb else None  # sent for comment | to
    purpose = _purpose(ph, last.last) or before
    moved = ph[verb].passive or base in _MOVED | TO_DECIDE | _TOLD
    if purpose and moved and (purpose is not Act.CARRY_OUT or base in TO_DECIDE | TO_DO):
        return purpose
    if link == "before":
        again = any(p.kind == "name" and p.low == last.noun.low for p in ph[last.last + 1 :])
        return None if again else put_before(ph, verb)
    return to(ph, n, verb, thing)


def _with(ph: Sequence[Phrase], verb: int) -> Act | None:
    phrase = ph[verb]
    told = phrase.passive or phrase.modal == "do"
    if phrase.base in ("agree", "arrange", "clear", "settle", "sign-off", "approve") and told or phrase.base == "clear":
        return Act.DECIDE
    if phrase.base in ("file", "lodge", "deposit", "register", "log", "record") and told:
        return Act.SUPERVISE
    return Act.REVIEW if phrase.base in ("discuss", "talk-over") and (told or phrase.modal) else None
