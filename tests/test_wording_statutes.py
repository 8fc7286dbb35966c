"""How statutes say whose duty something is, and what is only somebody's condition, offence or description."""

import pytest

from corpus.chinese.wording import deeds, reading
from corpus.models import Act
from tests.test_rules import reading as document_of

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE
Chain = list[tuple[str, Act]]


def read(sentence: str) -> Chain:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "承运人违反本办法，采用虚报里程手段收取运费，扰乱市场秩序的，责令改正。",
        "鉴定机构的工作人员隐瞒检验结果，出具虚假意见的，依法给予处分。",
        "证券公司被主管部门责令关闭，需要进行清理的，依照前款规定执行。",
        "对担任省、市、县代表的嫌疑人决定采取措施的，从其规定。",
        "生态保护坚持以人为本、因地制宜的原则。",
        "汇票自持票人申请之日起失效。",
        "票据以背书方式授予他人时，必须注明日期。",
        "申请人补正的，应当将其列为会员。",
        "馆藏建设，坚持公益原则。",
        "复审中撤销判决、调解书和结论的，从其约定。",
        "委托人委托拍卖行办理手续，任何单位不得干预。",
        "货物由港务局扣押后的费用，从其约定。",
        "出租人收取押金，承租人退租的，告知其办理结算。",
        "持卡的人，就同一事故提出反请求的，从其约定。",
        "读者符合条件的，发给借书证。",
        "借款合同是出借人与借款人约定权利的协议。",
        "违反规定，拒绝、阻挠港务局监督检查，构成违法的，依法处罚。",
        "会员大会决定生效后，即行公开。",
        "最高监察机关对于重大复核案件，从其规定。",
    ],
)
def test_the_account_of_an_offence_or_a_case_is_nobodys_duty(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("托运人为保障货物安全，可以申请查验。", [("托运人", P)]),
        ("未成年人的父母离婚时，应当妥善处理子女教育。", [("未成年人的父母", C)]),
        ("初任馆员应当由馆员遴选委员会进行能力审核。", [("馆员遴选委员会", R)]),
        ("港务局应当在取证结束后20日内，依据调查事实作出结论。", [("港务局", D)]),
        ("慈善组织应当公开信息。", [("慈善组织", C)]),
        ("由物业管理组织负责保洁。", [("物业管理组织", C)]),
        ("外国船员可以在市级以上教育部门认可的场所举行活动。", [("市级以上教育部门", D), ("外国船员", C)]),
        ("登记人通过主管部门在线平台提交资料。", [("登记人", C)]),
        ("船东应当向与其签订协议的港务局提出停靠计划。", [("船东", P)]),
        ("公证员应当按照规定请示报告工作。", [("公证员", C)]),
        ("接到投诉的消费者协会应当及时处理。", [("消费者协会", C)]),
        ("所需编制由国务院办事机构解决。", [("国务院办事机构", C)]),
        ("由公安机关或者有关主管部门处十万元以下罚款。", [("公安机关", D), ("有关主管部门", D)]),
        ("邮政企业对灾情报告应当优先传送。", [("邮政企业", C)]),
        ("处罚由城管局和负有监管职责的部门按照职责分工决定。", [("城管局", D), ("负有监管职责的部门", D)]),
        ("区农业局应当依据各自职责，对合作社的建设给予指导。", [("区农业局", C)]),
        ("保密行政部门对违法线索，应当及时调查。", [("保密行政部门", C)]),
        ("市价格局应当审核申请人提交的资料。", [("市价格局", R)]),
        ("平台运营者应当通过有关部门组织的安全审查。", [("平台运营者", C)]),
        ("屠宰场应当公示价格。", [("屠宰场", C)]),
        ("公办学校通过家长会等形式，听取家长的意见。", [("家长", R)]),
        ("法院开庭审理案件，检察院应当派员出席。", [("检察院", C)]),
        (
            "县人民政府应当加强领导，支持、督促有关部门履行职责。",
            [("县人民政府", C), ("县人民政府", S), ("有关部门", C)],
        ),
        ("县人民政府应当有计划地组织搬迁。", [("县人民政府", C)]),
        ("处罚由县水利局依据职权决定。", [("县水利局", D)]),
        ("市监局有权制止；造成损失的，必须承担赔偿责任。", [("市监局", C)]),
        ("价格由省物价局会同有关部门，按照规定测定。", [("省物价局", C), ("有关部门", C)]),
        ("市场主体可以依照会计法第三十条规定办理。", [("市场主体", C)]),
        ("药店应当保持所经营药品的质量。", [("药店", C)]),
        ("代表处应当于每年1月1日至3月31日向登记机关报送报告。", [("代表处", C)]),
        ("医师应当持证明，到县级卫生部门申请注册。", [("医师", P)]),
        ("渔船依照有关登记的办法、章程的规定向港务局申请登记。", []),
        ("投保人提供新的保单，仲裁庭不予采纳。", [("仲裁庭", D)]),
        ("国务院和省级人民政府的价格主管部门应当公布目录。", [("国务院和省级人民政府的价格主管部门", C)]),
    ],
)
def test_whose_duty_it_is_is_read_through_what_stands_between(sentence: str, chain: Chain) -> None:
    assert sorted(set(read(sentence))) == sorted(chain)


def test_those_with_whom_one_must_act_share_the_duty() -> None:
    sentence = "市证监局应当会同市财政局、市公安局以及区人民政府建立协调机制。"
    assert [actor for actor, _ in read(sentence)] == ["市证监局", "市财政局", "市公安局", "区人民政府"]


def test_who_must_commission_an_errand_has_the_duty_and_who_may_delegate_leaves_it_to_another() -> None:
    assert ("投资者", C) in read("投资者应当委托经纪机构进行交易。")
    assert read("董事长可以委托总经理签订小额合同。") == [("总经理", C)]


def test_the_duty_goes_on_behind_what_it_rests_on_but_not_behind_another_case() -> None:
    assert reading("，依照法律规定行使职权。", ("职工大会",))[0][0].act is C
    assert read("合伙人未购买，又不同意转让的，依照本条的规定办理结算。") == []


def test_a_long_sentence_is_no_rung_of_a_ladder() -> None:
    claim = "责任受限制的船东，就同一事故提出反请求的，双方的金额应当相互抵消，限额只用于两个金额之间的差额。"
    one = document_of(f"第九条 {claim}")
    assert one.rules == ()
