"""What numbers a clause at the start of a line, and what only looks like it."""

import pytest

from corpus.outline.marks import Level, mark
from corpus.quantities.numbers import ordinal

MARKS = [
    ("第一编 总则", Level.PART, "第一编", "1"),
    ("第三章　议事规则", Level.CHAPTER, "第三章", "3"),
    ("第二部分 程序", Level.CHAPTER, "第二部分", "2"),
    ("第二节 会议", Level.SECTION, "第二节", "2"),
    ("第十二条 校长决定。", Level.ARTICLE, "第十二条", "12"),
    ("第十二条之一 校长决定。", Level.ARTICLE, "第十二条之一", "12-1"),
    ("第１２条　校长决定。", Level.ARTICLE, "第１２条", "12"),
    ("第一百零三条", Level.ARTICLE, "第一百零三条", "103"),
    ("第五条（适用范围）本办法适用于……", Level.ARTICLE, "第五条", "5"),
    ("第六条 规定本校重大事项的制度，由党组织会议通过。", Level.ARTICLE, "第六条", "6"),
    ("第十条 项目负责人提出申请。", Level.ARTICLE, "第十条", "10"),
    ("一、总体要求", Level.CJK, "一、", "1"),
    ("（一）预算", Level.CJK_BRACKET, "（一）", "1"),
    ("(十二)预算", Level.CJK_BRACKET, "（十二）", "12"),
    ("㈢预算", Level.CJK_BRACKET, "㈢", "3"),
    ("第一，要站稳立场", Level.ORDINAL, "第一", "1"),
    ("1. 预算", Level.NUMBER, "1", "1"),
    ("１．预算", Level.NUMBER, "１", "1"),
    ("3、预算", Level.NUMBER, "3", "3"),
    ("⒉预算", Level.NUMBER, "⒉", "2"),
    ("3 Leave of absence", Level.NUMBER, "3", "3"),
    ("（1）预算", Level.BRACKET, "（1）", "1"),
    ("⑵预算", Level.BRACKET, "⑵", "2"),
    ("2）预算", Level.BRACKET, "2", "2"),
    ("①预算", Level.CIRCLED, "①", "1"),
    ("⑳预算", Level.CIRCLED, "⑳", "20"),
    ("一是要列清单", Level.POINT, "一是", "1"),
    ("二要跟进培训", Level.POINT, "二要", "2"),
    ("三方面的原因", Level.POINT, "三方面", "3"),
    ("篇7", Level.PART, "篇7", "7"),
    ("附件1：采购目录", Level.PART, "附件1", "annex1"),
    ("附件", Level.PART, "附件", "annex"),
    ("一·3　馆员请假", Level.DOTTED, "一·3", "1.3"),
    ("二.B 借阅。", Level.DOTTED, "二.B", "2.b"),
    ("丙-2 馆际互借由馆长批准。", Level.DOTTED, "丙-2", "3.2"),
    ("第贰之一　馆员晋级", Level.DOTTED, "第贰之一", "2.1"),
    ("二（3） 闭馆由馆长决定。", Level.BRACKET, "（3）", "3"),
    ("叁、闭馆由馆长决定，并提前公告。", Level.CJK, "叁、", "3"),
    ("乙、馆员请假三天以上的，由馆长批准。", Level.CJK, "乙、", "2"),
    ("4条　闭馆由馆长决定。", Level.ARTICLE, "4条", "4"),
    ("4条之二　闭馆由馆长决定。", Level.ARTICLE, "4条之二", "4-2"),
    ("§4 闭馆　馆长决定。", Level.ARTICLE, "§4", "4"),
    ("第二项　其他照旧。", Level.ORDINAL, "第二项", "2"),
    ("第一步，提出。", Level.STEP, "第一步", "1"),
    ("步骤二：审核", Level.STEP, "步骤二", "2"),
    ("2.1 Limits", Level.DOTTED, "2.1", "2.1"),
    ("２．１．３ 采购", Level.DOTTED, "２．１．３", "2.1.3"),
    ("2.1年度预算编制", Level.DOTTED, "2.1", "2.1"),
    ("(a) fines", Level.LETTER, "(a)", "a"),
    ("b) fines", Level.LETTER, "b", "b"),
    ("a)一侧", Level.LETTER, "a", "a"),
    ("A. Purpose", Level.LETTER, "A", "a"),
    ("(iv) fines", Level.ROMAN, "(iv)", "iv"),
    ("Part A Staff", Level.CHAPTER, "Part A", "a"),
    ("Chapter 3: Money", Level.CHAPTER, "Chapter 3", "3"),
    ("Section 4 Leave", Level.ARTICLE, "Section 4", "4"),
    ("Section 4", Level.ARTICLE, "Section 4", "4"),
    ("Article 6 – Records", Level.ARTICLE, "Article 6", "6"),
    ("Section 2.1 Approval", Level.ARTICLE, "Section 2.1", "2.1"),
    ("Schedule 1 Matters reserved", Level.PART, "Schedule 1", "schedule1"),
    ("SCHEDULE 2", Level.PART, "SCHEDULE 2", "schedule2"),
    ("Annex B – Forms", Level.PART, "Annex B", "annexb"),
    ("§ 5 Boats", Level.ARTICLE, "§ 5", "5"),
    ("§7a. Oars", Level.ARTICLE, "§7a", "7a"),
    ("Art. 8 The purse", Level.ARTICLE, "Art. 8", "8"),
    ("Paragraph 4.2.1 The gate", Level.ARTICLE, "Paragraph 4.2.1", "4.2.1"),
    ("Standing Order 9 The debate", Level.ARTICLE, "Standing Order 9", "9"),
    ("Regulation 6 (1) Tenders are opened.", Level.ARTICLE, "Regulation 6", "6"),
    ("Part Two: Money", Level.CHAPTER, "Part Two", "2"),
    ("PART ELEVEN", Level.CHAPTER, "PART ELEVEN", "11"),
    ("Section B: Gates", Level.CHAPTER, "Section B", "b"),
    ("Schedule One", Level.PART, "Schedule One", "schedule1"),
    ("A1. Rooms are booked.", Level.ARTICLE, "A1", "a1"),
    ("M12 Keys are kept.", Level.ARTICLE, "M12", "m12"),
    ("SO 9 The debate", Level.ARTICLE, "SO 9", "so9"),
    ("A.2.1 On Sundays", Level.DOTTED, "A.2.1", "a2.1"),
    ("HR-03 休假由人事处批准。", Level.ARTICLE, "HR-03", "hr3"),
    ("A – Leave", Level.LETTER, "A", "a"),
    ("Step 2. Writing.", Level.STEP, "Step 2", "2"),
    ("Step three: reply", Level.STEP, "Step three", "3"),
]
NOT_MARKS = [
    "第五条规定的情形，由校长决定。",
    "第五条、第六条规定的事项",
    "第五条和第六条",
    "第三条第二款规定的费用",
    "第三条 第二款规定的费用",
    "第五条（二）项所列费用",
    "第五条的规定",
    "第三章规定的程序",
    "第二章、第三章",
    "第一节课后由班主任负责。",
    "（一）和（二）所列事项",
    "（二）、（三）项",
    "（一）项规定的事项",
    "附件1、附件2",
    "附件1所列的材料",
    "附则",
    "1.5万元以上的",
    "1.5 万元以上的",
    "3.2%",
    "2.5年以上的",
    "100元以下",
    "2024年9月1日起施行",
    "9月1日起施行",
    "9 月 1 日起施行",
    "2024.9.1",
    "2024",
    "Section 4 applies where the sum is larger.",
    "Section 4(b) applies",
    "Schedule 2 applies to all staff.",
    "Part 3 of this policy",
    "Part of the work",
    "Part one of the work",
    "§ 5 applies to canoes.",
    "Paragraph 6.2 is replaced by the following:",
    "Regulation 6(1) and (2) apply.",
    "A4 paper must be white.",
    "A4纸由总务处采购。",
    "B12 vitamins",
    "T1 and T2 apply.",
    "COVID-19 Tests",
    "Step 3 is left out in an emergency.",
    "2.1(b) and (c), which it may not change.",
    "2.1 and 2.2 apply to all.",
    "(b) and (c) apply.",
    "3.5 million pounds",
    "In 2024 the Board",
    "",
    " ",
]


@pytest.mark.parametrize(("line", "level", "printed", "key"), MARKS)
def test_a_mark_is_read_with_its_level_its_print_and_its_number(
    line: str, level: Level, printed: str, key: str
) -> None:
    found = mark(line)
    assert found is not None
    assert (found.level, found.printed, found.key) == (level, printed, key)


@pytest.mark.parametrize("line", NOT_MARKS)
def test_a_reference_an_amount_and_a_date_number_nothing(line: str) -> None:
    assert mark(line) is None


@pytest.mark.parametrize(
    "line", ["第七条附则本办法由办公室解释", "2.1年度预算", "一是要", "二、三年级", "A. Smith", "A4 Paper"]
)
def test_what_may_be_ordinary_words_is_not_firm(line: str) -> None:
    found = mark(line)
    assert found is not None
    assert not found.firm


def test_the_length_of_a_mark_takes_in_the_space_around_it() -> None:
    found = mark("　　（一） 预算")
    assert found is not None
    assert "　　（一） 预算"[found.length :] == "预算"


def test_a_printed_mark_never_holds_a_line_break() -> None:
    found = mark("Section\n4\nLeave")
    assert found is not None
    assert found.printed == "Section 4"


@pytest.mark.parametrize(
    ("text", "value"), [("二十一", 21), ("一百零三", 103), ("十", 10), ("２1", 21), ("二〇二四", 2024)]
)
def test_numbers_are_read_in_every_script(text: str, value: int) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize("line", ["第" + "一" * 9000 + "条", "第" + "9" * 9000 + "条", "一" * 9000 + "、", "1." * 9000])
def test_absurdly_long_numbers_are_no_marks(line: str) -> None:
    found = mark(line)
    assert found is None or len(found.printed) < 40
