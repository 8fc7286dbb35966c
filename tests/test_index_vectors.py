"""What the search by vectors promises however many there are."""

from pathlib import Path

import numpy as np
import pytest

from index import vectors
from index.vectors import Coarse, Flat, Matrix, Vectors

COUNT = 4_000


def unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.fixture(scope="module")
def rows() -> Matrix:
    chance = np.random.default_rng(5)
    themes = chance.normal(size=(60, 32))
    return unit(themes[chance.integers(0, 60, COUNT)] + 0.5 * chance.normal(size=(COUNT, 32)))


@pytest.fixture(scope="module", params=["exact", "eight", "cells"])
def index(request: pytest.FixtureRequest, rows: Matrix, tmp_path_factory: pytest.TempPathFactory) -> Vectors:
    limits = {"exact": (COUNT + 1, COUNT + 1), "eight": (COUNT, COUNT + 1), "cells": (COUNT, COUNT)}[request.param]
    file = tmp_path_factory.mktemp("vectors") / "v.faiss"
    vectors.make(rows, *limits).save(file)
    return vectors.load(file)


def nearest(rows: Matrix, query: Matrix, allowed: range) -> list[int]:
    return sorted(allowed, key=lambda number: -float(rows[number] @ query))[:10]


def test_nearly_all_of_the_nearest_are_found_with_their_inner_products(index: Vectors, rows: Matrix) -> None:
    chance = np.random.default_rng(6)
    hits = 0
    for query in unit(rows[::100] + 0.05 * chance.normal(size=(40, 32)).astype(np.float32)):
        found = index.search(query, 10)
        assert [score for _, score in found] == pytest.approx([float(rows[n] @ query) for n, _ in found], abs=2e-3)
        assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
        hits += len({n for n, _ in found} & set(nearest(rows, query, range(COUNT))))
    assert hits / 400 >= 0.95


@pytest.mark.parametrize("allowed", [range(7, 40), range(0, COUNT, 2), range(0)])
def test_a_search_kept_to_some_rows_finds_no_other(
    index: Vectors, rows: Matrix, allowed: range, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "FEW", 100)
    found = [number for number, _ in index.search(rows[8], 10, np.array(allowed, np.int64))]
    due = nearest(rows, rows[8], allowed)
    assert set(found) <= set(allowed)
    assert found[:1] == due[:1]
    assert len(set(found) & set(due)) >= len(due) - 1


def test_rows_come_back_nearly_as_they_went_in(index: Vectors, rows: Matrix) -> None:
    assert np.abs(index.rows([4, 0, COUNT - 1]) - rows[[4, 0, COUNT - 1]]).max() < 1e-3
    assert (len(index), index.dimension) == (COUNT, 32)
    with pytest.raises(IndexError):
        index.rows([COUNT])


def test_which_index_it_is_follows_from_the_number_of_rows(rows: Matrix) -> None:
    assert isinstance(vectors.make(rows), Flat)
    assert isinstance(vectors.make(rows[:50], 50, 60), Coarse)
    assert vectors.SOME < vectors.MANY


def test_rows_cut_short_are_a_known_error(rows: Matrix, tmp_path: Path) -> None:
    vectors.make(rows, 1).save(tmp_path / "v")
    beside = tmp_path / f"v{vectors.ROWS}"
    beside.write_bytes(beside.read_bytes()[:-5])
    with pytest.raises(vectors.VectorsUnreadable):
        vectors.load(tmp_path / "v")
