"""python -m benchmarks.rules: how well who does what is read, against labels, kept beside the other results.

The labelled articles of laws need the regulations beside the checkout; the sentences need nothing.
"""

import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.machine import keep
from corpus.document import document
from corpus.models import Facts, Line
from corpus.passages import chinese
from corpus.rules.english import items as items_en
from corpus.rules.reading import deeds
from scripts.evaluate import rows

ROOT = Path(__file__).parent.parent
LABELS = ROOT / "tests" / "labels"
LAWS = ROOT.parent / "shared" / "data" / "laws" / "national.tar.xz"
LOCAL = LAWS.with_name("local.tar.xz")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?(?=\s|　)")

Pair = tuple[str, str]  # actor, act


def score(read: Iterable[tuple[set[Pair], set[Pair]]], loose: bool) -> dict[str, float]:
    """Return precision and recall of (expected, found); if `loose`, one name may end in the other."""
    hits = found = wanted = covered = 0
    for expected, got in read:
        found += len(got)
        wanted += len(expected)
        hits += sum(any(_same(one, other, loose) for other in expected) for one in got)
        covered += sum(any(_same(one, other, loose) for other in got) for one in expected)
    return {"precision": hits / (found or 1), "recall": covered / (wanted or 1), "labels": float(wanted)}


def _same(one: Pair, other: Pair, loose: bool) -> bool:
    ends = one[0].endswith(other[0]) or other[0].endswith(one[0])
    return one[1] == other[1] and (one[0] == other[0] or (loose and ends))


def sentences(file: Path, split: str) -> Iterator[tuple[set[Pair], set[Pair]]]:
    """Yield what is expected of labelled sentences, and what is read."""
    for row in rows(file):
        if row["split"] == split:
            yield {(one["actor"], one["act"]) for one in row["deeds"]}, _read(row["sentence"], row.get("lead_in") or "")


def _read(sentence: str, lead_in: str) -> set[Pair]:
    own = [(deed.actor, deed.act.value) for deed in deeds(sentence)]
    led = deeds(lead_in) if lead_in else []
    if lead_in and not led and not chinese(sentence):
        return {*own, *((deed.actor, deed.act.value) for deed in items_en.agents(sentence.strip(), lead_in))}
    if any(act == "decides" for _, act in own):
        return set(own)
    acts = {act for _, act in own}
    return {*own, *((deed.actor, deed.act.value) for deed in led if deed.act.value not in acts)}


def articles(archive: Path, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the texts of some articles, (file, article), out of the archive of regulations."""
    files = {file for file, _ in wanted}
    found: dict[tuple[str, str], str] = {}
    with tarfile.open(archive) as opened:
        for member in opened:
            name = member.name.removeprefix("./")
            content = opened.extractfile(member) if name in files else None
            if content is not None:
                found |= {(name, article): text for article, text in _split(content.read().decode("utf-8"))}
    return found


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Yield the articles of a regulation: a heading or the next article ends one."""
    lines: list[str] = []
    for line in [*text.split("\n"), "#"]:
        opened = _ARTICLE.match(line)
        if (opened or line.startswith("#")) and lines:
            yield str(_ARTICLE.match(lines[0])[0]), "\n".join(lines)  # type: ignore[index]
            lines = []
        if opened or (lines and line.strip()):
            lines.append(line)


def laws(labels: Sequence[Mapping[str, Any]], archive: Path) -> Iterator[tuple[set[Pair], set[Pair]]]:
    """Yield what is expected of labelled articles, and what is read from them."""
    texts = articles(archive, [(row["file"], row["article"]) for row in labels])
    for row in labels:
        text = texts[row["file"], row["article"]]
        lines = [Line(text=line) for line in text.split("\n")]
        made = document("law.md", "law", Facts(title="法"), "0" * 64, lines)
        expected = {(text[slice(*one["actor"])], one["act"]) for one in row["labels"]}
        yield expected, {(rule.actor, rule.act.value) for rule in made.rules}


def figures() -> dict[str, dict[str, float]]:
    """Measure everything there is."""
    found = {
        f"{name}, {split}": score(sentences(LABELS / f"{name}.jsonl", split), loose=False)
        for name in ("zh", "en", "fresh-zh", "fresh-en")
        for split in ("fit", "held")
    }
    if LAWS.is_file():
        labels = list(rows(LABELS / "laws.jsonl"))
        found["laws, fit"] = score(laws(labels[:150], LAWS), loose=True)
        found["laws, held"] = score(laws(labels[150:], LAWS), loose=True)
    if LAWS.is_file() and LOCAL.is_file():
        more = list(rows(LABELS / "articles.jsonl"))
        for split in ("fit", "held"):
            kept = [one for one in more if one["split"] == split]
            parts = (laws([one for one in kept if one["archive"] == file.stem[:-4]], file) for file in (LAWS, LOCAL))
            found[f"articles, {split}"] = score(chain.from_iterable(parts), loose=True)
    return found


def main() -> None:
    """Measure, print and keep."""
    rounded = {name: {k: round(v, 4) for k, v in figure.items()} for name, figure in figures().items()}
    print(keep("rules", rounded).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
