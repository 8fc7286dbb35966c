"""What is asked in reply to an office's word, or added to a question: it goes on to that office, and nowhere else."""

import asyncio

from bot.answering.asked.followup import joined
from bot.answering.asked.question import language
from bot.answering.models import Answer, Nearest, Status
from bot.conversation.channel import Message
from bot.conversation.messages import PHRASES
from bot.conversation.offices import Draft, place, told_of
from bot.conversation.phrases import Phrases
from bot.conversation.speaking import tell, worded
from bot.conversation.visit import Visit
from bot.people.offices import Asker, Offices
from bot.people.words import Word

# How much of each of the three an office is told: the question, the one before, and its own reply to that.
MOST = 1000


async def further(visit: Visit, message: Message, text: str, to: str) -> bool:
    """Puts what replies to an office's word to that office; False where `to` is the number of no such message.

    Whoever replies to a person's word speaks to that person, also where the rulebook could answer. What replies to the
    note that a question was put to an office is an addition to that question.
    """
    offices, word = visit.desk.offices, await word_at(visit, to)
    if offices is None or word is None:
        return False
    if word.person != await asyncio.to_thread(offices.hashed, visit.person):
        await tell(visit, message, visit.says.not_yours)
    else:
        await put_on(visit, offices, message, text, word)
    return True


async def reworded(visit: Visit, message: Message, text: str, to: str) -> bool:
    """Puts what a person has edited to the office that it went on to; False where it replies to no office's word."""
    offices, word = visit.desk.offices, await word_at(visit, to)
    if offices is None or word is None:
        return False
    earlier = await asyncio.to_thread(offices.words.taken, visit.chat_name, message.number)
    if earlier is not None:
        await put_on(visit, offices, message, text, word, earlier)
    return True


async def word_at(visit: Visit, number: str) -> Word | None:
    """The office's word that stands in this chat as a message; None for any other message."""
    offices = visit.desk.offices
    return await asyncio.to_thread(offices.words.at, visit.chat_name, number) if offices and number else None


async def put_on(
    visit: Visit, offices: Offices, message: Message, text: str, word: Word, earlier: int | None = None
) -> None:
    """Puts a further question to an office once, however often that is tried, and tells the person so.

    `earlier` is the number of the question that the message was before it was edited, None for a new message. Nothing
    is put where the office is not there, or where what was answered before is closed to the person by now.
    """
    asked = await placed(visit, offices, message, text, word, earlier)
    if asked:
        await told_of(visit, message, visit.says.put_further.format(word.office), asked)
    else:
        await tell(visit, message, visit.says.not_further.format(word.office))


async def placed(visit: Visit, offices: Offices, message: Message, text: str, word: Word, earlier: int | None) -> int:
    """The number of a further question that an office has been put, 0 where it could not be."""
    before = await asyncio.to_thread(visit.desk.past, word.asked, visit.person, visit.reader)
    chat, _ = await asyncio.to_thread(offices.chat, word.office)
    if before is None or not chat:
        return 0
    answer = going_on(visit, before, text, word)
    asked = await numbered(visit, offices, message, answer, edited=earlier is not None)
    if not asked or await asyncio.to_thread(offices.waits, asked) is not None:
        return asked  # a try before this one has put it, and broke off later
    says = letter_of(PHRASES[language(text)], word, edited=earlier is not None)
    told = worded(visit.out, says, (text, before.question, word.text), MOST)
    asker = Asker(asked=asked, to_chat=f"{visit.chat_name}:{message.number}")
    under = await asyncio.to_thread(offices.stands, chat, earlier) if earlier is not None else ""
    draft = Draft(word.office, answer.question, told, asker, under or word.number, further=True)
    return asked if await place(visit, offices, draft) else 0


async def numbered(visit: Visit, offices: Offices, message: Message, answer: Answer, *, edited: bool) -> int:
    """The number in the log of what a message asks further, the same in every try; 0 where it cannot be kept.

    What has been `edited` has another number as soon as it asks something else.
    """
    known = await asyncio.to_thread(offices.words.taken, visit.chat_name, message.number)
    kept = await asyncio.to_thread(visit.desk.answered, known) if known is not None and edited else None
    if known is not None and (kept is None or kept.question == answer.question):
        return known
    asked = await asyncio.to_thread(visit.desk.keep, answer, channel=visit.out.name, person=visit.person)
    if asked:
        await asyncio.to_thread(offices.words.take, visit.chat_name, message.number, asked, visit.person)
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


def letter_of(says: Phrases, word: Word, *, edited: bool) -> str:
    """How an office is told what is asked further: with its own word where it has said one."""
    return says.letter_reworded if edited else says.letter_further if word.text else says.letter_added
