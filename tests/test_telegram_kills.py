"""A bot that dies at any moment answers every question all the same."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from killing import Series, chat_of, counted, sent
from telegram_world import PATIENCE, ROOT, Telegram

from bot.channels.messages import PHRASES

ZH = PHRASES["zh"]
KILLS = 3


@pytest.fixture(params=["polling", "webhook"])
def mortal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Telegram]:
    """A bot that is not started."""
    command = [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(tmp_path)]
    world = Telegram(command, {}, tmp_path, request.param)
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
    mortal.say("一个致命的问题", user=1)
    mortal.say("请假三天由谁批？", user=2)
    for _ in range(3):
        mortal.launch()
        assert mortal.bot.wait(PATIENCE) == -9
    mortal.start()
    mortal.until(lambda told: counted(told["calls"]).keys() == {1, 2})
    mortal.say("/help", user=1)
    mortal.until(lambda told: counted(told["calls"])[1] == 2)
    calls = sent(mortal.told()["calls"])
    assert [call["fields"]["text"] for call in calls if chat_of(call) == 1] == [ZH.failed, ZH.help]
    assert counted(calls)[2] == 1
    assert "given up: the process died over it 3 times" in mortal.log.read_text()
    assert "致命" not in mortal.log.read_text()


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
