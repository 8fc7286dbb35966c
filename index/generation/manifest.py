"""What a generation says of itself, and whether its files are still those that were built."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pydantic import ValidationError

from corpus.known import REINDEX
from corpus.models import Document, Facts, Record, Term
from index.generation.generations import MANIFEST, GenerationDamaged, current, folder, standing

RECORDS = "records.db"
VECTORS = "vectors.faiss"
WORDS = "words"
TOKENS = "tokens"
MOST_DOCUMENTS = 1 << 24  # in a segment
READERS = 2  # files whose digests are reckoned at once


class Counts(Record):
    """How much a generation holds."""

    documents: int
    clauses: int
    passages: int
    rules: int
    procedures: int


class Input(Record):
    """What went in for one file: its hash, and the stamp of the facts given beside it, '' without any."""

    sha256: str
    facts: str


class Stored(Record):
    """One file of the generation; `changed` is when it was last written, in nanoseconds."""

    sha256: str
    size: int
    changed: int = 0


class Segment(Record):
    """Some documents of a generation, one after the other, in a folder that later generations may share.

    `number` is its own within a generation.
    """

    name: str
    number: int
    documents: int
    passages: int

    def group(self, place: int) -> int:
        """What the word index calls the document at a place in this segment."""
        return self.number * MOST_DOCUMENTS + place


class Manifest(Record):
    """One generation: what went in, what came out, and with which model and reading code.

    `writing` is the version of the code that wrote its segments, `tokens` how many of a passage are kept at most.
    """

    generation: str
    made: str
    model: str
    dimension: int
    reading: str
    counts: Counts
    files: dict[str, Input]
    stored: dict[str, Stored]
    segments: tuple[Segment, ...] = ()
    writing: str = ""
    tokens: int = 0
    glossary: tuple[Term, ...] = ()

    @property
    def parts(self) -> tuple[Segment, ...]:
        """Its segments; a generation older than they are is one."""
        whole = Segment(name="", number=0, documents=self.counts.documents, passages=self.counts.passages)
        return self.segments or (whole,)


def read(place: Path) -> Manifest:
    """The manifest of the generation in this folder; raises GenerationDamaged."""
    try:
        return Manifest.model_validate_json((place / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise GenerationDamaged(f"{place / MANIFEST} can't be read: run {REINDEX} --full") from error


def last_manifest(data: Path) -> Manifest | None:
    """The manifest of the current generation, or of the last before it that can be read; None before the first."""
    for name in standing(data):
        try:
            return read(folder(data) / name)
        except GenerationDamaged:
            continue
    return None


def intact(data: Path) -> Manifest | None:
    """The current generation's manifest; None when there is none, or when any of its files is damaged."""
    try:
        made = current_manifest(data)
        if made is not None:
            check(folder(data) / made.generation, made)
    except GenerationDamaged:
        return None
    return made


def current_manifest(data: Path) -> Manifest | None:
    """The current generation's manifest; None before the first."""
    name = current(data)
    return read(folder(data) / name) if name else None


def stored(place: Path, shared: Mapping[str, Stored]) -> dict[str, Stored]:
    """The files of a generation as they are on the disk now, without the manifest.

    Those it shares with another, and that are known by their digests there, are not read.
    """
    files = sorted(path for path in place.rglob("*") if path.is_file() and _kept(path))
    names = {path: path.relative_to(place).as_posix() for path in files}
    digests = _digests([path for path in files if names[path] not in shared])
    made = {}
    for path, name in names.items():
        size, changed = seen(path)
        digest = digests.get(path) or shared[name].sha256
        made[name] = Stored(sha256=digest, size=size, changed=changed)
    return made


def check(place: Path, manifest: Manifest, *, contents: bool = False, without: Collection[str] = ()) -> None:
    """Raise GenerationDamaged unless every file is as it was built.

    A file of the same size that nobody has written since is as it was; others, and with `contents` all but those
    `without`, are read.
    """
    read = {}
    for name, due in manifest.stored.items():
        path = place / name
        size, changed = seen(path)
        if size != due.size:
            found = "missing" if size < 0 else f"{size} bytes, not {due.size},"
            raise GenerationDamaged(f"{path} is {found} since it was built: run {REINDEX}")
        if changed != due.changed or (contents and name not in without):
            read[path] = due.sha256
    found_now = _digests(list(read))
    for path, digest in read.items():
        if found_now[path] != digest:
            raise GenerationDamaged(f"{path} is altered since it was built: run {REINDEX}")


def seen(path: Path) -> tuple[int, int]:
    """The size of a file and when it was last written, in nanoseconds; -1 for one that isn't there."""
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns


def stamp(facts: Facts | None) -> str:
    """A hash of facts that were given for a file, '' where none were."""
    return hashlib.sha256(facts.model_dump_json().encode()).hexdigest() if facts else ""


def count(documents: Sequence[Document]) -> Counts:
    """How much the documents hold."""
    return Counts(
        documents=len(documents),
        clauses=sum(len(document.clauses) for document in documents),
        passages=sum(len(document.passages) for document in documents),
        rules=sum(len(document.rules) for document in documents),
        procedures=sum(len(document.procedures) for document in documents),
    )


def _kept(path: Path) -> bool:
    return path.name != MANIFEST and not path.name.endswith(".lock")


def _digests(paths: Sequence[Path]) -> dict[Path, str]:
    """The SHA-256 of each file; several are read at once."""
    if len(paths) < 2:
        return {path: _digest(path) for path in paths}
    with ThreadPoolExecutor(READERS) as pool:
        return dict(zip(paths, pool.map(_digest, paths), strict=True))


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
