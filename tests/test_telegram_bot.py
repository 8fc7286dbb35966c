"""The bot as staff meet it: `python -m bot serve` over the sample rulebook, through the emulator, end to end."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram_world import BOT_NAME, PATIENCE, ROOT, Telegram, buttons

from bot.__main__ import main
from bot.conversation.messages import PHRASES
from bot.news import SERVING, unmarking
from corpus.edition import READING
from index.generation import suited

ZH = PHRASES["zh"]
EN = PHRASES["en"]


@pytest.fixture(scope="module", params=["polling", "webhook"])
def telegram(
    request: pytest.FixtureRequest, sample_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Telegram]:
    folder = tmp_path_factory.mktemp("bot")
    data = folder / "data"
    shutil.copytree(sample_data, data)
    settings = {"GUIJU_STAFF": "open", "GUIJU_CACHE": os.environ.get("GUIJU_CACHE", ".cache")}
    world = Telegram(
        [sys.executable, str(ROOT / "tests" / "quick_bot.py"), "serve", "--data", str(data)],
        settings,
        folder,
        request.param,
        forked=True,
    )
    world.start()
    yield world
    world.close()


def test_a_bot_that_is_stopped_while_its_model_loads_ends_cleanly_and_has_not_crashed(
    sample_data: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(sample_data, data, ignore=shutil.ignore_patterns("guiju.db*", "serving"))
    environ = {**os.environ, "GUIJU_TELEGRAM_TOKEN": "1:a", "GUIJU_TELEGRAM_API": "http://127.0.0.1:9"}
    command = [sys.executable, "-m", "bot", "serve", "--data", str(data)]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True) as bot:
        while not (data / "serving").exists() and bot.poll() is None:
            time.sleep(0.01)
        bot.terminate()
        said = bot.communicate(timeout=PATIENCE)[1]
    assert (bot.returncode, "Traceback" in said, (data / "serving").exists()) == (0, False, False)


def test_a_stop_while_the_bot_starts_takes_back_its_own_mark_and_leaves_that_of_a_crash(tmp_path: Path) -> None:
    take_back = unmarking(tmp_path)
    (tmp_path / SERVING).touch()
    unmarking(tmp_path)()
    assert (tmp_path / SERVING).exists()
    take_back()
    assert not (tmp_path / SERVING).exists()


def test_an_index_that_an_older_program_has_read_is_said_when_the_bot_starts(
    sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(sample_data, data, ignore=shutil.ignore_patterns("guiju.db*", "serving"))
    monkeypatch.setenv("GUIJU_TELEGRAM_TOKEN", "no token, so that the bot ends")
    monkeypatch.setenv("GUIJU_CACHE", os.environ.get("GUIJU_CACHE", str(ROOT / ".cache")))
    before = signal.getsignal(signal.SIGTERM)
    try:
        for reading, said in ((READING, False), ("999", True)):
            monkeypatch.setattr(suited, "READING", reading)
            assert main(["serve", "--data", str(data)]) == 1
            assert (
                f"was read by an older Guiju (reading {READING}, this one has 999)" in capsys.readouterr().err
            ) is said
    finally:
        signal.signal(signal.SIGTERM, before)


def test_start_offers_three_questions_of_this_rulebook(telegram: Telegram) -> None:
    start = telegram.say("/start").read()
    asked = [label for label, data in buttons(start).items() if data.startswith("v1:ask:")]
    assert len(asked) == 3
    talk = telegram.press(start, buttons(start)[asked[0]])
    assert "[1]" in talk.read(count=2)["text"]


def test_a_question_is_answered_with_who_decides_and_the_very_words(telegram: Telegram) -> None:
    message = telegram.say("一笔六万元的维修谁批？").read()
    assert message["text"].startswith("由校长办公会议决定[1]；总务处提出方案[1]")
    assert "三万元以上不满十万元的" in message["text"]
    assert any(e["type"] == "textEntityTypeExpandableBlockQuote" for e in message["entities"])


def test_in_a_group_whoever_replies_to_an_answer_goes_on_with_its_question(telegram: Telegram) -> None:
    group = {"chat": {"id": -5, "type": "supergroup", "title": "校办"}}
    bot = {"id": 7, "is_bot": True, "first_name": "Guiju"}
    answer = telegram.say(f"@{BOT_NAME} 一笔六万元的维修谁批？", user=11, **group).read()
    telegram.say(f"@{BOT_NAME} 校长办公会议由谁召集和主持？", user=12, **group).read()
    mine = {"message_id": answer["message_id"], "date": 1, "from": bot, "text": answer["text"], **group}
    for user in (11, 12, 13):
        later = telegram.say("那十二万元呢？", user=user, reply_to_message=mine, **group).read()
        assert later["text"].startswith("由党组织会议决定")


def test_an_english_question_gets_an_english_answer(telegram: Telegram) -> None:
    message = telegram.say("Who may grant a waiver of quotations for £12,000?", language="en").read()
    assert message["text"].startswith("Decides: Finance Director[1]")


def test_a_step_opens_from_its_button_and_leads_to_the_next(telegram: Telegram) -> None:
    answer = telegram.say("年度预算方案由谁审定？").read()
    opens = next(data for data in buttons(answer).values() if data.startswith("v1:see:"))
    step = telegram.press(answer, opens).read()
    assert "第5步，共6步" in step["text"]
    after = telegram.press(step, buttons(step)[ZH.next]).read("editMessageText")
    assert after["text"] != step["text"]


def test_a_thumb_is_kept(telegram: Telegram) -> None:
    answer = telegram.say("校长办公会议由谁召集和主持？").read()
    down = next(data for data in buttons(answer).values() if data.startswith("v1:down:"))
    talk = telegram.press(answer, down)
    asked = talk.read("editMessageReplyMarkup")
    thanked = telegram.press(asked, buttons(asked)[ZH.not_understood]).read("editMessageReplyMarkup")
    assert ZH.thanks in buttons(thanked)


def test_what_no_clause_answers_is_said_so(telegram: Telegram) -> None:
    message = telegram.say("明天会下雨吗？").read()
    assert "没有找到" in message["text"]


def test_after_a_restart_an_old_button_still_opens_its_step(telegram: Telegram) -> None:
    answer = telegram.say("采购流程怎么走？").read()
    opens = next(data for data in buttons(answer).values() if data.startswith("v1:see:"))
    assert telegram.stop() == 0
    telegram.start()
    assert ZH.failed not in telegram.press(answer, opens).read()["text"]
    assert telegram.say("一笔六万元的维修谁批？").read()["text"].startswith("由校长办公会议决定")
