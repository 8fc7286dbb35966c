"""What admins are told without asking: that the index has changed, that a reindex failed, that the bot had crashed.

Each reindex leaves a small record in the data folder; a running bot reads it between two questions.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from corpus.known import KnownError
from corpus.models import Record

RECORD = "reindexed.json"
SERVING = "serving"


class Outcome(Record):
    """How the last reindex ended, and when: the generation that answers, or why there is no new one."""

    at: str
    generation: str = ""
    left_out: int = 0
    error: str = ""


class What(StrEnum):
    """What has happened."""

    INDEXED = "indexed"
    LEFT_OUT = "left_out"
    FAILED = "failed"
    RESTARTED = "restarted"


class News(Record):
    """Something that happened. `name` tells it from everything else of its kind.

    `left_out` counts files that could not be read, `documents` those that whoever is told may read.
    """

    what: What
    name: str
    left_out: int = 0
    documents: int = 0
    error: str = ""


def leave(data: Path, outcome: Outcome) -> None:
    """Put the record of a reindex into the data folder; a reindex doesn't fail for want of it."""
    if data.is_dir():
        beside = data / f"{RECORD}.{os.getpid()}.partial"
        with contextlib.suppress(OSError):
            beside.write_text(outcome.model_dump_json(), encoding="utf-8")
            beside.replace(data / RECORD)


def left(data: Path) -> Outcome | None:
    """Return the record of the last reindex, None where there is none that can be read."""
    try:
        return Outcome.model_validate_json((data / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None


@contextmanager
def serving(data: Path, alarming: type[KnownError]) -> Iterator[bool]:
    """Mark a data folder as served until the bot ends as it should; yields whether the one before did not.

    A known error was told to whoever started the bot and is no crash, but for an `alarming` one; nor is being stopped
    while it starts (`unmarking`). The mark of a crash stays until a bot ends as it should: one that could not start
    has told nobody of it.
    """
    mark = data / SERVING
    crashed = mark.exists()
    with contextlib.suppress(OSError):
        mark.write_text(datetime.now(UTC).isoformat(), encoding="utf-8")
    try:
        yield crashed
    except alarming:
        raise
    except KnownError:
        if not crashed:
            _unmark(mark)
        raise
    _unmark(mark)


def unmarking(data: Path) -> Callable[[], None]:
    """Return what takes back the mark that is about to be set, and leaves one that a crash has left."""
    mark = data / SERVING
    return (lambda: None) if mark.exists() else (lambda: _unmark(mark))


def _unmark(mark: Path) -> None:
    with contextlib.suppress(OSError):
        mark.unlink()
