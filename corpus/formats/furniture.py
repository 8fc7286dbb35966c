"""Page furniture: running headers, footers and page numbers, told by where and how often they stand."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.formats.printed import Printed, usual_size

# Furniture stands in the outer parts of a page, at most so many lines deep.
MARGIN, DEEPEST = 0.14, 3
# Furniture keeps a distance of so much of its size to the text, if it isn't set in another size.
FAR = 0.9
# The same place on two pages, in points.
NEAR = 4.0
_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十百]{1,5})"
_PAGE_NUMBER = re.compile(
    rf"[-–—·~\s]*{_NUMBER}[-–—·~\s]*"
    rf"|第\s*{_NUMBER}\s*页(?:[\s,，/／（(]*共\s*{_NUMBER}\s*页[)）]?)?"
    rf"|共\s*{_NUMBER}\s*页[\s,，/／]*第\s*{_NUMBER}\s*页"
    rf"|(?:page|p\.?)\s*{_NUMBER}(?:\s*(?:of|/)\s*{_NUMBER})?"
    rf"|{_NUMBER}\s*[/／]\s*{_NUMBER}|{_NUMBER}\s+of\s+{_NUMBER}",
    re.I,
)
# A line of a table of contents: dots that lead to a page.
_CONTENTS = re.compile(r".*(?:\.\s?|…|·\s?|．){4,}\s*\d{1,4}")


def without(pages: Sequence[Sequence[Printed]], heights: Sequence[float]) -> list[list[Printed]]:
    """The lines of each page that belong to the text."""
    usual = usual_size(line for lines in pages for line in lines)
    edges = [_edges(lines, height, usual) for lines, height in zip(pages, heights, strict=True)]
    repeated = _repeated(edges)
    places = _places(edges, repeated)
    kept: list[list[Printed]] = []
    for lines, edge in zip(pages, edges, strict=True):
        gone = {id(line) for line in edge if _is_furniture(line, repeated, places)}
        kept.append([line for line in lines if id(line) not in gone and not _CONTENTS.fullmatch(line.text)])
    return kept


def _edges(lines: Sequence[Printed], height: float, usual: float) -> list[Printed]:
    """The lines at the top and at the foot of a page that stand apart from its text."""
    top = [line for line in lines[:DEEPEST] if line.bottom < MARGIN * height]
    foot = [line for line in lines[::-1][:DEEPEST] if line.top > (1 - MARGIN) * height]
    return _apart(top, lines, usual) + _apart(foot, lines[::-1], usual)


def _apart(edge: Sequence[Printed], lines: Sequence[Printed], usual: float) -> list[Printed]:
    """The outer lines, up to the last that differs in size from the text or keeps a distance to it."""
    for count in range(len(edge), 0, -1):
        line = edge[count - 1]
        inner = lines[count] if count < len(lines) else None
        gap = inner is None or max(inner.top - line.bottom, line.top - inner.bottom) > FAR * line.size
        if gap or abs(line.size - usual) > 0.3:
            return list(edge[:count])
    return []


def _repeated(edges: Sequence[Sequence[Printed]]) -> set[tuple[str, int]]:
    """Words that stand in the same place on two pages and on a fifth of all."""
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    return {key for key, count in seen.items() if count >= max(2, len(edges) / 5)}


def _key(line: Printed) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.top / NEAR)


def _places(edges: Sequence[Sequence[Printed]], repeated: set[tuple[str, int]]) -> set[int]:
    """Heights at which most pages have furniture: what stands there on the others is furniture too."""
    seen = Counter(round(line.top / NEAR) for lines in edges for line in lines if _key(line) in repeated)
    return {place for place, count in seen.items() if len(edges) > 3 and count > len(edges) / 2}


def _is_furniture(line: Printed, repeated: set[tuple[str, int]], places: set[int]) -> bool:
    number = _PAGE_NUMBER.fullmatch(line.text)
    return bool(number) or _key(line) in repeated or round(line.top / NEAR) in places
