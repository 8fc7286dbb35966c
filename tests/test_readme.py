"""What the README shows is what is printed, and what it tells an admin to run works."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def count(data: Path) -> int:
    """How many questions the log holds."""
    with closing(sqlite3.connect(data / "guiju.db")) as log:
        return int(log.execute("select count(*) from asked").fetchone()[0])


def test_the_first_answer_is_as_really_printed(sample_data: Path) -> None:
    shown = re.search(r"```console\n\$ scripts/start (?P<question>.*)\n(?P<answer>(?:.|\n)*?)```", README)
    assert shown
    printed = run("-m", "bot", "ask", "--data", str(sample_data), shown["question"])
    assert printed.stdout == shown["answer"]


def test_every_module_it_names_has_a_help_with_an_example() -> None:
    named = sorted(set(re.findall(r"python -m ([a-z.]+)", README)))
    assert {"scripts.reindex", "scripts.register", "scripts.faq", "bot"} <= set(named)
    for module in named:
        done = run("-m", module, "--help")
        assert done.returncode == 0
        assert f"python -m {module}" in done.stdout


def test_every_setting_it_lists_is_read_and_the_other_way_round() -> None:
    listed = set(re.findall(r"GUIJU_[A-Z_]+", README))
    read = set(re.findall(r"GUIJU_[A-Z_]+", (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")))
    assert listed == read


def test_every_folder_and_file_it_points_to_is_there() -> None:
    for path in re.findall(r"\]\(([^)#:]+)\)", README) + [
        "scripts/start",
        "scripts/test",
        "scripts/check",
        "scripts/soak",
    ]:
        assert (ROOT / path).exists(), path


def test_a_backup_made_as_it_says_answers_after_a_restore(sample_data: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(sample_data, data)
    (data / "documents").mkdir()
    asked = run("-m", "bot", "ask", "--data", str(data), "一笔六万元的维修谁批？")
    logged = count(data)
    steps = re.search(r"## Backup and restore.*?```sh\n(?P<commands>.*?)```", README, re.DOTALL)
    assert steps
    commands = steps["commands"].replace(".venv/bin/python", sys.executable)
    subprocess.run(["bash", "-ec", commands], cwd=tmp_path, check=True)
    shutil.rmtree(data)
    shutil.copytree(tmp_path / "backup", data)
    again = run("-m", "bot", "ask", "--data", str(data), "一笔六万元的维修谁批？")
    assert again.stdout == asked.stdout
    assert count(data) == logged + 1
