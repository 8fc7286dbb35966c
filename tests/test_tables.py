"""What the columns of a table hold, by their headers' words."""

import pytest

from corpus.models import Act, Cell
from corpus.quantities.headed import captioned
from corpus.rules.tables.header import Column, column, columns, condition, matter, nobody


def row(**cells: str) -> list[Cell]:
    return [Cell(name=name.replace("_", " "), text=text, start=0, end=len(text)) for name, text in cells.items()]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("审批时限", Column.LIMIT),
        ("所需材料", Column.FORM),
        ("金额区间", Column.CONDITION),
        ("办理环节", Column.STEP),
        ("报备案机关", Act.SUPERVISE),
        ("牵头部门", Act.CARRY_OUT),
        ("最终审定", Act.DECIDE),
        ("部门初审", Act.REVIEW),
        ("申请人", Act.PROPOSE),
        ("采购类别", Column.MATTER),
        ("启动", Act.DECIDE),
        ("物资保障", Act.CARRY_OUT),
        ("备注", Column.OTHER),
        ("Approver", Act.DECIDE),
        ("Who decides", Act.DECIDE),
        ("Reviewed by", Act.REVIEW),
        ("Requested by", Act.PROPOSE),
        ("Deadline", Column.LIMIT),
        ("Threshold (£)", Column.CONDITION),
        ("Owner", Act.CARRY_OUT),
        ("Informed", Act.SUPERVISE),
        ("签署人", Act.DECIDE),
        ("审签", Act.DECIDE),
        ("有权人", Act.DECIDE),
        ("审批权限", Act.DECIDE),
        ("审批额度", Column.CONDITION),
        ("Signatory", Act.DECIDE),
        ("Sign-off", Act.DECIDE),
        ("Budget holder level", Act.DECIDE),
        ("Who checks", Act.REVIEW),
        ("Information required", Column.OTHER),
        ("Colour", Column.OTHER),
        ("Considers", Act.REVIEW),
        ("Put forward by", Act.PROPOSE),
        ("Costed by", Act.REVIEW),
        ("Looked after by", Act.CARRY_OUT),
        ("May be ordered by", Act.DECIDE),
        ("Must be told", Act.SUPERVISE),
        ("Signs off", Act.DECIDE),
        ("Comments", Act.REVIEW),
        ("Agreed budget", Column.OTHER),
        ("Members", Column.OTHER),
        ("Last word", Act.DECIDE),
        ("Moved by", Act.PROPOSE),
        ("Acts on it", Act.CARRY_OUT),
        ("Action officer", Act.CARRY_OUT),
        ("Kept under observation by", Act.SUPERVISE),
        ("Has to be informed", Act.SUPERVISE),
        ("What happens", Column.STEP),
        ("谁提", Act.PROPOSE),
        ("谁审", Act.REVIEW),
        ("谁定", Act.DECIDE),
        ("谁办", Act.CARRY_OUT),
        ("上哪个会", Act.DECIDE),
    ],
)
def test_a_header_says_what_its_column_holds(header: str, kind: Column | Act) -> None:
    assert column(header) is kind


@pytest.mark.parametrize("words", ["", "—", "/", "无", "不需要", " N/A ", "None", "not required"])
def test_a_dash_or_a_no_means_nobody(words: str) -> None:
    assert nobody(words)


@pytest.mark.parametrize("words", ["校长", "无锡分校", "Nona", "nonesuch"])
def test_a_name_that_begins_like_a_no_is_a_name(words: str) -> None:
    assert not nobody(words)


def test_the_first_column_of_no_known_kind_is_the_matter() -> None:
    cells = row(设施="游泳馆", 审批="体育部主任")
    assert columns(cells) == [Column.MATTER, Act.DECIDE]
    assert matter(cells) == "游泳馆"


def test_a_serial_number_is_not_part_of_the_matter() -> None:
    assert matter(row(序号="4", 事项="教室改造", 决定="校务会议")) == "教室改造"


def test_the_columns_that_bound_a_row_are_its_condition() -> None:
    cells = row(项目="外聘讲座", 金额="3000元以下", 适用条件="预算内", 审批人="教务主任")
    assert condition(cells) == "3000元以下；预算内"


def test_a_row_without_cells_is_about_nothing() -> None:
    assert matter([]) == ""
    assert condition([]) == ""


def test_a_column_between_those_who_propose_and_carry_out_is_of_those_who_decide() -> None:
    cells = row(Matter="Loans", Put_forward_by="Registrar", Word="Keeper", Looked_after_by="Porter")
    assert columns(cells)[2] is Act.DECIDE
    assert columns(row(Matter="Loans", Members="Keeper", Agreed_by="Trustees"))[1] is Column.OTHER


@pytest.mark.parametrize(
    ("above", "names", "expected"),
    [
        ("单位：万元", ("预算金额", "审批人"), ("预算金额（万元）", "审批人")),
        ("（金额单位：元）", ("额度", "备注"), ("额度（元）", "备注")),
        ("单位：万元", ("金额（元）", "审批人"), ("金额（元）", "审批人")),
        ("Amounts in £000", ("Value", "Approver"), ("Value（£000）", "Approver")),
        ("归口单位：总务处", ("金额", "审批人"), ("金额", "审批人")),
        ("第五条 审批权限如下：", ("金额", "审批人"), ("金额", "审批人")),
    ],
)
def test_a_unit_above_a_table_is_that_of_its_sums(
    above: str, names: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert captioned(names, above) == expected


def test_the_bare_noun_of_an_act_heads_actors_beside_those_who_decide() -> None:
    cells = row(Thing="Loan", Submission="Clerk", Opinion="Dean", Decision="Board", Execution="Bursar", Note="Board")
    acts = [Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT]
    assert columns(cells) == [Column.MATTER, *acts, Column.OTHER]


def test_clearance_before_those_who_decide_is_a_review_and_alone_a_decision() -> None:
    assert columns(row(Matter="Loan", Clearance="Dean", Authority="Board"))[1:] == [Act.REVIEW, Act.DECIDE]
    assert columns(row(Matter="Loan", Clearance="Dean", Colour="Red"))[1] is Act.DECIDE


def test_a_head_over_several_columns_says_less_than_their_own() -> None:
    said = row(
        Post="Clerk", Approval_Proposed_by="Line manager", Approval_Reviewed_by="HR", Approval_Approved_by="Director"
    )
    assert columns(said) == [Column.MATTER, Act.PROPOSE, Act.REVIEW, Act.DECIDE]
    zh = row(采购类别="货物", 审批流程_申请="科室", 审批流程_审核="财务", 审批流程_审批="主任")
    assert columns(zh) == [Column.MATTER, Act.PROPOSE, Act.REVIEW, Act.DECIDE]
    assert columns(row(Item="Fuel", Approved_by="Bursar", Approved_on="Monday"))[1] is Act.DECIDE


def test_the_least_and_the_most_in_two_columns_are_one_range() -> None:
    names = {"Item": "Fuel", "Amount From": "£25,000", "Amount Up to": "£250,000", "Approved by": "Board"}
    assert condition(row(**names)) == "over £25,000 and up to £250,000"
    assert condition(row(**names | {"Amount From": "£0"})) == "up to £250,000"
    assert condition(row(**names | {"Amount Up to": ""})) == "at least £25,000"
    zh = {"事项": "采购", "金额（元） 下限": "50,000", "金额（元） 上限": "500,000", "审批": "院长"}
    assert condition(row(**zh)) == "超过50,000元不超过500,000元"
