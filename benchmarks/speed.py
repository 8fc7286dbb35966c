"""python -m benchmarks.speed QUERIES [COUNT]: how fast and how small answering is, as ratios in one run.

GUIJU_BENCHMARK_DATA names a data folder with an index; QUERIES is a file of rows with a "text" or a "question".
What is compared is measured in turn, question by question, so that whatever else the machine does falls on both.
sentence-transformers encodes the same question in float32 with the same weights.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from scripts.evaluate import rows

ROOT = Path(__file__).parent.parent
ASKED = 150
AT_ONCE = 32
COLD = 5
ROUNDS = 3
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as python -m bot does

Act = Callable[[str], object]


def spread(took: Sequence[float], digits: int = 2) -> dict[str, float]:
    """Return the median, both tenths and the number of measurements."""
    tenths = statistics.quantiles(took, n=10)
    found = {"p50": statistics.median(took), "p10": tenths[0], "p90": tenths[-1]}
    return {name: round(value, digits) for name, value in found.items()} | {"n": len(took)}


def in_turn(acts: dict[str, Act], questions: Sequence[str]) -> dict[str, list[float]]:
    """Return the milliseconds each act takes with each question, one act after the other."""
    took: dict[str, list[float]] = {name: [] for name in acts}
    for question in questions:
        for name, act in acts.items():
            started = time.perf_counter()
            act(question)
            took[name].append((time.perf_counter() - started) * 1000)
    return took


def at_once(act: Act, questions: Sequence[str]) -> tuple[float, list[float]]:
    """Ask all questions from AT_ONCE threads; return the seconds it took and the milliseconds of each question."""
    waiting, took = list(questions), list[float]()

    def ask() -> None:
        while waiting:
            try:
                question = waiting.pop()
            except IndexError:
                return
            started = time.perf_counter()
            act(question)
            took.append((time.perf_counter() - started) * 1000)

    threads = [threading.Thread(target=ask) for _ in range(AT_ONCE)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - started, took


def crowd(act: Act, questions: Sequence[str]) -> dict[str, Any]:
    """Compare AT_ONCE people asking at once with one after the other, in rounds of both."""
    gains, single, shared = [], list[float](), list[float]()
    for _ in range(ROUNDS):
        started = time.perf_counter()
        single += in_turn({"one": act}, questions)["one"]
        alone = time.perf_counter() - started
        together, took = at_once(act, questions)
        gains.append(alone / together)
        shared += took
    p50, p95 = statistics.median(single), sorted(shared)[int(0.95 * len(shared))]
    return {
        "throughput, times one after the other": [round(gain, 2) for gain in sorted(gains)],
        "p95 over the single p50": round(p95 / p50, 1),
        "longest over the single p50": round(max(shared) / p50, 1),
    }


def cold(arguments: Sequence[str]) -> dict[str, float]:
    """Return the seconds of a fresh process."""
    took = []
    for _ in range(COLD):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "bot", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        took.append(time.perf_counter() - started)
    return {"p50": round(statistics.median(took), 2), "least": round(min(took), 2), "most": round(max(took), 2)}


RUNNING = """
import json, multiprocessing, os, sys, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from bot.desk import Desk
from bot.settings import Settings
settings = Settings.from_env(os.environ).at(Path(sys.argv[1]))
desk = Desk.open(settings, logged=False, beside=settings.processes - 1)
questions = json.load(sys.stdin)
time.sleep(5)  # those beside it have begun
with ThreadPoolExecutor(8) as people:
    list(people.map(desk.answer, questions * 2))
def held(kind):
    names = ["self", *(one.pid for one in multiprocessing.active_children())]
    lines = [line.split() for name in names for line in Path(f"/proc/{name}/smaps_rollup").read_text().splitlines()]
    return sum(int(line[1]) for line in lines if line[0] == kind) >> 10
print(json.dumps({"passages": desk.index().manifest.counts.passages, "processes": settings.processes,
                  "resident_mb": held("Pss:"), "of it mapped files_mb": held("Pss_File:"),
                  "torch imported": "torch" in sys.modules}))
"""


def running(data: Path, questions: Sequence[str]) -> dict[str, Any]:
    """Return what a bot's processes hold that have answered the questions, what they share counted once."""
    environ = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", RUNNING, str(data)], cwd=ROOT, env=environ, check=True, text=True,
                          input=json.dumps(list(questions)), capture_output=True)  # fmt: skip
    return dict(json.loads(done.stdout))


def main(argv: list[str]) -> None:
    """Measure, print and keep."""
    count = int(argv[1]) if len(argv) > 1 else ASKED
    questions = [str(row.get("text") or row["question"]) for row in rows(Path(argv[0]))][:count]
    with tempfile.TemporaryDirectory() as place:  # a log is written beside the index
        (Path(place) / "index").symlink_to(Path(os.environ["GUIJU_BENCHMARK_DATA"]).resolve() / "index")
        figures = measured(Path(place), questions)
    print(keep(f"speed-{figures['a running bot']['passages']}", figures).read_text(encoding="utf-8"))


def measured(data: Path, questions: Sequence[str]) -> dict[str, Any]:
    """Return every figure for the index in a data folder."""
    figures: dict[str, Any] = {
        "a running bot": running(data, questions),
        "cold ask, s": cold(["ask", "--data", str(data), questions[0]]),
        "cold --help, s": cold(["--help"]),
    }
    from bot.desk import Desk
    from bot.settings import Settings
    from index.encoder import find
    from index.model.transformer import Transformer

    settings = Settings.from_env(os.environ).at(data)
    desk = Desk.open(settings, logged=False, beside=settings.processes - 1)
    theirs = Transformer("whole", find(settings.encoder, settings.cache)).model
    acts: dict[str, Act] = {
        "sentence-transformers, float32": lambda text: theirs.encode([text], prompt_name="query"),
        "the encoder": lambda text: desk.encoder.read([text], query=True),
        "question to answer": desk.answer,
        "search alone": lambda text: desk.index().search(text, 10),
    }
    in_turn(acts, questions[:10])  # warm
    took = in_turn(acts, questions)
    base = statistics.median(took["sentence-transformers, float32"])
    figures |= {f"{name}, ms": spread(values) for name, values in took.items()}
    figures["sentence-transformers over the encoder"] = round(base / statistics.median(took["the encoder"]), 2)
    figures["question to answer over sentence-transformers"] = round(
        statistics.median(took["question to answer"]) / base, 2
    )
    figures[f"{AT_ONCE} at once"] = crowd(desk.answer, questions)
    return figures


if __name__ == "__main__":
    main(sys.argv[1:])
