"""Plain text: every encoding gives the same words, and only wrapped lines are joined."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import formats
from corpus.formats import Unreadable, wrap
from corpus.models import Role

RULE = "第一条 预算由校长办公会议研究提出，报党组织会议讨论决定。\n第二条 一千元以下由分管副校长审批。\n"


def texts(name: str, data: bytes) -> list[str]:
    return [line.text for line in formats.read(name, data).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_every_encoding_gives_the_same_words(name: str, encoding: str) -> None:
    assert texts(name, RULE.encode(encoding)) == RULE.splitlines()


def test_western_text_keeps_its_pounds_and_quotes() -> None:
    text = "The Head’s limit is £90k – and “no more” than that."
    assert texts("a.txt", text.encode("cp1252")) == [text]
    assert texts("a.txt", text.encode("utf-16-le")) == [text]


def test_a_binary_file_under_a_text_name_is_refused() -> None:
    with pytest.raises(Unreadable, match="not a text file"):
        formats.read("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x01\x02\x03\x04\x05\x06\x0e\x10\x11")


def test_unseen_characters_are_dropped_and_the_rest_is_kept() -> None:
    assert texts("a.txt", "\ufeff　　第一条　Ａ级“甲”\x00…\u200b　\r\n\r\n第二条 ①\xa0\r".encode()) == [
        "第一条　Ａ级“甲”…",
        "第二条 ①",
    ]


def test_wrapped_chinese_is_joined_without_a_space() -> None:
    paragraph = (
        "第一条 " + "学校各部门开展采购，应当先由归口管理部门提出申请，经分管副校长审核后报校长办公会议审议。" * 3
    )
    other = "第二条 " + "单价超过二十万元的，还应当提请党组织会议讨论决定，并在五个工作日内公开结果。" * 3
    lines = [text[i : i + 38] for text in (paragraph, other) for i in range(0, len(text), 38)]
    assert texts("a.txt", "\n".join(lines).encode()) == [paragraph, other]


def test_wrapped_english_is_joined_with_a_space() -> None:
    text = """2.1 The Head may approve spending up to and including seventy-five
thousand pounds in a single commitment, on the recommendation of the
Bursar.
2.2 Anything above that goes to the Finance Committee, which meets in
every month of the term."""
    assert texts("a.txt", text.encode()) == [
        "2.1 The Head may approve spending up to and including seventy-five thousand pounds in a single "
        "commitment, on the recommendation of the Bursar.",
        "2.2 Anything above that goes to the Finance Committee, which meets in every month of the term.",
    ]


def test_a_reference_at_the_start_of_a_wrapped_line_goes_on() -> None:
    width = 20
    paragraph = "学校重大事项应当先行调查研究并充分听取意见"
    paragraph += "第五条规定的事项报党组织会议讨论决定并公开全部结果接受全体教职工监督"
    lines = [paragraph[i : i + width] for i in range(0, len(paragraph), width)]
    joined = texts("a.txt", "\n".join(["一、总则", *lines]).encode())
    assert joined == ["一、总则", paragraph]


def test_one_paragraph_a_line_is_never_joined() -> None:
    lines = [f"第{n}条 " + "经研究决定的事项由办公室督办，" * (n % 7 + 1) + "按期报告。" for n in range(1, 40)]
    assert texts("a.txt", "\n".join(lines).encode()) == lines


def test_lines_of_a_list_without_marks_stay_apart() -> None:
    lines = ["Approval of the annual budget", "Appointment of senior staff members", "Disposal of land"] * 4
    assert texts("a.txt", "\n".join(lines).encode()) == lines


def test_page_numbers_running_lines_and_rules_are_no_text() -> None:
    rule = (
        "1. The committee decides about each application " + "that it has been sent in good time " * 8 + "and in full."
    )
    first, *rest = (line + "\n" for line in textwrap.wrap(rule, 70))
    pages = ["CODE\n====\n", first, rest[0], "\nCode      Page 1\n\f\n", *rest[1:3], "\n- 2 -\n\n", *rest[3:]]
    pages += ["\nCode      Page 2\n\n2. The chair signs.\n-----\n3. Part 7      100\n"]
    lines = formats.read("a.txt", "".join(pages).encode()).lines
    assert [line.text for line in lines] == ["CODE", rule, "2. The chair signs.", "3. Part 7      100"]


def test_numbered_lines_that_are_no_pages_are_kept() -> None:
    rows = "Grade A   1\nGrade B   2\nTotal     3\nTotal     9\n- 4\n12\n第3页的表格由校长审批"
    assert "".join(line.text for line in formats.read("a.txt", rows.encode()).lines).replace("\n", "") == rows.replace(
        "\n", ""
    )


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_that_ends_with_a_comma_goes_on_whatever_the_width(name: str) -> None:
    text = (
        "第三条 收费由膳食委员会提出、\n总务处审核，\n校长决定。\n第四条 下列人员参加，\n（一）校长；\n甲方，\n\n乙方"
    )
    assert [line.text for line in formats.read(name, text.encode()).lines] == [
        "第三条 收费由膳食委员会提出、总务处审核，校长决定。", "第四条 下列人员参加，", "（一）校长；",
        "甲方，", "乙方",
    ]  # fmt: skip


def test_a_clause_mark_always_begins_a_line() -> None:
    from corpus.formats.marks import opens_clause

    marks = "第十二条之一 甲|第三章 总则|一、甲|（二）甲|1. a|3、甲|(4) a|①甲|一是要"
    marks += "|2.1 The|(b) the|Section 4 Money|Step 2: Ask"
    assert all(opens_clause(mark) for mark in marks.split("|"))
    references = "第五条规定的事项|第五条、第六条|第三条第二款|一、二年级学生"
    references += "|Section 4 of these rules|2.5 million pounds"
    assert not any(opens_clause(reference) for reference in references.split("|"))


def test_a_hyphen_at_a_line_end_goes_only_where_it_was_put_in() -> None:
    words = frozenset({"decision", "making", "approval"})
    assert wrap.meet("each decision-", "making step", words) == "each decision-making step"
    assert wrap.meet("the appro-", "val of", words) == "the approval of"
    assert wrap.meet("the co-", "ordinator", words) == "the co-ordinator"


@given(st.lists(st.text(st.sampled_from("第一条校长，。 aB1（-\t"), max_size=60), max_size=30))
def test_joining_loses_no_character(lines: list[str]) -> None:
    before = "".join("".join(lines).split())
    after = "".join("".join(wrap.paragraphs(lines)).split())
    assert after.replace("-", "") == before.replace("-", "")


def test_rows_of_a_csv_stand_under_their_header() -> None:
    lines = formats.read("a.csv", '事项,决定\n"预\n算",党组织会议\n'.encode("gb18030")).lines
    assert [(line.role, line.text) for line in lines] == [
        (Role.HEADER, "事项 | 决定"),
        (Role.ROW, "预算 | 党组织会议"),
    ]


def test_text_wrapped_by_hand_goes_on_in_small_letters() -> None:
    lines = [
        "Who rings the bell?",
        "Not you. If it must ring (fire, fog, that sort of thing), tell the porter,",
        "who knows the rope. Ringing it at night is",
        "up to the Harbour Master. The porter keeps a list of all",
        "nights.",
        "and a lamp",
    ]
    joined = [line.text for line in formats.read("a.txt", "\n".join(lines).encode()).lines]
    assert joined == [lines[0], " ".join(lines[1:5]), lines[5]]


def test_cells_between_bars_are_a_table_in_plain_text_too() -> None:
    text = "Rule 3. Oars:\n| Length | Lent by |\n|---|---|\n| Short | Mate |\n\nRule 4. A | B is none.\n| nor this |\n"
    lines = formats.read("a.txt", text.encode()).lines
    assert [line.role for line in lines] == [Role.TEXT, Role.HEADER, Role.ROW, Role.TEXT, Role.TEXT]
    assert lines[2].cells == ("Short", "Mate")
