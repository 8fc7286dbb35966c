"""What is asked in reply to an office's word: it goes on to that office, and not to the rulebook."""

import asyncio

from bot.answering.followup import joined
from bot.answering.models import Answer, Nearest, Status
from bot.answering.question import language
from bot.conversation.channel import Channel, Message
from bot.conversation.messages import PHRASES
from bot.conversation.offices import Draft, place
from bot.conversation.rich import cut
from bot.conversation.speaking import tell
from bot.conversation.visit import Visit
from bot.people.offices import Asker, Offices, Word

# How much of each of the three an office is told: the question, the one before, and its own reply to that.
MOST = 1000


async def further(visit: Visit, message: Message, text: str, to: str) -> bool:
    """Puts what replies to an office's word to that office; False where `to` is the number of no such message.

    Whoever replies to a person's word speaks to that person, also where the rulebook could answer.
    """
    offices = visit.desk.offices
    word = await asyncio.to_thread(offices.word, visit.chat_name, to) if offices and to else None
    if offices is None or word is None:
        return False
    if word.person != await asyncio.to_thread(offices.hashed, visit.person):
        await tell(visit, message, visit.says.not_yours)
        return True
    put = await put_on(visit, offices, message, text, word)
    says = visit.says.put_further if put else visit.says.not_further
    await tell(visit, message, says.format(word.office))
    return True


async def put_on(visit: Visit, offices: Offices, message: Message, text: str, word: Word) -> bool:
    """Puts a further question to an office once, however often that is tried; False where the office is not there.

    Nor is it put where what was answered before is closed to the person by now.
    """
    before = await asyncio.to_thread(visit.desk.past, word.asked, visit.person, visit.reader)
    chat, _ = await asyncio.to_thread(offices.chat, word.office)
    if before is None or not chat:
        return False
    answer = going_on(visit, before, text, word)
    asked = await numbered(visit, offices, message, answer)
    if not asked:
        return False
    if await asyncio.to_thread(offices.waits, asked) is not None:
        return True  # a try before this one has put it, and broke off later
    told = put_in_words(visit.out, before, text, word)
    asker = Asker(asked=asked, to_chat=f"{visit.chat_name}:{message.number}")
    return await place(visit, offices, Draft(word.office, answer.question, told, asker, word.number, further=True))


async def numbered(visit: Visit, offices: Offices, message: Message, answer: Answer) -> int:
    """The number in the log of what a message asks further, the same in every try; 0 where it cannot be kept."""
    known = await asyncio.to_thread(offices.taken, visit.chat_name, message.number)
    if known is not None:
        return known
    asked = await asyncio.to_thread(visit.desk.keep, answer, channel=visit.out.name, person=visit.person)
    if asked:
        await asyncio.to_thread(offices.take, visit.chat_name, message.number, asked, visit.person)
    return asked


def going_on(visit: Visit, before: Answer, text: str, word: Word) -> Answer:
    """What a person asks further as the log keeps it: with the question before, and the clauses that came up there.

    The rulebook was not asked, so nothing of it answers.
    """
    came_up = [
        Nearest(document=one.document, title=one.title, clause=one.clause, link=one.link, office=word.office)
        for one in before.citations
    ]
    return Answer(
        question=joined(before.question, text),
        language=language(text),
        status=Status.NOT_FOUND,
        text=visit.says.put_further.format(word.office),
        nearest=tuple(came_up) or before.nearest,
    )


def put_in_words(out: Channel, before: Answer, text: str, word: Word) -> str:
    """A further question as an office is told it, with what it follows."""
    parts = (cut(part, MOST, out.room.size)[0] for part in (text, before.question, word.text))
    return PHRASES[language(text)].letter_further.format(*parts)
