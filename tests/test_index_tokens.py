"""What the vectors of single tokens promise."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Index, build, tokens
from index.tokens import TokensUnreadable
from tests.fakes import HashingEncoder, document

counts = st.lists(st.integers(0, 4), min_size=1, max_size=6)


def some(count: int, seed: int, width: int = 8) -> tokens.Tokens:
    vectors = np.random.default_rng(seed).normal(size=(count, width)).astype(np.float32)
    return tokens.rounded(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def shelf(found: list[tokens.Tokens]) -> tokens.Shelf:
    starts = np.cumsum([0, *(len(rows) for rows in found)])
    return tokens.Shelf([tokens.File(np.concatenate([*found, tokens.none(8)]), starts)])


@given(counts, st.integers(0, 3))
def test_each_token_of_a_question_finds_the_nearest_of_each_passage(lengths: list[int], asked: int) -> None:
    found, question = [some(n, seed) for seed, n in enumerate(lengths)], some(asked, 99)
    near = shelf(found).near(question, range(len(found)))
    assert near.shape == (len(found), asked)
    for row, rows in zip(near, found, strict=True):
        for value, token in zip(row, question.astype(int), strict=True):
            nearest = max((token @ other for other in rows.astype(int)), default=0) / tokens.SCALE**2
            assert value == pytest.approx(nearest, abs=1e-4)


@given(counts)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, lengths: list[int]) -> None:
    found = [some(n, seed) for seed, n in enumerate(lengths)]
    place = tmp_path_factory.mktemp("tokens") / "tokens"
    tokens.write(found, place)
    opened = tokens.load([place])
    assert len(opened) == len(found)
    for number, rows in enumerate(found):
        assert (opened.rows(number) == rows).all()


def test_a_file_cut_short_is_a_known_error(tmp_path: Path) -> None:
    tokens.write([some(3, 1)], tmp_path / "tokens")
    file = tmp_path / "tokens" / tokens.ROWS
    file.write_bytes(file.read_bytes()[:-5])
    with pytest.raises(TokensUnreadable):
        tokens.load([tmp_path / "tokens"])


def test_a_passage_that_holds_every_word_is_touched_more_than_one_that_lacks_some(tmp_path: Path) -> None:
    encoder = HashingEncoder(dimension=4096)
    build([document("leave", "事假由班主任批准。", "病假由校医批准。")], tmp_path, encoder)
    hits = {hit.passage.id: hit for hit in Index.open(tmp_path, encoder).search("病假校医")}
    assert hits["leave#2"].touched == pytest.approx(1, abs=0.02)
    assert hits["leave#1"].touched == pytest.approx(0.25, abs=0.02)
    assert hits["leave#1"].missed == pytest.approx(0, abs=0.02)


def test_vectors_of_tokens_are_kept_when_a_text_is_not_encoded_again(tmp_path: Path) -> None:
    one, other = document("one", "事假由班主任批准。"), document("other", "病假由校医批准。")
    build([one], tmp_path, HashingEncoder())
    before = Index.open(tmp_path, HashingEncoder()).tokens.rows(0).copy()
    build([other, one], tmp_path, HashingEncoder())
    assert (Index.open(tmp_path, HashingEncoder()).tokens.rows(1) == before).all()


def test_where_all_would_take_too_much_room_the_first_of_each_are_kept(tmp_path: Path) -> None:
    found = [some(5, 1), some(2, 2), some(9, 3)]
    tokens.write(found, tmp_path / "tokens", tokens.most(len(found), room=10))
    opened = tokens.load([tmp_path / "tokens"])
    assert [len(opened.rows(number)) for number in range(3)] == [3, 2, 3]
    assert all((opened.rows(number) == rows[:3]).all() for number, rows in enumerate(found))
