"""python -m benchmarks.reindex_kills [N]: a reindex is killed at N random moments while questions are asked.

Each round changes a document and kills the reindex of it (SIGKILL) somewhere between its start and the time a whole
one takes. Threads ask one desk all along. What must hold: each question is answered by one whole generation, whose
text is that of a round that was begun; after each kill a fresh start finds a generation that is whole, byte by byte;
at the end a reindex goes through and nothing is left lying about.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import date
from pathlib import Path

from benchmarks.machine import keep
from bot.desk import Desk
from bot.settings import Settings
from index import Index, current
from index.generation.generations import finished, folder
from index.generation.whole import verify
from index.store import KEPT

ROOT = Path(__file__).parent.parent
ROUNDS = 200
ASKING = 3
PAUSE = 0.05  # seconds between the questions of a thread: the reindex needs the machine too
CLAUSES = 40
QUESTION = "第7号设备的维修由谁批准？"


def write(documents: Path, number: int) -> None:
    """Write the document of one round: every clause names the round."""
    text = "".join(f"第{n}条 第{n}号设备的维修由第{number}届科室批准。\n\n" for n in range(1, CLAUSES + 1))
    (documents / "repairs.md").write_text(f"---\ntitle: 设备维修办法\nkind: rule\n---\n\n{text}", encoding="utf-8")


def reindex(documents: Path, data: Path) -> "subprocess.Popen[bytes]":
    """Start a reindex in a group of its own."""
    command = [sys.executable, "-m", "scripts.reindex", "--documents", str(documents), "--data", str(data), "--json"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)


class Asking:
    """Threads that ask one desk until they are stopped, and what was wrong with any answer."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.begun = 0
        self.answered: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self._ask) for _ in range(ASKING)]

    def _ask(self) -> None:
        while not self.stopped.wait(PAUSE):
            answer = self.desk.answer(QUESTION, date(2024, 1, 1))
            self.answered[answer.generation] += 1
            rounds = {one.quote.partition("由第")[2].partition("届")[0] for one in answer.citations}
            whole = len(rounds) == 1 and rounds <= {str(n) for n in range(self.begun + 1)}
            if answer.status != "answered" or not whole:
                self.wrong.append(f"{answer.generation}: {answer.status}, of {sorted(rounds)}")


def killed(documents: Path, data: Path, seconds: float) -> bool:
    """Kill a reindex after some seconds; False where it had come to its end by then."""
    running = reindex(documents, data)
    time.sleep(seconds)
    under_way = running.poll() is None
    if under_way:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return under_way


def struck(asking: Asking, documents: Path, data: Path, rounds: int, longest: float) -> Counter[str]:
    """Kill a reindex in each round, within so many seconds, and count what a fresh start then opens."""
    chance, found = random.Random(7), Counter[str]()
    for number in range(1, rounds + 1):
        asking.begun = number
        write(documents, number)
        before = current(data)
        found["killed"] += killed(documents, data, chance.uniform(0, longest))
        opened = Index.open(data, asking.desk.encoder)
        verify(folder(data) / opened.generation)
        found["new" if opened.generation != before else "old"] += 1
        opened.close()
    return found


def measured(place: Path, rounds: int) -> dict[str, object]:
    """Kill, ask and check in an empty folder."""
    documents, data = place / "documents", place / "data"
    documents.mkdir()
    write(documents, 0)
    started = time.perf_counter()
    reindex(documents, data).wait()
    whole = time.perf_counter() - started
    settings = Settings.from_env(os.environ).at(data)
    asking = Asking(Desk.open(settings, logged=False))
    for thread in asking.threads:
        thread.start()
    found = struck(asking, documents, data, rounds, 1.3 * whole)
    asking.stopped.set()
    for thread in asking.threads:
        thread.join()
    last = reindex(documents, data).wait()
    due = {"current", "lock", *finished(data)[:KEPT]}
    return {
        "rounds": rounds,
        "seconds of a whole reindex": round(whole, 1),
        **found,
        "questions": sum(asking.answered.values()),
        "generations that answered": len(asking.answered),
        "wrong": asking.wrong[:5],
        "the last reindex ended with": last,
        "left over": sorted(path.name for path in folder(data).iterdir() if path.name not in due),
    }


def main(argv: list[str]) -> None:
    """Kill, ask, check; print and keep."""
    with tempfile.TemporaryDirectory() as place:
        figures = measured(Path(place), int(argv[0]) if argv else ROUNDS)
    print(keep("reindex-kills", figures).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
