"""Who does what as English notes say it without a verb: Dismissal, by the Director; suspension: up to 3 days by the Head."""

import re
from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.asking import measured
from corpus.rules.english.acts.light import powered
from corpus.rules.english.grammar.names import SURE, at
from corpus.rules.english.grammar.objects import head_of, noun_act
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.shapes.doers import agent, nominal
from corpus.rules.english.shapes.nominal import Said, listed

# nouns that say that a thing is done
_DONE = re.compile(r"(?:[st]ion|al|ment|ance|ing)$")


def of_verbless(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read whoever stands behind "by" in a note without a verb: who does a thing with power decides on it.

    Travel by a keeper is approved by the Director: the keeper travels.
    """
    for n, phrase in enumerate(ph):
        since = start_of(ph, n, "stop")
        until = next((k for k in range(n, len(ph)) if ph[k].kind == "stop"), len(ph))
        names = [p for p in ph[since:n] if p.kind == "name" and not measured(p)]
        if phrase.low != "by" or not names or any(p.kind == "verb" for p in ph[since:n]) or nominal(ph, n):
            continue
        if any(p.kind == "verb" and p.finite for p in ph[n:until]):
            continue
        over = noun_act(ph[0]) if ph[0].kind == "name" and at(ph, 1).kind == "colon" else None
        act = noun_act(names[0]) or over or Act.DECIDE
        for actor in listed(ph, agent(ph, n), "by"):
            if actor.sure == SURE and powered(actor):
                yield Said(actor, act, n, actor.last)


def of_being(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read by whom a thing is that a noun names as done: Renewal is by the Deputy Chair; selection is by a board of three."""
    for n, phrase in enumerate(ph):
        if phrase.base != "be" or phrase.passive or phrase.negated or at(ph, n + 1).low != "by":
            continue
        thing = next((p for p in ph[start_of(ph, n, "stop", "colon") : n] if p.kind == "name"), None)
        act = noun_act(thing) or (Act.DECIDE if _DONE.search(head_of(thing)) else None) if thing else None
        for actor in listed(ph, n + 2, "by") if act else ():
            if act and actor.sure == SURE and powered(actor):
                yield Said(actor, act, n, actor.last)
