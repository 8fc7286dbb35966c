"""A question and its answer, with the buttons under it and what they open."""

import asyncio
import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.models import Language, Nearest, Status, StepLink
from bot.answering.saying.phrases import place
from bot.conversation import buttons, wording
from bot.conversation.buttons import Rows
from bot.conversation.channel import Message
from bot.conversation.desk import Asked
from bot.conversation.rich import Blocks, packed
from bot.conversation.speaking import send, tell, typing
from bot.conversation.visit import Visit


class Written(NamedTuple):
    """An answer ready to be sent; `told` is whether the person has been told what is recorded."""

    texts: list[Blocks]
    rows: Rows
    told: bool


async def reply(visit: Visit, message: Message, question: str, to: str = "") -> None:
    """Answers a question under the message that asked it; `to` is the answer that it goes on with, "" for none."""
    async with typing(visit.out, message.chat):
        written = await asyncio.to_thread(answered, visit, question, to)
    sent = await post(visit, message, written)
    visit.desk.told(sent.number, channel=visit.out.name, person=visit.person, place=visit.place)


def answered(visit: Visit, question: str, to: str) -> Written:
    """A question answered and written out; blocks."""
    asked = visit.desk.ask(
        question,
        channel=visit.out.name,
        person=visit.person,
        reader=visit.reader,
        as_of=visit.preferences.as_of,
        place=visit.place,
        to=to,
    )
    return write(visit, asked)


def write(visit: Visit, asked: Asked) -> Written:
    """An answer as it is sent: in as few messages as hold it; the first time, with what is recorded."""
    told = visit.desk.door.told(visit.person)
    note = "" if told else visit.says.logged
    blocks = wording.answered(asked.answer, note, dated=visit.preferences.as_of is not None)
    return Written(packed(blocks, visit.out.room), answer_rows(visit, asked), told)


async def post(visit: Visit, message: Message, written: Written) -> Message:
    """Sends an answer, its buttons under the last message, which is given back."""
    *before, last = written.texts
    for number, text in enumerate(before):
        await send(visit, message, text, quoting=number == 0)
    sent = await send(visit, message, last, written.rows, quoting=not before)
    if not written.told:
        await asyncio.to_thread(visit.desk.door.tell, visit.person)
    return sent


def answer_rows(visit: Visit, asked: Asked) -> Rows:
    """The buttons under an answer: levels to choose, its clauses, its steps and their flow, where else to look."""
    desk, answer = visit.desk, asked.answer
    levels = buttons.level_rows(asked.id, answer.options) if answer.status is Status.CLARIFY else ()
    steps = [step for step in answer.steps if step.link != step.procedure]
    near = [(clause_first(n, answer.language), desk.short(n.link)) for n in answer.nearest]
    codes = [desk.short(c.link) for c in answer.citations]
    cited = (
        buttons.number_rows(asked.id, answer.citations, codes)
        if levels
        else buttons.citation_rows(asked.id, answer.citations, codes, answer.language)
    )
    return (
        *levels,
        *cited,
        *buttons.step_rows(steps, [desk.short(s.link) for s in steps], answer.language),
        *(buttons.flow_rows(desk.short(flow), answer.language) if (flow := flow_link(answer.steps)) else ()),
        *buttons.place_rows(near),
        *personal_rows(visit, asked),
    )


def clause_first(near: Nearest, language: Language) -> str:
    """A place as a button calls it: titles begin alike, and what tells places apart is not to be cut off."""
    return " · ".join(part for part in (place(language, near.clause), near.title or near.document) if part)


def personal_rows(visit: Visit, asked: Asked) -> Rows:
    """The office to ask and the two thumbs; in a group the way to a private chat, where they are."""
    if not asked.id:
        return ()
    if not visit.private:
        link = visit.out.link(f"f_{asked.id}")
        return buttons.private_rows(link, asked.answer.language) if link else ()
    office, offices = visit.desk.shelf.owner(asked.answer), visit.desk.offices
    chat, _ = offices.chat(office) if office and offices else ("", "")
    known = office if chat and visit.out.chat(chat) else ""
    return (
        *buttons.office_rows(asked.id, known, asked.answer.language),
        *buttons.rating_rows(asked.id),
    )


def flow_link(steps: Sequence[StepLink]) -> str:
    """What the flow of an answer's steps is drawn from: the step at hand, or the whole procedure; "" for none.

    A chain that nobody wrote out as steps leads to its clause, and has no flow of its own.
    """
    written = [step for step in steps if step.link != step.procedure]
    if not written:
        return ""
    return written[0].link if len(written) == 1 else written[0].procedure


async def example(visit: Visit, message: Message, language: str, place: str) -> None:
    """Asks the example question of a button, in sight of the person."""
    questions = await asyncio.to_thread(visit.desk.examples, language, visit.reader)
    known = {str(number): question for number, question in enumerate(questions)}
    if place not in known:
        await tell(visit, message, visit.says.stale)
        return
    asked = await tell(visit, message, known[place])
    await reply(visit, asked, known[place])


async def level(visit: Visit, message: Message, asked: int, place: int) -> None:
    """Answers an earlier question for the level that was picked."""
    async with typing(visit.out, message.chat):
        written = await asyncio.to_thread(picked, visit, asked, place)
    if written is None:
        await tell(visit, message, visit.says.stale)
    else:
        await post(visit, message, written)


async def others(visit: Visit, asked: str) -> bool:
    """Whether a level is picked in a group by somebody who has not asked the question."""
    if visit.private or not re.fullmatch("[0-9]{1,18}", asked):
        return False
    return await asyncio.to_thread(visit.desk.past, int(asked), visit.person, visit.reader) is None


def picked(visit: Visit, asked: int, place: int) -> Written | None:
    """An earlier question answered for a level and written out, None where there is no such level; blocks."""
    found = visit.desk.choose(asked, place, channel=visit.out.name, person=visit.person, reader=visit.reader)
    return write(visit, found) if found else None
