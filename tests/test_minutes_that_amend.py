"""What the minutes of a board or an office change in its rules, in the wordings in which secretaries write them."""

from datetime import date

import pytest

from corpus.document import document
from corpus.models import Document, Facts, Line
from corpus.validity.settled.settling import settled

MAY, JUNE = date(2026, 5, 19), date(2026, 6, 1)
OLD = date(2020, 1, 1)


def made(path: str, title: str, *lines: str, since: date | None = OLD) -> Document:
    facts = Facts(title=title, effective=since)
    return document(path, path.removesuffix(".md"), facts, path, [Line(text=line) for line in (f"# {title}", *lines)])


def changed(*documents: Document) -> list[tuple[str, str, str, date | None]]:
    """Return clause, old words, new words and first day of each change of the first document."""
    return [(one.clause, one.was, one.now, one.day) for one in settled(documents)[0][0].amended]


def test_the_heading_over_a_change_of_a_scheme_names_it() -> None:
    lines = ("B1 Nets are bought by the Mate.", "B2 Oars are bought by the Bosun.", "B3 The Mate may spend £90.")
    gifts = ("D1 Gifts are listed.", "D2 Gifts of up to £250 are agreed by the Bosun.", "D3 Larger ones are refused.")
    scheme = made("scheme.md", "Scheme of Powers", *lines, *gifts)
    minutes = made(
        "minutes.md", "Minutes of the Board, 19 May 2026", "Item 1 Minutes", "The minutes of March were agreed.",
        "Item 2 Change of the Scheme of Powers (FIN-02)", "Resolved, with effect from 1 June 2026:",
        '(a) in D2, "£250" is replaced by "£400"; the rest of D2 stays.',
        "(b) in B3, the Mate's sum is raised from £90 to £120.", "Item 3 Rowing",
        "(a) In D2 of the course, buoys are moved.", "Item 4 Next meeting", "21 July 2026.", since=None,
    )  # fmt: skip
    assert changed(scheme, minutes) == [("d2", "£250", "£400", JUNE), ("b3", "£90", "£120", JUNE)]
    assert minutes.stated.issued == MAY


def test_a_resolution_changes_items_of_a_regulation_that_is_called_by_its_number() -> None:
    lines = (
        "3. Who signs",
        "3.1 Purchases are signed:",
        "(a) below $90: by the Mate;",
        "(b) up to $900: by the Bosun;",
    )
    title = "Regulation 600: Buying"
    rule = made("buying.md", title, title, *lines, "5. Cards", "5.2 The limit is $90 a month.")
    minutes = made(
        "minutes.md", "Minutes of the Trustees", "Tuesday, May 19, 2026, 6:00 p.m., Boat House",
        "Resolutions take effect on June 1, 2026, unless stated.",
        "**B. Resolution 2026-05 (partial amendment of Regulation 600).**",
        "1. In Regulation 600, 3.1(a) and (b) are changed: the Mate signs up to $190, and the Bosun up to $1,900.",
        "2. In 5.2 of Regulation 600 the monthly limit of cards becomes $190.", since=None,
    )  # fmt: skip
    assert [(clause.rpartition("600.")[2], day) for clause, _, _, day in changed(rule, minutes)] == [
        ("3.1.a", JUNE),
        ("3.1.b", JUNE),
        ("5.2", JUNE),
    ]


def test_an_item_of_running_numbers_is_found_under_any_heading() -> None:
    lines = ("一、入住", "1. 床位由舍监分配。", "二、退宿", "2. 延住的，由舍监批准。", "3. 大门二十三时关闭。")
    rule = made("house.md", "学舍管理规定", *lines)
    minutes = made(
        "minutes.md", "校务会纪要", "（本纪要自印发之日2026年6月1日起生效）",
        "议题一　关于学舍若干事项的修改",
        "（1）会议决定，对《学舍管理规定》作部分修改：将第3项大门关闭时间改为二十二时。",
        "（2）第2项延住由舍监批准，改为由总务处处长批准。", "议题二　关于食堂",
        "（1）第1项菜价由食堂批准，改为由总务处批准。", since=None,
    )  # fmt: skip
    assert [(clause, day) for clause, _, _, day in changed(rule, minutes)] == [("2.3", JUNE), ("2.2", JUNE)]


@pytest.mark.parametrize("verb", ["调整", "修改"])
def test_minutes_adjust_some_clauses_of_a_handbook(verb: str) -> None:
    rule = made("book.md", "内部控制手册", "1.1 不满9千元由科长签批。", "1.5 备用金限额为每科室500元。")
    minutes = made(
        "minutes.md", "局长办公会议纪要", f"一、关于{verb}《内部控制手册》的部分条款",
        "1. 手册1.1的签批上限由9千元提高到3万元。", "2. 手册1.5备用金限额改为每科室800元。",
        f"3. 上述{verb}自2026年6月1日起执行。", "二、关于排查",
        "1. 1.1号楼由房屋科牵头排查，限期由9日改为3日。", since=None,
    )  # fmt: skip
    assert [clause for clause, *_ in changed(rule, minutes)] == ["1.1", "1.5"]
    assert minutes.stated.effective == JUNE


def test_a_half_of_a_name_that_is_never_written_alone_is_no_office() -> None:
    whole = "实验室与设备处"
    lines = (f"第一条 实验室的检查由{whole}负责。", f"第二条 采购报{whole}处长批准。", f"第三条 报废由{whole}审核。")
    actors = [rule.actor for rule in made("lab.md", "设备办法", *lines).rules]
    assert actors == [whole, f"{whole}处长", whole]
    apart = made("lab.md", "设备办法", *lines, "第四条 设备处验收。").rules
    assert [rule.actor for rule in apart if rule.clause.endswith("#1")] == ["实验室", "设备处"]
