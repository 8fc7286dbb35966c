"""Which level of a rule a question is at."""

import re
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from functools import partial
from itertools import pairwise

from bot.answering.levels.cases import cases
from bot.answering.levels.edges import at_their_edges
from bot.answering.levels.level import Level, core, mostly_shared
from bot.answering.levels.likest import BOUNDED, Likeness, beside, room, saying_more
from bot.answering.levels.rungs import are_rungs, by_amount, measured_by, of_one_ladder
from corpus.models import Act, Record
from corpus.quantities import Range, comparable, compatible

# What the words of a level without an amount must be worth more than those of one of its clause that takes the
# question's amount in: 借调三个月以内的由A批准，…；被外单位借用的，报B批准.
IN_BOUNDS = 0.3
# and of one that says that amounts are nothing to it: 试剂的采购不论金额，由…
OF_ANY = 0.05
WHATEVER = re.compile(
    r"不论|不分|不限|无论|不管"
    r"|\b(?:whatever|regardless|irrespective|no matter|(?:of|in) any (?:amount|value|price|size))\b",
    re.IGNORECASE,
)


class Fit(StrEnum):
    """How a question stands to the levels of a rule."""

    ONE = "one"  # one level applies, or all that apply name the same actors
    OPEN = "open"  # they differ, and the question leaves open what they differ on
    BOTH = "both"  # two apply to the same value and name different actors
    GAP = "gap"  # none applies to what the question names
    UNREAD = "unread"  # none applies of those that were read, but one was not


class Picked(Record):
    """The levels that apply to a question: one, or those that differ."""

    fit: Fit
    levels: tuple[Level, ...]


def _unlike(some: Sequence[Level]) -> list[float]:
    """Tell of no level that a question is like it."""
    return [0.0] * len(some)


def _all(some: Sequence[Level]) -> float:
    """Tell that all of a question goes beyond what levels have in common."""
    return 1.0


def pick(
    found: Sequence[Level],
    asked: Sequence[Range],
    acts: Sequence[Act],
    worth: Callable[[Level], float],
    own: str = "",
    named: bool = True,
    like: Likeness = _unlike,
    beyond: Callable[[Sequence[Level]], float] = _all,
) -> Picked:
    """Return the levels that apply: `asked` is what the question bounds, `worth` what a level is worth to it.

    `own` is the clause they were found with; `named` tells whether the question names what its list is about, `like`
    how like it levels are, `beyond` what share of it
    goes beyond what all of some levels say.
    """
    fitting = [level for level in found if compatible(level.bounds, asked)]
    if not fitting:
        return Picked(fit=Fit.GAP, levels=tuple(found))
    fitting = _unsaid_apart(at_their_edges(fitting, asked), asked, worth)
    telling = _at_home(
        _bounded(fitting, asked, worth, found), asked, own, partial(saying_more, worth=worth, like=like, least=BOUNDED)
    )
    narrow = _narrowed(telling, asked, worth, like, room(beyond(telling)))
    itself = [level for level in telling if level.place == own]
    if itself and not any(level.place == own or measured_by(level, asked) for level in narrow):
        others = beside(narrow, itself, worth, like) is narrow
        narrow = narrow if others else _narrowed(itself, asked, worth, like, room(beyond(itself)))
    narrow = cases(narrow, own, worth, named)
    if len({level.bodies(acts) for level in narrow}) < 2:
        return Picked(fit=Fit.ONE, levels=(_whole(narrow[0], fitting),))
    measured = [level for level in narrow if measured_by(level, asked)]
    # levels of one amount, as the cells of one row are, differ in words
    amounts = {tuple((r.low, r.high) for r in level.bounds) for level in measured}
    if len(amounts) > 1 and _disputed(measured, asked, acts):
        return Picked(fit=Fit.BOTH, levels=tuple(measured))
    return Picked(fit=Fit.OPEN, levels=tuple(narrow))


def _narrowed(
    some: Sequence[Level], asked: Sequence[Range], worth: Callable[[Level], float], like: Likeness, least: float
) -> list[Level]:
    """Return the levels that are about the likeliest to be meant, without those that a narrower one goes before."""
    return _usual(_narrowest(_told_apart(some, asked, worth, like, least), asked), asked)


def _disputed(measured: Sequence[Level], asked: Sequence[Range], acts: Sequence[Act]) -> bool:
    """Tell whether levels that name different actors take in one value: a question may name two."""
    at = [[level for level in measured if compatible(level.bounds, [value])] for value in asked]
    return any(len({level.bodies(acts) for level in some}) > 1 for some in at)


def _bounded(
    some: Sequence[Level], asked: Sequence[Range], worth: Callable[[Level], float], found: Sequence[Level]
) -> list[Level]:
    """Return the levels that bound what the question names, and others only where its words speak for them.

    A level is worth what those are of its sentence that it comes on top of, what the other rungs of its ladder are,
    and, where it goes on about the same thing ("closing one for longer"), what the sentence before it is.
    """
    measured = [level for level in some if measured_by(level, asked)]
    beside = [level for level in some if any(level.start == other.start for other in measured if other.further)]
    rungs = [level for level in found if any(are_rungs(level, other) for other in measured)]
    before = [one for one, level in pairwise(found) if level.again and level in measured and one.link == level.link]
    least = max((worth(level) for level in [*measured, *beside, *rungs, *before]), default=-1.0)
    places = {level.place for level in measured}
    return [n for n in some if n in measured or worth(n) > least + _lead(n, places)]


def _at_home(
    some: Sequence[Level],
    asked: Sequence[Range],
    own: str,
    saying_more: Callable[[Sequence[Level], Sequence[Level]], Sequence[Level]],
) -> list[Level]:
    """Return the levels without those of neighbours about something else, where the clause found bounds what is asked.

    Those of neighbours stay that are worded alike, as rungs are, or that say more of the question.
    """
    home = [level for level in some if level.place == own and measured_by(level, asked)]
    others = [one for one in some if one.place != own and not any(_of_one_thing(one, other) for other in home)]
    if not home or not others:
        return list(some)
    more = saying_more(others, home)
    return [one for one in some if one not in others or one in more]


def _of_one_thing(a: Level, b: Level) -> bool:
    """Tell whether levels speak mostly of the same, or one of nothing but its amount."""
    one, other = core(a), core(b)
    return not one or not other or mostly_shared(one, other)


def _lead(level: Level, places: Collection[str]) -> float:
    """Return by how much the words of a level without an amount must be worth more than those of bounded ones."""
    if level.place not in places:
        return 0.0
    return OF_ANY if WHATEVER.search(level.words) else IN_BOUNDS


def _told_apart(
    some: Sequence[Level], asked: Sequence[Range], worth: Callable[[Level], float], like: Likeness, least: float
) -> list[Level]:
    """Return the levels whose own words the question uses most, each with the other rungs of its ladder.

    Of those that it uses as much of, the ones are left that are about as like it as the likest: by `least` less.
    """
    said = {n: round(worth(level), 3) for n, level in enumerate(some)}
    best = [n for n, value in said.items() if value == max(said.values())]
    # those of amounts or grades are told apart by these, and a question that names none leaves it open
    if any(not by_amount(some[best[0]], some[n], asked) for n in best[1:]):
        near = dict(zip(best, like([some[n] for n in best]), strict=True))
        likest = [n for n in best if near[n] >= max(near.values()) - least]
        best = [n for n in best if n in likest or any(by_amount(some[n], some[m], asked) for m in likest)]
    for n in best:  # grows while it is gone through: from rung to rung
        best += [m for m in said if m not in best and of_one_ladder(some[n], some[m], asked)]
    return [some[n] for n in sorted(best)]


def _narrowest(some: Sequence[Level], asked: Sequence[Range]) -> list[Level]:
    """Return the levels that no narrower one lies in: for 400,000 above 300,000 goes before above 50,000."""
    value = [level for level in some if measured_by(level, asked)]
    return [level for level in some if not any(_within(other, level) for other in value if other is not level)]


# 其中单价十万元以上的还须…, 质疑涉及本组成员的, 确需延期的: cases that a question must name to mean them
_PART = re.compile("(?:但|且)?(?:其中|涉及)|[^，。；]{1,8}涉及")
_SPECIAL = re.compile("(?:但|且)?(?:遇有?|确[需因有]|特殊|情况(?:特殊|复杂|紧急)|紧急|重大|因故|因特殊|属于)")


def _unsaid_apart(some: Sequence[Level], asked: Sequence[Range], worth: Callable[[Level], float]) -> list[Level]:
    """Return the levels but for special cases of the matter of another one that a question says nothing of."""

    def unsaid(level: Level) -> bool:
        rank = _special(level)
        beside = [one for one in some if one.place == level.place and _special(one) < rank]
        if not beside or measured_by(level, asked):
            return False
        return level.further and bool(level.bounds) or worth(level) <= max(map(worth, beside))

    return [level for level in some if not unsaid(level)]


def _special(level: Level) -> int:
    """Return how special the case of a level is by the words it begins with: 2 for a part of another, 1, or 0."""
    said = level.condition or level.rules[0].matter
    if level.further and level.bounds or _PART.match(said):
        return 2
    return int(_SPECIAL.match(said) is not None)


def _usual(some: Sequence[Level], asked: Sequence[Range]) -> list[Level]:
    """Return the levels but for the exceptions that a question says nothing of, where their rule is among them."""
    rules = {(level.document, level.link) for level in some if not level.condition}

    def excepted(level: Level) -> bool:
        apart = not level.bounds
        return bool(level.condition) and apart and (level.document, level.link) in rules

    return [level for level in some if not excepted(level)]


def _within(inner: Level, outer: Level) -> bool:
    pairs = [(r, s) for r in inner.bounds for s in outer.bounds if comparable(r, s)]
    return bool(pairs) and all(_inside(r, s) and (r.low, r.high) != (s.low, s.high) for r, s in pairs)


def _inside(a: Range, b: Range) -> bool:
    above = b.low is None or (a.low is not None and a.low >= b.low)
    below = b.high is None or (a.high is not None and a.high <= b.high)
    return above and below


def _whole(level: Level, fitting: Sequence[Level]) -> Level:
    """Put before a level that comes on top of another the chain of the one it lies in."""
    outer = next((other for other in fitting if level.further and other is not level and _within(level, other)), None)
    if outer is None:
        return level
    chain = [*outer.rules, *(rule for rule in level.rules if rule not in outer.rules)]
    return level.model_copy(update={"rules": tuple(chain)})
