"""The grammar on real documents: the national regulations, and the compilation this project began with."""

import os
import random
import re
import tarfile
from functools import cache
from pathlib import Path

import pytest

from corpus import formats
from corpus.formats import Unreadable
from corpus.models import Clause, Line, Role
from corpus.outline.growing import split

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
LAWS = DATA / "laws" / "national.tar.xz"
SEED = DATA / "seed"
SAMPLE = 150
ARTICLE = re.compile(r"第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?(?=[ \u3000])")

needs_laws = pytest.mark.skipif(not LAWS.exists(), reason="the national regulations are not on this machine")
needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the seed document is not on this machine")
soak = pytest.mark.skipif("GUIJU_SOAK" not in os.environ, reason="reads every regulation; GUIJU_SOAK is not set")


def regulations() -> dict[str, bytes]:
    with tarfile.open(LAWS) as archive:
        members = [m for m in archive if m.isfile() and m.name.endswith(".md")]
        return {m.name: archive.extractfile(m).read() for m in members}  # type: ignore[union-attr]


def agreement(files: dict[str, bytes]) -> tuple[int, int, int]:
    """Headings that a plain search finds, those read as articles too, and those only the outline has."""
    expected = both = more = 0
    for name, data in files.items():
        try:
            lines = formats.read(name, data).lines
        except Unreadable:
            continue
        text, clauses = split(lines)
        assert "".join(text[c.start : c.end] for c in clauses) == text
        starts = {at for at, line in starting(lines) if line.role is not Role.ROW and ARTICLE.match(line.text)}
        articles = {c.start for c in clauses if c.level == "article"}
        expected, both, more = expected + len(starts), both + len(starts & articles), more + len(articles - starts)
    return expected, both, more


def starting(lines: tuple[Line, ...]) -> list[tuple[int, Line]]:
    at, found = 0, []
    for line in lines:
        found.append((at, line))
        at += len(line.text) + 1
    return found


@needs_laws
def test_an_independent_count_of_articles_agrees_on_a_sample_of_regulations() -> None:
    files = regulations()
    names = random.Random(7).sample(sorted(files), SAMPLE)
    expected, both, more = agreement({name: files[name] for name in names})
    assert expected > 2000
    assert both >= 0.99 * expected
    assert more <= 0.01 * expected


@needs_laws
@soak
def test_an_independent_count_of_articles_agrees_on_every_regulation() -> None:
    expected, both, more = agreement(regulations())
    assert expected > 20_000
    assert both >= 0.995 * expected
    assert more <= 0.005 * expected


@cache
def seed() -> tuple[str, tuple[Clause, ...]]:
    path = next(SEED.glob("*.txt"))
    return split(formats.read(path.name, path.read_bytes()).lines)


def of_seed(label: str) -> str:
    """The words of the clause with a label."""
    text, clauses = seed()
    found = [text[c.start : c.until] for c in clauses if c.label == label and c.level not in ("paragraph", "heading")]
    assert len(found) == 1
    return found[0]


@needs_seed
def test_the_seed_is_read_as_its_twelve_parts() -> None:
    _, clauses = seed()
    assert [c.label for c in clauses if c.level == "part"] == [f"篇{n}" for n in range(1, 13)]
    assert [c.key for c in clauses if c.level == "part"] == [str(n) for n in range(1, 13)]


@needs_seed
@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("篇7 第六条（二）2", "集团党委副书记"),
        ("篇4 一、6", "招投标"),
        ("篇7 第七条", "集团党群工作部负责解释"),
        ("篇1 二要", "教育培训"),
    ],
)
def test_the_places_people_ask_for_have_their_labels(label: str, words: str) -> None:
    assert words in of_seed(label)


@needs_seed
def test_the_heading_of_the_evaluation_procedure_is_no_part_of_an_article() -> None:
    text, clauses = seed()
    found = [c for c in clauses if text[c.start : c.end].strip() == "评议程序"]
    assert [c.level for c in found] == ["heading"]
