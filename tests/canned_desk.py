"""A desk of canned answers that remembers, in a folder, who asked what: the bot of test_telegram.py.

Run as a program it serves Telegram over this desk: `python tests/canned_desk.py FOLDER`.
"""

import hashlib
import json
import logging
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.answering.models import Answer, Citation, Language, Nearest, Option, Status, StepLink
from bot.channels.telegram import Tuning, serve
from bot.conversation.desk import NotThere
from bot.delivery.limits import Pace
from bot.news import News
from bot.people.audience import STRANGER, Reader, Role
from bot.people.chats import Chats
from bot.people.menus import Menus
from bot.people.offices import Offices
from bot.records.log import Log
from bot.records.review import Reason
from bot.settings import Settings
from bot.shelf import Listed, Quotable, Shown
from corpus.models import Procedure, Record, Step

POISON = "<b>&</a>"
EXAMPLES = {
    "zh": ("请假三天由谁批？", "八万元的采购由谁定？", "怎么走循环议事？"),
    "en": ("Who approves leave?", "Who signs contracts?", "How do I buy?"),
}
STEPS = (("教师", "填写请假单"), ("年级组长", "签署意见"), ("分管副校长", "批准"))


PROCEDURE = Procedure(
    id="leave",
    document="leave.md",
    title="请假",
    steps=tuple(
        Step(id=f"leave#step{n}", number=n, actor=who, action=does, limit="当天",
             clause="leave#6", label="", start=0, end=1)
        for n, (who, does) in enumerate(STEPS, 1)
    ),
)  # fmt: skip


LONG = PROCEDURE.model_copy(
    update={
        "id": "many",
        "steps": tuple(
            PROCEDURE.steps[n % 3].model_copy(update={"id": f"many#{n}", "number": n + 1}) for n in range(20)
        ),
    }
)


class Asked(Record):
    id: int
    answer: Answer


class View(Record):
    link: str
    title: str
    text: str
    previous: str | None
    next: str | None
    lead: str = ""
    spelt: str = ""
    clause: str = ""
    branches: tuple[tuple[str, str], ...] = ()


def cited(n: int, quote: str) -> Citation:
    """A citation of the leave rules."""
    place = {"document": "leave.md", "title": "请假办法", "clause": "第六条（二）", "link": "leave#6.2"}
    dates = {"effective": date(2024, 9, 1), "repealed": None}
    return Citation(n=n, quote=quote, start=0, end=len(quote), sha256="0" * 64, **place, **dates)


def step(number: int) -> StepLink:
    """One of the three steps of taking leave."""
    who, does = STEPS[number - 1]
    numbers = {"number": number, "of": len(STEPS), "citation": 1, "link": f"leave#step{number}"}
    return StepLink(procedure="leave", title="请假", who=who, does=does, when="当天", **numbers)


def answer(question: str) -> Answer:
    """The canned answer to a question, by the words in it."""
    language: Language = "zh" if any("一" <= c <= "鿿" for c in question) else "en"
    said = {"question": question, "language": language}
    if "天气" in question:
        near = Nearest(document="leave.md", title="请假办法", clause="", link="leave", office="校办")
        return Answer(status=Status.NOT_FOUND, text="没有找到相关规定。", nearest=(near,), **said)
    if "分几档" in question:
        options = tuple(Option(condition=f"{n}天以内", who="校长", citation=1) for n in (1, 3))
        text = "\n".join(
            ["规定分这几档：", *(f"· {one.condition}：{one.who}[1]" for one in options), "请告诉我是哪一种。"]
        )
        return Answer(status=Status.CLARIFY, text=text, options=options, citations=(cited(1, "一天以内"),), **said)
    text = (
        "请假三天以内由分管副校长批准。[1]\n\n先填写请假单。" if language == "zh" else "The deputy head approves. [1]"
    )
    if "很长" in question:
        text = "\n\n".join(f"第{n}段。" + "这是一段很长的话。" * 30 for n in range(20))
    if POISON in question:
        text = f"您问的是 {POISON}。[1]"
    steps = tuple(step(n) for n in (2, 1, 3))
    if "很多步" in question:
        steps = tuple(one.model_copy(update={"procedure": "many"}) for one in steps)
    return Answer(
        status=Status.ANSWERED,
        text=text,
        citations=(cited(1, f"三天以内{POISON}由分管副校长批准"),),
        steps=steps,
        **said,
    )


class CannedDoor:
    """Everybody but 666 is in, and has been told what is recorded."""

    def admit(self, person: str) -> Reader:
        return {"tg:666": STRANGER, "tg:9": Reader(role=Role.ADMIN)}.get(person, Reader())

    def join(self, person: str, code: str, chat: str) -> bool | None:
        return False

    def knock(self, person: str) -> bool:
        return True

    def told(self, person: str) -> bool:
        return True

    def tell(self, person: str) -> None: ...

    def admins(self) -> tuple[str, ...]:
        return ("tg:9",)


class Standing(Record):
    generation: str = "gen-000001"
    made: str = "2026-11-01T00:00:00+00:00"
    documents: int = 1
    today: int = 0
    unanswered: int = 0
    backlog: int | None = None
    oldest: float | None = None
    failed: str = ""


class CannedOffice:
    """Nothing ever happens here."""

    backlog: Callable[[], int] | None = None
    oldest: Callable[[], float] | None = None

    def status(self, reader: Reader) -> Standing:
        return Standing()

    def news(self) -> tuple[News, ...]:
        return ()

    def sent(self, one: News) -> None: ...

    def tidy(self) -> None: ...

    def named(self, bot: str) -> None: ...


class CannedShelf:
    """Many rules, some procedures, one clause."""

    def documents(self, day: date | None, reader: Reader) -> tuple[Listed, ...]:
        return tuple(
            Listed(title=f"制度{n}<&>", link="leave", effective=date(2024, 9, 1), repealed=None) for n in range(1, 20)
        )

    def procedures(self, day: date | None, reader: Reader) -> tuple[Shown, ...]:
        return tuple(Shown(document=f"制度{n // 4}", heading=f"流程{n}", link="leave#step1") for n in range(1, 11))

    def quotable(self, text: str, day: date | None, reader: Reader, most: int) -> tuple[Quotable, ...]:
        words = f"三天以内{POISON}由分管副校长批准。" * (1 if "短" in text else 400)
        one = Quotable(title="请假办法", clause="第六条", text=words, link="leave")
        return (one, one.model_copy(update={"link": "leave#step1"}))[:most]

    def owner(self, answer: Answer) -> str:
        return "校办"

    def owners(self, reader: Reader) -> tuple[str, ...]:
        return ("校办", "财务室")


class CannedDesk:
    """The desk as a channel sees it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.turn = folder, threading.Lock()
        self.kept: Log | None = None
        self.door, self.office, self.shelf = CannedDoor(), CannedOffice(), CannedShelf()

    @cached_property
    def book(self) -> sqlite3.Connection:
        """Who asked what so far."""
        book = sqlite3.connect(self.folder / "asked.db", check_same_thread=False, isolation_level=None)
        book.execute("pragma synchronous = off")
        book.execute(
            "create table if not exists asked (id integer primary key, question, person, place, liked, reason, kept)"
        )
        return book

    def asked(self, number: int) -> tuple[Answer, str] | None:
        """An answer and who asked for it."""
        with self.turn:
            sql = "select question, kept, person from asked where id = ?"
            row = self.book.execute(sql, (number,)).fetchone()
        return (Answer.model_validate_json(row[1]) if row[1] else answer(row[0]), row[2]) if row else None

    def mark(self, what: str, value: object, number: int, person: str) -> bool:
        """Keeps something of an answer; False when it is not that person's."""
        with self.turn:
            sql = f"update asked set {what} = ? where id = ? and person = ?"
            return self.book.execute(sql, (value, number, person)).rowcount == 1

    def ask(
        self,
        question: str,
        *,
        channel: str,
        person: str,
        reader: Reader,
        as_of: date | None = None,
        place: str = "",
        to: str = "",
    ) -> Asked:
        if "失败" in question:
            raise RuntimeError(f"could not answer {question}")
        if "致命" in question:
            os.kill(os.getpid(), signal.SIGKILL)
        if "慢" in question:
            time.sleep(1)
        with self.turn:
            sql = "insert into asked (question, person, place) values (?, ?, ?)"
            kept = self.book.execute(sql, (question, person, place))
        return Asked(id=kept.lastrowid, answer=answer(question).model_copy(update={"as_of": as_of or date(2026, 1, 1)}))

    def told(self, message: str, *, channel: str, person: str, place: str) -> None: ...

    def said(self, *, channel: str, person: str, place: str) -> str:
        with self.turn:
            sql = "select question from asked where person = ? and place = ? order by id desc limit 1"
            row = self.book.execute(sql, (person, place)).fetchone()
        return row[0] if row else ""

    def choose(self, asked: int, level: int, *, channel: str, person: str, reader: Reader) -> Asked | None:
        past = self.past(asked, person, reader)
        if past is None or level >= len(past.options):
            return None
        return self.ask(f"{past.options[level].condition}谁批？", channel=channel, person=person, reader=reader)

    def past(self, asked: int, person: str, reader: Reader) -> Answer | None:
        found = self.asked(asked)
        return found[0] if found and found[1] == person else None

    def answered(self, asked: int) -> Answer | None:
        found = self.asked(asked)
        return found[0] if found else None

    def keep(self, answer: Answer, *, channel: str, person: str) -> int:
        with self.turn:
            sql = "insert into asked (question, person, place, kept) values (?, ?, '', ?)"
            row = (answer.question, person, answer.model_dump_json())
            return self.book.execute(sql, row).lastrowid or 0

    def explain(self, asked: int, person: str, reason: Reason) -> bool:
        return self.mark("reason", reason.value, asked, person)

    @property
    def chats(self) -> Chats:
        return Chats(self.log().store)

    @property
    def menus(self) -> Menus:
        return Menus(self.log().store)

    @property
    def offices(self) -> Offices:
        return Offices(self.log().store)

    def log(self) -> Log:
        """The real database: what a chat has set and where offices are."""
        if self.kept is None:
            self.kept = Log.open(self.folder)
        return self.kept

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        return self.mark("liked", liked, asked, person)

    def show(self, link: str, reader: Reader) -> View:
        number = int(link.removeprefix("leave#step") or 0) if link.startswith("leave#step") else 0
        if link == "leave#6.2":
            text = f"（二）三天以内{POISON}由分管副校长批准；"
            return View(link=link, title="请假办法 第六条（二）", text=text, previous="leave", next=None)
        if link == "leave":
            return View(link=link, title="请假办法", text="第一条 本办法……", previous=None, next=None)
        if not 0 < number <= len(STEPS):
            raise NotThere(link)
        before, after = (f"leave#step{n}" if 0 < n <= len(STEPS) else None for n in (number - 1, number + 1))
        text = f"第 {number} 步，共 {len(STEPS)} 步\n{'：'.join(STEPS[number - 1])}\n<原文>"
        ways = (("不同意 → 第1步", "leave#step1"),) if number == 2 else ()
        return View(link=link, title="请假", text=text, previous=before, next=after, clause="leave#6.2", branches=ways)

    def procedure(self, link: str, reader: Reader) -> Procedure | None:
        if link == "many":
            return LONG
        return PROCEDURE if link == "leave" or link in {step.id for step in PROCEDURE.steps} else None

    def short(self, link: str) -> str:
        return hashlib.sha256(link.encode()).hexdigest()[:10]

    def find(self, code: str) -> str | None:
        links = ("leave", "leave#6.2", "gone", "many", *(f"leave#step{n}" for n in range(1, 4)))
        return next((link for link in links if self.short(link) == code), None)

    def examples(self, language: str, reader: Reader) -> tuple[str, ...]:
        return EXAMPLES.get(language, ())

    def forget(self, channel: str, person: str, *, attempts: bool) -> None:
        with self.turn:
            self.book.execute("update asked set person = '' where person = ?", (person,))
        self.offices.forget(person)

    def generation(self) -> str:
        return "canned"


if __name__ == "__main__":
    # so that the tests see everything that could be logged
    logging.basicConfig(level=logging.WARNING if "QUIET" in os.environ else logging.DEBUG)
    folder = Path(sys.argv[1])
    quick = {"pace": Pace(overall=1000, between=0.0, group=1000), **json.loads(os.environ.get("TUNING", "{}"))}
    serve(CannedDesk(folder), Settings.from_env({"GUIJU_DATA": str(folder), **os.environ}), Tuning(**quick))
