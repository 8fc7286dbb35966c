"""How Chinese societies say who has the last word, who hands a matter on, and who is told how it went."""

import pytest

from corpus.rules.tables.header import column
from tests.test_rules import reading
from tests.test_wording_office import C, Chain, D, P, R, S, read


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("换不换供应商，由店务会拿主意。", [("店务会", D)]),
        ("和解条件由社长拿定主意。", [("社长", D)]),
        ("追加人手的，授权镇务会议决。", [("镇务会", D)]),
        ("退养的，由园主任特许。", [("园主任", D)]),
        ("乐器运出排练厅，须得团长点头。", [("团长", D)]),
        ("调换铺位跟楼层主管说好即可。", [("楼层主管", D)]),
        ("裁判委员会的复议决定为最终决定。", [("裁判委员会", D)]),
        ("停赛、警告由竞赛部作出。", [("竞赛部", D)]),
        ("下列租约不论金额，均由理事长签署。", [("理事长", D)]),
    ],
)
def test_whoever_has_the_last_word_decides_in_whatever_idiom(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("组长签字后交店长批。", [("组长", R), ("店长", D)]),
        ("评分交仲裁组审定。", [("仲裁组", D)]),
        ("试镜由考评组打分后团长核定。", [("考评组", R), ("团长", D)]),
        ("由八家以上社团联名发起，秘书处论证，总会决定。", [("社团", P), ("秘书处", R), ("总会", D)]),
        ("锅炉大修，由动力科写报告，厂长批准。", [("动力科", P), ("厂长", D)]),
        ("新伶人由声部长推荐，教务处查核其履历，团委会聘任。", [("声部长", P), ("教务处", R), ("团委会", D)]),
        ("奖项空缺，评委组先拿初步名单，由总会商定。", [("评委组", P), ("总会", D)]),
    ],
)
def test_who_hands_a_matter_on_drafts_or_looks_at_it_comes_before_who_decides(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("散场后，票务科会同保安部完成清场，送总务处查阅。", [("票务科", C), ("保安部", C), ("总务处", S)]),
        ("任务由团长分解到声部。", [("团长", C)]),
        ("出纳每月核销一次借条，结果送监察组。", [("出纳", C), ("监察组", S)]),
        ("资料员每周晾晒两遍乐谱。", [("资料员", C)]),
        ("法务部应在三日内完成审查。", [("法务部", R)]),
    ],
)
def test_what_is_carried_out_and_who_is_told_how_it_went(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_who_is_chosen_by_a_share_chooses_nobody() -> None:
    assert read("最佳乐手按演员人数的两成评选，声部推荐，团长确定。") == [("声部", P), ("团长", D)]


def test_a_range_with_two_bounds_is_no_part_of_a_name() -> None:
    rules = reading("住宿费300元以上到800元的站长批，超过800元的团长批。").rules
    assert [(rule.actor, rule.condition) for rule in rules] == [
        ("站长", "住宿费300元以上到800元的"),
        ("团长", "超过800元的"),
    ]


def test_who_gets_to_see_a_matter_first_is_a_column_of_reviewers() -> None:
    assert column("先看") is R
    assert column("先听") is R


def test_the_number_of_an_item_is_no_bound_on_it() -> None:
    rules = reading("第一条　下列事项由团委会决定：\n1. 首席的聘任；\n2. 巡演5场以上的。").rules
    assert [(rule.matter, rule.condition) for rule in rules if rule.clause.endswith((".1", ".2"))] == [
        ("首席的聘任", ""),
        ("巡演5场以上的", "巡演5场以上的"),
    ]


def test_a_draft_is_read_in_an_item_of_what_another_decides() -> None:
    rules = reading("第一条　下列事项由团委会议定：\n1. 曲目增删，指挥组先拿初步方案；\n2. 其他。").rules
    assert ("指挥组", P) in [(rule.actor, rule.act) for rule in rules]


def test_items_name_who_acts_where_their_lead_in_asks_for_it() -> None:
    rules = reading(
        "第二条　谁可以打开琴房，看乐器的种类：",
        "（一）钢琴、竖琴，声部长；",
        "（二）外借的古琴，团长；",
        "（三）8万元以上的提琴，团委会。",
    ).rules
    assert [(rule.actor, rule.act, rule.matter, rule.condition) for rule in rules] == [
        ("声部长", D, "钢琴、竖琴", ""),
        ("团长", D, "外借的古琴", ""),
        ("团委会", D, "8万元以上的提琴", "8万元以上的提琴"),
    ]


def test_items_of_another_lead_in_give_no_powers_to_who_they_end_in() -> None:
    assert reading("第二条　参加排练的有：", "（一）弦乐，声部长；", "（二）管乐，团长。").rules == ()


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("加场名单由票务科汇总，报团长签字。", [("票务科", P), ("团长", D)]),
        ("临时用琴由教研组说明原因，团长批准。", [("教研组", P), ("团长", D)]),
        ("票据由票务科汇总。", [("票务科", C)]),
    ],
)
def test_who_gathers_what_is_handed_on_or_gives_the_reasons_proposes(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_a_penalty_named_before_is_decided_by_who_passes_it() -> None:
    assert read("严重警告、停演一季，由艺委会作出。") == [("艺委会", D)]


def test_who_weighs_what_others_give_their_reasons_for_is_read() -> None:
    assert read("加场由声部写明理由，财务科就票款有无着落签具意见，团长准许。") == [
        ("声部", P),
        ("财务科", R),
        ("团长", D),
    ]
