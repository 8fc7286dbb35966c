"""Fit the weights of the evidence to golden questions.

example:
  .venv/bin/python -m scripts.fit --rulebook DATA tests/golden/*.jsonl --rulebook DATA2 FILE.jsonl

A rulebook is a data folder with its index, and the golden questions that are asked of it. The folder has the name that
the rulebook had when the matcher learned (scripts.train_matcher).

Prints the numbers for bot/answering/weighing/weights.py, and how well they do on documents they were not fitted on
(three folds by document). Only questions marked "fit" are used. The weights are those of a conditional logit: the
chance that a passage is the right one among those found is proportional to exp(weights . features). The support is a
logistic regression on the signs, answerable and unanswerable questions counting alike, and a question with "counts" as
much as that says.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answering.asked.question import Question, understand
from bot.answering.weighing.coverage import Rarity
from bot.answering.weighing.evidence import Evidence, Found, measure
from bot.answering.weighing.support import signs
from bot.answering.weighing.weights import WEIGHTS, Feature, Sign
from bot.edge import ended
from bot.inquiry.current import Current
from bot.inquiry.gathering import gather, rarity, shown
from bot.inquiry.scope import scope
from bot.people.audience import MACHINE
from bot.settings import Settings
from corpus.models import Record
from scripts.evaluate import plain_label
from scripts.evened import evened, kind
from scripts.unseen import Rulebook, learned, rulebook_arguments

FOLDS = 3
STEPS = 1500
RATE = 0.03
# Pulls each weight gently to nought, so that a rare feature is not believed too soon.
RIDGE = 0.01
RIDGE_SUPPORT = 0.02
Matrix = NDArray[np.float64]


class Case(Record, arbitrary_types_allowed=True):
    """One golden question: what was found, its features (passages x features), and which passages are right.

    `shown` is what the encoder was shown of it.
    """

    question: Question
    fold: int
    answerable: bool
    counts: float
    found: tuple[Found, ...]
    features: Matrix
    right: NDArray[np.bool_]
    rarity: Rarity
    shown: str


def cases(book: Rulebook) -> list[Case]:
    """Search every question of a rulebook and measure what was found."""
    return list(_cases(book.asked, book.current))


def _cases(questions: Sequence[Mapping[str, Any]], current: Current) -> Iterator[Case]:
    index = current.index()
    rare = rarity(index)
    for row in questions:
        question = understand(row["question"], date.today(), index.glossary())
        day = question.on or date.fromisoformat(row.get("as_of") or date.today().isoformat())
        over = scope(index, day, current.readable(index, MACHINE).within(row.get("within", "")))
        found = gather(index, question, over, over.valid) if question.terms else []
        if not found:
            continue
        wanted = {(e["document"], plain_label(e["clause"])) for e in row.get("expect", [])}
        measured = measure(question, found, rare)
        yield Case(
            question=question,
            fold=fold(row),
            answerable=row["status"] != "not_found",
            counts=row.get("counts", 1.0),
            found=tuple(found),
            features=np.array([[m[name] for name in Feature] for m in measured]),
            right=np.array([(f.passage.document, plain_label(f.passage.label)) in wanted for f in found]),
            # of the question's own terms, which can go from process to process
            rarity={term: rare(term) for term in (*question.terms, *chain(*question.across))}.__getitem__,
            shown=shown(question, over, over.valid),
        )


def fold(row: Mapping[str, Any]) -> int:
    """Return the fold of a question: all questions on one document share it."""
    document = str(row["expect"][0]["document"] if row.get("expect") else row["id"])
    return sum(document.encode()) % FOLDS


def fitted(known: Sequence[Case]) -> Matrix:
    """Return the weights that make the right passages likeliest (gradient ascent, Adam's steps)."""
    useful = [case for case in known if case.right.any()]
    weights = np.array([WEIGHTS[name] for name in Feature])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope: Matrix = (
            sum((_slope(c, weights) for c in useful), np.zeros_like(weights)) / len(useful) - RIDGE * weights
        )
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights + RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return weights


def _slope(case: Case, weights: Matrix) -> Matrix:
    scores = case.features @ weights
    odds = np.exp(scores - scores.max())
    slope: Matrix = (odds * case.right / (odds * case.right).sum() - odds / odds.sum()) @ case.features
    return slope


def signs_of(case: Case, weights: Matrix) -> Matrix:
    """Return the signs of a case whose passages are weighed so."""
    scores = case.features @ weights
    best = int(np.argmax(scores))
    features = dict(zip(Feature, case.features[best], strict=True))
    evidence = Evidence(found=case.found[best], features=features, score=scores[best])
    said = signs(case.question, evidence, case.found, case.rarity)
    return np.array([said[name] for name in Sign])


def supported(known: Sequence[Case], weights: Matrix) -> tuple[Matrix, float]:
    """Return the weights of the signs and the bias, by which an answerable question is told from others."""
    table = np.array([signs_of(case, weights) for case in known])
    answerable = np.array([case.answerable for case in known])
    mean, spread = table.mean(0), table.std(0) + 1e-9
    scaled = np.c_[(table - mean) / spread, np.ones(len(table))]
    counts = evened([kind(case.question) for case in known], answerable) * [case.counts for case in known]
    beta = np.zeros(scaled.shape[1])
    for _ in range(STEPS * 2):
        chance = 1 / (1 + np.exp(-scaled @ beta))
        beta += 0.3 * (scaled.T @ ((answerable - chance) * counts) / len(table) - RIDGE_SUPPORT * np.r_[beta[:-1], 0])
    each = beta[:-1] / spread
    return each, float(beta[-1] - each @ mean)


def cut(known: Sequence[Case], weights: Matrix, each: Matrix, bias: float, wanted: float) -> float:
    """Return what to add to the bias so that this share of the answerable questions that count whole is answered.

    The line is drawn a little below the last question answered, a quarter of the way to the first that is not.
    """
    sure = sorted(float(signs_of(c, weights) @ each + bias) for c in known if c.answerable and c.counts >= 1)
    if not sure:
        return 0.0
    last = int((1 - wanted) * len(sure))
    return -(0.75 * sure[last] + 0.25 * sure[max(0, last - 1)])


def crossing(case: Case, weights: Matrix) -> bool:
    """Tell whether the best passage of a case is in the other language."""
    best = int(np.argmax(case.features @ weights))
    return bool(case.features[best, list(Feature).index(Feature.ACROSS)])


def cuts(known: Sequence[Case], weights: Matrix, each: Matrix, bias: float, wanted: float) -> tuple[float, float]:
    """Return what to add to the bias within a language, and across languages: cosines there are lower."""
    same = [case for case in known if not crossing(case, weights)]
    across = [case for case in known if crossing(case, weights)]
    return cut(same, weights, each, bias, wanted), cut(across, weights, each, bias, wanted)


def report(known: Sequence[Case], wanted: float, held: Matrix | None = None) -> list[str]:
    """Return the lines of the report: the fit on everything, then how it does on folds it has not seen.

    Weights of the evidence that are `held` are not fitted.
    """
    weights = held if held is not None else fitted(known)
    each, bias = supported(known, weights)
    lines = [f"    Feature.{name.name}: {value:.3f}," for name, value in zip(Feature, weights, strict=True)]
    lines += [f"    Sign.{name.name}: {value:.3f}," for name, value in zip(Sign, each, strict=True)]
    same, across = cuts(known, weights, each, bias, wanted)
    lines += [f"BIAS = {bias + same:.3f}", f"BIAS_ACROSS = {bias + across:.3f}"]
    seen = [one for part in range(FOLDS) for one in unseen(known, part, wanted, held)]
    yes, no = [one for one in seen if one[0]], [one for one in seen if not one[0]]
    lines.append(
        f"unseen documents: first right {_share(one[1] for one in yes)}, among three {_share(one[2] for one in yes)}, "
        f"answered {_share(one[3] for one in yes)}, rejected {_share(not one[3] for one in no)}"
    )
    return lines


def unseen(
    known: Sequence[Case], part: int, wanted: float, held: Matrix | None = None
) -> list[tuple[bool, bool, bool, bool]]:
    """Return, for each case of one fold: answerable, first right, one of three right, answered."""
    rest = [case for case in known if case.fold != part]
    weights = held if held is not None else fitted(rest)
    each, bias = supported(rest, weights)
    same, across = cuts(rest, weights, each, bias, wanted)
    result = []
    for case in known:
        if case.fold == part:
            order = np.argsort(-(case.features @ weights))
            more = across if crossing(case, weights) else same
            answered = float(signs_of(case, weights) @ each + bias + more) >= 0
            result.append((case.answerable, bool(case.right[order[0]]), bool(case.right[order[:3]].any()), answered))
    return result


def _share(found: Iterable[bool]) -> str:
    return f"{np.mean(list(found)):.3f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.fit",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    rulebook_arguments(parser)
    parser.add_argument("--answered", type=float, default=0.94, help="share of answerable questions to be answered")
    parser.add_argument(
        "--signs", action="store_true", help="fit the signs alone, by the weights of the evidence there are"
    )
    arguments = parser.parse_args(argv)
    return ended(lambda: _run(arguments, Settings.from_env(os.environ)))


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    known = learned(arguments, settings, cases)
    held = np.array([WEIGHTS[name] for name in Feature]) if arguments.signs else None
    print("\n".join(report(known, arguments.answered, held)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
