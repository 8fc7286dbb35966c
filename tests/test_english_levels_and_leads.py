"""Who decides at which level, as English sentences, items, tables and answers leave words out."""

import pytest

from corpus.document import document
from corpus.models import Facts, Line, Role
from corpus.rules.sentences import deeds


def told(*lines: str | Line) -> list[tuple[str, str, str]]:
    """Return the actor, the act and the condition of each rule of a document."""
    own = [line if isinstance(line, Line) else Line(text=line) for line in lines]
    made = document("inn.md", "inn", Facts(title="Inn rules"), "0" * 64, own)
    return [(rule.actor, rule.act.value, rule.condition) for rule in made.rules]


def table(header: str, *rows: str) -> list[Line]:
    first = Line(text=header, role=Role.HEADER, cells=tuple(header.split(" | ")))
    return [first, *(Line(text=row, role=Role.ROW, cells=tuple(row.split(" | "))) for row in rows)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A stay of more than a week is for the Innkeeper on the advice of the Cook.", ("Innkeeper", "decides")),
        ("Bonfires are permitted by the Head Gardener case by case.", ("Head Gardener", "decides")),
        ("Barrels under £9 need only the Cellar Master.", ("Cellar Master", "decides")),
        ("A late shift is arranged with the shift leader.", ("shift leader", "decides")),
        ("The new menu is settled between the Cook and the Innkeeper.", ("Cook", "decides")),
        ("A stoppage of the mill is ordered by the Miller.", ("Miller", "decides")),
        ("The Guild may raise the fees once a year.", ("Guild", "decides")),
        ("For long stays the Head Porter confirms them.", ("Head Porter", "decides")),
        ("Photographers also need that of the Head of Security.", ("Head of Security", "decides")),
        ("Guests need the Porter's leave; of more than ten, that of the Innkeeper as well.", ("Innkeeper", "decides")),
        ("Changes need the Cook's approval; if the Cook is away, the Deputy Cook's.", ("Deputy Cook", "decides")),
        ("Light cases are closed by the Fitness to Drive Panel.", ("Fitness to Drive Panel", "")),
        ("The case is passed on by the porter to the Head of Security.", ("porter", "carries_out")),
        ("Claims go to the Bursar for checking and are approved by the Innkeeper.", ("Bursar", "reviews")),
        ("Requests go to the Porter, are examined by the Cook and decided by the Innkeeper.", ("Porter", "supervises")),
        ("A charge is put to the Mayor, who commissions an investigator.", ("Mayor", "carries_out")),
    ],
)
def test_a_sentence_names_whoever_acts(sentence: str, expected: tuple[str, str]) -> None:
    who, act = expected
    found = [deed.act.value for deed in deeds(sentence) if deed.actor == who]
    assert found
    assert not act or act in found
    assert act in ("", "decides") or "decides" not in found


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("The list is agreed with the Cook and posted by Friday 16:00.", "Friday 16"),
        ("Night work needs the Cook's consent, and guests within ten metres shall be told before.", "guests"),
        ("Rules may be altered only by the Guild, by two thirds of the votes cast.", "two thirds of the votes cast"),
        ("Three guests sit on the panel, none of them named by the staff.", "staff"),
        ("The upper room may be reserved for prayer.", "prayer"),
        ("Above £90 two quotations are obtained; above £900, three.", "three"),
        ("The Cook answers questions and goes to the regional cooks' forum.", "regional cooks' forum"),
        ("A guest may be accompanied by a friend or the Head Porter.", "Head Porter"),
        ("Rare books and designs go to the Archivist.", "Archivist"),
        ("Parcels go to members who are ill.", "members"),
        ("Dearer books, and every new lamp, are chosen by the Cook.", "Dearer"),
    ],
)
def test_what_names_nobody_who_decides_gives_nobody(sentence: str, nobody: str) -> None:
    assert nobody not in [deed.actor for deed in deeds(sentence) if deed.act.value in ("decides", "carries_out")]


def test_a_bound_from_which_another_is_needed_is_his() -> None:
    found = deeds("Spending outside the budget needs the Cellar Board, or, if over £90, the Guild.")
    assert [(deed.actor, deed.bounds) for deed in found] == [("Cellar Board", ""), ("Guild", "over £90")]


def test_what_is_met_up_to_a_sum_is_allowed_by_whoever_meets_it() -> None:
    found = deeds("Travel fees are met up to £60 by the Head of Kitchens; beyond that by the Staff Board.")
    assert [(deed.actor, deed.act.value) for deed in found] == [
        ("Head of Kitchens", "decides"),
        ("Staff Board", "decides"),
    ]


def test_a_key_may_set_each_letter_before_what_its_bearer_does() -> None:
    rows = table("No. | Matter | Cook | Porter | Innkeeper", "A-1 | New stove | P | C | A", "A-2 | Locks | – | E | A")
    assert told("Key: P proposes · C is consulted · A approves · E carries out", *rows) == [
        ("Cook", "proposes", ""),
        ("Porter", "reviews", ""),
        ("Innkeeper", "decides", ""),
        ("Porter", "carries_out", ""),
        ("Innkeeper", "decides", ""),
    ]


def test_a_committee_of_two_fields_is_one_in_a_cell_and_nobody_is_nobody() -> None:
    rows = table(
        "Matter | Put forward by | Approved by",
        "New post | Cook | Finance and General Purposes Committee",
        "Small gift | Cook | nobody need be asked",
    )
    deciding = [who for who, act, _ in told(*rows) if act == "decides"]
    assert deciding == ["Finance and General Purposes Committee"]


def test_an_item_ends_with_whose_leave_its_lead_in_asks_for() -> None:
    found = told(
        "4 Races on the pond require leave:",
        "(a) with not more than 10 boats, of the Head Porter;",
        "(b) with more than 10 boats, of the Innkeeper, who shall consult the Miller.",
    )
    assert [one for one in found if one[1] == "decides"] == [
        ("Head Porter", "decides", "with not more than 10 boats"),
        ("Innkeeper", "decides", "with more than 10 boats"),
    ]


def test_an_item_under_appeals_says_to_whom_they_go() -> None:
    found = told(
        "4 Order in the house",
        "4.1 Appeals",
        "(a) against a fine of the Porter: to the Head of Kitchens, within 5 days;",
        "(b) against a ban: to a Guild Appeal Panel of three members, within 9 days.",
    )
    assert [one[:2] for one in found if one[1] == "decides"] == [
        ("Head of Kitchens", "decides"),
        ("Guild Appeal Panel of three members", "decides"),
    ]


def test_an_item_without_its_verb_still_has_its_decision_beside_who_recommends() -> None:
    found = told(
        "4 Breaks",
        "(i) of a week or less are authorised by the Cook;",
        "(ii) of more than a week by the Guild, the Head Porter having first made a recommendation.",
    )
    assert ("Guild", "decides") in [one[:2] for one in found]


def test_lengths_of_time_stand_right_before_who_decides() -> None:
    longer = "11 days to 3 months Head of Staff; more than 3 months Mayor."
    found = told(f"4 Unpaid leave: up to 10 days head of kitchen; {longer}")
    assert found == [
        ("head of kitchen", "decides", "up to 10 days"),
        ("Head of Staff", "decides", "11 days to 3 months"),
        ("Mayor", "decides", "more than 3 months"),
    ]


def test_answers_one_after_another_answer_the_question_before_them() -> None:
    asked = "4 Who can pay a guest back?"
    found = told(f"{asked} The Cook, up to £40. The Porter, up to £90. The Mayor for whatever exceeds that.")
    assert [one[:2] for one in found] == [("Cook", "decides"), ("Porter", "decides"), ("Mayor", "decides")]
    assert found[-1][2] == "above £90"


def test_those_costing_more_are_beyond_the_bound_before() -> None:
    found = told("4 Meals costing up to £600 are approved by the Cook, those costing more by the Mayor.")
    assert [one[2] for one in found] == ["Meals costing up to £600", "above £600"]


def test_another_of_the_same_kind_has_its_own_bound() -> None:
    home = "4 A trip at home is approved by the Cook"
    found = told(f"{home}, one abroad by the Porter, and one of more than £1,000 by the Mayor.")
    assert found[:2] == [("Cook", "decides", ""), ("Porter", "decides", "")]
    assert found[2:] == [("Mayor", "decides", "one of more than £1,000")]
