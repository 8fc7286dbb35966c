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
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.answering.models import Answer, Citation, Language, Nearest, Status, StepLink
from bot.channels.limits import Pace
from bot.channels.seam import NotThere
from bot.channels.telegram import Tuning, serve
from bot.settings import Settings
from corpus.models import Record

POISON = "<b>&</a>"
EXAMPLES = {
    "zh": ("请假三天由谁批？", "八万元的采购由谁定？", "怎么走循环议事？"),
    "en": ("Who approves leave?", "Who signs contracts?", "How do I buy?"),
}
STEPS = (("教师", "填写请假单"), ("年级组长", "签署意见"), ("分管副校长", "批准"))


class Asked(Record):
    id: int
    answer: Answer


class View(Record):
    link: str
    title: str
    text: str
    previous: str | None
    next: str | None


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
    text = (
        "请假三天以内由分管副校长批准。[1]\n\n先填写请假单。" if language == "zh" else "The deputy head approves. [1]"
    )
    if "很长" in question:
        text = "\n\n".join(f"第{n}段。" + "这是一段很长的话。" * 30 for n in range(20))
    if POISON in question:
        text = f"您问的是 {POISON}。[1]"
    steps = tuple(step(n) for n in (2, 1, 3))
    return Answer(
        status=Status.ANSWERED,
        text=text,
        citations=(cited(1, f"三天以内{POISON}由分管副校长批准"),),
        steps=steps,
        **said,
    )


class CannedDesk:
    """The desk as a channel sees it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.turn = folder, threading.Lock()

    @cached_property
    def book(self) -> sqlite3.Connection:
        """Who asked what so far."""
        book = sqlite3.connect(self.folder / "asked.db", check_same_thread=False, isolation_level=None)
        book.execute("pragma synchronous = off")
        book.execute("create table if not exists asked (id integer primary key, question, person, liked)")
        return book

    def ask(self, question: str, *, channel: str, person: str) -> Asked:
        if "失败" in question:
            raise RuntimeError(f"could not answer {question}")
        if "致命" in question:
            os.kill(os.getpid(), signal.SIGKILL)
        if "慢" in question:
            time.sleep(1)
        with self.turn:
            kept = self.book.execute("insert into asked (question, person) values (?, ?)", (question, person))
        return Asked(id=kept.lastrowid, answer=answer(question))

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        with self.turn:
            sql = "update asked set liked = ? where id = ? and person = ?"
            return self.book.execute(sql, (liked, asked, person)).rowcount == 1

    def show(self, link: str) -> View:
        number = int(link.removeprefix("leave#step") or 0) if link.startswith("leave#step") else 0
        if link == "leave":
            return View(link=link, title="请假办法", text="第一条 本办法……", previous=None, next=None)
        if not 0 < number <= len(STEPS):
            raise NotThere(link)
        before, after = (f"leave#step{n}" if 0 < n <= len(STEPS) else None for n in (number - 1, number + 1))
        text = f"第 {number} 步，共 {len(STEPS)} 步\n{'：'.join(STEPS[number - 1])}\n<原文>"
        return View(link=link, title="请假", text=text, previous=before, next=after)

    def short(self, link: str) -> str:
        return hashlib.sha256(link.encode()).hexdigest()[:10]

    def find(self, code: str) -> str | None:
        links = ("leave", "gone", *(f"leave#step{n}" for n in range(1, 4)))
        return next((link for link in links if self.short(link) == code), None)

    def examples(self, language: str) -> tuple[str, ...]:
        return EXAMPLES.get(language, ())

    def generation(self) -> str:
        return "canned"

    def allowed(self, person: str) -> bool:
        return person != "tg:666"


if __name__ == "__main__":
    # so that the tests see everything that could be logged
    logging.basicConfig(level=logging.WARNING if "QUIET" in os.environ else logging.DEBUG)
    folder = Path(sys.argv[1])
    quick = {"pace": Pace(overall=1000, between=0.0, group=1000), **json.loads(os.environ.get("TUNING", "{}"))}
    serve(CannedDesk(folder), Settings.from_env({"GUIJU_DATA": str(folder), **os.environ}), Tuning(**quick))
