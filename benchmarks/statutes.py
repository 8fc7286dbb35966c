"""python -m benchmarks.statutes PASSAGES QUERIES: how well each part of the search finds statutory articles.

PASSAGES and QUERIES are those of STARD, or rows like them (id, title, text; id, text, relevant). Only each fifth
question is asked: the others were learned from (`scripts.train --leave-out 5`). The index stays in the cache.
"""

import os
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from bot.settings import Settings
from index import Index, fuse
from scripts.bare import opened
from scripts.evaluate import gain, recall, reciprocal_rank, rows

LEFT_OUT = 5
DEPTH = 100
Ranking = Callable[[str], list[str]]


def rankings(index: Index) -> dict[str, Ranking]:
    """Return each part of the search as a search of its own, and the whole."""

    def named(numbers: Sequence[int]) -> list[str]:
        return [passage.id for passage in index.records.passages(numbers)]

    def dense(text: str) -> list[int]:
        query = index.encoder.encode([text], query=True)[0]
        return [number for number, _ in index.vectors.search(query, DEPTH)]

    def lexical(text: str) -> list[int]:
        return [number for number, _ in index.words.search(text, DEPTH)]

    def fused(text: str) -> list[int]:
        ranked = [(fuse.DENSE_WEIGHT, dense(text)), (fuse.WORDS_WEIGHT, lexical(text))]
        return [number for number, _ in fuse.fuse(ranked)][:DEPTH]

    def tokens(text: str) -> list[int]:
        numbers = fused(text)
        near = index.tokens.near(index.encoder.read([text], query=True).tokens[0], numbers)
        return [number for number, row in sorted(zip(numbers, near, strict=True), key=lambda one: -one[1].mean())]

    return {
        "vectors": lambda text: named(dense(text)),
        "words": lambda text: named(lexical(text)),
        "fused": lambda text: named(fused(text)),
        "tokens over fused": lambda text: named(tokens(text)),
        "whole": lambda text: [hit.passage.id for hit in index.search(text, DEPTH)],
    }


def figures(search: Ranking, queries: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return recall, reciprocal rank and gain, averaged over the questions."""
    ranked = [(search(str(one["text"])), [str(id) for id in one["relevant"]]) for one in queries]
    found = {f"R@{k}": [recall(*one, k) for one in ranked] for k in (1, 10, 100)}
    found |= {"MRR@10": [reciprocal_rank(*one) for one in ranked], "nDCG@10": [gain(*one) for one in ranked]}
    return {name: round(statistics.fmean(values), 4) for name, values in found.items()}


def main(argv: list[str]) -> None:
    """Measure, print and keep."""
    settings = Settings.from_env(os.environ)
    asked = [row for number, row in enumerate(rows(Path(argv[1]))) if number % LEFT_OUT == 0]
    index = opened(list(rows(Path(argv[0]))), settings.encoder, settings.cache)
    found: dict[str, Any] = {name: figures(search, asked) for name, search in rankings(index).items()}
    print(keep("statutes", {"questions": len(asked), **found}).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
