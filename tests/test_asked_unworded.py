"""Questions that ask for an actor without a word for one, and acts that go by several names."""

import pytest

from bot.answering.asked.acts import acts
from bot.answering.models import Language
from corpus.models import Act
from corpus.rules.kindred import may_mean

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


@pytest.mark.parametrize(
    ("question", "lang", "first"),
    [
        ("锅炉房被扣了奖金，往哪儿申诉", "zh", (D, R)),
        ("去哪里申请复核罚单", "zh", (D, R)),
        ("换一台锅炉得上哪儿讨论", "zh", (R,)),
        ("锅炉的大修最后报到哪", "zh", (D, R)),
        ("锅炉工的任免哪里研究决定", "zh", (D,)),
        ("换个阀门班长自己能签吗", "zh", (D,)),
        ("班长批了就成吧", "zh", (D,)),
        ("new boiler for 90k, it's budgeted. approver?", "en", (D,)),
        ("boiler shutdown for a week - final word?", "en", (D,)),
        ("they refused my claim, where can I appeal", "en", (D, R)),
        ("where do I go with a complaint", "en", (D, R)),
        ("can I sign a small order myself", "en", (D,)),
        ("does anybody have to countersign when the foreman hires", "en", (D,)),
        # no actor is asked for
        ("锅炉房在哪里", "zh", ()),
        ("评审组由哪些人组成", "zh", ()),
        ("which papers need a signature", "en", ()),
        ("where is the boiler room", "en", ()),
    ],
)
def test_an_actor_is_asked_for_without_a_word_for_one(question: str, lang: Language, first: tuple[Act, ...]) -> None:
    found = acts(question, lang)
    assert found[: len(first)] == first if first else not found


@pytest.mark.parametrize(
    ("question", "lang", "both"),
    [
        ("who types up the boiler log", "en", {P, C}),
        ("大修计划谁来写", "zh", {P, C}),
        ("对罚单不服找谁", "zh", {D, R}),
        ("who countersigns the log", "en", {D, R}),
        ("签单之前谁先点头", "zh", {D, R}),
        ("who holds on to the boiler papers", "en", {S, C}),
        ("a stoker gave me a watch. which office keeps the book of gifts?", "en", {S, C}),
        ("where are the stokers' files held", "en", {S, C}),
    ],
)
def test_what_goes_by_several_names_is_asked_for_by_each(question: str, lang: Language, both: set[Act]) -> None:
    assert both <= set(acts(question, lang))


@pytest.mark.parametrize(
    ("verb", "own", "act", "may"),
    [
        ("prepared", P, C, True),
        ("起草", P, C, True),
        ("assessed", R, C, True),
        ("受理申诉", C, D, True),
        ("countersigned", D, R, True),
        ("approved", D, R, False),
        ("批准", D, C, False),
        ("publishes", C, P, False),
        ("kept", C, S, True),
        ("runs", C, S, False),
    ],
)
def test_a_printed_verb_may_stand_for_another_act(verb: str, own: Act, act: Act, may: bool) -> None:
    assert may_mean(verb, own, act) is may
