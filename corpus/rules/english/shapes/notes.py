"""Who does what as English notes list it without a verb: Fires – request: keeper; leave: Warden; checks by the Porter."""

from collections.abc import Collection, Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.verbs import CONSENTS, form_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.nominal import LEAVES, Said

_FEWEST = 2  # parts of a note that lists who does what
_ASKING = word_set("notice request application form letter proposal bid")
_LOOKING = word_set("visit test look")
_BORDERS = ("stop", "comma", "colon", "dash", "conj", "adv")


def of_notes(ph: Sequence[Phrase], said: Collection[Said]) -> Iterator[Said]:
    """Read a list of what is done, each with its doer: Kiln: key from the Warden; firing by the potter."""
    opens = next((n for n, p in enumerate(ph) if p.kind in ("colon", "dash")), 0)
    if any(p.kind == "verb" and p.finite and not p.infinitive for p in ph[opens:]):
        return
    parts = [*_labelled(ph), *_done(ph)]
    taken = {one.actor.start for one in said}
    if parts and len({actor.start for _, actor, _ in parts} | taken) >= _FEWEST:
        yield from (Said(actor, act, n, actor.last) for n, actor, act in parts if actor.start not in taken)


def _labelled(ph: Sequence[Phrase]) -> Iterator[tuple[int, Actor, Act]]:
    """Read the parts that are a label and a name: leave: Warden."""
    for n, phrase in enumerate(ph):
        label = at(ph, n - 1)
        act = noun_act(label) if phrase.kind == "colon" and at(ph, n - 2).kind in _BORDERS else None
        found = actors(ph, n + 1) if act and len(label.words) <= _FEWEST else []
        whole = found and at(ph, found[-1].last + 1).kind in ("stop", "comma")
        yield from ((n - 1, actor, act) for actor in found if act and whole)


def _done(ph: Sequence[Phrase]) -> Iterator[tuple[int, Actor, Act]]:
    """Read the parts that are a noun and who it is by or from: checks by the Porter, permit from the Warden."""
    for n, phrase in enumerate(ph):
        opens = next((k + 1 for k in range(n - 1, -1, -1) if ph[k].kind in _BORDERS), 0)
        what = at(ph, opens)
        if phrase.low not in ("by", "from") or what.kind != "name" or opens == n:
            continue
        act = _given(what) if phrase.low == "from" else _made(what)
        found = actors(ph, n + 1) if act else []
        whole = found and at(ph, found[-1].last + 1).kind in _BORDERS
        yield from ((opens, actor, act) for actor in found if act and whole)


def _given(what: Phrase) -> Act | None:
    """Return what somebody does whom a thing comes from: a permit he grants, a notice he gives, an opinion he states."""
    noun, act = head_of(what), noun_act(what)
    if noun in CONSENTS | LEAVES:
        return Act.DECIDE
    return Act.PROPOSE if noun in _ASKING else act if act in (Act.REVIEW, Act.PROPOSE) else None


def _made(what: Phrase) -> Act | None:
    """Return what somebody does by whom a thing is: a decision, a check, the firing."""
    noun = head_of(what)
    form = form_of(noun)
    if noun in _LOOKING:
        return Act.REVIEW
    return noun_act(what) or (Act.CARRY_OUT if form and form.kind == "g" or noun.endswith("ing") else None)
