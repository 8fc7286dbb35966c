"""Text set in two columns: found by the white between them, and read one column after the other."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from corpus.formats.printed import Printed, apart, cut
from corpus.formats.ruled import Ruled

Block = Printed | Ruled
# The second column begins in this part of the width of a page's text.
BEGINS = (0.35, 0.65)
# The white between columns, in parts of the size of the letters: words of one line never stand so far apart.
GUTTER = 0.9
# The cells of a table leave more white beside them than columns of text do, in parts of the column's width.
WIDEST_GUTTER = 0.25
# A line is full that is so long beside the column's longest; so many of a column's lines are.
FILLED, FULL = 0.75, 0.4
# Fewer lines are no columns.
FEWEST, FEWEST_BESIDE = 8, 2
# The same edge on two lines, in points.
NEAR = 2.0


def in_reading_order(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page, which come from the top down, with each stretch of two columns one after the other."""
    edge = _edge([block for block in blocks if isinstance(block, Printed)])
    if edge is None:
        return list(blocks)
    found: list[Block] = []
    for white, group in groupby(blocks, key=lambda block: _leaves_white(block, edge)):
        stretch = list(group)
        found += _columns(stretch, edge) if white else stretch
    return found


def _edge(lines: Sequence[Printed]) -> float | None:
    """Where the second column begins, if there is one: where most pieces of lines begin near the middle."""
    if len(lines) < FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    first, last = (left + part * (right - left) for part in BEGINS)
    starts = Counter(
        round(start / NEAR) for line in lines for start in [line.left, *apart(line, GUTTER)] if first <= start <= last
    )
    place, count = max(starts.items(), key=lambda item: item[1], default=(0, 0))
    return place * NEAR - NEAR if count >= FEWEST_BESIDE else None


def _leaves_white(block: Block, edge: float) -> bool:
    """Whether a block stands on one side of the edge, or is two pieces with white between them there."""
    if block.right <= edge or block.left >= edge:
        return True
    if isinstance(block, Ruled):
        return False
    before = max((mark.right for mark in block.glyphs if mark.left < edge), default=0.0)
    after = min((mark.left for mark in block.glyphs if mark.left >= edge), default=block.right)
    return before <= edge and after - before > GUTTER * block.size


def _columns(stretch: Sequence[Block], edge: float) -> list[Block]:
    """The left column and then the right one, or the blocks as they are where they are no columns of text."""
    pieces = [piece for block in stretch for piece in (cut(block, edge) if isinstance(block, Printed) else [block])]
    left = [piece for piece in pieces if piece.left < edge]
    right = [piece for piece in pieces if piece.left >= edge]
    if not _running(left, right):
        return list(stretch)
    shift = min(piece.left for piece in right) - min(piece.left for piece in left)
    return [*_set(left, 0.0), *_set(right, shift)]


def _running(left: Sequence[Block], right: Sequence[Block]) -> bool:
    """Whether two sides are columns of text: their lines fill them, and little white stands between them."""
    if len(left) + len(right) < FEWEST or min(len(left), len(right)) < FEWEST_BESIDE:
        return False
    begin = min(piece.left for piece in right)
    end = max(piece.right for piece in left)
    narrow = begin - end <= WIDEST_GUTTER * (begin - min(piece.left for piece in left))
    return narrow and _full(left) and _full(right)


def _full(column: Sequence[Block]) -> bool:
    """Whether most lines of a column are full, as those of wrapped paragraphs are."""
    begin, end = min(piece.left for piece in column), max(piece.right for piece in column)
    return sum(piece.right - begin >= FILLED * (end - begin) for piece in column) >= FULL * len(column)


def _set(pieces: Sequence[Block], shift: float) -> list[Block]:
    return [
        piece.model_copy(update={"across": 2, "shift": shift}) if isinstance(piece, Printed) else piece
        for piece in pieces
    ]
