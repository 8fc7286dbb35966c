"""What the frameworks beside us are given to search."""

from pathlib import Path

import numpy as np

from benchmarks.peers.material import Given, asked, drawn, read, write

ROWS = [{"id": n, "title": f"第{n}条", "text": f"第{n}条的内容"} for n in range(50)]
QUERIES = [{"id": n, "text": "？", "relevant": [7 * n, 7 * n + 1]} for n in range(6)]


def test_every_relevant_passage_is_drawn_and_the_rest_by_chance_but_the_same_each_time() -> None:
    some = drawn(ROWS, QUERIES, 20)
    ids = [row["id"] for row in some]
    assert {id for query in QUERIES for id in query["relevant"]} <= set(ids)
    assert (len(ids), ids) == (20, sorted(ids))
    assert drawn(ROWS, QUERIES, 20) == some


def test_no_more_is_drawn_than_there_is_and_no_less_than_is_relevant() -> None:
    assert drawn(ROWS, QUERIES, 10_000) == ROWS
    assert len(drawn(ROWS, QUERIES, 1)) == 12


def test_questions_that_were_learned_from_are_not_asked() -> None:
    assert [row["id"] for row in asked([{"id": n} for n in range(16)], 3)] == [0, 5, 10]


def test_what_is_given_reaches_another_process_as_it_was(tmp_path: Path) -> None:
    given = Given(ROWS, np.eye(50, 8, dtype=np.float32), "model")
    write(given, tmp_path)
    found = read(tmp_path)
    assert (found.ids[3], found.texts[3], found.model) == ("3", "第3条\n第3条的内容", "model")
    assert (found.vectors == given.vectors).all()
