"""The day a question is about, where it names none: before the last change, in an edition, before a clause began."""

from datetime import date
from pathlib import Path

import pytest
from fakes import HashingEncoder

from bot.answering.asked.former import day_before, day_of
from bot.answering.models import Answer
from bot.inquiry.inquire import inquire
from bot.inquiry.scope import Scopes
from bot.people.audience import MACHINE
from bot.people.readable import readable
from corpus.document import document
from corpus.models import Amended, Change, Document, Facts, Line
from corpus.validity.settled.settling import settled
from index import Index, build

OLD, NEW, NOW = date(2019, 1, 1), date(2023, 5, 1), date(2024, 6, 1)


def made(path: str, facts: Facts, *lines: str) -> Document:
    return document(path, path.removesuffix(".md"), facts, path, [Line(text=line) for line in lines])


def opened(data: Path, *documents: Document) -> Index:
    build(settled(documents)[0], data, HashingEncoder())
    return Index.open(data, HashingEncoder())


def everything(index: Index) -> Scopes:
    return Scopes(index, readable(index, index.whole, MACHINE))


def asked(index: Index, question: str) -> Answer:
    return inquire(index, index.whole, question, NOW, everything(index))


FIRST = made("old.md", Facts(title="借用办法（2019年版）", effective=OLD), "第一条 借用藏品由馆长批准。")
SECOND = made("new.md", Facts(title="借用办法", effective=NEW, supersedes=("old.md",)), "第一条 借用藏品由馆务会批准。")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("借用藏品由谁批准", NOW),
        ("修订前借用藏品由谁批准", date(2023, 4, 30)),
        ("以前借用藏品由谁批准", date(2023, 4, 30)),
        ("以前来过的观众借用藏品由谁批准", NOW),
        ("2019年版借用藏品由谁批准", date(2019, 12, 31)),
        ("2023年初借用藏品由谁批准", date(2023, 1, 31)),
    ],
)
def test_the_rules_before_a_change_answer_a_question_about_them(tmp_path: Path, question: str, day: date) -> None:
    index = opened(tmp_path, FIRST, SECOND)
    assert asked(index, question).as_of == day


def test_before_the_amendment_is_the_day_before_it(tmp_path: Path) -> None:
    lines = ("关于修改《借用办法》的决定", "一、将第一条修改为：“借用藏品由馆务会批准。”", "二、由馆办解释。")
    change = made("change.md", Facts(title=lines[0], effective=NEW), *lines)
    index = opened(
        tmp_path, made("rule.md", Facts(title="借用办法", effective=OLD), "第一条 借用藏品由馆长批准。"), change
    )
    assert asked(index, "修订前借用藏品由谁批准").as_of == date(2023, 4, 30)


def test_a_document_that_replaced_nothing_has_no_day_before() -> None:
    assert day_before("a.md", "a", {"a.md": Facts(effective=NEW)}, {}, NOW) is None


def test_a_change_that_is_still_to_come_is_no_change_yet() -> None:
    later = Amended(clause="1", change=Change.REPLACED, day=date(2025, 1, 1), by="b#1", start=0, end=1)
    assert day_before("a.md", "a", {"a.md": Facts(effective=OLD)}, {"a.md": (later,)}, NOW) is None


def test_an_edition_that_began_after_its_year_is_asked_for_from_its_first_day() -> None:
    facts = {"a.md": Facts(title="借用办法（2019年版）", effective=date(2020, 1, 1))}
    assert day_of("2019", facts, date(2019, 12, 31)) == date(2020, 1, 1)
    assert day_of("2018", facts, date(2018, 12, 31)) == date(2018, 12, 31)


def test_a_clause_that_begins_later_is_no_answer_before_its_day(tmp_path: Path) -> None:
    closing = "第三条 本办法自2023年5月1日起施行，第二条自2025年1月1日起施行。"
    text = ("第一条 借用藏品由馆长批准。", "第二条 外借藏品由馆务会批准。", closing)
    index = opened(tmp_path, made("rule.md", Facts(title="借用办法"), *text))
    scopes = everything(index)
    assert scopes.on(NOW).gone.clauses == {"rule#2"}
    assert scopes.on(date(2025, 1, 1)).gone.clauses == frozenset()


def test_a_day_that_is_asked_about_again_is_not_gone_through_again(tmp_path: Path) -> None:
    scopes = everything(opened(tmp_path, FIRST, SECOND))
    assert scopes.on(NOW) is scopes.on(NOW)
    assert scopes.on(NOW).valid == {"new.md"} != scopes.on(OLD).valid
    assert scopes.within("old").on(NOW).facts.keys() == {"old.md"}
