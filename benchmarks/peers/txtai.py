"""txtai: its embeddings database with defaults, and with `hybrid` its keyword index besides.

It takes vectors only as a model of its own, so what is indexed is encoded by one that looks them up. The index is
then saved and opened with the real model, which encodes the questions.
"""

import sys
import tempfile
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from txtai import Embeddings

from benchmarks.peers.material import Given
from benchmarks.peers.turns import K, Search, serve


def load(model: str) -> dict[str, object]:
    """Return how the real model is set up, with a prompt for questions and one for passages."""
    return {"method": None, "path": model, "instructions": {"query": "query: ", "data": "passage: "}}


def index(model: dict[str, object], given: Given) -> Search:
    """Index with known vectors, then open with the model."""
    known = dict(zip(given.texts, given.vectors, strict=True))

    def looked_up(texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([known[text] for text in texts])

    made = Embeddings({"method": "external", "transform": looked_up, "hybrid": "hybrid" in sys.argv[2:]})
    made.index(zip(given.ids, given.texts, strict=True))
    embeddings = Embeddings()
    with tempfile.TemporaryDirectory() as folder:
        made.save(folder)
        embeddings.load(folder, config=model)
    return lambda question: [str(id) for id, _ in embeddings.search(question, K)]


if __name__ == "__main__":
    serve(load, index, ["txtai", "sentence-transformers", "faiss-cpu"])
