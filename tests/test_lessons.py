"""What the encoder learns from: batches without doubles, and what is no wrong answer in them."""

import json
from pathlib import Path

import pytest

from scripts.lessons import Pair, ours
from scripts.train import apart, batches, main

PAIRS = [Pair(f"q{n // 2}", f"p{n}", f"d{n % 3}", ("x",), frozenset({f"p{n}", f"p{n ^ 1}"})) for n in range(40)]


def test_no_batch_has_a_question_or_a_passage_twice_and_all_are_learned() -> None:
    made = list(batches([(PAIRS, 3)], 8))
    for batch in made:
        assert len({pair.question for pair in batch}) == len({pair.passage for pair in batch}) == len(batch)
    assert sum(map(len, made)) >= 3 * len(PAIRS) - 3 * 2
    assert {pair.passage for batch in made for pair in batch} == {pair.passage for pair in PAIRS}


def test_what_answers_a_question_too_is_no_wrong_answer_to_it() -> None:
    found = apart([PAIRS[0], PAIRS[5]], ["p0", "p5", "p1", "x"])
    assert (found < -1000).tolist() == [[False, False, True, False], [False, False, False, False]]


def test_nothing_to_learn_from_is_told_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path / "a.safetensors")])
    assert "name --pairs, --rulebook or --passages" in capsys.readouterr().err


def test_a_pair_of_ours_knows_what_else_its_document_says(tmp_path: Path) -> None:
    row = {"heading": "", "lead": "", "questions": ["who lends a boat", "谁借船"]}
    texts = [("Boats", "1", "The Clerk lends boats."), ("Boats", "2", "The Warden mends boats."), ("Eels", "1", "No.")]
    rows = [row | {"title": title, "label": label, "text": text} for title, label, text in texts]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    pairs = ours([file])
    assert [pair.question for pair in pairs[:2]] == ["who lends a boat", "谁借船"]
    assert pairs[0].passage == "Boats > 1\nThe Clerk lends boats."
    assert pairs[0].others == ("Boats > 2\nThe Warden mends boats.",)
    assert pairs[-1].others == ()
