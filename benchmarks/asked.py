"""python -m benchmarks.asked: how often the act that a question asks for is told, against labels."""

from pathlib import Path

from benchmarks.machine import keep
from bot.answering.asked.question import understand
from scripts.evaluate import rows

LABELS = Path(__file__).parent.parent / "tests" / "labels"


def share(file: Path, split: str) -> dict[str, float]:
    """Return the share of questions whose act is told, of all and of those that ask for an actor."""
    read = [
        (row["asked"], asked.value if (asked := understand(row["question"]).asked) else None)
        for row in rows(file)
        if row["split"] == split
    ]
    who = [expected == found for expected, found in read if expected]
    return {
        "all": sum(expected == found for expected, found in read) / len(read),
        "who": sum(who) / len(who),
        "questions": float(len(read)),
    }


def figures() -> dict[str, dict[str, float]]:
    """Measure each language and split."""
    return {
        f"{name}, {split}": share(LABELS / f"acts-{name}.jsonl", split)
        for name in ("zh", "en")
        for split in ("fit", "held", "fresh")
    }


def main() -> None:
    """Measure, print and keep."""
    rounded = {name: {k: round(v, 4) for k, v in figure.items()} for name, figure in figures().items()}
    print(keep("asked", rounded).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
