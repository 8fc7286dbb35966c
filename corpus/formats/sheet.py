"""Excel sheets: each row a line under the names of its header, values as a person sees them."""

import io
import re
import warnings
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import ParseError

import openpyxl
from lxml import etree
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus.formats import tables, zips
from corpus.formats.characters import one_line
from corpus.formats.content import Content, Unreadable
from corpus.formats.tables import EMPTY, Box, Grid
from corpus.models import Line, Role

# What openpyxl lets through when a file is damaged.
LEAKS = (
    *zips.LEAKS,
    InvalidFileException,
    etree.LxmlError,
    ParseError,
    TypeError,
    AttributeError,
    AssertionError,
)
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})[\"']")
# openpyxl makes an object for every merged cell as it opens the file.
MOST_MERGED = 500_000
# So many hidden rows are named in the report, and the rest counted.
MOST_NAMED = 8


def read(data: bytes) -> Content:
    """What is seen of the rows of every sheet; with more than one, each under its name."""
    book = _opened(data)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    unseen = [f"sheet {one_line(sheet.title)}: hidden" for sheet in book.worksheets if _concealed(sheet)]
    found: list[Line] = []
    for sheet in sheets:
        cells = _cells(sheet)
        rows, columns = _hidden(sheet, cells)
        struck = [cell for cell in cells if cell.has_style and cell.font.strike]
        lines = tables.lines(_grid(sheet, cells, rows, columns))
        unseen += _unseen(sheet.title, rows, columns, struck)
        if len(sheets) > 1 and lines:
            found.append(Line(text=one_line(sheet.title), role=Role.HEADING, level=1))
        found += lines
    return Content(lines=tuple(found), title=tables.title(found), unseen=tuple(unseen))


def _concealed(sheet: Worksheet) -> bool:
    return sheet.sheet_state != "visible" and bool(_cells(sheet))


def _hidden(sheet: Worksheet, cells: Sequence[Cell]) -> tuple[set[int], set[int]]:
    """The numbers of the rows and of the columns that a person doesn't see, of those that hold something.

    What a filter leaves out for a while is seen.
    """
    filtered = bool(sheet.auto_filter.filterColumn)
    rows = set() if filtered else {number for number, row in sheet.row_dimensions.items() if row.hidden}
    spans = [(column.min or 0, column.max or 0) for column in sheet.column_dimensions.values() if column.hidden]
    columns = {cell.column for cell in cells if any(first <= cell.column <= last for first, last in spans)}
    return rows & {cell.row for cell in cells}, columns


def _unseen(title: str, rows: set[int], columns: set[int], struck: Sequence[Cell]) -> list[str]:
    """What of a sheet is not read, for the report."""
    unread = (
        ("row", "hidden", [str(number) for number in sorted(rows)]),
        ("column", "hidden", [get_column_letter(number) for number in sorted(columns)]),
        ("cell", "struck through", [cell.coordinate for cell in struck]),
    )
    return [f"sheet {one_line(title)}: {what} {_named(which)}: {why}" for what, why, which in unread if which]


def _named(which: Sequence[str]) -> str:
    more = len(which) - MOST_NAMED
    return ", ".join(which[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def values(data: bytes) -> list[list[object]]:
    """The values of the first sheet as they are stored, row by row from its first row."""
    sheet = _opened(data).worksheets[0]
    cells = _cells(sheet)
    height, width = _bounds(cells)
    found: list[list[object]] = [[None] * width for _ in range(height)]
    for cell in cells:
        found[cell.row - 1][cell.column - 1] = cell.value
    return found


def _opened(data: bytes) -> Workbook:
    parts = zips.parts(data)
    merged = sum(_area(*found) for part in parts.values() for found in _MERGED.findall(part))
    if merged > MOST_MERGED:
        raise Unreadable(f"{merged:,} merged cells: at most {MOST_MERGED:,} are read")
    try:
        with warnings.catch_warnings():
            # What openpyxl can't keep when it saves (drop-downs, printers) is no news to a reader.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except LEAKS as error:
        raise Unreadable(f"damaged: {str(error).splitlines()[0] if str(error) else 'not a workbook'}") from error
    if not book.worksheets:
        raise Unreadable("no sheet in it")
    return book


def _area(first: bytes, last: bytes) -> int:
    (left, top), (right, bottom) = _place(first), _place(last)
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _place(reference: bytes) -> tuple[int, int]:
    column = 0
    letters = reference.rstrip(b"0123456789")
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column, int(reference[len(letters) :])


def _cells(sheet: Worksheet) -> list[Cell]:
    """The cells that hold something: the public ways walk every empty cell up to the farthest one."""
    stored: Iterable[object] = sheet._cells.values()
    return [cell for cell in stored if isinstance(cell, Cell) and cell.value is not None]


def _bounds(cells: Iterable[Cell]) -> tuple[int, int]:
    height = max((cell.row for cell in cells), default=0)
    width = max((cell.column for cell in cells), default=0)
    if height * width > tables.MOST_CELLS:
        raise Unreadable(f"a table of more than {tables.MOST_CELLS:,} cells: clear the far ones")
    return height, width


def _grid(sheet: Worksheet, cells: Sequence[Cell], rows: set[int], columns: set[int]) -> Grid:
    """The cells of a sheet without those that are struck through, and without hidden rows and columns."""
    height, width = _bounds(cells)
    grid = [[EMPTY] * width for _ in range(height)]
    for cell in cells:
        if not (cell.has_style and cell.font.strike):
            grid[cell.row - 1][cell.column - 1] = Box(text=shown(cell.value, cell.number_format))
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= height and merged.min_col <= width:
            box = grid[merged.min_row - 1][merged.min_col - 1]
            for row in grid[merged.min_row - 1 : merged.max_row]:
                end = min(merged.max_col, width)
                row[merged.min_col - 1 : end] = [box] * (end - merged.min_col + 1)
    return [
        [box for at, box in enumerate(row, 1) if at not in columns] if columns else row
        for number, row in enumerate(grid, 1)
        if number not in rows
    ]


def shown(value: object, style: str = "General") -> str:
    """A value as a person sees it in the sheet."""
    match value:
        case bool():
            return str(value).upper()
        case datetime():
            return str(value.date()) if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case timedelta():
            return str(value)
        case int() | float():
            return _number(value, style)
    return one_line(str(value))


def _number(value: float, style: str) -> str:
    """80000, 80,000, 12.50 or 5%, as the format has it; an unknown format prints the plain number."""
    positive = re.sub(r"\[[^\]]*\]|\"[^\"]*\"|\\.|_.|\*.", "", style.split(";")[0])
    places = re.search(r"[0#]\.([0#?]+)", positive)
    decimals = len(places[1]) if places else 0
    if "%" in positive:
        return f"{_bare(f'{value * 100:.{decimals}f}', places[1] if places else '')}%"
    comma = "," if "#,##0" in positive else ""
    if comma or re.fullmatch(r"[0#](?:\.[0#?]+)?", positive.strip()):
        return _marked(_bare(f"{value:{comma}.{decimals}f}", places[1] if places else ""), style)
    return _marked(str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.15g}", style)


def _bare(number: str, places: str) -> str:
    """A number without the noughts at its end that its format leaves away: 0.## prints 7.5."""
    optional = len(places) - len(places.rstrip("#?"))
    while optional and number.endswith("0"):
        number, optional = number[:-1], optional - 1
    return number.removesuffix(".")


def _marked(number: str, style: str) -> str:
    """A number with its currency or unit, where the format prints one."""
    first = style.split(";")[0]
    sign = re.match(r"(?:\[\$([^\]-]+)[^\]]*\]|\"([^\"]*)\"|([¥￥$£€]))", first)
    unit = re.search(r"[0#]\"([^\"]+)\"$", first)
    before = next((part for part in sign.groups() if part), "") if sign else ""
    return before + number + (unit[1] if unit else "")
