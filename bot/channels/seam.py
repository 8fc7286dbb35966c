"""What a channel needs of the desk, and nothing more."""

from typing import Protocol

from bot.answering.models import Answer
from corpus.known import KnownError


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

    def ask(self, question: str, *, channel: str, person: str) -> Asked: ...

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """False when the answer is not that person's."""

    def show(self, link: str) -> View:
        """Raises NotThere for a dead link."""

    def short(self, link: str) -> str:
        """A code of ten characters, fit for a button."""

    def find(self, code: str) -> str | None:
        """The link behind a code."""

    def examples(self, language: str) -> tuple[str, ...]: ...

    def allowed(self, person: str) -> bool: ...

    def generation(self) -> str:
        """The name of the generation that answers."""
