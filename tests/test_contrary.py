"""Clauses about the opposite of what a question says."""

import pytest

from bot.answering.contrary import contrary, denies, part_with, unsaid
from bot.answering.question import understand


@pytest.mark.parametrize(
    ("text", "term", "denied"),
    [
        ("a repair that is on the plan", "plan", False),
        ("a repair for which there is no plan", "plan", True),
        ("repairs outside the plan", "plan", True),
        ("we didn't plan for it", "plan", True),
        ("an unplanned repair", "planned", True),
        ("it costs no more; the plan has it", "plan", False),
        ("计划内的修缮", "计划", False),
        ("没有列入计划的修缮", "计划", True),
        ("计划外修缮", "计划", True),
        ("馆长批准", "计划", None),
    ],
)
def test_a_word_is_denied_by_what_stands_close_to_it(text: str, term: str, denied: bool | None) -> None:
    assert denies(text, term) is denied


def test_a_clause_is_contrary_only_where_another_says_what_is_meant() -> None:
    inside, outside = "Repairs in the plan are approved by the Keeper.", "Repairs not in the plan need the Board."
    asked = understand("who approves a repair that is in the plan")
    assert contrary(asked, outside, [inside])
    assert not contrary(asked, inside, [outside])
    assert not contrary(asked, outside, [])
    assert contrary(understand("the repair isn't in the plan, who approves it"), inside, [outside])


def test_the_case_that_two_texts_part_on_is_named_where_a_question_leaves_it_out() -> None:
    inside, outside = (
        "计划内修缮按下列权限审批：2万元以下的，由副馆长审批",
        "计划外修缮原则上不安排，2万元以下的报馆长审批",
    )
    assert unsaid(understand("修缮要1万元谁批"), inside, outside) == "计划"
    assert unsaid(understand("计划内修缮要1万元谁批"), inside, outside) == ""
    assert unsaid(understand("修缮要1万元谁批"), inside, "计划内的添置由馆长审批") == ""
    assert part_with(outside, "计划") == "计划外修缮原则上不安排"
