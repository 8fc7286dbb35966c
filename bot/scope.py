"""What a question may be answered from: the documents that may be read, and which of them are in force on its day."""

from collections.abc import Mapping
from datetime import date

from pydantic import ConfigDict

from bot.outdated import NOTHING, Outdated, outdated
from bot.people.readable import Readable
from corpus.models import Facts, Kind, Record
from corpus.validity import in_force
from index import Index
from index.section import Section


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

    @property
    def old(self) -> frozenset[str]:
        """The rules that are not in force on the day."""
        return frozenset(p for p, f in self.facts.items() if p not in self.valid and f.kind is Kind.RULE)


def scope(index: Index, day: date, over: Readable) -> Scope:
    """Return the documents that may be read, with what is in force of them.

    What amends or ends a document holds whoever asks: the words that no longer hold are cited to nobody.
    """
    facts = {entry.path: entry.facts for entry in index.documents() if entry.path in over.paths}
    valid = frozenset(path for path, one in facts.items() if in_force(one, day))
    return Scope(day=day, facts=facts, valid=valid, gone=outdated(index, day), section=over.section)
