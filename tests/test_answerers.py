"""What is promised of the processes that answer beside the bot's own."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from bot.answering.models import Answer
from bot.desk import Desk
from bot.inquiry.answerer import Answerer
from bot.inquiry.answerers import Answerers
from bot.people.audience import MACHINE, STRANGER
from bot.settings import Settings, WrongSetting
from tests.conftest import ROOT

QUESTIONS = [f"{sum_}万元的{matter}谁批？" for sum_ in (1, 3, 6, 12, 40) for matter in ("维修", "采购", "培训", "活动")]
PATIENCE = 60


def until(true: Callable[[], bool]) -> None:
    """Wait for what must come true."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def settings(sample_data: Path, tmp_path: Path) -> Settings:
    """Those of a data folder of its own over the sample's index."""
    (tmp_path / "index").symlink_to(sample_data / "index")
    return Settings.from_env({**os.environ, "GUIJU_DATA": str(tmp_path)})


@pytest.fixture
def desk(settings: Settings) -> Iterator[Desk]:
    """A desk with a process beside this one that is ready."""
    desk = Desk.open(settings, logged=False, beside=1)
    until(lambda: len(desk._answerers._free) == 2)
    yield desk
    for process in multiprocessing.active_children():
        process.kill()


def said(answer: Answer) -> Answer:
    """An answer without the time it took."""
    return answer.model_copy(update={"took_ms": 0.0})


def process_times() -> list[float]:
    """The seconds of processor time of the processes beside this one."""
    stats = [Path(f"/proc/{one.pid}/stat").read_text().rpartition(")")[2] for one in multiprocessing.active_children()]
    return [int(stat.split()[11]) / os.sysconf("SC_CLK_TCK") for stat in stats]


def test_whoever_answers_says_the_same(settings: Settings, desk: Desk) -> None:
    alone = Desk.open(settings, logged=False)
    before = process_times()
    with ThreadPoolExecutor(8) as people:
        found = list(people.map(desk.answer, QUESTIONS * 3))
    assert [said(each) for each in found] == [said(alone.answer(question)) for question in QUESTIONS] * 3
    assert process_times() > before  # and it wasn't this process alone


def test_what_a_reader_may_not_see_is_not_seen_there_either(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as people:
        found = list(people.map(lambda question: desk.answer(question, reader=STRANGER), QUESTIONS))
    assert not [cited for answer in found for cited in (*answer.citations, *answer.nearest)]


def test_a_process_that_is_killed_loses_no_question_and_is_replaced(settings: Settings, desk: Desk) -> None:
    first = {one.pid for one in multiprocessing.active_children()}
    with ThreadPoolExecutor(8) as people:
        asked = [people.submit(desk.answer, question) for question in QUESTIONS * 5]
        until(lambda: sum(each.done() for each in asked) > 10)
        for one in multiprocessing.active_children():
            one.kill()
        found = [said(each.result(PATIENCE)) for each in asked]
    alone = Desk.open(settings, logged=False)
    assert found == [said(alone.answer(question)) for question in QUESTIONS] * 5
    until(lambda: len(desk._answerers._free) == 2)
    assert not first & {one.pid for one in multiprocessing.active_children()}


def test_it_ends_with_the_one_that_began_it_however_that_ends(settings: Settings) -> None:
    program = (
        "import multiprocessing, os, sys, time\n"
        "from bot.desk import Desk\n"
        "from bot.settings import Settings\n"
        "desk = Desk.open(Settings.from_env(os.environ), logged=False, beside=1)\n"
        "while len(desk._answerers._free) < 2: time.sleep(0.02)\n"
        "print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    environ = {**os.environ, "GUIJU_DATA": str(settings.data)}
    for end in (signal.SIGKILL, signal.SIGTERM, None):
        with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=environ, text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE) as begun:  # fmt: skip
            process = Path(f"/proc/{int(begun.stdout.readline() if begun.stdout else 0)}/stat")
            if end:
                begun.send_signal(end)
        until(lambda at=process: not at.exists() or ") Z " in at.read_text())  # type: ignore[misc]


class Slow:
    """Answers nothing until it is let go, and keeps the order in which it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go = threading.Event()

    def answer(self, question: str, day: date, within: str, reader: object) -> str:
        self.asked.append(question)
        assert self.go.wait(PATIENCE)
        if question == "bad":
            raise ValueError(question)
        return question


def test_the_first_to_come_is_the_first_served_and_what_fails_stops_nobody(settings: Settings) -> None:
    slow = Slow()
    answerers = Answerers(settings, slow)  # type: ignore[arg-type]
    found: dict[str, object] = {}

    def ask(question: str) -> None:
        try:
            found[question] = answerers.answer(question, date(2026, 1, 1), "", MACHINE)
        except ValueError as error:
            found[question] = error

    questions = ["first", "bad", *(f"问题{n}" for n in range(20))]
    threads = [threading.Thread(target=ask, args=[question]) for question in questions]
    for count, thread in enumerate(threads):
        thread.start()
        until(lambda count=count: len(slow.asked) + len(answerers._waiting) == count + 1)  # type: ignore[misc]
    slow.go.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert slow.asked == questions
    assert isinstance(found.pop("bad"), ValueError)
    assert found == {question: question for question in questions if question != "bad"}


def test_where_no_process_can_begin_this_one_answers(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    empty = settings.model_copy(update={"data": settings.data / "none"})
    desk = Desk.open(settings, logged=False)
    answerers = Answerers(empty, Answerer(settings, desk.encoder), beside=1)
    until(lambda: "answers alone" in caplog.text)
    assert said(answerers.answer(QUESTIONS[0], date.today(), "", MACHINE)) == said(desk.answer(QUESTIONS[0]))
    assert len(answerers._free) == 1


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5"])
def test_a_wrong_number_of_processes_is_said(given: str) -> None:
    with pytest.raises(WrongSetting, match=f'GUIJU_PROCESSES is "{given}": write a number of processes from 1 on'):
        Settings.from_env({"GUIJU_PROCESSES": given})


def test_as_many_answer_as_there_are_processors() -> None:
    assert Settings.from_env({}).processes == len(os.sched_getaffinity(0))
    assert Settings.from_env({"GUIJU_PROCESSES": "3"}).processes == 3


def test_a_desk_that_keeps_answers_gives_the_same_ones(settings: Settings, desk: Desk) -> None:
    keeping = Desk(settings, desk.encoder, None, kept=len(QUESTIONS) // 2)
    for question in (*QUESTIONS, *reversed(QUESTIONS), *QUESTIONS):
        assert said(keeping.answer(question, reader=STRANGER)) == said(desk.answer(question, reader=STRANGER))
        assert said(keeping.answer(question)) == said(desk.answer(question))
