"""Tables of a PDF page that are set without lines: rows whose cells begin at the same places."""

from collections.abc import Sequence

from corpus.formats.characters import between
from corpus.formats.columns import Block
from corpus.formats.printed import Printed, apart, cut
from corpus.formats.ruled import Ruled
from corpus.formats.tables import Box
from corpus.models import Record

# Cells stand so far apart, in parts of the size of the letters, and rows at most so far.
APART, NEAR_ROW = 1.5, 2.6
# Two cells begin at the same place, in points.
NEAR = 3.0
# Fewer columns or rows may be anything: a number and its text, a line for signatures.
COLUMNS, ROWS = 3, 3


class _Row(Record):
    """A row under way: the texts of its cells, one a column, and its first and last line."""

    texts: tuple[str, ...]
    first: Printed
    last: Printed


def with_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page, lines that make a table being one block."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        rows, length = _rows(blocks[at:])
        whole = sum(all(row.texts) for row in rows)
        if len(rows) >= ROWS and whole > len(rows) / 2:
            found.append(_table(rows))
            at += length
        else:
            found.append(blocks[at])
            at += 1
    return found


def _rows(blocks: Sequence[Block]) -> tuple[list[_Row], int]:
    """The rows of the table that the first block heads, and how many blocks they take; none where it heads none."""
    head = _cells(blocks[0])
    starts = [cell.left for cell in head]
    rows: list[_Row] = []
    if len(starts) < COLUMNS:
        return rows, 0
    for taken, block in enumerate(blocks):
        cells = _cells(block)
        texts = _placed(cells, starts)
        near = not rows or (bool(cells) and cells[0].top - rows[-1].last.bottom < (NEAR_ROW - 1) * cells[0].size)
        if not texts or not near or not isinstance(block, Printed):
            return rows, taken
        if texts[0]:
            rows.append(_Row(texts=tuple(texts), first=block, last=block))
        else:
            joined = tuple(map(_joined, rows[-1].texts, texts))
            rows[-1] = rows[-1].model_copy(update={"texts": joined, "last": block})
    return rows, len(blocks)


def _cells(block: Block) -> list[Printed]:
    """The pieces of a line that stand apart."""
    if not isinstance(block, Printed):
        return []
    cells: list[Printed] = []
    rest = block
    for place in apart(block, APART):
        pieces = cut(rest, place)
        cells += pieces[:-1]
        rest = pieces[-1]
    return [*cells, rest]


def _placed(cells: Sequence[Printed], starts: Sequence[float]) -> list[str]:
    """The texts of cells by the columns they begin at, "" for an empty one; nothing where one begins elsewhere.

    A line with one cell goes on with another cell than the first: else it is a line of text.
    """
    texts = [""] * len(starts)
    for cell in cells:
        column = next((n for n, start in enumerate(starts) if abs(start - cell.left) < NEAR), None)
        if column is None:
            return []
        texts[column] = cell.text
    return texts if len(cells) > 1 or not texts[0] else []


def _joined(above: str, below: str) -> str:
    return above + between(above, below) + below


def _table(rows: Sequence[_Row]) -> Ruled:
    lines = [line for row in rows for line in (row.first, row.last)]
    return Ruled(
        grid=[[Box(text=text) for text in row.texts] for row in rows],
        page=lines[0].page,
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        top=lines[0].top,
        bottom=lines[-1].bottom,
    )
