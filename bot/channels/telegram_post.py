"""The way out: messages, buttons and the typing sign as Telegram takes them."""

import asyncio
import html
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import InlineKeyboardMarkup, Message
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.channels import render
from bot.conversation.buttons import Button, Rows

# Whoever waits for less sees the answer itself, and a call is saved.
MOMENT_SECONDS = 0.5
# The typing sign goes out after five seconds.
TYPING_SECONDS = 4
# Links show no preview.
UNSEEN = {"link_preview_options": {"is_disabled": True}}
# These tell of a second press or a slow one; nothing is wrong.
REPEATED = ("message is not modified", "query is too old")
# These tell that a message can no longer be edited: it is gone, or too old.
FIXED = ("message to edit not found", "message can't be edited")


@asynccontextmanager
async def typing(message: Message, action: ChatAction = ChatAction.TYPING) -> AsyncIterator[None]:
    """Shows that an answer is being written when it takes longer than a moment, and keeps showing it."""
    signs = asyncio.create_task(keep_signing(message, action))
    try:
        yield
    finally:
        signs.cancel()


async def keep_signing(message: Message, action: ChatAction) -> None:
    """Shows the typing sign a moment from now and renews it until cancelled."""
    await asyncio.sleep(MOMENT_SECONDS)
    while True:
        await sign(message, action)
        await asyncio.sleep(TYPING_SECONDS)


async def sign(message: Message, action: ChatAction) -> None:
    """Shows the typing sign; an answer does not fail for want of it."""
    with suppress(TelegramError):
        await message.reply_chat_action(action)


async def tell(message: Message, text: str, rows: Rows = ()) -> dict[str, Any]:
    """Replies with plain text, cut where it is over the limit; the message as Telegram tells of it."""
    return await send(message, html.escape(render.cut(text, render.LIMIT)[0], quote=False), rows)


async def send(message: Message, text: str, rows: Rows = (), *, quoting: bool = True) -> dict[str, Any]:
    """Sends HTML to a message's chat, as a reply to it when `quoting`; the message as Telegram tells of it.

    Making objects of the library's out of both would take as long as all the rest of an answer.
    """
    fields = {"chat_id": message.chat_id, "text": text, "parse_mode": ParseMode.HTML.value, **UNSEEN}
    if quoting:
        fields["reply_parameters"] = {"message_id": message.message_id, "allow_sending_without_reply": True}
    if rows:
        fields["reply_markup"] = keys(rows)
    if message.is_topic_message:
        fields["message_thread_id"] = message.message_thread_id
    sent: dict[str, Any] = await message.get_bot().do_api_request("sendMessage", fields)
    return sent


def keyboard(rows: Rows) -> InlineKeyboardMarkup:
    """Buttons as the library takes them."""
    return InlineKeyboardMarkup.de_json(keys(rows))


def keys(rows: Rows) -> dict[str, Any]:
    """Buttons as Telegram takes them."""
    return {"inline_keyboard": [[key(button) for button in row] for row in rows]}


def key(button: Button) -> dict[str, Any]:
    """One button as Telegram takes it."""
    does = {"url": button.url, "callback_data": button.press, "copy_text": button.copies and {"text": button.copies}}
    return {"text": button.label, **{name: value for name, value in does.items() if value}}


async def turned(message: Message, text: str, rows: Rows) -> None:
    """Puts HTML in place of a message's, or sends it anew where Telegram lets nobody edit the message any more."""
    try:
        await harmless(message.edit_text(text, ParseMode.HTML, reply_markup=keyboard(rows)), REPEATED)
    except BadRequest as refused:
        if not refused.message.lower().startswith(FIXED):
            raise
        await send(message, text, rows)


async def harmless(call: Coroutine[Any, Any, Any], refusals: tuple[str, ...] = REPEATED + FIXED) -> None:
    """Awaits a call to Telegram and lets the refusals of a double or late press go by."""
    try:
        await call
    except BadRequest as refused:
        if not refused.message.lower().startswith(refusals):
            raise
