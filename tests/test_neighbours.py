"""What is promised of clauses that contradict each other, on the real model: two that mean one thing, and no others."""

from datetime import date
from pathlib import Path

import pytest

from bot.answering.models import Answer, Status
from bot.desk import Desk
from bot.settings import Settings
from corpus.models import Act
from tests.conftest import Reindexed

BOOK = {
    "boats.md": """---
title: Boat store rules
rank: 2
---
1. The boatman keeps the key of the boat store.
2. Lending a rowing boat to a visiting crew needs the consent of the Boatman.
3. A boat that leaks is taken out of use by the Boatman.
4. Oars are counted by the Boatman each month.
""",
    "visitors.md": """---
title: Rules for visitors
rank: 1
---
1. Visiting crews announce themselves at the gate.
2. Boats are lent to crews who visit us only where the Commodore agrees.
3. Parking on the slipway is granted by the Gatekeeper.
4. Lending the barbecue to visitors needs the consent of the Steward.
""",
    "money.md": """---
title: Money
rank: 2
---
1. Repairs of up to £300 are approved by the Treasurer.
2. Repairs above £300 are approved by the Committee.
3. The lending fee of the trailer is set by the Treasurer.
""",
    "supplies.md": """---
title: Supplies Rules
effective: 2022-01-01
---
1. Authority to order
(a) Orders of supplies below £1,000 may be approved by any Steward.
(b) Orders of supplies from £1,000 up to £10,000 must be approved by the Quartermaster.
(c) Orders of supplies above £10,000 must be approved by the Commodore.
""",
    "supplies-change.md": """---
title: Amendment of the Supplies Rules
effective: 2025-04-01
---
1. The Supplies Rules are amended as follows.

2. For rule 1(c) substitute:

"(c) Orders of supplies above £10,000 and up to £50,000 must be approved by the Vice-Commodore."
""",
    "council.md": """---
title: Standing Orders of the Club Council
effective: 2022-10-01
---
1. The following are decided by the Club Council alone:
(a) the yearly accounts;
(b) orders of supplies above £40,000;
(c) the choice of the Commodore.
""",
}


@pytest.fixture(scope="module")
def desk(reindexed: Reindexed, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk over three documents, two of which say something else of one thing."""
    documents, data = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("data")
    for name, text in BOOK.items():
        (documents / name).write_text(text, encoding="utf-8")
    reindexed(documents, data)
    return Desk.open(Settings.from_env({"GUIJU_DATA": str(data)}), logged=False)


def places(answer: Answer) -> list[tuple[str, str]]:
    return [(Path(cited.document).stem, cited.clause) for cited in answer.citations]


def test_two_documents_that_settle_one_thing_otherwise_are_shown_side_by_side(desk: Desk) -> None:
    answer = desk.answer("a crew is visiting us, who lets them have one of our boats")
    assert answer.status is Status.CONFLICT
    assert {place for place, _ in places(answer)} == {"boats", "visitors"}
    assert [option.who for option in answer.options] == ["Commodore", "Boatman"]  # the higher rank first


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("who allows lending the barbecue to visitors", "Steward"),
        ("who may take a leaking boat out of use", "Boatman"),
        ("who sets the lending fee of the trailer", "Treasurer"),
        ("a repair of £200, who approves it", "Treasurer"),
    ],
)
def test_what_only_sounds_alike_is_no_contradiction(desk: Desk, question: str, who: str) -> None:
    answer = desk.answer(question)
    assert answer.status is Status.ANSWERED
    assert answer.decision is not None
    assert {one.who for act in Act for one in answer.decision.of(act)} == {who}


@pytest.mark.parametrize(("day", "other"), [(date(2025, 3, 31), "supplies"), (date(2025, 4, 1), "supplies-change")])
def test_the_other_rungs_of_a_ladder_hide_no_contradiction_nor_what_was_amended(
    desk: Desk, day: date, other: str
) -> None:
    answer = desk.answer("who approves an order of supplies of £45,000", day)
    assert answer.status is Status.CONFLICT
    assert {place for place, _ in places(answer)} == {"council", other}
