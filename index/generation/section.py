"""A part of a generation that is searched as if there were nothing else: its passages, and how words spread in it."""

import math
from collections.abc import Collection

from index.generation.library import Library
from index.vectors import Vectors
from index.words import Words

SAMPLE = 500  # vectors by which the usual cosine of a question is told


class Section:
    """Some documents (paths) of a generation without some of their passages (numbers)."""

    def __init__(
        self, words: Words, vectors: Vectors, records: Library, documents: Collection[str], without: frozenset[int]
    ) -> None:
        self._words = words
        self._counts: dict[str, int] = {}
        self.without = without
        self.groups = [records.groups[path] for path in documents if path in records.groups]
        numbers = [number for number in sorted(records.numbers(documents)) if number not in without]
        self.total = len(numbers)
        self.sample = vectors.rows(numbers[:: max(1, len(numbers) // SAMPLE)])

    def frequency(self, text: str) -> int:
        """In how many passages the term of a text stands, as `Words.frequency` has it of all."""
        return min(map(self._count, self._words.stems(text)), default=0)

    def weight(self, stem: str) -> float:
        """By what the score of a term in the whole generation is to be multiplied, for BM25 by this section alone."""
        whole = _idf(len(self._words), self._words.count(stem))
        return _idf(self.total, self._count(stem)) / whole if whole else 1.0

    def _count(self, stem: str) -> int:
        if stem not in self._counts:
            self._counts[stem] = self._words.count(stem, self.groups, self.without)
        return self._counts[stem]


def _idf(total: int, count: int) -> float:
    """How telling a term is in BM25, as the word index reckons it."""
    return math.log(1 + (total - count + 0.5) / (count + 0.5))
