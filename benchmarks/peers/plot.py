"""python -m benchmarks.peers.plot RESULT.json: draw a result beside it as SVG: milliseconds a question, and recall.

Bars end at the median, whiskers at both tenths. Run it with the interpreter that has the peers.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "guiju"  # the same result draws the same file
matplotlib.rcParams["svg.fonttype"] = "none"

from matplotlib import pyplot  # noqa: E402

OURS, THEIRS = "#1f6f5c", "#9aa5ad"
HEIGHT = 0.45  # inches a bar


def drawn(result: Mapping[str, Any], file: Path) -> None:
    """Draw one result; the suffix of the file says in which format."""
    peers = sorted(result["peers"].items(), key=lambda peer: -peer[1]["ms"]["p50"])
    names, rows = [name for name, _ in peers], [row for _, row in peers]
    low, middle, high = ([row["ms"][name] for row in rows] for name in ("p10", "p50", "p90"))
    spans = [[b - a for a, b in zip(low, middle, strict=True)], [b - a for a, b in zip(middle, high, strict=True)]]
    figure, axes = pyplot.subplots(figsize=(11, 1.4 + HEIGHT * len(peers)), layout="constrained")
    colours = [OURS if name == "Guiju" else THEIRS for name in names]
    axes.barh(names, middle, xerr=spans, color=colours, ecolor="#444444", capsize=3, height=0.6)
    axes.set_xscale("log")
    axes.set_xlabel("milliseconds a question, median and both tenths")
    cores = {1: "one core"}.get(result["cores each"], f"{result['cores each']} cores")
    title = f"{result['passages']:,} passages, {result['questions']} questions, the same model, {cores}"
    axes.set_title(title, loc="left")
    for place, row in enumerate(rows):
        axes.text(row["ms"]["p90"] * 1.12, place, said(row), va="center", fontsize=9)
    axes.set_xlim(min(low) / 4, max(high) * 20)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, bbox_inches="tight", metadata={"Date": None} if file.suffix == ".svg" else None)


def said(row: Mapping[str, Any]) -> str:
    """What stands behind a bar."""
    found = "" if row["R@10"] is None else f" · recall@10 {row['R@10']:.3f}"
    spent = row["processor ms"]["p50"]
    return f"{row['ms']['p50']:.1f} ms, {spent:.1f} of a processor · ×{row['p50 over ours']:.1f}{found}"


if __name__ == "__main__":
    source = Path(sys.argv[1])
    drawn(json.loads(source.read_text(encoding="utf-8")), source.with_suffix(".svg"))
