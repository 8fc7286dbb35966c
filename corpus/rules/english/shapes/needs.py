"""Whom a thing needs or without whom it isn't done: anything more needs the Dean; no tree is felled without the Warden."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.asking import measured
from corpus.rules.english.acts.light import powered
from corpus.rules.english.grammar.heads import a_body, ordinary
from corpus.rules.english.grammar.names import SURE, Actor, at
from corpus.rules.english.grammar.objects import head_of, subject_noun
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.ladders import bound_end
from corpus.rules.english.shapes.nominal import Said, listed
from corpus.rules.english.shapes.repeated import LARGER
from corpus.rules.english.shapes.subjects import subject

_POINTED = word_set("those others")
_FARTHER = ("lower", "smaller", "further")
_COUNTED = word_set("second third fourth additional")
_TOO = ("as well", "too", "also", "first")
# without a chair there is none of these, whatever the chair thinks of it
_MEETINGS = word_set("meeting session quorum hearing vote business")


def of_needs(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "anything more needs the Dean", "stays of over a week need the Dean as well": whom a larger thing needs decides."""
    for n, phrase in enumerate(ph):
        if phrase.base not in ("need", "require") or not phrase.finite or phrase.negated or phrase.passive:
            continue
        found = listed(ph, n + 1 + (at(ph, n + 1).low == "only"))
        if (beyond := _beyond(ph, found)) and _a_body_alone(ph, n, found[:1]):
            yield Said(found[0], Act.DECIDE, n, found[0].last)
            yield Said(found[1], Act.DECIDE, n, found[1].last, beyond)
            continue
        after = at(ph, found[-1].last + 1) if found else phrase
        whatever = after.low in ("at", "for") and at(ph, found[-1].last + 2).det == "any" if found else False
        above = after.kind == "comma" and at(ph, found[-1].last + 2).low == "or" if found else False
        if found and (whatever or above or after.kind == "stop") and _a_body_alone(ph, n, found):
            yield Said(found[0], Act.DECIDE, n, found[0].last)
            continue
        if after.kind not in ("stop", "comma") and after.low not in _TOO:
            continue
        if (after.low in _TOO or at(ph, n + 1).low == "only" or _further(ph, n)) and not ordinary(found[0].noun):
            yield from (Said(actor, Act.DECIDE, n, actor.last) for actor in found if _office(ph, actor))


def _beyond(ph: Sequence[Phrase], found: Sequence[Actor]) -> tuple[int, int] | None:
    """Return the bound from which another is needed: needs the Bursar, or, if | over £9 |, the Board."""
    told = len(found) == len(("one", "other")) and at(ph, found[0].last + 2).low == "or"
    opens = next((n for n in range(found[0].last + 3, found[1].first) if ph[n].kind == "sub"), -1) + 1 if told else 0
    return (opens, found[1].first - 1) if opens > 0 and bound_end(ph, opens) == found[1].first - 1 > opens else None


def _a_body_alone(ph: Sequence[Phrase], n: int, found: Sequence[Actor]) -> bool:
    """Tell whether what isn't somebody himself needs one body or office by its title: a new post requires the Court.

    A meeting may need its chair there.
    """
    who = found[0]
    office = a_body(who.noun) or (bool(powered(who)) and head_of(subject_noun(ph, n)) not in _MEETINGS)
    titled = ph[who.first].det == "the" and who.noun.title and office and who.noun.low not in _MEETINGS
    return (
        len(found) == 1
        and titled
        and not any(one.sure == SURE for one in subject(ph, n))
        and at(ph, n - 1).kind != "pron"
    )


def _office(ph: Sequence[Phrase], who: Actor) -> bool:
    """Tell whether a name is an office's, and not only of so many who must be there: need two people."""
    return bool(powered(who)) and not measured(ph[who.first]) and (bool(ph[who.first].det) or who.noun.title)


def _further(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what needs somebody is told from less: anything more, bigger purchases, visits by over 30 people."""
    since = start_of(ph, n, "stop", "colon", "sub")
    if at(ph, n - 1).kind == "comma":  # lower still, or none, | requires
        return any(word.low in (*LARGER, *_FARTHER) for p in ph[since:n] for word in p.words)
    own = ph[start_of(ph, n, "stop", "colon", "comma", "sub") : n]
    thing = at(ph, n - 1)
    counted = any(word.low in _COUNTED for word in thing.words)
    larger = any(word.low in LARGER for p in own if p.kind == "name" for word in p.words)
    return (
        thing.kind == "pron"
        or thing.low == "over"
        or thing.low in (*LARGER, *_POINTED)
        or larger
        or counted
        or any(measured(p) for p in own)
    )


def of_asked(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read who has to be asked, not what he thinks: for loans abroad the Dean must be asked as well."""
    for n, phrase in enumerate(ph):
        if phrase.base != "ask" or not phrase.passive or phrase.modal != "must" or phrase.negated:
            continue
        behind = next((k for k in range(n + 1, len(ph)) if ph[k].low not in ("as well", "too", "also")), len(ph))
        if at(ph, behind).kind == "stop" or at(ph, behind).low in ("before", "by"):
            yield from (Said(actor, Act.DECIDE, n, n) for actor in subject(ph, n) if powered(actor))


def of_lacking(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read without whom nothing is done: no tree is felled without the Warden; specimens may not leave without him."""
    for n, phrase in enumerate(ph):
        if phrase.low != "without":
            continue
        own = ph[start_of(ph, n, "stop", "colon") : n]
        verb = next((k for k in range(n - 1, -1, -1) if ph[k].kind in ("verb", "stop")), -1)
        denied = any(p.negated or p.det.split(" ")[0] in ("no", "neither") for p in own)
        denied = denied or any(p.low in ("nothing", "nobody", "no one", "not") for p in own)
        found = listed(ph, n + 1) if denied and at(ph, n + 1).kind == "name" and not at(ph, n + 1).owner else []
        ends = found and at(ph, found[-1].last + 1).kind in ("stop", "comma")
        if not ends or verb >= 0 and head_of(subject_noun(ph, verb)) in _MEETINGS:
            continue
        yield from (
            Said(actor, Act.DECIDE, max(verb, 0), actor.last)
            for actor in found
            if actor.sure == SURE and powered(actor) and ph[actor.first].det == "the"
        )


def of_adjectives(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read what can be done by somebody: powers exercisable by the Registrar."""
    for n, phrase in enumerate(ph):
        what = at(ph, n - 1)
        if phrase.low == "by" and what.kind == "name" and what.low.endswith(("able", "ible")):
            yield from (Said(actor, Act.DECIDE, n - 1, actor.last) for actor in listed(ph, n + 1) if powered(actor))
