"""A bot that is killed again and again with questions under way, and the count of how often each was answered."""

import random
import time
from collections import Counter
from typing import Any

from tests.telegram_world import Telegram

# What people send, and in how many messages each is answered.
QUESTIONS = (("请假三天由谁批？", 1), ("一个很慢的问题", 1), ("请讲得很长很长", 2), ("明天天气怎么样", 1))
EACH = 6
# Of the kills, so many strike while the bot is still starting.
STARTING = 0.25


class Series:
    """Questions, each from a person of its own, and the kills between them."""

    def __init__(self, telegram: Telegram, seed: int) -> None:
        self.telegram, self.chance = telegram, random.Random(seed)
        self.asked: dict[int, int] = {}

    def ask(self, count: int = EACH) -> None:
        """Sends questions at once."""
        for _ in range(count):
            text, parts = self.chance.choice(QUESTIONS)
            user = 1000 + len(self.asked)
            self.asked[user] = parts
            self.telegram.say(text, user=user)

    def answers(self) -> Counter[int]:
        """How many messages each person has been sent."""
        return counted(self.telegram.told()["calls"])

    def settled(self) -> None:
        """Waits until everybody has been sent all parts of an answer, in whatever number."""
        self.telegram.until(
            lambda told: not (self.asked.items() - at_least(counted(told["calls"]), self.asked).items())
        )

    def measure(self) -> float:
        """Seconds that one round takes when nobody kills."""
        self.telegram.start()
        started = time.monotonic()
        self.ask()
        self.settled()
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

    def outcome(self, sorry: str) -> dict[str, int]:
        """Starts the bot a last time; how many questions were answered once, twice, never, or given up."""
        self.telegram.start()
        self.settled()
        time.sleep(1.0)  # a second answer would come now
        given_up = {chat_of(call) for call in sent(self.telegram.told()["calls"]) if call["fields"]["text"] == sorry}
        kinds = Counter(
            "given_up" if user in given_up else "never" if count < parts else "once" if count == parts else "twice"
            for user, parts in self.asked.items()
            for count in [self.answers()[user]]
        )
        return {"questions": len(self.asked), **{kind: kinds[kind] for kind in ("once", "twice", "never", "given_up")}}


def sent(calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages that Telegram took."""
    return [call for call in calls if call["method"] == "sendMessage" and call["result"]]


def chat_of(call: dict[str, Any]) -> int:
    return int(call["fields"]["chat_id"])


def counted(calls: list[dict[str, Any]]) -> Counter[int]:
    """Messages sent to each chat."""
    return Counter(chat_of(call) for call in sent(calls))


def at_least(answers: Counter[int], asked: dict[int, int]) -> dict[int, int]:
    """Of those who were sent enough, what was due."""
    return {user: parts for user, parts in asked.items() if answers[user] >= parts}
