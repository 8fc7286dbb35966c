"""Who acts for somebody who is away, and forms of English that bylaws and manuals of many kinds of bodies share."""

import pytest

from corpus.models import Act
from corpus.rules.english.wording import deeds
from tests.test_rules_of_plain_items import rules

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def read(sentence: str) -> list[tuple[str, Act]]:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the Warden's absence the Clerk acts.",
        'When the Warden is away the Clerk ("TC") acts.',
        "If both are away, the Clerk acts, except for sales, which wait.",
        "While the Warden is away the Clerk stands in.",
        "When the Warden is away, the Clerk takes the Warden's place.",
        "In the Warden's absence the Clerk has the same powers.",
        "If the Warden cannot act, the Clerk does so.",
    ],
)
def test_who_does_what_another_would_carries_it_out(sentence: str) -> None:
    assert read(sentence) == [("Clerk", C)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("The Bursar releases the payment.", [("Bursar", D)]),
        ("The Clerk makes the draft, and the Council passes it in May.", [("Council", D)]),
        ("A rower may be barred from races by the Steward.", [("Steward", D)]),
        ("The Dean confirms or ends the hire.", [("Dean", D)]),
        ("If nobody comes, the Duty Manager stays with the child.", []),
        ("Mentors are assigned to every new lecturer.", []),
        ("The Dean decides when the boats are ours, and the Court when they are not.", [("Dean", D), ("Court", D)]),
        ("The loss is reported to the authority by the Safety Officer.", [("authority", S), ("Safety Officer", C)]),
        ("Boats are counted without warning by the Internal Auditor.", [("Internal Auditor", C)]),
        ("Matters are settled by simple majority.", []),
        ("Any sale of boats shall be put to the Council.", [("Council", D)]),
        ("For oak the word of the Head Keeper is required.", [("Head Keeper", D)]),
        ("A third day needs the head of department.", [("head of department", D)]),
        ("Abroad, over 30 days: the Director with the consent of the President.", [("Director", D), ("President", D)]),
        ("Only the Fleet Officer may put it back.", [("Fleet Officer", D)]),
        ("Shooting a bear is ordered by the Director.", [("Director", D)]),
        ("Tugs are ordered by the Clerk.", [("Clerk", C)]),
        ("Tests are made by the Mechanic.", [("Mechanic", R)]),
        ("From 25 gallons up the Fire Warden takes charge.", [("Fire Warden", C)]),
    ],
)
def test_verbs_and_links_tell_who_decides(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert [one for one in read(sentence) if one != ("Clerk", P)] == chain


def test_an_item_ends_the_last_of_two_passives_and_names_its_own_doer() -> None:
    lines = ["1 Hires are proposed by the Clerk and made by:", "(a) the Clerk himself, up to 9 days;", "(b) the Court."]
    assert rules(*lines)[1:] == [("Clerk", "decides"), ("Court", "decides")]
    lines = ["2 Relief is granted by the Board of Trade:", "(a) up to 50 %, by the Warden alone;", "(b) by the Court."]
    assert rules(*lines)[1:] == [("Warden", "decides"), ("Court", "decides")]


def test_an_item_without_a_verb_goes_on_from_the_one_before() -> None:
    lines = ["3 Nets:", "(a) up to £90 are approved by the Clerk;", "(b) above £90 and up to £900 by the Warden;"]
    assert rules(*lines, "(c) above £900 by the Court.") == [
        ("Clerk", "decides"),
        ("Warden", "decides"),
        ("Court", "decides"),
    ]


def test_items_in_small_letters_are_somebodys_as_their_heading_says() -> None:
    lines = ["D-4 Investigations:", "(a) lost oars: the Dock Warden;", "(b) lost boats: the Harbour Master."]
    assert rules(*lines) == [("Dock Warden", "carries_out"), ("Harbour Master", "carries_out")]


def test_an_answer_below_its_question_names_who_does_what_that_asks() -> None:
    assert rules("Q1 Who looks after the oars?\nThe Boat Manager.") == [("Boat Manager", "carries_out")]
    assert rules("Q2 Who decides on closing in a storm?\nThe Dean, by 5:30 a.m., having heard from the Clerk.") == [
        ("Dean", "decides"),
        ("Clerk", "reviews"),
    ]
    assert rules("Q3 Who do I tell if a net tears? Your section leader, by noon.") == [("section leader", "supervises")]
