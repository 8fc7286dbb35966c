"""What may come of a call to a messenger, told apart by what is to be done about it.

A channel raises these and nothing of its SDK's; their words may be logged, so no secret is among them.
"""

from corpus.known import KnownError


class Trouble(KnownError):
    """The messenger did not do what it was asked to."""


class Away(Trouble):
    """The messenger cannot be reached or fails by itself, whatever was sent: the same call may do later."""


class Hurried(Trouble):
    """The messenger wants to be left alone for so many seconds."""

    def __init__(self, seconds: float, words: str = "") -> None:
        super().__init__(words or f"to be called again in {seconds:g} s")
        self.seconds = seconds


class Moved(Trouble):
    """The chat goes on under another name."""

    def __init__(self, chat: str) -> None:
        super().__init__("the chat goes on under another name")
        self.chat = chat


class Refused(Trouble):
    """The messenger does not take this, and never will."""


class Unwelcome(Refused):
    """The person or the chat does not let the bot write."""


class Repeated(Refused):
    """A press was answered too late, or an edit changes nothing: a second press does that."""


class Fixed(Refused):
    """The message can no longer be edited: it is gone, or too old."""
