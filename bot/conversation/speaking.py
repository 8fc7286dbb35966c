"""The way out: texts and buttons as a conversation sends them, and the sign that an answer is being written."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from bot.conversation.buttons import Rows
from bot.conversation.channel import Channel, Chat, Message, Post
from bot.conversation.rich import Blocks, cut, whole
from bot.conversation.trouble import Fixed, Repeated, Trouble
from bot.conversation.visit import Visit
from bot.conversation.wording import told

# Whoever waits for less sees the answer itself, and a call is saved.
MOMENT_SECONDS = 0.5
# Messengers show the sign for about five seconds.
TYPING_SECONDS = 4
# What is said of a second press or of a late one; nothing is wrong.
HARMLESS = (Repeated, Fixed)


@asynccontextmanager
async def typing(out: Channel, chat: Chat, *, drawing: bool = False) -> AsyncIterator[None]:
    """Shows that an answer is being written when it takes longer than a moment, and keeps showing it."""
    signs = asyncio.create_task(keep_signing(out, chat, drawing))
    try:
        yield
    finally:
        signs.cancel()


async def keep_signing(out: Channel, chat: Chat, drawing: bool) -> None:
    """Shows the sign a moment from now and renews it until cancelled; an answer does not fail for want of it."""
    await asyncio.sleep(MOMENT_SECONDS)
    while True:
        with suppress(Trouble):
            await out.sign(chat, drawing=drawing)
        await asyncio.sleep(TYPING_SECONDS)


async def tell(visit: Visit, message: Message, text: str, rows: Rows = ()) -> Message:
    """Replies with plain text, cut where it is too long; the message that was sent."""
    return await send(visit, message, told(text), rows)


async def send(visit: Visit, message: Message, blocks: Blocks, rows: Rows = (), *, quoting: bool = True) -> Message:
    """Sends one message to a message's chat, as a reply to it when `quoting`; the message that was sent."""
    post = Post(blocks=fitted(visit.out, blocks), rows=rows)
    number = await visit.out.send(message.chat, post, message.number if quoting else "")
    return Message(chat=message.chat, number=number)


async def turned(visit: Visit, message: Message, blocks: Blocks, rows: Rows) -> None:
    """Puts something in place of a message, or sends it anew where nobody may edit the message any more."""
    try:
        with suppress(Repeated):
            await visit.out.edit(message, Post(blocks=fitted(visit.out, blocks), rows=rows))
    except Fixed:
        await send(visit, message, blocks, rows)


async def note(visit: Visit, press: str, text: str = "", *, alert: bool = False) -> None:
    """Answers a press; one that was answered too late harms nothing."""
    with suppress(*HARMLESS):
        await visit.out.note(press, text, alert=alert)


def fitted(out: Channel, blocks: Blocks) -> Blocks:
    """Blocks as the one message that they are to be."""
    return whole(blocks, out.room.text, out.room.size)


def worded(out: Channel, says: str, parts: Iterable[str], most: int) -> str:
    """A phrase filled in with what people have said, each part no longer than what tells what it is about."""
    return says.format(*(cut(part, most, out.room.size)[0] for part in parts))
