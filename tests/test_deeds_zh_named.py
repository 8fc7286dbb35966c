"""Chinese actors called by what looks like a verb, a place or an amount: where each name is over."""

import pytest

from corpus.rules.chinese.wording import deeds


def said(sentence: str) -> list[tuple[str, str]]:
    """Return the actor and the act of each deed of a sentence."""
    return [(deed.actor, deed.act.value) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("借展品出馆的，展陈部签意见，分馆执行馆长批。", [("展陈部", "reviews"), ("分馆执行馆长", "decides")]),
        ("临时闭馆由东馆执行主任决定。", [("东馆执行主任", "decides")]),
        ("各分馆执行馆长的决定。", [("各分馆", "carries_out")]),
        ("走失人员由救助站值班社工登记。", [("救助站值班社工", "carries_out")]),
        ("外借图纸的，应先征得档案室正职同意。", [("档案室正职", "decides")]),
    ],
)
def test_a_title_that_opens_like_a_verb_is_one_name(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize("sentence", ["新湖集团教育集团行政处", "钥匙由仓库组长和值夜护士各持一把。"])
def test_a_name_is_not_cut_where_its_head_goes_on(sentence: str) -> None:
    assert said(sentence) == []


def test_whom_somebody_signs_with_decides_nothing() -> None:
    assert said("跟值班社工签协议就行。") == []
