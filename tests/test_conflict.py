"""Which clauses contradict each other, and which goes first."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.deciding.conflict import rivals
from bot.answering.deciding.names import same
from bot.answering.models import Status
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Found, weigh
from bot.answering.weighing.select import choose, rules_first
from corpus.document import document
from corpus.models import Facts, Kind, Line
from tests.composing import Standing, answered


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
        ("馆长", "馆长办公会", False),
        ("理事", "理事会", False),
        ("进修生", "进修生院", False),
        ("工会", "工会委员会", True),
        ("trustees", "trustees' audit committee", False),
        ("audit committee", "audit committee of the board", True),
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
    answer = compose(asked, weighed, {d.path: d for d in made.values()}, lambda term: 1.0, Standing(0.9))
    assert answer.status is Status.CONFLICT
    assert [option.who for option in answer.options] == ["馆长", "副馆长"]


REPAIRS = document(
    "a.md",
    "a",
    Facts(title="修缮办法"),
    "0" * 64,
    [
        Line(text="第三条 计划内的修缮，2万元以下的由副馆长审批，2万元以上的由馆长审批。"),
        Line(text="第四条 计划外的修缮，2万元以下的由馆长审批，2万元以上的由馆务会审批。"),
    ],
)


def test_an_amount_with_its_case_left_open_is_asked_back_with_both_cases() -> None:
    answer = answered("修缮要1万元谁审批", REPAIRS)
    assert answer.status is Status.CLARIFY
    assert {(option.condition[:3], option.who) for option in answer.options} == {
        ("计划内", "副馆长"),
        ("计划外", "馆长"),
    }
    assert len({option.citation for option in answer.options}) == 2


@pytest.mark.parametrize(
    ("question", "who"), [("计划内修缮1万元谁审批", "副馆长"), ("没列进计划的修缮1万元谁审批", "馆长")]
)
def test_the_case_that_a_question_names_decides(question: str, who: str) -> None:
    answer = answered(question, REPAIRS)
    assert answer.decision is not None
    assert [w.who for w in answer.decision.decides] == [who]


def test_what_a_clause_says_of_something_else_is_no_case_left_open() -> None:
    lines = [
        "3.1 Orders for boats of up to £900 are approved by the Cellarer. The list is kept.",
        "3.2 Orders for oars of up to £900 are approved by the Almoner. The list shall not be kept.",
    ]
    made = document("b.md", "b", Facts(title="Boats"), "0" * 64, [Line(text=line) for line in lines])
    assert answered("who approves an order for boats of £500", made).status is Status.ANSWERED


def opposed(lines: dict[str, str], question: str, before: float) -> list[str]:
    """Return who decides on each side that one clause of each document takes, so far before all else, or none."""
    made = {k: document(f"{k}.md", k, Facts(title=k), "0" * 64, [Line(text=text)]) for k, text in lines.items()}
    asked = understand(question)
    found = [Found(passage=d.passages[0], facts=d.facts, cosine=0.6, rules=d.rules) for d in made.values()]
    weighed = weigh(asked, found, lambda term: 1.0)
    answer = compose(asked, weighed, {d.path: d for d in made.values()}, lambda term: 1.0, Standing(0.6, before))
    return sorted(option.who for option in answer.options) if answer.status is Status.CONFLICT else []


STALLS = {
    "剧场规程": "第三条 排练厅、侧台等场地有偿提供给外单位使用的，由剧务科拟订办法，院务会决定。",
    "开放须知": "第八条 外单位有偿使用侧台、排练厅办班的，提前十天申请，由剧务科科长批准。",
}


def test_the_same_matter_in_another_order_of_words_is_a_contradiction() -> None:
    assert opposed(STALLS, "外单位想租用排练厅，谁批准", 0.1) == ["剧务科科长", "院务会"]


def test_clauses_to_which_others_are_liker_contradict_nothing() -> None:
    assert opposed(STALLS, "外单位想租用排练厅，谁批准", -0.2) == []


def test_two_ladders_on_one_matter_contradict_at_an_amount_that_both_hold() -> None:
    lines = {
        "经费办法": "第九条 参加外地进修的，进修费每人每次超过800元的，由团长签批；800元以内的由副团长签批。",
        "人员办法": "第六条 外地进修学习，进修费每人每次不超过500元的由队长决定；超过500元的由副团长决定。",
    }
    assert opposed(lines, "去外地进修，进修费900元谁批", 0.1) == ["副团长", "团长"]


def test_a_handout_that_names_somebody_else_stands_beside_the_rule_and_after_it() -> None:
    texts = {"a": "第一条 馆外演出由演出部主任批准。", "b": "第九条 馆外演出由馆长批准。"}
    facts = {"a": Facts(title="演出问答", kind=Kind.REFERENCE, rank="1"), "b": Facts(title="馆务规程")}
    made = {k: document(f"{k}.md", k, facts[k], "0" * 64, [Line(text=text)]) for k, text in texts.items()}
    asked = understand("馆外演出谁批准")
    found = [Found(passage=d.passages[0], facts=d.facts, cosine=0.8, rules=d.rules) for d in made.values()]
    weighed = rules_first(weigh(asked, found, lambda term: 1.0))
    near = Standing(0.9)
    answer = compose(
        asked, choose(weighed)[:1], {d.path: d for d in made.values()}, lambda term: 1.0, near,
        rivals(weighed, choose(weighed)[:1], near),
    )  # fmt: skip
    assert answer.status is Status.CONFLICT
    assert [option.who for option in answer.options] == ["馆长", "演出部主任"]
    assert "参考材料" in answer.text


@pytest.mark.parametrize(("extent", "sides"), [("，不论价值大小", ["保管部主任", "馆长"]), ("", [])])
def test_what_holds_for_every_amount_contradicts_a_ladder(extent: str, sides: list[str]) -> None:
    lines = {
        "藏品办法": "第九条 复制品报废，价值6000元以下的由保管部主任批准；6000元以上的由馆务会批准。",
        "库房办法": f"第六条 复制品报废{extent}，由馆长批准。",
    }
    assert opposed(lines, "一件4000元的复制品要报废谁批", 0.1) == sides
