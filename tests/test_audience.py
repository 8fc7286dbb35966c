"""What a person may not read is, in every answer and every view, as if it were not there."""

from datetime import date
from pathlib import Path

import closed_rulebook
import pytest
from closed_rulebook import SECRETS

from bot.answering.models import Status
from bot.conversation.desk import NotThere
from bot.desk import Desk
from bot.people.audience import MACHINE, STRANGER, Reader, Role, groups, may_read
from bot.settings import Settings
from tests.conftest import Reindexed

STAFF = Reader()
BOARD = Reader(groups=frozenset({"董事会"}))
ADMIN = Reader(role=Role.ADMIN)
TODAY = date(2026, 11, 1)
ROOT = Path(__file__).parent.parent


def opened(data: Path) -> Desk:
    settings = Settings.from_env({"GUIJU_DATA": str(data)})
    return Desk.open(settings.model_copy(update={"cache": ROOT / ".cache"}), logged=False)


@pytest.fixture(scope="module")
def closed(reindexed: Reindexed, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("closed")
    reindexed(closed_rulebook.write(folder / "documents"), folder / "data")
    return opened(folder / "data")


def secrets(text: object) -> list[str]:
    """The words of the closed documents that show in anything."""
    return [word for word in SECRETS if word in str(text)]


@pytest.mark.parametrize(
    ("audience", "reader", "may"),
    [
        (("staff",), STAFF, True),
        (("Staff ",), ADMIN, True),
        (("教职工", "家长"), STAFF, True),
        (("curator",), STAFF, False),
        (("curator",), Reader(role=Role.CURATOR), True),
        (("ｃｕｒａｔｏｒ",), ADMIN, True),
        (("admin",), Reader(role=Role.CURATOR), False),
        (("董事会",), ADMIN, False),
        (("董事会",), BOARD, True),
        (("董事会",), BOARD.in_company, False),
        (("董事会",), MACHINE, True),
        (("staf",), STAFF, False),
        ((), STAFF, False),
        ((), Reader(unsaid=True), True),
        ((), Reader(unsaid=True).in_company, True),
        (("curator",), Reader(unsaid=True), False),
        (("董事会",), Reader(unsaid=True), False),
        ((" ",), Reader(role=Role.CURATOR), False),
        ((), ADMIN, True),
        (("staff",), STRANGER, False),
        (("",), STRANGER.in_company, False),
    ],
)
def test_an_audience_lets_in_those_it_names(audience: tuple[str, ...], reader: Reader, may: bool) -> None:
    assert may_read(audience, reader) is may


def test_a_role_is_no_group_however_it_is_written() -> None:
    assert groups(["Board", " admin", "管理员", "", "党员"]) == {"board", "党员"}


@pytest.mark.parametrize(
    "question",
    [
        "校长年度绩效奖金由谁决定？",
        "校长买专车三十万元以上谁批？",
        "校长绩效考核怎么走流程？",
        "校长的奖金找哪个部门问？",
        "钱小姐管什么？",
        "董事会薪酬小组负责什么？",
        "2019年校长奖金由谁决定？",
        "who decides the principal's bonus?",
    ],
)
def test_a_question_about_what_is_closed_finds_nothing_of_it(closed: Desk, question: str) -> None:
    answer = closed.answer(question, TODAY, reader=STAFF).model_dump(mode="json")
    assert secrets({**answer, "question": ""}) == []


def test_those_it_is_for_are_answered_from_it(closed: Desk) -> None:
    for reader in (BOARD, MACHINE):
        answer = closed.answer("校长年度绩效奖金由谁决定？", TODAY, reader=reader)
        assert [w.who for w in answer.decision.decides] == ["董事会薪酬小组"]  # type: ignore[union-attr]


def test_one_side_of_a_conflict_is_closed_and_so_there_is_none(closed: Desk) -> None:
    assert closed.answer("出国休假由谁批准？", TODAY, reader=BOARD).status is Status.CONFLICT
    answer = closed.answer("出国休假由谁批准？", TODAY, reader=STAFF)
    assert (answer.status, answer.options) == (Status.ANSWERED, ())
    assert [w.who for w in answer.decision.decides] == ["校长"]  # type: ignore[union-attr]


def test_words_amended_by_a_closed_decision_are_cited_to_nobody_and_the_new_ones_to_its_readers(closed: Desk) -> None:
    answer = closed.answer("病假超过十天由谁批准？", TODAY, reader=STAFF)
    assert "人事处批准" not in answer.text
    assert secrets(answer.model_copy(update={"question": ""})) == []
    assert "董事长" in closed.answer("病假超过十天由谁批准？", TODAY, reader=BOARD).text


def test_a_clause_to_quote_is_one_whose_words_hold_on_the_day(closed: Desk) -> None:
    def offered(day: date, reader: Reader) -> str:
        return "".join(one.text for one in closed.shelf.quotable("病假超过十天由谁批准", day, reader))

    assert "人事处批准" not in offered(TODAY, STAFF) + offered(TODAY, BOARD)
    assert "董事长批准" in offered(TODAY, BOARD)
    assert "董事长" not in offered(TODAY, STAFF)
    assert "人事处批准" in offered(date(2023, 12, 31), STAFF)


def test_the_office_that_owns_a_closed_document_is_listed_for_its_readers_alone(closed: Desk) -> None:
    assert "董事会秘书处" not in closed.shelf.owners(STAFF)
    assert "董事会秘书处" in closed.shelf.owners(BOARD)


def test_a_follow_up_goes_on_with_the_persons_own_question_and_reads_no_more(closed: Desk) -> None:
    for reader, person, known in ((BOARD, "tg:1", True), (STAFF, "tg:2", False)):
        closed.ask("校长购置专车八万元谁批准？", channel="telegram", person=person, reader=reader)
        later = closed.ask("那三十万以上呢？", channel="telegram", person=person, reader=reader).answer
        assert ("全体会议" in later.text) is known
        assert known or secrets(later.model_copy(update={"question": ""})) == []


def test_an_faq_entry_is_for_those_who_may_read_what_it_cites(closed: Desk) -> None:
    assert "钱小姐" in closed.answer("校长的奖金找哪个部门问？", TODAY, reader=BOARD).text
    assert "钱小姐" not in closed.answer("校长的奖金找哪个部门问？", TODAY, reader=STAFF).text
    assert "找部门负责人签字" in closed.answer("事假三天找谁签字？", TODAY, reader=STAFF).text


@pytest.mark.parametrize(
    "link", ["board", "board.md", "board#1", "board#3", "board#3!", "board#3!1", "board#1@x", "amending#1", "faq#1"]
)
def test_no_link_opens_what_is_closed(closed: Desk, link: str) -> None:
    with pytest.raises(NotThere):
        closed.show(link, STAFF)


def test_every_closed_place_of_the_generation_opens_for_its_readers_alone(closed: Desk) -> None:
    index = closed.index()
    links = [link for (link,) in index.records.files[0].database.execute("select link from links").fetchall()]
    opened = {}
    for link in links:
        place = index.find(link)
        assert place is not None
        try:
            opened[link] = closed.show(link, STAFF)
        except NotThere:
            assert closed.show(link, MACHINE).text
    assert len([link for link in links if link not in opened]) > 10
    assert secrets([view.model_dump() for view in opened.values()]) == []
    neighbours = {link for view in opened.values() for link in (view.previous, view.next) if link}
    assert neighbours <= set(opened)


def test_the_whole_faq_is_shown_without_the_closed_entry(closed: Desk) -> None:
    assert "钱小姐" in closed.show("faq", BOARD).text
    shown = closed.show("faq", STAFF).text
    assert "找部门负责人签字" in shown
    assert secrets(shown) == []


def test_examples_are_questions_that_their_reader_is_answered(closed: Desk) -> None:
    everything = closed.examples("zh", MACHINE)
    assert secrets(everything)
    assert secrets(closed.examples("zh", STAFF)) == []
    assert secrets(closed.examples("zh", BOARD))


@pytest.fixture(scope="module")
def never(reindexed: Reindexed, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The same rulebook without what is closed in it."""
    folder = tmp_path_factory.mktemp("never")
    reindexed(closed_rulebook.write(folder / "documents", closed=False), folder / "data")
    return opened(folder / "data")


@pytest.mark.parametrize(
    "question",
    [
        "出国休假由谁批准？",
        "事假两天谁批？",
        "请假按什么步骤办理？",
        "校长奖金由谁决定？",
        "校长年度绩效奖金由谁决定？",
        "董事会负责什么？",
        "食堂几点开饭？",
        "公章外借谁批？",
    ],
)
def test_an_answer_is_what_it_would_be_without_the_closed_documents(closed: Desk, never: Desk, question: str) -> None:
    told = {"took_ms": 0.0, "generation": ""}
    answers = [one.answer(question, TODAY, reader=STAFF).model_copy(update=told) for one in (closed, never)]
    assert answers[0] == answers[1]


def test_without_a_default_in_the_register_only_admins_read_what_states_no_audience(
    reindexed: Reindexed, tmp_path: Path
) -> None:
    reindexed(closed_rulebook.write(tmp_path / "documents", default=""), tmp_path / "data")
    unsaid = opened(tmp_path / "data")
    assert unsaid.answer("公章外借由谁批准？", TODAY, reader=STAFF).status is Status.NOT_FOUND
    assert unsaid.answer("公章外借由谁批准？", TODAY, reader=ADMIN).status is Status.ANSWERED


def test_a_changed_default_holds_from_the_next_reindex_on(reindexed: Reindexed, tmp_path: Path) -> None:
    documents = closed_rulebook.write(tmp_path / "documents", default="")
    reindexed(documents, tmp_path / "data")
    (documents / "register.csv").write_text("file,audience\n*,staff\n", encoding="utf-8")
    reindexed(documents, tmp_path / "data")
    changed = opened(tmp_path / "data")
    assert changed.answer("公章外借由谁批准？", TODAY, reader=STAFF).status is Status.ANSWERED
