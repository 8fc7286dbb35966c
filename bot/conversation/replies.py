"""What an office replies in its chat: it comes back to whoever asked."""

import asyncio
import re

from bot.conversation.channel import Said
from bot.conversation.messages import PHRASES
from bot.conversation.offices import deliver
from bot.conversation.rich import clean
from bot.conversation.speaking import tell
from bot.conversation.trouble import Refused
from bot.conversation.visit import Visit
from bot.people.offices import Asker, Letter, Reply

# How a colleague begins what is to be passed on although the question has been replied to.
ADDS = re.compile("补充|更正|纠正|add(?:ition)?\\b|correction\\b", re.IGNORECASE)


async def passed_on(visit: Visit, said: Said) -> bool:
    """Passes an office's reply on to whoever asked; False when the message is no such reply.

    What the same colleague adds, or has edited, is passed on as such. Another colleague's further reply is not, unless
    it says that it adds or corrects something: nobody is told the same twice.
    """
    offices = visit.desk.offices
    if not said.to or offices is None:
        return False
    letter = await asyncio.to_thread(offices.letter, visit.chat_name, said.to)
    if letter is None:
        return False
    by = await asyncio.to_thread(offices.hashed, visit.person)
    reply = Reply(number=said.message.number, by=by, text=clean(said.text or "").strip())
    earlier = {one.number: one for one in letter.replies}
    if not reply.text:
        if not said.edited:
            await tell(visit, said.message, visit.says.only_text_passed_on)
    elif said.edited and reply.number in earlier:
        # an edit that changes nothing of the words, or one that was passed on before the process died
        if earlier[reply.number].text != reply.text:
            await pass_on(visit, said, letter, reply, "corrects")
    elif reply.number in list(earlier)[:1] or not earlier:
        await pass_on(visit, said, letter, reply, "")
    elif reply.number in earlier or ADDS.match(reply.text) or any(by == one.by for one in letter.replies):
        await pass_on(visit, said, letter, reply, "adds")
    elif not said.edited:
        await tell(visit, said.message, visit.says.passed_on_already)
    return True


async def replies_to_nothing(visit: Visit, said: Said) -> bool:
    """Tells an office's colleague that no question is kept under the message replied to; False elsewhere."""
    offices = visit.desk.offices
    if not said.to or offices is None or not await asyncio.to_thread(offices.housed, visit.chat_name):
        return False
    await tell(visit, said.message, visit.says.nothing_there)
    return True


async def pass_on(visit: Visit, said: Said, letter: Letter, reply: Reply, kind: str) -> None:
    """Sends a reply as the office's word under each answer that it is about, and keeps it for the FAQ.

    `kind` is "" for the first reply, else the name of the phrase that says what became of it.
    """
    offices = visit.desk.offices
    if offices and not kind:
        # from now on nobody joins those who wait, and whoever did until now is among them
        await asyncio.to_thread(offices.replied, letter, reply)
        closed = await asyncio.to_thread(offices.letter, letter.chat, letter.number)
        letter = closed or letter
    sent = [await pass_to(visit, one, letter, reply, kind) for one in letter.askers if one.to_chat]
    if offices and kind:
        await asyncio.to_thread(offices.replied, letter, reply)
    says = visit.says.passed_on if all(sent) and sent else visit.says.passed_on_partly if any(sent) else ""
    await tell(visit, said.message, says or visit.says.not_passed_on)


async def pass_to(visit: Visit, one: Asker, letter: Letter, reply: Reply, kind: str) -> bool:
    """Sends a reply to one of those who asked; False where the bot may not write."""
    chat, _, number = one.to_chat.rpartition(":")
    answer = await asyncio.to_thread(visit.desk.answered, one.asked)
    says = PHRASES[answer.language] if answer else visit.says
    words = {"": says.word, "adds": says.word_added, "corrects": says.word_corrected}[kind]
    try:
        sent = await deliver(visit, chat, words.format(letter.office, reply.text), number)
    except Refused:
        return False
    if sent and visit.desk.offices:
        place = sent.chat.name, sent.number
        await asyncio.to_thread(visit.desk.offices.passed, letter, one.asked, place, reply.number)
    return sent is not None
