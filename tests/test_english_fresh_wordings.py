"""Ordinary English wordings of who does what, and near ones that say nothing of the kind."""

import pytest

from corpus.rules.english.items import agents
from corpus.rules.sentences import deeds


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a particle or a subject that tells what a passive means
        ("The lease is put to the Court by the Bursar.", [("Court", "decides"), ("Bursar", "proposes")]),
        ("Objections are acted upon by the Harbour Board.", [("Harbour Board", "decides")]),
        ("Complaints are taken up by the Head Steward.", [("Head Steward", "decides")]),
        ("Grain is taken up by the farmers.", [("farmers", "carries_out")]),
        ("The proposal was put to rest by the Warden.", []),
        ("Two cooks were seconded to the abbey by the Abbot.", []),
        ("Tickets are released to members by the Box Office.", [("Box Office", "carries_out")]),
        ("Prisoners are released by the Governor.", [("Governor", "decides")]),
        ("A petition signed by ten tenants goes to the Guild.", [("ten tenants", "proposes"), ("Guild", "decides")]),
        ("A copy is lodged with the Bursar by the Warden.", [("Bursar", "supervises"), ("Warden", "carries_out")]),
        ("Moorings are spot-checked by the Harbour Master.", [("Harbour Master", "supervises")]),
        ("Appeals are entertained by the Guild.", [("Guild", "decides")]),
        ("The hosts entertain guests at the summer fair.", []),
        # powers that are given and handed on
        ("In his absence that authority passes to the Deputy Warden.", [("Deputy Warden", "decides")]),
        ("The boat, which passes to the left, gives way.", []),
        ("The Deputy Cook is delegated authority to order fish.", [("Deputy Cook", "decides")]),
        ("The Deputy Cook is given no authority to order fish.", []),
        ("Collecting the keys falls to the Porter.", [("Porter", "carries_out")]),
        ("Only after a ballot does the Guild expel a member.", [("Guild", "decides")]),
        ("It is for the Fellows alone, by secret ballot, to elect the Master.", [("Fellows", "decides")]),
        (
            "Resolved that the Clerk obtain two estimates and that the Warden inspect the roof.",
            [("Clerk", "carries_out"), ("Warden", "supervises")],
        ),
        # what is needed, awaited, or goes through somebody's hands
        ("Clearance is needed from the Lighthouse Board.", [("Lighthouse Board", "decides")]),
        ("Help is needed from the villagers.", []),
        ("Every chart must bear the stamp of the Harbour Office.", [("Harbour Office", "decides")]),
        ("The box contains the stamp of the Harbour Office.", []),
        ("The tenant shall wait for the Warden's reply.", [("Warden", "decides")]),
        ("Requests pass through the Garden Panel for comment.", [("Garden Panel", "reviews")]),
        ("Bids go through the Cellar Board for review.", [("Cellar Board", "reviews")]),
        ("Water passes through the meter for inspection.", []),
        ("Carts go through the gate for inspection.", []),
        ("Anything larger goes to the Mayor for approval.", [("Mayor", "decides")]),
        ("Nothing longer stays with the Cook.", []),
        ("The tenant may take the dispute to the Guild.", [("tenant", "proposes"), ("Guild", "decides")]),
        (
            "The garden is run by the Steward in collaboration with the Guild.",
            [("Steward", "carries_out"), ("Guild", "carries_out")],
        ),
        # notes without a verb
        (
            "Bonfires – request: tenant; clearance: Head Warden; payment: Estates Office.",
            [("tenant", "proposes"), ("Head Warden", "decides"), ("Estates Office", "carries_out")],
        ),
        (
            "Kiln firing: permit from the Master Potter; checks by the Fire Marshal; cleaning by the apprentices.",
            [("Master Potter", "decides"), ("Fire Marshal", "reviews"), ("apprentices", "carries_out")],
        ),
        ("Hours: Monday to Friday; contact: the Porter.", []),
        ("Water from the well; bread by the baker.", []),
        ("Swaps of shift: see the head porter.", [("head porter", "decides")]),
        ("For more information: see the head porter.", []),
        ("Final say on the menu: the Head Cook.", [("Head Cook", "decides")]),
        (
            "Tree felling: notice from the owner, site visit by the Head Forester, decision in May by the Court.",
            [("owner", "proposes"), ("Head Forester", "reviews"), ("Court", "decides")],
        ),
        ("The Fair – stalls by lot; music by the band.", []),
        ("Membership: application by letter; renewal by post.", []),
        # verbs behind an aside or another verb, and what their object tells
        (
            "The Steward settles the menu, having consulted the Cook, and displays it in the hall.",
            [("Steward", "decides"), ("Steward", "carries_out"), ("Cook", "reviews")],
        ),
        (
            "Guests fill in the form and wait for the Warden's answer.",
            [("Guests", "carries_out"), ("Warden", "decides")],
        ),
        (
            "The clerk places the objection before the Guild for its decision.",
            [("clerk", "carries_out"), ("Guild", "decides")],
        ),
        ("The usher takes the roll.", [("usher", "carries_out")]),
        ("The usher takes the bus.", []),
        ("Ladders are checked over once a year by the Head Porter.", [("Head Porter", "supervises")]),
        ("The Steward notes the temperature of the cellar.", [("Steward", "carries_out")]),
        ("The Steward notes the report of the Cook.", [("Steward", "supervises")]),
        (
            "Ask the Grounds Team first; they inspect the site.",
            [("Grounds Team", "reviews"), ("Grounds Team", "supervises")],
        ),
        ("Tell the guests first; they approve the plan.", []),
        # nouns that look like verbs
        ("Tree checks by the Forester are made in May.", []),
        ("The list, which the principal posts by October 1, is final.", [("principal", "carries_out")]),
        ("The outside auditor inspects the vault.", [("outside auditor", "supervises")]),
    ],
)
def test_a_fresh_wording_is_read(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((deed.actor, deed.act.value) for deed in deeds(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("lead_in", "item", "expected"),
    [
        ("Jobs of the head cook:", "Opening the kitchen, ordering fish", {("head cook", "carries_out")}),
        ("The Guild has the following duties: to", "audit the tolls.", {("Guild", "supervises")}),
        ("The Panel is charged with:", "recommending to the Court the rate of toll;", {("Panel", "proposes")}),
        ("As part of the autumn round the Warden:", "monitors the weirs;", {("Warden", "supervises")}),
        ("As part of the autumn round at the weir:", "monitors the weirs;", set()),
    ],
)
def test_an_item_goes_on_from_its_lead_in(lead_in: str, item: str, expected: set[tuple[str, str]]) -> None:
    assert {(deed.actor, deed.act.value) for deed in agents(item, lead_in)} == expected
