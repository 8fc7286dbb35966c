"""The office behind the desk: how things stand, what admins are told, and what is thrown away in time."""

from collections.abc import Callable
from datetime import datetime, time
from time import monotonic

from bot import news
from bot.news import News, Outcome, What
from bot.people.audience import Reader, Role
from bot.people.door import Door
from bot.people.readable import Readable
from bot.records.retention import Purged, purge
from bot.records.store import Store, stamped
from bot.settings import Settings
from corpus.models import Record
from index import Index

# A generation is switched to before the reindex that made it leaves its record, and going back leaves none.
RECORD_SECONDS = 30.0
# Admins are told of documents by what an admin may read.
ADMIN = Reader(role=Role.ADMIN)
_TODAY = "select count(*) from asked where at >= ? and channel not in ('terminal', 'chat')"
# what somebody asked an office further was never put to the rulebook
_OPEN = """select count(*) from asked where status = 'not_found' and handled_at is null
    and id not in (select askers.asked from askers join letters using (chat, number) where told is not null)"""


class Status(Record):
    """How things stand: `documents` are those the reader may see.

    `backlog` are the questions that wait and `oldest` the seconds that the first of them has waited, if known;
    `failed` is when the last reindex failed, "" where it did not.
    """

    generation: str
    made: str
    documents: int
    today: int
    unanswered: int
    backlog: int | None = None
    oldest: float | None = None
    failed: str = ""


class Office:
    """What concerns curators and admins, over one data folder."""

    def __init__(
        self,
        settings: Settings,
        store: Store | None,
        door: Door,
        index: Callable[[], Index],
        readable: Callable[[Index, Reader], Readable],
    ) -> None:
        self.settings = settings
        self.store = store
        self.door = door
        self._index = index
        self._readable = readable
        self.crashed = False
        self._noticed = ("", 0.0)
        self.backlog: Callable[[], int] | None = None
        self.oldest: Callable[[], float] | None = None

    def status(self, reader: Reader) -> Status:
        """Return how things stand, with the documents that the reader may see."""
        index, outcome = self._index(), news.left(self.settings.data)
        return Status(
            generation=index.generation,
            made=index.manifest.made,
            documents=len(self._readable(index, reader).paths),
            today=self._count(_TODAY, stamped(datetime.combine(datetime.now().date(), time.min).astimezone())),
            unanswered=self._count(_OPEN),
            backlog=self.backlog() if self.backlog else None,
            oldest=self.oldest() if self.oldest else None,
            failed=outcome.at if outcome and outcome.error else "",
        )

    def unsaid(self) -> int:
        """Return of how many documents neither they nor the register say who may read them."""
        return sum(not one.facts.audience for one in self._index().documents())

    def news(self) -> tuple[News, ...]:
        """Return what admins have not been told yet; what was there before anybody could be told is no news."""
        index, outcome = self._index(), news.left(self.settings.data)
        found = []
        if self.crashed:
            found.append(News(what=What.RESTARTED, name=stamped()))
        if self.door.noted(What.INDEXED) is None:
            self.door.note(What.INDEXED, index.generation)
            self.door.note(What.FAILED, outcome.at if outcome else "")
            self.door.note(What.LEFT_OUT, str(outcome.left_out if outcome else 0))
        if self.door.noted(What.INDEXED) not in (index.generation, None) and self._settled(index, outcome):
            out = outcome.left_out if outcome and outcome.generation == index.generation else 0
            documents = len(self._readable(index, ADMIN).paths)
            found.append(News(what=What.INDEXED, name=index.generation, left_out=out, documents=documents))
        elif outcome and not outcome.error and outcome.generation == index.generation:
            found.extend(self._left_out(outcome))
        if outcome and outcome.error and self.door.noted(What.FAILED) not in (outcome.at, None):
            found.append(News(what=What.FAILED, name=outcome.at, error=outcome.error))
        return tuple(found)

    def _left_out(self, outcome: Outcome) -> tuple[News, ...]:
        """Return the news that another number of files could not be read, where the index is the same for it."""
        known, now = self.door.noted(What.LEFT_OUT) or "0", str(outcome.left_out)
        if known != now and not outcome.left_out:
            self.door.note(What.LEFT_OUT, now)
        return (News(what=What.LEFT_OUT, name=now, left_out=outcome.left_out),) if now not in (known, "0") else ()

    def _settled(self, index: Index, outcome: Outcome | None) -> bool:
        """Tell whether the record of a new generation is there, or was waited for long enough."""
        if self._noticed[0] != index.generation:
            self._noticed = (index.generation, monotonic())
        waited = monotonic() - self._noticed[1]
        return (outcome is not None and outcome.generation == index.generation) or waited > RECORD_SECONDS

    def sent(self, one: News) -> None:
        """Keep that admins have been told."""
        if one.what is What.RESTARTED:
            self.crashed = False
        else:
            self.door.note(one.what, one.name)
        if one.what is What.INDEXED:
            self.door.note(What.LEFT_OUT, str(one.left_out))

    def tidy(self) -> Purged | None:
        """Throw away what is older than the settings let it be; None without a log."""
        return purge(self.store, self.settings.retention_days) if self.store else None

    def named(self, bot: str) -> None:
        """Keep the name of the bot, for the links that scripts.staff makes."""
        self.door.note("bot", bot)

    def _count(self, sql: str, *values: str) -> int:
        if not self.store:
            return 0
        with self.store.reading() as db:
            return int(db.execute(sql, values).fetchone()[0])
