"""How near what was found stands to each other and to the question: what only vectors tell."""

from collections.abc import Sequence
from typing import Protocol

from bot.answering.weighing.evidence import Evidence


class Near(Protocol):
    """How near passages stand to each other, and words to the question, by their vectors."""

    def like(self, one: Evidence, other: Evidence) -> float:
        """The cosine of two found passages, 0 for one that search did not return."""

    def lead(self, one: Evidence, other: Evidence) -> float:
        """By how much another is liker to one than all else of other documents; below 0 where something is liker."""

    def close(self, one: Evidence, other: Evidence) -> bool:
        """Whether another is among the few of other documents that are likest to one."""

    def alike(self, words: Sequence[str]) -> list[float]:
        """How like the question each of some words is: cosines, in their order."""
