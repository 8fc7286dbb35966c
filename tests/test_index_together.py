"""What is promised to several who ask at once."""

import threading
import time
from collections.abc import Sequence

import numpy as np
import pytest

from index.encoder import Encoded
from index.together import MOST, Together
from tests.fakes import HashingEncoder


class Held(HashingEncoder):
    """Waits before the first batch until it is let go, and keeps what came together."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[str]] = []
        self.begun, self.go = threading.Event(), threading.Event()

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        self.batches.append(list(texts))
        self.begun.set()
        assert self.go.wait(60)
        if "bad" in texts:
            raise ValueError("bad")
        return super().read(texts, query=query)


def lined_up(together: Together, held: Held, texts: Sequence[str]) -> dict[str, object]:
    """Ask for the texts in their order, the first alone, the others while it is being encoded."""
    found: dict[str, object] = {}

    def ask(text: str) -> None:
        try:
            found[text] = together.encode([text], query=True)[0]
        except ValueError as error:
            found[text] = error

    threads = [threading.Thread(target=ask, args=[text]) for text in texts]
    for count, thread in enumerate(threads):
        thread.start()
        held.begun.wait(60)
        while len(together._line) < count:  # the order in which they came
            time.sleep(0.001)
    held.go.set()
    for thread in threads:
        thread.join(60)
    return found


def test_those_who_wait_are_encoded_together_in_the_order_they_came() -> None:
    held = Held()
    texts = [f"问题{n}" for n in range(MOST + 4)]
    found = lined_up(Together(held), held, texts)
    assert held.batches == [texts[:1], texts[1 : MOST + 1], texts[MOST + 1 :]]
    for text in texts:
        assert np.array_equal(found[text], HashingEncoder().encode([text])[0])


def test_one_who_asks_alone_waits_for_nobody() -> None:
    encoder = HashingEncoder()
    together = Together(encoder)
    assert together.encode(["一", "二"]).shape == (2, encoder.dimension)
    assert (together.name, together.dimension) == (encoder.name, encoder.dimension)
    assert encoder.encoded == ["一", "二"]


def test_what_fails_is_told_to_those_it_fails_for_and_the_next_are_served() -> None:
    held = Held()
    together = Together(held)
    found = lined_up(together, held, ["good", "bad", "beside"])
    assert isinstance(found["good"], np.ndarray)
    assert isinstance(found["bad"], ValueError)
    assert isinstance(found["beside"], np.ndarray)
    with pytest.raises(ValueError, match="bad"):
        together.encode(["bad"])
    assert together.encode(["good"]).shape == (1, 64)
