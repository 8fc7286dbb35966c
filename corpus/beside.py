"""What stands beside the documents and is none of them: the register, corrections of rules, the glossary."""

import os
import stat
from collections.abc import Collection
from pathlib import Path

from corpus.facts import key_of
from corpus.formats import Unreadable, separated, sheet
from corpus.glossary import Glossary, glossary
from corpus.known import KnownError
from corpus.models import LeftOut, Record
from corpus.register import Register, Row, register
from corpus.rules import correction_rows
from corpus.rules.corrections import Correction

REGISTERS = ("register.xlsx", "register.csv")
CORRECTIONS = "rule-corrections.csv"
GLOSSARIES = ("glossary.xlsx", "glossary.csv")
ASIDE = (*REGISTERS, CORRECTIONS, *GLOSSARIES)
# Ten times the largest policy with pictures that we have seen.
MOST_BYTES = 64 * 1024 * 1024
_ONE_GLOSSARY = f"{' and '.join(GLOSSARIES)} both stand in the folder: keep one"


class FolderUnusable(KnownError):
    """The documents folder cannot be used."""


class Corrections(Record):
    """What an admin says that clauses rule, and each row that says it wrongly."""

    found: tuple[Correction, ...] = ()
    wrong: tuple[str, ...] = ()


def usable(folder: Path) -> Path:
    """A folder that can be read, in full. Raises FolderUnusable."""
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise FolderUnusable(f"{folder} is no folder: name the folder of the documents")
        os.listdir(folder)
    except FileNotFoundError as error:
        raise FolderUnusable(f"{folder} does not exist: name the folder of the documents") from error
    except (OSError, ValueError) as error:
        raise FolderUnusable(f"{folder} cannot be opened: {cause(error)}") from error
    return folder.resolve()


def cause(error: Exception) -> str:
    """Why a file can't be opened, in a few words."""
    if isinstance(error, PermissionError):
        return "no read permission"
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


def bytes_of(place: Path) -> bytes:
    """A file's bytes. Raises Unreadable."""
    try:
        # Without waiting: what was a file a moment ago may be a pipe now.
        descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"cannot be opened: {cause(error)}") from error
    if len(data) > MOST_BYTES:
        raise Unreadable(f"larger than {MOST_BYTES >> 20} MB: split it")
    return data


def registered(folder: Path, paths: Collection[str]) -> Register:
    """The folder's register, an empty one where there is none. Raises FolderUnusable."""
    present = [name for name in REGISTERS if (folder / name).exists()]
    if len(present) > 1:
        raise FolderUnusable(f"{' and '.join(present)} both stand in {folder}: keep one")
    if not present:
        return Register()
    try:
        return register(present[0], rows(present[0], bytes_of(folder / present[0])), paths)
    except Unreadable as error:
        # Without it a repealed document would pass for one in force.
        raise FolderUnusable(f"{present[0]} cannot be read: {error}") from error


def corrections(folder: Path) -> Corrections:
    """The corrections of rules that are kept beside the documents, none without the file. Raises FolderUnusable."""
    if not (usable(folder) / CORRECTIONS).exists():
        return Corrections()
    try:
        # the words of a clause have more Chinese commas than a row has columns
        grid = separated.values(bytes_of(folder / CORRECTIONS), separators=",;\t")
    except Unreadable as error:
        raise FolderUnusable(f"{CORRECTIONS} cannot be read: {error}") from error
    given = correction_rows.lines(CORRECTIONS, [[*map(correction_rows.unguarded, row)] for row in grid])
    wrong = tuple(line.fault for line in given if line.fault)
    if [line.where for line in given if line.fault] == [CORRECTIONS]:
        raise FolderUnusable(wrong[0])  # no table at all: every correction would be lost
    return Corrections(found=tuple(correction_rows.corrections(given)), wrong=wrong)


def words(folder: Path) -> Glossary:
    """The glossary that is kept beside the documents, an empty one where there is none. Raises FolderUnusable."""
    present = [name for name in GLOSSARIES if (usable(folder) / name).exists()]
    if len(present) > 1:
        return Glossary(left_out=tuple(LeftOut(path=name, reason=_ONE_GLOSSARY) for name in present))
    try:
        return glossary(present[0], _grid(present[0], bytes_of(folder / present[0]))) if present else Glossary()
    except Unreadable as error:
        return Glossary(left_out=(LeftOut(path=present[0], reason=str(error)),))


def rows(name: str, data: bytes) -> list[Row]:
    """The rows of a register file under their column names; rows without a value are passed over."""
    grid = _grid(name, data)
    top = next((index for index, row in enumerate(grid) if _is_header(row)), None)
    if top is None:
        raise Unreadable("no row names its columns: one must be called file")
    header = [str(cell or "").strip() for cell in grid[top]]
    return [
        Row(number=number, values=_named(header, row))
        for number, row in enumerate(grid[top + 1 :], top + 2)
        if any(str(cell).strip() for cell in row if cell is not None)
    ]


def _grid(name: str, data: bytes) -> list[list[object]]:
    return sheet.values(data) if name.endswith(".xlsx") else [[*row] for row in separated.values(data)]


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
