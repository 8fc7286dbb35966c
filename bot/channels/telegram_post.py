"""The way out: messages, buttons and the typing sign as Telegram takes them."""

import asyncio
import html
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.channels.buttons import Button, Rows

# The typing sign goes out after five seconds.
TYPING_SECONDS = 4
# These tell of a second press or a slow one; nothing is wrong.
HARMLESS = ("message is not modified", "query is too old", "message to edit not found")


@asynccontextmanager
async def typing(message: Message, action: ChatAction = ChatAction.TYPING) -> AsyncIterator[None]:
    """Shows at once that an answer is being written, and keeps showing it."""
    await sign(message, action)
    signs = asyncio.create_task(keep_signing(message, action))
    try:
        yield
    finally:
        signs.cancel()


async def keep_signing(message: Message, action: ChatAction) -> None:
    """Renews the typing sign until cancelled."""
    while True:
        await asyncio.sleep(TYPING_SECONDS)
        await sign(message, action)


async def sign(message: Message, action: ChatAction) -> None:
    """Shows the typing sign; an answer does not fail for want of it."""
    with suppress(TelegramError):
        await message.reply_chat_action(action)


async def tell(message: Message, text: str, rows: Rows = ()) -> Message:
    """Replies with plain text."""
    return await send(message, html.escape(text, quote=False), rows)


async def send(message: Message, text: str, rows: Rows = (), *, quoting: bool = True) -> Message:
    """Sends HTML to a message's chat, as a reply to it when `quoting`."""
    markup = keyboard(rows) if rows else None
    return await message.reply_text(text, ParseMode.HTML, reply_markup=markup, do_quote=quoting)


def keyboard(rows: Rows) -> InlineKeyboardMarkup:
    """Buttons as Telegram takes them."""
    return InlineKeyboardMarkup([[key(button) for button in row] for row in rows])


def key(button: Button) -> InlineKeyboardButton:
    """One button as Telegram takes it."""
    copied = CopyTextButton(button.copies) if button.copies else None
    return InlineKeyboardButton(
        button.label, url=button.url or None, callback_data=button.press or None, copy_text=copied
    )


async def harmless(call: Coroutine[Any, Any, Any]) -> None:
    """Awaits a call to Telegram and lets the refusals of a double or late press go by."""
    try:
        await call
    except BadRequest as refused:
        if not refused.message.lower().startswith(HARMLESS):
            raise
