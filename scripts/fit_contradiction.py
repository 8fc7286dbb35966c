"""Fit the weights of what tells that two clauses contradict each other.

example:
  .venv/bin/python -m scripts.fit_contradiction --rulebook DATA FILE.jsonl --rulebook DATA2 FILE2.jsonl

A rulebook is a data folder with its index, and the golden questions that are asked of it. Every pair of clauses of two
documents that name different actors, or numbers, for a question is a case; it is right where the question's status is
"conflict" and both are expected. Prints the numbers for bot/answering/weighing/weights.py, and how many of the
contradictions are found, at how many false alarms, in rulebooks that each number was not fitted on (each left out in
turn).
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from bot.answering.deciding.conflict import otherwise
from bot.answering.deciding.contradiction import Side, counting, deciding, signs
from bot.answering.deciding.decide import verdicts
from bot.answering.deciding.stated import differing
from bot.answering.levels.ladder import Fit
from bot.answering.saying.answer import bearer_of
from bot.answering.weighing.coverage import Rarity
from bot.answering.weighing.evidence import Evidence
from bot.answering.weighing.weights import Contrast
from bot.edge import ended
from bot.inquiry.gathering import rarity
from bot.inquiry.inquire import Resting, rests
from bot.people.audience import MACHINE
from bot.settings import Settings
from scripts.evaluate import plain_label
from scripts.unseen import Rulebook, learned, rulebook_arguments

ALARMS = (2, 3, 5, 8)  # false ones, for which the report says how many contradictions are found
CHANCE = 0.42  # above which a pair is said to contradict itself: two or three false alarms in a thousand questions

Matrix = NDArray[np.float64]


class Pair(NamedTuple):
    """Two clauses that name different actors, or numbers, for a question."""

    rulebook: str
    question: str
    status: str
    signs: tuple[float, ...]
    contradict: bool


def pairs(book: Rulebook) -> list[Pair]:
    """Return the pairs of every question of a rulebook."""
    return list(_pairs(book))


def _pairs(book: Rulebook) -> Iterator[Pair]:
    index = book.current.index()
    scopes, whole = book.current.scopes(index, MACHINE), partial(book.current.whole, index)
    for row in book.asked:
        day = date.fromisoformat(row.get("as_of") or date.today().isoformat())
        resting = rests(index, whole, row["question"], day, scopes.within(row.get("within", "")))
        if not resting.chosen:
            continue
        wanted = {(e["document"], plain_label(e["clause"])) for e in row.get("expect", [])}
        sides = [*_sides(resting, rarity(index, resting.over.section))]
        for bearer, one in ((sides[0], one) for one in sides[1:]):
            if one.evidence.passage.document != bearer.evidence.passage.document:
                said = signs(one, bearer, resting.near)
                both = {_place(one.evidence), _place(bearer.evidence)}
                right = row["status"] == "conflict" and both <= wanted
                yield Pair(book.name, row["question"], row["status"], tuple(said[name] for name in Contrast), right)


def _sides(resting: Resting, rare: Rarity) -> Iterator[Side]:
    """Yield what an answer rests on, then what names another actor, or another number, for the same question."""
    question, documents = resting.question, resting.documents
    for one in differing(question, [*resting.chosen, *resting.against], documents, rare):
        yield counting(one.evidence)
    if not question.acts:
        return
    decided, others = (
        verdicts(question, some, documents, rare, resting.near) for some in (resting.chosen, resting.against)
    )
    bearer = bearer_of(question, decided)
    if bearer and bearer.fit is Fit.ONE and bearer.levels and bearer.names(question.acts):
        yield deciding(bearer)
        yield from map(deciding, otherwise(question, [*decided, *others], bearer))


def _place(evidence: Evidence) -> tuple[str, str]:
    return evidence.passage.document, plain_label(evidence.passage.label)


def fitted(known: Sequence[Pair]) -> tuple[Matrix, float]:
    """Return the weight of each sign, and the bias at which CHANCE is nought."""
    table = np.array([pair.signs for pair in known])
    mean, spread = table.mean(0), table.std(0) + 1e-9
    model = LogisticRegression(max_iter=2000).fit((table - mean) / spread, [pair.contradict for pair in known])
    each = model.coef_[0] / spread
    return each, float(model.intercept_[0] - each @ mean - np.log(CHANCE / (1 - CHANCE)))


def report(known: Sequence[Pair]) -> list[str]:
    """Return the weights fitted on everything, then what they find in rulebooks left out in turn."""
    each, bias = fitted(known)
    lines = [f"    Contrast.{name.name}: {value:.3f}," for name, value in zip(Contrast, each, strict=True)]
    lines.append(f"CONTRADICTION_BIAS = {bias:.3f}")
    sure: dict[tuple[str, str], tuple[float, bool, str]] = {}
    for left_out in {pair.rulebook for pair in known}:
        each, bias = fitted([pair for pair in known if pair.rulebook != left_out])
        for pair in known:
            if pair.rulebook == left_out:
                chance = float(np.array(pair.signs) @ each + bias)
                name = (pair.rulebook, pair.question)
                sure[name] = max(sure.get(name, (-np.inf, False, "")), (chance, pair.contradict, pair.status))
    ordered = sorted(sure.values(), reverse=True)
    total = len({(pair.rulebook, pair.question) for pair in known if pair.contradict})
    alarms = [n for n, (_, _, status) in enumerate(ordered) if status == "answered"]
    for most in (each for each in ALARMS if each < len(alarms)):
        found = sum(right for _, right, _ in ordered[: alarms[most]])
        lines.append(f"unseen rulebooks: {found} of {total} contradictions at {most} false alarms")
    found = sum(right for chance, right, _ in ordered if chance > 0)
    false = sum(status == "answered" for chance, _, status in ordered if chance > 0)
    lines.append(f"unseen rulebooks, as fitted: {found} of {total} contradictions, {false} false alarms")
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.fit_contradiction",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    rulebook_arguments(parser)
    arguments = parser.parse_args(argv)
    return ended(lambda: _run(arguments, Settings.from_env(os.environ)))


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    known = learned(arguments, settings, pairs)
    print("\n".join(report(known)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
