"""The records of a generation, read from SQLite as they are asked for."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from corpus.models import Amended, Clause, Document, Facts, Passage, Procedure, Record, Step, Term
from index.generation.lazy import Lazy
from index.generation.rows import AMENDED, PARTS, SETTLED

# once for each text: every step of a procedure leads to it
parsed_procedure = lru_cache(maxsize=1024)(Procedure.model_validate_json)
STEPS = (
    "select s.procedure, s.step, s.clause, p.record from steps s join procedures p on p.number = s.procedure "
    "where s.clause in"
)
MANY = 500  # values in one query; SQLite takes a limited number


class Entry(NamedTuple):
    """A document without its content."""

    path: str
    id: str
    facts: Facts
    sha256: str


class Source(Record):
    """A document with the text that citations are cut from."""

    path: str
    id: str
    facts: Facts
    sha256: str
    text: str


class Place(Record):
    """Where a link leads: `start`:`end` in the text of `document`, a path."""

    link: str
    kind: str
    document: str
    start: int
    end: int
    clause: Clause | None = None
    procedure: Procedure | None = None
    step: Step | None = None


class Records:
    """A finished file of records, open for reading; several threads may ask at once.

    `places` has the documents by path, in their order, `paths` their paths by id.
    """

    def __init__(self, file: Path) -> None:
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        self.database = Database(sqlite3.connect(address, uri=True, check_same_thread=False))
        rows = self._rows("select place, path, id from documents order by place")
        self.places = {path: place for place, path, _ in rows}
        self.paths = {id: path for _, path, id in rows}
        # a generation older than amendments has none of these columns
        known = self.database.table("documents").columns_dict
        self._settled = [name for name in SETTLED if "amended" in known]
        found = file.stat()
        self._file = (found.st_dev, found.st_ino)  # one that several generations share is one
        self._spans: dict[int, range] | None = None
        self._counts: dict[str, dict[int, int]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def numbers(self, paths: Iterable[str]) -> NDArray[np.int64]:
        """The numbers of the passages in these documents."""
        if self._spans is None:
            sql = "select place, min(number), max(number) + 1 from passages group by place"
            self._spans = {place: range(start, end) for place, start, end in self._rows(sql)}
        places = (self.places[path] for path in paths if path in self.places)
        spans = [self._spans[place] for place in places if place in self._spans]
        found = [np.arange(span.start, span.stop, dtype=np.int64) for span in spans]
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    def keyed(self, keys: Sequence[str]) -> dict[str, int]:
        """The key of an embedded text -> a number that has it, of those that are here."""
        return dict(self._in("select key, number from passages where key in", keys))

    def passages(self, numbers: Sequence[int]) -> list[Passage]:
        """The passages of these numbers, in their order."""
        found = dict(self._in("select number, record from passages where number in", numbers))
        return [Passage.model_validate_json(found[number]) for number in numbers]

    def headed(self, path: str) -> list[tuple[str, int, int]]:
        """The breadcrumb and the span of each passage of a document, in their order."""
        wanted = (f"json_extract(record, '$.{name}')" for name in ("breadcrumb", "start", "end"))
        sql = f"select {', '.join(wanted)} from passages where place = ? order by number"
        return [(heading, start, end) for heading, start, end in self._rows(sql, [self.places.get(path, -1)])]

    def of(self, part: str, path: str) -> list[str]:
        """The records of one kind in one document, as JSON, in the order of the document."""
        if part not in PARTS:
            raise ValueError(f"{part!r} is not one of {', '.join(PARTS)}")
        place = self.places.get(path, -1)
        rows = self._rows(f"select record from {part} where place = ? order by number", [place])
        return [record for (record,) in rows]

    def named(self, part: str, ids: Collection[str]) -> list[str]:
        """The records of one kind with these ids, as JSON, in the order of the documents."""
        if part not in PARTS:
            raise ValueError(f"{part!r} is not one of {', '.join(PARTS)}")
        rows = self._in(f"select number, record from {part} where id in", list(ids))
        return [record for _, record in sorted(rows)]

    def entries(self) -> list[Entry]:
        """Every document without its content."""
        rows = self._rows("select path, id, facts, sha256 from documents order by place")
        return [_entry(*row) for row in rows]

    def glossary(self) -> tuple[Term, ...]:
        """The admin's glossary as generations had it before the manifest did."""
        if "glossary" not in self.database.table_names():
            return ()
        return tuple(Term.model_validate_json(record) for (record,) in self._rows("select record from glossary"))

    def shortened(self) -> list[tuple[str, str, str]]:
        """(path, short name, full name) of every actor that a document calls by a name explained by another."""
        sql = """select distinct json_extract(record, '$.document'), json_extract(record, '$.actor'),
                 json_extract(record, '$.body') from rules
                 where record like '%"body":"%' and record not like '%"body":""%'"""
        return [(path, short, full) for path, short, full in self._rows(sql) if full]

    def amended(self) -> dict[str, tuple[Amended, ...]]:
        """What is amended in each document (path) of which anything is; nothing in a generation older than that."""
        if not self._settled:
            return {}
        rows = self._rows("select path, amended from documents where amended != '[]' order by place")
        return {path: AMENDED.validate_json(record) for path, record in rows}

    def source(self, path_or_id: str) -> Source | None:
        """A document with its text, by path or by id."""
        sql = "select path, id, facts, sha256, text from documents where"
        rows = self._rows(f"{sql} path = ?", [path_or_id]) or self._rows(f"{sql} id = ?", [path_or_id])
        return Source(**_entry(*rows[0][:4])._asdict(), text=rows[0][4]) if rows else None

    def document(self, path: str) -> Document:
        """A document with everything that was read from it; raises KeyError."""
        source = self.source(path)
        if source is None or source.path != path:
            raise KeyError(path)
        parts = [f'"{part}":[{",".join(self.of(part, path))}]' for part in PARTS]
        if self._settled:
            held = self._rows(f"select {','.join(self._settled)} from documents where path = ?", [path])[0]
            parts += [f'"{name}":{record}' for name, record in zip(self._settled, held, strict=True)]
        return Document.model_validate_json(f"{source.model_dump_json()[:-1]},{','.join(parts)}}}")

    def unread(self) -> dict[str, Document]:
        """Every document by its path, with parts that are read when somebody looks at them, while the file is open."""
        columns = ",".join(["path", "id", "facts", "sha256", "text", *self._settled])
        rows = self._rows(f"select {columns} from documents order by place")
        return {row[0]: self._unread(dict(zip(self._settled, row[5:], strict=True)), *row[:5]) for row in rows}

    def _unread(self, settled: Mapping[str, str], path: str, id: str, facts: str, sha256: str, text: str) -> Document:
        fields: dict[str, Any] = {"text": text, **_entry(path, id, facts, sha256)._asdict()}
        fields |= {
            part: Lazy(partial(self._parsed, part, path), partial(self._count, part, path), (self._file, part, path))
            for part in PARTS
        }
        fields |= {name: SETTLED[name].validate_json(record) for name, record in settled.items()}
        return Document.model_construct(**fields)

    def _parsed(self, part: str, path: str) -> tuple[Any, ...]:
        found: tuple[Any, ...] = PARTS[part].validate_json(f"[{','.join(self.of(part, path))}]")
        return found

    def _count(self, part: str, path: str) -> int:
        if part not in self._counts:
            self._counts[part] = dict(self._rows(f"select place, count(*) from {part} group by place"))
        return self._counts[part].get(self.places[path], 0)

    def led(self, clauses: Sequence[str]) -> dict[str, Procedure]:
        """The procedure that each of these clauses is a step of, or that is read from it as a whole."""
        whole = {f"{clause}!": clause for clause in clauses}
        steps = sorted(self._in(STEPS, list(clauses)))
        own = sorted(self._in("select number, id, record from procedures where id in", list(whole)))
        found = {clause: record for _, _, clause, record in reversed(steps)} | {
            whole[id]: record for _, id, record in reversed(own)
        }
        return {clause: parsed_procedure(record) for clause, record in found.items()}

    def links(self, link: str) -> list[tuple[Any, ...]]:
        """What a link, else what a short code may mean here, for `place` to look up; the link comes first."""
        columns = (
            "select l.link, l.kind, l.number, l.step, d.path, d.length from links l "
            "join documents d on d.place = l.place where"
        )
        return self._rows(f"{columns} l.link = ?", [link]) or self._rows(f"{columns} l.short = ?", [link])

    def place(self, link: str, kind: str, number: int, step: int, path: str, length: int) -> Place:
        """Where something that a link means stands."""
        if kind == "document":
            return Place(link=link, kind=kind, document=path, start=0, end=length)
        if kind == "clause":
            clause = Clause.model_validate_json(self._record("clauses", number))
            return Place(link=link, kind=kind, document=path, start=clause.start, end=clause.until, clause=clause)
        if kind == "passage":
            passage = self.passages([number])[0]
            return Place(link=link, kind=kind, document=path, start=passage.start, end=passage.end)
        procedure = Procedure.model_validate_json(self._record("procedures", number))
        chosen = procedure.steps[step : step + 1] if kind == "step" else procedure.steps
        return Place(
            link=link,
            kind=kind,
            document=path,
            start=min((each.start for each in chosen), default=0),
            end=max((each.end for each in chosen), default=0),
            procedure=procedure,
            step=chosen[0] if kind == "step" else None,
        )

    def total(self, table: str) -> int:
        """How many rows a table has."""
        return int(self._rows(f"select count(*) from {table}")[0][0])

    def _record(self, part: str, number: int) -> str:
        record: str = self._rows(f"select record from {part} where number = ?", [number])[0][0]
        return record

    def _in(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for at in range(0, len(values), MANY):
            some = values[at : at + MANY]
            rows += self._rows(f"{sql} ({','.join('?' * len(some))})", some)
        return rows

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return list(self.database.execute(sql, list(values)).fetchall())


def _entry(path: str, name: str, facts: str, sha256: str) -> Entry:
    return Entry(path=path, id=name, facts=Facts.model_validate_json(facts), sha256=sha256)
