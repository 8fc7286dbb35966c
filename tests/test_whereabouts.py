"""Somebody stands in the middle of a procedure and asks: the step that is next is shown, or the one asked about."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from composing import answered, rules

from bot.answering.asked.question import understand
from bot.answering.models import Status
from bot.answering.saying.whereabouts import asked_for
from bot.desk import Desk
from bot.settings import Settings

STEPS = ("经办人填写报销单", "科室负责人核实事项", "财务室审核票据", "校长审批")


class Flat:
    """All words as like the question: only its own words tell steps apart."""

    def like(self, one: object, other: object) -> float:
        return 0.5

    def lead(self, one: object, other: object) -> float:
        return 0.0

    def close(self, one: object, other: object) -> bool:
        return False

    def alike(self, words: Sequence[str]) -> list[float]:
        return [0.5] * len(words)


@pytest.mark.parametrize(
    ("question", "at"),
    [
        ("报销单填好了，下一步找谁？", 1),
        ("科室负责人核实过了，接下来呢？", 2),
        ("财务室审核票据要几天？", 2),
        ("校长审批完了，下一步？", 4),
        ("第二步找谁", 1),
        ("最后一步是什么", 3),
    ],
)
def test_the_step_after_what_was_done_is_asked_for_and_else_the_one_spoken_of(question: str, at: int) -> None:
    assert asked_for(understand(question), STEPS, lambda term: 1.0, Flat()) == at


def test_what_search_found_goes_before_what_the_words_say() -> None:
    assert asked_for(understand("报销单填好了，下一步找谁？"), STEPS, lambda term: 1.0, Flat(), found=1) == 2


LOANS = (
    "第三条 展品外借由保管部提出，经学术委员会评议，报馆长批准。",
    "3. A loan of exhibits is proposed by the Registrar, reviewed by the Loans Panel and approved by the Director.",
)


@pytest.mark.parametrize(
    ("clause", "question", "who", "place"),
    [
        (LOANS[0], "展品外借学术委员会评议过了，下一步找谁？", "馆长", (3, 3)),
        (LOANS[0], "展品外借保管部已经提出来了，接下来找谁？", "学术委员会", (2, 3)),
        (LOANS[1], "the Loans Panel has reviewed our loan of exhibits, who's next?", "Director", (3, 3)),
    ],
)
def test_a_chain_in_a_sentence_has_its_steps_too(clause: str, question: str, who: str, place: tuple[int, int]) -> None:
    answer = answered(question, rules("办法", clause))
    assert answer.status is Status.ANSWERED
    assert [(step.who, step.number, step.of) for step in answer.steps] == [(who, *place)]
    assert answer.steps[0].citation == 1


@pytest.mark.parametrize(
    ("clause", "question", "said"),
    [
        (LOANS[0], "展品外借馆长批准了，下一步呢？", "这是写明的最后一步，之后没有写。"),
        (LOANS[1], "the Director has approved the loan of exhibits, what's next?", "That is the last step there is"),
    ],
)
def test_who_names_the_last_step_as_done_is_told_that_it_was_the_last(clause: str, question: str, said: str) -> None:
    answer = answered(question, rules("办法", clause))
    assert answer.steps[0].number == answer.steps[0].of
    assert said in answer.text


def test_who_approves_asks_for_no_step() -> None:
    assert answered("展品外借由谁批准？", rules("办法", LOANS[0])).steps == ()


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("差旅报销单处室负责人已经核实签字了，接下来送哪儿？", "财务室"),
        ("差旅报销财务室审核完了，下一步找谁？", "分管副校长"),
    ],
)
def test_on_the_real_model_the_next_in_line_is_shown(sample_data: Path, question: str, who: str) -> None:
    settings = Settings.from_env({}).model_copy(update={"data": sample_data})
    answer = Desk.open(settings, logged=False).answer(question, within="school/")
    assert answer.steps
    assert answer.steps[0].who == who
