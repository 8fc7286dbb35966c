"""What an English relative clause says of those before it: the Panel, with which the decision lies; the Clerk, by whom …"""

from collections.abc import Iterator, Sequence

from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.parts import NOWHERE, Phrase
from corpus.rules.english.shapes.antecedents import antecedent
from corpus.rules.english.shapes.doers import of_doers
from corpus.rules.english.shapes.nominal import Said
from corpus.rules.english.shapes.places import placed


def of_relatives(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read a clause behind "with which" or "by whom" as if it ended with the one it goes on about."""
    for n, phrase in enumerate(ph):
        if phrase.kind not in ("prep", "sub") or at(ph, n + 1).low not in ("whom", "which"):
            continue
        end = next((k for k in range(n + 2, len(ph)) if ph[k].kind in ("stop", "comma", "colon")), len(ph))
        for who in antecedent(ph, n - 1):
            turned = [*ph[n + 2 : end], phrase, *ph[who.first : who.last + 1], NOWHERE]
            told = [said for shape in (placed, of_doers) for said in shape(turned) if said.actor.start == who.start]
            yield from (Said(who, said.act, min(n + 2 + said.first, end - 1), end - 1) for said in told)
