"""What documents do to each other and to themselves: repeal, amend, begin, go before.

Stated is what one document says in its own words, Amended what comes of it for a clause of another. Every place is a
span of code points in the text of the document that is named, end exclusive.
"""

from datetime import date
from enum import StrEnum

from corpus.record import Record


class Change(StrEnum):
    """What an amendment does to a clause."""

    REPLACED = "replaced"
    DELETED = "deleted"
    ADDED = "added"
    BEGUN = "begun"  # the document itself has it hold only from a day on


class Repeal(Record):
    """Another document that a document says it ends.

    `title` is as printed, "" for an older version of the same document; `version` the version or year that is named,
    `number` its file number; `day` the day it ends on, where that is not the day the repealing document takes effect.
    """

    title: str = ""
    version: str = ""
    number: str = ""
    day: date | None = None


class Amendment(Record):
    """A change to one clause of another document.

    `title` is as printed, "" for the document that the title or the opening names; `label` the clause as printed, of
    something added the clause it becomes or follows. `part` names what changes where it is not the whole clause
    (第二款, “两周”), `was` the words of it that give way to those `now`, where both are printed.
    `start`:`end` is the new wording, or the whole sentence where it has none of its own. `day` is the first day of the
    change, where that is not the day the amending document takes effect, and `over` the first on which the clause reads
    as before again.
    """

    title: str = ""
    label: str
    change: Change
    part: str = ""
    was: str = ""
    now: str = ""
    start: int
    end: int
    day: date | None = None
    over: date | None = None


class Precedence(Record):
    """What goes before what, where they contradict each other.

    `first` is the title of what goes before, "" for the document that says so; `over` that of what yields to it, ""
    for the document or, where it goes before itself, all others, if `earlier` only those that began before it.
    """

    first: str = ""
    over: str = ""
    earlier: bool = False


class Begun(Record):
    """A clause, by its printed label, that takes effect on a day of its own; `start`:`end` is where it is said."""

    label: str
    day: date
    start: int
    end: int


class Stated(Record):
    """What a document says of itself in its own words.

    `kind` is what its title shows it to be, where nobody gave that and it is no rule. `amends` names the documents it
    is there to amend; `unread` are its sentences that seem to, and nobody can tell how.
    It is `over` where it is stamped as repealed or replaced, and nobody says since when.
    `unclear` are days of its own that may be read as two, as printed: 05/01/2023.
    """

    issued: date | None = None
    effective: date | None = None
    repealed: date | None = None
    over: bool = False
    version: str = ""
    kind: str = ""
    repeals: tuple[Repeal, ...] = ()
    amends: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    unread: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    begun: tuple[Begun, ...] = ()
    precedence: tuple[Precedence, ...] = ()

    @property
    def put_in(self) -> tuple[tuple[int, int], ...]:
        """The spans of the words that the document puts in the place of others."""
        return tuple((one.start, one.end) for one in self.amendments)


class Amended(Record):
    """A clause (its key) that does not read any more as it is printed here, from a day on, None for always.

    It reads so again from the day that it is `over`, where there is one. One that is BEGUN reads as printed, but only
    from the day on.

    `at`:`until` is the clause as printed here, with its items, or the words `inside` it that alone give way. `by` links
    to the clause that amends it and `start`:`end` are the new words in that document. ADDED leaves the clause as it is:
    it is the one the new clause belongs to. `part`, `was` and `now` are as in Amendment.
    """

    clause: str
    at: int = 0
    until: int = 0
    change: Change
    day: date | None
    by: str
    inside: bool = False
    part: str = ""
    was: str = ""
    now: str = ""
    start: int
    end: int
    over: date | None = None

    @property
    def whole(self) -> bool:
        """Whether it is about all the words that are printed, and not about some among them or about new ones."""
        return self.change is not Change.ADDED and not self.part

    @property
    def gives_way(self) -> bool:
        """Whether all the words at `at`:`until` give way, to others or to none."""
        return (self.whole or self.inside) and self.change is not Change.BEGUN


class Effect(Record):
    """What a document, or some of its clauses by their labels, comes to by another, for an admin to check.

    Both are paths; `what` is superseded, ended, suspended, amended or added to, `day` the first day of it and `over`
    the first on which all is as before.
    """

    what: str
    document: str
    clauses: tuple[str, ...] = ()
    by: str
    day: date | None = None
    over: date | None = None
