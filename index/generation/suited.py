"""Whether a generation suits the program that opens it: built with its model, and read by no newer code."""

from pathlib import Path

from corpus.edition import READING
from corpus.known import REINDEX, KnownError
from index.encoder import Encoder
from index.generation import generations
from index.generation.manifest import Manifest


class ModelMismatch(KnownError):
    """The index was built with another model than the settings name."""


class ReadingNewer(KnownError):
    """The index was made by a newer program, whose records this one doesn't know."""


def check(made: Manifest, encoder: Encoder, data: Path) -> None:
    """Raise ModelMismatch or ReadingNewer unless a generation suits."""
    if (made.model, made.dimension) != (encoder.name, encoder.dimension):
        raise ModelMismatch(
            f"{generations.folder(data)} was built with {made.model} ({made.dimension}), settings name "
            f"{encoder.name} ({encoder.dimension}): run {REINDEX}"
        )
    if made.reading.isdecimal() and int(made.reading) > int(READING):
        raise ReadingNewer(
            f"{generations.folder(data)} was made by a newer Guiju (reading {made.reading}, this one has {READING}): "
            f"start this program anew, or update it"
        )


def older(made: Manifest, data: Path) -> str:
    """What there is to say of a generation that an older program has read, which answers all the same; "" of others."""
    if made.reading == READING:
        return ""
    return (
        f"{generations.folder(data)} was read by an older Guiju (reading {made.reading}, this one has {READING}): "
        f"to have the documents read as this one does, run {REINDEX}"
    )
