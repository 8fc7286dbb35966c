"""What only a look at the whole document shows: its parts, its table of contents, what it quotes."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TypeGuard

from corpus.models import Role
from corpus.outline.marks import Level, Mark, mark
from corpus.outline.segments import Segment

_COMPILED = re.compile(r"(?P<title>.{2,40}?)篇\s*(?P<n>[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})\s*$")
# what a page that collects documents says before each: "下面是小编为您推荐…汇总实施办法。"
_INTRODUCED = re.compile(
    r"(?:下面|以下|接下来)[^。，,；;]{0,20}?(?:推荐|整理|带来|分享|准备|收集|提供|介绍)(?:了|的)?(?:关于)?"
    r"(?P<title>[^。，,；;：:]{4,60}?)(?:的?范文|的?材料)?[。，,]"
)
_CONTENTS = re.compile(r"(?:目\s*录|目\s*次|(?:table of )?contents)\s*[:：]?\s*$", re.IGNORECASE)
# "第一章 总则……3": the dots and the page number of a table of contents
_PAGE = re.compile(r"(?:[\s.…·]*[.…·\t]|\s{2,})[\s.…·]*[0-9]{1,4}\s*$")
_ARTICLES = ("article", "art.")
_SECTIONS = ("section", "sec.", "clause", "paragraph", "para.", "rule")
_SHORT = 60
_FRONT = 200
_FEWEST = 3
# An amendment quotes an article or two, not a whole law: a quotation that runs on is a slip of the pen.
_QUOTED = 60

Marks = Sequence[Mark | None]
Fits = Callable[[int], bool]


def compiled(segments: Sequence[Segment]) -> dict[int, Mark]:
    """Find the heads of a compilation's parts: lines that share their words and end in 篇1, 篇2, …"""
    groups: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for n, segment in enumerate(segments):
        found = _COMPILED.match(segment.text) if "篇" in segment.text[-8:] else None
        if found:
            groups.setdefault(found["title"], []).append((n, found))
    heads: dict[int, Mark] = {}
    for members in groups.values():
        for n, found in members if len(members) > 1 else []:
            named = mark("篇" + found["n"])
            if named:
                heads[n] = named.model_copy(update={"length": found.end()})
    return heads


def introduced(segments: Sequence[Segment], heads: Mapping[int, Mark]) -> dict[int, str]:
    """Return the names of a compilation's parts, by the line of their head, where the next line introduces them.

    The head itself, the same words with a number for all parts, says nothing of what a part is about.
    """
    below = {n: _INTRODUCED.search(segments[n + 1].text) for n in heads if n + 1 < len(segments)}
    return {n: found["title"] for n, found in below.items() if found}


def articles(marks: Marks) -> list[Mark | None]:
    """Return the marks of all lines, those of articles as divisions where sections start again in each: bylaws.

    Elsewhere an article is the unit that a rulebook counts, and a section, if there is one, stands beside it.
    """
    kinds = [(n, found.printed.split(" ")[0].lower(), found.key) for n, found in enumerate(marks) if _unit(found)]
    first = sum(left[1] in _ARTICLES and right[1] in _SECTIONS and right[2] == "1" for left, right in pairwise(kinds))
    over = {n for n, word, _ in kinds if word in _ARTICLES} if first > 1 else set()
    return [
        found.model_copy(update={"level": Level.SECTION}) if found and n in over else found
        for n, found in enumerate(marks)
    ]


def _unit(found: Mark | None) -> TypeGuard[Mark]:
    return found is not None and found.level is Level.ARTICLE and found.printed.isascii()


def _plain(words: str) -> str:
    """Return a heading's words as they come again in the text: without page number, dots and spaces."""
    return re.sub(r"\s", "", _PAGE.sub("", words.strip()))


def contents(segments: Sequence[Segment], marks: Marks) -> frozenset[int]:
    """Find the lines of a table of contents: headings in a row that all come again later."""
    short = {n: _plain(s.text) for n, s in enumerate(segments) if len(s.text) <= _SHORT and s.role is not Role.ROW}
    last = {words: n for n, words in short.items()}
    title = next((n for n in short if n < _FRONT and _CONTENTS.match(segments[n].text.strip())), None)
    start = 0 if title is None else title + 1
    while start < min(len(segments), _FRONT if title is None else start + 1):
        if title is None:
            run = _listed(start, short, lambda n: last[short[n]] > n and _heads(segments[n], marks[n]))
        else:
            run = _listed(start, short, lambda n: last[short[n]] > n or bool(_PAGE.search(segments[n].text)))
        apart = any(last[short[n + 1]] - last[short[n]] > 1 for n in run[:-1])
        if len(run) >= (1 if title is not None else _FEWEST) and (apart or title is not None):
            return frozenset(run)
        start += max(len(run), 1)
    return frozenset()


def _heads(segment: Segment, found: Mark | None) -> bool:
    return segment.role is Role.HEADING or (found is not None and found.level <= Level.CJK)


def _listed(start: int, short: dict[int, str], fits: Fits) -> list[int]:
    """Return the different lines from `start` on that may stand in a table of contents."""
    run: list[int] = []
    seen: set[str] = set()
    while (n := start + len(run)) in short and short[n] and short[n] not in seen and fits(n):
        run.append(n)
        seen.add(short[n])
    return run


def quoted(segments: Sequence[Segment]) -> frozenset[int]:
    """Find the lines inside a quotation of several paragraphs: their numbers are another document's."""
    inside: set[int] = set()
    n = 0
    while n < len(segments):
        depth = _depth(segments[n].text, 0)
        end = _closing(segments, n, depth) if depth else n
        inside.update(range(n + 1, end + 1))
        n = end + 1
    return frozenset(inside)


def _depth(words: str, depth: int) -> int:
    """Return how many quotations are open after some words; each paragraph of one may open it again."""
    if "“" not in words and "”" not in words:
        return depth
    body = words.lstrip()
    for c in body[1:] if depth and body.startswith("“") else body:
        depth = depth + 1 if c == "“" else max(0, depth - 1) if c == "”" else depth
    return depth


def _closing(segments: Sequence[Segment], n: int, depth: int) -> int:
    """Return the line that closes a quotation opened in line `n`, or `n` when none does.

    Where the next quotation is opened before that, a closing mark was forgotten.
    """
    for m in range(n + 1, min(len(segments), n + 1 + _QUOTED)):
        words, before = segments[m].text, depth
        depth = _depth(words, depth)
        if segments[m].role is not Role.TEXT or (depth > before and not words.lstrip().startswith("“")):
            return n
        if not depth:
            return m
    return n
