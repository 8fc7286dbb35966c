"""Words of one language find clauses written in the other."""

import re

import pytest

from corpus.glossary import ENTRIES, across


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
