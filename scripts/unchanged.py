"""What the last reindex said, and all that it said it of: where nothing of that changed, it needn't be done again."""

import contextlib
import hashlib
import os
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from corpus.beside import Corrections
from corpus.formats import Unreadable
from corpus.glossary import Glossary
from corpus.models import Record
from corpus.read import Folder, read
from scripts.reindexed import Report

ROOT = Path(__file__).parent.parent
RECORD = "last-reindex.json"


class Last(Record):
    """The report of the last reindex, and the hash of what went into it."""

    given: str
    report: Report


def given(folder: Folder, corrections: Corrections, glossary: Glossary, today: date) -> str:
    """Return one hash of all that a reindex goes by: files, register, corrections, glossary, our own code, day.

    The day is in it because an FAQ entry may be suspended, and a rule may end, from one day to the next.
    """
    parts = (code(), today.isoformat(), *(one.model_dump_json() for one in (folder, corrections, glossary)))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def code() -> str:
    """Return one hash of the code that reads documents and sets them against each other."""
    found = hashlib.sha256()
    for folder in ("corpus", "bot/answering", "scripts"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            found.update(file.read_bytes())
    return found.hexdigest()


def last(data: Path, key: str, documents: Path, folder: Folder) -> Report | None:
    """Return the last report, as one of nothing changed, where it was made of the same; None otherwise.

    A file that could not be read is tried again: what was missing on the machine may be there now.
    """
    try:
        known = Last.model_validate_json((data / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None
    report = known.report
    if known.given != key or any(_reads(documents, folder, path) for path in _unread(report, folder)):
        return None
    return report.model_copy(
        update={"new": (), "changed": (), "removed": (), "unchanged": report.documents, "encoded": 0}
    )


def keep(data: Path, key: str, report: Report) -> None:
    """Put a report beside the index; a reindex doesn't fail for want of it."""
    beside = data / f"{RECORD}.{os.getpid()}.partial"
    with contextlib.suppress(OSError):
        beside.write_text(Last(given=key, report=report).model_dump_json(), encoding="utf-8")
        beside.replace(data / RECORD)


def _unread(report: Report, folder: Folder) -> list[str]:
    there = {file.path for file in folder.files}
    return [one.path for one in report.left_out if one.path in there and one.path not in report.in_part]


def _reads(documents: Path, folder: Folder, path: str) -> bool:
    try:
        read(documents, next(file for file in folder.files if file.path == path))
    except Unreadable:
        return False
    return True
