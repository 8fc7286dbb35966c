"""Questions that go to an office's own chat in Telegram, and the replies that come back."""

import asyncio
import html
import logging

from telegram import Bot, CallbackQuery, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from bot.channels import render
from bot.channels.telegram_post import harmless, tell
from bot.channels.telegram_visit import Visit
from bot.conversation.brief import brief
from bot.conversation.messages import PHRASES
from bot.people.offices import Letter

# UTF-16 units of a question, and of its answer, that an office is told: how to reply must fit in after them.
MOST = 1500

log = logging.getLogger(__name__)


async def bind(visit: Visit, message: Message, office: str) -> None:
    """Makes this chat an office's, or no office's without a name, at the word of an admin."""
    offices = visit.desk.offices
    if not visit.admin or offices is None:
        await tell(message, visit.says.only_admin)
    elif office:
        await asyncio.to_thread(offices.bind, office, visit.chat_name)
        await tell(message, visit.says.bound.format(office))
    else:
        await asyncio.to_thread(offices.release, visit.chat_name)
        await tell(message, visit.says.released)


async def put(visit: Visit, query: CallbackQuery, message: Message, asked: int) -> None:
    """Puts a person's question to the office that owns what its answer rests on."""
    answer = await asyncio.to_thread(visit.desk.past, asked, visit.person, visit.reader)
    offices = visit.desk.offices
    if answer is None or offices is None:
        await harmless(query.answer(visit.says.not_yours))
        return
    await harmless(query.answer())
    office = await asyncio.to_thread(visit.desk.shelf.owner, answer)
    chat = await asyncio.to_thread(offices.chat, office) if office else ""
    if await asyncio.to_thread(offices.written, asked):
        await tell(message, visit.says.put_already)
        return
    parts = (answer.question, brief(answer).partition("\n")[0])
    words = PHRASES[answer.language].letter.format(*(render.cut(part, MOST)[0] for part in parts))
    sent = await deliver(visit.bot, chat, words) if chat else None
    if sent is None:
        await tell(message, visit.says.no_office.format(office or "…"))
        return
    letter = Letter(asked=asked, office=office, to_chat=f"{visit.chat_name}:{message.message_id}")
    await asyncio.to_thread(offices.write, chat, sent.message_id, visit.person, letter)
    await tell(message, visit.says.put.format(office))


async def passed_on(visit: Visit, message: Message) -> bool:
    """Passes an office's reply on to whoever asked; False when the message is no such reply."""
    to, offices = message.reply_to_message, visit.desk.offices
    if to is None or offices is None or to.from_user is None or to.from_user.id != visit.bot.id:
        return False
    letter = await asyncio.to_thread(offices.letter, visit.chat_name, to.message_id)
    if letter is None:
        return False
    reply = render.clean(message.text or "").strip()
    if not letter.to_chat:
        await tell(message, visit.says.passed_on_already)
    elif not reply:
        await tell(message, visit.says.only_text_passed_on)
    else:
        await pass_on(visit, message, letter, reply)
    return True


async def pass_on(visit: Visit, message: Message, letter: Letter, reply: str) -> None:
    """Sends a reply as the office's word under the answer that it is about, and keeps it for the FAQ."""
    chat, _, number = letter.to_chat.rpartition(":")
    answer = await asyncio.to_thread(visit.desk.answered, letter.asked)
    says = PHRASES[answer.language] if answer else visit.says
    sent = await deliver(visit.bot, chat, says.word.format(letter.office, reply), int(number))
    if offices := visit.desk.offices:
        to = message.reply_to_message.message_id if message.reply_to_message else 0
        await asyncio.to_thread(offices.replied, visit.chat_name, to, reply)
    await tell(message, visit.says.passed_on if sent else visit.says.not_passed_on)


async def deliver(bot: Bot, chat: str, text: str, under: int = 0) -> Message | None:
    """Sends a text to a chat the desk knows as tg:NUMBER; None where the bot may not write."""
    shown = render.cut(text, render.LIMIT)[0]
    quoting = ReplyParameters(under, allow_sending_without_reply=True) if under else None
    try:
        return await bot.send_message(
            int(chat.removeprefix("tg:")), html.escape(shown, quote=False), ParseMode.HTML, reply_parameters=quoting
        )
    except (Forbidden, BadRequest) as refused:
        log.warning("a message to an office or from one was refused: %s", refused)
        return None
