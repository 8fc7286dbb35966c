"""A chat that goes on under another name: what is kept of it goes along, and nobody has to set it up again."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from bot.conversation.channel import Channel, Chat, Post, Renamed
from bot.conversation.desk import Desk
from bot.conversation.messages import PHRASES
from bot.conversation.offices import put_in_words
from bot.conversation.speaking import fitted
from bot.conversation.trouble import Refused
from bot.conversation.wording import told
from bot.people.offices import Letter
from bot.records.store import stamped

# Who has waited for an office's reply for longer than this does not expect one any more.
WAITED = timedelta(days=30)

log = logging.getLogger(__name__)


class Moving:
    """Lets what is kept of chats follow them, one chat after the other."""

    def __init__(self, desk: Desk, out: Channel) -> None:
        self.desk, self.out = desk, out
        self._turn = asyncio.Lock()
        self._mover: asyncio.Task[object] | None = None

    async def follow(self, moved: Renamed) -> None:
        """Lets what a chat has set, the offices it is of and the questions put to them go along.

        The offices come last: what breaks off before is begun again when something is sent to the old chat.
        """
        if self._mover is asyncio.current_task():
            return  # what is sent here goes to the new chat already
        async with self._turn:
            self._mover = asyncio.current_task()
            try:
                await self._along(moved)
            finally:
                self._mover = None

    async def _along(self, moved: Renamed) -> None:
        if chats := self.desk.chats:
            await asyncio.to_thread(chats.move, moved.was, moved.now)
        to, offices = self.out.chat(moved.now), self.desk.offices
        if to is None or offices is None:
            return
        since = stamped(datetime.now(UTC) - WAITED)
        for letter in await asyncio.to_thread(offices.waiting, moved.was, since):
            await self._again(letter, to)
        await asyncio.to_thread(offices.move, moved.was, moved.now)
        if menus := self.desk.menus:
            await asyncio.to_thread(menus.note, moved.now)

    async def _again(self, letter: Letter, to: Chat) -> None:
        """Puts a question to the office once more, where replies to it are heard, if somebody waits for one."""
        waits = next((one for one in letter.askers if one.to_chat), None)
        answer = await asyncio.to_thread(self.desk.answered, waits.asked) if waits else None
        if answer is None or self.desk.offices is None:
            return
        words = PHRASES[answer.language].letter_again.format(letter.told or put_in_words(self.out, answer))
        try:
            number = await self.out.send(to, Post(blocks=fitted(self.out, told(words))))
        except Refused as refused:
            log.warning("a question to an office could not be put again: %s", refused)
        else:
            await asyncio.to_thread(self.desk.offices.put_again, letter, to.name, number)
