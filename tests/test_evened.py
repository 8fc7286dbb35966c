"""How much each golden question counts: alike over all, and partly alike within each kind."""

import numpy as np
import pytest

from bot.answering.asked.question import understand
from scripts import evened as module
from scripts.evened import evened, kind

# nine who-questions in ten have an answer, of those for a number half
KINDS = ["actor"] * 10 + ["number"] * 4
ANSWERABLE = np.array([True] * 9 + [False] + [True, True, False, False])


def share(counts: np.ndarray, name: str) -> float:
    """Of what questions of a kind count, the share of those with an answer."""
    of_kind = np.array(KINDS) == name
    return float(counts[of_kind & ANSWERABLE].sum() / counts[of_kind].sum())


def test_those_with_an_answer_count_as_much_as_the_others_where_nothing_is_evened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "EVENED", 0.0)
    counts = evened(KINDS, ANSWERABLE)
    assert counts[ANSWERABLE].sum() == pytest.approx(counts[~ANSWERABLE].sum())


def test_evened_wholly_a_kind_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVENED", 1.0)
    counts = evened(KINDS, ANSWERABLE)
    assert share(counts, "actor") == pytest.approx(0.5)
    assert share(counts, "number") == pytest.approx(0.5)


def test_as_it_is_a_kind_tells_less_than_it_would(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = evened(KINDS, ANSWERABLE)
    monkeypatch.setattr(module, "EVENED", 0.0)
    assert 0.5 < share(ours, "actor") < share(evened(KINDS, ANSWERABLE), "actor")


@pytest.mark.parametrize(
    ("question", "named"),
    [("谁批准请假？", "actor"), ("请假几天要批？", "number"), ("How many governors are there?", "number")],
)
def test_a_question_is_of_the_kind_it_asks_for(question: str, named: str) -> None:
    assert kind(understand(question)) == named
