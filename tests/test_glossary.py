"""Words of one language find clauses written in the other."""

import re

import pytest

from bot.answering.asked.question import understand
from corpus.glossary import ENTRIES, across, glossary
from corpus.models import Term


@pytest.mark.parametrize(
    ("words", "chinese"),
    [
        (["budget"], "预算"),
        (["approves"], "审批"),
        (["approval"], "批准"),
        (["purchases"], "采购"),
        (["repairs"], "维修"),
        (["dismissal"], "辞退"),
        (["probation"], "试用期"),
        (["subletting"], "转租"),
        (["prescriptions"], "处方"),
        (["petition"], "信访"),
        (["scholarships"], "奖学金"),
        (["minutes"], "纪要"),
    ],
)
def test_an_english_word_finds_its_chinese_names_whatever_its_ending(words: list[str], chinese: str) -> None:
    assert any(chinese in names for names in across(words, " ".join(words)))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("报销差旅费找谁", "travel"),
        ("申诉几天内提出", "appeal"),
        ("合同谁签", "contract"),
        ("请假", "leave"),
        ("弃权怎么算", "abstain"),
        ("备用金", "petty"),
        ("转正谁批", "probation"),
        ("护工", "carer"),
    ],
)
def test_a_chinese_question_finds_the_english_names_of_its_terms(text: str, english: str) -> None:
    assert any(english in names for names in across([], text))


def test_a_word_of_no_rulebook_has_no_other_name() -> None:
    assert across(["umbrella"], "umbrella") == ()


def test_alternatives_stay_together_and_come_once() -> None:
    found = across(["leave"], "leave leave")
    assert len(found) == len(set(found))
    assert any(len(names) > 1 for names in found)


def test_every_entry_pairs_chinese_with_english() -> None:
    for chinese, english in ENTRIES:
        assert all(re.fullmatch("[一-鿿]+", word) for word in chinese)
        assert english
        assert all(re.fullmatch("[a-z-]+", word) for word in english)


def test_no_chinese_term_is_entered_twice() -> None:
    terms = [term for chinese, _ in ENTRIES for term in chinese]
    assert sorted({t for t in terms if terms.count(t) > 1}) == []


# ---- the glossary that an admin keeps beside the documents


def test_a_glossary_has_two_columns_and_a_slash_between_names() -> None:
    grid = [
        ["备注", "ZH", "English"],
        ["", "党政联席会议/联席会", "joint leadership meeting／JLM"],
        ["", "内控专员", "internal control officer"],
    ]
    made = glossary("glossary.csv", grid)
    assert made.wrong == ()
    assert [(term.zh, term.en) for term in made.terms] == [
        (("党政联席会议", "联席会"), ("joint leadership meeting", "JLM")),
        (("内控专员",), ("internal control officer",)),
    ]


def test_each_wrong_row_is_named_and_the_others_count() -> None:
    grid = [["zh", "en"], ["学部", "division"], ["学部", ""], ["division", "学部"], [], ["学部", "--"], [None, "hall"]]
    made = glossary("glossary.xlsx", grid)
    assert [term.en for term in made.terms] == [("division",)]
    assert made.wrong == (
        "glossary.xlsx row 3: the column en is empty: fill it in, or delete the row",
        "glossary.xlsx row 4: “division” in the column zh has no Chinese characters: zh is for Chinese, en for English",
        "glossary.xlsx row 6: “--” in the column en has no letter: write the English name",
        "glossary.xlsx row 7: the column zh is empty: fill it in, or delete the row",
    )


def test_a_glossary_without_its_columns_is_left_out() -> None:
    made = glossary("glossary.csv", [["学部", "division"]])
    assert (made.terms, [item.path for item in made.left_out]) == ((), ["glossary.csv"])
    assert "name them so" in made.left_out[0].reason


OWN = (
    Term(zh=("党政联席会议", "联席会"), en=("joint leadership meeting", "JLM")),
    Term(zh=("联席办",), en=("JLM",)),
    Term(zh=("会议",), en=("gathering",)),
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who chairs the Joint Leadership Meetings", ("党政联席会议", "联席会")),
        ("who writes the JLM's minutes", ("党政联席会议", "联席会", "联席办")),
        ("联席会谁主持", ("joint leadership meeting", "jlm")),
        ("会议谁主持", ("gathering",)),
    ],
)
def test_an_admins_name_is_found_whole_and_in_other_forms(question: str, names: tuple[str, ...]) -> None:
    assert names in understand(question, own=OWN).across


def test_the_words_of_an_admins_name_mean_nothing_else() -> None:
    asked = "who chairs the joint leadership meeting"
    assert any("会议" in names for names in understand(asked).across)
    assert not any("会议" in names for names in understand(asked, own=OWN).across)
    assert not any(
        "meeting" in names or "gathering" in names for names in understand("党政联席会议谁主持", own=OWN).across
    )


def test_half_of_an_admins_name_is_not_its_name() -> None:
    assert understand("who leads the joint meeting", own=OWN).across == understand("who leads the joint meeting").across
