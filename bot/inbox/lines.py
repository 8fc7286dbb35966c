"""PURE: whose turn it is. The letters of one chat are taken one by one, those of several chats at once."""

from collections import deque
from collections.abc import Iterator, Sequence

from corpus.models import Record

# So many seconds a process has to live before it takes a letter that two have died over.
PROVEN = 10.0
# So many deaths may have had another reason than the letter that was being answered.
CHANCE = 2


class Waiting(Record):
    """A letter that is not done: its number here and with the messenger, whose line it stands in, how often tried."""

    number: int
    event: int
    chat: str
    tries: int


class Lines:
    """One line a chat. Moments are seconds of any clock that only goes forward.

    Of the letters that were being answered when a process died one did it, and nobody knows which; so they are
    taken one at a time, and each further death counts against that one alone. One that was hit twice waits until
    this process, begun at `start`, has lived for a while: where processes are killed again and again from without,
    they die before they come to it, and what dies right over it afterwards died of it.
    """

    def __init__(self, waiting: Sequence[Waiting] = (), start: float = 0.0, proven: float = PROVEN) -> None:
        self._lines: dict[str, deque[Waiting]] = {}
        self._ready: deque[str] = deque()
        self._later: dict[str, float] = {}
        self._suspects = {one.number for one in waiting if one.tries}
        self._suspected: int | None = None
        self._count = 0
        for one in waiting:
            if one.tries == CHANCE and one.chat not in self._lines:
                self._later[one.chat] = start + proven
            self.add(one)

    def __len__(self) -> int:
        """How many letters are not done, those that are being answered among them."""
        return self._count

    def __iter__(self) -> Iterator[Waiting]:
        """The letters that are not done, line by line."""
        return (letter for line in self._lines.values() for letter in line)

    def __contains__(self, chat: str) -> bool:
        """Whether a chat has letters that are not done."""
        return chat in self._lines

    def add(self, letter: Waiting) -> None:
        """Puts a letter at the end of its chat's line."""
        self._count += 1
        if letter.chat in self._lines:
            self._lines[letter.chat].append(letter)
        else:
            self._lines[letter.chat] = deque([letter])
            if letter.chat not in self._later:
                self._ready.append(letter.chat)

    def take(self, now: float) -> Waiting | None:
        """The letter to answer next, None when there is none at this moment; its chat is busy from now on."""
        for chat in [chat for chat, moment in self._later.items() if moment <= now]:
            del self._later[chat]
            self._ready.append(chat)
        for _ in range(len(self._ready)):
            chat = self._ready.popleft()
            first = self._lines[chat][0]
            if first.number not in self._suspects:
                return first
            if self._suspected is None:
                self._suspected = first.number
                return first
            self._ready.append(chat)
        return None

    def done(self, letter: Waiting) -> None:
        """Takes a letter that was being answered out of its line."""
        self._free(letter)
        self._suspects.discard(letter.number)
        self._count -= 1
        line = self._lines[letter.chat]
        line.popleft()
        if line:
            self._ready.append(letter.chat)
        else:
            del self._lines[letter.chat]

    def again(self, letter: Waiting, moment: float) -> None:
        """Leaves a letter that was being answered at the head of its line, and not to be taken before a moment."""
        self._free(letter)
        self._later[letter.chat] = moment

    def next_moment(self) -> float | None:
        """When a letter that has to wait may be taken."""
        return min(self._later.values(), default=None)

    def heads(self) -> Iterator[Waiting]:
        """The first letter of each line, whether it is being answered or not."""
        return (line[0] for line in self._lines.values())

    def _free(self, letter: Waiting) -> None:
        if self._suspected == letter.number:
            self._suspected = None
