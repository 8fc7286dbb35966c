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
    named = sorted(set(re.findall(r"\.venv/bin/python -m ([a-z.]+)", README)))
    assert {"scripts.reindex", "scripts.register", "scripts.faq", "bot"} <= set(named)
    for module in named:
        done = run("-m", module, "--help")
        assert done.returncode == 0
        assert re.search(rf"\.venv/bin/python -m {re.escape(module)} [-\w]", done.stdout), module


def test_every_command_is_written_as_it_works_in_a_new_shell() -> None:
    sources = [path for room in ("bot", "scripts") for path in (ROOT / room).rglob("*.py") if path.stem != "train"]
    for path in [ROOT / "README.md", *sources]:
        lines = path.read_text(encoding="utf-8").splitlines()
        named = [line for line in lines if "python -m " in line and not line.startswith('"""')]
        assert [line for line in named if ".venv/bin/python -m " not in line] == [], path


def test_start_explains_itself_before_it_sets_anything_up(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    start = shutil.copy(ROOT / "scripts" / "start", tmp_path / "scripts")  # alone: there is no set-up to run
    done = subprocess.run([start, "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("scripts/start [QUESTION]: ")


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
    subprocess.run(["bash", "-c", commands], cwd=tmp_path, check=True)
    shutil.rmtree(data)
    (made,) = (tmp_path / "backup").iterdir()
    shutil.copytree(made, data)
    again = run("-m", "bot", "ask", "--data", str(data), "一笔六万元的维修谁批？")
    assert again.stdout == asked.stdout
    assert count(data) == logged + 1


def test_a_backup_is_whole_or_not_there_and_can_be_made_again(tmp_path: Path) -> None:
    steps = re.search(r"## Backup and restore.*?```sh\n(?P<commands>.*?)```", README, re.DOTALL)
    assert steps
    commands = steps["commands"].replace(".venv/bin/python", sys.executable)
    (tmp_path / "data").mkdir()
    for n, log in enumerate((b"", b"no database" * 99, b"")):
        (tmp_path / "data" / "guiju.db").write_bytes(log)
        named = commands.replace("$(date +%Y-%m-%d-%H%M%S)", str(n))
        done = subprocess.run(["bash", "-c", named], cwd=tmp_path, capture_output=True)
        assert (done.returncode == 0) == (log == b"")
    whole = {path.name for path in (tmp_path / "backup").iterdir() if path.suffix != ".partial"}
    assert whole == {"0", "2"}


def test_what_it_tells_an_admin_to_write_beside_the_code_stays_out_of_the_repository() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"data/", "/backup/", "/*.xlsx"} <= set(ignored)
