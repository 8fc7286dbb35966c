"""What generations promise: the old one or the new one, whole, whatever happens in between."""

import fcntl
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from corpus.edition import READING
from corpus.models import Facts
from corpus.validity.said.stated import stated
from corpus.validity.settled.settling import settled
from index import (
    BuildRunning,
    GenerationDamaged,
    GenerationMissing,
    Index,
    ModelMismatch,
    NotBuilt,
    Plan,
    ReadingNewer,
    build,
    current,
    current_manifest,
    load_documents,
    roll_back,
)
from index.generation.generations import finished
from index.matrix import CHUNK
from index.store import KEPT
from tests.fakes import HashingEncoder, document

ROOT = Path(__file__).parent.parent
LEAVE = document("leave", "事假由班主任批准。", "病假由年级主任批准。")
MONEY = document("money", "五万元以上由校长办公会议决定。")
ENCODER = HashingEncoder()
MAY = date(2023, 5, 1)
SLOW_BUILD = """
import sys
from pathlib import Path
from index import build
from tests.fakes import HashingEncoder, document
text = [f"第{n}号事项由第{n}科室决定，{sys.argv[2]}。" for n in range(300)]
print("ready", flush=True)
build([document("many", *text)], Path(sys.argv[1]), HashingEncoder(pause=0.0005))
"""


def test_an_index_answers_after_it_was_built(tmp_path: Path) -> None:
    made = build([LEAVE, MONEY], tmp_path, ENCODER, Plan(reading="7"))
    assert (made.generation, made.reading, made.counts.passages) == ("gen-000001", "7", 3)
    assert current(tmp_path) == "gen-000001"
    assert Index.open(tmp_path, ENCODER).search("病假谁批准")[0].passage.id == "leave#2"


def test_a_generation_keeps_what_settling_found_and_what_it_began_from(tmp_path: Path) -> None:
    change = document(
        "change", "将第二条修改为：“病假由校长批准。”", facts=Facts(title="关于修改《leave》的决定", issued=MAY)
    )
    change = change.model_copy(update={"stated": stated(change.text, change.clauses, change.facts)})
    whole, _ = settled([LEAVE, change])
    build(whole, tmp_path, ENCODER)
    opened = Index.open(tmp_path, ENCODER)
    assert [(a.clause, a.day, a.by) for a in opened.amended()["leave.md"]] == [("2", MAY, "change#1")]
    assert set(opened.amended()) == {"leave.md"}
    assert load_documents(tmp_path) == {one.path: one for one in whole}


def test_before_the_first_build_the_error_says_what_to_do(tmp_path: Path) -> None:
    assert current(tmp_path) is None
    assert current_manifest(tmp_path) is None
    assert load_documents(tmp_path) == {}
    with pytest.raises(GenerationMissing, match="run .venv/bin/python -m scripts.reindex"):
        Index.open(tmp_path, ENCODER)


def test_another_model_is_named_with_both_dimensions(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    with pytest.raises(ModelMismatch, match=r"hashing \(64\).*other \(32\)"):
        Index.open(tmp_path, HashingEncoder("other", 32))


def test_what_a_newer_program_read_is_not_opened(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER, Plan(reading=str(int(READING) + 1)))
    with pytest.raises(ReadingNewer, match="start this program anew, or update it"):
        Index.open(tmp_path, ENCODER)
    build([LEAVE], tmp_path, ENCODER, Plan(reading=READING))
    assert Index.open(tmp_path, ENCODER).manifest.reading == READING


def test_documents_come_back_as_they_went_in(tmp_path: Path) -> None:
    odd = document("odd", 'NUL\0、表情😀、引号"“”和\\反斜杠', facts=Facts(title="单\u2028行", audience=("甲", "乙")))
    build([LEAVE, odd], tmp_path, ENCODER)
    assert load_documents(tmp_path) == {"leave.md": LEAVE, "odd.md": odd}


def test_the_manifest_tells_what_went_in(tmp_path: Path) -> None:
    made = build([LEAVE], tmp_path, ENCODER, Plan(facts={"leave.md": "row 3"}))
    assert made == current_manifest(tmp_path)
    assert (made.files["leave.md"].sha256, made.files["leave.md"].facts) == (LEAVE.sha256, "row 3")


def test_only_changed_texts_are_encoded_again(tmp_path: Path) -> None:
    build([LEAVE, MONEY], tmp_path, ENCODER)
    encoder, told = HashingEncoder(), []
    changed = document("leave", "事假由班主任批准。", "病假由校医批准。")
    build([changed, MONEY], tmp_path, encoder, progress=lambda done, total: told.append((done, total)))
    assert encoder.encoded == ["病假由校医批准。"]
    assert told == [(1, 1)]
    assert Index.open(tmp_path, ENCODER).search("病假由校医批准。")[0].cosine == pytest.approx(1)


def test_a_full_build_and_another_model_reuse_nothing(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    full, other = HashingEncoder(), HashingEncoder("other")
    build([LEAVE], tmp_path, full, Plan(full=True))
    build([LEAVE], tmp_path, other)
    assert len(full.encoded) == len(other.encoded) == 2


def test_a_text_that_stands_twice_is_encoded_once(tmp_path: Path) -> None:
    encoder = HashingEncoder()
    build([document("a", "同一句。", "同一句。")], tmp_path, encoder)
    assert encoder.encoded == ["同一句。"]


def test_a_second_build_at_the_same_time_fails_at_once(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    with (tmp_path / "index" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BuildRunning, match="another reindex"):
            build([MONEY], tmp_path, ENCODER)
    assert current(tmp_path) == "gen-000001"


def test_the_newest_three_generations_are_kept(tmp_path: Path) -> None:
    for _ in range(5):
        build([LEAVE], tmp_path, ENCODER)
    assert sorted(path.name for path in (tmp_path / "index").glob("gen-*")) == [
        "gen-000003", "gen-000004", "gen-000005",
    ]  # fmt: skip


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / "index" / "gen-000004.partial"
    left.mkdir(parents=True)
    build([LEAVE], tmp_path, ENCODER)
    assert not left.exists()


class Stopping(HashingEncoder):
    """Is stopped when it has encoded this many batches."""

    def __init__(self, batches: int) -> None:
        super().__init__()
        self.batches = batches

    def encode(self, texts, *, query=False):
        if len(self.encoded) >= self.batches * CHUNK:
            raise KeyboardInterrupt
        return super().encode(texts, query=query)


MANY = document("many", *[f"第{number}件事项由科室决定。" for number in range(5 * CHUNK)])


def test_a_build_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        build([MANY], tmp_path, Stopping(2))
    encoder = HashingEncoder()
    build([MANY], tmp_path, encoder)
    assert len(encoder.encoded) == 3 * CHUNK
    assert Index.open(tmp_path, ENCODER).search("第77件")[0].passage.id == "many#78"
    assert not list((tmp_path / "index").glob("encoded-*"))


@pytest.mark.parametrize("harm", ["cut", "changed"])
def test_a_damaged_checkpoint_costs_only_what_it_lost(tmp_path: Path, harm: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        build([MANY], tmp_path, Stopping(2))
    [file] = (tmp_path / "index").glob("encoded-*")
    if harm == "cut":
        os.truncate(file, file.stat().st_size - 7)
    else:
        file.write_bytes(b"????" + file.read_bytes()[4:])
    with pytest.raises(KeyboardInterrupt):
        build([MANY], tmp_path, Stopping(1))
    encoder = HashingEncoder()
    build([MANY], tmp_path, encoder)
    assert len(encoder.encoded) == 2 * CHUNK + 1


def test_a_full_build_takes_nothing_from_one_that_was_broken_off(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        build([MANY], tmp_path, Stopping(2))
    encoder = HashingEncoder()
    build([MANY], tmp_path, encoder, Plan(full=True))
    assert len(encoder.encoded) == 5 * CHUNK


def test_a_failed_build_switches_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    class Failing(HashingEncoder):
        def encode(self, texts, *, query=False):
            raise MemoryError

    build([LEAVE], tmp_path, ENCODER)
    with pytest.raises(MemoryError):
        build([MONEY], tmp_path, Failing())
    assert current(tmp_path) == "gen-000001"
    assert list((tmp_path / "index").glob("*.partial")) == []


def test_one_can_go_back_to_the_generation_before(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    build([MONEY], tmp_path, ENCODER)
    assert roll_back(tmp_path).generation == "gen-000001"
    assert build([MONEY], tmp_path, ENCODER).generation == "gen-000003"
    with pytest.raises(GenerationMissing):
        roll_back(tmp_path / "elsewhere")


def test_one_goes_back_past_a_generation_that_is_damaged_and_it_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        build([LEAVE], tmp_path, ENCODER)
    os.truncate(tmp_path / "index" / "gen-000002" / "vectors.faiss", 10)
    assert roll_back(tmp_path).generation == current(tmp_path) == "gen-000001"
    [said] = [record.getMessage() for record in caplog.records]
    assert "gen-000002/vectors.faiss is 10 bytes" in said
    assert "\n" not in said


def test_going_back_where_nothing_can_be_written_is_a_known_error(tmp_path: Path) -> None:
    for _ in range(2):
        build([LEAVE], tmp_path, ENCODER)
    code = (
        "import resource, signal, sys; from pathlib import Path; from scripts.reindex import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5,) * 2)\n"
        "sys.exit(main(['--rollback', '--data', sys.argv[1]]))\n"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert run.stderr.endswith("can't be written: File too large; nothing was switched\n")
    assert current(tmp_path) == "gen-000002"


def test_after_going_back_the_next_build_follows_what_answered_and_drops_what_was_left(tmp_path: Path) -> None:
    for _ in range(3):
        build([LEAVE], tmp_path, ENCODER)
    for due in ("gen-000002", "gen-000001"):
        assert roll_back(tmp_path).generation == due
    assert build([MONEY], tmp_path, ENCODER).generation == "gen-000004"
    assert finished(tmp_path) == ["gen-000004", "gen-000001"]
    assert roll_back(tmp_path).generation == "gen-000001"


def test_what_cannot_be_cleaned_up_is_named_and_the_new_generation_answers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(KEPT):
        build([LEAVE], tmp_path, ENCODER)
    odd = tmp_path / "index" / "gen-000001"
    shutil.rmtree(odd)
    odd.write_text("a file in the place of a folder")
    assert build([MONEY], tmp_path, ENCODER).generation == current(tmp_path) == "gen-000004"
    [said] = [record.getMessage() for record in caplog.records]
    assert "gen-000001 can't be cleaned up: Not a directory; remove it by hand" in said


def test_a_generation_in_use_is_not_cleaned_up_until_it_is_closed(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    old = Index.open(tmp_path, ENCODER)
    for _ in range(4):
        build([MONEY], tmp_path, ENCODER)
    assert (tmp_path / "index" / old.generation).exists()
    old.close()
    build([MONEY], tmp_path, ENCODER)
    assert not (tmp_path / "index" / old.generation).exists()


def test_an_open_index_goes_on_when_its_generation_is_gone(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    old = Index.open(tmp_path, ENCODER)
    build([MONEY], tmp_path, ENCODER)
    shutil.rmtree(tmp_path / "index" / old.generation)
    assert not old.fresh()
    assert old.search("事假谁批准")[0].passage.id == "leave#1"
    assert old.document("leave.md").text == LEAVE.text
    assert Index.open(tmp_path, ENCODER).fresh()


@pytest.mark.parametrize("name", ["000001/records.db", "vectors.faiss", "manifest.json", "words/meta.json"])
@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_a_damaged_generation_is_a_known_error(tmp_path: Path, name: str, harm: str) -> None:
    build([LEAVE], tmp_path, ENCODER)
    file = tmp_path / "index" / "gen-000001" / name
    if harm == "gone":
        file.unlink()
    else:
        os.truncate(file, file.stat().st_size // 2)
    with pytest.raises(GenerationDamaged, match="reindex"):
        Index.open(tmp_path, ENCODER)
    build([LEAVE], tmp_path, ENCODER)
    assert Index.open(tmp_path, ENCODER).search("病假")[0].passage.id == "leave#2"


def test_a_changed_vector_is_not_reused(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    file = tmp_path / "index" / "gen-000001" / "vectors.faiss"
    file.write_bytes(file.read_bytes()[:-4] + b"\0\0\0?")
    encoder = HashingEncoder()
    build([LEAVE], tmp_path, encoder)
    assert len(encoder.encoded) == 2


def test_questions_write_nothing(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    before = {path: path.stat().st_mtime_ns for path in sorted(tmp_path.rglob("*"))}
    opened = Index.open(tmp_path, ENCODER)
    opened.search("病假谁批准")
    opened.close()
    assert {path: path.stat().st_mtime_ns for path in sorted(tmp_path.rglob("*"))} == before


@pytest.mark.parametrize("documents", [[], [document("empty")], [document("one", "唯一的一条。")]])
def test_small_rulebooks_work(tmp_path: Path, documents: list) -> None:
    build(documents, tmp_path, ENCODER)
    build(documents, tmp_path, ENCODER)
    opened = Index.open(tmp_path, ENCODER)
    assert [hit.passage.id for hit in opened.search("唯一")] == ["one#1"] * opened.manifest.counts.passages


def test_odd_and_long_passages_work(tmp_path: Path) -> None:
    build([document("odd", "长" * 20_000, "\0", "😀🏫", "…", "word" * 5_000)], tmp_path, ENCODER)
    assert Index.open(tmp_path, ENCODER).search("长长长")[0].passage.text == "长" * 20_000


def test_a_full_disk_is_a_known_error(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; from index import NotBuilt, build\n"
        "from tests.fakes import HashingEncoder, document\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)\n"
        "try: build([document('a', *map(str, range(400)))], Path(sys.argv[1]), HashingEncoder())\n"
        "except NotBuilt as error: print(error)\n"
    )
    for limit in (1_000, 30_000, 90_000):
        run = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path), str(limit)], cwd=ROOT, capture_output=True, text=True
        )
        assert "nothing was switched" in run.stdout, (limit, run.stderr)
        assert len(run.stdout.splitlines()) == 1
    assert current(tmp_path) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_a_known_error_and_still_answers(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    places = [tmp_path / "index", *(path for path in (tmp_path / "index").rglob("*") if path.is_dir())]
    for place in places:
        place.chmod(0o500)
    try:
        with pytest.raises(NotBuilt, match="nothing was switched"):
            build([MONEY], tmp_path, ENCODER)
        assert Index.open(tmp_path, ENCODER).search("病假谁批准")[0].passage.id == "leave#2"
    finally:
        for place in places:
            place.chmod(0o700)


def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    chance = random.Random(2)
    build([LEAVE], tmp_path, ENCODER)
    for turn in range(8):
        command = [sys.executable, "-c", SLOW_BUILD, str(tmp_path), f"第{turn}次"]
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(chance.uniform(0, 1.2))
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        opened = Index.open(tmp_path, ENCODER)
        first = opened.search("事项由科室决定")[0].passage
        assert first.text in opened.document(first.document).text
        opened.close()
    build([MONEY], tmp_path, ENCODER)
    assert list((tmp_path / "index").glob("*.partial")) == []


def test_many_threads_may_ask_one_index_while_builds_switch(tmp_path: Path) -> None:
    build([LEAVE, MONEY], tmp_path, ENCODER)
    opened = Index.open(tmp_path, ENCODER)
    wrong: list[str] = []

    def ask() -> None:
        for _ in range(50):
            if opened.search("病假谁批准")[0].passage.id != "leave#2" or len(opened.rules(["money#1"])["money#1"]) != 1:
                wrong.append("another passage")

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(4):
        build([MONEY], tmp_path, ENCODER)
    for thread in threads:
        thread.join()
    assert wrong == []


def test_records_cannot_be_written_through_an_open_index(tmp_path: Path) -> None:
    build([LEAVE], tmp_path, ENCODER)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        Index.open(tmp_path, ENCODER).records.files[0].database.execute("delete from passages")
