"""Rules as English drafters write them: bodies made up of people, asides, cases that come back, larger ones."""

import pytest

from corpus.models import Act
from corpus.quantities import ranges
from corpus.rules.reading import deeds
from tests.test_rules import reading, table


def said(sentence: str) -> set[tuple[str, Act]]:
    return {(deed.actor, deed.act) for deed in deeds(sentence)}


@pytest.mark.parametrize(
    ("sentence", "who", "act"),
    [
        ("The Master of Hounds makes that decision once the vet has been heard.", "Master of Hounds", Act.DECIDE),
        ("The Harbour Court, and no-one else, can let the quay.", "Harbour Court", Act.DECIDE),
        (
            "No bond may be sold, or moved abroad, except as two of the fellows direct.",
            "two of the fellows",
            Act.DECIDE,
        ),
        ("The Abbot and the Cellarer acting together may take any step that can't wait.", "Cellarer", Act.DECIDE),
        ("Where the race is void, the Steward says whether it is rowed again.", "Steward", Act.DECIDE),
        ("The Umpire says how many boats may start.", "Umpire", Act.DECIDE),
        (
            "A canon is recalled where ten ask for it and the Chapter, having heard the canon, agrees.",
            "Chapter",
            Act.DECIDE,
        ),
        ("A new curacy post is created by the Synod.", "Synod", Act.DECIDE),
        ("The Synod may establish committees.", "Synod", Act.DECIDE),
        ("Working groups and sub-committees are formed by the Court.", "Court", Act.DECIDE),
        ("A berth is let by the Reeve upon a paper from the Wharfinger.", "Wharfinger", Act.PROPOSE),
        ("A refusal is reviewed, if the keeper asks within a week, by the Bench.", "Bench", Act.DECIDE),
        ("The Sexton draws up the rota and clears it with the Vicar.", "Vicar", Act.DECIDE),
        ("A change of the canons is carried by two thirds of those voting.", "two thirds of those voting", Act.DECIDE),
        ("The accounts are laid before it by the Almoner.", "Almoner", Act.PROPOSE),
        ("Old nets may be sold, scrapped or lent by the Wharfinger.", "Wharfinger", Act.DECIDE),
        ("The vacancy is filled by co-option, the Chapter making its choice from the parish.", "Chapter", Act.DECIDE),
        ("The Wharfinger grades it within a day.", "Wharfinger", Act.CARRY_OUT),
        ("The lamps are tested every Monday by the Sexton.", "Sexton", Act.SUPERVISE),
        ("The Sexton checks the lamps monthly.", "Sexton", Act.SUPERVISE),
        ("The Sexton checks the lamps before a service.", "Sexton", Act.REVIEW),
        ("Closing the quay is for the Harbour Court and nobody else.", "Harbour Court", Act.DECIDE),
        ("The decision whether to sail lies solely with the Warden.", "Warden", Act.DECIDE),
        ("If the swell is under two metres the Warden may go ahead.", "Warden", Act.DECIDE),
        ("A night dive needs the green light from the Steward.", "Steward", Act.DECIDE),
        ("Up to nine crates the Clerk signs. Anything more needs the Owner.", "Owner", Act.DECIDE),
        ("Anything beyond that needs HR's agreement.", "HR", Act.DECIDE),
        ("The Warden is responsible for approving the chart.", "Warden", Act.DECIDE),
        ("The Clerk is in charge of reviewing the log.", "Clerk", Act.REVIEW),
        ("The Clerk is responsible for ensuring that the log is kept.", "Clerk", Act.CARRY_OUT),
        ("The Vicar, with the advice of the Chapter, names a sexton.", "Vicar", Act.DECIDE),
        ("In matters of berths the final authority is the Warden.", "Warden", Act.DECIDE),
        ("Approval of night dives: the Warden.", "Warden", Act.DECIDE),
        ("Responsible for the nets: the Clerk.", "Clerk", Act.CARRY_OUT),
        ("Berths are granted by the Clerk and reviewed quarterly by the Warden.", "Warden", Act.REVIEW),
        ("The rope freeze is declared by the Steward.", "Steward", Act.DECIDE),
        ("Decisions on berths rest ultimately with the Warden.", "Warden", Act.DECIDE),
        ("The contract is let by the Warden.", "Warden", Act.DECIDE),
        ("The following may admit a cadet: the Warden, the Clerk.", "Clerk", Act.DECIDE),
    ],
)
def test_constructions_of_drafters_name_who_acts(sentence: str, who: str, act: Act) -> None:
    assert (who, act) in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Eviction is decided by a bench of the Warden and two tenants.", {"bench"}),
        ("Wrecks are settled by a salvage panel of one Clerk, the Warden and two owners.", {"salvage panel"}),
        ("Theft is heard by a committee of the Court and the Vicar.", {"committee of the Court", "Vicar"}),
        ("A claim rejected by the Almoner may be taken to the Chapter.", {"Chapter"}),
        ("The Court may fine a pilot, or suspend him from duty and office for up to nine weeks.", {"Court"}),
    ],
)
def test_only_those_who_decide_are_said_to_decide(sentence: str, who: set[str]) -> None:
    assert {actor for actor, act in said(sentence) if act is Act.DECIDE} == who


@pytest.mark.parametrize(
    "sentence",
    [
        "How the Harbour Court deals with wrecks",
        "Who gives the Vicar's opinion",
        "What the Chapter does",
        "It goes out ten days before a Chapter and two days before a Bench.",
    ],
)
def test_what_a_heading_asks_or_a_day_is_counted_from_is_no_rule(sentence: str) -> None:
    assert not said(sentence)


def test_each_rung_that_is_joined_by_and_keeps_its_own_bound() -> None:
    rules = reading("1. Wrecks of up to £70 may be sold by the Reeve and those of over £70 by the Bench.")
    assert [(rule.actor, rule.condition) for rule in rules.rules] == [
        ("Reeve", "Wrecks of up to £70"),
        ("Bench", "those of over £70"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. A stay of up to ten days is for the Warden to allow, and a longer stay for the Chapter.",
        "1. A stay of up to ten days is allowed by the Warden, and any longer stay by the Chapter.",
    ],
)
def test_a_longer_one_is_beyond_the_bound_before(sentence: str) -> None:
    last = [rule for rule in reading(sentence).rules if rule.act is Act.DECIDE][-1]
    assert (last.actor, last.condition) == ("Chapter", "above ten days")


def test_items_under_an_office_say_what_it_may_or_shall_do() -> None:
    document = reading(
        "Schedule 1 – The Harbour Master",
        "1. To let a berth for up to nine nights. A longer let is granted by the Harbour Court.",
        "2. To keep the tide tables.",
        "Schedule 2 – Keeper of the Nets",
        "(a) Approves the sale of nets.",
        "(b) A net may be lent to a guild.",
        "Schedule 3 – General",
        "(a) To be read with the tide tables.",
    )
    assert [(rule.clause.partition("#")[2], rule.actor, rule.act) for rule in document.rules] == [
        ("schedule1/1", "Harbour Master", Act.DECIDE),
        ("schedule1/1", "Harbour Court", Act.DECIDE),
        ("schedule1/2", "Harbour Master", Act.CARRY_OUT),
        ("schedule2/a", "Keeper of the Nets", Act.DECIDE),
    ]


def test_a_column_of_amounts_bounds_its_rows_whatever_heads_it() -> None:
    document = reading(*table("Award | Voted by", "up to £90 | Almoner", "£90 to £400 | Chapter"))
    assert [(rule.actor, rule.condition) for rule in document.rules] == [
        ("Almoner", "up to £90"),
        ("Chapter", "£90 to £400"),
    ]


def test_a_step_that_is_the_noun_of_an_act_says_what_is_done() -> None:
    rows = ("Petition of the crew | Clerk", "Resolution to sail | Harbour Court", "Sails mended | Steward")
    assert [(rule.actor, rule.act) for rule in reading(*table("Step | Who", *rows)).rules] == [
        ("Clerk", Act.PROPOSE),
        ("Harbour Court", Act.DECIDE),
        ("Steward", Act.CARRY_OUT),
    ]


@pytest.mark.parametrize(
    "first",
    [
        "By resolution of the Chapter of 4 May 2024 the Nets Rules are amended as follows:",
        "The Chapter resolves that the Nets Rules be changed thus:",
        "Motion 3, carried at the Chapter Meeting of 4 May 2024",
    ],
)
def test_who_made_a_change_does_not_do_what_the_new_words_say(first: str) -> None:
    document = reading(first, "1. In rule 4, for nine nights substitute ten nights.", "2. Rule 5 is repealed.")
    assert not [rule for rule in document.rules if rule.actor.startswith("Chapter")]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("a pen of 7 square metres", "平方米"),
        ("9 sq m", "平方米"),
        ("two hectares", "平方米"),
        ("300 sq ft", "square foot"),
    ],
)
def test_areas_are_amounts(words: str, unit: str) -> None:
    assert [found.unit for found in ranges(words)] == [unit]


def test_a_bound_of_more_than_keeps_its_direction() -> None:
    rules = reading("1. Nights ashore: up to 3 nights – Steward; more than 9 nights – Owner.").rules
    assert [(rule.actor, rule.condition) for rule in rules] == [
        ("Steward", "up to 3 nights"),
        ("Owner", "more than 9 nights"),
    ]


def test_the_last_rung_may_be_bounded_by_above_alone() -> None:
    rules = reading("1. Rope: the Steward up to £90; the Owner above.").rules
    assert [(rule.actor, rule.condition) for rule in rules] == [("Steward", "up to £90"), ("Owner", "above £90")]


def deciding(*lines: str) -> list[tuple[str, str]]:
    """Who decides on what, as some lines say it."""
    return [(rule.actor, rule.matter.strip(" ;.")) for rule in reading(*lines).rules if rule.act is Act.DECIDE]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("The Harbour Court may:", "Harbour Court"),
        ("The following are decided by the Harbour Court:", "Harbour Court"),
        ("What the Harbour Court decides", "Harbour Court"),
        ("Harbour Court", "Harbour Court"),
    ],
)
def test_lines_of_one_clause_go_on_from_the_line_that_leads_to_them(lead: str, who: str) -> None:
    lines = (
        ("Approves the tide tables", "Bans a vessel")
        if lead == "Harbour Court"
        else ("approve the dues", "ban a vessel")
    )
    document = reading(f"3. {lead}\n{lines[0]}\n{lines[1]}", "4. Boats are moored by the quay.")
    told = [(rule.actor, rule.matter.strip(" ;.")) for rule in document.rules if rule.act is Act.DECIDE]
    assert told[-2:] == [(who, lines[0]), (who, lines[1])]


def test_bullets_under_a_paragraph_that_ends_with_a_colon_go_on_from_it() -> None:
    assert deciding(
        "The Harbour Court:", "approves the dues;", "bans vessels.", "Boats are moored at night. They stay."
    ) == [
        ("Harbour Court", "approves the dues"),
        ("Harbour Court", "bans vessels"),
    ]


def test_a_table_of_offices_says_in_its_cells_what_each_does() -> None:
    made = reading(
        *table(
            "Item | Supervisor | Warden | Court", "Nets | Approves | – | –", "Boats | Recommends | Reviews | Approves"
        )
    )
    assert [(rule.actor, rule.act) for rule in made.rules] == [
        ("Supervisor", Act.DECIDE),
        ("Supervisor", Act.PROPOSE),
        ("Warden", Act.REVIEW),
        ("Court", Act.DECIDE),
    ]


def test_letters_say_who_is_responsible_accountable_consulted_and_informed() -> None:
    made = reading(*table("Task | Clerk | Warden | Court", "Tide tables | – | A/R | C/I", "Dues | R | A | C"))
    assert [(rule.actor, rule.act) for rule in made.rules] == [
        ("Warden", Act.DECIDE),
        ("Court", Act.REVIEW),
        ("Clerk", Act.CARRY_OUT),
        ("Warden", Act.DECIDE),
        ("Court", Act.REVIEW),
    ]


def test_a_table_of_limits_says_up_to_which_sum_each_office_decides() -> None:
    made = reading(*table("Post | Spending limit", "Clerk | £90", "Warden | £900"))
    assert [(rule.actor, rule.condition) for rule in made.rules] == [("Clerk", "up to £90"), ("Warden", "up to £900")]


def test_the_number_of_an_item_bounds_nothing() -> None:
    made = reading("5. The following are decided by the Court:", "1. the dues;", "2. the tide tables.")
    assert {rule.condition for rule in made.rules} == {""}


def test_amounts_at_the_heads_of_columns_bound_those_under_them() -> None:
    made = reading(
        *table(
            "Item | up to £90 | £90 to £900 | over £900",
            "Nets | Clerk | Warden | Court",
            "Sails | Warden | Court | Court",
        )
    )
    assert [(rule.actor, rule.condition) for rule in made.rules][:4] == [
        ("Clerk", "Nets；up to £90"),
        ("Warden", "Nets；£90 to £900"),
        ("Court", "Nets；over £900"),
        ("Warden", "Sails；up to £90"),
    ]


def test_an_aside_in_brackets_is_no_part_of_a_name_in_a_cell() -> None:
    made = reading(*table("Matter | Approved by", "Dues | Harbour Court (after legal review)", "Rope | Clerk (Stores)"))
    assert [rule.actor for rule in made.rules] == ["Harbour Court", "Clerk (Stores)"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Head of Moorings – approves berths and may refuse entry.",), [("Head of Moorings", Act.DECIDE)]),
        (("Who can close a lock? Only the Warden, and only in writing.",), [("Warden", Act.DECIDE)]),
        (("Q: Who mends the nets? A: The Clerk.",), [("Clerk", Act.CARRY_OUT)]),
        (("Moorings – berths for barges.",), []),
    ],
)
def test_roles_behind_a_dash_and_answers_to_questions_name_who_acts(
    lines: tuple[str, ...], expected: list[tuple[str, Act]]
) -> None:
    assert [(rule.actor, rule.act) for rule in reading(*lines).rules] == expected


def test_a_bare_sum_under_a_limit_is_the_most() -> None:
    made = reading(*table("Power | Delegated to | Limit", "Sell nets | Clerk | £90", "Sell nets | Warden | £900"))
    assert [(rule.actor, rule.condition) for rule in made.rules] == [("Clerk", "up to £90"), ("Warden", "up to £900")]


def test_a_matter_whose_noun_could_be_a_verb_still_names_who_decides() -> None:
    assert deciding("4. Who approves what\nQuay works: the Court\nNets: the Clerk") == [
        ("Court", "Quay works"),
        ("Clerk", "Nets"),
    ]


def test_cells_under_offices_tick_who_decides_or_say_up_to_which_sum() -> None:
    made = reading(*table("Decision | Clerk | Warden | Court", "Sell nets | ✓ | – | –", "Close a lock | – | – | ✓"))
    assert [(rule.actor, rule.matter, rule.condition) for rule in made.rules] == [
        ("Clerk", "Sell nets", ""),
        ("Court", "Close a lock", ""),
    ]
    made = reading(*table("Matter | Clerk | Warden | Court", "Rope | up to £90 | up to £900 | above £900"))
    assert [(rule.actor, rule.condition) for rule in made.rules] == [
        ("Clerk", "Rope；up to £90"),
        ("Warden", "Rope；up to £900"),
        ("Court", "Rope；above £900"),
    ]


def test_a_tick_beside_a_task_decides_nothing() -> None:
    assert not reading(*table("Deadline | Clerk | Warden", "1 May | ✓ | –", "1 June | – | ✓")).rules


def test_what_is_reserved_for_a_body_it_decides() -> None:
    assert deciding("6. The following are reserved for the Court:", "(a) the dues;", "(b) the quay.") == [
        ("Court", "The following are reserved for"),
        ("Court", "(a) the dues"),
        ("Court", "(b) the quay"),
    ]


def test_an_item_under_somebodys_duties_says_with_its_own_verb_what_he_does() -> None:
    document = reading("7. Duties of the Almoner", "(a) Keeps the purse.", "(b) Approves alms of up to £9.")
    assert [(rule.actor, rule.act) for rule in document.rules if rule.clause != "house#7"] == [
        ("Almoner", Act.CARRY_OUT),
        ("Almoner", Act.DECIDE),
    ]


@pytest.mark.parametrize(
    ("sentence", "who", "act"),
    [
        ("A dispute goes to the Society's solicitors on form 3.", "solicitors", Act.REVIEW),
        ("Dues are waived by the Clerk once the auditors have had sight of the book.", "auditors", Act.REVIEW),
    ],
)
def test_who_only_advises_or_looks_at_a_thing_reviews(sentence: str, who: str, act: Act) -> None:
    assert (who, act) in said(sentence)
