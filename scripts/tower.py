"""The encoder while it learns: its lower layers fixed, low-rank changes of the upper ones, short vectors of tokens."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from corpus.known import KnownError
from index.adapter import NARROW, WIDTH

RANK = 32
LEARNING = 6  # the last layers; what the ones below make of a text is calculated once and kept
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
    """An encoder whose lower layers are fixed: what they make of a text is kept, the upper ones learn."""

    def __init__(self, folder: Path) -> None:
        import torch
        from transformers import AutoModel, AutoTokenizer

        peft = adapters()

        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        base = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        fixed = len(base.encoder.layer) - LEARNING
        kinds = ["query", "key", "value", "attention.output.dense", "intermediate.dense", "output.dense"]
        config = peft.LoraConfig(
            r=RANK, lora_alpha=RANK, target_modules=kinds,
            layers_to_transform=list(range(fixed, fixed + LEARNING)), layers_pattern="layer",
        )  # fmt: skip
        self.model: Any = peft.get_peft_model(base, config)
        inside: Any = self.model.base_model.model
        layers = inside.encoder.layer
        self.embeddings, self.lower, self.upper = inside.embeddings, layers[:fixed], layers[fixed:]
        self.narrow = torch.nn.Linear(base.config.hidden_size, WIDTH, bias=False)
        torch.nn.init.orthogonal_(self.narrow.weight)
        # what stands before a text's own tokens: the mark of its beginning, and its prompt
        self.before = {query: len(self.tokenizer(PROMPTS[query])["input_ids"]) - 1 for query in (True, False)}
        self.kept: dict[tuple[str, bool], Any] = {}

    def learned(self) -> list[Any]:
        """The weights that learn."""
        return [p for p in self.model.parameters() if p.requires_grad] + list(self.narrow.parameters())

    def state(self) -> dict[str, Any]:
        """What was learned, by the names the product knows."""
        found = adapters().get_peft_model_state_dict(self.model)
        named = {name.removeprefix("base_model.model."): t for name, t in found.items()} | {NARROW: self.narrow.weight}
        return {name: t.detach().half().contiguous() for name, t in named.items()}

    def keep(self, texts: Sequence[tuple[str, bool]]) -> None:
        """Run texts through the fixed layers, those of like length together."""
        import torch

        new = sorted({one for one in texts if one not in self.kept}, key=lambda one: len(one[0]))
        self.model.eval()
        with torch.no_grad():
            for at in range(0, len(new), 16):
                some = new[at : at + 16]
                states, mask = self._embedded(some)
                for layer in self.lower:
                    states = _states(layer(states, _wall(mask)))
                for one, row, length in zip(some, states, mask.sum(1).tolist(), strict=True):
                    self.kept[one] = row[:length].half()
                if at % 320 == 0:
                    print(f"{at} of {len(new)} texts are through the fixed layers", flush=True)

    def _embedded(self, some: Sequence[tuple[str, bool]]) -> tuple[Any, Any]:
        rows = [
            self.tokenizer(PROMPTS[query] + text, truncation=True, max_length=LENGTHS[query]) for text, query in some
        ]
        tokens = self.tokenizer.pad({"input_ids": [row["input_ids"] for row in rows]}, return_tensors="pt")
        return self.embeddings(input_ids=tokens["input_ids"]), tokens["attention_mask"]

    def encode(self, texts: Sequence[tuple[str, bool]]) -> tuple[Any, Any, Any]:
        """Return one vector a text, one a token, both normalised, and which tokens are the text's own."""
        import torch

        kept = [self.kept[one].float() for one in texts]
        states = torch.nn.utils.rnn.pad_sequence(kept, batch_first=True)
        mask = torch.zeros(states.shape[:2], dtype=torch.long)
        own = torch.zeros(states.shape[:2], dtype=torch.bool)
        for row, ((_, query), one) in enumerate(zip(texts, kept, strict=True)):
            mask[row, : len(one)] = 1
            own[row, self.before[query] : len(one) - 1] = True
        for layer in self.upper:
            states = _states(layer(states, _wall(mask)))
        held = mask.unsqueeze(-1)
        whole = torch.nn.functional.normalize((states * held).sum(1).float() / held.sum(1), dim=1)
        return whole, torch.nn.functional.normalize(self.narrow(states).float(), dim=2), own


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
