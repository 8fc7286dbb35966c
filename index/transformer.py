"""Any sentence-transformers model, through torch: seconds to import, every architecture."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from index.encoder import ModelUnusable
from index.folder import prompts

BATCH = 8  # on two cores larger batches only add padding: 21 passages/s against 13 with 32
# what loading raises for files that are missing, cut short, or of a model this version doesn't know
UNLOADABLE = (OSError, ValueError, KeyError, TypeError, ImportError, RuntimeError, SafetensorError)


class Transformer:
    """A model held in memory, in bfloat16 where the processor has it."""

    def __init__(self, name: str, folder: Path, *, half: bool = False) -> None:
        self.name = name
        self.half = half
        self.model = _load(folder)
        self.dimension = int(self.model.get_embedding_dimension() or 0)
        self.prompts = prompts(folder)

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """L2-normalised rows of shape (len(texts), dimension), in the order of the texts."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        rounding = torch.autocast("cpu", torch.bfloat16) if self.half else contextlib.nullcontext()
        with rounding:
            vectors = self.model.encode(
                list(texts),
                prompt=self.prompts[query],
                batch_size=BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return np.asarray(vectors, np.float32)


def _load(folder: Path) -> SentenceTransformer:
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # it reports weights that pooling doesn't use as missing
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except UNLOADABLE as error:
        reason = str(error).strip().splitlines()[:1] or [type(error).__name__]
        raise ModelUnusable(f"the model in {folder} can't be loaded: {reason[0]}") from error
