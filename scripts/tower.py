"""The encoder while it learns: low-rank changes of its layers, its word table fixed, short vectors of tokens.

Where only the topmost layers learn, what those below make of a text is worked out once and kept.
"""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from corpus.known import KnownError
from index.model.adapter import NARROW, WIDTH

RANK = 32
LAYERS = 12
LENGTHS = {True: 48, False: 144}  # tokens of a question, of a passage
PROMPTS = {True: "query: ", False: "passage: "}


class PeftMissing(KnownError):
    """The library that trains adapters is not installed."""


def adapters() -> Any:
    """Return the library of adapters; raises PeftMissing."""
    try:
        return import_module("peft")
    except ImportError as error:
        raise PeftMissing("peft is not installed: .venv/bin/python -m pip install peft==0.21.2") from error


class Tower:
    """An encoder whose layers learn low-rank changes, from those of an adapter on if one is given; `fixed` don't."""

    def __init__(self, folder: Path, start: Path | None = None, fixed: int = 0) -> None:
        import torch
        from transformers import AutoModel, AutoTokenizer

        peft = adapters()

        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        base = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        kinds = ["query", "key", "value", "attention.output.dense", "intermediate.dense", "output.dense"]
        config = peft.LoraConfig(r=RANK, lora_alpha=RANK, target_modules=kinds)
        self.model: Any = peft.get_peft_model(base, config)
        inside: Any = self.model.base_model.model
        self.embeddings, self.layers, self.fixed = inside.embeddings, inside.encoder.layer, fixed
        for layer in self.layers[:fixed]:
            layer.requires_grad_(False)
        self.narrow = torch.nn.Linear(base.config.hidden_size, WIDTH, bias=False)
        torch.nn.init.orthogonal_(self.narrow.weight)
        if start:
            self._take(start)
        # what stands before a text's own tokens: the mark of its beginning, and its prompt
        self.before = {query: len(self.tokenizer(PROMPTS[query])["input_ids"]) - 1 for query in (True, False)}
        self.read: dict[tuple[str, bool], list[int]] = {}
        self.below: dict[tuple[str, bool], Any] = {}

    def _take(self, start: Path) -> None:
        """Go on from what an adapter learned; layers that it doesn't hold begin unchanged."""
        import torch
        from safetensors.torch import load_file

        found = {name: tensor.float() for name, tensor in load_file(start).items()}
        with torch.no_grad():
            self.narrow.weight.copy_(found.pop(NARROW))
        named = {f"base_model.model.{name}": tensor for name, tensor in found.items()}
        adapters().set_peft_model_state_dict(self.model, named)

    def learned(self) -> list[Any]:
        """The weights that learn."""
        return [p for p in self.model.parameters() if p.requires_grad] + list(self.narrow.parameters())

    def state(self) -> dict[str, Any]:
        """What was learned, by the names the product knows."""
        found = adapters().get_peft_model_state_dict(self.model)
        named = {name.removeprefix("base_model.model."): t for name, t in found.items()} | {NARROW: self.narrow.weight}
        return {name: t.detach().half().contiguous() for name, t in named.items()}

    def _tokens(self, one: tuple[str, bool]) -> list[int]:
        if one not in self.read:
            text, query = one
            words = self.tokenizer(PROMPTS[query] + text, truncation=True, max_length=LENGTHS[query])
            self.read[one] = words["input_ids"]
        return self.read[one]

    def encode(self, texts: Sequence[tuple[str, bool]]) -> tuple[Any, Any, Any]:
        """Return one vector a text, one a token, both normalised, and which tokens are the text's own."""
        import torch

        self._keep([one for one in dict.fromkeys(texts) if one not in self.below])
        rows = [self.below[one] for one in texts]
        states = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True).float()
        mask, own = (torch.zeros(states.shape[:2], dtype=kind) for kind in (torch.long, torch.bool))
        for row, ((_, query), one) in enumerate(zip(texts, rows, strict=True)):
            mask[row, : len(one)] = 1
            own[row, self.before[query] : len(one) - 1] = True
        if not self.fixed:
            self.below.clear()
        for layer in self.layers[self.fixed :]:
            states = _states(layer(states, _wall(mask)))
        held = mask.unsqueeze(-1)
        whole = torch.nn.functional.normalize((states * held).sum(1).float() / held.sum(1), dim=1)
        return whole, torch.nn.functional.normalize(self.narrow(states).float(), dim=2), own

    def _keep(self, texts: Sequence[tuple[str, bool]]) -> None:
        """Work out what the layers that don't learn make of texts, in half precision, each (tokens, hidden)."""
        import torch

        if not texts:
            return
        tokens = self.tokenizer.pad({"input_ids": [self._tokens(one) for one in texts]}, return_tensors="pt")
        mask = tokens["attention_mask"]
        with torch.no_grad():
            states = self.embeddings(input_ids=tokens["input_ids"])
            for layer in self.layers[: self.fixed]:
                states = _states(layer(states, _wall(mask)))
        for one, row, length in zip(texts, states, mask.sum(1).tolist(), strict=True):
            self.below[one] = row[:length].to(torch.bfloat16 if self.fixed else row.dtype, copy=True)


def late(asked: tuple[Any, Any, Any], answers: tuple[Any, Any, Any]) -> Any:
    """Return (questions, passages): the mean over a question's tokens of the cosine to the passage's nearest."""
    import torch

    alike = torch.einsum("qtd,psd->qpts", asked[1], answers[1])
    nearest = alike.masked_fill(~answers[2][None, :, None, :], -1.0).amax(3)
    own = asked[2][:, None, :].float()
    return (nearest * own).sum(2) / own.sum(2).clamp(min=1)


def _wall(mask: Any) -> Any:
    """What is added to the attention scores of padding."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4


def _states(made: Any) -> Any:
    return made[0] if isinstance(made, tuple) else made
