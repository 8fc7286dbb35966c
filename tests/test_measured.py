"""Whether words name the time or the number that a question asks for."""

import pytest

from bot.answering.measured import measured
from bot.answering.question import understand


@pytest.mark.parametrize(
    ("question", "words", "named"),
    [
        ("请假几天要批？", "事假三天以内由科长批准。", True),
        ("档案保存多长时间？", "档案保存十年。", True),
        ("档案保存多长时间？", "2001年10月1日施行", False),  # a day is no length of time
        ("How long are files kept?", "Files are kept for ten years.", True),
        ("How long are files kept?", "In force from 1 March 2021.", False),
        ("什么时候交报表？", "报表于3月1日前报送。", True),
        ("When are reports due?", "Reports are due on 1 March.", True),
        ("多久开一次会？", "例会每月召开。", True),
        ("要几个人签字？", "由三人签字。", True),
        ("谁签字？", "由三人签字。", False),
    ],
)
def test_words_name_what_is_asked_for_or_something_else(question: str, words: str, named: bool) -> None:
    assert measured(understand(question), words) is named
