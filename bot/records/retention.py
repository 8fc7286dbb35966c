"""How long what was asked is kept: everything older than so many days is deleted, and what only it needed."""

from datetime import UTC, datetime, timedelta

from bot.records.store import Store, stamped
from corpus.models import Record

# A refused attempt is counted for an hour, and of interest for some weeks.
KNOCK_DAYS = 30
# For so many days an office may add to its reply; then nobody knows any more where the reply went.
REPLY_DAYS = 7


class Purged(Record):
    """How much was deleted, or would be."""

    questions: int
    texts: int
    invitations: int


def purge(store: Store, days: int | None, *, now: datetime | None = None, dry_run: bool = False) -> Purged:
    """Delete questions and answers older than so many days, with invitations that were over by then.

    With None for the days only old attempts are deleted, and where an office's reply went some days ago.
    """
    now = now or datetime.now(UTC)
    knocks = stamped(now - timedelta(days=min(days or KNOCK_DAYS, KNOCK_DAYS)))
    done = Purged(questions=0, texts=0, invitations=0)
    with store.writing() as db:
        db.execute("savepoint looking")
        db.execute("delete from knocks where at < ?", (knocks,))
        late = stamped(now - timedelta(days=REPLY_DAYS))
        db.execute(f"update askers set to_chat = null where {_REPLIED}", (late,))
        if days is not None:
            cut = stamped(now - timedelta(days=days))
            for table in ("citations", "askers", "words"):
                db.execute(f"delete from {table} where asked in (select id from asked where at < ?)", (cut,))
            db.execute(_NOBODYS)
            questions = db.execute("delete from asked where at < ?", (cut,)).rowcount
            texts = db.execute(_UNUSED).rowcount
            db.execute("delete from told where what like 'recorded:%' and at < ?", (cut,))
            invitations = db.execute(_OVER, (cut, cut, cut[:10])).rowcount
            done = Purged(questions=questions, texts=texts, invitations=invitations)
        if dry_run:
            db.execute("rollback to looking")
        db.execute("release looking")
    return done


_UNUSED = "delete from texts where sha256 not in (select text_sha256 from citations where text_sha256 is not null)"
_NOBODYS = "delete from letters where (chat, number) not in (select chat, number from askers)"
_REPLIED = "(chat, number) in (select chat, number from letters where replied_at < ?)"
_OVER = "delete from staff where revoked_at < ? or (person is null and code_until < ?) or ends < ?"
