"""Who acts in another's place is meant only where a question says that somebody isn't there."""

import pytest

from bot.answering.models import Status
from corpus.models import Document
from tests.composing import answered, rules

PLAN = rules(
    "Storm Plan",
    "2.1 The storm plan is approved by the Harbour Master; when the Harbour Master cannot be reached, by the Mate.",
)
GATE = rules("闸门规定", "第三条 开闸由站长批准；站长联系不上的，由值班长批准。")


@pytest.mark.parametrize(
    ("question", "made", "who"),
    [
        ("storm plan, who approves it", PLAN, "Harbour Master"),
        ("the harbour master can't be reached, who approves the storm plan", PLAN, "Mate"),
        ("开闸谁批准", GATE, "站长"),
        ("站长联系不上，开闸谁批准", GATE, "值班长"),
    ],
)
def test_a_deputy_acts_where_somebody_is_away(question: str, made: Document, who: str) -> None:
    answer = answered(question, made)
    assert answer.status is Status.ANSWERED
    assert answer.decision
    assert [one.who for one in answer.decision.decides][:1] == [who]
