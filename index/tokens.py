"""Vectors of single tokens beside those of whole passages: how near a passage comes to each word of a question.

A passage's tokens are rows of whole numbers from -127 to 127, a unit vector times 127. The rows of each segment
stand in a file that is mapped and not read; only what a question looks at comes into memory.
(Late interaction: Khattab and Zaharia, SIGIR 2020.)
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.known import KnownError

Tokens = NDArray[np.int8]

SCALE = 127.0
MOST = 160  # tokens of one passage; what comes behind them counts in its whole vector alone
ROOM = 32_000_000  # tokens of one generation, 3 GB: all of 200,000 passages, the first 32 of each of a million
STEP = 16  # a rulebook that grows a little keeps as many of each as before
ROWS, STARTS = "rows.npy", "starts.npy"


class TokensUnreadable(KnownError):
    """The vectors of tokens can't be read."""


class File(NamedTuple):
    """The tokens of some passages, numbered from 0: rows, and where those of each passage start."""

    rows: Tokens
    starts: NDArray[np.int64]


class Shelf:
    """The tokens of every passage by its number, which runs on from one file to the next; held open."""

    def __init__(self, files: Sequence[File]) -> None:
        self.files = files
        self.starts = [0, *accumulate(len(file.starts) - 1 for file in files)]
        self.width = max((int(file.rows.shape[1]) for file in files), default=0)  # 0 where the encoder gives none

    def __len__(self) -> int:
        return self.starts[-1]

    def rows(self, number: int) -> Tokens:
        """The tokens of one passage, shape (tokens, width)."""
        at = bisect_right(self.starts, number) - 1
        rows, starts = self.files[at]
        inside = number - self.starts[at]
        found: Tokens = rows[starts[inside] : starts[inside + 1]]
        return found

    def near(self, asked: Tokens, numbers: Sequence[int]) -> NDArray[np.float32]:
        """How near each passage comes to each token of a question: cosines of shape (passages, tokens)."""
        found = np.zeros((len(numbers), len(asked)), np.float32)
        held = [(place, self.rows(number)) for place, number in enumerate(numbers)]
        held = [(place, rows) for place, rows in held if len(rows)]
        if not held or not len(asked) or not self.width:
            return found
        begins = np.cumsum([0, *(len(rows) for _, rows in held[:-1])])
        alike = asked.astype(np.float32) @ np.concatenate([rows for _, rows in held]).astype(np.float32).T
        nearest = np.maximum.reduceat(alike, begins, axis=1).T / SCALE**2
        found[[place for place, _ in held]] = nearest
        return found


def touched(near: NDArray[np.float32]) -> tuple[list[float], list[float]]:
    """How near each passage comes to the tokens of a question on average, and to the third least near."""
    if not near.size:
        return [0.0] * len(near), [0.0] * len(near)
    far = np.sort(near, axis=1)[:, : -(-near.shape[1] // 3)]
    return near.mean(axis=1).tolist(), far.mean(axis=1).tolist()


def rounded(vectors: NDArray[np.float32]) -> Tokens:
    """Return unit vectors as whole numbers."""
    whole: Tokens = np.rint(vectors * SCALE).astype(np.int8)
    return whole


def none(width: int = 0) -> Tokens:
    """Return no tokens."""
    return np.zeros((0, width), np.int8)


def most(passages: int, room: int = ROOM) -> int:
    """Of how many tokens of a passage vectors are kept: fewer where all would take more than `room`."""
    fitting = min(MOST, room // max(1, passages))
    return fitting - fitting % STEP if fitting > STEP else fitting


def write(found: Sequence[Tokens], folder: Path, most: int = MOST) -> None:
    """Write the tokens of passages numbered from 0, of each only the first."""
    folder.mkdir()
    width = max((rows.shape[1] for rows in found), default=0)
    starts = np.cumsum([0, *(min(len(rows), most) for rows in found)]).astype(np.int64)
    np.save(folder / STARTS, starts)
    head = {"descr": "|i1", "fortran_order": False, "shape": (int(starts[-1]), width)}
    # written and not mapped: where the disk is full, writing to a mapped file ends the process
    with (folder / ROWS).open("wb") as target:
        np.lib.format.write_array_header_1_0(target, head)
        for rows in found:
            target.write(rows[:most].tobytes())


def load(folders: Sequence[Path]) -> Shelf:
    """Open what was written, the folders in the order of the passages; raises TokensUnreadable."""
    return Shelf([_file(folder) for folder in folders])


def _file(folder: Path) -> File:
    try:
        starts = np.load(folder / STARTS)
        # an empty file can't be mapped
        rows = np.load(folder / ROWS, mmap_mode="r" if len(starts) and starts[-1] else None)
        rows = rows.view(np.ndarray)  # a slice of a mapped array is several times as slow as one of any other
    except (OSError, ValueError) as error:
        raise TokensUnreadable(f"{folder} can't be read: {error}") from error
    return File(rows, starts)
