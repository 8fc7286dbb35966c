"""The database of a data folder, guiju.db: one connection for several threads, beside those of other processes."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Self

from sqlite_utils import Database

from bot.database import opened
from bot.people import key
from bot.records import schema
from corpus.known import KnownError

# Seconds to wait for another process to finish writing: more would keep a person waiting for an answer.
WAIT = 5.0
# SQLite counts rows in 64 bits, and the number of an answer comes back from a button.
LAST_ID = 2**63 - 1


class LogUnwritable(KnownError):
    """The question log cannot be opened, read or written."""


_REMEDY = {
    sqlite3.SQLITE_BUSY: "another program holds it: close that one, or try again",
    sqlite3.SQLITE_FULL: "free some space",
    sqlite3.SQLITE_IOERR: "see whether the disk is full or damaged",
    sqlite3.SQLITE_READONLY: "let this user write the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "let this user write the file and its folder",
    sqlite3.SQLITE_PERM: "let this user write the file and its folder",
    sqlite3.SQLITE_CORRUPT: "put it back from a backup",
    sqlite3.SQLITE_NOTADB: "put it back from a backup",
}


class Store:
    """The database and the key of one data folder."""

    def __init__(self, path: Path, db: Database, secret: bytes) -> None:
        self._path = path
        self._db = db
        self._secret = secret
        self._lock = Lock()

    @classmethod
    def open(cls, data: Path, *, wait: float = WAIT) -> Self:
        """The database in this folder, made on first use; raises LogUnwritable or KeyUnusable."""
        path = data / "guiju.db"
        with _known(path):
            data.mkdir(parents=True, exist_ok=True)
            secret = key.load(data / "key")
            with _alone(data):
                return cls(path, opened(path, wait, partial(_prepare, path)), secret)

    def hashed(self, person: str) -> str:
        """The keyed hash of a user id, or of anything that must not be read from the file."""
        return key.hashed(person, self._secret)

    def sealed(self, text: str) -> str:
        """A text that only the holder of the key can read again."""
        return key.sealed(text, self._secret)

    def opened(self, text: str) -> str:
        """A sealed text again, "" where it is none."""
        return key.opened(text, self._secret)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database for one thread at a time: a transaction belongs to the whole connection."""
        with self._lock, _known(self._path):
            yield self._db

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The database inside one transaction: all of it is kept, or nothing."""
        with self.reading() as db:
            # A transaction that reads first and writes later is refused, without waiting, when another
            # process wrote in between; one that starts as a writer waits its turn.
            db.execute("begin immediate")
            with db.conn:
                yield db

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            self._db.close()


def stamped(moment: datetime | None = None) -> str:
    """A moment, by default this one, as it stands in every table: UTC, so that text sorts as time does."""
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds")


@contextmanager
def _known(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk say into the one error that callers know."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        remedy = f": {_REMEDY[code]}" if code in _REMEDY else ""
        raise LogUnwritable(f"the question log {path} cannot be used, {error}{remedy}") from error
    except OSError as error:
        raise LogUnwritable(f"the question log {path} cannot be used, {error.strerror}") from error


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Nobody else opens this log meanwhile: of two who set WAL, SQLite refuses one without waiting."""
    folder = os.open(data, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _prepare(path: Path, db: Database) -> None:
    newer = schema.unknown(db)
    if newer:
        raise LogUnwritable(f"{path} was made by a newer Guiju, with {', '.join(newer)}: update this one")
    db.enable_wal()
    # what is deleted is gone from the file, not only from its tables
    db.execute("pragma secure_delete = on")
    schema.update(db)
