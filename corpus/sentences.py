"""A document's sentences, each with where it stands, and what in them is only quoted."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from corpus.models import Clause
from corpus.outline.marks import mark

_CLOSING = {"“": "”", "「": "」", '"': '"'}
_ENDS = re.compile(r"[。；;！!？?\n]|(?<=[a-z0-9)”’\"*])\.(?=\s+[A-Z“\"(*]|\s*$)", re.M)
OPENING_LINES, CLOSING_LINES = 8, 5
_LONGEST = 2000  # characters of a sentence that are looked at: what a document says of itself is short


class Sentence(NamedTuple):
    """One sentence without the number before it: `start`:`end` in the text, `words` with quotations blanked out.

    It stands in the `opening` before the first numbered clause, or in the `closing` one, or in neither; `heard` are
    the words with their quotations.
    """

    start: int
    end: int
    words: str
    heard: str
    clause: int
    part: int | None
    opening: bool
    closing: bool


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the span of each quotation, its marks included.

    One that is carried on in further paragraphs, each opened by its mark, is one; what nobody closes ends its line.
    """
    spans, at = [], 0
    while found := re.compile(r"[“「]|(?<![\w])\"").search(text, at):
        end = _closed(text, found.start(), _CLOSING[found[0]])
        spans.append((found.start(), end))
        at = end
    return spans


def _closed(text: str, start: int, closing: str) -> int:
    """Return where the quotation that opens at `start` ends."""
    opening, line = text[start], text.find("\n", start + 1)
    line = len(text) if line < 0 else line
    depth, at = 1, start + 1
    while at < len(text):
        if text[at] == closing:
            depth -= 1
            if not depth:
                return at + 1
        elif text[at] == opening and text[at - 1] != "\n":
            depth += 1
        elif text[at] == "\n" and closing == '"' and text.count('"', start + 1, at + 400) == 0:
            return line
        at += 1
    return line


def blanked(text: str, shortest: int = 0) -> str:
    """Return the text with what is quoted blanked out, but for quotations of fewer characters; it keeps its length."""
    pieces, at = [], 0
    for start, end in quotations(text):
        if end - start - 2 >= shortest:
            pieces += [text[at : start + 1], "◦" * (end - start - 2), text[end - 1 : end]]
            at = end
    return "".join([*pieces, text[at:]])


def sentences(text: str, clauses: Sequence[Clause]) -> list[Sentence]:
    """Return the sentences outside tables, in order."""
    plain, starts = blanked(text, shortest=16), [clause.start for clause in clauses]
    first, last = _zones(text, clauses)
    made: list[Sentence] = []
    at = 0
    for found in [*_ENDS.finditer(plain), None]:
        end = found.start() if found else len(plain)
        clause = max(bisect_right(starts, at + _margin(plain, at, end)) - 1, 0)
        if plain[at:end].strip() and not (clauses and clauses[clause].level in ("table", "row")):
            begin = at + _margin(plain, at, end)
            begin += _number(plain[begin:end], clauses[clause].mark) if clauses and starts[clause] >= at else 0
            stop = min(end, begin + _LONGEST)
            made.append(
                Sentence(
                    start=begin, end=end, words=plain[begin:stop].strip(" *_\u3000"), heard=text[begin:stop],
                    clause=clause, part=_part(clauses, clause), opening=begin < first, closing=begin >= last,
                )
            )  # fmt: skip
        at = found.end() if found else end
    return made


def _margin(text: str, at: int, end: int) -> int:
    return len(text[at:end]) - len(text[at:end].lstrip(" \t\n\u3000*_>"))


def _number(words: str, printed: str) -> int:
    """Return the length of the number that opens a clause."""
    if not printed or words.startswith(printed):
        return len(printed)
    found = mark(words)
    return found.length if found else 0


def _zones(text: str, clauses: Sequence[Clause]) -> tuple[int, int]:
    """Return where the opening ends and where the closing begins."""
    lines = [m.start() for m in re.finditer(r"^[^\n]*\S[^\n]*$", text, re.M)]
    numbered = [clause.start for clause in clauses if clause.mark and clause.level not in ("table", "row")]
    opened = lines[OPENING_LINES] if len(lines) > OPENING_LINES else len(text)
    closed = lines[-CLOSING_LINES] if len(lines) >= CLOSING_LINES else 0
    top = [c.start for c in clauses if c.mark and c.level in ("article", "cjk", "dotted", "number")]
    return min([opened, *numbered[:1]]), min([closed, *top[-1:]])


def _part(clauses: Sequence[Clause], at: int) -> int | None:
    """Return the part of a compilation that a clause stands in."""
    inside: int | None = at if clauses else None
    while inside is not None and clauses[inside].level != "part":
        inside = clauses[inside].parent
    return inside
