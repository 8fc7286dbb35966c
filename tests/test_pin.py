"""What a file of requirements promises: a release with the hashes of all its files that a machine of ours may take."""

import re
from pathlib import Path

import pytest

from scripts.pin import ReleaseUnknown, pinned, taken

ROOT = Path(__file__).parent.parent
WHEELS = [
    ("rules-1.2-py3-none-any.whl", True),
    ("rules-1.2-cp311-cp311-manylinux_2_28_x86_64.whl", True),
    ("rules-1.2-cp314-cp314-macosx_11_0_arm64.whl", True),
    ("rules-1.2-cp39-abi3-musllinux_1_2_aarch64.whl", True),
    ("rules-1.2.tar.gz", True),
    ("rules-1.2-cp39-cp39-manylinux_2_28_x86_64.whl", False),
    ("rules-1.2-cp311-cp311-win_amd64.whl", False),
    ("rules-1.2.1-py3-none-any.whl", False),
    ("rules-1.2.1.tar.gz", False),
]


@pytest.mark.parametrize(("file", "due"), WHEELS)
def test_a_file_is_taken_that_one_of_our_machines_may_take(file: str, due: bool) -> None:
    assert taken(file, "1.2") is due


def test_a_pin_has_the_hashes_of_its_release_in_place_of_older_ones() -> None:
    files = {"rules": [{"filename": name, "hashes": {"sha256": f"{n:x}"}} for n, (name, _) in enumerate(WHEELS)]}
    lines = ["# why", "rules==1.2 \\", "    --hash=sha256:old", "-r other.txt"]
    due = [f"    --hash=sha256:{n:x}" for n in range(5)]
    assert pinned(lines, files) == ["# why", " \\\n".join(["rules==1.2", *due]), "-r other.txt"]
    assert pinned("\n".join(pinned(lines, files)).split("\n"), files) == pinned(lines, files)


def test_a_release_without_a_file_is_refused_by_name() -> None:
    with pytest.raises(ReleaseUnknown, match="no file of rules==9"):
        pinned(["rules==9"], {"rules": []})


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_but_torch_has_its_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[\w.-]+==.*(?:\n    --hash=.*)*", text, re.M)
    assert len(pins) > 15
    assert not [pin for pin in pins if "--hash=sha256:" not in pin or pin.startswith("torch==")]


def test_what_the_project_names_is_what_is_installed() -> None:
    named = set(
        re.findall(r'"([\w.-]+)(?:\[[\w,-]+\])?==([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    )
    files = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.glob("requirements*.txt"))
    pins = {(name.lower(), version) for name, version in re.findall(r"^([\w.-]+)==([^\s\\]+)", files, re.M)}
    only_to_train = {"peft"}
    assert {(name.lower(), version) for name, version in named if name not in only_to_train} <= pins
