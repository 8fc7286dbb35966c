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
from bot.conversation.channel import Chat, Event, Message, Person, Pressed, Renamed, Said, Sought
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
        said = told(update, bot) if for_bot(update, bot) else None
        if said is None:
            return None
        chat = line(update, said)
    except UNREADABLE as error:
        log.warning("update %d cannot be read: %s", number, type(error).__name__)
        return Arrived(Letter(event=number, chat="unreadable", body=body), None)
    return Arrived(Letter(event=number, chat=chat, body=body), said)


def for_bot(update: Update, bot: Bot) -> bool:
    """Whether an update is for the bot: what a person does with it, and that a chat goes on under another name."""
    user, message = update.effective_user, update.effective_message if update.callback_query is None else None
    if renamed(update):
        return True
    return user is not None and not user.is_bot and (message is None or addressed(update, message, bot))


def line(update: Update, said: Event) -> str:
    """In whose line a letter stands: what is typed after the bot's name waits for nothing that was asked in a chat.

    Telegram tells twice of a chat's other name, in the old chat and in the new one; one waits for the other.
    """
    if isinstance(said, Renamed):
        return said.was.partition(":")[2]
    place = update.effective_chat
    return str(place.id) if place else f"inline {update.effective_user and update.effective_user.id}"


def renamed(update: Update) -> Renamed | None:
    """That a group goes on as a supergroup, which has another number."""
    if (message := update.message) is None:
        return None
    here = message.chat
    match here.type:
        case ChatType.GROUP if message.migrate_to_chat_id is not None:
            was, now = here.id, message.migrate_to_chat_id
        case ChatType.SUPERGROUP if message.migrate_from_chat_id is not None:
            was, now = message.migrate_from_chat_id, here.id
        case _:
            return None
    return Renamed(was=f"tg:{digits(was)}", now=f"tg:{digits(now)}")


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


def heard(raw: dict[str, Any], bot: Bot) -> Event | None:
    """What an update says that was a letter; raises one of UNREADABLE."""
    return told(Update.de_json(raw, bot), bot)


def told(update: Update, bot: Bot) -> Event | None:
    """What a person did, None where no person did anything that is asked for; or what became of a chat."""
    if moved := renamed(update):
        return moved
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
    return Said(person=person, message=under, text=said, to=number, edited=edited)


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
