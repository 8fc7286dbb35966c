""".venv/bin/python -m scripts.train: fine-tune the default encoder on questions and the clauses that answer them.

What is learned is a low-rank adapter of a few megabytes. It ships with the code and is added to the weights
when the model is made, so nobody has to train anything; run this to make another one.

example:
  .venv/bin/python -m scripts.train --pairs scripts/pairs/??-?.jsonl --out index/adapter.safetensors
  .venv/bin/python -m scripts.train --pairs scripts/pairs/??-?.jsonl --passages FILE.jsonl.gz --queries FILE.jsonl \\
      --written scripts/pairs/statutes*.jsonl --leave-out 5 --start index/adapter.safetensors --halfway --out FILE

  .venv/bin/python -m scripts.train --rulebook data/clinic tests/rulebooks/clinic/questions.jsonl --rulebook ... \\
      --top 4 --start index/adapter.safetensors --out FILE

With --rulebook, an index and golden questions that are asked of it, it learns from what a search finds that doesn't
answer them. With --passages, what the model in use finds for a question is what it learns from: the set is encoded
first, once.
With --halfway, the mean of the adapter that was started from and the one that was learned is written: it finds more on
rulebooks and statutes alike than either.
"""

import argparse
import json
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.edge import ended
from bot.settings import Settings
from index.model.processor import half_is_fast
from scripts.evaluate import rows
from scripts.lessons import Pair, asked, of_rulebook, ours, theirs, written
from scripts.soup import mean
from scripts.tower import LAYERS, RANK, Tower, late
from scripts.unseen import learned, rulebook_arguments

TEMPERATURE = 0.03
# of scores from single tokens, which lie closer together than those of whole texts
TEMPERATURE_LATE = 0.02
RATE = 8e-4
WARM_UP = 0.08  # share of the steps
SEED = 7


def batches(groups: Sequence[tuple[Sequence[Pair], int]], size: int) -> Iterator[list[Pair]]:
    """Yield batches of one group each, every group as many times over as is said beside it.

    The only time, or every second, the pairs of a document stand side by side: they are the hardest to tell apart.
    """
    chance = random.Random(SEED)
    whole: list[list[Pair]] = []
    for group, times in groups:
        for number in range(times):
            order = {name: chance.random() for name in sorted({pair.document for pair in group})}
            shuffled = list(group)
            chance.shuffle(shuffled)
            if times == 1 or number % 2:
                shuffled.sort(key=lambda pair: order[pair.document])
            whole += _distinct(shuffled, size)
    chance.shuffle(whole)
    yield from whole


def _distinct(pairs: Sequence[Pair], size: int) -> list[list[Pair]]:
    """Return batches in which no passage and no question comes twice."""
    result: list[list[Pair]] = []
    waiting = list(pairs)
    while waiting:
        batch: list[Pair] = []
        left: list[Pair] = []
        held: set[str] = set()
        for pair in waiting:
            if len(batch) < size and not {pair.passage, pair.question} & held:
                batch.append(pair)
                held |= {pair.passage, pair.question}
            else:
                left.append(pair)
        if len(batch) > 2:
            result.append(batch)
        waiting = left if len(batch) > 2 else []
    return result


def train(folder: Path, groups: Sequence[tuple[Sequence[Pair], int]], out: Path, plan: argparse.Namespace) -> None:
    """Train an adapter of the model in a folder and write it."""
    import torch
    from safetensors.torch import load_file, save_file

    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tower = Tower(folder, plan.start, LAYERS - plan.top)
    steps = list(batches(groups, plan.batch))
    weights = tower.learned()
    print(f"{sum(p.numel() for p in weights):,} weights are learned in {len(steps)} steps", flush=True)
    optimiser = torch.optim.AdamW(weights, lr=plan.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _slope(len(steps)))
    tower.model.eval()  # no dropout: with it attention leaves its fast way and a step takes four times as long
    started, losses = time.monotonic(), []
    for number, batch in enumerate(steps, 1):
        loss = _loss(tower, batch, [chance.choice(pair.others) for pair in batch if pair.others])
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
            state = tower.state()
            state = mean([load_file(plan.start), state]) if plan.halfway and plan.start else state
            save_file(state, out, {"rank": str(RANK), "base": folder.name})


def _loss(tower: Tower, batch: Sequence[Pair], more: Sequence[str]) -> Any:
    """Return how badly the questions of a batch tell their passage from the others, by whole texts and by tokens."""
    import torch

    passages = [pair.passage for pair in batch] + list(more)
    with torch.autocast("cpu", torch.bfloat16, enabled=half_is_fast()):
        asked = tower.encode([(pair.question, True) for pair in batch])
        answers = tower.encode([(passage, False) for passage in passages])
    right, wall = torch.arange(len(batch)), apart(batch, passages)
    whole = torch.nn.functional.cross_entropy(asked[0] @ answers[0].T / TEMPERATURE + wall, right)
    return whole + torch.nn.functional.cross_entropy(late(asked, answers) / TEMPERATURE_LATE + wall, right)


def apart(batch: Sequence[Pair], passages: Sequence[str]) -> Any:
    """Return (questions, passages): far below nought where a passage answers a question too, in another pair."""
    import torch

    also = [
        [n != m and (text == one.passage or text in one.also) for m, text in enumerate(passages)]
        for n, one in enumerate(batch)
    ]
    return torch.tensor(also).float() * -1e4


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
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], metavar="FILE.jsonl")
    rulebook_arguments(parser, required=False)
    parser.add_argument("--passages", type=Path, metavar="FILE.jsonl[.gz]", help="a retrieval set to learn from too")
    parser.add_argument("--queries", type=Path, nargs="*", default=[], metavar="FILE.jsonl", help="its questions")
    parser.add_argument("--written", type=Path, nargs="*", default=[], metavar="FILE.jsonl", help="and ours for it")
    parser.add_argument("--leave-out", type=int, default=0, metavar="N", help="each N-th of its questions, to measure")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, metavar="FILE", help="go on from this adapter, not from none")
    parser.add_argument("--halfway", action="store_true", help="keep half of what --start knew")
    parser.add_argument("--top", type=int, default=LAYERS, metavar="N", help="so many of the topmost layers learn")
    parser.add_argument("--epochs", type=int, default=1, help="how many times over our own pairs are learned")
    parser.add_argument("--epochs-set", type=int, default=3, help="and the questions of the retrieval set")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=RATE)
    plan = parser.parse_args(argv)
    if not (plan.pairs or plan.rulebook or plan.passages):
        parser.error("there is nothing to learn from: name --pairs, --rulebook or --passages")
    return ended(lambda: _run(plan, Settings.from_env(os.environ)))


def _run(plan: argparse.Namespace, settings: Settings) -> int:
    from index.model.default import ensure
    from scripts.bare import searcher

    groups = [(ours(plan.pairs), plan.epochs)] if plan.pairs else []
    groups += [(learned(plan, settings, of_rulebook), plan.epochs)]
    if plan.passages:
        found = searcher(list(rows(plan.passages)), settings.encoder, settings.cache)
        groups += [
            (theirs(plan.passages, asked(plan.queries, plan.leave_out), found), plan.epochs_set),
            (theirs(plan.passages, written(plan.written), found), plan.epochs),
        ]
    # the model as it was fetched: what is learned here takes the place of the adapter there is
    train(ensure(settings.cache, learned=None), groups, plan.out, plan)
    print(json.dumps({"pairs": [len(group) for group, _ in groups], "bytes": plan.out.stat().st_size}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
