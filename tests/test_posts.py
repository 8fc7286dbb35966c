"""Who holds a post, makes up a body or leads its meetings: what is read of it, and what is answered."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.weighing.seats import of_the_seat, seated, seats
from corpus.models import Act
from corpus.rules.reading import deeds
from tests.test_faults import asked, made
from tests.test_rules import reading

LED = "第二条 研究所成立考核小组，组长由所长担任，副组长由副所长担任，成员由各部门负责人组成。"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("评审小组组长由院长兼任。", ["院长"]),
        ("小组办公室设在人事科，人事科科长任办公室主任。", ["人事科科长"]),
        ("评审小组由院长任组长。", ["院长"]),
        ("评审委员会由七名专家组成。", ["七名专家"]),
        ("评审小组由总务科、财务科和纪检室组成。", ["总务科", "财务科", "纪检室"]),
        ("评审委员会会议由主任委员召集和主持。", ["主任委员"]),
        ("监事由职工代表担任，任期三年。", ["职工代表"]),
        ("审稿组组长由符合条件的编辑担任。", ["符合条件的编辑"]),
    ],
)
def test_who_holds_a_post_or_makes_up_a_body_is_read(sentence: str, who: list[str]) -> None:
    assert [deed.actor for deed in deeds(sentence) if deed.act is Act.CARRY_OUT] == who


@pytest.mark.parametrize(
    "sentence",
    [
        "不得由被考核人担任组长。",
        "有下列情形的人员不得担任监事。",
        "监事可以由职工代表担任。",
        "办公室主任的任期为三年。",
    ],
)
def test_who_may_not_or_only_could_hold_a_post_is_not(sentence: str) -> None:
    assert not [deed for deed in deeds(sentence) if deed.verb in ("担任", "任")]


def test_each_of_several_posts_is_a_matter_of_its_own() -> None:
    matters = {rule.actor: rule.matter.rpartition("，")[2] for rule in reading(LED).rules}
    assert matters == {"所长": "组长", "副所长": "副组长", "各部门负责人": "成员"}


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("考核小组组长是谁？", ["所长"]),
        ("谁担任考核小组副组长？", ["副所长"]),
        ("考核小组的成员有谁？", ["各部门负责人"]),
    ],
)
def test_the_answer_names_who_holds_the_post_that_is_asked_for(question: str, who: list[str]) -> None:
    decision = asked(question, made(LED)).decision
    assert decision is not None
    assert [one.who for one in decision.carries_out] == who


def test_where_no_post_is_named_all_are_told() -> None:
    rules = reading(LED).rules
    assert of_the_seat("考核小组怎么定的", rules) == list(rules)


@pytest.mark.parametrize("question", ["评审委员会由谁组成", "评审委员会有哪些成员？", "组长是谁", "谁当组长"])
def test_a_chinese_question_for_who_sits_where_is_one(question: str) -> None:
    assert seats(understand(question).text)


@pytest.mark.parametrize(
    "question",
    [
        "Who sits on the panel?",
        "Who are the members of the Board?",
        "Who is the secretary?",
        "How is the committee made up?",
    ],
)
def test_a_question_for_who_sits_where_is_one(question: str) -> None:
    assert seats(understand(question).text)


@pytest.mark.parametrize("question", ["谁批准请假？", "成立委员会要几天", "Who approves leave?", "Is the chair paid?"])
def test_any_other_question_is_none(question: str) -> None:
    assert not seats(understand(question).text)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The panel consists of three governors and the Bursar.", True),
        ("The Head is chair of the panel.", True),
        ("评审委员会成员为五至七人。", True),
        ("The panel meets in June.", False),
        ("组成部分见附件。", False),
    ],
)
def test_a_clause_that_says_who_sits_there_is_told_from_others(words: str, told: bool) -> None:
    assert seated(words, ()) is told


def test_who_sits_on_a_body_does_not_do_what_it_is_for() -> None:
    house = made("第二条 采购领导小组由院长、总务科长和财务科长组成。")
    assert asked("谁负责采购？", house).decision is None
    sits = asked("采购领导小组由谁组成？", house).decision
    assert sits is not None
    assert [one.who for one in sits.carries_out] == ["院长", "总务科长", "财务科长"]


def test_what_a_body_does_is_no_answer_to_who_sits_on_it() -> None:
    answer = asked(
        "Who sits on the Salaries Panel?", made("2.3 The Salaries Panel has three wardens. It sets all salaries.")
    )
    assert answer.decision is None
