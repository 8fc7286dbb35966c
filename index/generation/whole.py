"""Whether a generation is whole: every byte as it was built, and all of its parts of the same passages."""

from collections.abc import Collection
from pathlib import Path

from index import tokens, vectors, words
from index.generation import library, manifest
from index.generation.generations import GenerationDamaged
from index.generation.library import Library
from index.generation.manifest import Manifest

PROBES = 5  # passages looked for again before a generation is switched to
SAME = 0.999  # cosine of a vector with itself, rounding aside


def verify(place: Path, without: Collection[str] = ()) -> Manifest:
    """Check every byte of a generation but for files `without`, and that its parts agree; raises GenerationDamaged."""
    made = manifest.read(place)
    manifest.check(place, made, contents=True, without=without)
    with library.opened(place, made) as opened:
        single = tokens.load([place / one.name / manifest.TOKENS for one in made.parts])
        _agree(made, vectors.load(place / manifest.VECTORS), words.load(place / manifest.WORDS), single, opened)
    return made


def _agree(made: Manifest, dense: vectors.Vectors, lexical: words.Words, single: tokens.Shelf, opened: Library) -> None:
    """Raise GenerationDamaged unless vectors, words, tokens and records hold the same passages."""
    total = made.counts.passages
    found = (len(dense), len(lexical), len(single), opened.total("passages"))
    if found != (total,) * 4 or opened.total("documents") != made.counts.documents:
        raise GenerationDamaged(f"{made.generation}: {total} passages are due, the parts hold {found}")
    for number in range(0, total, max(1, total // PROBES)):
        near = dense.search(dense.rows([number]), 1)
        if not near or near[0][1] < SAME:
            raise GenerationDamaged(f"{made.generation}: passage {number} is not found again by its vector")
        group, text = opened.probe(number)
        if not lexical.holds(number, group, text):
            raise GenerationDamaged(f"{made.generation}: passage {number} is not found again by its words")
