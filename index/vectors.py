"""Nearest vectors by inner product. Knows numbers, not text; a vector's number is its row."""

from collections.abc import Collection, Iterable
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus.known import KnownError

Matrix = NDArray[np.float32]


class VectorsUnreadable(KnownError):
    """The file of vectors cannot be read or written."""


class Vectors:
    """An exact index over normalised rows, held in memory."""

    def __init__(self, flat: faiss.IndexFlatIP) -> None:
        self.flat = flat

    def __len__(self) -> int:
        return int(self.flat.ntotal)

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return int(self.flat.d)

    def search(self, query: Matrix, k: int, allowed: Collection[int] | None = None) -> list[tuple[int, float]]:
        """The k nearest rows of `allowed` (of all for None) with their inner products, best first."""
        if not len(self) or k < 1 or (allowed is not None and not allowed):
            return []
        # one thread, and set on the thread that asks: OpenMP's own would fight the encoder's for the cores
        faiss.omp_set_num_threads(1)
        chosen = faiss.SearchParameters(sel=_selector(allowed, len(self))) if allowed is not None else None  # type: ignore[call-arg]
        scores, numbers = self.flat.search(query.reshape(1, -1), min(k, len(self)), params=chosen)
        pairs = zip(numbers[0].tolist(), scores[0].tolist(), strict=True)
        return [(number, score) for number, score in pairs if number >= 0]

    def rows(self, numbers: Iterable[int]) -> Matrix:
        """The vectors of these numbers, one a row."""
        wanted = np.fromiter(numbers, np.int64)
        if len(wanted) and not 0 <= wanted.min() <= wanted.max() < len(self):
            raise IndexError(f"vectors are numbered 0 to {len(self) - 1}")
        found: Matrix = self.flat.reconstruct_batch(wanted) if len(wanted) else _empty(self.dimension)
        return found

    def save(self, file: Path) -> None:
        """Write them; raises VectorsUnreadable."""
        try:
            faiss.write_index(self.flat, str(file))
        except RuntimeError as error:
            raise VectorsUnreadable(f"{file} can't be written: is the disk full?") from error


def make(matrix: Matrix) -> Vectors:
    """An index of the rows, numbered from 0."""
    flat = faiss.IndexFlatIP(matrix.shape[1])
    flat.add(np.ascontiguousarray(matrix, np.float32))
    return Vectors(flat)


def load(file: Path) -> Vectors:
    """The index that was saved in the file; raises VectorsUnreadable."""
    try:
        flat = faiss.read_index(str(file))
    except RuntimeError as error:
        raise VectorsUnreadable(f"{file} can't be read: it is missing or damaged") from error
    if not isinstance(flat, faiss.IndexFlatIP):
        raise VectorsUnreadable(f"{file} holds {type(flat).__name__}, not a flat index")
    return Vectors(flat)


def _selector(allowed: Collection[int], total: int) -> faiss.IDSelectorBitmap:
    mask = np.zeros(total, bool)
    mask[np.fromiter(allowed, np.int64, len(allowed))] = True
    return faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))  # type: ignore[call-arg, arg-type]


def _empty(dimension: int) -> Matrix:
    return np.zeros((0, dimension), np.float32)
