"""From the log to a better answer: asked, drafted, edited, dropped among the documents, reindexed, answered."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main as bot
from scripts.faq import main as faq
from scripts.reindexed import Report
from tests.commands import run
from tests.conftest import Reindexed

RULE = """---
title: 图书馆管理办法
kind: rule
effective: 2024-01-01
owner: 图书馆
---
# 图书馆管理办法

第一条 本办法适用于全体师生。

第二条 学生每次借书不超过五册，借期三十日；确需延长的，由图书馆馆长批准。

第三条 珍贵图书不外借。
"""


class Rulebook:
    """A folder of documents with its index, as an admin keeps it."""

    def __init__(self, folder: Path, reindexed: Reindexed) -> None:
        self.documents, self.data, self.reindexed = folder / "documents", folder / "data", reindexed
        self.documents.mkdir()
        self.write("library.md", RULE)

    def write(self, name: str, text: str) -> None:
        (self.documents / name).write_text(text, encoding="utf-8")

    def reindex(self) -> Report:
        return self.reindexed(self.documents, self.data)

    def ask(self, question: str) -> dict[str, Any]:
        done = run(bot, "ask", "--data", self.data, "--json", question)
        assert done.returncode == 0, done.stdout + done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


@pytest.fixture(scope="module")
def rulebook(reindexed: Reindexed, tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    made = Rulebook(tmp_path_factory.mktemp("loop"), reindexed)
    made.reindex()
    return made


def test_the_loop_closes(rulebook: Rulebook) -> None:
    for _ in range(2):
        asked = rulebook.ask("想把书多留几天，找谁批？")
    assert asked["citations"][0]["clause"] == "第二条"
    draft = rulebook.documents / "faq.md"
    assert run(faq, "--data", rulebook.data, "--draft", draft).returncode == 0
    text = draft.read_text(encoding="utf-8")
    assert "依据：library#2 @" in text
    head, _, rest = text.partition("## ")
    question, _, basis = rest.partition("依据：")[0].partition("\n")[0], "", "依据：" + rest.partition("依据：")[2]
    draft.write_text(f"{head}## {question}\n\n到馆里填延期单，馆长签字后生效。\n\n{basis}", encoding="utf-8")
    assert rulebook.reindex().suspended == ()
    answer = rulebook.ask("想把书多留几天，找谁批？")
    assert {c["document"] for c in answer["citations"]} == {"faq.md", "library.md"}
    assert answer["decision"]["decides"][0]["who"] == "图书馆馆长"
    entry = next(c["link"] for c in answer["citations"] if c["document"] == "faq.md")
    shown = run(bot, "show", "--data", rulebook.data, entry).stdout
    assert "到馆里填延期单，馆长签字后生效。\n\n依据：《图书馆管理办法》第二条\n" in shown
    deciding = answer["citations"][answer["decision"]["decides"][0]["citation"] - 1]
    assert deciding["document"] == "library.md"


def test_an_entry_whose_clause_changed_is_suspended_and_reported(rulebook: Rulebook) -> None:
    rulebook.write("library.md", RULE.replace("图书馆馆长批准", "分管副校长批准"))
    report = rulebook.reindex()
    assert len(report.suspended) == 1
    assert "library#2 has changed" in report.suspended[0]
    answer = rulebook.ask("想把书多留几天，找谁批？")
    assert {c["document"] for c in answer["citations"]} == {"library.md"}
    assert answer["decision"]["decides"][0]["who"] == "分管副校长"
