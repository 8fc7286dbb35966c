"""What a number at the start of a line is: how deep it usually stands, and how it is printed."""

import re
from collections.abc import Callable
from enum import IntEnum

from corpus.models import Record


class Level(IntEnum):
    """How deep a mark usually stands; a smaller number governs a larger one."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    CJK = 4
    CJK_BRACKET = 5
    ORDINAL = 6
    NUMBER = 7
    DOTTED = 8
    BRACKET = 9
    LETTER = 10
    ROMAN = 11
    CIRCLED = 12
    STEP = 13
    POINT = 14


class Mark(Record):
    """A number printed at the start of a line.

    `printed` is the label without the punctuation that only closes it, `key` its plain number, `length`
    the characters it takes up in the line, `firm` whether it can hardly be anything but a mark.
    """

    level: Level
    printed: str
    key: str
    length: int
    firm: bool = True


# reads what a pattern found at the start of a line, given both; None where it is no mark after all
Reader = Callable[[re.Match[str], str], Mark | None]
