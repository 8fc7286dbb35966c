"""What was asked last in each conversation, for a while: a question may go on with the one before."""

import threading
import time
from collections import OrderedDict

from bot.answering.followup import continued

MINUTES = 30  # after so long a fragment is no longer about the last question
MOST = 10_000  # conversations kept in memory


class Talks:
    """The last question of each conversation; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: OrderedDict[tuple[str, str, str], tuple[float, str]] = OrderedDict()

    def forget(self, who: tuple[str, str]) -> None:
        """Forget what a person of a channel asked last, wherever that was."""
        with self._lock:
            for known in [known for known in self._last if known[:2] == who]:
                del self._last[known]

    def continued(self, who: tuple[str, str, str], text: str) -> str:
        """Return a message as a question of its own, and keep it as the last of its conversation.

        `who` is the channel, the person, and the place of the conversation.
        """
        now = time.monotonic()
        with self._lock:
            asked, last = self._last.pop(who, (now, ""))
            whole = continued(last if now - asked < MINUTES * 60 else "", text)
            self._last[who] = (now, whole)
            while len(self._last) > MOST:
                self._last.popitem(last=False)
        return whole
