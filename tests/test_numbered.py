"""Numberings beside articles: questions, hyphens, 甲乙丙, thick brackets, numbered tables, Item 3, Regulation 7 (…)."""

import pytest

from corpus.document import document
from corpus.faq import entries
from corpus.models import Clause, Facts, Line
from corpus.outline.growing import split
from corpus.outline.marks import mark
from corpus.passages import passages
from tests.test_outline import heading, keys, labels, row

HEAD = row("事项", "决定", head=True)


def named(*lines: Line | str) -> list[str]:
    """The labels of the clauses that have one."""
    return [label for label in labels(*lines) if label]


def owner(words: str, *lines: Line | str) -> Clause:
    """The clause in whose own text some words stand."""
    text, clauses = split([Line(text=line) if isinstance(line, str) else line for line in lines])
    at = text.index(words)
    return next(c for c in clauses if c.start <= at < c.end)


@pytest.mark.parametrize("gap", ["：", "　", "、", ". "])
def test_questions_are_clauses_and_their_answers_belong_to_them(gap: str) -> None:
    lines = [
        f"问1{gap}借书证丢了怎么办？",
        "到总台挂失。",
        f"问2{gap}补证要几天？",
        "答：三个工作日。",
        "当天也可取临时证。",
    ]
    assert named(*lines) == ["问1", "问2"]
    assert owner("临时证", *lines).key == "q2"


def test_questions_run_on_under_headings() -> None:
    lines = [heading("借书"), "问1：能借几本？", "五本。", heading("还书"), "问2：晚了呢？", "每天一角。"]
    assert named(*lines) == ["问1", "问2"]


@pytest.mark.parametrize(
    "line", ["问1个人就够了。", "问题在于经费。", "说明材料一份。", "注意事项", "备注栏填写姓名。"]
)
def test_words_that_only_begin_like_a_number_open_nothing(line: str) -> None:
    assert mark(line) is None


def test_a_question_alone_is_none_of_a_list() -> None:
    assert named("问3：谁来开门？", "值班员。") == []


def test_a_question_of_an_faq_is_asked_without_its_number() -> None:
    lines = [Line(text=words) for words in ("问1：谁开门？", "值班员。", "问2：谁关灯？", "最后离开的人。")]
    made = document("a.md", "a", Facts(title="问答"), "0" * 64, lines)
    assert [entry.question for entry in entries(made)] == ["谁开门？", "谁关灯？"]


def test_numbers_with_a_hyphen_count_their_part() -> None:
    lines = [
        heading("第一篇 入会"),
        "1-1 申请书交秘书处。",
        "1-2 申诉：",
        "a. 先找秘书处；",
        "b. 再找理事会。",
        heading("第二篇 会费"),
        "2-1 会费每年一交。",
        "2-2 减免由会长批准。",
    ]
    assert named(*lines) == ["1-1", "1-2", "1-2 a", "1-2 b", "2-1", "2-2"]
    assert (
        keys([line if isinstance(line, Line) else Line(text=line) for line in lines])["2-2 减免由会长批准。\n"] == "2.2"
    )


@pytest.mark.parametrize("line", ["2-3 天内答复。", "1-2 weeks are enough.", "1-2 年级学生。"])
def test_a_span_is_no_number_with_a_hyphen(line: str) -> None:
    assert mark(line) is None


def test_one_line_with_a_hyphen_begins_no_series() -> None:
    assert named("五一放假安排如下。", "5-1 全馆闭馆。", "其余照常。") == []


def test_a_section_number_may_have_a_hyphen() -> None:
    assert named("Sec. 2-104. Purchasing agent.", "(a) Buys.", "Sec. 2-105. Bids.") == [
        "Sec. 2-104",
        "Sec. 2-104(a)",
        "Sec. 2-105",
    ]


@pytest.mark.parametrize("gap", ["、", "　", "．"])
@pytest.mark.parametrize("made", [heading, lambda words: Line(text=words)])
def test_lists_that_start_again_are_named_with_the_stem_over_them(made: type[Line], gap: str) -> None:
    lines = [
        made(f"甲{gap}借用"),
        "1. 当面登记。",
        "2. 逾期：",
        "（1）三天内提醒；",
        "（2）三天后停借。",
        made(f"乙{gap}赔偿"),
        "1. 照价赔偿。",
    ]
    assert named(*lines) == ["甲、1", "甲、2", "甲、2（1）", "甲、2（2）", "乙、1"]


def test_numbers_that_run_on_are_not_named_with_their_stem() -> None:
    assert named(heading("壹　总则"), "1、目的。", "2、范围。", heading("贰　分工"), "3、馆长主管。") == ["1", "2", "3"]


def test_a_party_to_a_contract_is_no_heading() -> None:
    lines = ["第一条 双方约定：", "甲、乙双方", "各执一份。", "第二条 其他。"]
    assert named(*lines) == ["第一条", "第二条"]


def test_a_number_in_thick_brackets_opens_a_clause() -> None:
    lines = [
        "【一】第三条改为：",
        "3. 门票：",
        "（1）十元以内，检票员定；",
        "（2）十元以上，园长定。",
        "【二】其余不变。",
    ]
    assert named(*lines) == ["【一】", "【一】3", "【一】3（1）", "【一】3（2）", "【二】"]
    assert named("【1】适用于全园。", "【2】本园由主任负责。") == ["【1】", "【2】"]
    assert named("【编者按】已废止。", "正文。") == []


def test_chinese_numbers_may_end_in_a_full_stop() -> None:
    assert named("一．总则", "（一）目的。", "二．分工", "（一）园长。") == ["一、", "一、（一）", "二、", "二、（一）"]


def test_a_table_with_a_number_names_its_rows() -> None:
    lines = [
        heading("4 借用"),
        "4.1 先登记。",
        "4.2 损坏照赔。",
        "表4-1　借用审批",
        HEAD,
        row("投影仪", "主任"),
        "4.3 归还。",
    ]
    assert named(*lines) == ["4", "4.1", "4.2", "表4-1", "表4-1 row 1", "4.3"]
    assert owner("借用审批", *lines).level == "table"
    assert owner("投影仪", *lines).key == "4.row1"
    assert owner("照赔", *lines).until == owner("照赔", *lines).end


def test_a_table_without_the_number_of_a_section_stays_where_it_was() -> None:
    lines = ["第五条 权限见下表：", "表一　支出", HEAD, row("一万元以上", "馆长"), "第六条 其他。"]
    assert named(*lines) == ["第五条", "表一", "表一 row 1", "第六条"]
    assert owner("馆长", *lines).key == "5.row1"


def test_the_unit_may_stand_between_a_caption_and_its_table() -> None:
    lines = ["表2：支出", "单位：万元", row("金额", "决定", head=True), row("3以上", "馆长")]
    assert named(*lines) == ["表2", "表2 row 1"]
    assert owner("馆长", *lines).cells[0].name == "金额（万元）"


def test_an_english_caption_or_heading_names_its_rows() -> None:
    head, body = row("Matter", "Approved by", head=True), row("Tea", "Cook")
    assert named("3. Food", "Table 3. Meals", head, body) == ["3", "Table 3", "Table 3 row 1"]
    assert named(heading("表一 伙食"), HEAD, row("加餐", "园长")) == ["表一", "表一 row 1"]
    assert named(heading("Table A: Meals"), head, body) == ["Table A", "Table A row 1"]


def test_what_only_speaks_of_a_table_is_no_caption() -> None:
    lines = ["第五条 权限。", "表一所列事项由馆长决定。", HEAD, row("购书", "馆长")]
    assert named(*lines) == ["第五条", "第五条", "第五条 row 1"]


def test_a_row_is_read_with_the_caption_and_the_header_of_its_table() -> None:
    text, clauses = split([Line(text="表3 借用"), HEAD, row("投影仪", "主任")])
    found = list(passages("a.md", "a", "办法", text, clauses))
    assert next(p for p in found if p.text.startswith("投影仪")).lead == "表3 借用\n事项 | 决定"


def test_an_annex_may_have_a_letter() -> None:
    lines = ["1. 按附表A办理。", "2. 其他。", heading("附表A　借用"), HEAD, row("投影仪", "主任")]
    assert named(*lines) == ["1", "2", "附表A", "附表A", "附表A row 1"]


def test_a_title_in_brackets_stands_behind_the_number_of_an_article() -> None:
    lines = [
        "CHAPTER TWO - LOANS",
        "Regulation 7 (Opening hours)",
        "(1) Doors open at nine.",
        "(2) Closing:",
        "(a) at six;",
        "(b) at four on Sundays.",
        "S.O. 8 (Keys)",
        "(a) The warden keeps them.",
        "(b) Nobody copies them.",
    ]
    wanted = ["Regulation 7", "Regulation 7(1)", "Regulation 7(2)", "Regulation 7(2)(a)", "Regulation 7(2)(b)"]
    assert named(*lines) == [*wanted, "S.O. 8", "S.O. 8(a)", "S.O. 8(b)"]


def test_a_paragraph_sign_numbers_a_clause() -> None:
    assert named("¶ 1. Hens are kept.", "¶ 2. Ducks aren't.") == ["¶ 1", "¶ 2"]


def test_items_and_policies_are_what_a_document_counts() -> None:
    lines = [
        heading("Policy 310 Keys"),
        "A. Issue",
        "1. The warden issues keys.",
        "2. Nobody else does.",
        "B. Loss",
        "1. Tell the warden.",
        heading("Policy 320 Doors"),
        "A. Locking",
        "1. The porter locks.",
        "B. Bars",
    ]
    first = ["Policy 310", "Policy 310 A", "Policy 310 A 1", "Policy 310 A 2", "Policy 310 B", "Policy 310 B 1"]
    assert named(*lines) == [*first, "Policy 320", "Policy 320 A", "Policy 320 A 1", "Policy 320 B"]
    assert named("Item 1. Keys are new.", "Item 2. Doors stay.") == ["Item 1", "Item 2"]


def test_an_item_inside_an_article_or_in_a_title_is_none() -> None:
    assert named("Section 4. Agenda.", "Item 1. Minutes.", "Item 2. Accounts.", "Section 5. Votes.") == [
        "Section 4",
        "Section 5",
    ]
    assert named(heading("Policy 4.10: Keys", 1), "1. Ask.", "2. Return.") == ["1", "2"]
    assert named(heading("Policy 4: Keys", 1), "1. Ask.", "2. Return.") == ["1", "2"]


def test_numbered_notes_are_called_by_their_word() -> None:
    lines = [heading("表一 支出"), HEAD, row("购书", "馆长"), "说明1　金额含税。", "说明2：跨年的次年报。"]
    assert named(*lines)[-2:] == ["说明1", "说明2"]
    lines = [
        "Section 2. Limits",
        row("sum", "who", head=True),
        row("£5", "Porter"),
        "Note 1. With tax.",
        "Note 2. Per day.",
    ]
    assert named(*lines)[-2:] == ["Section 2 Note 1", "Section 2 Note 2"]


def test_a_code_that_says_its_schedule_is_called_without_it() -> None:
    lines = [
        heading("Schedule D: Rules"),
        "D1. Ask the warden.",
        "D2. Lock the door.",
        heading("Schedule E: Sums"),
        row("sum", "who", head=True),
        row("£5", "Porter"),
    ]
    assert named(*lines) == ["Schedule D", "D1", "D2", "Schedule E", "Schedule E", "Schedule E row 1"]


def test_a_heading_may_follow_a_part() -> None:
    words = ["PART ONE: STATUTES", "STATUTE I. THE WARDEN", "I.1  The warden rules.", "I.2  The porter helps."]
    _, clauses = split([Line(text=line) for line in words])
    assert [c.level for c in clauses] == ["chapter", "heading", "article", "article"]
    assert clauses[1].heading == "STATUTE I. THE WARDEN"


def test_a_number_that_was_put_in_between_has_a_letter() -> None:
    lines = [
        "Rules",
        "11. Ask first.",
        "12. Lock up.",
        "12A. Leave the key:",
        "(a) on the hook;",
        "12B. Go home.",
        "13. Return.",
    ]
    assert named("10. Knock.", *lines[1:]) == ["10", "11", "12", "12A", "12A(a)", "12B", "13"]
    assert owner("Return", "10. Knock.", *lines[1:]).key == "13"
    assert named("3. Machines", "3D. Printing is free.") == ["3"]


def test_headings_may_have_a_chinese_number_and_a_space() -> None:
    lines = [heading("一　总则"), "（一）目的。", "（二）范围。", heading("二　分工"), "（一）园长主管。"]
    assert named(*lines) == ["一、（一）", "一、（二）", "二、（一）"]
    articles = [heading("一　总则"), "第一条 目的。", heading("二　分工"), "第二条 园长主管。"]
    assert named(*articles) == ["第一条", "第二条"]
    assert named("一 百年老园。", "二 三年级的孩子。") == []


def test_a_chinese_number_may_have_half_a_bracket() -> None:
    assert named("一、票价", "一）成人十元；", "二）儿童五元。", "二、时间") == ["一、", "一、一）", "一、二）", "二、"]


def test_articles_may_have_two_numbers() -> None:
    assert named("第3.1条 门票十元。", "第3.2条 儿童半价。", "第3.1条规定的票价不变。") == ["第3.1条", "第3.2条"]


def test_short_words_for_articles_need_no_stop() -> None:
    assert named("Sec 4 Keys", "The warden keeps them.", "Reg 5 Doors") == ["Sec 4", "Reg 5"]
