"""How well lay questions find articles of local regulations that no training has seen.

The pool are the articles of 120 regulations drawn from the archive beside the checkout; the questions are in
tests/labels. Each encoder's vectors and whole search stand beside the words alone, and its gain over the first
beside its figures. The indexes stay in the cache, so that a second run encodes nothing.

examples:
  .venv/bin/python -m benchmarks.local
  .venv/bin/python -m benchmarks.local --adapter another.safetensors --laws local.tar.xz
  .venv/bin/python -m benchmarks.local --few 300
"""

import argparse
import json
import os
import random
import re
import statistics
import sys
import tarfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from benchmarks.machine import keep
from benchmarks.statutes import Ranking, rankings
from bot.edge import ended
from bot.settings import Settings
from corpus import formats
from corpus.formats import titles
from corpus.known import KnownError
from corpus.outline.growing import split
from corpus.passages import breadcrumb
from index.model import default
from scripts.bare import opened
from scripts.evaluate import recall, reciprocal_rank, rows

ROOT = Path(__file__).parent.parent
LAWS = ROOT.parent / "shared" / "data" / "laws" / "local.tar.xz"
QUESTIONS = ROOT / "tests" / "labels" / "local-questions.jsonl"
SEED = 20261129
DRAWN = 120  # regulations
PARTS = ("vectors", "fused", "whole")
COMPARED = ("R@10", "MRR@10")
AGAIN = 2000  # times the questions are drawn anew for an interval
_EDITION = re.compile(r"\((\d{4}-\d{2}-\d{2})\)$")

Scores = Mapping[str, Sequence[float]]  # measure -> one value for each question


class ArchiveMissing(KnownError):
    """The archive of local regulations is not there."""


class AdapterMissing(KnownError):
    """An adapter to compare is not there."""


class PoolDiffers(KnownError):
    """The archive is not the one the questions were written for."""


def drawn(archive: Path) -> dict[str, bytes]:
    """Return the files of the regulations drawn, by name; of a regulation's editions the newest stands for it.

    Raises ArchiveMissing.
    """
    files = dict(_files(archive))
    newest = {_title(name): name for name in sorted(files, key=lambda name: (_edition(name), name))}
    named = sorted(name for title, name in newest.items() if not title.startswith("_") and "决定" not in title)
    if len(named) < DRAWN:
        raise PoolDiffers(f"{archive} has {len(named)} local regulations, of which {DRAWN} are to be drawn")
    return {name: files[name] for name in sorted(random.Random(SEED).sample(named, DRAWN))}


def _files(archive: Path) -> Iterator[tuple[str, bytes]]:
    if not archive.is_file():
        raise ArchiveMissing(f"{archive} isn't there: give the archive of local regulations with --laws")
    with tarfile.open(archive) as held:
        for member in held:
            content = held.extractfile(member) if member.name.endswith(".md") else None
            if content is not None:
                yield member.name.removeprefix("./"), content.read()


def _title(name: str) -> str:
    return _EDITION.sub("", PurePosixPath(name).stem)


def _edition(name: str) -> str:
    found = _EDITION.search(PurePosixPath(name).stem)
    return found[1] if found else ""


def articles(name: str, data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the articles of a regulation, each with what stands under it, as rows of id, title and text."""
    content = formats.read(name, data)
    title = content.title or titles.guess(content.lines) or titles.stem(name)
    text, clauses = split(content.lines)
    for n, clause in enumerate(clauses):
        if clause.level == "article":
            whole = text[clause.start : clause.until].strip()
            yield {"id": f"{name}#{clause.label}", "title": breadcrumb(title, clauses, n), "text": whole}


def questions(file: Path, pool: Collection[str], few: bool) -> list[dict[str, Any]]:
    """Return the questions as rows of text and relevant (ids); of a pool of `few`, those it answers.

    Raises PoolDiffers.
    """
    asked = [
        {"text": row["question"], "relevant": [f"{one['file']}#{one['article']}" for one in row["relevant"]]}
        for row in rows(file)
    ]
    missing = sorted({id for row in asked for id in row["relevant"]} - set(pool))
    if missing and not few:
        raise PoolDiffers(f"{len(missing)} of the articles asked for are not in the pool, the first is {missing[0]}")
    answered = [row for row in asked if set(row["relevant"]) <= set(pool)]
    if not answered:
        raise PoolDiffers(f"no question is answered by these {len(pool)} articles alone: take more with --few")
    return answered


def scores(search: Ranking, asked: Sequence[Mapping[str, Any]]) -> dict[str, list[float]]:
    """Return recall among the first 1, 5 and 10 and the reciprocal rank, for each question."""
    ranked = [(search(str(row["text"])), row["relevant"]) for row in asked]
    found = {f"R@{k}": [recall(*one, k) for one in ranked] for k in (1, 5, 10)}
    return found | {"MRR@10": [reciprocal_rank(*one) for one in ranked]}


def means(scored: Scores) -> dict[str, float]:
    """Return the averages over the questions."""
    return {name: round(statistics.fmean(values), 4) for name, values in scored.items()}


def gain(after: Sequence[float], before: Sequence[float]) -> dict[str, Any]:
    """Return by how much one average is above the other, with the 95 % interval over questions drawn again."""
    change = [one - other for one, other in zip(after, before, strict=True)]
    chance = random.Random(SEED)
    means = sorted(statistics.fmean(chance.choices(change, k=len(change))) for _ in range(AGAIN))
    return {
        "mean": round(statistics.fmean(change), 4),
        "between": [round(means[int(AGAIN * share)], 4) for share in (0.025, 0.975)],
        "better": sum(one > 0 for one in change),
        "worse": sum(one < 0 for one in change),
    }


def encoders(arguments: argparse.Namespace, cache: Path) -> dict[str, str]:
    """Return what is compared, by its name: the default model without its adapter, with it, and what is given.

    Raises AdapterMissing.
    """
    for file in arguments.adapter:
        if not file.is_file():
            raise AdapterMissing(f"{file} isn't there: --adapter takes what scripts.train wrote")
    known = {"without the adapter": str(default.ensure(cache, learned=None)), "with the adapter": ""}
    known |= {f"adapter {file.name}": str(default.ensure(cache, learned=file)) for file in arguments.adapter}
    return known | {f"encoder {folder.name}": str(folder) for folder in arguments.encoder}


def measure(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of the words and of each encoder, and the gains over the encoder without its adapter."""
    cache = Settings.from_env(os.environ).cache
    pool = [row for name, data in drawn(arguments.laws).items() for row in articles(name, data)]
    pool = pool[: arguments.few or len(pool)]
    asked = questions(QUESTIONS, {str(row["id"]) for row in pool}, bool(arguments.few))
    found: dict[str, Any] = {"articles": len(pool), "questions": len(asked)}
    first: dict[str, Scores] = {}
    for name, encoder in encoders(arguments, cache).items():
        searches = rankings(opened(pool, encoder, cache))
        if not first:
            found["words"] = means(scores(searches["words"], asked))
        scored = {part: scores(searches[part], asked) for part in PARTS}
        found[name] = {part: means(scored[part]) for part in PARTS}
        if first:
            gains = {part: {m: gain(scored[part][m], first[part][m]) for m in COMPARED} for part in PARTS}
            found[f"{name}, gain over without it"] = gains
        else:
            first = {**scored}
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m benchmarks.local",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--laws", type=Path, default=LAWS, metavar="FILE.tar.xz", help="the local regulations")
    parser.add_argument("--adapter", type=Path, nargs="+", default=[], metavar="FILE", help="adapters to compare too")
    parser.add_argument("--encoder", type=Path, nargs="+", default=[], metavar="DIR", help="model folders, the same")
    parser.add_argument("--few", type=int, default=0, metavar="N", help="only the first N articles; nothing is kept")
    return parser


def _run(arguments: argparse.Namespace) -> int:
    found = measure(arguments)
    print(json.dumps(found, ensure_ascii=False, indent=1) if arguments.few else keep("local", found).read_text("utf-8"))
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and keep; return the exit code."""
    arguments = _parser().parse_args(argv)
    return ended(lambda: _run(arguments))


if __name__ == "__main__":
    sys.exit(main())
