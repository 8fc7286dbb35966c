"""A procedure's flow as a picture, with its words under it."""

import asyncio
from contextlib import suppress

from bot.answering.models import Language
from bot.conversation import buttons
from bot.conversation.channel import Message, Post
from bot.conversation.flow.picture import picture
from bot.conversation.flow.words import caption
from bot.conversation.speaking import HARMLESS, tell, typing
from bot.conversation.visit import Visit


async def flow(visit: Visit, message: Message, code: str) -> None:
    """Sends the flow behind a code under a message, at the step that the code names."""
    async with typing(visit.out, message.chat, drawing=True):
        found = await asyncio.to_thread(drawn, visit, code)
    if found is None:
        await tell(visit, message, visit.says.gone)
    else:
        await visit.out.send(message.chat, found, message.number)


async def turn(visit: Visit, message: Message, code: str, place: int, language: Language | None = None) -> None:
    """Puts another picture of the same flow in place of the one that is shown, with its words in the same language."""
    found = await asyncio.to_thread(drawn, visit.speaking(language), code, place)
    if found is None:
        await tell(visit, message, visit.says.gone)
        return
    with suppress(*HARMLESS):
        await visit.out.edit(message, found)


def drawn(visit: Visit, code: str, place: int | None = None) -> Post | None:
    """One picture of the flow behind a code with its words and buttons, None when it is no longer there."""
    link = visit.desk.find(code)
    procedure = visit.desk.procedure(link, visit.reader) if link else None
    if link is None or procedure is None:
        return None
    at = next((step.number for step in procedure.steps if step.id == link), 0)
    made, room = picture(procedure, at, place), visit.out.room
    words = caption(procedure, at, visit.language, room, made.shown)
    return Post(blocks=words, rows=buttons.turn_rows(code, made.place, made.of, visit.language), picture=made.png)
