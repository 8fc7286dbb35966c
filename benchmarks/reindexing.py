"""python -m benchmarks.reindexing [--quick] [DOCUMENTS]: passages per second, peak memory, and what a next run costs.

DOCUMENTS is a folder of Markdown, by default the sample rulebook. It is indexed, indexed again unchanged, and
again with one file changed; each in a process of its own, whose peak memory and processor time are the system's own
count. With --quick an encoder that takes no time stands in for the real one: what is timed is all else.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.machine import keep

ROOT = Path(__file__).parent.parent
CHANGE = "\n\n第九百九十九条 本条由维护人员为测量而加。\n"


def run(documents: Path, data: Path, module: str) -> dict[str, Any]:
    """Reindex in a process of its own and return its report with the seconds it took."""
    started, worked = time.perf_counter(), _worked()
    command = [sys.executable, "-m", module, "--documents", str(documents), "--data", str(data), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    took = time.perf_counter() - started
    report = json.loads(done.stdout)
    return {
        "seconds": round(took, 1),
        "of the processor": round(_worked() - worked, 1),
        "passages": report["passages"],
        "documents": report["documents"],
        "encoded": report["encoded"],
        "left_out": len(report["left_out"]),
        "passages_per_second": round(report["encoded"] / took, 1),
        "peak_mb_so_far": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
    }


def _worked() -> float:
    """Return the seconds of processor time that ended processes of ours have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(argv: list[str]) -> None:
    """Measure, print and keep."""
    quick, places = "--quick" in argv, [Path(one) for one in argv if one != "--quick"]
    source = places[0] if places else ROOT / "corpus" / "sample"
    module = "benchmarks.quick" if quick else "scripts.reindex"
    with tempfile.TemporaryDirectory() as folder:
        documents, data = Path(folder) / "documents", Path(folder) / "data"
        shutil.copytree(source, documents, ignore=shutil.ignore_patterns(".*"))
        figures: dict[str, Any] = {"encoder": "none" if quick else "the default"}
        figures |= {"first": run(documents, data, module), "nothing changed": run(documents, data, module)}
        changed = max(documents.rglob("*.md"), key=lambda path: path.stat().st_size)  # none that was left out
        for name in ("one file changed", "and again"):
            with changed.open("a", encoding="utf-8") as file:
                file.write(CHANGE)
            figures[name] = run(documents, data, module)
    path = keep(f"reindexing-{source.name}{'-quick' if quick else ''}", figures)
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
