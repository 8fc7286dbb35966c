"""What chats set, which chat is an office's, and what becomes of a question put to one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.answering.models import Answer, Status
from bot.people.chats import Chats, Preferences
from bot.people.offices import Letter, Offices
from bot.records import report
from bot.records.draft import drafted
from bot.records.log import Log
from bot.records.review import Reason, review


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with closing(Log.open(tmp_path)) as opened:
        yield opened


def asked(log: Log, person: str = "tg:1") -> int:
    answer = Answer(question="食堂几点开饭？", language="zh", status=Status.NOT_FOUND, text="没有找到。")
    return log.record(answer, channel="telegram", person=person)


def test_a_chat_keeps_what_it_sets_and_nothing_once_it_is_taken_back(log: Log, tmp_path: Path) -> None:
    chats = Chats(log.store)
    wanted = Preferences(language="en", as_of=date(2020, 5, 1))
    chats.prefer("tg:-5", wanted)
    assert (chats.preferences("tg:-5"), chats.preferences("tg:1")) == (wanted, Preferences())
    chats.prefer("tg:-5", Preferences())
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db:
        assert db.execute("select count(*) from chats").fetchone() == (0,)


def test_no_number_of_a_chat_or_person_can_be_read_from_the_file(log: Log, tmp_path: Path) -> None:
    offices = Offices(log.store)
    Chats(log.store).prefer("tg:-1001234567", Preferences(language="zh"))
    offices.bind("总务处", "tg:-1001234567")
    letter = Letter(asked=asked(log, "tg:7654321"), office="总务处", to_chat="tg:7654321:12")
    offices.write("tg:-1001234567", "5", "tg:7654321", letter)
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("guiju.db*"))
    assert offices.letter("tg:-1001234567", "5") == letter
    assert b"1234567" not in stored
    assert b"7654321" not in stored


def test_an_office_has_one_chat_by_its_name_in_any_spacing(log: Log) -> None:
    offices = Offices(log.store)
    offices.bind("Finance  Office", "tg:-1")
    offices.bind("finance office", "tg:-2")
    assert offices.chat("Finance Office") == "tg:-2"
    assert offices.release("tg:-1") == ()
    assert offices.release("tg:-2") == ("finance office",)
    assert offices.chat("Finance Office") == ""


def test_a_reply_goes_back_once_and_then_nobody_knows_where_it_went(log: Log) -> None:
    offices, number = Offices(log.store), asked(log)
    offices.write("tg:-1", "5", "tg:1", Letter(asked=number, office="总务处", to_chat="tg:1:12"))
    assert offices.written(number)
    offices.replied("tg:-1", "5", "十二点")
    assert offices.letter("tg:-1", "5") == Letter(asked=number, office="总务处", to_chat="")
    assert offices.letter("tg:-2", "5") is None


def test_whoever_is_forgotten_gets_no_reply_any_more(log: Log) -> None:
    offices = Offices(log.store)
    offices.write("tg:-1", "5", "tg:1", Letter(asked=asked(log), office="总务处", to_chat="tg:1:12"))
    offices.forget("tg:2")
    assert offices.letter("tg:-1", "5").to_chat == "tg:1:12"
    offices.forget("tg:1")
    assert offices.letter("tg:-1", "5").to_chat == ""


def test_an_offices_reply_becomes_the_answer_of_a_drafted_entry(log: Log) -> None:
    offices, number = Offices(log.store), asked(log)
    offices.write("tg:-1", "5", "tg:1", Letter(asked=number, office="总务处", to_chat="tg:1:12"))
    offices.replied("tg:-1", "5", "中午十二点，\n见*公告*。")
    found = review(log.questions())
    assert [group.reply for group in found.replied] == ["中午十二点，\n见*公告*。"]
    text = drafted(found.groups(), {}, "zh", date(2026, 11, 1))
    assert "## 食堂几点开饭？\n\n中午十二点，\n\n见\\*公告\\*。\n\n依据" in text
    assert "部门答复：中午十二点" in report.text(found, "zh")
    log.handled([number])
    assert review(log.questions()).replied == ()


def test_reasons_are_kept_counted_and_shown(log: Log) -> None:
    first, second = asked(log), asked(log, "tg:2")
    assert log.explain(first, "tg:1", Reason.OUTDATED)
    assert log.explain(second, "tg:2", Reason.OUTDATED)
    assert not log.explain(second, "tg:1", Reason.OTHER)
    assert not log.explain(2**70, "tg:1", Reason.OTHER)
    (group,) = review(log.questions()).disliked
    assert (group.disliked, group.reasons) == (2, {Reason.OUTDATED: 2})
    assert "不满意的原因：已经过时 2" in report.text(review(log.questions()), "zh")
    assert "wrong with it: outdated 2" in report.text(review(log.questions()), "en")


def test_an_earlier_answer_is_told_to_whoever_asked_alone(log: Log) -> None:
    number = asked(log)
    assert log.own(number, "tg:1").question == "食堂几点开饭？"
    assert (log.own(number, "tg:2"), log.own(number, ""), log.own(99, "tg:1")) == (None, None, None)
