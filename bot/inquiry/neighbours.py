"""How near found passages stand to each other, to all else that the rules in force say, and words to a question."""

from collections.abc import Callable, Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.weighing.evidence import Evidence
from corpus.models import Amended, Document
from index import Index

# so many of the likest are looked at for one that isn't the very passage compared with
_LIKEST = 20
# and so many of them may contradict it
_CLOSE = 4


class Neighbours:
    """The passages of some documents (paths) of a generation; `whole` gives a document by its path.

    `asked` is what the encoder is shown of the question.
    """

    def __init__(self, index: Index, whole: Callable[[str], Document], paths: Collection[str], asked: str) -> None:
        self._index = index
        self._whole = whole
        self._paths = frozenset(paths)
        self._asked = asked
        self._vectors: dict[int, NDArray[np.float32]] = {}
        self._found: dict[int, list[tuple[int, float]]] = {}

    def alike(self, words: Sequence[str]) -> list[float]:
        """How like the question each of some words is: cosines, in their order."""
        return self._index.alike(self._asked, words)

    def like(self, one: Evidence, other: Evidence) -> float:
        """The cosine of two found passages, 0 for one that search did not return."""
        numbers = one.found.number, other.found.number
        return float(self._vector(numbers[0]) @ self._vector(numbers[1])) if min(numbers) >= 0 else 0.0

    def lead(self, one: Evidence, other: Evidence) -> float:
        """By how much another is liker to one than all else of other documents; below 0 where something is liker."""
        if min(one.found.number, other.found.number) < 0:
            return -1.0
        itself = self._overlapping(other)
        found = self._likest(one)
        return self.like(one, other) - next((cosine for number, cosine in found if number not in itself), 0.0)

    def close(self, one: Evidence, other: Evidence) -> bool:
        """Whether another is among the few of other documents that are likest to one."""
        return one.found.number >= 0 and any(number == other.found.number for number, _ in self._likest(one)[:_CLOSE])

    def _likest(self, one: Evidence) -> list[tuple[int, float]]:
        """Return the numbers and cosines of the passages of other documents that are likest to one."""
        if one.found.number not in self._found:
            beyond = self._index.records.numbers(self._paths - {one.passage.document, *self._homes(one)})
            found = self._index.vectors.search(self._vector(one.found.number), _LIKEST, beyond)
            self._found[one.found.number] = found
        return self._found[one.found.number]

    def _vector(self, number: int) -> NDArray[np.float32]:
        if number not in self._vectors:
            self._vectors[number] = self._index.vectors.rows([number])[0]
        return self._vectors[number]

    def _overlapping(self, one: Evidence) -> set[int]:
        """Return the numbers of the passages that settle what one settles: an item beside it, the table of a row.

        What an amendment says stands with the clause that it replaces.
        """
        path, start, end = one.passage.document, one.passage.start, one.passage.end
        found = self._with(path, start, end, one.link.partition("#")[2])
        for home, changes in self._homes(one).items():
            for change in changes:
                found |= self._with(home, change.at, change.until, change.clause)
        return found

    def _homes(self, one: Evidence) -> dict[str, list[Amended]]:
        """Return what a clause replaces, by the path of the document in which it stands from then on."""
        found = {
            path: [change for change in changes if change.gives_way and change.by == one.link]
            for path, changes in self._index.amended().items()
            if path in self._paths
        }
        return {path: changes for path, changes in found.items() if changes}

    def _with(self, path: str, start: int, end: int, key: str) -> set[int]:
        """Return the numbers of the passages that share words with a stretch, or stand in one list with its clause."""
        over = key.rpartition(".")[0]
        numbered = zip(self._index.numbers(path), self._whole(path).passages, strict=True)
        return {
            number
            for number, passage in numbered
            if (passage.start < end and start < passage.end)
            or (over and passage.id.partition("@")[0].partition("#")[2].rpartition(".")[0] == over)
        }
