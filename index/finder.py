"""A question -> the passages of a generation that are likeliest to answer it, with what is known of each."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import fuse, matcher, tokens
from index.encoder import Encoder
from index.generation.library import Library
from index.generation.section import SAMPLE, Section
from index.headings import Headings
from index.hit import Hit, Scored
from index.memo import Memo
from index.model.encoded import Encoded
from index.tokens import Shelf
from index.vectors import Matrix, Numbers, Vectors
from index.words import Words

RERANKED = 60  # of the fused hits, so many are looked at again token by token
DEPTH = 100  # hits taken from each of the two lists before they are fused
ASKED = 8  # texts kept encoded: a question that today's rules don't answer is put to yesterday's too
SAID = 8192  # words of rules kept encoded, 12 MB: levels are asked about again and again

Vector = NDArray[np.float32]


class Searched(NamedTuple):
    """What a generation is searched by, all of it by the number of a passage."""

    vectors: Vectors
    words: Words
    tokens: Shelf
    records: Library


class Finder:
    """Searches one generation."""

    def __init__(self, encoder: Encoder, searched: Searched) -> None:
        self.vectors, self.words, self.tokens, self.records = searched
        self.matcher = matcher.fitting(encoder.name)
        self._encoder = encoder
        self._asked = lru_cache(ASKED)(partial(_asked, encoder))
        self._said: Memo[str, Vector] = Memo(SAID)
        self._sample = self.vectors.rows(range(0, len(self.vectors), max(1, len(self.vectors) // SAMPLE)))
        self._headings = Headings(self.records, self.vectors)

    def search(
        self, text: str, k: int, documents: frozenset[str] | None, also: str, section: Section | None
    ) -> list[Hit]:
        """The k best passages, as `Index.search` has it."""
        if not text.strip() or k < 1:
            return []
        if documents is not None and self.records.homes.keys() <= documents:
            documents = None  # to keep a search to all of them takes time
        asked, depth = self._asked(text), max(DEPTH, k)
        without = section.without if section else frozenset()
        dense = self.vectors.search(asked.vectors[0], depth, self._allowed(documents, without))
        groups = None if documents is None else self._places(documents)
        weight = section.weight if section else None
        worded = self.words.search(f"{text} {also}", depth + len(without), groups, weight)
        lexical = dict([pair for pair in worded if pair[0] not in without][:depth])
        fused = fuse.fuse([(fuse.DENSE_WEIGHT, [number for number, _ in dense]), (fuse.WORDS_WEIGHT, list(lexical))])
        best = self._ordered(asked, fused[: max(k, RERANKED)], lexical)[:k]
        return self._hits(best, asked, section.sample if section else self._sample, without)

    def alike(self, text: str, others: Sequence[str]) -> list[float]:
        """How like a text, as it is searched for, each of some words is, as a passage: cosines."""
        asked = self._asked(text).vectors[0]
        said = self._said.of(others, self._read)
        return [float(asked @ said[one]) for one in others]

    def _read(self, words: list[str]) -> dict[str, Vector]:
        return dict(zip(words, self._encoder.encode(words), strict=True))

    def section(self, documents: Collection[str], without: frozenset[int]) -> Section:
        """These documents (paths) without some passages (numbers), to be searched as if they were all there is."""
        return Section(self.words, self.vectors, self.records, documents, without)

    def _allowed(self, documents: frozenset[str] | None, without: frozenset[int]) -> Numbers | None:
        """The numbers of the passages that search may return, None for all."""
        if documents is None and not without:
            return None
        numbers = np.arange(len(self.vectors)) if documents is None else self.records.numbers(documents)
        return np.setdiff1d(numbers, list(without)) if without else numbers

    def _places(self, documents: frozenset[str]) -> list[int]:
        groups = self.records.groups
        return [groups[path] for path in documents if path in groups]

    def _ordered(
        self, asked: Encoded, fused: Sequence[tuple[int, float]], lexical: Mapping[int, float]
    ) -> list[Scored]:
        """Return what was found, in the order of what is known of each."""
        numbers = [number for number, _ in fused]
        cosines = np.clip(self.vectors.rows(numbers) @ asked.vectors[0], -1.0, 1.0).tolist()
        touched, missed = tokens.touched(self.tokens.near(asked.tokens[0], numbers))
        most = max(lexical.values(), default=0.0) or 1.0
        found = [
            Scored(
                number=number,
                score=fuse.again(cosine, near, lexical.get(number, 0.0) / most) if len(asked.tokens[0]) else score,
                cosine=cosine,
                words=lexical.get(number, 0.0),
                touched=near,
                missed=far,
            )
            for (number, score), cosine, near, far in zip(fused, cosines, touched, missed, strict=True)
        ]
        return sorted(found, key=lambda one: -one.score)

    def _hits(self, best: Sequence[Scored], asked: Encoded, sample: Matrix, without: frozenset[int]) -> list[Hit]:
        """Return what was found with its passages, what stands beside them, and how surely they answer."""
        mean, spread = _usual(sample, asked.vectors[0])
        numbers = [one.number for one in best]
        passages = self.records.passages(numbers)
        found = list(zip(numbers, passages, strict=True))
        beside = self._headings.beside(found, asked.vectors[0], mean, without)
        match = self.matcher.match(asked.tokens[0], [self.tokens.rows(number) for number in numbers])
        return [
            Hit(**one._asdict(), passage=passage, standout=(one.cosine - mean) / spread, beside=around, match=sure)
            for one, passage, around, sure in zip(best, passages, beside, match, strict=True)
        ]


def _asked(encoder: Encoder, text: str) -> Encoded:
    return encoder.read([text], query=True)


def _usual(sample: Matrix, query: Matrix) -> tuple[float, float]:
    """The mean of a question's cosines to the sample, and their standard deviation."""
    if not len(sample):
        return 0.0, 1.0
    usual = sample @ query
    return float(usual.mean()), float(usual.std()) or 1.0
