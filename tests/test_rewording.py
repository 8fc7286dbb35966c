"""Amounts that an amendment puts in a clause: what is read of it, and at which level a question then is."""

from datetime import date

import pytest

from bot.answering.asked.question import understand
from bot.answering.models import Answer
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Found, weigh
from bot.answering.weighing.select import choose
from bot.inquiry.outdated import as_of
from corpus.document import document
from corpus.models import Document, Facts, Line
from corpus.validity.said.swaps import swaps
from corpus.validity.settled.settling import settled
from tests.composing import Standing

MAY = date(2025, 5, 1)


@pytest.mark.parametrize(
    ("words", "was", "now"),
    [
        ("for “£40” read “£70”", "£40", "£70"),
        ("for £40 in both places there shall be substituted £70", "£40", "£70"),
        ("substitute ten days for six days", "", ""),
        ("substitute 10 days for 6 days", "6 days", "10 days"),
        ("the limit is raised from £1,500 to £2,000.", "£1,500", "£2,000"),
        ("the figure of 12% is replaced, wherever it stands, by 15%", "12%", "15%"),
        ("将“三千元”改为“五千元”", "三千元", "五千元"),
        ("限额由3000元提高到5000元", "3000元", "5000元"),
        ("the rule is replaced by the following", "", ""),
        ("by deleting “Keeper” and inserting “Curator”", "Keeper", "Curator"),
        ("References to the Dean are replaced throughout by references to the Provost", "Dean", "Provost"),
        ("第三条中的“处长”删去", "处长", ""),
        ("删去“或者副处长”", "或者副处长", ""),
        ("在“处长”后增加“或者副处长”", "处长", "处长或者副处长"),
        ("omit the words “or the Bursar”", "or the Bursar", ""),
        ("the words “or the Bursar” are omitted", "or the Bursar", ""),
    ],
)
def test_words_that_give_way_are_told_from_those_that_come(words: str, was: str, now: str) -> None:
    assert swaps(words) == ([(was, now)] if was else [])


def made(path: str, title: str, *lines: str, since: date | None = None) -> Document:
    facts = Facts(title=title, effective=since)
    return document(path, path.partition(".")[0], facts, "0" * 64, [Line(text=line) for line in lines])


def asked(question: str, day: date, *documents: Document) -> Answer:
    own = [as_of(one, day) for one in settled(documents)[0]]
    understood = understand(question)
    found = [
        Found(passage=p, facts=own[0].facts, cosine=0.9, rules=tuple(r for r in own[0].rules if r.clause == p.id))
        for p in own[0].passages
    ]
    chosen = choose(weigh(understood, found, lambda term: 1.0))
    return compose(understood, chosen, {one.path: one for one in own}, lambda term: 1.0, Standing(0.0))


KITCHEN = made(
    "kitchen.md",
    "Kitchen Rules",
    "1. Crockery up to £300 is approved by the Cook. Crockery above £300 is approved by the Steward.",
    "2. The pantry is locked at night by the Porter.",
)
CHANGE = made(
    "change.md",
    "Amendment to the Kitchen Rules",
    "The Kitchen Rules are amended as follows:",
    "1. In rule 1 for “£300” in both places read “£450”.",
    "2. Orders placed before the change stay as they are.",
    since=MAY,
)


def test_an_amended_amount_is_the_bound_of_its_level_from_its_day_on() -> None:
    question = "who approves crockery for £400"
    after, before = (asked(question, day, KITCHEN, CHANGE) for day in (MAY, date(2025, 4, 30)))
    assert after.decision is not None
    assert before.decision is not None
    assert [w.who for w in after.decision.decides] == ["Cook"]
    assert [w.who for w in before.decision.decides] == ["Steward"]
    assert [(c.document, c.quote) for c in after.citations][1:] == [
        ("change.md", "In rule 1 for “£300” in both places read “£450”")
    ]
    assert [c.document for c in before.citations] == ["kitchen.md"]
