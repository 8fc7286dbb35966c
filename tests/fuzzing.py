"""A bot that is sent what hypothesis makes up, and what is wrong with what it does then."""

import json
import math
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.conversation.messages import PHRASES
from tests.hostile import BOT, updates
from tests.telegram_world import PATIENCE, TOKEN, Telegram, parsed, units

# Updates sent together, and those that are sent before all of them must be done.
TOGETHER, SENT = 20, 1000
# Messages of the bot that open what it can: their buttons are pressed, rightly and wrongly.
OPENING = ("/start", "/sources", "/procedures", "请假三天由谁批？", "分几档", "Who approves leave?")
# What is put to an office, and where that is.
ASKED, OFFICE = ("天气怎么样", "后天的天气怎么样", "How is the 天气?"), -1
LIMITS = {"text": 4096, "caption": 1024}
# What shows only where markup was not meant as such, or was escaped twice; the made-up texts hold none of it.
RAW = re.compile("</?blockquote|</b>|&lt;|&gt;|&amp;")
MOMENTS = {says.moment for says in PHRASES.values()}
# What Telegram says to an edit that is too late; the bot goes on all the same.
LATE = ("message is not modified", "message to edit not found")
# What it says to an address that is none, as a damaged update may have.
ADDRESSES = ("chat not found", "message to be replied not found", "MESSAGE_ID_INVALID", "malformed request", "invalid")
LONGEST = dict.fromkeys(LIMITS, 0)


def drawn(strategy: st.SearchStrategy[Any], count: int, start: int, take: Callable[[Any], None]) -> None:
    """Hands over so many values of a strategy, the same ones for the same start."""

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: Any) -> None:
        take(value)

    draw()


class Fuzz:
    """Sends updates to a running bot, and keeps count of them and of what is wrong."""

    def __init__(self, telegram: Telegram, data: Path) -> None:
        self.telegram, self.data, self.problems = telegram, data, list[str]()
        # a folder that was used before knows the numbers of then
        self.number, self.base = 0, time.time_ns() // 1_000_000
        self.held: list[dict[str, Any]] = []
        self.sound: dict[int, dict[str, Any]] = {}
        self.due: set[int] = set()
        self.counts: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.longest = dict(LONGEST)
        self.codes, self.letters = self.opened(), self.put()

    def run(self, count: int, start: int, until: float = math.inf) -> None:
        """Sends so many made-up updates, or as many as there is time for until a moment of the monotonic clock."""
        for begun in range(0, count, SENT):
            if time.monotonic() < until:
                drawn(updates(self.codes, self.letters), min(SENT, count - begun), start + begun, self.take)
                self.settle()

    def take(self, made: tuple[dict[str, Any], bool]) -> None:
        """Sends an update, with some others."""
        self.held.append(self.numbered(*made))
        if len(self.held) == TOGETHER:
            self.send()

    def numbered(self, update: dict[str, Any], sound: bool) -> dict[str, Any]:
        """An update with numbers of its own; a sound message with a text in a private chat is due one reply."""
        self.number += 1
        self.counts[f"{next(iter(update), 'nothing')}{'' if sound else ', damaged'}"] += 1
        if sound:
            self.sound[self.number] = update
            pressed = update.get("callback_query", {}).get("message")
            message = update.get("message") or update.get("edited_message") or pressed or {}
            # a reply to a letter keeps the number that a correction of it has
            if not (message.get("reply_to_message") or {}).get("text"):
                message["message_id"] = self.number + 1000
            if "message" in update and "text" in message and message["chat"]["type"] == "private":
                self.due.add(self.number + 1000)
        return {**update, "update_id": self.base + self.number}

    def send(self) -> None:
        """Gives the updates held back to Telegram; in ASCII, for half a character has no UTF-8."""
        self.telegram.http.post("/take", content=json.dumps(self.held), timeout=PATIENCE).raise_for_status()
        self.held = []

    def settle(self) -> list[dict[str, Any]]:
        """Waits until nothing is left to be done, looks at what the bot did, and returns it."""
        self.send()
        calls, left, deadline = list[dict[str, Any]](), -1, time.monotonic() + PATIENCE
        while True:
            told = self.telegram.http.get("/digest", timeout=PATIENCE).json()
            calls += told["calls"]
            still = told["undelivered"] + self.waiting()
            if not still:
                break
            if still != left or told["calls"]:
                left, deadline = still, time.monotonic() + PATIENCE
            if time.monotonic() > deadline or self.telegram.bot.poll() is not None:
                raise AssertionError(f"{still} updates are left; {self.telegram.log.read_text()[-2000:]}")
            time.sleep(0.05)
        calls += self.telegram.http.get("/digest", timeout=PATIENCE).json()["calls"]
        for call in calls:
            self.look(call)
        self.answered(calls)
        self.failures()
        return calls

    def waiting(self) -> int:
        """How many letters are not done."""
        with closing(sqlite3.connect(self.data / "inbox.db")) as inbox:
            return int(inbox.execute("select count(*) from letters where done_at is null").fetchone()[0])

    def look(self, call: dict[str, Any]) -> None:
        """Looks at one call."""
        self.counts[call["method"]] += 1
        if call["refused"]:
            self.refused[call["refused"]] += 1
            if not any(known in call["refused"] for known in (*LATE, *ADDRESSES)):
                self.problems.append(f"refused: {call}")
            return
        for name, limit in LIMITS.items():
            if name not in call["fields"] or call["method"] == "answerCallbackQuery":
                continue
            text, _ = parsed(call["fields"][name])
            self.longest[name] = max(self.longest[name], units(text))
            if units(text) > limit:
                self.problems.append(f"too long: {call}")
            if RAW.search(text):
                self.problems.append(f"markup shows: {call}")

    def answered(self, calls: list[dict[str, Any]]) -> None:
        """Sees to it that whoever wrote was answered once."""
        replies = Counter(replied(call) for call in calls)
        for number in sorted(self.due):
            if replies[number] != 1:
                self.problems.append(f"{replies[number]} replies to {self.sound[number - 1000]}")
        self.due.clear()

    def failures(self) -> None:
        """Sees to it that no sound update failed and that the log tells no secret."""
        log = self.telegram.log.read_text()
        self.telegram.log.write_text("")
        for number in {int(one) for one in re.findall(r"update (\d+) (?:failed|given up|cannot be read)", log)}:
            self.counts["given up"] += 1
            if update := self.sound.get(number - self.base):
                about = log[log.index(f"update {number} ") :].partition("\nERROR:")[0]
                self.problems.append(f"failed: {json.dumps(update)}; {about}")
        if TOKEN.split(":")[1] in log:
            self.problems.append("the log tells the token")
        self.sound.clear()

    def opened(self) -> list[str]:
        """The codes of real places, from the buttons under the bot's own messages."""
        user = {"id": 1, "is_bot": False, "first_name": "Li", "language_code": "zh"}
        for text in OPENING:
            message = {"message_id": 0, "date": 1, "chat": {"id": 1, "type": "private"}, "from": user, "text": text}
            self.held.append(self.numbered({"message": message}, True))
        marks = json.dumps([call["fields"].get("reply_markup") for call in self.settle()])
        return sorted(set(re.findall(r"[:](\w{10})\b", marks))) or ["0" * 10]

    def put(self) -> list[tuple[int, int]]:
        """The chats and numbers of questions put to an office, where the canned desk's admin may give it a chat."""
        admin = {"id": 9, "is_bot": False, "first_name": "Li", "language_code": "zh"}
        office = {"message_id": 0, "date": 1, "chat": {"id": OFFICE, "type": "group", "title": "G"}, "from": admin}
        asker = {"message_id": 0, "date": 1, "chat": {"id": 1, "type": "private"}, "from": {**admin, "id": 1}}
        self.held.append(self.numbered({"message": {**office, "text": "/office@guiju_test_bot 校办"}}, True))
        self.settle()
        for text in ASKED:
            self.held.append(self.numbered({"message": {**asker, "text": text}}, True))
        marks = json.dumps([call["fields"].get("reply_markup") for call in self.settle()])
        for data in sorted(set(re.findall(r"v1:office:\d+", marks))):
            query = {"id": "1", "from": asker["from"], "chat_instance": "1", "data": data}
            self.held.append(self.numbered({"callback_query": {**query, "message": {**asker, "from": BOT}}}, True))
        sent = [call for call in self.settle() if call["method"] == "sendMessage" and call["number"]]
        return [(OFFICE, call["number"]) for call in sent if str(call["fields"]["chat_id"]) == str(OFFICE)]


def replied(call: dict[str, Any]) -> int:
    """The number of the message that a message replies to, 0 for one that replies to none, and for a notice."""
    fields = call["fields"]
    if call["method"] != "sendMessage" or call["refused"] or fields.get("text") in MOMENTS:
        return 0
    given = fields.get("reply_parameters") or "{}"
    return int((json.loads(given) if isinstance(given, str) else given).get("message_id", 0))
