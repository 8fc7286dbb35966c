"""How clauses are called whose printed number says by itself where it stands, or runs on from heading to heading."""

import pytest

from corpus.models import Line, Role
from corpus.outline.growing import split


def heading(words: str, level: int = 2) -> Line:
    return Line(text=words, role=Role.HEADING, level=level)


def row(*cells: str, head: bool = False) -> Line:
    return Line(text=" | ".join(cells), role=Role.HEADER if head else Role.ROW, cells=cells)


def labels(*lines: str | Line) -> list[str]:
    made = [line if isinstance(line, Line) else Line(text=line) for line in lines]
    return [clause.label for clause in split(made)[1] if clause.label]


def test_a_number_that_says_where_it_stands_is_named_without_that() -> None:
    lines = [heading("SO 1 Crew"), "1.1 The Mate signs on hands.", "(a) in port.", heading("SO 2 Cargo")]
    lines += ["2.1 The Bosun seals it.", "2.2 Weights.", "(a) The Purser weighs it.", "(b) The Mate signs."]
    assert labels(*lines) == ["SO 1", "1.1", "1.1(a)", "SO 2", "2.1", "2.2", "2.2(a)", "2.2(b)"]


def test_a_number_of_another_clause_is_named_with_its_own() -> None:
    lines = [heading("SO 1 Crew"), "7.1 The Mate signs on hands.", heading("SO 2 Cargo"), "7.1 The Bosun seals it."]
    assert labels(*lines) == ["SO 1", "SO 1 7.1", "SO 2", "SO 2 7.1"]


def test_numbers_that_run_on_under_lettered_headings_are_named_without_them() -> None:
    lines = [heading("A. Promises"), "1. Nobody smokes.", "2. Nobody shouts.", heading("B. Reports")]
    lines += ["3. On each report:", "(a) the Usher listens;", "(b) the Warden decides.", "4. Files are kept."]
    assert labels(*lines) == ["A", "1", "2", "B", "3", "3(a)", "3(b)", "4"]


def test_numbers_that_start_again_under_lettered_headings_are_named_with_them() -> None:
    lines = [heading("A. Promises"), "1. Nobody smokes.", "2. Nobody shouts.", heading("B. Reports"), "1. In ink."]
    assert labels(*lines) == ["A", "A 1", "A 2", "B", "B 1"]


def test_numbers_that_start_again_in_each_section_are_named_with_it_and_articles_are_not() -> None:
    lines = [heading("第一节 借琴"), "1. 借琴要登记。", "2. 还琴要验收。", heading("第二节 修琴"), "1. 修琴要报修。"]
    assert labels(*lines) == ["第一节 1", "第一节 2", "第二节 1"]
    lines = [heading("第一章 借琴"), "第一条 借琴要登记。", heading("第二章 修琴"), "第二条 修琴要报修。"]
    assert labels(*lines) == ["第一条", "第二条"]


def test_a_long_heading_numbers_its_table() -> None:
    words = "Table 1 — Engaging the ship for repairs, stores and pilots (signature of the agreement)"
    head, body = row("Sum", "Signed by", head=True), row("up to 90", "Mate")
    lines = [heading(words), head, body, heading("Table 2 — Crew"), head, body]
    assert labels(*lines) == ["Table 1", "Table 1 row 1", "Table 2", "Table 2 row 1"]


@pytest.mark.parametrize("second", ["M1.2 16 sheets a week are issued.", "M1.2 under 3 kg – by hand"])
def test_a_dotted_code_goes_on_whatever_it_opens_with(second: str) -> None:
    lines = ["M1 Linen", "M1.1 Sheets are washed.", second, "M1.3 The Matron counts them."]
    assert labels(*lines) == ["M1", "M1.1", "M1.2", "M1.3"]
    assert labels("M1 Linen", "M1.1 Sheets as in", "M1.1 above.") == ["M1", "M1.1"]


def test_codes_begin_at_the_first_of_any_number() -> None:
    lines = ["LN-30.1 Scope. All hands.", "LN-30.2 Soap.", "a. One bar.", "b. Two bars.", "LN-30.3 Starch."]
    assert labels(*lines) == ["LN-30.1", "LN-30.2", "LN-30.2 a", "LN-30.2 b", "LN-30.3"]


@pytest.mark.parametrize("word", ["Point", "Tip", "Topic"])
def test_points_and_tips_are_counted(word: str) -> None:
    lines = [f"{word} 1.", "The pool stays shut.", f"{word} 2. Lamps are lit by the porter.", f"{word} 3. Tea at four."]
    assert labels(*lines) == [f"{word} 1", f"{word} 2", f"{word} 3"]
    parted = [heading("Tea"), *lines[:3], heading("Toast"), *lines[3:]]
    assert labels(*parted) == [f"{word} 1", f"{word} 2", f"{word} 3"]
    assert labels("At this", f"{word} 4 of the agenda is open.", "It stays so.") == []


def test_spelt_numbers_count_the_orders_of_a_circular() -> None:
    lines = ["I order as below.", "First. The mess shuts at nine.", "Second.  The cook keeps the key.", "Third: Lamps."]
    assert labels(*lines) == ["First", "Second", "Third"]
    assert labels("First, the cook reports to the mate.", "Second, the mate decides.") == []


def test_numbers_of_a_years_minutes_and_lower_romans_count_clauses() -> None:
    lines = ["26/7 Boats", "26/7(a) The Mate buys oars.", "26/7(b) Oars are red.", "26/8 Nets", "26/8(a) Mended."]
    assert labels(*lines, "26/9 Tar") == ["26/7", "26/7(a)", "26/7(b)", "26/8", "26/8(a)", "26/9"]
    assert labels("24/7 The desk is open.", "Then it shuts.") == []
    parted = [heading("i. Oars"), "i.1 Oars are lent.", "i.2 They float.", heading("ii. Nets"), "ii.1 Nets dry."]
    assert labels(*parted, "ii.2 They hang.") == ["i", "i.1", "i.2", "ii", "ii.1", "ii.2"]
    assert labels("Art. I. Oars are lent.", "Art. II. Nets dry.") == ["Art. I", "Art. II"]


def test_a_code_that_runs_on_past_a_schedule_is_named_without_it() -> None:
    lines = ["Q-1 Oars float.", "Q-2 Nets dry.", heading("Schedule 1 Ropes"), "Q-3 Ropes are cut:", "(a) by the Mate;"]
    lines += ["(b) by the Cook.", heading("Schedule 2 Tar"), "Q-4 Tar is hot."]
    assert labels(*lines) == ["Q-1", "Q-2", "Schedule 1", "Q-3", "Q-3(a)", "Q-3(b)", "Schedule 2", "Q-4"]


def test_items_may_open_behind_a_bare_subject() -> None:
    line = "Section 2. The Warden (a) presides; (b) names the members of each panel; and (c) signs minutes."
    assert labels(line) == ["Section 2", "Section 2(a)", "Section 2(b)", "Section 2(c)"]
    assert labels("Section 3. Guests may ask for (a) a towel, (b) soap, or (c) a mat.") == ["Section 3"]


def test_a_row_bears_the_lone_letter_of_its_heading() -> None:
    table = [row("Post", "Deputy", head=True), row("Warden", "Mate")]
    lines = [heading("A Use"), "A-1 Oars float.", "A-2 Nets dry.", heading("B Deputies"), *table]
    assert labels(*lines) == ["A-1", "A-2", "B row 1"]


def test_numbers_of_one_roman_sign_head_what_starts_again_under_them() -> None:
    lines = ["Ⅰ 借出", "1. 船灯由水手长发。", "2. 缆绳不借。", "Ⅱ 归还", "1. 当日归还。", "2. 逾期的由大副处理。"]
    assert labels(*lines) == ["Ⅰ", "Ⅰ 1", "Ⅰ 2", "Ⅱ", "Ⅱ 1", "Ⅱ 2"]
    lines = ["Ⅰ-1 船灯由水手长发。", "Ⅰ-2 缆绳不借。", "Ⅱ-1 当日归还。", "Ⅱ-2 逾期的由大副处理。"]
    assert labels(*lines) == ["Ⅰ-1", "Ⅰ-2", "Ⅱ-1", "Ⅱ-2"]


def test_a_paragraph_sign_counts_within_itself_before_chinese_words() -> None:
    lines = ["§1 船灯", "§1.1 船灯由水手长发。", "§1.2 当日归还。", "§2 缆绳", "§2.1 缆绳不借。"]
    assert labels(*lines) == ["§1", "§1.1", "§1.2", "§2", "§2.1"]


def test_a_bare_ordinal_before_a_space_numbers_a_clause() -> None:
    assert labels("第一 船灯由水手长发。", "第二 缆绳不借。", "第三 当日归还。") == ["第一", "第二", "第三"]


def test_bare_numbers_run_on_past_a_heading() -> None:
    lines = [heading("第一节 借出"), "1 船灯由水手长发。", "2 缆绳不借。", heading("第二节 归还")]
    lines += ["3 当日归还。", "4 逾期的由大副处理。"]
    assert labels(*lines) == ["1", "2", "3", "4"]


def test_a_code_may_stand_before_a_sum() -> None:
    assert labels("F-1 船灯由水手长发。", "F-2 5000元以上的由船长发。", "F-3 缆绳不借。") == ["F-1", "F-2", "F-3"]


def test_a_lettered_heading_may_end_with_a_remark_in_brackets() -> None:
    head, body = row("金额", "谁签", head=True), row("90元以下", "大副")
    lines = [heading("A 修船、补给（预算内）"), head, body, heading("B 人员"), head, body]
    assert set(labels(*lines)) == {"A", "A row 1", "B", "B row 1"}
