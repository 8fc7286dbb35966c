"""A deterministic encoder, and documents put together by hand: nothing to load, nothing to read."""

import hashlib
import time
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.models import Act, Clause, Document, Facts, Passage, Procedure, Rule, Step
from index.model.encoded import Encoded
from index.tokens import MOST, rounded


class HashingEncoder:
    """Hashes characters and pairs of characters: the same words, the same vector."""

    def __init__(self, name: str = "hashing", dimension: int = 64, pause: float = 0.0) -> None:
        self.name = name
        self.dimension = dimension
        self.pause = pause
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Normalised rows; `encoded` keeps what was asked for, `pause` slows each text down."""
        self.encoded.extend(texts)
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(rows, texts, strict=True):
            time.sleep(self.pause)
            for part in [*text, *map("".join, zip(text, text[1:], strict=False)), "\0"]:
                row[zlib.crc32(part.encode()) % self.dimension] += 1
        unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same, and a token for every character: the same character, the same token."""
        vectors = self.encode(texts, query=query)
        places = [[zlib.crc32(character.encode()) % self.dimension for character in text[:MOST]] for text in texts]
        one = np.eye(self.dimension, dtype=np.float32)
        return Encoded(vectors, [rounded(one[place]) for place in places])


def document(name: str, *paragraphs: str, facts: Facts | None = None) -> Document:
    """A document `name.md` whose paragraphs are its clauses 1, 2, … and its passages."""
    text = "".join(f"{paragraph}\n" for paragraph in paragraphs)
    ends = [sum(len(each) + 1 for each in paragraphs[: n + 1]) for n in range(len(paragraphs))]
    spans = list(zip([0, *ends], ends, strict=False))
    return Document(
        path=f"{name}.md",
        id=name,
        facts=facts or Facts(title=name),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        clauses=tuple(_clause(n, start, end) for n, (start, end) in enumerate(spans, 1)),
        passages=tuple(
            _passage(name, n, each, span[0]) for n, (each, span) in enumerate(zip(paragraphs, spans, strict=True), 1)
        ),
        rules=tuple(_rule(name, n, *span) for n, span in enumerate(spans, 1)),
        procedures=(_procedure(name, spans),) if spans else (),
    )


def _clause(n: int, start: int, end: int) -> Clause:
    return Clause(
        key=f"{n}", label=f"第{n}条", mark=f"第{n}条", level="article", heading="", start=start, end=end,
        until=end, parent=None,
    )  # fmt: skip


def _passage(name: str, n: int, text: str, start: int) -> Passage:
    return Passage(
        id=f"{name}#{n}", document=f"{name}.md", label=f"第{n}条", breadcrumb="", lead="", text=text,
        start=start, end=start + len(text),
    )  # fmt: skip


def _rule(name: str, n: int, start: int, end: int) -> Rule:
    return Rule(
        document=f"{name}.md", clause=f"{name}#{n}", actor="校长", act=Act.DECIDE, verb="决定", matter="",
        condition="", place=1, start=start, end=end,
    )  # fmt: skip


def _procedure(name: str, spans: Sequence[tuple[int, int]]) -> Procedure:
    steps = tuple(
        Step(
            id=f"{name}#1!{n}", number=n, actor="", action="", limit="", clause=f"{name}#{n}", label="",
            start=start, end=end,
        )
        for n, (start, end) in enumerate(spans, 1)
    )  # fmt: skip
    return Procedure(id=f"{name}#1!", document=f"{name}.md", title=f"{name}的流程", steps=steps)
