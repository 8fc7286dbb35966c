"""What has been sent in answer to a letter, so that a further try sends no part of it twice."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from bot.conversation.channel import Chat, Post
from bot.conversation.rich import plain
from bot.inbox import Inbox

# The notice that an answer will come: it gets past answers that wait.
MOMENT = "moment"
# What is kept of a part: the number of its message, to go on from.
NUMBER = "message_id"


class Page:
    """What has been sent in answer to a letter, in this try and in those before it.

    `first` is called when a part's turn to be sent has come.
    """

    def __init__(
        self, inbox: Inbox, number: int, sent: Mapping[str, Any], purpose: str, first: Callable[[], None] = lambda: None
    ) -> None:
        self.inbox, self.number, self.sent, self.purpose, self.first = inbox, number, dict(sent), purpose, first
        self.parts: Counter[str] = Counter()

    def name(self, chat: Chat, post: Post) -> str:
        """The name of a message among the parts of this try: the same in every try that sends the same.

        Named by what it says: a try that says something else, since a new generation answers or what was told once
        is not told again, must not be taken for what an earlier one has sent.
        """
        said = f"{self.number} {chat.name} {post.picture is not None} {plain(post.blocks)}"
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.parts[digest] += 1
        return f"{self.purpose} {digest} {self.parts[digest]}"

    def known(self, name: str) -> str | None:
        """The number of a part that an earlier try has sent."""
        kept = self.sent.get(name)
        return str(kept[NUMBER]) if kept else None

    def keep(self, name: str, number: str) -> None:
        """Keeps that a part has been sent."""
        self.sent[name] = {NUMBER: number}
        self.inbox.sent(self.number, name, self.sent[name])


_page: ContextVar[Page | None] = ContextVar("page", default=None)


@contextmanager
def on(page: Page) -> Iterator[None]:
    """Whatever is sent inside is a part of this page."""
    token = _page.set(page)
    try:
        yield
    finally:
        _page.reset(token)


def current() -> Page | None:
    """The page that is being written, None where nothing is answered."""
    return _page.get()
