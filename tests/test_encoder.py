"""What encoders promise, shown on the real model."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from index.encoder import load, load_for_indexing
from index.model import adapter, default, weights
from index.model.encoded import Vectors
from index.model.exported import Exported, batches, open_export
from index.model.folder import ModelUnusable, fingerprint, prompts
from index.model.processor import half_is_fast

ROOT = Path(__file__).parent.parent
CACHE = Path(os.environ.get("GUIJU_CACHE") or ROOT / ".cache")
TEXTS = ["预算由校长办公会议审议。", "Heads approve leave.", "", "\0", "😀🏫", "ＡＢ　①\n换行", "长" * 20_000]
# torch is imported for seconds, and so once: what goes over to it when, and what it makes of texts
BY_TORCH = """
import json, sys
from pathlib import Path
import numpy
from index.encoder import Swift, load
from index.model.folder import ModelUnusable
from tests.fakes import HashingEncoder

broken = Path(sys.argv[2])
swift = Swift(HashingEncoder(), broken)
for _ in range(50):
    swift.encode(["一条"] * 10)
print("torch" in sys.modules)
for use in (lambda: swift.encode(["一条"]), lambda: load(str(broken), broken)):
    try:
        use()
    except ModelUnusable as error:
        print(error)

from index.model.transformer import Transformer

texts, model = json.load(sys.stdin), Transformer("e5", Path(sys.argv[1]))
# the last is long, and would have all others padded to its length
parts = [[model.encode(some, query=query) for some in (texts[:-1], texts[-1:])] for query in (False, True)]
numpy.save(sys.argv[3], numpy.stack([numpy.concatenate(part) for part in parts]))
"""


@pytest.fixture(scope="module")
def folder() -> Path:
    return default.ensure(CACHE)


@pytest.fixture(scope="module")
def encoder(folder: Path) -> Exported:
    opened = open_export("e5", folder)
    assert opened is not None
    return opened


def test_vectors_are_normalised_rows_in_the_order_of_the_texts(encoder: Exported) -> None:
    together = encoder.encode(TEXTS)
    assert together.shape == (len(TEXTS), encoder.dimension)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert np.allclose((alone * together).sum(axis=1), 1, atol=1e-4)


def test_nothing_makes_no_rows(encoder: Exported) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_a_question_is_told_from_a_passage(encoder: Exported, folder: Path) -> None:
    assert prompts(folder) == ("passage: ", "query: ")
    assert float(encoder.encode(["预算"])[0] @ encoder.encode(["预算"], query=True)[0]) < 0.999


class ByTorch(NamedTuple):
    """What torch made: the vectors of TEXTS as passages and as questions, and what was said of a `broken` model.

    `said` are lines: whether a few texts had torch imported, then of one text more, then of the model by its name.
    """

    passages: Vectors
    questions: Vectors
    broken: Path
    said: list[str]


@pytest.fixture(scope="module")
def by_torch(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> ByTorch:
    broken, file = tmp_path_factory.mktemp("broken"), tmp_path_factory.mktemp("agree") / "vectors.npy"
    (broken / "config.json").write_text("{}")
    command = [sys.executable, "-c", BY_TORCH, str(folder), str(broken), str(file)]
    said = subprocess.check_output(command, input=json.dumps(TEXTS), cwd=ROOT, text=True)
    return ByTorch(*np.load(file), broken, said.splitlines())


def test_the_export_agrees_with_sentence_transformers(encoder: Exported, by_torch: ByTorch) -> None:
    assert by_torch.passages.shape == (len(TEXTS), encoder.dimension)
    assert ((by_torch.passages * encoder.encode(TEXTS)).sum(axis=1) >= 0.999).all()
    assert ((by_torch.questions * encoder.encode(TEXTS, query=True)).sum(axis=1) >= 0.999).all()


def test_a_question_is_encoded_without_torch(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.encoder import load\n"
        "print(load('', Path(sys.argv[1])).encode(['谁批准'], query=True).shape)\n"
        "heavy = ('torch', 'sentence_transformers', 'transformers', 'onnx')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    said = subprocess.check_output([sys.executable, "-c", code, str(CACHE)], cwd=ROOT, text=True)
    assert said == "(1, 384)\n[]\n"


def test_names_tell_models_apart_and_runtimes_not(folder: Path) -> None:
    asking, indexing = load("", CACHE), load_for_indexing("", CACHE)
    assert asking.name == indexing.name == f"multilingual-e5-small@{fingerprint(folder)[:8]}"
    assert load(str(folder), CACHE).name.partition("@")[2] == asking.name.partition("@")[2]


def test_another_training_is_another_model(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    weights_file = tmp_path / "model.safetensors"
    weights_file.write_bytes(bytes(3 << 20))
    before = fingerprint(tmp_path)
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "config.json").write_text("an export is no part of the model")
    assert fingerprint(tmp_path) == before
    weights_file.write_bytes(bytes(2 << 20) + b"\1" * (1 << 20))
    assert fingerprint(tmp_path) != before


def test_an_export_of_other_weights_is_not_used(folder: Path, tmp_path: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            target = tmp_path / file.relative_to(folder)
            target.parent.mkdir(exist_ok=True)
            os.link(file, target) if same_disk(file, tmp_path) else target.symlink_to(file)
    (tmp_path / "config.json").unlink()
    (tmp_path / "config.json").write_text("{}")
    assert open_export("trained", tmp_path) is None


def same_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


@pytest.mark.parametrize("name", ["no/such/folder", "./nowhere", "nobody/no-such-model", "a b c?"])
def test_a_model_that_is_not_there_is_one_line(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable) as caught:
        load(name, tmp_path)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_model_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="holds no sentence-transformers model"):
        load(str(tmp_path), tmp_path)


def test_a_model_that_cannot_be_loaded_is_one_line(by_torch: ByTorch) -> None:
    (line,) = by_torch.said[2:]
    assert line.startswith(f"the model in {by_torch.broken} can't be loaded: ")


def test_batches_hold_like_lengths_and_every_text_once() -> None:
    lengths = [500, 3, 700, 3, 400, 2000, 3]
    found = list(batches(lengths))
    assert sorted(place for group in found for place in group) == list(range(len(lengths)))
    assert all(len(group) == 1 or len(group) * lengths[group[0]] <= 1024 for group in found)
    assert found[0] == [5]


def test_half_precision_only_where_the_processor_has_it(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("flags : fpu amx_bf16 amx_tile")
    (tmp_path / "old").write_text("flags : fpu avx2")
    assert half_is_fast(tmp_path / "new")
    assert not half_is_fast(tmp_path / "old")
    assert not half_is_fast(tmp_path / "none")


def test_a_few_texts_do_not_wait_for_torch(by_torch: ByTorch) -> None:
    few, more = by_torch.said[:2]
    assert few == "False"
    assert more.startswith("the model in ")  # it turned to torch, and there is no model there


def test_the_folder_is_an_ordinary_model_folder(folder: Path) -> None:
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"config.json", "modules.json", "model.safetensors", "tokenizer.json", "onnx/model.onnx"} <= names
    assert json.loads((folder / "config.json").read_text())["model_type"] == "bert"
    assert weights.SHA256[:8] not in folder.name
    made_of = f"{weights.SHA256} {default.MAKING} {adapter.fingerprint()}".encode()
    assert folder.name.endswith(hashlib.sha256(made_of).hexdigest()[:12])
