"""The terminal channel: the conversation of a messenger, with whoever sits at the machine.

A button is a number before its label, and typing the number presses it. Where a messenger shows a picture, its words
stand alone; what a messenger changes in place is printed anew.
"""

import asyncio
import contextlib
import io
import locale
import sys
from collections.abc import Sequence
from typing import NamedTuple

from bot.channels.printing import write
from bot.conversation.buttons import Button, Rows
from bot.conversation.channel import Chat, Commands, Heard, Message, Offer, Person, Post, Pressed, Said
from bot.conversation.desk import Desk
from bot.conversation.rich import Block, Room, Style, clean
from bot.conversation.talk import hear
from bot.legible import legible
from bot.people.audience import MACHINE

_PROMPT = "？ "
_HELLO = (
    "问一个问题，或输入选项前的编号；/help 看用法；空行或 Ctrl-D 结束。\n"
    "Ask a question, or type the number of a choice; /help tells more; an empty line or Ctrl-D ends.\n"
)
# As far as one message may go that nobody has to load: a whole rulebook fits.
_ROOM = Room(text=10_000_000, caption=10_000_000)
HERE = Chat(name="chat:machine")


class Shown(NamedTuple):
    """The message whose buttons count, and those in their rows."""

    message: Message
    rows: Rows

    def button(self, typed: str) -> Button | None:
        """The button of a number that was typed."""
        buttons = (button for row in self.rows for button in row)
        return {str(number): button for number, button in enumerate(buttons, 1)}.get(typed)


class Terminal:
    """A Channel that prints; the buttons of the last message that has any can be pressed."""

    name = "chat"
    room = _ROOM

    def __init__(self, language: str) -> None:
        self.person = Person(name=HERE.name, speaks=language)
        self.sent = 0
        self.shown = Shown(Message(chat=HERE, number="0"), ())

    def link(self, payload: str) -> str:
        """What can be typed here to the same effect."""
        return f"/start {payload}"

    def chat(self, name: str) -> Chat | None:
        return HERE if name == HERE.name else None

    async def send(self, chat: Chat, post: Post, under: str = "") -> str:
        self.sent += 1
        self._print(Message(chat=chat, number=str(self.sent)), post)
        return str(self.sent)

    async def edit(self, message: Message, post: Post) -> None:
        self._print(message, post)

    async def note(self, press: str, text: str = "", *, alert: bool = False) -> None:
        if text:
            write(f"\n{text}\n")

    async def offer(self, query: str, offers: Sequence[Offer]) -> None:
        """Nobody quotes from here into other chats."""

    async def sign(self, chat: Chat, *, drawing: bool = False) -> None:
        """Whoever waits sees that nothing is printed yet."""

    async def menu(self, chat: Chat, commands: Commands) -> None:
        """What can be typed stands in the help."""

    def heard(self, typed: str) -> Heard | None:
        """What a line says: the number of a button is a press of it; None for a press that only prints."""
        button = self.shown.button(typed.strip())
        if button is None:
            self.sent += 1
            message = Message(chat=HERE, number=str(self.sent))
            return Said(person=self.person, message=message, text=legible(typed).strip())
        if not button.press:
            write(f"\n{button.copies or button.url}\n\n")
            return None
        shown, rows = self.shown
        return Pressed(person=self.person, press=typed, data=button.press, chat=HERE, message=shown, rows=rows)

    def _print(self, message: Message, post: Post) -> None:
        text = "".join((block.gap if number else "\n") + _set(block) for number, block in enumerate(post.blocks))
        write(text + "\n")
        if post.rows:
            self.shown = Shown(message, post.rows)
            write("\n" + _numbered(post.rows))
        write("\n")


def chat(desk: Desk, pages: str = "") -> None:
    """Hold a conversation until an empty line; `pages` is what stands before a link to make its address, or ""."""
    _editable()
    out = Terminal("en" if locale.setlocale(locale.LC_CTYPE).startswith("en") else "zh")
    write(_HELLO)
    with asyncio.Runner() as runner:
        typed = "/start"
        while typed.strip():
            if heard := out.heard(typed):
                runner.run(hear(desk, pages, out, heard, MACHINE))
            typed = _typed()


def _typed() -> str:
    try:
        return input(_PROMPT)
    except EOFError:
        return ""


def _set(block: Block) -> str:
    """A block as it is printed: what a messenger folds stands behind a bar."""
    text = clean(block.text)
    return "\n".join(f"  │ {line}" for line in text.split("\n")) if block.style is Style.QUOTE else text


def _numbered(rows: Rows) -> str:
    """The buttons in their rows, each behind its number."""
    lines, number = "", 0
    for row in rows:
        for button in row:
            number += 1
            lines += f"  {number}) {clean(button.label)}"
        lines += "\n"
    return lines


def _editable() -> None:
    """Let a line be edited with the arrow keys, and a broken byte in it through to the desk."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):  # not every Python has one
            import readline  # noqa: F401
