"""sentence-transformers in float32: the encoding alone, or with `faiss` a flat FAISS index and nothing around it."""

import sys

import faiss
from sentence_transformers import SentenceTransformer

from benchmarks.peers.material import Given
from benchmarks.peers.turns import K, Search, serve


def load(model: str) -> SentenceTransformer:
    """Load the model."""
    return SentenceTransformer(model, device="cpu")


def index(model: SentenceTransformer, given: Given) -> Search:
    """Encode a question, and with `faiss` look for the nearest vectors."""
    if "faiss" not in sys.argv[2:]:
        return lambda question: [] if model.encode([question], prompt_name="query").any() else [""]
    flat, ids = faiss.IndexFlatIP(given.vectors.shape[1]), given.ids
    flat.add(given.vectors)

    def search(question: str) -> list[str]:
        _, numbers = flat.search(model.encode([question], prompt_name="query"), K)
        return [ids[number] for number in numbers[0]]

    return search


if __name__ == "__main__":
    serve(load, index, ["sentence-transformers", "torch", "faiss-cpu"])
