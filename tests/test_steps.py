"""The steps an answer shows where nobody wrote a procedure out."""

from bot.answering.models import Status
from corpus.document import document
from corpus.models import Facts, Line
from tests.composing import answered

LENDING = document(
    "lending.md",
    "lending",
    Facts(title="藏品外借规定"),
    "0" * 64,
    [Line(text="第五条 藏品外借，由典藏部提出，学术委员会评审，馆务会决定，保卫部备案。")],
)


def test_a_chain_is_shown_as_steps_where_the_way_is_asked_for() -> None:
    answer = answered("藏品外借要走什么流程", LENDING)
    assert answer.status is Status.ANSWERED
    assert [(step.number, step.of, step.who, step.does) for step in answer.steps] == [
        (1, 4, "典藏部", "提出"),
        (2, 4, "学术委员会", "评审"),
        (3, 4, "馆务会", "决定"),
        (4, 4, "保卫部", "备案"),
    ]
    assert {(step.link, step.citation) for step in answer.steps} == {("lending#5", 1)}
    assert "第3步（共4步）：馆务会 · 决定[1]" in answer.text


def test_who_decides_is_answered_without_steps() -> None:
    assert answered("藏品外借由谁决定", LENDING).steps == ()
