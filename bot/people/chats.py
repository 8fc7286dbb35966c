"""What a chat has set for itself: a language, and the day whose rules it is answered by."""

from datetime import date

from bot.answering.models import Language
from bot.records.store import Store
from corpus.models import Record


class Preferences(Record):
    """What a chat has set; without a language each person's own counts, without a day today."""

    language: Language | None = None
    as_of: date | None = None


class Chats:
    """The preferences of chats, which are known by keyed hashes only."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def preferences(self, chat: str) -> Preferences:
        """What this chat has set."""
        with self.store.reading() as db:
            row = db.execute("select language, as_of from chats where chat = ?", (self._named(chat),)).fetchone()
        return Preferences(language=row[0], as_of=row[1]) if row else Preferences()

    def prefer(self, chat: str, wanted: Preferences) -> None:
        """Keep what this chat has set, nothing where that is nothing."""
        with self.store.writing() as db:
            if wanted == Preferences():
                db.execute("delete from chats where chat = ?", (self._named(chat),))
            else:
                row = {"chat": self._named(chat), **wanted.model_dump(mode="json")}
                db.table("chats").upsert(row, pk="chat")

    def move(self, was: str, now: str) -> None:
        """Let a chat that goes on under another name keep what it has set."""
        sql = "insert or ignore into chats (chat, language, as_of) select ?, language, as_of from chats where chat = ?"
        with self.store.writing() as db:
            db.execute(sql, (self._named(now), self._named(was)))

    def _named(self, chat: str) -> str:
        return self.store.hashed(f"chat:{chat}")
