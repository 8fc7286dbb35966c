"""What an answer looks like, in a terminal, as JSON, and to Telegram's own parser."""

import json
import os
from datetime import date
from typing import Any

from canned_desk import POISON, answer, cited
from hostile import ANSWERS, LONG, TEXTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rendered import one, telegram, wrong
from telegram_world import parsed, units

from bot.answering.models import Answer, Status
from bot.channels import render
from bot.channels.telegram.markup import units as counted
from bot.conversation import rich, wording

MANY = settings(
    max_examples=5000 if "GUIJU_SOAK" in os.environ else 80,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def bare(text: str) -> str:
    """A text without white space, for comparing."""
    return "".join(rich.clean(text).split())


def shown(messages: list[str]) -> str:
    """What a reader sees of messages, by Telegram's parser."""
    return "\n".join(parsed(message)[0] for message in messages)


@MANY
@given(ANSWERS)
def test_every_answer_is_accepted_by_telegrams_parser_within_the_limit_in_every_layout(given: Answer) -> None:
    assert wrong(given) == []


@MANY
@given(ANSWERS)
def test_every_quote_is_shown_whole_and_no_markup_shows(given: Answer) -> None:
    text = bare(shown(telegram(given)))
    asked = bare(given.text + "".join(c.model_dump_json() for c in (*given.citations, *given.nearest)))
    assert all(bare(citation.quote) in text for citation in given.citations)
    for markup in ("<blockquote", "</blockquote>", "<b>", "</b>", "&lt;", "&amp;"):
        assert text.count(markup) <= asked.count(markup)


@MANY
@given(LONG, st.integers(2, 300))
def test_cutting_loses_nothing_and_keeps_every_piece_within_the_room(text: str, room: int) -> None:
    pieces = rich.cut(text, room, counted)
    assert "".join(pieces) == text
    assert all(units(piece) <= room for piece in pieces)


@MANY
@given(TEXTS, LONG)
def test_a_place_is_always_one_message(title: str, text: str) -> None:
    assert 0 < units(parsed(one(wording.page(title, text)))[0]) <= 4096


@MANY
@given(ANSWERS)
def test_json_is_one_line_with_the_contracts_keys_in_order(given: Answer) -> None:
    line = render.as_json(given)
    assert len(line.splitlines()) == 1
    assert list(json.loads(line)) == list(Answer.model_fields)


def test_json_keeps_chinese_readable_and_dates_iso() -> None:
    line = render.as_json(answer("请假三天由谁批？"))
    assert "请假三天由谁批？" in line
    assert '"effective":"2024-09-01","repealed":null' in line
    assert json.loads(line) == answer("请假三天由谁批？").model_dump(mode="json")


def test_a_terminal_shows_text_sources_and_steps_in_the_answers_language() -> None:
    lines = render.plain(answer("请假三天由谁批？")).split("\n")
    assert lines[0] == "请假三天以内由分管副校长批准。[1]"
    sources = lines.index("依据")
    assert lines[sources + 1 : sources + 4] == [
        "[1] 请假办法 第六条（二） · 自2024-09-01起施行",
        f"“三天以内{POISON}由分管副校长批准”",
        "    leave#6.2",
    ]
    assert "第2步，共3步  leave#step2" in lines
    english = render.plain(answer("Who approves leave?"))
    assert "in force from 2024-09-01" in english
    assert "Step 2 of 3  leave#step2" in english


def test_words_quoted_in_the_answer_are_not_quoted_twice() -> None:
    once = answer("请假三天由谁批？")
    quote = once.citations[0].quote
    twice = once.model_copy(update={"text": f"“{quote}”[1]"})
    assert render.plain(twice).count(quote) == 1


def test_a_terminal_gets_no_escape_sequences_from_a_document() -> None:
    assert "\x1b" not in render.plain(answer("a").model_copy(update={"text": "\x1b[31mred"}))


def test_the_first_line_is_bold_and_each_source_folds() -> None:
    (message,) = telegram(answer("请假三天由谁批？"))
    text, entities = parsed(message)
    kinds = [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in entities]
    assert kinds[0] == ("textEntityTypeBold", "请假三天以内由分管副校长批准。[1]")
    assert kinds[1][0] == "textEntityTypeExpandableBlockQuote"
    assert kinds[1][1].startswith("[1] 请假办法 第六条（二） · 自2024-09-01起施行\n“三天以内<b>&</a>由")


def test_not_found_says_where_to_look_and_whom_to_ask() -> None:
    found = shown(telegram(answer("天气怎么样")))
    assert found == "没有找到相关规定。\n\n可以先看：\n• 请假办法 · 可问校办"


def test_messages_break_between_paragraphs() -> None:
    messages = telegram(answer("请讲得很长"))
    assert len(messages) == 2
    assert parsed(messages[1])[0].startswith("第")
    assert all(parsed(message)[0].count("第") > 1 for message in messages)


def test_a_paragraph_over_the_limit_breaks_after_a_sentence() -> None:
    given = answer("a").model_copy(update={"text": "这是一句话。" * 1500, "citations": ()})
    messages = telegram(given)
    assert all(message.endswith("。") for message in messages)
    assert shown(messages).replace("\n", "") == given.text


def test_a_flood_of_emoji_is_never_cut_inside_a_pair() -> None:
    given = answer("a").model_copy(update={"text": "😀" * 5000, "citations": ()})
    assert shown(telegram(given)).count("😀") == 5000


def test_an_answer_that_shows_nothing_becomes_an_apology() -> None:
    given = Answer(question="", language="en", status=Status.ANSWERED, text=" \u200b\n")
    assert telegram(given) == ["Sorry, something went wrong and I could not answer. Please try again later."]


def test_validity_names_the_dates_that_are_known() -> None:
    def dated(**dates: Any) -> str:
        return wording.source(cited(1, "q").model_copy(update=dates), "en").split("\n")[0]

    last = date(2025, 1, 31)
    assert dated(repealed=last).endswith("· in force from 2024-09-01, repealed from 2025-01-31")
    assert dated(effective=None, repealed=last).endswith("· repealed from 2025-01-31")
    assert dated(effective=None) == "[1] 请假办法 第六条（二）"
