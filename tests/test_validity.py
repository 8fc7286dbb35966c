"""Which documents are in force on a day, and which can decide anything."""

from datetime import date

import pytest

from corpus.models import Facts, Kind
from corpus.validity import binding, in_force

JUNE, JULY, AUGUST = date(2023, 6, 30), date(2023, 7, 1), date(2023, 8, 1)


@pytest.mark.parametrize(
    ("facts", "day", "holds"),
    [
        (Facts(), JULY, True),
        (Facts(effective=JULY), JUNE, False),
        (Facts(effective=JULY), JULY, True),
        (Facts(issued=JULY), JUNE, False),
        (Facts(issued=JUNE, effective=AUGUST), JULY, False),
        (Facts(issued=AUGUST, effective=JUNE), JULY, True),
        (Facts(repealed=JULY), JUNE, True),
        (Facts(repealed=JULY), JULY, False),
        (Facts(effective=JUNE, repealed=AUGUST), JULY, True),
        (Facts(effective=JULY, repealed=JULY), JULY, False),
    ],
)
def test_a_rule_holds_from_its_first_day_until_the_day_before_its_repeal(facts: Facts, day: date, holds: bool) -> None:
    assert in_force(facts, day) is holds


@pytest.mark.parametrize(("kind", "decides"), [(k, k is Kind.RULE) for k in Kind])
def test_only_a_rule_can_decide_anything(kind: Kind, decides: bool) -> None:
    assert binding(Facts(kind=kind)) is decides
