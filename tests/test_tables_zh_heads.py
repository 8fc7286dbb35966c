"""Chinese tables whose heads are spoken, or name who acts, and cells that say more than a name."""

import pytest

from corpus.document import document
from corpus.models import Facts, Line, Role


def rules(head: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the actor and the act of each rule of a table."""
    lines = [Line(text="果园手册"), Line(text=" | ".join(head), role=Role.HEADER, cells=head)]
    lines += [Line(text=" | ".join(cells), role=Role.ROW, cells=cells) for cells in rows]
    made = document("orchard.md", "orchard", Facts(title="果园手册"), "0" * 64, lines)
    return [(rule.actor, rule.act.value) for rule in made.rules]


@pytest.mark.parametrize("head", ["起头的", "谁起头", "哪儿先提", "开头的", "牵头提的"])
def test_a_spoken_head_asks_who_begins(head: str) -> None:
    found = rules(("事儿", head, "谁把关", "谁拍板"), ("老树更新", "植保组", "农艺师", "园长"))
    assert found[0] == ("植保组", "proposes")


@pytest.mark.parametrize("head", ["说了算的", "说话算的", "末了定的"])
def test_a_spoken_head_asks_who_decides(head: str) -> None:
    found = rules(("事儿", "起头的", "过手审的", head), ("老树更新", "植保组", "农艺师", "园长"))
    assert found == [("植保组", "proposes"), ("农艺师", "reviews"), ("园长", "decides")]


def test_a_cell_says_what_the_head_of_its_column_does() -> None:
    head = ("单笔金额", "用款组组长", "会计负责人", "终审")
    assert rules(head, ("不足900元", "签字", "审票据", "副园长")) == [
        ("用款组组长", "reviews"),
        ("会计负责人", "reviews"),
        ("副园长", "decides"),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("园务会（理事长办公会先行研究）", [("园务会", "decides")]),
        ("园务会，并报县果业局", [("园务会", "decides"), ("县果业局", "supervises")]),
        ("园长，报县果业局苗木科", [("园长", "decides"), ("县果业局苗木科", "supervises")]),
        ("园长，事后五日内向园务会报告", [("园长", "decides"), ("园务会", "supervises")]),
        ("园长，事后12小时内告知农户代表", [("园长", "decides"), ("农户代表", "supervises")]),
        ("党委会同意后报县果业局批准", [("党委会", "reviews"), ("县果业局", "decides")]),
    ],
)
def test_a_cell_says_who_decides_and_who_is_told(cell: str, expected: list[tuple[str, str]]) -> None:
    assert rules(("事项", "申请", "决定"), ("卖苗木", "植保组", cell))[1:] == expected


@pytest.mark.parametrize(
    ("cell", "who"),
    [("品种评审组出意见", "品种评审组"), ("第三方评估", "第三方"), ("农艺师签意见", "农艺师")],
)
def test_who_gives_an_opinion_keeps_his_name(cell: str, who: str) -> None:
    assert (who, "reviews") in rules(("事项", "申请", "审核", "决定"), ("卖苗木", "植保组", cell, "园长"))


def test_amounts_of_any_unit_bound_whom_a_cell_names() -> None:
    head, row = ("事项", "提出", "批准"), ("印图册", "植保组", "副园长（500册以下）；园务会（500册及以上）")
    assert rules(head, row)[1:] == [("副园长", "decides"), ("园务会", "decides")]


def test_a_sign_behind_a_head_is_no_part_of_it() -> None:
    head = ("编号", "合同种类", "起草", "审核◎", "签署●")
    assert rules(head, ("C-1", "苗木合同", "植保组", "法务岗", "副园长"))[-1] == ("副园长", "decides")


def test_who_is_asked_to_buy_buys() -> None:
    assert rules(("预算", "谁来买", "谁认可"), ("千元以内", "植保组", "园长"))[0] == ("植保组", "carries_out")


@pytest.mark.parametrize(
    ("cell", "who", "act"),
    [
        ("园长；5万元以上的再报园务会", "园务会", "decides"),
        ("园长，每年12月向果业协会通报", "果业协会", "supervises"),
        ("园长，事后在园务例会通报", "园务例会", "supervises"),
    ],
)
def test_a_cell_goes_on_to_another_body(cell: str, who: str, act: str) -> None:
    assert rules(("事项", "申请", "决定"), ("卖苗木", "植保组", cell))[-1] == (who, act)


def test_who_is_to_do_a_thing_stands_under_its_act() -> None:
    found = rules(("类别", "内容", "承担", "周期"), ("月维护", "修枝", "植保组", "每月一次"))
    assert found == [("植保组", "carries_out")]
    found = rules(("级别", "建议", "审核", "决定"), ("三级", "气象员", "植保组", "园长"))
    assert found == [("气象员", "proposes"), ("植保组", "reviews"), ("园长", "decides")]


def test_an_act_in_a_cell_is_not_what_its_row_is_about() -> None:
    head = ("单笔金额", "部门主任", "财务主任", "园长")
    lines = [Line(text=" | ".join(head), role=Role.HEADER, cells=head)]
    row = ("5000元以上", "申报", "审核", "审批")
    lines += [Line(text=" | ".join(row), role=Role.ROW, cells=row)]
    made = document("orchard.md", "orchard", Facts(title="果园手册"), "0" * 64, lines)
    assert [(rule.actor, rule.matter) for rule in made.rules][0] == ("部门主任", "5000元以上")
