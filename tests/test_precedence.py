"""Which of two documents goes before, where the rulebook says so."""

from datetime import date

import pytest

from bot.answering.asked.question import understand
from bot.answering.models import Answer, Status
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Found, weigh
from corpus.document import document
from corpus.facts import facts
from corpus.models import Document, Facts, Line
from corpus.validity.settled.settling import settled
from tests.composing import Standing

OLD, NEW = date(2020, 1, 1), date(2024, 1, 1)


def made(path: str, title: str, *lines: str, **given: object) -> Document:
    held = Facts(title=title, **given)  # type: ignore[arg-type]
    return document(path, path.removesuffix(".md"), held, path, [Line(text=line) for line in lines])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("本办法与《馆章程》不一致的，以《馆章程》为准。", ("馆章程", "", False)),
        ("本办法与章程相抵触的，以章程的规定为准。", ("章程", "", False)),
        ("此前有关规定与本办法不一致的，以本办法为准。", ("", "", True)),
        ("各部门制度与本章程冲突的，以本章程为准。", ("", "", False)),
        ("In case of inconsistency the Constitution prevails.", ("Constitution", "", False)),
        ("If these rules conflict with the Constitution, the Constitution shall prevail.", ("Constitution", "", False)),
        ("This policy prevails over all earlier policies.", ("", "", True)),
        ("These orders take precedence over the Staff Handbook.", ("", "Staff Handbook", False)),
    ],
)
def test_a_document_says_what_goes_before_what(text: str, said: tuple[str, str, bool]) -> None:
    one = made("a.md", "办法", "1. General.", f"2. {text}")
    assert [(each.first, each.over, each.earlier) for each in one.stated.precedence] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "中英文本不一致的，以中文本为准。",
        "未尽事宜按有关规定执行。",
        "数量以验收单为准。",
        "In the event of a conflict of interest, the chair applies the code.",
        "The higher rate applies.",
    ],
)
def test_what_goes_before_in_other_things_ranks_no_document(text: str) -> None:
    assert made("a.md", "办法", "1. General.", f"2. {text}").stated.precedence == ()


def yields(*documents: Document) -> dict[str, tuple[str, ...]]:
    return {one.path: one.facts.yields for one in settled(documents)[0]}


CHARTER = made("charter.md", "馆章程", "第一条 馆外演出由馆长决定。", effective=OLD)
SHOWS = made(
    "shows.md", "演出办法", "第一条 馆外演出由理事会决定。", "第二条 本办法与章程不一致的，以章程为准。", effective=NEW
)


def test_a_document_yields_to_the_one_it_names() -> None:
    assert yields(CHARTER, SHOWS) == {"charter.md": (), "shows.md": ("charter.md",)}


def test_all_yield_to_a_document_that_goes_before_them_or_only_the_earlier_ones() -> None:
    first = made("first.md", "总则", "第一条 各项制度与本总则不一致的，以本规则为准。", effective=NEW)
    later = made("later.md", "细则", "第一条 演出由馆长决定。", effective=date(2025, 1, 1))
    assert yields(first, later, CHARTER) == {"first.md": (), "later.md": ("first.md",), "charter.md": ("first.md",)}
    first = made("first.md", "总则", "第一条 此前的制度与本规则不一致的，以本规则为准。", effective=NEW)
    assert yields(first, later, CHARTER) == {"first.md": (), "later.md": (), "charter.md": ("first.md",)}


def test_what_an_admin_gives_counts_too() -> None:
    given = facts({"服从": "charter.md"}, "x")
    assert given.yields == ("charter.md",)
    plain = made("plain.md", "办法", "第一条 演出由馆长决定。", yields=given.yields)
    assert yields(CHARTER, plain)["plain.md"] == ("charter.md",)


def test_settling_again_changes_nothing() -> None:
    once = settled([CHARTER, SHOWS])[0]
    assert settled(once)[0] == once


def asked(*documents: Document) -> Answer:
    wanted = understand("馆外演出谁决定")
    found = [Found(passage=d.passages[0], facts=d.facts, cosine=0.8, rules=d.rules[:1]) for d in documents]
    whole = {d.path: d for d in documents}
    return compose(wanted, weigh(wanted, found, lambda term: 1.0), whole, lambda term: 1.0, Standing(0.9))


def test_of_two_that_contradict_each_other_the_one_that_prevails_comes_first_and_is_said_to() -> None:
    answer = asked(*settled([CHARTER, SHOWS])[0])
    assert answer.status is Status.CONFLICT
    assert [option.who for option in answer.options] == ["馆长", "理事会"]
    assert "规章写明以列在前面的为准。" in answer.text
    without = asked(CHARTER, SHOWS)
    assert [option.who for option in without.options] == ["理事会", "馆长"]
