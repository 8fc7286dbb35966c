"""A conversation in the terminal: the same commands, buttons and answers as in a messenger, typed and printed."""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from canned_desk import EXAMPLES, POISON, CannedDesk

from bot.channels import terminal
from bot.channels.terminal import HERE
from bot.conversation.messages import PHRASES
from bot.conversation.notices import NOTICES

ROOT = Path(__file__).parent.parent
ZH, EN = PHRASES["zh"], PHRASES["en"]
QUESTION = "请假三天由谁批？"
# What the canned answer's buttons are numbered by: its clause, three steps, their flow, the thumbs.
CLAUSE, STEP, FLOW, UP, DOWN = "1", "2", "5", "6", "7"


Talk = Callable[..., list[str]]


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Talk:
    """Types lines over the canned desk; what is printed in answer to each, the greeting first."""

    def typed(*lines: str) -> list[str]:
        monkeypatch.setattr("locale.setlocale", lambda _: "zh_CN.UTF-8")
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        desk = CannedDesk(tmp_path)
        with closing(desk.book), closing(desk.log()):
            terminal.chat(desk, "https://rules.example/")
        return parted(capsysbinary.readouterr().out, len(lines))

    return typed


def parted(printed: bytes, lines: int) -> list[str]:
    """What is printed before the first prompt and after each that was answered."""
    return printed.decode().split("？ ")[: lines + 1]


def test_it_greets_with_questions_that_can_be_asked_by_their_number(talk: Talk) -> None:
    greeting, answer = talk("2")
    assert ZH.hello in greeting
    assert ZH.logged in greeting
    assert [f"  {number}) {question}" in greeting for number, question in enumerate(EXAMPLES["zh"], 1)] == [True] * 3
    assert EXAMPLES["zh"][1] in answer
    assert "[1] 请假办法 第六条（二） · 自2024-09-01起施行" in answer


def test_an_answer_is_printed_with_its_sources_behind_a_bar_and_its_buttons_numbered(talk: Talk) -> None:
    lines = talk(QUESTION)[-1].splitlines()
    assert "请假三天以内由分管副校长批准。[1]" in lines
    assert f"  │ “三天以内{POISON}由分管副校长批准”" in lines
    assert "  1) [1] 第六条（二）" in lines
    assert f"  {FLOW}) {ZH.flow}" in lines
    assert f"  {UP}) 👍  {DOWN}) 👎" in lines


def test_a_clause_opens_by_its_number_and_so_does_its_neighbour(talk: Talk) -> None:
    _, _, clause, neighbour = talk(QUESTION, CLAUSE, "1")
    assert f"请假办法 第六条（二）\n\n（二）三天以内{POISON}" in clause
    assert f"  1) {ZH.previous_clause}" in clause
    assert "请假办法\n\n第一条 本办法……" in neighbour


def test_the_steps_are_gone_through_and_the_flow_is_told_in_words(talk: Talk) -> None:
    _, _, step, after, flow = talk(QUESTION, STEP, "2", "2")
    assert "年级组长：签署意见" in step
    assert "分管副校长：批准" in after
    assert "流程图：请假 · 第3步，共3步\n  │ 1. 教师 · 填写请假单 · 当天" in flow


def test_a_link_that_is_copied_opens_the_same_place_when_it_is_typed(talk: Talk) -> None:
    link = f"/start s_{CannedDesk(Path()).short('leave#step2')}"
    _, _, step, copied, page, opened = talk(QUESTION, STEP, "6", "7", link)
    assert copied.strip() == link
    assert page.strip() == "https://rules.example/leave#step2"
    assert opened == step


def test_a_level_is_picked_by_its_number_or_in_words(talk: Talk) -> None:
    asked, picked = talk("请假分几档？", "2")[1:]
    assert "  1) 1天以内\n  2) 3天以内" in asked
    assert "请假三天以内由分管副校长批准。[1]" in picked


def test_a_number_that_no_button_has_is_a_question(talk: Talk) -> None:
    assert ZH.short in talk("9")[-1]
    assert "The deputy head approves." in talk("30000")[-1]


def test_a_thumb_down_is_asked_why_and_thanked(talk: Talk, tmp_path: Path) -> None:
    _, _, why, thanked = talk(QUESTION, DOWN, "7")
    assert ZH.why in why
    assert f"6) {ZH.wrong_clause}  7) {ZH.outdated}" in why
    assert thanked.strip().startswith(ZH.thanks)
    with closing(sqlite3.connect(tmp_path / "asked.db")) as book:
        assert book.execute("select person, liked, reason from asked").fetchall() == [(HERE.name, 0, "outdated")]


def test_the_lists_are_turned_and_open(talk: Talk) -> None:
    _, first, second, procedures, step = talk("/sources", "1", "/procedures", "1")
    assert "现行有效的制度（1/3）\n• 制度1<&> · 自2024-09-01起施行\n" in first
    assert "现行有效的制度（2/3）" in second
    assert "• 制度0\n    – 流程1\n    – 流程2\n" in procedures
    assert "  1) 流程1 · 制度0\n" in procedures
    assert "填写请假单" in step


def test_a_day_and_a_language_hold_until_they_are_taken_back_and_in_the_next_conversation(talk: Talk) -> None:
    talk("/asof 2023-06-01", "/lang en")
    _, dated, day, usual, answer = talk(QUESTION, "/asof off", "/lang auto", QUESTION)
    assert ZH.dated.format("2023-06-01") in dated
    assert EN.as_of_off in day
    assert EN.spoken_auto in usual
    assert ZH.dated.format("2023-06-01") not in answer


def test_whoever_sits_at_the_machine_is_forgotten_on_request(talk: Talk, tmp_path: Path) -> None:
    assert NOTICES["zh"].forgotten in talk(QUESTION, "/forget")[-1]
    with closing(sqlite3.connect(tmp_path / "asked.db")) as book:
        assert book.execute("select person from asked").fetchall() == [("",)]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("/help", ZH.help),
        ("/nonsense", ZH.help),
        ("/office 总务处", ZH.only_admin),
        ("/start p_abc", ZH.hello),
        ("/status", "gen-000001"),
    ],
)
def test_commands_do_here_what_they_can_do_here(talk: Talk, typed: str, says: str) -> None:
    assert says in talk(typed)[-1]


def test_an_office_whose_chat_is_in_a_messenger_is_not_offered(talk: Talk, tmp_path: Path) -> None:
    desk = CannedDesk(tmp_path)
    desk.offices.bind("校办", "tg:-77")
    desk.log().close()
    assert "问校办" not in talk(QUESTION)[-1]


def test_nothing_of_a_document_steers_the_terminal(talk: Talk) -> None:
    assert "\x1b" not in talk(f"{QUESTION}\x1b[31m", CLAUSE)[-1]


def test_the_sample_rulebook_is_talked_about_from_levels_to_a_step(sample_data: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(sample_data, data)
    command = [sys.executable, "-m", "bot", "chat", "--data", str(data)]
    lines = ("维修谁批？", "4", "1", "年度预算方案由谁审定？", "3", "1")
    typed = "".join(f"{line}\n" for line in lines).encode()
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "LC_ALL": "C.UTF-8"}, input=typed, capture_output=True, check=True
    )
    _, levels, picked, clause, budget, step, after = parted(done.stdout, len(lines))
    assert "  4) 十万元以上\n" in levels
    assert "由党组织会议决定[1]；校长办公会议研究提出[1]" in picked
    assert "单项维修费用的审批权限：\n（四）十万元以上的，由校长办公会议研究提出，党组织会议决定。" in clause
    assert "第5步，共6步：预算方案经党组织会议决定后" in budget
    assert "谁办：党组织会议" in step
    assert "第4步，共6步" in after
