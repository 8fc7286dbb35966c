"""Make the English sample's Word and PDF files again from the texts kept in `.sources`.

Example: .venv/bin/python -m scripts.sample_trust
"""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # type: ignore[import-untyped]

from bot.edge import ended
from scripts.repacked import repacked

FOLDER = Path("corpus/sample/trust")
# the day printed into both files, so that the same text gives the same bytes
MADE = datetime(2025, 2, 10, 9, 0, 0)
# how a clause is numbered at each depth: 1. then 1.1 then (a)
MARKS = (r"\d+\. ", r"\d+\.\d+ ", r"\([a-z]\) ")
LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
NUMBERING = 77

Block = tuple[int, str, list[list[str]]]


def blocks(text: str) -> Iterator[Block]:
    """Yield (depth, words, rows): depth 0 to 2 for a numbered clause, -1 for other text; rows for a table.

    A text never ends with a table.
    """
    rows: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            yield -1, "", rows
            rows = []
        depth = next((n for n, mark in enumerate(MARKS) if re.match(mark, line)), -1)
        yield depth, line, []


def _numbering() -> str:
    """Return Word's definition of the three levels, each restarting under the one above."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(LEVELS)
    )
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}">{levels}</w:abstractNum>'


def _number(document: Document) -> None:
    """Put the definition into the document: abstract definitions stand before the lists that use them."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_numbering()))
    use = f'<w:num {nsdecls("w")} w:numId="{NUMBERING}"><w:abstractNumId w:val="{NUMBERING}"/></w:num>'
    numbering.append(parse_xml(use))


def _word_clause(document: Document, depth: int, line: str) -> None:
    """Add a clause without its printed label, which Word counts by itself."""
    words = re.sub("^" + MARKS[depth], "", line)
    paragraph = document.add_paragraph(words, style="Heading 1" if depth == 0 else None)
    place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{NUMBERING}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(place))


def _word_table(document: Document, rows: list[list[str]]) -> None:
    """Add a table with a grid."""
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def word(text: str) -> bytes:
    """Return a Word file of the text, with a running header and automatic numbering."""
    document = docx.Document()
    _number(document)
    title = text.splitlines()[0].lstrip("# ")
    document.core_properties.title, document.core_properties.author = title, "Clerk to the Board"
    document.core_properties.created = document.core_properties.modified = MADE
    document.sections[0].header.paragraphs[0].text = f"Larkmere Trust – {title}"
    document.add_paragraph(title, style="Title")
    for depth, line, rows in list(blocks(text))[1:]:
        if rows:
            _word_table(document, rows)
        elif depth < 0:
            document.add_paragraph(line)
        else:
            _word_clause(document, depth, line)
    made = BytesIO()
    document.save(made)
    return repacked(made.getvalue(), MADE)


def _furniture(title: str) -> Callable[[Canvas, SimpleDocTemplate], None]:
    """Return what draws the running header and the page number."""

    def draw(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, A4[1] - 40, f"Larkmere Trust – {title}")
        canvas.drawRightString(A4[0] - 72, A4[1] - 40, "Version 2, 1 March 2025")
        canvas.drawCentredString(A4[0] / 2, 36, f"Page {canvas.getPageNumber()}")

    return draw


def _pdf_table(rows: list[list[str]], style: ParagraphStyle) -> Table:
    """Return a ruled table whose cells wrap and whose header comes again on the next page."""
    cells = [[Paragraph(words, style) for words in row] for row in rows]
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table(cells, colWidths=[170, 95, 95, 91], repeatRows=1, style=ruled)


def pdf(text: str) -> bytes:
    """Return a PDF of the text, with a running header, page numbers and wrapped lines."""
    made = BytesIO()
    plain = ParagraphStyle("plain", fontName="Helvetica", fontSize=12, leading=17, spaceAfter=9)
    bold = ParagraphStyle("bold", plain, fontName="Helvetica-Bold", spaceBefore=8)
    item = ParagraphStyle("item", plain, leftIndent=24)
    title = text.splitlines()[0].lstrip("# ")
    page = SimpleDocTemplate(made, pagesize=A4, title=title, author="Finance Office", invariant=1)
    story = [Paragraph(title, ParagraphStyle("title", bold, fontSize=17, leading=24))]
    for depth, line, rows in list(blocks(text))[1:]:
        style = {0: bold, 2: item}.get(depth, plain)
        story.append(_pdf_table(rows, plain) if rows else Paragraph(line, style))
    page.build(story, onFirstPage=_furniture(title), onLaterPages=_furniture(title))
    return made.getvalue()


def main() -> int:
    """Write both files and name them."""
    for name, make in (("standing-orders.docx", word), ("contracts.pdf", pdf)):
        text = (FOLDER / ".sources" / f"{name}.txt").read_text(encoding="utf-8")
        (FOLDER / name).write_bytes(make(text))
        print(FOLDER / name)
    return 0


if __name__ == "__main__":
    sys.exit(ended(main))
