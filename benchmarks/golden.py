"""python -m benchmarks.golden: the golden questions' figures, by split, kept beside the other results."""

import tempfile
from pathlib import Path

from benchmarks.machine import keep
from bot.settings import Settings
from scripts.evaluate import golden, rows
from scripts.reindex import reindex

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Index the sample, ask every golden question, print and keep."""
    questions = [row for path in sorted((ROOT / "tests" / "golden").glob("*.jsonl")) for row in rows(path)]
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_env({}).model_copy(update={"data": Path(folder)})
        reindex(ROOT / "corpus" / "sample", settings, quiet=True)
        figures = {"all": golden(questions, settings)[0]}
        for split in ("fit", "held"):
            figures[split] = golden([row for row in questions if row.get("split") == split], settings)[0]
    rounded = {name: {k: round(v, 4) for k, v in figure.items()} for name, figure in figures.items()}
    print(keep("golden", rounded).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
