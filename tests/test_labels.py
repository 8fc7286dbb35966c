"""What a button is called: what tells one from another stands first, where a phone shows it."""

import time

import pytest

from bot.answering.models import Nearest, StepLink
from bot.answering.saying.phrases import place, title
from bot.answering.saying.undecided import shortened
from bot.conversation.answers import clause_first
from bot.conversation.buttons import step_rows
from bot.conversation.lists import own_name_first
from bot.conversation.notices import standing
from bot.office import Status
from bot.shelf import Shown


def step(who: str, does: str) -> StepLink:
    return StepLink(procedure="p!", title="", number=1, of=2, who=who, does=does, when="", citation=None, link="p!1")


def test_the_row_of_a_table_is_called_in_the_language_spoken() -> None:
    assert place("zh", "第五条 row 5") == "第五条 第5行"
    assert place("zh", "row 12") == "第12行"
    assert place("en", "3.1 row 4") == "3.1 row 4"
    assert title("zh", "名册", "row 2") == "《名册》第2行"


def test_a_place_is_called_by_its_clause_before_its_title() -> None:
    near = Nearest(document="a.md", title="学校维修办法", clause="第五条 row 5", link="a#5", office="")
    assert clause_first(near, "zh") == "第五条 第5行 · 学校维修办法"
    assert clause_first(near.model_copy(update={"clause": ""}), "zh") == "学校维修办法"


def test_a_procedure_is_called_by_its_own_name_before_its_documents() -> None:
    assert own_name_first(Shown(document="学校维修办法", heading="报修", link="a#1")) == "报修 · 学校维修办法"
    assert own_name_first(Shown(document="学校维修办法", heading="", link="a")) == "学校维修办法"


def test_who_acts_in_a_step_is_named_once() -> None:
    named = [
        step_rows([step(*one)], ["c"], "zh")[0][0].label
        for one in (("财务室", "财务室会签"), ("校长", "经校长批准"), ("", "归档"))
    ]
    assert named == ["第1步 财务室会签", "第1步 校长 经校长批准", "第1步 归档"]


def test_what_a_case_is_called_is_cut_between_words_and_says_so() -> None:
    words = "Travel outside the country on Trust business, conferences included and more"
    assert shortened(words) == "Travel outside the country on Trust business, conferences…"
    assert shortened("出国" * 40) == "出国" * 30 + "…"
    assert shortened("above £20,000") == "above £20,000"


def test_how_things_stand_tells_for_how_long_the_first_has_waited() -> None:
    known = {"generation": "gen-000001", "made": "2026-11-01T00:00:00", "documents": 1, "today": 0, "unanswered": 0}
    assert standing(Status(**known, backlog=3, oldest=12.4), "zh").endswith("等待回答：3，最早的已等12秒")
    assert standing(Status(**known, backlog=0, oldest=0.1), "en").endswith("Waiting for an answer: 0")


def test_how_things_stand_tells_the_time_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"generation": "gen-000001", "documents": 1, "today": 0, "unanswered": 0}
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    assert "（2026-11-01 08:00）" in standing(Status(**known, made="2026-11-01T00:00:00+00:00"), "zh")
    monkeypatch.undo()
    time.tzset()
