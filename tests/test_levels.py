"""The levels of a rule: which one a question is at, and what is said when it is at none or at several."""

from collections.abc import Sequence

import pytest

from bot.answering.asked.bounded import bounded
from bot.answering.asked.heads import ages, heads
from bot.answering.levels.ladder import Fit, pick
from bot.answering.levels.level import Level, own_words, spoken_of
from bot.answering.levels.ranks import ranks
from bot.answering.levels.reading import levels, takes_in
from corpus.document import document
from corpus.models import Act, Document, Facts, Line, Role
from corpus.quantities import ranges

DECIDE = (Act.DECIDE,)


def reading(*lines: str) -> Document:
    return document("pay.md", "pay", Facts(title="馆务支出规程"), "0" * 64, [Line(text=line) for line in lines])


def table(header: Sequence[str], *rows: Sequence[str]) -> Document:
    lines = [Line(text=" | ".join(header), role=Role.HEADER, cells=tuple(header))]
    lines += [Line(text=" | ".join(row), role=Role.ROW, cells=tuple(row)) for row in rows]
    return document("pay.md", "pay", Facts(title="馆务支出规程"), "0" * 64, lines)


def held(question: str):
    """What a level is worth: how many of a question's pairs of characters its own words hold."""
    pairs = {question[i : i + 2] for i in range(len(question) - 1)}

    def worth(level: Level) -> float:
        return float(sum(pair in own_words(level) for pair in pairs))

    return worth


def asked(made: Document, key: str, question: str):
    found = levels(made, f"pay#{key}", DECIDE)
    return pick(found, ranges(question), DECIDE, held(question))


def actors(picked) -> list[tuple[str, ...]]:
    return [level.actors(DECIDE) for level in picked.levels]


LADDER = reading(
    "第三条 展品维修按下列权限审批：",
    "（一）不满2000元的，由展陈部主任审批；",
    "（二）2000元以上不满1万元的，由副馆长审批；",
    "（三）1万元以上的，由馆务会议决定，其中10万元以上的，还应当报文化局审批。",
)


@pytest.mark.parametrize("key", ["3", "3.1", "3.3"])
def test_without_an_amount_the_whole_ladder_is_open_wherever_it_was_found(key: str) -> None:
    picked = asked(LADDER, key, "展品维修谁批")
    assert picked.fit is Fit.OPEN
    assert ("展陈部主任",) in actors(picked)
    assert ("副馆长",) in actors(picked)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("维修要1999元，谁批", "展陈部主任"),
        ("维修要2000元，谁批", "副馆长"),
        ("维修要9999元，谁批", "副馆长"),
        ("维修要1万元，谁批", "馆务会议"),
    ],
)
def test_an_amount_picks_its_level_also_at_the_boundary(question: str, who: str) -> None:
    picked = asked(LADDER, "3.2", question)
    assert picked.fit is Fit.ONE
    assert actors(picked)[0][0] == who


def test_a_level_on_top_of_another_comes_after_it_in_the_chain() -> None:
    picked = asked(LADDER, "3.3", "维修要20万元，谁批")
    assert picked.fit is Fit.ONE
    assert actors(picked) == [("馆务会议", "文化局")]


def test_levels_that_overlap_at_a_value_are_both_shown() -> None:
    made = reading("第四条 员工外出：", "（一）三天以内的，由部门主任批准；", "（二）三天以上的，由馆长批准。")
    picked = asked(made, "4", "外出三天谁批")
    assert picked.fit is Fit.BOTH
    assert actors(picked) == [("部门主任",), ("馆长",)]
    assert asked(made, "4", "外出两天谁批").fit is Fit.ONE


def test_two_values_in_one_question_are_two_levels_and_no_conflict() -> None:
    picked = asked(LADDER, "3", "维修要1500元还是3000元，谁批")
    assert picked.fit is Fit.OPEN
    assert actors(picked) == [("展陈部主任",), ("副馆长",)]


def test_what_a_document_says_of_its_bounds_wins_over_the_custom() -> None:
    lines = ("第四条 员工外出：", "（一）三天以下的，由部门主任批准；", "（二）三天以上的，由馆长批准。")
    made = reading(*lines, "第五条 本规程所称“以上”含本数，“以下”不含本数。")
    assert actors(asked(made, "4", "外出三天谁批")) == [("馆长",)]


def test_a_value_that_no_level_takes_in_is_a_gap() -> None:
    made = reading("第五条 借展：", "（一）不满5件的，由部门主任批准；", "（二）超过10件的，由馆长批准。")
    assert asked(made, "5", "借7件谁批").fit is Fit.GAP


def test_of_two_levels_without_an_upper_end_the_narrower_one_applies() -> None:
    made = reading("第六条 支出：", "（一）1万元以上的，由副馆长审批；", "（二）5万元以上的，由馆长审批。")
    assert actors(asked(made, "6", "支出6万元谁批")) == [("馆长",)]


def test_rows_of_other_matters_are_no_levels() -> None:
    made = table(("事项", "审批人"), ("借阅善本", "典藏部主任"), ("外借展品", "馆长"))
    picked = asked(made, "row1", "借阅善本谁批")
    assert actors(picked) == [("典藏部主任",)]


def test_rows_that_begin_where_others_end_are_levels() -> None:
    rows = [("不满1000元", "班组长"), ("1000元以上不满1万元", "部门主任"), ("1万元以上", "馆长")]
    made = table(("金额", "审批人"), *rows)
    assert asked(made, "row2", "采购谁批").fit is Fit.OPEN
    assert actors(asked(made, "row1", "采购5000元谁批")) == [("部门主任",)]


def test_words_of_the_question_tell_levels_apart() -> None:
    made = reading("第七条 处分：", "（一）警告由部门主任决定；", "（二）记过由馆务会议决定。")
    assert actors(asked(made, "7", "记过谁定")) == [("馆务会议",)]


def test_a_rung_that_names_the_matter_stands_for_all_rungs_of_its_ladder() -> None:
    made = reading(
        "第八条 乐器、舞台灯光一次购置在3000元以下的，由舞台部主任审批；"
        "3000元以上2万元以下的，由副馆长审批；2万元以上的，由馆务会审批。"
    )
    picked = asked(made, "8", "想买几样乐器谁批")
    assert picked.fit is Fit.OPEN
    assert actors(picked) == [("舞台部主任",), ("副馆长",), ("馆务会",)]
    assert actors(asked(made, "8", "买乐器要1万元谁批")) == [("副馆长",)]


def test_what_a_sentence_begins_with_is_said_of_all_its_parts() -> None:
    made = reading("第九条 备用现金，售票处不超过2万元，由财务主管核定；其他部门不超过5000元，由行政主管核定。")
    assert asked(made, "9", "备用现金的数额谁核定").fit is Fit.OPEN
    assert actors(asked(made, "9", "售票处的备用现金谁核定")) == [("财务主管",)]


def chain(picked) -> list[tuple[str, str]]:
    return [(rule.act.value, rule.actor) for rule in picked.levels[0].rules]


def test_who_proposes_and_reviews_before_the_amounts_does_so_for_each_of_them() -> None:
    made = reading(
        "第十条 更换展柜的，由展陈部申请，技术部核实。不超过1万元的，由副馆长批准；超过1万元的，由馆长批准。"
    )
    picked = asked(made, "10", "更换展柜要3万元谁批")
    assert chain(picked) == [("proposes", "展陈部"), ("reviews", "技术部"), ("decides", "馆长")]


def test_another_matter_in_the_same_clause_lends_nothing_to_a_ladder() -> None:
    made = reading(
        "第十条 讲座由社教部提出，宣传部审核，馆长批准。印刷品不超过1万元的，由副馆长批准；超过1万元的，由馆长批准。"
    )
    assert chain(asked(made, "10", "印刷品8000元谁批")) == [("decides", "副馆长")]


def test_who_decides_above_an_amount_decides_in_place_of_who_decides_otherwise() -> None:
    made = reading("第十一条 课题经费，课题组长审批，单笔超过5万元的由总工程师审批。")
    assert actors(asked(made, "11", "课题经费8万元谁批")) == [("总工程师",)]
    assert actors(asked(made, "11", "课题经费2万元谁批")) == [("课题组长",)]
    assert asked(made, "11", "课题经费谁批").fit is Fit.OPEN


def test_a_further_approval_comes_after_the_one_it_adds_to() -> None:
    made = reading("第十二条 出境参展由馆长批准；超过20天的，还应当报文化局批准。")
    assert actors(asked(made, "12", "出境参展30天谁批")) == [("馆长", "文化局")]
    assert actors(asked(made, "12", "出境参展5天谁批")) == [("馆长",)]
    made = reading("第十二条 技师请假，不论长短，由车间主任批准，超过2天的还应当报厂长批准。")
    assert actors(asked(made, "12", "我是技师，请假三天谁批")) == [("车间主任", "厂长")]


def test_paragraphs_that_begin_with_amounts_are_one_ladder_also_without_numbers() -> None:
    made = reading(
        "第一章 开支",
        "500元以下，由班组长审批；",
        "500元以上5000元以下，由部门主任审批；",
        "5000元以上，由馆务会审批。",
        "部门每月报账一次。",
    )
    key = next(p.id.partition("#")[2] for p in made.passages if p.text.startswith("500元以上"))
    assert asked(made, key, "一笔开支谁批").fit is Fit.OPEN
    assert actors(asked(made, key, "一笔开支8000元谁批")) == [("馆务会",)]


def test_a_row_may_name_its_amount_in_what_it_is_about() -> None:
    made = table(("事项", "决定"), ("摊位出租，三年以内", "馆务会"), ("摊位出租，超过三年", "理事会"))
    assert asked(made, "row1", "摊位出租谁定").fit is Fit.OPEN
    assert actors(asked(made, "row1", "摊位出租五年谁定")) == [("理事会",)]


def test_a_level_without_a_printed_verb_keeps_its_words() -> None:
    made = reading("第十三条 起薪：", "（一）一级至三级讲解员：展陈部主任；", "（二）四级讲解员：馆长。")
    assert all("讲解员" in own_words(level) for level in levels(made, "pay#13", DECIDE))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Grades 5 to 7", [("", 5, 7)]),
        ("a grade 6 guide", [("", 6, 6)]),
        ("band 8 and above", [("", 8, 99)]),
        ("level 2 or below", [("", 0, 2)]),
        ("grades K-1 to K-4", [("K", 1, 4)]),
        ("from step V to step VIII", [("", 5, 8)]),
        ("above step IX", [("", 10, 99)]),
        ("up to step IV", [("", 0, 4)]),
        ("grade K-5 or higher", [("K", 5, 99)]),
        ("6 grades", []),
        ("step 3 of the ladder", []),
        ("on form K-1", []),
        ("三级火险", [("级", 3, 3)]),
        ("Ⅲ级 | 值班长", [("级", 3, 3)]),
        ("启动II级响应", [("级", 2, 2)]),
        ("4级大风", [("级", 4, 4)]),
        ("二级及以下", []),
        ("报上一级决定", []),
        ("一级至三级讲解员", []),
        ("首次续展不超过一年的", [("次", 1, 1)]),
        ("再次续展的", [("次", 2, 99)]),
        ("已经续展过一次，还想接着展", [("次", 2, 99)]),
        ("不得再次申请", []),
    ],
)
def test_ranks_are_read_with_their_ends(words: str, named: list[tuple[str, int, int]]) -> None:
    assert ranks(words) == named


def test_a_question_may_name_a_rank_by_its_code_alone() -> None:
    assert ranks("a K3 post", bare=True) == [("K", 3, 3)]


def test_an_amount_in_a_rung_that_was_not_read_is_no_gap() -> None:
    made = reading(
        "第十四条 借展保险：",
        "（一）不满1万元的，由部门主任审批；",
        "（二）1万元以上不满5万元的，照旧例；",
        "（三）5万元以上的，由馆长审批。",
    )
    assert asked(made, "14.1", "保险3万元谁批").fit is Fit.GAP
    assert takes_in(made, "pay#14.1", ranges("3万元"))
    assert takes_in(made, "pay#14", ranges("3万元"))
    assert not takes_in(made, "pay#14.1", ranges("3天"))


def test_an_amount_in_an_item_on_another_matter_leaves_the_gap() -> None:
    made = reading(
        "第八条 日常开支按下列办理：",
        "（一）预支现金在4000元以内的，由会计主管同意；",
        "（二）退还押金，600元以下的由前台主管核准，超过600元的由会计主管核准；",
        "（三）预支现金超过2万元的，另行商定。",
    )
    front = [frozenset({"预支", "支现", "现金", "金在"})]
    assert not takes_in(made, "pay#8.1", ranges("9000元"), fronts=front)
    assert takes_in(made, "pay#8.1", ranges("3万元"), fronts=front)


PEOPLE = reading("第八条 离开本市的出差，讲解员由展陈部主任批准，展陈部主任由副馆长批准。")


@pytest.mark.parametrize(
    ("question", "who"), [("讲解员出差谁批", "展陈部主任"), ("我是展陈部主任，出差找谁批准", "副馆长")]
)
def test_whom_different_actors_decide_for_in_one_sentence_tells_them_apart(question: str, who: str) -> None:
    picked = asked(PEOPLE, "8", question)
    assert picked.fit is Fit.ONE
    assert actors(picked) == [(who,)]


def test_what_follows_a_decision_in_its_paragraph_is_part_of_its_chain() -> None:
    made = reading(
        "Article 4. A loan is proposed by the Curator and approved by the Director; the Registrar then records it.",
        "Article 5. The Porter is responsible for the keys.",
    )
    [level] = levels(made, "pay#4", DECIDE)
    assert [(rule.actor, rule.act) for rule in level.rules] == [
        ("Curator", Act.PROPOSE),
        ("Director", Act.DECIDE),
        ("Registrar", Act.CARRY_OUT),
    ]


def test_what_holds_for_a_whole_list_is_left_out_of_its_first_matter() -> None:
    made = reading("第八条 离开本市的出差，教师由教导处批准，主任由副馆长批准，馆长由文化局批准。")
    found = levels(made, "pay#8", DECIDE)
    assert [level.condition for level in found] == ["教师", "主任", "馆长"]
    assert all("离开本市的出差" in level.topic for level in found)
    assert pick(found, [], DECIDE, held("馆长要离开本市出差，谁批？")).levels[0].actors(DECIDE) == ("文化局",)


def test_whoever_acts_in_a_clause_is_not_what_it_is_about() -> None:
    assert "副馆长" not in spoken_of("请假由副馆长批准。", ("副馆长",))
    assert "副馆长" in spoken_of("副馆长请假由馆长批准。", ("馆长",))


@pytest.mark.parametrize(
    ("header", "cells", "question", "who"),
    [
        ("金额（万元）", ("<5", "5-20", "≥20"), "采购3万元", "主任"),
        ("金额（万元）", ("<5", "5-20", "≥20"), "采购120000元", "副馆长"),
        ("采购金额/万元", ("5以下", "5以上20以下", "20以上"), "采购21万", "馆务会"),
        ("Amount (£)", ("Up to 500", "501–5,000", "Over 5,000"), "a £700 loan", "副馆长"),
        ("Amount (£000)", ("0-5", "5-20", "Over 20"), "a £21,000 loan", "馆务会"),
        ("外借天数", ("1-3", "4-10", "10以上"), "外借8天", "副馆长"),
        ("金额", ("<5万", "5–20万", "￥200,001–￥900,000"), "30万元", "馆务会"),
    ],
)
def test_a_cell_without_a_unit_has_that_of_its_columns_head(
    header: str, cells: Sequence[str], question: str, who: str
) -> None:
    made = table((header, "审批人"), *zip(cells, ("主任", "副馆长", "馆务会"), strict=True))
    picked = asked(made, "row1", question)
    assert (picked.fit, actors(picked)) == (Fit.ONE, [(who,)])


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        (
            "2.1 The keeper may approve purchases up to £500. Above that, the director may approve up to £5,000.",
            ["up to £500", "above £500, up to £5,000"],
        ),
        (
            "2.1 The registrar may approve loans of up to 10 days. Loans longer than that are approved by the keeper.",
            ["up to 10 days", "above 10 days"],
        ),
        (
            "2.1 The keeper may buy frames for up to £500; anything over that goes to the director.",
            ["up to £500", "above £500"],
        ),
        (
            "2.1 Loans of up to 5 days are granted by the keeper, anything longer by the director.",
            ["up to 5 days", "above 5 days"],
        ),
        (
            "2.1 Debts of up to £9 are written off by the keeper, up to £90 by the registrar, and beyond that "
            "only by the director.",
            ["up to £9", "up to £90", "above £90"],
        ),
        (
            "2.1 Keepers can approve up to £9, registrars up to £90 and directors up to £900.",
            ["up to £9", "up to £90", "up to £900"],
        ),
        (
            "2.1 Purchases: keepers – £9; registrars – £90; the director – £900.",
            ["up to £9", "up to £90", "up to £900"],
        ),
        (
            "2.1 Gifts: keepers up to £9; registrars up to £90; above that, the director.",
            ["up to £9", "up to £90", "above £90"],
        ),
        ("2.1 Approval limits are £9 for keepers and £90 for directors.", ["up to £9", "up to £90"]),
        (
            "2.1 Tours are approved by the keeper for up to ten persons, and by the director for eleven or more.",
            ["up to ten persons", "above ten persons"],
        ),
        (
            "2.1 Crates of up to 30 kilograms are cleared by the keeper, and anything heavier by the director.",
            ["up to 30 kilograms", "above 30 kilograms"],
        ),
        (
            "2.1 A gift of less than £9 is accepted by the keeper and any larger one by the director.",
            ["less than £9", "at least £9"],
        ),
        (
            "2.1 A frame is approved by the keeper if it does not exceed £9, and by the director if it does.",
            ["if it does not exceed £9", "above £9"],
        ),
        ("第三条 外借十天以内由主任批准；超出该期限的，由馆长批准。", ["外借十天以内", "超过十天的"]),
        ("第四条 培训费不超过3000元的由人事处审批，超过部分由馆务会审批。", ["培训费不超过3000元的", "超过3000元的"]),
        ("第五条 修缮不满3000元的由处长审批；超过上述金额的，由馆长审批。", ["修缮不满3000元的", "不低于3000元的"]),
    ],
)
def test_a_bound_that_goes_on_from_another_is_written_out(text: str, conditions: list[str]) -> None:
    found = [rule.condition for rule in reading(text).rules if rule.act is Act.DECIDE]
    assert [(r.low, r.high) for said in found for r in ranges(said)] == [
        (r.low, r.high) for said in conditions for r in ranges(said)
    ]
    assert found[1:] == conditions[1:]


def test_over_that_period_is_no_bound() -> None:
    made = reading("2.1 The keeper may approve loans up to 10 days. Over that period the registrar approves visits.")
    assert [rule.condition for rule in made.rules][1:] == [""]


def found_with(made: Document, key: str, near: Sequence[str], question: str, named: bool = False):
    links = [f"pay#{one}" for one in near]
    found = levels(made, f"pay#{key}", DECIDE, links)
    return pick(found, [], DECIDE, held(question), f"pay#{key}", named)


POSTS = table(
    ("Matter", "Decided by"),
    ("New lasting post", "Rector"),
    ("New yearly post", "Dean"),
    ("End of a yearly contract", "Bursar"),
)


def test_rows_on_other_matters_leave_nothing_open_however_a_question_words_it() -> None:
    picked = found_with(POSTS, "row3", ["row3", "row2"], "my yearly thing runs out, who decides")
    assert (picked.fit, actors(picked)) == (Fit.ONE, [("Bursar",)])


def test_rows_on_one_thing_of_two_kinds_leave_open_which_kind_is_meant() -> None:
    picked = found_with(POSTS, "row1", ["row1", "row2"], "we need a new post, who decides")
    assert (picked.fit, actors(picked)) == (Fit.OPEN, [("Rector",), ("Dean",)])


def test_rows_of_a_list_whose_heading_a_question_names_leave_open_which_is_meant() -> None:
    made = table(("Kind", "Decided by"), ("Goods", "Bursar"), ("Works", "Dean"))
    assert found_with(made, "row1", ["row1", "row2"], "xyz", named=True).fit is Fit.OPEN
    assert actors(found_with(made, "row1", ["row1", "row2"], "xyz")) == [("Bursar",)]


def test_an_exception_that_a_question_says_nothing_of_leaves_the_rule_of_its_clause() -> None:
    made = reading("2.1 The keeper sets the price. To go above the list, the director has to agree.")
    picked = found_with(made, "2.1", ["2.1"], "who sets the price")
    assert actors(picked) == [("keeper",)]


def test_people_are_counted_by_any_name() -> None:
    assert [(r.low, r.high) for r in heads("we fly in 11 outsiders")] == [(11, 11)]
    assert [(r.unit, r.low) for r in heads("we fly in 11 boxes")] == [("box", 11)]
    assert [(r.unit, r.low) for r in heads("突然来了12个游客")] == [("人", 12)]
    assert [(r.unit, r.low) for r in heads("12个箱子，三个人搬")] == [("个", 12), ("人", 3)]


GUESTS = table(
    ("接待规模", "审批人"), ("来访3人及以下", "办公室主任"), ("来访4至9人", "副馆长"), ("来访10人及以上", "馆长")
)


@pytest.mark.parametrize(("said", "who"), [("9名客人", "副馆长"), ("10名客人", "馆长"), ("3名客人", "办公室主任")])
def test_rows_that_go_by_whole_numbers_are_rungs_though_no_number_is_of_both(said: str, who: str) -> None:
    found = levels(GUESTS, "pay#row1", DECIDE)
    assert actors(pick(found, ranges(f"{said}来访谁批"), DECIDE, held("来访谁批"))) == [(who,)]
    assert len(pick(found, [], DECIDE, held("来访谁批")).levels) == 3


def test_a_count_of_other_things_settles_nothing_and_contradicts_nothing() -> None:
    picked = asked(GUESTS, "row2", "来访要备6间客房谁批")
    assert picked.fit is Fit.OPEN
    assert len(picked.levels) == 3


def test_bare_amounts_of_another_clause_are_no_rungs_of_a_ladder() -> None:
    made = reading(
        "3 Orders",
        "3.1 An order in the plan is approved:",
        "(a) by the porter, if more than £3 but not more than £20;",
        "(b) by the dean, if more than £20.",
        "3.2 An order outside the plan is approved by the keeper if it is less than £10. "
        "At £10 or more it takes the court.",
    )
    assert {one for level in levels(made, "pay#3.2", DECIDE) for one in level.actors(DECIDE)} == {"keeper", "court"}


def test_whose_proposal_an_item_needs_is_in_the_chain_of_whom_its_lead_in_names() -> None:
    made = reading(
        "2.1 The following are decided by the Court:", "(a) the sale of a boat, on the proposal of the Dean;"
    )
    picked = asked(made, "2.1.a", "who decides on the sale of a boat")
    assert {(rule.actor, rule.act) for rule in picked.levels[0].rules} == {("Court", Act.DECIDE), ("Dean", Act.PROPOSE)}


def test_what_stands_before_a_colon_is_said_of_every_rung_behind_it() -> None:
    made = reading(
        "2.2 Repairs outside the plan: up to £9 they are approved by the Dean; over £9 they are approved by the Court."
    )
    picked = asked(made, "2.2", "repairs outside the plan, who approves")
    assert (picked.fit, actors(picked)) == (Fit.OPEN, [("Dean",), ("Court",)])


def test_who_proposes_in_an_item_is_of_one_chain_with_whom_its_lead_in_names() -> None:
    house = reading("第二条　下列事项由团委会商定：", "（一）首席的聘任，人选由团长提出；", "（二）巡演的城市。")
    [level] = levels(house, "pay#2.1", [Act.PROPOSE])
    assert [(rule.actor, rule.act) for rule in level.rules] == [
        ("团长", Act.PROPOSE),
        ("团委会", Act.DECIDE),
    ]


def english(made: Document, key: str, question: str) -> list[tuple[str, ...]]:
    """Who decides, each level worth as many of a question's words as its own words hold."""
    said = {word.strip(",") for word in question.lower().split() if len(word) > 3}

    def worth(level: Level) -> float:
        return float(sum(word in own_words(level).lower() for word in said))

    return actors(pick(levels(made, f"pay#{key}", DECIDE, [f"pay#{key}"]), ranges(question), DECIDE, worth))


def test_a_sentence_on_the_same_thing_bounds_the_one_before_it() -> None:
    made = reading("4. The Pilot closes a lock. Closing one for more than nine days is decided by the Court.")
    assert english(made, "4", "lock shut for 20 days, who decides") == [("Court",)]


def test_what_one_rung_is_about_all_rungs_of_its_ladder_are_about() -> None:
    made = reading(
        "5. Sails in the plan under £90 are approved by the Mate; those of £90 and more by the Owner. "
        "Sails that are not in the plan need the consent of the Guild."
    )
    assert english(made, "5", "sails in the plan for £200") == [("Owner",)]


@pytest.mark.parametrize("act", [Act.REVIEW, Act.DECIDE])
def test_a_chain_told_in_several_sentences_is_one(act: Act) -> None:
    made = reading("6. A sailor may apply for a berth. The Mate looks into it. The Owner decides; the Bosun enters it.")
    assert [[(rule.actor, rule.act) for rule in level.rules] for level in levels(made, "pay#6", (act,))] == [
        [
            ("sailor", Act.PROPOSE),
            ("Mate", Act.REVIEW),
            ("Owner", Act.DECIDE),
            ("Bosun", Act.CARRY_OUT),
        ]
    ]


def test_what_is_done_under_a_condition_belongs_to_no_other_sentence() -> None:
    made = reading("7. The Mate looks into it. Above £90 the Owner decides. The Cook buys the fish.")
    first = levels(made, "pay#7", (Act.REVIEW,))[0]
    assert [rule.actor for rule in first.rules] == ["Mate"]


LENT = reading(
    "第四条 机关与站所之间借调人员，两个月以内的由政工科长批准，超过两个月的由局长批准。被外单位借调的，报组织部批准。"
)


def test_an_amount_within_a_level_goes_before_a_few_more_words_of_another() -> None:
    picked = pick(levels(LENT, "pay#4", DECIDE), ranges("借人五个月谁批"), DECIDE, lambda one: 0.2 * (not one.bounds))
    assert actors(picked) == [("局长",)]


def test_many_more_words_of_a_level_without_an_amount_still_go_before() -> None:
    picked = pick(levels(LENT, "pay#4", DECIDE), ranges("借去五个月谁批"), DECIDE, lambda one: 0.6 * (not one.bounds))
    assert actors(picked) == [("组织部",)]


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("第五条 调增器材费的，由分管副台长批准，其中新增单台5万元以上器材的，还应当报总台批准。", ("分管副台长",)),
        ("第五条 外来投诉由票务组答复；投诉涉及票务组人员的，由纪检组答复。", ("票务组",)),
        ("第五条 遇有停播险情的，由值班台长决定；其中一人无法联系的，由另一人决定。", ("值班台长",)),
    ],
)
def test_a_special_case_that_a_question_does_not_name_is_not_meant(clause: str, who: tuple[str, ...]) -> None:
    acts = (Act.DECIDE, Act.CARRY_OUT)
    picked = pick(levels(reading(clause), "pay#5", acts), [], acts, lambda one: 0.1)
    assert (picked.fit, picked.levels[0].actors(acts)) == (Fit.ONE, who)


def test_an_item_has_who_gets_it_ready_and_who_decides_in_one_level() -> None:
    made = reading("第六条 租用外景地，由剧务组提出，制片部初审，按租金审批：", "（一）不满8000元的，由台长审批；")
    (only,) = levels(made, "pay#6.1", DECIDE)
    assert [(rule.actor, rule.act) for rule in only.rules] == [
        ("剧务组", Act.PROPOSE),
        ("制片部", Act.REVIEW),
        ("台长", Act.DECIDE),
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (
            "8. Nets of up to £90 are bought by the Mate. Above that they are bought by leave of the Owner.",
            "Mate",
            "Owner",
        ),
        ("8. The Mate approves a hire of at most £90. Beyond this sum the Owner approves it.", "Mate", "Owner"),
        ("第八条 渔具90元以内的由组长批准。超过的，由船长批准。", "组长", "船长"),
    ],
)
def test_a_sentence_may_be_bounded_by_the_bound_before_it(text: str, low: str, high: str) -> None:
    made = reading(text)
    sign = "元" if text.startswith("第") else ""
    pounds = "" if sign else "£"
    acts = (Act.DECIDE, Act.CARRY_OUT)
    at = [
        pick(levels(made, "pay#8", acts), ranges(f"{pounds}{sum_}{sign}"), acts, lambda one: 0.1) for sum_ in (90, 91)
    ]
    assert [picked.fit for picked in at] == [Fit.ONE, Fit.ONE]
    assert [picked.levels[0].rules[-1].actor for picked in at] == [low, high]
    assert pick(levels(made, "pay#8", acts), [], acts, lambda one: 0.1).fit is Fit.OPEN


def test_the_level_that_says_it_takes_in_its_end_has_it() -> None:
    rungs = (
        "5万元以下的，由部门主任批准；",
        "5万元（含）至20万元的，由馆长批准；",
        "20万元（含）以上的，由理事会批准。",
    )
    lines = ("第四条 采购：", *(f"（{n}）{rung}" for n, rung in zip("一二三", rungs, strict=True)))
    made = reading(*lines)
    assert actors(asked(made, "4", "采购正好5万元谁批")) == [("馆长",)]
    assert actors(asked(made, "4", "采购20万元谁批")) == [("理事会",)]


def test_who_asks_for_a_range_is_shown_the_level_of_that_range() -> None:
    made = reading("第四条 采购：", "（一）5万元以下的，由部门主任批准；", "（二）5万元以上的，由馆长批准。")
    assert actors(asked(made, "4", "采购5万元以下谁批")) == [("部门主任",)]
    assert actors(asked(made, "4", "采购5万元以上谁批")) == [("馆长",)]


def test_a_chain_that_goes_on_behind_its_condition_is_of_one_case() -> None:
    made = reading(
        "Rule 10. Variations, added together:",
        "up to 10% of the original price: contract owner;",
        "over 10% and up to 25%: director of the service, after consulting the Procurement Manager;",
    )
    (only,) = [one for one in levels(made, "pay#10", DECIDE) if one.actors(DECIDE) == ("director of the service",)]
    assert only.actors((Act.REVIEW,)) == ("Procurement Manager",)


def test_what_is_required_as_well_comes_on_top_however_long_its_name_is() -> None:
    made = reading(
        "2. Capital spending of whatever size is approved by the Resources Committee; above £150,000 the approval of "
        "the whole Board of Trustees is required as well."
    )
    picked = pick(levels(made, "pay#2", DECIDE), ranges("£200,000"), DECIDE, lambda one: 0.1)
    assert picked.levels[0].actors(DECIDE) == ("Resources Committee", "whole Board of Trustees")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "5. Unpaid leave: up to five days, the Foreman; up to a month, the Steward; longer than that, the Miller.",
            ["Foreman", "Steward", "Miller"],
        ),
        (
            "5. Debts are written off by the Foreman up to £9 each, by the Steward up to £90, otherwise by the Miller.",
            ["Foreman", "Miller", "Steward"],
        ),
    ],
)
def test_amounts_of_one_sentence_are_one_ladder_though_none_begins_where_another_ends(
    text: str, who: list[str]
) -> None:
    picked = asked(reading(text), "5", "unpaid leave debts written off")
    assert picked.fit is Fit.OPEN
    assert sorted(actor for level in picked.levels for actor in level.actors(DECIDE)) == sorted(who)


def test_what_the_rungs_of_a_list_leave_over_is_a_rung() -> None:
    made = reading(
        "5. Debts are written off", "(a) by the Foreman, if £9 or less;", "(b) by the Miller in all other cases."
    )
    found = levels(made, "pay#5.b", DECIDE)
    picked = pick(found, [], DECIDE, lambda level: float("other" in level.words), "pay#5.b")
    assert (picked.fit, len(picked.levels)) == (Fit.OPEN, 2)


def test_a_level_to_which_amounts_are_nothing_needs_but_a_word_of_its_own() -> None:
    made = reading(
        "第六条 采购5000元以下的，由仓库主管批准；5000元以上的，由磨坊主批准。石料的采购不论金额，由行会批准。"
    )
    found = levels(made, "pay#6", DECIDE)

    def worth(level: Level) -> float:
        return 0.1 if "石料" in level.words else 0.0

    assert actors(pick(found, ranges("石料3000元"), DECIDE, worth, "pay#6")) == [("行会",)]
    assert actors(pick(found, ranges("麻袋3000元"), DECIDE, lambda level: 0.0, "pay#6")) == [("仓库主管",)]


def test_of_two_levels_that_take_an_amount_in_the_narrower_one_applies_though_the_other_is_liker() -> None:
    made = reading(
        "5. Changes may be approved by the Foreman up to two percent, by the Steward up to ten percent, "
        "and by the Miller above ten percent."
    )
    found = levels(made, "pay#5", DECIDE)

    def like(some: Sequence[Level]) -> list[float]:
        return [0.9 if "ten" in level.condition else 0.3 for level in some]

    picked = pick(found, ranges("1.5 percent"), DECIDE, lambda level: 0.0, "pay#5", like=like)
    assert (picked.fit, actors(picked)) == (Fit.ONE, [("Foreman",)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "1. Boats under 30 feet are approved by the Boatman.",
            "2. Boats of 30 feet or more are approved by the Warden.",
        ),
        ("第一条 维修五千元以下的，由班长审批。", "第二条 维修金额在五千元以上的，由站长审批。"),
    ],
)
def test_articles_that_lead_over_to_their_amounts_in_other_words_are_rungs(one: str, other: str) -> None:
    made = reading(one, other)
    assert len(levels(made, "pay#1", DECIDE)) == len(levels(made, "pay#2", DECIDE)) == 2


def test_a_rung_that_says_only_who_acts_stands_beside_those_that_say_who_decides() -> None:
    made = reading(
        "1. An order up to £500 is signed by the Clerk.",
        "2. An order above £500 is approved by the Warden.",
    )
    assert [level.link for level in levels(made, "pay#1", DECIDE)] == ["pay#1", "pay#2"]
    assert [level.link for level in levels(made, "pay#2", DECIDE)] == ["pay#2"]


def test_a_sum_without_its_currency_is_a_rung_among_sums() -> None:
    made = reading(
        "第四条 复制品出借，按下列权限批准：",
        "（一）价值3000元以下的，由保管部主任批准；",
        "（二）价值超过3000的，由馆长批准。",
    )
    assert actors(asked(made, "4", "复制品出借，价值5000元谁批")) == [("馆长",)]


def test_up_to_a_sum_may_be_said_by_to_alone() -> None:
    made = reading("4. Loans are approved: to £900, by the Keeper; above £900, by the Trustees.")
    bounds = [(r.low, r.high) for level in levels(made, "pay#4", DECIDE) for r in level.bounds]
    assert bounds == [(None, 900), (900, None)]


def test_the_rows_of_a_table_from_a_sum_to_below_another_are_one_ladder() -> None:
    made = table(
        ("金额（元）", "批准"),
        ("不足2000", "展陈部主任"),
        ("2000（含）至不足9000", "副馆长"),
        ("9000（含）以上", "馆长"),
    )
    row = next(c.key for c in made.clauses if c.level == "row")
    assert asked(made, row, "维修费1万元谁批准").levels[0].actors(DECIDE) == ("馆长",)
    assert asked(made, row, "维修费2000元谁批准").levels[0].actors(DECIDE) == ("副馆长",)
    assert asked(made, row, "维修费1500元谁批准").levels[0].actors(DECIDE) == ("展陈部主任",)


@pytest.mark.parametrize(
    ("question", "bound", "unit", "value"),
    [
        ("估计来120个人，谁批", "50人次以下", "人", 120),
        ("有11个外人来", "10人以上", "人", 11),
        ("退休的老陈今年68了，还能返聘吗", "六十五周岁以下", "岁", 68),
        ("老陈都六十八了", "六十五周岁以下", "岁", 68),
        ("my dad is 68, may he row", "rowers over 65 years of age", "岁", 68),
        ("she's 17 and wants to row", "under 18 years old", "岁", 17),
    ],
)
def test_people_and_ages_are_counted_as_the_levels_count_them(question: str, bound: str, unit: str, value: int) -> None:
    assert (unit, value) in [(r.unit, r.low) for r in bounded(question, ranges(bound))]


def test_what_has_a_unit_is_no_age() -> None:
    assert not any(ages(said) for said in ("it is 68 pages long", "it's 17 km", "一共68元"))


BARE = reading(
    "4.1 Orders are placed as follows.",
    "(a) up to 2,500: the Mate approves;",
    "(b) over 2,500 and up to 10,000: the Bosun approves;",
    "(c) over 10,000: the Club approves.",
)


def test_the_sums_of_a_ladder_may_lack_their_currency() -> None:
    picked = asked(BARE, "4.1", "a new sail for £3,000, who approves the order")
    assert (picked.fit, picked.levels[0].actors([Act.DECIDE])) == (Fit.ONE, ("Bosun",))


GRADES = table(
    ["级别", "提出", "审批"], ["一级", "馆员", "展陈部主任"], ["二级", "馆员", "副馆长"], ["三级", "馆员", "馆长"]
)


def test_of_the_grades_of_a_table_all_are_left_open_by_a_question_that_names_none() -> None:
    picked = asked(GRADES, "row2", "这件展品出库谁批")
    assert (picked.fit, actors(picked)) == (Fit.OPEN, [("展陈部主任",), ("副馆长",), ("馆长",)])
    assert actors(asked(GRADES, "row2", "三级展品出库谁批")) == [("馆长",)]


def test_rungs_of_one_clause_may_be_worded_otherwise() -> None:
    made = reading(
        "§ 17. Awards of up to £120 are decided by the Mate. Between £120 and £400 the decision is made by the Bosun."
    )
    assert asked(made, "17", "an award from the fund, who decides").fit is Fit.OPEN


def test_the_head_of_a_column_tells_what_is_counted() -> None:
    made = table(
        ["Level", "Members without a boat", "Declared by"],
        ["1", "up to 500", "the Mate"],
        ["2", "501 to 3,000", "the Bosun"],
    )
    assert asked(made, "row1", "谁定").fit is Fit.OPEN
    assert [level.actors([Act.DECIDE]) for level in asked(made, "row1", "700 members, 谁定").levels] == [("Bosun",)]


def test_a_neighbour_about_something_else_does_not_take_what_the_clause_found_bounds() -> None:
    made = reading(
        "第四条 下列支出按权限审批：",
        "（一）销账，1000元以下的由馆员批准，1000元以上的由副馆长批准；",
        "（二）变卖账簿，1000元以上4000元以下的由展陈部主任批准。",
    )
    found = levels(made, "pay#4.1", DECIDE, near=("pay#4.2",))
    said = {"pay#4.1": 0.0, "pay#4.2": 0.1}
    picked = pick(found, ranges("一笔3400元的账要从账簿里去掉"), DECIDE, lambda level: said[level.place], "pay#4.1")
    assert {level.place for level in found} == {"pay#4.1", "pay#4.2"}
    assert actors(picked) == [("副馆长",)]
