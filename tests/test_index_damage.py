"""What is promised when a generation is damaged: it is noticed, named in a line, and the last good one answers."""

import logging
import os
import re
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.settings import Settings
from index import GenerationDamaged, Index, build, current, search
from index.generation.manifest import intact, last_manifest
from scripts import reindex as command
from tests.fakes import HashingEncoder, document

ENCODER = HashingEncoder()
OLD = document("leave", "事假由班主任批准。", "病假由年级主任批准。")
NEW = document("leave", "事假由班主任批准。", "病假由校医批准。")
FILES = [
    "000001/records.db",
    "000001/tokens/rows.npy",
    "000001/tokens/starts.npy",
    "vectors.faiss",
    "words/meta.json",
    "words/joined.json",
    "manifest.json",
]


def damage(file: Path, harm: str) -> None:
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        os.truncate(file, file.stat().st_size // 2)
    else:
        middle = file.stat().st_size // 2
        data = bytearray(file.read_bytes())
        data[middle] ^= 0xFF
        file.write_bytes(data)


def desk(data: Path) -> Desk:
    settings = Settings.from_env({}).model_copy(update={"data": data})
    return Desk(settings, ENCODER, None)


@pytest.mark.parametrize("harm", ["gone", "cut", "altered"])
@pytest.mark.parametrize("name", FILES)
def test_a_start_on_a_damaged_generation_answers_from_the_last_good_one_and_says_so(
    tmp_path: Path, name: str, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    build([OLD], tmp_path, ENCODER)
    build([NEW], tmp_path, ENCODER)
    damage(tmp_path / "index" / "gen-000002" / name, harm)
    opened = Index.open(tmp_path, ENCODER)
    assert opened.generation == "gen-000001"
    assert opened.search("病假谁批准")[0].passage.text == "病假由年级主任批准。"
    assert opened.fresh()
    [said] = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert re.search(rf"gen-000002/{name} .*gen-000001 answers", said)
    assert "\n" not in said


@pytest.mark.parametrize("line", ["nonsense\n", None])
def test_a_line_that_names_no_generation_or_is_gone_is_told_and_the_newest_answers(
    tmp_path: Path, line: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    build([OLD], tmp_path, ENCODER)
    current_line = tmp_path / "index" / "current"
    current_line.write_text(line) if line else current_line.unlink()
    opened = Index.open(tmp_path, ENCODER)
    assert (opened.generation, opened.fresh()) == ("gen-000001", True)
    [said] = [record.getMessage() for record in caplog.records]
    assert said.endswith(
        "index/current names no generation: run .venv/bin/python -m scripts.reindex; gen-000001 answers until then"
    )
    assert build([NEW], tmp_path, ENCODER).generation == current(tmp_path) == "gen-000002"


def test_where_every_generation_is_damaged_the_error_names_the_current_one(tmp_path: Path) -> None:
    for _ in range(2):
        build([OLD], tmp_path, ENCODER)
    for name in ("gen-000001", "gen-000002"):
        damage(tmp_path / "index" / name / "000001/records.db", "altered")
    with pytest.raises(GenerationDamaged, match="gen-000002/000001/records.db is altered"):
        Index.open(tmp_path, ENCODER)


def test_a_running_desk_leaves_a_generation_that_is_damaged_under_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "LOOK", 0)
    build([OLD], tmp_path, ENCODER)
    build([NEW], tmp_path, ENCODER)
    running = desk(tmp_path)
    assert running.index().generation == "gen-000002"
    damage(tmp_path / "index" / "gen-000002" / "000001/records.db", "altered")
    assert running.index().generation == "gen-000001"
    build([NEW], tmp_path, ENCODER)
    assert running.index().generation == "gen-000003"


def test_a_running_desk_goes_on_when_the_next_generation_cannot_be_opened(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build([OLD], tmp_path, ENCODER)
    running = desk(tmp_path)
    build([NEW], tmp_path, HashingEncoder("other", 32))
    for _ in range(3):
        assert running.index().generation == "gen-000001"
    [said] = [record.getMessage() for record in caplog.records]
    assert "run .venv/bin/python -m scripts.reindex; gen-000001 goes on answering" in said


def test_a_file_that_was_only_touched_is_as_good_as_before(tmp_path: Path) -> None:
    build([OLD], tmp_path, ENCODER)
    running = desk(tmp_path)
    os.utime(tmp_path / "index" / "gen-000001" / "000001/records.db")
    again = running.index()
    assert again.generation == "gen-000001"
    assert running.index() is again  # and it is opened anew but once
    assert intact(tmp_path) == last_manifest(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_the_next_reindex_takes_the_place_of_what_is_damaged(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.encoder.load_for_indexing", lambda *_: ENCODER)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "leave.md").write_text("第一条 事假由班主任批准。\n\n第二条 病假由校医批准。\n")
    for _ in range(2):
        assert command.main(["--data", str(tmp_path), "--brief", "--full"]) == 0
    damage(tmp_path / "index" / "gen-000002" / name, "altered")
    assert command.main(["--data", str(tmp_path), "--brief"]) == 0
    assert current(tmp_path) == "gen-000003"
    assert intact(tmp_path) is not None
    assert command.main(["--data", str(tmp_path), "--brief"]) == 0
    assert current(tmp_path) == "gen-000003"
