"""A folder of documents: which files are in it, what the register says of them, and their lines.

The only reader of documents on disk.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from corpus import correction_rows, formats
from corpus.corrections import Correction
from corpus.formats import Content, Unreadable, separated, sheet, titles
from corpus.known import KnownError
from corpus.models import Facts, LeftOut, Line, Record
from corpus.register import Register, Row, WrongFacts, facts, key_of, register

REGISTERS = ("register.xlsx", "register.csv")
CORRECTIONS = "rule-corrections.csv"
# Ten times the largest policy with pictures that we have seen.
MOST_BYTES = 64 * 1024 * 1024


class FolderUnusable(KnownError):
    """The documents folder cannot be used."""


class File(Record):
    """A file that can be read: its path under the folder, and its row in the register if it has one.

    `audience` is the register's for whatever has none of its own.
    """

    path: str
    sha256: str
    size: int
    facts: Facts | None = None
    audience: tuple[str, ...] = ()


class Folder(Record):
    """The files of a folder, sorted by path, what was left out of it, and rows of its register without a file."""

    files: tuple[File, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...] = ()


class Corrections(Record):
    """What an admin says that clauses rule, and each row that says it wrongly."""

    found: tuple[Correction, ...] = ()
    wrong: tuple[str, ...] = ()


class Read(Record):
    """The lines of one file and what it is; its title is never empty.

    `missing` says what was in the file but could not be read; `front` whether it has front matter.
    """

    lines: tuple[Line, ...]
    facts: Facts
    missing: tuple[str, ...] = ()
    front: bool = False


def look(folder: Path) -> Folder:
    """What is in a folder, without reading it. Raises FolderUnusable."""
    found: dict[str, File] = {}
    left: list[LeftOut] = []
    for path, place in _walk(_usable(folder), left):
        if path in found:
            left.append(LeftOut(path=path, reason="another file has the same name in other characters"))
        elif path not in (*REGISTERS, CORRECTIONS):
            _take(path, place, found, left)
    unread = {item.path for item in left}
    known = _register(folder, unread | found.keys())
    wrong = {item.path for item in known.left_out}
    files = [
        found[path].model_copy(update={"facts": known.facts.get(path), "audience": known.audience})
        for path in sorted(found)
    ]
    left += [item for item in known.left_out if item.path not in unread]
    left.sort(key=lambda item: item.path)
    return Folder(files=tuple(f for f in files if f.path not in wrong), left_out=tuple(left), warnings=known.warnings)


def _usable(folder: Path) -> Path:
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise FolderUnusable(f"{folder} is no folder: name the folder of the documents")
        os.listdir(folder)
    except FileNotFoundError as error:
        raise FolderUnusable(f"{folder} does not exist: name the folder of the documents") from error
    except (OSError, ValueError) as error:
        raise FolderUnusable(f"{folder} cannot be opened: {_cause(error)}") from error
    return folder.resolve()


def _walk(root: Path, left: list[LeftOut]) -> Iterator[tuple[str, Path]]:
    """Each file under the folder with its path; linked folders are read where they really stand."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            left.append(LeftOut(path=_path(root, folder), reason=f"cannot be opened: {_cause(error)}"))
            continue
        for place in (folder / name for name in names if not name.startswith((".", "~$"))):
            if reason := _unfit(root, place):
                left.append(LeftOut(path=_path(root, place), reason=reason))
            elif place.is_dir():
                waiting += [] if place.is_symlink() else [place]
            else:
                yield _path(root, place), place


def _path(root: Path, place: Path) -> str:
    """A file's path under the folder, with `/` and composed characters (NFC)."""
    text = unicodedata.normalize("NFC", place.relative_to(root).as_posix())
    return text.encode("utf-8", "replace").decode("utf-8")


def _unfit(root: Path, place: Path) -> str:
    """Why a place in the folder is no document, "" where it may be one."""
    try:
        os.fsencode(place.name).decode("utf-8")
        if not place.resolve(strict=True).is_relative_to(root):
            return "a link that leads out of the folder: copy the file itself"
        mode = place.stat().st_mode
    except UnicodeDecodeError:
        return "its name is not UTF-8: rename it"
    except (OSError, RuntimeError) as error:
        broken = place.is_symlink()
        return "a link that leads nowhere" if broken else f"cannot be opened: {_cause(error)}"
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "no file but a pipe, a socket or a device"


def _cause(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no read permission"
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


def _take(path: str, place: Path, found: dict[str, File], left: list[LeftOut]) -> None:
    try:
        kind = formats.suffix(path)
        if kind not in formats.KNOWN:
            formats.read(path, b"")
        found[path] = _file(path, place)
    except Unreadable as error:
        left.append(LeftOut(path=path, reason=str(error)))


def _file(path: str, place: Path) -> File:
    data = _bytes(place)
    if not data:
        raise Unreadable("empty file")
    return File(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _bytes(place: Path) -> bytes:
    """A file's bytes. Raises Unreadable."""
    try:
        # Without waiting: what was a file a moment ago may be a pipe now.
        descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"cannot be opened: {_cause(error)}") from error
    if len(data) > MOST_BYTES:
        raise Unreadable(f"larger than {MOST_BYTES >> 20} MB: split it")
    return data


def _register(folder: Path, paths: Collection[str]) -> Register:
    """The folder's register, an empty one where there is none. Raises FolderUnusable."""
    present = [name for name in REGISTERS if (folder / name).exists()]
    if len(present) > 1:
        raise FolderUnusable(f"{' and '.join(present)} both stand in {folder}: keep one")
    if not present:
        return Register()
    try:
        return register(present[0], rows(present[0], _bytes(folder / present[0])), paths)
    except Unreadable as error:
        # Without it a repealed document would pass for one in force.
        raise FolderUnusable(f"{present[0]} cannot be read: {error}") from error


def corrections(folder: Path) -> Corrections:
    """The corrections of rules that are kept beside the documents, none without the file. Raises FolderUnusable."""
    if not (_usable(folder) / CORRECTIONS).exists():
        return Corrections()
    try:
        # the words of a clause have more Chinese commas than a row has columns
        grid = separated.values(_bytes(folder / CORRECTIONS), separators=",;\t")
    except Unreadable as error:
        raise FolderUnusable(f"{CORRECTIONS} cannot be read: {error}") from error
    given = correction_rows.lines(CORRECTIONS, [[*map(correction_rows.unguarded, row)] for row in grid])
    wrong = tuple(line.fault for line in given if line.fault)
    if [line.where for line in given if line.fault] == [CORRECTIONS]:
        raise FolderUnusable(wrong[0])  # no table at all: every correction would be lost
    return Corrections(found=tuple(correction_rows.corrections(given)), wrong=wrong)


def rows(name: str, data: bytes) -> list[Row]:
    """The rows of a register file under their column names; rows without a value are passed over."""
    grid: list[list[object]] = sheet.values(data) if name.endswith(".xlsx") else [[*r] for r in separated.values(data)]
    top = next((index for index, row in enumerate(grid) if _is_header(row)), None)
    if top is None:
        raise Unreadable("no row names its columns: one must be called file")
    header = [str(cell or "").strip() for cell in grid[top]]
    return [
        Row(number=number, values=_named(header, row))
        for number, row in enumerate(grid[top + 1 :], top + 2)
        if any(str(cell).strip() for cell in row if cell is not None)
    ]


def _is_header(row: list[object]) -> bool:
    return any(key_of(str(cell)) == "file" for cell in row if cell is not None)


def _named(header: list[str], row: list[object]) -> dict[str, object]:
    """A row's values by column; one that stands under no name keeps its column's letter."""
    letters = [f"column {chr(65 + i % 26)}" for i in range(len(row))]
    names = [
        header[i] if i < len(header) and header[i] and header[i] not in header[:i] else letters[i]
        for i in range(len(row))
    ]
    return {name: value for name, value in zip(names, row, strict=True) if value is not None}


def read(folder: Path, file: File) -> Read:
    """The lines and the facts of one file. Raises Unreadable."""
    content = formats.read(file.path, _bytes(_place(folder, file.path)))
    known = _facts(content, file)
    guessed = "" if formats.suffix(file.path) in formats.TABULAR else titles.guess(content.lines)
    title = known.title or content.title or guessed or titles.stem(file.path)
    whole = known.model_copy(update={"title": title, "audience": known.audience or file.audience})
    return Read(lines=content.lines, facts=whole, missing=content.missing, front=bool(content.front))


def _place(folder: Path, path: str) -> Path:
    """Where a file stands on a disk that may write its characters in another form."""
    place = folder / path
    if place.exists():
        return place
    place = folder
    for part in path.split("/"):
        names = os.listdir(place) if place.is_dir() else []
        place /= next((name for name in names if unicodedata.normalize("NFC", name) == part), part)
    return place


def _facts(content: Content, file: File) -> Facts:
    """What front matter and register say together; where they say two things, neither is believed."""
    try:
        own = facts(content.front, "front matter")
    except WrongFacts as error:
        raise Unreadable(str(error)) from error
    if file.facts is None:
        return own
    for key in own.model_fields_set & file.facts.model_fields_set:
        if getattr(own, key) != getattr(file.facts, key):
            raise Unreadable(f"front matter and register say two things of {key}: keep one")
    stated = {key: getattr(own, key) for key in own.model_fields_set}
    return file.facts.model_copy(update=stated)
