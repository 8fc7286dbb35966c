"""How fast a messenger lets a bot write: in all, in one chat and in a group.

A message waits for the turn of its own chat first and only then takes a place among all, so that a chat that
must wait keeps no other waiting. Waits count from the end of a call: the message reached the messenger at some
moment between its begin and its end, so that however long calls take, no window of the messenger's holds too many.
"""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from corpus.models import Record

SECOND = 1.0
MINUTE = 60.0
# A chat's last message is known for so many seconds at least: whoever was just answered needs no notice.
LATELY = 10.0


class Pace(Record):
    """The limits: messages a second over all, seconds between two in one chat, messages a minute in a group."""

    overall: int = 30
    between: float = 1.0
    group: int = 20


class Places:
    """So many places, each free again a second after it was left; those who wait get them in order."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def take(self, *, first: bool) -> None:
        """Waits for a place, before all others where `first` is set."""
        if self._free > 0 and not self._waiting:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if first else self._waiting.append)(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give()
            raise

    def leave(self) -> None:
        """Gives a place back, a second from now."""
        asyncio.get_running_loop().call_later(SECOND, self._give)

    def _give(self) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class Limits:
    """Gives every message its turn; seconds are those of time.monotonic."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._places = Places(pace.overall)
        # both in the order of the last message, so that those who have no wait left are at the front
        self._last: OrderedDict[str, float] = OrderedDict()
        self._minute: OrderedDict[str, deque[float]] = OrderedDict()
        self._paused: dict[str, float] = {}
        self._pause = 0.0
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, chat: str, *, group: bool, notice: bool = False) -> AsyncIterator[None]:
        """A message's turn in its chat and among all; the chat's next turn counts from the end of this one."""
        lock = self._locks.setdefault(chat, asyncio.Lock())
        most = self._most(group=group, notice=notice)
        while True:
            # not under the lock: a notice must get past an answer that waits for a group's next minute
            await self.until(self.free_at(chat, time.monotonic(), most))
            async with lock:
                if self.free_at(chat, time.monotonic(), most) > time.monotonic():
                    continue
                async with self.place(first=notice):
                    try:
                        yield
                    finally:
                        self._note(chat, time.monotonic(), group=group)
            return

    @asynccontextmanager
    async def place(self, *, first: bool = False) -> AsyncIterator[None]:
        """A place among all the messages of a second, for one that its chat does not count."""
        await self.until(self._pause)
        await self._places.take(first=first)
        try:
            yield
        finally:
            self._places.leave()

    async def until(self, moment: float) -> None:
        """Waits until a moment."""
        wait = moment - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)

    def free_at(self, chat: str, now: float, most: int) -> float:
        """When the next message may go to a chat that takes `most` a minute, 0 for a chat without such a limit."""
        last, recent = self._last.get(chat, -MINUTE), self._minute.get(chat, ())
        moments = [now, self._paused.get(chat, now), last + self.pace.between]
        if 0 < most <= len(recent):
            moments.append(recent[-most] + MINUTE)
        return max(moments)

    def last_at(self, chat: str) -> float:
        """When the last message went to a chat, 0 if none did lately."""
        return self._last.get(chat, 0.0)

    def pause(self, chat: str, seconds: float) -> None:
        """Keeps still in a chat because the messenger demands it; where it demands it of several, in all."""
        now = time.monotonic()
        self._paused = {one: moment for one, moment in self._paused.items() if moment > now}
        if self._paused.keys() - {chat}:
            self._pause = max(self._pause, now + seconds)
        self._paused[chat] = max(self._paused.get(chat, 0.0), now + seconds)

    def paused(self, chat: str) -> bool:
        """Whether the messenger has demanded that this chat be left alone for now."""
        return max(self._paused.get(chat, 0.0), self._pause) > time.monotonic()

    def move(self, was: str, now: str) -> None:
        """Counts what went to a chat before it got another name as sent under that."""
        if was in self._last:
            self._last[now] = max(self._last.pop(was), self._last.get(now, 0.0))
            self._last = OrderedDict(sorted(self._last.items(), key=lambda one: one[1]))
        if was in self._minute:
            both = sorted((*self._minute.pop(was), *self._minute.get(now, ())))
            self._minute[now] = deque(both, maxlen=self.pace.group)
            self._minute = OrderedDict(sorted(self._minute.items(), key=lambda one: one[1][-1]))
        if was in self._paused:
            self._paused[now] = max(self._paused.pop(was), self._paused.get(now, 0.0))

    def _most(self, *, group: bool, notice: bool) -> int:
        """Messages a minute; answers leave a group's last one to the notice that an answer will come."""
        if not group:
            return 0
        return self.pace.group if notice else max(1, self.pace.group - 1)

    def _note(self, chat: str, now: float, *, group: bool) -> None:
        """Keeps when a message went to a chat, and forgets the chats that have no wait left."""
        self._last[chat] = now
        self._last.move_to_end(chat)
        while next(iter(self._last.values())) < now - max(LATELY, self.pace.between):
            self._last.popitem(last=False)
        if group:
            self._minute.setdefault(chat, deque(maxlen=self.pace.group)).append(now)
            self._minute.move_to_end(chat)
            while next(iter(self._minute.values()))[-1] < now - MINUTE:
                self._minute.popitem(last=False)
