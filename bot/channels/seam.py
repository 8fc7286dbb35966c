"""What a channel needs of the desk, and nothing more."""

from typing import Protocol

from bot.answering.models import Answer
from bot.audience import Reader
from bot.news import News
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


class Status(Protocol):
    """How things stand; `backlog` is None where nobody knows it."""

    @property
    def generation(self) -> str: ...
    @property
    def made(self) -> str: ...
    @property
    def documents(self) -> int: ...
    @property
    def today(self) -> int: ...
    @property
    def unanswered(self) -> int: ...
    @property
    def backlog(self) -> int | None: ...


class Door(Protocol):
    """Who comes in and as whom; the calls block."""

    def admit(self, person: str) -> Reader:
        """What a person may read as, a stranger when the person may not ask at all."""

    def join(self, person: str, code: str, chat: str) -> bool | None:
        """Whether the code of an invitation was good; None when the person has tried too many."""

    def knock(self, person: str) -> bool:
        """Keep that a stranger asked; False when this one has been answered often enough."""

    def told(self, person: str) -> bool:
        """Whether the person has been told what is recorded."""

    def tell(self, person: str) -> None:
        """Keep that the person has been told it."""

    def admins(self) -> tuple[str, ...]:
        """The chats of the admins."""


class Office(Protocol):
    """How things stand and what admins are told; the calls block."""

    def status(self, reader: Reader) -> Status: ...

    def news(self) -> tuple[News, ...]:
        """What admins have not been told yet."""

    def sent(self, one: News) -> None:
        """Keep that they have."""

    def tidy(self) -> object:
        """Throw away what is older than the settings let it be."""

    def named(self, bot: str) -> None:
        """Keep the name of the bot."""


class Desk(Protocol):
    """Where every channel asks; the calls block, so an asynchronous channel makes them in a thread."""

    @property
    def door(self) -> Door: ...

    @property
    def office(self) -> Office: ...

    def forget(self, channel: str, person: str) -> None:
        """Cut what ties a person to their questions."""

    def ask(self, question: str, *, channel: str, person: str, reader: Reader) -> Asked: ...

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """False when the answer is not that person's."""

    def show(self, link: str, reader: Reader) -> View:
        """Raises NotThere for a dead link, and for one to what the reader may not see."""

    def short(self, link: str) -> str:
        """A code of ten characters, fit for a button."""

    def find(self, code: str) -> str | None:
        """The link behind a code."""

    def examples(self, language: str, reader: Reader) -> tuple[str, ...]: ...
