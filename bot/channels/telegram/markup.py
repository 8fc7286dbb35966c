"""PURE: blocks of text as Telegram's HTML, and buttons as its keyboards; and back from keyboards."""

import html
from collections.abc import Iterable
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.conversation.buttons import Button, Rows
from bot.conversation.rich import Blocks, Room, Style

# The markup round a block, with {} for its text.
MARKS = {Style.PLAIN: "{}", Style.BOLD: "<b>{}</b>", Style.QUOTE: "<blockquote expandable>{}</blockquote>"}


def units(text: str) -> int:
    """The length Telegram counts: UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


# Telegram's limits for one message and for the words under a picture, of the text after its markup is parsed.
ROOM = Room(text=4096, caption=1024, size=units)


def marked(blocks: Blocks) -> str:
    """Blocks in Telegram's HTML."""
    texts = [block.gap + MARKS[block.style].format(html.escape(block.text, quote=False)) for block in blocks]
    return "".join(texts).removeprefix(blocks[0].gap if blocks else "")


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


def rows(markup: InlineKeyboardMarkup | None) -> Rows:
    """The buttons of a keyboard that stands under a message."""
    shown: Iterable[Iterable[InlineKeyboardButton]] = markup.inline_keyboard if markup else ()
    return tuple(tuple(button(key) for key in row) for row in shown if row)


def button(key: InlineKeyboardButton) -> Button:
    """One button of a keyboard."""
    copies = key.copy_text.text if key.copy_text else ""
    return Button(label=key.text, press=str(key.callback_data or ""), copies=copies, url=key.url or "")
