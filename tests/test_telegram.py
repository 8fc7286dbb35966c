"""The bot as a process of its own, against a Bot API server in another, as a person meets it."""

import asyncio
import json
import logging
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from canned_desk import EXAMPLES, POISON, PROCEDURE, CannedDesk
from telegram_world import BOT_NAME, PATIENCE, ROOT, TOKEN, Telegram, buttons, parsed, units

from bot.channels.telegram import TokenRefused, Unreachable, serve
from bot.conversation.buttons import LABEL, example_rows, label, rating_rows
from bot.conversation.channel import Chat
from bot.conversation.flow.layout import WIDTH, pages
from bot.conversation.flow.picture import width
from bot.conversation.messages import PHRASES, language_of
from bot.conversation.speaking import typing
from bot.settings import Settings

ZH, EN = PHRASES["zh"], PHRASES["en"]
GROUP = {"chat": {"id": -5, "type": "supergroup", "title": "校办"}}


def command(folder: Path) -> list[str]:
    """The bot under test."""
    return [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(folder)]


@pytest.fixture(scope="module", params=["polling", "webhook"])
def telegram(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    """One bot for the tests that leave it running."""
    folder = tmp_path_factory.mktemp("bot")
    world = Telegram(command(folder), {"GUIJU_LINK_BASE": "https://rules.example/"}, folder, request.param, forked=True)
    world.start()
    yield world
    world.close()


@pytest.fixture(params=["polling", "webhook"])
def alone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Telegram]:
    """A bot of the test's own, not started."""
    world = Telegram(command(tmp_path), {}, tmp_path, request.param, forked=True)
    yield world
    world.close()


def press_of(message: dict, words: str) -> str:
    """What the first button whose label contains `words` sends back."""
    return next(data for text, data in buttons(message).items() if words in text)


def test_start_says_who_it_is_and_what_is_recorded_and_offers_three_questions(telegram: Telegram) -> None:
    message = telegram.say("/start").read()
    assert message["text"] == f"{ZH.hello}\n\n{ZH.logged}"
    assert list(buttons(message)) == list(EXAMPLES["zh"])


def test_an_example_asks_its_question_in_sight(telegram: Telegram) -> None:
    start = telegram.say("/start", language="en").read()
    talk = telegram.press(start, press_of(start, "contracts"), language="en")
    assert talk.read(count=1)["text"] == "Who signs contracts?"
    assert talk.read(count=2)["text"].startswith("The deputy head approves. [1]")
    assert [c["method"] for c in talk.calls()][0] == "answerCallbackQuery"


def test_an_example_button_of_another_time_says_so(telegram: Telegram) -> None:
    start = telegram.say("/start").read()
    assert telegram.press(start, "v1:ask:zh:9").read()["text"] == ZH.stale
    assert telegram.press(start, "v1:ask:xx:0").read()["text"] == ZH.stale


def test_a_question_gets_a_reply_with_folded_sources(telegram: Telegram) -> None:
    talk = telegram.say("请假三天由谁批？")
    message = talk.read()
    sent = talk.wait("sendMessage")[0]["fields"]
    quoted = json.loads(sent["reply_parameters"])
    assert (quoted["message_id"], quoted["allow_sending_without_reply"]) == (telegram.last_id, True)
    assert json.loads(sent["link_preview_options"]) == {"is_disabled": True}
    folded = [e for e in message["entities"] if e["type"] == "textEntityTypeExpandableBlockQuote"]
    assert len(folded) == 1
    assert message["text"][folded[0]["offset"] :].startswith("[1] 请假办法 第六条（二）")


def test_a_slow_answer_shows_typing_before_it_is_there(telegram: Telegram) -> None:
    talk = telegram.say("一个很慢的问题")
    talk.wait("sendChatAction")
    assert not [c for c in talk.calls() if c["method"] == "sendMessage"]
    talk.wait("sendMessage")


class Signed:
    """A channel that keeps in which chats signs were shown."""

    def __init__(self) -> None:
        self.signs: list[Chat] = []

    async def sign(self, chat: Chat, *, drawing: bool = False) -> None:
        self.signs.append(chat)


async def test_an_answer_that_is_there_at_once_shows_no_typing() -> None:
    out = Signed()
    async with typing(out, Chat(name="tg:1")):
        await asyncio.sleep(0)
    assert out.signs == []


def test_a_step_opens_under_the_answer_and_turns_in_place(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    step = telegram.press(answer, press_of(answer, "年级组长")).read()
    assert step["text"] == "请假\n\n第 2 步，共 3 步\n年级组长：签署意见\n<原文>"
    after = telegram.press(step, buttons(step)[ZH.next]).read("editMessageText")
    assert after["message_id"] == step["message_id"]
    assert "分管副校长：批准" in after["text"]
    assert ZH.next not in buttons(after)
    before = telegram.press(after, buttons(after)[ZH.previous]).read("editMessageText")
    assert before["text"] == step["text"]
    assert buttons(before) == buttons(step)


def test_a_step_turned_twice_to_the_same_page_is_harmless(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    step = telegram.press(answer, press_of(answer, "年级组长")).read()
    telegram.press(step, buttons(step)[ZH.next]).read("editMessageText")
    again = telegram.press(step, buttons(step)[ZH.next])
    assert again.wait("editMessageText")[0]["refused"].endswith("message is not modified")
    assert telegram.say("/help").read()["text"] == ZH.help
    assert ZH.failed not in [c["fields"].get("text") for c in again.calls()]


def test_a_flow_is_a_picture_with_its_words_under_it(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    talk = telegram.press(answer, buttons(answer)[ZH.flow])
    photo = talk.read("sendPhoto")
    assert photo["caption"].startswith("流程图：请假\n1. 教师 · 填写请假单 · 当天\n2. 年级组长")
    assert not buttons(photo)
    assert talk.wait("sendPhoto")[0]["picture"] == [WIDTH, pages(PROCEDURE, 0, width)[0].height]
    actions = {c["fields"]["action"] for c in talk.calls() if c["method"] == "sendChatAction"}
    assert actions <= {"upload_photo"}


def test_the_flow_of_a_step_marks_that_step(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    step = telegram.press(answer, press_of(answer, "年级组长")).read()
    photo = telegram.press(step, buttons(step)[ZH.flow]).read("sendPhoto")
    assert photo["caption"].startswith("流程图：请假 · 第2步，共3步\n")


def test_a_long_flow_turns_in_place(telegram: Telegram) -> None:
    answer = telegram.say("怎样走完很多步？").read()
    first = telegram.press(answer, buttons(answer)[ZH.flow]).read("sendPhoto")
    (ahead,) = buttons(first)
    second = telegram.press(first, buttons(first)[ahead]).read("editMessageMedia")
    assert second["message_id"] == first["message_id"]
    assert len(buttons(second)) == 2
    again = telegram.press(second, buttons(second)[next(iter(buttons(second)))]).read("editMessageMedia")
    assert buttons(again) == buttons(first)


def test_a_flow_that_is_gone_says_so(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    for press in ("v1:flow:0000000000", f"v1:turn:{CannedDesk(Path()).short('gone')}:1", "v1:flow:"):
        assert telegram.press(answer, press).read()["text"] == ZH.gone


def test_a_copied_link_opens_the_same_step(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    step = telegram.press(answer, press_of(answer, "年级组长")).read()
    link = buttons(step)[ZH.copy_link]
    base, _, payload = link.partition("?start=")
    assert base == f"https://t.me/{BOT_NAME}"
    opened = telegram.say(f"/start {payload}").read()
    assert (opened["text"], buttons(opened)) == (step["text"], buttons(step))
    assert buttons(opened)[ZH.page] == "https://rules.example/leave#step2"


def test_a_link_that_leads_nowhere_says_so(telegram: Telegram) -> None:
    assert telegram.say("/start s_nothing").read()["text"] == ZH.gone
    dead = CannedDesk(Path()).short("gone")
    assert telegram.say(f"/start s_{dead}").read()["text"] == ZH.gone


def test_a_thumb_is_thanked_once_and_leaves_the_steps(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    rated = telegram.press(answer, buttons(answer)["👍"]).read("editMessageReplyMarkup")
    assert rated["text"] == answer["text"]
    assert ZH.thanks in buttons(rated)
    assert "👍" not in buttons(rated)
    assert press_of(rated, "年级组长") == press_of(answer, "年级组长")
    again = telegram.press(answer, buttons(answer)["👍"])
    again.wait("editMessageReplyMarkup")
    done = telegram.press(rated, buttons(rated)[ZH.thanks])
    assert done.wait("answerCallbackQuery")[0]["refused"] is None


def test_a_thumb_of_somebody_else_does_not_count(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    talk = telegram.press(answer, buttons(answer)["👎"], user=2, language="en")
    assert talk.wait("answerCallbackQuery")[0]["fields"]["text"] == EN.not_yours
    assert not [c for c in talk.calls() if c["method"] == "editMessageReplyMarkup"]


@pytest.mark.parametrize(
    "data", ["v1:up:", "v1:up:x", "v1:up:" + "9" * 40, "v2:up:1", "", "v1", ":::", "v1:see", "v1:flow", "v1:turn:a:b"]
)
def test_what_no_button_of_ours_sends_is_told_stale(telegram: Telegram, data: str) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    told = telegram.press(answer, data).wait("answerCallbackQuery")[0]
    assert told["fields"]["text"] == ZH.stale


def test_a_person_who_is_not_let_in_gets_one_line_and_nothing_else(telegram: Telegram) -> None:
    for text in ("/start", "请假三天由谁批？", f"/start s_{CannedDesk(Path()).short('leave')}"):
        talk = telegram.say(text, user=666)
        assert talk.read()["text"] == ZH.not_allowed.format(666)
        assert [c["method"] for c in talk.calls()] == ["sendMessage"]
    answer = telegram.say("请假三天由谁批？").read()
    talk = telegram.press(answer, press_of(answer, "年级组长"), user=666, language="en")
    assert talk.wait("answerCallbackQuery")[0]["fields"]["text"] == EN.not_allowed.format(666)
    assert len(talk.calls()) == 1


def test_not_found_offers_the_nearest_place(telegram: Telegram) -> None:
    message = telegram.say("明天天气怎么样").read()
    assert message["text"].endswith("• 请假办法 · 可问校办")
    opened = telegram.press(message, buttons(message)["请假办法"]).read()
    assert opened["text"] == "请假办法\n\n第一条 本办法……"


def test_the_question_decides_the_answers_language_and_the_person_the_phrases(telegram: Telegram) -> None:
    answer = telegram.say("Who approves leave?", language="zh-hans").read()
    assert "in force from 2024-09-01" in answer["text"]
    assert any(text.startswith("Step 2 ") for text in buttons(answer))
    assert telegram.say("/help", language="fr").read()["text"] == EN.help
    assert telegram.say("/help", language="zh-TW").read()["text"] == ZH.help


def test_a_long_answer_comes_in_parts_with_the_buttons_under_the_last(telegram: Telegram) -> None:
    talk = telegram.say("请讲得很长很长")
    first, last = talk.read(count=1), talk.read(count=2)
    assert len(first["text"] + last["text"]) > 5000
    assert not buttons(first)
    assert "👍" in buttons(last)
    assert ["reply_parameters" in c["fields"] for c in talk.wait("sendMessage")] == [True, False]


def test_markup_in_a_question_is_only_text(telegram: Telegram) -> None:
    message = telegram.say(f"请假 {POISON} 谁批").read()
    assert message["text"].startswith(f"您问的是 {POISON}。[1]")


@pytest.mark.parametrize("text", ["", " \n", "？", "a"])
def test_what_is_too_short_to_be_a_question_is_told_so(telegram: Telegram, text: str) -> None:
    talk = telegram.say(text)
    assert talk.read()["text"] == ZH.short
    assert [c["method"] for c in talk.calls()] == ["sendMessage"]


def test_what_is_not_text_gets_one_line_of_help(telegram: Telegram) -> None:
    sticker = {"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, "type": "regular"}
    sticker |= {"is_animated": False, "is_video": False}
    talk = telegram.give({"message": telegram.message(1, "en", sticker=sticker)})
    assert talk.read()["text"] == EN.unsupported


def test_a_group_is_answered_only_when_it_speaks_to_the_bot(telegram: Telegram) -> None:
    quiet = telegram.say("请假三天由谁批？", **GROUP)
    telegram.say("/start@other_bot", **GROUP)
    telegram.give({"message": telegram.message(1, "zh", new_chat_title="校办", **GROUP)})
    named = telegram.say(f"@{BOT_NAME.upper()} 请假三天由谁批？", **GROUP)
    named.wait("sendMessage")
    bot = {"id": 7, "is_bot": True, "first_name": "Guiju"}
    mine = {"message_id": 3, "date": 1, "from": bot, **GROUP}
    telegram.say("请假三天由谁批？", reply_to_message=mine, **GROUP).wait("sendMessage")
    assert len(quiet.wait("sendMessage")) == 2


def test_two_messages_of_one_chat_are_answered_in_order(telegram: Telegram) -> None:
    slow = telegram.say("一个很慢的问题")
    telegram.say("/help")
    assert slow.read(count=1)["text"].startswith("请假三天以内")
    assert slow.read(count=2)["text"] == ZH.help


def test_a_failure_says_sorry_and_logs_no_word_of_the_question(telegram: Telegram) -> None:
    assert telegram.say("这个问题会失败").read()["text"] == ZH.failed
    log = telegram.log.read_text()
    assert "failed: RuntimeError" in log
    assert "会失败" not in log


def test_the_token_is_never_logged(telegram: Telegram) -> None:
    telegram.say("请假三天由谁批？").read()
    assert TOKEN.split(":")[1] not in telegram.log.read_text()


def test_every_text_that_was_sent_parses_within_the_limit(telegram: Telegram) -> None:
    calls = telegram.told()["calls"]
    texts = [c["fields"]["text"] for c in calls if c["method"] in ("sendMessage", "editMessageText")]
    assert texts
    assert all(units(parsed(text)[0]) <= 4096 for text in texts)
    refused = {c["refused"] for c in calls} - {None, "Bad Request: message is not modified"}
    assert refused == set()


def test_the_menu_of_commands_is_set_in_both_languages(telegram: Telegram) -> None:
    menus = [c["fields"] for c in telegram.told()["calls"] if c["method"] == "setMyCommands"]
    assert [menu.get("language_code") for menu in menus] == [None, "zh"]


def test_old_buttons_work_after_a_restart(alone: Telegram) -> None:
    alone.start()
    answer = alone.say("请假三天由谁批？").read()
    assert alone.stop() == 0
    alone.start()
    assert "年级组长" in alone.press(answer, press_of(answer, "年级组长")).read()["text"]
    cited = alone.press(answer, buttons(answer)["[1] 第六条（二）"]).read()
    assert cited["text"].startswith("请假办法 第六条（二）")
    assert ZH.other in buttons(alone.press(answer, buttons(answer)["👎"]).read("editMessageReplyMarkup"))


def test_a_question_under_way_is_answered_before_the_bot_stops(alone: Telegram) -> None:
    alone.start()
    talk = alone.say("一个很慢的问题")
    talk.wait("sendChatAction")
    assert alone.stop() == 0
    assert len([c for c in talk.calls() if c["method"] == "sendMessage"]) == 1


def test_a_question_sent_while_the_bot_is_down_is_answered_when_it_is_back(alone: Telegram) -> None:
    talk = alone.say("请假三天由谁批？")
    alone.launch()
    assert talk.read()["text"].startswith("请假三天以内")


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_while_starting_ends_the_bot_cleanly(alone: Telegram, by: signal.Signals) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        silent.settimeout(PATIENCE)
        alone.environ["GUIJU_TELEGRAM_API"] = f"http://127.0.0.1:{silent.getsockname()[1]}"
        alone.launch(whole=True)
        with closing(silent.accept()[0]):  # its first call is under way
            assert alone.stop(by) == 0
    assert "Traceback" not in alone.log.read_text()


@pytest.mark.parametrize("late", [0.0, 0.03, 0.1, 0.2])
def test_a_signal_at_any_moment_of_the_start_ends_the_bot_cleanly(alone: Telegram, late: float) -> None:
    alone.launch(whole=True)
    alone.until(lambda told: told["calls"])
    time.sleep(late)
    assert alone.stop() == 0
    assert "Traceback" not in alone.log.read_text()


def test_a_token_telegram_refuses_ends_the_start_without_being_shown(alone: Telegram) -> None:
    # the emulator takes every token; a wrong path is refused by the same answer as a wrong token
    alone.environ["GUIJU_TELEGRAM_API"] = f"{alone.base}/nowhere"
    said = alone.refused()
    assert "TokenRefused: Telegram refuses the token" in said
    assert TOKEN.split(":")[1] not in said


@pytest.mark.parametrize("token", ["", "7", "7:a b", "x:y", "7:a\n"])
def test_a_token_of_the_wrong_form_is_refused_at_once(token: str, tmp_path: Path) -> None:
    with pytest.raises(TokenRefused, match="not of the form"):
        serve(CannedDesk(tmp_path), Settings.from_env({"GUIJU_TELEGRAM_TOKEN": token}))


def test_an_address_that_is_none_is_refused_at_once(tmp_path: Path) -> None:
    given = {"GUIJU_TELEGRAM_TOKEN": TOKEN, "GUIJU_TELEGRAM_API": "localhost:8081"}
    with pytest.raises(Unreachable, match="localhost:8081 is no web address"):
        serve(CannedDesk(tmp_path), Settings.from_env(given))


def test_importing_the_channel_changes_no_logger() -> None:
    assert logging.getLogger("httpx").level == logging.NOTSET


def test_labels_fit_a_button_and_are_never_empty() -> None:
    assert label(" \n") == "…"
    assert len(label("很" * 100)) == LABEL
    assert label("a\nb  c") == "a b c"


def test_an_answer_that_was_not_logged_offers_no_thumbs() -> None:
    assert rating_rows(0) == ()
    assert [button.press for button in rating_rows(5)[0]] == ["v1:up:5", "v1:down:5"]


def test_what_a_button_sends_back_fits_64_bytes() -> None:
    rows = example_rows(["问" * 300] * 3, "zh")
    assert all(len(button.press.encode()) <= 64 for row in rows for button in row)


@pytest.mark.parametrize(("code", "language"), [("zh-hans", "zh"), ("ZH", "zh"), ("en", "en"), (None, "en")])
def test_chinese_phrases_for_chinese_messengers_english_for_others(code: str | None, language: str) -> None:
    assert language_of(code) == language
