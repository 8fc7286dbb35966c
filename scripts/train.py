""".venv/bin/python -m scripts.train: fine-tune the default encoder on questions and the clauses that answer them.

What is learned is a low-rank adapter of a few megabytes. It ships with the code and is added to the weights
when the model is made, so nobody has to train anything; run this to make another one.

example:
  .venv/bin/python -m scripts.train --pairs scripts/pairs/*.jsonl --out index/adapter.safetensors
  .venv/bin/python -m scripts.train --pairs FILE.jsonl --passages FILE.jsonl.gz --queries FILE.jsonl --out FILE
"""

import argparse
import json
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.edge import ended
from bot.settings import Settings
from corpus.known import KnownError
from index.adapter import NARROW, WIDTH
from index.encoder import half_is_fast
from scripts.lessons import Pair, asked, ours, theirs, written

RANK = 32
LEARNING = 6  # the last layers; what the ones below make of a text is calculated once and kept
TEMPERATURE = 0.03
# of scores from single tokens, which lie closer together than those of whole texts
TEMPERATURE_LATE = 0.02
RATE = 3e-4
WARM_UP = 0.1  # share of the steps
LENGTHS = {True: 48, False: 144}  # tokens of a question, of a passage
SEED = 7
PROMPTS = {True: "query: ", False: "passage: "}


def batches(groups: Sequence[Sequence[Pair]], size: int, epochs: int) -> Iterator[list[Pair]]:
    """Yield batches of one group each, clauses of one document side by side, no passage twice in one."""
    chance = random.Random(SEED)
    for _ in range(epochs):
        whole: list[list[Pair]] = []
        for group in groups:
            order = {name: chance.random() for name in sorted({pair.document for pair in group})}
            shuffled = list(group)
            chance.shuffle(shuffled)
            whole += _distinct(sorted(shuffled, key=lambda pair: order[pair.document]), size)
        chance.shuffle(whole)
        yield from whole


def _distinct(pairs: Sequence[Pair], size: int) -> list[list[Pair]]:
    result: list[list[Pair]] = []
    waiting = list(pairs)
    while waiting:
        batch: list[Pair] = []
        left: list[Pair] = []
        held: set[str] = set()
        for pair in waiting:
            if len(batch) < size and pair.passage not in held:
                batch.append(pair)
                held.add(pair.passage)
            else:
                left.append(pair)
        if len(batch) > 2:
            result.append(batch)
        waiting = left if len(batch) > 2 else []
    return result


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


def train(folder: Path, groups: Sequence[Sequence[Pair]], out: Path, plan: argparse.Namespace) -> None:
    """Train an adapter of the model in a folder and write it."""
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tower = Tower(folder)
    steps = list(batches(groups, plan.batch, plan.epochs))
    hard = [[chance.choice(pair.others) for pair in batch if pair.others] for batch in steps]
    questions = [(pair.question, True) for batch in steps for pair in batch]
    answers = [(pair.passage, False) for batch in steps for pair in batch]
    tower.keep(questions + answers + [(text, False) for more in hard for text in more])
    weights = tower.learned()
    print(f"{sum(p.numel() for p in weights):,} weights are learned in {len(steps)} steps", flush=True)
    optimiser = torch.optim.AdamW(weights, lr=plan.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _slope(len(steps)))
    tower.model.eval()  # no dropout: with it attention leaves its fast way and a step takes four times as long
    started, losses = time.monotonic(), []
    for number, (batch, more) in enumerate(zip(steps, hard, strict=True), 1):
        loss = _loss(tower, batch, more)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        losses.append(float(loss.detach()))
        if number % 10 == 0:
            left = (time.monotonic() - started) / number * (len(steps) - number) / 60
            print(f"step {number} of {len(steps)}, loss {sum(losses[-10:]) / 10:.3f}, {left:.0f} min left", flush=True)
        if number % 50 == 0 or number == len(steps):
            save_file(tower.state(), out, {"rank": str(RANK), "base": folder.name})


def _loss(tower: Tower, batch: Sequence[Pair], more: Sequence[str]) -> Any:
    """Return how badly the questions of a batch tell their passage from the others, by whole texts and by tokens."""
    import torch

    passages = [pair.passage for pair in batch] + list(more)
    with torch.autocast("cpu", torch.bfloat16, enabled=half_is_fast()):
        asked = tower.encode([(pair.question, True) for pair in batch])
        answers = tower.encode([(passage, False) for passage in passages])
    right = torch.arange(len(batch))
    whole = torch.nn.functional.cross_entropy(asked[0] @ answers[0].T / TEMPERATURE, right)
    return whole + torch.nn.functional.cross_entropy(late(asked, answers) / TEMPERATURE_LATE, right)


def _slope(total: int) -> Callable[[int], float]:
    """The learning rate's share at each step: a warm-up, then a cosine to nought."""
    first = max(1, int(total * WARM_UP))
    return lambda step: (
        (step + 1) / first if step < first else 0.5 * (1 + math.cos(math.pi * (step - first) / max(1, total - first)))
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--pairs", type=Path, nargs="+", required=True, metavar="FILE.jsonl")
    parser.add_argument("--passages", type=Path, metavar="FILE.jsonl[.gz]", help="a retrieval set to learn from too")
    parser.add_argument("--queries", type=Path, nargs="*", default=[], metavar="FILE.jsonl", help="its questions")
    parser.add_argument("--written", type=Path, nargs="*", default=[], metavar="FILE.jsonl", help="and ours for it")
    parser.add_argument("--leave-out", type=int, default=0, metavar="N", help="each N-th of its questions, to measure")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=RATE)
    plan = parser.parse_args(argv)
    return ended(lambda: _run(plan, Settings.from_env(os.environ)))


def _run(plan: argparse.Namespace, settings: Settings) -> int:
    from index.default import ensure

    groups = [ours(plan.pairs)]
    if plan.passages:
        groups += [
            theirs(plan.passages, asked(plan.queries, plan.leave_out)),
            theirs(plan.passages, written(plan.written)),
        ]
    # the model as it was fetched: what is learned here takes the place of the adapter there is
    train(ensure(settings.cache, learned=None), groups, plan.out, plan)
    print(json.dumps({"pairs": [len(group) for group in groups], "bytes": plan.out.stat().st_size}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
