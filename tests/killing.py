"""A bot that is killed again and again with questions under way, and the count of how often each was answered."""

import random
import time
from collections import Counter
from typing import Any

from tests.telegram_world import PATIENCE, Telegram

# What people send, and in how many messages each is answered.
QUESTIONS = (("请假三天由谁批？", 1), ("一个很慢的问题", 1), ("请讲得很长很长", 2), ("明天天气怎么样", 1))
EACH = 6
# Of the kills, so many strike while the bot is still starting.
STARTING = 0.25


class Series:
    """Questions, each from a person of its own, and the kills between them.

    `sorry` tells that no answer comes; `moment`, that one will, is none.
    """

    def __init__(self, telegram: Telegram, seed: int, sorry: str, moment: str) -> None:
        self.telegram, self.chance, self.sorry, self.moment = telegram, random.Random(seed), sorry, moment
        self.asked: dict[int, int] = {}
        self.killed: list[float] = []

    def ask(self, count: int = EACH) -> None:
        """Sends questions at once."""
        for _ in range(count):
            self.say(*self.chance.choice(QUESTIONS))

    def say(self, text: str, parts: int) -> None:
        """Sends a question that is answered in so many messages, from somebody new."""
        user = 1000 + len(self.asked)
        self.asked[user] = parts
        self.telegram.say(text, user=user)

    def open(self) -> set[int]:
        """Those who have neither all parts of an answer nor the word that none comes."""
        chats = self.telegram.chats(self.moment)
        due = ((user, parts, *chats.get(user, (0, ""))) for user, parts in self.asked.items())
        return {user for user, parts, count, last in due if count < parts and last != self.sorry}

    def settle(self) -> None:
        """Waits until nobody's question is open, as long as anything moves."""
        left, deadline = self.open(), time.monotonic() + PATIENCE
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            still = self.open()
            if still != left:
                left, deadline = still, time.monotonic() + PATIENCE

    def measure(self) -> float:
        """Seconds that a round with every kind of question takes when nobody kills."""
        self.telegram.start()
        started = time.monotonic()
        for text, parts in QUESTIONS:
            self.say(text, parts)
        self.settle()
        return time.monotonic() - started

    def kill(self, within: float) -> None:
        """Asks, and kills the bot at some moment of its answering, or of its starting with letters waiting."""
        if self.chance.random() < STARTING:
            self.ask()
            self.telegram.launch()
        else:
            self.telegram.start()
            self.ask()
        time.sleep(self.chance.uniform(0, within))
        self.telegram.kill()
        self.killed.append(time.monotonic())

    def outcome(self) -> dict[str, int]:
        """Starts the bot a last time; how many questions were answered once, twice, never, or given up."""
        self.telegram.start()
        self.settle()
        self.telegram.stop()  # what it was about to send a second time is sent by now
        chats = self.telegram.chats(self.moment)
        kinds = Counter(self.kind(parts, *chats.get(user, (0, ""))) for user, parts in self.asked.items())
        return {"questions": len(self.asked), **{kind: kinds[kind] for kind in ("once", "twice", "never", "given_up")}}

    def windows(self) -> list[float]:
        """Of each message that was sent twice, the seconds from Telegram's taking it to the kill."""
        first: dict[tuple[int, str], float] = {}
        again = []
        for call in sent(self.telegram.told()["calls"]):
            name = (chat_of(call), call["fields"]["text"])
            if name in first:
                again.append(min((at - first[name] for at in self.killed if at >= first[name]), default=-1.0))
            first.setdefault(name, call["at"])
        return sorted(again)

    def kind(self, parts: int, count: int, last: str) -> str:
        if last == self.sorry:
            return "given_up"
        return "never" if count < parts else "once" if count == parts else "twice"


def sent(calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages that Telegram took."""
    return [call for call in calls if call["method"] == "sendMessage" and call["result"]]


def chat_of(call: dict[str, Any]) -> int:
    return int(call["fields"]["chat_id"])


def counted(calls: list[dict[str, Any]]) -> Counter[int]:
    """Messages sent to each chat."""
    return Counter(chat_of(call) for call in sent(calls))
