"""A clause that only says what ends or is amended answers no question about the matter it names."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.weighing.ending import asks, beside_the_matter, only_ends
from corpus.models import Passage


def passage(text: str, title: str = "关于部分制度的通知", lead: str = "") -> Passage:
    return Passage(id="a#1", document="a.md", label="1", breadcrumb=title, lead=lead, text=text, start=0, end=len(text))


ENDING = [
    ("《鹿鸣社区借书办法》（鹿社〔2015〕9号）自2026年1月1日起停止执行。", "", ""),
    ("经2025年12月10日主任办公会研究，决定废止下列制度：\n1. 《借书办法》；\n2. 《门禁规定》。", "", ""),
    ("1. 《借书办法》；", "关于废止部分制度的通知", ""),
    ("（二）《借书办法》（2015年印发）。", "关于部分制度的通知", "下列文件同时废止："),
    ("鉴于机构职能调整，《借书办法》第三条、第五条自2026年2月1日至2026年6月30日暂停执行。", "", ""),
    ("第九条 本办法自2026年3月1日起施行，《借书办法》同时废止。", "", ""),
    ("对《借书办法》作如下修改：", "", ""),
    ("The Trustees resolved on 4 May 2026 that the following policies are withdrawn from 1 June 2026:", "", ""),
    ("- Book Lending Policy", "Notice of withdrawal", ""),
    ("The Book Lending Policy is repealed from 1 June 2026.", "", ""),
    ("Section 3 of the Kiln Rules is suspended until further notice.", "", ""),
    ("9. This policy takes effect on 1 June 2026 and replaces the Book Lending Policy of 2017.", "", ""),
]  # fmt: skip
MORE = [
    ("《借书办法》自2026年1月1日起停止执行，借书改由馆长批准。", "", ""),
    ("将第三条修改为：“借书由馆长批准。”", "关于修改《借书办法》的决定", ""),
    ("借书证过期作废。", "", ""),
    ("因公借书由馆长批准，旧证作废。", "", ""),
    ("借书依照《借书办法》办理。", "关于废止部分制度的通知", ""),
    ("1. 《借书办法》；", "借书工作手册", "馆员应当熟悉："),
    ("Lost cards are cancelled by the porter within two days.", "", ""),
    ('Section 2 of the Kiln Rules is replaced by: "2. Firing is approved by the Dean."', "", ""),
    ("The card of a member who moves away is withdrawn by the Librarian.", "", ""),
    ("These Standing Orders may be suspended for one item by the members present.", "", ""),
    ("It may be extended by the Committee, and a member is not to be suspended for more than ten days.", "", ""),
    ("This rule is replaced by whoever chairs the meeting with another for the day.", "", ""),
    ("Books lent to the Reading Club are returned in June.", "Notice of withdrawal", ""),
]


@pytest.mark.parametrize(("text", "title", "lead"), ENDING)
def test_a_clause_that_only_ends_something_is_known(text: str, title: str, lead: str) -> None:
    assert only_ends(passage(text, title or "关于部分制度的通知", lead))


@pytest.mark.parametrize(("text", "title", "lead"), MORE)
def test_a_clause_that_says_more_is_not_one(text: str, title: str, lead: str) -> None:
    assert not only_ends(passage(text, title or "关于部分制度的通知", lead))


@pytest.mark.parametrize(
    ("question", "about_it"),
    [
        ("借书由谁批准？", False),
        ("借书办法废止了吗？", True),
        ("借书办法第三条还有效吗？", True),
        ("借书最多几本？", False),
        ("Who approves the lending of books?", False),
        ("Is the Book Lending Policy still in force?", True),
        ("When was the Book Lending Policy repealed?", True),
    ],
)
def test_only_a_question_of_what_holds_rests_on_such_a_clause(question: str, about_it: bool) -> None:
    asked = understand(question)
    assert asks(asked) is about_it
    for text in ("《借书办法》自2026年1月1日起废止。", "The Book Lending Policy is repealed from 1 June 2026."):
        assert beside_the_matter(asked, passage(text)) is not about_it


def test_who_asks_from_when_a_rule_holds_is_told_by_the_article_that_also_ends_another() -> None:
    last = passage("第九条 本办法自2026年3月1日起施行，《借书办法》同时废止。")
    assert not beside_the_matter(understand("新的借书办法几号开始？"), last)
    assert beside_the_matter(understand("借书由谁批准？"), last)
