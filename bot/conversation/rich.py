"""PURE: text as it is said in any messenger: blocks in one of three styles, cut to what a message holds."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from corpus.models import Record

# Line separators and direction overrides: messengers delete them, and an override can make a quote
# read backwards.
DELETED = dict.fromkeys(range(0x2028, 0x202F))
# Letters and symbols by category that show nothing: braille blank and the Hangul fillers.
BLANK = frozenset("\u2800\u3164\u115f\u1160\uffa0")
# Where a text may be cut, the best place first: after a line, after a sentence, after a word.
CUTS = (re.compile(r"(?<=\n)"), re.compile(r"(?<=[。！？；])|(?<=[.!?;] )"), re.compile(r"(?<= )"))

Size = Callable[[str], int]


class Style(StrEnum):
    """How a block is set: a quote is folded where the messenger can fold."""

    PLAIN = "plain"
    BOLD = "bold"
    QUOTE = "quote"


class Block(Record):
    """A run of text in one style, and what stands between it and the block before.

    `ends` is what it ends with where it had to be cut.
    """

    text: str
    style: Style = Style.PLAIN
    gap: str = "\n\n"
    ends: str = ""


Blocks = tuple[Block, ...]


class Room(NamedTuple):
    """What a message holds and what the words under a picture may take, counted as the messenger counts."""

    text: int
    caption: int
    size: Size = len


def packed(blocks: Iterable[Block], room: Room) -> list[Blocks]:
    """Blocks in as few messages as hold them in order; what shows nothing is left out."""
    messages: list[Blocks] = []
    used = room.text
    for block in fitting(blocks, room):
        size = room.size(block.text)
        if used + room.size(block.gap) + size > room.text:
            messages.append((block,))
            used = size
        else:
            messages[-1] += (block,)
            used += room.size(block.gap) + size
    return messages


def fitting(blocks: Iterable[Block], room: Room) -> Iterable[Block]:
    """The blocks with those over the limit cut in pieces."""
    for block in blocks:
        for piece in cut(block.text, room.text, room.size):
            if visible(piece):
                yield block.model_copy(update={"text": piece.strip()})


def whole(blocks: Sequence[Block], most: int, size: Size) -> Blocks:
    """Blocks as one message of at most `most`: the last one is cut where they are too long; () where nothing shows."""
    *before, last = blocks
    used = sum(size(block.text) for block in before) + sum(size(block.gap) for block in blocks[1:])
    if used + size(last.text) > most:
        kept = cut(last.text, max(most - used - size(last.ends), 1), size)[0].rstrip()
        last = last.model_copy(update={"text": kept + last.ends})
    return tuple(block for block in (*before, last) if visible(block.text))


def plain(blocks: Blocks) -> str:
    """Blocks without their styles."""
    return "".join((block.gap if number else "") + block.text for number, block in enumerate(blocks))


def cut(text: str, most: int, size: Size = len, cuts: Sequence[re.Pattern[str]] = CUTS) -> list[str]:
    """Pieces of at most `most` by a measure that make up the text, cut at the best places there are."""
    if size(text) <= most:
        return [text]
    if not cuts:
        # no measure takes more than four for a character
        part = max(most // 4, 1)
        return joined((text[i : i + part] for i in range(0, len(text), part)), most, size)
    return joined((piece for part in cuts[0].split(text) for piece in cut(part, most, size, cuts[1:])), most, size)


def joined(pieces: Iterable[str], most: int, size: Size = len) -> list[str]:
    """Neighbours put together again as long as they fit."""
    together: list[str] = []
    for piece in pieces:
        if together and size(together[-1]) + size(piece) <= most:
            together[-1] += piece
        else:
            together.append(piece)
    return together


def clean(text: str) -> str:
    """A text without what no screen shows: control characters, lone surrogates, direction overrides."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (c for c in lines if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept).translate(DELETED)


def formatting(character: str) -> bool:
    """True for a character that only steers how others are set, such as a joiner of words."""
    return unicodedata.category(character) == "Cf"


def visible(text: str) -> bool:
    """True when something in the text shows; messengers refuse a message where nothing does."""
    return any(unicodedata.category(c)[0] in "LNPSM" and c not in BLANK for c in text)
