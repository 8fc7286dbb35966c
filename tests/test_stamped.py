"""What the lines under a title say in passing, and what somebody stamped on a document that is over."""

from datetime import date

import pytest

from corpus.document import document
from corpus.models import Document, Facts, Line, Stated
from corpus.outline.growing import split
from corpus.validity import in_force
from corpus.validity.said.stated import stated
from corpus.validity.settled.settling import settled

MAY, OVER = date(2023, 5, 1), date(2025, 5, 1)


def read(title: str, head: str, *clauses: str, path: str = "") -> Stated:
    body, found = split([Line(text=line) for line in (title, *head.split("\n"), *clauses)])
    return stated(body, found, Facts(title=title), path)


def zh(head: str, path: str = "", title: str = "琴房借用办法") -> Stated:
    return read(title, head, "第一条 琴房由社长批准。", "第二条 损坏照价赔偿。", path=path)


def en(head: str, path: str = "", title: str = "Boat Rules") -> Stated:
    return read(title, head, "1. The Bosun lends boats.", "2. Damage is reported.", path=path)


@pytest.mark.parametrize(
    "head",
    [
        "（岭文馆发〔2023〕14号，2023年5月1日起施行）",
        "（岭文馆〔2023〕6号，2023年5月1日起执行）",
        "岭文馆发〔2023〕9号　2023年5月1日起试行",
        "版本 2.1　|　馆办、器材组合编　|　2023年5月生效",
        "器材组　2023年4月印发，2023年5月1日执行",
        "2023年4月18日理事会通过，2023年5月1日起施行",
        "编制：器材组　　文号：岭文馆〔2023〕2号　　启用：2023年5月1日",
        "器材组编印 · 2023年5月1日启用",
        "版本记录：V3，二〇二三年五月一日起用；归口：器材组",
        "器材组｜2023年4月版｜2023-05-01 开始用",
        "器材组编 · 版本 5.0 · 生效日：2023年5月1日",
        "2023年5月1日更新，当日启用",
        "2022年4月18日理事会审议，2023年5月1日施行。",
    ],
)
def test_a_line_under_a_chinese_title_names_the_first_day_in_passing(head: str) -> None:
    assert zh(head).effective == MAY


@pytest.mark.parametrize(
    "head",
    [
        "Sailing Section · Version 4 · takes effect May 1, 2023",
        "*SEC-22, in force from May 1, 2023*",
        "Adopted October 8, 2018. Restated and in force as of May 1, 2023.",
        "Sailing Section | 8th printing, 1 May 2023 | applicable from that date",
        "Last full revision 1 May 2023 (in force the same day). See also later minutes.",
        "Compiled by the Section. Third issue, in use since 1 May 2023.",
        "Sailing Section | version 6 | valid from Monday 1 May 2023",
        "Sailing Section | Version 4 | effective 1 May 2023 | owner: the Bosun",
        "(made under Rule 2; in operation from 1 May 2023; print of January 2024)",
        "In operation since 1 May 2023.",
        "Issue 2 • in force 1 May 2023 • replaces the Boating Notes of 2011",
        "Resolution of 3 April 2023 – **to come into force on 1 May 2023**",
        "Passed 3 April 2023. Coming into force: 1 May 2023.",
        "Version 3 – agreed by the Club on 3 April 2023, applies from 1 May 2023",
        "Version 6 — approved by the Club 3 April 2023, effective 1 May 2023",
        "Club resolution of 3 April 2023; commences 1 May 2023",
        "Approved 3 April 2023 · in force 1 May 2023 · **Repealed with effect from 1 May 2025 by the Fleet Manual.**",
    ],
)
def test_a_line_under_an_english_title_names_the_first_day_in_passing(head: str) -> None:
    assert en(head).effective == MAY


@pytest.mark.parametrize(
    "head",
    [
        "钢琴新收费标准，2023年5月1日执行。",
        "为规范琴房借用，结合新楼2023年5月1日启用的实际，制定本办法。",
        "新琴房于去年建成，2023年5月1日启用，共有十二间，对全体社员和校外来访的团体开放，由器材组和社务组共同管理和维护。",
    ],
)
def test_a_day_of_something_else_under_a_title_is_not_the_documents(head: str) -> None:
    assert zh(head).effective is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Sailing Section · Version 4 · takes the place of the Boating Notes of 2011", "Boating Notes"),
        ("Version 4. This edition takes the place of the Boating Notes of 2011.", "Boating Notes"),
        ("Sailing Section | replaces the Boating Notes of 2011 | 3rd print", "Boating Notes"),
        (
            "In force 1 May 2023. On that day the Boating and Racing Notes of June 2011 are repealed.",
            "Boating and Racing Notes",
        ),
        ("Version 4. The Notes on the Lending of Boats of 3 June 2011 are repealed.", "Notes on the Lending of Boats"),
    ],
)
def test_what_a_document_takes_the_place_of_is_ended(head: str, title: str) -> None:
    assert [(one.title, one.version) for one in en(head).repeals] == [(title, "2011")]


def test_what_took_the_place_of_a_document_is_not_ended_by_it() -> None:
    found = zh("【存档件】本办法自2019年1月1日起施行，2025年5月1日起由《乐器管理办法》替代，现已失效。")
    assert (found.repeals, found.repealed) == ((), OVER)


@pytest.mark.parametrize(
    "head",
    [
        "【档案室注：本件已于2025年5月1日由岭文馆发〔2025〕3号废止，仅供查考】",
        "（本办法已于2025年5月1日废止。）",
        "［本文件自2025年5月1日起已被《乐器管理办法》取代］",
        "【作废，2025年5月1日】",
        "【说明：本件存档。2025年5月1日起由《乐器管理办法（2025年修订）》取代。】",
        "（2021年4月印发；根据新修订的办法，自2025年5月1日起停止执行）",
    ],
)
def test_a_chinese_stamp_ends_the_document_on_its_day(head: str) -> None:
    assert (zh(head).repealed, zh(head).over) == (OVER, False)


@pytest.mark.parametrize(
    "head",
    [
        "Issued 1 May 2015. Valid until replaced. [Stamp: REPLACED by Part 4, May 1, 2025. Archive only.]",
        "SUPERSEDED by the Fleet Manual with effect from 1 May 2025",
        "Status: withdrawn 1 May 2025",
        "These rules were repealed on 1 May 2025.",
        "[No longer in force since 1 May 2025]",
        "(Repealed effective May 1, 2025; see the Fleet Manual.)",
        "Approved 3 April 2021 · in force 1 May 2021 · **Repealed with effect from 1 May 2025 by the Fleet Manual.**",
    ],
)
def test_an_english_stamp_ends_the_document_on_its_day(head: str) -> None:
    assert (en(head).repealed, en(head).over) == (OVER, False)


@pytest.mark.parametrize(
    "found",
    [
        zh("", title="琴房借用办法（已废止）"),
        zh("", path="旧/琴房借用办法（废止）.md"),
        zh("", path="旧/琴房借用办法（2021，停止执行）.md"),
        zh("【本办法已失效】"),
        zh("（本件已被新办法取代，存档备查）"),
        en("", title="Boat Rules (superseded)"),
        en("", path="boat_rules_2011_SUPERSEDED.md"),
        en("SUPERSEDED by the Fleet Manual. Kept for the archive."),
        en("OBSOLETE"),
        en("This document has been withdrawn."),
    ],
)
def test_a_stamp_without_a_day_says_that_the_document_is_over(found: Stated) -> None:
    assert (found.repealed, found.over) == (None, True)


@pytest.mark.parametrize(
    "found",
    [
        zh("本办法施行后，原琴房办法废止。"),
        zh("", title="关于废止《琴房借用办法》的通知"),
        zh("", path="废止文件目录.md"),
        zh("本办法被修订前已经批准的借用继续有效。"),
        en("Replaces the Boating Notes."),
        en("This policy is superseded by any law that says otherwise."),
        en("Withdrawn boats are kept in the shed."),
        en("", title="Withdrawn Boats: Rules"),
        en("", path="list-of-repealed-rules.md"),
    ],
)
def test_what_is_said_of_others_is_no_stamp(found: Stated) -> None:
    assert (found.repealed, found.over) == (None, False)


def made(path: str, title: str, *lines: str, **facts: object) -> Document:
    given = Facts(title=title, **facts)  # type: ignore[arg-type]
    return document(path, path.removesuffix(".md"), given, path, [Line(text=line) for line in (title, *lines)])


OLD = made("boats.md", "Boat Rules", "SUPERSEDED", "1. The Bosun lends boats.", issued=date(2011, 3, 1))


def test_what_is_over_since_nobody_knows_when_never_holds_and_is_named_in_the_report() -> None:
    (one,), remarks = settled([OLD])
    assert not any(in_force(one.facts, day) for day in (date(2010, 1, 1), date(2012, 1, 1), date(2026, 1, 1)))
    assert remarks == [
        "boats.md bears a stamp that it holds no more, and no day is named, so it answers nothing: write repealed "
        "in the register"
    ]


def test_who_took_its_place_gives_what_is_over_its_last_day() -> None:
    new = made("fleet.md", "Fleet Manual", "Replaces the Boat Rules.", "1. The Mate lends boats.", effective=MAY)
    documents, remarks = settled([OLD, new])
    assert (documents[0].facts.repealed, remarks) == (MAY, [])


def test_the_register_gives_what_is_over_its_last_day() -> None:
    one = made("boats.md", "Boat Rules", "SUPERSEDED", "1. The Bosun lends boats.", repealed=OVER)
    documents, remarks = settled([one])
    assert (documents[0].facts.repealed, remarks) == (OVER, [])


@pytest.mark.parametrize(
    "head",
    [
        "Date: 1 May 2023",
        "Fleet Office. Edition of May 1, 2023 (third edition). Replaces the Boating Notes of 2011.",
        "Version 3.2 (1 May 2023). For skippers.",
        "Issue 5, 1 May 2023. Owner: the Bosun.",
    ],
)
def test_the_day_of_an_edition_is_that_of_its_issue(head: str) -> None:
    assert en(head).issued == MAY


def test_a_manual_is_issued_when_it_was_compiled() -> None:
    assert zh("第3版，2023年5月器材组汇编，经社务会同意后发各组遵照执行").issued == MAY


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("2019年5月1日起实行\n> 已由《借用办法（2025年修订）》自2025年5月1日起废止，仅供查考。", OVER),
        ("本办法已被《借用办法》取代。", None),
        ("现已由新的《借用办法》代替。", None),
    ],
)
def test_what_another_document_ended_is_over_and_ends_nothing(head: str, day: date | None) -> None:
    made = zh(head)
    assert (made.repealed, made.over) == (day, day is None)
    assert made.repeals == ()
