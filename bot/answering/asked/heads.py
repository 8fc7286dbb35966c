"""How many people a question speaks of, whatever it calls them: eleven people, of 11 outsiders."""

import re
from collections.abc import Sequence

from corpus.quantities import Measure, Range, ranges
from corpus.rules.english.grammar.heads import acts
from corpus.rules.english.grammar.words import words

_PIECES = "个"  # counts anything, people too
_COUNTED = re.compile(r"\b(?P<number>\d{1,4}) (?:[a-z-]+ )?(?P<who>[a-z]{3,}s)\b", re.IGNORECASE)
PEOPLE = "人"  # the unit under which people are counted


def by_heads(bounds: Sequence[Range]) -> bool:
    """Tell whether some bounds go by how many people there are."""
    return any(r.measure is Measure.COUNT and r.unit == PEOPLE for r in bounds)


def heads(text: str) -> list[Range]:
    """Return what a question bounds, those whom it counts by any name as people, and what it counts by no name too."""
    named = _COUNTED.sub(lambda found: f"{found['number']} people" if acts(words(found["who"])[0]) else found[0], text)
    found = ranges(named)
    if by_heads(found):
        return found
    return [one.model_copy(update={"unit": PEOPLE}) if one.unit == _PIECES else one for one in found]
