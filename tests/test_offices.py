"""What chats set, which chat is an office's, and what becomes of a question put to one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.answering.models import Answer, Status
from bot.people.chats import Chats, Preferences
from bot.people.offices import Asker, Letter, Offices, Reply
from bot.records import report
from bot.records.draft import drafted
from bot.records.log import Log
from bot.records.retention import purge
from bot.records.review import Reason, review


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with closing(Log.open(tmp_path)) as opened:
        yield opened


def asked(log: Log, person: str = "tg:1") -> int:
    answer = Answer(question="食堂几点开饭？", language="zh", status=Status.NOT_FOUND, text="没有找到。")
    return log.record(answer, channel="telegram", person=person)


def written(log: Log, person: str = "tg:1", chat: str = "tg:-1") -> Letter:
    """A person's question put to an office as message 5 of its chat."""
    asker = Asker(asked=asked(log, person), to_chat=f"{person}:12")
    letter = Letter(chat=chat, number="5", office="总务处", askers=(asker,))
    Offices(log.store).write(letter, "食堂几点开饭", person)
    return letter


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
    letter = written(log, "tg:7654321", chat="tg:-1001234567")
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("guiju.db*"))
    assert offices.letter("tg:-1001234567", "5") == letter
    assert b"1234567" not in stored
    assert b"7654321" not in stored


def test_an_office_has_one_chat_by_its_name_in_any_spacing(log: Log) -> None:
    offices = Offices(log.store)
    offices.bind("Finance  Office", "tg:-1")
    offices.bind("finance office", "tg:-2")
    assert offices.chat("Finance Office") == ("tg:-2", "")
    assert offices.release("tg:-1") == ()
    assert offices.release("tg:-2") == ("finance office",)
    assert offices.chat("Finance Office") == ("", "")


def test_an_office_may_be_one_topic_of_its_chat(log: Log) -> None:
    offices = Offices(log.store)
    offices.bind("总务处", "tg:-1", "12")
    assert offices.chat("总务处") == ("tg:-1", "12")
    assert offices.release("tg:-1") == ("总务处",)


def test_replies_are_kept_each_as_it_last_read_and_nobody_knows_after_a_week_where_they_went(log: Log) -> None:
    offices = Offices(log.store)
    letter = written(log)
    assert offices.waits(letter.askers[0].asked) is True
    assert offices.letter("tg:-2", "5") is None
    for number, text in (("6", "十二点"), ("7", "周末不开"), ("6", "十一点半")):
        offices.replied(offices.letter("tg:-1", "5"), Reply(number=number, by="li", text=text))
    kept = offices.letter("tg:-1", "5")
    assert [(one.number, one.text) for one in kept.replies] == [("6", "十一点半"), ("7", "周末不开")]
    assert [one.reply for one in log.questions()] == ["十一点半\n周末不开"]
    purge(log.store, None, now=datetime.now(UTC) + timedelta(days=6))
    assert offices.letter("tg:-1", "5").askers == letter.askers
    purge(log.store, None, now=datetime.now(UTC) + timedelta(days=8))
    assert [one.to_chat for one in offices.letter("tg:-1", "5").askers] == [""]


def test_who_asks_the_same_before_the_reply_waits_for_the_same_letter(log: Log) -> None:
    offices = Offices(log.store)
    letter = written(log)
    assert offices.pending("tg:-1", "总务处", "食堂几点开饭", "2020") == letter
    assert offices.pending("tg:-1", "总务处", "别的", "2020") is None
    assert offices.join(letter, Asker(asked=asked(log, "tg:2"), to_chat="tg:2:9"), "tg:2")
    both = offices.letter("tg:-1", "5")
    assert [one.to_chat for one in both.askers] == ["tg:1:12", "tg:2:9"]
    assert offices.pending("tg:-1", "总务处", "食堂几点开饭", "2999") is None
    offices.replied(both, Reply(number="6", by="li", text="十二点"))
    assert offices.pending("tg:-1", "总务处", "食堂几点开饭", "2020") is None
    assert [one.reply for one in log.questions()] == ["十二点", "十二点"]


def test_who_comes_to_wait_just_after_the_reply_is_told_so_and_waits_in_vain_for_nothing(log: Log) -> None:
    offices = Offices(log.store)
    letter = written(log)
    offices.replied(letter, Reply(number="6", by="li", text="十二点"))
    assert not offices.join(letter, Asker(asked=asked(log, "tg:2"), to_chat="tg:2:9"), "tg:2")
    assert offices.letter("tg:-1", "5").askers == letter.askers


def test_a_letter_stays_as_long_as_one_of_those_who_asked_it(log: Log) -> None:
    offices = Offices(log.store)
    letter = written(log)
    later = asked(log, "tg:2")
    offices.join(letter, Asker(asked=later, to_chat="tg:2:9"), "tg:2")
    with log.store.writing() as db:
        db.execute("update asked set at = '2020-01-01' where id = ?", (letter.askers[0].asked,))
    purge(log.store, 30)
    assert [one.asked for one in offices.letter("tg:-1", "5").askers] == [later]
    purge(log.store, 30, now=datetime.now(UTC) + timedelta(days=31))
    assert offices.letter("tg:-1", "5") is None


def test_whoever_is_forgotten_gets_no_reply_any_more(log: Log) -> None:
    offices = Offices(log.store)
    letter = written(log)
    offices.replied(letter, Reply(number="6", by=offices.hashed("tg:3"), text="十二点"))
    offices.forget("tg:2")
    assert offices.letter("tg:-1", "5").askers == letter.askers
    offices.forget("tg:1")
    assert [one.to_chat for one in offices.letter("tg:-1", "5").askers] == [""]
    offices.forget("tg:3")
    assert [one.by for one in offices.letter("tg:-1", "5").replies] == [""]


def test_letters_of_an_earlier_guiju_keep_who_waits_for_them(tmp_path: Path) -> None:
    with closing(Log.open(tmp_path)) as log:
        number, sealed = asked(log), log.store.sealed("tg:1:12")
        person, chat = log.store.hashed("tg:1"), log.store.hashed("chat:tg:-1")
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db, db:
        db.execute("drop table askers")
        db.execute("alter table letters drop column normal")
        db.execute("alter table letters drop column replies")
        db.execute("alter table letters drop column told")
        db.execute("drop table words")
        db.execute("drop index idx_letters_was")
        db.execute("alter table letters drop column was")
        db.execute("delete from _sqlite_migrations where name in ('m015_askers', 'm016_moved', 'm018_words')")
        row = (chat, 5, number, "总务处", person, sealed, "2026-01-01", None, None)
        db.execute("insert into letters values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    with closing(Log.open(tmp_path)) as log:
        assert Offices(log.store).letter("tg:-1", "5").askers == (Asker(asked=number, to_chat="tg:1:12"),)


def test_a_chat_of_another_name_keeps_what_it_set_and_the_offices_it_is_of(log: Log) -> None:
    chats, offices = Chats(log.store), Offices(log.store)
    chats.prefer("tg:-1", Preferences(language="en"))
    offices.bind("总务处", "tg:-1")
    offices.bind("财务室", "tg:-1", "12")
    offices.bind("教务处", "tg:-3")
    chats.move("tg:-1", "tg:-2")
    offices.move("tg:-1", "tg:-2")
    assert chats.preferences("tg:-2") == Preferences(language="en")
    assert offices.chat("总务处") == ("tg:-2", "")
    assert offices.chat("财务室") == ("tg:-2", "12")
    assert offices.chat("教务处") == ("tg:-3", "")
    assert set(offices.release("tg:-2")) == {"总务处", "财务室"}


def test_a_question_put_again_is_the_same_by_its_old_place_and_by_its_new_one(log: Log) -> None:
    offices = Offices(log.store)
    letter = written(log)
    assert offices.waiting("tg:-1", "2020") == (letter,)
    assert offices.waiting("tg:-1", "2999") == ()
    offices.put_again(letter, "tg:-2", "3")
    offices.join(letter, Asker(asked=asked(log, "tg:2"), to_chat="tg:2:9"), "tg:2")
    old, new = offices.letter("tg:-1", "5"), offices.letter("tg:-2", "3")
    assert [one.to_chat for one in new.askers] == [one.to_chat for one in old.askers] == ["tg:1:12", "tg:2:9"]
    assert offices.pending("tg:-2", "总务处", "食堂几点开饭", "2020") == new
    assert (offices.waiting("tg:-1", "2020"), offices.letter("tg:-2", "5")) == ((), None)
    offices.replied(old, Reply(number="6", by="li", text="十二点"))
    assert offices.pending("tg:-2", "总务处", "食堂几点开饭", "2020") is None
    assert [one.text for one in offices.letter("tg:-2", "3").replies] == ["十二点"]
    assert [one.reply for one in log.questions()] == ["十二点", "十二点"]


def passed(log: Log, person: str = "tg:1") -> Letter:
    """A question of a person's that an office has replied to, as message 20 of the person's chat."""
    offices, letter = Offices(log.store), written(log, person)
    offices.bind("总务处", "tg:-1")
    offices.replied(letter, Reply(number="6", by="li", text="十二点"))
    offices.passed(letter, letter.askers[0].asked, (person, "20"), "6")
    return letter


def test_an_offices_word_is_known_by_the_message_it_was_passed_on_as_and_reads_as_it_does_now(log: Log) -> None:
    offices, letter = Offices(log.store), passed(log)
    word = offices.words.at("tg:1", "20")
    assert (word.asked, word.office, word.number, word.text) == (letter.askers[0].asked, "总务处", "6", "十二点")
    assert word.person == offices.hashed("tg:1")
    assert (offices.words.at("tg:1", "12"), offices.words.at("tg:2", "20")) == (None, None)
    offices.replied(offices.letter("tg:-1", "5"), Reply(number="6", by="li", text="十一点半"))
    assert offices.words.at("tg:1", "20").text == "十一点半"
    offices.bind("总务处", "tg:-2")
    assert offices.words.at("tg:1", "20").number == ""


def test_what_is_asked_further_has_the_number_it_got_last_and_is_no_word_of_an_offices(log: Log) -> None:
    offices = Offices(log.store)
    offices.words.take("tg:1", "21", 7, "tg:1")
    offices.words.take("tg:1", "21", 8, "tg:1")
    assert (offices.words.taken("tg:1", "21"), offices.words.taken("tg:1", "20"), offices.words.at("tg:1", "21")) == (
        8,
        None,
        None,
    )


def test_whoever_is_forgotten_leaves_no_word_of_an_offices_behind(log: Log, tmp_path: Path) -> None:
    offices, letter = Offices(log.store), passed(log)
    offices.words.take("tg:1", "21", letter.askers[0].asked, "tg:1")
    passed_to_another = offices.words.at("tg:1", "20")
    offices.forget("tg:2")
    assert offices.words.at("tg:1", "20") == passed_to_another
    offices.forget("tg:1")
    offices.passed(letter, letter.askers[0].asked, ("tg:1", "22"), "6")
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db:
        assert db.execute("select * from words").fetchall() == []


def test_an_offices_word_goes_with_the_question_it_is_about(log: Log, tmp_path: Path) -> None:
    letter = passed(log)
    Offices(log.store).words.take("tg:1", "21", letter.askers[0].asked, "tg:1")
    purge(log.store, None, now=datetime.now(UTC) + timedelta(days=900))
    purge(log.store, 30, now=datetime.now(UTC) + timedelta(days=29))
    assert Offices(log.store).words.at("tg:1", "20") is not None
    purge(log.store, 30, now=datetime.now(UTC) + timedelta(days=31))
    with closing(sqlite3.connect(tmp_path / "guiju.db")) as db:
        assert db.execute("select count(*) from words").fetchone() == (0,)


def test_no_chat_and_no_person_can_be_read_from_a_word_that_was_passed_on(log: Log, tmp_path: Path) -> None:
    passed(log, "tg:7654321")
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("guiju.db*"))
    assert b"7654321" not in stored


def test_what_goes_on_with_a_question_is_drafted_as_a_question_of_its_own(log: Log) -> None:
    offices, letter = Offices(log.store), passed(log)
    ask = [
        Answer(question=f"{day}，食堂几点开饭？", language="zh", status=Status.NOT_FOUND, text="")
        for day in ("周六", "周日")
    ]
    for number, answer in enumerate(ask, 30):
        asker = Asker(asked=log.record(answer, channel="telegram", person="tg:1"), to_chat=f"tg:1:{number}")
        more = Letter(chat="tg:-1", number=str(number), office="总务处", askers=(asker,), told="接着问")
        offices.write(more, answer.question, "tg:1")
        assert offices.letter("tg:-1", str(number)) == more
        offices.replied(more, Reply(number=f"1{number}", by="li", text=f"{number}点"))
    assert [group.question for group in review(log.questions()).unanswered] == ["食堂几点开饭？"]
    found = review(log.questions()).replied
    assert {group.question: group.reply for group in found} == {
        "食堂几点开饭？": "十二点",
        "周六，食堂几点开饭？": "30点",
        "周日，食堂几点开饭？": "31点",
    }
    assert "## 周日，食堂几点开饭？\n\n31点" in drafted(found, {}, "zh", date(2026, 11, 1))
    assert letter.told == ""


def test_an_offices_reply_becomes_the_answer_of_a_drafted_entry(log: Log) -> None:
    letter = written(log)
    Offices(log.store).replied(letter, Reply(number="6", by="li", text="中午十二点，\n见*公告*。"))
    found = review(log.questions())
    assert [group.reply for group in found.replied] == ["中午十二点，\n见*公告*。"]
    text = drafted(found.groups(), {}, "zh", date(2026, 11, 1))
    assert "## 食堂几点开饭？\n\n中午十二点，\n\n见\\*公告\\*。\n\n依据" in text
    assert "部门答复：中午十二点" in report.text(found, "zh")
    log.handled([letter.askers[0].asked])
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


def test_whoever_likes_an_answer_after_all_finds_nothing_wrong_with_it(log: Log) -> None:
    first, second = asked(log), asked(log, "tg:2")
    log.explain(first, "tg:1", Reason.OUTDATED)
    log.explain(second, "tg:2", Reason.OUTDATED)
    log.rate(first, "tg:1", liked=True)
    log.rate(second, "tg:2", liked=False)
    (group,) = review(log.questions()).disliked
    assert (group.liked, group.disliked, group.reasons) == (1, 1, {Reason.OUTDATED: 1})


def test_an_earlier_answer_is_told_to_whoever_asked_alone(log: Log) -> None:
    number = asked(log)
    assert log.own(number, "tg:1").question == "食堂几点开饭？"
    assert (log.own(number, "tg:2"), log.own(number, ""), log.own(99, "tg:1")) == (None, None, None)
