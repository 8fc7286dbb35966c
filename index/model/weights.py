"""The file that carries multilingual-e5-small in 4-bit blocks: bytes -> tensors and word pieces.

All numbers are little-endian. Every length and offset is checked against the file before it is
used, so that a damaged file is one error and never a half-read model.
"""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.known import KnownError

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

MAGIC = b"E5S1"
BLOCK = 32  # weights that share one scale
BLOCK_BYTES = 2 + BLOCK // 2  # a half-precision scale, then two weights a byte
ZERO = 8  # what the 4-bit value of a weight of nought is

Tensor = NDArray[np.float32]


class WeightsDamaged(KnownError):
    """The file of weights is not the one this code was written for."""


@dataclass(frozen=True)
class Shape:
    """The sizes of the transformer, as the file's head gives them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Entry:
    """Where one tensor lies in the file."""

    name: str
    packed: bool
    count: int
    offset: int
    size: int


@dataclass(frozen=True)
class Pieces:
    """The word pieces of the tokenizer with their log probabilities, in the order of their ids."""

    texts: tuple[str, ...]
    scores: tuple[float, ...]


@dataclass(frozen=True)
class Blocks:
    """A matrix as it is packed: whole numbers, and what those of each block of BLOCK in a row are multiplied by.

    `numbers` has shape (rows, width), `scales` (rows, width / BLOCK).
    """

    numbers: NDArray[np.int8]
    scales: Tensor


@dataclass(frozen=True)
class Weights:
    """A checked file of weights: its head, its word pieces, and where its tensors lie."""

    data: bytes
    shape: Shape
    pieces: Pieces
    entries: dict[str, Entry]

    def tensor(self, name: str, *sizes: int) -> Tensor:
        """One tensor as float32 in the given shape; raises WeightsDamaged when it isn't there."""
        entry = self.entries.get(name)
        wanted = int(np.prod(sizes))
        if entry is None or entry.count != wanted:
            found = "is missing" if entry is None else f"has {entry.count} weights"
            raise WeightsDamaged(f"the model file is damaged: {name} {found}, expected {wanted}")
        raw = self.data[entry.offset : entry.offset + entry.size]
        values = unpacked(raw) if entry.packed else np.frombuffer(raw, "<f4")
        return values.astype(np.float32).reshape(sizes)

    def blocks(self, name: str, *sizes: int) -> Blocks:
        """One packed tensor of the given shape, (rows, width), as it is held; raises WeightsDamaged."""
        values = self.tensor(name, *sizes)
        entry = self.entries[name]
        if not entry.packed:
            raise WeightsDamaged(f"the model file is damaged: {name} is not packed in blocks of {BLOCK}")
        numbers, scales = split(self.data[entry.offset : entry.offset + entry.size])
        return Blocks(numbers.reshape(values.shape), scales.reshape(len(values), -1))


class Cursor:
    """A place in the file that moves on with every read, and never past the end."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        if size < 0 or self.at + size > len(self.data):
            raise WeightsDamaged(
                f"the model file is damaged: {size} bytes are due at {self.at}, it has {len(self.data)}"
            )
        self.at += size
        return self.data[self.at - size : self.at]

    def numbers(self, form: str) -> tuple[float, ...]:
        """The next numbers in the notation of `struct`, without its byte order mark."""
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))

    def whole(self, form: str) -> int:
        """The next number, a whole one."""
        return int(self.numbers(form)[0])

    def array(self, form: str, count: int) -> NDArray[np.generic]:
        """The next `count` numbers of one kind."""
        return np.frombuffer(self.take(count * np.dtype(form).itemsize), form)


def check(data: bytes) -> None:
    """Refuse bytes that are not the expected file."""
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise WeightsDamaged(f"the model file has checksum {found[:16]}…, expected {SHA256[:16]}…")


def read(data: bytes) -> Weights:
    """The file's head, word pieces and directory; tensors are unpacked when they are asked for."""
    cursor = Cursor(data)
    if cursor.take(len(MAGIC)) != MAGIC or cursor.whole("I") != 1:
        raise WeightsDamaged("the model file is damaged: it doesn't begin with E5S1, version 1")
    shape = _shape(cursor)
    pieces = _pieces(cursor)
    cursor.take(_size_of_map(cursor))  # a table of character forms; Unicode's NFKC does the same
    entries = {entry.name: entry for entry in _entries(cursor)}
    return Weights(data, shape, pieces, entries)


def unpacked(raw: bytes) -> Tensor:
    """4-bit blocks as float32: (nibble - 8) * scale, the low nibbles of a block before the high."""
    if len(raw) % BLOCK_BYTES:
        raise WeightsDamaged(f"the model file is damaged: {len(raw)} bytes are no whole number of blocks")
    numbers, scales = split(raw)
    values: Tensor = (numbers * scales).reshape(-1)
    return values


def split(raw: bytes) -> tuple[NDArray[np.int8], Tensor]:
    """The whole numbers of 4-bit blocks, shape (blocks, BLOCK), and what each block's are multiplied by."""
    rows = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    scales = rows[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([rows[:, 2:] & 0x0F, rows[:, 2:] >> 4], axis=1)
    return nibbles.astype(np.int8) - np.int8(ZERO), scales


def _shape(cursor: Cursor) -> Shape:
    sizes = [int(number) for number in cursor.numbers("7i")]
    epsilon, block = cursor.numbers("fi")
    if min(sizes) <= 0 or block != BLOCK:
        raise WeightsDamaged(f"the model file is damaged: sizes {sizes}, blocks of {block}")
    hidden, layers, heads, inner, vocabulary, positions, types = sizes
    return Shape(hidden, layers, heads, inner, vocabulary, positions, types, round(epsilon, 15))


def _pieces(cursor: Cursor) -> Pieces:
    count = cursor.whole("i")
    if tuple(cursor.numbers("4i")) != (0, 2, 1, 3):
        raise WeightsDamaged("the model file is damaged: the marks <s> </s> <pad> <unk> are not in place")
    length = cursor.whole("Q")
    offsets = cursor.array("<u4", count + 1).astype(np.int64)
    scores = cursor.array("<f4", count)
    blob = cursor.take(length)
    if offsets[-1] != length or (np.diff(offsets) < 0).any():
        raise WeightsDamaged("the model file is damaged: its word pieces overlap")
    try:
        texts = tuple(blob[start:end].decode() for start, end in zip(offsets, offsets[1:], strict=False))
    except UnicodeDecodeError as error:
        raise WeightsDamaged("the model file is damaged: a word piece is not UTF-8") from error
    return Pieces(texts, tuple(float(score) for score in scores))


def _size_of_map(cursor: Cursor) -> int:
    cursor.take(4)
    return cursor.whole("I")


def _entries(cursor: Cursor) -> Iterator[Entry]:
    for _ in range(cursor.whole("i")):
        name = cursor.take(cursor.whole("H")).decode("ascii", "replace")
        kind, count, offset, size = (int(number) for number in cursor.numbers("BIQQ"))
        entry = Entry(name, kind == 1, count, offset, size)
        due = count // BLOCK * BLOCK_BYTES if entry.packed else count * 4
        if kind not in (0, 1) or size != due or offset + size > len(cursor.data):
            raise WeightsDamaged(f"the model file is damaged: {name} doesn't lie within it")
        yield entry
