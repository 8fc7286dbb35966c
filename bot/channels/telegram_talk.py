"""What the Telegram bot says to a message and to a button."""

import asyncio
import html
import re
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from telegram import (
    Bot,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    User,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.helpers import create_deep_linked_url

from bot.answering.models import Answer, Language
from bot.channels import messages, render
from bot.channels.messages import PHRASES, Button, Phrases, Rows
from bot.channels.seam import Desk, NotThere, View

# The typing sign goes out after five seconds.
TYPING_SECONDS = 4
# These tell of a second press or a slow one; nothing is wrong.
REPEATED = ("message is not modified", "query is too old")
# These tell that a message can no longer be edited: it is gone, or too old.
FIXED = ("message to edit not found", "message can't be edited")


@dataclass(frozen=True)
class Visit:
    """One update's surroundings: the desk, the bot, and the person who is here."""

    desk: Desk
    pages: str
    bot: Bot
    user: User

    @property
    def person(self) -> str:
        return f"tg:{self.user.id}"

    @property
    def language(self) -> Language:
        return messages.language_of(self.user.language_code)

    @property
    def says(self) -> Phrases:
        return PHRASES[self.language]


async def said(visit: Visit, message: Message, text: str) -> None:
    """Answers a message; `text` is its text without the bot's name."""
    if not await asyncio.to_thread(visit.desk.allowed, visit.person):
        await tell(message, visit.says.not_allowed.format(visit.user.id))
        return
    if message.text is None:
        await tell(message, visit.says.unsupported)
    elif text.startswith("/"):
        await command(visit, message, text)
    elif len(text) < 2:
        await tell(message, visit.says.short)
    else:
        await reply(visit, message, text)


async def command(visit: Visit, message: Message, text: str) -> None:
    """Obeys /start, with or without a code of a place, and /help; any other gets the help."""
    match text.split():
        case ["/start", payload] if payload.startswith("s_"):
            await show(visit, message, payload.removeprefix("s_"))
        case ["/start", *_]:
            await greet(visit, message)
        case _:
            await tell(message, visit.says.help)


async def greet(visit: Visit, message: Message) -> None:
    """Says who this is, what is recorded, and offers questions to begin with."""
    questions = await asyncio.to_thread(visit.desk.examples, visit.language)
    rows = messages.example_rows(questions, visit.language)
    await tell(message, f"{visit.says.hello}\n\n{visit.says.logged}", rows)


async def reply(visit: Visit, message: Message, question: str) -> None:
    """Answers a question under the message that asked it."""
    async with typing(message):
        asked = await asyncio.to_thread(visit.desk.ask, question, channel="telegram", person=visit.person)
        rows = await asyncio.to_thread(answer_rows, visit.desk, asked.id, asked.answer)
    *before, last = render.telegram(asked.answer)
    for number, text in enumerate(before):
        await send(message, text, quoting=number == 0)
    await send(message, last, rows, quoting=not before)


def answer_rows(desk: Desk, asked: int, answer: Answer) -> Rows:
    """The buttons under an answer: its steps, where else to look, and the thumbs."""
    steps = messages.step_rows(answer.steps, [desk.short(s.link) for s in answer.steps], answer.language)
    near = [(f"{n.title} {n.clause}", desk.short(n.link)) for n in answer.nearest]
    return (*steps, *messages.place_rows(near), *messages.rating_rows(asked))


async def pressed(visit: Visit, query: CallbackQuery) -> None:
    """Obeys a button; what it sends back is not trusted."""
    message = query.message
    if not await asyncio.to_thread(visit.desk.allowed, visit.person):
        await harmless(query.answer(visit.says.not_allowed.format(visit.user.id), show_alert=True))
        return
    match (query.data or "").split(":"):
        case ["v1", "ask", language, place] if isinstance(message, Message):
            await harmless(query.answer())
            await example(visit, message, language, place)
        case ["v1", "see" | "go" as how, code] if isinstance(message, Message):
            await harmless(query.answer())
            await show(visit, message, code, turning=how == "go")
        case ["v1", "up" | "down" as thumb, asked] if re.fullmatch("[0-9]{1,18}", asked):
            await rate(visit, query, int(asked), thumb == "up")
        case ["v1", "done"]:
            await harmless(query.answer())
        case _:
            await harmless(query.answer(visit.says.stale))


async def example(visit: Visit, message: Message, language: str, place: str) -> None:
    """Asks the example question of a button, in sight of the person."""
    questions = await asyncio.to_thread(visit.desk.examples, language)
    known = {str(number): question for number, question in enumerate(questions)}
    if place not in known:
        await tell(message, visit.says.stale)
        return
    asked = await tell(message, known[place])
    await reply(visit, asked, known[place])


async def rate(visit: Visit, query: CallbackQuery, asked: int, liked: bool) -> None:
    """Takes a thumb from the person who asked, and thanks in place of the thumbs."""
    if not await asyncio.to_thread(visit.desk.rate, asked, visit.person, liked):
        await harmless(query.answer(visit.says.not_yours))
        return
    await harmless(query.answer(visit.says.thanks))
    if isinstance(query.message, Message) and query.message.reply_markup:
        rows = query.message.reply_markup.inline_keyboard
        kept = [row for row in rows if not str(row[0].callback_data).startswith(("v1:up:", "v1:down:", "v1:done"))]
        thanks = keyboard(messages.thanks_rows(visit.language))
        await harmless(query.edit_message_reply_markup(InlineKeyboardMarkup([*kept, *thanks.inline_keyboard])))


async def show(visit: Visit, message: Message, code: str, *, turning: bool = False) -> None:
    """Shows a place of the rulebook under a message, or in its stead when the person turns a page."""
    found = await asyncio.to_thread(look, visit, code)
    if found is None:
        await tell(message, visit.says.gone)
        return
    view, rows = found
    text = render.page(view.title, view.text)
    if not turning or not await turned(message, text, rows):
        await send(message, text, rows)


async def turned(message: Message, text: str, rows: Rows) -> bool:
    """Whether a message now shows this page; False when Telegram lets nobody edit it any more."""
    try:
        await harmless(message.edit_text(text, ParseMode.HTML, reply_markup=keyboard(rows)), REPEATED)
    except BadRequest as refused:
        if not refused.message.lower().startswith(FIXED):
            raise
        return False
    return True


def look(visit: Visit, code: str) -> tuple[View, Rows] | None:
    """The place behind a code with its buttons, None when it is no longer there."""
    link = visit.desk.find(code)
    if link is None:
        return None
    try:
        view = visit.desk.show(link)
    except NotThere:
        return None
    before, after = (visit.desk.short(near) if near else None for near in (view.previous, view.next))
    share = Button(label=visit.says.copy_link, copies=create_deep_linked_url(visit.bot.username, f"s_{code}"))
    page = Button(label=visit.says.page, url=visit.pages + quote(view.link, safe="/#!@"))
    return view, (
        *messages.view_rows(before, after, visit.language),
        (share, page) if visit.pages else (share,),
    )


@asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Shows at once that an answer is being written, and keeps showing it."""
    await sign(message)
    signs = asyncio.create_task(keep_signing(message))
    try:
        yield
    finally:
        signs.cancel()


async def keep_signing(message: Message) -> None:
    """Renews the typing sign until cancelled."""
    while True:
        await asyncio.sleep(TYPING_SECONDS)
        await sign(message)


async def sign(message: Message) -> None:
    """Shows the typing sign; an answer does not fail for want of it."""
    with suppress(TelegramError):
        await message.reply_chat_action(ChatAction.TYPING)


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


async def harmless(call: Coroutine[Any, Any, Any], refusals: tuple[str, ...] = REPEATED + FIXED) -> None:
    """Awaits a call to Telegram and lets the refusals of a double or late press go by."""
    try:
        await call
    except BadRequest as refused:
        if not refused.message.lower().startswith(refusals):
            raise
