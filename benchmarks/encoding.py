"""python -m benchmarks.encoding [DOCUMENTS]: passages per second of a whole first reindex beside the encoder alone.

DOCUMENTS is a folder, by default the sample rulebook. Both are done in turn, ROUNDS times, by the same encoder in the
same process: the encoder alone is given the texts of all passages at once, each but once, as the reindex encodes them.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.machine import keep
from bot.settings import Settings
from index import encoder, load_documents
from scripts.reindex import reindex

ROOT = Path(__file__).parent.parent
ROUNDS = 3


def timed(act: Callable[..., object], *given: object) -> float:
    """Return the seconds that something takes."""
    started = time.perf_counter()
    act(*given)
    return time.perf_counter() - started


def indexed(documents: Path, settings: Settings) -> None:
    """Read, encode and write everything."""
    reindex(documents, settings, full=True, quiet=True)


def measured(documents: Path, settings: Settings) -> dict[str, object]:
    """Return the passages per second of both, each round of them, and the median of what one is of the other."""
    one = encoder.load_for_indexing(settings.encoder, settings.cache)
    encoder.load_for_indexing = lambda *_: one  # loading it is no part of either figure
    whole, alone = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as place:
            there = settings.model_copy(update={"data": Path(place)})
            whole.append(timed(indexed, documents, there))
            found = load_documents(there.data).values()
        texts = list({passage.embedded for document in found for passage in document.passages})
        alone.append(timed(one.read, texts))
    shares = [least / took for least, took in zip(alone, whole, strict=True)]
    return {
        "passages": len(texts),
        "the encoder alone, passages/s": [round(len(texts) / took, 1) for took in alone],
        "a whole reindex, passages/s": [round(len(texts) / took, 1) for took in whole],
        "of the encoder's throughput": [round(share, 3) for share in sorted(shares)],
        "median": round(statistics.median(shares), 3),
    }


def main(argv: list[str]) -> None:
    """Measure, print and keep."""
    source = Path(argv[0]) if argv else ROOT / "corpus" / "sample"
    figures = measured(source, Settings.from_env(os.environ))
    print(keep(f"encoding-{source.name}", figures).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
