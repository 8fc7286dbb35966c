"""Who acts where somebody isn't there."""

import pytest

from bot.answering.deciding.absence import away
from tests.test_faults import asked, made

CLAUSE = "第五条 会议由主任召集和主持；主任不能履职的，由副主任主持。"


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("主任不在，会议谁主持？", "副主任"),
        ("主任出差了会议由谁主持？", "副主任"),
        ("主任有事来不了，谁来主持会议？", "副主任"),
        ("会议由谁主持？", "主任"),
    ],
)
def test_the_deputy_is_named_where_the_question_says_that_somebody_is_away(question: str, who: str) -> None:
    decision = asked(question, made(CLAUSE)).decision
    assert decision is not None
    assert [one.who for one in decision.carries_out][0] == who


@pytest.mark.parametrize("words", ["in the absence of the Chair", "if the Dean is unable to act", "校长因故不能出席的"])
def test_absence_is_told(words: str) -> None:
    assert away(words)


@pytest.mark.parametrize("words", ["不在编人员", "The Chair presides.", "有事项需要决定"])
def test_other_words_are_not(words: str) -> None:
    assert not away(words)
