"""What is asked in reply to an office's word goes on to that office, once, and its answer comes back the same way."""

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from telegram_world import BOT_NAME, ROOT, Talk, Telegram, buttons

from bot.conversation.messages import PHRASES
from bot.conversation.notices import NOTICES

ZH, EN = PHRASES["zh"], PHRASES["en"]
OFFICE = {"chat": {"id": -77, "type": "supergroup", "title": "校办"}}
BOT = {"id": 7, "is_bot": True, "first_name": "Guiju"}
ADMIN, COLLEAGUE = 9, 666
PUT, WORD, PASSED = ZH.put_further.format("校办"), ZH.word.format("校办", "{}"), ZH.passed_on


@pytest.fixture(params=["polling", "webhook"])
def telegram(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Telegram]:
    """A bot with a chat for one office."""
    command = [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(tmp_path)]
    world = Telegram(command, {}, tmp_path, request.param, forked=True)
    world.start()
    world.say(f"/office@{BOT_NAME} 校办", user=ADMIN, **OFFICE).read()
    yield world
    world.close()


def replying(world: Telegram, to: dict[str, Any], text: str, user: int, **more: Any) -> Talk:
    """What follows when somebody replies to a message of the bot's where it stands."""
    here = {"chat": to["chat"]} if to["chat"]["id"] < 0 else {}
    mine = {"message_id": to["message_id"], "date": 1, "from": BOT, "text": to["text"], "chat": to["chat"]}
    return world.say(text, user=user, reply_to_message=mine, **here, **more)


def told(talk: Talk, count: int) -> list[tuple[int, str]]:
    """The chats and the texts of so many messages."""
    sent = [talk.read(count=n) for n in range(1, count + 1)]
    return [(one["chat"]["id"], one["text"]) for one in sent]


def under(talk: Talk, number: int) -> int:
    """The message that the bot's message of this place, from 0, replies to."""
    return int(json.loads(talk.said("sendMessage")[number]["fields"]["reply_parameters"])["message_id"])


def answered(world: Telegram, user: int, question: str = "明天天气怎么样", word: str = "下雨") -> tuple[dict, int]:
    """The office's word on a person's question as it stands in their chat, and the number of the office's message."""
    answer = world.say(question, user=user).read()
    put = world.press(answer, buttons(answer)["问校办"], user=user)
    put.read(count=2)
    back = replying(world, put.read(count=1), word, COLLEAGUE)
    number = world.last_id
    assert told(back, 2) == [(user, WORD.format(word)), (-77, PASSED)]
    return back.read(count=1), number


def letter(asked: str, before: str, word: str) -> str:
    return ZH.letter_further.format(asked, before, word)


def book(world: Telegram, sql: str, name: str = "asked.db") -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(world.log.parent / name)) as db:
        return db.execute(sql).fetchall()


def test_a_reply_to_the_offices_word_goes_on_to_the_office_and_its_reply_comes_back(telegram: Telegram) -> None:
    word, number = answered(telegram, 1)
    on = replying(telegram, word, "那周末呢？", 1)
    asked = telegram.last_id
    assert told(on, 2) == [(-77, letter("那周末呢？", "明天天气怎么样", "下雨")), (1, PUT)]
    assert (under(on, 0), under(on, 1)) == (number, asked)
    back = replying(telegram, on.read(count=1), "晴", COLLEAGUE)
    assert told(back, 2) == [(1, WORD.format("晴")), (-77, PASSED)]
    assert under(back, 0) == asked
    once_more = replying(telegram, back.read(count=1), "要带伞吗？", 1)
    assert told(once_more, 2) == [(-77, letter("要带伞吗？", "周末，明天天气怎么样", "晴")), (1, PUT)]


def test_what_the_rulebook_could_answer_goes_to_the_office_all_the_same_and_without_a_reply_to_the_rulebook(
    telegram: Telegram,
) -> None:
    word, _ = answered(telegram, 1)
    on = replying(telegram, word, "请假三天由谁批？", 1)
    assert told(on, 2) == [(-77, letter("请假三天由谁批？", "明天天气怎么样", "下雨")), (1, PUT)]
    assert book(telegram, "select question from asked order by id desc limit 1") == [
        ("明天天气怎么样？请假三天由谁批？",)
    ]
    assert telegram.say("请假三天由谁批？", user=1).read()["text"].startswith("请假三天以内由分管副校长批准")


def test_what_the_office_added_and_corrected_can_be_replied_to_as_well(telegram: Telegram) -> None:
    answer = telegram.say("明天天气怎么样", user=1).read()
    put = telegram.press(answer, buttons(answer)["问校办"], user=1)
    replying(telegram, put.read(count=1), "下雨", COLLEAGUE).read(count=2)
    more = replying(telegram, put.read(count=1), "还刮风", COLLEAGUE)
    number = telegram.last_id
    more.read(count=2)
    on = replying(telegram, more.read(count=1), "几级？", 1)
    assert told(on, 2)[0] == (-77, letter("几级？", "明天天气怎么样", "还刮风"))
    assert under(on, 0) == number


@pytest.mark.parametrize("said", ["谢谢！", "好的，谢谢", "👍"])
def test_thanks_for_the_offices_word_are_no_question_to_it(telegram: Telegram, said: str) -> None:
    word, _ = answered(telegram, 1)
    thanked = replying(telegram, word, said, 1)
    assert told(thanked, 1) == [(1, ZH.short if said == "👍" else NOTICES["zh"].welcome)]
    telegram.say("/help", user=1).read()
    assert [chat for chat, _ in taken(thanked)] == [1, 1]


def test_an_office_without_a_chat_is_not_asked_further_and_the_person_told_so_in_a_line(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    telegram.say(f"/office@{BOT_NAME}", user=ADMIN, **OFFICE).read()
    before = book(telegram, "select count(*) from asked")
    assert told(replying(telegram, word, "那周末呢？", 1), 1) == [(1, ZH.not_further.format("校办"))]
    assert book(telegram, "select count(*) from asked") == before


def test_an_office_that_has_shut_the_bot_out_is_not_asked_further_and_admins_are_told(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    telegram.fail("sendMessage", 403, description="Forbidden: bot was kicked from the supergroup chat")
    lost = "\n\n".join(NOTICES[language].office_lost.format("校办") for language in ("zh", "en"))
    assert told(replying(telegram, word, "那周末呢？", 1), 2) == [(ADMIN, lost), (1, ZH.not_further.format("校办"))]
    assert told(replying(telegram, word, "那周末呢？", 1), 1) == [(1, ZH.not_further.format("校办"))]


def test_an_office_that_has_another_chat_by_now_is_asked_there_under_no_message(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    other = {"chat": {"id": -78, "type": "supergroup", "title": "校办"}}
    telegram.say(f"/office@{BOT_NAME} 校办", user=ADMIN, **other).read()
    on = replying(telegram, word, "那周末呢？", 1)
    assert told(on, 2)[0] == (-78, letter("那周末呢？", "明天天气怎么样", "下雨"))
    assert "reply_parameters" not in on.said("sendMessage")[0]["fields"]
    assert told(replying(telegram, on.read(count=1), "晴", COLLEAGUE), 2)[0] == (1, WORD.format("晴"))


def test_a_further_question_waits_while_the_offices_group_becomes_a_supergroup(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    on = replying(telegram, word, "那周末呢？", 1)
    on.read(count=2)
    moved = len(telegram.told()["calls"])
    telegram.upgrade(-77, -1077)
    text = ZH.letter_again.format(letter("那周末呢？", "明天天气怎么样", "下雨"))

    def again(calls: list[dict]) -> list[dict]:
        return [c["result"] for c in calls[moved:] if c["result"] and c["fields"].get("text") == text]

    (one,) = again(telegram.until(lambda world: again(world["calls"]))["calls"])
    assert one["chat"]["id"] == -1077
    assert told(replying(telegram, {**one, "text": text}, "晴", COLLEAGUE), 2)[0] == (1, WORD.format("晴"))


def test_who_is_forgotten_is_nobody_who_could_ask_further(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    telegram.say("/forget", user=1).read()
    assert book(telegram, "select count(*) from words", "guiju.db") == [(0,)]
    assert told(replying(telegram, word, "请假三天由谁批？", 1), 1)[0][1].startswith("请假三天以内由分管副校长批准")


def test_a_reply_to_a_further_question_goes_nowhere_once_its_asker_is_forgotten(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    on = replying(telegram, word, "那周末呢？", 1)
    on.read(count=2)
    telegram.say("/forget", user=1).read()
    assert told(replying(telegram, on.read(count=1), "晴", COLLEAGUE), 1) == [(-77, ZH.not_passed_on)]


def test_somebody_elses_word_of_an_office_is_not_asked_further_about(telegram: Telegram) -> None:
    group = {"id": -5, "type": "supergroup", "title": "教研组"}
    answer = telegram.say("明天天气怎么样", user=1).read()
    # no such button stands in a group: what Telegram delivers is not to be trusted
    put = telegram.press({**answer, "chat": group}, buttons(answer)["问校办"], user=1)
    put.read(count=2)
    back = replying(telegram, put.read(count=1), "下雨", COLLEAGUE)
    assert told(back, 2)[0][0] == -5
    word = back.read(count=1)
    assert told(replying(telegram, word, "那周末呢？", 2), 1) == [(-5, ZH.not_yours)]
    assert told(replying(telegram, word, "那周末呢？", 1), 2)[0][0] == -77


def test_an_english_question_is_put_on_in_english(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    on = replying(telegram, word, "And at the weekend, please?", 1, language="en")
    assert told(on, 2) == [
        (-77, EN.letter_further.format("And at the weekend, please?", "明天天气怎么样", "下雨")),
        (1, EN.put_further.format("校办")),
    ]
    back = replying(telegram, on.read(count=1), "Sunny", COLLEAGUE)
    assert told(back, 2)[0] == (1, EN.word.format("校办", "Sunny"))


def test_two_who_had_the_same_word_and_ask_the_same_further_are_one_letter(telegram: Telegram) -> None:
    first, second = (telegram.say("明天天气怎么样", user=user).read() for user in (1, 2))
    put = telegram.press(first, buttons(first)["问校办"], user=1)
    put.read(count=2)
    telegram.press(second, buttons(second)["问校办"], user=2).read()
    back = replying(telegram, put.read(count=1), "下雨", COLLEAGUE)
    told(back, 3)
    on = replying(telegram, back.read(count=1), "那周末呢？", 1)
    assert [chat for chat, _ in told(on, 2)] == [-77, 1]
    assert told(replying(telegram, back.read(count=2), "那周末呢", 2), 1) == [(2, PUT)]
    assert told(replying(telegram, on.read(count=1), "晴", COLLEAGUE), 3)[:2] == [
        (1, WORD.format("晴")),
        (2, WORD.format("晴")),
    ]


def test_a_word_that_was_passed_on_before_a_restart_can_be_replied_to_after_it(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    assert telegram.stop() == 0
    on = replying(telegram, word, "那周末呢？", 1)
    telegram.start()
    assert told(on, 2) == [(-77, letter("那周末呢？", "明天天气怎么样", "下雨")), (1, PUT)]


@pytest.mark.parametrize("passed", [0, 1], ids=["before the office has it", "before the person is told"])
def test_a_further_question_that_a_kill_strikes_is_put_once_and_told_once(telegram: Telegram, passed: int) -> None:
    word, _ = answered(telegram, 1)
    for _ in range(passed):
        telegram.fail("sendMessage", 200)
    telegram.fail("sendMessage", 502, times=50)
    on = replying(telegram, word, "那周末呢？", 1)
    telegram.until(lambda world: world["faults"]["sendMessage"] < 50)
    telegram.kill()
    telegram.fail("sendMessage", 0, times=0)
    telegram.start()
    telegram.until(lambda _: len(taken(on)) >= 2)
    telegram.say("/help", user=1)
    telegram.until(lambda _: ZH.help in [text for _, text in taken(on)])
    assert taken(on) == [(-77, letter("那周末呢？", "明天天气怎么样", "下雨")), (1, PUT), (1, ZH.help)]
    assert len(book(telegram, "select 1 from asked where question like '周末%'")) == 1
    assert len(book(telegram, "select 1 from letters where told is not null", "guiju.db")) == 1


@pytest.mark.parametrize("passed", [0, 1], ids=["before the person has it", "before the office is told"])
def test_an_offices_word_that_a_kill_strikes_is_passed_on_once_and_can_be_replied_to(
    telegram: Telegram, passed: int
) -> None:
    answer = telegram.say("明天天气怎么样", user=1).read()
    put = telegram.press(answer, buttons(answer)["问校办"], user=1)
    put.read(count=2)
    for _ in range(passed):
        telegram.fail("sendMessage", 200)
    telegram.fail("sendMessage", 502, times=50)
    back = replying(telegram, put.read(count=1), "下雨", COLLEAGUE)
    telegram.until(lambda world: world["faults"]["sendMessage"] < 50)
    telegram.kill()
    telegram.fail("sendMessage", 0, times=0)
    telegram.start()
    telegram.until(lambda _: len(taken(back)) >= 2)
    assert taken(back) == [(1, WORD.format("下雨")), (-77, PASSED)]
    word = next(c["result"] for c in back.said("sendMessage") if c["result"] and int(c["fields"]["chat_id"]) == 1)
    assert told(replying(telegram, word, "那周末呢？", 1), 2)[1] == (1, PUT)


def taken(talk: Talk) -> list[tuple[int, str]]:
    """The chats and the texts of the messages that Telegram took."""
    return [(int(c["fields"]["chat_id"]), c["fields"]["text"]) for c in talk.said("sendMessage") if c["result"]]


def test_an_office_that_telegram_wants_left_alone_for_a_moment_is_asked_further_after_it(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    telegram.fail("sendMessage", 429, retry_after=1, description="Too Many Requests: retry after 1")
    on = replying(telegram, word, "那周末呢？", 1)
    telegram.until(lambda _: len(taken(on)) >= 2)
    assert taken(on) == [(-77, letter("那周末呢？", "明天天气怎么样", "下雨")), (1, PUT)]


def test_a_long_question_leaves_room_for_how_to_reply_to_it(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1, "天气" + "很热" * 700, "雨" * 3000)
    on = replying(telegram, word, "那周末呢，" * 700, 1)
    assert on.read()["text"].endswith("请“回复”这条消息作答，答复会转给提问的人。")


def put_now(world: Telegram, user: int) -> tuple[dict, dict]:
    """A question as its office was told it, and the line that tells the person so."""
    answer = world.say("明天天气怎么样", user=user).read()
    put = world.press(answer, buttons(answer)["问校办"], user=user)
    assert put.read(count=2)["text"] == ZH.put.format("校办")
    return put.read(count=1), put.read(count=2)


def test_what_is_added_in_reply_to_the_line_that_a_question_was_put_goes_on_to_the_office(telegram: Telegram) -> None:
    first, note = put_now(telegram, 1)
    on = replying(telegram, note, "是请假三天那种", 1)
    asked = telegram.last_id
    assert told(on, 2) == [(-77, ZH.letter_added.format("是请假三天那种", "明天天气怎么样")), (1, PUT)]
    assert (under(on, 0), under(on, 1)) == (first["message_id"], asked)
    back = replying(telegram, on.read(count=1), "晴", COLLEAGUE)
    assert told(back, 2) == [(1, WORD.format("晴")), (-77, PASSED)]
    assert under(back, 0) == asked
    more = replying(telegram, on.read(count=2), "还有风吗", 1)
    assert told(more, 2)[0][0] == -77
    assert told(replying(telegram, note, "别人的", 2), 1)[0][0] == 2


def test_what_is_added_follows_an_office_whose_group_becomes_a_supergroup(telegram: Telegram) -> None:
    _, note = put_now(telegram, 1)
    telegram.upgrade(-77, -1077)
    telegram.until(lambda world: any(c["fields"].get("chat_id") == "-1077" for c in world["calls"]))
    on = replying(telegram, note, "是下午", 1)
    assert told(on, 2) == [(-1077, ZH.letter_added.format("是下午", "明天天气怎么样")), (1, PUT)]


def test_whoever_is_forgotten_adds_nothing_any_more(telegram: Telegram) -> None:
    _, note = put_now(telegram, 1)
    telegram.say("/forget", user=1).read()
    assert book(telegram, "select count(*) from words", "guiju.db") == [(0,)]
    assert told(replying(telegram, note, "请假三天由谁批？", 1), 1)[0][1].startswith("请假三天以内由分管副校长批准")


def edited(world: Telegram, to: dict[str, Any], text: str, number: int) -> Talk:
    """What follows when person 1 edits what replied to a message of the bot's."""
    mine = {"message_id": to["message_id"], "date": 1, "from": BOT, "text": to["text"], "chat": to["chat"]}
    said = world.message(1, "zh-hans", text=text, edit_date=2, reply_to_message=mine)
    return world.give({"edited_message": {**said, "message_id": number}})


def test_what_is_edited_in_a_further_question_goes_to_the_office_as_it_reads_now_and_once(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    on = replying(telegram, word, "那周末呢？", 1)
    number = telegram.last_id
    on.read(count=2)
    again = edited(telegram, word, "那下周末呢？", number)
    assert told(again, 2) == [(-77, ZH.letter_reworded.format("那下周末呢？", "明天天气怎么样")), (1, PUT)]
    assert (under(again, 0), under(again, 1)) == (on.read(count=1)["message_id"], number)
    unchanged = edited(telegram, word, "那下周末呢？", number)
    assert told(unchanged, 1) == [(1, PUT)]
    back = replying(telegram, again.read(count=1), "晴", COLLEAGUE)
    assert told(back, 2) == [(1, WORD.format("晴")), (-77, PASSED)]
    assert under(back, 0) == number


def test_an_edited_question_that_a_kill_strikes_is_put_once_and_told_once(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    on = replying(telegram, word, "那周末呢？", 1)
    number = telegram.last_id
    on.read(count=2)
    telegram.fail("sendMessage", 200)
    telegram.fail("sendMessage", 502, times=50)
    again = edited(telegram, word, "那下周末呢？", number)
    telegram.until(lambda world: world["faults"]["sendMessage"] < 50)
    telegram.kill()
    telegram.fail("sendMessage", 0, times=0)
    telegram.start()
    telegram.until(lambda _: len(taken(again)) >= 2)
    telegram.say("/help", user=1)
    telegram.until(lambda _: ZH.help in [text for _, text in taken(again)])
    reworded = ZH.letter_reworded.format("那下周末呢？", "明天天气怎么样")
    assert taken(again) == [(-77, reworded), (1, PUT), (1, ZH.help)]
    assert len(book(telegram, "select 1 from letters where told is not null", "guiju.db")) == 2


def test_what_is_edited_into_a_question_after_thanks_is_left_alone(telegram: Telegram) -> None:
    word, _ = answered(telegram, 1)
    replying(telegram, word, "谢谢！", 1).read()
    silent = edited(telegram, word, "那周末呢？", telegram.last_id)
    assert telegram.say("/help", user=1).read()["text"] == ZH.help
    assert taken(silent) == [(1, ZH.help)]
