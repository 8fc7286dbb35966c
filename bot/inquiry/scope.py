"""What a question may be answered from: the documents that may be read, and which of them are in force on its day."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from pydantic import ConfigDict

from bot.answering.asked.question import language
from bot.answering.models import Language
from bot.inquiry.outdated import NOTHING, Outdated, outdated
from bot.people.readable import Readable
from corpus.models import Facts, Kind, Record
from corpus.validity import in_force
from index import Index
from index.generation.section import Section
from index.memo import Memo

DAYS = 16  # whose scopes are kept: nearly all who ask ask of today


class Scope(Record):
    """Which documents a question may be answered from: their facts, and which are in force on the day.

    `gone` are the words that by then read otherwise than they are printed; `section` is all that whoever asks may see,
    None for the whole generation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    day: date
    facts: Mapping[str, Facts]
    valid: frozenset[str]
    gone: Outdated = NOTHING
    section: Section | None = None

    @cached_property
    def old(self) -> frozenset[str]:
        """The rules that are not in force on the day."""
        return frozenset(p for p, f in self.facts.items() if p not in self.valid and f.kind is Kind.RULE)

    @cached_property
    def ruling(self) -> frozenset[str]:
        """The rules that are in force on the day."""
        return frozenset(path for path in self.valid if self.facts[path].kind is Kind.RULE)

    @cached_property
    def languages(self) -> Mapping[str, Language]:
        """The language of each document, as its title tells it."""
        return {path: language(one.title) for path, one in self.facts.items()}


class Scopes:
    """The scopes of what a reader may be shown of one generation; each day's is made once, as a thousand documents are.

    Several threads may ask at once.
    """

    def __init__(self, index: Index, read: Readable) -> None:
        self._index = index
        self._read = read
        self._kept: Memo[date, Scope] = Memo(DAYS)

    def on(self, day: date) -> Scope:
        """What a question may be answered from on a day."""
        return self._kept.of([day], lambda days: {each: scope(self._index, each, self._read) for each in days})[day]

    def within(self, start: str) -> "Scopes":
        """The same of the documents whose path begins so."""
        return Scopes(self._index, self._read.within(start)) if start else self


def scope(index: Index, day: date, over: Readable) -> Scope:
    """Return the documents that may be read, with what is in force of them.

    What amends or ends a document holds whoever asks: the words that no longer hold are cited to nobody.
    """
    facts = {entry.path: entry.facts for entry in index.documents() if entry.path in over.paths}
    valid = frozenset(path for path, one in facts.items() if in_force(one, day))
    return Scope(day=day, facts=facts, valid=valid, gone=outdated(index, day), section=over.section)
