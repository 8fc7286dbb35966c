"""Who is here, in which chat, and what they are answered with."""

import asyncio
from dataclasses import dataclass, field, replace

from bot.answering.models import Language
from bot.conversation import messages, rich
from bot.conversation.channel import Channel, Chat, Person
from bot.conversation.desk import Desk
from bot.conversation.messages import PHRASES, Phrases
from bot.people.audience import Reader, Role
from bot.people.chats import Preferences


@dataclass(frozen=True)
class Visit:
    """The surroundings of what was heard: the desk, the channel, the person who is here and what may be read here.

    `pages` is what stands before a link to make the address of its page, "" for none; `chat` is None where nobody
    sees which; `admin` tells what the person is elsewhere too, also where `reader` is what anybody in the group may
    read.
    """

    desk: Desk
    pages: str
    out: Channel
    one: Person
    reader: Reader
    chat: Chat | None = None
    admin: bool = False
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def person(self) -> str:
        return self.one.name

    @property
    def private(self) -> bool:
        return self.chat is None or self.chat.private

    @property
    def chat_name(self) -> str:
        """The chat as the desk knows it."""
        return self.chat.name if self.chat else self.person

    @property
    def place(self) -> str:
        """What tells this conversation from the person's others."""
        return f"{self.chat_name}:{(self.chat.thread if self.chat else '') or 0}"

    @property
    def language(self) -> Language:
        return self.preferences.language or messages.language_of(self.one.speaks)

    @property
    def says(self) -> Phrases:
        return PHRASES[self.language]

    def speaking(self, language: Language | None) -> "Visit":
        """The same visit in the language of a message that is to stay in it; the person's own without one."""
        wanted = self.preferences.model_copy(update={"language": language}) if language else self.preferences
        return replace(self, preferences=wanted)

    def cut(self, text: str, most: int) -> str:
        """The beginning of a text, as the messenger counts."""
        return rich.cut(text, most, self.out.room.size)[0]


async def visiting(
    desk: Desk, pages: str, out: Channel, one: Person, chat: Chat | None, reader: Reader | None = None
) -> Visit:
    """Who is heard, and what may be read where they are: the one place where that is asked."""
    admitted, preferences = await asyncio.to_thread(known, desk, one.name, chat.name if chat else one.name)
    reader = reader or admitted
    private = chat is not None and chat.private
    return Visit(
        desk,
        pages,
        out,
        one,
        reader if private else reader.in_company,
        chat,
        reader.role is Role.ADMIN,
        preferences,
    )


def known(desk: Desk, person: str, chat: str) -> tuple[Reader, Preferences]:
    """As whom a person may read, and what the chat has set."""
    chats = desk.chats
    return desk.door.admit(person), chats.preferences(chat) if chats else Preferences()
