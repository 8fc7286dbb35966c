"""Generations: built beside, verified, switched to at once, the newest few kept.

A folder that bears a generation's name is whole. While `current` names another, it answers nothing.
"""

import fcntl
import logging
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
from index import matrix, tokens, vectors, words
from index.encoder import Encoder
from index.generation import generations, holding, library, manifest, segment_files, segments
from index.generation.checkpoint import Checkpoint
from index.generation.generations import GenerationDamaged, GenerationMissing
from index.generation.library import Library
from index.generation.manifest import Input, Manifest
from index.generation.previous import Previous, previous
from index.generation.whole import verify
from index.matrix import Progress, silent

logger = logging.getLogger(__name__)

KEPT = 3  # generations: the current one, one a question may still be read from, one to go back to


class BuildRunning(KnownError):
    """Another build holds the lock."""


class NotBuilt(KnownError):
    """The build as a whole failed; nothing was switched."""


class NotSwitched(KnownError):
    """The folder of the index can't be written; the current generation goes on answering."""


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
        with alone(data), previous(data, encoder, plan.full) as known:
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


def before(data: Path) -> Manifest:
    """The newest generation before the current one of which every byte is as it was built; raises GenerationMissing.

    What is damaged is passed over, with a line in the log.
    """
    now = generations.current(data)
    for name in generations.standing(data)[1:]:
        try:
            return verify(generations.folder(data) / name)
        except GenerationDamaged as error:
            logger.warning("%s; it is passed over", error)
    place = generations.folder(data)
    raise GenerationMissing(f"{place} holds no whole generation before {now or 'the first'}: there is no way back")


def roll_back(data: Path) -> Manifest:
    """Switch to the generation before the current one; raises GenerationMissing, BuildRunning or NotSwitched."""
    if not generations.standing(data)[1:]:
        return before(data)  # raises, and makes no folder where there is none
    try:
        with alone(data):
            made = before(data)
            generations.switch(data, made.generation)
            return made
    except OSError as error:
        raise NotSwitched(
            f"{generations.folder(data)} can't be written: {error.strerror}; nothing was switched"
        ) from error


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

    last: Previous | None
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
    kept = [made.generation, *generations.standing(data)][:KEPT]  # not one that was gone back from
    os.rename(beside, place / made.generation)
    generations.settle(place)
    generations.switch(data, made.generation)
    _prune(data, kept)


def _prune(data: Path, kept: Collection[str]) -> None:
    """Remove the other generations, unless somebody holds one; the new one answers already, whatever fails here."""
    for place in (generations.folder(data) / name for name in generations.finished(data) if name not in kept):
        try:
            holding.remove(place)
        except OSError as error:
            logger.warning("%s can't be cleaned up: %s; remove it by hand", place, error.strerror)
