"""What the Telegram bot does with a message and with a button."""

import asyncio
import re

from telegram import CallbackQuery, Message

from bot.channels import messages
from bot.channels.telegram_answers import example, rate, reply
from bot.channels.telegram_flows import flow, turn
from bot.channels.telegram_places import show
from bot.channels.telegram_post import harmless, tell
from bot.channels.telegram_visit import Visit


async def said(visit: Visit, message: Message, text: str) -> None:
    """Answers a message; `text` is its text without the bot's name."""
    if visit.reader.role is None:
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
    questions = await asyncio.to_thread(visit.desk.examples, visit.language, visit.reader)
    rows = messages.example_rows(questions, visit.language)
    await tell(message, f"{visit.says.hello}\n\n{visit.says.logged}", rows)


async def pressed(visit: Visit, query: CallbackQuery) -> None:
    """Obeys a button; what it sends back is not trusted."""
    message = query.message
    if visit.reader.role is None:
        await harmless(query.answer(visit.says.not_allowed.format(visit.user.id), show_alert=True))
        return
    match (query.data or "").split(":"):
        case ["v1", "ask", language, place] if isinstance(message, Message):
            await harmless(query.answer())
            await example(visit, message, language, place)
        case ["v1", "see" | "go" as how, code] if isinstance(message, Message):
            await harmless(query.answer())
            await show(visit, message, code, turning=how == "go")
        case ["v1", "flow", code] if isinstance(message, Message):
            await harmless(query.answer())
            await flow(visit, message, code)
        case ["v1", "turn", code, place] if isinstance(message, Message) and re.fullmatch("[0-9]{1,3}", place):
            await harmless(query.answer())
            await turn(visit, message, code, int(place))
        case ["v1", "up" | "down" as thumb, asked] if re.fullmatch("[0-9]{1,18}", asked):
            await rate(visit, query, int(asked), thumb == "up")
        case ["v1", "done"]:
            await harmless(query.answer())
        case _:
            await harmless(query.answer(visit.says.stale))
