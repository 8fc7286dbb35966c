"""What every peer is given: passages, their vectors, the folder of the model. Needs no package of ours to be read."""

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

SEED = 10
HELD = 5  # each fifth question of STARD was kept from the encoder's training
PASSAGES, VECTORS, MODEL = "passages.jsonl", "vectors.npy", "model"

Row = Mapping[str, Any]


class Given(NamedTuple):
    """Rows of id, title and text with one L2-normalised vector each; `model` is a sentence-transformers folder."""

    rows: Sequence[Row]
    vectors: NDArray[np.float32]
    model: str

    @property
    def ids(self) -> list[str]:
        """The ids of the passages."""
        return [str(row["id"]) for row in self.rows]

    @property
    def texts(self) -> list[str]:
        """What the product's encoder and word index read of each passage, for the peers to read as well."""
        return ["\n".join(part for part in (row.get("title", ""), row["text"]) if part) for row in self.rows]


def asked(queries: Sequence[Row], count: int) -> list[Row]:
    """The first `count` questions that nothing was learned from."""
    return list(queries[::HELD][:count])


def drawn(rows: Sequence[Row], queries: Sequence[Row], count: int) -> list[Row]:
    """`count` passages in their order: all that are relevant to a question, others by chance, the same each time."""
    relevant = {str(id) for query in queries for id in query["relevant"]}
    rest = [n for n, row in enumerate(rows) if str(row["id"]) not in relevant]
    more = max(0, min(count, len(rows)) - (len(rows) - len(rest)))
    out = set(rest) - set(random.Random(SEED).sample(rest, more))
    return [row for n, row in enumerate(rows) if n not in out]


def write(given: Given, folder: Path) -> None:
    """Write it where the processes of the peers read it."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in given.rows)
    (folder / PASSAGES).write_text("".join(lines), encoding="utf-8")
    np.save(folder / VECTORS, given.vectors)
    (folder / MODEL).write_text(given.model, encoding="utf-8")


def read(folder: Path) -> Given:
    """Read what was written."""
    with (folder / PASSAGES).open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return Given(rows, np.load(folder / VECTORS), (folder / MODEL).read_text(encoding="utf-8"))
