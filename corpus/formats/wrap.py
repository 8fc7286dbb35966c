"""Which consecutive lines are one paragraph that was wrapped to a width.

The test is greedy wrapping: a line was wrapped when the first word of the next would not have fitted
into the width that lines of the document share. One long paragraph a line passes untouched.
"""

import re
from collections.abc import Callable, Sequence

from corpus.formats.characters import CHINESE_MARKS, between, names, trim, wide
from corpus.formats.marks import opens_clause
from corpus.models import Record

# Nobody wraps text narrower or wider than this, in columns.
NARROWEST, WIDEST = 40, 130
# A width that one pair alone shows must at least be that of a page.
PAGE = 60
# Lines that may stick out of a wrapped text: an address, a table drawn with spaces.
OUTLIERS = 0.05
# Of the long lines, so many must be full; of the full lines, so many must stop in mid-sentence.
FULL, RUNNING = 0.5, 0.5
ENDS = "。！？；：!?;:…”"
_LATIN = re.compile(r"[^\s\u2e80-\ufaff\uff00-\uffef]+")
# What takes two columns, as one expression: measuring is most of the work.
_CHINESE = re.compile(
    "[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
)
_WIDE = re.compile(f"{_CHINESE.pattern}|[{''.join(sorted(CHINESE_MARKS))}]")
_CLOSING = "，。、；：！？）》」』】〕”’,.;:!?)]}%"
_OPENING = "（《「『【〔“‘(["
_COMPOUND = names("co non re self sub pre well multi cross ex vice long short full part half inter anti semi")


class Piece(Record):
    """One printed line: its words, where it starts and ends, and how much room its first word takes.

    The unit is the caller's: columns for text, points for PDF; `apart` is set where a blank line, a hard
    break or a gap stands before it.
    """

    text: str
    start: float
    end: float
    first: float
    apart: bool = False


def columns(text: str) -> int:
    """The width of a text in columns, a Chinese character taking two."""
    return 2 * len(text) - len(_WIDE.sub("", text))


def narrow(text: str) -> int:
    """The same for programs that draw Chinese quotation marks and dashes in one column."""
    return 2 * len(text) - len(_CHINESE.sub("", text))


MEASURES: tuple[Callable[[str], int], ...] = (columns, narrow, len)


def head(text: str) -> str:
    """What greedy wrapping moves as a whole: a word, or a Chinese character with its punctuation."""
    end = 0
    while end < len(text) - 1 and text[end] in _OPENING:
        end += 1
    word = _LATIN.match(text, end)
    end = word.end() if word else end + 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return text[:end]


def paragraphs(lines: Sequence[str]) -> list[str]:
    """The paragraphs of a text given as its raw lines; a blank line ends a paragraph."""
    best: list[str] = []
    for measure in MEASURES:
        joined = join(pieces(lines, measure), measure("字") / 2)
        if not best or len(joined) < len(best):
            best = joined
    return best


def pieces(lines: Sequence[str], measure: Callable[[str], int]) -> list[Piece]:
    """The lines that are not blank, measured."""
    found, apart = [], True
    for line in lines:
        text = trim(line)
        if text:
            start = measure(line) - measure(line.lstrip())
            found.append(_piece(text, start, measure, apart))
        apart = not text
    return found


def _piece(text: str, start: int, measure: Callable[[str], int], apart: bool) -> Piece:
    gap = 0 if wide(text[0]) else 1
    return Piece(text=text, start=start, end=start + measure(text), first=measure(head(text)) + gap, apart=apart)


def join(lines: Sequence[Piece], column: float = 1.0) -> list[str]:
    """The paragraphs of measured lines; `column` is the width of a Latin letter in their unit."""
    limit = shared_width(lines, column)
    words = vocabulary(lines)
    whole: list[str] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        if before and (continues(before, line, limit) or _in_mid_sentence(before, line, column)):
            whole[-1] = meet(whole[-1], line.text, words)
        else:
            whole.append(line.text)
    return whole


def shared_width(lines: Sequence[Piece], column: float = 1.0) -> float:
    """The width that the document was wrapped to, 0 if it was not."""
    ends = sorted({line.end for line in lines}, reverse=True)
    allowed = OUTLIERS * len(lines)
    for limit in ends:
        if limit < NARROWEST * column or sum(line.end > limit for line in lines) > allowed:
            return 0.0
        if limit <= WIDEST * column and _wrapped(lines, limit, column):
            return limit
    return 0.0


def _wrapped(lines: Sequence[Piece], limit: float, column: float) -> bool:
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if _may_continue(a, b)]
    full = [(a, b) for a, b in pairs if _full(a, b, limit)]
    long = [a for a, _ in pairs if a.end > 0.75 * limit]
    running = [pair for pair in full if _running(*pair)]
    if len(full) == 1:
        return len(running) == 1 and len(long) == 1 and limit >= PAGE * column
    return len(full) > 1 and len(full) >= FULL * len(long) and len(running) >= RUNNING * len(full)


def continues(before: Piece, line: Piece, limit: float) -> bool:
    """Whether a line goes on with the paragraph of the line before it; after a Chinese comma every one does."""
    full = limit > 0 and _full(before, line, limit)
    return (full or before.text[-1] in "，、") and _may_continue(before, line)


def runs_on(before: Piece, line: Piece) -> bool:
    """Whether a long line stops in mid-sentence, so that the next one goes on with it whatever the width is."""
    long = before.end - before.start >= PAGE and before.text[-1] not in ENDS + "."
    return long and _may_continue(before, line)


def _in_mid_sentence(before: Piece, line: Piece, column: float) -> bool:
    """Whether a line of some length stops in mid-sentence and the next goes on in small letters: wrapped by hand."""
    long = before.end - before.start >= NARROWEST * column and before.text[-1] not in ENDS + "."
    small = line.text[0].isascii() and line.text[0].islower() and before.text[-1].isascii()
    return long and small and _may_continue(before, line)


def _may_continue(before: Piece, line: Piece) -> bool:
    indented = line.start > before.start and not opens_clause(before.text)
    return not line.apart and not indented and not opens_clause(line.text)


def _full(before: Piece, line: Piece, limit: float) -> bool:
    return before.end <= limit < before.end + line.first


def _running(before: Piece, line: Piece) -> bool:
    """Whether the words themselves look as if they went on."""
    stopped = before.text[-1] in ENDS or (before.text[-1] == "." and not line.text[0].islower())
    return not stopped and not (line.text[0].isascii() and line.text[0].isupper())


def vocabulary(lines: Sequence[Piece]) -> frozenset[str]:
    """The words of a text in lower case, without those that a line end may have cut."""
    found: set[str] = set()
    cut = False
    for line in lines:
        words = re.findall(r"[a-z]+(?:-[a-z]+)*", line.text.lower())
        rest, cut = cut, line.text.endswith("-")
        found.update(words[1 if rest else 0 : len(words) - 1 if cut else None])
    return frozenset(found)


def meet(left: str, right: str, words: frozenset[str]) -> str:
    """Two lines of one paragraph as one; a word that was hyphenated for the line end loses its hyphen."""
    cut = re.search(r"([A-Za-z]+)-$", left)
    rest = re.match(r"[a-z]+", right)
    if not cut:
        return left + between(left, right) + right
    if not rest:
        return left + right
    first, second = cut[1].lower(), rest[0]
    keep = f"{first}-{second}" in words or first in _COMPOUND or {first, second} <= words
    return (left if keep and first + second not in words else left[:-1]) + right
