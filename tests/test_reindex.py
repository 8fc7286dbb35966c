"""What an admin is promised of `scripts.reindex`: nothing of theirs is lost, and the report adds up."""

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import HashingEncoder

from bot.answering.asked.question import understand
from bot.records.log import Log
from index import Index, current, load_documents, load_glossary
from scripts import generation
from scripts import reindex as command
from scripts.rulebook import gathered

ROOT = Path(__file__).parent.parent
RULE = "# 请假办法\n\n第一条 本办法适用于教职工。\n\n第二条 请假三天以内的，由校长批准。\n"
FAQ = "---\ntitle: 问答\nkind: faq\n---\n# 常见\n\n## 请假谁批？\n\n校长批准。\n\n依据：leave#2 @{stamp}\n"


class Tomorrow(date):
    """A calendar that is a day ahead."""

    @classmethod
    def today(cls) -> "Tomorrow":
        ahead = date.today() + timedelta(1)
        return cls(ahead.year, ahead.month, ahead.day)


class Rulebook:
    """A data folder as an admin keeps it, indexed with an encoder that needs no model."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.documents, self.capsys = data, data / "documents", capsys
        self.documents.mkdir(parents=True)

    def write(self, name: str, text: str) -> None:
        (self.documents / name).write_text(text, encoding="utf-8")

    def run(self, *flags: str) -> tuple[int, str, str]:
        code = command.main(["--data", str(self.data), *flags])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def report(self, *flags: str) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.run("--json", *flags)[1])
        return report

    def searched(self) -> list[str]:
        return [p.text for one in load_documents(self.data).values() for p in one.passages]


@pytest.fixture
def rulebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rulebook:
    monkeypatch.setattr("index.encoder.load_for_indexing", lambda *_: HashingEncoder())
    made = Rulebook(tmp_path / "data", capsys)
    made.write("leave.md", RULE)
    return made


# ---- nothing of an admin's is lost


def test_an_own_index_never_gives_way_to_the_sample(rulebook: Rulebook) -> None:
    rulebook.run()
    code, out, err = rulebook.run("--sample")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "gen-000001 holds 1 document of your own" in err
    assert current(rulebook.data) == "gen-000001"


def test_the_sample_is_indexed_where_nothing_is_and_again_over_itself(rulebook: Rulebook) -> None:
    assert rulebook.run("--sample", "--brief")[0] == 0
    assert rulebook.run("--sample", "--brief")[0] == 0
    assert "school/repairs.html" in load_documents(rulebook.data)


def test_start_with_a_missing_folder_refuses_in_one_line(rulebook: Rulebook, tmp_path: Path) -> None:
    rulebook.run()
    (rulebook.documents / "leave.md").unlink()
    rulebook.documents.rmdir()
    done = start(tmp_path, "请假谁批？")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "put the folder back" in done.stderr


def start(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run scripts/start in a checkout that is set up already."""
    (folder / "scripts").mkdir()
    (folder / "scripts" / "start").write_bytes((ROOT / "scripts" / "start").read_bytes())
    (folder / "scripts" / "setup").write_text(
        f'set -euo pipefail\ncd "{folder}"\nsetup() {{ :; }}\nsay() {{ echo "$*"; }}\n'
    )
    (folder / ".venv" / "bin").mkdir(parents=True)
    python = folder / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    return subprocess.run(["bash", "scripts/start", *arguments], cwd=folder, capture_output=True, text=True)


def test_an_empty_folder_empties_an_index_only_when_told_to(rulebook: Rulebook) -> None:
    rulebook.run()
    (rulebook.documents / "leave.md").unlink()
    for flags in ([], ["--dry-run"]):
        code, out, err = rulebook.run(*flags)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "is empty, and gen-000001 holds 1 document: " in err
    assert current(rulebook.data) == "gen-000001"
    assert rulebook.run("--full")[0] == 0
    assert load_documents(rulebook.data) == {}


def test_back_makes_the_generation_before_answer_again(rulebook: Rulebook) -> None:
    rulebook.run()
    rulebook.write("seals.md", "# 印章办法\n\n第一条 用章由校长批准。\n")
    rulebook.run()
    said = "gen-000001 with 1 document in 2 passages {} instead of gen-000002\n"
    assert rulebook.run("--rollback", "--dry-run") == (0, said.format("would answer"), "")
    assert current(rulebook.data) == "gen-000002"
    assert rulebook.run("--rollback") == (0, said.format("answers"), "")
    assert list(load_documents(rulebook.data)) == ["leave.md"]
    code, out, err = rulebook.run("--rollback")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "holds no whole generation before gen-000001" in err


def test_back_makes_nothing_where_nothing_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--rollback", "--data", str(tmp_path / "nosuch")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


# ---- FAQ entries


def read_nothing(*_: object) -> None:
    raise AssertionError("documents are read")


def test_where_nothing_changed_nothing_is_read_and_the_report_says_the_same(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    rulebook.write("broken.docx", "no archive")
    rulebook.write("faq.md", FAQ.format(stamp="0" * 12))
    first = rulebook.report()
    assert first["left_out"]
    assert first["suspended"]
    monkeypatch.setattr(generation, "gathered", read_nothing)
    same = {"new": [], "changed": [], "removed": [], "unchanged": 2, "encoded": 0}
    assert rulebook.report() == first | same
    assert rulebook.report("--dry-run") == first | same | {"dry_run": True}
    rulebook.write("leave.md", RULE + "第三条 其他。\n")
    with pytest.raises(AssertionError, match="documents are read"):
        rulebook.run()


@pytest.mark.parametrize("change", ["another day", "a file that can be read now", "another generation", "--full"])
def test_what_else_a_reindex_goes_by_is_looked_at_too(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    rulebook.run()
    rulebook.write("broken.docx", "no archive")
    rulebook.run()
    monkeypatch.setattr(generation, "gathered", read_nothing)
    assert rulebook.run()[0] == 3
    flags = [change] if change.startswith("--") else []
    if change == "another day":
        monkeypatch.setattr(generation, "date", Tomorrow)
    elif change == "another generation":
        rulebook.write("seals.md", "# 印章办法\n\n第一条 用章由校长批准。\n")
        monkeypatch.setattr(generation, "gathered", gathered)
        rulebook.run()
        rulebook.run("--rollback")
        monkeypatch.setattr(generation, "gathered", read_nothing)
    elif not flags:
        monkeypatch.setattr("scripts.unchanged.read", lambda *_: None)
    with pytest.raises(AssertionError, match="documents are read"):
        rulebook.run(*flags)


def test_a_suspended_entry_is_not_searched_in_any_passage(rulebook: Rulebook) -> None:
    rulebook.write("faq.md", FAQ.format(stamp="0" * 12))
    assert len(rulebook.report()["suspended"]) == 1
    assert not [text for text in rulebook.searched() if "请假谁批" in text]


def test_an_entry_whose_clause_is_as_it_was_again_is_searched_again(rulebook: Rulebook) -> None:
    rulebook.write("faq.md", FAQ.format(stamp="0" * 12))
    stamp = re.search("write @(.{12})", rulebook.report()["suspended"][0])
    assert stamp
    rulebook.write("faq.md", FAQ.format(stamp=stamp[1]))
    assert rulebook.report()["suspended"] == []
    rulebook.write("leave.md", RULE.replace("校长", "书记"))
    assert len(rulebook.report()["suspended"]) == 1
    rulebook.write("leave.md", RULE)
    assert rulebook.report()["suspended"] == []
    assert [text for text in rulebook.searched() if "请假谁批" in text]


def test_a_long_question_is_cut_in_the_report(rulebook: Rulebook) -> None:
    rulebook.write("faq.md", FAQ.format(stamp="0" * 12).replace("请假谁批", "请假谁批" * 100))
    (line,) = rulebook.report()["suspended"]
    assert line.startswith(f"faq.md “{('请假谁批' * 25)[:-1]}…”: leave#2 has changed: ")


# ---- the report


def test_every_file_is_one_line_and_the_counts_add_up(rulebook: Rulebook) -> None:
    rulebook.write("fake.docx", "no archive")
    rulebook.write("faq.md", FAQ.format(stamp="0" * 12))
    code, out, _ = rulebook.run("--dry-run")
    assert code == 3
    assert out.startswith("the index would hold 2 documents (1 FAQ) in 2 passages; 1 file left out\n")
    listed = re.findall(r"^  (?:new|left out): ([^:\n]+)", out, re.MULTILINE)
    assert sorted(listed) == ["fake.docx", "faq.md", "leave.md"]


def test_a_file_that_can_no_longer_be_read_is_left_out_and_not_removed_too(rulebook: Rulebook) -> None:
    rulebook.write("seals.md", "# 印章办法\n\n第一条 用章由校长批准。\n")
    rulebook.run()
    rulebook.write("seals.md", "---\nefective: 2024-01-01\n---\n")
    report = rulebook.report()
    assert ([one["path"] for one in report["left_out"]], report["removed"]) == (["seals.md"], [])
    assert (report["documents"], report["unchanged"]) == (1, 1)


def test_a_row_for_a_deleted_file_is_a_warning_and_leaves_nothing_out(rulebook: Rulebook) -> None:
    rulebook.write("register.csv", "file,owner\nleave.md,校办\ngone.md,校办\n")
    code, out, _ = rulebook.run()
    assert code == 0
    assert '  warning: register.csv row 3: there is no file "gone.md": delete the row\n' in out + "\n"


def test_a_kind_that_only_the_title_shows_is_told(rulebook: Rulebook) -> None:
    rulebook.write("seals.md", "# 印章办法（征求意见稿）\n\n第一条 用章由校长批准。\n")
    line = (
        "\n  draft by its title “印章办法（征求意见稿）”: seals.md: where that is wrong, write kind in the register\n"
    )
    assert line in rulebook.run()[1]
    assert rulebook.report()["guessed"] == [{"path": "seals.md", "kind": "draft", "title": "印章办法（征求意见稿）"}]
    rulebook.write("register.csv", "file,kind\nseals.md,draft\n")
    assert rulebook.report()["guessed"] == []


def test_what_a_notice_ends_is_told_also_when_nothing_changed(rulebook: Rulebook) -> None:
    ended = "决定废止下列制度：\n\n1. 《请假办法》；\n2. 《用车办法》。\n\n本通知自2026年1月1日起执行。\n"
    rulebook.write("end.md", f"# 关于废止部分制度的通知\n\n{ended}")
    lines = {
        "  ended: leave.md by end.md from 2026-01-01",
        "  not there: end.md ends “用车办法”, and no document is called so",
    }
    for flags in ([], [], ["--dry-run"]):
        assert lines <= {*rulebook.run(*flags)[1].split("\n")}
    (effect,) = rulebook.report()["effects"]
    assert effect["what"] == "ended"
    assert (effect["document"], effect["by"], effect["day"]) == ("leave.md", "end.md", "2026-01-01")


# ---- how it ends


def test_ctrl_c_ends_without_a_traceback(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(HashingEncoder, "encode", interrupted)
    assert rulebook.run("--json") == (130, "", "")
    assert current(rulebook.data) is None


@pytest.mark.parametrize(
    "arguments",
    [
        ["scripts.reindex", "--data", "{data}", "--dry-run"],
        ["scripts.register", "--documents", "{data}/documents"],
        ["scripts.faq", "--data", "{data}"],
    ],
)
def test_a_reader_that_has_gone_ends_a_command_quietly(rulebook: Rulebook, arguments: list[str]) -> None:
    Log.open(rulebook.data).close()
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", *(one.format(data=rulebook.data) for one in arguments)],
        cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


# ---- the glossary beside the documents


def test_a_glossary_is_no_document_and_its_entries_are_counted(rulebook: Rulebook) -> None:
    rulebook.write("glossary.csv", "zh,en\n校长,headmaster/warden\n事假,\n")
    code, out, _ = rulebook.run()
    assert code == 0
    assert "\n  glossary: 1 entry\n" in out
    assert "\n  warning: glossary.csv row 3: the column en is empty: fill it in, or delete the row" in out
    assert list(load_documents(rulebook.data)) == ["leave.md"]


def test_a_change_of_the_glossary_alone_makes_a_generation_and_encodes_nothing(rulebook: Rulebook) -> None:
    rulebook.run()
    rulebook.write("glossary.csv", "zh,en\n校长,warden\n")
    assert rulebook.report("--dry-run")["generation"] == "gen-000001"
    first = rulebook.report()
    assert (first["generation"], first["encoded"], first["unchanged"]) == ("gen-000002", 0, 1)
    assert [term.en for term in load_glossary(rulebook.data)] == [("warden",)]
    assert rulebook.report()["generation"] == "gen-000002"
    (rulebook.documents / "glossary.csv").unlink()
    assert rulebook.report()["generation"] == "gen-000003"
    assert load_glossary(rulebook.data) == ()


def test_an_english_question_finds_the_chinese_clause_by_the_admins_word(rulebook: Rulebook) -> None:
    rulebook.write("seals.md", "# 物资办法\n\n第一条 铅封由库管员保管。\n\n第二条 皮尺由文书保管。\n")
    rulebook.write("glossary.csv", "zh,en\n皮尺,tape measure\n")
    rulebook.run()
    index = Index.open(rulebook.data, HashingEncoder())
    asked = understand("where is the tape measure", own=index.glossary())
    also = " ".join(name for names in asked.across for name in names)
    by_words = [hit.passage.text for hit in index.search(asked.text, also=also) if hit.words]
    assert [("皮尺" in text) for text in by_words] == [True]
    assert not [hit for hit in index.search(asked.text) if hit.words]


def test_a_glossary_that_cannot_be_read_is_left_out_and_named(rulebook: Rulebook) -> None:
    rulebook.write("glossary.xlsx", "no workbook")
    code, out, _ = rulebook.run()
    assert (code, "left out: glossary.xlsx: " in out) == (3, True)
    rulebook.write("glossary.csv", "zh,en\n校长,warden\n")
    code, out, _ = rulebook.run()
    assert (code, out.count("both stand in the folder: keep one")) == (3, 2)
