"""A conversation with the bot over the sample rulebook, as really sent through the emulator, for the README.

`PYTHONPATH=. .venv/bin/python tests/transcript.py --data DIR` prints it; with `--write` it puts it into the README.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from telegram_world import ROOT, Talk, Telegram, buttons

from bot.people.offices import Offices
from bot.records.log import Log

README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- transcript -->\n```text\n).*?(?=```\n)", re.DOTALL)
OFFICE = {"chat": {"id": -77, "type": "supergroup", "title": "总务处"}}
QUOTED = "textEntityTypeExpandableBlockQuote"
# A row of buttons as wide as a page of the README.
WIDE = 96


def main() -> int:
    """Prints the conversation, or puts it into the README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a data folder whose index holds the sample rulebook")
    parser.add_argument("--write", action="store_true", help="put it into the README")
    options = parser.parse_args()
    made = conversation(options.data)
    if options.write:
        README.write_text(BLOCK.sub(lambda _: made, README.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    else:
        sys.stdout.write(made)
    return 0


def conversation(data: Path) -> str:
    """The whole conversation as text."""
    with bot(data) as telegram:
        return "\n".join(line for part in spoken(telegram) for line in part).rstrip() + "\n"


@contextmanager
def bot(data: Path) -> Iterator[Telegram]:
    """The real bot over a copy of a data folder, with a chat for one office."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "data"
        shutil.copytree(data, place, ignore=shutil.ignore_patterns("guiju.db*", "key"))
        with closing(Log.open(place)) as log:
            Offices(log.store).bind("总务处", "tg:-77")
        settings = {"GUIJU_STAFF": "open", "GUIJU_CACHE": os.environ.get("GUIJU_CACHE", str(ROOT / ".cache"))}
        command = [sys.executable, "-m", "bot", "serve", "--data", str(place)]
        world = Telegram(command, settings, Path(folder))
        try:
            world.start()
            yield world
        finally:
            world.close()


def spoken(telegram: Telegram) -> Iterator[list[str]]:
    """What is said and pressed, in order, and what the bot answers each time."""
    telegram.say("/start").read()  # greets, and says once what is recorded
    yield say(telegram, "一笔六万元的维修谁批？")[1]
    answer, lines = say(telegram, "维修谁批？")
    yield lines
    yield press(telegram, answer, "十万元以上")[1]
    answer, lines = say(telegram, "年度预算方案由谁审定？")
    yield lines
    step, lines = press(telegram, answer, "第5步")
    yield lines
    yield press(telegram, step, "流程图", "sendPhoto")[1]
    yield say(telegram, "Who may grant a waiver of quotations for £12,000?")[1]
    answer, lines = say(telegram, "食堂的空调多久洗一次？")
    yield lines
    yield from asked_on(telegram, answer)


def asked_on(telegram: Telegram, answer: dict[str, Any]) -> Iterator[list[str]]:
    """A question that goes to the office in charge, and its reply."""
    office = next(name for name in buttons(answer) if name.startswith("问"))
    talk = telegram.press(answer, buttons(answer)[office])
    letter, told = talk.read(count=1), talk.read(count=2)
    yield [f"▷ [{office}]", *shown("规矩", told), "", *shown("规矩 → 总务处", letter), ""]
    mine = {"message_id": letter["message_id"], "date": 1, "from": {"id": 7, "is_bot": True, "first_name": "Guiju"}}
    reply = "每年入夏前洗一次，急的请打总务处电话。"
    back = telegram.say(reply, user=2, reply_to_message={**mine, "text": letter["text"], **OFFICE}, **OFFICE)
    yield [f"总务处（回复）：{reply}", *shown("规矩", back.read(count=1)), ""]


def say(telegram: Telegram, text: str) -> tuple[dict[str, Any], list[str]]:
    """What the bot answers to a text, and the lines of both."""
    return heard(f"我：{text}", telegram.say(text), "sendMessage")


def press(
    telegram: Telegram, message: dict[str, Any], label: str, method: str = "sendMessage"
) -> tuple[dict[str, Any], list[str]]:
    """What the bot answers to a press of the first button that begins so."""
    name, data = next((name, data) for name, data in buttons(message).items() if name.startswith(label))
    return heard(f"▷ [{name}]", telegram.press(message, data), method)


def heard(mine: str, talk: Talk, method: str) -> tuple[dict[str, Any], list[str]]:
    message = talk.read(method)
    return message, [mine, *shown("规矩", message), ""]


def shown(name: str, message: dict[str, Any]) -> list[str]:
    """A message as lines: what folds stands behind a bar, and the buttons in rows."""
    text = message.get("text") or message["caption"]
    folded = [(e["offset"], e["offset"] + e["length"]) for e in message.get("entities", []) if e["type"] == QUOTED]
    lines, at = [], 0
    for line in text.split("\n"):
        bar = any(start <= at < end for start, end in folded)
        lines.append(f"  │ {line}" if bar else f"  {line}".rstrip())
        at += len(line.encode("utf-16-le")) // 2 + 1
    picture = ["  [图片]"] if "photo" in message else []
    return [f"{name}：", *picture, *lines, *keys(message)]


def keys(message: dict[str, Any]) -> list[str]:
    """The buttons, as many on a line as fit."""
    lines: list[str] = []
    for name in buttons(message):
        key = f"[{name}]"
        if lines and wide(lines[-1]) + wide(key) < WIDE:
            lines[-1] += f" {key}"
        else:
            lines.append(f"  {key}")
    return lines


def wide(text: str) -> int:
    """The columns a text takes: a Chinese character takes two."""
    return sum(2 if char > "\u2e80" else 1 for char in text)


if __name__ == "__main__":
    sys.exit(main())
