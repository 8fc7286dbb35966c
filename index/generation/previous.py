"""The generation that a build begins from: what of it is as good for the next one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from index import tokens, vectors
from index.encoder import Encoder
from index.generation import generations, library, manifest
from index.generation.generations import GenerationDamaged
from index.generation.library import Library
from index.generation.manifest import Manifest


class Previous(NamedTuple):
    """A generation of the same model, held open, every byte of which is as it was built."""

    place: Path
    made: Manifest
    library: Library
    vectors: vectors.Vectors
    tokens: tokens.Shelf


@contextmanager
def previous(data: Path, encoder: Encoder, full: bool = False) -> Iterator[Previous | None]:
    """Hold the current generation open; None where there is none, where it is damaged or of another model.

    A `full` build begins from none.
    """
    found = None if full else _open(data, encoder)
    try:
        yield found
    finally:
        if found:
            found.library.close()


def _open(data: Path, encoder: Encoder) -> Previous | None:
    try:
        name = generations.current(data)
        if name is None:
            return None
        place = generations.folder(data) / name
        made = manifest.read(place)
        if (made.model, made.dimension) != (encoder.name, encoder.dimension):
            return None
        manifest.check(place, made, contents=True)
        whole = vectors.load(place / manifest.VECTORS)
        single = tokens.load([place / one.name / manifest.TOKENS for one in made.parts])
        return Previous(place, made, library.open_library(place, made), whole, single)
    except (GenerationDamaged, vectors.VectorsUnreadable, tokens.TokensUnreadable):
        return None  # the build replaces what is damaged; it only takes longer
