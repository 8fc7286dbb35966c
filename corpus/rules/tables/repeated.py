"""Cells that repeat the one above them: as above, ditto, 同上."""

import re
from collections.abc import Iterator, Sequence

from corpus.models import Clause

_AS_ABOVE = re.compile(r"(?:(?:the )?same )?as above|ditto|do\.|同上|[〃″]|\"", re.IGNORECASE)


def in_full(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Yield the clauses, each cell of a row that only repeats the one above it with the words of that."""
    above: Clause | None = None
    for clause in clauses:
        if clause.level != "row":
            yield clause
            continue
        under = above.cells if above and above.parent == clause.parent and len(above.cells) == len(clause.cells) else ()
        cells = tuple(
            cell.model_copy(update={"text": under[n].text})
            if under and _AS_ABOVE.fullmatch(cell.text.strip())
            else cell
            for n, cell in enumerate(clause.cells)
        )
        above = clause.model_copy(update={"cells": cells})
        yield above
