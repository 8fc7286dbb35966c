"""Who does what as English notes say it without a verb: Dismissal, by the Director; suspension: up to 3 days by the Head."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.asking import measured
from corpus.rules.english.doers import agent, nominal
from corpus.rules.english.light import powered
from corpus.rules.english.names import SURE
from corpus.rules.english.objects import noun_act
from corpus.rules.english.parts import Phrase, start_of
from corpus.rules.english.shapes import Said, listed


def of_verbless(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read whoever stands behind "by" where nothing before it is a verb: who does a thing with power decides on it."""
    for n, phrase in enumerate(ph):
        since = start_of(ph, n, "stop")
        names = [p for p in ph[since:n] if p.kind == "name" and not measured(p)]
        if phrase.low != "by" or not names or any(p.kind == "verb" for p in ph[since:n]) or nominal(ph, n):
            continue
        act = noun_act(names[0]) or Act.DECIDE
        for actor in listed(ph, agent(ph, n), "by"):
            if actor.sure == SURE and powered(actor):
                yield Said(actor, act, n, actor.last)
