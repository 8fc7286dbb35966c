"""python -m benchmarks.quick ARGUMENTS of scripts.reindex: a reindex whose encoder takes no time, to time the rest.

Vectors and vectors of tokens have the shapes of the default encoder's, and mean nothing.
"""

import hashlib
import sys
from collections.abc import Sequence

import numpy as np

from index import encoder
from index.encoder import Encoder
from index.model.encoded import Encoded, Vectors
from index.tokens import MOST
from scripts import reindex

DIMENSION, WIDTH = 384, 96
SHARE = 0.65  # word pieces a character of Chinese


class Quick:
    """Sums a few random rows by a hash of the text."""

    name = "quick"
    dimension = DIMENSION

    def __init__(self) -> None:
        chance = np.random.default_rng(0)
        self.rows = chance.standard_normal((4096, DIMENSION)).astype(np.float32)
        self.tokens = chance.integers(-60, 60, (MOST, WIDTH)).astype(np.int8)

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """The same text, the same row."""
        hashed = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        chosen = [np.frombuffer(digest, np.uint16) % len(self.rows) for digest in hashed]
        found = np.stack([self.rows[numbers].sum(0) for numbers in chosen])
        unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
        return unit

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same, with as many tokens as such a text has."""
        return Encoded(self.encode(texts, query=query), [self.tokens[: int(len(text) * SHARE) + 1] for text in texts])


def _quick(*_: object) -> Encoder:
    return Quick()


if __name__ == "__main__":
    encoder.load_for_indexing = _quick  # type: ignore[assignment]
    sys.exit(reindex.main(sys.argv[1:]))
