"""Generations: built beside, verified, switched to at once, the newest few kept.

A folder that bears a generation's name is whole. Until `current` names it, it answers nothing.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from corpus.known import KnownError
from corpus.models import Document, Record, Term
from index import generations, holding, library, manifest, matrix, segment_files, segments, tokens, vectors, words
from index.checkpoint import Checkpoint
from index.encoder import Encoder
from index.generations import GenerationDamaged
from index.last import Last, last
from index.library import Library
from index.manifest import Input, Manifest
from index.matrix import Progress, silent

KEPT = 3  # generations: the current one, one a question may still be read from, one to go back to
PROBES = 5  # passages looked for again before a generation is switched to
SAME = 0.999  # cosine of a vector with itself, rounding aside


class BuildRunning(KnownError):
    """Another build holds the lock."""


class NotBuilt(KnownError):
    """The build as a whole failed; nothing was switched."""


class Plan(Record):
    """How to build: `full` reuses no vector; `reading` is the version of the reading code.

    `facts` has the stamp of what was given beside a file, by path; without it a document's own counts. `glossary` is
    kept as it is.
    """

    reading: str = ""
    full: bool = False
    facts: Mapping[str, str] = {}
    glossary: tuple[Term, ...] = ()


def build(
    documents: Sequence[Document],
    data: Path,
    encoder: Encoder,
    plan: Plan | None = None,
    progress: Progress = silent,
) -> Manifest:
    """Build the next generation, verify it and switch to it; raises BuildRunning or NotBuilt.

    `progress` is told how many of the passages that have no vector yet are encoded. A build that was
    killed has left those it had encoded, and the next one goes on from there. What did not change is
    shared with the generation before.
    """
    plan = plan or Plan()
    try:
        with alone(data), last(data, encoder, plan.full) as known:
            beside = _begin(generations.folder(data))
            try:
                begun = Checkpoint(data, encoder)
                if plan.full:
                    begun.clear()
                made, shared = _write(documents, plan, _From(known, encoder, begun, progress), beside)
                _finish(made, shared, data, beside)
                begun.clear()
            finally:
                shutil.rmtree(beside, ignore_errors=True)
            return made
    except (OSError, sqlite3.Error, words.WordsUnreadable, vectors.VectorsUnreadable) as error:
        raise NotBuilt(f"{generations.folder(data)} can't be written: {error}; nothing was switched") from error


def load_documents(data: Path) -> dict[str, Document]:
    """Every document of the current generation by its path; empty before the first."""
    with _current(data) as opened:
        return {path: opened.document(path) for path in opened.homes} if opened else {}


@contextmanager
def documents(data: Path) -> Iterator[Mapping[str, Document]]:
    """Every document of the current generation by its path; its parts are read when somebody looks at them."""
    with _current(data) as opened:
        yield opened.unread() if opened else {}


def load_glossary(data: Path) -> tuple[Term, ...]:
    """The admin's glossary as the current generation has it; empty before the first."""
    made = manifest.current_manifest(data)
    with _current(data) as opened:
        return (made.glossary if made else ()) or (opened.glossary() if opened else ())


@contextmanager
def _current(data: Path) -> Iterator[Library | None]:
    """Hold the records of the current generation open, None before the first; raises GenerationDamaged."""
    made = manifest.current_manifest(data)
    if made is None:
        yield None
        return
    with library.opened(generations.folder(data) / made.generation, made) as opened:
        yield opened


def roll_back(data: Path) -> str:
    """Switch to the newest generation before the current one, and return its name."""
    with alone(data):
        now = generations.current(data) or ""
        older = [name for name in generations.finished(data) if generations.number(name) < generations.number(now)]
        if not older:
            raise generations.GenerationMissing(f"{generations.folder(data)} holds no generation before {now or 'any'}")
        generations.switch(data, older[0])
        return older[0]


def verify(place: Path, without: Collection[str] = ()) -> Manifest:
    """Check every byte of a generation but for files `without`, and that its parts agree; raises GenerationDamaged."""
    made = manifest.read(place)
    manifest.check(place, made, contents=True, without=without)
    with library.opened(place, made) as opened:
        single = tokens.load([place / one.name / manifest.TOKENS for one in made.parts])
        _agree(made, vectors.load(place / manifest.VECTORS), words.load(place / manifest.WORDS), single, opened)
    return made


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Hold the lock of the index; raises BuildRunning at once when somebody else does."""
    place = generations.folder(data)
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildRunning(f"another reindex of {data} is running: wait until it is done") from error
        yield


def _begin(place: Path) -> Path:
    """Clear away what killed builds left, and make the folder of the next one; we hold the lock."""
    for left in place.glob("gen-*.partial"):
        shutil.rmtree(left)
    taken = [generations.number(path.name) for path in place.glob("gen-*")]
    beside = place / f"gen-{max(taken, default=0) + 1:06}.partial"
    beside.mkdir()
    return beside


class _From(NamedTuple):
    """What a build draws on."""

    last: Last | None
    encoder: Encoder
    begun: Checkpoint
    progress: Progress


def _write(documents: Sequence[Document], plan: Plan, by: _From, beside: Path) -> tuple[Manifest, Collection[str]]:
    """Write the next generation beside the others; return its manifest, and its files that are the last one's too."""
    most = tokens.most(sum(len(one.passages) for one in documents))
    shared = by.last if by.last and _alike(by.last.made, plan, most) else None
    old = shared.made.parts if shared else ()
    found = segments.pieces(documents, old, shared.library.unread() if shared else {})
    begun = {} if plan.full else by.begun.read()
    filled = matrix.fill(found, by.last, by.encoder, begun, by.begun.add, by.progress)
    parts, known = segment_files.write(found, filled.tokens, shared, beside, most)
    vectors.make(filled.vectors).save(beside / manifest.VECTORS)
    files = {
        each.path: Input(sha256=each.sha256, facts=plan.facts.get(each.path, manifest.stamp(each.given or each.facts)))
        for each in documents
    }
    made = Manifest(
        generation=beside.stem,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        model=by.encoder.name,
        dimension=by.encoder.dimension,
        reading=plan.reading,
        counts=manifest.count(documents),
        files=files,
        stored=manifest.stored(beside, known),
        segments=tuple(parts),
        writing=segments.writing(),
        tokens=most,
        glossary=plan.glossary,
    )
    return made, known


def _alike(made: Manifest, plan: Plan, most: int) -> bool:
    """Tell whether the segments of a generation are what would be written now."""
    return bool(made.segments) and (made.reading, made.writing, made.tokens) == (plan.reading, segments.writing(), most)


def _finish(made: Manifest, shared: Collection[str], data: Path, beside: Path) -> None:
    place = generations.folder(data)
    (beside / generations.MANIFEST).write_text(made.model_dump_json(indent=1), encoding="utf-8")
    verify(beside, shared)
    for path in [*beside.rglob("*"), beside]:
        generations.settle(path)
    os.rename(beside, place / made.generation)
    generations.settle(place)
    generations.switch(data, made.generation)
    _prune(data)


def _prune(data: Path) -> None:
    for name in generations.finished(data)[KEPT:]:
        if name != generations.current(data):
            holding.remove(generations.folder(data) / name)


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
