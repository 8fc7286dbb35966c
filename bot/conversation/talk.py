"""What is done with a message, with a button, and with what is sought: the one place where what is heard comes in."""

import asyncio
import re

from bot.answering.models import Language
from bot.conversation import buttons, menus
from bot.conversation.answers import example, level, others, reply
from bot.conversation.channel import Channel, Chat, Heard, Message, Pressed, Said, Sought
from bot.conversation.desk import Desk
from bot.conversation.feedback import about, rate, why
from bot.conversation.flow.shown import flow, turn
from bot.conversation.further import further, reworded
from bot.conversation.lists import NAMES, show_list, turn_list
from bot.conversation.manners import Manner, manner
from bot.conversation.notices import NOTICES
from bot.conversation.offers import offered
from bot.conversation.offices import bind, put
from bot.conversation.places import cite, go, show
from bot.conversation.replies import passed_on, replies_to_nothing
from bot.conversation.settings import LANGUAGES, look_back, speak
from bot.conversation.speaking import note, tell
from bot.conversation.staff import advise, forget, join, refuse, refuse_press, status
from bot.conversation.visit import Visit, visiting
from bot.people.audience import Reader

# The number of an answer in the log, as a button sends it back; and a place in a list or among pages.
ASKED = re.compile("[0-9]{1,18}")
PLACE = re.compile("[0-9]{1,3}")


async def hear(desk: Desk, pages: str, out: Channel, heard: Heard, reader: Reader | None = None) -> None:
    """Answers whatever a person did; `pages` as a Visit has it, `reader` where that is not for the door to say."""
    visit = await visiting(desk, pages, out, heard.person, chat_of(heard), reader)
    match heard:
        case Said():
            await said(visit, heard)
            await menus.noted(visit)
        case Pressed():
            await pressed(visit, heard)
        case Sought():
            await offered(visit, heard)


def chat_of(heard: Heard) -> Chat | None:
    """The chat in which something was heard, None where nobody sees which."""
    match heard:
        case Said():
            return heard.message.chat
        case Pressed():
            return heard.chat
        case Sought():
            return None


async def said(visit: Visit, heard: Said) -> None:
    """Answers a message."""
    if await passed_on(visit, heard):
        return
    message, text = heard.message, heard.text or ""
    if heard.edited:
        await edited(visit, message, text, heard.to)
        return
    invited = re.fullmatch(r"/start\s+p_([A-Za-z0-9_-]+)\s*", text)
    # whoever sits at the machine itself needs no invitation
    if invited and not visit.reader.everything:
        await enter(visit, message, invited[1])
    elif visit.reader.role is None and text.strip() != "/forget":
        if not await replies_to_nothing(visit, heard):
            await refuse(visit, message)
    elif heard.text is None:
        await tell(visit, message, visit.says.unsupported)
    elif text.startswith("/"):
        await command(visit, message, text)
    else:
        await talked(visit, message, text, heard.to)


async def edited(visit: Visit, message: Message, text: str, to: str) -> None:
    """Answers a question that reads otherwise now, lest the old answer stand under it; nothing else is done again."""
    if visit.reader.role is None or text.startswith("/") or len(text) < 2 or manner(text) is not None:
        return
    if await reworded(visit, message, text, to):
        return
    if text != visit.desk.said(channel=visit.out.name, person=visit.person, place=visit.place):
        await reply(visit, message, text, to)


async def talked(visit: Visit, message: Message, text: str, to: str) -> None:
    """Answers what is no command; thanks and greetings are no questions, and are not recorded as any."""
    match manner(text):
        case Manner.THANKS:
            await tell(visit, message, NOTICES[visit.language].welcome)
        case Manner.GREETING:
            await greet(visit, message, anew=False)
        case Manner.WORDLESS:
            await tell(visit, message, visit.says.short)
        case None if len(text) < 2:
            await tell(visit, message, visit.says.short)
        case None:
            if not await further(visit, message, text, to):
                await reply(visit, message, text, to)


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
            await advise(visit, message)


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
        now = await visiting(visit.desk, visit.pages, visit.out, visit.one, message.chat)
        await greet(now, message)
        await menus.noted(now)


async def greet(visit: Visit, message: Message, *, anew: bool = True) -> None:
    """Says who this is and offers questions to begin with; and what is recorded, once at least."""
    questions = await asyncio.to_thread(visit.desk.examples, visit.language, visit.reader)
    rows = buttons.example_rows(questions, visit.language)
    known = not anew and await asyncio.to_thread(visit.desk.door.told, visit.person)
    await tell(visit, message, visit.says.hello if known else f"{visit.says.hello}\n\n{visit.says.logged}", rows)
    await asyncio.to_thread(visit.desk.door.tell, visit.person)


async def pressed(visit: Visit, heard: Pressed) -> None:
    """Obeys a button; what it sends back is not trusted."""
    if visit.reader.role is None:
        await refuse_press(visit, heard)
        return
    match heard.data.split(":"):
        case ["v1", "up" | "down" as thumb, asked] if ASKED.fullmatch(asked):
            await rate(visit, heard, int(asked), thumb == "up")
        case ["v1", "why", asked, reason] if ASKED.fullmatch(asked):
            await why(visit, heard, int(asked), reason)
        case ["v1", "office", asked] if ASKED.fullmatch(asked) and heard.message:
            await put(visit, heard, heard.message, int(asked))
        case ["v1", "level", asked, _] if await others(visit, asked):
            await note(visit, heard.press, visit.says.not_yours_to_pick, alert=True)
        case ["v1", "done"]:
            await note(visit, heard.press)
        case ["v1", *parts] if heard.message and fits(parts):
            await note(visit, heard.press)
            await opened(visit, heard.message, parts)
        case _:
            await note(visit, heard.press, visit.says.stale)


def fits(parts: list[str]) -> bool:
    """Tells whether a press is of the form that `opened` takes."""
    match unspoken(parts)[0]:
        case ["see" | "go" | "flow", _] | ["ask", _, _]:
            return True
        case ["lang", language]:
            return language in LANGUAGES
        case ["turn", _, place]:
            return bool(PLACE.fullmatch(place))
        case ["list", name, place]:
            return name in NAMES and bool(PLACE.fullmatch(place))
        case ["level", asked, place] | ["cite", asked, place, _]:
            return bool(ASKED.fullmatch(asked) and PLACE.fullmatch(place))
    return False


def unspoken(parts: list[str]) -> tuple[list[str], Language | None]:
    """A press that turns a message in place without the language that the message is to stay in, and that.

    Buttons of earlier times name none; then it is the language of whoever presses.
    """
    match parts:
        case ["go", _, "zh" | "en" as language] | ["turn" | "list", _, _, "zh" | "en" as language]:
            return parts[:-1], language
    return parts, None


async def opened(visit: Visit, message: Message, parts: list[str]) -> None:
    """Shows what a button leads to."""
    parts, written = unspoken(parts)
    match parts:
        case ["ask", language, place]:
            await example(visit, message, language, place)
        case ["see", code]:
            await show(visit, message, code)
        case ["go", code]:
            await go(visit, message, code, written)
        case ["flow", code]:
            await flow(visit, message, code)
        case ["turn", code, place]:
            await turn(visit, message, code, int(place), written)
        case ["lang", language]:
            await speak(visit, message, language)
        case ["list", name, place]:
            await turn_list(visit, message, name, int(place), written)
        case ["level", asked, place]:
            await level(visit, message, int(asked), int(place))
        case ["cite", asked, n, code]:
            await cite(visit, message, int(asked), int(n), code)
