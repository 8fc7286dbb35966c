"""Every call to a messenger passes here: in its turn, again when the network fails, and no part of an answer twice."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from typing import TypeVar

from bot.conversation.channel import Channel, Chat, Message, Offer, Post
from bot.conversation.rich import Room
from bot.conversation.trouble import Away, Hurried, Moved
from bot.delivery.limits import Limits
from bot.delivery.page import MOMENT, current

T = TypeVar("T")
Call = Callable[[Chat], Awaitable[T]]
# Waits before a call is made again when the network or the messenger's own servers fail.
WAITS = (1.0, 2.0, 4.0)
# Signs and answers to presses that are under way at once; beyond that signs are spared, for they make answers late.
BUSY = 8
# What belongs to no chat has no line of its own.
NOWHERE = Chat(name="")


class Kind(Enum):
    """What a call is, as far as its turn goes."""

    SEND = "send"
    EDIT = "edit"
    SIGN = "sign"
    REPLY = "reply"


class Sending:
    """A channel over a channel: the one gate between the bot and its messenger."""

    def __init__(self, channel: Channel, limits: Limits) -> None:
        self.channel, self.limits = channel, limits
        self.under_way = 0

    @property
    def name(self) -> str:
        return self.channel.name

    @property
    def room(self) -> Room:
        return self.channel.room

    def link(self, payload: str) -> str:
        return self.channel.link(payload)

    def chat(self, name: str) -> Chat | None:
        return self.channel.chat(name)

    async def send(self, chat: Chat, post: Post, under: str = "") -> str:
        """Sends something; a part of an answer that an earlier try has sent is not sent again.

        Between the messenger's taking a message and our keeping that it did lies the way back of its reply. A process
        that is killed there sends the message a second time; nothing that messengers offer can close that window.
        """
        page = current()
        if page is None:
            return await self._insistent(lambda to: self.channel.send(to, post, under), Kind.SEND, chat)
        name = page.name(chat, post)
        if known := page.known(name):
            return known

        def call(to: Chat) -> Awaitable[str]:
            page.first()
            return self.channel.send(to, post, under)

        number = await self._insistent(call, Kind.SEND, chat, notice=page.purpose == MOMENT)
        page.keep(name, number)
        return number

    async def edit(self, message: Message, post: Post) -> None:
        def call(to: Chat) -> Awaitable[None]:
            return self.channel.edit(message.model_copy(update={"chat": to}), post)

        await self._insistent(call, Kind.EDIT, message.chat)

    async def note(self, press: str, text: str = "", *, alert: bool = False) -> None:
        await self._insistent(lambda _: self.channel.note(press, text, alert=alert), Kind.REPLY, NOWHERE)

    async def offer(self, query: str, offers: Sequence[Offer]) -> None:
        await self._insistent(lambda _: self.channel.offer(query, offers), Kind.REPLY, NOWHERE)

    async def sign(self, chat: Chat, *, drawing: bool = False) -> None:
        """Shows the sign once, where there is nothing better to do."""
        if self.under_way < BUSY and not self.limits.paused(chat.name):
            await self._insistent(lambda to: self.channel.sign(to, drawing=drawing), Kind.SIGN, chat)

    async def _insistent(self, call: Call[T], kind: Kind, chat: Chat, *, notice: bool = False) -> T:
        """Makes a call as often as it takes, within reason.

        A connection that was refused has sent nothing. After a timeout, a failure of the messenger's or a connection
        that broke it may have taken the message, and sending it again doubles it: a person is better served twice
        than never. Edits, signs and answers to a press can be repeated without harm.
        """
        waits = list(WAITS if kind is not Kind.SIGN else ())
        while True:
            try:
                return await self._once(call, kind, chat, notice=notice)
            except Hurried as hurried:
                self.limits.pause(chat.name, hurried.seconds)
                if kind is Kind.SIGN:
                    raise
                if kind is not Kind.SEND:
                    await self.limits.until(self.limits.free_at(chat.name, 0.0, 0))
            except Moved as moved:
                chat = chat.model_copy(update={"name": moved.chat})
            except Away:
                if not waits:
                    raise
                await asyncio.sleep(waits.pop(0))

    async def _once(self, call: Call[T], kind: Kind, chat: Chat, *, notice: bool) -> T:
        """Makes a call in its turn."""
        if kind is Kind.SEND:
            async with self.limits.turn(chat.name, group=not chat.private, notice=notice):
                return await call(chat)
        if kind is Kind.EDIT:
            async with self.limits.place():
                return await call(chat)
        self.under_way += 1
        try:
            return await call(chat)
        finally:
            self.under_way -= 1
