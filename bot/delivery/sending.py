"""Every call to a messenger passes here: in its turn, again when the network fails, and no part of an answer twice."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from typing import TypeVar

from bot.conversation.channel import Channel, Chat, Commands, Message, Offer, Post, Renamed
from bot.conversation.rich import Room
from bot.conversation.trouble import Away, Fixed, Hurried, Moved
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


async def nothing(_: Renamed) -> None:
    """What is done about a chat of another name where nobody has anything to do."""


class Sending:
    """A channel over a channel: the one gate between the bot and its messenger.

    `moved` is awaited once when a chat turns out to go on under another name, before anything is sent there.
    """

    def __init__(self, channel: Channel, limits: Limits) -> None:
        self.channel, self.limits = channel, limits
        self.under_way = 0
        self.moved: Callable[[Renamed], Awaitable[None]] = nothing
        self._names: dict[str, str] = {}

    @property
    def name(self) -> str:
        return self.channel.name

    @property
    def room(self) -> Room:
        return self.channel.room

    def link(self, payload: str) -> str:
        return self.channel.link(payload)

    def chat(self, name: str) -> Chat | None:
        """The chat that the desk has kept under a name, under the name that it has now."""
        found = self.channel.chat(name)
        return self._present(found) if found else None

    async def send(self, chat: Chat, post: Post, under: str = "") -> str:
        """Sends something; a part of an answer that an earlier try has sent is not sent again.

        Between the messenger's taking a message and our keeping that it did lies the way back of its reply. A process
        that is killed there sends the message a second time; nothing that messengers offer can close that window.
        """
        page = current()

        def call(to: Chat) -> Awaitable[str]:
            if page:
                page.first()
            # under another name the chat counts its messages anew
            return self.channel.send(to, post, under if to.name == chat.name else "")

        if page is None:
            return await self._insistent(call, Kind.SEND, chat)
        name = page.name(chat, post)
        if known := page.known(name):
            return known
        number = await self._insistent(call, Kind.SEND, chat, notice=page.purpose == MOMENT)
        page.keep(name, number)
        return number

    async def edit(self, message: Message, post: Post) -> None:
        def call(to: Chat) -> Awaitable[None]:
            if to.name != message.chat.name:
                raise Fixed("the message stands in a chat that goes on under another name")
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

    async def menu(self, chat: Chat, commands: Commands) -> None:
        def call(to: Chat) -> Awaitable[None]:
            if to.name != chat.name:
                raise Fixed("the chat goes on under another name, with a menu of its own")
            return self.channel.menu(to, commands)

        await self._insistent(call, Kind.REPLY, chat)

    def follow(self, was: str, now: str) -> None:
        """Sends what is for a chat under the name that it has now."""
        self._names[was] = now
        self.limits.move(was, now)

    def _present(self, chat: Chat) -> Chat:
        return chat.model_copy(update={"name": self._names[chat.name]}) if chat.name in self._names else chat

    async def _insistent(self, call: Call[T], kind: Kind, chat: Chat, *, notice: bool = False) -> T:
        """Makes a call as often as it takes, within reason.

        A connection that was refused has sent nothing. After a timeout, a failure of the messenger's or a connection
        that broke it may have taken the message, and sending it again doubles it: a person is better served twice
        than never. Edits, signs and answers to a press can be repeated without harm.
        """
        chat, waits = self._present(chat), list(WAITS if kind is not Kind.SIGN else ())
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
                # a chat that has moved away is nowhere to go to
                if moved.chat in {chat.name, *self._names}:
                    raise
                await self.moved(Renamed(was=chat.name, now=moved.chat))
                self.follow(chat.name, moved.chat)
                chat = self._present(chat)
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
