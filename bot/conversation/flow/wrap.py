"""PURE: a text in lines of so many pixels, broken where Chinese and English may be broken."""

import re
from collections.abc import Callable, Iterable

# Width in pixels of a text in letters of a size.
Measure = Callable[[str, int], float]

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_CLOSES = "，。；：、！？）》〉”’】〕」』,.;:!?)%…"
_OPENS = "（《〈“‘【〔「『("
# What no line may break: a word, or one wide character, with the marks that open before and close after it.
_UNIT = re.compile(rf"\s+|[{_OPENS}]*(?:[^\s{_WIDE}{_OPENS}]+|[{_WIDE}])?[{re.escape(_CLOSES)}]*|.")


def wrap(text: str, size: int, room: int, measure: Measure) -> list[str]:
    """Lines of at most `room` pixels that make up the text but for the spaces at which they break."""
    lines: list[str] = []
    line = ""
    for unit in _units(text, size, room, measure):
        if line and measure((line + unit).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line = (line + unit) if line else unit.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def shortened(lines: list[str], most: int, size: int, room: int, measure: Measure) -> list[str]:
    """The first lines, the last of them ending in … where some are left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and measure(f"{last}…", size) > room:
        last = last[:-1]
    return [*lines[: most - 1], f"{last}…"]


def _units(text: str, size: int, room: int, measure: Measure) -> Iterable[str]:
    """What no line may break, in order; a word wider than a line is cut."""
    for unit in _UNIT.findall(" ".join(text.split())):
        if measure(unit, size) <= room:
            yield unit
            continue
        piece = ""
        for character in unit:
            if piece and measure(piece + character, size) > room:
                yield piece
                piece = ""
            piece += character
        yield piece
