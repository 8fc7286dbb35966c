"""Comma separated values: each row a line under the names of the first."""

import csv
import io

from corpus.formats import encoding, tables
from corpus.formats.characters import one_line
from corpus.formats.content import Content, Unreadable
from corpus.formats.tables import Box

SEPARATORS = ",;\t|，"


def read(data: bytes) -> Content:
    """The rows of a .csv or .tsv file."""
    rows = [[Box(text=one_line(cell)) for cell in row] for row in values(data)]
    lines = tuple(tables.lines(tables.spread(rows)))
    return Content(lines=lines, title=tables.title(lines))


def values(data: bytes, separators: str = SEPARATORS) -> list[list[str]]:
    """The cells of a .csv or .tsv file as they stand, row by row; one of `separators` stands between them."""
    text = encoding.decode(data)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, separators)))
    except csv.Error as error:
        raise Unreadable(f"damaged: {error}") from error


def _separator(text: str, separators: str) -> str:
    """The separator that cuts the first lines into most cells."""
    top = "\n".join(text.split("\n", 5)[:5])
    return max(separators, key=top.count) if any(mark in top for mark in separators) else ","
