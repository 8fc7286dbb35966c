"""python -m benchmarks.messenger_load [--seconds N] [--rate N] [--questions N] [--mode M] [--only PART] [--data DIR]

Three measurements of the bot as a process of its own, against the emulator in another: questions at a steady rate
with the limits raised (from an update to its answer), memory over many questions, and Telegram's limits kept while
a group and a crowd ask at once. The desk is the tests' canned one; --data takes the real desk over that data folder,
which is asked the golden questions in turn: nearly all were asked before, and --kept 0 makes every answer anew.
"""

import argparse
import asyncio
import bisect
import contextlib
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from benchmarks.machine import keep
from benchmarks.process import family, resident, spent
from bot.conversation.messages import PHRASES
from bot.delivery.limits import Pace
from bot.inquiry.repeats import KEPT
from scripts.evaluate import rows
from tests.telegram_world import ROOT, Telegram

QUESTION = "一笔六万元的维修谁批？"
GOLDEN = ("cross", "school", "trust", "unanswerable")
MOMENT = PHRASES["zh"].moment
RAISED = '{"pace": {"overall": 100000, "between": 0, "group": 100000}}'
PLATFORM = '{"pace": {}}'
# Questions put to the bot at once while memory is measured.
AT_ONCE = 50
GROUP = -5
# Questions on their way to the emulator at once.
CONNECTIONS = 100
# Seconds to wait for the last answers.
PATIENCE = 600


def bot(arguments: argparse.Namespace, folder: Path, tuning: str) -> Telegram:
    """The bot, not started."""
    command = [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(folder)]
    if arguments.data:
        # a folder of its own: what it was asked before, it would take for the same questions come again
        (folder / "index").symlink_to(arguments.data.resolve() / "index")
        command = [sys.executable, "-m", "benchmarks.real_desk", str(folder), str(arguments.kept)]
    environ = {"TUNING": tuning, "QUIET": "1", "OPENBLAS_NUM_THREADS": "1"}  # the last as python -m bot has it
    return Telegram(command, environ, folder, arguments.mode)


class Crowd:
    """People who ask, each once, and when each was answered."""

    def __init__(self, telegram: Telegram, questions: Sequence[str]) -> None:
        self.telegram = telegram
        self.texts = questions
        self.questions = itertools.cycle(questions)
        wait = ClientTimeout(total=PATIENCE)
        self.http = ClientSession(telegram.base, connector=TCPConnector(limit=CONNECTIONS), timeout=wait)
        self.asked: dict[int, float] = {}

    async def ask(self, user: int, **more: Any) -> None:
        """Sends one question."""
        self.asked[user] = time.monotonic()
        update = {"message": self.telegram.message(user, "zh-hans", text=next(self.questions), **more)}
        await self.http.post("/take", json=update, raise_for_status=True)

    async def answered(self, count: int) -> None:
        """Waits until so many chats have been sent something other than a notice."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            async with self.http.get("/served", params={"but": MOMENT}) as served:
                if await served.json() >= count:
                    return
            await asyncio.sleep(0.2)
        raise TimeoutError(f"not {count} answers in {PATIENCE} s")

    async def sent(self) -> list[tuple[float, int, str]]:
        """When which text went to which chat."""
        async with self.http.get("/told") as told:
            calls = (await told.json())["calls"]
        taken = (call for call in calls if call["method"] == "sendMessage" and call["result"])
        return [(call["at"], int(call["fields"]["chat_id"]), call["fields"]["text"]) for call in taken]


@contextlib.asynccontextmanager
async def crowd(arguments: argparse.Namespace, tuning: str) -> AsyncIterator[Crowd]:
    """A running bot and its crowd."""
    with tempfile.TemporaryDirectory() as folder:
        telegram = bot(arguments, Path(folder), tuning)
        try:
            telegram.start()
            people = Crowd(telegram, golden() if arguments.data else [QUESTION])
            yield people
            await people.http.close()
        finally:
            telegram.close()


def golden() -> list[str]:
    """The golden questions that can be asked alone."""
    files = (ROOT / "tests" / "golden" / f"{name}.jsonl" for name in GOLDEN)
    return [str(row["question"]) for file in files for row in rows(file)]


def milliseconds(waits: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(waits, n=100)
    return {"p50": round(cuts[49] * 1000, 1), "p95": round(cuts[94] * 1000, 1), "p99": round(cuts[98] * 1000, 1)}


def begun(telegram: Telegram) -> int:
    """The number of the bot's process, once it has been started."""
    if telegram.bot is None:
        raise RuntimeError("the bot has not been started")
    return int(telegram.bot.pid)


def cpu(telegram: Telegram) -> dict[str, float]:
    """Milliseconds of processor time that the bot, the emulator and these questions have taken."""
    return {
        "bot": sum(spent(each) for each in family(begun(telegram))),
        "emulator": spent(telegram.world.pid),
        "questions": time.process_time() * 1000,
    }


async def paced(arguments: argparse.Namespace) -> dict[str, Any]:
    """Questions at a steady rate, and how long each took."""
    count = arguments.seconds * arguments.rate
    async with crowd(arguments, RAISED) as people, asyncio.TaskGroup() as asking:
        await warmed(people)
        started, used = time.monotonic(), cpu(people.telegram)
        for number in range(count):
            await asyncio.sleep(started + number / arguments.rate - time.monotonic())
            asking.create_task(people.ask(number + 1))
        took = time.monotonic() - started
        await people.answered(count + len(people.texts))
        used = {who: round((ms - used[who]) / count, 2) for who, ms in cpu(people.telegram).items()}
        first = {chat: at for at, chat, text in reversed(await people.sent()) if text != MOMENT}
    waits = [first[user] - at for user, at in people.asked.items()]
    return {
        "questions": count,
        "asked_per_second": round(count / took, 1),
        "cpu_ms": used,
        "load_average": os.getloadavg()[0],
        "answer_ms": milliseconds(waits),
    }


async def warmed(people: Crowd) -> None:
    """Waits until a bot that has just begun has answered each question once, in another chat."""
    first = 1_000_000
    await asyncio.gather(*(people.ask(first + number) for number in range(len(people.texts))))
    await people.answered(len(people.texts))
    people.asked.clear()


async def memory(arguments: argparse.Namespace) -> dict[str, Any]:
    """Many questions, and what the bot holds after each tenth of them."""
    count, held, started = arguments.questions, [], time.monotonic()
    async with crowd(arguments, RAISED) as people:
        for first in range(0, count, AT_ONCE):
            if first % max(AT_ONCE, count // 10) == 0:
                held.append(resident(begun(people.telegram)))
            await asyncio.gather(*(people.ask(first + n + 1) for n in range(AT_ONCE)))
            await people.answered(first + AT_ONCE)
        held.append(resident(begun(people.telegram)))
    return {"questions": count, "rss_mb": held, "per_second": round(count / (time.monotonic() - started), 1)}


async def limited(arguments: argparse.Namespace) -> dict[str, Any]:
    """Thirty questions in a group and a crowd at once under the limits: the most in any window, and who was told."""
    people_asking = 20 * arguments.seconds
    me = {"id": 7, "is_bot": True, "first_name": "Guiju"}
    group = {"chat": {"id": GROUP, "type": "supergroup", "title": "G"}}
    mine = {"reply_to_message": {"message_id": 3, "date": 1, "from": me, **group}, **group}
    async with crowd(arguments, PLATFORM) as people:
        await asyncio.gather(*(people.ask(9_000_000, **mine) for _ in range(30)))
        await asyncio.gather(*(people.ask(user + 1) for user in range(people_asking)))
        await people.answered(people_asking + 1)
        sent = await people.sent()
    private = [(at, chat, text) for at, chat, text in sent if chat != GROUP]
    waits = [at - people.asked[chat] for at, chat, text in private if text != MOMENT]
    told = {chat for _, chat, text in private if text == MOMENT}
    late = {chat for at, chat, text in private if text != MOMENT and at - people.asked[chat] > 6}
    pace = Pace()
    return {
        "people": people_asking,
        "most_in_a_second": most([at for at, _, _ in sent], 1.0),
        "most_in_a_chat_in_a_second": max(most(times, 0.999 * pace.between) for times in by_chat(sent).values()),
        "most_in_a_group_in_a_minute": most(by_chat(sent)[GROUP], 60.0),
        "private_answer_ms": milliseconds(waits),
        "answered_after_6_s": len(late),
        "of_those_told_a_moment": len(late & told),
    }


def by_chat(sent: list[tuple[float, int, str]]) -> dict[int, list[float]]:
    times: dict[int, list[float]] = defaultdict(list)
    for at, chat, _ in sent:
        times[chat].append(at)
    return times


def most(times: list[float], window: float) -> int:
    """The most moments in any window of so many seconds."""
    ordered = sorted(times)
    return max((n + 1 - bisect.bisect_right(ordered, at - window) for n, at in enumerate(ordered)), default=0)


async def measured(arguments: argparse.Namespace) -> dict[str, Any]:
    figures: dict[str, Any] = {"mode": arguments.mode, "desk": "real" if arguments.data else "canned"}
    if arguments.data:
        figures["answers kept"] = arguments.kept
    for name, measure in MEASURES.items():
        if arguments.only in (name, ""):
            figures[name] = await measure(arguments)
            print(name, figures[name], file=sys.stderr)
    return figures


MEASURES = {"paced": paced, "limits": limited, "memory": memory}


def main(argv: list[str]) -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m benchmarks.messenger_load",
        description=(__doc__ or "").partition("\n\n")[2],
        epilog="example: .venv/bin/python -m benchmarks.messenger_load --only memory --questions 8000",
    )
    parser.add_argument("--seconds", type=int, default=60, help="how long questions are asked (%(default)s)")
    parser.add_argument("--rate", type=int, default=100, help="questions a second (%(default)s)")
    parser.add_argument("--questions", type=int, default=20_000, help="over which memory is read (%(default)s)")
    parser.add_argument("--mode", choices=("polling", "webhook"), default="polling")
    parser.add_argument("--only", choices=tuple(MEASURES), default="", help="one of the three measurements")
    parser.add_argument("--data", type=Path, help="a data folder for the real desk")
    parser.add_argument("--kept", type=int, default=KEPT, help="answers the real desk keeps (%(default)s)")
    arguments = parser.parse_args(argv)
    figures = asyncio.run(measured(arguments))
    name = "-".join(filter(None, ("messenger-load", arguments.only, figures["mode"], figures["desk"])))
    print(keep(name, figures).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
