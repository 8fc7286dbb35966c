"""What was found in each document by itself: where a document is as the last generation has it, so is that.

Kept beside the index, of one generation and one state of our code; without it everything is looked for again.
"""

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.answering.deciding.faults import Deciding, deciding
from corpus.models import Clause, Document, Record
from corpus.rules.addressed import addressed
from corpus.rules.called import Short, actors, shorts
from corpus.rules.tables.headless import headless
from scripts.unchanged import code

FILE = "last-found.json"
T = TypeVar("T")


class Found(Record):
    """By path: what each of our functions gives for a document that is as `generation` has it."""

    generation: str = ""
    code: str = ""
    shorts: dict[str, tuple[Short, ...]] = {}
    addressed: dict[str, tuple[Clause, ...]] = {}
    headless: dict[str, tuple[str, ...]] = {}
    actors: dict[str, tuple[tuple[str, str], ...]] = {}
    deciding: dict[str, Deciding] = {}


class Memory:
    """The functions themselves, each of which remembers what it found in a document that is as it was.

    `documents` are those of the last generation.
    """

    def __init__(self, found: Found, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._now: dict[str, dict[str, Any]] = {}
        self.shorts = self._remembering("shorts", shorts, found.shorts)
        self.addressed = self._remembering("addressed", addressed, found.addressed)
        self.headless = self._remembering("headless", headless, found.headless)
        self.actors = self._remembering("actors", actors, found.actors)
        self.deciding = self._remembering("deciding", deciding, found.deciding)

    def _remembering(
        self, name: str, find: Callable[[Document], T], before: Mapping[str, Any]
    ) -> Callable[[Document], T]:
        now = self._now.setdefault(name, {})

        def found(document: Document) -> T:
            path = document.path
            found: T = before[path] if path in before and self._as_it_was(document) else find(document)
            now[path] = found
            return found

        return found

    def _as_it_was(self, document: Document) -> bool:
        """Tell whether a document's parts are those of the last generation, unread, and amended as they were."""
        last = self._documents.get(document.path)
        return last is not None and (
            document.clauses is last.clauses and document.rules is last.rules and document.amended == last.amended
        )

    def keep(self, data: Path, generation: str, documents: Sequence[Document]) -> None:
        """Put what was found beside the index; `documents` are those of its generation."""
        for one in documents:
            self.actors(one)  # with the names that were put beside them by now
        beside = data / f"{FILE}.{os.getpid()}.partial"
        found = Found(generation=generation, code=code(), **self._now)
        with contextlib.suppress(OSError):
            beside.write_bytes(ADAPTER.dump_json(found))
            beside.replace(data / FILE)


ADAPTER = TypeAdapter(Found)


def remembered(data: Path, generation: str, documents: Mapping[str, Document]) -> Memory:
    """Return the memory of a generation, whose documents these are; an empty one where nothing was kept of it."""
    try:
        found = ADAPTER.validate_json((data / FILE).read_bytes())
    except (OSError, ValidationError):
        found = Found()
    return Memory(found if (found.generation, found.code) == (generation, code()) else Found(), documents)
