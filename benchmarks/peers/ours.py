"""The product's search over plain passages: vectors and words fused, the best compared token by token."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as python -m bot does

from benchmarks.peers.material import Given
from benchmarks.peers.turns import K, Search, serve
from bot.settings import Settings
from scripts.bare import searcher


def load(_: str) -> Settings:
    """Return the settings, which name the model."""
    return Settings.from_env(os.environ)


def index(settings: Settings, given: Given) -> Search:
    """Open the index that the others' vectors were taken from."""
    search = searcher(given.rows, settings.encoder, settings.cache)
    return lambda question: search(question, K)


if __name__ == "__main__":
    serve(load, index, ["onnxruntime", "faiss-cpu", "tantivy"])
