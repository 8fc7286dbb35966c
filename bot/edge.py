"""The edge of every command: a known error is one line, and who stops listening or presses Ctrl-C sees no traceback."""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

from corpus.known import KnownError

# What a shell reports of a program that Ctrl-C ended.
INTERRUPTED = 130


class NotWritten(KnownError):
    """A file that a command was to make cannot be made."""


def stop_at_once(last: Callable[[], None] = lambda: None) -> None:
    """Let SIGTERM end this process with exit code 0 from now on, after one `last` deed, until another takes the signal.

    For while nothing is under way that must come to an end: an exception would break off the loading of a library,
    and some of those make an error of their own out of it.
    """

    def stop(_: int, __: FrameType | None) -> None:
        last()
        os._exit(0)

    signal.signal(signal.SIGTERM, stop)


def ended(command: Callable[[], int]) -> int:
    """Run a command to its end; return its exit code."""
    try:
        code = command()
        sys.stdout.flush()  # here rather than at exit, where nobody could catch what it raises
    except KnownError as error:
        sys.stderr.write(f"guiju: {error}\n")
        return 1
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: 1 file, 2 files, 3 entries."""
    several = f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"
    return f"{number} {noun}" if number == 1 else f"{number} {several}"


def write_new(file: Path, content: bytes) -> None:
    """Write a file that was not there; an admin's own words may stand in one that is. Raises NotWritten."""
    try:
        with file.open("xb") as opened:
            opened.write(content)
    except FileExistsError:
        raise NotWritten(f"{file} is there already and is never overwritten: give another name") from None
    except OSError as error:
        raise NotWritten(f"{file} cannot be written: {error.strerror}") from error


def day(text: str) -> date:
    """The day that a flag of a command names; anything else is a usage error."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day: write it as YYYY-MM-DD') from error
