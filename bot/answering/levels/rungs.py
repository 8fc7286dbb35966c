"""Which levels are rungs of one ladder: only an amount, which a question may leave out, tells them apart."""

import re
from collections.abc import Sequence

from bot.answering.levels.level import Level, denied, front, mostly_shared, touch, within
from bot.answering.levels.ranks import ranks
from corpus.quantities import Range, comparable, ranges

# what the other levels of a list leave over: 其余的由…, in all other cases, otherwise
_REST = re.compile(
    r"\W*(?:其[余他它]|另外)"
    r"|.*?\b(?:(?:all|any|every|in) other|otherwise|any(?:thing|body|one)? (?:else|more|other))\b",
    re.IGNORECASE,
)

_GRADE = re.compile(r"\W*(?:[一二三四五六七八九甲乙丙丁特ⅠⅡⅢⅣ]|\d)[级类等档]")


def measured_by(level: Level, asked: Sequence[Range]) -> bool:
    """Tell whether a question names a value of what bounds a level."""
    return any(comparable(r, other) for r in level.bounds for other in asked)


def by_amount(a: Level, b: Level, asked: Sequence[Range]) -> bool:
    """Tell whether levels are told apart by amounts or grades: by any that a question leaves out, by one it names."""
    said = measured_by(a, asked)
    if said is not measured_by(b, asked):
        return False
    return _worded_alike(a, b) if said else _goes_by_one(a) and _goes_by_one(b)


def _goes_by_one(level: Level) -> bool:
    """Tell whether a level goes by an amount or a grade: 一级, for one day, grade 6."""
    said = level.condition or level.rules[0].matter
    return bool(level.bounds) or graded(level) or bool(ranks(said)) or bool(ranges(said))


def graded(level: Level) -> bool:
    """Tell whether a level is that of a grade: 一级, 丙类."""
    return _GRADE.match(level.condition or level.rules[0].matter) is not None


def are_rungs(a: Level, b: Level) -> bool:
    """Tell whether one level begins where the other ends, and only their amount tells them apart."""
    return within(a) == within(b) and touch(a, b) and _worded_alike(a, b)


def of_one_ladder(a: Level, b: Level, asked: Sequence[Range]) -> bool:
    """Tell whether levels are rungs, or are told apart by an amount that a question leaves out.

    Up to five days A, up to a month B; written off by A up to £90, otherwise by B; (c) in all other cases, C.
    """
    if are_rungs(a, b):
        return True
    if measured_by(a, asked) or measured_by(b, asked) or not (a.bounds or b.bounds):
        return False
    if a.start == b.start and not (a.bounds and b.bounds):
        return True
    if a.place != b.place and within(a) != within(b):
        return False
    if a.bounds and b.bounds:
        return any(comparable(r, s) for r in a.bounds for s in b.bounds) and _worded_alike(a, b)
    return _rest(b if a.bounds else a)


def _worded_alike(a: Level, b: Level) -> bool:
    one, other = front(a), front(b)
    alike = not one or not other or mostly_shared(one, other)
    return alike and denied(a.condition) == denied(b.condition)


def _rest(level: Level) -> bool:
    """Tell whether a level is what the others of its list leave over."""
    return _REST.match(level.condition or level.words) is not None
