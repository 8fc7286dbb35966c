"""What using the bot feels like: clauses, levels, reasons, offices, languages, days, lists, groups, and inline."""

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from canned_desk import POISON, CannedDesk
from telegram_world import BOT_NAME, PATIENCE, ROOT, UPGRADED, Talk, Telegram, buttons, parsed, units

from bot.conversation.messages import PHRASES
from bot.conversation.notices import NOTICES

ZH, EN = PHRASES["zh"], PHRASES["en"]
GROUP = {"chat": {"id": -5, "type": "supergroup", "title": "校办"}}
OFFICE = {"chat": {"id": -77, "type": "supergroup", "title": "校办"}}
ADMIN, STRANGER = 9, 666


@pytest.fixture(scope="module", params=["polling", "webhook"])
def telegram(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    folder = tmp_path_factory.mktemp("bot")
    command = [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(folder)]
    world = Telegram(command, {}, folder, request.param, forked=True)
    world.start()
    yield world
    world.close()


def code(link: str) -> str:
    """What the canned desk calls a link on a button."""
    return CannedDesk(Path()).short(link)


def number(answer: dict) -> str:
    """The number of a logged answer, as its thumbs know it."""
    return buttons(answer)["👍"].rpartition(":")[2]


def bound(world: Telegram) -> None:
    """Makes a group the office's chat."""
    told = world.say(f"/office@{BOT_NAME} 校办", user=ADMIN, **OFFICE).read()
    assert told["text"] == ZH.bound.format("校办")


def reply_in_office(
    world: Telegram, letter: dict, text: str | None, by: int = STRANGER, edits: int = 0, **more: Any
) -> Talk:
    """What follows when somebody of the office, who may not ask, replies to a question put to it, or edits a reply."""
    bot = {"id": 7, "is_bot": True, "first_name": "Guiju"}
    here = {"chat": more.pop("chat", OFFICE["chat"])}
    mine = {"message_id": letter["message_id"], "date": 1, "from": bot, "text": letter["text"], **here}
    said = world.message(by, "zh-hans", reply_to_message=mine, **({"text": text} if text else more), **here)
    return world.give({"edited_message": {**said, "message_id": edits, "edit_date": 2}} if edits else {"message": said})


def test_a_cited_clause_opens_with_its_neighbours(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    clause = telegram.press(answer, buttons(answer)["[1] 第六条（二）"]).read()
    assert clause["text"].startswith("请假办法 第六条（二）\n\n（二）三天以内")
    before = telegram.press(clause, buttons(clause)[ZH.previous_clause]).read("editMessageText")
    assert before["text"].startswith("请假办法\n\n第一条")


def test_a_cited_clause_that_is_gone_is_shown_as_it_was_to_whoever_asked(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    gone = f"v1:cite:{number(answer)}:1:{code('gone')}"
    told = telegram.press(answer, gone).read()["text"]
    assert told.startswith(ZH.gone_then.format("…"))
    assert told.endswith(f"请假办法 第六条（二）\n“三天以内{POISON}由分管副校长批准”")
    assert telegram.press(answer, gone, user=2).read()["text"] == ZH.gone


def test_a_cited_clause_that_has_changed_is_shown_as_it_was_and_as_it_is(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    talk = telegram.press(answer, f"v1:cite:{number(answer)}:1:{code('leave')}")
    assert talk.read(count=1)["text"].startswith(ZH.changed.format("…"))
    assert talk.read(count=2)["text"] == "请假办法\n\n第一条 本办法……"


def test_a_level_is_picked_with_one_press(telegram: Telegram) -> None:
    answer = telegram.say("请假分几档？").read()
    assert list(buttons(answer))[:2] == ["1天以内", "3天以内"]
    assert telegram.press(answer, buttons(answer)["[1]"]).read()["text"].startswith(ZH.changed.format("…"))
    picked = telegram.press(answer, buttons(answer)["3天以内"]).read()
    assert picked["text"].startswith("请假三天以内由分管副校长批准")
    assert telegram.press(answer, buttons(answer)["3天以内"], user=2).read()["text"] == ZH.stale
    assert telegram.press(answer, buttons(answer)["3天以内"][:-1] + "9").read()["text"] == ZH.stale


def test_in_a_group_only_who_asked_picks_a_level_and_nobody_else_is_told_that_the_button_is_dead(
    telegram: Telegram,
) -> None:
    answer = telegram.say(f"@{BOT_NAME} 请假分几档？", **GROUP).read()
    talk = telegram.press(answer, buttons(answer)["3天以内"], user=2, language="en")
    told = talk.wait("answerCallbackQuery")[0]["fields"]
    assert (told["text"], told["show_alert"]) == (EN.not_yours_to_pick, "true")
    assert telegram.press(answer, buttons(answer)["3天以内"]).read()["text"].startswith("请假三天以内")
    assert len(talk.said("sendMessage")) == 1


def test_in_a_group_the_help_says_how_to_speak_to_the_bot_there(telegram: Telegram) -> None:
    assert ZH.help_group in telegram.say(f"/help@{BOT_NAME}", **GROUP).read()["text"]
    assert ZH.help_group not in telegram.say("/help").read()["text"]


def test_a_thumb_down_is_asked_why_in_one_press(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    asked = telegram.press(answer, buttons(answer)["👎"]).read("editMessageReplyMarkup")
    reasons = [ZH.wrong_clause, ZH.outdated, ZH.not_understood, ZH.other]
    assert [text for text in buttons(asked) if text in reasons] == reasons
    assert "👍" not in buttons(asked)
    told = telegram.press(asked, buttons(asked)[ZH.outdated], user=2)
    assert told.wait("answerCallbackQuery")[0]["fields"]["text"] == ZH.not_yours
    thanked = telegram.press(asked, buttons(asked)[ZH.outdated]).read("editMessageReplyMarkup")
    assert ZH.thanks in buttons(thanked)
    assert ZH.other not in buttons(thanked)


def test_a_reason_that_is_none_is_refused(telegram: Telegram) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    told = telegram.press(answer, f"v1:why:{number(answer)}:rubbish").wait("answerCallbackQuery")[0]
    assert told["fields"]["text"] == ZH.not_yours


@pytest.mark.parametrize(
    "data", ["v1:cite:1:x:y", "v1:level:1", "v1:list:rubbish:1", "v1:office:x", "v1:list:sources:"]
)
def test_what_no_button_of_ours_sends_is_told_stale(telegram: Telegram, data: str) -> None:
    answer = telegram.say("请假三天由谁批？").read()
    assert telegram.press(answer, data).wait("answerCallbackQuery")[0]["fields"]["text"] == ZH.stale


def test_a_question_goes_to_its_office_and_the_reply_comes_back_as_the_offices_word(telegram: Telegram) -> None:
    bound(telegram)
    answer = telegram.say("明天天气怎么样").read()
    talk = telegram.press(answer, buttons(answer)["问校办"])
    letter, told = talk.read(count=1), talk.read(count=2)
    assert letter["chat"]["id"] == -77
    assert letter["text"].startswith("有人问：明天天气怎么样\n\n规矩的回答：没有找到相关规定。")
    assert told["text"] == ZH.put.format("校办")
    assert telegram.press(answer, buttons(answer)["问校办"]).read()["text"] == ZH.put_already
    back = reply_in_office(telegram, letter, "看天气预报 <b>")
    word = back.read(count=1)
    assert word["chat"]["id"] == 1
    assert word["text"] == ZH.word.format("校办", "看天气预报 <b>")
    under = json.loads(back.wait("sendMessage")[0]["fields"]["reply_parameters"])
    assert under["message_id"] == answer["message_id"]
    assert back.read(count=2)["text"] == ZH.passed_on


def test_an_office_is_told_the_levels_and_no_marks_of_sources_that_it_does_not_see(telegram: Telegram) -> None:
    bound(telegram)
    _, letter = put_to_office(telegram, "请假分几档？", 65)
    assert "规矩的回答：规定分这几档：\n· 1天以内：校长\n· 3天以内：校长\n\n" in letter["text"]
    _, letter = put_to_office(telegram, "请假四天由谁批？", 65)
    assert "规矩的回答：请假三天以内由分管副校长批准。\n\n" in letter["text"]


def test_who_asks_again_after_the_office_has_replied_is_told_that_it_has(telegram: Telegram) -> None:
    bound(telegram)
    answer, letter = put_to_office(telegram, "下个月天气怎么样", 66)
    reply_in_office(telegram, letter, "晴").read(count=2)
    assert telegram.press(answer, buttons(answer)["问校办"], user=66).read()["text"] == ZH.put_replied


def test_a_group_that_has_shut_the_bot_out_is_no_offices_any_more_and_the_admins_are_told(telegram: Telegram) -> None:
    bound(telegram)
    answer = telegram.say("明年天气怎么样", user=67).read()
    telegram.fail("sendMessage", 403, description="Forbidden: bot was kicked from the supergroup chat")
    told = telegram.press(answer, buttons(answer)["问校办"], user=67)
    assert sorted(texts_to(told, 2)) == [
        (ADMIN, "\n\n".join(NOTICES[language].office_lost.format("校办") for language in ("zh", "en"))),
        (67, ZH.no_office.format("校办")),
    ]
    assert "问校办" not in buttons(telegram.say("明年天气怎么样", user=67).read())


def put_to_office(world: Telegram, words: str, user: int) -> tuple[dict, dict]:
    """A person's answer, and the letter that its question is."""
    answer = world.say(words, user=user).read()
    talk = world.press(answer, buttons(answer)["问校办"], user=user)
    talk.read(count=2)  # the person has been told of it
    return answer, talk.read(count=1)


def texts_to(talk: Talk, count: int) -> list[tuple[int, str]]:
    """The chats and the texts of so many messages."""
    sent = [talk.read(count=n) for n in range(1, count + 1)]
    return [(one["chat"]["id"], one["text"]) for one in sent]


def test_what_an_office_adds_is_passed_on_as_such_and_a_colleagues_further_reply_only_when_it_says_so(
    telegram: Telegram,
) -> None:
    bound(telegram)
    _, letter = put_to_office(telegram, "后天天气怎么样", 43)
    assert texts_to(reply_in_office(telegram, letter, "下雨"), 2) == [
        (43, ZH.word.format("校办", "下雨")),
        (-77, ZH.passed_on),
    ]
    more = reply_in_office(telegram, letter, "还刮风")
    assert texts_to(more, 2) == [(43, ZH.word_added.format("校办", "还刮风")), (-77, ZH.passed_on)]
    other = reply_in_office(telegram, letter, "会下雨的", by=667)
    assert texts_to(other, 1) == [(-77, ZH.passed_on_already)]
    other = reply_in_office(telegram, letter, "更正：是晴天", by=667)
    assert texts_to(other, 2) == [(43, ZH.word_added.format("校办", "更正：是晴天")), (-77, ZH.passed_on)]


def test_an_edited_reply_is_passed_on_once_as_what_now_holds(telegram: Telegram) -> None:
    bound(telegram)
    _, letter = put_to_office(telegram, "大后天天气怎么样", 44)
    first = reply_in_office(telegram, letter, "下雨")
    assert texts_to(first, 2)[0] == (44, ZH.word.format("校办", "下雨"))
    number = telegram.last_id
    edited = reply_in_office(telegram, letter, "下雪", edits=number)
    assert texts_to(edited, 2) == [(44, ZH.word_corrected.format("校办", "下雪")), (-77, ZH.passed_on)]
    again = reply_in_office(telegram, letter, "下雪", edits=number)
    bound(telegram)
    assert [call["fields"]["text"] for call in again.said("sendMessage")] == [ZH.bound.format("校办")]


def test_an_edited_question_is_answered_as_it_reads_now_and_once(telegram: Telegram) -> None:
    assert "请假三天" not in telegram.say("明天天气怎么样？", user=46).read()["text"]
    said = telegram.message(46, "zh-hans", text="请假三天由谁批？", edit_date=2)
    talk = telegram.give({"edited_message": said})
    assert "分管副校长" in talk.read()["text"]
    telegram.give({"edited_message": said})  # as Telegram tells when something changes that no reader sees
    assert telegram.say("/help", user=46).read()["text"] == ZH.help
    assert len(talk.said("sendMessage")) == 2


@pytest.mark.parametrize("text", ["/help", "谢谢", "好", "👍"])
def test_what_is_edited_into_no_question_is_left_alone(telegram: Telegram, text: str) -> None:
    telegram.say("请假三天由谁批？", user=46).read()
    talk = telegram.give({"edited_message": telegram.message(46, "zh-hans", text=text, edit_date=2)})
    assert telegram.say("/sources", user=46).read()
    assert len(talk.said("sendMessage")) == 1


def test_two_who_ask_the_same_are_one_letter_and_both_get_the_reply(telegram: Telegram) -> None:
    bound(telegram)
    _, letter = put_to_office(telegram, "今晚天气怎么样？", 47)
    answer = telegram.say("今晚天气怎么样", user=48).read()
    joined = telegram.press(answer, buttons(answer)["问校办"], user=48)
    assert texts_to(joined, 1) == [(48, ZH.put.format("校办"))]
    assert texts_to(reply_in_office(telegram, letter, "多云"), 3) == [
        (47, ZH.word.format("校办", "多云")),
        (48, ZH.word.format("校办", "多云")),
        (-77, ZH.passed_on),
    ]


def test_two_who_ask_the_same_in_the_same_moment_are_one_letter_and_both_get_the_reply(telegram: Telegram) -> None:
    bound(telegram)
    first, second = (telegram.say("今夜天气怎么样？", user=user).read() for user in (54, 55))
    telegram.fail("sendMessage", 200, hangs=PATIENCE)
    talk = telegram.press(first, buttons(first)["问校办"], user=54)
    telegram.until(lambda told: not told["faults"]["sendMessage"])
    pressed = telegram.press(second, buttons(second)["问校办"], user=55)
    pressed.wait("answerCallbackQuery")
    telegram.fail("sendMessage", 200, times=0)
    sent = sorted(texts_to(talk, 3))
    assert [chat for chat, _ in sent] == [-77, 54, 55]
    assert [text for _, text in sent[1:]] == [ZH.put.format("校办")] * 2
    letter = next(one for n in (1, 2, 3) if (one := talk.read(count=n))["chat"]["id"] == -77)
    assert texts_to(reply_in_office(telegram, letter, "多云"), 3) == [
        (54, ZH.word.format("校办", "多云")),
        (55, ZH.word.format("校办", "多云")),
        (-77, ZH.passed_on),
    ]


def test_who_asks_the_same_while_the_reply_is_being_passed_on_is_not_forgotten(telegram: Telegram) -> None:
    bound(telegram)
    _, letter = put_to_office(telegram, "明晚天气怎么样", 56)
    answer = telegram.say("明晚天气怎么样", user=57).read()
    telegram.fail("sendMessage", 200, hangs=PATIENCE)
    back = reply_in_office(telegram, letter, "有雨")
    telegram.until(lambda told: not told["faults"]["sendMessage"])
    telegram.press(answer, buttons(answer)["问校办"], user=57).wait("answerCallbackQuery")
    telegram.fail("sendMessage", 200, times=0)
    told = sorted(texts_to(back, 4))
    assert [chat for chat, _ in told] == [-77, -77, 56, 57]
    assert told[3] == (57, ZH.put.format("校办"))
    again = next(one for n in range(1, 5) if (one := back.read(count=n))["text"].startswith("有人问"))
    assert texts_to(reply_in_office(telegram, again, "还是有雨"), 2)[0] == (57, ZH.word.format("校办", "还是有雨"))


@pytest.mark.parametrize("told", [True, False], ids=["as Telegram says", "as a refusal says"])
def test_an_offices_group_that_becomes_a_supergroup_goes_on_as_the_offices(telegram: Telegram, told: bool) -> None:
    was, now, user = (-81, -1081, 61) if told else (-82, -1082, 62)
    old, new = ({"chat": {"id": chat, "type": "group", "title": "校办"}} for chat in (was, now))
    telegram.say(f"/office@{BOT_NAME} 校办", user=ADMIN, **old).read()
    telegram.say(f"/lang@{BOT_NAME} en", **old).read()
    _, letter = put_to_office(telegram, f"{user}号天气怎么样", user)
    assert letter["chat"]["id"] == was
    answer = telegram.say(f"{user}日天气怎么样", user=user).read()
    since = len(telegram.told()["calls"])
    telegram.upgrade(was, now, told=told)
    put = telegram.press(answer, buttons(answer)["问校办"], user=user)
    again, fresh = (
        sent_to(telegram, since, now, text)
        for text in (ZH.letter_again.format(letter["text"]), letter["text"].replace("号", "日"))
    )
    telegram.until(lambda _: ZH.put.format("校办") in {c["fields"]["text"] for c in put.said("sendMessage")})
    for one, word in ((fresh, "晴"), (again, "雨")):
        back = reply_in_office(telegram, one, word, chat=new["chat"])
        assert texts_to(back, 2) == [(user, ZH.word.format("校办", word)), (now, EN.passed_on)]


def sent_to(world: Telegram, since: int, chat: int, text: str) -> dict:
    """The one message of this text that a chat has got."""

    def found(told: dict) -> list[dict]:
        calls = [c for c in told["calls"][since:] if c["method"] == "sendMessage" and c["result"]]
        return [c["result"] for c in calls if (c["result"]["chat"]["id"], c["result"]["text"]) == (chat, text)]

    (one,) = found(world.until(found))
    return one


def test_a_reply_that_waits_while_its_group_becomes_a_supergroup_is_passed_on(telegram: Telegram) -> None:
    was, now = -83, -1083
    old = {"chat": {"id": was, "type": "group", "title": "校办"}}
    telegram.say(f"/office@{BOT_NAME} 校办", user=ADMIN, **old).read()
    _, letter = put_to_office(telegram, "元旦天气怎么样", 63)
    telegram.upgrade(was, now)
    talk = reply_in_office(telegram, letter, "有雪", chat=old["chat"])
    telegram.until(lambda _: {c["result"]["chat"]["id"] for c in talk.said("sendMessage") if c["result"]} >= {63, now})
    words = [c["fields"]["text"] for c in talk.said("sendMessage") if int(c["fields"]["chat_id"]) == 63]
    assert words == [ZH.word.format("校办", "有雪")]


def test_a_reply_to_somebody_who_has_blocked_the_bot_is_kept_and_the_office_told(telegram: Telegram) -> None:
    bound(telegram)
    _, letter = put_to_office(telegram, "昨天天气怎么样", 49)
    telegram.fail("sendMessage", 403, description="Forbidden: bot was blocked by the user")
    back = reply_in_office(telegram, letter, "晴")
    telegram.until(lambda _: len(back.said("sendMessage")) >= 1)
    assert back.said("sendMessage")[-1]["fields"]["text"] == ZH.not_passed_on


def test_an_office_in_a_topic_is_asked_and_thanked_there(telegram: Telegram) -> None:
    topic = {"message_thread_id": 12, "is_topic_message": True}
    forum = {"chat": {"id": -79, "type": "supergroup", "title": "校办", "is_forum": True}}
    telegram.say(f"/office@{BOT_NAME} 校办", user=ADMIN, **forum, **topic).read()
    answer = telegram.say("上周天气怎么样", user=51).read()
    put = telegram.press(answer, buttons(answer)["问校办"], user=51)
    letter = put.read(count=1)
    sent = put.said("sendMessage")[0]["fields"]
    assert (int(sent["chat_id"]), int(sent["message_thread_id"])) == (-79, 12)
    bot = {"id": 7, "is_bot": True, "first_name": "Guiju"}
    mine = {"message_id": letter["message_id"], "date": 1, "from": bot, "text": letter["text"], **forum}
    back = telegram.say("晴", user=STRANGER, reply_to_message=mine, **forum, **topic)
    assert texts_to(back, 2)[0] == (51, ZH.word.format("校办", "晴"))
    thanked = back.said("sendMessage")[1]["fields"]
    assert (thanked["text"], int(thanked["message_thread_id"])) == (ZH.passed_on, 12)


def test_an_office_that_replies_with_a_picture_is_told_that_only_text_is_passed_on(telegram: Telegram) -> None:
    bound(telegram)
    answer = telegram.say("明天天气怎么样", user=41).read()
    letter = telegram.press(answer, buttons(answer)["问校办"], user=41).read(count=1)
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    back = reply_in_office(telegram, letter, None, photo=photo, caption="见图")
    assert back.read()["text"] == ZH.only_text_passed_on
    later = reply_in_office(telegram, letter, "看天气预报")
    assert [later.read(count=n)["text"] for n in (1, 2)] == [ZH.word.format("校办", "看天气预报"), ZH.passed_on]


def test_a_question_of_somebody_else_is_not_put_to_an_office(telegram: Telegram) -> None:
    bound(telegram)
    answer = telegram.say("明天天气怎么样").read()
    talk = telegram.press(answer, buttons(answer)["问校办"], user=2)
    assert talk.wait("answerCallbackQuery")[0]["fields"]["text"] == ZH.not_yours
    assert len(talk.calls()) == 1


def test_only_an_admin_gives_an_office_its_chat(telegram: Telegram) -> None:
    other = {"chat": {"id": -78, "type": "group", "title": "财务室"}}
    assert telegram.say(f"/office@{BOT_NAME} 财务室", **other).read()["text"] == ZH.only_admin
    assert telegram.say(f"/office@{BOT_NAME} 财务室", user=ADMIN, **other).read()["text"] == ZH.bound.format("财务室")
    none = f"{ZH.bound.format('财务')}\n{ZH.bound_to_none.format('财务')}\n{ZH.owners_are.format('校办、财务室')}"
    assert telegram.say(f"/office@{BOT_NAME} 财务", user=ADMIN, **other).read()["text"] == none
    assert telegram.say(f"/office@{BOT_NAME}", user=ADMIN, **other).read()["text"] == ZH.released


def test_the_language_of_a_chat_is_switched_and_back(telegram: Telegram) -> None:
    assert telegram.say("/lang en", user=31).read()["text"] == EN.spoken
    assert telegram.say("/help", user=31).read()["text"] == EN.help
    assert telegram.say("/help", user=32).read()["text"] == ZH.help
    assert telegram.say("/lang auto", user=31).read()["text"] == EN.spoken_auto
    assert telegram.say("/help", user=31).read()["text"] == ZH.help
    assert telegram.say("/lang xx", user=31).read()["text"] == ZH.speak_how


def test_the_command_alone_offers_the_languages_to_press(telegram: Telegram) -> None:
    offered = telegram.say("/lang", user=64).read()
    assert list(buttons(offered)) == ["中文", "English", ZH.speak_auto]
    assert telegram.press(offered, buttons(offered)["English"], user=64).read()["text"] == EN.spoken
    assert telegram.say("/help", user=64).read()["text"] == EN.help
    stale = telegram.press(offered, "v1:lang:fr", user=64).wait("answerCallbackQuery")[0]
    assert stale["fields"]["text"] == EN.stale


def test_a_chat_is_answered_by_the_rules_of_the_day_it_sets_until_it_is_off(telegram: Telegram) -> None:
    assert telegram.say("/asof 2023年6月1日", user=33).read()["text"] == ZH.as_of.format("2023-06-01")
    assert telegram.say("请假三天由谁批？", user=33).read()["text"].startswith(ZH.dated.format("2023-06-01"))
    assert telegram.say("/sources", user=33).read()["text"].startswith("2023-06-01有效的制度（1/3）\n• ")
    now = ZH.as_of_now.format("2023-06-01")
    assert telegram.say("/asof 昨天", user=33).read()["text"] == f"{now}\n{ZH.as_of_how}"
    assert telegram.say("/asof off", user=33).read()["text"] == ZH.as_of_off
    assert telegram.say("请假三天由谁批？", user=33).read()["text"].startswith("请假三天以内")


@pytest.mark.parametrize(
    ("words", "day"),
    [("2023-06-01", "2023-06-01"), ("2023年6月", "2023-06-30"), ("2022", "2022-12-31"), ("1 June 2023", "2023-06-01")],
)
def test_a_day_is_written_in_many_ways(telegram: Telegram, words: str, day: str) -> None:
    assert telegram.say(f"/asof {words}", user=34).read()["text"] == ZH.as_of.format(day)


def test_the_sources_are_listed_with_their_dates_and_turned_in_place(telegram: Telegram) -> None:
    first = telegram.say("/sources").read()
    assert first["text"].startswith("现行有效的制度（1/3）\n• 制度1<&> · 自2024-09-01起施行\n")
    assert list(buttons(first)) == ["▶"]
    last = telegram.press(first, "v1:list:sources:999").read("editMessageText")
    assert last["text"].startswith("现行有效的制度（3/3）\n• 制度17")
    assert list(buttons(last)) == ["◀"]


def test_the_procedures_are_listed_and_open(telegram: Telegram) -> None:
    first = telegram.say("/procedures").read()
    assert first["text"].startswith("制度里的流程（1/2）\n• 制度0\n    – 流程1\n    – 流程2\n    – 流程3\n• 制度1\n")
    assert list(buttons(first)) == [*(f"流程{n} · 制度{n // 4}" for n in range(1, 9)), "▶"]
    assert "填写请假单" in telegram.press(first, buttons(first)["流程1 · 制度0"]).read()["text"]
    second = telegram.press(first, buttons(first)["▶"]).read("editMessageText")
    assert list(buttons(second)) == ["流程9 · 制度2", "流程10 · 制度2", "◀"]


@pytest.mark.parametrize("words", ["谢谢！", "好的，谢谢", "Thank you very much."])
def test_thanks_are_no_question(telegram: Telegram, words: str) -> None:
    assert telegram.say(words, user=35).read()["text"] == NOTICES["zh"].welcome


@pytest.mark.parametrize("words", ["？？", "👍", "…"])
def test_what_has_no_word_in_it_is_asked_for_a_sentence_in_the_persons_language(telegram: Telegram, words: str) -> None:
    assert telegram.say(words, user=35).read()["text"] == ZH.short


def test_a_greeting_is_answered_with_questions_to_begin_with(telegram: Telegram) -> None:
    greeted = telegram.say("Hello!", user=36, language="en").read()
    assert greeted["text"] == EN.hello
    assert len(buttons(greeted)) == 3


def test_an_admin_is_told_what_only_admins_can_do(telegram: Telegram) -> None:
    says = NOTICES["en"]
    told = telegram.say("/help", user=9, language="en").read()["text"]
    assert told.split("\n")[-2:] == [says.help_curator, says.help_admin]


def test_an_admin_is_told_in_a_group_where_to_ask_how_things_stand(telegram: Telegram) -> None:
    assert telegram.say(f"/status@{BOT_NAME}", user=ADMIN, **GROUP).read()["text"] == NOTICES["zh"].status_private


def test_a_step_leads_to_the_clause_it_comes_from(telegram: Telegram) -> None:
    step = telegram.say(f"/start s_{code('leave#step2')}").read()
    clause = telegram.press(step, buttons(step)[ZH.clause]).read()
    assert clause["text"].startswith("请假办法 第六条（二）")


def test_a_step_that_may_go_on_to_another_than_the_next_leads_there_with_one_press(telegram: Telegram) -> None:
    step = telegram.say(f"/start s_{code('leave#step2')}").read()
    first = telegram.press(step, buttons(step)["↳ 不同意 → 第1步"]).read("editMessageText")
    assert "教师：填写请假单" in first["text"]
    assert not any(name.startswith("↳") for name in buttons(first))


def test_in_a_group_what_is_personal_is_a_link_to_a_private_chat(telegram: Telegram) -> None:
    bound(telegram)
    named = telegram.say(f"@{BOT_NAME} 请假三天由谁批？", user=41, **GROUP).read()
    assert not {"👍", "👎", "问校办"} & set(buttons(named))
    base, _, payload = buttons(named)[ZH.in_private].partition("?start=")
    assert base == f"https://t.me/{BOT_NAME}"
    card = telegram.say(f"/start {payload}", user=41).read()
    assert card["text"] == f"{ZH.about.format('请假三天由谁批？')}\n\n请假三天以内由分管副校长批准。"
    assert set(buttons(card)) == {"问校办", "👍", "👎"}
    assert telegram.say(f"/start {payload}", user=42).read()["text"] == ZH.not_yours


def english(world: Telegram, message: dict, label: str) -> dict:
    """A message of a group as it stands after a member has pressed one of its buttons who has set English."""
    method = "editMessageMedia" if "photo" in message else "editMessageText"
    return world.press(message, buttons(message)[label], user=71, language="en").read(method)


def test_what_is_turned_in_a_group_stays_in_its_language_whoever_turns_it(telegram: Telegram) -> None:
    answer = telegram.say(f"@{BOT_NAME} 请假三天由谁批？", user=70, **GROUP).read()
    step = telegram.press(
        answer, next(data for name, data in buttons(answer).items() if "签署" in name), user=70
    ).read()
    first = english(telegram, step, ZH.previous)
    assert {ZH.next, ZH.flow, ZH.clause, ZH.copy_link} <= set(buttons(first))
    back = telegram.press(first, buttons(first)[ZH.next], user=70).read("editMessageText")
    assert buttons(back) == buttons(step)
    assert buttons(english(telegram, step, "↳ 不同意 → 第1步")) == buttons(first)


def test_a_clause_and_its_neighbours_stay_in_the_language_of_whoever_opened_them(telegram: Telegram) -> None:
    answer = telegram.say(f"@{BOT_NAME} 请假三天由谁批？", user=70, **GROUP).read()
    opened = telegram.press(answer, buttons(answer)["[1] 第六条（二）"], user=71, language="en").read()
    assert EN.previous_clause in buttons(opened)
    turned = telegram.press(opened, buttons(opened)[EN.previous_clause], user=70).read("editMessageText")
    assert set(buttons(turned)) == {EN.flow, EN.copy_link}


@pytest.mark.parametrize(
    ("command", "head"), [("sources", "现行有效的制度（2/3）"), ("procedures", "制度里的流程（2/2）")]
)
def test_a_list_in_a_group_is_turned_in_its_language(telegram: Telegram, command: str, head: str) -> None:
    shown = telegram.say(f"/{command}@{BOT_NAME}", user=70, **GROUP).read()
    assert english(telegram, shown, "▶")["text"].startswith(head)


def test_a_flow_in_a_group_is_turned_in_its_language(telegram: Telegram) -> None:
    answer = telegram.say(f"@{BOT_NAME} 请假要走很多步吗？", user=70, **GROUP).read()
    shown = telegram.press(answer, buttons(answer)[ZH.flow], user=70).read("sendPhoto")
    turned = english(telegram, shown, "▶ 2/4")
    assert list(buttons(turned)) == ["◀ 1/4", "▶ 3/4"]
    assert turned["caption"] == shown["caption"]


def test_what_was_written_before_a_group_set_its_language_stays_as_it_is(telegram: Telegram) -> None:
    group = {"chat": {"id": -51, "type": "supergroup", "title": "校办"}}
    shown = telegram.say(f"/sources@{BOT_NAME}", user=70, **group).read()
    telegram.say(f"/lang@{BOT_NAME} en", user=70, **group).read()
    turned = telegram.press(shown, buttons(shown)["▶"], user=70).read("editMessageText")
    assert turned["text"].startswith("现行有效的制度（2/3）")
    told = telegram.press(turned, "v1:list:sources:1:fr", user=70).wait("answerCallbackQuery")[0]
    assert told["fields"]["text"] == EN.stale


def test_an_answer_stays_in_the_topic_of_its_question(telegram: Telegram) -> None:
    forum = {"chat": {"id": -6, "type": "supergroup", "title": "校办", "is_forum": True}}
    talk = telegram.say(f"@{BOT_NAME} 请假三天由谁批？", message_thread_id=12, is_topic_message=True, **forum)
    talk.wait("sendMessage")
    assert {int(c["fields"]["message_thread_id"]) for c in talk.calls()} == {12}
    with closing(sqlite3.connect(Path(telegram.command[-1]) / "asked.db")) as book:
        assert book.execute("select place from asked order by id desc").fetchone() == ("tg:-6:12",)


@pytest.mark.parametrize("words", ["请假要批", "请假短"])
def test_a_clause_is_found_to_quote_in_any_chat_for_this_person_alone(telegram: Telegram, words: str) -> None:
    call = telegram.ask_inline(words).wait("answerInlineQuery")[0]
    assert call["refused"] is None
    assert (call["fields"]["is_personal"], int(call["fields"]["cache_time"])) == ("true", 0)
    results = json.loads(call["fields"]["results"])
    assert [one["title"] for one in results] == ["第六条 · 请假办法", "第六条 · 请假办法"]
    assert all(one["description"].startswith("三天以内") and len(one["description"]) <= 120 for one in results)
    text = parsed(results[0]["input_message_content"]["message_text"])[0]
    assert text.startswith(f"请假办法 第六条\n三天以内{POISON}由分管副校长批准。")


@pytest.mark.parametrize(("words", "user"), [("", 1), ("请", 1), ("请假要批", STRANGER)])
def test_nothing_is_offered_to_quote_for_too_few_words_or_to_a_stranger(
    telegram: Telegram, words: str, user: int
) -> None:
    call = telegram.ask_inline(words, user=user).wait("answerInlineQuery")[0]
    assert json.loads(call["fields"]["results"]) == []


def test_every_text_that_was_sent_parses_within_the_limit(telegram: Telegram) -> None:
    calls = telegram.told()["calls"]
    texts = [c["fields"]["text"] for c in calls if c["method"] in ("sendMessage", "editMessageText")]
    assert texts
    assert all(units(parsed(text)[0]) <= 4096 for text in texts)
    refused = {c["refused"] for c in calls if not (c["refused"] or "").startswith(UPGRADED)}
    assert refused <= {None, "Bad Request: message is not modified"}
