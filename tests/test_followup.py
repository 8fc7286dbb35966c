"""A message that leans on the question before it is understood in its light; any other stands alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.asked.followup import continued, joined, leans
from bot.talks import Talks


@pytest.mark.parametrize(
    "text",
    [
        "八万",
        "8万元。",
        "那三十万以上呢？",
        "那要是半个月呢",
        "如果是预算外的呢？",
        "£90k",
        "What about £90k?",
        "and for two weeks?",
        "if it's unpaid?",
        "大概20 grand",
        "万一是寒假呢",
        "预算外的。",
        "是省外的演出",
        "It's unpaid.",
        "outside the budget",
        "and without a receipt?",
    ],
)
def test_a_fragment_leans_on_the_question_before(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "？",
        "维修费八万谁批？",
        "如果校长出差了，学校的公章由谁负责保管和审批使用？",
        "Who approves £90k?",
        "if the chair is away, who chairs the meeting of the finance committee?",
        "请假三天找谁",
        "是谁批的",
        "租金标准",
        "预算外的谁批",
        "is it paid?",
        "好的",
        "是的。",
        "that's great, thanks",
        "in what order are the steps",
    ],
)
def test_a_whole_question_stands_alone(text: str) -> None:
    assert not leans(text)
    assert continued("采购谁批？", text) == text


def test_a_new_amount_takes_the_place_of_the_old_one() -> None:
    assert continued("8万的维修谁批？", "那三十万以上呢？") == "三十万以上，维修谁批？"
    assert continued("Who approves £5,000 for paint?", "what about £90k?") == "£90k, Who approves  for paint?"


def test_without_a_question_before_it_a_fragment_is_taken_as_it_is() -> None:
    assert continued("", "八万") == "八万"


@given(st.text(max_size=80), st.text(max_size=80))
def test_only_a_fragment_is_ever_changed(last: str, text: str) -> None:
    assert continued(last, text) == text or leans(text)


def test_each_conversation_goes_on_with_its_own_last_question() -> None:
    talks = Talks()
    talks.continued(("telegram", "a"), "维修费谁批？")
    talks.continued(("telegram", "b"), "请假谁批？")
    assert talks.continued(("telegram", "a"), "八万") == "八万，维修费谁批？"
    assert talks.continued(("telegram", "a"), "那三十万呢？") == "三十万，维修费谁批？"
    assert talks.continued(("telegram", "c"), "八万") == "八万"


def test_a_question_asked_long_ago_is_not_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    talks = Talks()
    clock = iter([0.0, 31 * 60.0])
    monkeypatch.setattr("bot.talks.time.monotonic", lambda: next(clock))
    talks.continued(("telegram", "a"), "维修费谁批？")
    assert talks.continued(("telegram", "a"), "八万") == "八万"


def test_a_reply_to_an_answer_goes_on_with_its_question_whoever_replies_and_however_much_later() -> None:
    talks = Talks()
    asker, other = (("t", person, "group") for person in ("a", "b"))
    talks.continued(asker, "六万元的维修谁批？")
    talks.answered(asker, "11")
    talks.continued(asker, "请假谁批？")
    assert talks.continued(other, "那十二万元呢？", "11") == "十二万元，维修谁批？"
    assert talks.continued(asker, "那十二万元呢？", "11") == "十二万元，维修谁批？"
    assert talks.continued(("t", "b", "elsewhere"), "那十二万元呢？", "11") == "那十二万元呢？"
    talks.forget(("t", "a"))
    assert talks.continued(("t", "c", "group"), "那十二万元呢？", "11") == "那十二万元呢？"


def test_an_amount_behind_and_goes_on_with_the_question_before() -> None:
    last = continued("who approves an order?", "12k")
    assert continued(last, "and over £80,000?") == "over £80,000, who approves an order?"
    assert not leans("and who pays £30?")


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("食堂几点开饭？", "那周末呢？", "周末，食堂几点开饭？"),
        ("8万的维修谁批？", "那三十万以上呢？", "三十万以上，维修谁批？"),
        ("食堂几点开饭", "急的打哪个电话？", "食堂几点开饭？急的打哪个电话？"),
        ("Where is the key?", "Who has it now?", "Where is the key? Who has it now?"),
        ("Where is the key", " who has it now ", "Where is the key? who has it now"),
        ("", "那周末呢？", "那周末呢？"),
    ],
)
def test_what_is_asked_of_a_person_further_tells_both_questions(last: str, text: str, whole: str) -> None:
    assert joined(last, text) == whole
