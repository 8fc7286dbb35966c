"""What one document says of another is heard at every reindex, also of documents that need not be read again."""

from datetime import date
from pathlib import Path

import pytest

import index.encoder
from bot.settings import Settings
from corpus.validity.settled.settling import Heard
from index import Index, load_documents
from scripts import reindex, rulebook, unchanged
from scripts.reindexed import Report, said
from tests.fakes import HashingEncoder

ENCODER = HashingEncoder()
OLD = "# 请假办法（2019年）\n\n第一条 事假由书记批准。\n\n第二条 本办法自2019年9月1日起施行。\n"
NEW = "# 请假办法\n\n第一条 事假由校长批准。\n\n第二条 本办法自2024年9月1日起施行。2019年印发的《请假办法》同时废止。\n"
CHANGE = "# 关于修改《请假办法》的决定\n\n一、将第一条修改为：“事假由院长批准。”\n\n二、本决定自2025年1月1日起施行。\n"


class Office:
    """A folder of documents and its index."""

    def __init__(self, folder: Path) -> None:
        self.documents, self.data = folder / "documents", folder / "data"
        self.documents.mkdir()
        self.write("old.md", OLD)

    def write(self, name: str, text: str) -> None:
        (self.documents / name).write_text(text, encoding="utf-8")

    def reindex(self) -> Report:
        return reindex.reindex(self.documents, Settings.from_env({"GUIJU_DATA": str(self.data)}), quiet=True)

    def repealed(self) -> dict[str, date | None]:
        return {entry.path: entry.facts.repealed for entry in Index.open(self.data, ENCODER).documents()}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(index.encoder, "load_for_indexing", lambda name, cache: ENCODER)
    return Office(tmp_path)


def test_a_rule_that_comes_ends_one_that_was_read_before_and_its_going_brings_that_back(office: Office) -> None:
    office.reindex()
    assert office.repealed() == {"old.md": None}
    office.write("new.md", NEW)
    assert office.reindex().unchanged == 1
    assert office.repealed() == {"old.md": date(2024, 9, 1), "new.md": None}
    (office.documents / "new.md").unlink()
    office.reindex()
    assert office.repealed() == {"old.md": None}


def test_the_index_tells_which_clauses_are_amended(office: Office) -> None:
    office.write("new.md", NEW)
    office.reindex()
    office.write("change.md", CHANGE)
    office.reindex()
    found = Index.open(office.data, ENCODER).amended()
    assert [(path, a.clause, a.day, a.by) for path, each in found.items() for a in each] == [
        ("new.md", "1", date(2025, 1, 1), "change#1")
    ]


def test_a_change_that_only_settling_makes_is_a_new_generation(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.write("new.md", NEW)
    with monkeypatch.context() as context:
        context.setattr(rulebook, "heard", lambda documents: Heard(list(documents), []))
        assert office.reindex().generation == "gen-000001"
    (office.data / unchanged.RECORD).unlink()  # what the code before an upgrade left doesn't count either
    assert office.reindex().generation == "gen-000002"
    assert office.reindex().generation == "gen-000002"
    assert load_documents(office.data)["old.md"].facts.repealed == date(2024, 9, 1)


def test_what_an_admin_must_confirm_is_a_warning(office: Office) -> None:
    office.write("new.md", NEW.replace("2019年印发的《请假办法》同时废止。", ""))
    report = office.reindex()
    assert len(report.warnings) == 1
    assert "old.md and new.md bear one title" in report.warnings[0]
    assert f"  warning: {report.warnings[0]}" in said(report).split("\n")
