"""Long polling: a batch is confirmed by asking for the next one, and that only once it is on disk."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.letters import UPDATES, arrived, numbered
from bot.delivery.queue import Arrived
from bot.inbox import insist
from corpus.known import KnownError

# Seconds after the poll's own that the answer may be late.
LATE = 10.0
# Waits between polls that fail, the last one over and over.
WAITS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
# Another program polls: there is no hurry to quarrel with it.
CONFLICT_SECONDS = 5.0

Put = Callable[[list[Arrived]], Awaitable[None]]
log = logging.getLogger(__name__)


class Silent(KnownError):
    """Telegram has not answered for too long."""


class Pulse:
    """When Telegram last answered, and what it said against being asked; trouble is logged when it changes."""

    def __init__(self) -> None:
        self.last = time.monotonic()
        self.trouble = ""

    def beat(self) -> None:
        """Telegram has answered, and all is well."""
        if self.trouble:
            log.warning("Telegram is back")
        self.last, self.trouble = time.monotonic(), ""

    def worry(self, trouble: str) -> None:
        """Something is wrong; said once until it changes."""
        if trouble != self.trouble:
            log.error("%s", trouble)
        self.trouble = trouble

    def age(self) -> float:
        """Seconds since Telegram last answered as it should."""
        return time.monotonic() - self.last


async def poll(bot: Bot, put: Put, pulse: Pulse, seconds: int, conflict: float = CONFLICT_SECONDS) -> None:
    """Polls until cancelled, each time for so many seconds; raises InvalidToken.

    `conflict` are the seconds to wait where another program polls.
    """
    confirmed: int | None = None
    failures = 0
    while True:
        try:
            batch = await ask(bot, confirmed, seconds)
        except TelegramError as error:
            await asyncio.sleep(setback(error, pulse, failures, conflict))
            failures += 1
            continue
        numbers = [number for raw in batch if (number := numbered(raw)) is not None]
        if len(numbers) < len(batch):
            pulse.worry("Telegram sends updates without a number: they are left out")
            await asyncio.sleep(WAITS[0])
        else:
            pulse.beat()
        failures = 0
        if numbers:
            await insist(partial(put, letters(batch, bot)))
            confirmed = max(numbers) + 1


async def ask(bot: Bot, confirmed: int | None, seconds: int) -> list[dict[str, Any]]:
    """The updates that have come, as Telegram sent them; one that cannot be read spoils none of the others."""
    fields: dict[str, Any] = {"timeout": seconds, "allowed_updates": UPDATES}
    if confirmed is not None:
        fields["offset"] = confirmed
    found: list[dict[str, Any]] = await bot.do_api_request(
        "getUpdates", fields, read_timeout=seconds + LATE, connect_timeout=LATE, pool_timeout=LATE
    )
    return found


def letters(batch: list[dict[str, Any]], bot: Bot) -> list[Arrived]:
    """The letters among the updates."""
    return [one for raw in batch if numbered(raw) is not None and (one := arrived(raw, bot))]


def setback(error: TelegramError, pulse: Pulse, failures: int, conflict: float) -> float:
    """Notes why a poll failed; seconds until the next."""
    if isinstance(error, InvalidToken | EndPointNotFound):
        raise InvalidToken from None
    if isinstance(error, Conflict):
        # Telegram answers, so a restart would mend nothing
        pulse.last = time.monotonic()
        pulse.worry("another program polls with this token, or a webhook is set: stop one of them")
        return conflict
    if isinstance(error, RetryAfter):
        pulse.worry("Telegram wants to be polled less often")
        return CONFLICT_SECONDS
    # an error in the network is another at every turn
    pulse.worry("polling fails" if isinstance(error, NetworkError) else f"polling fails: {error}")
    return WAITS[min(failures, len(WAITS) - 1)]


async def watch(pulse: Pulse, seconds: float) -> None:
    """Raises Silent when Telegram has not answered for so many seconds."""
    while pulse.age() < seconds:
        await asyncio.sleep(min(5.0, seconds / 4))
    raise Silent(f"Telegram has not answered for {pulse.age():.0f} s: ending, so that the service starts anew")
