"""The records of a generation, of all its segments: numbers of passages run on from one segment to the next."""

import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.known import REINDEX
from corpus.models import Amended, Document, Passage, Procedure, Rule, Term
from index.generation.generations import GenerationDamaged
from index.generation.manifest import RECORDS, Manifest, Segment
from index.generation.records import Entry, Place, Records, Source
from index.memo import Memo

T = TypeVar("T")
# what questions look at again: a question's passages, with the rules and the procedure of the clause of each
PASSAGES, CLAUSES = 8192, 8192


class Library:
    """The files of records of a generation, open for reading; several threads may ask at once.

    `groups` has what the word index calls a document, by its path.
    """

    def __init__(self, place: Path, segments: Sequence[Segment]) -> None:
        self.files = [Records(place / one.name / RECORDS) for one in segments]
        self.starts = [0, *accumulate(one.passages for one in segments)]
        self.homes = {path: n for n, file in enumerate(self.files) for path in file.places}
        self._ids = {id: n for n, file in enumerate(self.files) for id in file.paths}
        pairs = zip(segments, self.files, strict=True)
        self.groups = {path: one.group(at) for one, file in pairs for path, at in file.places.items()}
        self._passages: Memo[int, Passage] = Memo(PASSAGES)
        self._rules: Memo[str, tuple[Rule, ...]] = Memo(CLAUSES)
        self._led: Memo[str, Procedure | None] = Memo(CLAUSES)

    def close(self) -> None:
        """Let go of the files."""
        for file in self.files:
            file.close()

    def numbers(self, paths: Iterable[str]) -> NDArray[np.int64]:
        """The numbers of the passages in these documents."""
        found = [file.numbers(some) + self.starts[n] for n, file, some in self._by_home(paths, self.homes)]
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    def keyed(self, keys: Sequence[str]) -> dict[str, int]:
        """The key of an embedded text -> a number that has it, of those that are here."""
        found = ((n, file.keyed(keys)) for n, file in enumerate(self.files))
        return {key: number + self.starts[n] for n, some in found for key, number in some.items()}

    def passages(self, numbers: Sequence[int]) -> list[Passage]:
        """The passages of these numbers, in their order."""
        found = self._passages.of(numbers, self._read)
        return [found[number] for number in numbers]

    def _read(self, numbers: Sequence[int]) -> dict[int, Passage]:
        homes = {number: bisect_right(self.starts, number) - 1 for number in numbers}
        found: dict[int, Passage] = {}
        for n, file, some in self._by_home(homes, homes):
            found |= zip(some, file.passages([number - self.starts[n] for number in some]), strict=True)
        return found

    def headed(self, path: str) -> list[tuple[str, int, int]]:
        """The breadcrumb and the span of each passage of a document, in their order."""
        return [one for _, file, _ in self._by_home([path], self.homes) for one in file.headed(path)]

    def of(self, part: str, path: str) -> list[str]:
        """The records of one kind in one document, as JSON, in the order of the document."""
        return [record for _, file, _ in self._by_home([path], self.homes) for record in file.of(part, path)]

    def named(self, part: str, ids: Collection[str]) -> list[str]:
        """The records of one kind with these ids, as JSON, in the order of the documents."""
        return [record for _, file, some in self._by_id(ids) for record in file.named(part, some)]

    def rules(self, clauses: Collection[str]) -> dict[str, tuple[Rule, ...]]:
        """The rules read from each of these clauses, in their order."""
        return self._rules.of(clauses, self._ruled)

    def _ruled(self, clauses: Sequence[str]) -> dict[str, tuple[Rule, ...]]:
        found: dict[str, list[Rule]] = {clause: [] for clause in clauses}
        for record in self.named("rules", clauses):
            rule = Rule.model_validate_json(record)
            found[rule.clause].append(rule)
        return {clause: tuple(rules) for clause, rules in found.items()}

    def entries(self) -> list[Entry]:
        """Every document without its content."""
        return [entry for file in self.files for entry in file.entries()]

    def glossary(self) -> tuple[Term, ...]:
        """The admin's glossary as generations had it before the manifest did."""
        return tuple(term for file in self.files for term in file.glossary())

    def shortened(self) -> list[tuple[str, str, str]]:
        """(path, short name, full name) of every actor that a document calls by a name explained by another."""
        return [one for file in self.files for one in file.shortened()]

    def amended(self) -> dict[str, tuple[Amended, ...]]:
        """What is amended in each document (path) of which anything is."""
        return {path: some for file in self.files for path, some in file.amended().items()}

    def source(self, path_or_id: str) -> Source | None:
        """A document with its text, by path or by id."""
        home = self.homes.get(path_or_id, self._ids.get(path_or_id))
        return None if home is None else self.files[home].source(path_or_id)

    def document(self, path: str) -> Document:
        """A document with everything that was read from it; raises KeyError."""
        return self.files[self.homes[path]].document(path)

    def unread(self) -> dict[str, Document]:
        """Every document by its path, with parts that are read when somebody looks at them."""
        return {path: one for file in self.files for path, one in file.unread().items()}

    def led(self, clauses: Collection[str]) -> dict[str, Procedure]:
        """The procedure that each of these clauses is a step of, or that is read from it as a whole."""
        return {clause: one for clause, one in self._led.of(clauses, self._leading).items() if one}

    def _leading(self, clauses: Sequence[str]) -> dict[str, Procedure | None]:
        found: dict[str, Procedure | None] = dict.fromkeys(clauses)
        for _, file, some in self._by_id(clauses):
            found |= file.led(some)
        return found

    def find(self, link: str) -> Place | None:
        """Where a link or its short code leads; None when it leads nowhere, or a code to two places."""
        found = [(file, *row) for file in self.files for row in file.links(link)]
        # a link goes before a code that reads like it, and an id before the path of another document
        found = [one for one in found if one[1] == link] or found
        found = [one for one in found if one[0].paths.get(one[1]) == one[5]] or found
        if len({one[1] for one in found}) != 1:
            return None
        place: Place | None = found[0][0].place(*found[0][1:])
        return place

    def total(self, table: str) -> int:
        """How many rows a table has."""
        return sum(file.total(table) for file in self.files)

    def probe(self, number: int) -> tuple[int, str]:
        """The group of a passage's document, and what was embedded."""
        passage = self.passages([number])[0]
        return self.groups[passage.document], passage.embedded

    def _by_id(self, ids: Collection[str]) -> Iterator[tuple[int, Records, list[str]]]:
        """Yield the ids of each file that has any; the id of a part begins with that of its document."""
        return self._by_home(ids, {id: self._ids.get(id.partition("#")[0], -1) for id in ids})

    def _by_home(self, wanted: Iterable[T], homes: "dict[T, int]") -> Iterator[tuple[int, Records, list[T]]]:
        """Yield (position, file, those of it) of each file that has any, in order."""
        sorted_: dict[int, list[T]] = {}
        for one in wanted:
            sorted_.setdefault(homes.get(one, -1), []).append(one)
        for home in sorted(sorted_.keys() - {-1}):
            yield home, self.files[home], sorted_[home]


@contextmanager
def opened(place: Path, made: Manifest) -> Iterator[Library]:
    """Hold the records of the generation in this folder open; raises GenerationDamaged."""
    library = open_library(place, made)
    try:
        yield library
    except sqlite3.Error as error:
        raise damaged(place, error) from error
    finally:
        library.close()


def open_library(place: Path, made: Manifest) -> Library:
    """The records of the generation in this folder; raises GenerationDamaged."""
    try:
        return Library(place, made.parts)
    except sqlite3.Error as error:
        raise damaged(place, error) from error


def damaged(place: Path, error: sqlite3.Error) -> GenerationDamaged:
    """The error for a file of records that SQLite refuses."""
    return GenerationDamaged(f"{place / RECORDS} can't be read ({error}): run {REINDEX} --full")
