"""Every call to Telegram passes here: in its turn, again when the network fails, and no part of an answer twice."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.delivery.limits import Limits
from bot.inbox import Inbox

Call = Callable[[], Coroutine[Any, Any, Any]]
# Waits before a call is made again when the network or Telegram's own servers fail.
WAITS = (1.0, 2.0, 4.0)
# What of a sent message is needed to go on from it; its text is not.
KEPT = ("message_id", "date", "chat", "from")
SENDS = ("sendMessage", "sendPhoto")
# Signs and answers to presses that are under way at once; beyond that signs are spared, for they make answers late.
BUSY = 8
EDITS = ("editMessageText", "editMessageMedia", "editMessageReplyMarkup")


class Page:
    """What has been sent in answer to a letter, in this try and in those before it.

    `first` is called when a part's turn to be sent has come.
    """

    def __init__(
        self, inbox: Inbox, number: int, sent: Mapping[str, Any], purpose: str, first: Callable[[], None] = lambda: None
    ) -> None:
        self.inbox, self.number, self.sent, self.purpose, self.first = inbox, number, dict(sent), purpose, first
        self.parts: Counter[str] = Counter()

    def name(self, data: Mapping[str, Any]) -> str:
        """The name of a message among the parts of this try: the same in every try that sends the same.

        Named by what it says: a try that says something else, since a new generation answers or what was told once
        is not told again, must not be taken for what an earlier one has sent.
        """
        said = f"{self.number} {data.get('chat_id')} {data.get('text')} {data.get('caption')}"
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.parts[digest] += 1
        return f"{self.purpose} {digest} {self.parts[digest]}"

    def keep(self, name: str, message: Mapping[str, Any]) -> None:
        """Keeps that a part has been sent."""
        self.sent[name] = {key: message[key] for key in KEPT if key in message}
        self.inbox.sent(self.number, name, self.sent[name])


_page: ContextVar[Page | None] = ContextVar("page", default=None)


@contextmanager
def on(page: Page) -> Iterator[None]:
    """Whatever is sent inside is a part of this page."""
    token = _page.set(page)
    try:
        yield
    finally:
        _page.reset(token)


class Sending(BaseRateLimiter[None]):
    """The one gate between the bot and Telegram."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.under_way = 0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        """Makes a call; a part of an answer that an earlier try has sent is returned as it was sent.

        Between Telegram's taking a message and our keeping that it did lies the way back of its reply. A process
        that is killed there sends the message a second time; nothing Telegram offers can close that window.
        """
        page = _page.get()
        if endpoint not in SENDS or page is None:
            return await self.insistent(lambda: callback(*args, **kwargs), endpoint, data)
        name = page.name(data)
        if name in page.sent:
            return page.sent[name]

        def call() -> Coroutine[Any, Any, Any]:
            page.first()
            return callback(*args, **kwargs)

        message = await self.insistent(call, endpoint, data, notice=page.purpose == "moment")
        page.keep(name, message)
        return message

    async def insistent(self, call: Call, endpoint: str, data: dict[str, Any], *, notice: bool = False) -> Any:
        """Makes a call as often as it takes, within reason.

        A connection that was refused has sent nothing. After a timeout, a 502 or a connection that broke Telegram
        may have taken the message, and sending it again doubles it: a person is better served twice than never.
        Edits, signs and answers to a press can be repeated without harm.
        """
        chat = str(data.get("chat_id", ""))
        waits = list(WAITS if endpoint != "sendChatAction" else ())
        while True:
            try:
                return await self.once(call, endpoint, chat, notice=notice)
            except RetryAfter as limited:
                seconds = limited.retry_after
                self.limits.pause(chat, seconds.total_seconds() if isinstance(seconds, timedelta) else seconds)
                if endpoint == "sendChatAction":
                    raise
                if endpoint not in SENDS:
                    await self.limits.until(self.limits.free_at(chat, 0.0, 0))
            except ChatMigrated as moved:
                chat = str(moved.new_chat_id)
                data["chat_id"] = moved.new_chat_id
            except BadRequest:
                raise
            except NetworkError:
                if not waits:
                    raise
                await asyncio.sleep(waits.pop(0))

    async def once(self, call: Call, endpoint: str, chat: str, *, notice: bool) -> Any:
        """Makes a call in its turn."""
        if endpoint in SENDS:
            async with self.limits.turn(chat, group=chat.startswith("-"), notice=notice):
                return await call()
        if endpoint in EDITS:
            async with self.limits.place():
                return await call()
        if endpoint == "sendChatAction" and (self.under_way >= BUSY or self.limits.paused(chat)):
            return True
        self.under_way += 1
        try:
            return await call()
        finally:
            self.under_way -= 1


def passing(error: TelegramError) -> bool:
    """Whether an error says something of the network or of Telegram, and nothing of what was sent."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)
