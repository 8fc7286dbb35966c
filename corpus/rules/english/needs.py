"""Whom a thing needs or by whom it can be done: anything more needs the Dean; powers exercisable by the Registrar."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.heads import ordinary
from corpus.rules.english.light import powered
from corpus.rules.english.names import at
from corpus.rules.english.parts import Phrase
from corpus.rules.english.shapes import Said, listed


def of_needs(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "anything more needs the Dean": whom a larger thing needs decides on it."""
    for n, phrase in enumerate(ph):
        thing = at(ph, n - 1)
        pointed = thing.kind == "pron" or thing.low in ("more", "larger", "longer", "bigger", "those", "others")
        if phrase.base not in ("need", "require") or not phrase.finite or phrase.negated or not pointed:
            continue
        found = listed(ph, n + 1)
        if found and at(ph, found[-1].last + 1).kind in ("stop", "comma") and not ordinary(found[0].noun):
            yield from (Said(actor, Act.DECIDE, n, actor.last) for actor in found if powered(actor))


def of_adjectives(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read what can be done by somebody: powers exercisable by the Registrar."""
    for n, phrase in enumerate(ph):
        what = at(ph, n - 1)
        if phrase.low == "by" and what.kind == "name" and what.low.endswith(("able", "ible")):
            yield from (Said(actor, Act.DECIDE, n - 1, actor.last) for actor in listed(ph, n + 1) if powered(actor))
