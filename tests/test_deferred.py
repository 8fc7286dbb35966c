"""A clause that leaves just what is asked to be settled elsewhere answers nothing."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.weighing.deferred import deferred
from bot.answering.weighing.evidence import Found, weigh
from tests.composing import rules


def _deferred(question: str, line: str) -> bool:
    made, asked = rules("船社规则", line), understand(question)
    found = [Found(passage=made.passages[0], facts=made.facts, cosine=0.8, rules=made.rules)]
    return deferred(asked, weigh(asked, found, lambda term: 1.0)[0], lambda term: 1.0)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("船灯评奖的人选谁评", "第三条 船灯奖由社长颁发；评奖办法另行公布。"),
        ("缆绳的出借谁批准", "第三条 缆绳的出借另行规定。"),
        ("试点完了要不要推广谁决定", "第三条 同意试点夜航。试点结束后是否推广视情况再定。"),
        ("who sets the mooring fee", "3. The mooring fee is dealt with in a separate rule."),
        (
            "what is the voucher for a meal worth",
            "3. Vouchers for a meal are given; their worth is laid down elsewhere.",
        ),
        ("who gets a club card", "3. A proposal for club cards was noted. No decision on club cards."),
    ],
)
def test_what_is_left_to_another_rule_is_told(question: str, line: str) -> None:
    assert _deferred(question, line)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("船灯奖谁颁发", "第三条 船灯奖由社长颁发；评奖办法另行公布。"),
        ("缆绳的出借谁批准", "第三条 缆绳的出借由水手长批准，期限另行规定。"),
        ("缆绳能借几天", "第三条 缆绳可借三天，续借另行规定。"),
        ("缆绳的出借谁批准", "第三条 缆绳的出借由水手长批准。"),
        ("who sets the mooring fee", "3. The mooring fee is set by the Bosun in a separate notice."),
        ("who opens the shed", "3. The shed is opened by the Mate."),
    ],
)
def test_what_names_the_actor_or_the_number_all_the_same_is_not(question: str, line: str) -> None:
    assert not _deferred(question, line)
