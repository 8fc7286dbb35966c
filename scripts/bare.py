"""Passages without documents: plain rows, for measuring retrieval with the product's own search."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.models import Document, Facts, Passage
from index.encoder import load, load_for_indexing
from index.matrix import Progress, silent
from index.search import Index
from index.store import Plan, build

IN_ONE = 60  # rows that make up a document: about as many passages as a regulation has


def documents(rows: Sequence[Mapping[str, Any]]) -> list[Document]:
    """Return documents whose passages are the rows (id, title, text), in their order."""
    return [_document(f"passages/{n}", rows[at : at + IN_ONE]) for n, at in enumerate(range(0, len(rows), IN_ONE), 1)]


def _document(path: str, rows: Sequence[Mapping[str, Any]]) -> Document:
    passages, at = [], 0
    for row in rows:
        words = str(row["text"])
        passages.append(
            Passage(id=str(row["id"]), document=path, label="", breadcrumb=str(row.get("title", "")), lead="",
                    text=words, start=at, end=at + len(words))
        )  # fmt: skip
        at += len(words) + 1
    text = "".join(f"{passage.text}\n" for passage in passages)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(path=path, id=path, facts=Facts(title=path), sha256=digest, text=text, clauses=(),
                    passages=tuple(passages), rules=(), procedures=())  # fmt: skip


def opened(rows: Sequence[Mapping[str, Any]], encoder: str, cache: Path, progress: Progress = silent) -> Index:
    """Return an index of the rows.

    It is kept in the cache, named after the rows and the model, so that a second run encodes nothing.
    """
    made, asking = documents(rows), load(encoder, cache)
    words = "".join(one.sha256 for one in made)
    data = cache / "bare" / hashlib.sha256(f"{words} {asking.name}".encode()).hexdigest()[:16]
    if not (data / "index" / "current").exists():
        build(made, data, load_for_indexing(encoder, cache), Plan(), progress)
    return Index.open(data, asking)


def searcher(
    rows: Sequence[Mapping[str, Any]], encoder: str, cache: Path, progress: Progress = silent
) -> Callable[[str, int], list[str]]:
    """Return a search over the rows that gives ids, best first."""
    index = opened(rows, encoder, cache, progress)

    def search(text: str, k: int) -> list[str]:
        return [hit.passage.id for hit in index.search(text, k)]

    return search
