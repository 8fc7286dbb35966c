"""What a text denies, and what it says to be in something."""

import pytest

from bot.answering.weighing.denial import affirms, denies, positive


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
        ("repairs over and above the plan", "plan", True),
        ("a non-planned repair", "planned", True),
        ("the plan that the board hasn't seen", "plan", False),
        ("the plan does not cover it", "plan", True),
        ("repairs in the plan need no tender", "plan", False),
        ("an explanation", "plan", None),
        ("a nonplanned repair", "planned", True),
        ("the replanned repair", "planned", None),
        ("an unpaid repair", "paid", True),
        ("超出计划的修缮", "计划", True),
        ("不得超出计划", "计划", False),
        ("无论计划如何", "计划", False),
        ("馆长批准", "计划", None),
    ],
)
def test_a_word_is_denied_by_what_stands_close_to_it(text: str, term: str, denied: bool | None) -> None:
    assert denies(text, term) is denied


@pytest.mark.parametrize(
    ("text", "term", "affirmed"),
    [
        ("repairs within the approved plan", "plan", True),
        ("repairs not in the plan", "plan", False),
        ("not in the plan: trustees. in the plan: keeper", "plan", True),
        ("a plan for repairs", "plan", False),
        ("unpaid leave", "paid", False),
        ("paid leave", "paid", True),
        ("计划内的修缮", "计划", True),
        ("修缮未列入计划", "计划", False),
        ("修缮不超出计划的", "计划", True),
    ],
)
def test_what_is_in_something_is_affirmed_of_it_unless_it_is_denied(text: str, term: str, affirmed: bool) -> None:
    assert affirms(text, term) is affirmed


def test_a_term_that_says_itself_what_was_not_done_is_read_as_what_was() -> None:
    assert positive("unbudgeted") == "budgeted"
    assert positive("underground") == "underground"
