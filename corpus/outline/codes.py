"""Codes: clause numbers with letters before them, A1, M12, SO 9, A2.1, iv.2; each code is a series of its own."""

import re
from collections.abc import Sequence

from corpus.outline.marks import Level, Mark

Path = tuple[int, ...]
_CODE = re.compile(r"([a-z]{1,5})([0-9]+(?:\.[0-9]+)*)")


def coded(found: Mark) -> tuple[str, Path] | None:
    """Return the letters and the numbers of a code, None for any other mark."""
    match = _CODE.fullmatch(found.key) if found.level in (Level.ARTICLE, Level.DOTTED) else None
    return (match[1], tuple(int(n) for n in match[2].split("."))) if match else None


def goes_on(before: Path, after: Path) -> bool:
    """Tell whether a number comes right after another: 2 or 1.1 after 1, 3 after 2.4."""
    if after == (*before, 1):
        return True
    place = len(after) - 1
    return len(before) > place and after[:place] == before[:place] and after[place] == before[place] + 1


def followers(marks: Sequence[Mark | None]) -> dict[int, Path]:
    """Return for each coded line the numbers of the next line with the same letters."""
    after: dict[int, Path] = {}
    seen: dict[str, Path] = {}
    for n in range(len(marks) - 1, -1, -1):
        found = marks[n]
        code = coded(found) if found else None
        if code:
            if code[0] in seen:
                after[n] = seen[code[0]]
            seen[code[0]] = code[1]
    return after
