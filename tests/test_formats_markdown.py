"""Markdown: what a reader sees, without the markup."""

import pytest

from corpus import formats
from corpus.formats import Content, Unreadable
from corpus.models import Role


def read(text: str) -> Content:
    return formats.read("a.md", text.encode())


def test_front_matter_is_facts_and_not_text() -> None:
    content = read("---\ntitle: 办法\nversion: 1.10\neffective: 2024-13-01\nsupersedes: [a, b]\n---\n# 办法\n正文。\n")
    assert content.front == {
        "title": "办法",
        "version": "1.10",
        "effective": "2024-13-01",
        "supersedes": ["a", "b"],
    }
    assert [line.text for line in content.lines] == ["办法", "正文。"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: 办法\n# 正文", "no second ---"),
        ("---\ntitle: [办法\n---\n正文", "not YAML: line"),
        ("---\nkind: rule\nkind: draft\n---\n正文", '"kind" is given twice'),
    ],
)
def test_wrong_front_matter_says_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(text)


def test_a_rule_across_the_page_is_no_front_matter() -> None:
    assert [line.text for line in read("---\n第一段\n\n---\n第二段").lines] == ["第一段", "第二段"]


def test_markup_goes_and_words_stay() -> None:
    content = read(
        "# 采购**办法**\n\n<!-- 内部 -->\n#第一章 总则\n"
        "为了**“规范”**管理，见[细则](x.md)与`代码`。\n\n- 甲\n* 乙\n\n3. 丙\n4. 丁\n"
    )
    assert [line.text for line in content.lines] == [
        "采购办法", "第一章 总则", "为了“规范”管理，见细则与代码。", "甲", "乙", "3. 丙", "4. 丁",
    ]  # fmt: skip
    assert content.title == "采购办法"
    assert [line.level for line in content.lines[:2]] == [1, 1]


def test_a_table_is_a_header_and_rows() -> None:
    lines = read("| 环节 | 部门 |\n|---|---|\n| 申请 | **总务处**<br>财务处 |\n").lines
    assert [(line.role, line.cells) for line in lines] == [
        (Role.HEADER, ("环节", "部门")),
        (Role.ROW, ("申请", "总务处 财务处")),
    ]
    assert lines[1].text == "申请 | 总务处 财务处"


def test_words_right_under_a_table_are_no_row_of_it() -> None:
    lines = read("| 借期 | 批准人 |\n|---|---|\n| 一周 | 班长 |\n2.4 逾期的由馆长处理。\n2.5 遗失的照价赔偿。\n").lines
    assert [(line.role, line.text) for line in lines[1:]] == [
        (Role.ROW, "一周 | 班长"),
        (Role.TEXT, "2.4 逾期的由馆长处理。"),
        (Role.TEXT, "2.5 遗失的照价赔偿。"),
    ]


def test_long_paragraphs_one_a_line_stay_apart() -> None:
    lines = ["学校党组织会议由书记召集并主持。" * n for n in (4, 2, 6, 3, 1)]
    assert [line.text for line in read("\n".join(lines)).lines] == lines


def test_notes_that_look_like_link_definitions_are_kept() -> None:
    assert [line.text for line in read("正文[注]。\n\n[注]: 见附件").lines] == ["正文[注]。", "[注]: 见附件"]


def test_embedded_html_is_read_as_html() -> None:
    lines = read("前\n\n<table><tr><th>事项</th><th>决定</th></tr><tr><td>预算</td><td>党委</td></tr></table>\n").lines
    assert [line.text for line in lines] == ["前", "事项 | 决定", "预算 | 党委"]


def test_underlined_words_are_a_heading_and_an_underlined_paragraph_is_not() -> None:
    lines = read(
        "Budget\n======\n\n" + "The Head decides on everything that is named here. " * 3 + "\n---\nEnd\n"
    ).lines
    assert [line.level for line in lines] == [1, 0, 0]


def test_a_paragraph_all_in_bold_is_a_heading_below_the_last_and_a_bold_sentence_is_not() -> None:
    lines = read("# 门卫\n\n**夜间**\n\n大门上锁。\n\n**不得外借。**\n\n**钥匙**由门卫保管\n\n- **登记**\n").lines
    assert [(line.text, line.role, line.level) for line in lines[:2]] == [
        ("门卫", Role.HEADING, 1),
        ("夜间", Role.HEADING, 2),
    ]
    assert {line.role for line in lines[2:]} == {Role.TEXT}


def test_a_clause_right_under_a_table_is_no_row_of_it() -> None:
    lines = read("2.1 Oars:\n| Length | Lent by |\n|---|---|\n| Short | Mate |\n2.2 Nets dry.\n2.3 Tar is hot.\n").lines
    assert [line.text for line in lines if line.role is Role.TEXT] == ["2.1 Oars:", "2.2 Nets dry.", "2.3 Tar is hot."]
