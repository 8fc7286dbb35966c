"""Wordings of standing orders, schemes of delegation and terms of reference, in sentences written for this."""

import pytest

from corpus.models import Act
from corpus.rules.reading import deeds
from tests.test_rules import reading, table

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def said(sentence: str) -> set[tuple[str, Act]]:
    return {(deed.actor, deed.act) for deed in deeds(sentence)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Moorings and Workshop Services shall keep the slipway.", {("Moorings and Workshop Services", C)}),
        ("Boats are booked by Reception and Outings.", {("Reception and Outings", C)}),
        ("The Director of Finance and Resources approves it.", {("Director of Finance and Resources", D)}),
        (
            "The Dean of Studies and Head of Outreach approve the plan.",
            {("Dean of Studies", D), ("Head of Outreach", D)},
        ),
        (
            "With the consent of the Finance and Audit Committee, Policy 7 is varied.",
            {("Finance and Audit Committee", D)},
        ),
    ],
)
def test_an_office_is_named_with_all_the_fields_it_works_in(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Wharf Committee is responsible for letting contracts and advising the Court.", {D, R}),
        ("The Wharf Committee is responsible for setting mooring fees.", {D}),
        ("The Wharf Committee is responsible for keeping the chart.", {C}),
        ("The role of the Wharf Committee is to approve berths.", {D}),
        ("The Wharf Committee's role is to advise the Court.", {R}),
    ],
)
def test_a_charge_is_read_by_the_deeds_it_names(sentence: str, expected: set[Act]) -> None:
    assert {act for actor, act in said(sentence) if actor == "Wharf Committee"} == expected


def test_bullets_name_by_whom_their_lead_in_is_done_whatever_stands_before_by() -> None:
    lead = "3. Spending may be authorised up to the amounts included for it in the budget by:"
    made = reading(lead, "• the Court for items over £90;", "• the Clerk, in conjunction with the Warden, for others.")
    assert [(rule.actor, rule.act) for rule in made.rules] == [("Court", D), ("Clerk", D), ("Warden", D)]


def test_items_under_a_charge_say_what_is_done() -> None:
    made = reading(
        "1. The Wharf Committee is responsible for:", "(a) setting mooring fees;", "(b) proposing the budget."
    )
    assert [(rule.clause, rule.act) for rule in made.rules] == [("house#1.a", D), ("house#1.b", P)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Warden may take on behalf of the Court any decision that can't wait.", {("Warden", D)}),
        ("Plans are considered in the first instance by the Wharf Group.", {("Wharf Group", R)}),
        ("A fellow who has an interest must declare it.", {("fellow", C)}),
        ("The Clerk may spend what is allotted to him without further reference to the Court.", {("Clerk", D)}),
        ("Three quotations are to be obtained by the Clerk.", {("Clerk", C)}),
        ("No berth is withdrawn unless the Warden has first considered a report.", {("Warden", R)}),
        ("Each hut is run by a hut committee answerable to the Court.", {("hut committee", C), ("Court", S)}),
        ("The Clerk is appointed by, and accountable to, the Court.", {("Court", D), ("Court", S)}),
        ("The interpretation of the Warden prevails.", {("Warden", D)}),
        ("The Wharf Group either ratifies the chart or returns it.", {("Wharf Group", D)}),
        ("The student services manager approves it.", {("student services manager", D)}),
        ("Plans are sent for comment to the Crew Forum.", {("Crew Forum", R)}),
        ("Losses are brought to the attention of the Bursar.", {("Bursar", S)}),
        ("Losses are brought to the Bursar's attention.", {("Bursar", S)}),
        ("A log is kept by the Clerk and laid before the Court.", {("Clerk", C), ("Court", S)}),
        ("Filming is permitted only by arrangement with the Warden.", {("Warden", D)}),
        ("Dogs may land if the Warden sees no objection.", {("Warden", D)}),
        ("It may be moved after taking HR advice.", {("HR", R)}),
        ("The decision is that of the Harbour Authority.", {("Harbour Authority", D)}),
        ("The Court delegates delivery of the plan to the Warden.", {("Warden", C)}),
        ("The Court may grant it to the Clerk or such other officer as it thinks fit.", {("Court", D)}),
        (
            "Trials are subject to approval by the Warden and, where divers are recruited, by the Court.",
            {("Warden", D), ("Court", D)},
        ),
        (
            "Nothing is spent save where the Clerk says that it is urgent and the Warden concurs.",
            {("Warden", D)},
        ),
        ("The Wharf Committee has the management of the slipway.", {("Wharf Committee", C)}),
        ("Guests may land at the invitation of the Warden.", {("Warden", D)}),
        ("The Clerk serves at the pleasure of the Court.", {("Court", D)}),
        ("The decision of the Warden as to the meaning of these orders at a meeting shall be final.", {("Warden", D)}),
        ("The chart is signed by the Chair of the committee concerned.", {("Chair of the committee concerned", C)}),
        ("In cases of risk to the delivery of quay services the Clerk may authorise works.", {("Clerk", D)}),
        ("It is verified by a member other than the Chair.", {("member", R)}),
        (
            "The auditor shall be appointed by and shall report to the Court.",
            {("Court", D), ("Court", S), ("auditor", C)},
        ),
        (
            "Offers are reported to, and accepted by, the Wharf Committee.",
            {("Wharf Committee", S), ("Wharf Committee", D)},
        ),
        ("Any larger sale must come to the Court.", {("Court", D)}),
        ("The Clerk is authorised to instruct solicitors.", {("Clerk", D)}),
        ("The fellows are elected by a plurality of the votes cast.", {("plurality of the votes cast", D)}),
        ("The Warden is charged with hiring and supervising all staff.", {("Warden", D), ("Warden", S)}),
        ("No fee is paid unless the Court, by resolution, so provides.", {("Court", D)}),
        ("A diver may request review of that outcome by the Warden.", {("diver", P), ("Warden", D)}),
        ("Authority in such matters resides in the Court.", {("Court", D)}),
        ("The choice of the Clerk is for the Court itself.", {("Court", D)}),
        ("Authority to close the quay is given to the Head of Docks.", {("Head of Docks", D)}),
        ("Changes are proposed for the Court to approve.", {("Court", D)}),
        ("The Warden may depute any of these functions to the Clerk.", {("Clerk", D)}),
        ("If claims are not settled they pass to the Warden.", {("Warden", D)}),
        ("The berth passes to the nominee.", set()),
        ("The Clerk, who shall not be a fellow, advises the Court.", {("Clerk", R)}),
        ("All property is vested in the Trustees.", set()),
        ("The Clerk grants small berths; the Court retains all others.", {("Clerk", D), ("Court", D)}),
    ],
)
def test_what_stands_between_a_verb_and_its_actor_hides_neither(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Clerk advises the Court, with which the decision lies.", {("Clerk", R), ("Court", D)}),
        ("Forms go to the Clerk, by whom they are entered.", {("Clerk", C)}),
        ("Divers are chosen by the Court, to which they report.", {("Court", D), ("Court", S)}),
        ("There is an audit, the findings of which are reported to the Court.", {("Court", S)}),
    ],
)
def test_a_relative_clause_with_a_preposition_says_who_does_what(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert expected <= said(sentence)


def test_who_did_the_last_thing_is_she_in_the_next_condition() -> None:
    made = reading("3. Forms are dealt with by the Clerk. If she has doubts she must lay the form before the Court.")
    assert [(rule.actor, rule.act) for rule in made.rules] == [("Clerk", C), ("Clerk", P)]


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("Court informed", ("Court", S, "")),
        ("Requires RNLI England approval over £90", ("RNLI England", D, "over £90")),
        ("Court if the boat is foreign", ("Court", D, "if the boat is foreign")),
        ("None", None),
        ("Two quotes above £90", None),
    ],
)
def test_a_remark_of_few_words_says_who_is_told_or_decides(remark: str, expected: tuple[str, Act, str] | None) -> None:
    made = reading(*table("Matter | Approved by | Notes", f"Contract | Warden | {remark}"))
    found = [(rule.actor, rule.act, rule.condition) for rule in made.rules][1:]
    assert found == ([expected] if expected else [])


def test_remarks_of_a_row_say_who_else_weighs_or_decides_above_a_sum() -> None:
    made = reading(
        *table("Matter | Approved by | Remarks", "Contract | Warden | Court above £1m; reported to the Bursar termly")
    )
    assert [(rule.actor, rule.act, rule.condition) for rule in made.rules] == [
        ("Warden", D, ""),
        ("Court", D, "above £1m"),
        ("Bursar", S, ""),
    ]


def test_what_is_done_to_somebody_who_acts_as_well_is_about_him() -> None:
    made = reading("3. The auditor shall be appointed by and shall report to the Court each year.")
    assert [(rule.actor, rule.matter) for rule in made.rules if rule.act is D] == [("Court", "auditor")]


def test_whoever_decides_thereafter_in_a_chain_has_no_bound() -> None:
    made = reading(
        "3. A refusal can be referred by a diver to the Mate, and thereafter to the Warden, whose ruling is final."
    )
    assert [(rule.actor, rule.condition, rule.matter) for rule in made.rules if rule.act is D] == [
        ("Mate", "", "A refusal"),
        ("Warden", "", "A refusal"),
    ]


def test_each_rung_of_a_line_has_its_own_bound_and_the_matter_of_the_line() -> None:
    made = reading("3. Transfers: up to £10 – Clerk; £11 to £50 – Head of Docks; over £50 – Warden.")
    assert [(rule.actor, rule.condition, rule.matter) for rule in made.rules] == [
        ("Clerk", "up to £10", "Transfers"),
        ("Head of Docks", "£11 to £50", "Transfers"),
        ("Warden", "over £50", "Transfers"),
    ]
