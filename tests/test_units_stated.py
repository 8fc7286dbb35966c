"""The unit of a table's sums, where a caption or the document states it."""

import pytest

from corpus.models import Line
from corpus.outline.growing import split
from corpus.quantities.headed import measured, stated
from tests.test_outline import row


def sums(*lines: Line | str) -> list[str]:
    """The first cell of each row, with the unit of its numbers."""
    _, clauses = split([Line(text=line) if isinstance(line, str) else line for line in lines])
    return [measured(clause.cells[0]) for clause in clauses if clause.level == "row"]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("先看类别，再看数目。金额单位为元。", "元"),
        ("本表金额均以万元计。", "万元"),
        ("Limits, in euro, with VAT:", "EUR"),
        ("All sums are stated in dollars.", "$"),
        ("All amounts are net of VAT.", ""),
        ("人数单位为人。", ""),
        ("The sums are paid in May.", ""),
    ],
)
def test_a_document_may_state_the_unit_of_its_sums(line: str, unit: str) -> None:
    assert stated(line) == unit


def test_the_unit_that_a_document_states_holds_in_all_its_tables() -> None:
    first = [row("单笔金额", "谁批", head=True), row("不足3000", "组长")]
    later = [row("情形", "谁批", head=True), row("计划外，不足9,000", "厂长"), row("减免三成，每人 2", "组长")]
    found = sums("怎么看：一笔不拆。金额单位为元。", "支出", *first, "追加", *later)
    assert found == ["不足3000元", "计划外，不足9,000元", "减免三成，每人 2元"]
    assert sums("支出", *first) == ["不足3000"]


def test_a_caption_may_end_in_the_unit() -> None:
    assert sums("表2 支出（单位：万元）", row("金额", "谁批", head=True), row("3以上", "厂长")) == ["3万元以上"]


def test_a_unit_above_the_table_goes_before_the_one_of_the_document() -> None:
    table = [row("金额", "谁批", head=True), row("3以上", "厂长")]
    assert sums("金额单位为元。", "单位：万元", *table) == ["3万元以上"]


def test_a_number_with_a_unit_of_its_own_has_no_other() -> None:
    assert sums("金额单位为元。", row("金额", "谁批", head=True), row("超过10%", "厂长")) == ["超过10%"]
    assert sums("金额单位为元。", row("情形", "谁批", head=True), row("不超过 15 天", "厂长")) == ["不超过 15 天"]
