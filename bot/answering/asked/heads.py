"""How many people a question speaks of, whatever it calls them, and how old: eleven people, of 11 outsiders, 今年68了."""

import re
from collections.abc import Sequence

from corpus.quantities import Measure, Range, ranges
from corpus.rules.english.grammar.heads import acts
from corpus.rules.english.grammar.words import words

_PIECES = "个"  # counts anything, people too
_COUNTED = re.compile(r"\b(?P<number>\d{1,4}) (?:[a-z-]+ )?(?P<who>[a-z]{3,}s)\b", re.IGNORECASE)
PEOPLE = "人"  # the unit under which people are counted
AGE = "岁"
# 今年68了, 都六十八了; he turned 68, who is 68 now
_AGED = re.compile(
    r"(?<![\d一二三四五六七八九十百千万第])(?P<zh>\d{2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?=多?了|[，,。？?]|$)"
    r"|\b(?:aged?|turn(?:s|ed|ing)?|is|am|are)(?: now| only| already| just)? (?P<en>\d{2})\b(?! ?[%.:/]|[a-z]| (?!and|but|so|now|can|may)[a-z])"
    r"|['’](?:s|m)(?: now| only| already| just)? (?P<short>\d{2})\b(?! ?[%.:/]|[a-z]| (?!and|but|so|now|can|may)[a-z])",
    re.IGNORECASE,
)


def by_heads(bounds: Sequence[Range]) -> bool:
    """Tell whether some bounds go by how many people there are."""
    return any(r.measure is Measure.COUNT and r.unit == PEOPLE for r in bounds)


def called(said: Sequence[Range], bounds: Sequence[Range]) -> list[Range]:
    """Return what a question bounds, the people in it called as some bounds call theirs: 240 people, under 200 guests."""
    theirs = {r.unit for r in bounds if r.measure is Measure.COUNT and r.unit.isascii() and acts(words(r.unit)[0])}
    if len(theirs) != 1 or any(r.unit in theirs for r in said):
        return list(said)
    unit = theirs.pop()
    return [r.model_copy(update={"unit": unit}) if by_heads([r]) else r for r in said]


def heads(text: str) -> list[Range]:
    """Return what a question bounds, those whom it counts by any name as people, and what it counts by no name too."""
    named = _COUNTED.sub(lambda found: f"{found['number']} people" if acts(words(found["who"])[0]) else found[0], text)
    found = ranges(named)
    if by_heads(found):
        return found
    return [one.model_copy(update={"unit": PEOPLE}) if one.unit == _PIECES else one for one in found]


def ages(text: str) -> list[Range]:
    """Return how old somebody is of whom a question says it without a unit."""
    said = ranges(_AGED.sub(lambda found: f"{found[0]} {_number(found)}{AGE} ", text))
    return [one.model_copy(update={"start": 0, "end": 0}) for one in said if one.unit == AGE]


def _number(found: re.Match[str]) -> str:
    return next(number for number in found.groups() if number)
