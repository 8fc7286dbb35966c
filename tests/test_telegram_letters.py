"""What of Telegram's updates becomes a letter, whatever they are like."""

import json
from typing import Any

import pytest
from telegram import Bot, User
from telegram_world import BOT_NAME, TOKEN

from bot.channels.telegram.letters import arrived
from bot.channels.telegram.poll import letters
from bot.conversation.channel import Renamed, Said

PERSON = {"id": 1, "is_bot": False, "first_name": "Li"}
GROUP = {"id": -5, "type": "supergroup", "title": "校办"}


@pytest.fixture(scope="module")
def bot() -> Bot:
    one = Bot(TOKEN)
    one._bot_user = User(7, "Guiju", is_bot=True, username=BOT_NAME)
    return one


def message(**content: Any) -> dict[str, Any]:
    return {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "from": PERSON, **content}


@pytest.mark.parametrize("kind", ["edited_channel_post", "channel_post", "business_message", "something_new"])
def test_what_was_not_asked_for_is_no_letter(bot: Bot, kind: str) -> None:
    assert arrived({"update_id": 3, kind: message(text="谁批？")}, bot) is None


@pytest.mark.parametrize(
    "damaged",
    [
        {"text": "谁批？"},
        message(text=5, chat=GROUP),
        {name: value for name, value in message(text="谁批？").items() if name != "date"},
        "谁批？",
        message(entities=[None]),
    ],
    ids=["nothing but a text", "a number for a text", "no date", "no message", "no entity"],
)
def test_what_is_not_as_telegram_describes_it_is_a_letter_that_nobody_can_read(bot: Bot, damaged: Any) -> None:
    found = arrived({"update_id": 3, "message": damaged}, bot)
    assert found
    assert (found.letter.event, found.letter.chat, found.heard) == (3, "unreadable", None)


def test_half_a_character_is_a_question_mark_before_it_is_kept(bot: Bot) -> None:
    found = arrived({"update_id": 3, "message": message(text="谁\ud83d批😀")}, bot)
    assert found
    assert isinstance(found.heard, Said)
    assert found.heard.text == json.loads(found.letter.body)["message"]["text"] == "谁?批😀"
    found.letter.body.encode()


@pytest.mark.parametrize("number", [None, True, "3", -1, 2**63, 1.0])
def test_of_a_batch_what_has_no_number_is_left_out_and_the_others_are_kept(bot: Bot, number: Any) -> None:
    good = {"update_id": 4, "message": message(text="谁批？")}
    found = letters([{"update_id": number, "message": message(text="谁批？")}, good], bot)
    assert [one.letter.event for one in found] == [4]


OLD, NEW = {"id": -5, "type": "group", "title": "校办"}, {"id": -1005, "type": "supergroup", "title": "校办"}


@pytest.mark.parametrize(
    "told",
    [message(chat=OLD, migrate_to_chat_id=-1005), message(chat=NEW, migrate_from_chat_id=-5)],
    ids=["in the old chat", "in the new one"],
)
@pytest.mark.parametrize("by", [PERSON, {**PERSON, "is_bot": True}, None], ids=["a person", "a bot", "nobody"])
def test_that_a_group_goes_on_as_a_supergroup_is_a_letter_of_the_old_chat(bot: Bot, told: Any, by: Any) -> None:
    written = {name: value for name, value in (told | {"from": by}).items() if value is not None}
    found = arrived({"update_id": 3, "message": written}, bot)
    assert found
    assert (found.letter.chat, found.heard) == ("-5", Renamed(was="tg:-5", now="tg:-1005"))


@pytest.mark.parametrize("number", ["-1005", True, 1.5, [], {}])
def test_a_supergroup_without_a_number_is_nothing_that_can_be_read(bot: Bot, number: Any) -> None:
    found = arrived({"update_id": 3, "message": message(chat=OLD, migrate_to_chat_id=number)}, bot)
    assert found
    assert found.heard is None
