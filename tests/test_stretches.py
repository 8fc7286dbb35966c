"""Words within a clause that an amendment puts aside, swaps or strikes out: cited to nobody, while the rest holds."""

from datetime import date
from pathlib import Path

import pytest
from fakes import HashingEncoder

from bot.answering.models import Answer
from bot.inquiry.inquire import inquire
from bot.inquiry.scope import Scopes
from bot.people.audience import MACHINE
from bot.people.readable import readable
from corpus.document import document
from corpus.models import Document, Facts, Line
from corpus.validity.settled.settling import settled
from index import Index, build

BEFORE, SINCE = date(2021, 1, 1), date(2024, 9, 1)


def made(path: str, title: str, since: date, *lines: str) -> Document:
    facts = Facts(title=title, effective=since)
    return document(path, path.removesuffix(".md"), facts, "0" * 64, [Line(text=line) for line in lines])


KILN = made(
    "kiln.md", "陶艺室管理办法", BEFORE,
    "第一条 陶艺室借用由社务处批准。",
    "借用超过三天的，由社务处主任批准。",
    "校外单位借用的，由社长批准。",
    "第二条 陶艺室的电窑每季度由保安处检查一次。",
)  # fmt: skip
KILN_CHANGE = made(
    "kiln-change.md", "关于修改《陶艺室管理办法》的决定", SINCE,
    "关于修改《陶艺室管理办法》的决定",
    "一、第一条第二款修改为：“借用超过五天的，由副社长批准。”",
    "二、删去第一条第三款。",
    "三、第二条中的“每季度”修改为“每月”，“保安处”修改为“安全处”。",
    "四、将全文中的“社务处”统一修改为“运行部”。",
)  # fmt: skip
LOFT = made(
    "loft.md", "Loft Rules", BEFORE,
    "1. Ladders are lent by the Keeper. Ropes are lent only with the approval of the Warden.",
    "2. Loft visits are approved by:",
    "(a) the Keeper, for staff;",
    "(b) the Dean, for strangers.",
    "3. The Keeper counts the ropes every three months and reports to the Dean.",
    "4. Strangers are admitted by the Dean. Strangers stay no longer than nine days.",
)  # fmt: skip
LOFT_CHANGE = made(
    "loft-change.md", "Amendment to the Loft Rules", SINCE,
    "The Loft Rules are amended as follows:",
    "1. In rule 1, for the second sentence substitute: “Ropes are lent only with the approval of the Provost.”",
    "2. In rule 2, item (b) is omitted.",
    "3. In rule 3, for “three months” substitute “two months” and for “Dean” substitute “Senate”.",
    "4. In rule 4, the words from “Strangers stay” to the end are deleted.",
    "5. For “Keeper”, wherever it occurs, substitute “Curator”.",
)  # fmt: skip


def places(*documents: Document) -> dict[tuple[str, str], list[str]]:
    """What gives way within which clause, by the words printed there."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in settled(documents)[0]:
        for change in one.amended:
            words = change.was or one.text[change.at : change.until].strip()
            found.setdefault((one.path, change.clause), []).append(words)
    return found


def test_each_change_is_placed_at_the_words_it_is_about() -> None:
    assert places(KILN, KILN_CHANGE) == {
        ("kiln.md", "1"): ["借用超过三天的，由社务处主任批准。", "校外单位借用的，由社长批准。", "社务处"],
        ("kiln.md", "2"): ["每季度", "保安处"],
    }
    found = places(LOFT, LOFT_CHANGE)
    assert found["loft.md", "1"] == ["Ropes are lent only with the approval of the Warden.", "Keeper"]
    assert found["loft.md", "2.b"] == ["(b) the Dean, for strangers."]
    assert found["loft.md", "3"] == ["three months", "Dean", "Keeper"]
    assert found["loft.md", "4"] == ["Strangers stay no longer than nine days."]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    data: Path = tmp_path_factory.mktemp("stretches")
    build(settled([KILN, KILN_CHANGE, LOFT, LOFT_CHANGE])[0], data, HashingEncoder())
    return Index.open(data, HashingEncoder())


def asked(index: Index, question: str, day: date) -> Answer:
    return inquire(index, index.whole, question, day, Scopes(index, readable(index, index.whole, MACHINE)))


def decides(answer: Answer) -> list[str]:
    return [one.who for one in answer.decision.decides] if answer.decision else []


@pytest.mark.parametrize(
    ("question", "before", "since"),
    [
        ("陶艺室借用六天谁批准", "社务处主任", "副社长"),
        ("陶艺室借用谁批准，借两天", "社务处", "运行部"),
        ("Ropes are lent with whose approval?", "Warden", "Provost"),
    ],
)
def test_the_new_words_decide_from_their_day_on(index: Index, question: str, before: str, since: str) -> None:
    assert decides(asked(index, question, date(2024, 8, 31))) == [before]
    assert decides(asked(index, question, SINCE)) == [since]


@pytest.mark.parametrize(
    ("question", "dead"),
    [
        ("校外单位借用陶艺室谁批准", "由社长批准"),
        ("陶艺室借用超过三天的由谁批准", "借用超过三天"),
        ("陶艺室借用谁批准", "借用超过三天"),
        ("How long do strangers stay?", "nine days"),
        ("Who approves loft visits for strangers?", "(b) the Dean"),
        ("Whose approval do ropes need?", "Warden"),
    ],
)
def test_what_is_put_aside_is_quoted_to_nobody(index: Index, question: str, dead: str) -> None:
    answer = asked(index, question, SINCE)
    assert not any(dead in cited.quote for cited in answer.citations)
    assert dead not in answer.text


def test_a_reader_is_told_which_of_the_words_quoted_have_been_amended(index: Index) -> None:
    answer = asked(index, "陶艺室的电窑由谁检查", SINCE)
    assert "其中有文字已经修改" in answer.text
    assert "“每季度”修改为“每月”" in answer.text
    before = asked(index, "陶艺室的电窑由谁检查", BEFORE)
    assert "已经修改" not in before.text
