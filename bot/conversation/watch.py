"""What is done without being asked: admins are told what has happened, menus kept right, old things thrown away."""

import asyncio
import logging
import time
from collections.abc import Awaitable

from bot.conversation.channel import Channel, Post
from bot.conversation.desk import Desk
from bot.conversation.menus import settle
from bot.conversation.notices import NOTICES, told
from bot.conversation.speaking import fitted
from bot.conversation.trouble import Trouble
from bot.conversation.wording import told as words
from bot.news import News
from corpus.known import KnownError

# A new generation is noticed by a small read; more often only costs.
LOOK_SECONDS = 2.0
DAY_SECONDS = 86_400.0

log = logging.getLogger(__name__)


async def watch(desk: Desk, out: Channel) -> None:
    """Looks for news and tidies up once a day, until cancelled; what fails is tried again at the next look."""
    tidied = -DAY_SECONDS
    while True:
        if time.monotonic() - tidied >= DAY_SECONDS:
            tidied = time.monotonic()
            await quietly(asyncio.to_thread(desk.office.tidy))
        await quietly(announce(desk, out))
        await quietly(settle(desk, out))
        await asyncio.sleep(LOOK_SECONDS)


async def announce(desk: Desk, out: Channel) -> None:
    """Tells every admin what they have not been told yet."""
    for news in await asyncio.to_thread(desk.office.news):
        for chat in await asyncio.to_thread(desk.door.admins):
            await send(out, chat, news)
        await asyncio.to_thread(desk.office.sent, news)


async def send(out: Channel, chat: str, news: News) -> None:
    """Writes to one admin; one who has blocked the bot is none the wiser, and one of another messenger."""
    # no messenger says in which language a chat is that has not just written
    text = "\n\n".join(told(news, language) for language in NOTICES)
    to = out.chat(chat)
    if to is None:
        return
    try:
        await out.send(to, Post(blocks=fitted(out, words(text))))
    except Trouble as trouble:
        log.warning("an admin could not be told: %s", trouble)


async def quietly(work: Awaitable[object]) -> None:
    """Does one thing; what an admin can put right is one line in the log."""
    try:
        await work
    except KnownError as error:
        log.error("%s", error)
