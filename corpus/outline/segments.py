"""Lines as they stand in a document's text, cut where several clauses share one line."""

from collections.abc import Sequence
from itertools import takewhile

from corpus.models import Cell, Line, Record, Role
from corpus.outline.inline import LATER, cuts
from corpus.quantities.headed import captioned, stated

JOINT = " | "


class Segment(Record):
    """A line, or a part of one that can be a clause: its span in the text, and what the format said."""

    text: str
    start: int
    role: Role = Role.TEXT
    level: int = 0
    cells: tuple[Cell, ...] = ()

    @property
    def end(self) -> int:
        """The end of its span, line break included where it has one."""
        return self.start + len(self.text)


def _cells(names: tuple[str, ...], line: Line, start: int) -> tuple[Cell, ...]:
    """Return the cells of a row with their columns' names and spans."""
    cells, at = [], 0
    for n, words in enumerate(line.cells):
        name = names[n] if n < len(names) else ""
        found = line.text.find(words, at)
        left = found if found >= 0 else min(at, len(line.text))
        right = left + len(words) if found >= 0 else left
        cells.append(Cell(name=name, text=words, start=start + left, end=start + right))
        at = min(right + len(JOINT), len(line.text)) if found >= 0 else at
    return tuple(cells)


def _rows(lines: Sequence[Line], n: int) -> list[tuple[str, ...]]:
    """Return the cells of the rows under the header in line `n`."""
    below = (lines[m] for m in range(n + 1, len(lines)))
    return [line.cells for line in takewhile(lambda line: line.role is Role.ROW, below)]


def segments(lines: Sequence[Line]) -> tuple[Segment, ...]:
    """Lay lines out one after the other, a line break after each, and cut inline lists apart.

    The segments' texts, joined, are the document's text.
    """
    result: list[Segment] = []
    at = 0
    names: tuple[str, ...] = ()
    above, unit = "", ""
    for n, line in enumerate(lines):
        whole = line.text + "\n"
        if line.role is not Role.ROW:
            unit = (stated(line.text) if line.role is not Role.HEADER else "") or unit
            names = captioned(line.cells, above, unit, _rows(lines, n)) if line.role is Role.HEADER else ()
        above = line.text if line.text.strip() else above
        cells = _cells(names, line, at) if line.role in (Role.ROW, Role.HEADER) else ()
        later = [after.text for after in lines[n + 1 : n + 1 + LATER] if after.role is Role.TEXT]
        edges = [0, *(cuts(line.text, later) if line.role is Role.TEXT else []), len(whole)]
        for left, right in zip(edges, edges[1:], strict=False):
            segment = Segment(text=whole[left:right], start=at + left, role=line.role, level=line.level, cells=cells)
            result.append(segment)
        at += len(whole)
    return tuple(result)
