"""python -m benchmarks.reindexing [DOCUMENTS]: passages per second, peak memory, and what a second run costs.

DOCUMENTS is a folder of Markdown, by default the sample rulebook. It is indexed, indexed again unchanged, and
again with one file changed; each in a process of its own, whose peak memory is the system's own count.
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


def run(documents: Path, data: Path) -> dict[str, Any]:
    """Reindex in a process of its own and return its report with the seconds it took."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "scripts.reindex", "--documents", str(documents), "--data", str(data), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    took = time.perf_counter() - started
    report = json.loads(done.stdout)
    return {
        "seconds": round(took, 1),
        "passages": report["passages"],
        "documents": report["documents"],
        "encoded": report["encoded"],
        "left_out": len(report["left_out"]),
        "passages_per_second": round(report["encoded"] / took, 1),
        "peak_mb_so_far": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
    }


def main(argv: list[str]) -> None:
    """Measure, print and keep."""
    source = Path(argv[0]) if argv else ROOT / "corpus" / "sample"
    with tempfile.TemporaryDirectory() as folder:
        documents, data = Path(folder) / "documents", Path(folder) / "data"
        shutil.copytree(source, documents, ignore=shutil.ignore_patterns(".*"))
        figures = {"first": run(documents, data), "nothing changed": run(documents, data)}
        changed = max(documents.rglob("*.md"), key=lambda path: path.stat().st_size)  # none that was left out
        with changed.open("a", encoding="utf-8") as file:
            file.write(CHANGE)
        figures["one file changed"] = run(documents, data)
    path = keep(f"reindexing-{source.name}", figures)
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
