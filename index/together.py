"""Questions that wait are encoded together: one at a time goes through the encoder alone, as before.

Whoever comes while the encoder is busy waits in a line. The first to get hold of it then takes the head of the line
along, its own text or not, so that nobody is passed over, and nobody waits for others to come.
"""

import threading
from collections import deque
from collections.abc import Sequence

import numpy as np

from index.encoder import Encoded, Encoder, Vectors

MOST = 16  # texts at once: more takes longer for the first of them and no less for all


class Waiting:
    """One caller's texts, and what came of them."""

    def __init__(self, texts: Sequence[str], query: bool) -> None:
        self.texts = texts
        self.query = query
        self.found: Encoded | None = None
        self.failed: BaseException | None = None


class Together:
    """An encoder that several threads may ask at once."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.name = encoder.name
        self.dimension = encoder.dimension
        self._line: deque[Waiting] = deque()
        self._busy = threading.Lock()

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """The rows that the encoder gives these texts."""
        return self.read(texts, query=query).vectors

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same with the vectors of tokens; raises what the encoder raises."""
        mine = Waiting(texts, query)
        self._line.append(mine)
        with self._busy:
            while mine.found is None and mine.failed is None:
                self._serve(self._head())
        if mine.found is None:
            raise mine.failed or RuntimeError("the encoder gave nothing")
        return mine.found

    def _head(self) -> list[Waiting]:
        """Take the head of the line: those of one kind, MOST texts together, or one alone."""
        taken = [self._line.popleft()]
        while self._line and self._line[0].query == taken[0].query:
            if sum(len(one.texts) for one in [*taken, self._line[0]]) > MOST:
                break
            taken.append(self._line.popleft())
        return taken

    def _serve(self, taken: Sequence[Waiting]) -> None:
        """Encode some texts at once, and each caller's by themselves where that fails: the others' are sound."""
        try:
            made = self.encoder.read([text for one in taken for text in one.texts], query=taken[0].query)
        except BaseException as error:  # noqa: BLE001 each of them is told what happened
            if len(taken) > 1 and isinstance(error, Exception):
                for one in taken:
                    self._serve([one])
                return
            for one in taken:
                one.failed = error
            return
        ends = np.cumsum([len(one.texts) for one in taken]).tolist()
        for one, end in zip(taken, ends, strict=True):
            begin = end - len(one.texts)
            one.found = Encoded(made.vectors[begin:end], made.tokens[begin:end])
