"""The seam between the conversation and a messenger: what is heard, what is sent, and the calls that send it.

A new messenger is one module that implements `Channel`, or `Messenger` where it is called over a network.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.answering.models import Language
from bot.conversation.buttons import Rows
from bot.conversation.rich import Blocks, Room
from corpus.models import Record


class Person(Record):
    """Whoever writes: the desk's name for them, the messenger's prefix first ("tg:12"), and their language's code."""

    name: str
    speaks: str = ""

    @property
    def number(self) -> str:
        """The name as the messenger has it, to be told to an admin."""
        return self.name.partition(":")[2]


class Chat(Record):
    """Where is written: the desk's name for it, prefix first, and the topic in it, "" for none."""

    name: str
    private: bool = True
    thread: str = ""


class Message(Record):
    """A message that stands in a chat, a person's or the bot's; its number is the messenger's name of it."""

    chat: Chat
    number: str


class Said(Record):
    """A message to the bot, without the bot's name; `text` is None for what is no text.

    `to` is the number of the bot's own message that it replies to, "" where it replies to none; `edited` is whether
    it was sent before, with other words.
    """

    person: Person
    message: Message
    text: str | None
    to: str = ""
    edited: bool = False


class Pressed(Record):
    """A button that was pressed: what it sends back, and the message under which it stands with all its buttons.

    `press` is the messenger's name of the press itself; `message` is None where it can no longer be written under.
    """

    person: Person
    press: str
    data: str
    chat: Chat | None
    message: Message | None
    rows: Rows = ()


class Sought(Record):
    """Words for which clauses are to be offered, typed after the bot's name in a chat the bot doesn't see."""

    person: Person
    query: str
    words: str


Heard = Said | Pressed | Sought


class Renamed(Record):
    """A chat that goes on under another name, by the desk's names for it before and after."""

    was: str
    now: str


Event = Heard | Renamed


class Post(Record):
    """What is sent: text that fits a message, the buttons under it, and the picture over it.

    A channel that shows no pictures shows the text alone; it says what the picture does.
    """

    blocks: Blocks = ()
    rows: Rows = ()
    picture: bytes | None = None


class Offer(Record):
    """A clause to choose and the message that it becomes."""

    name: str
    title: str
    description: str
    blocks: Blocks


# A command without its stroke and what it does, in each language.
Commands = Mapping[Language, Sequence[tuple[str, str]]]


class Channel(Protocol):
    """A messenger as the conversation speaks through it. Each call is one try, and may raise Trouble.

    What a messenger has not got is left undone without a word: signs, notes on a press, offers, menus.
    """

    @property
    def name(self) -> str:
        """How the question log calls it."""

    @property
    def room(self) -> Room:
        """What a message holds."""

    def link(self, payload: str) -> str:
        """What opens a private chat with the bot and sends it `/start payload`; "" where nothing does."""

    def chat(self, name: str) -> Chat | None:
        """The chat that the desk has kept under a name, None where that is another messenger's."""

    async def send(self, chat: Chat, post: Post, under: str = "") -> str:
        """Sends something, as a reply to the message of this number where there is one; the new one's number."""

    async def edit(self, message: Message, post: Post) -> None:
        """Puts something in place of a message; without text, only other buttons."""

    async def note(self, press: str, text: str = "", *, alert: bool = False) -> None:
        """Answers a press with a passing note, or with none."""

    async def offer(self, query: str, offers: Sequence[Offer]) -> None:
        """Answers what was sought, for that person and this moment alone."""

    async def sign(self, chat: Chat, *, drawing: bool = False) -> None:
        """Shows for some seconds that an answer is being written, or drawn."""

    async def menu(self, chat: Chat, commands: Commands) -> None:
        """Puts commands into the menu of a chat, in place of what everybody's has; everybody's again for none."""


class Messenger(Channel, Protocol):
    """A messenger over a network: what it delivers waits in the inbox until it is answered."""

    @property
    def title(self) -> str:
        """How people call it."""

    def read(self, body: str) -> Event | None:
        """What a letter says, as it was delivered, None where that cannot be read."""

    async def reach(self) -> None:
        """Makes a call that does nothing; raises Trouble where the messenger doesn't answer."""
