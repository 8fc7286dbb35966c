"""Titles for documents whose format names none."""

import re

from corpus.formats.marks import opens_clause
from corpus.models import Line, Role

# A first line past this is a paragraph, not a title.
LONGEST_TITLE = 60
_DECORATION = re.compile(
    r"[\s_\-–—.]*(?:[（(\[【]?(?:(?:19|20)\d{2}(?:[-_./年]?\d{1,2}(?:[-_./月]?\d{1,2}日?)?)?(?:年|月)?(?:版|修订)?"
    r"|v(?:er(?:sion)?)?\.?\s?\d+(?:\.\d+)*|第?[一二三四五\d]+[稿版]|final|最终版?|终稿|定稿|修订版?|副本|copy)[）)\]】]?)$",
    re.I,
)


def guess(lines: tuple[Line, ...]) -> str:
    """The short first line of a document or its first heading, "" where neither can be its title."""
    heading = next((line.text for line in lines[:20] if line.role == Role.HEADING), "")
    first = next((line.text for line in lines if line.role in (Role.HEADING, Role.TEXT)), "")
    for text in (first, heading):
        if 1 < len(text) <= LONGEST_TITLE and text[-1] not in "。；;：:，," and not opens_clause(text):
            return text
    return ""


def stem(path: str) -> str:
    """A file's name without its suffix and without the dates and versions at its end."""
    name = path.rpartition("/")[2].rpartition(".")[0] or path
    bare = name
    while (shorter := _DECORATION.sub("", bare)) != bare:
        bare = shorter
    return bare.strip(" _-") or name
