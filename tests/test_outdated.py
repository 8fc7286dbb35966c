"""Words that an amendment has put aside are cited to nobody from its day on, and the new ones take their place."""

from datetime import date
from pathlib import Path

import pytest
from fakes import HashingEncoder
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.models import Answer, Status
from bot.inquiry.inquire import inquire
from bot.inquiry.outdated import outdated
from bot.inquiry.scope import Scopes
from bot.people.audience import MACHINE
from bot.people.readable import readable
from corpus.document import document
from corpus.models import Document, Facts, Line
from corpus.validity.settled.settling import settled
from index import Index, build

START, FIRST, SECOND = date(2021, 1, 1), date(2023, 3, 1), date(2025, 6, 1)
TITLE = "柳溪中心物品采购办法"
CHANGED, AGAIN = f"关于修改《{TITLE}》的决定", f"关于再次修改《{TITLE}》的决定"


def made(path: str, title: str, since: date, *lines: str) -> Document:
    facts = Facts(title=title, effective=since)
    return document(path, path.removesuffix(".md"), facts, "0" * 64, [Line(text=line) for line in lines])


RULE = made(
    "rule.md", TITLE, START,
    "第一条 采购物品按下列权限审批：",
    "（一）不满五千元的，由后勤科长批准；",
    "（二）五千元以上不满三万元的，由副主任批准；",
    "（三）三万元以上的，由主任办公会决定。",
    "第二条 采购合同由档案室保管五年。",
    "第三条 采购报销按下列步骤办理：",
    "1. 使用科室填写申请单；",
    "2. 后勤科询价比价；",
    "3. 财务科付款报销。",
)  # fmt: skip
ONE = made(
    "one.md", CHANGED, FIRST, CHANGED,
    "一、将第一条第（二）项修改为：“（二）五千元以上不满五万元的，由副主任和财务科长共同批准；”",
    "二、将第一条第（三）项修改为：“（三）五万元以上的，由主任办公会决定。”",
)  # fmt: skip
TWO = made(
    "two.md", AGAIN, SECOND, AGAIN,
    "一、将第一条第（三）项修改为：“（三）五万元以上的，由理事会决定。”",
    "二、删去第二条。",
    "三、将第三条第2项修改为：“2. 采购员负责询价比价；”",
)  # fmt: skip
QUESTIONS = (
    "采购物品谁批准",
    "采购四万元的物品谁批准",
    "采购八万元的物品由谁决定",
    "采购合同由谁保管",
    "采购报销按哪些步骤办理",
    "谁询价比价",
    "第一条第三项怎么说",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    data: Path = tmp_path_factory.mktemp("outdated")
    build(settled([RULE, ONE, TWO])[0], data, HashingEncoder())
    return Index.open(data, HashingEncoder())


def asked(index: Index, question: str, day: date) -> Answer:
    return inquire(index, index.whole, question, day, Scopes(index, readable(index, index.whole, MACHINE)))


@pytest.mark.parametrize(
    ("day", "ladder"),
    [
        (START, {"不满五千元": "后勤科长", "五千元以上不满三万元": "副主任", "三万元以上": "主任办公会"}),
        (FIRST, {"不满五千元": "后勤科长", "五千元以上不满五万元": "副主任、财务科长", "五万元以上": "主任办公会"}),
        (SECOND, {"不满五千元": "后勤科长", "五千元以上不满五万元": "副主任、财务科长", "五万元以上": "理事会"}),
    ],
)
def test_a_ladder_is_shown_with_the_rungs_of_its_day(index: Index, day: date, ladder: dict[str, str]) -> None:
    answer = asked(index, QUESTIONS[0], day)
    assert answer.status is Status.CLARIFY
    assert {one.condition: one.who for one in answer.options} == ladder


@pytest.mark.parametrize(
    ("day", "who", "document"),
    [(START, "主任办公会", "rule.md"), (FIRST, "副主任", "one.md"), (SECOND, "副主任", "one.md")],
)
def test_the_rung_that_applies_is_cited_from_what_says_it(index: Index, day: date, who: str, document: str) -> None:
    answer = asked(index, QUESTIONS[1], day)
    assert answer.decision is not None
    assert answer.decision.decides[0].who == who
    assert answer.citations[0].document == document


def test_a_step_is_shown_as_it_reads_on_the_day(index: Index) -> None:
    before, after = (asked(index, QUESTIONS[4], day) for day in (FIRST, SECOND))
    assert [(step.number, step.does) for step in before.steps][1] == (2, "后勤科询价比价；")
    assert [(step.number, step.who, step.does) for step in after.steps][1] == (2, "采购员", "采购员负责询价比价；")
    assert [step.number for step in after.steps] == [1, 2, 3]
    cited = next(c for c in after.citations if c.n == after.steps[1].citation)
    assert cited.document == "two.md"


@given(question=st.sampled_from(QUESTIONS), day=st.dates(START, date(2027, 1, 1)))
def test_no_dead_word_is_ever_cited(index: Index, question: str, day: date) -> None:
    answer = asked(index, question, day)
    gone = outdated(index, day)
    assert not [c.quote for c in answer.citations if gone.touches(c.document, c.start, c.end)]
    assert (day >= FIRST) is bool(gone.spans)


def test_new_words_that_a_later_change_puts_aside_are_dead_too(index: Index) -> None:
    paths = {path: len(spans) for path, spans in outdated(index, SECOND).spans.items()}
    assert paths == {"rule.md": 5, "one.md": 1}
