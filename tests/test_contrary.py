"""Clauses about the opposite of what a question says."""

from bot.answering.asked.question import understand
from bot.answering.weighing.contrary import contrary, part_with, unsaid


def test_a_clause_is_contrary_only_where_another_says_what_is_meant() -> None:
    inside, outside = "Repairs in the plan are approved by the Keeper.", "Repairs not in the plan need the Board."
    asked = understand("who approves a repair that is in the plan")
    assert contrary(asked, outside, [inside])
    assert not contrary(asked, inside, [outside])
    assert not contrary(asked, outside, [])
    assert contrary(
        understand("an unplanned repair, who approves it"),
        "A planned repair: the Keeper.",
        ["An unplanned repair: the Board."],
    )
    assert contrary(understand("the repair isn't in the plan, who approves it"), inside, [outside])


def test_what_a_clause_says_and_also_denies_of_another_case_is_not_contrary() -> None:
    asked = understand("新书进馆，最后由谁投票定")
    voted = "新书由选书组投票决定，未到会的不得投票，委托投票无效。"
    assert not contrary(asked, voted, ["馆藏由馆长投票。"])
    assert contrary(asked, "新书不用投票。", ["馆藏由馆长投票。"])


def test_what_nobody_may_do_without_an_approval_asks_for_the_approval() -> None:
    asked = understand("印章带出去谁批准")
    assert not contrary(asked, "未经站长批准，印章不得带出。", ["借书由站员批准。"])


def test_the_case_that_two_texts_part_on_is_named_where_a_question_leaves_it_out() -> None:
    inside, outside = (
        "计划内修缮按下列权限审批：2万元以下的，由副馆长审批",
        "计划外修缮原则上不安排，2万元以下的报馆长审批",
    )
    assert unsaid(understand("修缮要1万元谁批"), inside, outside) == "计划"
    assert unsaid(understand("计划内修缮要1万元谁批"), inside, outside) == ""
    assert unsaid(understand("修缮要1万元谁批"), inside, "计划内的添置由馆长审批") == ""
    assert part_with(outside, "计划") == "计划外修缮原则上不安排"
    assert part_with("Up to £5,000 without a plan, the Keeper.", "plan") == "Up to £5,000 without a plan"
