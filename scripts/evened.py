"""How much each golden question counts where it is learned which are answered at all."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.asked.question import Question, Wanted

# Of the golden questions that ask for an actor nine in ten have an answer, of those for a number half. Believed, that
# would have most questions for a number refused and nearly all for an actor answered, whatever the rulebook says; at 1
# the kind of a question would tell nothing.
EVENED = 0.3
_KINDS = {Wanted.HOW_LONG: "number", Wanted.HOW_MANY: "number", Wanted.STEP: "procedure"}


def kind(question: Question) -> str:
    """Return what kind of thing a question asks for, as far as questions of a kind are evened out."""
    if question.acts:
        return "actor"
    return _KINDS.get(question.wanted, question.wanted.value)


def evened(kinds: Sequence[str], answerable: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how much each question counts: answerable and others alike over all, and by EVENED within each kind."""
    over = np.where(answerable, 0.5 / answerable.mean(), 0.5 / (1 - answerable.mean()))
    within, named = over.copy(), np.array(kinds)
    for name in sorted(set(kinds)):
        for answer in (True, False):
            some = (named == name) & (answerable == answer)
            if some.any():
                within[some] = 0.5 * (named == name).mean() / some.mean()
    counts: NDArray[np.float64] = over ** (1 - EVENED) * within**EVENED
    return counts
