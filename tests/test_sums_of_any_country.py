"""Sums in currencies that few rulebooks name, without any, and rungs that leave out what the first one counts."""

import pytest

from bot.answering.asked.bounded import bounded
from corpus.document import document
from corpus.models import Document, Facts, Line, Role
from corpus.quantities import Measure, compatible, ranges
from tests.test_answering import reading, settled


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [
        ("more than T$2,000 and up to T$25,000", "T$3,000", "T$30,000"),
        ("EC$500 or less", "$400", "$600"),
        ("up to Kč 5,000", "4,000 Kč", "6,000 Kč"),
        ("up to 5 000 zł", "4000 zł", "6000 zł"),
        ("up to 20,000 crowns", "8000 crowns", "21,000 crowns"),
    ],
)
def test_a_sum_has_its_bound_whatever_the_currency(words: str, inside: str, outside: str) -> None:
    assert compatible(ranges(words), ranges(inside))
    assert not compatible(ranges(words), ranges(outside))


def table(*rows: str) -> Document:
    head = ("What", "Requested by", "Approved by")
    lines = [Line(text="1. Purchases"), Line(text=" | ".join(head), role=Role.HEADER, cells=head)]
    lines += [Line(text=row, role=Role.ROW, cells=tuple(row.split(" | "))) for row in rows]
    return document("hall.md", "hall", Facts(title="Hall"), "0" * 64, lines)


PURCHASES = table(
    "Purchase within budget, up to 2,500 | Cook | Steward",
    "Purchase within budget, above 2,500 to 20,000 | Cook | Bursar",
    "Purchase within budget, above 20,000 | Cook | Court",
)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("we want a new stove in the budget, it's 14,000, who approves", ["Bursar"]),
        ("a stove for 50 001, within budget, who approves", ["Court"]),
        ("stove in the budget, 2,500 all in, who approves", ["Steward"]),
    ],
)
def test_a_row_that_says_its_sums_where_it_says_what_it_is_about_is_picked_by_them(
    question: str, who: list[str]
) -> None:
    assert settled(question, "1.row1", "1.row2", "1.row3", made=PURCHASES) == who


def test_rungs_count_what_the_first_of_them_counts() -> None:
    made = reading("1. Up to 200 people: the Steward approves. From 201 to 1,000: the Court approves.")
    assert settled("600 people at our feast, who approves", "1", made=made) == ["Court"]


def test_people_are_held_against_guests() -> None:
    made = reading("1. Under 200 guests the Steward decides. With 200 or more the Court decides.")
    assert settled("a party with 240 people, who decides", "1", made=made) == ["Court"]


def test_hours_of_overtime_are_held_against_hours() -> None:
    (bound,) = ranges("Overtime, up to 20 hours a month")
    (asked,) = bounded("26 hours of overtime this month", [bound])
    assert asked.measure is Measure.DAYS
    assert not bound.holds(asked)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("the roof leaks and nobody planned for it, who approves the repair", ["Court"]),
        ("we planned for the repair, who approves it", ["Steward"]),
    ],
)
def test_what_is_planned_is_budgeted(question: str, who: list[str]) -> None:
    made = reading(
        "1. Repairs within the budget are approved by the Steward.",
        "2. Repairs outside the budget are approved by the Court.",
    )
    assert settled(question, "1", "2", made=made) == who
