"""From the lines of a file to a document: its text, clauses, passages, rules and procedures."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain, count
from pathlib import PurePosixPath

from corpus.models import Document, Facts, Kind, Line
from corpus.outline.growing import split
from corpus.passages import passages
from corpus.procedures import procedures
from corpus.rules.reading import rules
from corpus.validity.said.stated import stated


def identities(paths: Iterable[str]) -> dict[str, str]:
    """Return the id of each document: its path without the ending, with it where two would be one.

    Two paths that differ only in characters an id cannot hold are counted.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths, key=lambda p: (not p.endswith(".md"), p)):
        plain = re.sub(r"[\s#!@]+", "-", unicodedata.normalize("NFC", path))
        counted = (f"{plain}~{n}" for n in count(2))
        wanted = chain((str(PurePosixPath(plain).with_suffix("")), plain), counted)
        ids[path] = next(name for name in wanted if name not in taken)
        taken.add(ids[path])
    return ids


def document(
    path: str, identity: str, facts: Facts, sha256: str, lines: Sequence[Line], guessed: bool = False
) -> Document:
    """Return the document that the lines of a file make; `sha256` is the file's, its kind may be `guessed`."""
    text, clauses = split(lines)
    told = stated(text, clauses, facts, path)
    decides = facts.kind is not Kind.FAQ  # an FAQ answers by the clauses it cites, never by itself
    return Document(
        path=path,
        id=identity,
        facts=facts,
        sha256=sha256,
        text=text,
        clauses=clauses,
        passages=tuple(passages(path, identity, facts.title, text, clauses)),
        rules=tuple(rules(path, identity, text, clauses, told.put_in, facts.owner)) if decides else (),
        procedures=tuple(procedures(path, identity, facts.title, text, clauses)) if decides else (),
        given=facts,
        stated=told.model_copy(update={"kind": facts.kind.value if guessed else ""}),
    )
