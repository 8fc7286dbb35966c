"""Questions that others have asked before: answered with what was made for the first of them.

Staff press the same three questions that /start offers, and the same levels, and after a circular all ask what it says.
An answer rests on the question, the day, who reads and the generation alone: where these are the same, so is it.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

from bot.answering.models import Answer
from bot.people.audience import Reader

KEPT = 500  # answers, of some tens of kilobytes at most

Asking = Callable[[str, date, str, Reader], Answer]


class Repeats:
    """The answers that were asked for last, so many at `most`; whoever asks what is being answered waits for it.

    `asking` makes an answer, `generation` names the generation that answers at the moment.
    """

    def __init__(self, asking: Asking, generation: Callable[[], str], most: int) -> None:
        self._asking = asking
        self._generation = generation
        self._most = most
        # None of what could not be made
        self._made: OrderedDict[tuple[str, str, date, str, Reader], Future[Answer | None]] = OrderedDict()
        self._lock = threading.Lock()

    def answer(self, question: str, day: date, within: str, reader: Reader) -> Answer:
        """What `asking` returns or raises; who waits for what fails asks in turn, and nothing of it is kept."""
        name = (self._generation(), question, day, within, reader)
        with self._lock:
            known = self._made.get(name)
            making = known or self._made.setdefault(name, Future())
            self._made.move_to_end(name)
            if len(self._made) > self._most:
                self._made.popitem(last=False)
        if known:
            return known.result() or self._asking(question, day, within, reader)
        answer = None
        try:
            answer = self._asking(question, day, within, reader)
        finally:
            # nor is an answer kept of another generation, taken up on the way
            if answer is None or answer.generation != name[0]:
                with self._lock:
                    self._made.pop(name, None)
            making.set_result(answer)
        return answer
