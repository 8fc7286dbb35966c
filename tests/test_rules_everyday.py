"""Rules as clerks write them every day: verbs of one character, leaders, columns that ask who, titles."""

import pytest

from corpus.models import Act
from corpus.rules.reading import deeds
from corpus.rules.tables.header import column
from tests.test_rules import reading


@pytest.mark.parametrize(
    ("sentence", "who", "act"),
    [
        ("三千元以下，科长批；", "科长", Act.DECIDE),
        ("外出学习由分管局领导批准。", "分管局领导", Act.DECIDE),
        ("超过3天的校务会决定。", "校务会", Act.DECIDE),
        ("8万元（含）以上报院务会批准。", "院务会", Act.DECIDE),
        ("超过2万元的，须当面征得馆长同意。", "馆长", Act.DECIDE),
        ("班长人选由评议组投票产生。", "评议组", Act.DECIDE),
        ("由化工厂提出停产申请，安监局批准。", "化工厂", Act.PROPOSE),
        ("开箱时保管科派人监督。", "保管科", Act.SUPERVISE),
        ("难度大的，请两名以上校外专家评审。", "校外专家", Act.REVIEW),
        ("过期标本由典藏部在保卫科监督下销毁。", "保卫科", Act.SUPERVISE),
        ("旧账册在审计科长指导下清理。", "审计科长", Act.SUPERVISE),
        ("彩排在艺术总监主持下进行，由场记登记。", "艺术总监", Act.CARRY_OUT),
        ("布展在馆长的统筹安排下开展。", "馆长", Act.CARRY_OUT),
        ("逾期的罚金，借阅部主管同意后可以免收。", "借阅部主管", Act.DECIDE),
        ("拆旧柜须典藏经理同意后方可动手。", "典藏经理", Act.DECIDE),
        ("展品外借，馆长批借条。", "馆长", Act.DECIDE),
        ("借阅证由保卫部长签发。", "保卫部长", Act.CARRY_OUT),
        ("聘书由馆长签发。", "馆长", Act.CARRY_OUT),
        ("假条由班组长签发。", "班组长", Act.DECIDE),
        ("布展合同由展览部经理签订。", "展览部经理", Act.CARRY_OUT),
        ("请假一天以内，班长准。", "班长", Act.DECIDE),
        ("三天以上，班长审核，报馆长准。", "馆长", Act.DECIDE),
        ("读者对处罚不服的，可在十日内向督察室申诉。", "督察室", Act.DECIDE),
        ("馆员对评分有异议，可向评议小组申请复核。", "评议小组", Act.REVIEW),
        ("对答复仍不满意的，向理事会反映。", "理事会", Act.DECIDE),
        ("干事长由主任委员提名，全体会员选举。", "主任委员", Act.PROPOSE),
        ("展讯由秘书处起草，主任委员签发。", "主任委员", Act.DECIDE),
        ("确需夜拍的，经管理部主任批准，可延至九点。", "管理部主任", Act.DECIDE),
        ("逾期不足十天的，由大厅主管审批。", "大厅主管", Act.DECIDE),
        ("布景600元以下舞美科长批，预算外的馆长批。", "馆长", Act.DECIDE),
        ("临时加演，计划外的报馆长。", "馆长", Act.DECIDE),
        ("典藏科每月5日前编制盘点表，保卫科核对。", "典藏科", Act.PROPOSE),
        ("门票款由财务科划款。", "财务科", Act.CARRY_OUT),
        ("布展商由典藏科推荐，采购小组比选，馆务会确定。", "采购小组", Act.REVIEW),
        ("展品研究由馆员填表，学术委员会投票立项。", "学术委员会", Act.DECIDE),
    ],
)
def test_everyday_wording_names_who_acts(sentence: str, who: str, act: Act) -> None:
    assert (who, act) in {(deed.actor, deed.act) for deed in deeds(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "当事人不服的，可以向人民法院提起诉讼。",
        "读者可向服务台反映座位情况。",
        "数额以财务科的单据为准。",
        "理事会决议由典藏科组织实施。",
        "读者对罚款不服的，可以向主管部门投诉。",
    ],
)
def test_who_only_is_told_or_stands_outside_hears_no_dispute(sentence: str) -> None:
    assert not {deed.actor for deed in deeds(sentence) if deed.act in (Act.DECIDE, Act.REVIEW)}


@pytest.mark.parametrize(
    ("header", "act"),
    [
        ("谁来把关", Act.REVIEW),
        ("由谁办", Act.CARRY_OUT),
        ("谁申请", Act.PROPOSE),
        ("最后谁同意", Act.DECIDE),
        ("报给谁", Act.SUPERVISE),
    ],
)
def test_a_column_that_asks_who_holds_those_who_do_it(header: str, act: Act) -> None:
    assert column(header) is act


@pytest.mark.parametrize("sentence", ["馆长定期看望职工。", "展品由部长批次登记。", "馆长签名的海报归档。"])
def test_words_that_begin_with_a_verb_of_one_character_decide_nothing(sentence: str) -> None:
    assert Act.DECIDE not in {deed.act for deed in deeds(sentence)}


def test_the_rungs_of_one_line_each_have_their_own_bound() -> None:
    found = reading("3.4 修缮：3万以下部门主管审批；3万-9万分管副馆长审批；9万以上，馆务会。")
    assert [(rule.actor, rule.condition) for rule in found.rules if rule.act is Act.DECIDE] == [
        ("部门主管", "修缮：3万以下"),
        ("分管副馆长", "3万-9万"),
        ("馆务会", "9万以上"),
    ]


def test_how_long_a_list_is_shown_bounds_nothing() -> None:
    found = reading("第一条 拟录名单公示3个工作日无异议后，由人事科报馆长批准。")
    assert {(rule.actor, rule.condition) for rule in found.rules if rule.act is Act.DECIDE} == {("馆长", "")}


def test_what_is_done_in_somebodys_presence_is_the_matter_of_both() -> None:
    found = reading("第一条 珍本拍摄，在典藏部主任监督下由保管员完成。")
    assert [(rule.actor, rule.matter) for rule in found.rules] == [("典藏部主任", "珍本拍摄"), ("保管员", "珍本拍摄")]


def test_that_either_of_two_may_decide_is_no_matter_of_its_own() -> None:
    found = reading("第三条 门票价格，可以由馆长决定，也可以由理事会决定。")
    assert [(rule.actor, rule.matter, rule.condition) for rule in found.rules] == [
        ("馆长", "门票价格", ""),
        ("理事会", "门票价格", ""),
    ]


def test_what_one_actor_does_stays_in_the_order_in_which_it_is_said() -> None:
    found = reading("第三条 办公室起草、审核并公布名单。")
    assert [rule.act for rule in found.rules] == [Act.PROPOSE, Act.REVIEW, Act.CARRY_OUT]


def test_who_acts_again_behind_another_comes_behind_it_in_the_chain() -> None:
    found = reading("第三条 藏品退出由保管部提出，支委会研究同意后报文旅局批准，并在总账上注销。")
    assert [(rule.actor, rule.act) for rule in found.rules] == [
        ("保管部", Act.PROPOSE),
        ("支委会", Act.REVIEW),
        ("文旅局", Act.DECIDE),
        ("支委会", Act.CARRY_OUT),
    ]


def test_two_who_do_the_same_do_it_to_the_same_matter() -> None:
    found = reading("第二条 校长、书记审定考核等次。")
    assert [(rule.actor, rule.matter) for rule in found.rules] == [("校长", "考核等次"), ("书记", "考核等次")]


def test_what_an_item_says_of_its_rest_alone_leaves_the_first_part_to_its_lead_in() -> None:
    found = reading("第九条 下列事项由馆务会决定：", "（一）临时展览，一次不超过三天的；超过三天的提交理事会决定。")
    chain = [(rule.actor, rule.condition) for rule in found.rules if rule.clause.endswith("9.1")]
    assert chain == [("馆务会", "一次不超过三天的"), ("理事会", "超过三天的")]


def test_who_is_chosen_from_others_does_nothing() -> None:
    assert not reading("第四条 评审小组的专家应当从专家库中随机抽取。").rules
    assert [rule.actor for rule in reading("第七条 评委由招采办从专家库中抽取。").rules] == ["招采办"]


@pytest.mark.parametrize(
    "line",
    [
        "说明1 借展清单须在开展前五个工作日交展陈部，逾期的移到下一次馆务会议。",
        "每次最多六个人，修复室最多两个人。",
        "（1）离职人员离馆，应提前十日告知人事部。",
    ],
)
def test_a_phrase_beside_an_amount_is_no_rung_of_a_ladder(line: str) -> None:
    assert not [rule for rule in reading("第三条 参观按下列办法。", line).rules if not rule.verb]
