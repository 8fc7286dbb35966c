"""What an admin is told of which document ends, replaces, suspends or amends which, and from which day."""

from datetime import date

import pytest

from corpus.document import document
from corpus.effects import Effect
from corpus.models import Change, Document, Facts, Line
from corpus.validity.settled.placing import with_amendments
from corpus.validity.settled.settling import heard
from scripts.reindexed import MOST, Guessed, Report, said

OLD, NEW = date(2020, 1, 1), date(2026, 1, 1)
BIKES = "鹿鸣社区自行车管理办法"


def made(path: str, title: str, *lines: str, since: date | None = OLD, **facts: object) -> Document:
    about = Facts(title=title, effective=since, **facts)  # type: ignore[arg-type]
    return document(path, path.removesuffix(".md"), about, path, [Line(text=line) for line in lines])


def rule(path: str = "bikes.md", title: str = BIKES) -> Document:
    return made(path, title, "第一条 借车由站长批准。", "第二条 夜间借车由主任批准。", "第三条 修车由管理员负责。")


def notice(*lines: str, title: str = "鹿鸣社区关于废止部分制度的通知") -> Document:
    return made("notice.md", title, *lines, since=NEW)


def told(*documents: Document) -> list[tuple[str, str, tuple[str, ...], str, date | None, date | None]]:
    return [(e.what, e.document, e.clauses, e.by, e.day, e.over) for e in heard(documents).effects]


def test_a_list_of_what_is_ended_names_the_document_and_its_day() -> None:
    found = told(rule(), notice("决定废止下列制度：", f"1. 《{BIKES}》；"))
    assert found == [("ended", "bikes.md", (), "notice.md", NEW, None)]


@pytest.mark.parametrize("instead", [{"supersedes": ("bikes.md",)}, {}])
def test_what_takes_the_place_of_another_supersedes_it(instead: dict[str, tuple[str, ...]]) -> None:
    new = made("new.md", BIKES, f"第一条 借车由主任批准。《{BIKES}》同时废止。", since=NEW, **instead)
    assert told(rule(), new) == [("superseded", "bikes.md", (), "new.md", NEW, None)]


def test_clauses_that_are_amended_the_same_way_are_told_together() -> None:
    change = notice(
        f"对《{BIKES}》作如下修改：",
        "一、将第一条修改为：“借车由主任批准。”",
        "二、将第三条修改为：“修车由站长负责。”",
        title=f"关于修改《{BIKES}》的决定",
    )  # fmt: skip
    assert told(rule(), change) == [("amended", "bikes.md", ("第一条", "第三条"), "notice.md", NEW, None)]


@pytest.mark.parametrize(
    ("words", "what", "clauses", "day", "over"),
    [
        (f"《{BIKES}》第二条自2026年2月1日起停止执行。", "ended", ("第二条",), date(2026, 2, 1), None),
        (f"《{BIKES}》第二条、第三条的规定自2026年2月1日至2026年6月30日暂停执行。", "suspended", ("第二条", "第三条"),
         date(2026, 2, 1), date(2026, 7, 1)),
        (f"自2026年3月1日起，暂停执行《{BIKES}》第三条。", "ended", ("第三条",), date(2026, 3, 1), None),
        (f"暂停执行《{BIKES}》第三条至2026年8月31日。", "suspended", ("第三条",), NEW, date(2026, 9, 1)),
        (f"自2026年7月1日起，将《{BIKES}》第三条修改为：“修车由站长负责。”", "amended", ("第三条",),
         date(2026, 7, 1), None),
    ],
)  # fmt: skip
def test_a_clause_ends_or_rests_on_the_days_that_its_sentence_names(
    words: str, what: str, clauses: tuple[str, ...], day: date, over: date | None
) -> None:
    assert told(rule(), notice(words)) == [(what, "bikes.md", clauses, "notice.md", day, over)]


@pytest.mark.parametrize(
    ("words", "clauses", "day", "over"),
    [
        ("Rule 2 of the Kiln Rules is suspended from 1 February 2026.", ("2",), date(2026, 2, 1), None),
        ("The operation of rule 2 of the Kiln Rules is suspended until 30 June 2026.", ("2",), NEW, date(2026, 7, 1)),
        ("Rules 1 and 2 of the Kiln Rules shall not apply from 1 March 2026 to 30 June 2026.", ("1", "2"),
         date(2026, 3, 1), date(2026, 7, 1)),
        ("The Board suspends rule 1 of the Kiln Rules with effect from 1 May 2026.", ("1",), date(2026, 5, 1), None),
    ],
)  # fmt: skip
def test_an_english_clause_is_suspended(words: str, clauses: tuple[str, ...], day: date, over: date | None) -> None:
    kiln = made("kiln.md", "Kiln Rules", "1. Firing is approved by the Dean.", "2. Keys are kept by the Warden.")
    found = told(kiln, notice(words, title="Notice to all potters"))
    assert found == [("suspended" if over else "ended", "kiln.md", clauses, "notice.md", day, over)]


@pytest.mark.parametrize(
    "words",
    [
        "违反第二条规定的，暂停执行借车资格。",
        "第二条所称夜间，自2026年1月1日起按实际日落时间停止计算。",
        "借车卡自2026年1月1日起停止使用。",
    ],
)
def test_what_else_stops_suspends_no_clause(words: str) -> None:
    assert told(rule(), notice(words)) == []


ALL = ("第一条", "第二条", "第三条")


@pytest.mark.parametrize(
    ("words", "what", "clauses", "day", "over"),
    [
        (f"《{BIKES}》自2026年2月1日起暂停执行。", "ended", (), date(2026, 2, 1), None),
        (f"自2026年2月1日起暂停执行《{BIKES}》。", "ended", ALL, date(2026, 2, 1), None),
        (f"《{BIKES}》自2026年2月1日至2026年6月30日暂停执行。", "suspended", ALL, date(2026, 2, 1), date(2026, 7, 1)),
        (f"《{BIKES}》暂停执行至2026年6月30日。", "suspended", ALL, NEW, date(2026, 7, 1)),
    ],
)
def test_a_whole_document_that_is_suspended_for_good_is_ended_and_one_for_a_while_rests(
    words: str, what: str, clauses: tuple[str, ...], day: date, over: date | None
) -> None:
    found = told(rule(), notice(words, "本通知自2026年1月1日起执行。"))
    assert found == [(what, "bikes.md", clauses, "notice.md", day, over)]


@pytest.mark.parametrize(
    ("words", "what", "day", "over"),
    [
        ("第四条 本办法自2026年3月1日起暂停执行。", "ended", date(2026, 3, 1), None),
        ("第四条 本办法自2026年3月1日至2026年4月30日暂停执行。", "suspended", date(2026, 3, 1), date(2026, 5, 1)),
    ],
)
def test_a_document_rests_by_its_own_words(words: str, what: str, day: date, over: date | None) -> None:
    own = made("bikes.md", BIKES, "第一条 借车由站长批准。", words)
    assert told(own) == [(what, "bikes.md", ("第一条", "第四条"), "bikes.md", day, over)]


@pytest.mark.parametrize(
    ("stops", "again", "day", "over"),
    [
        (f"《{BIKES}》自2026年2月1日起暂停执行。", f"《{BIKES}》自2026年5月1日起恢复执行。",
         date(2026, 2, 1), date(2026, 5, 1)),
        (f"自2026年2月1日起暂停执行《{BIKES}》。", f"自2026年5月1日起，恢复执行《{BIKES}》。",
         date(2026, 2, 1), date(2026, 5, 1)),
    ],
)  # fmt: skip
def test_a_document_that_holds_again_only_rested(stops: str, again: str, day: date, over: date) -> None:
    first = made("stop.md", "关于暂停执行的通知", stops, since=NEW)
    then = made("again.md", "关于恢复执行的通知", again, since=date(2026, 4, 1))
    assert told(rule(), first, then) == [("suspended", "bikes.md", ALL, "stop.md", day, over)]


@pytest.mark.parametrize(
    ("again", "over"),
    [
        ("The Kiln Rules apply again from 1 May 2026.", date(2026, 5, 1)),
        ("The suspension of the Kiln Rules ends on 30 April 2026.", date(2026, 5, 1)),
        ("The Kiln Rules are reinstated with effect from 1 May 2026.", date(2026, 5, 1)),
    ],
)
def test_english_rules_hold_again(again: str, over: date) -> None:
    kiln = made("kiln.md", "Kiln Rules", "1. Firing is approved by the Dean.")
    stop = made("stop.md", "Notice to all potters", "The Kiln Rules are suspended from 1 February 2026.", since=NEW)
    then = made("again.md", "Notice to all potters", again, since=date(2026, 4, 1))
    assert told(kiln, stop, then) == [("suspended", "kiln.md", ("1",), "stop.md", date(2026, 2, 1), over)]


@pytest.mark.parametrize(
    ("words", "day", "over"),
    [
        ("The Kiln Rules are suspended until 30 June 2026.", NEW, date(2026, 7, 1)),
        ("The Kiln Rules are suspended from 1 February 2026 to 30 June 2026.", date(2026, 2, 1), date(2026, 7, 1)),
    ],
)
def test_english_rules_rest_for_a_while(words: str, day: date, over: date) -> None:
    kiln = made("kiln.md", "Kiln Rules", "1. Firing is approved by the Dean.")
    found = told(kiln, notice(words, title="Notice to all potters"))
    assert found == [("suspended", "kiln.md", ("1",), "notice.md", day, over)]


@pytest.mark.parametrize(
    "words",
    [
        "违反本办法的，暂停其会员资格。",
        "Members who break the Kiln Rules are suspended for a month.",
        "会议暂停时，本办法照常执行。",
    ],
)
def test_who_or_what_else_is_suspended_lets_the_document_hold(words: str) -> None:
    assert told(made("kiln.md", "Kiln Rules", "1. Firing is approved by the Dean.", words)) == []


def test_a_name_of_what_is_not_in_the_folder_is_told() -> None:
    found = heard([rule(), notice("决定废止下列制度：", "1. 《鹿鸣社区门禁规定》；")])
    assert found.astray == ("notice.md ends “鹿鸣社区门禁规定”, and no document is called so",)
    assert (found.effects, found.remarks) == ((), [])


def test_a_name_of_another_version_or_of_what_begins_later_is_told() -> None:
    found = heard([rule(), notice("决定废止下列制度：", f"1. 《{BIKES}（2015年）》；")])
    assert found.astray == (f"notice.md ends “{BIKES}（2015年）”: bikes.md is called so, and is not that of 2015",)
    late = made("bikes.md", BIKES, "第一条 借车由站长批准。", since=date(2026, 5, 1))
    found = heard([late, notice("决定废止下列制度：", f"1. 《{BIKES}》；")])
    assert found.astray == (f"notice.md ends “{BIKES}”: bikes.md is called so, and begins no earlier, on 2026-05-01",)


def test_a_name_that_fits_two_documents_ends_none_and_is_a_warning() -> None:
    two = [rule("north.md", "北站自行车管理办法"), rule("south.md", "南站自行车管理办法")]
    found = heard([*two, notice("决定废止下列制度：", "1. 《自行车管理办法》；")])
    why = "which may be north.md or south.md: write which under supersedes in the register"
    assert found.remarks == [f"notice.md ends “自行车管理办法”, {why}"]
    assert (found.effects, found.astray) == ((), ())
    new = made("new.md", "车辆办法", "第一条 借车由主任批准。", since=NEW, supersedes=("自行车管理办法",))
    assert heard([*two, new]).remarks == [f"new.md supersedes “自行车管理办法”, {why}"]
    change = notice("将第一条修改为：“借车由主任批准。”", title="关于修改《自行车管理办法》的决定")
    assert heard([*two, change]).remarks == [
        "notice.md amends “自行车管理办法”, which may be north.md or south.md: name it in full in the title"
    ]


def report(**more: object) -> Report:
    facts: dict[str, object] = dict.fromkeys(
        ("new", "changed", "removed", "left_out", "in_part", "warnings", "suspended"), ()
    )
    counts = dict.fromkeys(("documents", "faq", "passages", "glossary", "unchanged", "encoded"), 0)
    return Report.model_validate({"generation": "gen-000001", **facts, **counts, **more})


def test_each_effect_is_one_line_of_the_report_but_not_of_a_brief_one() -> None:
    made = report(
        effects=[
            Effect(what="ended", document="a.md", by="n.md", day=NEW),
            Effect(what="suspended", document="b.md", clauses=("第二条",), by="n.md", day=NEW, over=date(2026, 7, 1)),
            Effect(what="superseded", document="c.md", by="d.md"),
        ],
        astray=["n.md ends “X”, and no document is called so"],
        guessed=[Guessed(path="e.md", kind="draft", title="借车办法（征求意见稿）")],
    )
    assert said(made).split("\n")[2:] == [
        "  draft by its title “借车办法（征求意见稿）”: e.md: where that is wrong, write kind in the register",
        "  ended: a.md by n.md from 2026-01-01",
        "  suspended: b.md 第二条 by n.md from 2026-01-01 until 2026-06-30",
        "  superseded: c.md by d.md, and no day is named",
        "  not there: n.md ends “X”, and no document is called so",
    ]
    assert len(said(made, brief=True).split("\n")) == 1


def test_of_very_many_effects_those_of_new_documents_come_first() -> None:
    many = [Effect(what="ended", document=f"{n}.md", by="n.md", day=NEW) for n in range(MOST)]
    fresh = Effect(what="ended", document="z.md", by="new.md", day=NEW)
    lines = said(report(effects=[*many, fresh], new=["new.md"])).split("\n")[3:]
    assert lines[0] == "  ended: z.md by new.md from 2026-01-01"
    assert lines[-1] == "  1 more of what documents do to each other: --json names them all"
    assert len(lines) == MOST + 1


def test_deleting_is_the_change_of_a_suspension() -> None:
    (changed,) = heard([rule(), notice(f"《{BIKES}》第二条自2026年2月1日起停止执行。")]).documents[0].amended
    assert (changed.change, changed.clause, changed.day) == (Change.DELETED, "2", date(2026, 2, 1))


MINUTES = "站务会议纪要（2026年第3期）"


def listed(*lines: str) -> list[str]:
    """Return a rule of headings and what minutes change in it: clause, old words, new words."""
    rule = made(
        "bikes.md",
        BIKES,
        "一、借车",
        "（一）押金三百元。",
        "（二）借车由站长批准。",
        "二、修车",
        "（一）修车由管理员负责。",
    )
    minutes = made("minutes.md", MINUTES, *lines, since=NEW)
    documents, _ = with_amendments((rule, minutes))
    return [f"{one.clause} {one.was} {one.now}".strip() for one in documents[0].amended]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1.1 细则一、（一）中“三百元”改为“四百元”。", ["1.1 三百元 四百元"]),
        ("1.1 一、（二）改为：借车由主任批准。", ["1.2"]),
        ("1.1 原办法一（一）的押金由三百元调为四百元。", ["1.1 三百元 四百元"]),
        ("1.1 一（一）押金三百元改为四百元。", ["1.1 三百元 四百元"]),
        ("1.1 “一、（二）”修订为：借车由主任批准。", ["1.2"]),
        ("1.1 其余条款不变。", []),
    ],
)
def test_minutes_change_what_a_heading_in_them_says(words: str, found: list[str]) -> None:
    assert listed(f"1. 关于修改《{BIKES}》部分条款", words) == found


def test_under_the_next_heading_of_minutes_nothing_is_changed() -> None:
    assert listed(f"1. 关于修改《{BIKES}》", "1.1 其余不变。", "2. 关于茶水", "2.1 一、（二）改为：由主任批准。") == []


def test_a_change_of_part_of_a_named_clause_names_its_sums() -> None:
    words = f"对《{BIKES}》一（一）作部分修改：押金由不超过三百元改为不超过四百元，其余不变。"
    assert listed("1. 会议同意", f"1.1 {words}") == ["1.1 三百元 四百元"]


def test_a_title_may_lack_what_other_titles_begin_with_too() -> None:
    rules = [
        made(f"{n}.md", f"鹿鸣驿{title}", "第一条 由站长批准。") for n, title in enumerate(("请假细则", "采购细则"))
    ]
    change = made("change.md", MINUTES, "一、关于修改《请假细则》", "（一）第一条改为：由主任批准。", since=NEW)
    documents, _ = with_amendments((*rules, change))
    assert [len(one.amended) for one in documents] == [1, 0, 0]
