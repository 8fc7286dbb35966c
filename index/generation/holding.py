"""Who has a generation open: it is not cleaned up as long as anybody does."""

import fcntl
import os
import shutil
from pathlib import Path

from corpus.known import REINDEX
from index.generation.generations import MANIFEST, GenerationDamaged


def hold(place: Path) -> int:
    """Keep a generation from being cleaned up until the returned descriptor is closed; raises GenerationDamaged."""
    try:
        held = os.open(place / MANIFEST, os.O_RDONLY)
    except OSError as error:
        raise GenerationDamaged(f"{place / MANIFEST} can't be read: run {REINDEX}") from error
    if not _locked(held, fcntl.LOCK_SH):
        os.close(held)
        raise GenerationDamaged(f"{place} is being cleaned up: ask again")
    return held


def remove(place: Path) -> None:
    """Remove a generation unless somebody holds it."""
    try:
        held = os.open(place / MANIFEST, os.O_RDONLY)
    except FileNotFoundError:  # left over from a removal that was killed
        shutil.rmtree(place)
        return
    try:
        if _locked(held, fcntl.LOCK_EX):
            shutil.rmtree(place)
    finally:
        os.close(held)


def _locked(held: int, kind: int) -> bool:
    try:
        fcntl.flock(held, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return kind == fcntl.LOCK_SH  # a disk without locks: nothing is held there, and nothing removed
    return True
