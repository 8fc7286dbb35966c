"""The word pieces of a question, told apart without the tokenizer's library, which takes seconds and 290 MB to load.

It does what that library does with the same model: the split of each word whose pieces have the greatest sum of log
probabilities (Kudo, ACL 2018). Several times slower on a whole rulebook, it is as fast on a question. The pieces are
held in a trie, 250,000 of them in 3 MB, where a dictionary takes 48 and a tenth of a second to fill.
"""

import math
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie  # type: ignore[import-not-found]  # a compiled module without stubs
import numpy as np
from numpy.typing import NDArray

from index.model.weights import Pieces

FILE = "pieces.npz"  # the trie, and the number and the score of each piece in the trie's order
BEGIN, END, UNKNOWN = 0, 2, 3
MARKS = 4  # the first pieces: <s> <pad> </s> <unk>
MARK = "\u2581"  # stands for the space before a word
WORSE = 10.0  # by how much an unknown character is less likely than the rarest piece


class Vocabulary:
    """The pieces of one model; `numbers` and `scores` are those of each piece by its place in the trie."""

    def __init__(self, trie: marisa_trie.Trie, numbers: NDArray[np.int32], scores: NDArray[np.float32]) -> None:
        self.trie = trie
        self.numbers = numbers
        self.scores = scores
        self.unknown = float(scores.min(initial=0.0)) - WORSE

    def ids(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces between the marks of its beginning and end, `most` with these."""
        plain = unicodedata.normalize("NFKC", text)
        found = [number for word in plain.split() for number in self._word(MARK + word)]
        return [BEGIN, *found[: most - 2], END]

    def _word(self, word: str) -> Iterator[int]:
        """The pieces of one word; unknown characters beside each other are one."""
        before = None
        for place in self._split(word):
            number = UNKNOWN if place is None else int(self.numbers[place])
            if number != UNKNOWN or before != UNKNOWN:
                yield number
            before = number

    def _split(self, word: str) -> list[int | None]:
        """The likeliest split of a word: for each end the best piece that ends there, then back from the last.

        Pieces are given by their places in the trie, None for a character that is unknown.
        """
        total = [0.0, *[-math.inf] * len(word)]
        last: list[tuple[int, int | None]] = [(0, None)] * (len(word) + 1)
        for start in range(len(word)):
            here, alone = total[start], False
            for piece, place in self.trie.iter_prefixes_with_ids(word[start:]):
                end = start + len(piece)
                alone = alone or len(piece) == 1
                if here + (score := float(self.scores[place])) > total[end]:
                    total[end], last[end] = here + score, (start, place)
            if not alone and here + self.unknown > total[start + 1]:
                total[start + 1], last[start + 1] = here + self.unknown, (start, None)
        places, end = [], len(word)
        while end:
            end, place = last[end]
            places.append(place)
        return places[::-1]


def write(pieces: Pieces, file: Path) -> None:
    """Write the pieces with their scores, but for the model's own marks: what a person writes is never one."""
    own = {text: number for number, text in enumerate(pieces.texts) if number >= MARKS and text}
    trie = marisa_trie.Trie(own)
    numbers = np.zeros(len(own), np.int32)
    numbers[[trie[text] for text in own]] = list(own.values())
    scores = np.asarray(pieces.scores, np.float32)[numbers]
    with file.open("wb") as target:
        np.savez(target, trie=np.frombuffer(trie.tobytes(), np.uint8), numbers=numbers, scores=scores)


def load(file: Path) -> Vocabulary:
    """The pieces in a file; raises ValueError when it isn't one that was written here."""
    try:
        with file.open("rb") as opened, np.load(opened) as held:
            trie = marisa_trie.Trie().frombytes(held["trie"].tobytes())
            numbers, scores = held["numbers"], held["scores"]
    except (KeyError, TypeError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile) as error:
        raise ValueError(f"{file} can't be read as word pieces: {error}") from error
    if not len(trie) == len(numbers) == len(scores):
        raise ValueError(f"{file} holds {len(trie)} pieces, {len(numbers)} numbers and {len(scores)} scores")
    return Vocabulary(trie, numbers, scores)
