"""python -m benchmarks.steps [RULEBOOK ...]: how often a question from the middle of a procedure gets the right step.

The procedures of rulebooks, with what staff who stand in them would ask, are labelled in their procedures.jsonl; with
no name all rulebooks are asked that have one. An answer is right where it cites the procedure and the first step it
shows is the one labelled (by its words or by who acts), and for the whole procedure where it shows two steps or more.
Figures are shares of the questions of each kind, those of rulebooks that are only measured apart.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from bot.answering.models import Answer, Status
from bot.desk import Desk
from bot.settings import Settings
from scripts.evaluate import rows
from scripts.reindex import reindex

RULEBOOKS = Path(__file__).parent.parent / "tests" / "rulebooks"
MEASURED = frozenset({"street", "school", "press", "harbour", "parish", "club"})  # as tests/rulebooks/README.md has it
LABELS = "procedures.jsonl"
OPENS = 14  # characters of a step's words that tell it from others
LAST = 250  # characters that the last step is taken to have

Row = Mapping[str, Any]
Span = tuple[int, int]


def plain(words: str) -> str:
    """Return some words without spaces, marks of layout and case."""
    return re.sub(r"[\s*`#]+", "", words).casefold()


def spans(text: str, row: Row) -> list[Span]:
    """Return where each step of a labelled procedure stands in its document."""
    starts: list[int] = []
    for step in row["steps"]:
        found = text.find(step, starts[-1] if starts else max(0, text.find(row["lead"])))
        starts.append(found if found >= 0 else text.find(step))
    return [(one, min((other for other in starts if other > one), default=one + LAST)) for one in starts]


def outcome(answer: Answer, text: str, row: Row, question: Row) -> str:
    """Return what an answer did for a question: "right", or what it lacks."""
    places = spans(text, row)
    cited = [(c.start, c.end) for c in answer.citations if c.document == row["document"]]
    if answer.status is Status.NOT_FOUND:
        return "not found"
    if not any(start < end_ and start_ < end for start, end in cited for start_, end_ in places):
        return "another clause"
    if not answer.steps:
        return "no steps"
    if question["step"] is None:
        return "right" if len(answer.steps) > 1 else "another step"
    number, shown = question["step"] - 1, answer.steps[0]
    start, end = places[number]
    words, does, who = plain(text[start:end]), plain(shown.does), plain(shown.who)
    named = plain(row["who"][number])
    by_words = (len(does) > 3 and does in words) or plain(row["steps"][number])[:OPENS] in does
    by_actor = bool(named and who) and (named in who or who in named)
    return "right" if by_words or by_actor else "another step"


def asked(name: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the outcome of every labelled question on a rulebook."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_env({}).at(Path(folder))
        reindex(RULEBOOKS / name / "docs", settings, quiet=True)
        desk = Desk.open(settings, logged=False)
        for row in rows(RULEBOOKS / name / LABELS):
            text = desk.index().whole(row["document"]).text
            for question in row["questions"]:
                yield question["kind"], outcome(desk.answer(question["question"]), text, row, question)


def shares(found: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return how many questions there are, the share of right ones by kind, and what the others lack."""
    kinds = Counter(kind for kind, _ in found)
    right = Counter(kind for kind, told in found if told == "right")
    lacking = Counter(told for _, told in found if told != "right")
    return {
        "questions": len(found),
        "right": round(sum(right.values()) / len(found), 3),
        "by kind": {kind: [round(right[kind] / count, 3), count] for kind, count in kinds.most_common()},
        "lacking": dict(lacking.most_common()),
    }


def main(argv: list[str]) -> None:
    """Measure, print and keep."""
    names = argv or sorted(place.parent.name for place in RULEBOOKS.glob(f"*/{LABELS}"))
    told = {name: list(asked(name)) for name in names}
    sets = {
        "for fitting": [one for name in names if name not in MEASURED for one in told[name]],
        "only measured": [one for name in names if name in MEASURED for one in told[name]],
    }
    figures = {name: shares(found) for name, found in told.items() if name not in MEASURED}
    figures |= {name: shares(found) for name, found in sets.items() if found}
    print(keep("steps", figures).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
