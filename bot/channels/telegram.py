"""The Telegram channel: long polling from the first update to a stop within a deadline."""

import asyncio
import logging
import re
import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, BotCommand, LinkPreviewOptions, Message, Update
from telegram.constants import ChatType
from telegram.error import Conflict, Forbidden, InvalidToken, NetworkError, TelegramError
from telegram.ext import AIORateLimiter, Application, Defaults, TypeHandler, filters

from bot.channels.messages import PHRASES, language_of
from bot.channels.seam import Desk
from bot.channels.telegram_inline import offered
from bot.channels.telegram_post import tell
from bot.channels.telegram_talk import pressed, said
from bot.channels.telegram_visit import visiting
from bot.channels.telegram_watch import watch
from corpus.known import KnownError

TELEGRAM = "https://api.telegram.org"
# Passed at every poll: left out, Telegram keeps whatever another program asked for.
UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
# Updates worked on at once; more costs processor time, and Telegram takes about 30 messages a second.
AT_ONCE = 32
POLL_SECONDS = 20
# Waits between the tries to reach Telegram at the start.
WAITS = (1, 2, 4, 8, 15)
# Container runtimes kill ten seconds after they ask; be gone by then.
STOP_SECONDS = 8
# These write the address of every request, and the token is part of it.
TALKATIVE = ("httpx", "httpcore", "telegram")

App = Application[Any, Any, Any, Any, Any, Any]
log = logging.getLogger(__name__)


class TokenRefused(KnownError):
    """Telegram does not know the bot's token."""


class Unreachable(KnownError):
    """The Bot API does not answer."""


@dataclass(frozen=True)
class Channel:
    """What lives as long as the bot: the desk, the base of page links, one lock for each chat."""

    desk: Desk
    pages: str = ""
    turns: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def turn(self, chat: int) -> asyncio.Lock:
        """The lock that keeps a chat's updates in order."""
        return self.turns.setdefault(chat, asyncio.Lock())


def serve(desk: Desk, token: str, api: str = TELEGRAM, pages: str = "") -> None:
    """Answers in Telegram until SIGTERM or SIGINT.

    `api` is the base address of the Bot API, `pages` that of the rulebook's pages, "" where there are none.
    Raises TokenRefused or Unreachable when the bot cannot start.
    """
    check(token, api, pages)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    channel = Channel(desk, pages)
    asyncio.run(run(build(channel, token, api.rstrip("/")), channel))


def check(token: str, api: str, pages: str) -> None:
    """Refuses what could only fail later, and with the token in the message."""
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token):
        raise TokenRefused("the Telegram token is not of the form number:letters: copy it again from BotFather")
    for base in (api, pages or TELEGRAM):
        if not re.match(r"https?://[^/]", base):
            raise Unreachable(f"{base} is no web address: it must begin with https:// or http://")


def build(channel: Channel, token: str, api: str) -> App:
    """The bot with its limits, before it is started."""
    defaults = Defaults(
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        allow_sending_without_reply=True,
    )
    builder = Application.builder().token(token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    builder.defaults(defaults).rate_limiter(AIORateLimiter(max_retries=3))
    builder.concurrent_updates(AT_ONCE).connection_pool_size(AT_ONCE).pool_timeout(30)
    # one connection would be enough, but an interrupted poll can keep it for good
    app: App = builder.get_updates_connection_pool_size(4).build()
    app.add_handler(TypeHandler(Update, partial(enter, channel)))
    app.add_error_handler(apologise)
    return app


async def enter(channel: Channel, update: Update, context: Any) -> None:
    """The one place where an update comes in; the updates of a chat are taken one by one."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or user.is_bot:
        return
    async with channel.turn(chat.id if chat else user.id):
        visit = await visiting(channel.desk, channel.pages, context.bot, user, chat, update.effective_message)
        if update.callback_query:
            await pressed(visit, update.callback_query)
        elif update.inline_query:
            await offered(visit, update.inline_query)
        elif update.message and addressed(update, update.message, context.bot):
            text = mention(context.bot).sub("", update.message.text or "").strip()
            await said(visit, update.message, text)


def addressed(update: Update, message: Message, bot: Bot) -> bool:
    """Everything a person sends in private; in a group, mentions of the bot and replies to it."""
    if filters.StatusUpdate.ALL.check_update(update):
        return False
    answered = message.reply_to_message and message.reply_to_message.from_user
    named = mention(bot).search(message.text or "")
    return message.chat.type == ChatType.PRIVATE or bool(named) or (answered is not None and answered.id == bot.id)


def mention(bot: Bot) -> re.Pattern[str]:
    """The bot's name as people write it in a group."""
    return re.compile(rf"@{re.escape(bot.username)}\b", re.IGNORECASE)


async def apologise(update: object, context: Any) -> None:
    """Logs a failure without a word of what was asked, and says sorry to the person."""
    error: BaseException = context.error
    number = update.update_id if isinstance(update, Update) else None
    reason = f"{type(error).__name__}: {error}" if isinstance(error, TelegramError) else type(error).__name__
    log.error("update %s failed: %s\n%s", number, reason, "".join(traceback.format_tb(error.__traceback__)))
    if isinstance(update, Update) and not isinstance(error, Forbidden):
        with suppress(TelegramError):
            await sorry(update)


async def sorry(update: Update) -> None:
    """Tells the person that no answer comes."""
    if update.effective_message and update.effective_user:
        says = PHRASES[language_of(update.effective_user.language_code)]
        await tell(update.effective_message, says.failed)


async def run(app: App, channel: Channel) -> None:
    """Runs the bot until a signal; one that comes during the start ends it as cleanly."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    starting, stopping = asyncio.create_task(begin(app)), asyncio.create_task(stopped.wait())
    working = [starting]
    try:
        await asyncio.wait((starting, stopping), return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
            working.append(asyncio.create_task(watch(channel.desk, app.bot)))
            await stopping
    finally:
        stopping.cancel()
        for task in working:
            await abandon(task)
        await end(app)


async def begin(app: App) -> None:
    """Reaches Telegram and starts to poll."""
    try:
        await reach(app)
        await describe(app)
        await app.updater.start_polling(  # type: ignore[union-attr]
            timeout=POLL_SECONDS,
            bootstrap_retries=len(WAITS),
            allowed_updates=UPDATES,
            drop_pending_updates=False,
            error_callback=note,
        )
        await app.start()
    except InvalidToken:
        # the library's own message spells the token out
        raise TokenRefused("Telegram refuses the token: copy it again from BotFather") from None
    log.info("answering as @%s", app.bot.username)


async def reach(app: App) -> None:
    """Asks Telegram who the bot is, again and again while the network is down."""
    for wait in WAITS:
        try:
            return await app.initialize()
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s), next try in %d s", error, wait)
            await asyncio.sleep(wait)
    try:
        await app.initialize()
    except NetworkError as error:
        raise Unreachable(f"Telegram could not be reached in {len(WAITS) + 1} tries: {error}") from None


async def describe(app: App) -> None:
    """Puts the commands into the menu, in both languages; the bot answers without it."""
    for code, says in ((None, PHRASES["en"]), ("zh", PHRASES["zh"])):
        commands = [BotCommand(name, what) for name, what in says.commands]
        try:
            await app.bot.set_my_commands(commands, language_code=code)
        except TelegramError as error:
            log.warning("the menu of commands was not set: %s", error)


def note(error: TelegramError) -> None:
    """Logs a poll that failed; the next one follows by itself."""
    if isinstance(error, Conflict):
        log.error("another program polls with this token: stop one of them")
    else:
        log.warning("polling failed: %s", error)


async def abandon(task: asyncio.Task[None]) -> None:
    """Cancels a task that is still under way and waits until it is gone."""
    if not task.done():
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def end(app: App) -> None:
    """Stops polling, lets answers under way finish within the deadline, and closes."""
    try:
        async with asyncio.timeout(STOP_SECONDS):
            if app.updater and app.updater.running:
                await app.updater.stop()
            if app.running:
                await app.stop()
    except TimeoutError:
        log.warning("stopped with answers still under way")
    await app.shutdown()
    await app.bot.shutdown()
