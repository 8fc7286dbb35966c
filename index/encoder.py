"""What turns text into vectors, and which of them a setting names.

Questions run on an exported model wherever there is one: importing torch takes longer than
answering. Indexing goes over to torch only on processors that calculate in bfloat16, where it is
two to three times as fast as the export; on others the same arithmetic is ten times slower.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from index.model import default
from index.model.encoded import Encoded, Vectors
from index.model.folder import ModelUnusable, fingerprint, holds_model
from index.model.processor import half_is_fast
from index.model.unpacked import Say, quiet

FEW = 500  # texts that the export encodes in the time torch needs to be imported


class Encoder(Protocol):
    """Texts -> vectors. `name` tells models apart whose vectors don't compare."""

    @property
    def name(self) -> str:
        """The model's name and a fingerprint of its files."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """L2-normalised rows of shape (len(texts), dimension); a query gets the question's prompt."""

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same rows, with those of single tokens."""


def load(name: str, cache: Path, say: Say = quiet) -> Encoder:
    """The encoder for questions; '' is the offline default, else a folder or a downloaded model's name."""
    from index.model.exported import open_for_questions

    folder = find(name, cache, say)
    called = _called(name, folder)
    return open_for_questions(called, folder) or _exported(name, folder) or _transformer(name, folder)


def load_for_indexing(name: str, cache: Path, say: Say = quiet) -> Encoder:
    """The encoder that is fastest for many passages on this machine."""
    folder = find(name, cache, say)
    export = _exported(name, folder)
    if export is None:
        return _transformer(name, folder)
    return Swift(export, folder) if half_is_fast() else export


class Swift:
    """The export for the first few texts, torch in bfloat16 when it turns out that there are many."""

    def __init__(self, export: Encoder, folder: Path) -> None:
        self.name = export.name
        self.dimension = export.dimension
        self.encoder = export
        self.folder = folder
        self.left = FEW

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """Encode as the export does, to the rounding of bfloat16."""
        return self.read(texts, query=query).vectors

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same with the vectors of tokens."""
        if 0 <= self.left < len(texts):
            from index.model.transformer import Transformer

            self.encoder = Transformer(self.name, self.folder, half=True)
        self.left -= len(texts)
        return self.encoder.read(texts, query=query)


def find(name: str, cache: Path, say: Say = quiet) -> Path:
    """The folder of a model; raises ModelUnusable, never asks the network for a named one."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # without it a name that isn't here becomes 30 s of retries
    if not name:
        return default.ensure(cache, say)
    folder = Path(name).expanduser()
    folder = folder if folder.is_dir() else _downloaded(name)
    if not holds_model(folder):
        raise ModelUnusable(f"GUIJU_ENCODER is {name!r}: that folder holds no sentence-transformers model")
    return folder


def _downloaded(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise ModelUnusable(
            f"GUIJU_ENCODER is {name!r}: no such folder, and no model of that name was downloaded; "
            "give a model folder, or unset it for the offline default"
        ) from error


def _called(name: str, folder: Path) -> str:
    title = (Path(name).name or folder.name) if name else default.TITLE
    return f"{title}@{fingerprint(folder)[:8]}"


def _exported(name: str, folder: Path) -> Encoder | None:
    from index.model.exported import open_export

    return open_export(_called(name, folder), folder)


def _transformer(name: str, folder: Path) -> Encoder:
    from index.model.transformer import Transformer

    return Transformer(_called(name, folder), folder, half=half_is_fast())
