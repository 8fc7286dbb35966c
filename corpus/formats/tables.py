"""Tables to lines: one header, then rows that each stand alone."""

import re
from collections.abc import Sequence
from itertools import groupby

from corpus.formats.content import Unreadable
from corpus.models import Line, Record, Role

BETWEEN = " | "
# Merged cells are repeated in every place they span; a hostile span must not fill the memory.
MOST_CELLS = 2_000_000
MOST_COLUMNS = 16_384


class Box(Record):
    """A cell as its format declares it; `head` is set where the format says that it is a header."""

    text: str
    rows: int = 1
    columns: int = 1
    head: bool = False


# What opens a remark below a table.
_REMARK = re.compile(r"(?:[备附]?注|说明)(?:\s*\d*\s*[：:.、]|\s)|(?:notes?|remarks?)\s*\d*\s*[:.]|[*※]", re.I)
Grid = list[list[Box]]
EMPTY = Box(text="")


def spread(rows: Sequence[Sequence[Box]]) -> Grid:
    """The grid of a table: each box stands, as the same object, in every place that it spans."""
    taken: dict[tuple[int, int], Box] = {}
    for top, row in enumerate(rows):
        left = 0
        for box in row:
            while (top, left) in taken:
                left += 1
            _place(taken, box, (top, left), len(rows))
            left += max(box.columns, 1)
    width = max((column for _, column in taken), default=-1) + 1
    if width * len(rows) > MOST_CELLS:
        raise Unreadable(f"a table of more than {MOST_CELLS:,} cells")
    return [[taken.get((top, left), EMPTY) for left in range(width)] for top in range(len(rows))]


def _place(taken: dict[tuple[int, int], Box], box: Box, at: tuple[int, int], height: int) -> None:
    bottom = min(at[0] + max(box.rows, 1), height)
    right = at[1] + min(max(box.columns, 1), MOST_COLUMNS)
    if len(taken) + (bottom - at[0]) * (right - at[1]) > MOST_CELLS:
        raise Unreadable(f"a table of more than {MOST_CELLS:,} cells")
    for row in range(at[0], bottom):
        for column in range(at[1], right):
            taken.setdefault((row, column), box)


def lines(grid: Grid, headed: int | None = None) -> list[Line]:
    """The lines of a table; `headed` counts its header rows, None where the format doesn't say."""
    grid = _trimmed(grid)
    titles = _titles(grid)
    body = grid[titles:]
    depth = _depth(body) if headed is None else max(headed - titles, 0)
    found = [Line(text=next(b.text for b in row if b.text), role=Role.HEADING) for row in grid[:titles]]
    if depth:
        found.append(row_line(_names(body[:depth]), Role.HEADER))
    remarks = _remarks(body[depth:])
    found += [row_line(_texts(row), Role.ROW) for row in body[depth : len(body) - len(remarks)]]
    return found + [Line(text=text) for text in remarks]


def title(found: Sequence[Line]) -> str:
    """The title that stands above the first table's header, "" where it has none."""
    return next((line.text for line in found if line.role == Role.HEADING and not line.level), "")


def row_line(cells: Sequence[str], role: Role) -> Line:
    """One row as a line."""
    return Line(text=BETWEEN.join(cells), role=role, cells=tuple(cells))


def _trimmed(grid: Grid) -> Grid:
    """The grid without rows and columns that are empty throughout."""
    rows = [row for row in grid if any(box.text for box in row)]
    used = [left for left in range(len(rows[0]) if rows else 0) if any(row[left].text for row in rows)]
    return [[row[left] for left in used] for row in rows]


def _titles(grid: Grid) -> int:
    """How many rows above the header hold but one cell: the table's own title."""
    if not grid or len(grid[0]) < 2:
        return 0
    count = 0
    while count < len(grid) - 1 and _single(grid[count]):
        count += 1
    return count if count < len(grid) - 1 and not any(map(_single, grid[count : count + 1])) else 0


def _texts(row: Sequence[Box]) -> list[str]:
    """The texts of a row's cells; what is merged over the whole row heads those below, and fills no column."""
    across = len(row) > 1 and all(box is row[0] for box in row)
    return [row[0].text, *[""] * (len(row) - 1)] if across else [box.text for box in row]


def _remarks(rows: Grid) -> list[str]:
    """The last rows that hold one cell and no more: remarks below the table, as they say or as wide as it."""
    found: list[str] = []
    for row in reversed(rows[1:]):
        text = next(box.text for box in row if box.text)
        merged = len(row) > 1 and row[0] is row[-1]
        if not _single(row) or not (merged or (row[0].text and _REMARK.match(text))):
            break
        found.insert(0, text)
    return found


def _single(row: Sequence[Box]) -> bool:
    return len({id(box) for box in row if box.text}) == 1


def _depth(grid: Grid) -> int:
    """How many rows the header takes: those marked as such, else the first and what its merges reach."""
    if len(grid) < 2:
        return 0
    marked = 0
    while marked < len(grid) - 1 and all(box.head for box in grid[marked] if box.text):
        marked += 1
    if marked:
        return marked
    if any(box.head for row in grid for box in row):
        return 0
    grouped = any(grid[0][left] is grid[0][left + 1] for left in range(len(grid[0]) - 1))
    return 2 if grouped and len(grid) > 2 else 1


def _names(rows: Grid) -> list[str]:
    """One name a column: what stands above it, each word once, joined by a space."""
    columns = [[row[left] for row in rows] for left in range(len(rows[0]))]
    return [" ".join(text for text, _ in groupby(box.text for box in column) if text) for column in columns]
