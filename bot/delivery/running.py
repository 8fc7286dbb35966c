"""What every messenger's bot lives in: the inbox opened, its letters answered until a signal, all closed in order."""

import asyncio
import logging
import signal
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from bot.conversation.channel import Event, Messenger, Renamed
from bot.conversation.desk import Desk
from bot.conversation.moving import Moving
from bot.conversation.talk import hear
from bot.conversation.watch import watch
from bot.delivery.limits import Limits, Pace
from bot.delivery.queue import Queue
from bot.delivery.sending import Sending
from bot.inbox import Inbox, insist
from bot.inbox.lines import PROVEN, Lines

# Container runtimes kill ten seconds after they ask; be gone by then.
STOP_SECONDS = 7
TIDY_SECONDS = 600

Work = Coroutine[Any, Any, None]
log = logging.getLogger(__name__)


async def until_stopped(work: Work) -> None:
    """Works until a signal; one that comes during the start ends it as cleanly."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    running, stopping = asyncio.create_task(work), asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
    finally:
        stopping.cancel()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@asynccontextmanager
async def queueing(
    desk: Desk, data: Path, pages: str, messenger: Messenger, pace: Pace, proven: float = PROVEN
) -> AsyncIterator[Queue]:
    """The queue of a messenger over the inbox of a data folder; in the end answers under way come to theirs.

    `pages` as a Visit has it. Raises InboxUnusable.
    """
    inbox = Inbox.open(data)
    try:
        lines, limits = Lines(await inbox.waiting(), time.monotonic(), proven), Limits(pace)
        out = Sending(messenger, limits)
        moving = Moving(desk, out)
        out.moved = moving.follow
        queue = Queue(inbox, messenger, out, partial(heed, desk, pages, out, moving), lines)
        # the letter that asks how many wait is not one of them
        desk.office.backlog = lambda: max(0, len(lines) - 1)
        desk.office.oldest = queue.oldest
        try:
            yield queue
        finally:
            if not await queue.drain(STOP_SECONDS):
                log.warning("stopped with answers still under way: they are left for the next start")
    finally:
        inbox.close()


async def heed(desk: Desk, pages: str, out: Sending, moving: Moving, event: Event) -> None:
    """Does what an event asks for."""
    if isinstance(event, Renamed):
        await moving.follow(event)
        out.follow(event.was, event.now)
    else:
        await hear(desk, pages, out, event)


async def answering(queue: Queue, desk: Desk, *arrivals: Work) -> None:
    """Answers letters, and whatever lets them arrive, until cancelled or until one of the tasks fails."""
    await forever(queue.run(), queue.comfort(), tidy(queue.inbox), watch(desk, queue.out), *arrivals)


async def forever(*works: Work) -> None:
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
