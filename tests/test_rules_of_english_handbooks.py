"""Who acts as handbooks and circulars say it: items that end with whose they are, ladders, counts, first nods."""

import pytest

from corpus.models import Act, Line
from corpus.rules.reading import deeds
from tests.test_rules import reading


def read(item: str) -> list[tuple[str, Act, str]]:
    """Return who does what in which case by one numbered item."""
    lines = ["# House book", "## 4 Spending", f"4.1 {item}", "4.2 Keys hang in the hall."]
    return [(r.actor, r.act, r.condition) for r in reading(*(Line(text=line) for line in lines)).rules]


def test_an_item_that_ends_with_whose_it_is_says_who_decides() -> None:
    assert read("Written and oral warnings: the Head of House.") == [("Head of House", Act.DECIDE, "")]
    assert read("A larger rebate or a free letting: the Bursar.") == [("Bursar", Act.DECIDE, "")]


def test_an_item_may_name_another_for_another_kind_or_case() -> None:
    told = read("Suspension on pay: the Registrar for clerical staff, the Warden for teaching staff.")
    assert told == [
        ("Registrar", Act.DECIDE, "for clerical staff"),
        ("Warden", Act.DECIDE, "for teaching staff"),
    ]
    told = read("Dismissal: the Warden on the findings of a tribunal; in the case of a fellow, the Court.")
    assert [(who, case) for who, act, case in told if act is Act.DECIDE] == [
        ("Warden", ""),
        ("Court", "in the case of a fellow"),
    ]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            "Letting of rooms: the Bursar. For wedding parties the Warden alone.",
            [("Bursar", ""), ("Warden", "For wedding parties")],
        ),
        ("Press notes: the Clerk; in a flood, the Marshal.", [("Clerk", ""), ("Marshal", "in a flood")]),
        ("Naming of barns: Warden, having heard the Tenants' Panel.", [("Warden", "")]),
        ("Bonfires: always the Warden, with the Marshal's written support.", [("Warden", "")]),
        (
            "Trips in the county: your Head of House. Abroad: the Provost, whatever it costs.",
            [("Head of House", ""), ("Provost", "")],
        ),
        (
            "Works left out of the plan: up to £900 the Bursar; above that the Court, whatever Rule 3 says.",
            [("Bursar", "up to £900"), ("Court", "above £900")],
        ),
        ("Claims are passed by the Clerk. Disputed claims: the Bursar.", [("Clerk", ""), ("Bursar", "")]),
        ("Hedges and ditches: Manager Grounds, after comments by the Tenants' Panel.", [("Manager Grounds", "")]),
    ],
)
def test_an_item_names_another_for_a_case_or_a_larger_sum(item: str, told: list[tuple[str, str]]) -> None:
    decides = [(who.removeprefix("your "), case) for who, act, case in read(item) if act is Act.DECIDE]
    assert decides == told


@pytest.mark.parametrize(
    "item",
    ["Contact: the Registrar.", "Copies: the Head of House.", "The Warden: the Head of House.", "See also: Rule 4."],
)
def test_a_label_is_no_matter(item: str) -> None:
    assert read(item) == []


def test_the_rungs_of_one_sentence_are_read_though_the_bound_is_a_share_and_two_act_jointly() -> None:
    told = read(
        "Variations: up to 5% of the price, the Clerk of Works; over 5% and up to 10%, the Bursar and the Clerk of "
        "Works jointly; over 10%, the Court."
    )
    assert [who for who, _, _ in told] == ["Clerk of Works", "Bursar", "Clerk of Works", "Court"]


def test_a_name_right_behind_its_bound_is_a_rung() -> None:
    told = read("Elsewhere: Dean up to fourteen days; above fourteen days the Provost.")
    assert told == [("Dean", Act.DECIDE, "up to fourteen days"), ("Provost", Act.DECIDE, "above fourteen days")]


@pytest.mark.parametrize(
    ("sentence", "who", "act"),
    [
        (
            "Tins are counted monthly by the clerk and once a year, unannounced, by the Auditor.",
            "Auditor",
            Act.SUPERVISE,
        ),
        ("Deals are struck by the Desk, read by the Solicitor and approved by the Warden.", "Solicitor", Act.REVIEW),
        (
            "Where six months remain, the remaining governors fill the seat by appointment.",
            "remaining governors",
            Act.DECIDE,
        ),
        ("It goes on with the Dean's endorsement to the Provost, with whom the grant rests.", "Dean", Act.REVIEW),
        (
            "Courses are fixed by the Senate, the Standards Office having first reported.",
            "Standards Office",
            Act.REVIEW,
        ),
        ("The Warden decides, the Safety Officer having furnished an assessment.", "Safety Officer", Act.REVIEW),
        ("A lower rate, or none, requires the Finance Committee.", "Finance Committee", Act.DECIDE),
        ("Renewal, for two more years, is by the Deputy Chair.", "Deputy Chair", Act.DECIDE),
        ("If you need longer, up to 28 days, ask your Course Leader and bring a note.", "Course Leader", Act.DECIDE),
        ("The Bursar counts the cash in the safe.", "Bursar", Act.CARRY_OUT),
    ],
)
def test_everyday_constructions_name_who_acts(sentence: str, who: str, act: Act) -> None:
    assert (who, act) in {(deed.actor, deed.act) for deed in deeds(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The claim is lodged by January 15.",
        "Half pay for one year, or full pay for one term.",
        "If you can't find what you need, ask the People Team.",
        "Days of illness count towards the limit.",
    ],
)
def test_a_day_a_share_or_a_hint_decides_nothing(sentence: str) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize("item", ["Net income: 40% makers, 30% unit, 30% House.", "Grade Two: two years."])
def test_shares_and_grades_are_nobody(item: str) -> None:
    assert read(item) == []


def test_the_title_of_a_book_is_no_office() -> None:
    lines = ["# Lending and Premises Handbook", "1.1 Check the catalogue first.", "1.2 Keys hang in the hall."]
    assert not reading(*(Line(text=line) for line in lines)).rules


def test_a_case_behind_or_by_bounds_only_whoever_stands_before_it() -> None:
    told = read("A contract is awarded by the Bursar, or by the Court where the value exceeds £900.")
    assert told == [("Bursar", Act.DECIDE, ""), ("Court", Act.DECIDE, "where the value exceeds £900")]
    told = read("A guest is approved by the Chair, or if he is away for more than 7 days, by the Clerk.")
    assert [(who, act) for who, act, _ in told] == [("Chair", Act.DECIDE), ("Clerk", Act.DECIDE)]
