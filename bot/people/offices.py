"""The offices that can be asked: the chat of each, the questions put to them, and their replies."""

from bot.records.store import Store, stamped
from corpus.models import Record


class Letter(Record):
    """A question put to an office; `to_chat` is where its reply goes, as the channel wrote it down."""

    asked: int
    office: str
    to_chat: str


class Offices:
    """The offices an admin has given a chat; numbers of chats are sealed, and a person's gone once it was used."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def bind(self, office: str, chat: str) -> None:
        """Let this chat be the one of an office; another that it had before is let go."""
        row = {"office": _name(office), "chat": self._named(chat), "sealed": self.store.sealed(chat)}
        with self.store.writing() as db:
            db.table("offices").upsert(row, pk="office")

    def release(self, chat: str) -> tuple[str, ...]:
        """Let this chat be no office's any more; the offices whose it was."""
        with self.store.writing() as db:
            rows = db.execute("select office from offices where chat = ?", (self._named(chat),)).fetchall()
            db.execute("delete from offices where chat = ?", (self._named(chat),))
        return tuple(office for (office,) in rows)

    def chat(self, office: str) -> str:
        """The chat of an office, "" where it has none."""
        with self.store.reading() as db:
            row = db.execute("select sealed from offices where office = ?", (_name(office),)).fetchone()
        return self.store.opened(row[0]) if row else ""

    def write(self, chat: str, number: str, person: str, letter: Letter) -> None:
        """Keep that a person's question stands in the chat of an office as the message of this number."""
        row = {
            "chat": self._named(chat),
            "number": number,
            "asked": letter.asked,
            "office": letter.office,
            "person": self.store.hashed(person),
            "to_chat": self.store.sealed(letter.to_chat),
            "at": stamped(),
        }
        with self.store.writing() as db:
            db.table("letters").insert(row)

    def written(self, asked: int) -> bool:
        """Whether this question was put to an office already."""
        with self.store.reading() as db:
            return db.execute("select 1 from letters where asked = ?", (asked,)).fetchone() is not None

    def letter(self, chat: str, number: str) -> Letter | None:
        """The question that stands in a chat as this message; `to_chat` is "" once it was replied to."""
        sql = "select asked, office, to_chat from letters where chat = ? and number = ?"
        with self.store.reading() as db:
            row = db.execute(sql, (self._named(chat), number)).fetchone()
        return Letter(asked=row[0], office=row[1], to_chat=self.store.opened(row[2] or "")) if row else None

    def replied(self, chat: str, number: str, reply: str) -> None:
        """Keep what the office replied, and no longer where the reply went."""
        sql = "update letters set reply = ?, replied_at = ?, to_chat = null where chat = ? and number = ?"
        with self.store.writing() as db:
            db.execute(sql, (reply, stamped(), self._named(chat), number))

    def forget(self, person: str) -> None:
        """Cut what ties a person to the questions put to offices; a reply that is still to come goes nowhere."""
        with self.store.writing() as db:
            sql = "update letters set person = '', to_chat = null where person = ?"
            db.execute(sql, (self.store.hashed(person),))

    def _named(self, chat: str) -> str:
        return self.store.hashed(f"chat:{chat}")


def _name(office: str) -> str:
    """An office's name as it is compared: without case and width of spaces."""
    return " ".join(office.split()).casefold()
