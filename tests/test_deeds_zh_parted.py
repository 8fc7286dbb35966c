"""Chinese sentences whose actors are easily cut, glued or lost: each with who does what."""

import pytest

from corpus.document import document
from corpus.models import Facts, Line
from corpus.rules.chinese.wording import deeds


def said(sentence: str) -> list[tuple[str, str]]:
    """Return the actor and the act of each deed of a sentence."""
    return [(deed.actor, deed.act.value) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持集体领导、民主集中、个别酝酿、会议决定。",
        "干部任免一律逐项投票。",
        "讨论职工处分等事项，须有多数理事到会。",
        "婚假依省规定执行，须一次休完。",
    ],
)
def test_a_principle_and_a_matter_act_on_nothing(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("票务办设在客运部，负责受理退票。", [("票务办", "carries_out")]),
        ("船长离船的，由其指定一名大副代行职责。", [("大副", "carries_out")]),
        ("半天以上三天以内水手长准，三天以上由大副准。", [("水手长", "decides"), ("大副", "decides")]),
        ("开锁由机务室操作、安保室在场见证。", [("机务室", "carries_out"), ("安保室", "supervises")]),
        ("点检由当班船员做、水手长复核。", [("当班船员", "carries_out"), ("水手长", "reviews")]),
        ("选题由领航员报题、引航站站长审看。", [("领航员", "proposes"), ("引航站站长", "reviews")]),
        ("退票一万元以上的，经纪委审核，由船务会决定。", [("纪委", "reviews"), ("船务会", "decides")]),
        ("船员由出纳员提报、船长签批。", [("出纳员", "proposes"), ("船长", "decides")]),
        ("大副的任用，经纪检委员牵头考察，由船务会决定。", [("纪检委员", "reviews"), ("船务会", "decides")]),
        ("解约的，经法务部法制审核，由船务会决定。", [("法务部", "reviews"), ("船务会", "decides")]),
        ("设立医务室，归口后勤处管理。", [("后勤处", "carries_out")]),
        ("制服由船员代表、旅客代表和客运部三方组成的选样组投票选定。", [("选样组", "decides")]),
        ("复航要等海事局同意。", [("海事局", "decides")]),
        ("副总经理和安委会办公室两家都同意才行。", [("副总经理", "decides"), ("安委会办公室", "decides")]),
        ("重启锅炉须经轮机长检测签字。", [("轮机长", "decides")]),
        ("船长不在船的，由大副代签。", [("大副", "decides")]),
        ("船长的权限可委托给大副，一次不超过十天。", [("大副", "decides")]),
        ("由船长核准的事项转由大副行使。", [("大副", "decides")]),
        ("停航审批权上收至总经理本人。", [("总经理", "decides")]),
        ("聘期内还须经监察组出具廉政意见，由船务会审批。", [("监察组", "reviews"), ("船务会", "decides")]),
        ("调班的，还要取得值班室主任书面同意。", [("值班室主任", "decides")]),
        ("抢修类支出授权分管机务副总批准，到期失效。", [("分管机务副总", "decides")]),
        ("对退票有异议的，可找客运部；不满意答复的，可向监察室投诉。", [("监察室", "decides")]),
        ("客运部拟　2025年3月10日船务会通过", [("船务会", "decides")]),
        ("调度岗拟订航次表，总经理批准。", [("调度岗", "proposes"), ("总经理", "decides")]),
    ],
)
def test_who_acts_is_told_whole_and_apart(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


def test_a_case_that_goes_higher_has_no_bound_of_the_one_before() -> None:
    line = Line(text="两天以内大副同意即可，超过两天由船长同意，出省的一律呈总经理。")
    made = document("ship.md", "ship", Facts(title="航行规则"), "0" * 64, [line])
    assert [(rule.actor, rule.act.value, rule.condition) for rule in made.rules] == [
        ("大副", "decides", "两天以内"),
        ("船长", "decides", "超过两天"),
        ("总经理", "decides", ""),
    ]


def test_a_bound_behind_a_joint_is_the_second_ones_own() -> None:
    line = Line(text="维修费在不满20万元时由轮机长批、20万元以上时由船长批。")
    made = document("ship.md", "ship", Facts(title="航行规则"), "0" * 64, [line])
    assert [(rule.actor, rule.condition) for rule in made.rules] == [
        ("轮机长", "维修费在不满20万元时"),
        ("船长", "20万元以上时"),
    ]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("两天以内大副同意即可，出省的一律呈总经理。", "总经理"),
        ("5000元以上的，一律报总经理。", "总经理"),
        ("达到10万元的，还须上船务会议。", "船务会议"),
        ("一年租金超过10万元的送船务会议。", "船务会议"),
        ("同一航线内调剂由客运部定；跨航线调剂报船务会议。", "船务会议"),
        ("50万元以上的，送市政府采购中心。", "市政府采购中心"),
    ],
)
def test_to_whom_what_is_above_a_bound_goes_decides(sentence: str, who: str) -> None:
    assert said(sentence)[-1] == (who, "decides")
