"""The terminal as people type into it: any bytes are a question, a line can be edited, and nothing is left behind."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bot.legible import legible

ROOT = Path(__file__).parent.parent
ASKED = "一笔六万元的维修谁批？"
CHAT = """
import sys, tempfile
from pathlib import Path
from bot.channels import terminal
from canned_desk import CannedDesk

class Desk(CannedDesk):
    def ask(self, question, **more):
        print("ASKED", ascii(question), "readline" in sys.modules, flush=True)
        return super().ask(question, **more)

with tempfile.TemporaryDirectory() as folder:
    terminal.chat(Desk(Path(folder)))
"""
STRICT = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8:strict", "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (ASKED.encode(), ASKED),
        (ASKED.encode("gb18030"), ASKED),
        (ASKED.encode() + b"\xe4", ASKED + "�"),
        ("维修".encode() + b"\xe8\xb0" + "谁批".encode(), "维修��谁批"),
        (b"who \xff signs", "who � signs"),
        (b"", ""),
    ],
)
def test_what_was_typed_is_read_in_whatever_bytes_it_came(typed: bytes, read: str) -> None:
    assert legible(typed.decode("utf-8", "surrogateescape")) == read


def test_half_a_character_of_another_program_is_replaced() -> None:
    assert legible("\ud83d 谁批") == "� 谁批"


def test_a_question_in_gb18030_is_answered_from_the_command_line_and_from_a_file(sample_data: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--json", "--data", str(sample_data)]
    typed = subprocess.run([*command, ASKED.encode("gb18030")], cwd=ROOT, capture_output=True, check=True)
    lines = subprocess.run([*command, "-"], cwd=ROOT, capture_output=True, check=True,
                           input=ASKED.encode("gb18030") + b"\n" + ASKED.encode() + b"\xe4\n")  # fmt: skip
    said = [json.loads(line) for line in typed.stdout.splitlines() + lines.stdout.splitlines()]
    assert [one["question"] for one in said] == [ASKED, ASKED, ASKED + "�"]
    assert {one["citations"][0]["link"] for one in said} == {"school/repairs#6.3"}


def test_a_link_that_is_no_text_is_one_line(sample_data: Path) -> None:
    command = [sys.executable, "-m", "bot", "show", "--data", str(sample_data), "制度".encode("gb18030")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


def test_a_broken_byte_does_not_end_a_conversation() -> None:
    typed = ASKED.encode() + b"\xe4\n" + ASKED.encode("gb18030") + b"\n"
    done = subprocess.run([sys.executable, "-c", CHAT], env=STRICT, input=typed, capture_output=True, check=True)
    assert [line for line in done.stdout.decode().splitlines() if "ASKED" in line] == [
        f"？ ASKED {ASKED + '�'!a} False",
        f"？ ASKED {ASKED!a} False",
    ]


def test_a_line_can_be_edited_with_the_arrow_keys() -> None:
    pytest.importorskip("readline")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", CHAT]
    with subprocess.Popen(command, env=STRICT, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        said, keys = b"", [b"\n", b"Wo signs?" + b"\x1b[D" * 8 + b"h\n"]
        with contextlib.suppress(OSError):  # so a terminal ends that nobody writes to any more
            while some := os.read(ours, 4096):
                said += some
                if keys and said.endswith("？ ".encode()):
                    os.write(ours, keys.pop())
        process.wait(10)
    os.close(ours)
    assert b"ASKED 'Who signs?' True" in said


def test_asking_a_folder_that_is_none_makes_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--data", str(tmp_path / "nosuch"), ASKED]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == []
