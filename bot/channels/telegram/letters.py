"""What of Telegram's updates is a letter to the bot, and what the letter says."""

import json
import logging
import re
from typing import Any

import telegram
from telegram import Bot, Update
from telegram.constants import ChatType
from telegram.ext import filters

from bot.channels.telegram.markup import rows
from bot.conversation.channel import Chat, Heard, Message, Person, Pressed, Said, Sought
from bot.delivery.queue import Arrived
from bot.inbox import Letter

log = logging.getLogger(__name__)
# Asked for by name: left out, Telegram keeps whatever another program asked for.
UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
# What the library raises over an update that is not as Telegram describes it.
UNREADABLE = (TypeError, ValueError, KeyError, AttributeError)


def arrived(raw: dict[str, Any], bot: Bot) -> Arrived | None:
    """The letter an update is, None when it is not for the bot: what is not for it is never kept.

    An update that cannot be read is a letter all the same, so that it is looked at, logged and given up.
    Raises ValueError for what has no number.
    """
    number = numbered(raw)
    if number is None:
        raise ValueError("an update without a number")
    # what was asked for when an earlier bot was at work may still come
    if not any(kind in raw for kind in UPDATES):
        return None
    raw, body = written(raw)
    try:
        update = Update.de_json(raw, bot)
        user, place = update.effective_user, update.effective_chat
        message = update.effective_message if update.callback_query is None else None
        if user is None or user.is_bot or (message and not addressed(update, message, bot)):
            return None
        # what is typed after the bot's name waits for nothing that was asked in a chat
        chat, said = str(place.id) if place else f"inline {user.id}", told(update, bot)
        if said is None:
            return None
    except UNREADABLE as error:
        log.warning("update %d cannot be read: %s", number, type(error).__name__)
        return Arrived(Letter(event=number, chat="unreadable", body=body), None)
    return Arrived(Letter(event=number, chat=chat, body=body), said)


def numbered(raw: Any) -> int | None:
    """The number of an update, None where it has none."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and 0 <= number < 2**63 else None


def written(raw: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """An update and the same as JSON; half of a pair of UTF-16, which no database takes, is a question mark."""
    body = json.dumps(raw, ensure_ascii=False)
    try:
        body.encode()
    except UnicodeEncodeError:
        body = body.encode("utf-8", "replace").decode()
        raw = json.loads(body)
    return raw, body


def heard(raw: dict[str, Any], bot: Bot) -> Heard | None:
    """What an update says that was a letter; raises one of UNREADABLE."""
    return told(Update.de_json(raw, bot), bot)


def told(update: Update, bot: Bot) -> Heard | None:
    """What a person did, None where no person did anything that is asked for."""
    user, place, message = update.effective_user, update.effective_chat, update.effective_message
    if user is None:
        return None
    person = Person(name=f"tg:{digits(user.id)}", speaks=user.language_code or "")
    chat = chat_of(place, message) if place else None
    under = Message(chat=chat, number=digits(message.message_id)) if chat and message else None
    if query := update.callback_query:
        shown = rows(message.reply_markup) if message else ()
        return Pressed(person=person, press=query.id, data=query.data or "", chat=chat, message=under, rows=shown)
    if sought := update.inline_query:
        return Sought(person=person, query=sought.id, words=sought.query)
    if message is None or under is None:
        return None
    text, to, edited = message.text, message.reply_to_message, update.edited_message is not None
    said = None if text is None else mention(bot).sub("", text).strip()
    mine = to is not None and to.from_user is not None and to.from_user.id == bot.id
    number = digits(to.message_id) if to and mine else ""
    # only what was passed on to somebody else is of interest once more
    return None if edited and not number else Said(person=person, message=under, text=said, to=number, edited=edited)


def chat_of(place: telegram.Chat, message: telegram.Message | None) -> Chat:
    """The chat of an update, with the topic in it."""
    thread = message.message_thread_id if message and message.is_topic_message else None
    private = place.type == ChatType.PRIVATE
    return Chat(name=f"tg:{digits(place.id)}", private=private, thread=digits(thread) if thread else "")


def digits(number: object) -> str:
    """A number of Telegram's as the desk writes it; raises TypeError for what is none, as in a damaged update."""
    if type(number) is not int:
        raise TypeError(f"a number is {type(number).__name__}")
    return str(number)


def addressed(update: Update, message: telegram.Message, bot: Bot) -> bool:
    """Everything a person sends in private; in a group, mentions of the bot and replies to it."""
    if message.text is None and filters.StatusUpdate.ALL.check_update(update):
        return False
    answered = message.reply_to_message and message.reply_to_message.from_user
    named = mention(bot).search(message.text or "")
    return message.chat.type == ChatType.PRIVATE or bool(named) or (answered is not None and answered.id == bot.id)


def mention(bot: Bot) -> re.Pattern[str]:
    """The bot's name as people write it in a group."""
    return re.compile(rf"@{re.escape(bot.username)}\b", re.IGNORECASE)
