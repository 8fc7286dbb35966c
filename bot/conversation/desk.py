"""What the conversation needs of the desk, and nothing more."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from bot.answering.models import Answer
from bot.news import News
from bot.people.audience import Reader
from bot.people.chats import Chats
from bot.people.menus import Menus
from bot.people.offices import Offices
from bot.records.review import Reason
from bot.shelf import Listed, Quotable, Shown
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
    """A clause or a step as shown: plain text, and the links of its neighbours.

    `lead` has the words it stands under, `spelt` a table's row with its columns named, `clause` the link of the clause
    that a step comes from; "" where there is none. `branches` are the steps to which a step goes on in some case.
    """

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
    @property
    def lead(self) -> str: ...
    @property
    def spelt(self) -> str: ...
    @property
    def clause(self) -> str: ...
    @property
    def branches(self) -> tuple[tuple[str, str], ...]: ...


class Status(Protocol):
    """How things stand; `backlog` and `oldest` are None where nobody knows them.

    `failed` is the moment at which the last reindex failed, "" where it did not.
    """

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
    @property
    def oldest(self) -> float | None: ...
    @property
    def failed(self) -> str: ...


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
    """How things stand and what admins are told; the calls block.

    `backlog` tells how many letters wait and `oldest` for how many seconds the first has, once a channel has set them.
    """

    backlog: Callable[[], int] | None
    oldest: Callable[[], float] | None

    def status(self, reader: Reader) -> Status: ...

    def news(self) -> tuple[News, ...]:
        """What admins have not been told yet."""

    def sent(self, one: News) -> None:
        """Keep that they have."""

    def tidy(self) -> object:
        """Throw away what is older than the settings let it be."""

    def named(self, bot: str) -> None:
        """Keep the name of the bot."""


class Shelf(Protocol):
    """What of the rulebook can be leafed through; the calls block."""

    def documents(self, day: date | None, reader: Reader) -> Sequence[Listed]:
        """The rules in force on a day."""

    def procedures(self, day: date | None, reader: Reader) -> Sequence[Shown]:
        """The procedures of those rules."""

    def quotable(self, text: str, day: date | None, reader: Reader, most: int) -> Sequence[Quotable]:
        """The clauses that come nearest to some words."""

    def owner(self, answer: Answer) -> str:
        """The office that owns what an answer rests on, "" where none does."""

    def owners(self, reader: Reader) -> Sequence[str]:
        """The offices that own a document."""


class Desk(Protocol):
    """Where every channel asks; the calls block, so an asynchronous channel makes them in a thread."""

    @property
    def door(self) -> Door: ...

    @property
    def office(self) -> Office: ...

    def forget(self, channel: str, person: str, *, attempts: bool) -> None:
        """Cut what ties a person to their questions; without `attempts`, what was tried goes on being counted."""

    def ask(
        self,
        question: str,
        *,
        channel: str,
        person: str,
        reader: Reader,
        as_of: date | None = None,
        place: str = "",
        to: str = "",
    ) -> Asked:
        """An answer by the rules in force on a day, today without one; `place` tells conversations apart.

        `to` is the number of the answer that the question replies to, "" for none.
        """

    def told(self, message: str, *, channel: str, person: str, place: str) -> None:
        """Keep that a message answers what this person asked last in a place."""

    def said(self, *, channel: str, person: str, place: str) -> str:
        """The words of what this person asked last in a place, "" where nobody knows."""

    def choose(self, asked: int, level: int, *, channel: str, person: str, reader: Reader) -> Asked | None:
        """The answer for one of the levels that a person was asked to choose from, by its place from 0."""

    def past(self, asked: int, person: str, reader: Reader) -> Answer | None:
        """An earlier answer to this person, of which nothing is closed to the reader today."""

    def answered(self, asked: int) -> Answer | None:
        """An earlier answer, whoever asked."""

    def keep(self, answer: Answer, *, channel: str, person: str) -> int:
        """Keeps a question that is put to an office alone; its number, 0 where it cannot be kept."""

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """False when the answer is not that person's."""

    def explain(self, asked: int, person: str, reason: Reason) -> bool:
        """Keeps what is wrong with an answer; False when it is not that person's."""

    @property
    def chats(self) -> Chats | None:
        """What chats have set; None where nothing can be kept."""

    @property
    def menus(self) -> Menus | None:
        """The chats that have more commands in their menu than others; None where nothing can be kept."""

    @property
    def offices(self) -> Offices | None:
        """The offices that can be asked; None where nothing can be kept."""

    @property
    def shelf(self) -> Shelf: ...

    def show(self, link: str, reader: Reader) -> View:
        """Raises NotThere for a dead link, and for one to what the reader may not see."""

    def procedure(self, link: str, reader: Reader) -> Procedure | None:
        """The whole procedure behind the link of one, or of a step."""

    def short(self, link: str) -> str:
        """A code of ten characters, fit for a button."""

    def find(self, code: str) -> str | None:
        """The link behind a code."""

    def examples(self, language: str, reader: Reader) -> tuple[str, ...]: ...

    def generation(self) -> str:
        """The name of the generation that answers."""
