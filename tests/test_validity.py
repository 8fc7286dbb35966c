"""Which documents, and which of their clauses, are in force on a day, and which can decide anything."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import document
from corpus.formats import read
from corpus.models import Change, Document, Facts, Kind, Line, Role
from corpus.validity import binding, in_force
from corpus.validity.settled.settling import settled

JUNE, JULY, AUGUST = date(2023, 6, 30), date(2023, 7, 1), date(2023, 8, 1)


@pytest.mark.parametrize(
    ("facts", "day", "holds"),
    [
        (Facts(), JULY, True),
        (Facts(effective=JULY), JUNE, False),
        (Facts(effective=JULY), JULY, True),
        (Facts(issued=JULY), JUNE, False),
        (Facts(issued=JUNE, effective=AUGUST), JULY, False),
        (Facts(issued=AUGUST, effective=JUNE), JULY, True),
        (Facts(repealed=JULY), JUNE, True),
        (Facts(repealed=JULY), JULY, False),
        (Facts(effective=JUNE, repealed=AUGUST), JULY, True),
        (Facts(effective=JULY, repealed=JULY), JULY, False),
    ],
)
def test_a_rule_holds_from_its_first_day_until_the_day_before_its_repeal(facts: Facts, day: date, holds: bool) -> None:
    assert in_force(facts, day) is holds


@pytest.mark.parametrize(("kind", "decides"), [(k, k is Kind.RULE) for k in Kind])
def test_only_a_rule_can_decide_anything(kind: Kind, decides: bool) -> None:
    assert binding(Facts(kind=kind)) is decides


def rule(path: str, facts: Facts, *lines: str) -> Document:
    """A document of these lines; without any it says nothing of itself."""
    text = lines or ("第一条 事假由校长批准。", "第二条 病假由书记批准。")
    return document(path, path.removesuffix(".md"), facts, path, [Line(text=line) for line in text])


def old(**facts: object) -> Document:
    return rule("old.md", Facts(title="请假办法（2019年）", **{"effective": date(2019, 1, 1), **facts}))  # type: ignore[arg-type]


def new(*lines: str, **facts: object) -> Document:
    return rule("new.md", Facts(title="请假办法", **{"effective": JULY, **facts}), *lines)  # type: ignore[arg-type]


def repealed(*documents: Document) -> dict[str, date | None]:
    return {one.path: one.facts.repealed for one in settled(documents)[0]}


def test_what_is_given_wins_over_what_is_stated() -> None:
    said = "第一条 本办法自2020年1月1日起施行，有效期三年。"
    one = settled([new(said, effective=JULY, repealed=AUGUST)])[0][0]
    assert (one.facts.effective, one.facts.repealed) == (JULY, AUGUST)


def test_what_is_not_given_is_taken_from_the_text_and_the_given_is_kept() -> None:
    one = settled([new("第一条 事假由校长批准。", "第二条 本办法自2023年8月1日起施行，有效期一年。", effective=None)])[
        0
    ][0]
    assert (one.facts.effective, one.facts.repealed) == (AUGUST, date(2024, 8, 1))
    assert one.given == Facts(title="请假办法")


def test_a_rule_that_dates_itself_back_holds_from_its_issue() -> None:
    one = settled([new("第一条 本办法自2023年7月1日起施行。", effective=None, issued=AUGUST)])[0][0]
    assert not in_force(one.facts, JULY)


@pytest.mark.parametrize("name", ["old.md", "old", "请假办法（2019年）", "《请假办法》（2019）"])
def test_a_newer_rule_ends_the_one_it_supersedes_on_its_first_day(name: str) -> None:
    assert repealed(old(), new(supersedes=(name,))) == {"old.md": JULY, "new.md": None}


def test_an_earlier_repeal_of_its_own_stays() -> None:
    assert repealed(old(repealed=JUNE), new(supersedes=("old.md",)))["old.md"] == JUNE


def test_a_repeal_that_is_only_stated_ends_the_older_rule_too() -> None:
    said = "第一条 本办法自2023年7月1日起施行，2019年印发的《请假办法》同时废止。"
    assert repealed(old(), new(said, effective=None))["old.md"] == JULY


def test_a_stated_repeal_of_another_year_ends_nothing() -> None:
    said = "第一条 本办法自2023年7月1日起施行，2012年印发的《请假办法》同时废止。"
    assert repealed(old(), new(said))["old.md"] is None


def test_a_title_may_lack_its_body_but_is_not_another_matter() -> None:
    said = "第一条 本办法自2023年7月1日起施行，《维修办法》同时废止。"
    named = Facts(title="青禾学校维修办法", effective=date(2019, 1, 1))
    other = Facts(title="车辆维修办法", effective=date(2019, 1, 1))
    ends = repealed(rule("a.md", named), rule("b.md", other), new(said))
    assert (ends["a.md"], ends["b.md"]) == (JULY, None)


@pytest.mark.parametrize("kind", [Kind.DRAFT, Kind.REFERENCE, Kind.FAQ])
def test_what_is_no_rule_repeals_and_amends_nothing(kind: Kind) -> None:
    said = (
        "第一条 本办法自2023年7月1日起施行，《请假办法（2019年）》同时废止。",
        "第二条 将《请假办法》第一条修改为：“由书记批准。”",
    )
    documents, _ = settled([old(), new(*said, kind=kind, supersedes=("old.md",))])
    assert (documents[0].facts.repealed, documents[0].amended) == (None, ())


def test_a_name_that_leads_nowhere_is_a_remark() -> None:
    assert settled([new(supersedes=("none.md",))])[1] == [
        "new.md supersedes “none.md”, and no document is called so: correct the register"
    ]


def test_a_circle_of_supersedes_repeals_nothing_in_it_and_is_named() -> None:
    first = old(supersedes=("new.md",))
    third = rule("third.md", Facts(title="考勤", effective=AUGUST, supersedes=("new.md",)))
    documents, remarks = settled([first, new(supersedes=("old.md",)), third])
    assert [one.facts.repealed for one in documents] == [None, AUGUST, None]
    assert remarks == ["these supersede each other in a circle, so none of them is repealed by it: new.md, old.md"]


def test_two_rules_of_one_title_are_for_the_admin_to_confirm() -> None:
    documents, remarks = settled([old(), new()])
    assert [one.facts.repealed for one in documents] == [None, None]
    assert remarks == [
        "old.md and new.md bear one title and both hold from 2023-07-01: if the second replaces the first, write "
        "old.md under supersedes of new.md in the register, else a title of its own for one of them"
    ]


@pytest.mark.parametrize("facts", [{"repealed": JULY}, {"kind": Kind.DRAFT}, {"title": "考勤办法"}])
def test_rules_that_never_hold_together_are_no_remark(facts: dict[str, object]) -> None:
    first = old()
    assert (
        settled([first.model_copy(update={"facts": first.facts.model_copy(update=facts), "given": None}), new()])[1]
        == []
    )


def amending(*lines: str) -> Document:
    facts = Facts(title="关于修改《请假办法》的决定", effective=AUGUST)
    return rule("change.md", facts, "关于修改《请假办法》的决定", *lines)


def test_an_amended_clause_says_from_when_and_by_which_clause() -> None:
    documents, remarks = settled([new(), amending("一、将第二条修改为：“病假由院长批准。”", "二、删去第一条。")])
    assert remarks == []
    assert [(a.clause, a.change, a.day, a.by) for a in documents[0].amended] == [
        ("2", Change.REPLACED, AUGUST, "change#1"),
        ("1", Change.DELETED, AUGUST, "change#2"),
    ]


def test_something_added_stands_with_the_clause_before_it() -> None:
    documents, _ = settled(
        [new(), amending("一、增加一条，作为第二条之一：“补假。”", "二、增加一条，作为第三条：“调休。”")]
    )
    assert [(a.clause, a.change) for a in documents[0].amended] == [("2", Change.ADDED), ("2", Change.ADDED)]


def test_a_line_of_a_table_is_found_by_its_code_or_its_place() -> None:
    header = Line(text="Line | Matter | Who", role=Role.HEADER, cells=("Line", "Matter", "Who"))
    cells = (("K1", "Keys", "Porter"), ("K2", "Locks", "Warden"))
    rows = [Line(text=" | ".join(row), role=Role.ROW, cells=row) for row in cells]
    table = document("keys.md", "keys", Facts(title="Key Rules"), "0", [Line(text="1. Who decides:"), header, *rows])
    said = ('line K2 shall be replaced by: "K2 Locks: the Dean"', 'row 1 of the table now reads: "K1 Keys: the Dean"')
    change = rule("change.md", Facts(title="Amendment to the Key Rules"), *said)
    documents, remarks = settled([table, change])
    by_key = {clause.key: clause.mark for clause in documents[0].clauses}
    assert remarks == []
    assert [by_key[one.clause] for one in documents[0].amended] == ["row 2", "row 1"]


def test_of_two_versions_the_one_that_holds_is_amended() -> None:
    documents, _ = settled([old(), new(supersedes=("old.md",)), amending("一、删去第一条。", "二、由人事处解释。")])
    assert [len(one.amended) for one in documents] == [0, 1, 0]


def test_an_amendment_of_a_clause_that_is_not_there_is_a_remark() -> None:
    documents, remarks = settled([new(), amending("一、删去第九条。", "二、由人事处解释。")])
    assert documents[0].amended == ()
    assert remarks == ["change.md amends 第九条, and new.md has no such clause: see whether the number is right"]


def test_an_amendment_of_a_document_that_is_not_there_is_one_remark() -> None:
    _, remarks = settled([amending("一、删去第九条。", "二、删去第十条。")])
    assert remarks == ["change.md amends “请假办法”, and no document is called so: add it, or correct the title"]


def test_the_month_and_year_behind_the_title_of_an_amendment_may_be_its_own() -> None:
    first = rule("keys-19.md", Facts(title="Key Rules 2019", effective=date(2019, 1, 1), repealed=JUNE), "1. Old.")
    second = rule("keys.md", Facts(title="Key Rules", effective=JUNE), "1. The Porter holds the keys.", "2. None.")
    facts = Facts(title="Amendment of the Key Rules, August 2023", effective=AUGUST)
    change = rule("change.md", facts, 'Section 1 is replaced by: "The Warden holds the keys at all times."')
    documents, remarks = settled([first, second, change])
    assert (remarks, [len(one.amended) for one in documents]) == ([], [0, 1, 0])


DAYS = st.none() | st.dates(date(2019, 1, 1), date(2025, 1, 1))
CLOSINGS = st.sampled_from(
    (
        "由人事处解释。",
        "本办法自2021年3月1日起施行，有效期两年。",
        "本办法自印发之日起施行，原办法同时废止。",
        "本办法自2022年1月1日起施行。2019年印发的《请假办法》同时废止。",
        "将《考勤规定》第一条修改为：“由院长批准。”",
    )
)


@st.composite
def rulebooks(draw: st.DrawFn) -> list[Document]:
    names = [f"{n}.md" for n in range(draw(st.integers(1, 4)))]
    return [
        rule(
            name,
            Facts(
                title=draw(st.sampled_from(("请假办法", "请假办法（2019年）", "考勤规定"))),
                kind=draw(st.sampled_from((Kind.RULE, Kind.RULE, Kind.DRAFT))),
                issued=draw(DAYS), effective=draw(DAYS), repealed=draw(DAYS),
                supersedes=tuple(draw(st.lists(st.sampled_from((*names, "请假办法")), max_size=2))),
            ),
            "第一条 事假由校长批准。", f"第二条 {draw(CLOSINGS)}",
        )
        for name in names
    ]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(rulebooks())
def test_settling_never_lengthens_a_given_validity_and_does_nothing_twice(documents: list[Document]) -> None:
    once, remarks = settled(documents)
    assert settled(once) == (once, remarks)
    for before, after in zip(documents, once, strict=True):
        assert after.given == before.facts
        for day in (date(2018, 12, 31) + timedelta(45 * n) for n in range(55)):
            assert in_force(before.facts, day) or not in_force(after.facts, day)


def test_a_change_that_nobody_can_apply_is_one_line_of_the_report() -> None:
    text = ("关于修改《请假办法》的决定", "一、将“总务处”等表述改为“后勤处”等相应表述。", "二、删去第二条。")
    change = rule("change.md", Facts(title=text[0], effective=AUGUST), *text)
    documents, remarks = settled([new(), change])
    assert remarks == [
        "change.md changes something, and it can't be told what: “将“总务处”等表述改为“后勤处”等相应表述”: "
        "name its clause and the new words, or change the document itself"
    ]
    assert [(a.clause, a.change) for a in documents[0].amended] == [("2", Change.DELETED)]


def test_an_amendment_of_nothing_in_particular_is_one_line_of_the_report() -> None:
    change = rule(
        "change.md", Facts(title="Amendment No. 1"), "Amendment No. 1", "1. Clause 4 is deleted.", "2. Noted."
    )
    assert settled([new(), change])[1] == [
        "change.md amends Clause 4, and doesn't say of which document: name it in the title"
    ]


@pytest.mark.parametrize("label", ["Standing Order 2", "SO 2", "Rule 2"])
def test_a_standing_order_is_found_by_its_number(label: str) -> None:
    orders = rule("orders.md", Facts(title="Standing Orders"), "1. The chair presides.", "2. The clerk keeps minutes.")
    text = ("Amendment to the Standing Orders", f"1. {label} is deleted.", "2. Noted.")
    change = rule("change.md", Facts(title=text[0], effective=AUGUST), *text)
    documents, remarks = settled([orders, change])
    assert ([a.clause for a in documents[0].amended], remarks) == (["2"], [])


SAVINGS = (
    "# Savings Rules\n\nL1. Anybody may save.\n\nL2. A book is kept.\n\nL3. The clerk counts.\n\nL4. A fee is due.\n",
    "Savings Rules",
)
GARDENS = (
    "# Hill Garden Scheme\n\nSection 5. Hours\n\n(1) Daily.\n\nSection 6. Works\n\n(1) No tree may go.\n",
    "Hill Garden Scheme – Rules for Gardeners",
)


def markdown(path: str, text: str, facts: Facts) -> Document:
    return document(path, path.removesuffix(".md"), facts, "0" * 64, read(path, text.encode()).lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("1. In the Savings Rules, L3 is replaced by: “L3. The warden counts.”",
         "2. In the Garden Scheme, Section 6(1) is deleted."),
        ("The Savings Rules are amended as follows:", "1. For L3 substitute “L3. The warden counts.”",
         "The Garden Scheme is amended as follows:", "2. Section 6(1) is deleted."),
        ("## The Savings Rules", "1. L3 now reads: “L3. The warden counts.”", "## The Garden Scheme",
         "1. Section 6(1) is repealed."),
        ("1. L3 of the Savings Rules is amended to read: “L3. The warden counts.”",
         "2. Section 6(1) of the Garden Scheme is omitted."),
    ],
)  # fmt: skip
def test_a_resolution_amends_each_of_the_documents_it_names(lines: tuple[str, ...]) -> None:
    opening = "The Committee resolved to amend the Savings Rules (savings.md) and the Hill Garden Scheme (garden.md):"
    text = "\n\n".join(("# Resolution", opening, *lines))
    title = "Resolution No. 7 (amendment of the Savings Rules and of the Garden Scheme)"
    documents, remarks = settled(
        [
            markdown("savings.md", SAVINGS[0], Facts(title=SAVINGS[1])),
            markdown("garden.md", GARDENS[0], Facts(title=GARDENS[1])),
            markdown("change.md", text, Facts(title=title, effective=AUGUST)),
        ]
    )
    assert remarks == []
    assert [(a.clause, a.change) for one in documents for a in one.amended] == [
        ("l3", Change.REPLACED),
        ("6.1", Change.DELETED),
    ]


def test_a_day_that_may_be_two_is_told_unless_the_register_gives_it() -> None:
    lines = ("This policy takes effect on 05/01/2023.", "1. Leave is approved by the Head.")
    open_day = rule("leave.md", Facts(title="Leave Policy"), *lines)
    assert settled([open_day])[1] == [
        "leave.md dates itself with “05/01/2023”, which may be either of two days: write effective in the register"
    ]
    assert settled([rule("leave.md", Facts(title="Leave Policy", effective=JULY), *lines)])[1] == []


@pytest.mark.parametrize(
    "said",
    [
        "Subject: Changes to the Leave Rules",
        "With the consent of the Council, the Leave Rules are varied from 1 July 2023 as follows.",
        "The Leave Rules are modified as follows.",
    ],
)
def test_an_english_memo_that_varies_a_rule_amends_it(said: str) -> None:
    leave = rule("leave.md", Facts(title="Leave Rules", effective=date(2019, 1, 1)), "3.1 The Dean grants leave.")
    memo = rule("memo.md", Facts(title="Memorandum 7", effective=JULY), said, "1. Section 3.1 is deleted.")
    amended = settled([leave, memo])[0][0].amended
    assert [(one.clause, one.change, one.day) for one in amended] == [("3.1", Change.DELETED, JULY)]


def test_a_paragraph_that_is_called_by_its_decimal_number_is_replaced_whole() -> None:
    before = rule("repairs.md", Facts(title="修缮规程"), "3.1 修缮由副馆长批准。", "3.2 搬运由馆员批准。")
    after = rule(
        "change.md", Facts(title="关于修改《修缮规程》的通知", effective=JULY), "一、第3.1款修改为：“修缮由馆长批准。”"
    )
    changed = settled([before, after])[0][0].amended
    assert [(one.clause, one.part, one.gives_way) for one in changed] == [("3.1", "", True)]


def test_a_title_may_bear_the_number_of_its_document() -> None:
    table = rule("old.md", Facts(title="分级审批表（青禾〔2021〕12号）", effective=date(2021, 9, 1)))
    later = rule(
        "new.md",
        Facts(title="审批权限一览表", effective=JULY),
        "青禾〔2021〕12号《分级审批表》同时废止。",
        "第一条 事假由校长批准。",
    )
    assert repealed(table, later)["old.md"] == JULY


def _changed(documents: list[Document], path: str) -> list[tuple[str, str, str]]:
    found = next(one for one in settled(documents)[0] if one.path == path)
    return [(one.clause, one.was, one.now) for one in found.amended]


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("In §4 for “four days” there is substituted “three days”.", ("4", "four days", "three days")),
        ("In Reg. 4 the words “four days” are replaced by “three days”.", ("4", "four days", "three days")),
        ("Art. 4 is amended to read: “A sail is lent for a week.”", ("4", "", "")),
    ],
)
def test_a_clause_may_be_named_by_its_sign_or_a_short_word(words: str, change: tuple[str, str, str]) -> None:
    lines = ("Reg. 3 Boats are lent by the Bosun.", "Reg. 4 A sail is lent for four days.")
    before = rule("sails.md", Facts(title="Sail Rules"), *lines)
    after = rule("notice.md", Facts(title="Amendment of the Sail Rules", effective=JULY), f"1. {words}")
    assert _changed([before, after], "sails.md") == [change]


def test_minutes_change_what_the_heading_over_them_names() -> None:
    lines = ("1.3 修缮由副馆长批准。", "1.4 搬运每次一百元，由馆员批准。")
    before = rule("repairs.md", Facts(title="修缮暂行办法"), *lines)
    minutes = rule(
        "minutes.md", Facts(title="馆务会纪要", effective=JULY), "一、关于修改《修缮暂行办法》",
        "（一）会议同意：原办法1.3中“副馆长”改为“馆长”。", "（二）原办法1.4搬运每次一百元改为二百元。",
        "二、关于展柜", "（一）原办法1.3中“馆员”改为“馆长”。",
    )  # fmt: skip
    assert _changed([before, minutes], "repairs.md") == [("1.3", "副馆长", "馆长"), ("1.4", "一百元", "二百元")]


def test_a_document_may_be_named_by_its_number() -> None:
    lines = ("青禾馆〔2024〕31号", "四、监理", "（二）造价10万元以上的须请监理。")
    before = rule("works.md", Facts(title="工程办法"), *lines)
    words = "第一项 青禾馆〔2024〕31号第四部分（二）“10万元”，改为“15万元”。"
    after = rule("notice.md", Facts(title="关于调整工程若干事项的通知", effective=JULY), words)
    assert _changed([before, after], "works.md") == [("4.2", "10万元", "15万元")]


def test_what_several_titles_begin_with_is_a_body() -> None:
    leave = rule("leave.md", Facts(title="栖霖医专考勤与请假规定"), "第九条 事假最长十日。")
    works = rule("works.md", Facts(title="栖霖医专修缮规定"), "第九条 修缮由院长批准。")
    words = "一、《考勤与请假规定》第九条“十日”改为“十五日”。"
    after = rule("notice.md", Facts(title="关于修改请假规定的决定", effective=JULY), words)
    assert _changed([leave, works, after], "leave.md") == [("9", "十日", "十五日")]
    assert _changed([leave, after], "leave.md") == []
