"""What is embedded and cited: clauses with their breadcrumb, long ones cut at sentences, short ones together."""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.models import Clause, Passage

# An encoder of 512 tokens reads about this many Chinese characters or English words whole.
WHOLE = 420
WHOLE_ENGLISH = 1400
# A lead-in may take up a third of that: the clause itself must still be read.
_LEAD_SHARE = 3
# The text of one clause is cut sooner: of much said together, one sentence is hard to find.
PIECE = 260
PIECE_ENGLISH = 860
_SCRAP = 6  # what is shorter than this part of a piece goes with its neighbour
_SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”』」）)\"’]*|$)")
_ENGLISH_SENTENCE = re.compile(r".+?(?:(?<=[.;!?])\s+|\n+|$)", re.DOTALL)
# Where a sentence that is too long for the encoder may be cut, the best places first.
_BREAKS = ("，,、：:", " \t）)")
_CJK = re.compile("[一-鿿]")
_LATIN = re.compile("[A-Za-z]")
_DIVISIONS = ("part", "chapter", "section")


def chinese(text: str) -> bool:
    """Tell whether a text is written in Chinese rather than in a Latin script."""
    return len(_CJK.findall(text, 0, 2000)) * 4 > len(_LATIN.findall(text, 0, 2000))


def _limit(text: str, start: int, end: int) -> int:
    return WHOLE if chinese(text[start : min(end, start + 2000)]) else WHOLE_ENGLISH


def _piece(text: str, start: int, end: int) -> int:
    """Return how long a piece of a clause may be: so that its pieces are about as long as each other."""
    most = _usual(PIECE if chinese(text[start : min(end, start + 2000)]) else PIECE_ENGLISH)
    even = math.ceil((end - start) / math.ceil((end - start) / most))
    return min(most, even + most // (2 * _SCRAP))


def _usual(most: int) -> int:
    """Return the length that leaves room for a scrap, a heading or a last short sentence, to be taken in."""
    return most * _SCRAP // (_SCRAP + 1)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences in a stretch of text, white space at their ends left off."""
    end = len(text) if end is None else end
    pattern = _SENTENCE if chinese(text[start : min(end, start + 2000)]) else _ENGLISH_SENTENCE
    spans = []
    for found in pattern.finditer(text, start, end):
        words = found[0]
        left = found.start() + len(words) - len(words.lstrip())
        right = found.start() + len(words.rstrip())
        if right > left:
            spans.append((left, right))
    return spans


def chain(clauses: Sequence[Clause], n: int) -> list[int]:
    """Return the positions of a clause's ancestors and its own, outermost first."""
    at: int | None = n
    path = []
    while at is not None:
        path.append(at)
        at = clauses[at].parent
    return path[::-1]


def _words(clause: Clause) -> str:
    return f"{clause.mark} {clause.heading}".strip()


def breadcrumb(title: str, clauses: Sequence[Clause], n: int) -> str:
    """Return where a clause stands: document title > chapter > clause."""
    words = [title]
    for at in chain(clauses, n):
        clause = clauses[at]
        own = _words(clause) if clause.level != "row" else ""
        if own and own != title:
            words.append(own)
    return " > ".join(words)


def _lead_in(text: str, clause: Clause) -> str:
    """Return what a clause says to what stands under it: its last sentences, or a table's header line."""
    # No lead-in is longer than twice what an encoder reads; a clause may be as long as a book.
    own = text[max(clause.start, clause.end - 2 * WHOLE_ENGLISH) : clause.end].strip()
    if clause.level == "table":
        return own if clause.heading else own.split("\n")[0]
    room = _limit(own, 0, len(own)) // _LEAD_SHARE
    if len(own) <= room:
        return own
    left = len(own) - room
    return own[next((start for start, _ in sentences(own) if start >= left), left) :]


def lead(text: str, clauses: Sequence[Clause], n: int) -> str:
    """Return the lead-ins that govern a clause, outermost first; a table row's is its header, its caption above."""
    words: list[str] = []
    for at in chain(clauses, n)[-2::-1]:
        clause = clauses[at]
        captioned = clause.heading and clause.level != "table"
        if captioned or clause.level in _DIVISIONS or _number_only(clause, text):
            continue
        own = _lead_in(text, clause)
        if sum(map(len, words)) + len(own) > _limit(own, 0, len(own)) // _LEAD_SHARE and words:
            break
        words.insert(0, own)
    return "\n".join(words)


def _cut(text: str, start: int, end: int, limit: int) -> list[int]:
    """Return where a sentence that is too long ends in pieces: behind a comma, a space, or anywhere."""
    ends = []
    while end - start > limit:
        edge = start + limit
        places = (max(text.rfind(c, start + limit // 2, edge) for c in marks) for marks in _BREAKS)
        start = next((place + 1 for place in places if place >= 0), edge)
        ends.append(start)
    return [*ends, end]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch that is too long to embed at the ends of its lines, and longer lines at sentence ends.

    The pieces together cover it.
    """
    if end <= start:
        return []
    limit = _piece(text, start, end)
    if end - start <= limit:
        return [(start, end)]
    return _packed([span for line in _lines(text, start, end) for span in _sentences_of(text, *line, limit)], limit)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [start, *(found.end() for found in re.compile("\n+").finditer(text, start, end)), end]
    return [(left, right) for left, right in pairwise(edges) if right > left]


def _sentences_of(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """Return a line whole, or in pieces of whole sentences where it is too long."""
    if end - start <= limit:
        return [(start, end)]
    cuts, last = [], start
    for _, right in [*sentences(text, start, end), (end, end)]:
        cuts += _cut(text, last, right, limit)
        last = right
    return _packed([(left, right) for left, right in pairwise([start, *cuts]) if right > left], limit)


def _packed(spans: Sequence[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    """Join neighbouring spans for as long as they are short enough together, then each scrap to its neighbour."""
    packed = [spans[0]]
    for left, right in spans[1:]:
        if right - packed[-1][0] <= limit:
            packed[-1] = (packed[-1][0], right)
        else:
            packed.append((left, right))
    return _without_scraps(packed, limit // _SCRAP, limit + limit // _SCRAP)


def _without_scraps(spans: Sequence[tuple[int, int]], least: int, most: int) -> list[tuple[int, int]]:
    """Join spans shorter than the least to the one before them, or the first to the next, up to the most together."""
    kept = [spans[0]]
    for left, right in spans[1:]:
        if min(right - left, kept[-1][1] - kept[-1][0]) < least and right - kept[-1][0] <= most:
            kept[-1] = (kept[-1][0], right)
        else:
            kept.append((left, right))
    return kept


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    own = text[start:end]
    return start + len(own) - len(own.lstrip()), end - (len(own) - len(own.rstrip()))


def _number_only(clause: Clause, text: str) -> bool:
    """Tell whether a clause is nothing but its number: "4." before "(1) The Board"."""
    own = re.sub(r"[\W_]", "", text[clause.start : clause.end])
    return clause.mark != "" and own == re.sub(r"[\W_]", "", clause.mark)


def _heads_only(clause: Clause, text: str) -> bool:
    """Tell whether a clause is nothing but the heading, or the number, of what stands under it."""
    heads = bool(clause.heading) or clause.level in _DIVISIONS or _number_only(clause, text)
    return clause.until > clause.end and heads and "\n" not in text[clause.start : clause.end].strip()


def _spans(text: str, clause: Clause) -> list[tuple[int, int]]:
    """Return the spans a clause is embedded in: with all its items if that is short, else by itself."""
    short = clause.until - clause.start <= _limit(text, clause.start, clause.until)
    if clause.until > clause.end and short and clause.level not in _DIVISIONS:
        return [(clause.start, clause.until)]
    return [] if _heads_only(clause, text) else _pieces(text, clause.start, clause.end)


def passages(document: str, identity: str, title: str, text: str, clauses: Sequence[Clause]) -> Iterable[Passage]:
    """Yield the passages of a document: `document` is its path, `identity` its id.

    A passage's id is its clause's link; the second and later pieces of a long clause add `@2`, `@3`.
    """
    for n, clause in enumerate(clauses):
        if text[clause.start : clause.end].strip().casefold() == title.casefold():
            continue
        spans = [_trimmed(text, start, end) for start, end in _spans(text, clause)]
        spans = [(start, end) for start, end in spans if end > start]
        for piece, (start, end) in enumerate(spans, 1):
            link = f"{identity}#{clause.key}" + (f"@{piece}" if piece > 1 else "")
            yield Passage(
                id=link, document=document, label=clause.label, breadcrumb=breadcrumb(title, clauses, n),
                lead=lead(text, clauses, n), text=text[start:end], start=start, end=end,
            )  # fmt: skip
