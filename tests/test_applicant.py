"""Whose own matter a question is, and which level holds for it."""

import pytest

from bot.answering.deciding.applicant import applicant
from bot.answering.models import Answer, Status
from tests.composing import answered, rules

LEAVE = rules("馆员请假规定", "第三条 展陈部主任请假由副馆长批准。副馆长请假由馆长批准，报理事会备案。")
ABROAD = rules("Travel", "3.1 Travel abroad by a keeper is approved by the Museum Director.")


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("馆长自己要休假谁批", "馆长"),
        ("我是展陈部主任，想请三天假找谁", "展陈部主任"),
        ("副馆长请五天假谁批", "副馆长"),
        ("修屋顶要六万谁批", ""),
        ("馆务会决定什么", ""),
        ("the museum director wants to go abroad, who approves", "museum director"),
        ("I'm a keeper, who approves my trip", "keeper"),
        ("who approves a trip abroad", ""),
        ("I want a trip abroad, who approves", ""),
    ],
)
def test_a_question_names_whose_own_matter_it_is(question: str, who: str) -> None:
    assert applicant(question) == who


def told(answer: Answer) -> tuple[Status, list[str]]:
    return answer.status, [who.who for who in answer.decision.decides] if answer.decision else []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("副馆长请假谁批准", (Status.ANSWERED, ["馆长"])),
        ("展陈部主任请假谁批准", (Status.ANSWERED, ["副馆长"])),
        ("馆长请假谁批准", (Status.NOT_FOUND, [])),
    ],
)
def test_nobody_decides_on_a_leave_of_their_own(question: str, expected: tuple[Status, list[str]]) -> None:
    assert told(answered(question, LEAVE)) == expected


@pytest.mark.parametrize(("days", "who"), [("一天", "副馆长"), ("三天", "馆长")])
def test_a_post_is_told_once_for_the_levels_of_its_sentence(days: str, who: str) -> None:
    made = rules("请假规定", "第三条 部门主任请假一天以内由副馆长批准，超过一天由馆长批准。")
    assert told(answered(f"我是部门主任，家里有事要走{days}，请假谁批准", made)) == (Status.ANSWERED, [who])


def test_an_office_called_after_those_it_serves_is_not_one_of_them() -> None:
    made = rules("进修规定", "第五条 进修生延期不超过半年的，由教研室批准；超过半年的，由进修生院批准。")
    assert answered("进修生要延期谁批准", made).status is Status.CLARIFY


def test_a_post_cut_short_is_known_all_the_same() -> None:
    assert told(answered("museum direc wants to travel abroad, who approves", ABROAD)) == (Status.NOT_FOUND, [])
    assert told(answered("a keeper wants to travel abroad, who approves", ABROAD))[1] == ["Museum Director"]


def test_a_unit_is_not_the_post_that_is_called_after_it() -> None:
    made = rules("Spending", "4.1 Spending within the budget up to £900 is approved by the Gallery Keeper.")
    assert told(answered("gallery wants to spend £300, who approves", made)) == (Status.ANSWERED, ["Gallery Keeper"])
