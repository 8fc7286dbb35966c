"""Going back to the generation of the index before the current one."""

from pathlib import Path

from bot.edge import counted
from corpus.models import Record
from index import current, roll_back
from index.store import before


class Rollback(Record):
    """The generation that answered until now, and the one before, with what it holds."""

    before: str
    generation: str
    documents: int
    passages: int
    dry_run: bool


def rolled_back(data: Path, dry_run: bool) -> Rollback:
    """Make the generation before the current one answer again, once every byte of it is checked."""
    now = current(data)
    made = before(data) if dry_run else roll_back(data)
    return Rollback(
        before=now or "",
        generation=made.generation,
        documents=made.counts.documents,
        passages=made.counts.passages,
        dry_run=dry_run,
    )


def said(gone: Rollback) -> str:
    """Return in one line what was done, or would be."""
    would = "would answer" if gone.dry_run else "answers"
    held = f"{counted(gone.documents, 'document')} in {counted(gone.passages, 'passage')}"
    return f"{gone.generation} with {held} {would} instead of {gone.before}"
