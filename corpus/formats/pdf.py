"""PDF files with a text layer: paragraphs put together again, tables as rows, page furniture gone."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pdfplumber.page import Page

from corpus.formats import aligned, columns, furniture, tables, wrap
from corpus.formats.characters import clean, trim
from corpus.formats.columns import Block
from corpus.formats.content import Content, Unreadable
from corpus.formats.marks import opens_clause
from corpus.formats.opened import opened
from corpus.formats.printed import Printed, head_width, printed, usual_size
from corpus.formats.ruled import Ruled, ruled
from corpus.formats.wrap import Piece
from corpus.models import Line, Role

MOST_PAGES = 5_000
# Letters this much larger than the usual ones make a heading, of at most so many characters.
LARGER, LONGEST_HEADING = 1.15, 60
# A paragraph begins where lines are so much further apart than they usually are.
GAP = 1.45
_NO_TITLE = re.compile(
    r"(?:microsoft .*|untitled.*|\(?anonymous\)?|无标题.*|document ?\d*|文档 ?\d*|.*\.[a-z]{2,5})?", re.I
)


def read(data: bytes) -> Content:
    """The paragraphs and tables of a PDF in reading order."""
    with opened(data) as (file, losses):
        content = _content(file.pages, file.metadata)
        return content.model_copy(update={"missing": (*content.missing, *losses)})


def _content(pages: Sequence[Page], facts: dict[str, Any]) -> Content:
    if len(pages) > MOST_PAGES:
        raise Unreadable(f"{len(pages):,} pages: at most {MOST_PAGES:,} are read")
    texts: list[list[Printed]] = []
    grids: list[list[Ruled]] = []
    blank: list[int] = []
    for number, page in enumerate(pages):
        glyphs = page.dedupe_chars().chars if page.chars else []
        if not any(trim(glyph["text"]) for glyph in glyphs) and page.images:
            blank.append(number + 1)
        found, rest = ruled(page, glyphs, number)
        texts.append(printed(rest, number))
        grids.append(found)
        page.close()
    if blank and not any(texts) and not any(grids):
        raise Unreadable("a scan without a text layer: run OCR on it first")
    texts = furniture.without(texts, [float(page.height) for page in pages])
    blocks = [block for text, grid in zip(texts, grids, strict=True) for block in _ordered(text, grid)]
    return Content(lines=tuple(_lines(blocks)), title=_title(facts), missing=_missing(blank))


def _missing(blank: Sequence[int]) -> tuple[str, ...]:
    if not blank:
        return ()
    return (f"page {', '.join(map(str, blank))}: a scan without a text layer: run OCR on it first",)


def _title(facts: dict[str, Any]) -> str:
    title = facts.get("Title")
    text = trim(clean(title)) if isinstance(title, str) else ""
    return "" if _NO_TITLE.fullmatch(text) else text


def _ordered(text: Sequence[Printed], grids: Sequence[Ruled]) -> list[Block]:
    return aligned.with_tables(columns.in_reading_order(sorted([*text, *grids], key=lambda block: block.top)))


def _lines(blocks: Sequence[Block]) -> list[Line]:
    """The document's lines: headings by size, paragraphs by the width they were wrapped to, tables."""
    text = [block for block in blocks if isinstance(block, Printed)]
    usual = usual_size(text)
    body = [line for line in text if line.size < LARGER * usual]
    limits = {
        across: wrap.shared_width(_pieces([line for line in body if line.across == across]), usual / 2)
        for across in {line.across for line in body}
    }
    words = wrap.vocabulary(_pieces(text))
    found: list[Line] = []
    for group in _groups(blocks, usual, limits):
        if isinstance(group[0], Ruled):
            found += tables.lines(_grid([block for block in group if isinstance(block, Ruled)]))
        else:
            found.append(_paragraph([block for block in group if isinstance(block, Printed)], usual, words))
    return found


def _groups(blocks: Sequence[Block], usual: float, limits: Mapping[int, float]) -> list[list[Block]]:
    """The blocks that make one paragraph, one heading or one table."""
    pitch = _pitch([block for block in blocks if isinstance(block, Printed)])
    groups: list[list[Block]] = []
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        if before is not None and _same(before, block, (usual, pitch), limits):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _same(before: Block, block: Block, measures: tuple[float, float], limits: Mapping[int, float]) -> bool:
    usual, pitch = measures
    if isinstance(before, Ruled) or isinstance(block, Ruled):
        return isinstance(before, Ruled) and isinstance(block, Ruled) and block.continues(before)
    near = before.page == block.page and block.top - before.top <= GAP * max(pitch, block.size)
    if before.size >= LARGER * usual or block.size >= LARGER * usual:
        alike = abs(before.size - block.size) < 0.5 and before.page == block.page and before.top < block.top
        return alike and block.top - before.bottom < block.size and not opens_clause(block.text)
    if (not near and before.page == block.page) or before.across != block.across:
        return False
    pieces = _pieces([before, block])
    return wrap.continues(pieces[0], pieces[1], limits.get(block.across, 0.0))


def _pitch(lines: Sequence[Printed]) -> float:
    """The usual distance from one line to the next."""
    steps = sorted(
        after.top - before.top
        for before, after in zip(lines, lines[1:], strict=False)
        if before.page == after.page and after.top > before.top
    )
    # Most lines of a page follow their neighbour closely; gaps between paragraphs are the longer ones.
    return steps[len(steps) // 3] if steps else 0.0


def _pieces(lines: Sequence[Printed]) -> list[Piece]:
    """The lines as the wrapping test wants them; half a letter is forgiven."""
    return [
        Piece(
            text=line.text,
            start=_start(line),
            end=round(line.right - line.shift, 1),
            first=head_width(line, len(wrap.head(line.text))) + 0.3 * line.size,
        )
        for line in lines
    ]


def _start(line: Printed) -> float:
    """Where a line starts in its column, in whole letters: sizes differ by nothing but their last digits."""
    left = line.left - line.shift
    return round(round(left / line.size) * line.size, 1) if line.size else left


def _paragraph(lines: Sequence[Printed], usual: float, words: frozenset[str]) -> Line:
    text = lines[0].text
    for line in lines[1:]:
        text = wrap.meet(text, line.text, words)
    if lines[0].size < LARGER * usual or len(text) > LONGEST_HEADING or text[-1] in "。；;":
        return Line(text=text)
    return Line(text=text, role=Role.HEADING, level=1 if lines[0].size >= 1.5 * usual else 2)


def _grid(parts: Sequence[Ruled]) -> tables.Grid:
    """The parts of a table that runs over pages as one grid, its repeated header once."""
    grid = list(parts[0].grid)
    for part in parts[1:]:
        rows = list(part.grid)
        again = 0
        while again < min(len(rows), len(grid)) and _texts(rows[again]) == _texts(grid[again]):
            again += 1
        grid += rows[again:]
    return grid


def _texts(row: Sequence[tables.Box]) -> list[str]:
    return [box.text for box in row]
