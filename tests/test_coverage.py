"""Which terms stand in a text, and what is kept of the texts that were looked at."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.weighing.coverage import plain, stands
from bot.answering.weighing.evidence import Found, weigh
from bot.answering.weighing.support import support
from corpus.document import document
from corpus.models import Facts, Line

HALL = document(
    "hall.md", "hall", Facts(title="馆务规程"), "0" * 64,
    [Line(text="第一条 礼堂出租由馆长批准。"), Line(text="第二条 钥匙由门卫保管。")],
)  # fmt: skip


@pytest.mark.parametrize(
    ("term", "text", "does"),
    [
        ("approval", "the keeper approves it", True),
        ("rent", "current lettings", False),
        ("rent", "current rent", True),
        ("rent", "the current_rent", False),
        ("rent", "rent", True),
        ("rent", "", False),
        ("rent", "(rent)", True),
        ("(re)let", "it is (re)let", False),
        ("(re)let", "it is un(re)let", True),
        ("ation", "a nation", False),
        ("租金", "礼堂租金表", True),
    ],
)
def test_an_english_term_stands_where_a_word_begins_with_it(term: str, text: str, does: bool) -> None:
    assert stands(term, text) is does


def test_clauses_weighed_together_are_not_kept_as_one_text() -> None:
    asked = understand("礼堂谁批")
    found = [Found(passage=one, facts=HALL.facts, cosine=0.9) for one in HALL.passages]
    weighed = weigh(asked, found, lambda term: 1.0)
    support(asked, weighed, lambda term: 1.0)
    kept = plain.cache_info().currsize
    support(asked, weighed[::-1], lambda term: 1.0)
    assert len(weighed) == 2
    assert plain.cache_info().currsize == kept
