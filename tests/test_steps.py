"""The steps an answer shows where nobody wrote a procedure out."""

from bot.answering.models import Status
from tests.composing import answered, rules

LENDING = rules("藏品外借规定", "第五条 藏品外借，由典藏部提出，学术委员会评审，馆务会决定，保卫部备案。")


def test_a_chain_is_shown_as_steps_where_the_way_is_asked_for() -> None:
    answer = answered("藏品外借要走什么流程", LENDING)
    assert answer.status is Status.ANSWERED
    assert [(step.number, step.of, step.who, step.does) for step in answer.steps] == [
        (1, 4, "典藏部", "提出"),
        (2, 4, "学术委员会", "评审"),
        (3, 4, "馆务会", "决定"),
        (4, 4, "保卫部", "备案"),
    ]
    assert {(step.link, step.citation) for step in answer.steps} == {("rules#5", 1)}
    assert "第3步，共4步：馆务会 · 决定[1]" in answer.text


def test_who_decides_is_answered_without_steps() -> None:
    assert answered("藏品外借由谁决定", LENDING).steps == ()
