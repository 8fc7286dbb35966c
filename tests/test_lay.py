"""Everyday Chinese of questions: turns that ask for an act, and words that rules write otherwise."""

import pytest

from bot.answering.coverage import coverage
from bot.answering.evidence import verb_asked
from bot.answering.question import understand
from corpus.models import Act


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("歇一天跟谁请", (Act.DECIDE,)),
        ("纪念章卖多少钱谁先报个价", (Act.PROPOSE,)),
        ("决算还要送给谁过目", (Act.REVIEW, Act.SUPERVISE)),
        ("丢东西的事哪个部门去查清楚", (Act.CARRY_OUT,)),
        ("评审组的人由谁来聘", (Act.DECIDE,)),
        ("账目是谁来核的", (Act.REVIEW,)),
    ],
)
def test_everyday_turns_ask_for_an_act(question: str, acts: tuple[Act, ...]) -> None:
    assert understand(question).acts == acts


def test_whom_a_question_word_asks_for_is_no_matter() -> None:
    assert "领导" not in "".join(understand("出差哪个领导批").terms)
    assert understand("哪个会定门票").terms == understand("谁定门票").terms


@pytest.mark.parametrize(
    ("question", "rule", "other"),
    [
        ("半夜停电谁管", "夜间停电由电工处置。", "停电由电工处置。"),
        ("预支四百谁批", "借款由组长批准。", "存款由组长批准。"),
        ("请客谁批", "接待来宾由主任批准。", "接送来宾由主任批准。"),
    ],
)
def test_what_rules_write_otherwise_stands_for_what_people_say(question: str, rule: str, other: str) -> None:
    asked = understand(question)
    assert coverage(asked, rule, lambda term: 1.0) > coverage(asked, other, lambda term: 1.0)


def test_to_sign_is_said_in_more_words_than_one() -> None:
    assert verb_asked("签署", "合同谁来签字")
    assert not verb_asked("签署", "谁管签到")
