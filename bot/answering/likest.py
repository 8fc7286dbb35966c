"""Which level a question means where its words don't tell: the one that it is likest to, by their vectors.

The numbers are told from 240 questions on the rulebooks for fitting whose levels name different actors: a logit with
the share of a question's words and the cosine for the clause that was found, and how far apart what was meant lay.
"""

from collections.abc import Callable, Sequence

from bot.answering.level import Level
from corpus.models import Act

# How like a question each of some levels is: cosines, in their order
Likeness = Callable[[Sequence[Level]], Sequence[float]]

APART = 0.12  # a level is meant that is by so much liker than any with other actors
# What a share of the question's words counts, and what a cosine, to tell a clause from the one that was found; of two
# that are not further apart than this, the one that was found is meant.
WORDS, COSINE, ALIKE = 5.8, 7.2, 0.2


def meant(some: Sequence[Level], acts: Sequence[Act], like: Likeness) -> list[Level]:
    """Return the levels that are by far the likest to a question, all of `some` where none are or they bound amounts.

    Levels of amounts are told apart by the amount, and a question that names none leaves it open.
    """
    if any(level.bounds for level in some):
        return list(some)
    near = like(some)
    best = max(zip(near, some, strict=True), key=lambda pair: pair[0])
    actors = best[1].bodies(acts)
    further = [value for value, level in zip(near, some, strict=True) if level.bodies(acts) != actors]
    if further and best[0] - max(further) < APART:
        return list(some)
    return [level for level in some if level.bodies(acts) == actors]


def beside(
    some: Sequence[Level], own: Sequence[Level], worth: Callable[[Level], float], like: Likeness
) -> Sequence[Level]:
    """Return the levels of the clause that was found instead of some of its neighbours, unless those say more.

    `own` are the levels of the clause, `worth` what the words of a level are worth to the question.
    """
    every = [*some, *own]
    told = [WORDS * worth(level) + COSINE * near for level, near in zip(every, like(every), strict=True)]
    return own if max(told[len(some) :]) > max(told[: len(some)]) - ALIKE else some
