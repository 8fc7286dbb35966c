"""Wordings of charters, ordinances and policies that change who does what, in sentences written for this."""

import pytest

from corpus.models import Act
from corpus.rules.reading import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Harbour Board retains the power to dismiss the pilot.", {("Harbour Board", D)}),
        ("The Keeper may reimburse travel of up to £40.", {("Keeper", D)}),
        ("The Synod shall regulate the worship of the chapel.", {("Synod", D)}),
        ("A recount may be triggered by the tellers.", {("tellers", P)}),
        ("Responsibility for monitoring attendance lies with the Registrar.", {("Registrar", S)}),
        ("Responsibility for approving rosters lies with the Matron.", {("Matron", D)}),
        ("Wardens may agree swaps subject to notification to the Bursar.", {("Wardens", D), ("Bursar", S)}),
        ("The accounts are laid before the Members each spring.", {("Members", S)}),
        ("The annual report is presented to the Trustees in May.", {("Trustees", S)}),
        ("A transfer requires the Finance Committee to approve it.", {("Finance Committee", D)}),
        ("The Council shall designate a Deputy to perform the duties of the office.", {("Council", D), ("Deputy", C)}),
        ("The bye-laws take effect on being approved at a general meeting.", {("general meeting", D)}),
        ("The tenant has a right of appeal to the Ombudsman.", {("tenant", P), ("Ombudsman", D)}),
        ("The Tribunal sits with three members.", set()),
        ("Approval of moorings sits with the Harbour Master.", {("Harbour Master", D)}),
        (
            "Stewards are elected by the Lodge from persons nominated by the Elders.",
            {("Lodge", D), ("Elders", P)},
        ),
        ("No lease is signed without HMRC approval.", {("HMRC", D)}),
        ("Any overspend must be flagged to the Finance Committee.", {("Finance Committee", S)}),
        ("Write-offs up to £1,000 – Bursar; over £1,000 – Trust Board.", {("Bursar", D), ("Trust Board", D)}),
        ("The Clerk sends the papers to members who ask for them.", {("Clerk", C)}),
        ("Grants are paid to students who apply before May.", set()),
        ("The form goes to the Dean, who decides.", {("Dean", D)}),
        ("Another officer nominated by the Elders shall take the chair.", {("Elders", D)}),
    ],
)
def test_who_has_a_power_a_charge_or_a_say(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert {(deed.actor, deed.act) for deed in deeds(sentence)} == expected
