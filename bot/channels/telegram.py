"""The Telegram channel: from the first call to a stop within a deadline, by long polling or by a webhook."""

import asyncio
import logging
import re
import signal
import time
import warnings
from collections.abc import Coroutine
from contextlib import suppress
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, BotCommand, LinkPreviewOptions, Update
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Defaults, ExtBot
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from bot.channels.telegram_hook import SECRET, place
from bot.channels.telegram_inline import offered
from bot.channels.telegram_intake import Channel, arriving
from bot.channels.telegram_letters import mention
from bot.channels.telegram_poll import Pulse
from bot.channels.telegram_queue import Queue
from bot.channels.telegram_request import Calls
from bot.channels.telegram_sending import Sending
from bot.channels.telegram_talk import pressed, said
from bot.channels.telegram_visit import visiting
from bot.channels.telegram_watch import watch
from bot.conversation.desk import Desk
from bot.conversation.messages import PHRASES
from bot.delivery.limits import Limits, Pace
from bot.inbox import Inbox, insist
from bot.inbox.lines import PROVEN, Lines
from bot.settings import TELEGRAM, Settings
from corpus.known import KnownError
from corpus.models import Record

# Calls made at once: Telegram takes 30 messages a second, and each may take it a second.
CONNECTIONS = 32
# Sooner given up, an answer that Telegram takes slowly would be sent twice.
READ_SECONDS = 20.0
# Waits between the tries to reach Telegram at the start.
WAITS = (1, 2, 4, 8, 15)
# Container runtimes kill ten seconds after they ask; be gone by then.
STOP_SECONDS = 7
TIDY_SECONDS = 600
# Where a webhook without TLS is a test's.
LOOPBACK = ("127.0.0.1", "::1", "localhost")
# These write the address of every request, and the token is part of it, or what was said.
TALKATIVE = {"aiohttp": logging.WARNING, "telegram": logging.CRITICAL}

log = logging.getLogger(__name__)


class TokenRefused(KnownError):
    """Telegram does not know the bot's token."""


class Unreachable(KnownError):
    """The Bot API does not answer."""


class Tuning(Record):
    """How fast the bot may write and how long it waits: for a poll, for Telegram to take a message, for Telegram to
    be back before it ends, and before it takes a letter that two processes have died over."""

    pace: Pace = Pace()
    poll_seconds: int = 20
    read_seconds: float = READ_SECONDS
    silent_seconds: float = 300.0
    proven_seconds: float = PROVEN


def serve(desk: Desk, settings: Settings, tuning: Tuning | None = None) -> None:
    """Answers in Telegram until SIGTERM or SIGINT.

    Raises TokenRefused, Unreachable, NotListening or InboxUnusable when the bot cannot start, Silent when Telegram
    has not answered for too long.
    """
    check(settings)
    for name, level in TALKATIVE.items():
        logging.getLogger(name).setLevel(level)
    # about a change that concerns us when the library's version does; and some calls are made without its objects
    warnings.filterwarnings("ignore", category=PTBDeprecationWarning)
    warnings.filterwarnings("ignore", "Please use 'Bot.(getUpdates|sendMessage)'", PTBUserWarning)
    asyncio.run(run(desk, settings, tuning or Tuning()))


def check(settings: Settings) -> None:
    """Refuses what could only fail later, and with the token in the message."""
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", settings.telegram_token):
        raise TokenRefused("the Telegram token is not of the form number:letters: copy it again from BotFather")
    for base in (settings.telegram_api, settings.link_base or TELEGRAM, settings.telegram_webhook or TELEGRAM):
        if not re.match(r"https?://[^/]", base):
            raise Unreachable(f"{base} is no web address: it must begin with https:// or http://")
    hook = urlsplit(settings.telegram_webhook)
    if hook.scheme == "http" and hook.hostname not in LOOPBACK:
        raise Unreachable(f"{settings.telegram_webhook} begins with http://, and Telegram delivers to https:// alone")
    if settings.listen:
        place(settings.listen)
    if settings.telegram_webhook and not settings.listen:
        raise Unreachable("GUIJU_TELEGRAM_WEBHOOK is set and GUIJU_LISTEN is not: say where to listen, as host:port")
    if settings.webhook_secret and not SECRET.fullmatch(settings.webhook_secret):
        raise Unreachable("GUIJU_WEBHOOK_SECRET is 1 to 256 letters, digits, _ and -: leave it out to have one made")


def speaker(token: str, api: str, limits: Limits, read_seconds: float) -> ExtBot[None]:
    """The bot that calls Telegram."""
    defaults = Defaults(
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        allow_sending_without_reply=True,
    )
    return ExtBot(
        token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        defaults=defaults,
        rate_limiter=Sending(limits),
        request=Calls(api, CONNECTIONS, read_seconds),
        get_updates_request=Calls(api, 1, READ_SECONDS),
    )


async def enter(desk: Desk, pages: str, bot: Bot, update: Update) -> None:
    """The one place where an update comes in."""
    user = update.effective_user
    if user is None:
        return
    visit = await visiting(desk, pages, bot, user, update.effective_chat, update.effective_message)
    if update.callback_query:
        await pressed(visit, update.callback_query)
    elif update.inline_query:
        await offered(visit, update.inline_query)
    elif update.message:
        text = mention(bot).sub("", update.message.text or "").strip()
        await said(visit, update.message, text)


async def run(desk: Desk, settings: Settings, tuning: Tuning) -> None:
    """Runs the bot until a signal; one that comes during the start ends it as cleanly."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    running, stopping = asyncio.create_task(live(desk, settings, tuning)), asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
    finally:
        stopping.cancel()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def live(desk: Desk, settings: Settings, tuning: Tuning) -> None:
    """Opens what the bot needs, answers until cancelled, and closes in the right order."""
    inbox = Inbox.open(settings.data)
    try:
        limits = Limits(tuning.pace)
        bot = speaker(settings.telegram_token, settings.telegram_api.rstrip("/"), limits, tuning.read_seconds)
        lines = Lines(await inbox.waiting(), time.monotonic(), tuning.proven_seconds)
        queue = Queue(inbox, bot, limits, partial(enter, desk, settings.link_base), lines)
        # the letter that asks how many wait is not one of them
        desk.office.backlog = lambda: max(0, len(queue.lines) - 1)
        channel = Channel(desk, settings, bot, queue, Pulse(), tuning.poll_seconds, tuning.silent_seconds)
        await attend(channel, inbox)
    finally:
        inbox.close()


async def attend(channel: Channel, inbox: Inbox) -> None:
    """Reaches Telegram, then takes letters and answers them until cancelled or until one of the tasks fails."""
    queue = channel.queue
    try:
        await reach(channel.bot)
        await describe(channel.bot)
        channel.pulse.beat()
        async with arriving(channel) as arrivals:
            log.info("answering as @%s, letters waiting: %d", channel.bot.username, len(queue.lines))
            unasked = watch(channel.desk, channel.bot)
            await forever(queue.run(), queue.comfort(), tidy(inbox), unasked, *arrivals)
    except InvalidToken:
        # the library's own message spells the token out
        raise TokenRefused("Telegram refuses the token: copy it again from BotFather") from None
    except NetworkError as error:
        raise Unreachable(f"Telegram did not let the bot start: {error}") from None
    finally:
        if not await queue.drain(STOP_SECONDS):
            log.warning("stopped with answers still under way: they are left for the next start")
        await channel.bot.shutdown()


async def forever(*works: Coroutine[Any, Any, None]) -> None:
    """Does several things at once until cancelled, or until one of them fails."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def tidy(inbox: Inbox) -> None:
    """Forgets done letters now and then, until cancelled."""
    while True:
        await insist(inbox.tidy)
        await asyncio.sleep(TIDY_SECONDS)


async def reach(bot: ExtBot[None]) -> None:
    """Asks Telegram who the bot is, again and again while the network is down."""
    for wait in WAITS:
        try:
            return await bot.initialize()
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s), next try in %d s", error, wait)
            await asyncio.sleep(wait)
    try:
        await bot.initialize()
    except NetworkError as error:
        raise Unreachable(f"Telegram could not be reached in {len(WAITS) + 1} tries: {error}") from None


async def describe(bot: ExtBot[None]) -> None:
    """Puts the commands into the menu, in both languages; the bot answers without it."""
    for code, says in ((None, PHRASES["en"]), ("zh", PHRASES["zh"])):
        commands = [BotCommand(name, what) for name, what in says.commands]
        try:
            await bot.set_my_commands(commands, language_code=code)
        except TelegramError as error:
            log.warning("the menu of commands was not set: %s", error)
