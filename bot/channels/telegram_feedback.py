"""What a person thinks of an answer in Telegram: two thumbs, and for the one down a reason."""

import asyncio
from dataclasses import dataclass

from telegram import CallbackQuery, InlineKeyboardMarkup, Message

from bot.answering.models import Answer
from bot.channels import render
from bot.channels.telegram_answers import personal_rows
from bot.channels.telegram_post import harmless, keyboard, tell
from bot.channels.telegram_visit import Visit
from bot.conversation import buttons
from bot.conversation.brief import brief
from bot.conversation.buttons import Rows
from bot.records.review import Reason

# UTF-16 units of a question, and of its answer, that are shown again.
MOST = 1000
# The rows of a keyboard that have to do with feedback begin so; another press replaces them.
OURS = ("v1:up:", "v1:down:", "v1:why:", "v1:done")


@dataclass(frozen=True)
class Past:
    """An earlier answer and its number."""

    id: int
    answer: Answer


async def rate(visit: Visit, query: CallbackQuery, asked: int, liked: bool) -> None:
    """Takes a thumb from the person who asked; one up is thanked, one down is asked why."""
    if not await asyncio.to_thread(visit.desk.rate, asked, visit.person, liked):
        await harmless(query.answer(visit.says.not_yours))
        return
    await harmless(query.answer(visit.says.thanks if liked else visit.says.why))
    await replace(query, buttons.thanks_rows(visit.language) if liked else buttons.why_rows(asked, visit.language))


async def why(visit: Visit, query: CallbackQuery, asked: int, reason: str) -> None:
    """Takes the reason of a thumb down from the person who asked."""
    kept = reason in set(Reason) and await asyncio.to_thread(visit.desk.explain, asked, visit.person, Reason(reason))
    await harmless(query.answer(visit.says.thanks if kept else visit.says.not_yours))
    if kept:
        await replace(query, buttons.thanks_rows(visit.language))


async def replace(query: CallbackQuery, rows: Rows) -> None:
    """Puts other rows in place of those for feedback and leaves the rest of the keyboard."""
    if isinstance(query.message, Message) and query.message.reply_markup:
        shown = query.message.reply_markup.inline_keyboard
        kept = [row for row in shown if not str(row[0].callback_data).startswith(OURS)]
        markup = InlineKeyboardMarkup([*kept, *keyboard(rows).inline_keyboard])
        await harmless(query.edit_message_reply_markup(markup))


async def about(visit: Visit, message: Message, asked: int) -> None:
    """Shows in private what a group saw answered, to be rated or put to the office by whoever asked."""
    answer = await asyncio.to_thread(visit.desk.past, asked, visit.person, visit.reader)
    if answer is None:
        await tell(message, visit.says.not_yours)
        return
    question, first = (render.cut(part, MOST)[0] for part in (answer.question, brief(answer).partition("\n")[0]))
    rows = await asyncio.to_thread(personal_rows, visit, Past(asked, answer))
    await tell(message, f"{visit.says.about.format(question)}\n\n{first}", rows)
