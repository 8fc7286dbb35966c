"""python -m benchmarks.messenger_fuzz: the bot is sent made-up updates, and Telegram's own parser made-up answers.

The updates are drawn by hypothesis (tests/hostile.py): any Unicode, entities, huge texts, commands, deep links,
presses, groups and topics, kinds that the bot doesn't ask for, and one in eight damaged. They go to the bot as a
process of its own with its inbox and the emulator as Telegram, by polling and by a webhook over the tests' canned
desk, and a part of them to the real desk over the sample rulebook. Answers are the real ones to the sample's golden
questions that fitting used, in both languages, and made-up ones; each is written out in every layout. Counted are
problems: a bot that died, a letter left over, a call refused, a message too long, markup that shows, an update as
Telegram describes it that failed, a person who was not answered once, a secret in the log.
"""

import argparse
import json
import math
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from bot.answering.models import Answer
from bot.desk import Desk
from bot.settings import Settings
from scripts.evaluate import rows
from scripts.reindex import reindex
from tests.fuzzing import Fuzz, drawn
from tests.hostile import ANSWERS
from tests.rendered import layouts, wrong
from tests.telegram_world import ROOT, Telegram

# Of all updates, those that go to the real desk.
REAL = 0.05
# Nothing here is about limits or haste: a call that takes long on a busy machine must not be made again.
TUNING = json.dumps({"pace": {"overall": 100000, "between": 0, "group": 100000}, "read_seconds": 600})
# Of the problems, those that are printed.
SHOWN = 20


Found = tuple[dict[str, Any], list[str]]
# The desk, the mode, how many updates, and what they are drawn from.
Part = tuple[str, str, int, int]


def bot(desk: str, mode: str, folder: Path, data: Path) -> Telegram:
    """The bot over one of the two desks, not started."""
    command = [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(folder)]
    if desk == "real":
        command = [sys.executable, "-m", "benchmarks.real_desk", str(data)]
    cache = os.environ.get("GUIJU_CACHE", str(ROOT / ".cache"))
    return Telegram(command, {"TUNING": TUNING, "QUIET": "1", "GUIJU_CACHE": cache}, folder, mode)


def updates(part: Part, data: Path, until: float) -> Found:
    """Figures of so many updates, and the problems."""
    desk, mode, count, start = part
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        telegram = bot(desk, mode, Path(folder), data)
        try:
            telegram.start()
            fuzz = Fuzz(telegram, data if desk == "real" else Path(folder))
            try:
                fuzz.run(count, start, until)
            except AssertionError as died:
                fuzz.problems.append(str(died))
        finally:
            telegram.close()
    figures = {
        "desk": desk,
        "mode": mode,
        "updates": fuzz.number,
        "given_up": fuzz.counts.pop("given up", 0),
        "kinds_and_calls": dict(sorted(fuzz.counts.items())),
        "refused": dict(fuzz.refused),
        "longest": fuzz.longest,
        "problems": len(fuzz.problems),
        "seconds": round(time.monotonic() - started),
    }
    return figures, fuzz.problems


def real_answers(data: Path) -> Iterator[Answer]:
    """The answers to the golden questions that fitting used, as given and in the other language's words."""
    desk = Desk.open(Settings.from_env({"GUIJU_DATA": str(data)}), logged=False)
    for path in sorted((ROOT / "tests" / "golden").glob("*.jsonl")):
        for row in rows(path):
            if row.get("split") == "fit":
                answer = desk.answer(row["question"])
                yield answer
                yield answer.model_copy(update={"language": "en" if answer.language == "zh" else "zh"})


def answers(count: int, data: Path) -> Found:
    """Figures of so many answers through Telegram's parser, and the problems."""
    started, problems = time.monotonic(), list[str]()
    seen: Counter[str] = Counter()

    def look(answer: Answer) -> None:
        seen["answers"] += 1
        seen.update(layout for layout, _ in layouts(answer))
        problems.extend(f"{fault}: {answer.model_dump_json()}" for fault in wrong(answer))

    for answer in islice(real_answers(data), count):
        look(answer)
    real = seen["answers"]
    if count > real:
        drawn(ANSWERS, count - real, 0, look)
    figures = {"answers": seen.pop("answers"), "real": real, "messages": dict(seen), "problems": len(problems)}
    return {**figures, "seconds": round(time.monotonic() - started)}, problems


def indexed(folder: Path) -> Path:
    """A data folder with the sample rulebook in it."""
    settings = Settings.from_env({}).at(folder)
    reindex(ROOT / "corpus" / "sample", settings, quiet=True)
    return folder


def main(argv: list[str]) -> int:
    """Send, look, print and keep; 1 when there was a problem."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m benchmarks.messenger_fuzz",
        description=(__doc__ or "").partition("\n\n")[2],
        epilog="example: .venv/bin/python -m benchmarks.messenger_fuzz --updates 2000 --answers 500",
    )
    parser.add_argument("--updates", type=int, default=50_000, help="in all (%(default)s)")
    parser.add_argument("--answers", type=int, default=5_000, help="in all (%(default)s)")
    parser.add_argument("--data", type=Path, help="a data folder with the sample rulebook; without it one is made")
    parser.add_argument("--minutes", type=float, default=math.inf, help="send what there is time for, and no more")
    arguments = parser.parse_args(argv)
    few = round(arguments.updates * REAL)
    half = (arguments.updates - few) // 2
    parts = (("canned", "polling", half, 1), ("canned", "webhook", half, 2), ("real", "polling", few, 3))
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(4, get_context("spawn")) as pool:
        data = arguments.data or indexed(Path(folder))
        until = time.monotonic() + 60 * arguments.minutes
        under_way = [pool.submit(updates, part, data, until) for part in parts if part[2]]
        if arguments.answers:
            under_way.append(pool.submit(answers, arguments.answers, data))
        found = [one.result() for one in under_way]
    for problem in [problem for _, problems in found for problem in problems][:SHOWN]:
        print(problem, file=sys.stderr)
    figures = {"parts": [figures for figures, _ in found]}
    print(keep("messenger-fuzz", figures).read_text(encoding="utf-8"))
    return int(any(problems for _, problems in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
