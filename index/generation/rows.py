"""Documents -> the rows of a generation's tables. Written once, into a file nobody reads yet."""

import base64
import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from corpus.models import Amended, Clause, Document, Facts, Passage, Procedure, Rule, Stated

AMENDED = TypeAdapter(tuple[Amended, ...])
PARTS: dict[str, TypeAdapter[Any]] = {
    "clauses": TypeAdapter(tuple[Clause, ...]),
    "passages": TypeAdapter(tuple[Passage, ...]),
    "rules": TypeAdapter(tuple[Rule, ...]),
    "procedures": TypeAdapter(tuple[Procedure, ...]),
}
# columns of a document: what its days and amendments come from
SETTLED: dict[str, TypeAdapter[Any]] = {
    "given": TypeAdapter(Facts | None),
    "stated": TypeAdapter(Stated),
    "amended": AMENDED,
}
CODE = 10  # characters of a short link: 50 bits


def short(link: str) -> str:
    """A code for a link that a messenger's deep link has room for, of [a-z2-7]."""
    return base64.b32encode(hashlib.sha256(link.encode()).digest()).decode().lower()[:CODE]


def key(passage: Passage) -> str:
    """What a passage's vector is kept under."""
    return hashlib.sha256(passage.embedded.encode("utf-8", "surrogatepass")).hexdigest()


def write(documents: Sequence[Document], file: Path) -> None:
    """Write the records; passages are numbered in the order of the documents, from 0."""
    database = Database(sqlite3.connect(file))
    # nobody reads the file before it is finished and on the disk
    database.execute("pragma journal_mode = off")
    database.execute("pragma synchronous = off")
    _create(database)
    with database.conn:
        database.table("documents").insert_all(_document(place, each) for place, each in enumerate(documents))
        for part in PARTS:
            database.table(part).insert_all(_parts(documents, part))
        database.table("steps").insert_all(_steps(documents))
        database.table("links").insert_all(_links(documents))
    _index(database)
    database.close()


def _create(database: Database) -> None:
    database.table("documents").create(
        {"place": int, "path": str, "id": str, "facts": str, "sha256": str, "text": str, "length": int}
        | dict.fromkeys(SETTLED, str),
        pk="place",
    )
    part = {"number": int, "place": int, "id": str, "record": str}
    for name in PARTS:
        database.table(name).create(part | ({"key": str} if name == "passages" else {}), pk="number")
    database.table("steps").create({"clause": str, "procedure": int, "step": int})
    database.table("links").create({"link": str, "short": str, "kind": str, "place": int, "number": int, "step": int})


def _index(database: Database) -> None:
    database.table("documents").create_index(["path"])
    database.table("documents").create_index(["id"])
    for name in PARTS:
        database.table(name).create_index(["place"])
        database.table(name).create_index(["id"])
    database.table("passages").create_index(["key"])
    database.table("steps").create_index(["clause"])
    database.table("links").create_index(["link"])
    database.table("links").create_index(["short"])


def _document(place: int, document: Document) -> dict[str, Any]:
    return {
        "place": place,
        "path": document.path,
        "id": document.id,
        "facts": document.facts.model_dump_json(),
        "sha256": document.sha256,
        "text": document.text,
        "length": len(document.text),  # SQLite's own ends at a NUL
        "given": document.given.model_dump_json() if document.given else "null",
        "stated": document.stated.model_dump_json(),
        "amended": AMENDED.dump_json(document.amended).decode(),
    }


def _parts(documents: Sequence[Document], part: str) -> Iterator[dict[str, Any]]:
    for number, place, each in _numbered(documents, part):
        row = {"number": number, "place": place, "id": _id(documents[place], each)}
        row["record"] = each.model_dump_json()
        yield row | ({"key": key(each)} if isinstance(each, Passage) else {})


def _id(document: Document, part: Clause | Passage | Rule | Procedure) -> str:
    if isinstance(part, Clause):
        return f"{document.id}#{part.key}"
    return part.clause if isinstance(part, Rule) else part.id


def _numbered(documents: Sequence[Document], part: str) -> Iterator[tuple[int, int, Any]]:
    pairs = ((place, each) for place, document in enumerate(documents) for each in getattr(document, part))
    return ((number, place, each) for number, (place, each) in enumerate(pairs))


def _steps(documents: Sequence[Document]) -> Iterator[dict[str, Any]]:
    for number, _, procedure in _numbered(documents, "procedures"):
        for position, step in enumerate(procedure.steps):
            yield {"clause": step.clause, "procedure": number, "step": position}


def _links(documents: Sequence[Document]) -> Iterator[dict[str, Any]]:
    """Each link once, the first meaning of it: document, clause, step, procedure, passage."""
    taken: set[str] = set()
    for link, kind, place, number, step in _meanings(documents):
        if link and link not in taken:
            taken.add(link)
            yield {
                "link": link,
                "short": short(link),
                "kind": kind,
                "place": place,
                "number": number,
                "step": step,
            }


def _meanings(documents: Sequence[Document]) -> Iterator[tuple[str, str, int, int, int]]:
    for field in ("id", "path"):
        yield from ((getattr(each, field), "document", place, 0, 0) for place, each in enumerate(documents))
    for number, place, clause in _numbered(documents, "clauses"):
        yield f"{documents[place].id}#{clause.key}", "clause", place, number, 0
    for number, place, procedure in _numbered(documents, "procedures"):
        for position, step in enumerate(procedure.steps):
            yield step.id, "step", place, number, position
    for number, place, procedure in _numbered(documents, "procedures"):
        yield procedure.id, "procedure", place, number, 0
    for number, place, passage in _numbered(documents, "passages"):
        yield passage.id, "passage", place, number, 0
