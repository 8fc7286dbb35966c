"""What asks nothing is told from a question; a question is never taken for anything else."""

import pytest

from bot.conversation.manners import Manner, manner


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("谢谢", Manner.THANKS), ("好的，谢谢您！", Manner.THANKS),
        ("OK, thanks.", Manner.THANKS), ("收到", Manner.THANKS),
        ("你好", Manner.GREETING), ("在吗？", Manner.GREETING), ("Good morning!", Manner.GREETING),
        ("？？", Manner.WORDLESS), ("👍", Manner.WORDLESS), ("  ", Manner.WORDLESS),
    ],
)  # fmt: skip
def test_what_asks_nothing_is_known(text: str, what: Manner) -> None:
    assert manner(text) is what


@pytest.mark.parametrize(
    "text",
    ["八万", "谢谢信谁发？", "你好，请假谁批？", "what about £90k?", "好人好事谁表彰", "hi, who signs contracts?", "5"],
)
def test_what_may_be_a_question_is_one(text: str) -> None:
    assert manner(text) is None
