"""Any sentence-transformers model, through torch: seconds to import, every architecture."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from index import tokens
from index.model.adapter import NARROW
from index.model.encoded import Encoded
from index.model.folder import NARROW_FILE, ModelUnusable, prompts

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
        self.narrow = _narrow(folder)
        self.before = [len(self.model.tokenizer(prompt)["input_ids"]) - 1 for prompt in self.prompts]

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """L2-normalised rows of shape (len(texts), dimension), in the order of the texts."""
        return self.read(texts, query=query).vectors

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same rows, and the vectors of each text's own tokens where the model has a layer for them."""
        if not texts:
            return Encoded(np.zeros((0, self.dimension), np.float32), [])
        rounding = torch.autocast("cpu", torch.bfloat16) if self.half else contextlib.nullcontext()
        with rounding:
            found: list[dict[str, torch.Tensor]] = self.model.encode(  # type: ignore[assignment]
                list(texts), prompt=self.prompts[query], batch_size=BATCH, output_value=None, show_progress_bar=False
            )
        vectors = torch.stack([one["sentence_embedding"].float() for one in found])
        unit = torch.nn.functional.normalize(vectors, dim=1).numpy()
        return Encoded(np.asarray(unit, np.float32), [self._own(one, query) for one in found])

    def _own(self, one: dict[str, torch.Tensor], query: bool) -> tokens.Tokens:
        if self.narrow is None:
            return tokens.none()
        last = int(one["attention_mask"].sum()) - 1
        states = one["token_embeddings"][self.before[query] : min(last, self.before[query] + tokens.MOST)]
        short = torch.nn.functional.normalize(states.float() @ self.narrow.T, dim=1)
        return tokens.rounded(short.numpy())


def _narrow(folder: Path) -> torch.Tensor | None:
    """The layer that makes the vectors of tokens; None for a model without."""
    file = folder / NARROW_FILE
    return load_file(file)[NARROW] if file.is_file() else None


def _load(folder: Path) -> SentenceTransformer:
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # it reports weights that pooling doesn't use as missing
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except UNLOADABLE as error:
        reason = str(error).strip().splitlines()[:1] or [type(error).__name__]
        raise ModelUnusable(f"the model in {folder} can't be loaded: {reason[0]}") from error
