"""What a channel needs of the desk, and nothing more."""

from typing import Protocol

from bot.answering.models import Answer
from bot.audience import Reader
from corpus.known import KnownError
from corpus.models import Procedure


class NotThere(KnownError):
    """The link leads to no place in the rulebook of today."""


class Asked(Protocol):
    """An answer and its number in the log."""

    @property
    def id(self) -> int: ...
    @property
    def answer(self) -> Answer: ...


class View(Protocol):
    """A clause or a step as shown: plain text, and the links of its neighbours."""

    @property
    def link(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def previous(self) -> str | None: ...
    @property
    def next(self) -> str | None: ...


class Desk(Protocol):
    """Where every channel asks; the calls block, so an asynchronous channel makes them in a thread."""

    def admit(self, person: str) -> Reader:
        """What a person may read as, a stranger when the person may not ask at all."""

    def ask(self, question: str, *, channel: str, person: str, reader: Reader) -> Asked: ...

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """False when the answer is not that person's."""

    def show(self, link: str, reader: Reader) -> View:
        """Raises NotThere for a dead link, and for one to what the reader may not see."""

    def procedure(self, link: str, reader: Reader) -> Procedure | None:
        """The whole procedure behind the link of one, or of a step."""

    def short(self, link: str) -> str:
        """A code of ten characters, fit for a button."""

    def find(self, code: str) -> str | None:
        """The link behind a code."""

    def examples(self, language: str, reader: Reader) -> tuple[str, ...]: ...
