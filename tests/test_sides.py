"""On which side of a thing questions and clauses stand."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.weighing.sides import side


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("一笔六万元的预算外支出谁批？", "五万元以上的预算内支出", -1),
        ("一笔六万元的预算外支出谁批？", "五万元以上的预算外支出", 1),
        ("没列进计划的修缮谁批", "计划外的修缮由馆长审批", 1),
        ("没列进计划的修缮谁批", "列入计划的修缮由副馆长审批", -1),
        ("修缮六万谁批", "计划外的修缮由馆长审批", 0),
        ("Who approves unpaid leave?", "Unpaid leave is approved by the Head.", 1),
        ("who approves a repair that isn't in the plan", "Repairs in the plan are approved by the Keeper.", -1),
        ("who approves a repair in the plan", "Repairs within the approved plan are the Keeper's.", 1),
        ("who approves a repair in the plan", "Repairs are approved by the Keeper.", 0),
        ("who approves a repair in the plan", "In the plan: Keeper. Not in the plan: Trustees.", 0),
    ],
)
def test_a_clause_takes_the_side_of_a_question_or_the_other(question: str, words: str, expected: int) -> None:
    assert side(understand(question), words) == expected
