"""LangChain's FAISS store with Hugging Face embeddings."""

from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings

from benchmarks.peers.material import Given
from benchmarks.peers.turns import K, Search, serve


def load(model: str) -> HuggingFaceEmbeddings:
    """Load the model, with a prompt for questions and one for passages."""
    return HuggingFaceEmbeddings(
        model_name=model,
        encode_kwargs={"normalize_embeddings": True, "prompt": "passage: "},
        query_encode_kwargs={"normalize_embeddings": True, "prompt": "query: "},
    )


def index(embeddings: HuggingFaceEmbeddings, given: Given) -> Search:
    """Store texts with their vectors."""
    pairs = zip(given.texts, given.vectors.tolist(), strict=True)
    store = FAISS.from_embeddings(pairs, embeddings, ids=given.ids)
    return lambda question: [str(found.id) for found in store.similarity_search(question, k=K)]


if __name__ == "__main__":
    serve(load, index, ["langchain-community", "langchain-huggingface", "faiss-cpu"])
