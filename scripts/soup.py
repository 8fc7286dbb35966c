"""The mean of adapters that were learned from the same one: it knows what each of them learned (Wortsman, ICML 2022).

example:
  .venv/bin/python -m scripts.soup one.safetensors other.safetensors --out index/adapter.safetensors

So an encoder can learn from all rulebooks while each of two halves is measured, and the matcher and the weights are
fitted, with the one that learned from the other half.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.edge import ended


def mean(adapters: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the mean of adapters' tensors, name by name, in half precision."""
    summed = {name: sum(one[name].float() for one in adapters) for name in adapters[0]}
    return {name: (total / len(adapters)).half().contiguous() for name, total in summed.items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.soup",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("adapters", type=Path, nargs="+", metavar="FILE.safetensors")
    parser.add_argument("--out", type=Path, required=True)
    plan = parser.parse_args(argv)
    return ended(lambda: _run(plan))


def _run(plan: argparse.Namespace) -> int:
    from safetensors import safe_open
    from safetensors.torch import load_file, save_file

    with safe_open(plan.adapters[0], "pt") as opened:
        told = opened.metadata()
    save_file(mean([load_file(file) for file in plan.adapters]), plan.out, told)
    print(json.dumps({"adapters": len(plan.adapters), "bytes": plan.out.stat().st_size}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
