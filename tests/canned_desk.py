"""A desk of canned answers that remembers, in a folder, who asked what: the bot of test_telegram.py.

Run as a program it serves Telegram over this desk: `python tests/canned_desk.py FOLDER`.
"""

import hashlib
import json
import logging
import os
import sys
import time
from datetime import date
from pathlib import Path

from bot.answering.models import Answer, Citation, Language, Nearest, Status, StepLink
from bot.audience import STRANGER, Reader
from bot.channels.seam import NotThere
from bot.channels.telegram import serve
from bot.news import News
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


class CannedDoor:
    """Everybody but 666 is in, and has been told what is recorded."""

    def admit(self, person: str) -> Reader:
        return STRANGER if person == "tg:666" else Reader()

    def join(self, person: str, code: str, chat: str) -> bool | None:
        return False

    def knock(self, person: str) -> bool:
        return True

    def told(self, person: str) -> bool:
        return True

    def tell(self, person: str) -> None: ...

    def admins(self) -> tuple[str, ...]:
        return ()


class Standing(Record):
    generation: str = "gen-000001"
    made: str = "2026-11-01T00:00:00+00:00"
    documents: int = 1
    today: int = 0
    unanswered: int = 0
    backlog: int | None = None


class CannedOffice:
    """Nothing ever happens here."""

    def status(self, reader: Reader) -> Standing:
        return Standing()

    def news(self) -> tuple[News, ...]:
        return ()

    def sent(self, one: News) -> None: ...

    def tidy(self) -> None: ...

    def named(self, bot: str) -> None: ...


class CannedDesk:
    """The desk as a channel sees it."""

    def __init__(self, folder: Path) -> None:
        self.book = folder / "asked.json"
        self.door, self.office = CannedDoor(), CannedOffice()

    def read(self) -> list[dict[str, object]]:
        """Who asked what so far."""
        return json.loads(self.book.read_text()) if self.book.exists() else []

    def write(self, rows: list[dict[str, object]]) -> None:
        """Keeps who asked what."""
        self.book.write_text(json.dumps(rows, ensure_ascii=False))

    def ask(self, question: str, *, channel: str, person: str, reader: Reader) -> Asked:
        if "失败" in question:
            raise RuntimeError(f"could not answer {question}")
        if "慢" in question:
            time.sleep(1)
        rows = [*self.read(), {"question": question, "channel": channel, "person": person, "liked": []}]
        self.write(rows)
        return Asked(id=len(rows), answer=answer(question))

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        rows = self.read()
        if not 0 < asked <= len(rows) or rows[asked - 1]["person"] != person:
            return False
        rows[asked - 1]["liked"] = [*rows[asked - 1]["liked"], liked]
        self.write(rows)
        return True

    def show(self, link: str, reader: Reader) -> View:
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

    def examples(self, language: str, reader: Reader) -> tuple[str, ...]:
        return EXAMPLES.get(language, ())

    def forget(self, channel: str, person: str) -> None:
        self.write([{**row, "person": ""} if row["person"] == person else row for row in self.read()])


if __name__ == "__main__":
    logging.basicConfig(level=logging.DEBUG)  # so that the tests see everything that could be logged
    token, api = os.environ["GUIJU_TELEGRAM_TOKEN"], os.environ["GUIJU_TELEGRAM_API"]
    serve(CannedDesk(Path(sys.argv[1])), token, api, os.environ.get("GUIJU_LINK_BASE", ""))
