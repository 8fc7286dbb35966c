"""One file in two generations."""

import os
import shutil
from pathlib import Path

FEW = 5_000  # passages of a generation, some 60 MB, up to which each has files of its own


def share(file: Path, place: Path, passages: int) -> None:
    """Let a file that is never written again stand in a second generation too, of so many passages.

    In a small one it is copied, so that what happens to one leaves the other whole; in a large one it is one file
    with two names, where the disk can.
    """
    try:
        if passages > FEW:
            os.link(file, place)
            return
    except OSError:
        pass
    shutil.copy2(file, place)
