"""Write a first register of the documents, for an admin to fill in.

.venv/bin/python -m scripts.register --documents data/documents
.venv/bin/python -m scripts.register --documents data/documents --update
"""

import argparse
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.edge import counted, ended
from bot.people.audience import Role
from corpus import beside, read
from corpus.facts import COLUMNS, key_of
from corpus.formats import Unreadable, suffix
from corpus.known import KnownError
from corpus.models import Kind, LeftOut
from corpus.register import EVERY, file_of

NAME = "register.xlsx"
MEANINGS = {
    "file": "the document's path in this folder 文件在本文件夹中的路径",
    "title": "what people call it 标题",
    "kind": "rule 规则, reference 参考, draft 草案 or faq 常见问题; empty means rule",
    "issued": "the day it was issued, YYYY-MM-DD 发布日期",
    "effective": "the first day it is in force 生效日期",
    "repealed": "the first day it is no longer in force; empty while it is 废止日期",
    "version": "its version 版本",
    "supersedes": "the documents it replaces, with ; between them 取代",
    "rank": "its rank among the rules, a number or a word 位阶",
    "audience": "who may see it in a messenger: staff, curator, admin or groups, with ; between them; empty means "
    "as in the row * 可见范围；空着就按 * 那一行",
    "yields": "the documents that go before it where they contradict each other 服从",
    "owner": "the office that answers for it 归口部门",
}
WIDTHS = {"file": 40, "title": 40}


class Refused(KnownError):
    """The register cannot be written."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code is its result."""
    options = _parser().parse_args(arguments)
    return ended(lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    left = update(options.documents) if options.update else write(options.documents)
    for item in left:
        print(f"left out: {item.path}: {item.reason}")
    return 3 if left else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.register",
        description="Write a first register.xlsx of the documents, for an admin to fill in.",
        epilog="example: .venv/bin/python -m scripts.register --documents data/documents",
    )
    parser.add_argument("--documents", type=Path, required=True, metavar="DIR", help="the documents folder")
    parser.add_argument("--update", action="store_true", help="add rows for new files to the register that is there")
    return parser


def write(folder: Path) -> list[LeftOut]:
    """A register of every file that cannot state its own facts; one that is there stays as it is."""
    there = [name for name in beside.REGISTERS if (folder / name).exists()]
    if there:
        raise Refused(f"{folder / there[0]} is there already: --update adds rows for new files to {NAME}")
    seen = read.look(folder)
    wanted, left = _titles(folder, seen.files)
    if not wanted:
        print(f"{folder} holds no file that needs a row: no {NAME} was written")
        return [*seen.left_out, *left]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "register"
    _head(sheet)
    sheet.append([EVERY if name == "file" else Role.STAFF.value if name == "audience" else None for name in COLUMNS])
    _append(sheet, wanted)
    _explain(book.create_sheet("columns 说明"))
    _save(book, folder, new=True)
    print(f"{folder / NAME}: {counted(len(wanted), 'file')}")
    return [*seen.left_out, *left]


def update(folder: Path) -> list[LeftOut]:
    """Add rows for files that the register doesn't name yet; every row that is there stays as it is."""
    if not (folder / NAME).is_file():
        raise Refused(f"{folder / NAME} does not exist: run without --update to write it")
    seen = read.look(folder)
    data = (folder / NAME).read_bytes()
    named = {file_of(row.values) for row in beside.rows(NAME, data)} - {EVERY}
    wanted, left = _titles(folder, [file for file in seen.files if file.path not in named])
    if wanted:
        book = load_workbook(io.BytesIO(data))
        _append(book.worksheets[0], wanted)
        _save(book, folder, new=False)
    print(f"{folder / NAME}: {counted(len(wanted), 'new file')}, {len(named)} already there")
    for line in seen.warnings:
        print(f"warning: {line}")
    return [*seen.left_out, *left]


def _titles(folder: Path, files: Iterable[read.File]) -> tuple[dict[str, str], list[LeftOut]]:
    """The files that need a row, with a title to start from."""
    found: dict[str, str] = {}
    left: list[LeftOut] = []
    for file in files:
        try:
            content = read.read(folder, file)
        except Unreadable as error:
            left.append(LeftOut(path=file.path, reason=str(error)))
            continue
        if suffix(file.path) not in (".md", ".markdown") or not content.front:
            found[file.path] = content.facts.title
    return found, left


def _head(sheet: Worksheet) -> None:
    sheet.append(list(COLUMNS))
    for number, name in enumerate(COLUMNS, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 14)
    sheet.freeze_panes = "B2"
    kinds = DataValidation(type="list", formula1=f'"{",".join(Kind)}"', allow_blank=True)
    kinds.add("C2:C10000")
    sheet.add_data_validation(kinds)


def _append(sheet: Worksheet, titles: dict[str, str]) -> None:
    """New rows under the columns of the sheet, in whatever order an admin has put them."""
    top = next(r for r in range(1, sheet.max_row + 1) if "file" in _keys(sheet, r))
    keys = _keys(sheet, top)
    row = _last(sheet)
    for path, title in titles.items():
        row += 1
        sheet.cell(row, keys.index("file") + 1, path).data_type = "s"
        if "title" in keys:
            sheet.cell(row, keys.index("title") + 1, title).data_type = "s"


def _keys(sheet: Worksheet, row: int) -> list[str]:
    return [key_of(str(cell.value or "")) for cell in sheet[row]]


def _last(sheet: Worksheet) -> int:
    """The last row that holds something: a sheet often ends in rows that only have a format."""
    filled = (row for row in range(sheet.max_row, 0, -1) if any(cell.value is not None for cell in sheet[row]))
    return next(filled, 0)


def _explain(sheet: Worksheet) -> None:
    sheet.append(["column", "meaning"])
    for name in COLUMNS:
        sheet.append([name, MEANINGS[name]])
    sheet.column_dimensions["B"].width = 80


def _save(book: Workbook, folder: Path, new: bool) -> None:
    """Write beside and move into place: an interrupted run leaves the old register whole."""
    beside = folder / f".{NAME}.part"
    held = io.BytesIO()
    book.save(held)
    try:
        beside.write_bytes(held.getvalue())
        if new and (folder / NAME).exists():
            beside.unlink()
            raise Refused(f"{folder / NAME} has just appeared: nothing was written")
        beside.replace(folder / NAME)
    except OSError as error:
        raise Refused(f"{folder / NAME} cannot be written: {error.strerror}") from error


if __name__ == "__main__":
    sys.exit(main())
