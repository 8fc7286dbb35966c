"""Through whose hands a thing goes first: drafts go through the Panel for comment, and then to the Court."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.names import SURE, at
from corpus.rules.english.grammar.objects import noun_act
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.shapes.nominal import Said, listed
from corpus.rules.english.shapes.subjects import subject


def of_through(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read through whom what is no person goes for what he thinks of it: bids go through | the Clerk for checking."""
    for n, phrase in enumerate(ph):
        if phrase.base != "go-through" or phrase.negated or any(one.sure == SURE for one in subject(ph, n)):
            continue
        found = listed(ph, n + 1)
        why = at(ph, found[-1].last + 2) if found and at(ph, found[-1].last + 1).low == "for" else phrase
        yield from (Said(actor, Act.REVIEW, n, actor.last) for actor in found if noun_act(why) is Act.REVIEW)
