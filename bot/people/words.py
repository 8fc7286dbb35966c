"""What offices have said to people, by the messages that say so in their chats, and what people ask in reply."""

import json

from bot.records.store import Store
from corpus.models import Record


class Word(Record):
    """An office's word as it stands in the chat of whoever asked: what it says now, and the question it is about.

    `asked` is that question's number in the log, `person` who asked it (a keyed hash); `number` is the office's own
    message, "" where that stands in another chat than the office has today. Where the person has only been told that
    the question was put to the office, `text` is "" and `number` that of the question.
    """

    asked: int
    person: str
    office: str
    number: str
    text: str


class Words:
    """The offices' words, and the questions that reply to them; numbers of chats are sealed."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def at(self, chat: str, number: str) -> Word | None:
        """The office's word that stands in a chat as this message."""
        with self.store.reading() as db:
            row = db.execute(_WORD, (named(self.store, chat), number)).fetchone()
            row = row or db.execute(_NOTE, (named(self.store, chat), number)).fetchone()
            sql = "select 1 from offices where office = ? and chat = ?"
            here = db.execute(sql, (compared(row[2]), row[3])).fetchone() if row else None
        if row is None:
            return None
        asked, person, office, _, reply, replies = row
        text = next((one["text"] for one in json.loads(replies or "[]") if one["number"] == reply), "")
        return Word(asked=asked, person=person, office=office, number=str(reply) if here else "", text=text)

    def note(self, chat: str, number: str, asked: int, person: str) -> None:
        """Keep as which message of a chat a person was told that their question was put to an office."""
        with self.store.writing() as db:
            db.table("words").insert({**self._of_person(chat, number, asked, person), "reply": ""}, ignore=True)

    def take(self, chat: str, number: str, asked: int, person: str) -> None:
        """Keep that this message of a person's, in reply to an office's word, is a question of this number by now."""
        with self.store.writing() as db:
            db.table("words").upsert(self._of_person(chat, number, asked, person), pk=("chat", "number"))

    def taken(self, chat: str, number: str) -> int | None:
        """The number of the question that this message of a person's is by now."""
        sql = "select asked from words where chat = ? and number = ? and reply is null"
        with self.store.reading() as db:
            row = db.execute(sql, (named(self.store, chat), number)).fetchone()
        return int(row[0]) if row else None

    def _of_person(self, chat: str, number: str, asked: int, person: str) -> dict[str, object]:
        return {"chat": named(self.store, chat), "number": number, "asked": asked, "person": self.store.hashed(person)}


_WORD = """
    select words.asked, words.person, letters.office, letters.chat, words.reply, letters.replies
    from words join letters on letters.chat = words.office_chat and letters.number = words.letter
    where words.chat = ? and words.number = ? and words.reply is not null
"""
# where a question stands now, which may be in another chat than when the person was told that it was put
_NOTE = """
    select words.asked, words.person, letters.office, letters.chat, letters.number, null
    from words join askers on askers.asked = words.asked
    join letters on letters.chat = askers.chat and letters.number = askers.number
    where words.chat = ? and words.number = ? and words.reply = ''
"""


def compared(office: str) -> str:
    """An office's name as it is compared: without case and width of spaces."""
    return " ".join(office.split()).casefold()


def named(store: Store, chat: str) -> str:
    """A chat as it is kept: a keyed hash."""
    return store.hashed(f"chat:{chat}")
