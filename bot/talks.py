"""What was asked last in each conversation, for a while: a question may go on with the one before.

Whoever replies to an answer goes on with its question, be it somebody else's or long ago.
"""

import threading
import time
from collections import OrderedDict

from bot.answering.asked.followup import continued

MINUTES = 30  # after so long a fragment is no longer about the last question
MOST = 10_000  # conversations kept in memory, and answers that may be replied to

Who = tuple[str, str, str]  # the channel, the person, and the place of the conversation


class Talks:
    """The last question of each conversation; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # when, the question as it was understood, and in the words of the message
        self._last: OrderedDict[Who, tuple[float, str, str]] = OrderedDict()
        # by the channel, the place and the message: who asked, and what
        self._answered: OrderedDict[Who, tuple[Who, str]] = OrderedDict()

    def forget(self, who: tuple[str, str]) -> None:
        """Forget what a person of a channel asked last, wherever that was."""
        with self._lock:
            for known in [known for known in self._last if known[:2] == who]:
                del self._last[known]
            for message in [message for message, (asker, _) in self._answered.items() if asker[:2] == who]:
                del self._answered[message]

    def said(self, who: Who) -> str:
        """Return the words of what was asked last in a conversation, "" where nobody knows."""
        with self._lock:
            return self._last[who][2] if who in self._last else ""

    def answered(self, who: Who, message: str) -> None:
        """Keep that this message answers what was asked last in a conversation."""
        with self._lock:
            if who in self._last:
                self._answered[who[0], who[-1], message] = (who, self._last[who][1])
                while len(self._answered) > MOST:
                    self._answered.popitem(last=False)

    def continued(self, who: Who, text: str, to: str = "") -> str:
        """Return a message as a question of its own, and keep it as the last of its conversation.

        `to` is the message that it replies to, "" for none.
        """
        now = time.monotonic()
        with self._lock:
            asked, last, _ = self._last.pop(who, (now, "", ""))
            _, earlier = self._answered.get((who[0], who[-1], to), (who, last if now - asked < MINUTES * 60 else ""))
            whole = continued(earlier, text)
            self._last[who] = (now, whole, text)
            while len(self._last) > MOST:
                self._last.popitem(last=False)
        return whole
