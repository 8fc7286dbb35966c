"""The offices that can be asked: the chat of each, the questions put to them, who waits, and their replies."""

import json

from sqlite_utils import Database

from bot.people.words import Words, compared, named
from bot.records.store import Store, stamped
from corpus.models import Record


class Asker(Record):
    """Somebody who waits for a reply: the number of their answer in the log, and where the reply goes.

    `to_chat` is as the channel wrote it down, "" where nobody knows it any more.
    """

    asked: int
    to_chat: str


class Reply(Record):
    """What an office replied: the message's number, who wrote it (a keyed hash), its text."""

    number: str
    by: str
    text: str


class Letter(Record):
    """A question put to an office, as the message of this number in this chat.

    `told` is what the office was told where the question goes on with one before, "" for any other.
    """

    chat: str
    number: str
    office: str
    askers: tuple[Asker, ...]
    replies: tuple[Reply, ...] = ()
    told: str = ""


class Offices:
    """The offices an admin has given a chat; numbers of chats are sealed, and a person's gone some days after use."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.words = Words(store)

    def bind(self, office: str, chat: str, thread: str = "") -> None:
        """Let this chat, or a topic in it, be that of an office; another that it had before is let go."""
        sealed = self.store.sealed(f"{chat}#{thread}" if thread else chat)
        with self.store.writing() as db:
            row = {"office": compared(office), "chat": self._named(chat), "sealed": sealed}
            db.table("offices").upsert(row, pk="office")

    def release(self, chat: str) -> tuple[str, ...]:
        """Let this chat be no office's any more; the offices whose it was."""
        with self.store.writing() as db:
            rows = db.execute("select office from offices where chat = ?", (self._named(chat),)).fetchall()
            db.execute("delete from offices where chat = ?", (self._named(chat),))
        return tuple(office for (office,) in rows)

    def chat(self, office: str) -> tuple[str, str]:
        """The chat of an office and the topic in it, "" where it has none."""
        with self.store.reading() as db:
            row = db.execute("select sealed from offices where office = ?", (compared(office),)).fetchone()
        chat, _, thread = (self.store.opened(row[0]) if row else "").partition("#")
        return chat, thread

    def housed(self, chat: str) -> bool:
        """Whether this chat is an office's."""
        with self.store.reading() as db:
            return db.execute("select 1 from offices where chat = ?", (self._named(chat),)).fetchone() is not None

    def write(self, letter: Letter, normal: str, person: str) -> None:
        """Keep that a person's question, of this wording, stands in the chat of an office."""
        key = {"chat": self._named(letter.chat), "number": letter.number}
        first = letter.askers[0].asked
        row = {**key, "asked": first, "office": letter.office, "person": "", "at": stamped(), "normal": normal}
        row["told"] = letter.told or None
        with self.store.writing() as db:
            db.table("letters").insert(row)
            for one in letter.askers:
                self._wait(db, letter, one, person)

    def pending(self, chat: str, office: str, normal: str, since: str) -> Letter | None:
        """The question of this wording that an office has been put after a moment and has not replied to."""
        same = "chat = ? and office = ? and normal = ? and at > ?"
        sql = f"select number from letters where {same} and replied_at is null limit 1"
        with self.store.reading() as db:
            row = db.execute(sql, (self._named(chat), office, normal, since)).fetchone() if normal else None
        return self.letter(chat, str(row[0])) if row else None

    def join(self, letter: Letter, one: Asker, person: str) -> bool:
        """Let somebody else wait for the reply to a question too; False when it has come meanwhile."""
        with self.store.writing() as db:
            key = self._key(db, letter.chat, letter.number)
            sql = "select 1 from letters where chat = ? and number = ? and replied_at is null"
            waits = db.execute(sql, key).fetchone() is not None
            if waits:
                self._wait(db, letter, one, person)
        return waits

    def waits(self, asked: int) -> bool | None:
        """Whether this question still waits for an office's reply; None where it was not put to any."""
        sql = "select replied_at is null from askers join letters using (chat, number) where askers.asked = ?"
        with self.store.reading() as db:
            row = db.execute(sql, (asked,)).fetchone()
        return bool(row[0]) if row else None

    def stands(self, chat: str, asked: int) -> str:
        """The message of a chat as which this question was put to an office there, "" for none."""
        with self.store.reading() as db:
            sql = "select number from askers where asked = ? and chat = ?"
            row = db.execute(sql, (asked, self._named(chat))).fetchone()
        return str(row[0]) if row else ""

    def letter(self, chat: str, number: str) -> Letter | None:
        """The question that stands in a chat as this message, or stood so before the chat got another name."""
        with self.store.reading() as db:
            key = self._key(db, chat, number)
            row = db.execute("select office, replies, told from letters where chat = ? and number = ?", key).fetchone()
            sql = "select asked, to_chat from askers where chat = ? and number = ? order by asked"
            askers = db.execute(sql, key).fetchall() if row else []
        if row is None:
            return None
        return Letter(
            chat=chat, number=number, office=row[0],
            askers=tuple(Asker(asked=asked, to_chat=self.store.opened(to or "")) for asked, to in askers),
            replies=tuple(Reply(**one) for one in json.loads(row[1] or "[]")), told=row[2] or "",
        )  # fmt: skip

    def waiting(self, chat: str, since: str) -> tuple[Letter, ...]:
        """The questions in a chat that have not been replied to, of those put after a moment, in their order."""
        sql = "select number from letters where chat = ? and replied_at is null and at > ? order by at, number"
        with self.store.reading() as db:
            numbers = [str(number) for (number,) in db.execute(sql, (self._named(chat), since)).fetchall()]
        return tuple(letter for number in numbers if (letter := self.letter(chat, number)))

    def put_again(self, letter: Letter, chat: str, number: str) -> None:
        """Keep that a question stands in another chat now, as a message of its own."""
        with self.store.writing() as db:
            old = self._key(db, letter.chat, letter.number)
            new = (self._named(chat), number)
            sql = "update letters set chat = ?, number = ?, was = ? where chat = ? and number = ?"
            db.execute(sql, (*new, self._was(letter.chat, letter.number), *old))
            db.execute("update askers set chat = ?, number = ? where chat = ? and number = ?", (*new, *old))

    def move(self, was: str, now: str) -> None:
        """Let the offices of a chat that goes on under another name have that one."""
        with self.store.writing() as db:
            rows = db.execute("select office, sealed from offices where chat = ?", (self._named(was),)).fetchall()
            for office, sealed in rows:
                thread = self.store.opened(sealed).partition("#")[2]
                where = self.store.sealed(f"{now}#{thread}" if thread else now)
                sql = "update offices set chat = ?, sealed = ? where office = ?"
                db.execute(sql, (self._named(now), where, office))

    def replied(self, letter: Letter, reply: Reply) -> None:
        """Keep what the office replied, in place of what that same message said before."""
        kept = {one.number: one for one in letter.replies} | {reply.number: reply}
        told = json.dumps([one.model_dump() for one in kept.values()], ensure_ascii=False)
        said = "\n".join(one.text for one in kept.values())
        sql = "update letters set reply = ?, replies = ?, replied_at = ? where chat = ? and number = ?"
        with self.store.writing() as db:
            db.execute(sql, (said, told, stamped(), *self._key(db, letter.chat, letter.number)))

    def passed(self, letter: Letter, asked: int, place: tuple[str, str], reply: str) -> None:
        """Keep as which message of a chat an office's reply was passed on, unless whoever asked is forgotten."""
        chat, number = place
        sql = """insert or ignore into words (chat, number, asked, person, office_chat, letter, reply)
            select ?, ?, asked, person, chat, number, ? from askers
            where chat = ? and number = ? and asked = ? and person <> ''"""
        with self.store.writing() as db:
            key = self._key(db, letter.chat, letter.number)
            db.execute(sql, (self._named(chat), number, reply, *key, asked))

    def hashed(self, person: str) -> str:
        """A person as a Reply names them."""
        return self.store.hashed(person)

    def forget(self, person: str) -> None:
        """Cut what ties a person to the questions put to offices; a reply that is still to come goes nowhere."""
        with self.store.writing() as db:
            who = self.store.hashed(person)
            db.execute("update askers set person = '', to_chat = null where person = ?", (who,))
            db.execute("delete from words where person = ?", (who,))
            db.execute("update letters set replies = replace(replies, ?, '') where instr(replies, ?)", (who, who))

    def _wait(self, db: Database, letter: Letter, one: Asker, person: str) -> None:
        chat, number = self._key(db, letter.chat, letter.number)
        key = {"chat": chat, "number": number, "asked": one.asked}
        db.table("askers").insert(
            {**key, "person": self.store.hashed(person), "to_chat": self.store.sealed(one.to_chat)}, ignore=True
        )

    def _key(self, db: Database, chat: str, number: str) -> tuple[str, str]:
        """What a question is kept under that stands in a chat as this message, or did before the chat moved."""
        sql = "select chat, number from letters where was = ?"
        moved = db.execute(sql, (self._was(chat, number),)).fetchone()
        return (moved[0], str(moved[1])) if moved else (self._named(chat), number)

    def _was(self, chat: str, number: str) -> str:
        return f"{self._named(chat)}:{number}"

    def _named(self, chat: str) -> str:
        return named(self.store, chat)
