"""A turn as a sentence takes it, and a branch as it leads from a step to another."""

from enum import StrEnum
from typing import NamedTuple

from corpus.models import Record


class Branch(Record):
    """From step `at` on to step `to`, or to the end of the procedure where that is 0.

    `condition` is the case for it, in the step's own words; "" where it holds in every case.
    """

    at: int
    to: int
    condition: str


class Aim(StrEnum):
    """How a sentence names the step it turns to."""

    STEP = "step"  # by its number
    MARK = "mark"  # by the mark printed before it
    AFTER = "after"  # as the one after those that are left out
    BEFORE = "before"
    NEXT = "next"
    FIRST = "first"
    END = "end"
    ACTOR = "actor"  # as that of whoever gets the matter back


class Turn(NamedTuple):
    """Where a sentence turns to, and in which case; `named` is the number, the mark or the words with the actor."""

    aim: Aim
    named: str
    condition: str
