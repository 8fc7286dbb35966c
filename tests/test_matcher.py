"""What the matcher promises: it says of a passage what it was taught, whatever is found beside it."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save_file as save_arrays
from safetensors.torch import save_file

from bot.desk import Desk
from bot.settings import Settings
from index import matcher, tokens
from index.matcher import APART, ENCODER, Matcher, MatcherDamaged
from index.model.adapter import WIDTH
from scripts.evaluate import plain_label, rows
from scripts.examples import Example, Question
from scripts.train_matcher import main, network, said, taught, tensors

ROOT = Path(__file__).parent.parent
counts = st.lists(st.integers(0, 5), min_size=1, max_size=5)


def some(count: int, seed: int) -> tokens.Tokens:
    vectors = np.random.default_rng(seed).normal(size=(count, WIDTH)).astype(np.float32)
    return tokens.rounded(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def written(folder: Path, nets: list[object], apart: list[list[str]]) -> Matcher:
    file = folder / "matcher.safetensors"
    learned = {name: one for n, net in enumerate(nets) for name, one in tensors(net, n).items()}
    save_file(learned, file, {APART: json.dumps(apart), ENCODER: "ours"})
    return matcher.load(file)


def random_network(seed: int) -> object:
    import torch

    torch.manual_seed(seed)
    net = network()
    with torch.no_grad():
        for tensor in net.parameters():
            tensor.copy_(torch.randn_like(tensor) * 0.2)
    return net.eval()


@pytest.fixture(scope="module")
def ours() -> Matcher:
    return matcher.load()


@given(counts, st.integers(0, 4))
def test_what_is_found_beside_a_passage_changes_nothing(lengths: list[int], asked: int) -> None:
    known, question = matcher.load(), some(asked, 99)
    passages = [some(count, seed) for seed, count in enumerate(lengths)]
    together = known.match(question, passages)
    alone = [known.match(question, [one])[0] for one in passages]
    assert together == pytest.approx(alone, abs=1e-3)
    for length, value in zip(lengths, together, strict=True):
        assert value == 0.0 or (length and asked)


def test_the_product_says_what_was_learned(tmp_path: Path) -> None:
    import torch

    nets = [random_network(seed) for seed in (1, 2)]
    known = written(tmp_path, nets, [["clinic"], ["works", "college"]])
    question, passages = some(4, 7), [some(count, count) for count in (1, 3, 9)]
    example = Example(question, passages, np.zeros(3, np.float32), answered=True)
    with torch.no_grad():
        learned = [said(net, example).numpy() for net in nets]
    assert known.match(question, passages) == pytest.approx(np.mean(learned, axis=0).tolist(), abs=0.02)
    assert known.without("college").match(question, passages) == pytest.approx(learned[1].tolist(), abs=0.02)
    assert known.without("unheard of").match(question, passages) == pytest.approx(known.match(question, passages))


def test_it_learns_what_likeness_does_not_tell() -> None:
    """A question of one kind is answered by passages of the other, which is far from it."""
    chance = random.Random(3)
    kind, answer, other = some(1, 1), some(1, 2), some(1, 3)

    def question(seed: int) -> Question:
        passages = [np.concatenate([mark, some(3, 10 * seed + n)]) for n, mark in enumerate((other, other, answer))]
        return Question(
            "made", np.concatenate([kind, some(2, seed)]), passages, np.zeros(3, np.float32),
            np.array([False, False, True]),
        )  # fmt: skip

    net = taught([question(seed) for seed in range(200)], 40, 1).eval()
    unseen = [question(seed) for seed in range(1000, 1030)]
    firsts = [int(np.argmax(said(net, one.example(chance)).detach().numpy())) for one in unseen]
    assert np.mean([first == 0 for first in firsts]) > 0.8


def test_a_question_without_an_answer_has_no_right_passage() -> None:
    question = Question("made", some(2, 1), [some(2, n) for n in range(4)], np.arange(4.0, dtype=np.float32),
                        np.zeros(4, bool))  # fmt: skip
    example = question.example(random.Random(1))
    assert not example.answered
    assert len(example.passages) == 4


def test_for_an_encoder_it_did_not_learn_from_it_says_nothing() -> None:
    assert matcher.fitting("another@1").match(some(2, 1), [some(3, 2)]) == [0.0]


@pytest.mark.parametrize("harm", ["missing", "cut", "without a part"])
def test_a_damaged_file_is_named_in_one_line(tmp_path: Path, harm: str) -> None:
    file = tmp_path / "matcher.safetensors"
    if harm == "cut":
        file.write_bytes(matcher.FILE.read_bytes()[:1000])
    elif harm == "without a part":
        save_arrays({"0.norm.bias": np.zeros(3, np.float16)}, file, {APART: '[["clinic"]]', ENCODER: "ours"})
    with pytest.raises(MatcherDamaged) as caught:
        matcher.load(file)
    assert "get the file again" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_file_was_learned_from_the_encoder_in_the_repository(sample_data: Path, ours: Matcher) -> None:
    desk = Desk.open(Settings.from_env({}).model_copy(update={"data": sample_data}), logged=False)
    assert desk.index().encoder.name == ours.encoder


def test_clauses_that_answer_stand_above_those_that_look_alike(sample_data: Path) -> None:
    """On the sample's questions that nothing was learned from: real model, real index."""
    index = Desk.open(Settings.from_env({}).model_copy(update={"data": sample_data}), logged=False).index()
    asked = [row for path in sorted((ROOT / "tests" / "golden").glob("*.jsonl")) for row in rows(path)]
    better = []
    for row in asked:
        wanted = {(one["document"], plain_label(one["clause"])) for one in row.get("expect", [])}
        if row.get("split") != "held" or not wanted:
            continue
        hits = index.search(row["question"], k=6)
        right = [hit.match for hit in hits if (hit.passage.document, plain_label(hit.passage.label)) in wanted]
        wrong = [hit.match for hit in hits if (hit.passage.document, plain_label(hit.passage.label)) not in wanted]
        better += [max(right) > one for one in wrong] if right else []
    assert len(better) > 100
    assert np.mean(better) > 0.75


def test_the_command_teaches_a_matcher_that_the_product_reads(sample_data: Path, tmp_path: Path) -> None:
    out = tmp_path / "matcher.safetensors"
    asked = ROOT / "tests" / "golden" / "cross.jsonl"
    other = tmp_path / "other"
    other.symlink_to(sample_data)
    books = ["--rulebook", str(sample_data), str(asked), "--rulebook", str(other), str(asked)]
    assert main([*books, "--out", str(out), "--parts", "2", "--steps", "3"]) == 0
    known = matcher.load(out)
    assert known.encoder == matcher.load().encoder
    assert known.without(sample_data.name).match(some(3, 1), [some(4, 2)]) != [0.0]


def test_fewer_rulebooks_than_parts_are_told_in_one_line(
    sample_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, out = ROOT / "tests" / "golden" / "cross.jsonl", tmp_path / "matcher.safetensors"
    assert main(["--rulebook", str(sample_data), str(asked), "--out", str(out), "--parts", "2"]) == 1
    assert "2 parts need as many rulebooks, and there are 1" in capsys.readouterr().err
    assert not out.exists()
