"""The records of a question and its answer; `Answer` is the contract's JSON object, field for field."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from corpus.models import Act, Record

Language = Literal["zh", "en"]


class Status(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    CONFLICT = "conflict"
    NOT_FOUND = "not_found"


class Reason(StrEnum):
    """Why one of two rules that contradict each other goes before the other."""

    KIND = "kind"
    SAID = "said"
    RANK = "rank"
    LATER = "later"
    UNSETTLED = "unsettled"


class Who(Record):
    """An actor as the document names it, the printed verb, and the citation that says so."""

    who: str
    act: str
    citation: int


class Decision(Record):
    """The acts on a matter in order, each with its actors."""

    matter: str
    condition: str
    proposes: tuple[Who, ...] = ()
    reviews: tuple[Who, ...] = ()
    decides: tuple[Who, ...] = ()
    carries_out: tuple[Who, ...] = ()
    supervises: tuple[Who, ...] = ()

    def of(self, act: Act) -> tuple[Who, ...]:
        """The actors of one act."""
        actors: tuple[Who, ...] = getattr(self, act.value)
        return actors


class Option(Record):
    """One level of a ladder, or one side of a conflict."""

    condition: str
    who: str
    citation: int


class Nearest(Record):
    """Where to look, and whom to ask, when nothing was found."""

    document: str
    title: str
    clause: str
    link: str
    office: str


class Citation(Record):
    """A clause in one version of a document, and the words `text[start:end]` of that document."""

    n: int
    document: str
    title: str
    clause: str
    effective: date | None
    repealed: date | None
    quote: str
    start: int
    end: int
    sha256: str
    link: str


class StepLink(Record):
    """A step of a procedure as an answer shows it: number `number` of `of`."""

    procedure: str
    title: str
    number: int
    of: int
    who: str
    does: str
    when: str
    citation: int | None
    link: str


class Answer(Record):
    """What Guiju says to one question."""

    question: str
    language: Language
    status: Status
    text: str
    asked: Act | None = None
    decision: Decision | None = None
    options: tuple[Option, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    citations: tuple[Citation, ...] = ()
    steps: tuple[StepLink, ...] = ()
    as_of: date | None = None
    generation: str = ""
    took_ms: float = Field(default=0.0, ge=0)
