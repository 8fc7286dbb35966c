"""Builders of the files that tests read: Word with real numbering definitions, PDF, Excel, plain zips."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from xml.sax.saxutils import escape

import openpyxl
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OPEN = "http://schemas.openxmlformats.org"
_RELATIONS = (
    f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of the given parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document from the XML of its body; `parts` are numbering, styles, footnotes and core."""
    inner: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    for name, content in parts.items():
        path = "docProps/core.xml" if name == "core" else f"word/{name}.xml"
        inner[path] = content if name == "core" else f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'
    return zipped(inner)


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str, level: int | None = None, number: int = 1, style: str = "", more: str = "") -> str:
    """A paragraph of text or of runs; with a level it is in the list `number`."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    inner = content if content.startswith("<w:") else r(content) if content else ""
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{inner}</w:p>"


def level(at: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    """One level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, numbers: Sequence[str] = ("",)) -> str:
    """One list definition and its uses; a use is the XML of its overrides."""
    definition = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{overrides}</w:num>'
        for number, overrides in enumerate(numbers, 1)
    )
    return definition + uses


def cell(text: str, properties: str = "") -> str:
    """A table cell; `properties` hold its merges."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<w:') else p(text)}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of cells, given as texts or as `cell`s."""
    inner = "".join(f"<w:tr>{''.join(c if c.startswith('<w:tc>') else cell(c) for c in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def xlsx(*sheets: tuple[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()) -> bytes:
    """A workbook; `merged` are ranges of its first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
            for place in sheet[sheet.max_row]:
                if isinstance(place.value, date):
                    place.number_format = "yyyy-mm-dd"
    for area in merged:
        book.worksheets[0].merge_cells(area)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def pdf(*blocks: str | Sequence[Sequence[str]], header: str = "", footer: str = "", **options: str) -> bytes:
    """A PDF of paragraphs and ruled tables; `{page}` in the footer is the page's number."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("text", fontName="STSong-Light", fontSize=11, leading=16, wordWrap="CJK")
    if any(isinstance(block, str) and block.isascii() for block in blocks):
        style = ParagraphStyle("text", fontName="Helvetica", fontSize=11, leading=15)

    def draw(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(30 * mm, 285 * mm, header)
        canvas.drawCentredString(105 * mm, 12 * mm, footer.replace("{page}", str(page.page)))

    held = io.BytesIO()
    template = SimpleDocTemplate(held, pagesize=A4, **options)
    template.build([flow for block in blocks for flow in _flow(block, style)], draw, draw)
    return held.getvalue()


def pdf_in_columns(*paragraphs: str, shifted: float = 0.0) -> bytes:
    """A PDF set in two columns, the second one's lines `shifted` points lower than those beside them."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    latin = all(text.isascii() for text in paragraphs)
    font, wrapping = ("Helvetica", "LTR") if latin else ("STSong-Light", "CJK")
    style = ParagraphStyle("text", fontName=font, fontSize=10, leading=14, wordWrap=wrapping, spaceAfter=5)
    frames = [Frame(left * mm, 20 * mm, 82 * mm, 250 * mm - down) for left, down in ((20, 0.0), (108, shifted))]
    held = io.BytesIO()
    template = BaseDocTemplate(held, pagesize=A4, pageTemplates=[PageTemplate(frames=frames)])
    template.build([Paragraph(escape(text), style) for text in paragraphs])
    return held.getvalue()


def _flow(block: str | Sequence[Sequence[str]], style: ParagraphStyle) -> list[Flowable]:
    if isinstance(block, str):
        return [Paragraph(escape(block), style), Spacer(1, 1)]
    rows = [[Paragraph(escape(text), style) for text in row] for row in block]
    return [Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")], repeatRows=1), Spacer(1, 6)]


def drawn(draw: Callable[[Canvas], None], encrypt: str | None = None) -> bytes:
    """A PDF page that the test draws itself."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4, encrypt=encrypt)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return held.getvalue()
