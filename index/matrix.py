"""One vector a passage and those of its tokens, encoding only the texts whose vectors aren't known yet."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import tokens
from index.encoder import Encoder
from index.generation import rows
from index.generation.previous import Previous
from index.generation.segments import Piece

CHUNK = 64  # passages between two reports of progress


class Known(NamedTuple):
    """What an encoder made of one text: its vector, and those of its tokens."""

    vector: NDArray[np.float32]
    tokens: tokens.Tokens


class Filled(NamedTuple):
    """One row a passage, and for each piece that is written anew the tokens of its passages."""

    vectors: NDArray[np.float32]
    tokens: Sequence[Sequence[tokens.Tokens]]


Found = Mapping[str, Known]
Progress = Callable[[int, int], None]
Save = Callable[[Found], None]


def silent(_done: int, _total: int) -> None:
    """Report nothing."""


def fill(
    pieces: Sequence[Piece],
    last: Previous | None,
    encoder: Encoder,
    begun: Found,
    save: Save,
    progress: Progress = silent,
) -> Filled:
    """One row a passage, and the tokens of what is written anew; each text is encoded once.

    None is whose vector is in the last generation or among what was `begun`. `save` gets the new ones as they come.
    """
    new = {n: [(rows.key(one), one.embedded) for one in piece.embedded()] for n, piece in enumerate(pieces)
           if piece.kept is None}  # fmt: skip
    texts = {key: text for pairs in new.values() for key, text in pairs}
    found = {**begun, **(_held(last, list(texts)) if last else {})}
    found |= _encode({key: text for key, text in texts.items() if key not in found}, encoder, save, progress)
    parts = [np.zeros((0, encoder.dimension), np.float32)]
    for n, piece in enumerate(pieces):
        if n in new:
            parts += [found[key].vector[None] for key, _ in new[n]]
        elif last and piece.kept is not None:
            parts.append(last.vectors.rows(range(*last.library.starts[piece.kept : piece.kept + 2])))
    return Filled(np.concatenate(parts), [[found[key].tokens for key, _ in pairs] for pairs in new.values()])


def _held(last: Previous, keys: Sequence[str]) -> dict[str, Known]:
    """What the last generation has of these texts."""
    numbers = last.library.keyed(keys)
    found = zip(numbers.items(), last.vectors.rows(list(numbers.values())), strict=True)
    return {key: Known(vector, last.tokens.rows(number)) for (key, number), vector in found}


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
