"""An exported file of rules given back: what was corrected in it is kept beside the documents."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.edge import counted
from corpus import beside, read
from corpus.formats import Unreadable
from corpus.known import KnownError
from corpus.models import Document
from corpus.rules.correction_rows import COLUMNS, Taken, exported_too, guarded, lines, rows, taken
from corpus.rules.corrections import Correction
from scripts.rules_sheet import given_in


class NotDone(KnownError):
    """What was asked for cannot be done as it was asked."""


def take(path: Path, folder: Path, documents: Mapping[str, Document]) -> int:
    """Keep what a file corrects beside the documents of a folder; return the exit code.

    Nothing of it is kept when a row is wrong. `documents` are those of the current generation by id.
    """
    kept = beside.corrections(folder)
    grid, exported = _given(path)
    given = exported_too(lines(path.name, grid), exported)
    found = taken(given, documents, {file.path for file in read.look(folder).files})
    if faults := (*kept.wrong, *found.faults):
        raise NotDone("\nguiju: ".join([*faults, "nothing was taken: correct this and take it again"]))
    if not exported:
        print(f"{path} has lost its sheet of exported clauses: deleted rows can't be told", file=sys.stderr)
    old = {(one.document, one.key): one for one in kept.found}
    new = old | {(one.document, one.key): one for one in found.differ}
    new = {place: one for place, one in new.items() if place not in {(one.document, one.key) for one in found.same}}
    if new != old:
        _keep(folder, new.values())
    print("\n".join(_done(found, old, folder)))
    return 0


def _given(path: Path) -> tuple[list[list[object]], dict[str, str]]:
    """The rows of a file given back, and the hash of each clause that was exported."""
    try:
        return given_in(path.read_bytes())
    except OSError as error:
        raise NotDone(f"{path} cannot be read: {error.strerror}") from error
    except Unreadable as error:
        raise NotDone(f"{path} cannot be read: {error}: give back the Excel file that was exported") from error


def _keep(folder: Path, known: Iterable[Correction]) -> None:
    """Write the corrections beside and move them into place; with a mark by which Excel reads them as UTF-8."""
    held = io.StringIO(newline="")
    table = csv.writer(held)
    table.writerow(COLUMNS)
    table.writerows([guarded(cell) for cell in row] for one in known for row in rows(one))
    place = folder / beside.CORRECTIONS
    unfinished = folder / f".{beside.CORRECTIONS}.part"
    try:
        unfinished.write_bytes(held.getvalue().encode("utf-8-sig"))
        unfinished.replace(place)
    except OSError as error:
        raise NotDone(f"{place} cannot be written: {error.strerror}") from error


def _done(found: Taken, old: Mapping[tuple[str, str], Correction], folder: Path) -> Iterator[str]:
    """Yield what was taken, clause by clause."""
    for one in found.differ:
        state = "as before" if old.get((one.document, one.key)) == one else counted(len(one.rules), "rule")
        yield f"  corrected: {one.place}: {state}"
    dropped = [old[one.document, one.key] for one in found.same if (one.document, one.key) in old]
    for one in dropped:
        was = "; ".join(f"{told.actor} {told.act.value} {told.verb}" for told in one.rules) or "no rule"
        yield f"  no longer corrected: {one.place}, which was: {was}"
    if found.differ or dropped:
        yield f"{folder / beside.CORRECTIONS} is up to date: run .venv/bin/python -m scripts.reindex"
    else:
        yield "nothing differs from what is read"
