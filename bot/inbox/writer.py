"""One thread that does all the writing to a database, and shares the wait for the disk among those who ask for it."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from sqlite3 import Error
from typing import Any, TypeVar

from sqlite_utils import Database

T = TypeVar("T")
Step = Callable[[Database], T]


class Writer:
    """Takes steps in the order of asking; those that have piled up meanwhile are one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._steps: SimpleQueue[tuple[Step[Any], Future[Any]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="writer", daemon=True)
        self._thread.start()

    async def do(self, step: Step[T]) -> T:
        """What a step returns, once it is on disk; raises sqlite3.Error for all steps of a transaction that failed."""
        future: Future[T] = Future()
        self._steps.put((step, future))
        # who waits may be cancelled; a step that was asked for is taken all the same
        return await asyncio.shield(asyncio.wrap_future(future))

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
            self._take([one for one in batch if one])

    def _piled_up(self) -> list[tuple[Step[Any], Future[Any]] | None]:
        """Waits for a step and returns it with all that are there by then."""
        batch = [self._steps.get()]
        while True:
            try:
                batch.append(self._steps.get_nowait())
            except Empty:
                return batch

    def _take(self, batch: list[tuple[Step[Any], Future[Any]]]) -> None:
        if not batch:
            return
        try:
            self._db.execute("begin immediate")
            with self._db.conn:
                outcomes = [step(self._db) for step, _ in batch]
        except Error as error:
            for _, future in batch:
                future.set_exception(error)
        else:
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                future.set_result(outcome)
