"""python -m benchmarks.questions: how long a question takes, and how much longer while a reindex runs.

Both are measured in one run, in turn; quote the ratio, not the milliseconds.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import keep
from bot.desk import Desk
from bot.settings import Settings
from scripts.evaluate import rows

ROOT = Path(__file__).parent.parent
QUESTIONS = [str(row["question"]) for row in rows(ROOT / "tests" / "golden" / "school.jsonl")][:60]


def reindex(data: Path, *more: str) -> list[str]:
    """Return the command that indexes the sample into a data folder."""
    return [
        sys.executable,
        "-m",
        "scripts.reindex",
        "--documents",
        "corpus/sample",
        "--data",
        str(data),
        "--brief",
        *more,
    ]


def timed(desk: Desk, while_running: "subprocess.Popen[bytes] | None" = None) -> list[float]:
    """Return the milliseconds of each question, asked once, or for as long as a process runs."""
    took: list[float] = []
    while True:
        for question in QUESTIONS:
            started = time.perf_counter()
            desk.answer(question)
            took.append((time.perf_counter() - started) * 1000)
            if while_running is not None and while_running.poll() is not None:
                return took
        if while_running is None:
            return took


def spread(took: list[float]) -> dict[str, float]:
    """Return the median, the 95th percentile and the number of measurements."""
    ordered = sorted(took)
    return {
        "p50_ms": round(statistics.median(took), 1),
        "p95_ms": round(ordered[int(0.95 * len(ordered))], 1),
        "n": len(took),
    }


def main() -> None:
    """Measure, print and keep."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        subprocess.run(reindex(data), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        desk = Desk.open(Settings.from_env({}).at(data), logged=False)
        timed(desk)  # warm
        alone = timed(desk)
        running = subprocess.Popen(reindex(data, "--full"), cwd=ROOT, stdout=subprocess.DEVNULL)
        beside = timed(desk, running)
        after = timed(desk)
    figures = {"alone": spread([*alone, *after]), "while a full reindex runs": spread(beside)}
    ratio = figures["while a full reindex runs"]["p50_ms"] / figures["alone"]["p50_ms"]
    path = keep("questions", {**figures, "ratio_p50": round(ratio, 2)})
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
