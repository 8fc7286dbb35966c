"""Who does what in an English sentence: the actor's bare name, the act, in the order of the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Act
from corpus.wording_en import agents, deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE
WORDS = (
    "The the Board Head of Finance and may approve approves approved by must on recommendation , . ; : ( ) "
    "committee Trustees or consent without reported to is responsible for not"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join))


def fault(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


def read(sentence: str) -> list[tuple[str, Act]]:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("The Bursar may approve orders up to and including £4,000.", [("Bursar", D)]),
        (
            "Loans are decided by the Council on the recommendation of the Treasurer.",
            [("Council", D), ("Treasurer", P)],
        ),
        ("The Dean decides after advice from the Studies Committee.", [("Dean", D), ("Studies Committee", R)]),
        ("The Site Manager reviews the request and the Principal signs it.", [("Site Manager", R), ("Principal", C)]),
        ("Minutes are kept by the Clerk.", [("Clerk", C)]),
        ("The Safety Officer monitors compliance.", [("Safety Officer", S)]),
        ("No vehicle may be hired without the written consent of the Transport Manager.", [("Transport Manager", D)]),
        ("Appeals are heard by the Appeals Panel.", [("Appeals Panel", D)]),
        ("Closure of a branch is reserved to the Board of Governors.", [("Board of Governors", D)]),
        ("The plan is submitted to the Estates Committee for approval.", [("Estates Committee", D)]),
        ("The Librarian is responsible for withdrawing old stock.", [("Librarian", C)]),
        ("Grants must be approved by the Chair and the Treasurer.", [("Chair", D), ("Treasurer", D)]),
        ("Any breach must be reported to the Registrar.", [("Registrar", S)]),
        pytest.param(
            "Only the Rector can exclude a member.", [("Rector", D)], marks=fault("can exclude after only is not read")
        ),
        pytest.param(
            "The Warden, or in her absence the Deputy Warden, may approve leave.",
            [("Warden", D), ("Deputy Warden", D)],
            marks=fault("an actor and the one who stands in for him are not read at all"),
        ),
        pytest.param(
            "An appeal goes to the Governors' Appeals Panel.",
            [("Governors' Appeals Panel", D)],
            marks=fault("the name is cut at the apostrophe, and said twice"),
        ),
    ],
)
def test_an_actor_and_his_act_are_read(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    "sentence",
    [
        "The library closes at nine.",
        "This power may not be delegated.",
        "In this policy, approval means approval in writing.",
        "",
        "by",
        "The",
    ],
)
def test_a_sentence_in_which_nobody_acts_has_no_deeds(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("A volunteer may not sign a lease.", "volunteer"),
        ("The Deputy must not approve her own claim.", "Deputy"),
        ("Budget holders cannot authorise their own travel.", "Budget holders"),
    ],
)
def test_who_must_not_act_is_no_actor(sentence: str, actor: str) -> None:
    assert actor not in [name for name, _ in read(sentence)]


@fault("neither … nor gives the power it takes away")
def test_neither_nor_gives_nobody_a_power() -> None:
    assert read("Neither the Bursar nor the Clerk may approve a loan.") == []


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The Warden signs off room bookings.", "signs off"),
        ("Leave is granted by the Head of School.", "granted"),
        ("Members are appointed by the Senate.", "appointed"),
    ],
)
def test_the_verb_is_the_printed_one(sentence: str, verb: str) -> None:
    assert [deed.verb for deed in deeds(sentence)] == [verb]


def test_articles_stay_out_of_the_name() -> None:
    assert read("An order is authorised by the Head of Operations or the Finance Director.") == [
        ("Head of Operations", D),
        ("Finance Director", D),
    ]


def test_an_open_lead_in_gives_its_actor_to_what_follows() -> None:
    assert read("The Council alone may:") == [("Council", D)]


def test_an_item_names_the_agent_that_its_lead_in_leaves_out() -> None:
    item = "(c) above £9,000, by the Finance Committee;"
    found = agents(item, "Write-offs are approved, by their size:")
    assert [(item[d.start : d.end], d.act, d.verb) for d in found] == [("Finance Committee", D, "approved")]


@given(TEXTS)
def test_whatever_is_read_every_deed_shows_where_its_actor_stands(text: str) -> None:
    for deed in deeds(text):
        assert deed.actor
        assert text[deed.start : deed.end] == deed.actor
