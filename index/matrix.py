"""One vector a passage and those of its tokens, encoding only the texts whose vectors aren't known yet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.models import Document, Passage
from index import manifest, records, rows, tokens, vectors
from index.encoder import Encoder
from index.manifest import GenerationDamaged

CHUNK = 64  # passages between two reports of progress


class Known(NamedTuple):
    """What an encoder made of one text: its vector, and those of its tokens."""

    vector: NDArray[np.float32]
    tokens: tokens.Tokens


class Filled(NamedTuple):
    """One row a passage, and its tokens."""

    vectors: NDArray[np.float32]
    tokens: Sequence[tokens.Tokens]


Found = Mapping[str, Known]
Progress = Callable[[int, int], None]
Save = Callable[[Found], None]


def silent(_done: int, _total: int) -> None:
    """Report nothing."""


def known(data: Path, encoder: Encoder) -> dict[str, Known]:
    """The vectors of the current generation by key, where they are of the same model."""
    try:
        name = manifest.current(data)
        if name is None:
            return {}
        place = manifest.folder(data) / name
        made = manifest.read(place)
        if (made.model, made.dimension) != (encoder.name, encoder.dimension):
            return {}
        manifest.check(place, made, contents=True)
        keys = _keys(place)
        whole, single = vectors.load(place / manifest.VECTORS), tokens.load(place / manifest.TOKENS)
        found = zip(keys.items(), whole.rows(list(keys.values())), strict=True)
        return {key: Known(vector, single.rows(number)) for (key, number), vector in found}
    except (GenerationDamaged, vectors.VectorsUnreadable, tokens.TokensUnreadable):
        return {}  # the build replaces what is damaged; it only takes longer


def _keys(place: Path) -> dict[str, int]:
    opened = records.open_records(place)
    try:
        return opened.keys()
    finally:
        opened.close()


def fill(
    documents: Sequence[Document],
    encoder: Encoder,
    old: Found,
    save: Save,
    progress: Progress = silent,
) -> Filled:
    """One row a passage, and its tokens; each text is encoded once, and none whose vector is known.

    `save` gets the new ones as they come.
    """
    keys = [rows.key(passage) for passage in _passages(documents)]
    texts = {key: each.embedded for key, each in zip(keys, _passages(documents), strict=True) if key not in old}
    found = {**old, **_encode(texts, encoder, save, progress)}
    matrix = np.zeros((len(keys), encoder.dimension), np.float32)
    for row, key in enumerate(keys):
        matrix[row] = found[key].vector
    return Filled(matrix, [found[key].tokens for key in keys])


def _encode(texts: Mapping[str, str], encoder: Encoder, save: Save, progress: Progress) -> Found:
    # the longest first: what memory is needed is needed at once, and the time left only shrinks
    order = sorted(texts, key=lambda key: -len(texts[key]))
    found: dict[str, Known] = {}
    for at in range(0, len(order), CHUNK):
        some = order[at : at + CHUNK]
        made = encoder.read([texts[key] for key in some])
        new = {key: Known(*one) for key, one in zip(some, zip(*made, strict=True), strict=True)}
        save(new)
        found.update(new)
        progress(len(found), len(order))
    return found


def _passages(documents: Sequence[Document]) -> Iterator[Passage]:
    return (passage for document in documents for passage in document.passages)
