"""Tables whose first row was taken for their header although it says what the other rows say."""

from collections.abc import Iterator, Sequence

from corpus.models import Act, Cell, Clause, Document
from corpus.quantities import ranges
from corpus.rules.named import named
from corpus.rules.tables import header


def headless(one: Document) -> tuple[str, ...]:
    """Return a line for each table of a document that seems to have no header."""
    firsts = (
        " | ".join(cell.name for cell in rows[0].cells)
        for rows in _tables(one)
        if _no_header([row.cells for row in rows])
    )
    return tuple(
        f"{one.path}: a table seems to have no header, and its first row “{first}” was taken for one: "
        "write a row with the names of its columns above it"
        for first in firsts
    )


def _tables(one: Document) -> Iterator[list[Clause]]:
    """Yield the rows of each table."""
    rows: dict[int | None, list[Clause]] = {}
    for clause in one.clauses:
        if clause.level == "row" and clause.cells:
            rows.setdefault(clause.parent, []).append(clause)
    yield from rows.values()


def _no_header(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether the names of the columns are an amount over amounts and an actor over actors."""
    if any(isinstance(kind, Act) for kind in header.columns(rows[0])):
        return False
    bounded = [n for n, cell in enumerate(rows[0]) if _bounded(cell.name)]
    actors = [n for n, cell in enumerate(rows[0]) if _actor(cell.name)]
    cells = [(n, cell.text) for row in rows for n, cell in enumerate(row)]
    alike = any(_bounded(text) for n, text in cells if n in bounded) and all(_actor(t) for n, t in cells if n in actors)
    return bool(bounded and actors) and alike


def _bounded(words: str) -> bool:
    return any(r.low != r.high for r in ranges(words))


def _actor(words: str) -> bool:
    return bool(named(words.strip()))
