"""How English rules are drafted: where a bound, an aside or a preposition stands, the same actors are read."""

import pytest

from corpus.document import document
from corpus.formats import read
from corpus.models import Act, Facts, Rule
from tests.test_rules import reading

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def rules(text: str) -> list[Rule]:
    """The rules of a Markdown text."""
    return list(document("x.md", "x", Facts(title="x"), "0" * 64, read("x.md", text.encode()).lines).rules)


def said(text: str) -> list[tuple[str, Act]]:
    return [(rule.actor, rule.act) for rule in rules(text)]


def bounded(text: str) -> list[tuple[str, str]]:
    """Who decides, and under which condition without the marks at its end."""
    return [(rule.actor, rule.condition.strip(" .;()")) for rule in rules(text) if rule.act is D]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "1. Loans are approved by the Keeper up to £50, by the Warden up to £500, and by the Council above that.",
            [("Keeper", "up to £50"), ("Warden", "up to £500"), ("Council", "above £500")],
        ),
        (
            "1. Loans are approved by the Keeper up to six weeks and by the Warden beyond.",
            [("Keeper", "up to six weeks"), ("Warden", "above six weeks")],
        ),
        (
            "1. A loan is approved up to £50 by the Keeper and above that by the Warden.",
            [("Keeper", "A loan is approved up to £50"), ("Warden", "above £50")],
        ),
        (
            "1. A claim is settled by the Bursar, on the broker's advice, up to £900 and by the Council above that.",
            [("Bursar", "up to £900"), ("Council", "above £900")],
        ),
        (
            "1. Charges may be waived by the Clerk (up to £50) or the Dean (above £50).",
            [("Clerk", "up to £50"), ("Dean", "above £50")],
        ),
        (
            "1. The Clerk may forgive fines of not more than £50; the Dean may forgive a larger amount.",
            [("Clerk", "fines of not more than £50"), ("Dean", "above £50")],
        ),
        (
            "1. The Dean may excuse absence of up to three days. For a longer absence the Senate may excuse it.",
            [("Dean", "absence of up to three days"), ("Senate", "above three days")],
        ),
        (
            "1. Cheques bear two signatures: those of the Bursar and the Clerk where it is for £90 or less, "
            "and those of the Bursar and the Dean where it is for more.",
            [
                ("Bursar", "where it is for £90 or less"),
                ("Clerk", "where it is for £90 or less"),
                ("Bursar", "above £90"),
                ("Dean", "above £90"),
            ],
        ),
    ],
)
def test_each_rung_of_a_ladder_keeps_its_own_bound(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert bounded(sentence) == expected


def test_what_stands_behind_a_semicolon_keeps_who_decides_beside_who_is_asked() -> None:
    made = rules(
        "1. Loans are granted by the Clerk where they are £50 or less; by the Dean, after consulting the Bursar, "
        "where they are more than £50; and by the Council, on the proposal of the Dean, in all other cases."
    )
    assert [(rule.actor, rule.act) for rule in made] == [
        ("Clerk", D),
        ("Dean", D),
        ("Bursar", R),
        ("Council", D),
        ("Dean", P),
    ]
    assert {rule.matter for rule in made} == {"Loans"}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Council, upon recommendation of the Dean", [("Council", D), ("Dean", P)]),
        ("Council on the Dean's recommendation", [("Council", D), ("Dean", P)]),
        ("Dean (after consulting the Bursar)", [("Dean", D), ("Bursar", R)]),
        ("Dean, subject to ratification by the Council at its next meeting", [("Dean", D), ("Council", D)]),
        ("Dean and Bursar, with the consent of the Council", [("Dean", D), ("Bursar", D), ("Council", D)]),
        ("Dean, Bursar", [("Dean", D), ("Bursar", D)]),
        ("never granted", []),
    ],
)
def test_a_cell_names_who_decides_and_in_an_aside_who_is_asked(cell: str, expected: list[tuple[str, Act]]) -> None:
    assert said(f"| Loan | Granted by |\n|---|---|\n| a kiln | {cell} |") == expected


def test_a_longer_one_is_beyond_no_sum_of_money() -> None:
    made = rules("1. Shifts.\n\n1.1 The Warden may spend up to £50.\n\n1.2 A longer shift is approved by the Dean.")
    assert [(rule.actor, "50" in rule.condition) for rule in made] == [("Warden", True), ("Dean", False)]


def test_the_number_of_a_row_is_not_its_matter() -> None:
    made = rules("| No. | Records | Keep | Released by |\n|---|---|---|---|\n| R-1 | Kiln logs | 3 years | Dean |")
    assert [(rule.actor, "Kiln logs" in rule.matter) for rule in made] == [("Dean", True)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("1. Dismissal, by the Dean, after consulting Counsel.", [("Dean", D), ("Counsel", R)]),
        ("1. Closure of a kiln: by the Dean.", [("Dean", D)]),
        (
            "1. Changing the rota is for the Warden where one ward is concerned, and for the Matron otherwise.",
            [("Warden", D), ("Matron", D)],
        ),
        (
            "1. The choice lies with the Warden up to £50 and with the Matron above that.",
            [("Warden", D), ("Matron", D)],
        ),
        ("1. A refusal may be appealed to the Dean within ten days, whose ruling is final.", [("Dean", D)]),
        ("1. Side work must be reported to the Dean in writing, who may forbid it.", [("Dean", S), ("Dean", D)]),
        (
            "1. A post is created by the Council, upon recommendation of the Dean and after review by the Panel.",
            [("Council", D), ("Dean", P), ("Panel", R)],
        ),
        ("1. The Warden approves fines after consultation with the Bursar.", [("Warden", D), ("Bursar", R)]),
        ("1. The Warden, who asks the Bursar first, may waive fines.", [("Bursar", R), ("Warden", D)]),
        ("1. We ask the Residents Panel what it thinks.", [("Residents Panel", R)]),
        (
            "1. The Dean may be removed only by the affirmative vote of not fewer than six fellows.",
            [("six fellows", D)],
        ),
        ("1. The Council may not delegate the sale of land.", [("Council", D)]),
        ("1. None of these powers may be delegated, whether to a committee or to an officer.", []),
        ("1. The Bursar decides whether a kiln opens late.", [("Bursar", D)]),
        ("1. One seat is a resident's if residents pay for the service.", []),
        ("1. A lease exceeding a year is checked by Counsel prior to signature.", [("Counsel", R)]),
        ("House rules", []),
    ],
)
def test_one_act_is_read_in_many_wordings(sentence: str, expected: list[tuple[str, Act]]) -> None:
    assert sorted(said(sentence)) == sorted(expected)


def test_matters_that_a_body_keeps_to_itself_are_decided_by_it() -> None:
    made = rules(
        "# Rules\n\n1. Scope. All staff.\n\n"
        "2. Matters the Council keeps to itself. None of the following may be delegated, "
        "whether to a committee or to an officer:\n\n"
        "(a) the annual budget;\n\n(b) the sale of land, after consulting the Bursar."
    )
    deciding = [(rule.clause, rule.actor) for rule in made if rule.act is D]
    assert deciding[-2:] == [("x#2.a", "Council"), ("x#2.b", "Council")]


def test_items_go_on_from_a_lead_in_that_is_a_noun() -> None:
    made = rules(
        "# Rules\n\n1. Scope. All staff.\n\n2. Authorisation, before anything is booked, on form T1:\n\n"
        "(a) up to three days: Warden\n\n(b) abroad: Council, upon recommendation of the Warden"
    )
    assert [(rule.clause, rule.actor, rule.act) for rule in made] == [
        ("x#2.a", "Warden", D),
        ("x#2.b", "Council", D),
        ("x#2.b", "Warden", P),
    ]


def test_a_wrapped_bullet_is_one_paragraph() -> None:
    text = "- In an emergency, which is a fire, a flood or a fear for somebody's life, the\n  Duty Warden may enter."
    assert ("Duty Warden", D) in said(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "1. A grant is sanctioned by the Warden where it does not exceed Shs 400, by the Bursar where it exceeds "
            "Shs 400 but does not exceed Shs 900, and by the Board in every other case.",
            [
                ("Warden", "where it does not exceed Shs 400"),
                ("Bursar", "where it exceeds Shs 400 but does not exceed Shs 900"),
                ("Board", "above Shs 900"),
            ],
        ),
        (
            "1. Up to three extra weeks are allowed by the Tutor; more than three by the Dean.",
            [("Tutor", "Up to three extra weeks"), ("Dean", "above three extra weeks")],
        ),
        (
            "1. Leave without pay: up to 5 days, Head of House; more than 5 and up to 20 days, Bursar; longer than "
            "that, the Board after hearing the Bursar.",
            [
                ("Head of House", "up to 5 days"),
                ("Bursar", "more than 5 and up to 20 days"),
                ("Board", "above 20 days"),
            ],
        ),
        (
            "1. A bill is passed for payment by:\n\n(i) the Clerk, up to £50;\n\n(ii) the Board, above £50, after the "
            "Panel has gone through it.",
            [("Clerk", "up to £50"), ("Board", "above £50")],
        ),
    ],
)
def test_each_rung_keeps_its_bound_in_other_wordings(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert bounded(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The sale of a boat shall be ordered by none but the Board.", [("Board", D)]),
        ("A licence shall be issued by nobody other than the Registrar.", [("Registrar", D)]),
        ("He may appeal to the Annual Meeting next following.", [("Annual Meeting", D)]),
        ("A loan is granted by the Board and the Council sitting jointly.", [("Board", D), ("Council", D)]),
        ("A fellow is elected by the Council by a majority of the members present.", [("Council", D)]),
        ("A vacancy is filled by the Board, and the person chosen shall serve for a year.", [("Board", D)]),
        ("The seal is affixed by authority of a resolution of the Board.", [("Board", D)]),
        ("A nomination is altered by a fresh Form N/4.", []),
        ("Rent is payable by the fifth.", []),
        ("Bursaries are given by the Dean.", [("Dean", D)]),
        ("The Panel hears the pupil and makes a recommendation.", [("Panel", R), ("Panel", P)]),
        (
            "For tutors it is the Dean who grants it, and for the Dean it is the Chair.",
            [("Dean", D), ("Chair", D)],
        ),
        ("Five days for a death: wife, child or parent, two for a cousin.", []),
        ("The Bursar passes invoices for payment.", [("Bursar", D)]),
        ("Funds may be drawn by the Bursar.", [("Bursar", D)]),
    ],
)
def test_commonwealth_turns_name_who_decides(sentence: str, expected: list[tuple[str, Act]]) -> None:
    assert [one for one in said(sentence) if one[1] is not C] == expected


def test_what_tells_a_reserved_matter_apart_takes_nothing_from_whose_it_is() -> None:
    text = (
        "1. The following are reserved to the Council:\n\n(a) the adoption of the accounts;\n\n"
        "(b) the sum which the Company may borrow."
    )
    assert said(text) == [("Council", D)] * 3 or said(text) == [("Council", D)] * 2


def test_columns_with_plain_names_say_who_does_what() -> None:
    table = (
        "| Business | Mooted by | Last word | Seen through by | Eye kept by |\n|---|---|---|---|---|\n"
        "| Letting a barn | Agent | Board | Clerk | Auditor |\n"
    )
    assert said(table) == [("Agent", P), ("Board", D), ("Clerk", C), ("Auditor", S)]


def test_a_column_of_bounds_bounds_its_rows_whatever_it_is_called() -> None:
    table = (
        "| Worth (KSh) | How | Award made by |\n|---|---|---|\n| up to 300 | by telephone | Clerk |\n"
        "| over 300 | sealed bids | Board |\n"
    )
    assert bounded(table) == [("Clerk", "up to KSh300"), ("Board", "over KSh300")]


@pytest.mark.parametrize(
    ("clause", "who", "act"),
    [
        ("The Salaries Panel is made up of three wardens. It sets the pay of the Dean.", "Salaries Panel", Act.DECIDE),
        ("The Audit Committee meets quarterly. It reviews the accounts.", "Audit Committee", Act.REVIEW),
        ("The Clerk lives on site. She may refuse an entry.", "Clerk", Act.DECIDE),
        ("The wardens live on site. They may close the gate.", "wardens", Act.DECIDE),
    ],
)
def test_a_pronoun_that_opens_a_sentence_is_who_the_one_before_was_about(clause: str, who: str, act: Act) -> None:
    found = reading(f"2.1 {clause}").rules
    assert (who, act) in {(rule.actor, rule.act) for rule in found}


@pytest.mark.parametrize(
    "clause",
    [
        "The boat is old. It must be kept dry.",  # a thing does nothing
        "The Committee has five members. It may be dissolved.",
        "The Bursar reports weekly. It shall be published.",  # one person is no "it"
    ],
)
def test_a_pronoun_for_a_thing_or_for_whom_something_happens_to_does_nothing(clause: str) -> None:
    assert not [rule for rule in reading(f"2.1 {clause}").rules if rule.actor not in ("Bursar",)]
