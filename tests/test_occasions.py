"""Who does the same at other times is asked for, and is no next of a chain."""

import pytest

from bot.answering.models import Status
from tests.test_faults import asked, made

KEYS = "第二条 展厅钥匙平时由保管员保管，周末由值班馆长保管。"
DOOR = "2.3 Visitors are admitted by the Porter on weekdays and by the Duty Curator on Sundays."


@pytest.mark.parametrize(
    ("question", "rule", "who"),
    [
        ("周末展厅钥匙谁保管？", KEYS, "值班馆长"),
        ("Who admits visitors on Sundays?", DOOR, "Duty Curator"),
    ],
)
def test_the_one_of_the_occasion_that_is_named_answers(question: str, rule: str, who: str) -> None:
    decision = asked(question, made(rule)).decision
    assert decision is not None
    assert [one.who for one in (*decision.decides, *decision.carries_out)] == [who]


@pytest.mark.parametrize(("question", "rule"), [("展厅钥匙谁保管？", KEYS), ("Who admits visitors?", DOOR)])
def test_an_occasion_that_was_not_named_is_asked_for(question: str, rule: str) -> None:
    assert asked(question, made(rule)).status is Status.CLARIFY
