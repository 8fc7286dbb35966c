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
