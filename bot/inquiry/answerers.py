"""Who answers: this process, and as many beside it as the settings say.

Within one process Python's part of one question can't run beside another's, so that two processors would answer no more
than one. Whoever asks while all are busy waits in a line. A question that is lost with the process it was given to is
answered in this one, and another process takes the place of that one.
"""

import logging
import signal
import threading
from collections import deque
from concurrent.futures import Future
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection

from bot.answering.models import Answer
from bot.inquiry.answerer import Answerer
from bot.people.audience import Reader
from bot.settings import Settings
from index.encoder import load

logger = logging.getLogger(__name__)


class Beside:
    """A process that answers one question at a time; it ends with the one that began it, however that ends."""

    def __init__(self, settings: Settings) -> None:
        started = get_context("spawn")
        self._line, theirs = started.Pipe()
        self._process = started.Process(target=_serve, args=(theirs, settings), daemon=True)
        self._process.start()
        theirs.close()

    def ready(self) -> None:
        """Wait until it can answer; raises EOFError when it can't, and what stopped it from beginning."""
        self._heard()

    def answer(self, question: str, day: date, within: str, reader: Reader) -> Answer:
        """What Answerer.answer returns or raises there; raises EOFError when the process is there no more."""
        try:
            self._line.send((question, day, within, reader))
        except OSError as error:
            raise EOFError from error
        answer = self._heard()
        if not isinstance(answer, Answer):
            raise EOFError
        return answer

    def _heard(self) -> object:
        try:
            heard = self._line.recv()
        except OSError as error:
            raise EOFError from error
        if isinstance(heard, Exception):
            raise heard
        return heard


class Answerers:
    """This process and those beside it, each with one question at a time; the first to come is the first served."""

    def __init__(self, settings: Settings, here: Answerer, beside: int = 0) -> None:
        self._settings = settings
        self._here = here
        self._free: list[Answerer | Beside] = [here]
        self._waiting: deque[Future[Answerer | Beside]] = deque()
        self._lock = threading.Lock()
        for _ in range(beside):
            self._begin()

    def answer(self, question: str, day: date, within: str, reader: Reader) -> Answer:
        """What Answerer.answer returns or raises, from whoever is free first."""
        one, lost = self._taken(), False
        try:
            return one.answer(question, day, within, reader)
        except EOFError:
            if one is self._here:
                raise
            lost = True
        finally:
            self._begin() if lost else self._give(one)
        logger.warning("a process that answers has ended: its question is answered here, and another takes its place")
        return self._here.answer(question, day, within, reader)

    def _taken(self) -> Answerer | Beside:
        with self._lock:
            if self._free:
                return self._free.pop(0)
            mine: Future[Answerer | Beside] = Future()
            self._waiting.append(mine)
        return mine.result()

    def _give(self, one: Answerer | Beside) -> None:
        """Hand it to the first who waits; else this process comes first, which needs nothing sent to and fro."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set_result(one)
            else:
                self._free.insert(0 if one is self._here else len(self._free), one)

    def _begin(self) -> None:
        """Begin a process; it is asked as soon as it is ready."""

        def begin() -> None:
            try:
                beside = Beside(self._settings)
                beside.ready()
            except Exception as error:  # noqa: BLE001 whatever it is, this process answers alone
                logger.warning("no process could be begun beside this one, which answers alone: %r", error)
                return
            self._give(beside)

        threading.Thread(target=begin, daemon=True).start()


def _serve(line: Connection, settings: Settings) -> None:
    """Answer what comes down the line until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to both, and the other one ends this
    logging.disable()  # what there is to say of a generation, the other one says
    try:
        answerer = Answerer(settings, load(settings.encoder, settings.cache))
        line.send("ready")
        while True:
            question, day, within, reader = line.recv()
            try:
                answer: Answer | Exception = answerer.answer(question, day, within, reader)
            except Exception as error:  # noqa: BLE001 whoever asked is told
                answer = error
            line.send(answer)
    except (EOFError, OSError):
        return
