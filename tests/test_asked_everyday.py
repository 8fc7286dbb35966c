"""Which act people ask for in the words they type on a phone."""

import pytest

from bot.answering.asked.acts.reading import acts
from corpus.models import Act

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("who's final on a rent cut", D),
        ("who is final here", D),
        ("who's gotta agree to the new sign", D),
        ("who's gonna sign it off", D),
        ("does somebody still have to rubber-stamp the vote?", D),
        ("does anyone have to sign that off?", D),
        ("boss said no. who can I go over her head to", D),
        ("who dishes out punishments", D),
        ("who hands out a ban", D),
        ("who umpires a quarrel over desks", D),
        ("who's the one to ask for a refund", D),
        ("at what point do I need the board", D),
        ("who has to report on the plan before it gets voted on", R),
        ("who chips in before the board decides", R),
        ("who backs the bid before it goes out", R),
        ("who puts the bidders in order", R),
        ("can I start a claim myself or who has to", P),
        ("who does the surprise count of our till", S),
        ("who does the yearly stocktake", S),
        ("who hands out the keys", C),
        ("who puts together the interview panel", C),
    ],
)
def test_everyday_words_ask_for_an_act(question: str, act: Act) -> None:
    assert acts(question, "en")[:1] == (act,)


@pytest.mark.parametrize(
    "question", ["at what point do I need a note from the doctor", "at what point must I show proof"]
)
def test_from_when_a_paper_is_needed_asks_for_nobody(question: str) -> None:
    assert acts(question, "en") == ()


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("演出日志放在哪个组存着", (S, C)),
        ("旧剧本最后归谁归档", (C, S)),
        ("合同原件谁收着？", (S, C)),
        ("公章平时在谁手里", (C, S)),
        ("保险柜钥匙谁保管", (C, S)),
        ("巡演名单最早是哪儿列出来的？", (P,)),
        ("这个申请该由哪边先打", (P,)),
        ("上台前的改动剧组那儿批", (D,)),
        ("团长病了谁来顶班由谁定", (D,)),
        ("漏水的事谁上门看现场", (R,)),
        ("新剧单哪个组可以提修改想法", (R,)),
        ("账查完了报告要给谁看", (R, S)),
        ("后台吵起来了谁挑头去处理", (C,)),
        ("加演哪个准许", (D,)),
    ],
)
def test_everyday_chinese_asks_for_an_act(question: str, asked: tuple[Act, ...]) -> None:
    assert acts(question, "zh")[: len(asked)] == asked


@pytest.mark.parametrize("question", ["哪边可以停车", "食堂是哪边的", "你是哪里的"])
def test_a_place_asks_for_nobody(question: str) -> None:
    assert acts(question, "zh") == ()
