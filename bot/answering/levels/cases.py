"""Which levels are cases of one matter, so that a question can leave open which of them it means."""

import re
from collections.abc import Callable, Sequence

from bot.answering.levels.level import Level, core, within
from bot.answering.levels.rungs import by_amount

# What a level is worth at most of whose own words a question uses none: its verb, and that it denies as much.
NO_WORDS = 0.08
# where the words end that an English noun stands at the end of
_HANGS = re.compile(r",|\s(?:of|for|to|in|on|at|from|with|by|within|under|over|up|above|below|between)\b")


def cases(some: Sequence[Level], own: str, worth: Callable[[Level], float], named: bool) -> list[Level]:
    """Return the levels of the clause `own` and those that are cases of its matter; all where it has none of them.

    Rows and sentences of a list that share a word with the question are other matters unless they say mostly the same;
    `worth` is what a level is worth to it, and `named` tells that it names what the list is about.
    """
    home = [level for level in some if level.place == own]
    return [level for level in some if any(_of_one_matter(level, one, worth, named) for one in home)] or list(some)


def _of_one_matter(a: Level, b: Level, worth: Callable[[Level], float], named: bool) -> bool:
    """Tell whether two levels are cases of one matter: of one clause, lead-in or ladder, or worded alike."""
    if a.place == b.place or (a.bounds and b.bounds) or (a.led and b.led and within(a) == within(b)):
        return True
    if within(a) == within(b) and by_amount(a, b, ()) and max(worth(a), worth(b)) <= NO_WORDS:
        return True  # 二级, 三级: grades of one list
    return _worded_alike(a, b) or (named and max(worth(a), worth(b)) <= NO_WORDS)


def _worded_alike(a: Level, b: Level) -> bool:
    one, other = core(a), core(b)
    shared = 2 * len(one & other)
    return shared >= len(one | other) or (shared >= min(len(one), len(other)) and _thing(a) == _thing(b) != "")


def _thing(level: Level) -> str:
    """Return the noun that the matter of a level is about: post, of a new permanent post for a keeper."""
    words = _HANGS.split(level.rules[0].matter.lower())[0].split()
    return words[-1].removesuffix("s") if words and words[-1].isascii() else ""
