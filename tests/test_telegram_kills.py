"""A bot that dies at any moment answers every question all the same."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from killing import Series, chat_of, counted, sent
from telegram_world import PATIENCE, ROOT, Telegram

from bot.conversation.messages import PHRASES

ZH = PHRASES["zh"]
KILLS = 3
# A process that has lived so long takes a letter that two have died over.
SOON, LATE = '{"proven_seconds": 0.5}', '{"proven_seconds": 600}'


@pytest.fixture(params=["polling", "webhook"])
def mortal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Telegram]:
    """A bot that is not started."""
    command = [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(tmp_path)]
    world = Telegram(command, {}, tmp_path, request.param, forked=True)
    yield world
    world.close()


def test_no_question_is_lost_whenever_the_bot_is_killed(mortal: Telegram) -> None:
    series = Series(mortal, 5, ZH.failed, ZH.moment)
    within = series.measure()
    mortal.stop()
    for _ in range(KILLS):
        series.kill(within)
    outcome = series.outcome()
    assert outcome["never"] == 0
    assert outcome["once"] + outcome["twice"] + outcome["given_up"] == outcome["questions"]


def test_a_question_that_kills_the_bot_is_given_up_after_three_tries_and_its_sender_told_once(mortal: Telegram) -> None:
    mortal.environ["TUNING"] = SOON
    mortal.say("一个致命的问题", user=1)
    mortal.say("请假三天由谁批？", user=2)
    for _ in range(3):
        mortal.launch()
        assert mortal.bot.wait(PATIENCE) == -9
    mortal.start()
    mortal.until(lambda told: counted(told["calls"]).keys() == {1, 2})
    mortal.say("/help", user=1)
    mortal.until(lambda told: ZH.help in answers(sent(told["calls"]), 1))
    calls = sent(mortal.told()["calls"])
    assert answers(calls, 1) == [ZH.failed, ZH.help]
    # it may be the one that was sent at the moment of a death, and again after it
    assert answers(calls, 2)
    assert "given up: the process died over it 3 times" in mortal.log.read_text()
    assert "致命" not in mortal.log.read_text()


def test_a_question_that_one_kill_after_the_other_strikes_is_answered_when_they_end(mortal: Telegram) -> None:
    mortal.environ["TUNING"] = LATE
    mortal.fail("sendMessage", 0, times=1000, hangs=1000)
    talk = mortal.say("请假三天由谁批？", user=1)
    for struck in (1, 2):
        mortal.start()
        mortal.until(lambda told, tries=struck: told["faults"]["sendMessage"] < 1000 and tried(mortal) == tries)
        mortal.kill()
    mortal.fail("sendMessage", 0, times=0)
    for user in (2, 3):
        mortal.start()
        mortal.say("/help", user=user)
        mortal.until(lambda told, chat=user: chat in counted(told["calls"]))
        mortal.kill()
    assert tried(mortal) == 2
    mortal.environ["TUNING"] = SOON
    mortal.start()
    mortal.say("/help", user=1)
    mortal.until(lambda told: ZH.help in answers(sent(told["calls"]), 1))
    answer, _ = answers(sent(talk.calls()), 1)
    assert "分管副校长" in answer


def answers(calls: list[dict[str, Any]], user: int) -> list[str]:
    """What a person was sent but the word that an answer will come, which a busy machine may make necessary."""
    texts = [call["fields"]["text"] for call in calls if chat_of(call) == user]
    return [text for text in texts if text != ZH.moment]


def tried(telegram: Telegram) -> int:
    """How often the first letter was begun."""
    with closing(sqlite3.connect(telegram.log.parent / "inbox.db")) as inbox:
        return int(inbox.execute("select tries from letters order by number limit 1").fetchone()[0])


def test_a_part_that_was_sent_before_the_kill_is_not_sent_again(mortal: Telegram) -> None:
    mortal.start()
    mortal.fail("sendMessage", 200)
    mortal.fail("sendMessage", 502, times=50)
    talk = mortal.say("请讲得很长很长")
    mortal.until(lambda told: told["faults"]["sendMessage"] < 50)
    assert len(ledger(mortal)) == 1
    mortal.kill()
    mortal.fail("sendMessage", 0, times=0)
    mortal.start()
    talk.wait("sendMessage", 2)
    mortal.say("/help").wait("sendMessage")
    texts = [call["fields"]["text"] for call in sent(talk.calls())]
    assert len(texts) == len(set(texts)) == 3
    mortal.stop()
    mortal.start()
    assert ledger(mortal) == []


def ledger(telegram: Telegram) -> list[bytes]:
    """What is noted as sent of letters that were not done when the bot started, or came since."""
    return (telegram.log.parent / "inbox.sent").read_bytes().splitlines()
