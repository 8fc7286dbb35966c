"""What goes wrong between the bot and Telegram, and what staff and admins see of it."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from killing import counted, sent
from telegram_world import PATIENCE, ROOT, TOKEN, Telegram, buttons

from bot.channels.telegram import check
from bot.conversation.messages import PHRASES
from bot.settings import Settings
from corpus.known import KnownError

ZH = PHRASES["zh"]
QUESTION = "请假三天由谁批？"
HEADER, SECRET = "X-Telegram-Bot-Api-Secret-Token", "right"


def command(folder: Path) -> list[str]:
    return [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(folder)]


@pytest.fixture(scope="module", params=["polling", "webhook"])
def telegram(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    """One running bot; each test here uses chats of its own."""
    folder = tmp_path_factory.mktemp("bot")
    world = Telegram(command(folder), {"GUIJU_WEBHOOK_SECRET": SECRET}, folder, request.param, forked=True)
    world.start()
    yield world
    world.close()


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Telegram]:
    """A polling bot of the test's own, not started, for which two seconds without Telegram are too long."""
    world = Telegram(command(tmp_path), {"TUNING": '{"silent_seconds": 2, "poll_seconds": 1}'}, tmp_path, forked=True)
    yield world
    world.close()


def texts(calls: list[dict[str, Any]]) -> list[str]:
    return [call["fields"]["text"] for call in sent(calls)]


@pytest.mark.parametrize(
    ("status", "more"),
    [(429, {"retry_after": 1}), (502, {}), (500, {}), (0, {})],
    ids=["429", "502", "500", "broken"],
)
def test_a_message_that_telegram_did_not_take_is_sent_again(telegram: Telegram, status: int, more: Any) -> None:
    telegram.fail("sendMessage", status, **more)
    talk = telegram.say(QUESTION)
    assert talk.read()["text"].startswith("请假三天以内")
    assert len(texts(talk.calls())) == 1


def test_who_has_blocked_the_bot_is_let_be(telegram: Telegram) -> None:
    telegram.fail("sendMessage", 403, description="Forbidden: bot was blocked by the user")
    talk = telegram.say(QUESTION, user=40)
    telegram.say("/help", user=40).wait("sendMessage")
    assert texts(talk.calls()) == [ZH.help]
    assert "needs no answer: Forbidden: bot was blocked by the user" in telegram.log.read_text()


def test_what_telegram_refuses_for_good_is_given_up_at_once_and_said(telegram: Telegram) -> None:
    telegram.fail("sendMessage", 400, description="Bad Request: something new")
    talk = telegram.say(QUESTION, user=50)
    assert talk.read()["text"] == ZH.failed
    assert "failed: BadRequest: Something new" in telegram.log.read_text()
    assert "given up after 1 of 3 tries" in telegram.log.read_text()


def test_a_question_that_fails_is_tried_three_times_and_its_sender_told_once(telegram: Telegram) -> None:
    before = telegram.log.read_text().count("failed: RuntimeError")
    talk = telegram.say("这个问题会失败", user=51)
    telegram.say("/help", user=51)
    assert [talk.read(count=n)["text"] for n in (1, 2)] == [ZH.failed, ZH.help]
    assert telegram.log.read_text().count("failed: RuntimeError") == before + 3


def test_a_message_that_can_no_longer_be_edited_harms_nothing(telegram: Telegram) -> None:
    answer = telegram.say(QUESTION, user=60).read()
    telegram.fail("editMessageReplyMarkup", 400, description="Bad Request: message can't be edited")
    talk = telegram.press(answer, buttons(answer)["👍"], user=60)
    assert talk.wait("answerCallbackQuery")[0]["fields"]["text"] == ZH.thanks
    telegram.say("/help", user=60).wait("sendMessage")
    assert texts(talk.calls()) == [ZH.help]


def test_a_button_of_an_old_generation_says_that_its_place_is_gone(telegram: Telegram) -> None:
    answer = telegram.say(QUESTION, user=61).read()
    assert telegram.press(answer, "v1:see:0123456789", user=61).read()["text"] == ZH.gone


def test_a_step_that_can_no_longer_be_edited_is_sent_anew(telegram: Telegram) -> None:
    answer = telegram.say(QUESTION, user=62).read()
    step = telegram.press(answer, next(d for d in buttons(answer).values() if d.startswith("v1:see:")), user=62).read()
    telegram.fail("editMessageText", 400, description="Bad Request: message can't be edited")
    after = telegram.press(step, buttons(step)[ZH.next], user=62).read()
    assert "分管副校长：批准" in after["text"]


def test_an_update_that_comes_twice_is_answered_once(telegram: Telegram) -> None:
    since = len(telegram.told()["calls"])
    if telegram.mode == "polling":
        # what was received and not yet confirmed comes again
        telegram.fail("getUpdates", 0, done=True)
        telegram.say(QUESTION, user=70)
    else:
        update = {"update_id": 10**6, "message": telegram.message(70, "zh", text=QUESTION)}
        for _ in range(2):
            given = httpx.post(f"http://{telegram.listen}/hook", json=update, headers={HEADER: SECRET}, trust_env=False)
            assert given.status_code == 200
    telegram.until(lambda told: sent(told["calls"][since:]))
    telegram.say("/help", user=70)
    telegram.until(lambda told: texts(told["calls"][since:])[-1] == ZH.help)
    assert len(texts(telegram.told(since)["calls"])) == 2


def test_no_text_and_no_chat_stays_in_the_inbox_when_all_is_answered(telegram: Telegram) -> None:
    telegram.say(QUESTION, user=80).wait("sendMessage")
    telegram.say("/help", user=80).wait("sendMessage")
    with closing(sqlite3.connect(telegram.log.parent / "inbox.db")) as inbox:
        telegram.until(lambda _: not inbox.execute("select 1 from letters where done_at is null").fetchall())
        kept = inbox.execute("select body, chat from letters").fetchall()
    assert set(kept) == {("", "")}


def test_a_group_is_overheard_in_nothing(telegram: Telegram) -> None:
    before = known(telegram)
    telegram.say("下周的会改到三楼", user=90, chat={"id": -9, "type": "supergroup", "title": "校办"})
    telegram.say("/help", user=90).wait("sendMessage")
    assert known(telegram) == before + 1


def known(telegram: Telegram) -> int:
    with closing(sqlite3.connect(telegram.log.parent / "inbox.db")) as inbox:
        return int(inbox.execute("select count(*) from letters").fetchone()[0])


@contextmanager
def held(telegram: Telegram) -> Iterator[None]:
    """Nobody else can write to the inbox meanwhile."""
    with closing(sqlite3.connect(telegram.log.parent / "inbox.db", isolation_level=None)) as inbox:
        inbox.execute("begin immediate")
        yield
        inbox.execute("rollback")


def test_what_cannot_be_kept_is_not_acknowledged(telegram: Telegram) -> None:
    said = "cannot be used: database is locked"
    with held(telegram):
        sender = threading.Thread(target=telegram.say, args=(QUESTION,), kwargs={"user": 95})
        since = len(telegram.told()["calls"])
        sender.start()
        telegram.until(lambda _: said in telegram.log.read_text())
        assert telegram.told()["undelivered"] == 1
    sender.join()
    telegram.until(lambda told: sent(told["calls"][since:]))
    telegram.until(lambda told: told["undelivered"] == 0)
    assert len(sent(telegram.told(since)["calls"])) == 1


def disk_of(telegram: Telegram) -> Path:
    """Where the folder that the bot sees as its own is seen from here."""
    return Path(f"/proc/{telegram.bot.pid}/root{telegram.log.parent}")


@contextmanager
def full(telegram: Telegram) -> Iterator[None]:
    """The bot's disk, which is a small one of its own, is full meanwhile."""
    ballast = disk_of(telegram) / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    yield
    ballast.unlink()


def own_disk(folder: Path) -> list[str]:
    """What runs a command with a disk of one megabyte in place of a folder."""
    return ["unshare", "-Urm", "sh", "-c", 'mount -t tmpfs -o size=1m none "$0" && exec "$@"', str(folder)]


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_message_that_telegram_does_not_take_in_time_is_sent_again_and_nobody_waits_along(
    tmp_path: Path, mode: str
) -> None:
    world = Telegram(command(tmp_path), {"TUNING": '{"read_seconds": 3}'}, tmp_path, mode, forked=True)
    try:
        world.start()
        world.fail("sendMessage", 0, hangs=600)
        late = world.say(QUESTION, user=1)
        world.until(lambda told: not told["faults"]["sendMessage"])
        assert world.say("/help", user=2).read()["text"] == ZH.help
        world.until(lambda told: 1 in counted(told["calls"]))
        assert texts(late.calls())[1].startswith("<b>请假三天以内")
    finally:
        world.close()


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_full_disk_acknowledges_nothing_and_goes_on_when_there_is_room(tmp_path: Path, mode: str) -> None:
    if not shutil.which("unshare") or subprocess.run([*own_disk(tmp_path), "true"], capture_output=True).returncode:
        pytest.skip("this user may not mount a disk")
    world = Telegram([*own_disk(tmp_path), *command(tmp_path)], {"QUIET": "1"}, tmp_path, mode)
    try:
        world.start()
        world.say("/help", user=1).wait("sendMessage")
        world.until(lambda _: (disk_of(world) / "inbox.sent").read_bytes())  # what is sent is noted after it is
        with full(world):
            for user in (2, 3, 4):
                world.say("/help", user=user)
            world.until(lambda _: "cannot be used: database or disk is full" in world.log.read_text())
            assert world.told()["undelivered"] == 3
        world.until(lambda told: len(sent(told["calls"])) == 4)
        world.until(lambda told: told["undelivered"] == 0)
        assert world.stop() == 0
        assert counted(world.told()["calls"]) == {1: 1, 2: 1, 3: 1, 4: 1}
    finally:
        world.close()
    log = world.log.read_text()
    assert log.count("cannot be used") == log.count("can be used again") == 1
    assert len(log.splitlines()) == 2


def test_a_limit_of_one_chat_stalls_no_other(telegram: Telegram) -> None:
    telegram.fail("sendMessage", 429, retry_after=30)
    telegram.say(QUESTION, user=31)
    telegram.until(lambda told: not told["faults"]["sendMessage"])
    assert telegram.say("/help", user=32).read()["text"] == ZH.help
    assert 31 not in {int(c["fields"]["chat_id"]) for c in sent(telegram.told()["calls"])}
    telegram.kill()  # the last that this bot has to do; to stop it would take as long as an answer may


def test_health_tells_of_the_bot_and_of_nobody(tmp_path: Path) -> None:
    world = Telegram(command(tmp_path), {}, tmp_path, forked=True)
    world.environ["GUIJU_LISTEN"] = world.listen
    try:
        world.start()
        world.until(lambda _: world.health().status_code == 200)
        told = world.health().json()
    finally:
        world.close()
    assert (told["mode"], told["well"], told["waiting"], told["generation"]) == ("polling", True, 0, "canned")
    assert set(told) == {"mode", "well", "trouble", "telegram_seconds", "waiting", "oldest_seconds", "generation"}


def test_the_webhook_lets_nobody_in_without_the_secret(tmp_path: Path) -> None:
    world = Telegram(command(tmp_path), {"GUIJU_WEBHOOK_SECRET": SECRET}, tmp_path, "webhook", forked=True)
    try:
        world.start()
        update = {"update_id": 999, "message": world.message(1, "zh", text="/help")}
        with httpx.Client(base_url=f"http://{world.listen}", trust_env=False) as http:
            for given in ([], [(HEADER, "wrong")], [(HEADER, "righ")], [(HEADER.encode(), b"\xe9")]):
                assert http.post("/hook", json=update, headers=given).status_code == 403
            for body in (b"{", b"[]", b'{"update_id": 1180591620717411303424}', b"\xff"):
                assert http.post("/hook", content=body, headers={HEADER: SECRET}).status_code == 400
            assert http.get("/hook").status_code == 405
            assert http.post("/hook", json=update, headers={HEADER: SECRET}).status_code == 200
            assert http.get("/health").json()["mode"] == "webhook"
        world.until(lambda told: len(sent(told["calls"])) == 1)
    finally:
        world.close()


def test_a_secret_that_is_made_is_kept(tmp_path: Path) -> None:
    world = Telegram(command(tmp_path), {}, tmp_path, "webhook", forked=True)
    try:
        for _ in range(2):
            world.start()
            world.stop()
        secrets = {c["fields"]["secret_token"] for c in world.told()["calls"] if c["method"] == "setWebhook"}
    finally:
        world.close()
    assert secrets == {(tmp_path / "webhook-key").read_bytes().hex()}


def test_a_webhook_that_telegram_refuses_is_said_in_one_line(tmp_path: Path) -> None:
    world = Telegram(command(tmp_path), {}, tmp_path, "webhook", forked=True)
    try:
        world.fail("setWebhook", 400, description="Bad Request: bad webhook: wrong port")
        said = world.refused()
    finally:
        world.close()
    assert "Unreachable: Telegram did not let the bot start: Bad webhook: wrong port" in said


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"GUIJU_TELEGRAM_WEBHOOK": "https://bot.example.org/x"}, "GUIJU_LISTEN is not"),
        ({"GUIJU_TELEGRAM_WEBHOOK": "http://bot.example.org/x", "GUIJU_LISTEN": "127.0.0.1:0"}, "https:// alone"),
        ({"GUIJU_LISTEN": "8080"}, "write it as host:port"),
        ({"GUIJU_LISTEN": "127.0.0.1:99999"}, "write it as host:port"),
        ({"GUIJU_WEBHOOK_SECRET": "not this one!"}, "letters, digits"),
    ],
)
def test_settings_that_cannot_work_are_refused_before_telegram_is_called(given: dict[str, str], says: str) -> None:
    with pytest.raises(KnownError, match=says):
        check(Settings.from_env({"GUIJU_TELEGRAM_TOKEN": TOKEN, **given}))


def test_a_port_that_is_taken_is_said_in_one_line(alone: Telegram) -> None:
    alone.environ["GUIJU_LISTEN"] = alone.base.removeprefix("http://")
    assert "NotListening: cannot listen at 127.0.0.1:" in alone.refused()


def test_a_second_poller_is_told_of_in_one_line(alone: Telegram) -> None:
    alone.environ["TUNING"] = '{"poll_seconds": 1, "conflict_seconds": 0.2}'
    alone.start()
    alone.fail("getUpdates", 409, times=2, description="Conflict: terminated by other getUpdates request")
    alone.until(lambda told: not told["faults"]["getUpdates"])
    assert alone.say("/help").read()["text"] == ZH.help
    log = alone.log.read_text()
    assert log.count("another program polls with this token") == 1
    assert log.count("Telegram is back") == 1
    assert "Traceback" not in log


def test_a_bot_that_telegram_no_longer_answers_ends_so_that_it_is_started_anew(alone: Telegram) -> None:
    alone.start()
    alone.fail("getUpdates", 502, times=1000)
    assert alone.bot.wait(60) == 1
    log = alone.log.read_text()
    assert "Silent: Telegram has not answered for" in log
    assert log.count("polling fails") == 1


def test_a_bot_with_a_webhook_ends_as_well_when_telegram_no_longer_answers(tmp_path: Path) -> None:
    world = Telegram(command(tmp_path), {"TUNING": '{"silent_seconds": 2}'}, tmp_path, "webhook", forked=True)
    try:
        world.fail("getWebhookInfo", 502, times=1000)
        world.launch()
        assert world.bot.wait(PATIENCE) == 1
    finally:
        world.close()
    assert "Silent: Telegram has not answered for" in world.log.read_text()


def test_a_webhook_that_another_program_has_changed_is_set_again_and_said_in_one_line(tmp_path: Path) -> None:
    world = Telegram(command(tmp_path), {"TUNING": '{"silent_seconds": 20}'}, tmp_path, "webhook", forked=True)
    try:
        world.start()
        world.http.post(f"/bot{TOKEN}/setWebhook", json={"url": "http://127.0.0.1:9/other"}).raise_for_status()
        world.until(lambda told: told["hook"] == f"http://{world.listen}/hook")
        assert world.say("/help").read()["text"] == ZH.help
    finally:
        world.close()
    assert world.log.read_text().count("another program has changed the webhook") == 1


def test_two_bots_do_not_share_an_inbox(alone: Telegram) -> None:
    alone.start()
    said = alone.refused()
    assert "InboxUnusable: another bot is at work on" in said
    assert TOKEN.split(":")[1] not in said


def test_who_has_to_wait_hears_that_the_answer_will_come_and_nobody_waits_along(tmp_path: Path) -> None:
    few = '{"pace": {"overall": 1000, "between": 0, "group": 3}}'
    world = Telegram(command(tmp_path), {"TUNING": few}, tmp_path, forked=True)
    group = {"chat": {"id": -5, "type": "supergroup", "title": "校办"}}
    bot = {"id": 7, "is_bot": True, "first_name": "Guiju"}
    mine = {"message_id": 3, "date": 1, "from": bot, **group}
    try:
        world.start()
        since = len(world.told()["calls"])
        for _ in range(3):
            world.say(QUESTION, reply_to_message=mine, **group)
        world.until(lambda told: ZH.moment in texts(told["calls"][since:]))
        assert len(texts(world.told(since)["calls"])) == 3
        assert world.say("/help", user=2).read()["text"] == ZH.help
        # the third answer is left to the next minute, and to the next start
        assert world.stop() == 0
        assert world.say("/help", user=3)
    finally:
        world.close()
