"""The generations in a data folder: which are finished, and the one line that says which of them is current."""

import os
import re
from pathlib import Path

from corpus.known import REINDEX, KnownError

CURRENT = "current"  # the one line: the name of the generation that answers
MANIFEST = "manifest.json"  # it is written last: a folder with one is a finished generation
NAME = re.compile(r"gen-(\d{6,})")


class GenerationMissing(KnownError):
    """Nothing has been indexed yet."""


class GenerationDamaged(KnownError):
    """A file of a generation is missing, or is not the one that was built."""


def folder(data: Path) -> Path:
    """Where the generations stand."""
    return data / "index"


def finished(data: Path) -> list[str]:
    """The finished generations, the newest first."""
    found = folder(data).glob("gen-*")
    return sorted((path.name for path in found if NAME.fullmatch(path.name)), key=number, reverse=True)


def number(name: str) -> int:
    """The number in a generation's name."""
    found = NAME.match(name)
    return int(found[1]) if found else 0


def current(data: Path) -> str | None:
    """The name of the generation that answers questions; None before the first."""
    try:
        name = (folder(data) / CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise GenerationDamaged(f"{folder(data) / CURRENT} can't be read: {error}") from error
    if not NAME.fullmatch(name):
        raise GenerationDamaged(f"{folder(data) / CURRENT} names no generation: run {REINDEX}")
    return name


def switch(data: Path, name: str) -> None:
    """Make a finished generation the current one, at once and for good."""
    place = folder(data)
    if not (place / name / MANIFEST).is_file():
        raise GenerationMissing(f"{place / name} is no finished generation")
    beside = place / "current.partial"
    with beside.open("w", encoding="ascii") as opened:
        opened.write(name + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    os.replace(beside, place / CURRENT)
    settle(place)


def settle(path: Path) -> None:
    """Wait until a file's content, or a folder's list of names, is on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def standing(data: Path) -> list[str]:
    """The generation that answers and those before it, which answer when it can't; newest first.

    Where nothing says which it is, it is the newest.
    """
    there = finished(data)
    try:
        now = current(data)
    except GenerationDamaged:
        return there
    return [now, *(name for name in there if number(name) < number(now))] if now else there
