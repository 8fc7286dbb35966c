"""What a document says of itself: from when, until when, instead of what; and what it only says of other things."""

from datetime import date

import pytest

from corpus.models import Change, Facts, Line, Stated
from corpus.outline.growing import split
from corpus.validity.said.stated import stated

MAY = date(2023, 5, 1)


def read(text: str, facts: Facts | None = None, path: str = "") -> Stated:
    body, clauses = split([Line(text=line) for line in text.split("\n")])
    return stated(body, clauses, facts or Facts(title="请假管理办法"), path)


def wording(text: str, stated: Stated) -> list[str]:
    body, _ = split([Line(text=line) for line in text.split("\n")])
    return [body[a.start : a.end] for a in stated.amendments]


def article(closing: str) -> str:
    """A rule of three articles, the last of which is `closing`."""
    return f"请假管理办法\n第一条 为规范请假，制定本办法。\n第二条 事假由校长批准。\n第三条 {closing}"


@pytest.mark.parametrize(
    ("closing", "day"),
    [
        ("本办法自2024年9月1日起施行。", date(2024, 9, 1)),
        ("本办法由人事处负责解释，自 2024 年 9 月 1 日起执行。", date(2024, 9, 1)),
        ("自二〇二四年九月一日起生效。", date(2024, 9, 1)),
        ("本办法经教代会通过后，于2024年9月起实行。", date(2024, 9, 1)),
        ("本办法自2024年9月1日起试行一年。", date(2024, 9, 1)),
        ("本办法自印发之日起施行。\n人事处\n2023年5月1日", MAY),
        ("本办法自公布之日起30日后施行。\n2023年5月1日", date(2023, 5, 31)),
        ("《请假管理办法》自2024年9月1日起施行。", date(2024, 9, 1)),
    ],
)
def test_the_closing_article_names_the_day_it_takes_effect(closing: str, day: date) -> None:
    assert read(article(closing)).effective == day


@pytest.mark.parametrize(
    "other",
    [
        "事假自2024年9月1日起执行新标准。",
        "新的补贴标准自2024年9月1日起执行。",
        "租赁合同自2024年9月1日起生效，有效期三年。",
        "劳动合同自双方签字之日起生效。",
        "职工自2024年9月1日起休假的，由校长批准。",
        "《会议制度》自2024年9月1日起施行。",
        "根据《采购办法》（2024年9月1日起施行）办理。",
        "通知中写明：“本办法自2024年9月1日起施行，有效期三年。”",
        "本办法所称新标准，自2024年9月1日起执行。",
        "本办法第二条的规定自2024年9月1日起施行。",
    ],
)
def test_what_begins_something_else_does_not_begin_the_document(other: str) -> None:
    found = read(f"请假管理办法\n第一条 为规范请假，制定本办法。\n第二条 {other}\n第三条 由人事处解释。")
    assert (found.effective, found.repealed) == (None, None)


@pytest.mark.parametrize(
    ("line", "begins", "ends"),
    [
        ("This policy takes effect on 1 May 2023 and replaces version 2.", MAY, None),
        ("Valid from 1 May 2023.", MAY, None),
        ("In force from May 1st, 2023 until further notice.", MAY, None),
        ("These rules come into force on 1 May 2023.", MAY, None),
        ("Adopted by the Board on 8 April 2023 with effect from 1 May 2023.", MAY, None),
        ("Effective date: 2023-05-01", MAY, None),
        ("This version is in force until 31 March 2025.", None, date(2025, 4, 1)),
        ("This policy takes effect on 1 May 2023 and expires on 30 April 2024.", MAY, date(2024, 5, 1)),
        ("In force from 1 May 2023 until the end of March 2025.", MAY, date(2025, 4, 1)),
        ("Valid from 1 May 2023 for three years.", MAY, date(2026, 5, 1)),
    ],
)
def test_an_english_opening_says_from_when_and_until_when(line: str, begins: date | None, ends: date | None) -> None:
    found = read(f"Leave Policy\n{line}\n1. Leave is approved by the Head.\n2. Sickness is reported.", LEAVE)
    assert (found.effective, found.repealed) == (begins, ends)


LEAVE = Facts(title="Leave Policy")


@pytest.mark.parametrize(
    "other",
    [
        "An extension is valid until 31 March 2025.",
        "The new allowance takes effect on 1 May 2023.",
        "The contract comes into force on 1 May 2023 and expires on 30 April 2024.",
        "Claims for journeys before 1 May 2023 are dealt with as before.",
        'The notice reads: "This policy takes effect on 1 May 2023."',
        "A third day is for the Head to allow until 31 March 2025.",
    ],
)
def test_an_english_sentence_about_something_else_is_passed_over(other: str) -> None:
    found = read(f"Leave Policy\n1. General.\n2. {other}\n3. Leave is approved by the Head.", LEAVE)
    assert (found.effective, found.repealed) == (None, None)


@pytest.mark.parametrize(
    ("closing", "ends"),
    [
        ("本办法自2023年5月1日起施行，有效期三年。", date(2026, 5, 1)),
        ("本办法自2023年5月1日起施行，有效期至2025年12月31日。", date(2026, 1, 1)),
        ("本办法自2023年5月1日起试行一年。", date(2024, 5, 1)),
        ("本办法自2023年5月1日起施行，试行期为两年。", date(2025, 5, 1)),
        ("本办法有效期自2023年5月1日至2025年4月30日。", date(2025, 5, 1)),
        ("本办法自2023年5月1日起施行，许可证有效期三年。", None),
    ],
)
def test_a_term_ends_the_day_after_its_last_day(closing: str, ends: date | None) -> None:
    assert read(article(closing)).repealed == ends


def test_a_term_runs_from_the_day_that_was_given() -> None:
    given = Facts(title="请假管理办法", effective=date(2024, 1, 1))
    assert read(article("本办法自印发之日起施行，有效期三年。"), given).repealed == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("closing", "repealed"),
    [
        ("2019年印发的《请假办法（2019年）》同时废止。", [("请假办法（2019年）", "2019", "")]),
        ("《请假办法》（校字〔2019〕3号）同时废止。", [("请假办法", "", "校字〔2019〕3号")]),
        ("公司2016年印发的《考勤规定》、《加班规定》同时废止。", [("考勤规定", "2016", ""), ("加班规定", "", "")]),
        ("原办法同时废止。", [("", "", "")]),
        ("《考勤规定》中有关请假的规定同时废止。", []),
        ("以前的规定与本规定不一致的，以本规定为准。", []),
    ],
)
def test_what_is_repealed_at_the_same_time(closing: str, repealed: list[tuple[str, str, str]]) -> None:
    found = read(article(f"本办法自2024年9月1日起施行。{closing}"))
    assert [(r.title, r.version, r.number) for r in found.repeals] == repealed


def test_a_repeal_may_have_a_day_of_its_own() -> None:
    found = read(article("本办法自2024年9月1日起施行。《考勤规定》自2025年1月1日起废止。"))
    assert [(r.title, r.day) for r in found.repeals] == [("考勤规定", date(2025, 1, 1))]
    assert found.effective == date(2024, 9, 1)


@pytest.mark.parametrize(
    ("line", "title", "version"),
    [
        ("Version 5 replaces version 4.", "", "4"),
        ("This policy takes effect on 1 May 2023 and replaces version 2 (2017).", "", "2"),
        ("This policy supersedes the Absence Policy of 2017.", "Absence Policy", "2017"),
        ("The Absence Policy of 2017 is hereby revoked.", "Absence Policy", "2017"),
        ("The version of 2019 lapsed on 31 December 2024.", "", "2019"),
    ],
)
def test_an_english_opening_says_what_it_replaces(line: str, title: str, version: str) -> None:
    found = read(f"Leave Policy\n{line}\n1. Leave is approved by the Head.\n2. Sickness is reported.", LEAVE)
    assert [(r.title, r.version) for r in found.repeals] == [(title, version)]


@pytest.mark.parametrize(
    ("facts", "path", "version"),
    [
        (Facts(title="请假办法", version="V3.0"), "", "3"),
        (Facts(title="请假办法（2019年）"), "", "2019"),
        (Facts(title="Leave Policy, version 4"), "", "4"),
        (Facts(title="请假办法"), "hr/请假办法V2.md", "2"),
        (Facts(title="请假办法"), "", ""),
    ],
)
def test_a_version_is_given_or_stands_in_the_title_or_the_file_name(facts: Facts, path: str, version: str) -> None:
    assert read("第一条 事假由校长批准。\n第二条 病假由校长批准。", facts, path).version == version


AMENDING = Facts(title="关于修改《请假办法》的决定")


@pytest.mark.parametrize(
    ("sentence", "label", "change", "part", "new"),
    [
        ("将第五条修改为：“由院长批准。”", "第五条", Change.REPLACED, "", "由院长批准。"),
        ("将2.6修改为：“由总经理批准。”", "2.6", Change.REPLACED, "", "由总经理批准。"),
        ("第四条第（二）项修改为：“病假。”", "第四条第（二）项", Change.REPLACED, "", "病假。"),
        ("将第七条第二款修改为：“三天。”", "第七条", Change.REPLACED, "第二款", "三天。"),
        ("删去第九条。", "第九条", Change.DELETED, "", "删去第九条"),
        ("第三条后增加一条：“补假。”", "第三条", Change.ADDED, "", "补假。"),
        ("增加一条，作为第十二条之一：“补假。”", "第十二条之一", Change.ADDED, "", "补假。"),
        ("第七条第二款修改为：“三天。”", "第七条", Change.REPLACED, "第二款", "三天。"),
        ("在第九条后增加一条，作为第十条：“补假。”", "第十条", Change.ADDED, "", "补假。"),
        ("第九条增加一项，作为第（四）项：“补假。”", "第九条", Change.ADDED, "", "补假。"),
        ("对第九条作出修改，修改后为：“补假。”", "第九条", Change.REPLACED, "", "补假。"),
        ("修改第九条为：“补假。”", "第九条", Change.REPLACED, "", "补假。"),
        ("原第九条调整为第十条，内容修改为：“补假。”", "第九条", Change.REPLACED, "", "补假。"),
        ("第九条停止执行。", "第九条", Change.DELETED, "", "第九条停止执行"),
        ("增加2.4：“2.4 补假由组长批准。”", "2.4", Change.ADDED, "", "2.4 补假由组长批准。"),
        ("在2.3后增加2.4：“补假。”", "2.4", Change.ADDED, "", "补假。"),
        ("2.3的上限由3天提高到5天。", "2.3", Change.REPLACED, "上限由3天提高到5天", "2.3的上限由3天提高到5天"),
    ],
)
def test_a_decision_changes_a_clause_of_what_its_title_names(
    sentence: str, label: str, change: Change, part: str, new: str
) -> None:
    text = f"关于修改《请假办法》的决定\n一、{sentence}\n二、本决定自2024年9月1日起施行。"
    found = read(text, AMENDING)
    assert [(a.label, a.change, a.part) for a in found.amendments] == [(label, change, part)]
    assert wording(text, found) == [new]
    assert found.amends == ("请假办法",)


def test_articles_that_become_one_are_all_replaced() -> None:
    text = (
        "关于修改《请假办法》的决定\n一、将第五条、第六条合并，作为第五条，修改为：“由院长批准。”\n二、由人事处解释。"
    )
    assert [(a.label, a.change) for a in read(text, AMENDING).amendments] == [
        ("第五条", Change.REPLACED),
        ("第六条", Change.REPLACED),
    ]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("将第三条第一款中的“处长”删去", "“处长”删去"),
        ("在第三条“处长”后增加“或者副处长”", "“处长”后增加“或者副处长”"),
    ],
)
def test_words_that_go_or_come_change_a_part(sentence: str, part: str) -> None:
    text = f"关于修改《请假办法》的决定\n一、{sentence}。\n二、由人事处解释。"
    found = read(text, AMENDING)
    assert [(a.label, a.change, a.part) for a in found.amendments] == [("第三条", Change.REPLACED, part)]
    assert wording(text, found) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("将“总务处”统一修改为“后勤处”", False),
        ("将“总务处”等表述改为“后勤处”等相应表述", True),
        ("删去第二章", True),
        ("第八条改为第九条", True),
        ("本决定自2024年9月1日起施行，修改后的办法重新公布", False),
        ("9月1日以后续假的，前后天数合并计算，按新规定办", False),
        ("由人事处解释", False),
    ],
)
def test_a_change_that_nobody_can_apply_is_kept_word_for_word(sentence: str, unread: bool) -> None:
    found = read(f"关于修改《请假办法》的决定\n一、将第五条修改为：“甲。”\n二、{sentence}。", AMENDING)
    assert found.unread == ((sentence,) if unread else ())


@pytest.mark.parametrize(
    ("title", "opening", "amended"),
    [
        ("关于修订请假办法的通知", "", "请假办法"),
        ("请假办法修正案", "", "请假办法"),
        ("关于修改〈请假办法〉的决定", "", "请假办法"),
        ("关于调整权限的通知", "现将《请假办法》（校字〔2020〕3号）有关条款调整如下：", "请假办法"),
        (
            "Amendment to the Financial Handbook",
            "The Financial Handbook be amended as follows:",
            "The Financial Handbook",
        ),
        ("A resolution", "Resolved that the Financial Handbook be amended as follows:", "the Financial Handbook"),
        ("Changes to the Leave Policy", "", "the Leave Policy"),
        ("Leave Policy – Amendment No. 2", "", "Leave Policy"),
        ("Leave Policy Amendment Order 2024", "", "Leave Policy"),
        ("Leave Policy – Change Notice 3", "", "Leave Policy"),
        ("A notice", "This notice amends the Leave Policy from 1 May 2023.", "the Leave Policy"),
    ],
)
def test_what_is_amended_is_named_by_the_opening_or_the_title(title: str, opening: str, amended: str) -> None:
    assert read(f"{title}\n{opening}\n1. Clause 4 is deleted.\n2. 其他不变。", Facts(title=title)).amends[0] == amended


def test_words_that_change_make_the_whole_sentence_the_new_wording() -> None:
    text = "关于修改《请假办法》的决定\n一、将第十条中的“两周”修改为“三周”。\n二、由人事处解释。"
    found = read(text, AMENDING)
    assert [(a.label, a.part) for a in found.amendments] == [("第十条", "“两周”")]
    assert wording(text, found) == ["将第十条中的“两周”修改为“三周”"]


@pytest.mark.parametrize(
    ("sentence", "change", "new"),
    [
        ('Section 4.3 is replaced by: "4.3 Claims go to the Head."', Change.REPLACED, "4.3 Claims go to the Head."),
        ("In section 4.3, for £500 substitute £750.", Change.REPLACED, "In section 4.3, for £500 substitute £750"),
        ("Section 4.3 is deleted.", Change.DELETED, "Section 4.3 is deleted"),
        ('After section 4.3 insert: "4.3A Tips."', Change.ADDED, "4.3A Tips."),
        ('Section 4.3 shall be replaced with: "4.3 Tips."', Change.REPLACED, "4.3 Tips."),
        ('Section 4.3 now reads: "4.3 Tips."', Change.REPLACED, "4.3 Tips."),
        ('Section 4.3 is amended to read: "4.3 Tips."', Change.REPLACED, "4.3 Tips."),
        ('Substitute the following for section 4.3: "4.3 Tips."', Change.REPLACED, "4.3 Tips."),
        ('After section 4.3, insert the following paragraph: "4.3A Tips."', Change.ADDED, "4.3A Tips."),
        ('At the end of section 4.3 add: "Tips."', Change.ADDED, "Tips."),
        ("Section 4.3 ceases to have effect.", Change.DELETED, "Section 4.3 ceases to have effect"),
        ("Delete section 4.3", Change.DELETED, "Delete section 4.3"),
    ],
)
def test_an_english_amendment_names_its_section(sentence: str, change: Change, new: str) -> None:
    text = f"First Amendment to the Leave Policy\n1. {sentence}\n2. Old claims stay as they are."
    found = read(text, Facts(title="First Amendment to the Leave Policy"))
    assert [(a.label.lower(), a.change) for a in found.amendments] == [("section 4.3", change)]
    assert wording(text, found) == [new]
    assert found.amends == ("the Leave Policy",)


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ('Insert after 4.2: "4.2A Tips."', ["4.2"]),
        ('Paragraph 6.2 is replaced by the following: "6.2 Tips."', ["Paragraph 6.2"]),
        ("Delete clause 4.", ["clause 4"]),
        ("Clauses 4 to 6 are deleted.", ["Clauses 4", "Clauses 5", "Clauses 6"]),
        ('Standing Order 12 is replaced by: "12 Tips."', ["Standing Order 12"]),
        ('In 6.2, for "£500" read "£750".', ["6.2"]),
    ],
)
def test_a_clause_is_named_by_whatever_the_document_calls_it(sentence: str, labels: list[str]) -> None:
    text = f"First Amendment to the Leave Policy\n1. {sentence}\n2. Old claims stay as they are."
    assert [a.label for a in read(text, Facts(title="First Amendment to the Leave Policy")).amendments] == labels


def test_a_file_may_stand_behind_a_title() -> None:
    text = "Amendment 3\n1. Section 4 of the Leave Policy (leave.md) be replaced by: “4. Free.”\n2. Noted."
    assert [(a.title, a.label) for a in read(text, Facts(title="Amendment 3")).amendments] == [
        ("Leave Policy", "Section 4")
    ]


def test_a_title_ends_before_be() -> None:
    text = "Resolution 3\n1. That section 4 of the Leave Policy be replaced by the following: “4. Free.”\n2. Noted."
    assert [(a.title, a.label) for a in read(text, Facts(title="Resolution 3")).amendments] == [
        ("Leave Policy", "section 4")
    ]


def test_a_rule_may_amend_another_that_it_names() -> None:
    found = read(article("将《考勤规定》第五条修改为：“由院长批准。”"))
    assert [(a.title, a.label) for a in found.amendments] == [("考勤规定", "第五条")]


@pytest.mark.parametrize("sentence", ["申请人将第一项修改为正式名称。", "可以将第五条修改为更严的标准后上会。"])
def test_a_rule_that_amends_nothing_has_no_amendments(sentence: str) -> None:
    assert read(article(sentence)).amendments == ()


def test_several_documents_are_amended_each_under_its_heading() -> None:
    text = (
        "关于修改部分制度的决定\n一、对《请假办法》作如下修改：\n1.将第五条修改为：“甲。”\n2.删去第六条。\n"
        "二、对《考勤规定》作如下修改：\n1.将第二条修改为：“乙。”"
    )
    found = read(text, Facts(title="关于修改部分制度的决定"))
    assert [(a.title, a.label) for a in found.amendments] == [
        ("请假办法", "第五条"),
        ("请假办法", "第六条"),
        ("考勤规定", "第二条"),
    ]


def test_a_compilation_whose_parts_begin_on_several_days_names_none() -> None:
    text = (
        "附件1\n第一条 请假由校长批准。\n第二条 本办法自2024年9月1日起施行。\n"
        "附件2\n第一条 采购由校长批准。\n第二条 本规定自2023年9月1日起施行。"
    )
    assert read(text, Facts(title="制度汇编")).effective is None


@pytest.mark.parametrize(
    ("sentence", "label", "part"),
    [
        ('line B7 of the Leave Rules shall be replaced by: "B7 Study leave: the Dean"', "line B7", ""),
        ('In the Leave Rules, part C, row 3 now reads: "Study leave: the Dean"', "part C row 3", ""),
        ("The figure of £20 in rule 4.1 is replaced by £35", "rule 4.1", "The figure of £20"),
        ('In rule 4.1 "£20" is replaced by "£35"', "rule 4.1", '"£20" is replaced by "£35"'),
    ],
)
def test_a_line_of_a_table_or_an_amount_is_amended(sentence: str, label: str, part: str) -> None:
    facts = Facts(title="Amendment to the Leave Rules")
    found = read(f"Amendment to the Leave Rules\n{sentence}.\nIt is signed by the Dean.", facts)
    assert [(a.label, a.change, a.part) for a in found.amendments] == [(label, Change.REPLACED, part)]


@pytest.mark.parametrize(
    ("line", "other", "since"),
    [
        ("This policy takes effect on 05/01/2023.", "Approved by the Council on 21/12/2022.", date(2023, 1, 5)),
        ("This policy takes effect on 05/01/2023.", "The form of 12/21/2022 is void.", date(2023, 5, 1)),
        ("This policy takes effect on 05.01.2023.", "", date(2023, 1, 5)),
        ("This policy takes effect on 25/01/2023.", "", date(2023, 1, 25)),
        ("This policy takes effect on 04/04/2023.", "", date(2023, 4, 4)),
        ("This policy takes effect on 05/01/2023.", "", None),
    ],
)
def test_a_day_in_numbers_is_read_where_the_document_settles_which_is_the_month(
    line: str, other: str, since: date | None
) -> None:
    found = read(
        f"Leave Policy\n{line}\n1. Leave is approved by the Head.\n2. {other or 'Sickness is reported.'}", LEAVE
    )
    assert found.effective == since
    assert found.unclear == (() if since else ("05/01/2023",))


def test_a_day_in_numbers_that_says_nothing_of_the_document_is_no_fault_of_it() -> None:
    found = read("Leave Policy\n1. Leave taken on 05/01/2023 counts double.\n2. Sickness is reported.", LEAVE)
    assert found.unclear == ()


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("会议议定下列事项，自2025年6月1日起执行：", date(2025, 6, 1)),
        ("应到七人，实到六人。会议议定以下事项，自2025年6月1日起执行。", date(2025, 6, 1)),
        ("（本纪要自印发之日即2025年6月1日起执行）", date(2025, 6, 1)),
    ],
)
def test_minutes_name_the_day_from_which_what_they_resolve_holds(opening: str, day: date) -> None:
    words = f"站务会议纪要\n时间：2025年5月20日下午　主持：站长\n{opening}\n一、关于茶水\n二、关于车棚"
    assert (read(words).effective, read(words).issued) == (day, date(2025, 5, 20))
