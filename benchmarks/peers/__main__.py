"""python -m benchmarks.peers PASSAGES QUERIES --python PYTHON [--count N]: our search beside that of known frameworks.

PASSAGES and QUERIES are those of STARD, or rows like them (id, title, text; id, text, relevant). PYTHON is the
interpreter of an environment with benchmarks/peers/requirements.txt. Every peer has the same model, passages, vectors
and questions, in a process of its own; each question goes to all of them in turn, in an order drawn anew, so that
whatever else the machine does falls on all.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from benchmarks.machine import keep
from benchmarks.peers import material
from benchmarks.peers.material import Given, Row
from benchmarks.peers.turns import Gone, K, Peer
from benchmarks.speed import spread
from bot.settings import Settings
from index.encoder import find
from index.model.processor import cores
from scripts.bare import opened
from scripts.evaluate import recall, rows

OURS, ALONE = "Guiju", "sentence-transformers, encoding alone"
PEERS: dict[str, tuple[str, ...]] = {
    OURS: ("ours",),
    ALONE: ("sentence",),
    "sentence-transformers and FAISS": ("sentence", "faiss"),
    "LangChain and FAISS": ("langchain",),
    "LlamaIndex and FAISS": ("llamaindex",),
    "Haystack in memory": ("haystack",),
    "Haystack in memory, hybrid": ("haystack", "hybrid"),
    "Haystack and FAISS": ("haystack", "faiss"),
    "txtai": ("txtai",),
    "txtai, hybrid": ("txtai", "hybrid"),
}
WARM = 10  # questions before any is counted
REST = 0.02  # seconds between two turns: threads go on spinning for a while when their work is done

Turns = list[dict[str, Any]]


def prepared(passages: Sequence[Row], settings: Settings) -> tuple[Given, dict[str, float]]:
    """Index the passages with the product, and return them with the vectors it made and the speed at which it did."""
    encoded = 0
    started = time.perf_counter()
    with tqdm(total=len(passages), desc="encoding", unit=" passages") as bar:

        def progress(done: int, total: int) -> None:
            nonlocal encoded
            encoded = done
            bar.total = total
            bar.update(done - bar.n)

        index = opened(passages, settings.encoder, settings.cache, progress)
    took = time.perf_counter() - started
    vectors = index.vectors.rows(range(len(passages)))
    given = Given(passages, vectors, str(find(settings.encoder, settings.cache)))
    return given, {"encoding and indexing, passages/s": round(encoded / took, 1)} if encoded else {}


def started(folder: Path, python: str, wanted: Sequence[str]) -> tuple[dict[str, Peer], dict[str, str]]:
    """Start the peers one after the other; return those that stand, and why the others don't."""
    standing, out = {}, {}
    for name in wanted:
        module, *kinds = PEERS[name]
        errors = folder / f"{'-'.join(PEERS[name])}.log"
        print(f"starting {name}", file=sys.stderr)
        try:
            standing[name] = Peer(sys.executable if name == OURS else python, module, kinds, folder, errors)
        except Gone as error:
            out[name] = str(error)
    return standing, out


def in_turn(peers: Mapping[str, Peer], questions: Sequence[str]) -> dict[str, Turns]:
    """Put each question to each peer, in an order drawn anew for each, and return what they said."""
    order, chance = list(peers), random.Random(material.SEED)
    told: dict[str, Turns] = {name: [] for name in peers}
    for question in tqdm(questions, desc="asking", unit=" questions"):
        chance.shuffle(order)
        for name in order:
            time.sleep(REST)
            told[name].append(peers[name].ask(question))
    return told


def figures(told: Turns, ours: Turns, alone: Turns, queries: Sequence[Row]) -> dict[str, Any]:
    """Return what one peer took and found, and how that compares."""
    took = [one["ms"] for one in told]
    p50 = statistics.median(took)
    found = zip(told, queries, strict=True)
    recalls = [recall(one["ids"], [str(id) for id in query["relevant"]], K) for one, query in found]
    return {
        "ms": spread(took),
        "p50 over ours": round(p50 / statistics.median(one["ms"] for one in ours), 2),
        "times ours, question by question": spread(
            [one["ms"] / other["ms"] for one, other in zip(told, ours, strict=True)]
        ),
        "p50 over encoding alone": round(p50 / statistics.median(one["ms"] for one in alone), 2),
        "processor ms": spread([one["cpu_ms"] for one in told]),
        f"R@{K}": round(statistics.fmean(recalls), 4) if any(one["ids"] for one in told) else None,
        "resident_mb": told[-1]["resident_mb"],
    }


def measured(given: Given, queries: Sequence[Row], python: str, wanted: Sequence[str]) -> dict[str, Any]:
    """Return the figures of every peer that could be started."""
    questions = [str(query["text"]) for query in queries]
    with tempfile.TemporaryDirectory() as place:
        material.write(given, Path(place))
        peers, out = started(Path(place), python, wanted)
        try:
            in_turn(peers, questions[:WARM])
            load = [os.getloadavg()[0]]
            told = in_turn(peers, questions)
            load.append(os.getloadavg()[0])
        finally:
            for peer in peers.values():
                peer.close()
    found = {name: figures(told[name], told[OURS], told[ALONE], queries) for name in peers}
    for name in found.keys() - {OURS, ALONE}:
        found[name]["vectors given, passages/s"] = round(len(given.rows) / peers[name].told["indexing_s"])
    versions = {package: number for peer in peers.values() for package, number in peer.told["versions"].items()}
    return {"load average": [round(one, 1) for one in load], "versions": versions, "could not be started": out,
            "peers": found}  # fmt: skip


def main(argv: Sequence[str]) -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("passages", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--python", required=True, help="the interpreter that has the peers")
    parser.add_argument("--count", type=int, default=10_000, help="passages (10000)")
    parser.add_argument("--questions", type=int, default=200, help="questions (200)")
    parser.add_argument("--one-core", action="store_true", help="keep every process to one core, on a busy machine")
    parser.add_argument("--only", nargs="+", choices=PEERS, default=[], help="some of the peers")
    parser.add_argument("--prepare", action="store_true", help="encode the passages and go no further")
    arguments = parser.parse_args(argv)
    queries = material.asked(list(rows(arguments.queries)), arguments.questions)
    passages = material.drawn(list(rows(arguments.passages)), queries, arguments.count)
    given, speed = prepared(passages, Settings.from_env(os.environ))
    if arguments.prepare:
        print(f"{len(given.rows)} passages, {speed}")
        return
    if arguments.one_core:
        os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])  # what is started from here on inherits it
    wanted = [name for name in PEERS if not arguments.only or name in (OURS, ALONE, *arguments.only)]
    head = {"passages": len(given.rows), "questions": len(queries), "model": Path(given.model).name,
            "cores each": cores(), **speed}  # fmt: skip
    found = head | measured(given, queries, arguments.python, wanted)
    print(keep(f"peers-{len(given.rows)}", found).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
