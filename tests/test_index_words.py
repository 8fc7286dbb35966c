"""What search by words, by vectors, and their fusion promise."""

from pathlib import Path

import numpy as np
import pytest

from index import vectors, words
from index.fuse import fuse
from index.terms import terms

TEXTS = (
    "预算由校长办公会议审议。",
    "差旅费由分管副校长审批。",
    "The Board approves every lease.",
    "审批权限表（2024）",
    "票",
)


@pytest.fixture
def opened(tmp_path: Path) -> words.Words:
    words.write(((n, n // 2, text) for n, text in enumerate(TEXTS)), tmp_path / "words")
    return words.load(tmp_path / "words")


def numbers(found: list[tuple[int, float]]) -> list[int]:
    return [number for number, _ in found]


def test_chinese_becomes_pairs_and_the_rest_lower_cased_words() -> None:
    assert terms("校长办公 approves ＡＢＣ") == ["校长", "长办", "办公", "approves", "abc"]


def test_a_single_character_is_a_term() -> None:
    assert terms("票 a 票") == ["票", "a", "票"]


def test_scripts_that_touch_are_taken_apart() -> None:
    assert terms("第3条A类") == ["第", "3", "条", "a", "类"]


def test_compatibility_forms_are_one_term() -> None:
    assert terms("（１２）①") == ["12", "1"]


def test_words_find_the_passage_they_stand_in(opened: words.Words) -> None:
    assert numbers(opened.search("谁审议预算", 5))[0] == 0


def test_an_english_word_is_found_in_its_other_forms(opened: words.Words) -> None:
    assert numbers(opened.search("who can approve leases", 5)) == [2]


def test_a_passage_of_one_character_is_found(opened: words.Words) -> None:
    assert numbers(opened.search("票", 5)) == [4]


@pytest.mark.parametrize("text", ['terms:审批 AND "NOT (', "[* TO 审批}", "审批^2~ -审批 +", "审批\0\\😀"])
def test_signs_of_a_query_language_mean_nothing(opened: words.Words, text: str) -> None:
    assert set(numbers(opened.search(text, 5))) == {1, 3}


@pytest.mark.parametrize("text", ["", " ", "？！…", "😀", "\0"])
def test_a_question_without_words_finds_nothing(opened: words.Words, text: str) -> None:
    assert opened.search(text, 5) == []


def test_a_restricted_search_scores_as_an_open_one(opened: words.Words) -> None:
    everywhere = dict(opened.search("审批", 5))
    assert opened.search("审批", 5, [1]) == [(3, everywhere[3])]
    assert opened.search("审批", 5, []) == []


def test_no_passages_make_an_index_that_finds_nothing(tmp_path: Path) -> None:
    words.write([], tmp_path / "words")
    assert words.load(tmp_path / "words").search("审批", 5) == []


def test_a_missing_word_index_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(words.WordsUnreadable):
        words.load(tmp_path)


def test_a_word_index_is_read_where_no_lock_can_be_written(tmp_path: Path) -> None:
    words.write([(0, 0, "病假由校医批准。")], tmp_path / "words")
    lock = tmp_path / "words" / ".tantivy-meta.lock"
    lock.unlink()
    lock.mkdir()  # which nobody can write into as a file, root neither
    assert numbers(words.load(tmp_path / "words").search("病假", 3)) == [0]


def test_the_nearest_vector_comes_first() -> None:
    near = vectors.make(np.eye(4, dtype=np.float32))
    query = np.array([0.1, 0.9, 0.4, 0], np.float32)
    assert numbers(near.search(query, 2)) == [1, 2]


def test_a_restriction_is_kept_while_searching_and_not_after() -> None:
    near = vectors.make(np.eye(4, dtype=np.float32))
    query = np.array([0.9, 0.5, 0.4, 0.3], np.float32)
    assert numbers(near.search(query, 2, [2, 3])) == [2, 3]
    assert near.search(query, 2, []) == []


def test_more_can_be_asked_for_than_there_is() -> None:
    near = vectors.make(np.eye(2, dtype=np.float32))
    assert len(near.search(np.ones(2, np.float32), 10)) == 2
    assert len(near.search(np.ones(2, np.float32), 10, [1])) == 1


def test_vectors_are_the_same_after_a_night_on_the_disk(tmp_path: Path) -> None:
    rows = np.random.default_rng(1).random((5, 8), np.float32)
    vectors.make(rows).save(tmp_path / "v")
    assert np.array_equal(vectors.load(tmp_path / "v").rows([4, 0]), rows[[4, 0]])


def test_a_damaged_file_of_vectors_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "v").write_bytes(b"IxFI not really")
    with pytest.raises(vectors.VectorsUnreadable):
        vectors.load(tmp_path / "v")


def test_what_both_lists_have_comes_before_what_one_has_first() -> None:
    assert [number for number, _ in fuse([(1, [7, 5]), (1, [9, 5])])][0] == 5


def test_a_heavier_list_prevails() -> None:
    assert [number for number, _ in fuse([(0.7, [7]), (1, [9])])] == [9, 7]


def test_equal_scores_keep_one_order() -> None:
    assert [number for number, _ in fuse([(1, [9]), (1, [7])])] == [7, 9]
