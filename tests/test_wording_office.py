"""How Chinese offices say who weighs a matter, who is asked, who draws it up and who acts together with whom."""

import pytest

from corpus.models import Act, Line, Role
from corpus.rules.chinese.wording import deeds
from corpus.rules.reading import rules
from tests.test_rules import reading, table

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE
Chain = list[tuple[str, Act]]


def read(sentence: str) -> Chain:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("合同签订前，由法律顾问出具书面意见，院长批准。", [("法律顾问", R), ("院长", D)]),
        ("借阅古籍，馆员签注意见，馆长批准。", [("馆员", R), ("馆长", D)]),
        ("标书由器材科、总务科会签意见。", [("器材科", R), ("总务科", R)]),
        ("由档案室做真实性鉴定。", [("档案室", R)]),
        ("涉密图纸由保密办作保密审查。", [("保密办", R)]),
        ("动用公积金的，应征得职工代表大会的意见。", [("职工代表大会", R)]),
        ("经工会提出意见后，报董事长审批。", [("工会", R), ("董事长", D)]),
        ("名单公布之前应由家委会提出意见。", [("家委会", R)]),
        ("对评分不服的，可以申请复查，由教务处在五日内答复。", [("教务处", R)]),
        ("宿管中心、保卫处依次签字，学生处处长同意。", [("宿管中心", R), ("保卫处", R), ("学生处处长", D)]),
    ],
)
def test_whose_opinion_is_given_or_asked_weighs_the_matter(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_a_book_of_opinions_is_a_thing_and_no_opinion() -> None:
    assert ("检验科", R) not in read("由检验科出具体检意见书。")


@pytest.mark.parametrize(
    ("sentence", "decider"),
    [
        ("值班经理可以当面请示董事长并得其同意后，先行签约。", "董事长"),
        ("护士长电话请示院长同意后，可先用药。", "院长"),
        ("对是否属于小额支出有争议的，以财务总监的意见为准。", "财务总监"),
        ("两科室看法不一的，听院长的意见。", "院长"),
    ],
)
def test_who_is_asked_for_leave_or_heeded_decides(sentence: str, decider: str) -> None:
    assert (decider, D) in read(sentence)
    assert [actor for actor, act in read(sentence) if act is D] == [decider]


def test_who_only_is_to_be_asked_decides_nothing() -> None:
    assert D not in [act for _, act in read("值班员遇事应当请示值班经理。")]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("总务处编制月度计划，副校长审核，校长审批。", [("总务处", P), ("副校长", R), ("校长", D)]),
        ("总务处编制月度计划并公布。", [("总务处", C)]),
        ("经营班子拿出方案，董事会拍板。", [("经营班子", P), ("董事会", D)]),
        ("由旅客凭车票申请，站长批准。", [("旅客", P), ("站长", D)]),
    ],
)
def test_who_draws_up_what_others_judge_proposes_it(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_those_who_lead_and_those_who_help_do_together_what_is_said_behind_them() -> None:
    found = read("采购方案由设备科牵头、使用科室参与拟定，报院务会批准。")
    assert {("设备科", P), ("使用科室", P), ("院务会", D)} <= set(found)
    behind_a_comma = read("由体育组牵头，各年级组配合，拟定比赛方案。")
    assert {("体育组", P), ("各年级组", P)} <= set(behind_a_comma)


def test_who_looks_afterwards_and_who_sends_a_paper_out_is_read() -> None:
    assert read("审计科事后抽查。") == [("审计科", S)]
    assert read("由采购中心发出通知书。") == [("采购中心", C)]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("由纪检委员会同监审科核查。", ["纪检委员", "监审科"]),
        ("由学术委员会同教务处审定。", ["学术委员会", "教务处"]),
        ("由评审委员会同意。", ["评审委员会"]),
        ("由安全部核查。", ["安全部"]),
        ("由支委会商议，办公室审核。", ["支委会", "办公室"]),
        ("药店被主管部门关闭后，应当归还证照。", ["药店"]),
        ("由国务院商务主管部门审核。", ["国务院商务主管部门"]),
        ("由承办园区审核。", ["承办园区"]),
        ("由付款方向收款方提出。", ["付款方"]),
        ("厂长签字后交仓储科发放。", ["厂长", "仓储科"]),
    ],
)
def test_where_one_name_ends_and_the_next_word_begins(sentence: str, actors: list[str]) -> None:
    assert [actor for actor, _ in read(sentence)] == actors


def test_a_vote_of_all_its_members_is_the_bodys() -> None:
    assert read("章程经村民代表会议到会代表三分之二以上表决通过。") == [("村民代表会议", D)]


@pytest.mark.parametrize(
    "sentence",
    [
        "保管员对库房不依法实施监督，情节严重的，给予处分。",
        "验资机构出具虚假意见，构成犯罪的，依法追究刑事责任。",
        "申请人补正材料后，应当允许。",
        "租金由承租人承担的，从其约定。",
    ],
)
def test_an_offence_or_a_condition_is_nobodys_duty(sentence: str) -> None:
    assert read(sentence) == []


def test_support_decides_a_claim_and_only_helps_anything_else() -> None:
    assert read("仲裁庭应当支持其请求。") == [("仲裁庭", D)]
    assert read("县人民政府应当支持合作社发展。") == [("县人民政府", C)]


def test_what_an_authority_may_oversee_is_its_supervision() -> None:
    assert ("海事局", S) in read("船东应当接受海事局监管。")


def test_consent_that_an_item_asks_for_is_no_decision_where_its_lead_in_names_the_decider() -> None:
    one = reading("第三条 下列事项由馆务会决定：", "（一）闭馆装修，动工前须征得读者委员会同意；", "（二）藏品外借。")
    found = {(rule.actor, rule.act) for rule in rules("d", "d", one.text, one.clauses)}
    assert {("馆务会", D), ("读者委员会", R)} <= found
    assert ("读者委员会", D) not in found


def test_the_verbs_at_the_head_of_a_tables_columns_say_who_does_what() -> None:
    header = "事项 | 发起 | 会商 | 议定 | 主办 | 督促"
    lines = table(header, "球场改造 | 体育组 | 总务处 | 校务会 | 基建办 | 工会")
    found = [(rule.actor, rule.act) for rule in reading(*lines).rules]
    assert found == [("体育组", P), ("总务处", R), ("校务会", D), ("基建办", C), ("工会", S)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("读者投诉和改进建议报馆务会审议。", [("馆务会", R)]),
        ("采购计划由器材科签字后交办公室汇总。", [("器材科", D), ("办公室", C)]),
        ("请假单由班主任签批后送教务科登记。", [("班主任", D), ("教务科", C)]),
        ("票据不全的，退经办人补正。", [("经办人", C)]),
        ("经4月8日馆务会研究、4月10日理事会同意。", [("馆务会", R), ("理事会", D)]),
        ("加班须职工、工会、公司三方同意。", [("职工", D), ("工会", D), ("公司", D)]),
        ("借书卡由读者填写，馆员审核，按权限批准后发卡。", [("读者", P), ("馆员", R)]),
        ("药品报损，由药房提出，设备班鉴定，院长批准。", [("药房", P), ("设备班", R), ("院长", D)]),
        ("停产检修，由车间提出申请，厂长批准。", [("车间", P), ("厂长", D)]),
        ("查实的，由学生工作处追回补助款。", [("学生工作处", C)]),
        ("是否停职由校务会根据情节决定。", [("校务会", D)]),
        ("展品涉及民族内容的，宣传联络部应当先行把关。", [("宣传联络部", R)]),
        ("单笔超过2万元的，还应当由总会计师加签。", [("总会计师", D)]),
        ("采购小组：由副馆长任组长，负责审定供应商名单。", [("采购小组", D)]),
        ("审计科按季度抽查票据。", [("审计科", S)]),
        ("各科室的安排应落实理事会决定的任务。", []),
        ("药品采购按上级专门规定执行。", []),
    ],
)
def test_who_a_paper_goes_to_is_named_without_the_way_it_goes(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_a_tenth_of_students_to_each_teacher_decides_nothing() -> None:
    assert reading("第一条 每名教师同时带的学生，钳工不超过12人，木工不超过15人。").rules == ()


def test_the_last_rung_begins_where_the_one_before_it_ends() -> None:
    found = reading(
        "第一条 展品出借，借期30日以内的由部主任决定，超过30日但不超过90日的由副馆长决定，再久的由馆长同意。"
    ).rules
    assert [(rule.actor, rule.condition) for rule in found][-1] == ("馆长", "超过90日的")


def test_a_meeting_that_a_matter_goes_up_to_is_named_without_the_way() -> None:
    found = reading("第一条 开支按下列权限审批：", "（一）1万元以内，科长批；", "（二）1万元以上，上馆务会。").rules
    assert [rule.actor for rule in found if rule.act is D] == ["科长", "馆务会"]


def test_the_name_of_a_document_carries_nothing_out_in_its_clauses() -> None:
    title = Line(text="学生资助实施细则（问答式）", role=Role.HEADING, level=1)
    found = reading(title, "一、下列人员可以申请：", "（一）家庭困难的；", "（二）遭受灾害的。").rules
    assert [rule.verb for rule in found if "资助" in rule.actor or rule.verb in ("资助", "实施")] == []


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("票据遗失的，由票证股提出，法制股审核，站长批准。", [("票证股", P), ("法制股", R), ("站长", D)]),
        ("入股须经股东会决定。", [("股东会", D)]),
        ("展线断电的，经值班馆领导口头同意即可闭馆。", [("值班馆领导", D)]),
        ("水位超过警戒线时，由当日值班所领导下令撤船。", [("当日值班所领导", D)]),
        (
            "借用锅炉房钥匙的，由班组写出申请，动力科就安全条件提出意见，厂长批准。",
            [("班组", P), ("动力科", R), ("厂长", D)],
        ),
        ("库房渗水的，由保管员通知动力科。", [("保管员", C)]),
        ("外调粮食，由收购员提交样品报告，经质检组初验后，按成交价格决定：", [("收购员", P), ("质检组", R)]),
    ],
)
def test_sections_of_a_county_office_and_heads_of_a_house_act_by_their_whole_names(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("加演的，由团长批准，全年不得超过四次。", ""),
        ("封存期限不超过20日，需要延期的由站长批准，延期不超过10日。", ""),
        ("清点由两名以上保管员实施，科长审核。", ""),
        ("单独采购须经三名以上专家论证，由场长批准。", ""),
        ("转租摊位，由市场办提出，公示7个工作日，无异议后报经理批准。", ""),
        ("离岗的，自收到辞呈之日起20日内报总会审批。", ""),
        ("事假由班长批准，不超过2天。", "不超过2天"),
        ("备用金由会计审批，单笔不超过300元。", "单笔不超过300元"),
        ("借期不超过9天的，由组长批准。", "借期不超过9天的"),
    ],
)
def test_what_limits_a_thing_that_is_granted_is_no_bound_on_who_grants_it(sentence: str, condition: str) -> None:
    assert reading(sentence).rules[-1].condition == condition


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("500元以上至2000元，站长和副站长会签。", [("站长", D), ("副站长", D)]),
        ("图纸由设计科、工艺科会签，厂长批准。", [("设计科", R), ("工艺科", R), ("厂长", D)]),
        ("苗木更新由农艺师提出，场长批准。", [("农艺师", P), ("场长", D)]),
    ],
)
def test_who_countersigns_a_rung_alone_decides_it(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_a_table_of_cases_says_who_decides_where_its_lead_in_does() -> None:
    rows = table("谁外出 | 镇内 | 镇外", "护林员 | 工区长 | 场长", "工区长 | 副场长 | 场长")
    decided = [(r.actor, r.act, r.condition) for r in reading("（一）外出先批后走：", *rows).rules]
    assert decided == [
        ("工区长", D, "护林员；镇内"),
        ("场长", D, "护林员；镇外"),
        ("副场长", D, "工区长；镇内"),
        ("场长", D, "工区长；镇外"),
    ]
    assert D not in [r.act for r in reading("（一）各点人员如下：", *rows).rules]
