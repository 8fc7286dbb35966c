"""python -m benchmarks.golden: the golden questions' figures, by split and rulebook, kept beside the other results."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from bot.settings import Settings
from scripts.evaluate import golden, rows
from scripts.reindex import reindex

ROOT = Path(__file__).parent.parent
Questions = Sequence[Mapping[str, Any]]


def figures(documents: Path, asked: Mapping[str, Questions]) -> dict[str, dict[str, float]]:
    """Index a folder, ask each set of questions of it, and return their figures."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_env({}).at(Path(folder))
        reindex(documents, settings, quiet=True)
        return {name: golden(questions, settings)[0] for name, questions in asked.items()}


def main() -> None:
    """Measure the sample and every rulebook, print and keep."""
    questions = [row for path in sorted((ROOT / "tests" / "golden").glob("*.jsonl")) for row in rows(path)]
    split = {name: [row for row in questions if row.get("split") == name] for name in ("fit", "held")}
    sets = {"sample": questions, "sample, fit": split["fit"], "sample, held": split["held"]}
    found = figures(ROOT / "corpus" / "sample", sets)
    for place in sorted((ROOT / "tests" / "rulebooks").iterdir()):
        if place.is_dir():
            found |= figures(place / "docs", {place.name: list(rows(place / "questions.jsonl"))})
    rounded = {name: {k: round(v, 4) for k, v in figure.items()} for name, figure in found.items()}
    print(keep("golden", rounded).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
