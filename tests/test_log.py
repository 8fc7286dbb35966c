"""What the question log promises."""

import hashlib
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.answering.models import Answer, Citation, Status
from bot.people import key
from bot.records import schema
from bot.records.log import Log
from bot.records.review import review
from bot.records.store import LogUnwritable

QUOTE = "事假三天以内的，由部门负责人批准。"


def answer(question: str = "请三天假找谁批？", status: Status = Status.ANSWERED) -> Answer:
    cited = Citation(
        n=1, document="leave.md", title="请假办法", clause="第二条（三）", link="leave#2.3", sha256="ab" * 32,
        effective=date(2024, 9, 1), repealed=None, quote=QUOTE, start=10, end=10 + len(QUOTE),
    )  # fmt: skip
    return Answer(
        question=question, language="zh", status=status, text="由部门负责人批准 [1]",
        citations=(cited,) if status is not Status.NOT_FOUND else (), as_of=date(2026, 11, 1),
        generation="gen-000001", took_ms=12.5,
    )  # fmt: skip


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with closing(Log.open(tmp_path)) as opened:
        yield opened


def rows(data: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "guiju.db")) as db:
        return db.execute(sql).fetchall()


HEAD = """
import sys
from pathlib import Path
from bot.records.log import Log
from bot.records.store import LogUnwritable
from test_log import answer
"""


def run(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a script of its own process on the log."""
    path = os.pathsep.join([os.getcwd(), str(Path(__file__).parent)])
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + textwrap.dedent(code), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_the_whole_answer_is_kept(log: Log) -> None:
    asked = log.record(answer(), channel="telegram", person="tg:7")
    assert log.answer(asked) == answer()
    assert log.answer(asked + 1) is None


def test_a_citation_keeps_its_place_its_file_and_its_words(log: Log, tmp_path: Path) -> None:
    asked = log.record(answer(), channel="telegram", person="tg:7")
    columns = "asked, n, document, clause, link, sha256, start, end, quote, quote_sha256"
    assert rows(tmp_path, f"select {columns} from citations") == [
        (asked, 1, "leave.md", "第二条（三）", "leave#2.3", "ab" * 32, 10, 10 + len(QUOTE), QUOTE,
         hashlib.sha256(QUOTE.encode()).hexdigest())
    ]  # fmt: skip


def test_what_the_answer_came_from_is_kept(log: Log, tmp_path: Path) -> None:
    log.record(answer("请问，请三天假找谁批呢？"), channel="terminal", person="")
    columns = "question, normal, language, status, text, generation, as_of, took_ms, channel, person"
    assert rows(tmp_path, f"select {columns} from asked") == [
        ("请问，请三天假找谁批呢？", "请三天假找谁批", "zh", "answered", "由部门负责人批准 [1]", "gen-000001",
         "2026-11-01", 12.5, "terminal", "")
    ]  # fmt: skip
    (at,) = rows(tmp_path, "select at from asked")[0]
    assert abs(datetime.fromisoformat(str(at)) - datetime.now(UTC)) < timedelta(minutes=1)


def test_only_the_asker_rates_and_the_last_press_counts(log: Log) -> None:
    asked = log.record(answer(), channel="telegram", person="tg:7")
    assert not log.rate(asked, "tg:8", False)
    assert log.questions()[0].liked is None
    assert log.rate(asked, "tg:7", False)
    assert [group.id for group in review(log.questions()).disliked] == [asked]
    assert log.rate(asked, "tg:7", True)
    assert log.rate(asked, "tg:7", True)
    assert log.questions()[0].liked is True
    assert review(log.questions()).disliked == ()


@pytest.mark.parametrize("number", [0, -1, 2**63, 10**30])
def test_an_invented_number_is_nobodys_answer(log: Log, number: int) -> None:
    assert not log.rate(number, "tg:7", True)
    assert log.answer(number) is None
    assert log.handled([number]) == 0


def test_a_person_is_known_by_a_keyed_hash_only(log: Log, tmp_path: Path) -> None:
    log.record(answer(), channel="telegram", person="tg:123456789")
    (kept,) = rows(tmp_path, "select person from asked")[0]
    assert kept == key.hashed("tg:123456789", (tmp_path / "key").read_bytes())
    assert kept != hashlib.sha256(b"tg:123456789").hexdigest()
    assert kept != key.hashed("tg:123456789", bytes(32))
    for file in tmp_path.iterdir():
        assert b"123456789" not in file.read_bytes()


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(key.load, [tmp_path / "key"] * 64))
    assert keys == {(tmp_path / "key").read_bytes()}
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["key"]


def test_a_key_of_the_wrong_length_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"short")
    with pytest.raises(key.KeyUnusable, match="holds 5 bytes, a key has 32") as caught:
        Log.open(tmp_path)
    assert "\n" not in str(caught.value)


def test_what_was_handled_comes_back_when_asked_anew(log: Log) -> None:
    first = log.record(answer("食堂几点开饭？", Status.NOT_FOUND), channel="telegram", person="tg:7")
    assert [group.id for group in review(log.questions()).unanswered] == [first]
    assert log.handled([first, 99], "in the FAQ") == 1
    assert review(log.questions()).unanswered == ()
    second = log.record(answer("食堂几点开饭", Status.NOT_FOUND), channel="telegram", person="tg:8")
    assert [group.ids for group in review(log.questions()).unanswered] == [(first, second)]


def test_questions_asked_before_a_moment_can_be_left_out(log: Log) -> None:
    log.record(answer(), channel="terminal", person="")
    assert len(log.questions(datetime.now(UTC) - timedelta(hours=1))) == 1
    assert log.questions(datetime.now(UTC) + timedelta(hours=1)) == ()


def test_what_was_recorded_survives_a_kill(tmp_path: Path) -> None:
    code = """
        log = Log.open(Path(sys.argv[1]))
        while True:
            print(log.record(answer(), channel="telegram", person="tg:7"), flush=True)
    """
    for _ in range(3):
        writer = run(code, tmp_path)
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
        told += [int(line) for line in writer.communicate()[0].splitlines()]
        with closing(Log.open(tmp_path)) as log:
            kept = {row.id: row for row in log.questions()}
            assert set(told) <= kept.keys()
            assert all(row.cited[0].link == "leave#2.3" for row in kept.values())


def test_processes_that_begin_and_record_at_once_lose_nothing(tmp_path: Path) -> None:
    code = """
        log = Log.open(Path(sys.argv[1]))
        for _ in range(25):
            asked = log.record(answer(), channel="telegram", person=sys.argv[2])
            assert log.rate(asked, sys.argv[2], True)
        log.close()
    """
    writers = [run(code, tmp_path / "data", f"tg:{n}") for n in range(4)]
    assert [writer.communicate() and writer.returncode for writer in writers] == [0, 0, 0, 0]
    counted = "select count(*), count(liked), count(distinct person) from asked"
    assert rows(tmp_path / "data", counted) == [(100, 100, 4)]
    assert rows(tmp_path / "data", "select count(*) from citations") == [(100,)]


def test_threads_share_one_log(log: Log) -> None:
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda _: log.record(answer(), channel="telegram", person="tg:7"), range(80)))
    assert sorted(numbers) == list(range(1, 81))
    assert all(len(row.cited) == 1 for row in log.questions())


@pytest.mark.parametrize("step", [later.__name__ for later in schema.STEPS[2:]])
def test_a_log_of_an_older_version_keeps_its_rows(tmp_path: Path, step: str) -> None:
    with closing(Log.open(tmp_path / "new")) as log:
        log.record(answer(), channel="telegram", person="tg:7")
    new = dict(zip(("id", "at", "channel", "person", "question", "normal", "language", "status", "text",
                    "generation", "as_of", "took_ms", "answer"),
                   rows(tmp_path / "new", "select * from asked")[0], strict=False))  # fmt: skip
    (tmp_path / "key").write_bytes((tmp_path / "new" / "key").read_bytes())
    old = Database(tmp_path / "guiju.db")
    schema.migrations.apply(old, stop_before=step)
    old.table("asked").insert(new)
    old.close()
    with closing(Log.open(tmp_path)) as log:
        assert log.answer(1) == answer()
        assert log.rate(1, "tg:7", False)
        assert log.handled([1], "seen") == 1


def test_a_log_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    Log.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db:
        db.execute("insert into _sqlite_migrations values (99, 'log', 'm099_later', '2030-01-01')")
        db.commit()
    with pytest.raises(LogUnwritable, match="newer Guiju, with m099_later"):
        Log.open(tmp_path)


def test_an_answer_of_another_version_is_none(log: Log, tmp_path: Path) -> None:
    asked = log.record(answer(), channel="terminal", person="")
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db:
        db.execute("""update asked set answer = '{"question": "?", "shape": "another"}'""")
        db.commit()
    assert log.answer(asked) is None


def test_a_locked_log_says_so_and_works_again_afterwards(tmp_path: Path) -> None:
    with (
        closing(Log.open(tmp_path, wait=0.1)) as log,
        closing(sqlite3.connect(tmp_path / "guiju.db")) as other,
    ):
        other.execute("begin immediate")
        with pytest.raises(LogUnwritable, match="database is locked: another program holds it") as caught:
            log.record(answer(), channel="telegram", person="tg:7")
        assert "\n" not in str(caught.value)
        assert log.questions() == ()
        other.rollback()
        assert log.record(answer(), channel="telegram", person="tg:7") == 1


def test_a_full_disk_says_so_and_leaves_no_half_record(tmp_path: Path) -> None:
    code = """
        import resource
        log = Log.open(Path(sys.argv[1]))
        log.record(answer(), channel="telegram", person="tg:7")
        size = Path(sys.argv[1], "guiju.db-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 9000, resource.RLIM_INFINITY))
        for _ in range(50):
            try:
                log.record(answer(), channel="telegram", person="tg:7")
            except LogUnwritable as error:
                print(error)
                break
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        log.record(answer("后来"), channel="telegram", person="tg:7")
    """
    writer = run(code, tmp_path)
    said = writer.communicate()[0]
    assert writer.returncode == 0
    assert "disk" in said
    assert said.count("\n") == 1
    with closing(Log.open(tmp_path)) as log:
        assert log.questions()[-1].question == "后来"
        assert all(len(row.cited) == 1 for row in log.questions())


@pytest.mark.parametrize("there", ["folder", "garbage"])
def test_a_log_that_is_none_is_one_clear_error(tmp_path: Path, there: str) -> None:
    if there == "folder":
        (tmp_path / "guiju.db").mkdir()
    else:
        (tmp_path / "guiju.db").write_bytes(b"not a database " * 100)
    with pytest.raises(LogUnwritable, match=r"guiju\.db cannot be used, .*: ") as caught:
        Log.open(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can become somebody else")
def test_a_log_that_may_not_be_written_is_one_clear_error() -> None:
    code = """
        import os
        opened = Log.open(Path(sys.argv[1]))
        opened.close()
        os.setuid(65534)
        os.umask(0)
        try:
            Log.open(Path(sys.argv[1])).record(answer(), channel="telegram", person="tg:7")
        except LogUnwritable as error:
            print(error)
    """
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with closing(Log.open(Path(folder))):
            pass
        (Path(folder) / "key").chmod(0o644)
        said = run(code, folder).communicate()[0]
    assert "let this user write the file and its folder" in said
    assert said.count("\n") == 1
