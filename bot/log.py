"""The question log: every question with its answer, what it rested on, and what its asker thought of it."""

import fcntl
import hashlib
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, Self

from pydantic import ValidationError
from sqlite_utils import Database

from bot import key, schema
from bot.answering.models import Answer, Citation
from bot.review import Cited, Group, Logged, normal, review
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


class Log:
    """The question log of one data folder, for several threads and several processes at a time."""

    def __init__(self, path: Path, db: Database, secret: bytes) -> None:
        self._path = path
        self._db = db
        self._secret = secret
        self._lock = Lock()

    @classmethod
    def open(cls, data: Path, *, wait: float = WAIT) -> Self:
        """The log in this folder, made on first use; raises LogUnwritable or KeyUnusable."""
        path = data / "guiju.db"
        with _known(path):
            data.mkdir(parents=True, exist_ok=True)
            secret = key.load(data / "key")
            with _alone(data):
                return cls(path, _opened(path, wait), secret)

    def record(self, answer: Answer, *, channel: str, person: str) -> int:
        """The number under which this answer is kept from now on."""
        row = {
            "at": _now(),
            "channel": channel,
            "person": key.hashed(person, self._secret),
            "normal": normal(answer.question),
            "answer": answer.model_dump_json(),
            **answer.model_dump(mode="json", include=_COLUMNS),
        }
        with self._writing() as db:
            asked = int(db.table("asked").insert(row).last_pk)  # type: ignore[arg-type]
            db.table("citations").insert_all(_citation_row(asked, cited) for cited in answer.citations)
        return asked

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """Whether this person asked that question, and so may rate its answer; the last press counts."""
        if not 0 < asked <= LAST_ID:
            return False
        sql = "update asked set liked = ?, rated_at = ? where id = ? and person = ?"
        with self._writing() as db:
            done = db.execute(sql, (liked, _now(), asked, key.hashed(person, self._secret)))
            return done.rowcount == 1

    def answer(self, asked: int) -> Answer | None:
        """The whole answer; None if there is none, or an earlier version of Guiju wrote it otherwise."""
        if not 0 < asked <= LAST_ID:
            return None
        with self._reading() as db:
            row = db.execute("select answer from asked where id = ?", (asked,)).fetchone()
        try:
            return Answer.model_validate_json(row[0]) if row else None
        except ValidationError:
            return None

    def handled(self, ids: Iterable[int], note: str = "") -> int:
        """How many of these questions are now marked as dealt with, and stay out of the review."""
        sql = "update asked set handled_at = ?, note = ? where id = ?"
        now = _now()
        with self._writing() as db:
            return sum(db.execute(sql, (now, note, one)).rowcount for one in ids if 0 < one <= LAST_ID)

    def questions(self, since: datetime | None = None) -> tuple[Logged, ...]:
        """Every question from a moment on, in the order of asking."""
        earliest = since.astimezone(UTC).isoformat(timespec="milliseconds") if since else ""
        with self._reading() as db:
            cited = _cited(db, earliest)
            rows = list(db.query(_QUESTIONS, (earliest,)))
        return tuple(_logged(row, cited[row["id"]]) for row in rows)

    def unanswered(self, since: datetime | None = None) -> tuple[Group, ...]:
        """Groups with a question to which nothing was found."""
        return review(self.questions(since)).unanswered

    def disliked(self, since: datetime | None = None) -> tuple[Group, ...]:
        """Groups with an answer that its asker marked down."""
        return review(self.questions(since)).disliked

    def repeated(self, since: datetime | None = None) -> tuple[Group, ...]:
        """Groups of questions asked more than once."""
        return review(self.questions(since)).repeated

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        """The database for one thread at a time: a transaction belongs to the whole connection."""
        with self._lock, _known(self._path):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """The database inside one transaction: all of it is kept, or nothing."""
        with self._reading() as db:
            # A transaction that reads first and writes later is refused, without waiting, when another
            # process wrote in between; one that starts as a writer waits its turn.
            db.execute("begin immediate")
            with db.conn:
                yield db


_COLUMNS = {"question", "language", "status", "text", "generation", "as_of", "took_ms"}
_QUESTIONS = """
    select id, at, question, language, status, text, channel, person, liked, handled_at
    from asked where at >= ? order by id
"""
_CITED = """
    select asked, document, title, clause, link from citations
    where asked in (select id from asked where at >= ?) order by asked, n
"""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _citation_row(asked: int, cited: Citation) -> dict[str, Any]:
    row = cited.model_dump(mode="json", exclude={"effective", "repealed"})
    return {"asked": asked, **row, "quote_sha256": hashlib.sha256(cited.quote.encode()).hexdigest()}


def _cited(db: Database, earliest: str) -> dict[int, list[Cited]]:
    found: dict[int, list[Cited]] = defaultdict(list)
    for row in db.query(_CITED, (earliest,)):
        found[row.pop("asked")].append(Cited(**row))
    return found


def _logged(row: dict[str, Any], cited: Sequence[Cited]) -> Logged:
    handled = row.pop("handled_at") is not None
    return Logged(**row, handled=handled, cited=tuple(cited))


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


def _opened(path: Path, wait: float) -> Database:
    connection = sqlite3.connect(path, timeout=wait, check_same_thread=False)
    try:
        db = Database(connection, execute_plugins=False)
        _prepare(db, path)
    except BaseException:
        connection.close()
        raise
    return db


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Nobody else opens this log meanwhile: of two who set WAL, SQLite refuses one without waiting."""
    folder = os.open(data, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _prepare(db: Database, path: Path) -> None:
    newer = schema.unknown(db)
    if newer:
        raise LogUnwritable(f"{path} was made by a newer Guiju, with {', '.join(newer)}: update this one")
    db.enable_wal()
    schema.update(db)
