"""After a refusal the one who hears the appeal is asked for, and before one who decides; in both languages."""

import pytest

from bot.answering.asked.contested import contested
from corpus.models import Act
from corpus.rules.reading import deeds
from tests.test_answering import reading, settled


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("挨了警告不服气，找谁说理", True),
        ("算我旷工，我不认，往哪儿申诉", True),
        ("我的条子被退了，还能找谁", True),
        ("假没批下来，再找谁", True),
        ("这笔罚款我觉得不合理，谁能改", True),
        ("泊位给谁，同意不同意归谁定", False),
        ("船员的证件谁来认定", False),
        ("谁能否决泊位的安排", False),
        ("they said no to my berth, where can I go", True),
        ("I was thrown off the list and think that's unfair, who hears me", True),
        ("the Clerk turned me down, who can take a second look", True),
        ("my berth was refused", True),
        ("who can refuse a berth", False),
        ("who looks after the berths", False),
        ("who decides on appeals", False),
    ],
)
def test_a_question_contests_what_was_decided(question: str, told: bool) -> None:
    assert contested(question) is told


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("谁决定停用泊位", ["港务科"]),
        ("我的泊位被停用了，我不服，找谁", ["船东申诉小组"]),
        ("停用泊位的决定不合理，向谁申诉", ["船东申诉小组"]),
    ],
)
def test_of_the_levels_of_a_clause_the_one_on_an_appeal_is_for_those_who_contest(question: str, who: list[str]) -> None:
    made = reading("第一条　停用泊位由港务科决定。船东不服的，可在五日内向船东申诉小组申诉，小组十日内答复。")
    assert settled(question, "1", made=made) == who


def test_who_only_asks_for_the_decision_is_not_told_who_hears_appeals() -> None:
    made = reading("1. The Clerk decides on berths. An owner whose berth is refused may turn to the Harbour Court.")
    assert settled("who decides on berths", "1", made=made) == ["Clerk"]
    assert settled("they refused my berth, who can I turn to", "1", made=made) == ["Harbour Court"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("A refused owner may turn to the Harbour Master within five days.", "Harbour Master"),
        ("A refusal must be in writing, and you can take it to the Harbour Master.", "Harbour Master"),
        ("The owner may take the matter to the Harbour Court.", "Harbour Court"),
        ("An owner turned down may ask within ten days for a review by the Deputy Clerk.", "Deputy Clerk"),
        ("船东对决定不服的，可在五日内向校申诉委员会提出书面申诉。", "校申诉委员会"),
        ("船东有疑问的，可向泊位办公室书面质疑。", "泊位办公室"),
        ("船东不服的，可以找船长申请复议。", "船长"),
    ],
)
def test_whoever_may_be_turned_to_hears_the_appeal(sentence: str, who: str) -> None:
    assert [deed.actor for deed in deeds(sentence) if deed.act is Act.DECIDE] == [who]


@pytest.mark.parametrize("sentence", ["Owners may turn to page four.", "Owners can take it home."])
def test_nobody_is_turned_to_where_nobody_stands(sentence: str) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("船东可向泊位申诉小组提出申诉，小组十日内答复。", {"船东", "泊位申诉小组"}),
        ("船东可向局港务股申请复核，港务股十日内答复。", {"船东", "局港务股"}),
        ("泊位由所在村民委员会核实，村民委员会上报。", {"所在村民委员会", "村民委员会"}),
        ("港务分委员会初审，委员会审定。", {"港务分委员会", "委员会"}),
        ("二级公司审核后报公司批准。", {"二级公司", "公司"}),
    ],
)
def test_a_body_that_acts_again_by_the_end_of_its_name_is_called_in_full(sentence: str, actors: set[str]) -> None:
    assert {deed.actor for deed in deeds(sentence)} == actors
