"""The files of segments: written for new ones, shared with the last generation for those that stay as they are."""

import shutil
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from index import tokens, words
from index.generation import manifest, rows
from index.generation.manifest import Segment, Stored
from index.generation.previous import Previous
from index.generation.segments import Piece
from index.generation.sharing import share


def write(
    pieces: Sequence[Piece], single: Sequence[Sequence[tokens.Tokens]], last: Previous | None, beside: Path, most: int
) -> tuple[list[Segment], dict[str, Stored]]:
    """Write the segments of a generation into its folder.

    `single` has the tokens of each piece that is written anew, of each passage at most `most`. Return the segments,
    and what is known of the files that are the last generation's too.
    """
    old, total = last.made.parts if last else (), sum(piece.passages for piece in pieces)
    kept = [old[piece.kept] for piece in pieces if piece.kept is not None]
    free = count(max((one.number for one in kept), default=0) + 1)
    made, worded, given = list[Segment](), list[tuple[Path, int | None]](), iter(single)
    for piece in pieces:
        if last and piece.kept is not None:
            segment = old[piece.kept]
            _share(last.place / segment.name, beside / segment.name, total)
            worded.append((last.place / manifest.WORDS, piece.kept))
        else:
            number = next(free)
            name = f"{number:06}"
            segment = Segment(name=name, number=number, documents=len(piece.documents), passages=piece.passages)
            _write(piece, segment, next(given), beside, most)
            worded.append((beside / name / manifest.WORDS, None))
        made.append(segment)
    words.join(worded, beside / manifest.WORDS, total)
    for segment in made:
        shutil.rmtree(beside / segment.name / manifest.WORDS, ignore_errors=True)
    return made, dict(_known(last, beside)) if last else {}


def _write(piece: Piece, segment: Segment, single: Sequence[tokens.Tokens], beside: Path, most: int) -> None:
    place = beside / segment.name
    place.mkdir()
    rows.write(piece.documents, place / manifest.RECORDS)
    tokens.write(single, place / manifest.TOKENS, most)
    words.write(_grouped(piece, segment), place / manifest.WORDS)


def _grouped(piece: Piece, segment: Segment) -> Iterator[tuple[int, int, str]]:
    """(number in the segment, group, text) of every passage."""
    pairs = ((at, passage) for at, document in enumerate(piece.documents) for passage in document.passages)
    return ((number, segment.group(at), passage.embedded) for number, (at, passage) in enumerate(pairs))


def _share(source: Path, target: Path, passages: int) -> None:
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        share(file, place, passages)


def _known(last: Previous, beside: Path) -> Iterator[tuple[str, Stored]]:
    """What the last manifest says of the files in both generations."""
    for name, stored in last.made.stored.items():
        here = beside / name
        if here.exists() and here.samefile(last.place / name):
            yield name, stored
