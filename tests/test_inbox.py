"""The inbox on a real disk, whose turn it is, and how fast one may write."""

import asyncio
import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.delivery.limits import MINUTE, Limits, Pace, Places
from bot.inbox import Inbox, InboxUnusable, Letter, insist
from bot.inbox.lines import Lines, Waiting
from bot.inbox.marks import MOST_LINES, Marks

ROOT = Path(__file__).parent.parent
# Puts letters until it is killed, and says of each when it is on disk.
PUTTING = """
import asyncio, sys
from pathlib import Path
from bot.inbox import Inbox, Letter

async def main():
    inbox = Inbox.open(Path(sys.argv[1]))
    for n in range(100000):
        await inbox.put([Letter(event=n, chat="1", body="{}")])
        print(n, flush=True)

asyncio.run(main())
"""

# A disk that is full, for one process: the files that it writes may grow no longer.
FULL = """
import asyncio, json, resource, sqlite3, sys
from pathlib import Path
from bot.inbox import Inbox, InboxUnusable, Letter, insist

folder = Path(sys.argv[1])

def room(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def there():
    rows = sqlite3.connect(f"file:{folder / 'inbox.db'}?mode=ro", uri=True).execute("select event from letters")
    return [event for (event,) in rows]

async def main():
    inbox, kept, refused = Inbox.open(folder), [], []
    room((folder / "inbox.db-wal").stat().st_size + 30_000)
    for event in range(50):
        letter = Letter(event=event, chat="1", body="x" * 900)
        try:
            await inbox.put([letter])
            kept.append(event)
        except InboxUnusable:
            refused.append(letter)
    print(json.dumps([kept, [one.event for one in refused], there()]))
    waiting = asyncio.create_task(insist(lambda: inbox.put([Letter(event=50, chat="1", body="")])))
    room(resource.RLIM_INFINITY)
    await waiting
    await inbox.put(refused)
    inbox.close()

asyncio.run(main())
"""
FULL_MARKS = """
import resource, sys
from pathlib import Path
from bot.inbox.marks import Marks

marks = Marks(Path(sys.argv[1], "inbox.sent"), {1})
for number in range(10):
    if number == 3:
        resource.setrlimit(resource.RLIMIT_FSIZE, (110, resource.RLIM_INFINITY))
    marks.add(1, f"answer {number}", {"message_id": number})
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
marks.add(1, "answer 10", {"message_id": 10})
marks.close()
"""


def letter(event: int, chat: str = "1", body: str = "{}") -> Letter:
    return Letter(event=event, chat=chat, body=body)


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    inbox = Inbox.open(tmp_path)
    yield inbox
    inbox.close()


async def test_an_event_is_kept_once(inbox: Inbox) -> None:
    assert [one.chat for one in await inbox.put([letter(7), letter(8, "2"), letter(7)])] == ["1", "2"]
    assert await inbox.put([letter(8, "2")]) == ()
    assert [one.number for one in await inbox.waiting()] == [1, 2]


async def test_a_done_event_is_still_known_and_its_words_are_gone(inbox: Inbox, tmp_path: Path) -> None:
    (new,) = await inbox.put([letter(7, body="请假三天由谁批")])
    inbox.sent(new.number, "answer 1", {"message_id": 3})
    await inbox.finish(new.number)
    await inbox.tidy()
    assert await inbox.put([letter(7)]) == ()
    assert await inbox.waiting() == ()
    for path in tmp_path.iterdir():
        assert "请假三天由谁批".encode() not in path.read_bytes()


async def test_a_done_event_is_forgotten_after_two_days(inbox: Inbox) -> None:
    first, second = await inbox.put([letter(7), letter(8)])
    await inbox.finish(first.number)
    assert await inbox.tidy() == 0
    assert await inbox.tidy(kept=timedelta(seconds=-1)) == 1
    assert await inbox.waiting() == (second,)


async def test_tries_and_what_was_sent_outlive_the_process(tmp_path: Path) -> None:
    inbox = Inbox.open(tmp_path)
    (new,) = await inbox.put([letter(7)])
    await inbox.begin(new.number)
    inbox.sent(new.number, "answer 1", {"message_id": 3})
    inbox.close()
    inbox = Inbox.open(tmp_path)
    assert await inbox.waiting() == (new.model_copy(update={"tries": 1}),)
    begun = await inbox.begin(new.number)
    assert (begun.tries, begun.sent) == (2, {"answer 1": {"message_id": 3}})
    await inbox.unbegin(new.number)
    assert (await inbox.read(new.number)).tries == 1
    inbox.close()


def test_what_put_returned_is_on_disk_when_the_process_is_killed(tmp_path: Path) -> None:
    putting = subprocess.Popen([sys.executable, "-c", PUTTING, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE)
    said = [int(putting.stdout.readline()) for _ in range(20)]
    putting.kill()
    said += [int(line) for line in putting.stdout.read().split()]
    putting.stdout.close()
    putting.wait()
    with closing(sqlite3.connect(tmp_path / "inbox.db")) as db:
        kept = {event for (event,) in db.execute("select event from letters")}
    assert set(said) <= kept


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    Inbox.open(tmp_path).close()
    assert stat.S_IMODE(os.stat(tmp_path / "inbox.db").st_mode) == 0o600


def test_two_cannot_have_it_open(tmp_path: Path) -> None:
    inbox = Inbox.open(tmp_path)
    with pytest.raises(InboxUnusable, match="another bot is at work"):
        Inbox.open(tmp_path)
    inbox.close()
    Inbox.open(tmp_path).close()


@pytest.mark.parametrize("content", [b"no database at all" * 99, b"SQLite format 3\0" + b"x" * 4096])
def test_a_file_that_is_no_inbox_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "inbox.db").write_bytes(content)
    with pytest.raises(InboxUnusable, match=r"inbox\.db cannot be opened"):
        Inbox.open(tmp_path)


def test_one_made_by_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    Inbox.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "inbox.db")) as db, db:
        db.execute("update _sqlite_migrations set name = 'm999_later'")
    with pytest.raises(InboxUnusable, match="newer Guiju, with m999_later"):
        Inbox.open(tmp_path)


async def test_a_disk_that_takes_nothing_is_waited_for(inbox: Inbox, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "inbox.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(InboxUnusable, match="locked"):
            await inbox.put([letter(7)])
        waiting = asyncio.create_task(insist(lambda: inbox.put([letter(7)])))
        other.execute("rollback")
        assert len(await waiting) == 1


async def test_what_is_begun_as_it_comes_has_a_try_counted_once(inbox: Inbox) -> None:
    first, second = await inbox.put([letter(7), letter(8, "2")], begun={7})
    assert [(one.event, one.tries) for one in (first, second)] == [(7, 1), (8, 0)]
    assert await inbox.put([letter(7)], begun={7}) == ()
    assert (await inbox.read(first.number)).tries == 1


def test_a_full_disk_takes_nothing_that_is_said_to_be_kept_and_is_told_of_once(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    kept, refused, there = json.loads(done.stdout)
    assert refused
    assert there == kept
    with closing(sqlite3.connect(tmp_path / "inbox.db")) as db:
        assert db.execute("select count(*), count(distinct event) from letters").fetchone() == (51, 51)
    assert done.stderr.count("cannot be used") == done.stderr.count("can be used again") == 1


def test_a_mark_that_a_full_disk_did_not_take_is_written_when_there_is_room(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL_MARKS, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("cannot be written") == 1
    again = Marks(tmp_path / "inbox.sent", {1})
    assert again.of(1) == {f"answer {n}": {"message_id": n} for n in range(11)}
    again.close()


async def test_a_step_that_was_asked_for_is_taken_though_nobody_waits_any_more(inbox: Inbox) -> None:
    (new,) = await inbox.put([letter(7)])
    task = asyncio.create_task(inbox.begin(new.number))
    await asyncio.sleep(0)
    task.cancel()
    assert (await inbox.read(new.number)).tries == 1


async def test_a_number_never_comes_again_so_that_no_mark_is_taken_for_anothers(inbox: Inbox) -> None:
    (new,) = await inbox.put([letter(7)])
    await inbox.finish(new.number)
    await inbox.tidy(kept=timedelta(seconds=-1))
    (other,) = await inbox.put([letter(8)])
    assert other.number > new.number


def test_marks_of_done_letters_are_swept_out_and_a_line_cut_off_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sent"
    marks = Marks(path, set())
    marks.add(1, "answer 1", {"message_id": 1})
    for number in range(2, 3 * MOST_LINES):
        marks.add(number, "answer 1", {"message_id": number})
        marks.drop(number)
    marks.close()
    assert path.read_bytes().count(b"\n") <= MOST_LINES + 4
    path.write_bytes(path.read_bytes() + b'[1, "answer 2", {"mess')
    again = Marks(path, {1})
    assert again.of(1) == {"answer 1": {"message_id": 1}}
    again.close()


def waiting(*chats: str, tries: int = 0) -> list[Waiting]:
    return [Waiting(number=n, event=n, chat=chat, tries=tries) for n, chat in enumerate(chats)]


def test_a_chat_is_taken_in_order_and_chats_beside_each_other() -> None:
    lines = Lines(waiting("a", "a", "b"))
    first, other = lines.take(0), lines.take(0)
    assert first
    assert other
    assert (first.number, other.number, lines.take(0)) == (0, 2, None)
    lines.done(first)
    assert lines.take(0) == waiting("a", "a")[1]
    assert len(lines) == 2


def test_a_letter_that_has_to_wait_keeps_its_chat_waiting_and_no_other() -> None:
    lines = Lines(waiting("a", "a", "b"))
    first = lines.take(0)
    assert first
    lines.again(first, moment=5)
    other = lines.take(1)
    assert other
    assert (other.chat, lines.take(4.9), lines.next_moment()) == ("b", None, 5)
    assert lines.take(5) == first


def test_of_those_that_were_under_way_when_a_process_died_one_is_taken_at_a_time() -> None:
    lines = Lines(waiting("a", "b", "c", tries=1))
    lines.add(Waiting(number=9, event=9, chat="d", tries=0))
    suspect, fresh = lines.take(0), lines.take(0)
    assert suspect
    assert fresh
    assert (suspect.number, fresh.number, lines.take(0)) == (0, 9, None)
    lines.done(suspect)
    after = lines.take(0)
    assert after
    assert after.number == 1


def test_one_that_two_processes_died_over_waits_until_this_one_has_lived_for_a_while_and_others_do_not() -> None:
    twice = Waiting(number=5, event=5, chat="e", tries=2)
    lines = Lines([twice, *waiting("a", tries=1)], start=100, proven=10)
    lines.add(Waiting(number=9, event=9, chat="e", tries=0))
    once = lines.take(100)
    assert once
    assert (once.chat, lines.take(109), lines.next_moment()) == ("a", None, 110)
    lines.done(once)
    assert lines.take(110) == twice
    assert [letter.number for letter in lines] == [5, 9]


def test_one_that_three_died_over_is_given_up_without_a_wait() -> None:
    thrice = Waiting(number=5, event=5, chat="e", tries=3)
    assert Lines([thrice], start=100, proven=10).take(100) == thrice


def test_a_chat_may_be_written_to_once_a_second_and_a_group_twenty_times_a_minute() -> None:
    limits = Limits(Pace())
    for n in range(20):
        limits._note("-1", float(n), group=True)
    assert limits.free_at("-1", 19.0, 0) == 20.0
    assert limits.free_at("-1", 25.0, 20) == MINUTE
    assert limits.free_at("-1", 25.0, 19) == 1 + MINUTE
    assert limits.free_at("-2", 25.0, 20) == 25.0


async def test_a_place_is_free_again_a_second_after_it_was_left_and_a_notice_goes_first() -> None:
    places = Places(2)
    await places.take(first=False)
    await places.take(first=False)
    order: list[str] = []

    async def come(name: str, *, first: bool) -> None:
        await places.take(first=first)
        order.append(name)

    waiting = [asyncio.create_task(come(name, first=name == "notice")) for name in ("one", "gone", "two", "notice")]
    await asyncio.sleep(0)
    waiting.pop(1).cancel()
    left = time.monotonic()
    for _ in range(3):
        places.leave()
    await asyncio.gather(*waiting)
    assert time.monotonic() - left >= 0.99
    assert order == ["notice", "one", "two"]


async def test_a_chat_that_the_messenger_stops_stops_no_other_and_several_stop_all() -> None:
    limits = Limits(Pace(overall=1000, between=0))
    limits.pause("1", 60)
    assert limits.paused("1")
    assert not limits.paused("2")
    async with limits.turn("2", group=False):
        pass
    limits.pause("2", 60)
    assert limits.paused("3")


async def test_what_a_turn_waits_for_is_the_end_of_the_one_before() -> None:
    limits = Limits(Pace(between=0.05))
    ends = []
    for _ in range(3):
        async with limits.turn("1", group=False):
            begun = time.monotonic()
            assert not ends or begun - ends[-1] >= 0.05
        ends.append(time.monotonic())


def test_chats_that_have_been_quiet_are_forgotten() -> None:
    limits = Limits(Pace())
    for n in range(5000):
        limits._note(str(n), n / 10, group=n % 2 == 0)
    assert (len(limits._last), len(limits._minute)) == (101, 301)
    assert limits.last_at("4899") == 489.9
    assert limits.free_at("4998", 499.9, 1) == 499.8 + MINUTE
    assert limits.free_at("0", 499.9, 1) == 499.9
