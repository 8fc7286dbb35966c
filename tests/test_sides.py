"""On which side of a thing questions and clauses stand."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.weighing.sides import side
from corpus.document import document
from corpus.models import Facts, Line, Role
from tests.composing import answered


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


def row(*cells: str, role: Role = Role.ROW) -> Line:
    return Line(text=" | ".join(cells), role=role, cells=cells)


TABLE = (
    row("事项", "队长", "团长", "团务会", role=Role.HEADER),
    row("预算内支出，单笔1万至10万元", "审", "批", "—"),
    row("预算外支出，5万元以下", "审", "审", "批"),
)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("一笔3万2的支出不在预算里，谁批？", ["团务会"]),
        ("一笔3万2的支出年初列进了预算里，谁批？", ["团长"]),
    ],
)
def test_rows_of_the_same_amount_are_told_apart_by_the_side_a_question_takes(question: str, who: list[str]) -> None:
    key = Line(text="“审”为审核，“批”为批准。")
    made = document("rules.md", "rules", Facts(title="权限表"), "0" * 64, [key, *TABLE])
    told = answered(question, made).decision
    assert told
    assert [one.who for one in told.decides] == who
