"""Rows whose heads are amounts or one word, and rows that tell in words how a matter is handled."""

import pytest

from corpus.document import document
from corpus.models import Act, Facts, Line, Role


def rules(head: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return the actor, the act and the condition of each rule of a table."""
    lines = [Line(text="Ship rules"), Line(text="All sums are in euro.")]
    lines += [Line(text=" | ".join(head), role=Role.HEADER, cells=head)]
    lines += [Line(text=" | ".join(cells), role=Role.ROW, cells=cells) for cells in rows]
    made = document("ship.md", "ship", Facts(title="Ship rules"), "0" * 64, lines)
    return [(rule.actor, rule.act.value, rule.condition) for rule in made.rules]


def test_a_row_with_a_number_names_who_decides_under_each_amount() -> None:
    head = ("Code", "What", "to 2,000", "to 30,000", "to 400,000", "beyond")
    found = rules(head, ("K-1", "Sails, planned", "Master", "Port Director or Fleet Director", "Owner", "Board"))
    assert found == [
        ("Master", "decides", "Sails, planned；up to 2,000 euro"),
        ("Port Director", "decides", "Sails, planned；over 2,000 euro up to 30,000 euro"),
        ("Fleet Director", "decides", "Sails, planned；over 2,000 euro up to 30,000 euro"),
        ("Owner", "decides", "Sails, planned；over 30,000 euro up to 400,000 euro"),
        ("Board", "decides", "Sails, planned；over 400,000 euro"),
    ]


def test_a_row_under_amounts_leaves_out_what_is_not_used() -> None:
    head = ("Line", "Kind of hire", "Up to $90", "Over $90 to $900", "Over $900")
    found = rules(head, ("B2", "Pilots", "Port Captain", "Director of Fleets", "not used"))
    assert found == [
        ("Port Captain", "decides", "Pilots；Up to $90"),
        ("Director of Fleets", "decides", "Pilots；Over $90 to $900"),
    ]


@pytest.mark.parametrize("head", ["By", "Who may exercise it", "Holder", "Delegate", "Go or no-go"])
def test_a_short_head_names_who_decides(head: str) -> None:
    assert rules(("Matter", head), ("Chartering a tug", "Harbour Master"))[0][:2] == ("Harbour Master", "decides")


def test_the_heads_of_a_gate_say_who_drafts_and_weighs() -> None:
    head = ("Gate", "What it opens", "Dossier by", "Pre-read and opinion", "Go or no-go")
    found = rules(head, ("1", "Keel laying", "Yard Manager", "Hull Forum", "Fleet Director"))
    assert [one[:2] for one in found] == [
        ("Yard Manager", Act.PROPOSE.value),
        ("Hull Forum", Act.REVIEW.value),
        ("Fleet Director", Act.DECIDE.value),
    ]


def test_a_row_tells_in_words_how_a_matter_is_handled() -> None:
    head = ("Item", "Steps")
    nets = (
        "Lost nets, worth up to 50",
        "recorded by the Boatswain; Purser gives an opinion; written off by the Master",
    )
    assert [one[:2] for one in rules(head, nets)] == [
        ("Boatswain", "carries_out"),
        ("Purser", "reviews"),
        ("Master", "decides"),
    ]
    debts = ("Bad debts", "Purser proposes, Fleet Director decides")
    assert [one[:2] for one in rules(head, debts)] == [("Purser", "proposes"), ("Fleet Director", "decides")]
    assert rules(("Crew", "Berth"), ("Master", "aft"), ("Boatswain", "amidships")) == []
