"""What the encoder learns from: questions, each with the passage that answers it and with some that don't."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.evaluate import rows

NEAR = 20  # passages the word index finds for a question, of which one is learned to be none


@dataclass(frozen=True)
class Pair:
    """A question, the passage that answers it, its document, and passages like it that don't answer it."""

    question: str
    passage: str
    document: str = ""
    others: tuple[str, ...] = ()


def embedded(row: Mapping[str, Any]) -> str:
    """Return a row of ours as the product embeds a passage: where it stands, its lead-in, its words."""
    place = " > ".join(str(part) for part in (row["title"], row.get("heading"), row.get("label")) if part)
    return "\n".join(part for part in (place, str(row.get("lead") or ""), str(row["text"])) if part)


def ours(files: Sequence[Path]) -> list[Pair]:
    """Return the pairs of our own rows."""
    found = [row for file in files for row in rows(file)]
    return [Pair(str(q), embedded(row), str(row["title"])) for row in found for q in row["questions"]]


def theirs(passages: Path, queries: Sequence[tuple[str, frozenset[str]]]) -> list[Pair]:
    """Return the pairs of a retrieval set: question and relevant ids, with what the word index finds besides."""
    from index import words

    texts = {str(row["id"]): f"{row['title']}\n{row['text']}"[:600] for row in rows(passages)}
    ids = list(texts)
    pairs = []
    with tempfile.TemporaryDirectory() as place:
        words.write(((number, 0, texts[one]) for number, one in enumerate(ids)), Path(place) / "words")
        lexical = words.load(Path(place) / "words")
        for text, relevant in queries:
            near = [ids[number] for number, _ in lexical.search(text, NEAR)]
            others = tuple(texts[one] for one in near if one not in relevant)
            pairs += [Pair(text, texts[one], _law(texts[one]), others) for one in sorted(relevant) if one in texts]
    return pairs


def _law(text: str) -> str:
    """Return the name of the law an article's title begins with: its articles are the hardest to tell apart."""
    return text.partition("\n")[0].rpartition("第")[0]


def asked(files: Sequence[Path], leave_out: int) -> list[tuple[str, frozenset[str]]]:
    """Return the questions of files of queries, each `leave_out`-th one left for measuring; 0 leaves none."""
    found = [row for file in files for row in rows(file)]
    kept = [row for number, row in enumerate(found) if not leave_out or number % leave_out]
    return [(str(row["text"]), frozenset(str(one) for one in row["relevant"])) for row in kept]


def written(files: Sequence[Path]) -> list[tuple[str, frozenset[str]]]:
    """Return the questions that we wrote for single passages of a retrieval set."""
    found = [row for file in files for row in rows(file)]
    return [(str(q), frozenset([str(row["passage"])])) for row in found for q in row["questions"]]
