"""Plain text as it came off a printer: page numbers, running lines and rules across the page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.formats.characters import trim
from corpus.formats.wrap import ENDS

_NUMBER = r"\d{1,4}"
# A page number that stands alone and says that it is one; a bare number may be anything.
_ALONE = re.compile(
    rf"([-–—─])+\s*{_NUMBER}\s*\1+"
    rf"|第\s*{_NUMBER}\s*页(?:[\s,，/／（(]*共\s*{_NUMBER}\s*页[)）]?)?"
    rf"|page\s+{_NUMBER}(?:\s*(?:of|/)\s*{_NUMBER})?",
    re.I,
)
# The same words on every page, a gap, and the page's number.
_RUNNING = re.compile(
    rf"(?P<words>\S.{{0,80}}?)(?:\s{{3,}}|\t+\s*)(?:page\s+|第\s*)?(?P<page>{_NUMBER})(?:\s*页|\s+of\s+{_NUMBER})?",
    re.I,
)
_RULE = re.compile(r"([-=_*~–—─＝＿])\s*(?:\1\s*){2,}")


def without(lines: Sequence[str]) -> list[str]:
    """The raw lines of a text without page furniture; a sentence that ran over a page's end runs on."""
    running = _running(lines)
    kept: list[str] = []
    over = False
    for line in lines:
        text = trim(line)
        if _RULE.fullmatch(text):
            kept.append("")
        elif text and (_ALONE.fullmatch(text) or _words(text) in running):
            over = True
        elif text or not over:
            kept += _reopened(kept) if over else []
            kept.append(line)
            over = False
    return kept


def _reopened(kept: list[str]) -> list[str]:
    """What stands for the page's end: nothing where the last line stopped in mid-sentence, else a blank line."""
    while kept and not trim(kept[-1]):
        kept.pop()
    return [""] if kept and trim(kept[-1])[-1] in ENDS + "." else []


def _words(text: str) -> str:
    found = _RUNNING.fullmatch(text)
    return found["words"] if found else ""


def _running(lines: Sequence[str]) -> set[str]:
    """The words that come again and again with page numbers that count on."""
    pages: dict[str, list[int]] = {}
    for found in filter(None, (_RUNNING.fullmatch(trim(line)) for line in lines)):
        pages.setdefault(found["words"], []).append(int(found["page"]))
    return {words for words, seen in pages.items() if len(seen) > 1 and all(b == a + 1 for a, b in pairwise(seen))}
