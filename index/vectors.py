"""Nearest vectors by inner product. Knows numbers, not text; a vector's number is its row.

Up to SOME vectors a question is compared with each, exactly. Above, it is compared with each in eight bits a number
first, and above MANY with those of the cells alone that lie nearest to it (scalar quantisation and inverted files, as
in Jégou, Douze and Schmid, TPAMI 2011). The best of these are then compared exactly, by rows in half precision that
are mapped and not read. Which it is follows from the number of vectors alone.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus.known import KnownError

Matrix = NDArray[np.float32]
Numbers = Sequence[int] | NDArray[np.int64]

# one question on one core: 2 ms for 20,000 vectors exactly, 6.5 for 60,000; in eight bits these take 2
SOME = 20_000
# above, all of them in eight bits would take 7 ms and more; below, cells would save little and lose hits
MANY = 200_000
LEARNED = 40  # vectors a cell that the cells are found from
LOOKED_IN = 64  # cells in each search
WIDER = 3  # so many times the hits wanted are compared exactly
FEW = 20_000  # rows that a search is kept to are compared exactly, whatever the others are
ROWS = ".rows.npy"


class VectorsUnreadable(KnownError):
    """The file of vectors cannot be read or written."""


class Vectors(Protocol):
    """An index over normalised rows."""

    def __len__(self) -> int: ...

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    def search(self, query: Matrix, k: int, allowed: Numbers | None = None) -> list[tuple[int, float]]:
        """The k nearest rows of `allowed` (of all for None) with their inner products, best first."""

    def rows(self, numbers: Numbers) -> Matrix:
        """The vectors of these numbers, one a row."""

    def save(self, file: Path) -> None:
        """Write them; raises VectorsUnreadable."""


class Flat:
    """Every vector in memory, each compared with every question."""

    def __init__(self, flat: faiss.IndexFlatIP) -> None:
        self.flat = flat

    def __len__(self) -> int:
        return int(self.flat.ntotal)

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return int(self.flat.d)

    def search(self, query: Matrix, k: int, allowed: Numbers | None = None) -> list[tuple[int, float]]:
        """The k nearest rows of `allowed` (of all for None) with their inner products, best first."""
        if not len(self) or k < 1 or (allowed is not None and not len(allowed)):
            return []
        chosen = faiss.SearchParameters(sel=_selector(allowed, len(self)))  # type: ignore[call-arg]
        return _found(self.flat, query, min(k, len(self)), chosen)

    def rows(self, numbers: Numbers) -> Matrix:
        """The vectors of these numbers, one a row."""
        wanted = _wanted(numbers, len(self))
        found: Matrix = self.flat.reconstruct_batch(wanted) if len(wanted) else _empty(self.dimension)
        return found

    def save(self, file: Path) -> None:
        """Write them; raises VectorsUnreadable."""
        _save(self.flat, file)


class Coarse:
    """Vectors of eight bits a number in memory, all of them or in cells, and the rows themselves on the disk."""

    def __init__(self, coarse: faiss.Index, rows: NDArray[np.float16]) -> None:
        self.coarse = coarse
        self.exact = rows

    def __len__(self) -> int:
        return len(self.exact)

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return int(self.coarse.d)

    def search(self, query: Matrix, k: int, allowed: Numbers | None = None) -> list[tuple[int, float]]:
        """Nearly the k nearest rows of `allowed` (of all for None) with their exact inner products, best first."""
        if k < 1 or (allowed is not None and not len(allowed)):
            return []
        if allowed is not None and len(allowed) <= FEW:
            numbers = sorted(allowed)
        else:
            kind, cells = faiss.SearchParameters, {}
            if isinstance(self.coarse, faiss.IndexIVF):
                kind, cells = faiss.SearchParametersIVF, {"nprobe": LOOKED_IN}
            chosen = kind(sel=_selector(allowed, len(self)), **cells)  # type: ignore[call-arg]
            numbers = [number for number, _ in _found(self.coarse, query, min(WIDER * k, len(self)), chosen)]
        scores = self.rows(numbers) @ query.reshape(-1)
        return sorted(zip(numbers, scores.tolist(), strict=True), key=lambda pair: (-pair[1], pair[0]))[:k]

    def rows(self, numbers: Numbers) -> Matrix:
        """The vectors of these numbers, one a row."""
        return self.exact[_wanted(numbers, len(self))].astype(np.float32)

    def save(self, file: Path) -> None:
        """Write them, the rows into a file beside; raises VectorsUnreadable."""
        _save(self.coarse, file)
        np.save(_beside(file), self.exact)


def make(matrix: Matrix, some: int = SOME, many: int = MANY) -> Vectors:
    """An index of the rows, numbered from 0: exact below `some`, in cells from `many` on."""
    matrix = np.ascontiguousarray(matrix, np.float32)
    if len(matrix) < some:
        flat = faiss.IndexFlatIP(matrix.shape[1])
        flat.add(matrix)
        return Flat(flat)
    coarse = _cells(matrix) if len(matrix) >= many else _eight(matrix.shape[1])
    coarse.train(matrix)
    coarse.add(matrix)
    return Coarse(coarse, matrix.astype(np.float16))


def _eight(dimension: int) -> faiss.IndexScalarQuantizer:
    return faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)


def _cells(matrix: Matrix) -> faiss.IndexIVFScalarQuantizer:
    dimension = matrix.shape[1]
    count = max(1, 2 ** int(np.log2(4 * np.sqrt(len(matrix)))))  # a power of two below four times the root
    centres, kind = faiss.IndexFlatIP(dimension), faiss.ScalarQuantizer.QT_8bit
    # what is held is the vector itself, not how it differs from its centre
    cells = faiss.IndexIVFScalarQuantizer(centres, dimension, count, kind, faiss.METRIC_INNER_PRODUCT, False)
    cells.cp.spherical, cells.cp.niter, cells.cp.max_points_per_centroid = True, 8, LEARNED
    return cells


def load(file: Path) -> Vectors:
    """The index that was saved in the file; raises VectorsUnreadable."""
    try:
        held = faiss.read_index(str(file))
        if isinstance(held, faiss.IndexFlatIP):
            return Flat(held)
        if isinstance(held, faiss.IndexIVFScalarQuantizer | faiss.IndexScalarQuantizer):
            return Coarse(held, np.load(_beside(file), mmap_mode="r"))
    except (RuntimeError, OSError, ValueError) as error:
        raise VectorsUnreadable(f"{file} can't be read: it is missing or damaged") from error
    raise VectorsUnreadable(f"{file} holds {type(held).__name__}, which is none of ours")


def _found(index: faiss.Index, query: Matrix, k: int, chosen: faiss.SearchParameters) -> list[tuple[int, float]]:
    # one thread, and set on the thread that asks: OpenMP's own would fight the encoder's for the cores
    faiss.omp_set_num_threads(1)
    scores, numbers = index.search(query.reshape(1, -1), k, params=chosen)
    pairs = zip(numbers[0].tolist(), scores[0].tolist(), strict=True)
    return [(number, score) for number, score in pairs if number >= 0]


def _save(index: faiss.Index, file: Path) -> None:
    try:
        faiss.write_index(index, str(file))
    except RuntimeError as error:
        raise VectorsUnreadable(f"{file} can't be written: is the disk full?") from error


def _beside(file: Path) -> Path:
    return file.with_name(file.name + ROWS)


def _wanted(numbers: Numbers, total: int) -> NDArray[np.int64]:
    wanted = np.asarray(numbers, np.int64)
    if len(wanted) and not 0 <= wanted.min() <= wanted.max() < total:
        raise IndexError(f"vectors are numbered 0 to {total - 1}")
    return wanted


def _selector(allowed: Numbers | None, total: int) -> "faiss.IDSelectorBitmap | None":
    if allowed is None or len(allowed) == total:
        return None
    mask = np.zeros(total, bool)
    mask[np.asarray(allowed)] = True
    return faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))  # type: ignore[call-arg, arg-type]


def _empty(dimension: int) -> Matrix:
    return np.zeros((0, dimension), np.float32)
