"""Lines as they stand in a document's text, cut where several clauses share one line."""

import re
from collections.abc import Iterable

from corpus.models import Cell, Line, Record, Role
from corpus.numbers import ordinal

JOINT = " | "
# an item inside a sentence opens after the colon of its lead-in or after the item before it; （一）项, （一）和（二）
# and "(a) and (b)" only name one
_INLINE = re.compile(
    r"(?<=[：:；;。，,、\s])(?P<mark>[（(](?P<cjk>[一二三四五六七八九十]{1,3})[)）]|(?P<circled>[①-⑳])|[（(](?P<digit>[0-9]{1,2})[)）]|\((?P<letter>[a-z])\)(?=\s)|第(?P<step>[一二三四五六七八九十])步)"
    r"(?!\s*(?:[、至和或及]\s*[（(第]|[项款](?![目式待])|(?:,|and|or|to)\s*\())"
)
_OPENING = re.compile(
    r"\s*(?P<mark>[（(](?P<cjk>[一二三四五六七八九十]{1,3})[)）]|(?P<circled>[①-⑳])|[（(](?P<digit>[0-9]{1,2})[)）]|\((?P<letter>[a-z])\)(?=\s)|第(?P<step>[一二三四五六七八九十])步)"
)
_BEFORE_FIRST = re.compile(r"[：:]\s*$|(?:following|following conditions|either|if|that|may|must|shall)[:\s]\s*$")
_AFTER_ITEM = re.compile(r"[；;。.]\s*(?:and|or|以及|和|或者?)?\s*$")
_REACH = 40


class Segment(Record):
    """A line, or a part of one that can be a clause: its span in the text, and what the format said."""

    text: str
    start: int
    role: Role = Role.TEXT
    level: int = 0
    cells: tuple[Cell, ...] = ()

    @property
    def end(self) -> int:
        """The end of its span, line break included where it has one."""
        return self.start + len(self.text)


def _order(found: re.Match[str]) -> tuple[str, int]:
    """Return which series an inline mark belongs to, and its number there."""
    for name in ("cjk", "circled", "digit", "letter", "step"):
        value = found[name]
        if value:
            rank = {"circled": ord(value[0]) - ord("①") + 1, "letter": ord(value[0]) - ord("a") + 1}
            return name, rank[name] if name in rank else ordinal(value)
    return "", 0


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return the spans of the quotations in a line, one left open to its end."""
    return [found.span() for found in re.finditer("“[^”]*(?:”|$)", text)] if "“" in text else []


def _cuts(text: str) -> list[int]:
    """Return where the items of an inline list begin: a series that starts at one and counts up.

    The first item may be the line itself: "（一）…；（二）…".
    """
    expected: dict[str, int] = {}
    starts: dict[str, list[int]] = {}
    opening, quotations = _OPENING.match(text), _quoted(text)
    own, last = _order(opening) if opening else ("", 0)
    for found in _INLINE.finditer(text):
        series, rank = _order(found)
        if any(left < found.start() < right for left, right in quotations):
            continue
        before = text[max(0, found.start() - _REACH) : found.start()]
        if rank == 1 and (series == "step" or _BEFORE_FIRST.search(before)):
            starts[series], expected[series] = [found.start()], 2
        elif rank == expected.get(series):
            starts[series].append(found.start())
            expected[series] += 1
        elif (series, rank) == (own, last + 1) and _AFTER_ITEM.search(before):
            starts[series], expected[series] = [-1, found.start()], rank + 1
    return sorted(place for places in starts.values() if len(places) > 1 for place in places if place > 0)


def _cells(names: tuple[str, ...], line: Line, start: int) -> tuple[Cell, ...]:
    """Return the cells of a row with their columns' names and spans."""
    cells, at = [], 0
    for n, words in enumerate(line.cells):
        name = names[n] if n < len(names) else ""
        found = line.text.find(words, at)
        left = found if found >= 0 else min(at, len(line.text))
        right = left + len(words) if found >= 0 else left
        cells.append(Cell(name=name, text=words, start=start + left, end=start + right))
        at = min(right + len(JOINT), len(line.text)) if found >= 0 else at
    return tuple(cells)


def segments(lines: Iterable[Line]) -> tuple[Segment, ...]:
    """Lay lines out one after the other, a line break after each, and cut inline lists apart.

    The segments' texts, joined, are the document's text.
    """
    result: list[Segment] = []
    at = 0
    names: tuple[str, ...] = ()
    for line in lines:
        whole = line.text + "\n"
        if line.role is not Role.ROW:
            names = line.cells if line.role is Role.HEADER else ()
        cells = _cells(names, line, at) if line.role in (Role.ROW, Role.HEADER) else ()
        edges = [0, *(_cuts(line.text) if line.role is Role.TEXT else []), len(whole)]
        for left, right in zip(edges, edges[1:], strict=False):
            segment = Segment(text=whole[left:right], start=at + left, role=line.role, level=line.level, cells=cells)
            result.append(segment)
        at += len(whole)
    return tuple(result)
