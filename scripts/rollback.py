"""Going back to the generation of the index before the current one."""

from pathlib import Path

from bot.edge import counted
from corpus.known import KnownError
from corpus.models import Record
from index import current, roll_back
from index.generations import finished, folder, number
from index.store import verify


class NothingBefore(KnownError):
    """There is no generation to go back to."""


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
    older = [name for name in finished(data) if now and number(name) < number(now)]
    if not older:
        raise NothingBefore(f"{folder(data)} holds no generation before {now or 'the first'}: there is no way back")
    made = verify(folder(data) / older[0])
    return Rollback(
        before=now or "",
        generation=older[0] if dry_run else roll_back(data),
        documents=made.counts.documents,
        passages=made.counts.passages,
        dry_run=dry_run,
    )


def said(gone: Rollback) -> str:
    """Return in one line what was done, or would be."""
    would = "would answer" if gone.dry_run else "answers"
    held = f"{counted(gone.documents, 'document')} in {counted(gone.passages, 'passage')}"
    return f"{gone.generation} with {held} {would} instead of {gone.before}"
