"""What fine-tuning taught the model is added to its weights, or refused in one line."""

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from index.model import adapter, default
from index.model.adapter import AdapterDamaged, merged

LAYER = "encoder.layer.0.output.dense"


def learned(file: Path, rows: int) -> Path:
    up, down = np.full((rows, 1), 2, np.float16), np.full((1, 2), 3, np.float16)
    save_file({f"{LAYER}.lora_A.weight": down, f"{LAYER}.lora_B.weight": up}, file)
    return file


def test_an_adapter_changes_its_layers_and_no_others(tmp_path: Path) -> None:
    tensors = {f"{LAYER}.weight": np.ones((3, 2), np.float32), "other.weight": np.ones(2, np.float32)}
    made = merged(tensors, learned(tmp_path / "a.safetensors", rows=3))
    assert made[f"{LAYER}.weight"].tolist() == [[7, 7]] * 3
    assert made["other.weight"].tolist() == [1, 1]
    assert tensors[f"{LAYER}.weight"].tolist() == [[1, 1]] * 3


@pytest.mark.parametrize("harm", ["another model's", "cut"])
def test_an_adapter_that_does_not_fit_is_refused(tmp_path: Path, harm: str) -> None:
    file = learned(tmp_path / "a.safetensors", rows=4)
    if harm == "cut":
        file.write_bytes(file.read_bytes()[:20])
    with pytest.raises(AdapterDamaged, match="get the file again"):
        merged({f"{LAYER}.weight": np.ones((3, 2), np.float32)}, file)


def test_the_model_with_an_adapter_is_another_than_without(tmp_path: Path) -> None:
    assert adapter.FILE.is_file()
    assert default.folder(tmp_path) != default.folder(tmp_path, learned=None)


def test_what_was_learned_is_added_to_the_same_bits_in_whatever_order_a_machine_sums(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    down, up = (chance.normal(0, 0.02, shape).astype(np.float16) for shape in ((32, 384), (384, 32)))
    weight = chance.normal(0, 0.05, (384, 384)).astype(np.float32)
    order = chance.permutation(32)
    made = []
    for name, rank in (("as it is", slice(None)), ("in another order", order)):
        file = tmp_path / f"{name}.safetensors"
        written = {f"{LAYER}.lora_A.weight": down[rank].copy(), f"{LAYER}.lora_B.weight": up[:, rank].copy()}
        save_file(written, file)
        made.append(merged({f"{LAYER}.weight": weight}, file)[f"{LAYER}.weight"])
    assert made[0].dtype == np.float32
    assert (made[0] == made[1]).all()


def test_the_licence_of_all_that_was_learned_stands_beside_it() -> None:
    told = adapter.FILE.with_name("LICENCES.md").read_text(encoding="utf-8")
    for file in adapter.FILE.parent.glob("*.safetensors"):
        assert f"| `{file.name}` | MIT" in told
