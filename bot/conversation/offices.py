"""Questions that go to an office's own chat."""

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from weakref import WeakValueDictionary

from bot.answering.models import Answer
from bot.conversation.brief import gist
from bot.conversation.channel import Channel, Message, Post, Pressed
from bot.conversation.messages import PHRASES
from bot.conversation.notices import NOTICES
from bot.conversation.speaking import fitted, note, tell, worded
from bot.conversation.trouble import Refused, Unwelcome
from bot.conversation.visit import Visit
from bot.conversation.wording import told
from bot.people.audience import MACHINE
from bot.people.offices import Asker, Letter, Offices
from bot.people.words import compared
from bot.records.store import stamped
from bot.records.wordings import normal

# How much of a question, and of its answer, an office is told: how to reply must fit in after them.
MOST = 1500
# A question that an office has left so long without a reply is put to it anew.
OPEN = timedelta(days=7)
# Between names in a list.
LIST = {"zh": "、", "en": ", "}
log = logging.getLogger(__name__)

# Two who ask an office the same at the same moment come one after the other: the second finds the first one's letter.
_turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()


async def bind(visit: Visit, message: Message, office: str) -> None:
    """Makes this chat, or this topic of it, an office's, or no office's without a name, at the word of an admin."""
    offices = visit.desk.offices
    # nobody can reply at the machine itself
    if not visit.admin or visit.reader.everything or offices is None:
        await tell(visit, message, visit.says.only_admin)
    elif office:
        await asyncio.to_thread(offices.bind, office, visit.chat_name, message.chat.thread)
        if visit.desk.menus:
            await asyncio.to_thread(visit.desk.menus.note, visit.chat_name)
        await tell(visit, message, "\n".join([visit.says.bound.format(office), *await doubts(visit, office)]))
    else:
        await asyncio.to_thread(offices.release, visit.chat_name)
        await tell(visit, message, visit.says.released)


async def doubts(visit: Visit, office: str) -> list[str]:
    """What is to be minded where no document names an office as its owner: that, and which it could have been.

    Of documents that not everybody in the chat may read the owners are not listed.
    """
    shelf = visit.desk.shelf
    if compared(office) in map(compared, await asyncio.to_thread(shelf.owners, MACHINE)):
        return []
    others = await asyncio.to_thread(shelf.owners, visit.reader)
    there_are = [visit.says.owners_are.format(LIST[visit.language].join(others))] if others else []
    return [visit.says.bound_to_none.format(office), *there_are]


async def put(visit: Visit, pressed: Pressed, message: Message, asked: int) -> None:
    """Puts a person's question to the office that owns what its answer rests on."""
    answer = await asyncio.to_thread(visit.desk.past, asked, visit.person, visit.reader)
    offices = visit.desk.offices
    if answer is None or offices is None:
        await note(visit, pressed.press, visit.says.not_yours)
        return
    await note(visit, pressed.press)
    office = await asyncio.to_thread(visit.desk.shelf.owner, answer)
    waits = await asyncio.to_thread(offices.waits, asked)
    if waits is not None:
        await told_of(visit, message, visit.says.put_already if waits else visit.says.put_replied, asked)
        return
    asker = Asker(asked=asked, to_chat=f"{visit.chat_name}:{message.number}")
    letter = Draft(office, answer.question, put_in_words(visit.out, answer), asker)
    placed = await place(visit, offices, letter) if office else False
    if placed:
        await told_of(visit, message, visit.says.put.format(office), asked)
    else:
        await tell(visit, message, (visit.says.no_office if office else visit.says.no_owner).format(office))


async def told_of(visit: Visit, message: Message, text: str, asked: int) -> None:
    """Tells a person that their question was put to an office; what replies to that goes on to the office."""
    sent = await tell(visit, message, text)
    if visit.desk.offices:
        await asyncio.to_thread(visit.desk.offices.words.note, sent.chat.name, sent.number, asked, visit.person)


class Draft(NamedTuple):
    """A question as it is to be put to an office: what the office is told, and who waits for the reply.

    `under` is the office's own message that it is to stand under, "" for none; `further` tells that it goes on with
    a question before.
    """

    office: str
    question: str
    text: str
    asker: Asker
    under: str = ""
    further: bool = False


async def place(visit: Visit, offices: Offices, draft: Draft) -> bool:
    """Lets somebody wait for an office's reply; False where the office cannot be written to.

    Who asks the same while the office has not replied waits for the same reply.
    """
    wording, since = normal(draft.question), stamped(datetime.now(UTC) - OPEN)
    async with _turns.setdefault((draft.office, wording), asyncio.Lock()):
        chat, thread = await asyncio.to_thread(offices.chat, draft.office)
        if not chat:
            return False
        pending = await asyncio.to_thread(offices.pending, chat, draft.office, wording, since)
        if pending:
            waits = await asyncio.to_thread(offices.join, pending, draft.asker, visit.person)
            if waits:
                return True
        sent = await hand_over(visit, offices, draft, chat, thread)
        if sent is None:
            return False
        told = draft.text if draft.further else ""
        letter = Letter(chat=sent.chat.name, number=sent.number, office=draft.office, askers=(draft.asker,), told=told)
        await asyncio.to_thread(offices.write, letter, wording, visit.person)
        return True


async def hand_over(visit: Visit, offices: Offices, draft: Draft, chat: str, thread: str) -> Message | None:
    """Sends a question to an office's chat; None where that does not take it, and it is let go when it shuts us out."""
    try:
        return await deliver(visit, chat, draft.text, draft.under, thread)
    except Unwelcome:
        await lost(visit, offices, draft.office, chat)
    except Refused:
        pass
    return None


async def lost(visit: Visit, offices: Offices, office: str, chat: str) -> None:
    """Lets go of a chat that has shut the bot out, so that nobody is offered what leads nowhere; admins are told."""
    await asyncio.to_thread(offices.release, chat)
    text = "\n\n".join(NOTICES[language].office_lost.format(office) for language in NOTICES)
    for admin in await asyncio.to_thread(visit.desk.door.admins):
        with suppress(Refused):
            await deliver(visit, admin, text)


def put_in_words(out: Channel, answer: Answer) -> str:
    """A question and the beginning of its answer, as an office is told them."""
    return worded(out, PHRASES[answer.language].letter, (answer.question, gist(answer)), MOST)


async def deliver(visit: Visit, chat: str, text: str, under: str = "", thread: str = "") -> Message | None:
    """Sends a text to a chat by the desk's name of it; the message, None for a chat of another messenger's.

    Raises Refused where it is not taken, Unwelcome where the bot may not write.
    """
    to = visit.out.chat(chat)
    if to is None:
        return None
    to = to.model_copy(update={"thread": thread})
    try:
        number = await visit.out.send(to, Post(blocks=fitted(visit.out, told(text))), under)
    except Refused as refused:
        log.warning("a message to an office or from one was refused: %s", refused)
        raise
    # sent to a chat that has just got another name, it stands there
    return Message(chat=visit.out.chat(chat) or to, number=number)
