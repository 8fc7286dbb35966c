"""The plain wordings of Chinese rulebooks: whose yes is needed, whose a thing is, who does what in turn."""

import pytest

from corpus.rules.chinese.wording import deeds, left_open


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("借出标本须有植物室主任的许可。", [("植物室主任", "decides")]),
        ("加开夜班须得到生产部经理的允许。", [("生产部经理", "decides")]),
        ("调整菜单，有膳食委员会的决议即可。", [("膳食委员会", "decides")]),
        ("名次以评判组的表决结果为准。", [("评判组", "decides")]),
        ("提前下井以安全科的书面认可为前提。", [("安全科", "decides")]),
        ("定级以专家组的意见为参考。", [("专家组", "reviews")]),
        ("采样过程接受环保科的检查。", [("环保科", "supervises")]),
        ("让车队队长在单子上签个字就行。", [("车队队长", "decides")]),
        ("提前开闸，听调度室主任的。", [("调度室主任", "decides")]),
        ("票价的核定权属于运营部。", [("运营部", "decides")]),
        ("采购款的支出，副厂长一支笔。", [("副厂长", "decides")]),
        ("擦黑板是值日生组长的事。", [("值日生组长", "carries_out")]),
        ("退费申请，受理在前台主管，核定在财务部。", [("前台主管", "carries_out"), ("财务部", "decides")]),
        ("批准权限：平日——值班经理；节假日——总经理。", [("值班经理", "decides"), ("总经理", "decides")]),
        ("起草——文秘科；审核——法务部。", [("文秘科", "proposes"), ("法务部", "reviews")]),
        (
            "菜谱的拟定、审核、批准，分别由厨师长、营养科、后勤主任负责。",
            [("厨师长", "proposes"), ("营养科", "reviews"), ("后勤主任", "decides")],
        ),
        (
            "改线须经车队队长提出、安全科复核、运营部经理批准。",
            [("车队队长", "proposes"), ("安全科", "reviews"), ("运营部经理", "decides")],
        ),
        (
            "仪器大修：实验员填单，设备科技术鉴定，分管院长核批。",
            [("实验员", "proposes"), ("设备科", "reviews"), ("分管院长", "decides")],
        ),
        ("上半年由甲组组长保管，下半年由乙组组长。", [("甲组组长", "carries_out"), ("乙组组长", "carries_out")]),
        ("合同副本抄送审计科备查。", [("审计科", "supervises")]),
        ("停产令由厂长下达。", [("厂长", "decides")]),
        ("油耗由车管科每月抽检。", [("车管科", "supervises")]),
    ],
)
def test_plain_wordings_are_read(sentence: str, said: list[tuple[str, str]]) -> None:
    assert [(deed.actor, deed.act.value) for deed in deeds(sentence)] == said


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("领取工具不用再找班组长签字。", "班组长"),
        ("续借无须馆长审批。", "馆长"),
        ("换座位不必经年级组长同意。", "年级组长"),
        ("领款单须有经手人的签名。", "经手人"),
        ("擦黑板不是值日生组长的事。", "值日生组长"),
        ("联系人：李芳；地点：财务部。", "财务部"),
        ("奖状抄送财务部。", "财务部"),
        ("技术员延期离岗，车间主任提出，厂长批准。", "技术员"),
        ("学生代表和教师代表组成的评审会投票，教务处审定。", "教师代表"),
    ],
)
def test_near_wordings_are_not(sentence: str, nobody: str) -> None:
    assert nobody not in [deed.actor for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("安全员须：", ("安全员",)),
        ("值班站长在授权期内可以：", ("值班站长",)),
        ("教研室主任的工作包括：", ("教研室主任",)),
        ("考核内容包括：", ()),
        ("本制度的工作原则包括：", ()),
    ],
)
def test_a_lead_in_leaves_acts_to_its_items(lead_in: str, who: tuple[str, ...]) -> None:
    assert left_open(lead_in) == who
