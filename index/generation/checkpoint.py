"""Vectors of a build that isn't finished, on disk as they come, so that a killed build goes on where it was.

One file of entries: a head with the key of a text (32 bytes) and how many tokens it has, its vector, those of its
tokens, a checksum of all that. A torn or damaged entry is passed over, and what follows a damaged head with it;
those texts are encoded again.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np

from index.encoder import Encoder
from index.generation import generations
from index.matrix import Known

HEAD = struct.Struct("<32sHH")  # the SHA-256 of a text, its tokens, the width of each
FLOAT = np.dtype(np.float32).itemsize
CHECKSUM = 4  # bytes of a CRC-32


class Checkpoint:
    """What one encoder has encoded so far; only the holder of the index's lock opens it."""

    def __init__(self, data: Path, encoder: Encoder) -> None:
        model = hashlib.sha256(encoder.name.encode()).hexdigest()[:12]
        self.file = generations.folder(data) / f"encoded-{model}-{encoder.dimension}"
        self._dimension = encoder.dimension
        self._whole: int | None = None

    def read(self) -> dict[str, Known]:
        """What was encoded by key (a hexadecimal SHA-256); empty where no build was broken off."""
        try:
            with self.file.open("rb") as source:
                return dict(known for body in self._bodies(source) if (known := self._read(body)))
        except FileNotFoundError:
            return {}

    def add(self, found: Mapping[str, Known]) -> None:
        """Append what was encoded; it survives a kill of this process from now on."""
        self.file.touch()
        with self.file.open("r+b") as target:
            if self._whole is None:
                self._whole = sum(len(body) for body in self._bodies(target))
            target.seek(self._whole)
            target.truncate()
            self._whole += target.write(b"".join(_entry(key, known) for key, known in found.items()))

    def clear(self) -> None:
        """Forget everything, of other encoders too."""
        for left in self.file.parent.glob("encoded-*"):
            left.unlink()

    def _bodies(self, source: BinaryIO) -> Iterator[bytes]:
        """Yield every entry that is there in its whole length."""
        while len(head := source.read(HEAD.size)) == HEAD.size:
            _, count, width = HEAD.unpack(head)
            size = self._dimension * FLOAT + count * width + CHECKSUM
            if len(rest := source.read(size)) < size:
                return
            yield head + rest

    def _read(self, entry: bytes) -> tuple[str, Known] | None:
        """Return the key of an entry and what it holds; None when it isn't what was written."""
        body, checksum = entry[:-CHECKSUM], entry[-CHECKSUM:]
        if zlib.crc32(body).to_bytes(CHECKSUM, "little") != checksum:
            return None
        key, count, width = HEAD.unpack_from(body)
        vector = np.frombuffer(body, np.float32, self._dimension, HEAD.size)
        single = np.frombuffer(body, np.int8, offset=HEAD.size + self._dimension * FLOAT)
        return key.hex(), Known(vector, single.reshape(count, width))


def _entry(key: str, known: Known) -> bytes:
    head = HEAD.pack(bytes.fromhex(key), *known.tokens.shape)
    body = head + np.ascontiguousarray(known.vector, np.float32).tobytes() + known.tokens.tobytes()
    return body + zlib.crc32(body).to_bytes(CHECKSUM, "little")
