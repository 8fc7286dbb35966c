"""What is promised to whoever asks what has been asked before."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from bot.answering.models import Answer, Status
from bot.inquiry.repeats import Repeats
from bot.people.audience import MACHINE, STRANGER, Reader

DAY = date(2026, 3, 1)


class Rulebook:
    """Counts what it is asked; `generation` can be changed, and `before` is called before each answer."""

    def __init__(self) -> None:
        self.generation = "one"
        self.asked: list[tuple[str, date, str, Reader]] = []
        self.before: Callable[[], object] = lambda: None

    def answer(self, question: str, day: date, within: str, reader: Reader) -> Answer:
        self.asked.append((question, day, within, reader))
        self.before()
        return Answer(
            question=question, language="zh", status=Status.NOT_FOUND, text="", generation=self.generation, as_of=day
        )


@pytest.fixture
def rulebook() -> Rulebook:
    return Rulebook()


def repeats(rulebook: Rulebook, most: int = 3) -> Repeats:
    return Repeats(rulebook.answer, lambda: rulebook.generation, most)


def test_what_was_asked_before_is_not_worked_out_again(rulebook: Rulebook) -> None:
    asked = repeats(rulebook)
    first = asked.answer("谁批", DAY, "", MACHINE)
    assert asked.answer("谁批", DAY, "", MACHINE) == first
    assert len(rulebook.asked) == 1


def test_another_day_reader_part_or_generation_is_another_question(rulebook: Rulebook) -> None:
    asked = repeats(rulebook, most=10)
    for day, within, reader in (
        (DAY, "", MACHINE),
        (date(2026, 3, 2), "", MACHINE),
        (DAY, "a/", MACHINE),
        (DAY, "", STRANGER),
        (DAY, "", Reader(groups=frozenset({"财务处"}))),
    ):
        asked.answer("谁批", day, within, reader)
        assert rulebook.asked[-1] == ("谁批", day, within, reader)
    rulebook.generation = "two"
    assert asked.answer("谁批", DAY, "", MACHINE).generation == "two"
    assert len(rulebook.asked) == 6


def test_an_answer_of_a_generation_taken_up_on_the_way_is_not_kept(rulebook: Rulebook) -> None:
    asked = repeats(rulebook)
    rulebook.before = lambda: setattr(rulebook, "generation", "two")
    assert asked.answer("谁批", DAY, "", MACHINE).generation == "two"
    rulebook.generation = "one"
    rulebook.before = lambda: None
    assert asked.answer("谁批", DAY, "", MACHINE).generation == "one"


def test_those_asked_longest_ago_are_let_go(rulebook: Rulebook) -> None:
    asked = repeats(rulebook, most=2)
    for question in ("a", "b", "a", "c", "a", "b"):
        asked.answer(question, DAY, "", MACHINE)
    assert [one for one, *_ in rulebook.asked] == ["a", "b", "c", "b"]


def test_whoever_asks_what_is_being_answered_waits_for_that_answer(rulebook: Rulebook) -> None:
    asked, begun, go_on = repeats(rulebook), threading.Event(), threading.Event()

    def before() -> None:
        begun.set()
        go_on.wait(30)

    rulebook.before = before
    with ThreadPoolExecutor(8) as threads:
        first = threads.submit(asked.answer, "谁批", DAY, "", MACHINE)
        assert begun.wait(30)
        others = [threads.submit(asked.answer, "谁批", DAY, "", MACHINE) for _ in range(7)]
        go_on.set()
        assert {one.result(30).question for one in (first, *others)} == {"谁批"}
    assert len(rulebook.asked) == 1


def test_what_fails_is_asked_again_by_who_waited_and_by_who_comes_later(rulebook: Rulebook) -> None:
    asked, begun, go_on = repeats(rulebook), threading.Event(), threading.Event()

    def fails() -> None:
        begun.set()
        go_on.wait(30)
        raise RuntimeError("the disk is gone")

    rulebook.before = fails
    with ThreadPoolExecutor(3) as threads:
        first = threads.submit(asked.answer, "谁批", DAY, "", MACHINE)
        assert begun.wait(30)
        others = [threads.submit(asked.answer, "谁批", DAY, "", MACHINE) for _ in range(2)]
        go_on.set()
        for one in (first, *others):
            with pytest.raises(RuntimeError, match="the disk is gone"):
                one.result(30)
    rulebook.before = lambda: None
    assert asked.answer("谁批", DAY, "", MACHINE).question == "谁批"
    assert len(rulebook.asked) == 4
