"""Who decides as English conditions say it: until the Marshal has given the word, if your manager is happy with it."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.light import LIGHT, powered
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act, object_of
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, FORMS
from corpus.rules.english.grammar.words import HAVE, word_set
from corpus.rules.english.shapes.nominal import Said
from corpus.rules.english.shapes.subjects import subject

# what opens a condition without which a thing must not be done, and what does so of a thing that may
_HOLDING = word_set("unless until till")
_OPENING = word_set("if once when where provided")
_CONTENT = word_set("happy content satisfied willing agreeable comfortable")
# signs by which somebody lets a thing go on
_SIGNING = word_set("sign initial stamp countersign seal mark")
_CONVINCED = word_set("satisfy convince persuade content")
_THINKING = word_set("think consider deem")
_NEAR = 3  # phrases between an exception and the verb that is denied to all others
_WILLS = word_set("order wish choose require instruct provide")
# what somebody does who looks at a thing first, and when another goes on
_LOOKING = word_set(
    "read survey see look look-at look-over view visit walk test weigh study measure inspect examine check"
)
_BEFOREHAND = word_set("after once until unless till when before")
_SIGNALS = word_set("word signal flag light exception nod name hand")


def of_gates(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read who lets a thing go on: no car may start until the Clerk of the Course has shown the flag."""
    for n, phrase in enumerate(ph):
        if phrase.kind != "verb" or not phrase.finite or phrase.negated or not phrase.base:
            continue
        if phrase.passive and phrase.base not in _CONVINCED:
            continue
        opens = start_of(ph, n, "stop", "colon", "sub") - 1
        sub = at(ph, opens)
        if sub.kind != "sub" or not _closed(ph, opens, sub.low):
            continue
        so = any(p.low == "so" for p in ph[opens + 1 : n]) and (
            ACTS.get(phrase.base) is Act.DECIDE or phrase.base in _WILLS
        )
        if not _lets(ph, n) and not so:
            continue
        told = n + 1 if noun_act(at(ph, n + 1)) is Act.DECIDE else n
        act = Act.REVIEW if _named_before(ph, opens) else Act.DECIDE
        yield from (Said(actor, act, told, actor.last) for actor in _holders(ph, n))


def of_looks(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read who must have looked at a thing before it goes on: the Board, after the Surveyor has walked the site."""
    for n, phrase in enumerate(ph):
        done = phrase.kind == "verb" and phrase.words and phrase.words[0].low in HAVE and not phrase.passive
        opens = start_of(ph, n, "stop", "colon", "sub", "comma") - 1
        if done and not phrase.negated and phrase.base in _LOOKING and at(ph, opens).low in _BEFOREHAND:
            yield from (Said(actor, Act.REVIEW, n, actor.last) for actor in _holders(ph, n))


def _named_before(ph: Sequence[Phrase], opens: int) -> bool:
    """Tell whether a note without a verb names who decides before a condition: More: the Provost, | once the Dean has said yes."""
    since = start_of(ph, opens, "stop")
    colon = next((n for n in range(since, opens) if ph[n].kind == "colon"), -1)
    named = actors(ph, colon + 1, SURE) if colon >= 0 and at(ph, opens - 1).kind == "comma" else []
    return bool(named) and not any(p.kind == "verb" for p in ph[since:opens])


def of_exceptions(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read who is left out of a denial that follows: Save for the Chair, nobody may stop a speaker."""
    first = next((n for n in range(min(3, len(ph))) if ph[n].low in ("save", "except", "than", "besides", "bar")), -1)
    first = first + 1 if at(ph, first + 1).low == "for" else first
    who = actors(ph, first + 1, SURE) if first >= 0 else []
    verb = next((n for n, p in enumerate(ph) if p.kind == "verb"), -1)
    if not who or verb < 0 or ph[verb].modal != "may" or verb - who[-1].last > _NEAR:
        return
    denied = [p for p in ph[who[-1].last + 1 : verb] if p.low in ("nobody", "no one") or p.det.split(" ")[0] == "no"]
    yield from (Said(actor, Act.DECIDE, verb, verb) for actor in who if denied and powered(actor))


def _closed(ph: Sequence[Phrase], opens: int, low: str) -> bool:
    """Tell whether a condition bars or allows what its sentence speaks of, rather than saying when a duty begins."""
    since = start_of(ph, opens, "stop")
    own = [*ph[since:opens], *ph[opens + 1 :]]
    barred = any(
        p.negated
        or p.det.split(" ")[0] in ("no", "neither")
        or p.low in ("only", "nothing", "nobody", "no one", "none")
        for p in own
    )
    allowed = any(p.kind == "verb" and p.modal in ("may", "do") for p in own)
    words = low.split(" ")
    if words[-1] in _HOLDING:
        return True
    told = at(ph, opens - 1).low == "only"
    return words[0] == "only" or told or (words[-1] in _OPENING and (allowed or barred))


def _lets(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a verb says that somebody agrees: gives the word, initials, is content, makes an exception."""
    phrase, what = ph[n], object_of(ph, n)
    done = bool(phrase.words) and phrase.words[0].low in HAVE  # has considered a report
    if phrase.passive or (phrase.base in _THINKING and not done and at(ph, n + 1).kind in ("sub", "name", "pron")):
        return True
    if phrase.base == "see":
        return what.det == "no" and head_of(what) == "objection"
    if phrase.base == "vote":
        return at(ph, n + 1).infinitive or at(ph, n + 1).low in ("for", "in")
    if phrase.base in ("be", "feel"):
        return any(p.low in _CONTENT for p in ph[n + 1 : n + 3])
    if phrase.base in LIGHT:
        return noun_act(what) is Act.DECIDE or head_of(what) in _SIGNALS
    barred = any(p.negated or p.det.split(" ")[0] in ("no", "neither") for p in ph)
    held = any(p.low in _HOLDING for p in ph[:n])
    if phrase.base in _SIGNING:
        return barred or held
    return barred and phrase.base not in ACTS and phrase.base not in FORMS


def _holders(ph: Sequence[Phrase], n: int) -> list[Actor]:
    return [actor for actor in subject(ph, n) if powered(actor)]
