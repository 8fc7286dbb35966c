"""The door of the messenger: who comes in and as whom, who is turned away, and what each person was told."""

import logging
from datetime import UTC, datetime, timedelta

from bot.people.audience import STRANGER, Reader
from bot.people.staff import Staff
from bot.records.store import LogUnwritable, Store, stamped
from bot.settings import Settings

# So often within an hour a stranger is answered, and so many codes are tried for one person.
KNOCKS = 5
HOUR = timedelta(hours=1)

logger = logging.getLogger(__name__)


class Door:
    """Lets in whom an admin has invited, and whom the settings name; without a store only the latter."""

    def __init__(self, settings: Settings, store: Store | None) -> None:
        self.settings = settings
        self.store = store
        self.staff = Staff(store) if store else None

    def admit(self, person: str) -> Reader:
        """Return what a person may read as; a stranger may not ask at all."""
        invited = self.staff.reader(person) if self.staff else STRANGER
        return Reader(unsaid=True) if invited.role is None and self.settings.allowed(person) else invited

    def join(self, person: str, code: str, chat: str) -> bool | None:
        """Bind a person to the invitation of a code; None when the person has tried too many wrong ones."""
        if not self.staff or not self._may_try(person, "code"):
            return None
        if self.staff.join(person, code, chat):
            logger.warning("an invitation was taken up")
            return True
        self._knocked(person, "code")
        logger.warning("a code that is none, was used or is too old was refused")
        return False

    def knock(self, person: str) -> bool:
        """Keep that a stranger asked; False when this one has been told often enough for now."""
        if not self._may_try(person, "ask"):
            return False
        self._knocked(person, "ask")
        logger.warning("somebody who may not ask was turned away")
        return True

    def told(self, person: str) -> bool:
        """Tell whether a person has been told what is recorded."""
        return self.store is None or self.noted(f"recorded:{self.store.hashed(person)}") is not None

    def tell(self, person: str) -> None:
        """Keep that a person has been told what is recorded."""
        if self.store:
            self.note(f"recorded:{self.store.hashed(person)}", "yes")

    def noted(self, what: str) -> str | None:
        """Return what was noted under a name."""
        if not self.store:
            return None
        with self.store.reading() as db:
            row = db.execute("select value from told where what = ?", (what,)).fetchone()
        return row[0] if row else None

    def note(self, what: str, value: str) -> None:
        """Note something under a name, in place of what was noted before."""
        if self.store:
            with self.store.writing() as db:
                db.table("told").upsert({"what": what, "value": value, "at": stamped()}, pk="what")

    def forget(self, person: str, *, attempts: bool = True) -> None:
        """Forget that this person was told anything and, with `attempts`, tried anything; who is invited stays so."""
        if self.store:
            who = self.store.hashed(person)
            with self.store.writing() as db:
                db.execute("delete from told where what = ?", (f"recorded:{who}",))
                if attempts:
                    db.execute("update knocks set person = '' where person = ?", (who,))

    def admins(self) -> tuple[str, ...]:
        """Return the chats of the admins, to be told what happens."""
        return self.staff.admins() if self.staff else ()

    def _may_try(self, person: str, what: str) -> bool:
        if not self.store:
            return True
        sql = "select count(*) from knocks where person = ? and what = ? and at > ?"
        since = stamped(datetime.now(UTC) - HOUR)
        with self.store.reading() as db:
            return int(db.execute(sql, (self.store.hashed(person), what, since)).fetchone()[0]) < KNOCKS

    def _knocked(self, person: str, what: str) -> None:
        """Keep an attempt; one that can't be kept is refused all the same."""
        if self.store:
            try:
                with self.store.writing() as db:
                    row = {"at": stamped(), "person": self.store.hashed(person), "what": what}
                    db.table("knocks").insert(row)
            except LogUnwritable as error:
                logger.error("%s", error)
