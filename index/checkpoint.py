"""Vectors of a build that isn't finished, on disk as they come, so that a killed build goes on where it was.

One file, fixed-size entries: the key of a text (32 bytes), its vector, a checksum of both. A torn or
damaged entry is passed over; its text is encoded again.
"""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from index import manifest
from index.encoder import Encoder

Vector = NDArray[np.float32]

KEY = 32  # bytes of a SHA-256
CHECKSUM = 4  # bytes of a CRC-32


class Checkpoint:
    """What one encoder has encoded so far; only the holder of the index's lock opens it."""

    def __init__(self, data: Path, encoder: Encoder) -> None:
        model = hashlib.sha256(encoder.name.encode()).hexdigest()[:12]
        self.file = manifest.folder(data) / f"encoded-{model}-{encoder.dimension}"
        self._dimension = encoder.dimension

    def read(self) -> dict[str, Vector]:
        """The vectors by key (a hexadecimal SHA-256); empty where no build was broken off."""
        try:
            with self.file.open("rb") as source:
                return dict(self._entries(source))
        except FileNotFoundError:
            return {}

    def add(self, found: Mapping[str, Vector]) -> None:
        """Append vectors; they survive a kill of this process from now on."""
        with self.file.open("ab") as target:
            target.seek(target.tell() // self._size * self._size)
            target.truncate()
            target.write(b"".join(_entry(key, vector) for key, vector in found.items()))

    def clear(self) -> None:
        """Forget everything, of other encoders too."""
        for left in self.file.parent.glob("encoded-*"):
            left.unlink()

    @property
    def _size(self) -> int:
        return KEY + self._dimension * np.dtype(np.float32).itemsize + CHECKSUM

    def _entries(self, source: BinaryIO) -> Iterable[tuple[str, Vector]]:
        while len(entry := source.read(self._size)) == self._size:
            body, checksum = entry[:-CHECKSUM], entry[-CHECKSUM:]
            if zlib.crc32(body).to_bytes(CHECKSUM, "little") == checksum:
                yield body[:KEY].hex(), np.frombuffer(body, np.float32, offset=KEY)


def _entry(key: str, vector: Vector) -> bytes:
    body = bytes.fromhex(key) + np.ascontiguousarray(vector, np.float32).tobytes()
    return body + zlib.crc32(body).to_bytes(CHECKSUM, "little")
