"""What Telegram and its library say of a call that failed, in the words of the conversation."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.conversation.trouble import Away, Fixed, Hurried, Moved, Refused, Repeated, Trouble, Unwelcome

T = TypeVar("T")
# Waits before a call of the start is made again when the network or Telegram's own servers fail.
WAITS = (1.0, 2.0, 4.0)
# These tell of a second press or a slow one; nothing is wrong.
REPEATED = ("message is not modified", "query is too old")
# These tell that a message can no longer be edited: it is gone, or too old.
FIXED = ("message to edit not found", "message can't be edited")


@contextmanager
def translated() -> Iterator[None]:
    """Raises Trouble for what Telegram's library raises."""
    try:
        yield
    except TelegramError as error:
        raise trouble(error) from error


def trouble(error: TelegramError) -> Trouble:
    """What is to be done about an error."""
    words = f"{type(error).__name__}: {error}"
    match error:
        case RetryAfter():
            return Hurried(seconds(error), words)
        case ChatMigrated():
            return Moved(f"tg:{error.new_chat_id}")
        case Forbidden():
            return Unwelcome(str(error))
        case BadRequest():
            said = error.message.lower()
            return (Repeated if said.startswith(REPEATED) else Fixed if said.startswith(FIXED) else Refused)(words)
        case NetworkError():
            return Away(words)
    return Refused(words)


def seconds(error: RetryAfter) -> float:
    """For how long Telegram wants to be left alone."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else after


async def persistent(call: Callable[[], Awaitable[T]]) -> T:
    """Makes a call that no chat waits for, again when the network fails; raises what the library does."""
    waits = list(WAITS)
    while True:
        try:
            return await call()
        except RetryAfter as limited:
            await asyncio.sleep(seconds(limited))
        except BadRequest:
            raise
        except NetworkError:
            if not waits:
                raise
            await asyncio.sleep(waits.pop(0))
