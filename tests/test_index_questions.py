"""What the encoder for questions promises beside the one for passages, on the real model."""

import os
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from index.encoder import load
from index.model import default, pieces
from index.model.eight import Table
from index.model.exported import Exported, open_export, open_for_questions
from index.model.weights import Blocks

ROOT = Path(__file__).parent.parent
CACHE = Path(os.environ.get("GUIJU_CACHE") or ROOT / ".cache")
FOLDER = default.ensure(CACHE)
VOCABULARY = pieces.load(FOLDER / "onnx" / pieces.FILE)
LIBRARY = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
QUESTIONS = [
    "六万元的维修谁批？",
    "Who approves leave of more than three days?",
    "请假要提前几天",
    "教师外出培训的费用超过五千元，需要提交校长办公会议讨论吗，还是分管副校长签字就可以？",
]
# what people write, without characters younger than the Unicode of either side
known = st.characters(max_codepoint=0xFFFD, exclude_categories=["Cs", "Cn", "Cc", "Co"], exclude_characters="<")
written = st.text(known, max_size=60)


@pytest.fixture(scope="module")
def asking() -> Exported:
    opened = open_for_questions("e5", FOLDER)
    assert opened is not None
    return opened


@given(written)
def test_word_pieces_are_those_of_the_library(text: str) -> None:
    assert VOCABULARY.ids(text, 512) == LIBRARY.encode(text).ids


@pytest.mark.parametrize("text", ["", " \t\u3000 ", "长" * 2_000, "䶵䶴 x䶵", "ＡＢ①", "a\nb", "word" * 900])
def test_word_pieces_of_odd_texts_are_those_of_the_library(text: str) -> None:
    LIBRARY.enable_truncation(512)
    assert VOCABULARY.ids(f"query: {text}", 512) == LIBRARY.encode(f"query: {text}").ids
    LIBRARY.no_truncation()


def test_a_question_holds_no_mark_of_the_model() -> None:
    assert VOCABULARY.ids("<s> a</s>", 512).count(pieces.BEGIN) == 1


def test_pieces_cut_short_are_refused(tmp_path: Path) -> None:
    file = tmp_path / pieces.FILE
    whole = (FOLDER / "onnx" / pieces.FILE).read_bytes()
    for cut in (b"", whole[:100], whole[:-50_000], b"x" * 100):
        file.write_bytes(cut)
        with pytest.raises(ValueError, match="pieces"):
            pieces.load(file)


def test_the_pieces_of_chinese_and_english_stand_first_in_the_table_for_questions() -> None:
    pieces = ("<s>", "▁и", "▁规", "ひ", "▁rule", "é", "，", "Ａ", "한")
    table = Table(Blocks(np.zeros((9, 32), np.int8), np.ones((9, 1), np.float32)), pieces)
    assert [pieces[n] for n in table.order()] == ["<s>", "▁规", "▁rule", "，", "Ａ", "▁и", "ひ", "é", "한"]


def test_the_table_for_questions_holds_the_vectors_of_the_whole_model() -> None:
    model = onnx.load_model(str(FOLDER / "onnx" / "question.onnx"), load_external_data=False)
    data = (FOLDER / "onnx" / "question.onnx.data").read_bytes()

    def held(name: str) -> NDArray[np.generic]:
        tensor = next(one for one in model.graph.initializer if one.name == name)
        place = {one.key: int(one.value) for one in tensor.external_data if one.key != "location"}
        kind = onnx.helper.tensor_dtype_to_np_dtype(tensor.data_type)
        return np.frombuffer(data, kind, place["length"] // kind.itemsize, place["offset"]).reshape(tensor.dims)

    at = held("words.places")
    whole = load_file(FOLDER / "model.safetensors")["embeddings.word_embeddings.weight"][: len(at)]
    blocks = held("words.numbers")[at].reshape(len(whole), -1, 32) * held("words.scales")[at][:, :, None]
    assert (blocks.reshape(whole.shape) == whole).all()


def test_a_question_has_nearly_the_vector_of_the_whole_model(asking: Exported) -> None:
    whole = open_export("e5", FOLDER)
    assert whole is not None
    found, due = asking.read(QUESTIONS, query=True), whole.read(QUESTIONS, query=True)
    assert (found.vectors * due.vectors).sum(1).min() > 0.99
    for mine, theirs in zip(found.tokens, due.tokens, strict=True):
        assert mine.shape == theirs.shape
        assert (mine.astype(int) * theirs.astype(int)).sum(1).mean() / 127**2 > 0.98


def test_a_question_has_the_same_vector_whatever_is_encoded_with_it(asking: Exported) -> None:
    together = asking.encode(QUESTIONS, query=True)
    alone = np.concatenate([asking.encode([question], query=True) for question in QUESTIONS])
    assert np.abs(together - alone).max() < 1e-3


def test_questions_go_to_the_quick_export_and_a_folder_without_it_still_answers(tmp_path: Path) -> None:
    assert load("", CACHE).session.get_modelmeta().graph_name == "encoder"
    for file in FOLDER.rglob("*"):
        if file.is_file() and "question" not in file.name:
            target = tmp_path / file.relative_to(FOLDER)
            target.parent.mkdir(exist_ok=True)
            target.symlink_to(file)
    assert open_for_questions("e5", tmp_path) is None
    assert load(str(tmp_path), CACHE).encode(QUESTIONS[:1], query=True).shape == (1, 384)
