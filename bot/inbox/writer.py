"""One thread that does all the writing to a database, and shares the wait for the disk among those who ask for it."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from sqlite3 import Error
from typing import Any, TypeVar

from sqlite_utils import Database

T = TypeVar("T")
Step = Callable[[Database], T]


@dataclass(frozen=True)
class Asked:
    """A step that is to be taken, and who waits for it."""

    step: Step[Any]
    outcome: asyncio.Future[Any]


class Writer:
    """Takes steps in the order of asking; those that have piled up meanwhile are one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._steps: SimpleQueue[Asked | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="writer", daemon=True)
        self._thread.start()

    async def do(self, step: Step[T]) -> T:
        """What a step returns, once it is on disk; raises sqlite3.Error for all steps of a transaction that failed.

        Who waits may be cancelled; a step that was asked for is taken all the same.
        """
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._steps.put(Asked(step, outcome))
        return await outcome

    def close(self) -> None:
        """Takes the steps that were asked for, and closes the database."""
        self._steps.put(None)
        self._thread.join()
        self._db.close()

    def _write(self) -> None:
        going_on = True
        while going_on:
            batch = self._piled_up()
            going_on = None not in batch
            if asked := [one for one in batch if one]:
                self._take(asked)

    def _piled_up(self) -> list[Asked | None]:
        """Waits for a step and returns it with all that are there by then."""
        batch = [self._steps.get()]
        while True:
            try:
                batch.append(self._steps.get_nowait())
            except Empty:
                return batch

    def _take(self, batch: Sequence[Asked]) -> None:
        try:
            self._db.execute("begin immediate")
            with self._db.conn:
                outcomes = [one.step(self._db) for one in batch]
        except Error as error:
            self._tell(batch, [error] * len(batch))
        else:
            self._tell(batch, outcomes)

    def _tell(self, batch: Sequence[Asked], outcomes: Sequence[Any]) -> None:
        """Wakes all who wait with one call; nobody waits any more where the loop has ended."""
        with suppress(RuntimeError):
            batch[0].outcome.get_loop().call_soon_threadsafe(_settle, batch, outcomes)


def _settle(batch: Sequence[Asked], outcomes: Sequence[Any]) -> None:
    for one, outcome in zip(batch, outcomes, strict=True):
        if one.outcome.done():
            continue
        if isinstance(outcome, Error):
            one.outcome.set_exception(outcome)
        else:
            one.outcome.set_result(outcome)
