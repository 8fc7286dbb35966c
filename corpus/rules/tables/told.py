"""Rows of an English table that tell in words how a matter is handled: Lost nets | noted by the Mate; paid by the Owner."""

import re
from collections.abc import Callable, Sequence

from corpus.models import Act, Cell
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.tables import header

Read = Callable[[str], Sequence[Deed]]
# an actor, what he does, the word for it, the cell that says so, and from which sum on
Told = tuple[str, Act, str, Cell, str]

_MOST = 3  # columns of a table whose rows say in words what else stands under the heads of acts
_STEP = re.compile(r";\s*(?:and\s+|then\s+)?|\.\s+")
_HALF = re.compile(r",\s+(?:and\s+|then\s+)?")


def told(cells: Sequence[Cell], deeds: Read) -> list[Told]:
    """Return who does what by the one cell of a row that says so; nothing where a head names an act.

    `deeds` reads a sentence. A cell that a list of names fills says nothing of what they do.
    """
    own = [cell for cell in cells[1:] if cell.text.strip()]
    acts = any(isinstance(kind, Act) for kind in header.columns(cells))
    if acts or not 1 < len(cells) <= _MOST or any(chinese(cell.text) for cell in cells):
        return []
    said = [(cell, list(_said(cell, deeds))) for cell in own]
    saying = [found for _, found in said if found]
    return saying[0] if len(saying) == 1 else []


def _said(cell: Cell, deeds: Read) -> list[Told]:
    found: list[Told] = []
    for part in _STEP.split(cell.text.strip(" .")):
        halves = [deeds(half) for half in _HALF.split(part)]
        for deed in [one for half in halves for one in half] if all(halves) else deeds(part):
            found.append((deed.actor, deed.act, deed.verb, cell, _bound(part) if deed.act is Act.DECIDE else ""))
    return found


def _bound(words: str) -> str:
    return next((words[one.start : one.end] for one in ranges(words) if one.low != one.high), "")
