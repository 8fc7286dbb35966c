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


class Arrived(NamedTuple):
    """A letter as it came, with the update that was read from it, None where it cannot be read."""

    letter: Letter
    update: Update | None


def arrived(raw: dict[str, Any], bot: Bot) -> Arrived | None:
    """The letter an update is, None when it is not for the bot: what is not for it is never kept.

    An update that cannot be read is a letter all the same, so that it is looked at, logged and given up.
    Raises ValueError for what has no number.
    """
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if type(number) is not int or not 0 <= number < 2**63:
        raise ValueError("an update without a number")
    chat, update, body = "unreadable", None, json.dumps(raw)
    try:
        update = Update.de_json(raw, bot)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        log.warning("update %d cannot be read: %s", number, type(error).__name__)
    else:
        user, place = update.effective_user, update.effective_chat
        message = update.message if update.callback_query is None else None
        if user is None or user.is_bot or (message and not addressed(update, message, bot)):
            return None
        # what is typed after the bot's name waits for nothing that was asked in a chat
        chat = str(place.id) if place else f"inline {user.id}"
    return Arrived(Letter(event=number, chat=chat, body=body), update)


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
