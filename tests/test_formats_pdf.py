"""PDF: paragraphs put together again, furniture gone, tables as rows."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus import formats
from corpus.formats import wrap
from corpus.models import Role
from tests.making import drawn, pdf, pdf_in_columns

CLAUSE = "学校各部门开展单价五万元以上的采购，应当先由归口管理部门提出申请，经分管副校长审核后报校长办公会议审议。"
RULES = [f"第{mark}条 关于第{mark}类事项，{CLAUSE * 2}" for mark in "一二三四五六七八九"] * 3


def test_broken_lines_are_joined_and_furniture_is_gone() -> None:
    data = pdf("采购管理办法", *RULES, header="某校采购管理办法", footer="第 {page} 页 共 9 页")
    assert [line.text for line in formats.read("a.pdf", data).lines] == ["采购管理办法", *RULES]


def test_english_lines_are_joined_with_spaces() -> None:
    duty = (
        "The Head may approve spending up to and including 75,000 pounds in a single commitment, on the "
        "recommendation of the Bursar, and reports each decision to the Finance Committee."
    )
    clauses = [f"{n}.1 {duty}" for n in range(1, 30)]
    data = pdf("Delegation of authority", *clauses, header="Standing orders", footer="Page {page} of 9")
    assert [line.text for line in formats.read("a.pdf", data).lines] == ["Delegation of authority", *clauses]


def test_a_table_over_two_pages_has_one_header() -> None:
    rows = [["环节", "责任部门", "时限"]]
    rows += [[f"环节{n}", "归口管理部门负责人与分管副校长共同审核并签署意见", "三日"] for n in range(40)]
    lines = formats.read("a.pdf", pdf(*RULES[:2], rows, "第十条 本办法由总务处解释。", footer="- {page} -")).lines
    assert [line.text for line in lines if line.role == Role.HEADER] == ["环节 | 责任部门 | 时限"]
    assert [line.cells for line in lines if line.role == Role.ROW] == [tuple(row) for row in rows[1:]]
    assert lines[-1].text == "第十条 本办法由总务处解释。"


@pytest.mark.parametrize("shifted", [0.0, 4.0, 7.0])
@pytest.mark.parametrize("said", ["the Dean decides on the proposal of the Registrar and tells the Senate.", CLAUSE])
def test_columns_are_read_one_after_the_other(shifted: float, said: str) -> None:
    clauses = [f"{n}.{m} In matter {n}.{m} {said}" for n in range(1, 9) for m in range(1, 12)]
    data = pdf_in_columns(*clauses, shifted=shifted)
    assert [line.text for line in formats.read("a.pdf", data).lines] == clauses


def test_a_table_without_lines_is_no_columns() -> None:
    rows = [("Berth licence", "Harbour master"), ("Works permit", "Yard manager"), ("Lease", "Board chair")] * 4

    def draw(canvas: Canvas) -> None:
        for at, (what, who) in enumerate(rows):
            canvas.drawString(72, 700 - 16 * at, what)
            canvas.drawString(290, 700 - 16 * at, who)

    assert [line.text for line in formats.read("a.pdf", drawn(draw)).lines] == [" ".join(row) for row in rows]


def test_a_table_without_lines_is_rows() -> None:
    rows = [("Document", "Signed by", "Filed with"), ("Berth licence", "Harbour master", "Marina office")]
    rows += [("Works permit", "Yard manager and", "Safety"), ("", "safety officer", ""), ("Lease of land", "Chair", "")]

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 740, "4.2 The following officers sign documents of these kinds.")
        for at, row in enumerate(rows):
            for left, text in zip((72, 220, 380), row, strict=True):
                canvas.drawString(left, 716 - 15 * at, text)
        for at, mark in enumerate("56"):
            canvas.drawString(72, 620 - 15 * at, f"4.{mark}")
            canvas.drawString(110, 620 - 15 * at, f"Rule {mark} stands here.")

    lines = formats.read("a.pdf", drawn(draw)).lines
    assert [(line.role, line.text) for line in lines] == [
        (Role.TEXT, "4.2 The following officers sign documents of these kinds."),
        (Role.HEADER, "Document | Signed by | Filed with"),
        (Role.ROW, "Berth licence | Harbour master | Marina office"),
        (Role.ROW, "Works permit | Yard manager and safety officer | Safety"),
        (Role.ROW, "Lease of land | Chair | "),
        (Role.TEXT, "4.5 Rule 5 stands here."),
        (Role.TEXT, "4.6 Rule 6 stands here."),
    ]


def test_a_word_cut_at_a_line_end_is_no_word() -> None:
    cut = [wrap.Piece(text=text, start=0, end=60, first=5) for text in ("all other condi-", "tions of the permit")]
    assert wrap.meet(cut[0].text, cut[1].text, wrap.vocabulary(cut)) == "all other conditions of the permit"


def test_larger_letters_make_a_heading() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 700, "Standing Orders")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 660, "1. The Board meets in each month of the school year.")

    lines = formats.read("a.pdf", drawn(draw)).lines
    assert [(line.role, line.level) for line in lines] == [(Role.HEADING, 1), (Role.TEXT, 0)]


def test_an_encrypted_pdf_says_so() -> None:
    with pytest.raises(formats.Unreadable, match="encrypted"):
        formats.read("a.pdf", drawn(lambda canvas: canvas.drawString(72, 700, "secret"), encrypt="word"))


def test_a_scan_says_so() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("RGB", (40, 40), "grey"))
    with pytest.raises(formats.Unreadable, match="a scan without a text layer: run OCR"):
        formats.read("a.pdf", drawn(lambda canvas: canvas.drawImage(picture, 0, 0, 500, 800)))


def test_a_scanned_page_among_others_is_named() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    held = io.BytesIO()
    canvas = Canvas(held)
    canvas.drawString(72, 700, "1. The Board decides.")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), 0, 0, 500, 800)
    canvas.showPage()
    canvas.save()
    content = formats.read("a.pdf", held.getvalue())
    assert content.missing == ("page 2: a scan without a text layer: run OCR on it first",)
