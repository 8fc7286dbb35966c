"""From the log to a better answer: asked, drafted, edited, dropped among the documents, reindexed, answered."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
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


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


class Rulebook:
    """A folder of documents with its index, as an admin keeps it."""

    def __init__(self, folder: Path) -> None:
        self.documents, self.data = folder / "documents", folder / "data"
        self.documents.mkdir()
        self.write("library.md", RULE)

    def write(self, name: str, text: str) -> None:
        (self.documents / name).write_text(text, encoding="utf-8")

    def reindex(self) -> dict[str, Any]:
        done = run("scripts.reindex", "--documents", str(self.documents), "--data", str(self.data), "--json")
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    def ask(self, question: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(run("bot", "ask", "--data", str(self.data), "--json", question).stdout)
        return answer


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    made = Rulebook(tmp_path_factory.mktemp("loop"))
    made.reindex()
    return made


def test_the_loop_closes(rulebook: Rulebook) -> None:
    for _ in range(2):
        asked = rulebook.ask("想把书多留几天，找谁批？")
    assert asked["citations"][0]["clause"] == "第二条"
    draft = rulebook.documents / "faq.md"
    run("scripts.faq", "--data", str(rulebook.data), "--draft", str(draft))
    text = draft.read_text(encoding="utf-8")
    assert "依据：library#2 @" in text
    head, _, rest = text.partition("## ")
    question, _, basis = rest.partition("依据：")[0].partition("\n")[0], "", "依据：" + rest.partition("依据：")[2]
    draft.write_text(f"{head}## {question}\n\n到馆里填延期单，馆长签字后生效。\n\n{basis}", encoding="utf-8")
    assert rulebook.reindex()["suspended"] == []
    answer = rulebook.ask("想把书多留几天，找谁批？")
    assert {c["document"] for c in answer["citations"]} == {"faq.md", "library.md"}
    assert answer["decision"]["decides"][0]["who"] == "图书馆馆长"
    deciding = answer["citations"][answer["decision"]["decides"][0]["citation"] - 1]
    assert deciding["document"] == "library.md"


def test_an_entry_whose_clause_changed_is_suspended_and_reported(rulebook: Rulebook) -> None:
    rulebook.write("library.md", RULE.replace("图书馆馆长批准", "分管副校长批准"))
    report = rulebook.reindex()
    assert len(report["suspended"]) == 1
    assert "library#2 has changed" in report["suspended"][0]
    answer = rulebook.ask("想把书多留几天，找谁批？")
    assert {c["document"] for c in answer["citations"]} == {"library.md"}
    assert answer["decision"]["decides"][0]["who"] == "分管副校长"
