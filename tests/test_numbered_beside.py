"""Numberings beside and inside each other: 甲-2.1, 甲）, 【问2】, 事项03, numbers that run on past a schedule."""

from tests.test_numbered import HEAD, named
from tests.test_outline import heading, row


def test_a_number_behind_a_stem_may_have_several_parts() -> None:
    lines = ("甲-1 借书", "甲-1.1 读者凭证借书。", "甲-1.2 逾期由流通部催还。", "甲-2 还书", "甲-2.1 还书到总台。")
    assert named(*lines) == ["甲-1", "甲-1.1", "甲-1.2", "甲-2", "甲-2.1"]


def test_items_may_be_counted_with_stems_and_half_a_bracket() -> None:
    lines = ("2-1 赔偿按书价：", "甲）不满一百元的，流通部收；", "乙）一百元以上的，馆长定。", "2-2 赔偿归公。")
    assert named(*lines) == ["2-1", "2-1 甲", "2-1 乙", "2-2"]


def test_questions_may_stand_in_thick_brackets() -> None:
    lines = ("【问1】证丢了找谁？", "答：总台。", "【问2】几天能补？", "答：三天。")
    assert named(*lines) == ["问1", "问2"]


def test_steps_that_start_again_are_named_with_the_matter_over_them() -> None:
    lines = (
        heading("事项01　闭馆调整"),
        "步骤一：流通部提出。",
        "步骤二：馆长定。",
        heading("事项02　新书采购"),
        "步骤一：采编部列单。",
        "步骤二：馆务会定。",
    )
    assert named(*lines) == ["事项01 步骤一", "事项01 步骤二", "事项02 步骤一", "事项02 步骤二"]


def test_rows_are_named_with_the_heading_over_their_table() -> None:
    lines = (heading("乙 办事表"), HEAD, row("挂失", "总台"), heading("丙 附则"), "丙-1 自发布日起用。")
    assert "乙、 row 1" in named(*lines)


def test_a_heading_may_number_itself_and_the_table_under_it() -> None:
    lines = (
        heading("一、附表一 日常支出"),
        HEAD,
        row("办公", "馆长"),
        heading("二、附表二 其他"),
        HEAD,
        row("修缮", "馆务会"),
    )
    assert [one for one in named(*lines) if "row" in one] == ["附表一 row 1", "附表二 row 1"]


def test_numbers_run_on_past_a_schedule() -> None:
    lines = (
        "1.1 借书凭证。",
        "1.2 还书当面点清。",
        "附表一",
        HEAD,
        row("挂失", "总台"),
        "1.3 逾期催还。",
        "2.1 赔偿按价。",
    )
    assert [one for one in named(*lines) if "." in one] == ["1.1", "1.2", "1.3", "2.1"]


def test_a_heading_goes_on_after_schedules_of_its_format() -> None:
    lines = (
        heading("一、用法"),
        "1. 先看预算。",
        heading("附表A 支出"),
        HEAD,
        row("办公", "馆长"),
        heading("二、其他"),
        "5.1 差旅由馆长同意。",
    )
    assert named(*lines)[-2:] == ["二、", "5.1"]
