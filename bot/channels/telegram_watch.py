"""What the Telegram bot does without being asked: it tells admins what has happened, and throws old things away."""

import asyncio
import logging
import time
from collections.abc import Awaitable

from telegram import Bot
from telegram.error import TelegramError

from bot.answering.models import Language
from bot.conversation.desk import Desk
from bot.conversation.notices import told
from bot.news import News
from corpus.known import KnownError

# A new generation is noticed by a small read; more often only costs.
LOOK_SECONDS = 2.0
DAY_SECONDS = 86_400.0
# Telegram doesn't say in which language a chat is that has not just written.
LANGUAGES: tuple[Language, ...] = ("zh", "en")

log = logging.getLogger(__name__)


async def watch(desk: Desk, bot: Bot) -> None:
    """Looks for news and tidies up once a day, until cancelled; what fails is tried again at the next look."""
    await quietly(asyncio.to_thread(desk.office.named, bot.username))
    tidied = -DAY_SECONDS
    while True:
        if time.monotonic() - tidied >= DAY_SECONDS:
            tidied = time.monotonic()
            await quietly(asyncio.to_thread(desk.office.tidy))
        await quietly(announce(desk, bot))
        await asyncio.sleep(LOOK_SECONDS)


async def announce(desk: Desk, bot: Bot) -> None:
    """Tells every admin what they have not been told yet."""
    for news in await asyncio.to_thread(desk.office.news):
        for chat in await asyncio.to_thread(desk.door.admins):
            await send(bot, chat, news)
        await asyncio.to_thread(desk.office.sent, news)


async def send(bot: Bot, chat: str, news: News) -> None:
    """Writes to one admin; one who has blocked the bot is none the wiser."""
    try:
        await bot.send_message(int(chat), "\n\n".join(told(news, language) for language in LANGUAGES))
    except TelegramError as error:
        log.warning("an admin could not be told: %s", error.message)


async def quietly(work: Awaitable[object]) -> None:
    """Does one thing; what an admin can put right is one line in the log."""
    try:
        await work
    except KnownError as error:
        log.error("%s", error)
