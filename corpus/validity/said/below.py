"""New words that stand in paragraphs of their own under "is replaced as follows:", without quotation marks."""

import re
from collections.abc import Iterator

from corpus.outline.clauses import steps
from corpus.quantities.numbers import STEMS

# the rest of the words that lead in, up to the end of their line
_LEADS_IN = re.compile(r"[^\n“\"「]{0,60}[：:][ \t\u3000*_]*\n")
_MARKS = (
    ("【", r"【[^】\n]{1,6}】"),
    ("条", r"第\s*[一二三四五六七八九十百零〇\d]+\s*[编章节条款项点]"),
    ("一、", r"[一二三四五六七八九十]{1,3}[、.．]"),
    ("甲、", rf"[{STEMS}][、.．]"),
    ("（一）", r"[（(][一二三四五六七八九十]{1,3}[）)]"),
    ("(1)", r"[（(]\d{1,3}[）)]"),
    ("(a)", r"[（(][a-zA-Z]{1,4}[）)]"),
    ("1.1.1.1", r"\d{1,3}(?:\.\d{1,3}){3}"),
    ("1.1.1", r"\d{1,3}(?:\.\d{1,3}){2}(?!\d)"),
    ("1.1", r"\d{1,3}\.\d{1,3}(?![\d.])(?=[\s\u3000])"),
    ("1.", r"\d{1,3}\s*(?:[.．、)）](?!\d)|(?=\s+[A-Z]))"),
    ("①", "[①-⑳]"),
    ("-", r"[-–—•*·]\s"),
    ("Item 1", r"(?:Item|Section|Clause|Article|Paragraph|Rule|Regulation|Part|Point)\s+\w{1,5}\b|[A-Z]{1,3}[-.]?\d[\d.]*\b"),
)  # fmt: skip
_MARK = [(kind, re.compile(rf"\s*[*_>]*{pattern}")) for kind, pattern in _MARKS]
_MOST = 40  # paragraphs of one change
Span = tuple[int, int]


def set_below(text: str, start: int, at: int, label: str) -> Span | None:
    """Return the span of the paragraphs that the words from `start` on, read up to `at`, put in the place of a clause.

    They begin with the number of the clause and go on with its items; without a number it is one paragraph. None where
    the words lead to no paragraph below them.
    """
    lead = _LEADS_IN.match(text, at)
    if lead is None:
        return None
    own = _kind(text[text.rfind("\n", 0, start) + 1 :])
    first = next(_paragraphs(text, lead.end()), None)
    kind = _kind(text[first[0] : first[1]]) if first else own
    if first is None or (kind and kind == own):
        return None
    if not kind:
        return first
    wanted, over = steps(label)[-1:], _until(text, first[1], {own})
    inside = [one for one in _paragraphs(text, first[0]) if one[1] <= over]
    named = next((one for one in inside if steps(_mark(text[one[0] : one[1]]))[-1:] == wanted), None)
    return (named[0], _until(text, named[1], {kind, own})) if named else (first[0], over)


def _until(text: str, end: int, kinds: set[str]) -> int:
    """Return where the items end that follow a paragraph: none of them is numbered like it or what leads to it."""
    for begin, until in _paragraphs(text, end + 1):
        kind = _kind(text[begin:until])
        if not kind or kind in kinds or kind == "【":
            break
        end = until
    return end


def _paragraphs(text: str, at: int) -> Iterator[Span]:
    for _ in range(_MOST):
        if at >= len(text):
            return
        line = text.find("\n", at)
        end = len(text) if line < 0 else line
        if text[at:end].strip():
            yield at, end
        at = end + 1


def _kind(words: str) -> str:
    """Return which kind of number words begin with, "" for none."""
    return next((kind for kind, pattern in _MARK if pattern.match(words)), "")


def _mark(words: str) -> str:
    return next((found[0] for _, pattern in _MARK if (found := pattern.match(words))), "")
