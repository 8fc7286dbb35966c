"""Tables of a PDF page that are drawn with lines."""

from collections.abc import Sequence

from pdfplumber.page import Page

from corpus.formats.characters import one_line
from corpus.formats.printed import Glyph, printed
from corpus.formats.tables import EMPTY, Box, Grid
from corpus.models import Record

Area = tuple[float, float, float, float]
# The same line on two pages, in points.
NEAR = 6.0


class Ruled(Record):
    """A table of one page and where it stands on it."""

    grid: Grid
    page: int
    left: float
    right: float
    top: float
    bottom: float

    def continues(self, before: "Ruled") -> bool:
        """Whether this table goes on with the last one of the page before."""
        same = abs(self.left - before.left) < NEAR and abs(self.right - before.right) < NEAR
        return self.page == before.page + 1 and same and len(self.grid[0]) == len(before.grid[0])


def ruled(page: Page, glyphs: Sequence[Glyph], number: int) -> tuple[list[Ruled], list[Glyph]]:
    """The tables of a page, and the characters that stand outside of them."""
    found: list[Ruled] = []
    rest = list(glyphs)
    if not glyphs or not page.edges:
        return found, rest
    for table in page.find_tables():
        inside = [glyph for glyph in rest if _within(glyph, table.bbox)]
        grid = _grid([cell for cell in table.cells if cell is not None], inside, number)
        # A frame round a paragraph is no table.
        if len(grid) > 1 and len(grid[0]) > 1 and sum(bool(b.text) for row in grid for b in row) > 2:
            left, top, right, bottom = table.bbox
            area = {"left": left, "right": right, "top": top, "bottom": bottom}
            found.append(Ruled(grid=grid, page=number, **area))
            rest = [glyph for glyph in rest if not _within(glyph, table.bbox)]
    return found, rest


def _within(glyph: Glyph, area: Area) -> bool:
    across = (glyph["x0"] + glyph["x1"]) / 2
    down = (glyph["top"] + glyph["bottom"]) / 2
    return bool(area[0] <= across <= area[2] and area[1] <= down <= area[3])


def _grid(cells: Sequence[Area], glyphs: Sequence[Glyph], number: int) -> Grid:
    """The cells in rows and columns; a merged cell stands in every place that it covers."""
    across, down = _edges(cells, 0), _edges(cells, 1)
    grid = [[EMPTY] * (len(across) - 1) for _ in range(len(down) - 1)]
    for cell in cells:
        inside = [glyph for glyph in glyphs if _within(glyph, cell)]
        box = Box(text=one_line("\n".join(line.text for line in printed(inside, number))))
        for row, (top, bottom) in enumerate(zip(down, down[1:], strict=False)):
            for column, (left, right) in enumerate(zip(across, across[1:], strict=False)):
                if _covers(cell, (left + right) / 2, (top + bottom) / 2):
                    grid[row][column] = box
    return grid


def _edges(cells: Sequence[Area], first: int) -> list[float]:
    """The lines of a table in one direction; two that nearly meet are one."""
    places = sorted({place for cell in cells for place in (cell[first], cell[first + 2])})
    kept: list[float] = []
    for place in places:
        if not kept or place - kept[-1] > 2:
            kept.append(place)
    return kept


def _covers(cell: Area, across: float, down: float) -> bool:
    return cell[0] <= across <= cell[2] and cell[1] <= down <= cell[3]
