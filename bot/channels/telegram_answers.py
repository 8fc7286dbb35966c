"""A question in Telegram and its answer, with the buttons under it and what they do to it."""

import asyncio

from telegram import CallbackQuery, InlineKeyboardMarkup, Message

from bot.answering.models import Answer
from bot.channels import messages, render
from bot.channels.messages import Rows
from bot.channels.seam import Desk
from bot.channels.telegram_post import harmless, keyboard, send, tell, typing
from bot.channels.telegram_visit import Visit


async def reply(visit: Visit, message: Message, question: str) -> None:
    """Answers a question under the message that asked it."""
    async with typing(message):
        asked = await asyncio.to_thread(
            visit.desk.ask, question, channel="telegram", person=visit.person, reader=visit.reader
        )
        rows = await asyncio.to_thread(answer_rows, visit.desk, asked.id, asked.answer)
    told = await asyncio.to_thread(visit.desk.door.told, visit.person)
    *before, last = render.telegram(asked.answer, "" if told else visit.says.logged)
    for number, text in enumerate(before):
        await send(message, text, quoting=number == 0)
    await send(message, last, rows, quoting=not before)
    if not told:
        await asyncio.to_thread(visit.desk.door.tell, visit.person)


def answer_rows(desk: Desk, asked: int, answer: Answer) -> Rows:
    """The buttons under an answer: its steps, where else to look, and the thumbs."""
    steps = messages.step_rows(answer.steps, [desk.short(s.link) for s in answer.steps], answer.language)
    near = [(f"{n.title} {n.clause}", desk.short(n.link)) for n in answer.nearest]
    return (*steps, *messages.place_rows(near), *messages.rating_rows(asked))


async def example(visit: Visit, message: Message, language: str, place: str) -> None:
    """Asks the example question of a button, in sight of the person."""
    questions = await asyncio.to_thread(visit.desk.examples, language, visit.reader)
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
