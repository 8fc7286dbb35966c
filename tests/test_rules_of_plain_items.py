"""Whose a matter is, as terse items and everyday names of offices say it."""

import pytest

from corpus.document import document
from corpus.models import Facts, Line
from corpus.rules.sentences import deeds


def rules(*lines: str) -> list[tuple[str, str]]:
    """Return the actor and the act of each rule of a document."""
    made = document("ship.md", "ship", Facts(title="Ship rules"), "0" * 64, [Line(text=line) for line in lines])
    return [(rule.actor, rule.act.value) for rule in made.rules]


@pytest.mark.parametrize(
    ("item", "who"),
    [
        ("Mooring: two lines are enough. Exceptions: Harbour Master.", "Harbour Master"),
        ("Berth at the quay, up to a week: quay supervisor.", "quay supervisor"),
        ("Choice of paints: Chief Engineer, Friends of the Ship consulted.", "Chief Engineer"),
        ("Lending charts to other ships: Charts Panel, once the Mate has given an opinion.", "Charts Panel"),
        ("Shore leave: one day each month. Supervisor.", "Supervisor"),
    ],
)
def test_an_item_says_whose_its_matter_is(item: str, who: str) -> None:
    found = rules("K1 Deck", f"K1.1 {item}", "K1.2 Ropes are coiled.")
    assert (who, "decides") in found


@pytest.mark.parametrize(
    "item",
    [
        "Mooring lines are checked by the Mate. Supervisor.",
        "Language spoken: English.",
        "Berth on the plan: north side.",
    ],
)
def test_an_item_that_says_more_or_names_nobody_gives_nobody_the_matter(item: str) -> None:
    assert not [act for _, act in rules("K1 Deck", f"K1.1 {item}", "K1.2 Ropes are coiled.") if act == "decides"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Logs are reviewed by Production, then by Quality Assurance.", ["Production", "Quality Assurance"]),
        ("Fares are paid by Accounts Payable in ten days.", ["Accounts Payable"]),
        ("HoD proposes, Harbour Master decides.", ["HoD", "Harbour Master"]),
        ("Laying up a ship is up to the VRB.", ["VRB"]),
        ("Where votes are equal the moderator has a second vote.", ["moderator"]),
        ("A fine may be forgiven by the Harbour Master.", ["Harbour Master"]),
        ("Berths in the yard are shared out by the quay supervisor.", ["quay supervisor"]),
        ("VAT and GST are excluded.", []),
    ],
)
def test_offices_are_known_by_their_everyday_names(sentence: str, expected: list[str]) -> None:
    assert [deed.actor for deed in deeds(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Candidates are put up by the Heads of Watch.", [("Heads of Watch", "proposes")]),
        ("Shelves are put up by the Chief Carpenter.", [("Chief Carpenter", "carries_out")]),
        ("The rota is built by the Timekeeper.", [("Timekeeper", "carries_out")]),
        ("Deck Rules K6.2 reads, as from May, as the Harbour Master decides.", [("Harbour Master", "decides")]),
    ],
)
def test_everyday_verbs_and_cited_rules(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(deed.actor, deed.act.value) for deed in deeds(sentence)] == expected


def test_an_office_keeps_its_field_behind_for() -> None:
    found = rules("K1 Deck", "K1.1 From another port: the Director for Harbour Affairs, on the request of the Mate.")
    assert found[0] == ("Director for Harbour Affairs", "decides")
