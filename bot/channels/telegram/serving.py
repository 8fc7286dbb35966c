"""The Telegram channel: from the first call to a stop within a deadline, by long polling or by a webhook."""

import asyncio
import logging
import re
import warnings
from functools import partial
from urllib.parse import urlsplit

from telegram import BotCommand, LinkPreviewOptions
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Defaults, ExtBot
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from bot.channels.telegram.arrivals import Channel, arriving
from bot.channels.telegram.calls import Calls
from bot.channels.telegram.errors import persistent
from bot.channels.telegram.hook import SECRET, place
from bot.channels.telegram.messenger import MENUS, Telegram
from bot.channels.telegram.poll import CONFLICT_SECONDS, Pulse
from bot.conversation.desk import Desk
from bot.conversation.messages import PHRASES
from bot.conversation.watch import quietly
from bot.delivery.limits import Pace
from bot.delivery.running import answering, queueing, until_stopped
from bot.inbox.lines import PROVEN
from bot.settings import TELEGRAM, Settings
from corpus.known import KnownError
from corpus.models import Record

# Calls made at once: Telegram takes 30 messages a second, and each may take it a second.
CONNECTIONS = 32
# Sooner given up, an answer that Telegram takes slowly would be sent twice.
READ_SECONDS = 20.0
# Waits between the tries to reach Telegram at the start.
WAITS = (1, 2, 4, 8, 15)
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
    be back before it ends, for another program that polls to stop, and before it takes a letter that two processes have
    died over.
    """

    pace: Pace = Pace()
    poll_seconds: int = 20
    read_seconds: float = READ_SECONDS
    silent_seconds: float = 300.0
    conflict_seconds: float = CONFLICT_SECONDS
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
    asyncio.run(until_stopped(live(desk, settings, tuning or Tuning())))


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


def speaker(token: str, api: str, read_seconds: float) -> ExtBot[None]:
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
        request=Calls(api, CONNECTIONS, read_seconds),
        get_updates_request=Calls(api, 1, READ_SECONDS),
    )


async def live(desk: Desk, settings: Settings, tuning: Tuning) -> None:
    """Opens what the bot needs, answers until cancelled, and closes in the right order."""
    bot = speaker(settings.telegram_token, settings.telegram_api.rstrip("/"), tuning.read_seconds)
    try:
        async with queueing(
            desk, settings.data, settings.link_base, Telegram(bot), tuning.pace, tuning.proven_seconds
        ) as queue:
            waits = tuning.poll_seconds, tuning.silent_seconds, tuning.conflict_seconds
            await attend(Channel(desk, settings, bot, queue, Pulse(), *waits))
    finally:
        await bot.shutdown()


async def attend(channel: Channel) -> None:
    """Reaches Telegram, then takes letters and answers them until cancelled or until one of the tasks fails."""
    bot, desk, queue = channel.bot, channel.desk, channel.queue
    try:
        await reach(bot)
        await describe(bot)
        await quietly(asyncio.to_thread(desk.office.named, bot.username))
        channel.pulse.beat()
        async with arriving(channel) as arrivals:
            log.info("answering as @%s, letters waiting: %d", bot.username, len(queue.lines))
            await answering(queue, desk, *arrivals)
    except InvalidToken:
        # the library's own message spells the token out
        raise TokenRefused("Telegram refuses the token: copy it again from BotFather") from None
    except NetworkError as error:
        raise Unreachable(f"Telegram did not let the bot start: {error}") from None


async def reach(bot: ExtBot[None]) -> None:
    """Asks Telegram who the bot is, again and again while the network is down."""
    for wait in WAITS:
        try:
            return await persistent(bot.initialize)
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s), next try in %d s", error, wait)
            await asyncio.sleep(wait)
    try:
        await persistent(bot.initialize)
    except NetworkError as error:
        raise Unreachable(f"Telegram could not be reached in {len(WAITS) + 1} tries: {error}") from None


async def describe(bot: ExtBot[None]) -> None:
    """Puts the commands into the menu, in both languages; the bot answers without it."""
    for code, language in MENUS:
        commands = [BotCommand(name, what) for name, what in PHRASES[language].commands]
        try:
            await persistent(partial(bot.set_my_commands, commands, language_code=code))
        except TelegramError as error:
            log.warning("the menu of commands was not set: %s", error)
