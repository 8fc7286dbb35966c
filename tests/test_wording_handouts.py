"""Who acts as English handouts and house rules say it: stranded words, asides, pronouns, verbs with a particle."""

import pytest

from corpus.models import Act
from corpus.rules.english.items import agents, answering
from corpus.rules.english.wording import deeds
from tests.test_rules import reading

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE
Chain = list[tuple[str, Act]]


def read(sentence: str) -> Chain:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (
            "Trips are reported to the Warden, who, with the Matron's advice, decides on them.",
            [("Warden", S), ("Warden", D), ("Matron", R)],
        ),
        ("The Warden may admit one over; a second one over requires the Court.", [("Warden", D), ("Court", D)]),
        ("Over £60,000: open tender, run by the Steward.", [("Steward", C)]),
        ("The request for quotes run by the Steward is closed after a week.", [("Steward", C)]),
        ("The keys are agreed with the house chairs, and handed out at the annual meeting.", [("house chairs", D)]),
        ("Interpretation: the Clerk advises, the person presiding rules.", [("Clerk", R), ("person presiding", D)]),
        ("A sale is of no effect without the approval of that Court.", [("Court", D)]),
        ("A lodger may ask the House Panel to re-examine the findings.", [("lodger", P), ("House Panel", D)]),
        ("A booking is cancelled by the Steward if the fee is unpaid.", [("Steward", D)]),
        ("Rooms are allotted by a panel of two in May.", [("panel of two", D)]),
        ("The Panel watches over the spending of the House.", [("Panel", S)]),
        (
            "Longer leases are entered into by the Court jointly with the Estates Panel.",
            [("Court", D), ("Estates Panel", D)],
        ),
        ("Porters are taken on by the Steward after two references.", [("Steward", D)]),
        ("Old benches: priced by the Steward, released by the Warden.", [("Steward", C), ("Warden", D)]),
        ("Larger works require in addition the support of the Estates Panel.", [("Estates Panel", R)]),
    ],
)
def test_verbs_are_known_wherever_they_stand(sentence: str, chain: Chain) -> None:
    assert sorted(read(sentence)) == sorted(chain)


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (
            "Leave is told only to the Dean or the Head of Staff, either of whom grants it.",
            [("Dean", D), ("Head of Staff", D)],
        ),
        (
            "Guests are approved by the Chair, or if the Chair has not acted within 7 days, by the Clerk.",
            [("Chair", D), ("Clerk", D)],
        ),
        ("Two fellows are elected by the Court from persons who are not employed by the Trust.", [("Court", D)]),
        ("Above that the waiver comes from the Court, the Bursar having commented.", [("Court", D), ("Bursar", R)]),
        ("It can be stretched by the Provost after a word with the Matron.", [("Provost", D), ("Matron", R)]),
        ("Working groups advise; they decide nothing.", [("Working groups", R)]),
        ("Approval rests with the Provost after confirmation from Payroll.", [("Provost", D), ("Payroll", R)]),
        ("Can I go to a conference?", []),
    ],
)
def test_who_acts_is_read_across_asides_and_pronouns(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("Trips are granted by the General Manager People.", [("General Manager People", D)]),
        ("A refusal may be taken to the General Manager Delivery within a week.", [("General Manager Delivery", D)]),
        ("Fares are set by the Riders' Council.", [("Riders' Council", D)]),
        ("The fixtures are kept by the Women's Secretary.", [("Women's Secretary", C)]),
        ("The charter was approved by the Court 3 March 2024.", [("Court", D)]),
        (
            "Work starts again when the Yard Master and the health and safety representative agree.",
            [("Yard Master", D), ("health and safety representative", D)],
        ),
        ("Goggles are chosen by the Health and Safety team.", [("Health and Safety team", D)]),
        ("The Clerk keeps the written assents for ten years.", [("Clerk", C)]),
    ],
)
def test_a_name_is_read_whole(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("The Sailing Director makes the final call.", [("Sailing Director", D)]),
        ("The Purser gives the okay within a day.", [("Purser", D)]),
        ("Coming in earlier is up to the Head Coach.", [("Head Coach", D)]),
        ("Building a new dock requires the Harbour Court.", [("Harbour Court", D)]),
        ("Works beyond the plan need the Court at any value over £90.", [("Court", D)]),
        ("Above that number the Head of Stores is asked first.", [("Head of Stores", D)]),
        (
            "Lending is decided by the Loans Panel, the giving body having been asked for its opinion.",
            [("Loans Panel", D), ("giving body", R)],
        ),
        ("The plan is drawn up by the Clerk, not by the yard.", [("Clerk", P)]),
        ("Prize money goes to the Yard Fund.", []),
        (
            "Visits are carried out by the Boats Division according to a plan settled by the Mate.",
            [("Boats Division", C), ("Mate", D)],
        ),
        (
            "The scheme is certified by the Chief Rigger before adoption by the Court.",
            [("Chief Rigger", R), ("Court", D)],
        ),
        ("In long illness the yard doctor is consulted by the Crew Office.", [("yard doctor", R)]),
    ],
)
def test_who_decides_is_read_from_everyday_turns(sentence: str, chain: Chain) -> None:
    assert read(sentence) == chain


def test_a_rung_is_bounded_at_both_ends() -> None:
    words = "Waiving a fee: Clerk up to £90; Purser above £90 and up to £900; Court above that."
    assert [deed.bounds for deed in deeds(words)] == ["up to £90", "above £90 and up to £900", "above that"]


def test_a_dash_leads_from_a_matter_to_whose_it_is() -> None:
    read_there = reading(
        "1. Breaches of the yard rules:", "(a) spoken warning – dock leader;", "(b) loss of a berth – Harbour Court."
    )
    assert [(rule.actor, rule.act) for rule in read_there.rules] == [("dock leader", D), ("Harbour Court", D)]


def test_it_stands_for_the_body_over_an_item() -> None:
    told = agents("(b) It sets the fees of the Purser.", "Fees Committee")
    assert [(deed.actor, deed.act) for deed in told] == [("Fees Committee", D)]
    assert not agents("2.3 It sets the fees of the Purser.", "Committees of the Court")


def test_it_is_nothing_that_a_heading_farther_above_names() -> None:
    told = reading("## 4 Harbour Court", "4.1 The Fees Panel has three members. It considers the fees.").rules
    assert "Harbour Court" not in [rule.actor for rule in told]
    lines = ["# Harbour Trust", "## Part 5 Committees of the Court", "5.3 It considers the fees and sets them."]
    assert not reading(*lines).rules


def test_an_answer_may_bound_whom_it_names() -> None:
    told = answering("Your Section Leader for anything up to four days.", "Q3. Who says yes to my trip?")
    assert [(deed.actor, deed.act, deed.bounds) for deed in told] == [("Section Leader", D, "up to four days")]


@pytest.mark.parametrize(
    "clause",
    [
        "3.1 Mothers: 16 weeks. Fathers: two weeks.",
        "3.2 Bereavement: three days, any relative.",
        "3.3 Bereavement: five days for a spouse, partner, parent or child.",
    ],
)
def test_for_whom_days_are_given_decides_nothing(clause: str) -> None:
    assert not reading(clause).rules


def test_who_signs_a_letter_decides_nothing_in_its_last_item() -> None:
    assert not reading("B2. Until then the practice goes on.", "(signed) Orla Penn", "Court Secretary").rules


def test_bounds_of_bare_numbers_are_each_their_own() -> None:
    debts = reading(
        "4.1 Debts are written off: to 90 by the Purser, over 90 to 900 by the Clerk, over 900 by the Court."
    )
    assert [rule.condition for rule in debts.rules] == ["to 90", "over 90 to 900", "over 900"]
