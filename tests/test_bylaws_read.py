"""What the by-laws of societies and boards say in their own way: codes, ticks, dates, amendments, ellipses."""

from datetime import date

import pytest

from corpus.document import document
from corpus.models import Act, Document, Facts, Line, Role
from corpus.quantities import ranges
from corpus.rules.english.wording import deeds
from corpus.rules.tables.header import column
from corpus.sentences import sentences
from corpus.validity.said.amended import amends
from corpus.validity.said.amending import amendments
from corpus.validity.said.beginning import effective

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def told(title: str, *lines: str) -> Document:
    return document("b.md", "b", Facts(title=title), "0" * 64, [Line(text=line) for line in lines])


def changes(made: Document) -> list[tuple[str, str]]:
    said = sentences(made.text, made.clauses)
    return [(one.title, one.label) for one in amendments(made.text, said, made.facts)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (
            "The tenant may within 21 days appeal against the notice to the Barn Panel.",
            [("tenant", P), ("Barn Panel", D)],
        ),
        ("Closing for a day because of a storm is for the duty warden.", [("duty warden", D)]),
        ("Changes of stall need the Bailiff.", [("Bailiff", D)]),
        ("Filming of the herd requires the Steward.", [("Steward", D)]),
        ("Licences are issued by the Reeve after survey by the Farrier.", [("Reeve", D), ("Farrier", R)]),
        ("Proof is examined by the Farrier and the rebate allowed by the Reeve.", [("Farrier", R), ("Reeve", D)]),
        ("Approved by the Barn Panel: 22 March 2024", []),
        ("Adopted by the Market Court on 14 October 2026.", []),
        ("Issued by order of the Court", []),
    ],
)
def test_who_acts(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert [(deed.actor, deed.act) for deed in deeds(sentence)] == chain


def test_a_meeting_that_needs_its_chair_is_decided_by_nobody() -> None:
    assert not deeds("A meeting requires the Reeve.")


def test_codes_leave_numbers_out_under_a_new_heading() -> None:
    lines = [Line(text="A. Stalls", role=Role.HEADING), Line(text="K-1 A stall is let."), Line(text="K-2 It is swept.")]
    lines += [
        Line(text="B. Carts", role=Role.HEADING),
        Line(text="K-10 A cart is lent."),
        Line(text="K-11 It is oiled."),
    ]
    made = document("k.md", "k", Facts(title="Market Code"), "0" * 64, lines)
    assert [one.label for one in made.clauses if one.label.startswith("K")] == ["K-1", "K-2", "K-10", "K-11"]


def test_a_tick_among_those_who_are_told_and_recommend_decides() -> None:
    head = ("Value of order", "Reeve", "Bailiff", "Court")
    lines = [Line(text=" | ".join(head), role=Role.HEADER, cells=head)]
    for row in (("up to £90", "X", "", ""), ("£91 to £900", "told", "X", ""), ("over £900", "", "recommends", "X")):
        lines.append(Line(text=" | ".join(row), role=Role.ROW, cells=row))
    made = document("k.md", "k", Facts(title="Market Code"), "0" * 64, lines)
    assert [(rule.actor, rule.act) for rule in made.rules] == [
        ("Reeve", D), ("Reeve", S), ("Bailiff", D), ("Bailiff", P), ("Court", D),
    ]  # fmt: skip


def test_a_column_of_those_who_are_told_is_no_column_of_doers() -> None:
    assert column("Who is told") is S


def test_what_is_not_in_force_before_a_day_begins_on_it() -> None:
    made = told("Stall Rules", "Made 14 October 2026", "NOT IN FORCE BEFORE 1 March 2027.", "1. Stalls are let.")
    begun = effective(sentences(made.text, made.clauses), made.facts, None)
    assert begun == date(2027, 3, 1)


def test_minutes_amend_the_rules_that_a_number_names() -> None:
    made = told(
        "Minutes",
        "M1. The minutes were approved.",
        "M2. The Rules on Stalls and Carts of 2023 were amended as follows; the rest remains.",
        "(a) Reg. 10 is replaced by: “A stall is let by the Court.”",
        "(b) Reg. 3 is changed so that carts are oiled within 15 days.",
    )
    assert changes(made) == [
        ("Rules on Stalls and Carts of 2023", "Reg. 10"),
        ("Rules on Stalls and Carts of 2023", "Reg. 3"),
    ]


def test_minutes_amend_what_their_heading_names() -> None:
    made = told(
        "Minutes",
        "26/40  Apologies were noted.",
        "26/41  Cart Policy. RESOLVED that IV.3 be replaced by: “A cart is lent by the Reeve.” The rest is unaltered.",
        "26/42  Next meeting: 3 June.",
    )
    assert changes(made) == [("Cart Policy", "IV.3")]


def test_amending_rules_amend_the_rules_they_are_called_after() -> None:
    made = told("Stall (Amending) Rules 2026", "Passed on 2 March 2026.", "A1. Rule 4 is replaced: “Stalls are let.”")
    assert "Stall Rules 2026" in list(amends(sentences(made.text, made.clauses), made.facts))


@pytest.mark.parametrize(
    ("words", "unit", "most"),
    [
        ("beam over 4.2 m up to 4.8 m", "米", "4.8"),
        ("fifteen paid days off", "day", "15"),
        ("over £4.2 m", "GBP", "None"),
    ],
)
def test_measures_and_days_of_a_kind(words: str, unit: str, most: str) -> None:
    assert [(one.unit, str(one.high)) for one in ranges(words)] == [(unit, most)]
