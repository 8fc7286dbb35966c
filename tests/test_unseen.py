"""Rulebooks to learn from: each is opened with what learned nothing from it, and teaches what answers its questions."""

import argparse
from pathlib import Path

import numpy as np
import pytest

from bot.answering.weighing.weights import Feature
from bot.settings import Settings
from index import matcher
from index.encoder import find
from index.generation.suited import ModelMismatch
from scripts.fit import cases, signs_of
from scripts.lessons import of_rulebook
from scripts.reindex import reindex
from scripts.soup import mean
from scripts.unseen import learned, opened, rulebook_arguments

ROOT = Path(__file__).parent.parent
ASKED = ROOT / "tests" / "golden" / "cross.jsonl"
RULE = "# 印章管理办法\n\n第一条 印章由办公室保管。\n\n第二条 外借印章由主任批准。\n"


def test_a_rulebook_is_answered_by_the_matchers_that_do_not_know_it(sample_data: Path, tmp_path: Path) -> None:
    known = next(names for names in matcher.load()._apart if names)[0]
    (tmp_path / known).symlink_to(sample_data)
    settings = Settings.from_env({})
    strange, one = (opened([data, ASKED], settings) for data in (sample_data, tmp_path / known))
    parts = [len(book.current.index().finder.matcher._apart) for book in (strange, one)]
    assert parts == [len(matcher.load()._apart), 1]
    assert [book.name for book in (strange, one)] == [sample_data.name, known]
    assert all(row.get("split", "fit") == "fit" for row in one.asked)


def test_an_index_is_opened_with_the_model_it_was_made_with(sample_data: Path, tmp_path: Path) -> None:
    settings = Settings.from_env({})
    other = tmp_path / "half"
    other.symlink_to(find("", settings.cache))
    made = tmp_path / "made"
    (made / "documents").mkdir(parents=True)
    (made / "documents" / "seals.md").write_text(RULE, encoding="utf-8")
    reindex(made / "documents", settings.at(made).model_copy(update={"encoder": str(other)}), quiet=True)
    both = [opened([data, ASKED], settings, [str(other)]) for data in (made, sample_data)]
    assert [book.current.index().encoder.name.partition("@")[0] for book in both] == ["half", "multilingual-e5-small"]
    assert all(book.current.index().finder.matcher.encoder == matcher.load().encoder for book in both)
    with pytest.raises(ModelMismatch):
        opened([made, ASKED], settings)


def test_what_a_search_finds_beside_an_answer_is_learned_to_be_none(sample_data: Path) -> None:
    settings = Settings.from_env({})
    book = opened([sample_data, ASKED], settings)
    pairs = of_rulebook(book)
    assert len(pairs) > len(book.asked) / 2
    for pair in pairs:
        assert pair.passage in pair.also
        assert pair.others
        assert not set(pair.others) & pair.also
    parser = argparse.ArgumentParser()
    rulebook_arguments(parser)
    twice = parser.parse_args(["--rulebook", str(sample_data), str(ASKED)] * 2)
    assert learned(twice, settings, of_rulebook) == pairs * 2
    known = learned(twice, settings, cases)  # what it knows goes from process to process
    weights = np.zeros(len(Feature))
    told = [signs_of(case, weights).tolist() for case in cases(book)]
    assert [signs_of(case, weights).tolist() for case in known] == told * 2


def test_the_mean_of_two_adapters_lies_between_them() -> None:
    torch = pytest.importorskip("torch")
    one, other = {"a": torch.tensor([1.0, 3.0])}, {"a": torch.tensor([3.0, 5.0])}
    assert mean([one, other])["a"].tolist() == [2.0, 4.0]
    assert mean([one])["a"].dtype == torch.float16
