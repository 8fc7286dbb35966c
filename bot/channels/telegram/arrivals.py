"""How letters arrive, by polling or by a webhook, and how the bot tells an admin that they do."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.channels.telegram.errors import persistent
from bot.channels.telegram.hook import Hook, listening
from bot.channels.telegram.letters import UPDATES
from bot.channels.telegram.poll import Pulse, poll, watch
from bot.conversation.desk import Desk
from bot.delivery.queue import Queue
from bot.people import key
from bot.settings import Settings
from corpus.known import KnownError

# How often Telegram is asked whether it still knows the webhook.
GUARD_SECONDS = 60.0
# Connections through which Telegram delivers at once.
DELIVERIES = 40

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Channel:
    """What lives as long as the bot.

    `silent` is after how many seconds without Telegram it ends, `conflict` how long it lets another program poll.
    """

    desk: Desk
    settings: Settings
    bot: ExtBot[None]
    queue: Queue
    pulse: Pulse
    poll_seconds: int
    silent: float
    conflict: float


@asynccontextmanager
async def arriving(channel: Channel) -> AsyncIterator[tuple[Coroutine[Any, Any, None], ...]]:
    """Listens while inside where that is asked for; gives what has to run so that letters arrive."""
    settings, bot, pulse = channel.settings, channel.bot, channel.pulse
    hook = None
    if settings.telegram_webhook:
        path = urlsplit(settings.telegram_webhook).path or "/"
        hook = Hook(path, secret(settings), bot, channel.queue.put)
    async with AsyncExitStack() as open_now:
        if settings.listen:
            await open_now.enter_async_context(listening(settings.listen, lambda: health(channel), hook))
        if hook:
            await register(channel, hook)
            yield guard(channel, hook), watch(pulse, channel.silent)
        else:
            # nothing that waits at Telegram is dropped
            await persistent(lambda: bot.delete_webhook(drop_pending_updates=False))
            yield (
                poll(bot, channel.queue.put, pulse, channel.poll_seconds, channel.conflict),
                watch(pulse, channel.silent),
            )


def secret(settings: Settings) -> str:
    """The secret that Telegram sends along: the admin's, or one made on first use and kept."""
    return settings.webhook_secret or key.load(settings.data / "webhook-key").hex()


async def register(channel: Channel, hook: Hook) -> None:
    """Tells Telegram where to deliver; what waits there is not dropped."""
    await persistent(
        lambda: channel.bot.set_webhook(
            channel.settings.telegram_webhook,
            secret_token=hook.secret.decode(),
            allowed_updates=UPDATES,
            max_connections=DELIVERIES,
            drop_pending_updates=False,
        )
    )


async def guard(channel: Channel, hook: Hook) -> None:
    """Sees to it, until cancelled, that Telegram keeps delivering here."""
    while True:
        await asyncio.sleep(min(GUARD_SECONDS, channel.silent / 4))
        try:
            known = await persistent(channel.bot.get_webhook_info)
            if known.url != channel.settings.telegram_webhook:
                log.error("another program has changed the webhook: setting it again")
                await register(channel, hook)
        except TelegramError as error:
            channel.pulse.worry(f"Telegram was asked about the webhook in vain: {type(error).__name__}")
        else:
            channel.pulse.beat()


async def health(channel: Channel) -> tuple[bool, dict[str, Any]]:
    """Whether all is well, and figures that say so without a word of anybody's."""
    pulse, queue = channel.pulse, channel.queue
    try:
        generation = await asyncio.to_thread(channel.desk.generation)
    except KnownError as error:
        generation, trouble = "", str(error)
    else:
        trouble = pulse.trouble
    well = not trouble and pulse.age() < channel.silent / 2
    return well, {
        "mode": "webhook" if channel.settings.telegram_webhook else "polling",
        "well": well,
        "trouble": trouble,
        "telegram_seconds": round(pulse.age(), 1),
        "waiting": len(queue.lines),
        "oldest_seconds": round(queue.oldest(), 1),
        "generation": generation,
    }
