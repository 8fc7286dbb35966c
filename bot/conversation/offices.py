"""Questions that go to an office's own chat, and the replies that come back."""

import asyncio
import logging

from bot.conversation.brief import brief
from bot.conversation.channel import Message, Post, Pressed, Said
from bot.conversation.messages import PHRASES
from bot.conversation.rich import clean
from bot.conversation.speaking import fitted, note, tell
from bot.conversation.trouble import Refused
from bot.conversation.visit import Visit
from bot.conversation.wording import told
from bot.people.offices import Letter

# How much of a question, and of its answer, an office is told: how to reply must fit in after them.
MOST = 1500

log = logging.getLogger(__name__)


async def bind(visit: Visit, message: Message, office: str) -> None:
    """Makes this chat an office's, or no office's without a name, at the word of an admin."""
    offices = visit.desk.offices
    # nobody can reply at the machine itself
    if not visit.admin or visit.reader.everything or offices is None:
        await tell(visit, message, visit.says.only_admin)
    elif office:
        await asyncio.to_thread(offices.bind, office, visit.chat_name)
        await tell(visit, message, visit.says.bound.format(office))
    else:
        await asyncio.to_thread(offices.release, visit.chat_name)
        await tell(visit, message, visit.says.released)


async def put(visit: Visit, pressed: Pressed, message: Message, asked: int) -> None:
    """Puts a person's question to the office that owns what its answer rests on."""
    answer = await asyncio.to_thread(visit.desk.past, asked, visit.person, visit.reader)
    offices = visit.desk.offices
    if answer is None or offices is None:
        await note(visit, pressed.press, visit.says.not_yours)
        return
    await note(visit, pressed.press)
    office = await asyncio.to_thread(visit.desk.shelf.owner, answer)
    chat = await asyncio.to_thread(offices.chat, office) if office else ""
    if await asyncio.to_thread(offices.written, asked):
        await tell(visit, message, visit.says.put_already)
        return
    parts = (answer.question, brief(answer).partition("\n")[0])
    words = PHRASES[answer.language].letter.format(*(visit.cut(part, MOST) for part in parts))
    sent = await deliver(visit, chat, words) if chat else None
    if sent is None:
        await tell(visit, message, visit.says.no_office.format(office or "…"))
        return
    letter = Letter(asked=asked, office=office, to_chat=f"{visit.chat_name}:{message.number}")
    await asyncio.to_thread(offices.write, chat, sent, visit.person, letter)
    await tell(visit, message, visit.says.put.format(office))


async def passed_on(visit: Visit, said: Said) -> bool:
    """Passes an office's reply on to whoever asked; False when the message is no such reply."""
    offices = visit.desk.offices
    if not said.to or offices is None:
        return False
    letter = await asyncio.to_thread(offices.letter, visit.chat_name, said.to)
    if letter is None:
        return False
    reply = clean(said.text or "").strip()
    if not letter.to_chat:
        await tell(visit, said.message, visit.says.passed_on_already)
    elif not reply:
        await tell(visit, said.message, visit.says.only_text_passed_on)
    else:
        await pass_on(visit, said, letter, reply)
    return True


async def pass_on(visit: Visit, said: Said, letter: Letter, reply: str) -> None:
    """Sends a reply as the office's word under the answer that it is about, and keeps it for the FAQ."""
    chat, _, number = letter.to_chat.rpartition(":")
    answer = await asyncio.to_thread(visit.desk.answered, letter.asked)
    says = PHRASES[answer.language] if answer else visit.says
    sent = await deliver(visit, chat, says.word.format(letter.office, reply), number)
    if offices := visit.desk.offices:
        await asyncio.to_thread(offices.replied, visit.chat_name, said.to, reply)
    await tell(visit, said.message, visit.says.passed_on if sent else visit.says.not_passed_on)


async def deliver(visit: Visit, chat: str, text: str, under: str = "") -> str | None:
    """Sends a text to a chat by the desk's name of it; its number, None where the bot may not write."""
    to = visit.out.chat(chat)
    if to is None:
        return None
    try:
        return await visit.out.send(to, Post(blocks=fitted(visit.out, told(text))), under)
    except Refused as refused:
        log.warning("a message to an office or from one was refused: %s", refused)
        return None
