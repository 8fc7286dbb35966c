"""Who is here, and what the Telegram bot answers them with."""

import asyncio
from dataclasses import dataclass

from telegram import Bot, Chat, User
from telegram.constants import ChatType

from bot.answering.models import Language
from bot.audience import Reader
from bot.channels import messages
from bot.channels.messages import PHRASES, Phrases
from bot.channels.seam import Desk


@dataclass(frozen=True)
class Visit:
    """One update's surroundings: the desk, the bot, the person who is here and what may be read here."""

    desk: Desk
    pages: str
    bot: Bot
    user: User
    reader: Reader

    @property
    def person(self) -> str:
        return f"tg:{self.user.id}"

    @property
    def language(self) -> Language:
        return messages.language_of(self.user.language_code)

    @property
    def says(self) -> Phrases:
        return PHRASES[self.language]


async def visiting(desk: Desk, pages: str, bot: Bot, user: User, chat: Chat | None) -> Visit:
    """Who comes with an update, and what may be read where they are: the one place where that is asked."""
    reader = await asyncio.to_thread(desk.door.admit, f"tg:{user.id}")
    private = chat is not None and chat.type == ChatType.PRIVATE
    return Visit(desk, pages, bot, user, reader if private else reader.in_company)
