"""python -m benchmarks.messenger_kills [N]: N kills by polling and N by a webhook, with questions under way.

Each kill strikes the bot at a moment drawn at random from the time that answering takes, a quarter of them while it
is still starting with messages waiting. Counted is how often each question was answered; `twice` is the window
between Telegram's taking an answer and our keeping that it did, `given_up` a question that was hit three times, and
`asked_again` how often the desk was asked, and its log has, a question more than once.
"""

import argparse
import contextlib
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from bot.conversation.messages import PHRASES
from tests.killing import Series
from tests.telegram_world import ROOT, Telegram

SEED = 20261128


def series(mode: str, kills: int, folder: Path) -> dict[str, Any]:
    """Kill the bot so often and return the count of answers."""
    telegram = Telegram([sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(folder)], {}, folder, mode)
    started = time.perf_counter()
    try:
        run = Series(telegram, SEED, PHRASES["zh"].failed, PHRASES["zh"].moment)
        within = run.measure()
        telegram.stop()
        for number in range(kills):
            run.kill(within)
            print(f"{mode}: kill {number + 1} of {kills}", file=sys.stderr)
        figures: dict[str, Any] = dict(run.outcome())
        windows = [round(seconds * 1000) for seconds in run.windows()]
        figures["twice_ms_before_the_kill"] = windows
    finally:
        telegram.close()
    with contextlib.closing(sqlite3.connect(folder / "asked.db")) as book:
        again = "select count(*) - count(distinct person) from asked"
        figures["asked_again"] = book.execute(again).fetchone()[0]
    return {
        "kills": kills,
        **figures,
        "round_seconds": round(within, 2),
        "seconds": round(time.perf_counter() - started),
    }


def main(argv: list[str]) -> int:
    """Measure, print and keep; 1 when a question was never answered."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m benchmarks.messenger_kills",
        description=(__doc__ or "").partition("\n\n")[2],
        epilog="example: .venv/bin/python -m benchmarks.messenger_kills 250",
    )
    parser.add_argument("kills", nargs="?", type=int, default=60, metavar="N", help="kills in each mode (%(default)s)")
    kills = parser.parse_args(argv).kills
    figures = {}
    for mode in ("polling", "webhook"):
        with tempfile.TemporaryDirectory() as folder:
            figures[mode] = series(mode, kills, Path(folder))
    print(keep("messenger-kills", figures).read_text(encoding="utf-8"))
    return int(any(one["never"] for one in figures.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
