"""Which clauses contradict each other, and which goes first."""

import pytest

from bot.answering.answer import compose
from bot.answering.conflict import same
from bot.answering.evidence import Found, weigh
from bot.answering.models import Status
from bot.answering.question import understand
from corpus.document import document
from corpus.models import Facts, Line


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("区文化局", "文化局", True),
        ("馆务会", "馆务会议", True),
        ("副馆长", "馆长", False),
        ("理事会主席", "理事会", False),
        ("the keeper", "keeper", True),
        ("deputy keeper", "keeper", False),
        ("board", "chair of the board", False),
    ],
)
def test_a_longer_name_is_the_same_actors_unless_it_names_another_post(one: str, other: str, alike: bool) -> None:
    assert same(one, other) is alike


def test_a_director_contradicts_a_deputy_director() -> None:
    texts = {"a": "第一条 馆外演出由副馆长批准。", "b": "第九条 馆外演出由馆长批准。"}
    facts = {"a": Facts(title="演出办法", rank="2"), "b": Facts(title="馆务规程", rank="1")}
    made = {k: document(f"{k}.md", k, facts[k], "0" * 64, [Line(text=text)]) for k, text in texts.items()}
    asked = understand("馆外演出谁批准")
    found = [Found(passage=d.passages[0], facts=d.facts, cosine=0.8, rules=d.rules) for d in made.values()]
    weighed = weigh(asked, found, lambda term: 1.0)
    answer = compose(asked, weighed, {d.path: d for d in made.values()}, lambda term: 1.0, lambda one, other: 0.9)
    assert answer.status is Status.CONFLICT
    assert [option.who for option in answer.options] == ["馆长", "副馆长"]
