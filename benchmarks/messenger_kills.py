"""python -m benchmarks.messenger_kills [N]: N kills by polling and N by a webhook, with questions under way.

Each kill strikes the bot at a moment drawn at random from the time that answering takes, a quarter of them while it
is still starting with messages waiting. Counted is how often each question was answered; `twice` is the window
between Telegram's taking an answer and our keeping that it did, `given_up` a question that was hit three times, and
`asked_again` how often the desk was asked, and its log has, a question more than once.
"""

import contextlib
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from bot.channels.messages import PHRASES
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
        figures["asked_again"] = book.execute("select count(*) from asked").fetchone()[0] - figures["questions"]
    return {
        "kills": kills,
        **figures,
        "round_seconds": round(within, 2),
        "seconds": round(time.perf_counter() - started),
    }


def main(argv: list[str]) -> int:
    """Measure, print and keep; 1 when a question was never answered."""
    kills = int(argv[0]) if argv else 60
    figures = {}
    for mode in ("polling", "webhook"):
        with tempfile.TemporaryDirectory() as folder:
            figures[mode] = series(mode, kills, Path(folder))
    print(keep("messenger-kills", figures).read_text(encoding="utf-8"))
    return int(any(one["never"] for one in figures.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
