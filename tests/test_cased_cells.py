"""What English cells say beside a name: another for a larger sum or another case, a next reader, how it is done."""

import pytest

from corpus.models import Act, Cell
from corpus.quantities.headed import captioned, measured
from corpus.rules.tables.cased import cases
from corpus.rules.tables.header import Column, column
from tests.test_rules import reading, table


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Stewards up to £400; above that the Vestry", [("Stewards", "up to £400"), ("Vestry", "above that")]),
        ("Curator up to 5 days; Provost for longer", [("Curator", "up to 5 days"), ("Provost", "for longer")]),
        ("Treasurer (up to £90); Warden above that", [("Treasurer", "up to £90"), ("Warden", "above that")]),
        ("Treasurer; where wages are touched, the Warden", [("Treasurer", ""), ("Warden", "where wages are touched")]),
        ("Warden; Court if it is a chair", [("Warden", ""), ("Court", "if it is a chair")]),
        ("Head of House, then Safety Officer", [("Head of House", ""), ("Safety Officer", "")]),
        ("Treasurer, out of the reserve", [("Treasurer", "")]),
        ("Office manager (keys and alarms)", [("Office manager", "")]),
        ("Warden if it is on our land, otherwise none", [("Warden", "if it is on our land")]),
    ],
)
def test_a_cell_names_each_with_its_case(words: str, named: list[tuple[str, str]]) -> None:
    assert cases(words) == named


@pytest.mark.parametrize(
    "words", ["Head of Unit", "Dean (Research)", "Finance and Resources Committee", "Court, with the Warden's consent"]
)
def test_a_cell_of_names_alone_or_of_an_aside_is_read_elsewhere(words: str) -> None:
    assert cases(words) == []


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Starts it", Act.PROPOSE),
        ("Who hands it in", Act.PROPOSE),
        ("Kicks it off", Act.PROPOSE),
        ("Handed in by", Act.PROPOSE),
        ("Looks it over", Act.REVIEW),
        ("Must be seen by", Act.REVIEW),
        ("Who goes through it", Act.REVIEW),
        ("Backed by", Act.REVIEW),
        ("Who awards", Act.DECIDE),
        ("Who picks the caterer", Act.DECIDE),
        ("Who okays it", Act.DECIDE),
        ("Who pays", Act.CARRY_OUT),
        ("Opens", Column.OTHER),
    ],
)
def test_a_header_in_everyday_words_says_what_its_column_holds(head: str, kind: Column | Act) -> None:
    assert column(head) is kind


TABLE = table(
    "Matter | Brought by | Looks it over | Signed off by",
    "Repairs, over £50 | Porter | Clerk, then Surveyor | Warden up to £400; above that the Court",
)


def test_a_cell_of_two_levels_makes_a_rule_of_each() -> None:
    told = [(rule.actor, rule.act, rule.condition) for rule in reading(*TABLE).rules]
    assert told == [
        ("Porter", Act.PROPOSE, ""),
        ("Clerk", Act.REVIEW, ""),
        ("Surveyor", Act.REVIEW, ""),
        ("Warden", Act.DECIDE, "up to £400"),
        ("Court", Act.DECIDE, "above £400"),
    ]


CHECKED = table(
    "Tier | Check | Cleared by",
    "Helps at a fair | two references | Office manager",
    "Drives a bus | Transport Officer | Warden",
)


def test_what_is_checked_is_no_actor() -> None:
    assert [rule.actor for rule in reading(*CHECKED).rules] == ["Office manager", "Transport Officer", "Warden"]


CROSSED = table(
    "Value | In the plan | Not in the plan",
    "over £900 | Warden, after the Bursar has checked | Court",
)


def test_who_checks_before_the_one_in_a_matrix_is_read_with_him() -> None:
    told = [(rule.actor, rule.act) for rule in reading(*CROSSED).rules]
    assert told == [("Warden", Act.DECIDE), ("Bursar", Act.REVIEW), ("Court", Act.DECIDE)]


def test_a_currency_named_in_words_above_a_table_is_that_of_its_limits() -> None:
    (name,) = captioned(["Limit"], "Limits, in euro, inclusive of VAT:")
    assert measured(Cell(name=name, text="3,000", start=0, end=5)) == "3,000 euro"
