"""Who does what in a Chinese sentence: the actor's bare name, the act and the printed verb, in order."""

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.models import Act
from corpus.rules.chinese.wording import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE
WORDS = (
    "由 经 报 校长 财务处 理事会 会议 审核 批准 决定 提出 负责 同意 后 ， 。 、 的 不得 对 "
    "根据 意见 监督 委员会 （ ） ◦ → 和 A"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


def read(sentence: str) -> list[tuple[str, Act]]:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("校车线路由德育处提出，经家委会审议，报校长批准。", [("德育处", P), ("家委会", R), ("校长", D)]),
        ("社团费用由团委书记审批。", [("团委书记", D)]),
        ("社团经费由团委书记审批。", [("团委书记", D)]),
        ("实验室改造方案由总务处拟定，提交校务会议审定。", [("总务处", P), ("校务会议", D)]),
        ("教研组长提出选课建议，教务处审核，分管副校长批准。", [("教研组长", P), ("教务处", R), ("分管副校长", D)]),
        ("图书采购由图书馆馆长负责组织实施，审计室监督。", [("图书馆馆长", C), ("审计室", S)]),
        ("处分决定报区教育局备案。", [("区教育局", S)]),
        ("停课超过一天的，须经校长同意。", [("校长", D)]),
        (
            "外聘教练经体育组推荐后，由人事处审核、校长办公会议决定。",
            [("体育组", P), ("人事处", R), ("校长办公会议", D)],
        ),
        ("本章程由理事会负责解释。", [("理事会", C)]),
        ("午餐供应商由膳食委员会评审，结果由总务主任公示。", [("膳食委员会", R), ("总务主任", C)]),
    ],
)
def test_a_chain_is_read_in_its_order(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("经党委前置研究讨论后，由董事会决定年度投资计划。", [("党委", R), ("董事会", D)]),
        ("编制调整提请教职工代表大会审议通过。", [("教职工代表大会", D)]),
        ("借用场馆经总务主任同意后，由副校长批准。", [("总务主任", R), ("副校长", D)]),
        ("班级外出逐级审批，最后由校长一支笔审批。", [("校长", D)]),
        ("校长根据会议决定签批付款单。", [("校长", D)]),
        ("合同由法务专员和财务总监会签。", [("法务专员", R), ("财务总监", R)]),
        ("招生宣传由招生办牵头，各年级组配合。", [("招生办", C), ("各年级组", C)]),
        ("由校长书面授权分管副校长审批小额支出。", [("分管副校长", D)]),
        (
            "由后勤处牵头、安全处配合开展演练。",
            [("后勤处", C), ("安全处", C)],
        ),
        ("校长不在时，由其指定的副校长代为审批。", [("其指定的副校长", D)]),
        (
            "人事处会同工会审核职称材料。",
            [("人事处", R), ("工会", R)],
        ),
        ("修订稿应当征求学术委员会意见后，由校长签发。", [("学术委员会", R), ("校长", D)]),
    ],
)
def test_wordings_that_change_who_does_what_are_heeded(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("未经理事长批准，任何部门不得对外签约。", "任何部门"),
        ("班主任不得批准学生离校。", "班主任"),
        ("列席人员无权表决。", "列席人员"),
        ("审批表由申请人保存三年。", "审批表"),
        ("会议决定的执行情况应当公开。", "会议"),
    ],
)
def test_who_must_not_or_does_not_act_is_no_actor(sentence: str, nobody: str) -> None:
    assert nobody not in [actor for actor, _ in read(sentence)]


def test_without_the_chairs_approval_means_that_the_chair_approves() -> None:
    assert read("未经理事长批准，不得对外签约。") == [("理事长", D)]


@pytest.mark.parametrize(
    "sentence",
    [
        "会议室每晚九点锁门。",
        "审批权限见附表。",
        "监督委员会设委员五名。",
        "决定公布后立即生效。",
        "",
        "。",
        "由。",
        "经同意。",
    ],
)
def test_a_sentence_in_which_nobody_acts_has_no_deeds(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("奖学金名单由评审委员会集体讨论决定。", "集体讨论决定"),
        ("出差申请由部门负责人审核并报送。", "审核"),
        ("调解书由调解小组签发。", "签发"),
    ],
)
def test_the_verb_is_the_printed_one(sentence: str, verb: str) -> None:
    assert deeds(sentence)[0].verb == verb


def test_adverbs_and_connectives_stay_out_of_the_name() -> None:
    assert read("票据由财务处统一负责保管。") == [("财务处", C)]
    assert read("须经校务委员会集体审议决定。") == [("校务委员会", D)]


def test_a_name_keeps_what_is_in_its_brackets() -> None:
    assert read("方案由董事会（或其常务委员会）批准。") == [("董事会（或其常务委员会）", D)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("区人民政府有关部门应当加强对校车的监督检查。", [("区人民政府有关部门", S)]),
        ("街道负责消防工作的机构应当定期组织演练。", [("街道负责消防工作的机构", C)]),
        ("收到投诉的物业服务企业应当及时答复。", [("物业服务企业", C)]),
        ("承租人转租房屋的，应当告知出租人。", [("承租人", C)]),
        ("馆长根据藏品情况，可以要求研究人员提交鉴定报告。", [("馆长", D), ("研究人员", C)]),
        ("学会秘书处汇总会费，并向理事会报告收支。", [("学会秘书处", C)]),
        ("超出预算的，按照市财政局核定的标准执行。", [("市财政局", D)]),
        ("监事会发现账目不实的，由会长会同监事长调查。", [("会长", C), ("监事长", C)]),
    ],
)
def test_who_opens_a_sentence_and_goes_on_acting_is_read(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("临时展览由馆务会研究决定。", [("馆务会", D)]),
        ("30万元以上的，经社务会研究后报理事会决定。", [("社务会", R), ("理事会", D)]),
        ("发言顺序由会议主持人决定。", [("会议主持人", D)]),
        ("引进剧目由艺术指导委员会（简称艺委会）投票决定。", [("艺术指导委员会", D)]),
        ("领队可现场决定改道。", [("领队", D)]),
        ("使用部门应当在12小时内报器材办备案。", [("使用部门", C), ("器材办", S)]),
        ("部门经理由分管副总经理任命。", [("分管副总经理", D)]),
        (
            "剧目经排练部核价、财务部审核、分管演出的副团长批准。",
            [("排练部", R), ("财务部", R), ("分管演出的副团长", D)],
        ),
        ("章程草案须先经会员代表大会讨论通过。", [("会员代表大会", D)]),
        ("2万元以上的，由团长签署。", [("团长", D)]),
        ("经费由剧务组申请，部门主管核对，法务审核。", [("剧务组", P), ("部门主管", R), ("法务", R)]),
        ("方案由经理层提出。", [("经理层", P)]),
    ],
)
def test_bodies_posts_and_adverbs_of_an_office_are_told_from_verbs(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法所称经办人，是指填写单据的职工。",
        "机动车应当停放在划定的车位内。",
        "工程质量应当符合国家标准。",
        "会员违反章程，情节严重的，给予除名处分。",
        "任何单位和个人不得占用消防通道。",
        "国家鼓励社会组织参与养老服务。",
        "东湖剧院采购管理办法",
        "对处理结果不满意的，可以投诉。",
    ],
)
def test_things_definitions_and_offenders_have_no_deeds(sentence: str) -> None:
    assert read(sentence) == []


@example("0根据0意见校长审核")
@given(TEXTS)
def test_whatever_is_read_every_deed_shows_where_its_actor_stands(text: str) -> None:
    for deed in deeds(text):
        assert deed.actor
        assert text[deed.start : deed.end] == deed.actor


@given(TEXTS)
def test_whatever_is_read_every_deed_lies_in_its_sentence(text: str) -> None:
    assert all(0 <= d.start < d.end <= len(text) and d.end - d.start == len(d.actor) for d in deeds(text))


def steps(text: str) -> int:
    """How many functions are called to read a text."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        deeds(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", ["负责", "由", "根据"])
def test_twice_the_sentence_takes_at_most_a_few_times_the_steps(piece: str) -> None:
    assert steps(piece * 300) < 6 * steps(piece * 150)
