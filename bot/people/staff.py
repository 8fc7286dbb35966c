"""Who may ask: one row an invitation, taken up by one person with the code of a link that works once.

People and codes are kept as keyed hashes; the hint is what the admin typed.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.people.audience import STRANGER, Reader, Role, groups
from bot.records.store import Store, stamped
from corpus.known import KnownError
from corpus.models import Record

# 128 bits; nobody guesses that, however often they try.
CODE_BYTES = 16
DAYS = 7  # a link nobody has opened by then has gone astray


class NobodyThere(KnownError):
    """There is no invitation of this number."""


class Invitation(Record):
    """What an admin lets somebody be: a role, groups, and the last day of it, None for no end."""

    hint: str
    role: Role = Role.STAFF
    groups: tuple[str, ...] = ()
    ends: date | None = None


class Member(Record):
    """An invitation and what became of it; moments are UTC as text, "" where it has not come to that."""

    id: int
    hint: str
    role: Role
    groups: tuple[str, ...]
    invited_at: str
    code_until: str
    joined_at: str
    ends: date | None
    revoked_at: str

    def state(self, now: datetime) -> str:
        """What it is worth: active, invited, expired (its link), ended or revoked."""
        if self.revoked_at:
            return "revoked"
        if self.ends and self.ends < now.astimezone().date():
            return "ended"
        if not self.joined_at:
            return "invited" if stamped(now) <= self.code_until else "expired"
        return "active"


class Staff:
    """The people an admin has let in."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def invite(self, one: Invitation, days: int = DAYS) -> tuple[int, str]:
        """Return the number of a new invitation and its code, which is told this once and kept nowhere."""
        code = secrets.token_urlsafe(CODE_BYTES)
        row = {
            "hint": one.hint,
            "role": one.role.value,
            "groups": ";".join(sorted(groups(one.groups))),
            "code": self._sealed(code),
            "invited_at": stamped(),
            "code_until": stamped(datetime.now(UTC) + timedelta(days=days)),
            "ends": one.ends.isoformat() if one.ends else None,
        }
        with self.store.writing() as db:
            made = db.table("staff").insert(row).last_pk
        return int(made), code  # type: ignore[arg-type]

    def join(self, person: str, code: str, chat: str) -> bool:
        """Bind a person to the invitation of this code; False where it is none, was used, is too old or over.

        Whoever was in before is in by the new invitation alone. Of an admin the chat is kept, to be written to.
        """
        who, sealed, now = self.store.hashed(person), self._sealed(code), stamped()
        with self.store.writing() as db:
            taken = db.execute(_TAKE, (who, now, chat, sealed, now, date.today().isoformat())).rowcount == 1
            if taken:
                db.execute(_REPLACE, (now, who, sealed))
            # the same link opened twice by the same person is no attempt at anything
            mine = f"select 1 from staff where code = ? and person = ? and {HOLDS}"
            return taken or db.execute(mine, (sealed, who, date.today().isoformat())).fetchone() is not None

    def reader(self, person: str) -> Reader:
        """Return what a person may read as today, a stranger without an invitation that holds."""
        with self.store.reading() as db:
            row = db.execute(_ACTIVE, (self.store.hashed(person), date.today().isoformat())).fetchone()
        return Reader(role=Role(row[0]), groups=groups(row[1].split(";"))) if row else STRANGER

    def members(self) -> tuple[Member, ...]:
        """Return every invitation in the order of inviting."""
        with self.store.reading() as db:
            return tuple(_member(row) for row in db.query("select * from staff order by id"))

    def revoke(self, numbers: Iterable[int]) -> tuple[Member, ...]:
        """Take back invitations, used or not; raises NobodyThere."""
        return self._change(numbers, "revoked_at = coalesce(revoked_at, ?), chat = null", stamped())

    def end(self, numbers: Iterable[int], day: date | None) -> tuple[Member, ...]:
        """Set the last day of access, None for no end; raises NobodyThere."""
        return self._change(numbers, "ends = ?", day.isoformat() if day else None)

    def admins(self) -> tuple[str, ...]:
        """Return the chats of the admins of today."""
        sql = "select distinct chat from staff where chat is not null and role = 'admin' and " + HOLDS
        with self.store.reading() as db:
            return tuple(chat for (chat,) in db.execute(sql, (date.today().isoformat(),)).fetchall())

    def _change(self, numbers: Iterable[int], setting: str, value: str | None) -> tuple[Member, ...]:
        wanted = sorted(set(numbers))
        known = {member.id for member in self.members()}
        if missing := [number for number in wanted if number not in known]:
            raise NobodyThere(f"no invitation has the number {', '.join(map(str, missing))}: see the list")
        with self.store.writing() as db:
            for number in wanted:
                db.execute(f"update staff set {setting} where id = ?", (value, number))
        return _of(self.members(), wanted)

    def _sealed(self, code: str) -> str:
        return self.store.hashed(f"code:{code}")


# An invitation that somebody is in by, on the day that is asked for.
HOLDS = "revoked_at is null and joined_at is not null and (ends is null or ends >= ?)"
_TAKE = """
    update staff set person = ?, joined_at = ?, chat = case role when 'admin' then ? end
    where code = ? and person is null and revoked_at is null and code_until >= ? and (ends is null or ends >= ?)
"""
_REPLACE = "update staff set revoked_at = ?, chat = null where person = ? and code <> ? and revoked_at is null"
_ACTIVE = f"select role, groups from staff where person = ? and {HOLDS} order by id desc limit 1"


def _member(row: dict[str, Any]) -> Member:
    kept = {name: row[name] or "" for name in ("invited_at", "code_until", "joined_at", "revoked_at")}
    listed = tuple(name for name in row["groups"].split(";") if name)
    return Member(id=row["id"], hint=row["hint"], role=row["role"], groups=listed, ends=row["ends"], **kept)


def _of(members: Sequence[Member], numbers: Sequence[int]) -> tuple[Member, ...]:
    return tuple(member for member in members if member.id in numbers)
