"""What an English remark in a table's row says of others than its columns: Dean above £1m; reported to the Court termly."""

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.models import Act, Cell
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.english import wording as wording_en

# an actor, what he does, the word for it, the cell that says so, and from which sum on
Remarked = tuple[str, Act, str, Cell, str]

_REMARK = re.compile(r"\b(?:remarks?|notes?|comments?|conditions?|provisos?|reporting|restrictions?)\b", re.IGNORECASE)
_PART = re.compile(r"[^;.]+(?:\.\d[^;.]*)*")
_LINK = re.compile(r"^\W*(?:to|by)?\s*(?:the\s+)?|\W*(?:if|for|where|when|to)?\W*$", re.IGNORECASE)


def remarks(cells: Sequence[Cell], deeds: Callable[[str], Sequence[Deed]]) -> Iterator[Remarked]:
    """Yield what the remarks of a row say; `deeds` reads a sentence."""
    for cell in cells:
        if not _REMARK.search(cell.name) or chinese(cell.text):
            continue
        for part in _PART.findall(cell.text):
            told = deeds(part.strip())
            for deed in told:
                yield deed.actor, deed.act, deed.verb, cell, _bound(part) if deed.act is Act.DECIDE else ""
            if not told:
                yield from ((actor, Act.DECIDE, "", cell, _bound(part)) for actor in _above(part))


def _bound(words: str) -> str:
    return next((words[one.start : one.end] for one in ranges(words) if one.low != one.high), "")


def _above(words: str) -> list[str]:
    """Return the names beside the only bound of a remark that says nothing else: Dean above £1m; over £50: the Court."""
    found = [one for one in ranges(words) if one.low != one.high]
    if len(found) != 1:
        return []
    rest = [_LINK.sub("", words[: found[0].start]), _LINK.sub("", words[found[0].end :])]
    name = " ".join(filter(None, rest))
    return [name[start:end] for start, end in wording_en.names(name)]
