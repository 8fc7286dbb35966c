"""Who acts in a cell that says more than names."""

import pytest

from corpus.models import Act
from corpus.rules.sentences import deeds
from corpus.rules.tables.cells import actors


def told(words: str, head: Act = Act.REVIEW) -> list[str | tuple[str, Act]]:
    return [(who, act) if act else who for who, act, _ in actors(words, head, deeds)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("设备科验预算", ["设备科"]),
        ("设备科审图纸、计财科审造价", ["设备科", "计财科"]),
        ("水务站踏勘", ["水务站"]),
        ("计财科、工程科会签", ["计财科", "工程科"]),
        ("计财科初核、总工程师会签", ["计财科", "总工程师"]),
        ("库房管理员，设备科协助核实数量", ["库房管理员", "设备科"]),
        ("评估小组，站务会审议", ["评估小组", "站务会"]),
        ("党支部会议（前置研究）", ["党支部会议"]),
        ("总务科（必要时）", ["总务科"]),
        ("计财科审核岗", ["计财科审核岗"]),
        ("报修人", ["报修人"]),
        ("校长助理", ["校长助理"]),
        ("站长（或副站长）", ["站长（或副站长）"]),
    ],
)
def test_a_name_ends_where_what_it_does_begins(words: str, expected: list[str]) -> None:
    assert told(words) == expected


def test_who_must_agree_too_stands_beside_who_decides() -> None:
    assert told("站务会，另须取得林业局许可", Act.DECIDE) == ["站务会", "林业局"]


def test_who_is_only_told_decides_nothing() -> None:
    assert told("林场负责人，报村委会知悉", Act.DECIDE) == ["林场负责人", ("村委会", Act.SUPERVISE)]
    assert told("档案室备案") == [("档案室", Act.SUPERVISE)]


def test_who_weighs_what_another_decides_in_the_same_cell_reviews() -> None:
    assert told("科长审核，站长批准", Act.DECIDE) == [("科长", Act.REVIEW), "站长"]
