"""What the Telegram bot does with a message and with a button."""

import asyncio
import re

from telegram import CallbackQuery, Message

from bot.channels.telegram_answers import example, level, reply
from bot.channels.telegram_feedback import about, rate, why
from bot.channels.telegram_flows import flow, turn
from bot.channels.telegram_lists import NAMES, show_list
from bot.channels.telegram_offices import bind, passed_on, put
from bot.channels.telegram_places import cite, show
from bot.channels.telegram_post import harmless, tell
from bot.channels.telegram_settings import look_back, speak
from bot.channels.telegram_staff import forget, join, refuse, refuse_press, status
from bot.channels.telegram_visit import Visit, visiting
from bot.conversation import buttons

# The number of an answer in the log, as a button sends it back; and a place in a list or among pages.
ASKED = re.compile("[0-9]{1,18}")
PLACE = re.compile("[0-9]{1,3}")


async def said(visit: Visit, message: Message, text: str) -> None:
    """Answers a message; `text` is its text without the bot's name."""
    if await passed_on(visit, message):
        return
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
    """Obeys a command; any other gets the help."""
    name, _, rest = text.partition(" ")
    rest = rest.strip()
    match name:
        case "/start":
            await start(visit, message, rest)
        case "/sources" | "/procedures":
            await show_list(visit, message, name.removeprefix("/"))
        case "/lang":
            await speak(visit, message, rest)
        case "/asof":
            await look_back(visit, message, rest)
        case "/office":
            await bind(visit, message, rest)
        case "/forget":
            await forget(visit, message)
        case "/status":
            await status(visit, message)
        case _:
            await tell(message, visit.says.help)


async def start(visit: Visit, message: Message, payload: str) -> None:
    """Greets, or opens what a link leads to: a place of the rulebook, or an answer given in a group."""
    if payload.startswith("s_"):
        await show(visit, message, payload.removeprefix("s_"))
    elif payload.startswith("f_") and ASKED.fullmatch(payload.removeprefix("f_")):
        await about(visit, message, int(payload.removeprefix("f_")))
    else:
        await greet(visit, message)


async def enter(visit: Visit, message: Message, code: str) -> None:
    """Lets in by an invitation, and greets whoever came in by it with what they may read now."""
    if await join(visit, message, code):
        await greet(await visiting(visit.desk, visit.pages, visit.bot, visit.user, message.chat), message)


async def greet(visit: Visit, message: Message) -> None:
    """Says who this is, what is recorded, and offers questions to begin with."""
    questions = await asyncio.to_thread(visit.desk.examples, visit.language, visit.reader)
    rows = buttons.example_rows(questions, visit.language)
    await tell(message, f"{visit.says.hello}\n\n{visit.says.logged}", rows)
    await asyncio.to_thread(visit.desk.door.tell, visit.person)


async def pressed(visit: Visit, query: CallbackQuery) -> None:
    """Obeys a button; what it sends back is not trusted."""
    if visit.reader.role is None:
        await refuse_press(visit, query)
        return
    match (query.data or "").split(":"):
        case ["v1", "up" | "down" as thumb, asked] if ASKED.fullmatch(asked):
            await rate(visit, query, int(asked), thumb == "up")
        case ["v1", "why", asked, reason] if ASKED.fullmatch(asked):
            await why(visit, query, int(asked), reason)
        case ["v1", "office", asked] if ASKED.fullmatch(asked) and isinstance(query.message, Message):
            await put(visit, query, query.message, int(asked))
        case ["v1", "done"]:
            await harmless(query.answer())
        case ["v1", *parts] if isinstance(query.message, Message) and fits(parts):
            await harmless(query.answer())
            await opened(visit, query.message, parts)
        case _:
            await harmless(query.answer(visit.says.stale))


def fits(parts: list[str]) -> bool:
    """Tells whether a press is of the form that `opened` takes."""
    match parts:
        case ["see" | "go" | "flow", _] | ["ask", _, _]:
            return True
        case ["turn", _, place]:
            return bool(PLACE.fullmatch(place))
        case ["list", name, place]:
            return name in NAMES and bool(PLACE.fullmatch(place))
        case ["level", asked, place] | ["cite", asked, place, _]:
            return bool(ASKED.fullmatch(asked) and PLACE.fullmatch(place))
    return False


async def opened(visit: Visit, message: Message, parts: list[str]) -> None:
    """Shows what a button leads to."""
    match parts:
        case ["ask", language, place]:
            await example(visit, message, language, place)
        case ["see" | "go" as how, code]:
            await show(visit, message, code, turning=how == "go")
        case ["flow", code]:
            await flow(visit, message, code)
        case ["turn", code, place]:
            await turn(visit, message, code, int(place))
        case ["list", name, place]:
            await show_list(visit, message, name, int(place))
        case ["level", asked, place]:
            await level(visit, message, int(asked), int(place))
        case ["cite", asked, n, code]:
            await cite(visit, message, int(asked), int(n), code)
