"""LlamaIndex with its FAISS vector store and its Hugging Face embedding."""

import faiss
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.faiss import FaissVectorStore

from benchmarks.peers.material import Given
from benchmarks.peers.turns import K, Search, serve


def load(model: str) -> HuggingFaceEmbedding:
    """Load the model, with a prompt for questions and one for passages."""
    return HuggingFaceEmbedding(model_name=model, query_instruction="query: ", text_instruction="passage: ")


def index(embedding: HuggingFaceEmbedding, given: Given) -> Search:
    """Make nodes that have their vectors, and an index over them."""
    rows = zip(given.ids, given.texts, given.vectors.tolist(), strict=True)
    nodes = [TextNode(id_=id, text=text, embedding=vector) for id, text, vector in rows]
    store = FaissVectorStore(faiss_index=faiss.IndexFlatL2(given.vectors.shape[1]))
    storage = StorageContext.from_defaults(vector_store=store)
    whole = VectorStoreIndex(nodes, storage_context=storage, embed_model=embedding)
    retriever = whole.as_retriever(similarity_top_k=K)
    return lambda question: [found.node.node_id for found in retriever.retrieve(question)]


if __name__ == "__main__":
    packages = ["llama-index-core", "llama-index-embeddings-huggingface", "llama-index-vector-stores-faiss"]
    serve(load, index, packages)
