"""What fine-tuning taught the default model: low-rank changes of its weights, added when the model is made.

`scripts.train` writes the file. For each dense layer it changes it holds A of shape (rank, in) and
B of shape (out, rank), in half precision; the layer's weight becomes W + B A. It also holds the layer, of no bias,
that makes the short vectors of single tokens out of their states.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.known import KnownError
from index.model.weights import Tensor

FILE = Path(__file__).parent.parent / "adapter.safetensors"
NARROW = "tokens.weight"  # the layer that makes a token's state a short vector, of shape (WIDTH, hidden)
WIDTH = 96
_A, _B = ".lora_A.weight", ".lora_B.weight"


class AdapterDamaged(KnownError):
    """The adapter does not fit the model."""


def fingerprint(file: Path | None = FILE) -> str:
    """Return the SHA-256 of an adapter, empty for none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file else ""


def merged(tensors: Mapping[str, Tensor], file: Path | None = FILE) -> dict[str, Tensor]:
    """Return a model's tensors with an adapter added to them; raises AdapterDamaged."""
    if file is None:
        return dict(tensors)
    learned = _load(file)
    result = dict(tensors)
    for name in (name.removesuffix(_A) for name in learned if name.endswith(_A)):
        # in double precision the sums are exact, so that every machine makes the same model, of the same name
        down, up = learned[name + _A].astype(np.float64), learned.get(name + _B)
        weight = result.get(f"{name}.weight")
        if up is None or weight is None or weight.shape != (up.shape[0], down.shape[1]):
            raise AdapterDamaged(f"{file.name} doesn't fit the model at {name}: get the file again")
        result[f"{name}.weight"] = (weight + up.astype(np.float64) @ down).astype(np.float32)
    return result


def narrow(file: Path | None = FILE) -> dict[str, Tensor]:
    """Return the layer that makes the vectors of tokens, by its name; nothing where there is none."""
    learned = _load(file) if file else {}
    return {NARROW: learned[NARROW].astype(np.float32)} if NARROW in learned else {}


def _load(file: Path) -> dict[str, NDArray[np.float16]]:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        return dict(load_file(file))
    except SafetensorError as error:
        raise AdapterDamaged(f"{file.name} is damaged: {error}; get the file again") from error
