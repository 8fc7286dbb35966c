"""Teach the matcher, which tells clauses that answer a question from clauses that only speak of the same.

It learns from golden questions of rulebooks that were indexed, by the vectors of tokens that the encoder gives. Its
file ships with the code; run this after the encoder or the golden questions changed, then scripts.fit. Each of its
parts learns without some of the rulebooks, for a few minutes.

example:
  .venv/bin/python -m scripts.train_matcher --rulebook data/clinic tests/rulebooks/clinic/questions.jsonl \\
      --rulebook data/sample tests/golden/*.jsonl --out index/matcher.safetensors

A rulebook is a data folder with its index, and the golden questions that are asked of it; it is called like the folder.
Only questions marked "fit" are learned from.
"""

import argparse
import json
import math
import os
import random
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bot.edge import ended
from bot.settings import Settings
from corpus.known import KnownError
from index.encoder import load
from index.matcher import APART, ENCODER, TENSORS, joined
from index.matcher import beside as set_beside
from index.model.adapter import WIDTH
from index.model.processor import cores
from scripts.examples import Example, Question, golden
from scripts.unseen import learned, rulebook_arguments

PARTS = 4
WIDE = 64  # numbers that say what a token and its counterpart say together
STEPS = 2400
QUESTIONS = 16  # a step
RATE, DECAY, DROPPED = 1e-3, 0.05, 0.3
WARM_UP = 50  # steps
CERTAINTY = 0.5  # what it weighs to know that nothing answers, beside knowing which passage answers best
SURE = 5  # of the passages that don't answer, so many count for that
SEED = 1


class RulebooksMissing(KnownError):
    """There are too few rulebooks for each part to learn without some."""


def network() -> Any:
    """Return what learns: index.matcher in the language of gradients."""
    import torch

    def dense(inner: int, outer: int) -> Any:
        return torch.nn.Linear(inner, outer)

    net = torch.nn.ModuleDict(
        {"beside": dense(3 * WIDTH + 1, WIDE), "further": dense(WIDE, WIDE), "back": dense(WIDE, WIDE),
         "norm": torch.nn.LayerNorm(2 * WIDE), "whole": dense(2 * WIDE, WIDE), "last": dense(WIDE, 1)}
    )  # fmt: skip
    for tensor in net["last"].parameters():
        torch.nn.init.zeros_(tensor)
    return net


def said(net: Any, example: Example) -> Any:
    """Return what the network says of each passage of an example."""
    import torch
    from torch.nn.functional import dropout, gelu

    def bent(rows: Any) -> Any:
        return dropout(gelu(rows, approximate="tanh"), DROPPED, net.training)

    given = torch.from_numpy(joined(set_beside(example.asked, example.passages)))
    each = bent(net["beside"](given))
    each = each + net["back"](bent(net["further"](each)))
    whole = net["norm"](torch.cat([each.mean(1), each.amax(1)], 1))
    return net["last"](bent(net["whole"](whole))).squeeze(1)


def taught(questions: Sequence[Question], steps: int, seed: int) -> Any:
    """Return a network that learned from golden questions."""
    import torch

    torch.manual_seed(seed)
    chance, net = random.Random(seed), network()
    scale = torch.nn.Parameter(torch.ones(1))  # of what else is known
    line = torch.nn.Parameter(torch.tensor([1.0, -1.0]))
    optimiser = torch.optim.AdamW(
        [{"params": net.parameters(), "weight_decay": DECAY}, {"params": [scale, line], "weight_decay": 0.0}], lr=RATE
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP) * 0.5 * (1 + math.cos(math.pi * step / steps))
    )
    started, losses = time.monotonic(), []
    for step in range(steps):
        examples = [chance.choice(questions).example(chance) for _ in range(QUESTIONS)]
        loss = sum(_loss(said(net, one), one, scale, line) for one in examples) / QUESTIONS
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        losses.append(float(loss.detach()))
        if (step + 1) % 100 == 0:
            took = time.monotonic() - started
            print(f"step {step + 1} of {steps}, loss {np.mean(losses[-100:]):.3f}, {took:.0f} s", flush=True)
    return net


def _loss(found: Any, example: Example, scale: Any, line: Any) -> Any:
    """Return how badly the passage that answers is told from the others, and whether any answers at all."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits, log_softmax, softplus

    whole = found + scale * torch.from_numpy(example.weighed)
    loss = -log_softmax(whole, 0)[0] if example.answered else torch.zeros(())
    count = SURE + int(example.answered)
    answers, weights = torch.zeros(len(found[:count])), torch.full((len(found[:count]),), 0.25)
    answers[0], weights[0] = float(example.answered), 1.0
    odds = softplus(line[0]) * found[:count] + line[1]
    return loss + CERTAINTY * binary_cross_entropy_with_logits(odds, answers, weight=weights, reduction="sum")


def tensors(net: Any, number: int) -> dict[str, Any]:
    """Return what a network learned as the product reads it."""
    learned = {name: tensor.detach().half() for name, tensor in net.state_dict().items()}
    turned = {name: tensor.T if tensor.ndim == 2 else tensor for name, tensor in learned.items()}
    return {f"{number}.{name}": turned[name].contiguous() for name in TENSORS}


class Held(NamedTuple):
    """What every process that teaches a part holds."""

    questions: Sequence[Question]
    steps: int


_held: list[Held] = []


def _hold(questions: Sequence[Question], steps: int) -> None:
    import torch

    torch.set_num_threads(1)  # there is a process for every core
    _held.append(Held(questions, steps))


def _part(number: int, left: Sequence[str]) -> dict[str, Any]:
    """Teach one of the matchers, which doesn't learn from the rulebooks left out."""
    held = _held[-1]
    known = [one for one in held.questions if one.rulebook not in left]
    return tensors(taught(known, held.steps, SEED + number), number)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.train_matcher",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    rulebook_arguments(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--parts", type=int, default=PARTS, help="how many learn, each without as many rulebooks less")
    parser.add_argument("--steps", type=int, default=STEPS)
    plan = parser.parse_args(argv)
    return ended(lambda: _run(plan, Settings.from_env(os.environ)))


def _run(plan: argparse.Namespace, settings: Settings) -> int:
    from safetensors.torch import save_file

    if len({data.name for data, *_ in plan.rulebook}) < plan.parts:
        count = len(plan.rulebook)
        raise RulebooksMissing(
            f"{plan.parts} parts need as many rulebooks, and there are {count}: name more, or --parts"
        )
    questions = learned(plan, settings, golden)
    names = sorted({one.rulebook for one in questions})
    print(f"{len(questions)} questions of {len(names)} rulebooks", flush=True)
    apart = [names[n :: plan.parts] for n in range(plan.parts)]
    made: dict[str, Any] = {}
    # forked: the questions' vectors are gigabytes, which every process sees as they are
    with ProcessPoolExecutor(cores(), get_context("fork"), _hold, (questions, plan.steps)) as pool:
        for one in pool.map(_part, range(len(apart)), apart):
            made |= one
    save_file(made, plan.out, {APART: json.dumps(apart), ENCODER: load(settings.encoder, settings.cache).name})
    print(json.dumps({"questions": len(questions), "bytes": plan.out.stat().st_size}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
