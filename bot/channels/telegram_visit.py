"""Who is here, in which chat, and what the Telegram bot answers them with."""

import asyncio
from dataclasses import dataclass, field

from telegram import Bot, Chat, Message, User
from telegram.constants import ChatType
from telegram.helpers import create_deep_linked_url

from bot.answering.models import Language
from bot.conversation import messages
from bot.conversation.desk import Desk
from bot.conversation.messages import PHRASES, Phrases
from bot.people.audience import Reader, Role
from bot.people.chats import Preferences


@dataclass(frozen=True)
class Visit:
    """One update's surroundings: the desk, the bot, the person who is here and what may be read here.

    `chat` is None for a question inline; `thread` is the topic of a forum; `admin` tells what the person is
    elsewhere too, also where `reader` is what anybody in the group may read.
    """

    desk: Desk
    pages: str
    bot: Bot
    user: User
    reader: Reader
    chat: Chat | None = None
    thread: int | None = None
    admin: bool = False
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def person(self) -> str:
        return f"tg:{self.user.id}"

    @property
    def private(self) -> bool:
        return self.chat is None or self.chat.type == ChatType.PRIVATE

    @property
    def chat_name(self) -> str:
        """The chat as the desk knows it."""
        return f"tg:{self.chat.id if self.chat else self.user.id}"

    @property
    def place(self) -> str:
        """What tells this conversation from the person's others."""
        return f"{self.chat_name}:{self.thread or 0}"

    @property
    def language(self) -> Language:
        return self.preferences.language or messages.language_of(self.user.language_code)

    @property
    def says(self) -> Phrases:
        return PHRASES[self.language]

    def deep_link(self, payload: str) -> str:
        """The address that opens a private chat with the bot, and sends it `/start payload`."""
        return create_deep_linked_url(self.bot.username, payload)


async def visiting(
    desk: Desk, pages: str, bot: Bot, user: User, chat: Chat | None, message: Message | None = None
) -> Visit:
    """Who comes with an update, and what may be read where they are: the one place where that is asked."""
    reader, preferences = await asyncio.to_thread(known, desk, f"tg:{user.id}", f"tg:{chat.id if chat else user.id}")
    private = chat is not None and chat.type == ChatType.PRIVATE
    return Visit(
        desk,
        pages,
        bot,
        user,
        reader if private else reader.in_company,
        chat,
        message.message_thread_id if message and message.is_topic_message else None,
        reader.role is Role.ADMIN,
        preferences,
    )


def known(desk: Desk, person: str, chat: str) -> tuple[Reader, Preferences]:
    """As whom a person may read, and what the chat has set."""
    chats = desk.chats
    return desk.door.admit(person), chats.preferences(chat) if chats else Preferences()
