"""Who gets in, what each may see, what is forgotten and what admins are told: the real bot through the emulator."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import closed_rulebook
import pytest
from closed_rulebook import SECRETS
from telegram_world import BOT_NAME, ROOT, TOKEN, Talk, Telegram, buttons

from bot.conversation.messages import PHRASES
from bot.conversation.notices import NOTICES
from bot.news import SERVING
from bot.people.door import KNOCKS
from index.generation.rows import short
from scripts import staff

ZH, EN = PHRASES["zh"], PHRASES["en"]
SAYS = NOTICES["zh"]
GROUP = {"chat": {"id": -5, "type": "supergroup", "title": "校办"}}
BONUS = "校长年度绩效奖金由谁决定？"
# people by their numbers, long enough to be told from anything else in a file
STRANGER, STAFF, BOARD, ADMIN, CURATOR = 700700701, 700700702, 700700703, 700700704, 700700705


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def reindex(data: Path) -> "subprocess.CompletedProcess[str]":
    return run("scripts.reindex", "--documents", str(data / "documents"), "--data", str(data), "--json")


@pytest.fixture(scope="module")
def closed_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("closed") / "data"
    closed_rulebook.write(data / "documents")
    done = reindex(data)
    assert done.returncode == 0, done.stderr
    return data


class House:
    """A bot over the closed rulebook, its data folder, and who was invited."""

    def __init__(self, data: Path, folder: Path, mode: str = "polling", **environ: str) -> None:
        self.data = shutil.copytree(data, folder / "data")
        settings = {"GUIJU_CACHE": os.environ.get("GUIJU_CACHE", ".cache"), **environ}
        self.telegram = Telegram(
            [sys.executable, str(ROOT / "tests" / "quick_bot.py"), "serve", "--data", str(self.data)],
            settings,
            folder,
            mode,
            forked=True,
        )

    def invite(self, *arguments: str) -> str:
        """What a deep link sends to the bot."""
        with redirect_stdout(StringIO()) as said:
            assert staff.main(["invite", *arguments, "--data", str(self.data)]) == 0
        start = f"https://t.me/{BOT_NAME}?start="
        lines = said.getvalue().splitlines()
        return "/start " + next(line for line in lines if line.startswith(start)).removeprefix(start)

    def let_in(self, user: int, *arguments: str) -> dict[str, Any]:
        """The greeting of a person who has opened an invitation."""
        return self.telegram.say(self.invite(*arguments), user=user).read(count=2)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.data / "guiju.db")) as db:
            return db.execute(sql, values).fetchall()

    def told(self, user: int, words: str) -> None:
        """Waits until a person has been sent a message with these words."""
        self.telegram.until(lambda told: sent(told, user, words))


def sent(told: dict[str, Any], user: int, words: str) -> list[str]:
    """The messages to a person that hold some words."""
    fields = [c["fields"] for c in told["calls"] if c["method"] == "sendMessage"]
    return [f["text"] for f in fields if str(f["chat_id"]) == str(user) and words in f["text"]]


def menu(house: House, chat: int, code: str | None = "zh") -> list[str]:
    """The commands that a chat has in its menu, in one language, besides everybody's."""
    more: list[str] = []
    for call in house.telegram.told()["calls"]:
        fields = call["fields"]
        here = json.loads(fields.get("scope", "{}")) == {"type": "chat", "chat_id": chat}
        if here and call["result"] and fields.get("language_code") == code:
            listed = [one["command"] for one in json.loads(fields.get("commands", "[]"))]
            known = [name for name, _ in ZH.commands]
            assert listed[: len(known)] in ([], known)
            more = listed[len(known) :]
    return more


def has_menu(house: House, chat: int, *more: str) -> None:
    """Waits until a chat's menu has these commands besides everybody's, in both languages."""
    house.telegram.until(lambda _: menu(house, chat) == menu(house, chat, None) == list(more))


@pytest.fixture(scope="module", params=["polling", "webhook"])
def house(
    request: pytest.FixtureRequest, closed_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """One bot with a person of each kind."""
    one = House(closed_data, tmp_path_factory.mktemp("house"), request.param)
    one.telegram.start()
    one.telegram.until(lambda _: one.rows("select 1 from told where what = 'bot'"))
    one.let_in(STAFF, "--role", "staff")
    one.let_in(BOARD, "--role", "staff", "--group", "董事会")
    one.let_in(ADMIN, "--role", "admin", "--name-hint", "信息中心")
    one.let_in(CURATOR, "--role", "curator")
    yield one
    one.telegram.close()


# Of the tests that need a bot of their own every other one has it by webhook: they are about what both do alike.
BY_WEBHOOK = pytest.mark.parametrize("alone", ["webhook"], indirect=True)


@pytest.fixture
def alone(request: pytest.FixtureRequest, closed_data: Path, tmp_path: Path) -> Iterator[House]:
    """A bot of the test's own, not started; open to everybody. It polls where the test doesn't say BY_WEBHOOK."""
    one = House(closed_data, tmp_path, getattr(request, "param", "polling"), GUIJU_STAFF="open")
    yield one
    one.telegram.close()


def secrets(message: dict[str, Any]) -> list[str]:
    """The words of closed documents in a message and its buttons."""
    return [word for word in SECRETS if word in f"{message['text']}{buttons(message)}"]


def test_a_stranger_gets_one_polite_line_then_silence_and_nothing_is_logged(house: House) -> None:
    before = house.rows("select count(*) from asked")
    talks = [house.telegram.say(f"事假三天谁批？{n}", user=STRANGER) for n in range(KNOCKS + 2)]
    # the updates of one chat are taken in order, so that after this one those before are done
    told = house.telegram.press(talks[0].read(), "v1:done", user=STRANGER).wait("answerCallbackQuery")
    assert "text" not in told[0]["fields"]
    texts = sent(house.telegram.told(talks[0].since), STRANGER, "")
    assert texts == [ZH.not_allowed.format(STRANGER)] * KNOCKS
    assert house.rows("select count(*) from asked") == before
    assert house.rows("select distinct what from knocks") == [("ask",)]


def test_a_link_lets_one_person_in_and_no_second(house: House) -> None:
    link = house.invite("--role", "staff", "--name-hint", "新来的")
    talk = house.telegram.say(link, user=700700710)
    assert talk.read(count=1)["text"] == SAYS.joined.format("职工")
    greeting = talk.read(count=2)
    assert greeting["text"] == f"{ZH.hello}\n\n{ZH.logged}"
    assert secrets(greeting) == []
    assert "部门负责人" in house.telegram.say("事假三天谁批？", user=700700710).read()["text"]
    assert house.telegram.say(link, user=700700711).read()["text"] == SAYS.refused
    assert house.telegram.say("/start p_none", user=STAFF).read()["text"] == f"{SAYS.refused}\n{SAYS.still_in}"
    assert house.telegram.say("事假三天谁批？", user=700700711).read()["text"] == ZH.not_allowed.format(700700711)
    assert house.telegram.say(link, user=700700710).read()["text"] == SAYS.joined.format("职工")


def test_nobody_is_welcomed_back_by_the_link_of_an_invitation_that_has_ended(house: House) -> None:
    link, user = house.invite("--role", "staff"), 700700713
    assert house.telegram.say(link, user=user).read()["text"] == SAYS.joined.format("职工")
    ((number,),) = house.rows("select max(id) from staff")
    long_ago = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
    with redirect_stdout(StringIO()):
        assert staff.main(["expire", str(number), "--on", long_ago, "--data", str(house.data)]) == 0
    assert house.telegram.say(link, user=user).read()["text"] == SAYS.refused
    assert house.telegram.say("事假三天谁批？", user=user).read()["text"] == ZH.not_allowed.format(user)


def test_a_link_opened_in_a_group_is_not_tried(house: House) -> None:
    link = house.invite("--role", "admin")
    said = f"/start@{BOT_NAME} {link.removeprefix('/start ')}"
    assert house.telegram.say(said, user=700700712, **GROUP).read()["text"] == SAYS.private
    assert house.telegram.say(link, user=700700712).read()["text"].startswith("欢迎")


def test_where_to_look_is_never_said_twice_in_the_same_words(house: House) -> None:
    told = house.telegram.say("电脑坏了怎么办？", user=STAFF).read()["text"]
    places = [line for line in told.split("\n") if line.startswith("• ")]
    assert len(set(places)) == len(places) == 3


def test_the_board_is_answered_in_private_and_like_all_staff_in_a_group(house: House) -> None:
    assert "薪酬小组" in house.telegram.say(BONUS, user=BOARD).read()["text"]
    grouped = house.telegram.say(f"@{BOT_NAME} {BONUS}", user=BOARD, **GROUP).read()
    assert secrets(grouped) == []
    assert secrets(house.telegram.say(BONUS, user=STAFF).read()) == []


@pytest.mark.parametrize("user", [STAFF, BOARD])
def test_no_clause_that_is_closed_is_offered_to_quote_in_another_chat(house: House, user: int) -> None:
    offered = house.telegram.ask_inline("校长绩效奖金", user=user).wait("answerInlineQuery")[0]["fields"]["results"]
    shown = str(json.loads(offered))
    assert "请假办法" in shown
    assert [word for word in SECRETS if word in shown] == []


@pytest.mark.parametrize("user", [STAFF, ADMIN, CURATOR, STRANGER])
@pytest.mark.parametrize(
    "link", ["board", "board#1", "board#3!", "board#3!1", "abroad#1", "faq#校长的奖金找哪个部门问？"]
)
def test_neither_link_nor_button_opens_what_is_closed(house: House, link: str, user: int) -> None:
    code = short(link)
    shown = house.telegram.say("/help", user=BOARD).read()
    deep = house.telegram.say(f"/start s_{code}", user=user)
    pressed = [house.telegram.press(shown, f"v1:{how}:{code}", user=user) for how in ("see", "go")]
    if user != STRANGER:
        assert [deep.read(count=n)["text"] for n in (1, 2, 3)] == [ZH.gone] * 3
    for talk in pressed:
        talk.wait("answerCallbackQuery")
    assert not [c for c in house.telegram.told(deep.since)["calls"] if any(w in str(c["fields"]) for w in SECRETS)]


def test_those_it_is_for_open_it_in_private_and_not_in_a_group(house: House) -> None:
    code = short("board#1")
    assert "薪酬小组" in house.telegram.say(f"/start s_{code}", user=BOARD).read()["text"]
    assert house.telegram.say(f"/start@{BOT_NAME} s_{code}", user=BOARD, **GROUP).read()["text"] == ZH.gone


def test_the_buttons_of_an_old_answer_open_nothing_after_the_group_is_left(house: House) -> None:
    user = 700700720
    house.let_in(user, "--group", "董事会")
    answer = house.telegram.say("校长绩效考核怎么走流程？", user=user).read()
    opens = next(data for data in buttons(answer).values() if data.startswith("v1:see:"))
    assert secrets(house.telegram.press(answer, opens, user=user).read())
    house.let_in(user, "--role", "staff")
    assert house.telegram.press(answer, opens, user=user).read()["text"] == ZH.gone
    assert house.telegram.press(answer, opens, user=STAFF).read()["text"] == ZH.gone


def of_the_office(house: House, user: int, chat: int) -> dict[str, Any]:
    """The word of the board's office on a question of somebody's, in whose private chat it stands."""
    group = {"chat": {"id": chat, "type": "supergroup", "title": "董事会秘书处"}}
    house.telegram.say(f"/office@{BOT_NAME} 董事会秘书处", user=ADMIN, **group).wait("sendMessage")
    answer = house.telegram.say(BONUS, user=user).read()
    put = house.telegram.press(answer, buttons(answer)[ZH.ask_office.format("董事会秘书处")], user=user)
    put.read(count=2)
    back = replied(house, put.read(count=1), "按章程办", STAFF)
    back.read(count=2)  # the office has been told of it
    return back.read(count=1)


def replied(house: House, message: dict[str, Any], text: str, user: int) -> Talk:
    """What follows when somebody replies to a message of the bot's."""
    bot = {"id": 7, "is_bot": True, "first_name": "Guiju"}
    mine = {"message_id": message["message_id"], "date": 1, "from": bot, "text": message["text"]}
    here = {"chat": message["chat"]} if message["chat"]["id"] < 0 else {}
    return house.telegram.say(text, user=user, reply_to_message={**mine, "chat": message["chat"]}, **here)


def unanswered(house: House) -> int:
    """How many questions an admin is told that nothing was found for."""
    told = house.telegram.say("/status", user=ADMIN).read()["text"]
    return int(told.partition("尚未处理的提问：")[2].partition("\n")[0])


def test_an_office_is_asked_further_as_long_as_what_was_answered_is_open_to_the_person(house: House) -> None:
    user = 700700723
    house.let_in(user, "--group", "董事会", "--name-hint", "换届的")
    word = of_the_office(house, user, -741)
    before = unanswered(house)
    on = replied(house, word, "那副校长呢？", user)
    assert on.read(count=1)["text"] == ZH.letter_further.format("那副校长呢？", BONUS, "按章程办")
    assert on.read(count=2)["text"] == ZH.put_further.format("董事会秘书处")
    last = "select question, status, channel from asked order by id desc limit 1"
    assert house.rows(last) == [(f"副校长，{BONUS}", "not_found", "telegram")]
    assert unanswered(house) == before
    house.let_in(user, "--role", "staff", "--name-hint", "卸任的")
    assert replied(house, word, "那书记呢？", user).read()["text"] == ZH.not_further.format("董事会秘书处")
    (number,) = house.rows("select id from staff where hint = '卸任的'")[0]
    assert run("scripts.staff", "revoke", str(number), "--data", str(house.data)).returncode == 0
    assert replied(house, word, "那书记呢？", user).read()["text"] == ZH.not_allowed.format(user)
    house.telegram.say(f"/office@{BOT_NAME}", user=ADMIN, chat={"id": -741, "type": "supergroup"}).wait("sendMessage")


def test_whoever_may_ask_no_more_is_forgotten_all_the_same_and_as_often_as_strangers_are_answered(house: House) -> None:
    user = 700700725
    house.let_in(user, "--name-hint", "退休的")
    house.telegram.say("事假三天谁批？", user=user).read()
    last = "select person is not null and person <> '' from asked order by id desc limit 1"
    assert house.rows(last) == [(1,)]
    (number,) = house.rows("select id from staff where hint = '退休的'")[0]
    assert run("scripts.staff", "revoke", str(number), "--data", str(house.data)).returncode == 0
    assert house.telegram.say("/forget", user=user).read()["text"] == SAYS.forgotten
    assert house.rows(last) == [(0,)]
    for _ in range(KNOCKS - 1):
        house.telegram.say("/forget", user=user).read()
    silent = house.telegram.say("/forget", user=user)
    assert house.telegram.say("/help", user=ADMIN).read()
    assert [call for call in silent.said("sendMessage") if call["fields"]["chat_id"] == str(user)] == []


def test_an_offices_word_is_nobodys_any_more_once_its_person_is_forgotten(house: House) -> None:
    user = 700700724
    house.let_in(user, "--group", "董事会")
    word = of_the_office(house, user, -742)
    mine = house.rows("select count(*) from words where asked = (select max(id) from asked)")
    assert mine == [(2,)]  # that it was put to the office, and the word
    house.telegram.say("/forget", user=user).read()
    assert house.rows("select count(*) from words where asked = (select max(id) from asked)") == [(0,)]
    assert "部门负责人" in replied(house, word, "事假三天谁批？", user).read()["text"]
    house.telegram.say(f"/office@{BOT_NAME}", user=ADMIN, chat={"id": -742, "type": "supergroup"}).wait("sendMessage")


def test_a_colleague_who_replies_to_a_question_that_is_deleted_by_now_is_told_that_nothing_is_kept(
    house: House,
) -> None:
    user, chat, colleague = 700700726, -743, 700700727
    house.let_in(user, "--group", "董事会")
    of_the_office(house, user, chat)
    letters = [call for call in house.telegram.told()["calls"] if str(call["fields"].get("chat_id")) == str(chat)]
    letter = next(call["result"] for call in letters if BONUS in call["fields"]["text"])
    with closing(sqlite3.connect(house.data / "guiju.db")) as db, db:
        newest = "select max(asked) from askers"
        db.execute(
            f"delete from letters where (chat, number) in (select chat, number from askers where asked = ({newest}))"
        )
        db.execute(f"delete from askers where asked = ({newest})")
    assert replied(house, letter, "补充：须经公示", colleague).read()["text"] == ZH.nothing_there
    asked = house.telegram.say(f"@{BOT_NAME} {BONUS}", user=colleague, chat=letter["chat"])
    assert asked.read()["text"] == ZH.not_allowed.format(colleague)
    house.telegram.say(f"/office@{BOT_NAME}", user=ADMIN, chat={"id": chat, "type": "supergroup"}).wait("sendMessage")


def test_what_an_old_answer_said_is_not_said_again_after_the_group_is_left(house: House) -> None:
    user = 700700721
    house.let_in(user, "--group", "董事会")
    answer = house.telegram.say("校长购置专车谁批准？", user=user).read()
    assert secrets(answer)
    number = house.rows("select max(id) from asked")[0][0]
    house.let_in(user, "--role", "staff")
    for press, says in ((f"v1:level:{number}:0", ZH.stale), (f"v1:cite:{number}:1:{short('board#2')}", ZH.gone)):
        assert house.telegram.press(answer, press, user=user).read()["text"] == says
    assert house.telegram.say(f"/start f_{number}", user=user).read()["text"] == ZH.not_yours


def test_lists_show_what_the_person_may_read_and_in_a_group_what_all_may(house: House) -> None:
    for name in ("/sources", "/procedures"):
        assert secrets(house.telegram.say(name, user=BOARD).read())
        assert secrets(house.telegram.say(name, user=STAFF).read()) == []
        assert secrets(house.telegram.say(f"{name}@{BOT_NAME}", user=BOARD, **GROUP).read()) == []


def test_a_day_of_the_past_opens_nothing_more(house: House) -> None:
    house.let_in(700700722, "--role", "staff")
    house.telegram.say("/asof 2023-06-01", user=700700722).wait("sendMessage")
    assert secrets(house.telegram.say(BONUS, user=700700722).read()) == []
    assert secrets(house.telegram.say("病假超过十天由谁批准？", user=700700722).read()) == []


def test_a_follow_up_reads_no_more_than_the_person_may(house: House) -> None:
    for user, known in ((BOARD, True), (STAFF, False)):
        house.telegram.say("校长购置专车八万元谁批准？", user=user).wait("sendMessage")
        later = house.telegram.say("那三十万以上呢？", user=user).read()
        assert ("全体会议" in later["text"]) is known
        assert known or secrets(later) == []


def test_examples_are_the_readers_own(house: House) -> None:
    start = house.telegram.say("/start", user=STAFF).read()
    assert secrets(start) == []
    asked = [data for data in buttons(start).values() if data.startswith("v1:ask:")]
    assert asked
    for press in asked:
        assert secrets(house.telegram.press(start, press, user=STAFF).read(count=2)) == []
    beyond = f"v1:ask:zh:{len(asked)}"
    assert house.telegram.press(start, beyond, user=STAFF).read()["text"] == ZH.stale


def test_status_is_for_curators_and_admins_in_private_and_counts_what_they_may_read(house: House) -> None:
    assert house.telegram.say("/status", user=STAFF).read()["text"] == ZH.help
    in_group = house.telegram.say(f"/status@{BOT_NAME}", user=ADMIN, **GROUP).read()
    assert in_group["text"] == SAYS.status_private
    for user in (ADMIN, CURATOR):
        text = house.telegram.say("/status", user=user).read()["text"]
        assert "索引：gen-000001" in text
        assert "您可阅读的文件：3\n" in text
    asked = int(text.partition("今天的提问：")[2].partition("\n")[0])
    house.telegram.say("公章外借谁批？", user=STAFF).wait("sendMessage")
    assert f"今天的提问：{asked + 1}\n" in house.telegram.say("/status", user=ADMIN).read()["text"]


def test_those_who_look_after_the_bot_find_status_in_their_menu_as_long_as_they_do(house: House) -> None:
    user = 700700731
    for who in (ADMIN, CURATOR):
        has_menu(house, who, "status")
    house.let_in(user, "--role", "curator", "--name-hint", "换岗的")
    has_menu(house, user, "status")
    house.let_in(user, "--role", "staff")
    has_menu(house, user)
    house.let_in(user, "--role", "admin", "--name-hint", "又换岗的")
    has_menu(house, user, "status")
    (number,) = house.rows("select id from staff where hint = '又换岗的'")[0]
    assert run("scripts.staff", "revoke", str(number), "--data", str(house.data)).returncode == 0
    has_menu(house, user)
    assert menu(house, STAFF) == []
    assert len(house.rows("select 1 from menus where shown = ''")) == 0
    described = [
        c for c in house.telegram.told()["calls"] if c["method"] == "setMyCommands" and c["fields"].get("scope")
    ]
    assert {name for c in described for name in json.loads(c["fields"]["scope"])} == {"type", "chat_id"}
    assert NOTICES["en"].menu_status in str(described)


def test_an_offices_chat_has_the_command_for_offices_in_its_menu_as_long_as_it_is_one(house: House) -> None:
    office, other = ({"chat": {"id": chat, "type": "supergroup", "title": "董事会秘书处"}} for chat in (-731, -732))
    command = f"/office@{BOT_NAME}"
    house.telegram.say(f"{command} 董事会秘书处", user=ADMIN, **office).wait("sendMessage")
    has_menu(house, -731, "office")
    house.telegram.say(f"{command} 董事会秘书处", user=ADMIN, **other).wait("sendMessage")
    has_menu(house, -731)
    has_menu(house, -732, "office")
    house.telegram.upgrade(-732, -1732)
    has_menu(house, -1732, "office")
    house.telegram.say(command, user=ADMIN, chat={"id": -1732, "type": "supergroup", "title": "董"}).wait("sendMessage")
    has_menu(house, -1732)


def test_a_menu_that_telegram_does_not_set_harms_nothing(house: House) -> None:
    house.telegram.fail("setMyCommands", 400, description="Bad Request: chat not found")
    house.let_in(700700732, "--role", "curator")
    house.telegram.until(lambda told: not told["faults"]["setMyCommands"])
    assert "概况" in house.telegram.say("/help", user=700700732).read()["text"]
    house.telegram.fail("setMyCommands", 502, times=2)
    house.let_in(700700733, "--role", "curator")
    has_menu(house, 700700733, "status")


def test_who_is_taken_back_is_a_stranger_at_once(house: House) -> None:
    house.let_in(700700730, "--name-hint", "离职的")
    (number,) = house.rows("select id from staff where hint = '离职的'")[0]
    assert run("scripts.staff", "revoke", str(number), "--data", str(house.data)).returncode == 0
    assert house.telegram.say("事假三天谁批？", user=700700730).read()["text"] == ZH.not_allowed.format(700700730)


def test_what_was_asked_is_forgotten_with_the_talk_and_its_rating_stays(house: House) -> None:
    user = 700700740
    house.let_in(user)
    answer = house.telegram.say("公章外借由谁批准？", user=user).read()
    house.telegram.press(answer, buttons(answer)["👍"], user=user).wait("editMessageReplyMarkup")
    number = int(buttons(answer)["👍"].rpartition(":")[2])
    assert house.rows("select person <> '', liked from asked where id = ?", number) == [(1, 1)]
    assert house.telegram.say("/forget", user=user).read()["text"] == SAYS.forgotten
    assert house.rows("select person, liked from asked where id = ?", number) == [("", 1)]
    again = house.telegram.press(answer, buttons(answer)["👎"], user=user)
    assert again.wait("answerCallbackQuery")[0]["fields"]["text"] == ZH.not_yours
    assert "公章" not in house.telegram.say("那两天呢？", user=user).read()["text"]
    assert house.rows("select count(*) from staff where person is not null and revoked_at is null")[0][0] >= 5


def test_neither_process_log_nor_database_tells_who_asked_or_a_code(house: House) -> None:
    link = house.invite("--role", "staff")
    house.telegram.say(link, user=700700750).read(count=2)
    house.telegram.say("事假三天里有个很特别的问题谁批？", user=700700750).wait("sendMessage")
    house.telegram.say("/start p_wrongwrongwrong", user=700700751).wait("sendMessage")
    log = house.telegram.log.read_text()
    assert "a code that is none" in log
    assert "turned away" in log
    code = link.rpartition("p_")[2]
    for hidden in (TOKEN.split(":")[1], "很特别", code, "wrongwrong", "700700750", "700700751", "Li"):
        assert hidden not in log
    database = b"".join(path.read_bytes() for path in house.data.glob("guiju.db*"))
    for hidden in (code, "wrongwrong", "700700750", "700700751", TOKEN.split(":")[1]):
        assert hidden.encode() not in database


def test_what_is_recorded_is_told_with_the_first_answer_alone(alone: House) -> None:
    alone.telegram.start()
    first = alone.telegram.say("事假三天谁批？", user=1).read()["text"]
    assert "部门负责人批准" in first
    assert first.endswith(ZH.logged)
    assert ZH.logged not in alone.telegram.say("公章外借谁批？", user=1).read()["text"]
    alone.telegram.say("/start", user=2).wait("sendMessage")
    assert ZH.logged not in alone.telegram.say("公章外借谁批？", user=2).read()["text"]


@BY_WEBHOOK
def test_admins_are_told_of_a_new_index_and_of_a_reindex_that_failed(alone: House) -> None:
    alone.telegram.start()
    alone.telegram.until(lambda _: alone.rows("select 1 from told where what = 'indexed'"))
    alone.let_in(ADMIN, "--role", "admin")
    alone.let_in(STAFF, "--role", "staff")
    (alone.data / "documents" / "new.md").write_text("# 新办法\n\n第一条 用车由车队长批准。\n", encoding="utf-8")
    (alone.data / "documents" / "scan.png").write_bytes(b"x")
    assert reindex(alone.data).returncode == 3
    alone.told(ADMIN, SAYS.indexed.format(name="gen-000002", documents=4))
    assert "车队长" in alone.telegram.say("用车谁批？", user=STAFF).read()["text"]
    told = sent(alone.telegram.told(), ADMIN, "gen-000002")[0]
    assert SAYS.left_out.format(1) in told
    (alone.data / "documents" / "register.xlsx").write_bytes(b"no sheet")
    assert reindex(alone.data).returncode == 1
    alone.told(ADMIN, "register.xlsx")
    assert not sent(alone.telegram.told(), STAFF, "gen-000002")
    assert len(sent(alone.telegram.told(), ADMIN, "gen-000002")) == 1
    failing = SAYS.failing.partition("{")[0]
    assert failing in alone.telegram.say("/status", user=ADMIN).read()["text"]
    (alone.data / "documents" / "register.xlsx").unlink()
    (alone.data / "documents" / "other.png").write_bytes(b"x")
    assert [reindex(alone.data).returncode for _ in range(2)] == [3, 3]
    alone.told(ADMIN, SAYS.left_out.format(2))
    stands = alone.telegram.say("/status", user=ADMIN).read()["text"]
    assert ("gen-000002" in stands, failing in stands) == (True, False)
    assert len(sent(alone.telegram.told(), ADMIN, SAYS.left_out.format(2))) == 1


def test_admins_are_told_of_a_crash_and_not_of_a_stop(alone: House) -> None:
    alone.telegram.start()
    alone.telegram.until(lambda _: alone.rows("select 1 from told where what = 'indexed'"))
    alone.let_in(ADMIN, "--role", "admin")
    assert alone.telegram.stop() == 0
    alone.telegram.start()
    assert alone.telegram.stop(signal.SIGKILL) == -signal.SIGKILL
    assert not sent(alone.telegram.told(), ADMIN, SAYS.restarted)
    alone.telegram.start()
    alone.told(ADMIN, SAYS.restarted)
    assert len(sent(alone.telegram.told(), ADMIN, SAYS.restarted)) == 1


@BY_WEBHOOK
def test_a_start_that_failed_is_no_crash_and_hides_none(alone: House) -> None:
    def fail_to_start() -> None:
        alone.telegram.fail("getMe", 401, description="Unauthorized")
        alone.telegram.launch()
        assert alone.telegram.bot.wait(60) == 1

    fail_to_start()
    assert not (alone.data / SERVING).exists()
    alone.telegram.start()
    alone.telegram.until(lambda _: alone.rows("select 1 from told where what = 'indexed'"))
    alone.let_in(ADMIN, "--role", "admin")
    assert not sent(alone.telegram.told(), ADMIN, SAYS.restarted)
    alone.telegram.kill()
    fail_to_start()
    alone.telegram.start()
    alone.told(ADMIN, SAYS.restarted)


def test_what_is_older_than_the_settings_let_it_be_is_gone_after_a_start(alone: House) -> None:
    alone.telegram.environ["GUIJU_RETENTION_DAYS"] = "30"
    alone.telegram.start()
    alone.telegram.say("事假三天谁批？", user=1).wait("sendMessage")
    alone.telegram.say("公章外借谁批？", user=1).wait("sendMessage")
    assert alone.telegram.stop() == 0
    with closing(sqlite3.connect(alone.data / "guiju.db")) as db, db:
        old = (datetime.now(UTC) - timedelta(days=31)).isoformat(timespec="milliseconds")
        db.execute("update asked set at = ? where question like '事假%'", (old,))
    alone.telegram.start()
    alone.telegram.until(lambda _: len(alone.rows("select 1 from asked")) == 1)
    assert alone.rows("select question from asked") == [("公章外借谁批？",)]


def test_a_bot_whose_documents_state_no_audience_says_so_at_its_start(closed_data: Path, tmp_path: Path) -> None:
    one = House(closed_data, tmp_path, GUIJU_STAFF="open")
    (one.data / "documents" / "register.csv").unlink()
    assert reindex(one.data).returncode == 0
    one.telegram.start()
    assert "3 of the documents state no audience" in one.telegram.log.read_text()
    assert "没有找到" not in one.telegram.say("事假三天谁批？").read()["text"]
    one.telegram.close()
