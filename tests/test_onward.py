"""Going through a procedure step by step, in one question and over several."""

import pytest

from bot.answering.asked.followup import continued, leans
from bot.answering.asked.onward import LAST, ahead, done, onward, pointed
from bot.answering.asked.question import Wanted, understand


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("盖章第三步谁办", 3),
        ("第 2 步要多久", 2),
        ("who does step 4 of the hall booking", 4),
        ("what's the second step", 2),
        ("step three?", 3),
        ("最后一步是什么", LAST),
        ("the last step", LAST),
        ("第一步走错了找谁", 1),
        ("谁批采购", 0),
        ("who steps in", 0),
    ],
)
def test_a_question_may_name_a_step_by_its_number(text: str, step: int) -> None:
    assert pointed(text) == step


@pytest.mark.parametrize(
    "text",
    [
        "第三步谁做", "那第三步呢", "下一步呢？", "然后呢", "再下一步找谁", "接下来要做什么", "最后一步是什么",
        "审批完了呢", "交了以后呢？", "and after that?", "and then?", "what's next?", "whats next", "who does step 3",
        "what about the last step?", "and once it's approved?",
    ],
)  # fmt: skip
def test_a_message_that_asks_for_a_step_alone_goes_on_with_the_question_before(text: str) -> None:
    assert leans(text)
    assert continued("盖章要走哪些步骤", text).endswith("盖章要走哪些步骤")


@pytest.mark.parametrize(
    "text",
    [
        "盖章的下一步找谁", "请假三天以后呢要找谁销假", "第三步谁做这个维修方案的审核", "以后谁批采购",
        "what's next for the vacancy request?", "who does step 3 of the hall booking", "after hours who locks up?",
        "好了", "知道了", "谢谢了",
    ],
)  # fmt: skip
def test_a_question_with_a_matter_of_its_own_does_not(text: str) -> None:
    assert not onward(text)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("申请交了，下一步呢", 1),
        ("i sent the form, what's next", 1),
        ("and after that, i sent the form, what's next", 2),
        ("谁批采购", 0),
    ],
)
def test_how_far_a_question_looks_ahead(text: str, steps: int) -> None:
    assert ahead(text) == steps


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("材料不齐怎么办", Wanted.WHAT),
        ("请假怎么办理", Wanted.PROCEDURE),
        ("what do i do if my form is incomplete", Wanted.WHAT),
        ("i sent the form, whats next", Wanted.STEP),
        ("the budget is agreed, what now", Wanted.STEP),
    ],
)
def test_trouble_at_one_step_is_no_question_for_all_of_them(text: str, wanted: Wanted) -> None:
    assert understand(text).wanted is wanted


@pytest.mark.parametrize(
    ("text", "before", "wanted"),
    [
        ("合同已经法务审过了，下一步找谁？", "合同已经法务审过了", Wanted.STEP),
        ("馆长批了以后还要办什么？", "馆长批了", Wanted.STEP),
        ("用印申请科里同意了，下一步？", "用印申请科里同意了", Wanted.STEP),
        ("预算外的钱财务说了从哪出，再报谁？", "预算外的钱财务说了从哪出", Wanted.WHO),
        ("finance has checked my claim, who's next?", "finance has checked my claim", Wanted.STEP),
        ("They refused my home working, what can I do?", "They refused my home working", Wanted.STEP),
        ("I've handed in the form, where does it go now?", "I've handed in the form", Wanted.STEP),
        ("the panel liked my plan, who says yes?", "the panel liked my plan", Wanted.WHO),
    ],
)
def test_what_has_been_done_is_told_from_what_is_asked(text: str, before: str, wanted: Wanted) -> None:
    assert done(text)[0] == before
    asked = understand(text)
    assert (asked.done, asked.wanted) == (before, wanted)


@pytest.mark.parametrize(
    "text",
    [
        "采购要经过谁？", "年休假最后谁批？", "报销要过哪几关？", "谁批采购", "请假三天以上由谁批准",
        "who approves leave?", "in an emergency, who decides?", "for a trip abroad, who signs?",
    ],
)  # fmt: skip
def test_a_question_that_says_nothing_of_what_was_done_looks_at_no_step_before(text: str) -> None:
    assert done(text) == ("", "")
    assert understand(text).done == ""


@pytest.mark.parametrize(
    "text",
    ["I've just lost a colleague, how do I go about filling the post?", "科室刚买了设备，报销要走哪些流程？"],
)
def test_who_asks_for_the_whole_way_is_not_at_one_step_of_it(text: str) -> None:
    asked = understand(text)
    assert (asked.wanted, asked.next_step) == (Wanted.PROCEDURE, False)
