"""The Excel file of rules that an admin corrects: written, and read when it is given back."""

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from corpus.formats import sheet as sheets
from corpus.models import Act
from corpus.rules.correction_rows import COLUMNS, rows
from corpus.rules.corrections import Correction

MEANINGS = {
    "document": "the document's path 文件路径",
    "clause": "the clause as it is printed 条款",
    "link": "where it is, for bot show; copy it into a row that you add 链接；新增一行时照抄",
    "hash": "what the clause said when this was exported; copy it too, and never change it 条文指纹；照抄，勿改",
    "actor": "who acts 主体",
    "act": "proposes 提出, reviews 审核, decides 决定, carries_out 实施, supervises 监督、备案",
    "verb": "the word that the clause has for it 条文所用动词",
    "matter": "what it is about 事项",
    "condition": "up to or from which amount, number of days and the like 条件",
    "words": "the words it is read from; empty: found by the actor and the verb 原文；可留空",
}
WIDTHS = {"document": 24, "clause": 18, "link": 22, "hash": 14, "actor": 24, "matter": 36, "condition": 30, "words": 80}
EXPORTED = "exported"  # hidden: every clause that was exported, so that deleted rows are missed
_LAST = 100_000  # the last row that gets the list of acts; an admin may add some


def workbook(clauses: Iterable[Correction]) -> bytes:
    """One row a rule, one with empty cells for a clause without any."""
    known = list(clauses)
    book = Workbook()
    first = book.worksheets[0]
    first.title = "rules 规则"
    _fill(first, [list(COLUMNS), *(row for one in known for row in rows(one))])
    _dress(first)
    about = book.create_sheet("columns 说明")
    _fill(about, [["column", "meaning"], *([name, MEANINGS[name]] for name in COLUMNS)])
    about.column_dimensions["B"].width = 100
    hidden = book.create_sheet(EXPORTED)
    _fill(hidden, [[one.link, one.stamp] for one in known])
    hidden.sheet_state = "hidden"
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _fill(sheet: Worksheet, table: Iterable[list[str]]) -> None:
    """Write texts as texts, also those that begin like a formula."""
    for at, row in enumerate(table, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(at, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            cell.data_type = "s"
            # as after a typed apostrophe: it stays a text when it is edited
            cell.quotePrefix = True
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def _dress(sheet: Worksheet) -> None:
    for number, name in enumerate(COLUMNS, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 14)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    acts = DataValidation(type="list", formula1=f'"{",".join(Act)}"', allow_blank=True)
    column = get_column_letter(COLUMNS.index("act") + 1)
    acts.add(f"{column}2:{column}{_LAST}")
    sheet.add_data_validation(acts)


def given_in(data: bytes) -> tuple[list[list[object]], dict[str, str]]:
    """The rows of the first sheet, and the hash of each exported clause by its link. Raises Unreadable."""
    grid = sheets.values(data)
    book = load_workbook(BytesIO(data), data_only=True)
    if EXPORTED not in book.sheetnames:
        return grid, {}
    pairs = book[EXPORTED].iter_rows(max_col=2, values_only=True)
    return grid, {str(link): str(stamp) for link, stamp in pairs if link}
