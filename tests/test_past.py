"""Once a document or a clause has ended, nothing that comes near it answers in its place."""

from datetime import date
from pathlib import Path

import pytest
from conftest import Reindexed

from bot.answering.models import Answer, Status
from bot.desk import Desk
from bot.settings import Settings

LATE = date(2026, 12, 1)
LINE = "《鹿鸣社区风筝管理办法》自2026-01-01起不再有效。"
NEW_WORDS = "船只维修由水上中心负责。"
FILES = {
    "boats.md": """# 鹿鸣社区划船管理办法

第一条 白天划船由站长批准。

第二条 夜间划船由主任批准，并须两人同行。

第三条 船只维修由管理员负责。

第四条 本办法自2020年1月1日起施行。
""",
    "kites.md": """# 鹿鸣社区风筝管理办法

第一条 放飞风筝由广场管理员批准。

第二条 本办法自2020年1月1日起施行。
""",
    "notice.md": """# 关于废止部分制度的通知

各小组：

经2025年12月10日主任办公会研究，决定废止下列制度：

1. 《鹿鸣社区风筝管理办法》；

2. 《鹿鸣社区门禁规定》。

《鹿鸣社区划船管理办法》第二条自2026年2月1日至2026年6月30日暂停执行。

本通知自2026年1月1日起执行。
""",
    "kiln.md": """# Kiln Rules

1. Firing is approved by the Dean.

2. Glazes are bought by the Warden.

3. These rules take effect on 1 January 2020.
""",
    "ends.md": """# Notice of withdrawal

The Board resolved that the following rules are withdrawn from 1 January 2026:

- Kiln Rules
- Loom Policy
""",
    "table.md": f"""# 关于修改《鹿鸣社区划船管理办法》的决定

对《鹿鸣社区划船管理办法》作如下修改：

| 条款 | 修改前 | 修改后 |
|---|---|---|
| 第三条 | 船只维修由管理员负责。 | {NEW_WORDS} |

本决定自2026年3月1日起施行。
""",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, reindexed: Reindexed) -> Desk:
    folder: Path = tmp_path_factory.mktemp("past")
    (folder / "documents").mkdir()
    for name, text in FILES.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    reindexed(folder / "documents", folder / "data")
    return Desk.open(Settings.from_env({}).model_copy(update={"data": folder / "data"}), logged=False)


def places(answer: Answer) -> list[tuple[str, str]]:
    return [(one.document, one.clause) for one in answer.citations]


def nearest(answer: Answer) -> tuple[str, str]:
    return answer.nearest[0].document, answer.nearest[0].clause


@pytest.mark.parametrize(
    ("question", "day", "clause"),
    [
        ("放飞风筝由谁批准？", LATE, ("kites.md", "第一条")),
        ("夜间划船由谁批准？", date(2026, 3, 1), ("boats.md", "第二条")),
        ("Who approves the firing?", LATE, ("kiln.md", "1")),
    ],
)
def test_what_has_ended_is_named_and_nothing_near_it_answers(
    desk: Desk, question: str, day: date, clause: tuple[str, str]
) -> None:
    answer = desk.answer(question, day)
    assert (answer.status, answer.citations, nearest(answer)) == (Status.NOT_FOUND, (), clause)
    assert f"{day}" in answer.text


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 7, 1)])
def test_a_clause_that_rested_for_a_while_answers_before_and_after(desk: Desk, day: date) -> None:
    answer = desk.answer("夜间划船由谁批准？", day)
    assert places(answer)[0] == ("boats.md", "第二条")


def test_what_is_in_force_answers_beside_what_has_ended(desk: Desk) -> None:
    answer = desk.answer("白天划船由谁批准？", date(2026, 3, 1))
    assert places(answer)[0] == ("boats.md", "第一条")


@pytest.mark.parametrize(
    ("question", "words", "line"),
    [
        ("风筝管理办法废止了吗？", "《鹿鸣社区风筝管理办法》", LINE),
        ("风筝管理办法什么时候废止的？", "《鹿鸣社区风筝管理办法》", LINE),
        ("划船管理办法第二条还有效吗？", "第二条自2026年2月1日", ""),
        ("Are the Kiln Rules still in force?", "Kiln Rules", "Kiln Rules is no longer in force from 2026-01-01."),
    ],
)
def test_whether_something_still_holds_is_told_by_what_ends_it(
    desk: Desk, question: str, words: str, line: str
) -> None:
    answer = desk.answer(question, LATE)
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].document in ("notice.md", "ends.md")
    assert any(words in one.quote for one in answer.citations)
    assert (answer.text.split("\n")[0] == line) is bool(line)


def test_of_a_table_of_before_and_after_the_words_now_in_force_are_quoted_and_decide(desk: Desk) -> None:
    answer = desk.answer("船只维修由谁负责？", LATE)
    (cited,) = answer.citations
    assert (cited.document, cited.quote) == ("table.md", NEW_WORDS)
    assert desk.index().whole("table.md").text[cited.start : cited.end] == cited.quote
    assert answer.decision is not None
    assert [who.who for who in answer.decision.carries_out] == ["水上中心"]
