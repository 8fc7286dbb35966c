"""Who acts in the long sentences of statutes: names called by what they do, grounds, histories and aims."""

import pytest

from corpus.models import Act
from corpus.rules.reading import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def said(sentence: str) -> set[tuple[str, Act]]:
    return {(deed.actor, deed.act) for deed in deeds(sentence)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("从粮库提取陈粮的加工企业，应当登记去向。", {("从粮库提取陈粮的加工企业", C)}),
        ("为游船提供补给的经营者应当保存单据。", {("经营者", C)}),
        ("被委托保管藏品的单位，应当配备恒温设备。", {("被委托保管藏品的单位", C)}),
        ("为游船的乘客办理登记。", set()),
    ],
)
def test_a_name_may_open_with_what_its_clause_opens_with(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("事故发生单位应当对伤者进行救治。", {("事故发生单位", C)}),
        ("复工方案须报经灾害发生地应急机构同意。", {("灾害发生地应急机构", D)}),
        ("由有权机关对馆长给予处分。", {("有权机关", D)}),
        ("当事人另一方可以向仲裁庭申请延期。", {("当事人另一方", P)}),
        ("运动员应当接受体检。", {("运动员", C)}),
        ("市民应当爱护路灯。", {("市民", C)}),
        ("普查对象应当如实填写表格。", {("普查对象", C)}),
        ("二级实验室应当张贴警示标志。", {("二级实验室", C)}),
        ("参加竞价的交易主体应当预缴保证金。", {("交易主体", C)}),
        ("工会、共青团等组织可以设立调解室。", {("工会", C), ("共青团等组织", C)}),
        ("重新评定机关应在十日内予以认定。", {("重新评定机关", D)}),
        ("退役后由户籍地的镇政府安排工作。", {("户籍地的镇政府", C)}),
    ],
)
def test_whom_a_name_is_made_of_verbs_names(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("区政府应当按照相关规定，组织人员紧急转移。", {("区政府", C)}),
        ("码头用地，由规划局依据相关规划提出用地条件，作为出让的依据。", {("规划局", P)}),
        ("文物局应当依照文物法第十一条予以认定。", {("文物局", D)}),
        ("档案馆应当依据借阅单载明的目的使用各县移送的资料。", {("档案馆", C)}),
        ("赔偿费由各镇政府按照财政管理体制分级负担。", {("各镇政府", C)}),
    ],
)
def test_a_ground_ends_where_the_act_begins(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("区政府在用地供应等方面，应当依法平等对待外地商户。", {("区政府", C)}),
        ("媒体应当及时、准确地向社会传播汛情。", {("媒体", C)}),
        ("房管局可以从专户中划转。", {("房管局", C)}),
        ("供热企业应当将监测系统接入热力监管系统。", {("供热企业", C)}),
        ("文化局应当对起火原因进行认定。", {("文化局", D)}),
        ("公安局应当对证人采取人身保护措施。", {("公安局", C)}),
        ("幼儿园应当接受政府和社会监督。", {("幼儿园", C), ("政府", S)}),
        ("施工方应当组织编制应急方案，报规划局审定。", {("施工方", C), ("施工方", P), ("规划局", D)}),
    ],
)
def test_what_is_done_behind_a_word_of_duty(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("渡轮公司违反航行规则，造成乘客损失的，应当依法承担赔偿责任。", {("渡轮公司", C)}),
        ("评审机构以材料不全为由，作出退回申请的决定，商户依法提起诉讼的，人民法院应当受理。", {("人民法院", C)}),
        ("为了保护古树，促使经营者保证树木安全，制定本办法。", set()),
        ("演出公司受理订票，不受场次限制。", set()),
        ("由馆长签名或者盖章的借据应当存档。", set()),
        ("数据进入档案局指定的系统之日为送达之日。", {("档案局", D)}),
        ("按照法律、行政法规规定和国务院确定的分工执行。", {("国务院", D)}),
    ],
)
def test_what_only_tells_how_it_came_about(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("展馆应当按照方便观众的原则，确定负责讲解的机构。", {("展馆", D)}),
        ("文化局应当自受理申请后的五日内，将副本发送商户。", {("文化局", C)}),
        ("文物局应当根据商户的请求，经审查后作出终止租约的决定。", {("文物局", D)}),
        ("区政府可以对产生异味的活动，作出时间上的限制性规定。", {("区政府", D)}),
        ("县政府应当制定措施，支持符合条件的渔民发展养殖。", {("县政府", D)}),
    ],
)
def test_a_duty_waits_for_its_verb_behind_a_comma(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("采购代理机构应当根据采购预算、采购需求编制招标文件。", {("采购代理机构", C)}),
        ("渔民应当按照规定及时、准确、完整地申报渔获。", {("渔民", P)}),
        ("镇政府应当有重点地推进渡口建设。", {("镇政府", C)}),
        ("代表有权向镇人民代表大会提出议案。", {("代表", P)}),
        ("监管场所应当登记来访人员。", {("监管场所", C)}),
        ("建房村民应当选用符合标准的砖瓦。", {("建房村民", C)}),
        ("剧场纠纷由被诉剧团所在地法院管辖。", {("被诉剧团所在地法院", C)}),
        ("经办案机关批准，可以离岛。", {("办案机关", D)}),
        ("经批准设立的渡口管理站，凭许可证向港务局办理登记。", {("渡口管理站", C)}),
        ("经区政府批准在林区设立的木材检查站，负责检查木材运输。", {("区政府", D), ("木材检查站", S)}),
        ("仓储场地的收费办法由省、自治区、直辖市制定。", {("省、自治区、直辖市", D)}),
        ("公安派出所必须立即将情况报告市公安局。", {("公安派出所", C)}),
        ("督察部门应当立即进行现场督察。", {("督察部门", S)}),
        ("合作社设监事会，由监事会检查账目。", {("合作社", C), ("监事会", S)}),
        ("人民法院一般应予支持。", {("人民法院", D)}),
    ],
)
def test_who_has_a_duty_in_a_plain_sentence(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("对船期抗辩的，海事庭不予支持。", set()),
        ("剧场承担赔偿责任的范围，以门票损失为限。", set()),
        ("票款分配给区政府，用于渡口的维修。", set()),
        ("监事会的产生办法，由合作社章程规定。", set()),
        ("船票持有人所持船票丢失时，应当向售票处申请补办。", {("船票持有人", P)}),
        ("需要继续实施办法所规定的措施的，镇政府应当提请区政府批准。", {("镇政府", P), ("区政府", D)}),
        ("承租人不认为房东有过错的，应当提交证据。", {("承租人", C)}),
    ],
)
def test_what_is_refused_or_described_is_nobodys_act(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("房东、农户之间应当书面约定租期。", {("房东", C), ("农户", C)}),
        ("被请求协助人应当在收到之日起十日内提出意见。", {("被请求协助人", P)}),
        ("因停航发生的争议，渡轮公司负举证责任。", {("渡轮公司", C)}),
        (
            "文明办应当会同民政局和共青团、妇联等组织建立登记制度。",
            {("文明办", C), ("民政局", C), ("共青团", C), ("妇联等组织", C)},
        ),
        ("律师接受法律咨询，应当出示证件。", {("律师", C)}),
        ("合作社根据账目情况决定给予成员补贴。", {("合作社", D)}),
        ("供热站应当实行热源、管网、泵站一体化。", {("供热站", C)}),
    ],
)
def test_who_has_a_duty_in_a_longer_sentence(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


def test_who_passes_a_test_decides_nothing() -> None:
    assert ("投标人", D) not in said("投标人通过资格预审后提交标书。")
