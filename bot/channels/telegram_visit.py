"""Who is here, and what the Telegram bot answers them with."""

from dataclasses import dataclass

from telegram import Bot, User

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
