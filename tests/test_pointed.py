"""Which of several actors of one act comes first to the point of a question."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.deciding.pointed import to_the_point
from corpus.document import document
from corpus.models import Act, Facts, Line, Rule


def rule(actor: str, act: Act, verb: str = "审批", condition: str = "", place: int = 1) -> Rule:
    return Rule(
        document="a.md", clause="a#1", actor=actor, act=act, verb=verb, matter="", condition=condition,
        place=place, start=0, end=40,
    )  # fmt: skip


def test_whom_the_question_names_already_comes_after_the_others() -> None:
    chain = [rule("馆务会", Act.DECIDE), rule("馆务会议", Act.PROPOSE), rule("区文化局", Act.DECIDE, place=2)]
    asked = understand("馆务会定了以后还要报给谁批？")
    assert [one.actor for one in to_the_point(asked, chain) if one.act is Act.DECIDE] == ["区文化局", "馆务会"]
    assert to_the_point(understand("处置展柜谁批？"), chain) == chain


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("合同拟好了，哪个部门会签？", "财务科"),
        ("合同拟好了，哪位领导看？", "分管副馆长"),
        ("合同要过哪个会？", "馆务会"),
        ("合同由谁复核？", "财务科"),
        ("外省来的展柜，合同谁先看？", "保卫科"),
        ("合同谁先看？", "分管副馆长"),
    ],
)
def test_of_several_who_review_the_one_asked_for_comes_first(text: str, first: str) -> None:
    chain = [
        rule("分管副馆长", Act.REVIEW, "审核"),
        rule("馆务会", Act.REVIEW, "讨论", place=2),
        rule("财务科", Act.REVIEW, "复核", place=3),
        rule("保卫科", Act.REVIEW, "核验", "外省来的", place=4),
        rule("馆长", Act.DECIDE, place=5),
    ]
    asked = understand(text).model_copy(update={"acts": (Act.REVIEW,)})
    ordered = to_the_point(asked, chain)
    assert ordered[0].actor == first
    assert ordered[-1].actor == "馆长"


def test_whose_agreement_is_needed_comes_after_who_decides() -> None:
    chain = [
        rule("Heads of Department", Act.DECIDE, "agreement"),
        rule("Director of Finance", Act.DECIDE, "moved", place=2),
    ]
    asked = understand("Who decides on moving money between departments?")
    assert [one.actor for one in to_the_point(asked, chain)] == ["Director of Finance", "Heads of Department"]


def test_the_last_word_is_had_by_the_last_who_decides() -> None:
    chain = [rule("人事科", Act.DECIDE, "核定"), rule("馆长", Act.DECIDE, "签批", place=2)]
    assert [one.actor for one in to_the_point(understand("讲解员的补贴最后谁签字"), chain)] == ["馆长", "人事科"]
    assert [one.actor for one in to_the_point(understand("讲解员的补贴谁核定"), chain)] == ["人事科", "馆长"]


def test_a_name_cut_short_is_named_too() -> None:
    chain = [rule("分管副总经理", Act.DECIDE), rule("总经理", Act.DECIDE, place=2)]
    assert [one.actor for one in to_the_point(understand("分管副总批完还报谁批"), chain)] == ["总经理", "分管副总经理"]


def test_a_post_is_not_named_by_the_body_that_is_called_after_it() -> None:
    chain = [rule("馆长", Act.CARRY_OUT, "召集"), rule("副馆长", Act.CARRY_OUT, "主持", place=2)]
    for text, first in (("馆长办公会由谁召集？", "馆长"), ("馆长会议谁召集", "馆长"), ("馆长不在谁召集", "副馆长")):
        assert to_the_point(understand(text), chain)[0].actor == first, text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Who okays the trip of the HC?", "Museum Board"),
        ("Who okays the trip of a guide?", "Head Curator"),
    ],
)
def test_a_post_is_named_by_its_initials_too(text: str, first: str) -> None:
    chain = [rule("Head Curator", Act.DECIDE, "approved"), rule("Museum Board", Act.DECIDE, "approved", place=2)]
    assert to_the_point(understand(text), chain)[0].actor == first


def test_a_post_is_named_without_what_it_is_in_charge_of() -> None:
    chain = [rule("分管展陈的副馆长", Act.DECIDE, "同意"), rule("馆务会", Act.DECIDE, "同意", place=2)]
    assert to_the_point(understand("除了副馆长还要谁同意"), chain)[0].actor == "馆务会"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("标书里的技术参数由谁把关？", "工程部"),
        ("标书的商务条款由谁审查？", "法务部"),
        ("标书里的钱谁审查？", "法务部"),
    ],
)
def test_of_several_the_one_whose_words_are_the_questions_comes_first(text: str, first: str) -> None:
    line = "1.1 标书由法务部审查商务条款，工程部审查技术条款。"
    made = document("a.md", "a", Facts(title="标书办法"), "0" * 64, [Line(text=line)])
    chain = [one for one in made.rules if one.act is Act.REVIEW]
    asked = understand(text).model_copy(update={"acts": (Act.REVIEW,)})
    assert to_the_point(asked, chain, {"a.md": made})[0].actor == first
