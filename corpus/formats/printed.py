"""One page of a PDF as printed lines: characters to words with their places."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from corpus.formats.characters import clean, trim, wide
from corpus.models import Record

# In parts of the size of the letters. Justified Chinese is set wider than printed English words are apart.
LETTER_GAP, CHINESE_GAP = 0.22, 0.8
# Letters whose middles differ by less than this part of their size stand on one line.
SLOPE = 0.4
Glyph = Mapping[str, Any]


class Printed(Record):
    """One printed line in points from the top left of its page; `head` is the width of its first word."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    glyphs: tuple[tuple[str, float, float], ...] = ()


def printed(glyphs: Iterable[Glyph], page: int) -> list[Printed]:
    """The lines of a page from the top down."""
    upright = [glyph for glyph in glyphs if glyph.get("upright", True) and glyph["text"]]
    lines = [_line(row, page) for row in _rows(upright)]
    return [line for line in lines if line.text]


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters that stand on one line, left to right."""
    rows: list[list[Glyph]] = []
    middle = size = 0.0
    for glyph in sorted(glyphs, key=_middle):
        if rows and _middle(glyph) - middle <= SLOPE * max(size, glyph["size"]):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
        middle, size = _middle(glyph), glyph["size"]
    return [sorted(row, key=lambda glyph: float(glyph["x0"])) for row in rows]


def _middle(glyph: Glyph) -> float:
    return (float(glyph["top"]) + float(glyph["bottom"])) / 2


def _line(row: Sequence[Glyph], page: int) -> Printed:
    while row and not trim(clean(row[-1]["text"])):
        row = row[:-1]
    while row and not trim(clean(row[0]["text"])):
        row = row[1:]
    sizes = sorted(float(glyph["size"]) for glyph in row) or [0.0]
    return Printed(
        text=_text(row),
        page=page,
        left=min((float(g["x0"]) for g in row), default=0.0),
        right=max((float(g["x1"]) for g in row), default=0.0),
        top=min((float(g["top"]) for g in row), default=0.0),
        bottom=max((float(g["bottom"]) for g in row), default=0.0),
        size=sizes[len(sizes) // 2],
        glyphs=tuple((str(g["text"]), float(g["x0"]), float(g["x1"])) for g in row),
    )


def _text(row: Sequence[Glyph]) -> str:
    """The characters of a line, with a space where one was left but not written."""
    text, right = "", 0.0
    for glyph in row:
        letters = str(glyph["text"])
        if text and _apart(text[-1], letters[0], float(glyph["x0"]) - right, float(glyph["size"])):
            text += " "
        text += letters
        right = float(glyph["x1"])
    # A soft hyphen at the line's end was printed as a hyphen.
    text = text[:-1] + "-" if text.endswith("\xad") else text
    return trim(clean(text).replace("\n", " "))


def _apart(left: str, right: str, gap: float, size: float) -> bool:
    if left.isspace() or right.isspace():
        return False
    return gap > size * (CHINESE_GAP if wide(left) or wide(right) else LETTER_GAP)


def head_width(line: Printed, letters: int) -> float:
    """How much room the first `letters` characters of a line take."""
    seen, right = 0, line.left
    for text, _, end in line.glyphs:
        if seen >= letters:
            break
        seen += len(text)
        right = end
    return right - line.left


def usual_size(lines: Iterable[Printed]) -> float:
    """The size that most letters are printed in."""
    by_size = sorted(lines, key=lambda line: line.size)
    counts = {
        size: sum(len(line.text) for line in group)
        for size, group in groupby(by_size, key=lambda line: round(line.size * 2) / 2)
    }
    return max(counts, key=lambda size: counts[size], default=0.0)
