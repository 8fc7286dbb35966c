"""Ranked lists -> one ranking, by reciprocal rank (Cormack, Clarke and Büttcher, SIGIR 2009), then looked at again.

Ranks are fused and not scores: cosines and BM25 have no common scale. The few best are then ordered by what is
known of each: the likeness of the whole texts and of their tokens, and its words.
"""

from collections.abc import Iterable, Sequence

# measured on STARD: 10 before the customary 60, and the words a little lighter than the vectors
RANK_OFFSET = 10.0
DENSE_WEIGHT = 1.0
WORDS_WEIGHT = 0.7
# measured on the questions of STARD that nothing was trained on: a third to two thirds of the tokens' likeness and
# 0.03 to 0.1 of the words' give the same within a point; as much of the tokens as of the whole text two points less
TOUCHED = 0.5
WORDS = 0.06


def fuse(ranked: Iterable[tuple[float, Sequence[int]]], offset: float = RANK_OFFSET) -> list[tuple[int, float]]:
    """(weight, numbers in their order) lists -> (number, score), best first, equal scores by number."""
    scores: dict[int, float] = {}
    for weight, numbers in ranked:
        for rank, number in enumerate(numbers, start=1):
            scores[number] = scores.get(number, 0.0) + weight / (offset + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def again(cosine: float, touched: float, words: float) -> float:
    """Return the score of a hit by the likeness of the whole texts, that of their tokens, and its share of BM25."""
    return cosine + TOUCHED * touched + WORDS * words
