"""Opening a SQLite database for several threads: prepared, or closed again."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from sqlite_utils import Database


def opened(path: Path, wait: float, prepare: Callable[[Database], None]) -> Database:
    """Open a database, waiting for others at most so many seconds; what `prepare` raises leaves nothing open."""
    with ExitStack() as undo:
        connection = sqlite3.connect(path, timeout=wait, check_same_thread=False)
        undo.callback(connection.close)
        db = Database(connection, execute_plugins=False)
        prepare(db)
        undo.pop_all()
    return db
