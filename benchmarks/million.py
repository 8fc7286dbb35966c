"""python -m benchmarks.million [COUNT]: vectors and words of a million passages, without encoding them.

Vectors are those of an index of real passages (GUIJU_BENCHMARK_DATA names its data folder), each repeated with
noise that leaves a cosine of about NEAR with the one it comes from, until there are COUNT. Texts are the real
passages' with a number put in front. Searches ask for the 10 nearest of perturbed vectors, and recall is against
comparing all rows exactly. Memory is that of a process that only loads and searches.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.machine import keep
from index import vectors, words
from index.generation import generations, library, manifest
from index.vectors import Matrix

ROOT = Path(__file__).parent.parent
COUNT = 1_000_000
NEAR = 0.9
QUESTIONS = 200
BLOCK = 50_000
K = 10


def real(data: Path) -> tuple[Matrix, list[str]]:
    """Return the vectors and texts of an index."""
    place = generations.folder(data) / str(generations.current(data))
    held = vectors.load(place / manifest.VECTORS)
    numbers = range(len(held))
    with library.opened(place, manifest.read(place)) as opened:
        return held.rows(numbers), [opened.probe(number)[1] for number in numbers]


def noisy(rows: Matrix, near: float, chance: np.random.Generator) -> Matrix:
    """Return each row moved in a random direction to a cosine of about `near`."""
    aside = chance.normal(size=rows.shape).astype(np.float32)
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    moved = near * rows + (1 - near**2) ** 0.5 * aside
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def many(rows: Matrix, count: int, chance: np.random.Generator) -> Matrix:
    """Return the rows, and noisy ones of them until there are `count`."""
    made = np.empty((count, rows.shape[1]), np.float32)
    for at in range(0, count, len(rows)):
        some = rows[: count - at]
        made[at : at + len(some)] = noisy(some, NEAR, chance) if at else some
    return made


def exactly(rows: Matrix, asked: Matrix) -> list[set[int]]:
    """Return the numbers of the K nearest rows of each question, comparing all."""
    scores = np.full((len(asked), K), -1.0, np.float32)
    numbers = np.zeros((len(asked), K), np.int64)
    for at in range(0, len(rows), BLOCK):
        both = np.hstack([scores, asked @ rows[at : at + BLOCK].T])
        place = np.argpartition(-both, K, axis=1)[:, :K]
        known = np.hstack([numbers, np.tile(np.arange(at, min(at + BLOCK, len(rows))), (len(asked), 1))])
        scores, numbers = np.take_along_axis(both, place, 1), np.take_along_axis(known, place, 1)
    return [set(row.tolist()) for row in numbers]


def searched(folder: Path) -> dict[str, Any]:
    """Load what was made, search, and return the figures of this process."""
    asked = np.load(folder / "asked.npy")
    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    due = [set(row) for row in json.loads((folder / "due.json").read_text(encoding="utf-8"))]
    started = time.perf_counter()
    dense, lexical = vectors.load(folder / "v.faiss"), words.load(folder / "words")
    loaded = time.perf_counter() - started
    took: dict[str, list[float]] = {"vectors": [], "words": [], "both": []}
    hits = 0
    for query, text, right in zip(asked, texts, due, strict=True):
        begun = time.perf_counter()
        found = dense.search(query, 100)
        then = time.perf_counter()
        lexical.search(text, 100)
        ended = time.perf_counter()
        hits += len({number for number, _ in found[:K]} & right)
        for name, span in (("vectors", then - begun), ("words", ended - then), ("both", ended - begun)):
            took[name].append(span * 1000)
    ordered = {name: sorted(values) for name, values in took.items()}
    return {
        "load_s": round(loaded, 2),
        "recall@10 against exact": round(hits / K / len(asked), 4),
        # the system's own peak would count the process that started this one
        "resident_mb": int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() >> 20,
        **{f"{name} p50_ms": round(statistics.median(values), 2) for name, values in ordered.items()},
        **{f"{name} p95_ms": round(values[int(0.95 * len(values))], 2) for name, values in ordered.items()},
    }


def main(argv: list[str]) -> None:
    """Make, search in a process of its own, print and keep."""
    if argv[:1] == ["--search"]:
        print(json.dumps(searched(Path(argv[1]))))
        return
    count, chance = int(argv[0]) if argv else COUNT, np.random.default_rng(3)
    rows, texts = real(Path(os.environ["GUIJU_BENCHMARK_DATA"]))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = many(rows, count, chance)
        begun = time.perf_counter()
        vectors.make(made).save(folder / "v.faiss")
        built = time.perf_counter() - begun
        pick = chance.choice(len(made), QUESTIONS, replace=False)
        asked = noisy(made[pick], 0.8, chance)
        np.save(folder / "asked.npy", asked)
        (folder / "due.json").write_text(json.dumps([sorted(row) for row in exactly(made, asked)]))
        (folder / "texts.json").write_text(json.dumps([texts[n % len(texts)][:30] for n in pick]))
        del made
        begun = time.perf_counter()
        words.write(((n, 0, f"{n // len(texts)} {texts[n % len(texts)]}") for n in range(count)), folder / "words")
        worded = time.perf_counter() - begun
        command = [sys.executable, "-m", "benchmarks.million", "--search", place]
        environ = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True)
        sizes = {path.name: path.stat().st_size >> 20 for path in folder.glob("v.faiss*")}
        sizes["words"] = sum(path.stat().st_size for path in (folder / "words").iterdir()) >> 20
    figures = {"passages": count, "real": len(rows), **json.loads(done.stdout), "vectors_built_s": round(built),
               "words_built_s": round(worded), "disk_mb": sizes}  # fmt: skip
    print(keep("million", figures).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
