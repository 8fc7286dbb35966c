"""Works off the inbox: each chat's letters in order, the letters of several chats at once, each until it is done."""

import asyncio
import logging
import time
import traceback
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import NamedTuple

from bot.conversation.channel import Event, Message, Messenger, Person, Post, Pressed, Said
from bot.conversation.messages import PHRASES, Phrases, language_of
from bot.conversation.trouble import Away, Refused, Trouble, Unwelcome
from bot.conversation.wording import told
from bot.delivery.page import MOMENT, Page, on
from bot.delivery.sending import Sending
from bot.inbox import Begun, Inbox, InboxUnusable, Letter, insist
from bot.inbox.lines import Lines, Waiting

# Letters that are being answered at once; most of the time of most is spent waiting for the messenger.
AT_ONCE = 64
# How often a letter is tried before it is given up, and the waits before the second and the third try.
TRIES = 3
PAUSES = (0.5, 2.0)
# Until the next try when the messenger is out of reach: no fault of the letter, so it does not count.
OUT_OF_REACH_SECONDS = 5.0
# Who has heard nothing for so long is told that the answer will come.
MOMENT_SECONDS = 3.0
# Notices a second at most: they take their places from the answers.
NOTICES = 10

Answer = Callable[[Event], Awaitable[None]]
Fresh = tuple[Begun, Event]
log = logging.getLogger(__name__)


class Arrived(NamedTuple):
    """A letter as it came, with what was read from it, None where it cannot be read."""

    letter: Letter
    heard: Event | None


class Queue:
    """The letters of one bot that are not done, and the tasks that answer them."""

    def __init__(self, inbox: Inbox, messenger: Messenger, out: Sending, answer: Answer, lines: Lines) -> None:
        self.inbox, self.messenger, self.out, self.answer, self.lines = inbox, messenger, out, answer, lines
        now = time.monotonic()
        self._since = {one.number: now for one in lines}
        self._tasks: set[asyncio.Task[None]] = set()
        self._notices: dict[int, asyncio.Task[None]] = {}
        self._told: set[str] = set()
        self._sending: set[int] = set()
        self._fresh: dict[int, Fresh] = {}
        self._changed = asyncio.Event()

    async def put(self, arrived: list[Arrived]) -> None:
        """Takes letters into the inbox; they are on disk when this returns. Raises InboxUnusable.

        Those that will be answered at once have their first try counted with that, and are not read again for it.
        """
        now, fresh = time.monotonic(), self._at_once(arrived)
        for new in await self.inbox.put([one.letter for one in arrived], fresh):
            self.lines.add(new)
            self._since[new.number] = now
            if new.event in fresh:
                self._fresh[new.number] = fresh[new.event]
        self._changed.set()

    def _at_once(self, arrived: list[Arrived]) -> dict[int, Fresh]:
        """The letters, by event, that nothing stands before as far as can be told by now."""
        free = max(0, AT_ONCE - len(self._tasks) - len(self._fresh))
        first = {one.letter.chat: one for one in reversed(arrived) if one.letter.chat not in self.lines}
        begun = ((one.letter.event, Begun.of(one.letter), one.heard) for one in islice(first.values(), free))
        return {event: (start, heard) for event, start, heard in begun if heard}

    def oldest(self) -> float:
        """Seconds that the letter that came first of those not done has waited in this process."""
        now = time.monotonic()
        return now - min(self._since.values(), default=now)

    async def run(self) -> None:
        """Answers until cancelled; answers under way go on."""
        while True:
            self._changed.clear()
            while len(self._tasks) < AT_ONCE and (letter := self.lines.take(time.monotonic())):
                task = asyncio.create_task(self._one(letter))
                self._tasks.add(task)
                task.add_done_callback(self._ended)
            moment = self.lines.next_moment()
            wait = None if moment is None else max(0.0, moment - time.monotonic())
            # not asyncio.wait_for: before Python 3.12 it keeps a cancellation to itself that comes with the change
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._changed.wait()

    async def drain(self, seconds: float) -> bool:
        """Whether all answers under way came to their end in time; those that did not are left for the next start."""
        for notice in self._notices.values():
            notice.cancel()
        # what was counted as begun and has not been is no suspect at the next start
        with suppress(InboxUnusable):
            while self._fresh:
                await self.inbox.unbegin(self._fresh.popitem()[0])
        if not self._tasks:
            return True
        _, late = await asyncio.wait(self._tasks, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return not late

    async def comfort(self) -> None:
        """Tells who has to wait that the answer will come, until cancelled."""
        while True:
            await asyncio.sleep(1.0)
            late = time.monotonic() - MOMENT_SECONDS
            heads = (one for one in self.lines.heads() if one.chat not in self._told)
            # of those who have waited so long, who came last has the longest wait before him
            for head in [one for one in heads if self._since[one.number] < late][-NOTICES:]:
                self._told.add(head.chat)
                task = asyncio.create_task(self._moment(head))
                self._notices[head.number] = task
                task.add_done_callback(partial(self._forget, head.number))

    async def _one(self, letter: Waiting) -> None:
        """Tries a letter once, and decides whether it is done."""
        fresh = self._fresh.pop(letter.number, None)
        try:
            begun, heard = fresh or (await insist(lambda: self.inbox.begin(letter.number)), None)
            again = await self._tried(letter, begun, heard)
        except asyncio.CancelledError:
            await self.inbox.unbegin(letter.number)
            raise
        if again is not None:
            self.lines.again(letter, time.monotonic() + again)
            return
        self._hush(letter)
        await insist(lambda: self.inbox.finish(letter.number))
        self.lines.done(letter)
        del self._since[letter.number]
        self._sending.discard(letter.number)
        if letter.chat not in self.lines:
            self._told.discard(letter.chat)

    async def _tried(self, letter: Waiting, begun: Begun, heard: Event | None) -> float | None:
        """Seconds until the next try, None when the letter is done: answered, or given up."""
        if begun.tries > TRIES:
            log.error("update %d given up: the process died over it %d times", begun.event, TRIES)
            await self._give_up(letter, begun)
            return None
        heard = heard or self.messenger.read(begun.body)
        if heard is None:
            # no further try would read it
            log.error("update %d given up: it cannot be read", begun.event)
            return None
        try:
            with on(Page(self.inbox, letter.number, begun.sent, "answer", lambda: self._hush(letter))):
                await self.answer(heard)
        except Unwelcome as error:
            log.info("update %d needs no answer: %s", begun.event, error)
        except Exception as error:  # noqa: BLE001  the edge: no letter may end the bot
            return await self._failed(letter, begun, error)
        return None

    async def _failed(self, letter: Waiting, begun: Begun, error: Exception) -> float | None:
        """Logs a failure without a word of what was asked, and tells what is to become of the letter."""
        if isinstance(error, Away) and not await self._reachable():
            log.warning("update %d waits: %s cannot be reached (%s)", begun.event, self.messenger.title, error)
            await insist(lambda: self.inbox.unbegin(letter.number))
            return OUT_OF_REACH_SECONDS
        reason = str(error) if isinstance(error, Trouble) else type(error).__name__
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("update %d failed: %s\n%s", begun.event, reason, where)
        if begun.tries < TRIES and not isinstance(error, Refused):
            return PAUSES[begun.tries - 1]
        log.error("update %d given up after %d of %d tries", begun.event, begun.tries, TRIES)
        await self._give_up(letter, begun)
        return None

    async def _give_up(self, letter: Waiting, begun: Begun) -> None:
        """Tells the person, once, that no answer comes; a process that dies over that too is not risked again."""
        if begun.tries > 2 * TRIES:
            return
        heard = self.messenger.read(begun.body)
        if isinstance(heard, Said | Pressed) and heard.message:
            await self._say(
                heard.message, says(heard.person).failed, Page(self.inbox, letter.number, begun.sent, "sorry")
            )

    async def _moment(self, letter: Waiting) -> None:
        """Tells one person that the answer will come, unless something has just been sent."""
        begun = await self.inbox.read(letter.number)
        if letter.number in self._sending or not begun.body:
            return
        heard = self.messenger.read(begun.body)
        if (
            not isinstance(heard, Said)
            or self.out.limits.last_at(heard.message.chat.name) > time.monotonic() - MOMENT_SECONDS
        ):
            return
        await self._say(heard.message, says(heard.person).moment, Page(self.inbox, letter.number, begun.sent, MOMENT))

    async def _say(self, message: Message, text: str, page: Page) -> None:
        """Says something under a message; nothing is done where that fails."""
        with suppress(Trouble), on(page):
            await self.out.send(message.chat, Post(blocks=told(text)), message.number)

    async def _reachable(self) -> bool:
        """Whether the messenger answers at all."""
        try:
            await self.messenger.reach()
        except Trouble:
            return False
        return True

    def _forget(self, number: int, _: object) -> None:
        self._notices.pop(number, None)

    def _hush(self, letter: Waiting) -> None:
        """Keeps back a notice that the answer overtakes."""
        self._sending.add(letter.number)
        if notice := self._notices.get(letter.number):
            notice.cancel()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._changed.set()
        if not task.cancelled() and task.exception():
            log.error("a letter was left for the next start: %s", type(task.exception()).__name__)


def says(person: Person) -> Phrases:
    """The phrases for a person whose chat nobody has looked up."""
    return PHRASES[language_of(person.speaks)]
