"""What the encoder learns from: questions, each with the passage that answers it and with some that don't."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.models import Passage
from scripts.evaluate import rows
from scripts.fit import cases
from scripts.unseen import Rulebook

# places in a search, of the passages of which one is learned to be no answer; the very first may be one all the same
NEAR = slice(2, 40)
NEAREST = 8  # in a rulebook it is known which do answer: the first ones, those most like an answer, are learned
ANSWERS = 2  # passages that answer one question of a rulebook

Search = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True)
class Pair:
    """A question, a passage that answers it, its document, others that answer it, and some like it that don't."""

    question: str
    passage: str
    document: str = ""
    others: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()


def embedded(row: Mapping[str, Any]) -> str:
    """Return a row of ours as the product embeds a passage: where it stands, its lead-in, its words."""
    place = " > ".join(str(part) for part in (row["title"], row.get("heading"), row.get("label")) if part)
    return "\n".join(part for part in (place, str(row.get("lead") or ""), str(row["text"])) if part)


def ours(files: Sequence[Path]) -> list[Pair]:
    """Return the pairs of our own rows, each with what else its document says."""
    found = [(str(row["title"]), embedded(row), row["questions"]) for file in files for row in rows(file)]
    told: dict[str, list[str]] = {}
    for title, passage, _ in found:
        told.setdefault(title, []).append(passage)
    return [
        Pair(str(question), passage, title, tuple(other for other in told[title] if other != passage))
        for title, passage, questions in found
        for question in questions
    ]


def theirs(passages: Path, queries: Sequence[tuple[str, frozenset[str]]], search: Search) -> list[Pair]:
    """Return the pairs of a retrieval set: question and relevant ids, with what a search of it finds besides."""
    texts = {str(row["id"]): f"{row['title']}\n{row['text']}"[:600] for row in rows(passages)}
    pairs = []
    for text, relevant in queries:
        near = [one for one in search(text, NEAR.stop + len(relevant)) if one not in relevant]
        others = tuple(texts[one] for one in near[NEAR])
        right = frozenset(texts[one] for one in relevant if one in texts)
        pairs += [Pair(text, one, _law(one), others, right) for one in sorted(right)]
    return pairs


def of_rulebook(book: Rulebook) -> list[Pair]:
    """Return the pairs of a rulebook's golden questions, with what a search finds that answers no part of them."""
    pairs = []
    for case in cases(book):
        right = [one.passage for one, answers in zip(case.found, case.right, strict=True) if answers]
        wrong = [one.passage for one in case.found if not any(_overlap(one.passage, also) for also in right)]
        others = tuple(one.embedded for one in wrong[:NEAREST])
        also = frozenset(one.embedded for one in right)
        pairs += [Pair(case.shown, one.embedded, book.name, others, also) for one in right[:ANSWERS]]
    return pairs


def _overlap(one: Passage, other: Passage) -> bool:
    """Tell whether a passage is, holds or stands in another."""
    return one.document == other.document and one.start < other.end and other.start < one.end


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
