"""Clauses in force that give different numbers for one matter are shown side by side."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.models import Answer, Status
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Found, weigh
from bot.conversation.brief import brief
from corpus.document import document
from corpus.effects import Amended, Change
from corpus.models import Facts, Kind, Line
from tests.composing import Standing


def _answer(question: str, first: str, second: str, kind: Kind = Kind.RULE, **update: object) -> Answer:
    facts = {"a": Facts(title="借阅规则", rank="2"), "b": Facts(title="馆务规程", rank="1", kind=kind)}
    made = {
        key: document(f"{key}.md", key, facts[key], "0" * 64, [Line(text=text)])
        for key, text in (("a", first), ("b", second))
    }
    made["b"] = made["b"].model_copy(update=update)
    asked = understand(question)
    # one of the two is found twice: as the item of a list, and with the whole of it
    every = (*made.values(), made["b"])
    found = [Found(passage=d.passages[0], facts=d.facts, cosine=0.8, rules=d.rules) for d in every]
    weighed = weigh(asked, found, lambda term: 1.0)
    return compose(asked, weighed, {d.path: d for d in made.values()}, lambda term: 1.0, Standing(0.9))


@pytest.mark.parametrize(
    ("question", "first", "second", "printed"),
    [
        ("外借的书几天内归还", "第一条 外借的书应在十日内归还。", "第九条 外借的书须在15日内归还。", ["15日", "十日"]),
        ("一张证最多外借几册书", "第一条 每证外借图书不超过5册。", "第九条 每证外借图书以8册为限。", ["8册", "5册"]),
        (
            "how many days may a book be kept",
            "1. A book may be kept for ten days.",
            "9. A book may be kept for 15 days.",
            ["15 days", "ten days"],
        ),
        (
            "how much is the fine for a lost card",
            "1. The fine for a lost card is £5.",
            "9. The fine for a lost card is £8.",
            ["£8", "£5"],
        ),
    ],
)
def test_two_numbers_for_one_matter_are_a_conflict(question: str, first: str, second: str, printed: list[str]) -> None:
    answer = _answer(question, first, second)
    assert answer.status is Status.CONFLICT
    assert [option.condition for option in answer.options] == printed
    assert [citation.document for citation in answer.citations] == ["b.md", "a.md"]
    assert all(f"{said}[{n}]" in answer.text and f"{said}[{n}]" in brief(answer) for n, said in enumerate(printed, 1))


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        # the same number, and one in common
        ("外借的书几天内归还", "第一条 外借的书应在十日内归还。", "第九条 外借的书须在10日内归还。"),
        ("外借的书几天内归还", "第一条 外借的书应在十日内归还。", "第九条 外借的书须在10日内、旺季5日内归还。"),
        # of another kind: how much it costs says nothing of how long
        ("外借的书几天内归还", "第一条 外借的书应在十日内归还。", "第九条 外借的书逾期每册罚5元。"),
        # who decides is asked for, or nothing that is counted
        ("外借的书能延长吗", "第一条 外借的书应在十日内归还，可以延长。", "第九条 外借的书须在15日内归还。"),
    ],
)
def test_what_agrees_or_counts_something_else_is_none(question: str, first: str, second: str) -> None:
    assert _answer(question, first, second).status is Status.ANSWERED


def test_a_draft_and_words_that_an_amendment_put_aside_contradict_nothing() -> None:
    asked, first, second = "外借的书几天内归还", "第一条 外借的书应在十日内归还。", "第九条 外借的书须在15日内归还。"
    gone = Amended(clause="9", at=0, until=len(second), change=Change.DELETED, day=None, by="c#1", start=0, end=1)
    assert _answer(asked, first, second, Kind.DRAFT).status is Status.ANSWERED
    assert _answer(asked, first, second, amended=(gone,)).status is Status.ANSWERED
    assert _answer(asked, first, second).status is Status.CONFLICT
