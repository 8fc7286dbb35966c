"""Whom English rules bid the reader ask: ask the Dean before you book; if you need longer, ask your tutor."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.names import SURE, at
from corpus.rules.english.grammar.objects import head_of, noun_act
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.nominal import Said, listed
from corpus.rules.english.shapes.repeated import LARGER


def bidden(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a verb bids the reader do a thing in a case: if you need longer, | ask your tutor and bring a note."""
    bare = ph[n].form == "b" and not ph[n].modal and not ph[n].infinitive
    since = start_of(ph, n, "stop")
    more = any(p.low in LARGER or any(word.text[0].isdigit() for word in p.words) for p in ph[since:n])
    return bare and more and at(ph, n - 1).kind == "comma" and at(ph, since).low == "if"


def leave_of(ph: Sequence[Phrase], n: int) -> Iterator[Said]:
    """Read whom the reader is told to ask before something, or for leave, as deciding on it: Ask the Dean before …"""
    for actor in listed(ph, n + 1):
        after = at(ph, actor.last + 1)
        leave = after.low == "for" and any(noun_act(p) is Act.DECIDE for p in ph[actor.last + 2 : actor.last + 4])
        ends = all(not p.low.isalpha() for p in ph[actor.last + 1 :])
        ends = ends or (after.low == "and" and bidden(ph, n) and at(ph, actor.last + 2).form == "b")
        if leave or after.low == "before" or ends:
            yield Said(actor, Act.DECIDE, n, actor.last)
        elif after.low == "first":
            yield Said(actor, Act.REVIEW, n, actor.last)


_ASKED_FOR = word_set(
    "exception exemption request waiver extension change leave permission swap variation dispensation"
)


def of_seen(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read whom a note bids the reader see about what has to be granted: Exceptions to the dress code: see the Matron."""
    for n, phrase in enumerate(ph):
        if phrase.base not in ("see", "ask") or phrase.form != "b" or at(ph, n - 1).kind != "colon":
            continue
        granted = head_of(ph[start_of(ph, n - 1, "stop", "colon")]) in _ASKED_FOR
        for actor in listed(ph, n + 1) if granted else ():
            if actor.sure == SURE and at(ph, actor.last + 1).kind in ("stop", "comma"):
                yield Said(actor, Act.DECIDE, n, actor.last)
