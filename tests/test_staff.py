"""Who is let in: invitations that work once, end, and are taken back; and who is turned away."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.people.audience import STRANGER, Reader, Role
from bot.people.door import KNOCKS, Door
from bot.people.staff import Invitation, NobodyThere, Staff
from bot.records.store import Store
from bot.settings import Settings
from scripts import staff as command

ADMIN = Invitation(hint="信息中心", role=Role.ADMIN)
BOARD = Invitation(hint="李老师", groups=("董事会", " Board "))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path)) as opened:
        yield opened


@pytest.fixture
def staff(store: Store) -> Staff:
    return Staff(store)


def door(store: Store, **environ: str) -> Door:
    return Door(Settings.from_env({"GUIJU_DATA": "unused", **environ}), store)


def bytes_of(data: Path) -> bytes:
    """Everything the database has on the disk."""
    return b"".join(path.read_bytes() for path in data.glob("guiju.db*"))


def aged(data: Path, column: str, days: int) -> None:
    """Puts a moment of every invitation so many days back."""
    with closing(sqlite3.connect(data / "guiju.db")) as db, db:
        when = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
        db.execute(f"update staff set {column} = ?", (when,))


def test_a_link_lets_one_person_in_with_its_role_and_groups(staff: Staff) -> None:
    _, code = staff.invite(BOARD)
    assert staff.reader("tg:7") == STRANGER
    assert staff.join("tg:7", code, "7")
    assert staff.reader("tg:7") == Reader(groups=frozenset({"董事会", "board"}))
    assert not staff.join("tg:8", code, "8")
    assert staff.reader("tg:8") == STRANGER


def test_the_same_person_may_open_the_link_again(staff: Staff) -> None:
    _, code = staff.invite(BOARD)
    assert [staff.join("tg:7", code, "7") for _ in range(2)] == [True, True]


def test_neither_code_nor_person_can_be_read_from_the_file(staff: Staff, tmp_path: Path) -> None:
    _, code = staff.invite(BOARD)
    staff.join("tg:123456789", code, "123456789")
    assert code.encode() not in bytes_of(tmp_path)
    assert b"123456789" not in bytes_of(tmp_path)


def test_of_admins_alone_the_chat_is_kept_as_long_as_they_are_in(staff: Staff, tmp_path: Path) -> None:
    number, code = staff.invite(ADMIN)
    staff.join("tg:123456789", code, "123456789")
    assert staff.admins() == ("123456789",)
    staff.revoke([number])
    assert staff.admins() == ()
    assert b"123456789" not in bytes_of(tmp_path) or not rows(tmp_path, "select 1 from staff where chat is not null")


def rows(data: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "guiju.db")) as db:
        return db.execute(sql).fetchall()


def test_a_link_that_is_too_old_lets_nobody_in(staff: Staff, tmp_path: Path) -> None:
    _, code = staff.invite(BOARD, days=1)
    aged(tmp_path, "code_until", 1)
    assert not staff.join("tg:7", code, "7")
    assert [member.state(datetime.now(UTC)) for member in staff.members()] == ["expired"]


def test_access_ends_after_its_last_day(staff: Staff) -> None:
    number, code = staff.invite(BOARD.model_copy(update={"ends": date.today()}))
    staff.join("tg:7", code, "7")
    assert staff.reader("tg:7").role is Role.STAFF
    staff.end([number], date.today() - timedelta(days=1))
    assert staff.reader("tg:7") == STRANGER
    staff.end([number], None)
    assert staff.reader("tg:7").role is Role.STAFF


def test_what_is_taken_back_holds_no_more_used_or_not(staff: Staff) -> None:
    (one, code), (other, unused) = staff.invite(BOARD), staff.invite(ADMIN)
    staff.join("tg:7", code, "7")
    staff.revoke([one, other])
    assert staff.reader("tg:7") == STRANGER
    assert not staff.join("tg:7", code, "7")
    assert not staff.join("tg:9", unused, "9")
    with pytest.raises(NobodyThere, match="no invitation has the number 9"):
        staff.revoke([9])


def test_a_new_invitation_takes_the_place_of_the_one_before(staff: Staff) -> None:
    (_, first), (_, second) = staff.invite(ADMIN), staff.invite(BOARD)
    staff.join("tg:7", first, "7")
    staff.join("tg:7", second, "7")
    assert staff.reader("tg:7").role is Role.STAFF
    assert staff.admins() == ()
    assert not staff.join("tg:7", first, "7")


def test_the_door_is_open_only_where_the_settings_say_so_in_a_word(store: Store) -> None:
    assert door(store).admit("tg:7") == STRANGER
    assert door(store, GUIJU_STAFF="8, 7").admit("tg:7") == Reader(unsaid=True)
    assert door(store, GUIJU_STAFF="8,77").admit("tg:7") == STRANGER
    assert door(store, GUIJU_STAFF="Open").admit("tg:7") == STRANGER
    assert door(store, GUIJU_STAFF="open").admit("tg:7") == Reader(unsaid=True)


def test_an_invitation_counts_for_more_than_the_settings(store: Store, staff: Staff) -> None:
    _, code = staff.invite(ADMIN)
    staff.join("tg:7", code, "7")
    assert door(store, GUIJU_STAFF="open").admit("tg:7").role is Role.ADMIN


def test_a_stranger_is_told_a_few_times_an_hour_and_each_on_their_own(store: Store, tmp_path: Path) -> None:
    at = door(store)
    assert [at.knock("tg:7") for _ in range(KNOCKS + 2)] == [True] * KNOCKS + [False] * 2
    assert at.knock("tg:8")
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db, db:
        db.execute("update knocks set at = ?", ((datetime.now(UTC) - timedelta(hours=2)).isoformat(),))
    assert at.knock("tg:7")


def test_after_some_wrong_codes_not_even_the_right_one_is_tried(store: Store, staff: Staff) -> None:
    at = door(store)
    _, code = staff.invite(BOARD)
    assert [at.join("tg:7", f"wrong{n}", "7") for n in range(KNOCKS)] == [False] * KNOCKS
    assert at.join("tg:7", code, "7") is None
    assert at.join("tg:8", code, "8") is True


def test_the_link_is_printed_once_the_bot_is_known(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invite = ["invite", "--data", str(tmp_path), "--name-hint", "李老师", "--group", "董事会"]
    assert command.main(invite) == 0
    said = capsys.readouterr().out
    assert "\n/start p_" in said
    assert "t.me/NAME" in said
    door(store).note("bot", "rules_bot")
    assert command.main(invite) == 0
    link = capsys.readouterr().out.splitlines()[-1]
    assert link.startswith("https://t.me/rules_bot?start=p_")
    assert Staff(store).join("tg:7", link.partition("p_")[2], "7")
    command.main(["list", "--data", str(tmp_path)])
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in listed] == ["invited", "active"]
    assert all("李老师" in line and "董事会" in line for line in listed)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["invite", "--days", "0"], "a link works from 1 to 365 days"),
        (["invite", "--until", "2020-01-01"], "is over"),
        (["revoke", "4"], "no invitation has the number 4"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([*arguments, "--data", str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert fault in error
    assert error.count("\n") == 1


def test_a_folder_that_is_none_gets_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["list", "--data", str(tmp_path / "none")]) == 1
    assert "is no folder" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
