"""One page of a PDF as printed lines: characters to words with their places."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from corpus.formats.characters import clean, trim, wide
from corpus.models import Record

# In parts of the size of the letters. Justified Chinese is set wider than printed English words are apart.
LETTER_GAP, CHINESE_GAP = 0.22, 0.8
# Letters whose middles differ by less than this part of their size stand on one line.
SLOPE = 0.4
Glyph = Mapping[str, Any]


class Mark(NamedTuple):
    """One character, or a ligature, and its place in points from the top left of its page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


class Printed(Record):
    """One printed line in points from the top left of its page.

    `across` says in how many columns its part of the page is set, `shift` how far its column is from the first.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    across: int = 1
    shift: float = 0.0
    glyphs: tuple[Mark, ...] = ()


def printed(glyphs: Iterable[Glyph], page: int) -> list[Printed]:
    """The lines of a page from the top down."""
    upright = [_mark(glyph) for glyph in glyphs if glyph.get("upright", True) and glyph["text"]]
    lines = [_line(row, page) for row in _rows(upright)]
    return [line for line in lines if line.text]


def cut(line: Printed, place: float) -> list[Printed]:
    """The pieces of a line that stand left and right of a place."""
    sides = [mark for mark in line.glyphs if mark.left < place], [mark for mark in line.glyphs if mark.left >= place]
    return [piece for piece in (_line(side, line.page) for side in sides) if piece.text]


def apart(line: Printed, least: float) -> list[float]:
    """Where pieces of a line begin behind a gap of more than `least` times the size of its letters."""
    pairs = zip(line.glyphs, line.glyphs[1:], strict=False)
    return [after.left for before, after in pairs if after.left - before.right > least * line.size]


def _mark(glyph: Glyph) -> Mark:
    places = (float(glyph[name]) for name in ("x0", "x1", "top", "bottom", "size"))
    return Mark(str(glyph["text"]), *places)


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Characters that stand on one line, left to right."""
    rows: list[list[Mark]] = []
    middle = size = 0.0
    for mark in sorted(marks, key=_middle):
        if rows and _middle(mark) - middle <= SLOPE * max(size, mark.size):
            rows[-1].append(mark)
        else:
            rows.append([mark])
        middle, size = _middle(mark), mark.size
    return [sorted(row, key=lambda mark: mark.left) for row in rows]


def _middle(mark: Mark) -> float:
    return (mark.top + mark.bottom) / 2


def _line(row: Sequence[Mark], page: int) -> Printed:
    while row and not trim(clean(row[-1].text)):
        row = row[:-1]
    while row and not trim(clean(row[0].text)):
        row = row[1:]
    sizes = sorted(mark.size for mark in row) or [0.0]
    return Printed(
        text=_text(row),
        page=page,
        left=min((mark.left for mark in row), default=0.0),
        right=max((mark.right for mark in row), default=0.0),
        top=min((mark.top for mark in row), default=0.0),
        bottom=max((mark.bottom for mark in row), default=0.0),
        size=sizes[len(sizes) // 2],
        glyphs=tuple(row),
    )


def _text(row: Sequence[Mark]) -> str:
    """The characters of a line, with a space where one was left but not written."""
    text, right = "", 0.0
    for mark in row:
        if text and _apart(text[-1], mark.text[0], mark.left - right, mark.size):
            text += " "
        text += mark.text
        right = mark.right
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
    for mark in line.glyphs:
        if seen >= letters:
            break
        seen += len(mark.text)
        right = mark.right
    return right - line.left


def usual_size(lines: Iterable[Printed]) -> float:
    """The size that most letters are printed in."""
    by_size = sorted(lines, key=lambda line: line.size)
    counts = {
        size: sum(len(line.text) for line in group)
        for size, group in groupby(by_size, key=lambda line: round(line.size * 2) / 2)
    }
    return max(counts, key=lambda size: counts[size], default=0.0)
