"""Haystack: a pipeline of its text embedder and a retriever over the in-memory store.

`hybrid` joins a BM25 retriever by reciprocal ranks; `faiss` takes the FAISS store in place of the in-memory one.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import SentenceTransformersTextEmbedder
from haystack_integrations.components.retrievers.faiss import FAISSEmbeddingRetriever
from haystack_integrations.document_stores.faiss import FAISSDocumentStore

from benchmarks.peers.material import Given
from benchmarks.peers.turns import K, Search, serve


def load(model: str) -> SentenceTransformersTextEmbedder:
    """Load the model, with a prompt for questions."""
    embedder = SentenceTransformersTextEmbedder(model=model, prefix="query: ", progress_bar=False)
    embedder.warm_up()
    return embedder


def index(embedder: SentenceTransformersTextEmbedder, given: Given) -> Search:
    """Write documents that have their vectors, and connect what answers a question."""
    rows = zip(given.ids, given.texts, given.vectors.tolist(), strict=True)
    documents = [Document(id=id, content=text, embedding=vector) for id, text, vector in rows]
    store, retriever = _stored("faiss" in sys.argv[2:], given.vectors.shape[1])
    store.write_documents(documents)
    pipeline = Pipeline()
    pipeline.add_component("embedder", embedder)
    pipeline.add_component("retriever", retriever)
    pipeline.connect("embedder.embedding", "retriever.query_embedding")
    return _hybrid(pipeline, store) if "hybrid" in sys.argv[2:] else _dense(pipeline)


def _stored(faiss: bool, dimension: int) -> tuple[Any, Any]:
    """Return an empty store with what searches its vectors."""
    if faiss:
        place = Path(tempfile.mkdtemp()) / "index"
        on_disk = FAISSDocumentStore(index_path=str(place), index_string="Flat", embedding_dim=dimension)
        return on_disk, FAISSEmbeddingRetriever(document_store=on_disk, top_k=K)
    store = InMemoryDocumentStore()
    return store, InMemoryEmbeddingRetriever(document_store=store, top_k=K)


def _dense(pipeline: Pipeline) -> Search:
    return lambda question: _ids(pipeline.run({"embedder": {"text": question}})["retriever"])


def _hybrid(pipeline: Pipeline, store: InMemoryDocumentStore) -> Search:
    pipeline.add_component("words", InMemoryBM25Retriever(document_store=store, top_k=K))
    pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=K))
    pipeline.connect("retriever", "joiner")
    pipeline.connect("words", "joiner")

    def search(question: str) -> list[str]:
        return _ids(pipeline.run({"embedder": {"text": question}, "words": {"query": question}})["joiner"])

    return search


def _ids(found: dict[str, Any]) -> list[str]:
    return [document.id for document in found["documents"]]


if __name__ == "__main__":
    serve(load, index, ["haystack-ai", "sentence-transformers-haystack", "faiss-haystack"])
