"""The contract that checks outside the repository call: commands, JSON, exit codes."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main as bot
from bot.desk import Desk
from bot.settings import Settings
from tests.commands import run as here

ROOT = Path(__file__).parent.parent
KEYS = [
    "question",
    "language",
    "status",
    "text",
    "asked",
    "decision",
    "options",
    "nearest",
    "citations",
    "steps",
    "as_of",
    "generation",
    "took_ms",
]
CITATION = ["n", "document", "title", "clause", "effective", "repealed", "quote", "start", "end", "sha256", "link"]
STEP = ["procedure", "title", "number", "of", "who", "does", "when", "citation", "link"]
NEAREST = ["document", "title", "clause", "link", "office"]
DECISION = ["matter", "condition", "proposes", "reviews", "decides", "carries_out", "supervises"]
QUESTIONS = (
    "校长办公会议由谁召集和主持？",
    "Who may grant a waiver of quotations for £12,000?",
    "操场旁边的樱花什么时候开？",
    "",
    "请假怎么办理？",
    "😀",
)


def run(*arguments: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, input=given, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def answers(sample_data: Path) -> list[dict[str, Any]]:
    done = run("bot", "ask", "--data", str(sample_data), "--json", "-", given="\n".join(QUESTIONS) + "\n")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_gives_exactly_one_object(answers: list[dict[str, Any]]) -> None:
    assert [one["question"] for one in answers] == list(QUESTIONS)


def test_an_object_has_the_contracts_keys_in_order(answers: list[dict[str, Any]]) -> None:
    for one in answers:
        assert list(one) == KEYS
        assert all(list(c) == CITATION for c in one["citations"])
        assert all(list(s) == STEP for s in one["steps"])
        assert all(list(n) == NEAREST for n in one["nearest"])
        assert one["decision"] is None or list(one["decision"]) == DECISION


def test_marks_in_the_text_have_their_citations(answers: list[dict[str, Any]]) -> None:
    for one in answers:
        assert [c["n"] for c in one["citations"]] == list(range(1, len(one["citations"]) + 1))
        assert one["status"] == "not_found" or "[1]" in one["text"]


def test_not_found_cites_nothing(answers: list[dict[str, Any]]) -> None:
    empty = [one for one in answers if one["status"] == "not_found"]
    assert {one["question"] for one in empty} >= {"", "😀", QUESTIONS[2]}
    assert all(one["citations"] == [] and one["decision"] is None for one in empty)


def test_a_quote_is_the_text_of_show_byte_for_byte(answers: list[dict[str, Any]], sample_data: Path) -> None:
    cited = [c for one in answers for c in one["citations"]]
    assert cited
    for path in {c["document"] for c in cited}:
        shown = here(bot, "show", path, "--text", "--data", sample_data)
        assert shown.returncode == 0, shown.stderr
        text = shown.stdout
        digest = hashlib.sha256((ROOT / "corpus" / "sample" / path).read_bytes()).hexdigest()
        for c in (c for c in cited if c["document"] == path):
            assert (text[c["start"] : c["end"]], c["sha256"]) == (c["quote"], digest)
    assert run("bot", "show", path, "--text", "--data", str(sample_data)).stdout == text  # as a process prints it too


def test_every_link_resolves(answers: list[dict[str, Any]], sample_data: Path) -> None:
    settings = Settings.from_env({}).model_copy(update={"data": sample_data})
    desk = Desk.open(settings, logged=False)
    links = {x["link"] for one in answers for x in (*one["citations"], *one["steps"], *one["nearest"])}
    assert {link: bool(desk.show(link).text) for link in links} == dict.fromkeys(links, True)
    assert run("bot", "show", min(links), "--data", str(sample_data)).returncode == 0
    assert here(bot, "show", "no/such#place", "--data", sample_data).returncode == 1


def test_the_day_is_the_flags_unless_the_question_names_one(sample_data: Path) -> None:
    done = run("bot", "ask", "--data", str(sample_data), "--json", "--as-of", "2021-05-05", "-",
               given="经费由谁批？\n2020年的时候经费由谁批？\n")  # fmt: skip
    assert [json.loads(line)["as_of"] for line in done.stdout.splitlines()] == ["2021-05-05", "2020-12-31"]


def test_a_missing_index_is_one_line_and_exit_1(tmp_path: Path) -> None:
    done = run("bot", "ask", "--data", str(tmp_path), "谁批？")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "scripts.reindex" in done.stderr


def test_a_wrong_flag_is_exit_2() -> None:
    assert run("bot", "ask", "--nonsense").returncode == 2
    assert run("bot", "ask", "--as-of", "yesterday", "x").returncode == 2


def test_a_wrong_setting_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIJU_RETENTION_DAYS", "a year")
    done = run("bot", "ask", "谁批？")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert 'GUIJU_RETENTION_DAYS is "a year": write a number of days' in done.stderr


def test_the_help_of_the_bot_loads_no_records() -> None:
    code = "import sys\nfrom bot.__main__ import main\ntry: main(['--help'])\nfinally: print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.endswith("False\n")


def test_help_has_an_example_and_needs_no_torch() -> None:
    code = (
        "import importlib, sys\nfrom tests.commands import run\n"
        "for name in sys.argv[1:]:\n"
        "    main = importlib.import_module('bot.__main__' if name == 'bot' else name).main\n"
        "    done = run(main, '--help')\n"
        "    assert done.returncode == 0 and f'python -m {name}' in done.stdout, done\n"
        "print('torch' in sys.modules)\n"
    )
    named = ("bot", "scripts.reindex", "scripts.evaluate", "scripts.faq", "scripts.register")
    assert subprocess.check_output([sys.executable, "-c", code, *named], cwd=ROOT, text=True) == "False\n"


def test_a_file_left_out_is_named_and_exit_3(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "leave.md").write_text("# 请假办法\n\n第一条 教职工请假由校长批准。\n", encoding="utf-8")
    (documents / "scan.xyz").write_bytes(b"\x00\x01")
    done = run("scripts.reindex", "--documents", str(documents), "--data", str(tmp_path / "data"), "--json")
    assert done.returncode == 3
    assert [one["path"] for one in json.loads(done.stdout)["left_out"]] == ["scan.xyz"]


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "leave.md").write_text("# 请假办法\n\n第一条 教职工请假由校长批准。\n", encoding="utf-8")
    done = run(
        "scripts.reindex",
        "--documents",
        str(documents),
        "--data",
        str(tmp_path / "data"),
        "--dry-run",
        "--json",
    )
    assert json.loads(done.stdout)["new"] == ["leave.md"]
    assert not (tmp_path / "data" / "index" / "current").exists()
