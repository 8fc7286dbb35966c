"""The tree of clauses: a document's text is cut without loss, and every clause has the label it prints."""

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Clause, Line, Role
from corpus.outline.growing import split
from corpus.passages import passages


def text_lines(*words: str) -> list[Line]:
    return [Line(text=word) for word in words]


def row(*cells: str, head: bool = False) -> Line:
    return Line(text=" | ".join(cells), role=Role.HEADER if head else Role.ROW, cells=cells)


def heading(words: str, level: int = 2) -> Line:
    return Line(text=words, role=Role.HEADING, level=level)


def outlined(*lines: Line | str) -> dict[str, Clause]:
    """The clauses of some lines by the first words of each."""
    text, clauses = split([Line(text=line) if isinstance(line, str) else line for line in lines])
    return {text[c.start : c.end].strip()[:8]: c for c in clauses}


def labels(*lines: Line | str) -> list[str]:
    _, clauses = split([Line(text=line) if isinstance(line, str) else line for line in lines])
    return [clause.label for clause in clauses]


def keys(lines: list[Line]) -> dict[str, str]:
    """The key of each clause by its words."""
    text, clauses = split(lines)
    return {text[c.start : c.end]: c.key for c in clauses}


MARKS = [
    *("第一条 ", "第二条", "第三条之一 ", "第九条规定的", "第一章 总则", "第二节 会议", "第一编 总则", "目录"),
    *(
        "一、",
        "二、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "（1）",
        "①",
        "一是",
        "二是",
        "第一，",
        "第二，",
        "附件1",
        "附件",
    ),
    *("2.1 ", "2.2 ", "2.1.1 ", "(a) ", "(b) ", "(i) ", "(v) ", "A. ", "Section 1 ", "Part A ", "Schedule 1 "),
    *("A1. ", "A2. ", "B1 ", "A1.1 ", "SO 1 ", "§ 2 ", "PART ONE", "Schedule Two", "4. (1) ", "第三条（一）", "A – "),
    *("Step 1 ", "材料篇1", "材料篇2", "“", "”", ": ", ""),
]
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = st.one_of(
    ANY_TEXT,
    st.sampled_from(["校长决定。", "下列事项：", "总则", "（一）预算；（二）决算。", "说明：①甲；②乙。", "may:"]),
)
TEXT = st.builds(lambda a, b: Line(text=a + b), st.sampled_from(MARKS), WORDS)
HEADINGS = st.builds(
    lambda a, b, n: Line(text=a + b, role=Role.HEADING, level=n), st.sampled_from(MARKS), WORDS, st.integers(1, 6)
)
CELLS = st.lists(st.one_of(ANY_TEXT, st.just("")), min_size=1, max_size=4)
ROWS = st.builds(lambda cells, head: row(*cells, head=head), CELLS, st.booleans())
ODD = st.builds(lambda t, r, c: Line(text=t, role=r, cells=tuple(c)), ANY_TEXT, st.sampled_from(Role), CELLS)
LINES = st.lists(st.one_of(TEXT, TEXT, TEXT, HEADINGS, ROWS, ODD), max_size=40)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_the_clauses_of_any_document_partition_its_text(lines: list[Line]) -> None:
    text, clauses = split(lines)
    assert text == "".join(line.text + "\n" for line in lines)
    assert "".join(text[c.start : c.end] for c in clauses) == text
    assert all(before.end == after.start for before, after in pairwise(clauses))


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_the_clauses_of_any_document_form_a_tree_with_unique_keys(lines: list[Line]) -> None:
    _, clauses = split(lines)
    assert len({c.key for c in clauses}) == len(clauses)
    for n, clause in enumerate(clauses):
        assert clause.until >= clause.end
        assert clause.key
        assert len(clause.label.splitlines()) <= 1
        assert len(clause.key.splitlines()) == 1
        if clause.parent is not None:
            above = clauses[clause.parent]
            assert clause.parent < n
            assert above.start <= clause.start
            assert clause.until <= above.until


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(["", "总则", "Leave Policy"]))
def test_the_passages_of_any_document_are_its_words_and_leave_none_out(lines: list[Line], title: str) -> None:
    text, clauses = split(lines)
    made = list(passages("a.md", "a", title, text, clauses))
    assert len({p.id for p in made}) == len(made)
    covered: set[int] = set()
    for passage in made:
        assert text[passage.start : passage.end] == passage.text
        covered.update(range(passage.start, passage.end))
    for clause in clauses:
        own = text[clause.start : clause.end].strip()
        number = "".join(filter(str.isalnum, own)) == "".join(filter(str.isalnum, clause.mark)) != ""
        heads = clause.until > clause.end and "\n" not in own and (clause.heading or clause.level in HEADS or number)
        if not heads and own != title:
            left = clause.start + text[clause.start : clause.end].find(own)
            missed = [at for at in range(left, left + len(own)) if at not in covered]
            assert all(text[at].isspace() for at in missed)


HEADS = ("part", "chapter", "section")


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_every_cell_lies_in_its_row(lines: list[Line]) -> None:
    text, clauses = split(lines)
    for clause in clauses:
        for cell in clause.cells:
            assert cell.start <= cell.end
            assert text[cell.start : cell.end] in (cell.text, "")


@settings(max_examples=200, deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=5))
def test_the_cells_of_a_table_row_are_found_where_they_stand(cells: list[str]) -> None:
    text, clauses = split([row(*cells)])
    assert [text[c.start : c.end] for c in clauses[-1].cells] == cells


BULK = {
    "articles": lambda n: f"第{n + 1}条 校长决定第{n}项。",
    "the same line": lambda n: "1. 校长决定：",
    "items": lambda n: f"（{'一二三四五六七八九十'[n % 10]}）预算；",
    "points": lambda n: f"{'一二三四五六七八九十'[n % 10]}是要落实。",
    "bare numbers": lambda n: f"{n % 100} Leave of absence",
    "plain words": lambda n: "校长决定预算。",
    "open quotations": lambda n: "“校长决定预算。",
    "lists in lists": lambda n: ("1. 甲：", "（1）乙：", "(a) x:", "①丁：")[n % 4],
    "short headings": lambda n: ("评议程序", "1. 评议。")[n % 2],
    "codes": lambda n: f"A{n + 1}. The Head decides.",
    "first items": lambda n: ("4. (1) The Head decides.", "Rule 4. Fees. (1) The Head decides.")[n % 2],
    "one long line": lambda n: "",
}  # fmt: skip


def bulk(kind: str, count: int) -> list[Line]:
    """The lines of a document of so many."""
    if kind == "one long line":
        return text_lines("下列：" + "".join(BULK["items"](n) for n in range(count)))
    return text_lines(*(BULK[kind](n) for n in range(count)))


def effort(lines: list[Line]) -> int:
    """How often a line of our code is run to read a document: the same on every machine, whatever else it does."""
    ran = 0

    def trace(frame: FrameType, event: str, arg: object) -> object:
        nonlocal ran
        ran += event == "line"
        return trace if "corpus" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        text, clauses = split(lines)
        list(passages("a.md", "a", "a", text, clauses))
    finally:
        sys.settrace(before)
    return ran


@pytest.mark.parametrize("kind", BULK)
def test_ten_times_the_lines_take_about_ten_times_the_effort(kind: str) -> None:
    effort(bulk(kind, 100))  # what is kept from then on is counted in neither
    assert effort(bulk(kind, 1_000)) < 14 * effort(bulk(kind, 100))


def test_articles_items_and_subitems_carry_the_labels_they_print() -> None:
    lines = [
        "第一章 总则",
        "第六条 下列事项由校长决定：",
        "（一）预算：",
        "1.收入；",
        "2.支出。",
        "（二）决算。",
        "第七条 其他。",
    ]
    assert labels(*lines) == ["", "第六条", "第六条（一）", "第六条（一）1", "第六条（一）2", "第六条（二）", "第七条"]


def test_a_heading_that_begins_like_a_unit_opens_its_number() -> None:
    lines = ["1 范围", "1.1 适用于全站。", "2 分工", "2.1 由站长牵头。", "3 人员管理", "3.1 定岗定责。"]
    assert labels(*lines) == ["1", "1.1", "2", "2.1", "3", "3.1"]


def test_a_plain_number_closes_the_dotted_ones_whose_own_was_not_printed() -> None:
    lines = ["1 范围", "1.1 适用于全站。", "2.1 站长牵头。", "2.2 站员配合。", "3 权限", "3.1 站长批准。"]
    assert labels(*lines) == ["1", "1.1", "2.1", "2.2", "3", "3.1"]


def test_numbers_right_under_an_article_stand_apart_from_it() -> None:
    assert labels("第二条 下列事项：", "1.预算；", "2.决算。")[1:] == ["第二条 1", "第二条 2"]


def test_english_clauses_carry_the_labels_they_print() -> None:
    lines = ["Part 1 Money", "2 Spending", "2.1 The Head may approve:", "(a) repairs;", "(b) travel.", "2.2 The Board."]
    assert labels(*lines)[2:] == ["2.1", "2.1(a)", "2.1(b)", "2.2"]
    assert labels("Section 4 Leave", "(a) Staff may ask.", "Section 5 Pay") == [
        "Section 4",
        "Section 4(a)",
        "Section 5",
    ]


def test_a_schedule_comes_first_in_the_labels_of_what_is_in_it() -> None:
    assert labels("Section 1 Scope", "Schedule 1 Limits", "(a) repairs;") == [
        "Section 1",
        "Schedule 1",
        "Schedule 1 (a)",
    ]


def test_the_parts_of_a_compilation_come_first_in_labels() -> None:
    found = labels(
        "材料12篇", "工作材料篇6", "一、总则", "工作材料篇7", "第六条 下列：", "（二）如下：", "1.甲", "2.乙"
    )
    assert found[-1] == "篇7 第六条（二）2"
    assert found[2] == "篇6 一、"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("值班要有人。下面是小编给大家带来的关于仓库夜间值班办法范文,希望大家喜欢。", "仓库夜间值班办法"),
        ("以下为您整理了仓库夜间值班办法，供参考。", "仓库夜间值班办法"),
        ("下面是仓库的门。", ""),
    ],
)
def test_a_part_of_a_compilation_is_named_by_the_line_that_introduces_it(line: str, name: str) -> None:
    _, clauses = split([Line(text=words) for words in ("工作材料篇1", "一、甲", "工作材料篇2", line, "一、乙")])
    assert [clause.heading for clause in clauses if clause.level == "part"] == ["", name]


def test_table_rows_are_counted_without_the_header() -> None:
    table = [row("事项", "决定", head=True), row("预算", "校长"), row("决算", "书记")]
    assert labels(*table) == ["", "row 1", "row 2"]
    assert labels("第五条 权限见下表：", *table) == ["第五条", "第五条", "第五条 row 1", "第五条 row 2"]


def test_unnumbered_text_has_no_label() -> None:
    assert labels("各处室：", "现将办法印发。", heading("说明")) == ["", "", ""]


def test_a_row_knows_the_names_of_its_own_table_only() -> None:
    _, clauses = split([row("事项", "决定", head=True), row("预算", "校长"), Line(text="另表："), row("甲", "乙")])
    rows = [[cell.name for cell in c.cells] for c in clauses if c.level == "row"]
    assert rows == [["事项", "决定"], ["", ""]]


def test_a_reference_at_the_start_of_a_line_belongs_to_the_open_article() -> None:
    found = outlined("第六条 预算由校长决定。", "第五条规定的情形除外。", "第七条 决算。")
    assert [c.label for c in found.values()] == ["第六条", "第七条"]


def test_an_article_typed_without_a_space_is_read_where_it_is_the_next() -> None:
    found = labels("第六条 预算。", "第七条附则本办法由办公室解释。", "第二十条由校长另定的除外。")
    assert found == ["第六条", "第七条"]


def test_a_paragraph_after_a_list_belongs_to_the_article() -> None:
    lines = ["第六条 下列事项由校长决定：", "（一）预算；", "（二）决算。", "前款事项应当公开。", "第七条 其他。"]
    found = outlined(*lines)
    assert found["前款事项应当公开"].label == "第六条"
    assert found["（二）决算。"].end == found["前款事项应当公开"].start


def test_a_paragraph_between_two_items_belongs_to_the_first() -> None:
    lines = ["第六条 下列：", "（一）预算由校长在每年年底以前召集会议决定后公布。", "预算应当公开。", "（二）决算。"]
    assert outlined(*lines)["（二）决算。"].label == "第六条（二）"
    assert labels(*lines) == ["第六条", "第六条（一）", "第六条（二）"]


def test_items_that_are_headings_keep_their_paragraphs() -> None:
    lines = [
        "第六条 职责如下：",
        "（一）办公室。",
        "负责收文。",
        "（二）总务处。",
        "负责维修。",
        "（三）财务室。",
        "负责付款。",
    ]
    assert labels(*lines) == ["第六条", "第六条（一）", "第六条（二）", "第六条（三）"]


def test_two_lists_in_one_article_have_keys_of_their_own() -> None:
    lines = [
        "第六条 下列由校长决定：",
        "（一）甲；",
        "（二）乙。",
        "下列由书记决定：",
        "（一）丙；",
        "（二）丁；",
        "（三）戊。",
    ]
    found = outlined(*lines)
    assert [found[w].key for w in ("（一）甲；", "（二）乙。")] == ["6.1", "6.2"]
    assert [found[w].key for w in ("（一）丙；", "（二）丁；", "（三）戊。")] == ["6.1~2", "6.2~2", "6.3~2"]
    assert found["（三）戊。"].label == "第六条（三）"


def test_a_list_that_restarts_is_a_second_list_not_a_deeper_one() -> None:
    found = labels("第六条 如下：", "1.甲；", "2.乙。", "1.丙；", "2.丁。")
    assert found == ["第六条", "第六条 1", "第六条 2", "第六条 1", "第六条 2"]


def test_a_list_announced_by_a_paragraph_hangs_under_it() -> None:
    text, clauses = split([heading("报销"), *text_lines("教师报销交下列材料：", "1.发票；", "2.清单。", "其他另定。")])
    lead, first = clauses[1], clauses[2]
    assert text[lead.start : lead.end] == "教师报销交下列材料：\n"
    assert first.parent == 1
    assert (first.key, first.label) == ("报销.1", "1")
    assert clauses[-1].parent == 0


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["(a)", "(i)", "(ii)", "(b)"], ["(a)", "(a)(i)", "(a)(ii)", "(b)"]),
        (["(g)", "(h)", "(i)", "(j)"], ["(g)", "(h)", "(i)", "(j)"]),
        (["(a)", "(i)", "(ii)", "(iii)", "(iv)", "(v)"], ["(a)", "(a)(i)", "(a)(ii)", "(a)(iii)", "(a)(iv)", "(a)(v)"]),
        (["(u)", "(v)", "(w)", "(x)"], ["(u)", "(v)", "(w)", "(x)"]),
        (["(i)", "(ii)"], ["(i)", "(ii)"]),
    ],
)
def test_a_letter_that_may_be_roman_is_read_by_the_list_it_is_in(marks: list[str], expected: list[str]) -> None:
    assert labels("2.1 As follows:", *(f"{mark} a case;" for mark in marks))[1:] == [f"2.1{e}" for e in expected]


def test_a_table_inside_an_article_is_its_clause_and_the_text_after_it_too() -> None:
    found = outlined(
        "第五条 见下表：", row("额", "人", head=True), row("一万元", "校长"), "表中金额含本数。", "第六条 其他。"
    )
    assert found["表中金额含本数。"].label == "第五条"
    assert found["一万元 | 校长"[:8]].key == "5.row1"


def test_a_short_line_between_articles_heads_what_follows() -> None:
    found = outlined("第一条 本办法适用于本校。", "评议程序", "第二条 评议由书记主持。")
    assert (found["评议程序"].level, found["评议程序"].label) == ("heading", "")
    assert found["第二条 评议由书"].parent is not None
    found = outlined("第一条 本办法适用于本校。", "评议程序", "1.书记主持。", "2.校长计票。")
    assert found["评议程序"].level == "heading"
    assert found["2.校长计票。"].label == "2"


CONTENTS = ["第一章 总则", "第二章 议事", "第三章 附则"]
BODY = ["第一章 总则", "第一条 甲。", "第二章 议事", "第二条 乙。", "第三章 附则", "第三条 丙。"]


@pytest.mark.parametrize(
    "front",
    [
        ["目　录", *CONTENTS],
        ["目录", *(f"{line}……{n}" for n, line in enumerate(CONTENTS, 1))],
        ["目录", *(f"{line}\t{n}" for n, line in enumerate(CONTENTS, 1))],
        CONTENTS,
    ],
)
def test_a_table_of_contents_opens_no_chapters(front: list[str]) -> None:
    _, clauses = split(text_lines("议事规则", *front, *BODY))
    assert [c.key for c in clauses if c.level == "chapter"] == ["chapter1", "chapter2", "chapter3"]
    assert [c.label for c in clauses if c.level == "article"] == ["第一条", "第二条", "第三条"]


def test_articles_that_restart_in_every_chapter_have_keys_of_their_own() -> None:
    found = keys(text_lines("第一章 会议", "第一条 甲。", "第二条 乙。", "第二章 程序", "第一条 丙。"))
    assert [found[f"{words}\n"] for words in ("第一条 甲。", "第二条 乙。", "第一条 丙。")] == [
        "chapter1.1", "chapter1.2", "chapter2.1"]  # fmt: skip


@pytest.mark.parametrize("annex", ["附件1", "附件", "附录："])
def test_an_annex_has_articles_of_its_own(annex: str) -> None:
    found = labels("第一条 甲。", "第二条 乙。", annex, "评分办法", "第一条 丙。")
    printed = annex.removesuffix("：")
    assert found[:2] + found[-1:] == ["第一条", "第二条", f"{printed} 第一条"]


def test_a_file_that_was_sent_as_an_annex_keeps_its_plain_labels() -> None:
    assert labels("附件1", "议事规则", "第一条 甲。", "第二条 乙。")[-2:] == ["第一条", "第二条"]


def test_the_articles_an_amendment_quotes_are_not_its_own() -> None:
    lines = [
        "一、将第五条修改为：“第五条 下列事项由校长决定：",
        "（一）预算；",
        "（二）决算。”",
        "二、增加一条，作为第六条：“第六条 下列事项：（一）甲；（二）乙。”",
        "三、删去第七条。",
    ]
    assert labels(*lines) == ["一、", "二、", "三、"]


def test_a_quotation_that_nobody_closed_does_not_swallow_the_document() -> None:
    lines = ["一、修改为：“甲。", "二、修改为：“乙。”", "三、删去第七条。", *(f"第{n}条 丙。" for n in range(1, 9))]
    assert labels(*lines)[:3] == ["一、", "二、", "三、"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第五条 下列事项：（一）预算；（二）决算。", ["第五条", "第五条（一）", "第五条（二）"]),
        ("2.1 The Head may: (a) hire; (b) buy.", ["2.1", "2.1(a)", "2.1(b)"]),
        ("第五条 按下列程序：①提出；②审核。", ["第五条", "第五条①", "第五条②"]),
        ("第五条 按下列程序办理。第一步，提出；第二步，决定。", ["第五条", "第五条第一步", "第五条第二步"]),
        ("第五条 第（一）项、第（二）项的费用。", ["第五条"]),
        ("第五条 按（一）、（二）项办理。", ["第五条"]),
        ("2.1 Under (a) and (b) above the Head decides.", ["2.1"]),
    ],
)
def test_a_list_inside_a_sentence_is_cut_into_its_items(line: str, expected: list[str]) -> None:
    assert labels(line) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["7. (1) The Steward lets the hall.", "(2) The Bursar sets the rent."], ["7", "7(1)", "7(2)"]),
        (["7.—(1) The Steward lets the hall.", "(2) The Bursar sets the rent."], ["7", "7(1)", "7(2)"]),
        (["7 (1) The Steward lets the hall.", "(2) The Bursar sets the rent."], ["7", "7(1)", "7(2)"]),
        (["7. Rent (1) The Bursar sets it.", "(2) The Steward takes it."], ["7", "7(1)", "7(2)"]),
        (["7. Rent. (1) The Bursar sets it.", "(2) The Steward takes it."], ["7", "7(1)", "7(2)"]),
        (["Rule 7 (1) The Bursar sets it. (2) The Steward takes it."], ["Rule 7", "Rule 7(1)", "Rule 7(2)"]),
        (["Rule 7. Rent. (1) The Bursar sets it; (2) the Steward takes it."], ["Rule 7", "Rule 7(1)", "Rule 7(2)"]),
        (["7.1 (a) The Bursar sets it; (b) the Steward takes it."], ["7.1", "7.1(a)", "7.1(b)"]),
        (["第七条 （一）场地由管理员出租。", "（二）租金由会计确定。"], ["第七条", "第七条（一）", "第七条（二）"]),
        (["第七条（一）场地由管理员出租。（二）租金由会计确定。"], ["第七条", "第七条（一）", "第七条（二）"]),
        (["第七条 场地收费。（1）学生减半。", "（2）教师免费。"], ["第七条", "第七条（1）", "第七条（2）"]),
        (["7. The order is: (i) the Bursar signs; and (ii) the Steward pays."], ["7", "7(i)", "7(ii)"]),
        (["7(a) The Bursar sets it.", "7(b) The Steward takes it."], ["7", "7(a)", "7(b)"]),
        (["第七条 借用手续：1.填单；2.签字。"], ["第七条", "第七条 1", "第七条 2"]),
        (["一、（一）1. 甲由乙批准。", "2. 丙由丁批准。"], ["一、", "一、（一）", "一、（一）1", "一、（一）2"]),
    ],
)  # fmt: skip
def test_a_first_item_behind_a_number_or_a_heading_is_an_item_like_its_siblings(
    lines: list[str], expected: list[str]
) -> None:
    assert labels(*lines) == expected


@pytest.mark.parametrize(
    "line",
    [
        "7. Rents under (1) are taken by the Steward. (2) does not apply.",
        "7. Rents are set yearly. See (1) and (2) above.",
        "7. Rents are set yearly. (1) applies to guests. (2) applies to members.",
        "7. Rents are set yearly. (1) For guests. (3) For members.",
        "第七条 按照（一）的规定办理。（二）不适用。",
        "第七条 面积：1.5亩以上由村长定，2.5亩以上由镇长定。",
        "第七条 时间：1、2、3月休息。",
        '7. Rule 3 reads: "3. Rents. (1) For guests. (2) For members."',
    ],
)
def test_a_number_that_is_only_named_inside_a_paragraph_is_no_item(line: str) -> None:
    assert len(labels(line)) == 1


def test_a_number_that_names_a_subsection_at_the_start_of_a_line_opens_nothing() -> None:
    found = labels("Section 4 Birds", "Section 4(1) applies to birds of all kinds.", "Section 5 Bears")
    assert found == ["Section 4", "Section 5"]


def test_a_list_inside_an_item_does_not_make_the_list_around_it_forgotten() -> None:
    found = labels("第七条 分工如下：（一）采购：1.询价；2.订货。（二）保管：1.入库；2.出库。")
    assert found[1:] == [f"第七条（{n}）{m}" for n in "一二" for m in ("", "1", "2")]


def test_articles_in_a_line_that_lost_its_breaks_are_articles() -> None:
    assert labels("第一条 甲由乙批准。 第二条 丙由丁批准。第三条 戊。") == ["第一条", "第二条", "第三条"]
    assert labels("第一条 甲由乙批准。 第三条 规定的除外。") == ["第一条"]


def test_a_numbered_heading_of_another_level_goes_on_beside_the_one_before() -> None:
    _, clauses = split(
        [heading("一、入住", 2), heading("二、退宿", 2), heading("三、罚则", 3), Line(text="（一）赔偿。")]
    )
    assert [c.label for c in clauses] == ["一、", "二、", "三、", "三、（一）"]
    assert [c.key for c in clauses] == ["1", "2", "3", "3.1"]


def test_codes_under_headings_are_clauses_of_their_own() -> None:
    found = labels(
        heading("A. Bookings"), "A1. The Porter books rooms.", "A2. The Bursar agrees:", "(a) long lets;",
        heading("B. Keys"), "B1. The Porter keeps keys.",
    )  # fmt: skip
    assert found == ["A", "A1", "A2", "A2(a)", "B", "B1"]


def test_a_series_of_codes_runs_on_from_heading_to_heading() -> None:
    lines = [
        heading("Flour"),
        "K1 The Cook orders flour.",
        "K2 The Cook weighs it.",
        heading("Waste"),
        "K3 It is weighed.",
    ]
    assert labels(*lines) == ["", "K1", "K2", "", "K3"]
    lines = ["K1. Flour is ordered by the Cook.", "K2. Milk too.", "K5. K3 and K4 were repealed."]
    assert labels(*lines) == ["K1", "K2", "K5"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["一、借阅", "一.A 馆员办理。", "一.B 馆长批准。", "二、闭馆", "二.A 馆长决定。"],
         ["一、", "一.A", "一.B", "二、", "二.A"]),
        ([heading("一　借阅"), "一·1　馆员办理。", "一·2　馆长批准。"], ["", "一·1", "一·2"]),
        (["一、借阅", "一（1） 馆员办理。", "一（2） 馆长批准。"], ["一、", "一、（1）", "一、（2）"]),
        ([heading("壹、借阅"), "第壹之一　馆员办理。", "第壹之二　馆长批准。"], ["", "第壹之一", "第壹之二"]),
        (["壹、馆长主持馆务会，副馆长参加。", "贰、下列事项由馆务会决定：", "㈠ 闭馆；", "㈡ 购书。"],
         ["壹、", "贰、", "贰、㈠", "贰、㈡"]),
        (["1条　馆务会决定下列事项。", "1条之一　闭馆。", "1条之二　购书。", "2条　馆长主持。"],
         ["1条", "1条之一", "1条之二", "2条"]),
        (["§1 借阅　馆员办理。", "§2 闭馆", "(a) 一天以内：副馆长；", "(b) 一天以上：馆长。"],
         ["§1", "§2", "§2(a)", "§2(b)"]),
        (["第三条　闭馆：", "甲、一天以内的，由副馆长决定。", "乙、一天以上的，由馆长决定。", "闭馆须公告。"],
         ["第三条", "第三条甲、", "第三条乙、", "第三条"]),
        (["4-1 分期缴费由馆长批准。", "4-2 退费由馆员办理。"], ["4-1", "4-2"]),
    ],
)  # fmt: skip
def test_numbers_of_two_kinds_and_in_chinese_forms_open_clauses(lines: list[Line | str], expected: list[str]) -> None:
    assert labels(*lines) == expected


@pytest.mark.parametrize("line", ["甲、乙双方各执一份。", "三-5天的由馆长批准。", "三（2）班学生由馆员陪同。"])
def test_parties_spans_and_forms_at_the_start_of_a_line_number_nothing(line: str) -> None:
    assert labels("第一条　借阅。", line, line) == ["第一条"]


def test_a_code_inside_a_code_says_where_it_stands() -> None:
    found = labels(
        "HR-01 Leave is granted.",
        "HR-02 Pay is set.",
        "HR-02.1 It is paid.",
        "SO 1 The Chair opens.",
        "SO 2. He closes.",
    )
    assert found == ["HR-01", "HR-02", "HR-02.1", "SO 1", "SO 2"]
    found = labels("附件1", "A.1 甲由乙批准。", "A.2 丙由丁批准。", "A.2.1 戊。", "附件2", "A.1 己。", "A.2 庚。")
    assert found[1:4] == ["附件1 A.1", "附件1 A.2", "附件1 A.2.1"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Sizes are printed below.", "A4 Paper is white.", "A5 Cards are blue."],
        ["Forms differ.", "A1 forms are blue.", "A2 forms are red."],
        ["Diet matters.", "B12 Vitamins help.", "B6 Vitamins too."],
        ["Roads are closed.", "M25 Traffic is sent round."],
        ["Forms differ.", "A1 Forms are blue."],
        ["纸张由总务处采购。", "A1纸由设计室领用。", "A2纸由印刷室领用。"],
    ],
)
def test_sizes_roads_and_vitamins_at_the_start_of_a_line_number_nothing(lines: list[str]) -> None:
    assert set(labels(*lines)) == {""}


def test_parts_and_schedules_numbered_in_words_are_parts() -> None:
    lines = [
        "PART ONE",
        "1. Keys are kept.",
        "Part Two: Money",
        "1. Bills are paid.",
        "Schedule One",
        "1. Fees are set.",
    ]
    _, clauses = split(text_lines(*lines))
    assert [c.level for c in clauses] == ["chapter", "number", "chapter", "number", "part", "number"]
    assert [c.key for c in clauses] == ["chapter1", "chapter1.1", "chapter2", "chapter2.1", "schedule1", "schedule1/1"]
    assert clauses[-1].label == "Schedule One 1"


def test_what_stands_under_a_lettered_heading_has_its_letter_whatever_the_heading_looks_like() -> None:
    table = [row("sum", "who", head=True), row("£5", "Porter")]
    for first, second in [(heading("A. Lending"), heading("B. Giving")), ("A. Lending", "B. Giving")]:
        found = labels(first, "4. Books are lent.", *table, second, "4. Books are given.", *table)
        assert found == ["A", "A 4", "A 4", "A 4 row 1", "B", "B 4", "B 4", "B 4 row 1"]
    assert labels(heading("A – Lending"), "1. Books are lent.", heading("B – Giving"))[:2] == ["A", "A 1"]


def test_numbers_that_run_on_under_lettered_headings_are_named_without_the_letter() -> None:
    lines = [
        "A. Lending",
        "1. Books are lent.",
        "2. Maps are lent.",
        "B. Giving",
        "3. Books are given.",
        "4. Maps too.",
    ]
    assert labels(*lines) == ["A", "1", "2", "B", "3", "4"]


def test_lettered_headings_are_believed_however_far_apart() -> None:
    between = [f"The Porter keeps book {n}." for n in range(30)]
    assert labels(heading("A. Lending"), *between, heading("B. Giving"), "1. Books are given.")[-1] == "B 1"


def test_a_lettered_heading_is_no_item_of_the_sentence_before_it() -> None:
    lines = [
        "2. Water is turned on in May.",
        "A. Hoses",
        "They are kept in the shed.",
        "B. Taps",
        "They are mended in May.",
    ]
    assert labels(*lines) == ["2", "A", "B"]
    assert labels("2. Assets are of two kinds.", "A. Fixed assets", "B. Current assets") == ["2", "2 A", "2 B"]


def test_tables_under_different_headings_share_labels_and_no_keys() -> None:
    table = [row("sum", "who", head=True), row("£5", "Porter")]
    _, clauses = split([heading("Lending"), *table, heading("Giving"), *table])
    rows = [c for c in clauses if c.level == "row"]
    assert [c.label for c in rows] == ["row 1", "row 1"]
    assert [c.key for c in rows] == ["Lending.row1", "Giving.row1"]


def test_a_bare_number_that_heads_its_own_subsections_is_believed() -> None:
    assert labels("4 Stores", "4.1 The list is kept.", "4.2 It is signed.") == ["4", "4.1", "4.2"]


def test_a_short_line_over_a_list_heads_it_in_english_too() -> None:
    found = outlined("Doors are shut at ten.", "Lights", "1. They go out at ten.", "2. The Warden may extend this.")
    assert found["Lights"].level == "heading"
    found = outlined("Doors are shut at ten.", "Staff may apply", "1. in writing", "2. by telephone")
    assert found["Staff ma"].level == "paragraph"


def test_a_line_that_opens_with_its_first_item_is_cut_too() -> None:
    assert labels("第五条 下列：", "（一）预算；（二）决算；（三）其他。")[1:] == [
        "第五条（一）",
        "第五条（二）",
        "第五条（三）",
    ]


def test_articles_stand_under_the_numbered_heading_over_them() -> None:
    _, clauses = split(text_lines("一、受理", "第一条 甲。", "第二条 下列：", "（一）乙。", "二、审理", "第三条 丙。"))
    assert [c.label for c in clauses] == ["一、", "第一条", "第二条", "第二条（一）", "二、", "第三条"]
    assert [c.parent for c in clauses] == [None, 0, 0, 2, None, 4]
    assert [c.key for c in clauses] == ["item1", "1", "2", "2.1", "item2", "3"]


def test_brackets_under_numbers_stay_under_them() -> None:
    found = labels("1.收入：", "（一）学费；", "（二）拨款。", "2.支出：", "（一）工资。")
    assert found == ["1", "1（一）", "1（二）", "2", "2（一）"]


def test_a_chapter_is_not_closed_by_a_section_with_a_higher_heading() -> None:
    lines = [heading("第一章 会议", 3), heading("第一节 召集", 2), heading("第二章 程序", 3), heading("第一节 表决", 2)]
    _, clauses = split(lines)
    assert [c.key for c in clauses] == ["chapter1", "chapter1.section1", "chapter2", "chapter2.section1"]


def test_markdown_headings_nest_by_their_level() -> None:
    _, clauses = split([heading("制度", 1), heading("请假", 2), heading("病假", 3), heading("报销", 2)])
    assert [c.parent for c in clauses] == [None, 0, 1, 0]


RULEBOOK = text_lines(
    "第一章 总则", "第一条 甲。", "第二条 下列事项：", "（一）乙；", "（二）丙。", "下列由书记决定：", "（一）丁；",
    "第二章 程序", "第三条 戊。", "第四条 见下表：",
) + [row("额", "人", head=True), row("一万", "校长"), *text_lines("附件1", "第一条 己。", "一、庚。")]  # fmt: skip
NEW = [
    (2, "第一条之一 新。"), (5, "（三）新。"), (4, "1.新。"), (7, "第二条之一 新。"), (9, "（一）新。"),
    (10, "第五条 新。"), (12, "第六条 新。"), (15, "第二条 新。"), (15, "附件2"), (1, "第一节 新"),
]  # fmt: skip


@pytest.mark.parametrize(("at", "words"), NEW)
def test_a_clause_put_in_elsewhere_changes_no_other_key(at: int, words: str) -> None:
    before = keys(RULEBOOK)
    after = keys([*RULEBOOK[:at], Line(text=words), *RULEBOOK[at:]])
    if words.startswith("第五条"):  # the table under 第四条 is now the new article's
        before = {w: k for w, k in before.items() if "|" not in w}
    assert {w: after[w] for w in before} == before


@pytest.mark.parametrize("opened", ["{} 入库", "{}、入库", "{}．入库", "{}. 入库", "{}.入库"])
@pytest.mark.parametrize("made", [heading, lambda words: Line(text=words)])
def test_a_lettered_heading_names_the_steps_under_it_and_not_its_codes(
    opened: str, made: Callable[[str], Line]
) -> None:
    first = [made(opened.format("A")), "A1 货物由库管员清点。", "A2 单据由会计保存。"]
    second = [made(opened.format("B")), "步骤一 库管员开单。", "步骤二 科长签字。"]
    lines = [*first, *second, made(opened.format("C")), "C1 破损的，由科长处理。"]
    assert labels(*lines) == ["A", "A1", "A2", "B", "B 步骤一", "B 步骤二", "C", "C1"]


def test_a_letter_that_belongs_to_the_words_opens_no_clause() -> None:
    assert labels("第一条 场地分区。", "A 区由后勤科管理。", "第二条 其他。") == ["第一条", "第二条"]
    assert labels("第一条 材料。", "A、B两类材料由科长批准。", "B、C两类由主任批准。") == ["第一条"]


SIGNED = [
    ("临江市图书馆", "2025年3月10日"),
    ("临江市图书馆（盖章）", "二〇二五年三月十日"),
    ("临江市图书馆 2025年3月10日",),
    ("2025-03-10",),
    ("临江市图书馆", "2025年3月10日", "抄送：各分馆"),
    ("Jane Holt", "Director", "10 March 2025"),
]


@pytest.mark.parametrize("foot", SIGNED)
@pytest.mark.parametrize("last", ["三、本通知自下发之日起施行。", "第三条 本办法由办公室解释。", "（二）其他。"])
def test_the_names_and_the_day_at_the_foot_are_no_part_of_the_last_clause(foot: tuple[str, ...], last: str) -> None:
    lines = ["一、甲。", "二、下列：", "（一）乙。", last, *foot]
    text, clauses = split(text_lines(*lines))
    assert text[clauses[-2].start : clauses[-2].end] == last + "\n"
    assert (clauses[-1].label, text[clauses[-1].start :]) == ("", "".join(line + "\n" for line in foot))
    _, clauses = split(text_lines(*lines, "附件1", "1.丁。"))
    assert [c.label for c in clauses][-3:] == ["", "附件1", "附件1 1"]


def test_a_day_in_the_midst_of_a_document_signs_nothing() -> None:
    assert labels("一、开馆日期：", "2025年3月10日", "二、闭馆由馆长决定。") == ["一、", "二、"]
    assert labels("一、培训安排如下：", "业务培训", "2025年3月10日") == ["一、"]


def test_a_document_without_lines_has_no_clauses() -> None:
    assert split([]) == ("", ())


def test_sections_that_start_again_in_each_article_are_named_with_it() -> None:
    lines = ["ARTICLE I – Name", "Section 1. The club is the Club.", "Section 2. It has members."]
    lines += ["ARTICLE II – Officers", "Section 1. The Chair presides", "(a) at meetings; and", "(b) at balls."]
    assert labels(*lines) == [
        "", "ARTICLE I Section 1", "ARTICLE I Section 2",
        "", "ARTICLE II Section 1", "ARTICLE II Section 1(a)", "ARTICLE II Section 1(b)",
    ]  # fmt: skip
    assert keys(text_lines(*lines))["Section 1. The Chair presides\n"] == "section2.1"


def test_sections_that_run_on_through_the_chapters_are_named_without_them() -> None:
    lines = [heading("Chapter 1: Pay"), "101. Pay is monthly.", heading("Chapter 2: Time"), "201. Hours are kept."]
    assert labels(*lines) == ["", "101", "", "201"]


def test_an_article_without_sections_is_the_unit_itself() -> None:
    lines = ["Article IV. Meetings", "The Board meets in May.", "Article V. Officers", "1. The Chair.", "2. The Clerk."]
    assert labels(*lines) == ["Article IV", "Article V", "Article V 1", "Article V 2"]


def test_numbers_that_start_again_under_a_part_are_named_with_it() -> None:
    lines = [heading("Part A – Leave"), "1. Ask first.", "2. Then go.", heading("Part B – Pay"), "1. Ask again."]
    assert labels(*lines) == ["", "Part A 1", "Part A 2", "", "Part B 1"]


def test_rows_are_named_with_the_numbered_heading_over_their_table() -> None:
    head, body = row("Matter", "Approved by", head=True), row("Tea", "Cook")
    lines = [heading("Powers", 1), heading("Table 1. Food"), head, body, heading("Table 2. Drink"), head, body]
    assert [label for label in labels(*lines) if label] == ["Table 1", "Table 1 row 1", "Table 2", "Table 2 row 1"]
    plain = [heading("Powers", 1), heading("Food"), head, body, heading("Drink"), head, body]
    assert [label for label in labels(*plain) if label] == ["row 1", "row 1"]
    assert len({clause.key for clause in split(plain)[1]}) == len(plain)


def test_roman_numbers_in_capitals_open_clauses() -> None:
    lines = [
        "I. Two quotes are needed.",
        "II. The Dean buys:",
        "(a) chalk; and",
        "(b) slates.",
        "III. Gifts are refused.",
    ]
    assert labels(*lines) == ["I", "II", "II(a)", "II(b)", "III"]


def test_a_letter_i_after_h_is_no_roman_number() -> None:
    lines = [f"{letter}. The Dean buys chalk." for letter in "ABCDEFGHIJ"]
    assert labels(*lines) == list("ABCDEFGHIJ")


def test_a_roman_heading_is_named_only_where_numbers_start_again_under_the_next() -> None:
    on = [heading("I. Leave"), "1. Ask first.", heading("II. Pay"), "2. Pay is monthly."]
    again = [heading("I. Leave"), "1. Ask first.", heading("II. Pay"), "1. Pay is monthly."]
    assert labels(*on) == ["I", "1", "II", "2"]
    assert labels(*again) == ["I", "I 1", "II", "II 1"]


def test_a_sentence_that_begins_with_i_is_no_clause() -> None:
    assert labels("I. Newton founded it.", "The Board meets in May.") == ["", ""]
