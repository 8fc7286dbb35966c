"""More wordings of regulations that change who does what, in sentences written for this."""

import pytest

from corpus.document import document
from corpus.models import Act, Facts, Line
from corpus.rules.reading import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def said(sentence: str) -> set[tuple[str, Act]]:
    return {(deed.actor, deed.act) for deed in deeds(sentence)}


def told(*lines: str) -> set[tuple[str, Act]]:
    made = document("law.md", "law", Facts(title="办法"), "0" * 64, [Line(text=line) for line in lines])
    return {(rule.actor, rule.act) for rule in made.rules}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("茶叶出口商应当如实填写等级。", {("茶叶出口商", C)}),
        ("调律师可以拒绝上门。", {("调律师", C)}),
        ("航海官有权检查救生艇。", {("航海官", S)}),
        ("护林队伍应当定期组织演练。", {("护林队伍", C)}),
        ("殡葬行业应当建立服务标准。", {("殡葬行业", C)}),
        ("茶山民族乡应当修建晒场。", {("茶山民族乡", C)}),
        ("特产目录由农业部门会同云海省制定。", {("农业部门", D), ("云海省", D)}),
        ("堤防养护经沿湖省、自治区、直辖市人民政府批准。", {("沿湖省、自治区、直辖市人民政府", D)}),
        ("无人值守的道口应当设置警示牌。", set()),
        ("工作会商应当公开。", set()),
    ],
)
def test_who_acts_is_told_by_the_word_of_duty_behind_him(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("灯塔管理站应当根据航道的实际情况，分期更换灯具。", {("灯塔管理站", C)}),
        ("评审组应当依照评分规则，全面、客观地审核展品。", {("评审组", R)}),
        ("供暖公司应当依照本办法的规定，在停暖之日起五日内足额退还费用。", {("供暖公司", C)}),
        ("仲裁庭应当根据双方实际交付的数量，在约定范围内依法支持其请求。", {("仲裁庭", D)}),
        ("仲裁庭应当依据查明的事实，按照承包法律关系审理。", {("仲裁庭", C)}),
        ("船务公司有权拒绝超载，或者不予放行。", {("船务公司", C)}),
        ("值班员可以禁止车辆进入，或者令其返回。", {("值班员", D)}),
        ("商户不得根据客流情况，分批关闭出口。", set()),
    ],
)
def test_a_duty_gets_its_verb_behind_what_it_rests_on(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("旗人民代表大会可以根据本法制定实施办法。", {("旗人民代表大会", D)}),
        ("合议庭应当以登记材料为根据依法作出裁判。", {("合议庭", D)}),
        ("鉴定组应当对藏品真伪独立进行判断。", {("鉴定组", D)}),
        ("业主不服提起诉讼的，应当以该街道办事处为被告。", set()),
        ("本办法所称渔民的范围由渔业局规定。", {("渔业局", D)}),
        ("本办法所称渔民，是指从事捕捞的人员。", set()),
    ],
)
def test_what_an_act_rests_on_ends_where_the_act_begins(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("运营企业发现设备存在隐患，应当立即停运。", {("运营企业", C)}),
        ("参赛者认为裁判人员与对手有利害关系，有权申请更换。", {("参赛者", P)}),
        ("养护单位收到设施损坏的报告，应当在两小时内到场处理。", {("养护单位", C)}),
        ("理事会审议的时候，可以邀请会员旁听。", {("理事会", C), ("会员", C)}),
        ("居民委员会每届任期三年，届满应当及时公告。", {("居民委员会", C)}),
        ("承租人既可以向房管所报告，也可以向街道办反映。", {("承租人", C)}),
        ("档案馆根据需要，经批准可以设立分馆。", {("档案馆", C)}),
        ("保护机构应当对其管护的古井进行巡查。", {("保护机构", S)}),
        ("原承运企业对遗留的货物，应当继续承担保管责任。", {("原承运企业", C)}),
        ("发现人可以领取奖金。", {("发现人", C)}),
    ],
)
def test_who_is_named_in_a_scene_does_what_follows(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("商标处对与该图形近似的注册申请，不予核准。", set()),
        ("监事会成员依照章程的规定选举产生。", set()),
        ("会员代表大会选举产生理事会。", {("会员代表大会", D)}),
        ("图书馆应当告知读者、参观人通过网络查询目录的方法。", {("图书馆", C)}),
        ("经水务所督促仍不拆除的，依法强制拆除。", set()),
        ("作为承运人确定的重量，由货主复核。", {("承运人", D), ("货主", R)}),
        ("主席团决定列入会议议程。", {("主席团", D)}),
        ("议案先交有关的专门委员会审议。", {("有关的专门委员会", R)}),
        ("林业局统筹协调有关乡镇人民政府及时清理枯木。", {("林业局", C), ("有关乡镇人民政府", C)}),
    ],
)
def test_who_is_only_spoken_of_does_nothing(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


def test_a_lead_in_lists_the_duties_of_one_field() -> None:
    items = ("（一）监督古树养护的执行；", "（二）开展宣传。")
    assert told("第三条 区园林部门保护古树的职责是：", *items) == {("区园林部门", S), ("区园林部门", C)}
    assert told("第三条 古树的保护职责是：", *items) == set()


def test_a_lead_in_lists_what_somebody_has_the_right_to_do() -> None:
    items = ("（一）自主安排演出；", "（二）确定内部机构设置；", "（三）申请专项资金。")
    found = told("第三条 剧团在演出活动中享有下列权利：", *items)
    assert found == {("剧团", C), ("剧团", D), ("剧团", P)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("街道办，派出所，消防站，可以向联席会议提出议题。", {("街道办", P), ("派出所", P), ("消防站", P)}),
        ("校医院，膳食科，保卫处应当建立联防机制。", {("校医院", C), ("膳食科", C), ("保卫处", C)}),
        ("出海当日，船长应当携带对讲机。", {("船长", C)}),
        ("申请人→部门负责人→法务部→分管副总经理批准。", {("分管副总经理", D)}),
        ("渔政站依照本条例，组织各方面的专家，编写教材。", {("渔政站", C)}),
        ("承担教学任务的专家，应当按时到课。", {("专家", C)}),
    ],
)
def test_a_list_of_those_who_act_may_have_commas_in_it(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("赔偿义务人请求分期给付的，应当提供担保。", {("赔偿义务人", C)}),
        ("注册工程师执行业务，必须遵守规程。", {("注册工程师", C)}),
        ("选举委员会应当向选民介绍候选人。", {("选举委员会", C)}),
        ("消费者保护机构受消费者委托，可以参加诉讼。", {("消费者保护机构", C)}),
        ("审计署每年第二季度应当向国务院报告。", {("审计署", C)}),
        ("养殖户可以依照本办法申请补助。", {("养殖户", P)}),
        ("冷链配送机构应当按照规定向接种点供应疫苗。", {("冷链配送机构", C)}),
        ("仲裁委员会收到答辩书后，应当在五日内将副本送达申请人。", {("仲裁委员会", C)}),
        ("海关同意延期的，应当及时通知收缴费用的单位。", {("海关", C)}),
        ("各团体可以联合或者单独推荐候选人。", {("各团体", P)}),
    ],
)
def test_a_name_may_begin_with_a_verb(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("卫生站应当采取措施，减轻噪声污染。", {("卫生站", C)}),
        ("处罚机关可以减轻处罚。", {("处罚机关", D)}),
        ("专门小组审议议案，提出是否列入议程的意见。", {("专门小组", R)}),
        ("渡口管理站应当依照本办法，分批核定渡船的载客人数。", {("渡口管理站", D)}),
        ("乡文化中心在职责范围内负责与庙会有关的管理工作。", {("乡文化中心", C)}),
        ("检察院提出抗诉的，法院应当依法再审。申请人提出的具体请求应当纳入审理范围。", {("法院", C)}),
        ("馆方可以根据读者的请求代为查询并提供有关的目录。", {("馆方", C)}),
        ("注册资本应当在三年内缴足。", set()),
        ("赔偿数额应当公开。", set()),
    ],
)
def test_which_act_it_is_is_seen_with_what_stands_behind_the_verb(
    sentence: str, expected: set[tuple[str, Act]]
) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("行为人利用职务上的便利，索取商户财物的，依法给予处分。", set()),
        ("承揽人擅自使用的，以交付之日为完工日期。", set()),
        ("合作社处分剩余的苗木，按照国家有关规定办理。", set()),
        ("文联就评奖事项制定规章，并按照规定备案。", {("文联", D), ("文联", C)}),
        ("跨县运输的，经报市林业局批准，可以延长期限。", {("市林业局", D)}),
        ("水务部门制定统一的经营主体登记规范。", {("水务部门", D)}),
        ("检查站有义务为受检的单位保守秘密。", {("检查站", C)}),
        ("负责全县档案的统筹规划和组织协调。", set()),
    ],
)
def test_who_is_spoken_of_in_a_case_is_no_actor_of_it(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected
