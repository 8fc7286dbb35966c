"""The inbox: what came from a messenger, on disk before the messenger is told so, until it has been answered.

It is a file of its own, beside the question log: it has one writer that must never wait for another, a text stays
in it only until it is answered, and a backup that is put back must not answer old questions again.
"""

import asyncio
import contextlib
import fcntl
import hashlib
import logging
import os
import sqlite3
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

from pydantic import Field
from sqlite_utils import Database, Migrations

from bot.database import opened
from bot.inbox.lines import Waiting
from bot.inbox.marks import Marks
from bot.inbox.writer import Step, Writer
from corpus.known import KnownError
from corpus.models import Record

T = TypeVar("T")
# A messenger sends again for a day what was not acknowledged; a number is known for longer than that.
KEPT = timedelta(days=2)
AGAIN_SECONDS = 1.0
# Seconds to wait for another program that writes here, as none should.
WAIT = 1.0
MEANWHILE = "nothing new is acknowledged or answered, and what has come is kept, until it can"

log = logging.getLogger(__name__)


class InboxUnusable(KnownError):
    """The inbox cannot be opened, read or written."""


def event_number(name: str) -> int:
    """A number for an event that the messenger names instead: 63 bits of the hash of its name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") >> 1


class Letter(Record):
    """What came, as the messenger sent it; `event` is the messenger's number of it, `chat` whose line it stands in."""

    # SQLite counts in 64 bits
    event: int = Field(ge=0, lt=2**63)
    chat: str
    body: str


class Begun(Record):
    """A letter that is being answered: which try this is, and what earlier tries have sent."""

    event: int
    body: str
    tries: int
    sent: Mapping[str, Any]

    @classmethod
    def of(cls, letter: Letter) -> Self:
        """A letter that is tried for the first time."""
        return cls(event=letter.event, body=letter.body, tries=1, sent={})


def m001_letters(db: Database) -> None:
    """Letters in the order of coming, with numbers that never come again; a done one has an empty `body`."""
    db.execute("""
        create table letters (
            number integer primary key autoincrement,
            event integer not null unique,
            chat text not null,
            at text not null,
            body text not null,
            tries integer not null,
            done_at text
        )
    """)
    db.execute("create index waiting on letters (number) where done_at is null")


migrations = Migrations("inbox")
migrations()(m001_letters)


class Inbox:
    """The inbox of one data folder and one process.

    What is awaited may raise InboxUnusable, and has its outcome on disk when it returns.
    """

    def __init__(self, path: Path, db: Database, alone: int) -> None:
        self._path, self._alone = path, alone
        self._marks = Marks(path.with_suffix(".sent"), {one.number for one in _waiting(db)})
        self._writer = Writer(db)
        self._trouble = False

    @classmethod
    def open(cls, data: Path) -> Self:
        """The inbox in this folder, made on first use; raises InboxUnusable, also when another bot has it open."""
        path = data / "inbox.db"
        try:
            data.mkdir(parents=True, exist_ok=True)
            with contextlib.ExitStack() as undo:
                alone = _alone(path.with_suffix(".lock"))
                undo.callback(os.close, alone)
                inbox = cls(path, _opened(path), alone)
                undo.pop_all()
            return inbox
        except (sqlite3.Error, OSError) as error:
            raise InboxUnusable(f"the inbox {path} cannot be opened: {error}") from error

    async def put(self, letters: Sequence[Letter], begun: Collection[int] = ()) -> tuple[Waiting, ...]:
        """Those that had not come before, now on disk; of the `begun` events with a first try counted already."""
        return await self._do(
            lambda db: tuple(new for letter in letters if (new := _put(db, letter, int(letter.event in begun))))
        )

    async def waiting(self) -> tuple[Waiting, ...]:
        """All that is not done, in the order of coming."""
        return await self._do(_waiting)

    async def read(self, number: int) -> Begun:
        """A letter as it stands."""
        row = await self._do(lambda db: _read(db, number))
        return Begun(**row, sent=self._marks.of(number))

    async def begin(self, number: int) -> Begun:
        """Counts one more try on disk before it is made, and returns the letter."""

        def step(db: Database) -> dict[str, Any]:
            db.execute("update letters set tries = tries + 1 where number = ?", (number,))
            return _read(db, number)

        row = await self._do(step)
        return Begun(**row, sent=self._marks.of(number))

    async def unbegin(self, number: int) -> None:
        """Takes a try back that came to nothing by no fault of the letter."""
        sql = "update letters set tries = max(0, tries - 1) where number = ?"
        await self._do(lambda db: db.execute(sql, (number,)))

    def sent(self, number: int, name: str, message: Mapping[str, Any]) -> None:
        """Notes at once that a part of the answer has been sent, so that it is not sent again."""
        self._marks.add(number, name, message)

    async def finish(self, number: int) -> None:
        """Marks a letter as done and forgets what it said and where."""
        sql = "update letters set done_at = ?, body = '', chat = '' where number = ?"
        await self._do(lambda db: db.execute(sql, (_now(), number)))
        self._marks.drop(number)

    async def tidy(self, kept: timedelta = KEPT) -> int:
        """How many done letters were old enough to be forgotten altogether."""
        before = (datetime.now(UTC) - kept).isoformat(timespec="milliseconds")
        gone = await self._do(lambda db: db.execute("delete from letters where done_at < ?", (before,)).rowcount)
        await asyncio.to_thread(_empty_log, self._path)
        return gone

    def close(self) -> None:
        """Writes what was asked for, and lets go of the file."""
        self._writer.close()
        self._marks.close()
        os.close(self._alone)

    async def _do(self, step: Step[T]) -> T:
        """Takes a step; trouble is logged when it begins and when it is over, however many meet with it."""
        try:
            outcome = await self._writer.do(step)
        except sqlite3.Error as error:
            if not self._trouble:
                log.error("the inbox %s cannot be used: %s: %s", self._path, error, MEANWHILE)
            self._trouble = True
            raise InboxUnusable(f"the inbox {self._path} cannot be used: {error}") from error
        if self._trouble:
            log.warning("the inbox %s can be used again", self._path)
        self._trouble = False
        return outcome


async def insist(make: Callable[[], Awaitable[T]]) -> T:
    """Does what an inbox is asked for as soon as the disk lets it."""
    while True:
        try:
            return await make()
        except InboxUnusable:
            await asyncio.sleep(AGAIN_SECONDS)


def _put(db: Database, letter: Letter, tries: int) -> Waiting | None:
    sql = """
        insert or ignore into letters (event, chat, at, body, tries) values (?, ?, ?, ?, ?)
    """
    done = db.execute(sql, (letter.event, letter.chat, _now(), letter.body, tries))
    if not done.rowcount:
        return None
    return Waiting(number=int(done.lastrowid or 0), event=letter.event, chat=letter.chat, tries=tries)


def _waiting(db: Database) -> tuple[Waiting, ...]:
    rows = db.query("select number, event, chat, tries from letters where done_at is null order by number")
    return tuple(Waiting(**row) for row in rows)


def _read(db: Database, number: int) -> dict[str, Any]:
    return next(db.query("select event, body, tries from letters where number = ?", (number,)))


def _empty_log(path: Path) -> None:
    """Empties the write-ahead log, where texts stand that the database has forgotten; if it is in use, next time."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)").fetchall()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _alone(path: Path) -> int:
    """Holds the lock of this inbox as long as the descriptor is open; the system lets it go when a process dies."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise InboxUnusable(f"another bot is at work on {path.parent}: stop it first") from None
    return lock


def _opened(path: Path) -> Database:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return opened(path, WAIT, partial(_prepare, path))


def _prepare(path: Path, db: Database) -> None:
    newer = {done.name for done in migrations.applied(db)} - {m001_letters.__name__}
    if newer:
        raise InboxUnusable(f"{path} was made by a newer Guiju, with {', '.join(sorted(newer))}: update this one")
    db.enable_wal()
    # each commit waits for the disk, and what is deleted is overwritten
    db.execute("pragma synchronous = full")
    db.execute("pragma secure_delete = on")
    migrations.apply(db)
