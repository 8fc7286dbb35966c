"""Make the sample school's Word, PDF and Excel files again from the texts in corpus/sample/.sources.

    .venv/bin/python -m scripts.sample --folder corpus/sample

The same texts give the same bytes: every date in a file is fixed.
"""

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph as Flowing  # type: ignore[import-untyped]
from reportlab.platypus import SimpleDocTemplate, Table

from bot.edge import ended
from corpus.known import KnownError
from corpus.models import Record
from scripts.repacked import repacked

# a leading dot keeps the texts out of the rulebook: the reader passes hidden folders by
SOURCES = ".sources"
MADE = datetime(2024, 9, 1, 8, 0, 0)
AUTHOR = "青禾实验学校党政办公室"
RUNNING_HEADER = "青禾实验学校规章制度汇编"
# every PDF viewer draws this font from its own fonts, so the file carries none
FONT = "STSong-Light"
# longest first: "** " also starts with "*"
MARKS = {"## ": "chapter", "# ": "title", "** ": "item", "* ": "article", "| ": "row"}
CHAPTERS, ARTICLES = 90, 91
STYLES = {"title": "Title", "chapter": "Heading 1"}
NUMBERED = {"chapter": (CHAPTERS, 0), "article": (ARTICLES, 0), "item": (ARTICLES, 1)}


class SourcesMissing(KnownError):
    """the folder holds no texts to make the files from"""


class Block(Record):
    """One paragraph or table row of a source text; `kind` is one of MARKS or "plain"."""

    kind: str
    text: str

    @property
    def cells(self) -> list[str]:
        """The cells of a row."""
        return [cell.strip() for cell in self.text.strip("| ").split("|")]


def blocks(text: str) -> list[Block]:
    """The blocks of a source text; blank lines only separate."""
    lines = [line for line in text.splitlines() if line.strip()]
    marks = [next((mark for mark in MARKS if line.startswith(mark)), "") for line in lines]
    pairs = zip(marks, lines, strict=True)
    return [Block(kind=MARKS.get(mark, "plain"), text=line.removeprefix(mark)) for mark, line in pairs]


def runs(text: str) -> list[tuple[bool, list[Block]]]:
    """Neighbouring rows (True), which make one table, and neighbouring paragraphs (False)."""
    return [(rows, list(run)) for rows, run in groupby(blocks(text), key=lambda part: part.kind == "row")]


def level(number: int, form: str, label: str, suffix: str) -> str:
    """One level of a Word numbering definition."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def define(word: Word, number: int, levels: Sequence[str]) -> None:
    """Add a list definition and its list, both numbered `number`, to a Word file."""
    root = word.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
    num = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    # the schema wants every definition before the first list
    root.insert(0, parse_xml(abstract))
    root.append(parse_xml(num))


def number(paragraph: Paragraph, numbering: int, depth: int) -> None:
    """Let Word number a paragraph: its label is then nowhere in its text."""
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{numbering}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(xml))


def write(word: Word, part: Block) -> None:
    """Add one paragraph to a Word file."""
    paragraph = word.add_paragraph(part.text, style=STYLES.get(part.kind))
    if part.kind in NUMBERED:
        number(paragraph, *NUMBERED[part.kind])


def tabulate(word: Word, rows: Sequence[Block]) -> None:
    """Add a table to a Word file, the first row its header."""
    table = word.add_table(rows=0, cols=len(rows[0].cells), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = text


def docx(text: str) -> bytes:
    """A Word file whose chapters, articles and items are numbered by Word itself."""
    word = Document()
    items = level(1, "chineseCounting", "（%2）", "nothing")
    define(word, ARTICLES, [level(0, "chineseCountingThousand", "第%1条", "space"), items])
    define(word, CHAPTERS, [level(0, "chineseCountingThousand", "第%1章", "space")])
    for rows, run in runs(text):
        if rows:
            tabulate(word, run)
        for part in () if rows else run:
            write(word, part)
    properties = word.core_properties
    properties.author, properties.title = AUTHOR, blocks(text)[0].text
    properties.created = properties.modified = MADE
    out = io.BytesIO()
    word.save(out)
    return repacked(out.getvalue(), MADE)


def style(kind: str) -> ParagraphStyle:
    """How a paragraph of a kind looks on a PDF page."""
    size = {"title": 17, "chapter": 13}.get(kind, 11)
    centred = kind in ("title", "chapter")
    indent = 0 if centred or kind == "row" else 2 * size
    look = {"fontName": FONT, "fontSize": size, "leading": size * 1.7, "wordWrap": "CJK", "spaceAfter": 4}
    return ParagraphStyle(kind, alignment=int(centred), firstLineIndent=indent, **look)


def furniture(canvas: Canvas, page: SimpleDocTemplate) -> None:
    """Draw the running header and the page number."""
    width, height = A4
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(width / 2, height - 40, RUNNING_HEADER)
    canvas.line(60, height - 46, width - 60, height - 46)
    canvas.drawCentredString(width / 2, 36, f"- {page.page} -")


def grid(rows: Sequence[Block]) -> Table:
    """A ruled table that repeats its header on every page."""
    cells = [[Flowing(escape(cell), style("row")) for cell in row.cells] for row in rows]
    return Table(cells, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])


def pdf(text: str) -> bytes:
    """A PDF file with running headers, page numbers, wrapped lines and ruled tables."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    flow: list[object] = []
    for rows, run in runs(text):
        flow += [grid(run)] if rows else [Flowing(escape(part.text), style(part.kind)) for part in run]
    out = io.BytesIO()
    page = SimpleDocTemplate(out, pagesize=A4, title=blocks(text)[0].text, author=AUTHOR, invariant=1)
    page.build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def merge(sheet: Worksheet, column: int, first: int) -> None:
    """Merge the cells of a column that repeat the value above them, from row `first` on."""
    rows = range(first, sheet.max_row + 1)
    for _, run in groupby(rows, key=lambda row: sheet.cell(row, column).value):
        same = list(run)
        sheet.merge_cells(start_row=same[0], end_row=same[-1], start_column=column, end_column=column)


def xlsx(text: str, title: str = "") -> bytes:
    """One sheet of comma-separated rows; a title stands in a row above, over a merged second column."""
    rows = list(csv.reader(io.StringIO(text)))
    book = Workbook()
    sheet = book.worksheets[0]
    for row in [[title], *rows] if title else rows:
        sheet.append([int(cell) if cell.isdigit() and len(cell) < 4 else cell or None for cell in row])
    if title:
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(rows[0]))
        merge(sheet, 2, first=3)
    book.properties.creator, book.properties.created = AUTHOR, MADE
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue(), MADE)


def made(name: str, text: str) -> bytes:
    """The file `name` made from its text."""
    if name.endswith(".docx"):
        return docx(text)
    if name.endswith(".pdf"):
        return pdf(text)
    return xlsx(text, title=f"青禾实验学校{Path(name).stem}")


def make(folder: Path) -> list[Path]:
    """Write every made file of the sample rulebook and return where."""
    sources = folder / SOURCES
    if not sources.is_dir():
        raise SourcesMissing(f"{sources} is not there: give the folder of the sample rulebook with --folder")
    files = {folder / "register.xlsx": xlsx((sources / "register.csv").read_text("utf-8"))}
    for source in sorted(sources.glob("*.*.*")):
        files[folder / "school" / source.stem] = made(source.stem, source.read_text("utf-8"))
    for path, data in files.items():
        path.write_bytes(data)
    return list(files)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    about = "Make the sample's Word, PDF and Excel files again."
    example = "example: .venv/bin/python -m scripts.sample --folder corpus/sample"
    parser = argparse.ArgumentParser(prog=".venv/bin/python -m scripts.sample", description=about, epilog=example)
    parser.add_argument("--folder", type=Path, default=Path("corpus/sample"))
    folder: Path = parser.parse_args(arguments).folder
    return ended(lambda: _run(folder))


def _run(folder: Path) -> int:
    print(*make(folder), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
