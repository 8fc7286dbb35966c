"""A folder of documents as one rulebook: read, set against each other, corrected, and what is wrong in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from bot.answering.deciding.faults import faults
from corpus import faq, suspension
from corpus.document import document, identities
from corpus.effects import Effect
from corpus.formats import Unreadable
from corpus.models import Document, Kind, LeftOut
from corpus.read import File, read
from corpus.rules.addressed import without_addressed
from corpus.rules.called import with_bodies
from corpus.rules.corrections import Correction, all_corrected
from corpus.validity.settled.settling import heard
from scripts.memory import Memory

# documents that were read, what was left out of them, and what of them nobody is shown
Found = tuple[list[Document], list[LeftOut], list[str]]


class Rulebook(NamedTuple):
    """Documents as they were `found`, `whole` with what they say of each other, and `searched` as they are indexed.

    `remarks` are on what holds when, `faults` on the rules, `astray` on what would be ended and is not there; each is a
    line for an admin. `effects` are what documents do to each other.
    """

    found: list[Document]
    whole: Sequence[Document]
    searched: Sequence[Document]
    left_out: list[LeftOut]
    suspended: tuple[str, ...]
    remarks: Sequence[str]
    faults: Sequence[str]
    effects: Sequence[Effect]
    astray: Sequence[str]


def gathered(found: Found, given: Sequence[Correction], memory: Memory) -> Rulebook:
    """Return the rulebook of the documents that were read, and of what was left out of them."""
    documents, left_out, unseen = found
    told = heard(documents)
    whole = told.documents
    ruled, unfit = all_corrected(whole, given)
    plain, spoken = without_addressed(with_bodies(ruled, memory.shorts, memory.actors), memory.addressed)
    searched, suspended = without_suspended(plain, date.today())
    wrong = faults(searched, date.today(), memory.deciding)
    lines = (*unfit, *spoken, *(line for one in whole for line in memory.headless(one)), *wrong)
    remarks = [*unseen, *told.remarks]
    return Rulebook(documents, whole, searched, left_out, tuple(suspended), remarks, lines, told.effects, told.astray)


def read_all(folder: Path, files: Sequence[File], kept: Mapping[str, Document], quiet: bool) -> Found:
    """Read every file, or take its document from those `kept` by path; return what was left out, and what is unseen."""
    ids = identities(file.path for file in files)
    documents, left_out, unseen = [], [], []
    for file in tqdm(files, desc="reading", unit="file", disable=quiet or None, leave=False):
        known = kept.get(file.path)
        if known is not None and known.id == ids[file.path]:
            documents.append(known)
            continue
        try:
            found = read(folder, file)
        except Unreadable as error:
            left_out.append(LeftOut(path=file.path, reason=str(error)))
        else:
            left_out += [LeftOut(path=file.path, reason=reason) for reason in found.missing]
            unseen += [f"{file.path}: not read: {what}" for what in found.unseen]
            documents.append(document(file.path, ids[file.path], found.facts, file.sha256, found.lines, found.guessed))
    return documents, left_out, unseen


def without_suspended(documents: Sequence[Document], today: date) -> tuple[list[Document], list[str]]:
    """Take the FAQ entries that must not answer today out of search; return a line for each too."""
    by_id = {one.id: one for one in documents}
    kept, lines = [], []
    for one in documents:
        entries = faq.entries(one) if one.facts.kind is Kind.FAQ else ()
        found = suspension.suspended(entries, by_id, today)
        lines += [f"{one.path} “{faq.short(s.question, faq.LINE)}”: {s.reason}" for s in found]
        out = {s.question for s in found}
        spans = [faq.span(one, entry) for entry in entries if entry.question in out]
        kept.append(_without(one, spans) if spans else one)
    return kept, lines


def _without(one: Document, spans: Sequence[tuple[int, int]]) -> Document:
    # also the passage of a whole section: its other entries have passages of their own
    passages = tuple(p for p in one.passages if not any(s < p.end and p.start < e for s, e in spans))
    return one.model_copy(update={"passages": passages})
