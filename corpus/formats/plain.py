"""Plain text: paragraphs, wrapped or one a line, and tables whose cells stand between bars, as in Markdown."""

import re
from itertools import groupby

from corpus.formats import encoding, markdown, paged, wrap
from corpus.formats.content import Content
from corpus.models import Line

_BARS = re.compile(r"\s*\|.*\|\s*$")
# the line under the names of a table's columns
_RULE = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*$")


def read(data: bytes) -> Content:
    """The paragraphs of a text file, without page furniture."""
    lines = paged.without(encoding.decode(data).split("\n"))
    found: list[Line] = []
    for barred, run in groupby(_parts(lines), key=lambda part: part[0]):
        part = [line for _, line in run]
        found += markdown.read("\n".join(part).encode()).lines if barred else map(_line, wrap.paragraphs(part))
    return Content(lines=tuple(found))


def _line(text: str) -> Line:
    return Line(text=text)


def _parts(lines: list[str]) -> list[tuple[int, str]]:
    """Each line with the number of the table it stands in, 0 outside of any; a table has a rule as its second line."""
    barred = [bool(_BARS.match(line)) for line in lines]
    opens = [n for n in range(len(lines) - 1) if barred[n] and _RULE.match(lines[n + 1])]
    inside: list[tuple[int, str]] = []
    table = 0
    for n, line in enumerate(lines):
        table = n + 1 if n in opens else table if barred[n] else 0
        inside.append((table, line))
    return inside
