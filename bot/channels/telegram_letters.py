"""What of Telegram's updates is a letter to the bot."""

import json
import logging
import re
from typing import Any, NamedTuple

from telegram import Bot, Message, Update
from telegram.constants import ChatType
from telegram.ext import filters

from bot.inbox import Begun, Letter

log = logging.getLogger(__name__)
# Asked for by name: left out, Telegram keeps whatever another program asked for.
UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
# What the library raises over an update that is not as Telegram describes it.
UNREADABLE = (TypeError, ValueError, KeyError, AttributeError)


class Arrived(NamedTuple):
    """A letter as it came, with the update that was read from it, None where it cannot be read."""

    letter: Letter
    update: Update | None


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
        message = update.message if update.callback_query is None else None
        if user is None or user.is_bot or (message and not addressed(update, message, bot)):
            return None
        # what is typed after the bot's name waits for nothing that was asked in a chat
        chat = str(place.id) if place else f"inline {user.id}"
    except UNREADABLE as error:
        log.warning("update %d cannot be read: %s", number, type(error).__name__)
        return Arrived(Letter(event=number, chat="unreadable", body=body), None)
    return Arrived(Letter(event=number, chat=chat, body=body), update)


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


def update(begun: Begun, bot: Bot) -> Update:
    """The update a letter was."""
    return Update.de_json(json.loads(begun.body), bot)


def addressed(update: Update, message: Message, bot: Bot) -> bool:
    """Everything a person sends in private; in a group, mentions of the bot and replies to it."""
    if message.text is None and filters.StatusUpdate.ALL.check_update(update):
        return False
    answered = message.reply_to_message and message.reply_to_message.from_user
    named = mention(bot).search(message.text or "")
    return message.chat.type == ChatType.PRIVATE or bool(named) or (answered is not None and answered.id == bot.id)


def mention(bot: Bot) -> re.Pattern[str]:
    """The bot's name as people write it in a group."""
    return re.compile(rf"@{re.escape(bot.username)}\b", re.IGNORECASE)
