"""Amendments whose new words stand in paragraphs below, and whose clauses are named by parts, headings and letters."""

from datetime import date

import pytest

from corpus.document import document
from corpus.formats import read
from corpus.models import Change, Document, Facts
from corpus.validity.settled.settling import settled

SINCE, LATER = date(2024, 9, 1), date(2025, 3, 1)

PIANO = """# 琴房管理规定

（岭琴〔2021〕4号，2021年3月1日起执行）

## 甲、借用

1. 借用须登记。

2. 归还须验收。

## 乙、批准权限

1. 琴房：

（1）三天以内，由组长批；

（2）三天以上，由社长批。

2. 谱架：

（1）五个以内，由管理员批；

（2）五个以上，由组长批。

3. 谱子由管理员批。
"""
SHED = """# Shed & Yard Manual

Edition of May 1, 2021.

## 1 Keys

1.1 Keys are held by the Porter. Copies are made only with the leave of the Warden.

1.2 Orders

1.2.1 Below $300: the Porter orders.

1.2.2 From $300 to less than $900: the Warden orders.

1.2.3 $900 and above: the Board orders.
"""


def made(path: str, text: str, title: str) -> Document:
    return document(path, path.removesuffix(".md"), Facts(title=title), path, read(path, text.encode()).lines)


def changed(rule: Document, notice: Document) -> list[tuple[str, str, str, date | None]]:
    """Each change: the words as printed that give way, the new words, and the first day."""
    documents, remarks = settled([rule, notice])
    assert remarks == []
    return [
        (rule.text[a.at : a.until].strip(), notice.text[a.start : a.end].strip(), a.change.value, a.day)
        for a in documents[0].amended
    ]


def zh(*paragraphs: str) -> list[tuple[str, str, str, date | None]]:
    text = "\n\n".join(
        ("# 关于修改《琴房管理规定》的通知", "经社务会研究，对《琴房管理规定》作如下修改：", *paragraphs)
    )
    return changed(made("piano.md", PIANO, "琴房管理规定"), made("note.md", text, "关于修改《琴房管理规定》的通知"))


STANDS = "2. 谱架：\n（1）五个以内，由管理员批；\n（2）五个以上，由组长批。"
QUOTED = "> 2. 谱架：\n>\n> （1）九个以内，由管理员批；\n>\n> （2）九个以上，由社长批。"
NEW = "2. 谱架：\n（1）九个以内，由管理员批；\n（2）九个以上，由社长批。"


@pytest.mark.parametrize(
    "named", ["“乙、批准权限”第2项全文", "“批准权限”部分第2项", "乙、2", "乙部分第2项", "“乙、批准权限”第（2）项"]
)
@pytest.mark.parametrize("lead", ["**【一】** 将{}改为：", "一、{}修改为：", "一、将{}修改如下："])
def test_new_words_in_a_block_quote_take_the_place_of_a_clause_under_a_heading(named: str, lead: str) -> None:
    end = lead[:1].replace("*", "**【二】** ").replace("一", "二、") + "本通知自2024年9月1日起施行。"
    assert zh(lead.format(named), QUOTED, end) == [(STANDS, NEW, "replaced", SINCE)]


def test_new_words_in_a_quoted_paragraph_take_the_place_of_a_point_of_a_part() -> None:
    rule = (
        "# 器材办法\n\n一、总则\n\n（一）器材登记。\n\n二、采购\n\n（一）自购。\n\n（二）限额以下：\n\n"
        "1. 五百元以下，由组员买；\n\n2. 五百元以上，由组长买。\n"
    )
    text = (
        "# 关于修改《器材办法》的通知\n\n对《器材办法》作如下修改：\n\n一、第二部分第（二）项第2点修改为：\n\n"
        "“2. 九百元以上，由社长买。”\n\n二、第二部分第（二）项第1点不作改动。\n\n三、本通知自2024年9月1日起执行。"
    )
    found = changed(made("kit.md", rule, "器材办法"), made("note.md", text, "关于修改《器材办法》的通知"))
    assert found == [("2. 五百元以上，由组长买。", "2. 九百元以上，由社长买。", "replaced", SINCE)]


MEMO = """**MEMORANDUM**

| | |
|---|---|
| No. | Yard Memo 7 |
| Date | August 3, 2024 |
| To | All keepers |
| Subject | Changes to the Shed & Yard Manual (May 1, 2021) |

The Board changed three provisions of the manual. Everything else stays as it was.

**Item 1. Orders.** Paragraph 1.2.1 and paragraph 1.2.2 are replaced as follows:

> 1.2.1 Below $500: the Porter orders.
>
> 1.2.2 From $500 to less than $900: the Warden orders.

The limits of paragraph 1.2.3 are not changed.

**Item 2. Keys.** In paragraph 1.1 the second sentence now reads:

> Copies are made only with the leave of the Board.

**Item 3. From when.** The changes apply to orders placed on or after September 1, 2024.
"""


def test_a_memo_whose_subject_names_a_manual_changes_its_paragraphs_each_to_its_own_words() -> None:
    found = changed(made("shed.md", SHED, "Shed & Yard Manual"), made("memo.md", MEMO, "MEMORANDUM"))
    assert found == [
        ("1.2.1 Below $300: the Porter orders.", "1.2.1 Below $500: the Porter orders.", "replaced", SINCE),
        (
            "1.2.2 From $300 to less than $900: the Warden orders.",
            "1.2.2 From $500 to less than $900: the Warden orders.",
            "replaced",
            SINCE,
        ),
        (
            "Copies are made only with the leave of the Warden.",
            "Copies are made only with the leave of the Board.",
            "replaced",
            SINCE,
        ),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Paragraph 1.2.3 is deleted and the following is substituted: “1.2.3 The Senate orders.”",
        "Paragraph 1.2.3 is revoked and replaced by: “1.2.3 The Senate orders.”",
        "Paragraph 1.2.3 of the Shed & Yard Manual is deleted and the following put:\n\n“1.2.3 The Senate orders.”",
        "Paragraph 1.2.3 is replaced by the following:\n\n1.2.3 The Senate orders.\n\nThe Board thanks all.",
    ],
)
def test_what_is_deleted_and_substituted_is_replaced(sentence: str) -> None:
    text = f"# Amendment to the Shed & Yard Manual\n\nWith effect from 1 September 2024:\n\nA. {sentence}"
    facts = Facts(title="Amendment to the Shed & Yard Manual", effective=SINCE)
    note = document("note.md", "note", facts, "note", read("note.md", text.encode()).lines)
    found = changed(made("shed.md", SHED, "Shed & Yard Manual"), note)
    assert [(new, change) for _, new, change, _ in found] == [("1.2.3 The Senate orders.", Change.REPLACED)]


@pytest.mark.parametrize(
    "end",
    [
        "三、本通知自2024年9月1日起施行，其中第二条自2025年3月1日起施行。",
        "三、本通知第二项自2025年3月1日起施行，其余自2024年9月1日起施行。",
    ],
)
def test_a_change_in_a_part_of_a_notice_that_begins_later_holds_from_then(end: str) -> None:
    found = zh("一、将乙、3修改为：“谱子由组长批。”", "二、将甲、2修改为：“归还须由社长验收。”", end)
    assert {new: day for _, new, _, day in found} == {"谱子由组长批。": SINCE, "归还须由社长验收。": LATER}


def test_a_part_of_a_circular_may_begin_later_than_the_rest() -> None:
    text = (
        "Yard Circular 9\n\nThis circular takes effect on 1 September 2024. Part B takes effect on 1 March 2025.\n\n"
        "PART A. KEYS\n\n1. Keys are handed out by the Porter.\n\nPART B. BOATS\n\n2. Boats are lent by the Bosun."
    )
    one = settled([made("circular.md", text, "Yard Circular 9")])[0][0]
    assert one.facts.effective == SINCE
    assert [(one.text[a.at : a.until].strip(), a.change, a.day) for a in one.amended] == [
        ("PART B. BOATS\n2. Boats are lent by the Bosun.", Change.BEGUN, LATER)
    ]
