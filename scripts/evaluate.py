"""How well golden questions are answered, or how well plain passages are found.

examples:
  .venv/bin/python -m scripts.evaluate --data data --questions tests/golden/school.jsonl
  .venv/bin/python -m scripts.evaluate --passages passages.jsonl.gz --queries queries.jsonl --json
"""

import argparse
import gzip
import json
import math
import os
import re
import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.edge import ended
from bot.settings import Settings
from corpus.known import KnownError

CUTS = (1, 5, 10, 30, 100)


class QuestionsUnreadable(KnownError):
    """A file of questions or passages can't be read."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a .jsonl or .jsonl.gz file."""
    try:
        data = path.read_bytes()
        lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise QuestionsUnreadable(f"{path} can't be read: {error}") from error
    yield from (_row(path, n, line) for n, line in enumerate(lines, 1) if line.strip())


def _row(path: Path, n: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise QuestionsUnreadable(f"{path} line {n} is no JSON: {error}") from error
    if not isinstance(row, dict):
        raise QuestionsUnreadable(f"{path} line {n} is {type(row).__name__}, not an object")
    return row


def recall(ranked: Sequence[str], relevant: Sequence[str], k: int) -> float:
    """|relevant in the top k| / |relevant|."""
    return len(set(ranked[:k]) & set(relevant)) / len(set(relevant))


def reciprocal_rank(ranked: Sequence[str], relevant: Sequence[str], k: int = 10) -> float:
    """One over the rank of the first relevant among the top k, 0 when there is none."""
    return next((1 / n for n, one in enumerate(ranked[:k], 1) if one in relevant), 0.0)


def gain(ranked: Sequence[str], relevant: Sequence[str], k: int = 10) -> float:
    """nDCG with gains of 0 and 1 and a discount of log2(rank + 1)."""
    got = sum(1 / math.log2(n + 1) for n, one in enumerate(ranked[:k], 1) if one in relevant)
    best = sum(1 / math.log2(n + 1) for n in range(1, min(k, len(set(relevant))) + 1))
    return got / best


def retrieval(search: Callable[[str, int], Sequence[str]], queries: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return the measures of plain retrieval, averaged over the queries; `ms` is the median of one search."""
    found: dict[str, list[float]] = {name: [] for name in (*(f"R@{k}" for k in CUTS), "MRR@10", "nDCG@10", "ms")}
    for query in queries:
        started = time.perf_counter()
        ranked = search(str(query["text"]), max(CUTS))
        found["ms"].append((time.perf_counter() - started) * 1000)
        relevant = [str(one) for one in query["relevant"]]
        for k in CUTS:
            found[f"R@{k}"].append(recall(ranked, relevant, k))
        found["MRR@10"].append(reciprocal_rank(ranked, relevant))
        found["nDCG@10"].append(gain(ranked, relevant))
    return {name: (statistics.median if name == "ms" else statistics.fmean)(values) for name, values in found.items()}


def cited(answer: Mapping[str, Any], expect: Sequence[Mapping[str, str]]) -> list[bool]:
    """Return of each citation of an answer whether it is of an expected clause, in their order."""
    wanted = {(one["document"], plain_label(one["clause"])) for one in expect}
    return [(c["document"], plain_label(c["clause"])) in wanted for c in answer["citations"]]


def plain_label(label: str) -> str:
    """Return a label without the differences that don't matter: spaces, capitals, stops, full-width brackets."""
    plain = "".join(unicodedata.normalize("NFKC", label).casefold().split())
    plain = re.sub(r"(\([^()]*\))|\)", r"\1", plain)  # 4 a) is 4 a, but 4(a) is no 4a
    return re.sub(r"[、:,]|(?<!\d)\.|\.(?!\d)", "", plain)


def plain_name(actor: str) -> str:
    """Return an actor's name without an article before it, and without capitals."""
    return re.sub(r"^(?:the|an?|your|our)\s+", "", " ".join(actor.casefold().split()))


def first_who(answer: Mapping[str, Any], asked: str | None) -> str:
    """Return the actor an answer names first for the act asked for."""
    decision = answer["decision"]
    actors = decision[asked or "decides"] if decision else []
    return str(actors[0]["who"]) if actors else ""


def chained(answer: Mapping[str, Any], chain: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether an answer's decision names the actors of every expected act, in their order."""
    decision = answer["decision"] or {}
    named = {act: [plain_name(who["who"]) for who in decision.get(act, [])] for act in chain}
    return all(named[act] == [plain_name(actor) for actor in actors] for act, actors in chain.items())


def judge(row: Mapping[str, Any], answer: Mapping[str, Any], text: Callable[[str], str]) -> dict[str, float | None]:
    """Return what is right about one answer, 1 or 0 or a share; None where a measure doesn't apply.

    `clause` is recall: whether one of the expected clauses, any of which would do, is cited; `first` whether it is
    the first. `precision` is the share of expected ones among those cited, where one clause or more can be expected.
    """
    hits = cited(answer, row.get("expect") or ())
    answerable = row["status"] != "not_found"
    who = [plain_name(actor) for actor in row.get("who") or []]
    named = plain_name(first_who(answer, row.get("asked")))
    exact = all(text(c["document"])[c["start"] : c["end"]] == c["quote"] for c in answer["citations"])
    status, wanted = answer["status"], row["status"]
    back = wanted == status == "clarify"  # who was rightly asked back was told no actor yet
    return {
        "answered": status != "not_found" if answerable else None,
        "rejected": None if answerable else status == "not_found",
        "clause": any(hits) if answerable and row.get("expect") else None,
        "first": hits[:1] == [True] if answerable and row.get("expect") else None,
        "precision": statistics.fmean(hits) if wanted == "answered" and hits else None,
        "who": named in who if answerable and who and row.get("asked") and not back else None,
        "chain": chained(answer, row["chain"]) if row.get("chain") and wanted == "answered" else None,
        "clarify": status == "clarify" if wanted == "clarify" else None,
        "conflict": status == "conflict" if wanted == "conflict" else None,
        "plain": status == "answered" if wanted == "answered" and status != "not_found" else None,
        "status": status == wanted,
        "exact": exact if answer["citations"] else None,
    }


def golden(questions: Sequence[Mapping[str, Any]], settings: Settings) -> tuple[dict[str, float], list[str]]:
    """Ask every golden question; return the shares that are right, and a line for each failure."""
    from bot.channels import render
    from bot.desk import Desk

    desk = Desk.open(settings, logged=False)
    texts: dict[str, str] = {}

    def text(path: str) -> str:
        if path not in texts:
            document = desk.index().document(path)
            texts[path] = document.text if document else ""
        return texts[path]

    verdicts: dict[str, list[float]] = {}
    failures, took = [], []
    for row in questions:
        as_of = date.fromisoformat(row["as_of"]) if row.get("as_of") else None
        answer = json.loads(render.as_json(desk.answer(row["question"], as_of, row.get("within", ""))))
        took.append(answer["took_ms"])
        verdict = judge(row, answer, text)
        for name, right in verdict.items():
            if right is not None:
                verdicts.setdefault(name, []).append(right)
        wrong = [name for name, right in verdict.items() if right == 0 and name != "precision"]
        if wrong:
            failures.append(_failure(row, answer, wrong))
    figures = {name: sum(rights) / len(rights) for name, rights in verdicts.items()}
    return figures | {"questions": float(len(questions)), "ms": statistics.median(took)}, failures


def _failure(row: Mapping[str, Any], answer: Mapping[str, Any], wrong: Sequence[str]) -> str:
    got = "; ".join(f"{c['document']} {c['clause']}" for c in answer["citations"]) or answer["status"]
    wanted = "; ".join(f"{e['document']} {e['clause']}" for e in row.get("expect", [])) or row["status"]
    who = f" | who {first_who(answer, row.get('asked'))!r} for {row.get('who')}" if "who" in wrong else ""
    return f"{row.get('id', '')} [{','.join(wrong)}] {row['question']} | wanted {wanted} | got {got}{who}"


def plain(passages: Path, queries: Path, settings: Settings) -> dict[str, float]:
    """Index bare passages with the encoder and search of the product, and measure retrieval on them."""
    from scripts.bare import searcher

    search = searcher(list(rows(passages)), settings.encoder, settings.cache)
    return retrieval(search, list(rows(queries)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.evaluate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, help="the data folder whose index is asked (GUIJU_DATA, else data)")
    parser.add_argument("--questions", type=Path, nargs="+", metavar="FILE.jsonl", help="golden questions")
    parser.add_argument("--split", choices=("fit", "held"), help="only the questions of one split")
    parser.add_argument("--passages", type=Path, metavar="FILE.jsonl[.gz]", help="rows of id, title, text")
    parser.add_argument("--queries", type=Path, metavar="FILE.jsonl", help="rows of id, text, relevant")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    return parser


def _run(arguments: argparse.Namespace) -> int:
    settings = Settings.from_env(os.environ).at(arguments.data)
    failures: list[str] = []
    if arguments.questions:
        asked = [row for path in arguments.questions for row in rows(path)]
        asked = [row for row in asked if arguments.split in (None, row.get("split"))]
        figures, failures = golden(asked, settings)
    else:
        figures = plain(arguments.passages, arguments.queries, settings)
    if arguments.json:
        print(json.dumps(figures))
    else:
        print("\n".join([*failures, *(f"{name:10} {value:.3f}" for name, value in figures.items())]))
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if not arguments.questions and not (arguments.passages and arguments.queries):
        parser.error("name --questions, or --passages and --queries")
    return ended(lambda: _run(arguments))


if __name__ == "__main__":
    sys.exit(main())
