"""What a person thinks of an answer: two thumbs, and for the one down a reason."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from bot.answering.models import Answer
from bot.conversation import buttons
from bot.conversation.answers import personal_rows
from bot.conversation.brief import gist
from bot.conversation.buttons import Rows
from bot.conversation.channel import Message, Post, Pressed
from bot.conversation.speaking import HARMLESS, note, tell
from bot.conversation.visit import Visit
from bot.records.review import Reason

# How much of a question, and of its answer, is shown again.
MOST = 1000
# The rows of buttons that have to do with feedback begin so; another press replaces them.
OURS = ("v1:up:", "v1:down:", "v1:why:", "v1:done")


@dataclass(frozen=True)
class Past:
    """An earlier answer and its number."""

    id: int
    answer: Answer


async def rate(visit: Visit, pressed: Pressed, asked: int, liked: bool) -> None:
    """Takes a thumb from the person who asked; one up is thanked, one down is asked why."""
    if not await asyncio.to_thread(visit.desk.rate, asked, visit.person, liked):
        await note(visit, pressed.press, visit.says.not_yours)
        return
    await note(visit, pressed.press, visit.says.thanks if liked else visit.says.why)
    rows = buttons.thanks_rows(visit.language) if liked else buttons.why_rows(asked, visit.language)
    await replace(visit, pressed, rows)


async def why(visit: Visit, pressed: Pressed, asked: int, reason: str) -> None:
    """Takes the reason of a thumb down from the person who asked."""
    kept = reason in set(Reason) and await asyncio.to_thread(visit.desk.explain, asked, visit.person, Reason(reason))
    await note(visit, pressed.press, visit.says.thanks if kept else visit.says.not_yours)
    if kept:
        await replace(visit, pressed, buttons.thanks_rows(visit.language))


async def replace(visit: Visit, pressed: Pressed, rows: Rows) -> None:
    """Puts other rows in place of those for feedback and leaves the rest of the buttons."""
    if pressed.message and pressed.rows:
        kept = [row for row in pressed.rows if not row[0].press.startswith(OURS)]
        with suppress(*HARMLESS):
            await visit.out.edit(pressed.message, Post(rows=(*kept, *rows)))


async def about(visit: Visit, message: Message, asked: int) -> None:
    """Shows in private what a group saw answered, to be rated or put to the office by whoever asked."""
    answer = await asyncio.to_thread(visit.desk.past, asked, visit.person, visit.reader)
    if answer is None:
        await tell(visit, message, visit.says.not_yours)
        return
    question, first = (visit.cut(part, MOST) for part in (answer.question, gist(answer)))
    rows = await asyncio.to_thread(personal_rows, visit, Past(asked, answer))
    await tell(visit, message, f"{visit.says.about.format(question)}\n\n{first}", rows)
