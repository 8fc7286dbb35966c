"""How Chinese rules are drafted: who hands on or gets ready, limits that are nobody's deed, lead-ins with a chain."""

import pytest

from corpus.document import document
from corpus.models import Act, Facts, Line, Role, Rule
from corpus.rules.chinese.wording import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE
Chain = list[tuple[str, Act]]


def read(sentence: str) -> Chain:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


def rules(*lines: str) -> tuple[Rule, ...]:
    return document("a.md", "a", Facts(title="规定"), "0" * 64, [Line(text=line) for line in lines]).rules


def told(*lines: str) -> list[tuple[str, str, Act, str]]:
    return [(one.clause.partition("#")[2], one.actor, one.act, one.condition) for one in rules(*lines)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("演出计划由曲艺队提前十天报文化站备案。", [("曲艺队", C), ("文化站", S)]),
        ("乐器目录由保管员分类登记，与队长共同签字。", [("保管员", C), ("保管员", D), ("队长", D)]),
        ("灯具钥匙由设备部和保卫部分别保管。", [("设备部", C), ("保卫部", C)]),
        ("旧幕布交资产科封存。", [("资产科", C)]),
        ("意见不一的，应当暂缓表决，交筹备组补充调研。", [("筹备组", C)]),
        ("对票价的异议，转票务处核实后答复。", [("票务处", R)]),
        ("印鉴归出纳；账册归会计主管。", [("出纳", C), ("会计主管", C)]),
        ("一级项目由社长审定，特级项目逐级上报主管机关审定。", [("社长", D), ("主管机关", D)]),
        ("确须外借的，得团长点头，由管理员跟车。", [("团长", D), ("管理员", C)]),
        ("团里每年委托会计师事务所审计一次，审计报告送安委会。", [("会计师事务所", S)]),
        ("移交清单由班长、车间和仓库三方签字。", [("班长", D), ("车间", D), ("仓库", D)]),
        ("停电抢修的，经当日值班站长口头同意即可进行。", [("当日值班站长", D)]),
        ("借阅原件由档案科科长核对手续，分管文秘的副局长批准。", [("档案科科长", R), ("分管文秘的副局长", D)]),
        ("章程草案经法务部合规性审核，理事会审议。", [("法务部", R), ("理事会", R)]),
    ],
)
def test_who_a_thing_is_put_to_is_found_behind_everyday_turns(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (
            "各车间每年9月底前提出备件计划，物资科汇总成册，经生产会议审议，由厂长审定。",
            [("各车间", P), ("物资科", P), ("生产会议", R), ("厂长", D)],
        ),
        ("门票价格由票务组提出，会计组核算成本后由台长核定。", [("票务组", P), ("会计组", R), ("台长", D)]),
        ("补助由主办科按定额造表，人事科核对人员名单，局长批准。", [("主办科", P), ("人事科", R), ("局长", D)]),
        (
            "分社由会员发起，联络部论证，社长会提出意见后，提请代表会决定。",
            [("会员", P), ("联络部", R), ("社长会", R), ("代表会", D)],
        ),
        ("用工科室提需求，人事处审核，院长批准。", [("用工科室", P), ("人事处", R), ("院长", D)]),
        ("各站报下季度采购计划，后勤处审核。", [("各站", P), ("后勤处", R)]),
        ("转正前由师傅写鉴定，厂长确定。", [("师傅", R), ("厂长", D)]),
        ("组长确认数量属实；", [("组长", R)]),
        ("停岗的船员复岗，由船长申请，机务科考核，经理批准。", [("船长", P), ("机务科", R), ("经理", D)]),
        ("稿酬由编辑提出，财务科核定，主编签批。", [("编辑", P), ("财务科", R), ("主编", D)]),
        ("独家供货的，由机务科核实情况，采购组批准。", [("机务科", R), ("采购组", D)]),
        ("道具由师傅造册，报团长审批。", [("师傅", P), ("团长", D)]),
        ("村务公章由文书保管。", [("文书", C)]),
        ("处分期满由人事科提请党委会解除。", [("人事科", P), ("党委会", D)]),
    ],
)
def test_who_gets_a_thing_ready_comes_before_who_decides(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("借副本的，资料室主任签字，两日内归还。", [("资料室主任", D)]),
        ("需要延长的由台长批准，延长不超过三天。", [("台长", D)]),
        ("加盟由分社提出、联络部转报，按3.2办理。", [("分社", P), ("联络部", C)]),
        ("租场的，由前台受理，副经理批准。需要收取押金的，按标准收取。", [("前台", C), ("副经理", D)]),
        ("休假由本人申报，店长批准。应当在一个季度内休完。", [("本人", P), ("店长", D)]),
        ("站长、书记组成评议组，研究疑难投诉。", [("评议组", R)]),
        ("膳食会由家长、厨师组成，审定菜谱。", [("膳食会", D)]),
        ("改选或者更换站长之前，应当进行盘点，监盘人由理事会选聘。", [("理事会", C)]),
        ("当事人要求听证的，由法务科组织，听证主持人由局长指定。", [("法务科", C), ("局长", D)]),
        ("缺额由下一次代表会补选。", [("代表会", D)]),
    ],
)
def test_what_is_a_limit_or_the_askers_part_is_nobodys_deed(sentence: str, chain: Chain) -> None:
    assert [(one.actor, one.act) for one in rules(sentence)] == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("夜间焊接的，由安全科科长签发动火证。", [("安全科科长", D)]),
        ("聘书由人事处签发。", [("人事处", C)]),
        ("对外公函由会长签发。", [("会长", D)]),
        ("罚没两千元以下的由所长决定，两千元以上的提交局务会集体讨论。", [("所长", D), ("局务会", D)]),
        ("停演超过五天的，由团务会研究。", [("团务会", D)]),
        ("账实不符的，查明原因后由站务会议处理。", [("站务会议", D)]),
        ("重大选题，提交编委会讨论后由主编决定。", [("编委会", R), ("主编", D)]),
        ("租台合同由经纪部起草，团长签订。", [("经纪部", P), ("团长", C)]),
        ("场租协议使用标准文本的，由站长签订。", [("站长", D)]),
        ("近处用车由队长派；出省的由经理同意。", [("队长", D), ("经理", D)]),
    ],
)
def test_who_has_the_last_word_decides_whatever_the_verb(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_each_item_has_the_chain_that_its_lead_in_leaves_open() -> None:
    lines = (
        "第三条 租用外景地，由剧务组提出，制片部初审，按租金分级审批：",
        "（一）不满8000元的，由制片主任审批；",
        "（二）8000元以上的，由台长审批。",
    )
    assert [one for one in told(*lines) if one[0] == "3.2"] == [
        ("3.2", "剧务组", P, "8000元以上的"),
        ("3.2", "制片部", R, "8000元以上的"),
        ("3.2", "台长", D, "8000元以上的"),
    ]


def test_who_would_decide_in_a_lead_in_weighs_where_its_items_decide() -> None:
    lines = ("第四条 借调由科室填写申请，人事科核定人数，按以下权限批准：", "（一）半年以内的，由院长批准；")
    assert [one[1:3] for one in told(*lines) if one[0] == "4.1"] == [("科室", P), ("人事科", R), ("院长", D)]


def test_words_that_ask_for_no_level_bound_nobody() -> None:
    sentences = (
        "单一货源的，由使用组提出，三名以上行家论证，经理批准。",
        "借款每次不得超过800元，由组长签字、经理核准。",
        "案情复杂的，经分管局长同意，可以再延长十天。",
        "值班员记录经过，5分钟内报带班领导。",
        "方案在公告栏公示五天，无异议后报站长批准。",
        "每年10月底前由财务组编制预算。",
        "台账由文书归档，保存15年。",
    )
    assert [one.condition for sentence in sentences for one in rules(sentence) if one.condition] == []


def test_a_level_in_days_is_still_one() -> None:
    assert [one[1:] for one in told("请假三日内由班长批准，超过三日的由队长批准。")] == [
        ("班长", D, "请假三日内"),
        ("队长", D, "超过三日的"),
    ]


def test_a_later_actor_of_a_sentence_is_about_what_the_sentence_is_about() -> None:
    found = rules("外单位有偿使用排练厅的，提前五天提出申请，由场务主任批准。")
    assert {one.matter for one in found} == {"外单位有偿使用排练厅的"}


def test_what_goes_up_after_a_body_has_decided_is_decided_by_both() -> None:
    lines = ("第二条 下列事项由理事会讨论决定：", "（一）分社的撤并方案，决定后报民政局审批；")
    assert [one[1:3] for one in told(*lines) if one[0] == "2.1"] == [("理事会", D), ("民政局", D)]


def test_new_words_and_denials_have_nothing_from_the_lead_in_above_them() -> None:
    notice = ("经社务会研究，对《借书规则》作如下修改：", "（一）第二条修改为：“图书借期二十天。”")
    assert [one for one in told(*notice) if one[0] == "1"] == []
    lines = ("第五条 社务会议定下列事项：", "1. 编辑分工；", "2. 稿酬标准。", "社务会不得代替编委会作决定。")
    assert [one[0] for one in told(*lines)] == ["5", "5.1", "5.2"]


def read_table(header: tuple[str, ...], *rows: tuple[str, ...], lead: str = "第一条 分工如下：") -> tuple[Rule, ...]:
    lines = [Line(text=lead), Line(text=" | ".join(header), role=Role.HEADER, cells=header)]
    lines += [Line(text=" | ".join(row), role=Role.ROW, cells=row) for row in rows]
    return document("a.md", "a", Facts(title="规定"), "0" * 64, lines).rules


def test_who_is_only_told_and_who_agrees_first_are_no_deciders_in_a_crossed_row() -> None:
    header = ("时间", "班组长", "车间主任", "厂长")
    made = read_table(header, ("1天以内", "批准", "知悉", "—"), ("2天至3天", "同意", "批准", "—"))
    assert [(one.actor, one.act, one.condition) for one in made] == [
        ("班组长", D, "1天以内"),
        ("车间主任", S, "1天以内"),
        ("班组长", R, "2天至3天"),
        ("车间主任", D, "2天至3天"),
    ]


def test_who_does_a_step_that_is_called_by_its_verb_does_that() -> None:
    made = read_table(("步骤", "承办", "时限"), ("资料审核", "票务室", "2日"), ("公示", "前台", "3日"))
    assert [(one.actor, one.act, one.verb) for one in made] == [
        ("票务室", R, "审核"),
        ("前台", C, "承办"),
    ]


def test_who_leads_a_step_leads_it_whatever_it_is_called() -> None:
    (one,) = read_table(("步骤", "牵头部门"), ("初验", "票务室"))
    assert one.act is C


def test_a_tick_says_who_decides_where_the_lead_in_says_that_somebody_does() -> None:
    header, row = ("事项", "队长", "站长"), ("器材外借", "", "√")
    assert [(one.actor, one.act) for one in read_table(header, row, lead="第一条 审批权限按勾选确定：")] == [
        ("站长", D)
    ]
    assert read_table(header, row, lead="第一条 下列事项的联系人：") == ()


@pytest.mark.parametrize(
    ("sentences", "ladder"),
    [
        (
            "请假半天以内班长准假；三天以内报队长；再长的报站长。",
            [("班长", "请假半天以内"), ("队长", "三天以内"), ("站长", "超过三天的")],
        ),
        ("2万元到6万元，分管局长签；再多的上局务会。", [("分管局长", "2万元到6万元"), ("局务会", "超过6万元的")]),
        ("外出三天以内找科长签字，更久的报局长。", [("科长", "外出三天以内"), ("局长", "超过三天的")]),
        ("500元以下的由领班审批，500元以上的报店长。", [("领班", "500元以下的"), ("店长", "500元以上的")]),
        ("500元以下由领班签批；500元至900元，加签店长。", [("领班", "500元以下"), ("店长", "500元至900元")]),
        ("500元以下由领班签批；请假三天以上的，请店长。", [("领班", "500元以下"), ("店长", "请假三天以上的")]),
    ],
)
def test_a_rung_that_only_says_whom_it_goes_to_is_decided_there(sentences: str, ladder: list[tuple[str, str]]) -> None:
    assert [(one.actor, one.condition) for one in rules(sentences) if one.act is D] == ladder


@pytest.mark.parametrize(
    "item",
    [
        "五万元以上九万元以下的，组成比价小组；",
        "停电超过30分钟，电工开备用电源，并报中心主任。",
        "单件900元以上的，走县交易站。",
        "剧目委员会，九人，其中演员代表不少于两人；",
        "学徒演员，指入团两年以内的人员；",
        "团员二十五人至九十人，设委员三至七人；",
        "时间：2025年5月14日　地点：三楼会议室",
        "造价90万元以上的须请监理；",
        "90万元以上的另请专业人员。",
        "2025年5月20日下午　主持：团长　记录：团办",
    ],
)
def test_what_is_no_name_behind_a_bound_decides_nothing(item: str) -> None:
    assert [one for one in rules(item) if one.act is D] == []


def test_a_heading_that_says_when_a_document_was_made_gives_nobody_to_its_clauses() -> None:
    lines = [Line(text="会则", role=Role.HEADING, level=1)]
    lines += [Line(text="2025年3月2日 团员联席会表决通过，即日起施行", role=Role.HEADING, level=2)]
    lines += [Line(text=text) for text in ("1.1 道具由道具组保管。", "1.2 团员任期两年。")]
    made = document("a.md", "a", Facts(title="会则"), "0" * 64, lines)
    assert [rule.actor for rule in made.rules if rule.clause != "a#h"] == ["道具组"]


def test_what_is_handed_in_within_days_is_decided_nowhere() -> None:
    assert [one for one in rules("发票三日内报财务科。") if one.act is D] == []


@pytest.mark.parametrize(("heading", "who"), [("第三章　会议组织", "台长"), ("第三章　会议管理", "台长")])
def test_a_heading_that_only_names_its_matter_gives_nobody_to_what_stands_under_it(heading: str, who: str) -> None:
    lines = [
        Line(text=heading, role=Role.HEADING),
        Line(text="第八条　台务会议由台长召集和主持，台长外出时由副台长主持。"),
    ]
    made = document("a.md", "a", Facts(title="台务会议议事规则"), "0" * 64, lines)
    assert [rule.actor for rule in made.rules if rule.clause == "a#8"] == [who, "副台长"]
