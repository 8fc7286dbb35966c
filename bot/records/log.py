"""The question log: every question with its answer, what it rested on, and what its asker thought of it."""

import hashlib
import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError
from sqlite_utils import Database

from bot.answering.models import Answer, Citation
from bot.people.key import KeyUnusable
from bot.records.review import Cited, Logged, Reason
from bot.records.store import LAST_ID, WAIT, LogUnwritable, Store, stamped
from bot.records.wordings import normal

logger = logging.getLogger(__name__)


class Log:
    """The question log of one data folder, for several threads and several processes at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, data: Path, *, wait: float = WAIT) -> Self:
        """The log in this folder, made on first use; raises LogUnwritable or KeyUnusable."""
        return cls(Store.open(data, wait=wait))

    @classmethod
    def at_hand(cls, data: Path) -> Self | None:
        """The same; None, and a line, where it can't be written: what is answered stands all the same."""
        try:
            return cls.open(data)
        except (LogUnwritable, KeyUnusable) as error:
            logger.error("%s", error)
            return None

    def record(self, answer: Answer, *, channel: str, person: str, texts: Mapping[str, str] | None = None) -> int:
        """The number under which this answer is kept from now on.

        `texts` are the whole texts of the documents it cites, by path; each wording is kept once.
        """
        row = {
            "at": stamped(),
            "channel": channel,
            "person": self.store.hashed(person),
            "normal": normal(answer.question),
            "answer": answer.model_dump_json(),
            **answer.model_dump(mode="json", include=_COLUMNS),
        }
        with self.store.writing() as db:
            asked = _insert(db, "asked", row)
            kept = {path: _kept(db, text) for path, text in (texts or {}).items()}
            for cited in answer.citations:
                _insert(db, "citations", {**_citation_row(asked, cited), "text_sha256": kept.get(cited.document)})
        return asked

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """Whether this person asked that question, and so may rate its answer; the last press counts."""
        if not 0 < asked <= LAST_ID or not person:
            return False
        # whoever likes it after all finds nothing wrong with it any more
        kept = "case when ? then null else reason end"
        sql = f"update asked set liked = ?, rated_at = ?, reason = {kept} where id = ? and person = ?"
        with self.store.writing() as db:
            done = db.execute(sql, (liked, stamped(), liked, asked, self.store.hashed(person)))
            return done.rowcount == 1

    def explain(self, asked: int, person: str, reason: Reason) -> bool:
        """Whether this person asked that question, and so may say what is wrong with its answer; it counts as a no."""
        if not 0 < asked <= LAST_ID or not person:
            return False
        sql = "update asked set liked = 0, reason = ?, rated_at = ? where id = ? and person = ?"
        with self.store.writing() as db:
            return db.execute(sql, (reason.value, stamped(), asked, self.store.hashed(person))).rowcount == 1

    def own(self, asked: int, person: str) -> Answer | None:
        """The answer, if it was this person's question."""
        with self.store.reading() as db:
            row = db.execute("select person from asked where id = ?", (min(asked, LAST_ID),)).fetchone()
        return self.answer(asked) if row and person and row[0] == self.store.hashed(person) else None

    def forget(self, person: str) -> int:
        """How many questions no longer tell who asked them; what was asked, and its rating, stay."""
        with self.store.writing() as db:
            done = db.execute("update asked set person = '' where person = ?", (self.store.hashed(person),))
            return done.rowcount if person else 0

    def answer(self, asked: int) -> Answer | None:
        """The whole answer; None if there is none, or an earlier version of Guiju wrote it otherwise."""
        if not 0 < asked <= LAST_ID:
            return None
        with self.store.reading() as db:
            row = db.execute("select answer from asked where id = ?", (asked,)).fetchone()
        try:
            return Answer.model_validate_json(row[0]) if row else None
        except ValidationError:
            return None

    def handled(self, ids: Iterable[int], note: str = "") -> int:
        """How many of these questions are now marked as dealt with, and stay out of the review."""
        sql = "update asked set handled_at = ?, note = ? where id = ?"
        now = stamped()
        with self.store.writing() as db:
            return sum(db.execute(sql, (now, note, one)).rowcount for one in ids if 0 < one <= LAST_ID)

    def questions(self, since: datetime | None = None) -> tuple[Logged, ...]:
        """Every question from a moment on, in the order of asking."""
        earliest = stamped(since) if since else ""
        with self.store.reading() as db:
            cited = _cited(db, earliest)
            rows = list(db.query(_QUESTIONS, (earliest,)))
        return tuple(_logged(row, cited[row["id"]]) for row in rows)

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


_COLUMNS = {"question", "language", "status", "text", "generation", "as_of", "took_ms"}
_QUESTIONS = """
    select id, at, question, language, status, text, channel, person, liked, reason, handled_at,
        coalesce((select reply from letters join askers using (chat, number)
            where askers.asked = asked.id and reply is not null order by replied_at desc limit 1), '') as reply,
        exists (select 1 from letters join askers using (chat, number)
            where askers.asked = asked.id and told is not null) as further,
        case when status = 'not_found' and json_valid(answer) then json_extract(answer, '$.nearest') end as nearest
    from asked where at >= ? order by id
"""
_CITED = """
    select asked, document, title, clause, link from citations
    where asked in (select id from asked where at >= ?) order by asked, n
"""


def _insert(db: Database, table: str, row: Mapping[str, Any]) -> int:
    """The number of a new row: in plain SQL, for the library looks the whole table up before each insert."""
    names, marks = ",".join(f'"{name}"' for name in row), ",".join("?" * len(row))
    return int(db.execute(f"insert into {table} ({names}) values ({marks})", list(row.values())).lastrowid or 0)


def _kept(db: Database, text: str) -> str:
    """The hash under which a text is kept from now on."""
    name = _whole(text)
    if not db.execute("select 1 from texts where sha256 = ?", (name,)).fetchone():
        db.table("texts").insert({"sha256": name, "text": text})
    return name


def sha256(text: str) -> str:
    """The hash of a text in UTF-8 as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# a document is cited again and again, and hashing all of it takes longer than the row
_whole = lru_cache(maxsize=64)(sha256)


def _citation_row(asked: int, cited: Citation) -> dict[str, Any]:
    row = cited.model_dump(mode="json", exclude={"effective", "repealed"})
    return {"asked": asked, **row, "quote_sha256": sha256(cited.quote)}


def _cited(db: Database, earliest: str) -> dict[int, list[Cited]]:
    found: dict[int, list[Cited]] = defaultdict(list)
    for row in db.query(_CITED, (earliest,)):
        found[row.pop("asked")].append(Cited(**row))
    return found


def _logged(row: dict[str, Any], cited: Sequence[Cited]) -> Logged:
    handled = row.pop("handled_at") is not None
    nearest = tuple(one["link"] for one in json.loads(row.pop("nearest") or "[]"))
    return Logged(**row, handled=handled, cited=tuple(cited), nearest=nearest)
