"""Rules as clerks write them every day: verbs of one character, leaders, columns that ask who, titles."""

import pytest

from corpus.models import Act
from corpus.rules.reading import deeds
from corpus.rules.tables import column


@pytest.mark.parametrize(
    ("sentence", "who", "act"),
    [
        ("三千元以下，科长批；", "科长", Act.DECIDE),
        ("外出学习由分管局领导批准。", "分管局领导", Act.DECIDE),
        ("超过3天的校务会决定。", "校务会", Act.DECIDE),
        ("8万元（含）以上报院务会批准。", "院务会", Act.DECIDE),
        ("超过2万元的，须当面征得馆长同意。", "馆长", Act.DECIDE),
        ("班长人选由评议组投票产生。", "评议组", Act.DECIDE),
        ("由化工厂提出停产申请，安监局批准。", "化工厂", Act.PROPOSE),
        ("开箱时保管科派人监督。", "保管科", Act.SUPERVISE),
        ("难度大的，请两名以上校外专家评审。", "校外专家", Act.REVIEW),
        ("过期标本由典藏部在保卫科监督下销毁。", "保卫科", Act.SUPERVISE),
    ],
)
def test_everyday_wording_names_who_acts(sentence: str, who: str, act: Act) -> None:
    assert (who, act) in {(deed.actor, deed.act) for deed in deeds(sentence)}


@pytest.mark.parametrize(
    ("header", "act"),
    [
        ("谁来把关", Act.REVIEW),
        ("由谁办", Act.CARRY_OUT),
        ("谁申请", Act.PROPOSE),
        ("最后谁同意", Act.DECIDE),
        ("报给谁", Act.SUPERVISE),
    ],
)
def test_a_column_that_asks_who_holds_those_who_do_it(header: str, act: Act) -> None:
    assert column(header) is act
