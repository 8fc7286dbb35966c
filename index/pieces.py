"""The word pieces of a question, told apart without the tokenizer's library, which takes seconds and 290 MB to load.

It does what that library does with the same model: the split of each word whose pieces have the greatest sum of log
probabilities (Kudo, ACL 2018). Several times slower on a whole rulebook, it is as fast on a question.
"""

import math
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.weights import Pieces

FILE = "pieces.txt"  # a head of how many pieces there are, the pieces a line each, then their scores
BEGIN, END, UNKNOWN = 0, 2, 3
MARKS = 4  # the first pieces: <s> <pad> </s> <unk>
MARK = "\u2581"  # stands for the space before a word
WORSE = 10.0  # by how much an unknown character is less likely than the rarest piece


class Vocabulary:
    """The pieces of one model, held in memory: some 60 MB for 250,000."""

    def __init__(self, texts: Sequence[str], scores: "array[float]") -> None:
        # what a person writes is never a mark of the model's own
        self.numbers = {text: number for number, text in enumerate(texts) if number >= MARKS}
        self.scores = scores
        self.longest = max(map(len, texts), default=0)
        self.unknown = min(scores, default=0.0) - WORSE

    def ids(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces between the marks of its beginning and end, `most` with these."""
        plain = unicodedata.normalize("NFKC", text)
        found = [number for word in plain.split() for number in self._word(MARK + word)]
        return [BEGIN, *found[: most - 2], END]

    def _word(self, word: str) -> Iterator[int]:
        """The pieces of one word; unknown characters beside each other are one."""
        before = None
        for start, end in self._split(word):
            number = self.numbers.get(word[start:end], UNKNOWN)
            if number != UNKNOWN or before != UNKNOWN:
                yield number
            before = number

    def _split(self, word: str) -> list[tuple[int, int]]:
        """The likeliest split of a word: for each end the best piece that ends there, then back from the last."""
        total = [0.0, *[-math.inf] * len(word)]
        begun = [0] * (len(word) + 1)
        numbers, scores, longest = self.numbers, self.scores, self.longest
        for start in range(len(word)):
            here = total[start]
            for end in range(start + 1, min(start + longest, len(word)) + 1):
                number = numbers.get(word[start:end])
                if number is not None and here + scores[number] > total[end]:
                    total[end], begun[end] = here + scores[number], start
            if word[start] not in numbers and here + self.unknown > total[start + 1]:
                total[start + 1], begun[start + 1] = here + self.unknown, start
        spans, end = [], len(word)
        while end:
            spans.append((begun[end], end))
            end = begun[end]
        return spans[::-1]


def write(pieces: Pieces, file: Path) -> None:
    """Write the pieces with their scores, in the order of their numbers."""
    scores = array("f", pieces.scores)
    lines = [str(len(pieces.texts)), *pieces.texts, ""]
    file.write_bytes("\n".join(lines).encode() + scores.tobytes())


def load(file: Path) -> Vocabulary:
    """The pieces in a file; raises ValueError when it isn't one that was written here."""
    data = file.read_bytes()
    head, _, rest = data.partition(b"\n")
    count = int(head)
    scores = array("f")
    scores.frombytes(rest[len(rest) - count * scores.itemsize :])
    texts = rest[: len(rest) - count * scores.itemsize].decode().split("\n")
    if len(texts) != count + 1:
        raise ValueError(f"{file} holds {len(texts) - 1} pieces, {count} are due")
    return Vocabulary(texts[:-1], scores)
