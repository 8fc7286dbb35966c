"""Word: the text as it prints, with its automatic labels."""

import pytest

from corpus import formats
from corpus.formats.counting import chinese, counted
from corpus.models import Role
from tests.making import cell, docx, level, lists, p, r, table

CHAPTERS = lists(
    level(0, "chineseCounting", "第%1章"),
    level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'),
    level(2, "chineseCounting", "（%3）"),
    level(3, "decimal", "%4."),
    level(4, "decimalEnclosedCircle", "%5"),
    level(5, "decimal", "%2.%6", "<w:isLgl/>"),
    numbers=("", '<w:lvlOverride w:ilvl="3"><w:startOverride w:val="1"/></w:lvlOverride>'),
)


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in formats.read("a.docx", docx(body, **parts)).lines]


def test_automatic_labels_are_put_in() -> None:
    body = p("总则", 0) + p("为了规范。", 1) + p("甲", 2) + p("乙", 2) + p("a", 3) + p("b", 3) + p("圈", 4)
    body += p("丙", 2) + p("c", 3) + p("款", 5) + p("议事", 0) + p("校长决定。", 1) + p("无号")
    assert texts(body, numbering=CHAPTERS) == [
        "第一章 总则", "第一条 为了规范。", "（一）甲", "（二）乙", "1. a", "2. b", "① 圈",
        "（三）丙", "1. c", "1.1 款", "第二章 议事", "第二条 校长决定。", "无号",
    ]  # fmt: skip


def test_another_use_of_a_list_counts_on_unless_it_says_where_to_start() -> None:
    body = p("a", 3) + p("b", 3) + p("c", 3, number=2) + p("d", 3, number=2)
    assert texts(body, numbering=CHAPTERS) == ["1. a", "2. b", "1. c", "2. d"]
    shared = lists(level(0, "decimal", "%1)"), numbers=("", ""))
    assert texts(p("a", 0) + p("b", 0, number=2), numbering=shared) == ["1) a", "2) b"]


def test_a_list_may_come_from_the_style_and_be_switched_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A1"><w:name w:val="标题 3"/>'
        '<w:basedOn w:val="Base"/></w:style>'
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", style="A1") + p("无", style="A1", more=off) + p("乙", style="A1")
    numbering = lists(level(0, "chineseCounting", "第%1条"))
    assert texts(body, numbering=numbering, styles=styles) == ["第一条 甲", "无", "第二条 乙"]


def test_tracked_insertions_are_text_and_deletions_are_not() -> None:
    deleted = "<w:del><w:r><w:delText>与</w:delText></w:r></w:del>"
    moved = "<w:moveFrom>" + r("旧处") + "</w:moveFrom>"
    body = p(r("书记") + "<w:ins>" + r("和校长") + "</w:ins>" + deleted + moved + r("决定。"), 1)
    gone = p("<w:del><w:r><w:delText>删去的一条</w:delText></w:r></w:del>", 1, more="<w:rPr><w:del/></w:rPr>")
    body += gone + p("下一条", 1)
    assert texts(body, numbering=CHAPTERS) == ["第一条 书记和校长决定。", "第二条 下一条"]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    assert texts(p("前", more="<w:rPr><w:del/></w:rPr>") + p("后")) == ["前后"]


def test_hidden_text_and_field_codes_are_gone_and_results_kept() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    runs = field("begin") + code + r("码") + field("separate") + r("第三条") + field("end")
    assert texts(p(r("见") + r("隐", "<w:vanish/>") + r("显", '<w:vanish w:val="0"/>') + runs)) == ["见显第三条"]


def test_words_that_are_struck_through_are_left_out_and_said() -> None:
    body = p(r("旧款由书记批准。", "<w:strike/>") + r("由校长批准", '<w:strike w:val="0"/>')) + p(
        r("废", "<w:dstrike/>")
    )
    content = formats.read("a.docx", docx(body))
    assert [line.text for line in content.lines] == ["由校长批准"]
    assert content.unseen == ("words that are struck through",)
    assert texts(p(r("甲", "<w:strike/>"), 1) + p("乙", 1), numbering=CHAPTERS) == ["第二条 乙"]


def test_merged_cells_are_repeated_and_two_header_rows_become_one() -> None:
    head = (cell("事项", '<w:vMerge w:val="restart"/>'), cell("程序", '<w:gridSpan w:val="2"/>'))
    second = (cell("", "<w:vMerge/>"), "提出", "决定")
    rows = (
        (cell("预算", '<w:vMerge w:val="restart"/>'), "办公会", cell(p("党组织") + p("会议"))),
        (cell("", "<w:vMerge/>"), "部门", "校长"),
    )
    lines = formats.read("a.docx", docx(p("前") + table(head, second, *rows) + p("后"))).lines
    assert [(line.role, line.text) for line in lines] == [
        (Role.TEXT, "前"),
        (Role.HEADER, "事项 | 程序 提出 | 程序 决定"),
        (Role.ROW, "预算 | 办公会 | 党组织会议"),
        (Role.ROW, "预算 | 部门 | 校长"),
        (Role.TEXT, "后"),
    ]


def test_content_controls_text_boxes_and_notes_are_read() -> None:
    box = "<w:r><w:pict><w:txbxContent>" + p("框内") + "</w:txbxContent></w:pict></w:r>"
    note = '<w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r>'
    body = p(note) + "<w:sdt><w:sdtContent>" + p("控件") + "</w:sdtContent></w:sdt>" + p(box)
    notes = f'<w:footnote w:id="2">{p("脚注")}</w:footnote><w:footnote w:id="3">{p("没有提到")}</w:footnote>'
    assert texts(body, footnotes=notes) == ["正文", "[1] 脚注", "控件", "框内"]


def test_a_note_belongs_to_the_clause_that_refers_to_it() -> None:
    def refers(text: str, note: int) -> str:
        return p(r(text) + f'<w:r><w:footnoteReference w:id="{note}"/></w:r>', 1)

    notes = "".join(f'<w:footnote w:id="{note}">{p(f"脚注{note}")}</w:footnote>' for note in (1, 2))
    body = refers("职工可以借车。", 1) + p("车由后勤处管理。", 1) + refers("夜间用车由处长批准。", 2)
    assert texts(body, numbering=CHAPTERS, footnotes=notes) == [
        "第一条 职工可以借车。", "[1] 脚注1", "第二条 车由后勤处管理。", "第三条 夜间用车由处长批准。", "[2] 脚注2",
    ]  # fmt: skip


def test_headings_are_known_by_style_name_or_outline_level() -> None:
    styles = '<w:style w:styleId="X"><w:name w:val="heading 2"/></w:style>'
    styles += '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    body = p("采购办法", style="T") + p("总则", style="X") + p("附则", more='<w:outlineLvl w:val="0"/>')
    content = formats.read("a.docx", docx(body, styles=styles))
    assert [line.level for line in content.lines] == [1, 2, 1]
    assert content.title == "采购办法"


def test_a_title_that_a_person_set_is_the_documents() -> None:
    core = '<c xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>{}</d:title></c>'
    assert formats.read("a.docx", docx(p("x"), core=core.format("差旅办法"))).title == "差旅办法"
    assert formats.read("a.docx", docx(p("x"), core=core.format("Microsoft Word - 1.doc"))).title == ""


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("decimal", "12"), ("chineseCounting", "十二"), ("ideographDigital", "一二"), ("lowerLetter", "l"),
        ("upperRoman", "XII"), ("decimalEnclosedCircle", "⑫"), ("decimalFullWidth", "１２"),
        ("japaneseCounting", "十二"), ("decimalZero", "12"),
        ("chineseLegalSimplified", "壹拾贰"), ("new", "12"),
    ],
)  # fmt: skip
def test_twelve_in_each_style_of_counting(style: str, printed: str) -> None:
    assert counted(12, style) == printed


def test_chinese_numbers_are_said_as_people_say_them() -> None:
    assert [chinese(n) for n in (1, 10, 20, 21, 100, 105, 110, 115, 1001)] == [
        "一", "十", "二十", "二十一", "一百", "一百零五", "一百一十", "一百一十五", "一千零一",
    ]  # fmt: skip
