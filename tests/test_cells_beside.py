"""What an English cell says beside its first name: a kind of people and theirs, two together, who is heard or told."""

import pytest

from corpus.models import Act
from corpus.rules.tables.cased import cases
from corpus.rules.tables.header import column
from tests.test_rules import reading, table

P, R, D, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.SUPERVISE


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Warden; lodgers of the Annexe: Matron", [("Warden", ""), ("Matron", "lodgers of the Annexe")]),
        (
            "up to 300: Steward; more: Warden, after the Porter has been asked",
            [("Steward", "up to 300"), ("Warden", "more")],
        ),
        ("Steward; above 20 percent rise, the Warden", [("Steward", ""), ("Warden", "above 20 percent")]),
        (
            "Warden if the sum stays under £900, otherwise Court",
            [("Warden", "if the sum stays under £900"), ("Court", "otherwise")],
        ),
    ],
)
def test_a_cell_names_another_for_other_people_or_a_larger_sum(words: str, named: list[tuple[str, str]]) -> None:
    assert cases(words) == named


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Steward and Warden together", [("Steward", D), ("Warden", D)]),
        ("Both wardens jointly", [("Both wardens", D)]),
        ("Court, the Tenants' Panel advising", [("Court", D), ("Tenants' Panel", R)]),
        ("Court, Heritage Adviser having reported", [("Court", D), ("Heritage Adviser", R)]),
        ("Warden; reported to Court", [("Warden", D), ("Court", S)]),
        ("Tree and Garden Officer", [("Tree and Garden Officer", D)]),
        ("Head of House and HFM", [("Head of House", D), ("HFM", D)]),
        ("Quality Control and Regulatory Affairs", [("Quality Control", D), ("Regulatory Affairs", D)]),
        (
            "up to 300: Steward; more: Warden, after the Porter has been asked",
            [("Steward", D), ("Warden", D), ("Porter", R)],
        ),
    ],
)
def test_who_stands_beside_the_name_in_a_cell_is_told_apart(cell: str, told: list[tuple[str, Act]]) -> None:
    rules = reading(*table("Matter | Approved by", f"Letting of the barn | {cell}")).rules
    assert [(rule.actor, rule.act) for rule in rules] == told


def test_what_is_put_up_by_somebody_is_proposed() -> None:
    assert column("Put up by") is P
    assert column("Put forward by") is P


_YARD = "Work | Started by | Checked by | Decision rests with | To be done by"


@pytest.mark.parametrize(
    "row",
    [
        "Mooring | Hand | Mate | Yard Master | 3 April",
        "Launch | Hand, with a tide table | Mate | signed by the Yard Master | 20 days",
        "Sale | Hand, through the Mate | Mate | Yard Master | no limit",
    ],
)
def test_a_cell_of_actors_holds_nothing_else(row: str) -> None:
    said = [(rule.actor, rule.act) for rule in reading(*table(_YARD, row)).rules]
    assert said == [("Hand", P), ("Mate", R), ("Yard Master", D)]


def test_what_a_column_asks_for_before_is_read_beside_who_decides() -> None:
    rows = [
        "up to £90 | Mate | one check by the Purser",
        "over £90 | Owner | recommendation of the Yard Panel and view of the Auditor",
    ]
    said = [(rule.actor, rule.act) for rule in reading(*table("Sum | Who signs | Before that", *rows)).rules]
    assert said == [("Mate", D), ("Purser", R), ("Owner", D), ("Yard Panel", P), ("Auditor", R)]
