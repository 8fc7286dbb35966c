"""Who is asked, whose permit is held, without whose waiver nothing is done: English rules without a deciding verb."""

import pytest

from corpus.models import Act
from corpus.rules.reading import deeds


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Keeping a second boat requires prior exemption from the Boat Court.", "Boat Court"),
        ("Parties of ten or more shall hold a permit from the Lock Ranger.", "Lock Ranger"),
        ("No cousin of a keeper shall be taken on without express waiver by the Warden.", "Warden"),
        ("Eels are sold in the shop, subject to selection by the Eel Jury.", "Eel Jury"),
        ("A visitor may be asked to leave by the Bridge Master after one warning.", "Bridge Master"),
        ("A keeper away for ten days shall be deemed by the Warden to have left.", "Warden"),
        ("A move to another lock may be contested before the Canal Librarian.", "Canal Librarian"),
        ("Requests for two days off shall be made to the lock head.", "lock head"),
        ("Applications for a mooring are made to the Boat Committee.", "Boat Committee"),
        ("Complaints about noise are sent to the Clerk.", "Clerk"),
    ],
)
def test_whoever_is_asked_decides(sentence: str, who: str) -> None:
    assert [deed.actor for deed in deeds(sentence) if deed.act is Act.DECIDE] == [who]


@pytest.mark.parametrize(
    "sentence",
    [
        "Applications are submitted to the Clerk on form B.",
        "Applications are made to the Clerk, who checks them.",
        "Complaints are first sent to the Clerk.",
        "Payments are made to the Boat Fund.",
    ],
)
def test_who_only_gets_the_paper_decides_nothing(sentence: str) -> None:
    assert not [deed for deed in deeds(sentence) if deed.act is Act.DECIDE]
