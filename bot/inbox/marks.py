"""What has been sent in answer to letters that are not done: one line a message, written the moment it is known.

A line is with the system as soon as `add` returns, without a wait for the disk: it outlives the process, and a
power cut that takes it costs no more than a message sent twice. Waiting for the disk would only widen the gap in
which a process that is killed has sent something and not noted it. What a full disk does not take is known to this
process, and written as soon as there is room.
"""

import errno
import json
import logging
import os
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

# Lines of letters that are done are swept out when there are so many.
MOST_LINES = 1000

log = logging.getLogger(__name__)


class Marks:
    """The marks of one inbox; those of letters that are not `waiting` are dropped."""

    def __init__(self, path: Path, waiting: Collection[int]) -> None:
        self._path = path
        self._marks = _read(path, waiting)
        self._lines, self._file, self._behind = 0, -1, False
        self._sweep()

    def of(self, number: int) -> Mapping[str, Any]:
        """What has been sent in answer to a letter, by the names of the parts."""
        return dict(self._marks.get(number, {}))

    def add(self, number: int, name: str, message: Mapping[str, Any]) -> None:
        """Notes that a part has been sent."""
        self._marks.setdefault(number, {})[name] = message
        self._lines += 1
        try:
            if self._behind or self._lines > MOST_LINES + 2 * len(self._marks):
                self._sweep()
            else:
                _write(self._file, _line(number, name, message))
        except OSError as error:
            # it has been sent all the same, and this process knows
            if not self._behind:
                log.error("%s cannot be written: %s", self._path, error.strerror)
            self._behind = True
        else:
            self._behind = False

    def drop(self, number: int) -> None:
        """Forgets a letter that is done."""
        self._marks.pop(number, None)

    def close(self) -> None:
        """Lets go of the file."""
        os.close(self._file)

    def _sweep(self) -> None:
        """Leaves only the lines that count; the old file stands until the new one is whole."""
        lines = [_line(n, name, message) for n, parts in self._marks.items() for name, message in parts.items()]
        beside = self._path.with_name(self._path.name + ".new")
        with ExitStack() as undo:
            file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
            undo.callback(os.close, file)
            _write(file, b"".join(lines))
            os.replace(beside, self._path)
            undo.pop_all()
        if self._file >= 0:
            os.close(self._file)
        self._file, self._lines = file, len(lines)


def _write(file: int, lines: bytes) -> None:
    """Writes all of some lines; a disk that takes only a part of them is full."""
    if os.write(file, lines) < len(lines):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _line(number: int, name: str, message: Mapping[str, Any]) -> bytes:
    return json.dumps([number, name, message]).encode() + b"\n"


def _read(path: Path, waiting: Collection[int]) -> dict[int, dict[str, Any]]:
    marks: dict[int, dict[str, Any]] = {}
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return marks
    for line in lines:
        try:
            number, name, message = json.loads(line)
        except ValueError:
            continue  # the end of a line that was cut off
        if number in waiting:
            marks.setdefault(number, {})[name] = message
    return marks
