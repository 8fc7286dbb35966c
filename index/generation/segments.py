"""Which documents stand together in a segment of the next generation, and which segments it takes over as they are.

Documents keep their order, so that a passage has the number it would have in a generation of one segment; whatever
is searched over segments is found as over one.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from corpus.models import Document, Passage
from index.generation.manifest import Segment

LEAST = 2_000  # passages that a segment is cut to hold: one changed document has so many written anew, in a second
USUAL = 32  # segments of a large rulebook: each costs a question a little time
MANY = 96  # when a generation would have more, all are cut anew
# the modules that say what is in a segment
CODE = ("generation/rows", "generation/segment_files", "generation/segments", "terms", "tokens", "words")


class Piece(NamedTuple):
    """Some documents of the next generation, and the position of the last one's segment that holds just these."""

    documents: Sequence[Document]
    kept: int | None = None

    @property
    def passages(self) -> int:
        """How many passages they have."""
        return sum(len(one.passages) for one in self.documents)

    def embedded(self) -> Iterator[Passage]:
        """Their passages in order."""
        return (passage for one in self.documents for passage in one.passages)


@cache
def writing() -> str:
    """Return a version of the code that writes segments: what other code wrote is not taken over."""
    found = hashlib.sha256()
    for name in CODE:
        found.update((Path(__file__).parent.parent / f"{name}.py").read_bytes())
    return found.hexdigest()[:16]


def pieces(documents: Sequence[Document], old: Sequence[Segment], known: Mapping[str, Document]) -> list[Piece]:
    """Return the segments of the next generation.

    `old` are those of the last and `known` its documents in their order, none where nothing can be taken over.
    """
    kept = _kept(documents, old, known) if known else [Piece(documents)]
    sizes = [old[one.kept].passages if one.kept is not None else one.passages for one in kept]
    size = max(LEAST, sum(sizes) // USUAL)
    found = list(_cut(_grown(kept, sizes, size), size))
    return found if len(found) <= MANY else list(_cut([Piece(documents)], size))


def _kept(documents: Sequence[Document], old: Sequence[Segment], known: Mapping[str, Document]) -> list[Piece]:
    """Return the old segments whose documents all stand together as they are, and what lies between them."""
    paths, ends = list(known), 0
    starts: dict[str, tuple[int, list[str]]] = {}
    for position, segment in enumerate(old):
        own = paths[ends : ends + segment.documents]
        ends += segment.documents
        if own:
            starts[own[0]] = (position, own)
    places, homes, at = [one.path for one in documents], list[int | None](), 0
    while at < len(places):
        position, own = starts.get(places[at], (-1, []))
        as_it_was = own and places[at : at + len(own)] == own
        if as_it_was and all(one == known[one.path] for one in documents[at : at + len(own)]):
            homes += [position] * len(own)
            at += len(own)
        else:
            homes.append(None)
            at += 1
    runs = groupby(zip(homes, documents, strict=True), key=lambda pair: pair[0])
    return [Piece([one for _, one in run], home) for home, run in runs] or [Piece(())]


def _grown(found: Sequence[Piece], sizes: Sequence[int], size: int) -> list[Piece]:
    """Join what is written anew with the segment before it, or behind it, where it is less than half of one."""
    grown: list[tuple[Piece, int]] = []
    for piece, count in zip(found, sizes, strict=True):
        small = any(one.kept is None and n * 2 < size for one, n in (*grown[-1:], (piece, count)))
        if grown and (small or grown[-1][0].kept is piece.kept is None):
            before, n = grown.pop()
            piece, count = Piece([*before.documents, *piece.documents]), n + count
        grown.append((piece, count))
    return [piece for piece, _ in grown]


def _cut(found: Sequence[Piece], size: int) -> Iterator[Piece]:
    """Cut what is written anew between its documents into even pieces of about the size."""
    for piece in found:
        if piece.kept is not None:
            yield piece
            continue
        total = piece.passages
        count, done = max(1, round(total / size)), 0
        some: list[Document] = []
        for one in piece.documents:
            some.append(one)
            before, done = done, done + len(one.passages)
            if done * count // max(1, total) > before * count // max(1, total) and done < total:
                yield Piece(some)
                some = []
        if some or not piece.documents:
            yield Piece(some)
