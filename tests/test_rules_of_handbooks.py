"""Who does what in the words of manuals and handouts, which staff write for each other."""

import pytest

from corpus.document import document
from corpus.models import Act, Facts, Line
from corpus.rules.sentences import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # an office called by a verb, and one called by what its head is in charge of
        ("宣传策划部核稿，站长签发。", [("宣传策划部", R), ("站长", D)]),
        ("采编员初审，采购供应科负责人终审后发布。", [("采编员", R), ("采购供应科负责人", D)]),
        ("由林场分管防火副场长批准。", [("林场分管防火副场长", D)]),
        ("分管水质副站长代表水厂签。", [("分管水质副站长", D)]),
        # one character, behind a word that stands between it and the name
        ("值班站长当场可定；", [("值班站长", D)]),
        ("由编辑室提，总务科核成本，馆长点头就行；", [("编辑室", P), ("总务科", R), ("馆长", D)]),
        ("计财科和工会一起审，馆长批。", [("计财科", R), ("工会", R), ("馆长", D)]),
        ("保卫科看图纸，场长批准。", [("保卫科", R), ("场长", D)]),
        ("一成以内的组长自己定，报出纳备案。", [("组长", D), ("出纳", S)]),
        # with whom a decision lies
        ("借展由保管部报方案，最后在馆务会上定。", [("保管部", P), ("馆务会", D)]),
        ("参展名单的确定权属于评审组", [("评审组", D)]),
        ("两成以上、未到全免的报分管副场长；", [("分管副场长", D)]),
        ("两天以内向队长报告并获同意；", [("队长", D)]),
        # a chain
        ("用人科室申报、人事股汇总平衡；", [("用人科室", P), ("人事股", R)]),
        ("人事股审查资格并公示三天，局务会审定；", [("人事股", R), ("人事股", C), ("局务会", D)]),
        ("由保管部编制方案，专家论证会出具论证意见，馆务会决定。", [("保管部", P), ("专家论证会", R), ("馆务会", D)]),
        ("需求班组作出书面说明，经队长签署意见，报场长批准。", [("需求班组", P), ("队长", R), ("场长", D)]),
        ("资料室造册，鉴定组鉴定，馆长批准。", [("资料室", P), ("鉴定组", R), ("馆长", D)]),
        ("护林员反映，林政股核实，场长决定。", [("护林员", P), ("林政股", R), ("场长", D)]),
        ("馆务会讨论决定，馆长签发任免文件。", [("馆务会", D), ("馆长", C)]),
        ("行政文件由所长签发，党务文件由书记签发", [("所长", D), ("书记", D)]),
        ("馆长通过之前得先听一下那边组长的意见。", [("馆长", D), ("组长", R)]),
        ("申请由使用科室提交，附论证意见；", [("使用科室", P)]),
        # who watches
        ("稽核股对单项三万元以上的支出进行抽查；", [("稽核股", S)]),
        ("党办对党委会决定进行督办", [("党办", S)]),
        ("监事到场监督，结果报理事长确认；", [("监事", S), ("理事长", D)]),
        ("安全科科长可当场叫停作业", [("安全科科长", D)]),
        # what brackets say of somebody is no part of his name
        ("膳食会（一半是家长）表决通过", [("膳食会", D)]),
        ("教务处（夜校为培训部）提出，法律事务室作合法性审查；", [("教务处", P), ("培训部", P), ("法律事务室", R)]),
        ("名单须待评审组批准方可公示", [("评审组", D)]),
        # none of these is an actor or an act
        ("学会馆馆长一审定稿", []),
        ("博士生导师须在学位分会通过后，由学位总会审定。", [("学位总会", D)]),
    ],
)
def test_who_does_what_is_read_from_words_that_staff_use(sentence: str, expected: list[tuple[str, Act]]) -> None:
    assert [(deed.actor, deed.act) for deed in deeds(sentence)] == expected


def ruled(*lines: str) -> list[tuple[str, str, Act, str]]:
    """Return whose act is read from which clause of a document, and under which condition."""
    facts = Facts(title="手册", owner="")
    made = document("hand.md", "hand", facts, "0" * 64, [Line(text=line) for line in lines])
    return [(rule.clause.partition("#")[2], rule.actor, rule.act, rule.condition) for rule in made.rules]


def test_who_passes_an_item_on_to_those_of_its_lead_in_only_reviews() -> None:
    told = ruled("第四条 馆委会讨论决定下列事项：", "（一）年度经费。草案由计财科编制，馆务会审议通过后提交；")
    assert [one[1:3] for one in told if one[0] == "4.1"] == [("计财科", P), ("馆务会", R), ("馆委会", D)]


def test_items_under_who_grants_leave_say_who_does() -> None:
    told = ruled("第五条 事假按天数由以下人员准假：", "（一）两天以内，站长；", "（二）再长，组长签意见，站长批准；")
    assert [one[1:3] for one in told if one[0] == "5.2"] == [("组长", R), ("站长", D)]


def test_the_longest_time_bounds_what_is_decided_and_not_who_decides() -> None:
    assert all(not one[3] for one in ruled("第二条 暂停工作的，由站长和书记共同决定，最长三十日，其间工资照发。"))


def test_what_is_done_by_a_rule_or_handed_to_somebody_is_no_actor() -> None:
    assert not ruled("三、四月以后续假的，按新规定办。", "四、活动结束七日内，各组交总结给办公室。")


def test_a_level_in_a_list_keeps_its_own_bound_and_leaves_the_first_to_the_lead_in() -> None:
    told = ruled(
        "第四条 馆务会讨论决定下列事项：", "（一）五万元以上不足九万元的维修，两万元以上不足五万元的由馆长审批；"
    )
    assert [one[1:] for one in told if one[0] == "4.1"] == [
        ("馆务会", D, "五万元以上不足九万元的维修"),
        ("馆长", D, "两万元以上不足五万元的"),
    ]
