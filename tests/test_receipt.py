"""What stays of an answer for an audit, what a person can have forgotten, and what is thrown away in time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from test_log import QUOTE, answer, rows

from bot.answering.models import Status
from bot.people.offices import Asker, Letter, Offices, Reply
from bot.people.staff import Invitation, Staff
from bot.records.log import Log
from bot.records.receipt import NoReceipt, receipt
from bot.records.retention import purge
from bot.settings import Settings, WrongSetting
from scripts import receipt as command

BEFORE, AFTER = "第一条 总则。\n　　", "\n第三条 附则。\n"
TEXT = f"{BEFORE}{QUOTE}{AFTER}"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with closing(Log.open(tmp_path)) as opened:
        yield opened


def asked(log: Log, person: str = "tg:7", text: str = TEXT) -> int:
    """The number of an answer that is cut from a text."""
    return log.record(answer(), channel="telegram", person=person, texts={"leave.md": text})


def age(data: Path, days: int) -> None:
    """Puts every question so many days back."""
    with closing(sqlite3.connect(data / "guiju.db")) as db, db:
        db.execute("update asked set at = ?", ((datetime.now(UTC) - timedelta(days=days)).isoformat(),))


def test_a_receipt_has_the_words_and_the_text_they_were_cut_from(log: Log) -> None:
    found = receipt(log.store, asked(log))
    (cut,) = found.citations
    assert (found.question, found.generation, cut.quote) == ("请三天假找谁批？", "gen-000001", QUOTE)
    assert (cut.sha256, cut.text, cut.holds) == ("ab" * 32, TEXT, True)
    assert "tg:7" not in found.model_dump_json()
    assert log.store.hashed("tg:7") not in found.model_dump_json()


def test_a_receipt_tells_when_the_words_are_not_what_they_were(log: Log, tmp_path: Path) -> None:
    number = asked(log)
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db, db:
        db.execute("update texts set text = replace(text, '三天', '三年')")
    assert not receipt(log.store, number).citations[0].holds


def test_a_text_is_kept_once_for_each_wording(log: Log, tmp_path: Path) -> None:
    for text in (TEXT, TEXT, f"{TEXT}第四条 新。\n"):
        asked(log, text=text)
    assert len(rows(tmp_path, "select 1 from texts")) == 2


def test_an_answer_that_cites_nothing_keeps_no_text(log: Log, tmp_path: Path) -> None:
    number = log.record(answer(status=Status.NOT_FOUND), channel="telegram", person="tg:7", texts={})
    assert receipt(log.store, number).citations == ()
    assert rows(tmp_path, "select 1 from texts") == []


def test_what_is_forgotten_is_nobodys_and_stays_rated(log: Log, tmp_path: Path) -> None:
    mine, other = asked(log), asked(log, "tg:8")
    log.rate(mine, "tg:7", True)
    assert log.forget("tg:7") == 1
    assert rows(tmp_path, "select person, liked from asked order by id") == [("", 1), (log.store.hashed("tg:8"), None)]
    assert not log.rate(mine, "tg:7", False)
    assert not log.rate(mine, "", False)
    assert receipt(log.store, mine).liked is True
    assert log.rate(other, "tg:8", False)


def test_after_the_days_that_are_set_question_answer_and_text_are_gone(log: Log, tmp_path: Path) -> None:
    old = asked(log, text="旧的原文里也有这一句")
    age(tmp_path, 31)
    new = asked(log)
    done = purge(log.store, 30)
    assert (done.questions, done.texts) == (1, 1)
    with pytest.raises(NoReceipt):
        receipt(log.store, old)
    assert receipt(log.store, new).citations[0].text == TEXT
    log.store.close()
    assert "旧的原文里".encode() not in (tmp_path / "guiju.db").read_bytes()


def test_what_was_put_to_an_office_goes_with_its_question(log: Log, tmp_path: Path) -> None:
    askers = (Asker(asked=asked(log), to_chat="tg:7:1"),)
    letter = Letter(chat="tg:-5", number="3", office="校办", askers=askers)
    Offices(log.store).write(letter, "谁管", "tg:7")
    Offices(log.store).replied(letter, Reply(number="4", by="", text="请找校办"))
    age(tmp_path, 31)
    purge(log.store, 30)
    assert rows(tmp_path, "select reply from letters") == []


def test_without_days_nothing_that_was_asked_is_thrown_away(log: Log, tmp_path: Path) -> None:
    number = asked(log)
    age(tmp_path, 4000)
    assert purge(log.store, None).questions == 0
    assert receipt(log.store, number).question


def test_a_dry_run_deletes_nothing(log: Log, tmp_path: Path) -> None:
    number = asked(log)
    age(tmp_path, 31)
    assert purge(log.store, 30, dry_run=True).questions == 1
    assert receipt(log.store, number).citations[0].text == TEXT


def test_invitations_that_are_over_go_with_the_questions_of_their_time(log: Log) -> None:
    staff = Staff(log.store)
    (gone, _), (kept, code) = staff.invite(Invitation(hint="a")), staff.invite(Invitation(hint="b"))
    staff.join("tg:7", code, "7")
    later = datetime.now(UTC) + timedelta(days=50)
    assert purge(log.store, 30, now=later).invitations == 1
    assert [member.id for member in staff.members()] == [kept] != [gone]


@pytest.mark.parametrize("days", ["0", "-1", "ten", "1.5"])
def test_days_that_are_none_are_refused_with_what_to_write(days: str) -> None:
    with pytest.raises(WrongSetting, match="write a number of days from 1 on"):
        Settings.from_env({"GUIJU_RETENTION_DAYS": days})


def test_the_command_prints_the_receipt_and_the_text(
    log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = asked(log)
    assert command.main([str(number), "--data", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert f"总则。 　　【{QUOTE}】 第三条" in said
    assert "characters 10 to" in said
    assert command.main([str(number), "--text", "1", "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out == TEXT + "\n"
    assert command.main(["99", "--data", str(tmp_path)]) == 1
    assert "no answer has the number 99" in capsys.readouterr().err
    age(tmp_path, 31)
    assert command.main(["--purge", "30", "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 question, 1 text, 0 invitations deleted\n"
