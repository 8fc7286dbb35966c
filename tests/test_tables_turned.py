"""Tables turned about: acts before who does them, what an office does in its column, sums under it, cells as above."""

import pytest

from corpus.document import document
from corpus.models import Act, Document, Facts, Line, Role
from corpus.rules.english.wording import names
from corpus.rules.tables.header import Column, column


def table(header: str, *rows: str) -> list[Line]:
    lines = [(header, Role.HEADER), *((row, Role.ROW) for row in rows)]
    return [Line(text=words, role=role, cells=tuple(words.split(" | "))) for words, role in lines]


def reading(*lines: Line) -> Document:
    return document("oars.md", "oars", Facts(title="Oars"), "0" * 64, [Line(text="1. Oars"), *lines])


def told(made: Document) -> list[tuple[str, Act, str]]:
    return [(rule.actor, rule.act, rule.condition) for rule in made.rules]


def test_a_row_that_opens_with_an_act_names_who_does_it_in_each_case() -> None:
    lines = table("- | Within a pier | Between piers", "Proposed | Clerk | Director", "Advised on | none | Bursar")
    assert told(reading(*lines, *table("- | Within a pier | Between piers", "Approved | Director | Warden"))) == [
        ("Clerk", Act.PROPOSE, "Within a pier"),
        ("Director", Act.PROPOSE, "Between piers"),
        ("Bursar", Act.REVIEW, "Between piers"),
        ("Director", Act.DECIDE, "Within a pier"),
        ("Warden", Act.DECIDE, "Between piers"),
    ]


def test_a_cell_may_say_in_a_verb_what_its_office_does_and_up_to_what() -> None:
    lines = table(
        "No. | Matter | Clerk | Director | Warden",
        "P1 | Posting to a light | recommends | keeps list | approves",
        "P2 | Renewal of a pilot | recommends | approves up to 2 years | approves over 2 years",
    )
    assert told(reading(*lines)) == [
        ("Clerk", Act.PROPOSE, ""),
        ("Director", Act.CARRY_OUT, ""),
        ("Warden", Act.DECIDE, ""),
        ("Clerk", Act.PROPOSE, ""),
        ("Director", Act.DECIDE, "up to 2 years"),
        ("Warden", Act.DECIDE, "over 2 years"),
    ]


def test_sums_under_offices_say_up_to_what_each_decides_beside_letters_too() -> None:
    legend = Line(text="P = proposes, R = reviews; a figure = decides up to that figure.")
    lines = table("Matter | Clerk | Director | Warden", "Nets | £90 | £900 | over £900", "Tar | P | £90 | over £90")
    assert told(reading(legend, *lines)) == [
        ("Clerk", Act.DECIDE, "Nets；up to £90"),
        ("Director", Act.DECIDE, "Nets；up to £900"),
        ("Warden", Act.DECIDE, "Nets；over £900"),
        ("Clerk", Act.PROPOSE, ""),
        ("Director", Act.DECIDE, "Tar；up to £90"),
        ("Warden", Act.DECIDE, "Tar；over £90"),
    ]


@pytest.mark.parametrize("same", ["as above", "ditto", "Same as above"])
def test_a_cell_as_above_names_whom_the_one_above_names(same: str) -> None:
    lines = table("Penalty | Proposed by | Imposed by", "Fine | Clerk | Warden", f"Ban | {same} | {same}")
    assert [rule.actor for rule in reading(*lines).rules] == ["Clerk", "Warden", "Clerk", "Warden"]


def test_a_person_beside_a_step_does_it_or_decides_what_the_step_decides() -> None:
    lines = table(
        "Order | Action | Person | Within", "first | Ring the bell | Clerk | 1 day", "last | Fix blame | Warden | -"
    )
    assert told(reading(*lines)) == [("Clerk", Act.CARRY_OUT, ""), ("Warden", Act.DECIDE, "")]
    lines = table("Step | By", "Selection, voyage up to 9 days | Director")
    assert told(reading(*lines)) == [("Director", Act.DECIDE, "")]


def test_an_office_or_a_service_at_the_head_of_a_column_is_no_act() -> None:
    assert [column(words) for words in ("Supervisor", "Consultancy")] == [Column.OTHER] * 2
    assert [column(words) for words in ("Supervised by", "Consulted")] == [Act.SUPERVISE, Act.REVIEW]
    assert column("Deputy") is Act.CARRY_OUT
    assert names("Committee on Nets") == [(0, 17)]
