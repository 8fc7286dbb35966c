"""The rules of a document: which actor does which act to which matter under which condition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import document
from corpus.models import Act, Document, Facts, Line, Role, Rule
from corpus.passages import sentences
from corpus.rules.reading import deeds

WORDS = "第一条 由校长批准 。 ； \n ” a. The Head ! ? \u3000"
P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def fault(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


def reading(*lines: str | Line) -> Document:
    """The document that some lines make; lines with bars are a table, its header first."""
    own = [line if isinstance(line, Line) else Line(text=line) for line in lines]
    return document("house.md", "house", Facts(title="House rules"), "0" * 64, own)


def table(header: str, *rows: str) -> list[Line]:
    first = Line(text=header, role=Role.HEADER, cells=tuple(header.split(" | ")))
    return [first, *(Line(text=row, role=Role.ROW, cells=tuple(row.split(" | "))) for row in rows)]


def told(rule: Rule) -> tuple[str, Act, str, str]:
    return rule.actor, rule.act, rule.matter, rule.condition


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "第六条 单价2万元以上的乐器由艺术处处长批准。",
            ("艺术处处长", D, "单价2万元以上的乐器", "单价2万元以上的乐器"),
        ),
        ("第六条 校史馆参观由宣传处负责安排。", ("宣传处", C, "校史馆参观", "")),
        ("4.1 A gift above £60 must be approved by the Warden.", ("Warden", D, "A gift above £60", "A gift above £60")),
        ("4.1 The Warden may approve gifts up to £60, once", ("Warden", D, "gifts up to £60, once", "gifts up to £60")),
        pytest.param(
            "4.1 The Warden may approve gifts up to £60.",
            ("Warden", D, "gifts up to £60", "gifts up to £60"),
            marks=fault("the full stop stays on a matter that stands behind its actor"),
        ),
    ],
)
def test_a_clause_says_who_does_what_to_which_matter(sentence: str, expected: tuple[str, Act, str, str]) -> None:
    assert [told(rule) for rule in reading(sentence).rules] == [expected]


def test_the_levels_of_one_sentence_each_keep_their_own_condition() -> None:
    made = reading("第三条 购置图书，5000元以下由馆长批准，5000元以上不足3万元由教务主任批准，3万元以上由校长批准。")
    assert [(rule.actor, rule.condition) for rule in made.rules] == [
        ("馆长", "5000元以下"),
        ("教务主任", "5000元以上不足3万元"),
        ("校长", "3万元以上"),
    ]


def test_an_amount_bounds_who_stands_behind_it_not_who_stands_before() -> None:
    made = reading(
        "第三条 演出经费，剧务主任审批，单笔超过6万元的由总监审批。",
        "第四条 超支的，财务组提出意见，2万元以下的报团长审批。",
    )
    assert [(rule.actor, rule.condition) for rule in made.rules] == [
        ("剧务主任", ""),
        ("总监", "单笔超过6万元的"),
        ("财务组", ""),
        ("团长", "2万元以下的"),
    ]


def test_what_is_beyond_the_last_bound_has_a_bound_of_its_own() -> None:
    made = reading("第三条 接待费，每次700元以内由组长批准，超过的由团长批准。")
    assert [(rule.actor, rule.condition) for rule in made.rules] == [("组长", "每次700元以内"), ("团长", "超过700元的")]


def test_a_last_rung_of_one_sentence_goes_on_from_the_one_before() -> None:
    made = reading("第二条 布景开支6万元以下科长批，6万到30万元分管副馆长批，再往上馆务会批。")
    assert [(rule.actor, rule.condition) for rule in made.rules][-1] == ("馆务会", "超过30万元的")


def test_a_bound_behind_a_colon_is_that_of_who_stands_behind_it() -> None:
    made = reading("第二条 读者可提出续借：6个月以内的，组长同意；超过6个月的，科长同意。")
    assert [(rule.actor, rule.condition) for rule in made.rules][1:] == [
        ("组长", "6个月以内的"),
        ("科长", "超过6个月的"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "（2024年第7次馆务会通过；2024年8月1日起用）",
        "2025年9月1日启用，编写：典藏站；核准：展陈科",
        "展陈科编 · 2025年1月10日馆务会同意 · 2025年2月1日生效",
    ],
)
def test_a_line_that_says_when_a_document_was_passed_has_no_rule(line: str) -> None:
    assert not reading("展厅手册", line, "第一条 本手册用于展厅。").rules


def test_a_title_of_powers_gives_nobody_to_the_clauses_under_it() -> None:
    heading = Line(text="馆部审批授权一览表", role=Role.HEADING, level=1)
    assert not reading(heading, Line(text="1 布展"), Line(text="1.1 布展方案。")).rules


def test_two_matters_of_one_sentence_each_keep_their_own_decider() -> None:
    made = reading("第三条 演员请假由导演组同意，乐手请假由乐队长同意。")
    assert [(rule.matter, rule.actor) for rule in made.rules] == [("演员请假", "导演组"), ("乐手请假", "乐队长")]


def test_a_table_of_acts_under_the_names_of_bodies_is_read() -> None:
    made = reading(*table("事项 | 剧务部 | 艺委会 | 团长", "新剧目 | 提出 | 审议 | 决定"))
    assert [(r.actor, r.act) for r in made.rules] == [("剧务部", P), ("艺委会", R), ("团长", D)]


def test_the_title_of_a_document_has_no_rule() -> None:
    assert reading(Line(text="东湖剧院采购管理办法", level=1), "第一条 票款当日入账。").rules == ()


def test_a_chain_counts_its_places_from_one() -> None:
    made = reading("第八条 研学路线由年级组提出，经德育处审核，报校长办公会议决定。")
    assert [(r.place, r.actor, r.act, r.verb) for r in made.rules] == [
        (1, "年级组", P, "提出"),
        (2, "德育处", R, "审核"),
        (3, "校长办公会议", D, "决定"),
    ]
    assert {rule.matter for rule in made.rules} == {"研学路线"}


def test_items_inherit_the_actor_and_the_act_of_their_lead_in() -> None:
    made = reading("第四条 下列事项由校务委员会讨论决定：", "（一）校徽的变更；", "（二）超过6万元的捐赠支出。")
    of = {rule.clause: told(rule) for rule in made.rules}
    assert of["house#4.1"] == ("校务委员会", D, "校徽的变更", "")
    assert of["house#4.2"] == ("校务委员会", D, "超过6万元的捐赠支出", "超过6万元的捐赠支出")


def test_an_item_with_a_decider_of_its_own_does_not_inherit_one() -> None:
    made = reading("第四条 下列事项由校务委员会讨论决定：", "（一）校徽的变更；", "（二）班徽的变更，由班主任决定。")
    assert [r.actor for r in made.rules if r.clause == "house#4.2" and r.act is D] == ["班主任"]


def test_english_items_name_the_agent_their_lead_in_leaves_out() -> None:
    made = reading(
        "5. Refunds are approved, by their size:", "(a) up to £80, by the Cashier;", "(b) above £80, by the Bursar."
    )
    assert [(r.clause, r.actor, r.act) for r in made.rules] == [("house#5.a", "Cashier", D), ("house#5.b", "Bursar", D)]


def test_a_row_has_a_rule_for_each_cell_that_names_an_actor() -> None:
    made = reading(*table("事项 | 金额 | 提出 | 审核 | 批准", "场地维护 | 8000元以下 | 体育组 | — | 总务主任"))
    assert [(told(rule), rule.place, rule.verb) for rule in made.rules] == [
        (("体育组", P, "场地维护", "8000元以下"), 1, "提出"),
        (("总务主任", D, "场地维护", "8000元以下"), 3, "批准"),
    ]


def test_two_actors_in_one_cell_are_two_rules() -> None:
    made = reading(*table("Matter | Decides", "Closing early | the Head and the Chair"))
    assert [rule.actor for rule in made.rules] == ["Head", "Chair"]


def test_a_rule_points_at_the_very_words_it_was_read_from() -> None:
    made = reading("第二条 钥匙应当编号。钥匙由门卫组保管。", *table("事项 | 决定", "锁具更换 | 总务主任"))
    assert [made.text[rule.start : rule.end] for rule in made.rules] == ["钥匙由门卫组保管。", "总务主任"]


def test_the_number_of_a_clause_is_no_condition() -> None:
    made = reading("2.1 The Warden may approve visits.")
    assert [rule.condition for rule in made.rules] == [""]


@pytest.mark.parametrize(
    "sentence", ["第九条 校园内禁止吸烟。", "9. Dogs stay outside.", "第九条 本办法自2025年3月1日起施行。"]
)
def test_a_clause_without_an_actor_has_no_rule(sentence: str) -> None:
    assert reading(sentence).rules == ()


def test_an_actor_goes_on_acting_behind_a_semicolon() -> None:
    made = reading("第五条 监事会检查协会的账目；应当每年向会员代表大会报告检查结果。")
    assert [(rule.actor, rule.act) for rule in made.rules] == [("监事会", S), ("监事会", C)]


def test_items_state_the_acts_of_the_actor_of_their_lead_in() -> None:
    made = reading("第五条 理事会行使下列职权：", "（一）决定会费标准；", "（二）起草年度计划。")
    assert [(r.clause, r.actor, r.act) for r in made.rules] == [("house#5.1", "理事会", D), ("house#5.2", "理事会", P)]


def test_items_that_are_conditions_state_no_acts() -> None:
    made = reading("第五条 有下列情形之一的，由会长批准退会：", "（一）会员拒绝缴纳会费；", "（二）会员书面申请。")
    assert {(rule.actor, rule.act) for rule in made.rules} == {("会长", D)}


def test_an_item_has_its_own_agent_besides_those_whose_consent_it_needs() -> None:
    made = reading("3.1 Rooms may be let:", "(a) for a week, by the Steward with the agreement of the Fellows;")
    assert {(rule.actor, rule.act) for rule in made.rules} == {("Steward", D), ("Fellows", D)}


def test_items_go_on_from_a_lead_in_that_breaks_off_without_a_colon() -> None:
    made = reading(
        "3.1 Wine is bought with the approval of", "(a) the Steward, up to £70;", "(b) the Court, above £70."
    )
    assert [(rule.actor, rule.act, rule.condition) for rule in made.rules] == [
        ("Steward", D, "up to £70"),
        ("Court", D, "above £70"),
    ]


def test_a_rung_with_an_aside_keeps_who_decides_and_who_is_heard() -> None:
    made = reading(
        "2.2 Leave without pay:",
        "(a) not more than 4 days – Steward",
        "(b) more than 4 days – Dean, after hearing the Steward",
    )
    assert [(rule.actor, rule.act) for rule in made.rules] == [("Steward", D), ("Dean", D), ("Steward", R)]


def test_the_last_rung_of_a_ladder_needs_no_number() -> None:
    made = reading("2.4 Who may approve an order:", "Porter: up to £20", "Steward: up to £90", "Court: anything more")
    assert [rule.actor for rule in made.rules] == ["Porter", "Steward", "Court"]


def test_a_ladder_in_one_line_has_all_its_rungs() -> None:
    made = reading(
        "2.3 Fines are waived as follows: not more than £9, by the Porter; more than £9 but not more than £30, by the "
        "Dean; more than £30, by the Court."
    )
    assert [(rule.actor, rule.act) for rule in made.rules] == [("Porter", D), ("Dean", D), ("Court", D)]


def test_a_sentence_with_numbers_and_names_is_no_rung() -> None:
    made = reading(
        "1.1 The Wine Committee consists of four fellows, two of whom are a quorum, the Dean and the Bursar."
    )
    assert made.rules == ()


def test_who_does_a_step_that_checks_reviews_it_whatever_the_column_is_called() -> None:
    made = reading(*table("Step | Done by", "Draft of the menu checked | Steward", "Tables laid | Butler"))
    assert [(rule.actor, rule.act) for rule in made.rules] == [("Steward", R), ("Butler", C)]


def test_a_short_name_is_told_in_full_by_the_article_it_stands_in() -> None:
    made = reading(
        "Article 4. (1) The Wine and Beer Committee has four members.",
        "(2) The Committee shall:",
        "(a) approve the list of wines;",
        "Article 5. The Boat Committee meets weekly. The Committee decides on repairs.",
    )
    assert [rule.actor for rule in made.rules] == ["Wine and Beer Committee", "Boat Committee"]


@pytest.mark.parametrize(
    "words",
    [
        "The Wine Committee and the Boat Committee meet weekly. The Committee decides on repairs.",
        "Repairs are made monthly. The Committee decides on them.",
    ],
)
def test_a_short_name_stays_short_where_two_or_none_go_before_it(words: str) -> None:
    assert [rule.actor for rule in reading(f"Article 5. {words}").rules] == ["Committee"]


def test_what_stands_behind_a_semicolon_goes_on_with_the_act_before_it() -> None:
    made = reading("3.1 Theft is dealt with by the Proctor; theft from a chapel, by the Court.")
    assert [(rule.actor, rule.act) for rule in made.rules] == [("Proctor", C), ("Court", C)]


def test_who_does_so_too_in_the_next_sentence_does_the_act_of_the_one_before() -> None:
    made = reading("3.2 The Bursar approves anything up to £40. Above that the Dean does.")
    assert [(rule.actor, rule.act) for rule in made.rules] == [("Bursar", D), ("Dean", D)]


@given(st.text(max_size=200))
def test_reading_a_sentence_in_any_script_never_fails(text: str) -> None:
    for deed in deeds(text):
        assert 0 <= deed.start < deed.end <= len(text)


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(WORDS.split(" "))).map("".join),
    )
)
def test_sentences_cover_all_but_white_space_in_order_and_once(text: str) -> None:
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
    assert all(text[s:e] == text[s:e].strip() != "" for s, e in spans)


def test_a_clause_with_a_comma_in_it_is_nobodys_name() -> None:
    made = reading("2.3 途中生病的，先打电话告诉带队组长，三天内补交假条。")
    assert all("，" not in rule.actor for rule in made.rules)


def test_what_heads_a_part_of_a_compilation_gives_its_clauses_no_actor() -> None:
    made = reading(
        "班委领导下的值日材料篇1", "第一条 略。", "班委领导下的值日材料篇2", "下面是为您推荐的仓库值班办法。",
        "第一条 本办法由总务处负责解释。",
    )  # fmt: skip
    assert [(rule.actor, rule.act) for rule in made.rules if rule.clause.endswith("2/1")] == [("总务处", C)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Warden shall rule upon the complaint within twenty working days.",
        "The Porter engages a steward, at £18 an hour.",
        "A locker is cleared by the Porter after a 24-hour notice.",
    ],
)
def test_a_deadline_a_rate_and_a_notice_bound_nothing(sentence: str) -> None:
    assert {rule.condition for rule in reading(sentence).rules} == {""}


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("Claims received within ten days are approved by the Warden.", "Claims received within ten days"),
        ("The Bursar may agree to a plan that ends within six months.", "a plan that ends within six months"),
    ],
)
def test_a_time_that_a_matter_must_keep_bounds_it(sentence: str, bound: str) -> None:
    assert [rule.condition.endswith(bound) for rule in reading(sentence).rules] == [True]


@pytest.mark.parametrize(
    ("head", "act"),
    [
        ("3. Powers of the Court. None of these may be delegated:", D),
        ("3. Powers of the Court. None of these may be delegated to a committee.", D),
        ("3. Duties of the Court. None of these may be left to others:", C),
    ],
)
def test_a_heading_that_runs_into_its_clause_says_whose_the_items_are(head: str, act: Act) -> None:
    found = reading(head, "(a) adopting the statutes;", "(b) closing a hall.").rules
    assert [(rule.actor, rule.act) for rule in found] == [("Court", act), ("Court", act)]


def test_a_list_under_a_heading_that_asks_who_names_who_decides_on_each_matter() -> None:
    made = reading("4. Who says yes", "Chapel and choir stalls: Dean.", "Boats: Steward, for fellows and guests alike.")
    assert [(rule.actor, rule.act, rule.matter) for rule in made.rules] == [
        ("Dean", D, "Chapel and choir stalls"),
        ("Steward", D, "Boats"),
    ]


def test_items_name_by_whose_decision_their_lead_in_is_done() -> None:
    made = reading(
        "7.1 Old boats are sold on the recommendation of the Boat Panel, by decision of",
        "(a) the Bursar, where the value is £90 or less;",
        "(b) the Court, where it is more than £90.",
    )
    decided = [(rule.actor, rule.condition) for rule in made.rules if rule.act is D]
    assert decided == [("Bursar", "where the value is £90 or less"), ("Court", "where it is more than £90")]


def test_whose_a_thing_is_stands_before_by_whom_it_is_decided() -> None:
    made = reading(
        "3. Leave is granted:", "(a) by the Steward, in term;", "(b) by a Fellow, however long, by the Rector."
    )
    assert [rule.actor for rule in made.rules] == ["Steward", "Rector"]


def test_who_reports_to_the_body_that_decides_is_not_the_one_who_decides() -> None:
    made = reading(
        "3. An order is authorised by",
        "(a) the Steward, up to £9;",
        "(b) the Court, having before it a report by the Dean, above £9.",
    )
    assert [rule.actor for rule in made.rules if rule.act is D] == ["Steward", "Court"]


def test_clearance_in_an_item_is_a_review_where_somebody_else_decides() -> None:
    made = reading("3. Prizes are awarded:", "(a) by the Dean;", "(b) by the Court, after clearance by the Marshal.")
    assert [(rule.actor, rule.act) for rule in made.rules][1:] == [("Court", D), ("Marshal", R)]


def test_the_subject_of_a_memo_names_nobody() -> None:
    assert reading("Subject: boats, moorings, bursar records").rules == ()
