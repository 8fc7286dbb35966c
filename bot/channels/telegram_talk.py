"""What the Telegram bot does with a message and with a button."""

import asyncio
import re

from telegram import CallbackQuery, Message

from bot.channels import messages
from bot.channels.telegram_answers import example, rate, reply
from bot.channels.telegram_places import show
from bot.channels.telegram_post import harmless, tell
from bot.channels.telegram_staff import forget, join, refuse, refuse_press, status
from bot.channels.telegram_visit import Visit, visiting


async def said(visit: Visit, message: Message, text: str) -> None:
    """Answers a message; `text` is its text without the bot's name."""
    invited = re.fullmatch(r"/start\s+p_([A-Za-z0-9_-]+)\s*", text)
    if invited:
        await enter(visit, message, invited[1])
        return
    if visit.reader.role is None:
        await refuse(visit, message)
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
        case ["/forget"]:
            await forget(visit, message)
        case ["/status"]:
            await status(visit, message)
        case _:
            await tell(message, visit.says.help)


async def enter(visit: Visit, message: Message, code: str) -> None:
    """Lets in by an invitation, and greets whoever came in by it with what they may read now."""
    if await join(visit, message, code):
        await greet(await visiting(visit.desk, visit.pages, visit.bot, visit.user, message.chat), message)


async def greet(visit: Visit, message: Message) -> None:
    """Says who this is, what is recorded, and offers questions to begin with."""
    questions = await asyncio.to_thread(visit.desk.examples, visit.language, visit.reader)
    rows = messages.example_rows(questions, visit.language)
    await tell(message, f"{visit.says.hello}\n\n{visit.says.logged}", rows)
    await asyncio.to_thread(visit.desk.door.tell, visit.person)


async def pressed(visit: Visit, query: CallbackQuery) -> None:
    """Obeys a button; what it sends back is not trusted."""
    message = query.message
    if visit.reader.role is None:
        await refuse_press(visit, query)
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
