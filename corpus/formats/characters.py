"""Characters: which are dropped, which are wide, and how two pieces of a broken line meet."""

import re
import unicodedata
from functools import cache

# Line ends of other systems, and the form feeds that old printers wanted.
BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Controls, lone surrogates, and marks that no reader sees: byte order mark, zero width space, soft hyphen.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\u200b\xad]")
SPACES = " \t\n\xa0\u3000\u2002\u2003\u2009"
# East Asian "ambiguous" marks that Chinese typesetting draws as wide as a character.
CHINESE_MARKS = frozenset("“”‘’…—·×①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


def names(text: str) -> frozenset[str]:
    """The words of a list that is written in one string."""
    return frozenset(text.split())


def clean(text: str) -> str:
    """The text with `\\n` as its only line break and without characters that no reader sees."""
    return UNSEEN.sub("", BREAKS.sub("\n", text))


def trim(text: str) -> str:
    """The text without spaces of any kind at its ends."""
    return text.strip(SPACES)


@cache
def wide(character: str) -> bool:
    """Whether a character takes two columns."""
    return character in CHINESE_MARKS or unicodedata.east_asian_width(character) in "WF"


def between(left: str, right: str) -> str:
    """What stands between two pieces of one line: a space, or nothing where either side is Chinese."""
    if not left or not right or left[-1] in SPACES or right[0] in SPACES:
        return ""
    if wide(left[-1]) or wide(right[0]):
        return ""
    # Chinese wrapped by the character breaks numbers too: 5|0000元.
    if left[-1].isdigit() and right[0].isdigit() and wide(left[0]):
        return ""
    return " "


def glue(pieces: list[str]) -> str:
    """The pieces of a broken line, or the paragraphs of a cell, as one line."""
    whole = ""
    for piece in filter(None, map(trim, pieces)):
        whole += between(whole, piece) + piece
    return whole


def one_line(text: str) -> str:
    """A cell's text on one line: line breaks become a space, or nothing between Chinese."""
    return glue(clean(text).split("\n"))
