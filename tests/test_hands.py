"""In whose hands a thing is of which nobody is said to decide it."""

from datetime import date

import pytest

from bot.answering.asked.question import understand
from bot.answering.deciding.hands import in_hand
from bot.answering.models import Decision, Status, Who
from bot.answering.saying.answer import decision_lines
from corpus.document import document
from corpus.models import Act, Facts, Line
from tests.composing import answered, rules

DAY = date(2026, 9, 1)


def deciding(question: str, clause: str) -> list[str]:
    made = document("hall.md", "hall", Facts(title="馆规"), "0" * 64, [Line(text=clause)])
    rules = [rule for rule in made.rules if rule.act is not Act.PROPOSE]
    assert rules
    asked = understand(question, DAY, ())
    return [rule.actor for rule in in_hand(asked, rules, {"hall.md": made}) if rule.act is Act.DECIDE]


@pytest.mark.parametrize(
    ("question", "clause", "who"),
    [
        ("逾期费谁来决定免掉", "第一条 读者确有困难的，馆长可以安排延期归还。", ["馆长"]),
        ("Who decides to move the opening hours?", "1. The Librarian may run the desk on Sundays.", ["Librarian"]),
        # nobody may do it, and the verb says what is done: the documents don't say who decides
        ("逾期费谁批准", "第一条 逾期归还的，由流通部登记。", []),
        # who may do it is not asked beside who decides it
        ("延期归还谁批准", "第一条 延期归还由馆长批准，流通部可以办理。", ["馆长"]),
        ("延期归还由谁登记", "第一条 流通部可以登记延期归还。", []),
        # whose verb is asked with is asked for
        ("who signs a ticket", "1. Tickets are signed by the Librarian.", ["Librarian"]),
        ("who approves a ticket", "1. Tickets are issued by the Librarian.", ["Librarian"]),
        ("站长外出的单子谁批", "第一条 站长外出的，由副站长代行。", ["副站长"]),
        ("who approves a ticket", "1. Tickets are registered by the Librarian.", []),
    ],
)
def test_who_may_do_a_thing_decides_about_it_where_nobody_else_does(question: str, clause: str, who: list[str]) -> None:
    assert deciding(question, clause) == who


def test_acts_in_the_same_hands_share_a_line() -> None:
    keeper = (Who(who="Keeper", act="waives", citation=1),)
    made = Decision(matter="", condition="", decides=keeper, carries_out=keeper, supervises=(keeper[0],))
    assert decision_lines("en", Act.DECIDE, made) == ["Decides, carries out, supervises: Keeper[1]"]
    other = made.model_copy(update={"supervises": (Who(who="Clerk", act="checks", citation=1),)})
    assert decision_lines("zh", Act.DECIDE, other) == ["决定、实施：Keeper[1]", "监督备案：Clerk[1]"]


def test_levels_of_which_none_says_who_decides_are_left_to_choose_from_by_who_acts() -> None:
    made = rules(
        "Boat Yard Rules",
        "3. The laying-up of a boat is arranged by the Yard Foreman up to 20 days and by the Steward above that.",
    )
    answer = answered("who approves the laying-up of a boat", made)
    assert answer.status is Status.CLARIFY
    assert [option.who for option in answer.options] == ["Yard Foreman", "Steward"]
    told = answered("who approves the laying-up of a boat for 30 days", made)
    assert told.decision is not None
    assert [one.who for one in told.decision.carries_out] == ["Steward"]


def test_with_whom_papers_are_kept_watches_over_them_too() -> None:
    made = document("hall.md", "hall", Facts(title="馆规"), "0" * 64, [Line(text="第一条 演出日志由票务部存档三年。")])
    asked = understand("演出日志放在哪个部门存着", DAY, ())
    held = in_hand(asked, made.rules, {"hall.md": made})
    assert {rule.act for rule in held if rule.actor == "票务部"} >= {Act.SUPERVISE, Act.CARRY_OUT}
