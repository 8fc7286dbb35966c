"""The chats whose menu of commands has more in it than everybody's: of curators and admins, and of offices."""

from datetime import date

from bot.people.staff import HOLDS
from bot.records.store import Store
from corpus.models import Record


class Menu(Record):
    """A chat by the desk's name, what its menu was last set to ("" for nothing), and of whom it is by now."""

    chat: str
    shown: str
    status: bool
    office: bool


class Menus:
    """The menus of chats; their numbers are sealed, and kept as long as there is something in the menu."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def note(self, chat: str, person: str = "") -> None:
        """Keep that a chat may have a menu of its own; `person` is whose private chat it is, "" for an office's."""
        named, who = self._named(chat), self.store.hashed(person)
        with self.store.reading() as db:
            known = db.execute("select 1 from menus where chat = ? and person = ?", (named, who)).fetchone()
        if known:
            return
        row = {"chat": named, "sealed": self.store.sealed(chat), "person": who}
        sql = """insert into menus (chat, sealed, person, shown) values (:chat, :sealed, :person, '')
            on conflict (chat) do update set person = case :person when '' then person else :person end"""
        with self.store.writing() as db:
            db.execute(sql, row)

    def all(self) -> tuple[Menu, ...]:
        """Return every one, with what the person and the chat are today."""
        with self.store.reading() as db:
            rows = db.execute(_ALL, (date.today().isoformat(),)).fetchall()
        opened = ((self.store.opened(sealed), *rest) for sealed, *rest in rows)
        return tuple(
            Menu(chat=chat, shown=shown, status=status, office=office) for chat, shown, status, office in opened
        )

    def set(self, chat: str, shown: str) -> None:
        """Keep what a chat's menu was set to; one with nothing in it is forgotten."""
        with self.store.writing() as db:
            if shown:
                db.execute("update menus set shown = ? where chat = ?", (shown, self._named(chat)))
            else:
                db.execute("delete from menus where chat = ?", (self._named(chat),))

    def _named(self, chat: str) -> str:
        return self.store.hashed(f"chat:{chat}")


# Of several invitations of a person the last one counts.
_ALL = f"""
    select sealed, shown,
        coalesce((select role in ('curator', 'admin') from staff where staff.person = menus.person and {HOLDS}
            order by id desc limit 1), 0),
        exists (select 1 from offices where offices.chat = menus.chat)
    from menus order by menus.chat
"""
