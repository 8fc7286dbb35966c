"""What the matcher learns from: a question and passages as vectors of tokens, and which of the passages answer it."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answering.weighing.weights import WEIGHTS, Feature
from index.tokens import Tokens
from scripts.fit import cases
from scripts.unseen import Rulebook

NEAREST = 6  # of the passages that don't answer, those that look most as if they did
OTHERS = 5  # and so many of the rest


class Example(NamedTuple):
    """A question with some passages, of which the first answers it if any does.

    `weighed` is what else is known of each passage, as a weighed sum: the matcher learns what that doesn't tell.
    """

    asked: Tokens
    passages: Sequence[Tokens]
    weighed: NDArray[np.float32]
    answered: bool


class Question(NamedTuple):
    """A golden question with all that was found for it."""

    rulebook: str
    asked: Tokens
    passages: Sequence[Tokens]
    weighed: NDArray[np.float32]
    right: NDArray[np.bool_]

    def example(self, chance: random.Random) -> Example:
        """Return it with one passage that answers it, where there is one, and some that don't."""
        order = [int(n) for n in np.argsort(-self.weighed)]
        wrong = [n for n in order if not self.right[n]]
        near, far = wrong[:NEAREST], wrong[NEAREST:]
        places = near + chance.sample(far, min(len(far), OTHERS))
        right = np.flatnonzero(self.right).tolist()
        places = [chance.choice(right), *places] if right else places
        return Example(self.asked, [self.passages[n] for n in places], self.weighed[places], bool(right))


def golden(book: Rulebook) -> list[Question]:
    """Return the golden questions of a rulebook, those without an answer among them.

    A question that has an answer which was not found teaches nothing.
    """
    return list(_golden(book))


def _golden(book: Rulebook) -> Iterator[Question]:
    index = book.current.index()
    known = np.array([0.0 if name is Feature.MATCH else WEIGHTS[name] for name in Feature])
    for case in cases(book):
        if case.right.any() or not case.answerable:
            tokens = [np.array(index.tokens.rows(one.number)) for one in case.found]
            weighed = (case.features @ known).astype(np.float32)
            shown = index.encoder.read([case.shown], query=True).tokens[0]
            yield Question(book.name, shown, tokens, weighed, case.right)
