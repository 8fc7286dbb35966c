"""A question in Telegram and its answer, with the buttons under it and what they open."""

import asyncio
from collections.abc import Sequence

from telegram import Message

from bot.answering.models import Answer, Status, StepLink
from bot.channels import buttons, render
from bot.channels.buttons import Rows
from bot.channels.seam import Asked
from bot.channels.telegram_post import send, tell, typing
from bot.channels.telegram_visit import Visit

CHANNEL = "telegram"


async def reply(visit: Visit, message: Message, question: str) -> None:
    """Answers a question under the message that asked it."""
    async with typing(message):
        asked = await asyncio.to_thread(
            visit.desk.ask,
            question,
            channel=CHANNEL,
            person=visit.person,
            reader=visit.reader,
            as_of=visit.preferences.as_of,
            place=visit.place,
        )
        rows = await asyncio.to_thread(answer_rows, visit, asked)
    await post(visit, message, asked.answer, rows)


async def post(visit: Visit, message: Message, answer: Answer, rows: Rows) -> None:
    """Sends an answer in as few messages as hold it, its buttons under the last; once, what is recorded."""
    told = await asyncio.to_thread(visit.desk.door.told, visit.person)
    note = "" if told else visit.says.logged
    *before, last = render.telegram(answer, note, dated=visit.preferences.as_of is not None)
    for number, text in enumerate(before):
        await send(message, text, quoting=number == 0)
    await send(message, last, rows, quoting=not before)
    if not told:
        await asyncio.to_thread(visit.desk.door.tell, visit.person)


def answer_rows(visit: Visit, asked: Asked) -> Rows:
    """The buttons under an answer: levels to choose, its clauses, its steps and their flow, where else to look."""
    desk, answer = visit.desk, asked.answer
    levels = buttons.level_rows(asked.id, answer.options) if answer.status is Status.CLARIFY else ()
    cited = answer.citations if not levels else ()
    near = [(f"{n.title} {n.clause}", desk.short(n.link)) for n in answer.nearest]
    return (
        *levels,
        *buttons.citation_rows(asked.id, cited, [desk.short(c.link) for c in cited]),
        *buttons.step_rows(answer.steps, [desk.short(s.link) for s in answer.steps], answer.language),
        *(buttons.flow_rows(desk.short(flow_link(answer.steps)), answer.language) if answer.steps else ()),
        *buttons.place_rows(near),
        *personal_rows(visit, asked),
    )


def personal_rows(visit: Visit, asked: Asked) -> Rows:
    """The office to ask and the two thumbs; in a group the way to a private chat, where they are."""
    if not asked.id:
        return ()
    if not visit.private:
        return buttons.private_rows(visit.deep_link(f"f_{asked.id}"), asked.answer.language)
    office, offices = visit.desk.shelf.owner(asked.answer), visit.desk.offices
    known = office if office and offices and offices.chat(office) else ""
    return (
        *buttons.office_rows(asked.id, known, asked.answer.language),
        *buttons.rating_rows(asked.id),
    )


def flow_link(steps: Sequence[StepLink]) -> str:
    """What the flow of an answer's steps is drawn from: the step at hand, or the whole procedure."""
    return steps[0].link if len(steps) == 1 else steps[0].procedure


async def example(visit: Visit, message: Message, language: str, place: str) -> None:
    """Asks the example question of a button, in sight of the person."""
    questions = await asyncio.to_thread(visit.desk.examples, language, visit.reader)
    known = {str(number): question for number, question in enumerate(questions)}
    if place not in known:
        await tell(message, visit.says.stale)
        return
    asked = await tell(message, known[place])
    await reply(visit, asked, known[place])


async def level(visit: Visit, message: Message, asked: int, place: int) -> None:
    """Answers an earlier question for the level that was picked."""
    async with typing(message):
        found = await asyncio.to_thread(
            visit.desk.choose, asked, place, channel=CHANNEL, person=visit.person, reader=visit.reader
        )
        rows = await asyncio.to_thread(answer_rows, visit, found) if found else ()
    if found is None:
        await tell(message, visit.says.stale)
        return
    await post(visit, message, found.answer, rows)
