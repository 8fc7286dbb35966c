"""Which level a question means where its words don't tell: the one that it is likest to, by their vectors.

The numbers are told from 240 questions on the rulebooks for fitting whose levels name different actors: for the clause
that was found a logit with the share of a question's words and the cosine, for what is left open what answers most.
"""

from collections.abc import Callable, Sequence

from bot.answering.levels.level import Level

# How like a question each of some levels is: cosines, in their order
Likeness = Callable[[Sequence[Level]], Sequence[float]]

# Of levels that a question's words don't tell apart those are left open that are no more than so much less like it than
# the likest: more for each share that the question lacks to say this much beyond what its levels have in common.
LEAST, LACKING, BEYOND = 0.03, 0.15, 0.8
# What a share of the question's words counts, and what a cosine, to tell a clause from the one that was found; of two
# that are not further apart than this, the one that was found is meant.
WORDS, COSINE, ALIKE = 5.8, 7.2, 0.2
# and where that clause bounds what the question names, of 2,475 questions any between nought and three did as well
BOUNDED = 1.0


def room(beyond: float) -> float:
    """Return how much less like a question than the likest level another may be that is left open too.

    `beyond` is the share of the question that goes beyond what its levels have in common: who only names the matter
    leaves the case open, who tells a story means one.
    """
    return max(LEAST, LACKING * (BEYOND - beyond))


def saying_more(
    some: Sequence[Level],
    own: Sequence[Level],
    worth: Callable[[Level], float],
    like: Likeness,
    least: float = ALIKE,
) -> list[Level]:
    """Return the levels that say more of a question than those of the clause that was found do, by `least`.

    `worth` is what the words of a level are worth to the question.
    """
    every = [*some, *own]
    told = [WORDS * worth(level) + COSINE * near for level, near in zip(every, like(every), strict=True)]
    most = max(told[len(some) :])
    return [level for level, value in zip(some, told, strict=False) if value >= most + least]


def beside(
    some: Sequence[Level], own: Sequence[Level], worth: Callable[[Level], float], like: Likeness
) -> Sequence[Level]:
    """Return the levels of the clause that was found (`own`) instead of its neighbours, unless those say more."""
    return some if saying_more(some, own, worth, like) else own
